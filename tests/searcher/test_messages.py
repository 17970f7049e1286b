"""The catalogue: every sentence that a person may read, in both languages."""

from __future__ import annotations

import ast
import errno
import os
import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus import errors as corpus_errors
from corpus.errors import TimbaoError
from index import errors as index_errors
from searcher import errors as searcher_errors
from searcher.commands import usage_words
from searcher.messages import decimal, is_vietnamese, number, say
from searcher.vietnamese import VIETNAMESE
from tests.program import Run

ROOT = Path(__file__).parent.parent.parent


def _said() -> Iterator[str]:
    """The sentences in calls of ``say`` and ``say_many``, and those of the errors."""
    for source in (ROOT / "searcher").rglob("*.py"):
        for node in ast.walk(ast.parse(source.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("say", "say_many"):
                for argument in node.args[: 1 if node.func.id == "say" else 2]:  # type: ignore[attr-defined]
                    if isinstance(argument, ast.Constant):
                        yield str(argument.value)
    for module in (corpus_errors, index_errors, searcher_errors):
        for value in vars(module).values():
            if isinstance(value, type) and issubclass(value, TimbaoError):
                yield from filter(None, (value.sentence, value.hint))


def _details(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


def test_every_sentence_has_a_translation_and_every_translation_a_sentence() -> None:
    """Nothing that a person may read is missing from the catalogue, and nothing in it is dead."""
    assert set(_said()) == set(VIETNAMESE)


@pytest.mark.parametrize("english", VIETNAMESE)
def test_translations_have_the_same_details(english: str) -> None:
    """What is filled in in one language is filled in in the other."""
    assert _details(english) == _details(VIETNAMESE[english])


@pytest.mark.parametrize(
    ("environment", "vietnamese"),
    [
        ({"LANG": "vi_VN.UTF-8"}, True),
        ({"LANG": "en_US.UTF-8"}, False),
        ({"LANG": "vi_VN.UTF-8", "LC_ALL": "C"}, False),
        ({"LANG": "C", "LC_MESSAGES": "vi"}, True),
        ({"LANG": "vi_VN", "LC_ALL": ""}, True),
        ({}, False),
    ],
)
def test_the_locale_chooses_the_language(environment: dict[str, str], vietnamese: bool) -> None:
    """The variable that counts first decides, and an empty one counts as not set."""
    assert is_vietnamese(environment) is vietnamese


def test_sentences_and_numbers_in_both_languages(monkeypatch: pytest.MonkeyPatch) -> None:
    """A Vietnamese locale gives Vietnamese sentences, and parts thousands with points."""
    monkeypatch.setenv("LC_ALL", "C")
    assert (say("Nothing found."), number(1234567)) == ("Nothing found.", "1,234,567")
    assert decimal(1234.55, 1) == "1,234.5"
    monkeypatch.setenv("LC_ALL", "vi_VN.UTF-8")
    assert (say("Nothing found."), number(1234567)) == ("Không tìm thấy gì.", "1.234.567")
    assert decimal(1234.55, 1) == "1.234,5"


@pytest.mark.parametrize(
    ("reason", "vietnamese"),
    [
        (os.strerror(errno.EACCES), "không có quyền truy cập"),
        (os.strerror(errno.ENOSPC), "hết chỗ trên đĩa"),
        ("words of ours", "words of ours"),
    ],
)
def test_what_a_system_says_of_a_file_is_translated(
    monkeypatch: pytest.MonkeyPatch, reason: str, vietnamese: str
) -> None:
    """A reason that the system gives is read in the language of the sentence in which it stands."""
    monkeypatch.setenv("LC_ALL", "vi_VN.UTF-8")
    assert say("could not be opened: {reason}", reason=reason) == f"không mở được: {vietnamese}"
    monkeypatch.setenv("LC_ALL", "C")
    assert say("could not be opened: {reason}", reason=reason) == f"could not be opened: {reason}"


@pytest.mark.parametrize("asked", [("--help",), ("search", "--help"), ("info", "x"), ("serch", "x"), ("zzz",)])
def test_the_librarys_words_are_translated(asked: tuple[str, ...]) -> None:
    """In Vietnamese the headings of a help and of a refusal are, too."""
    run = Run(*asked, env={"LANG": "vi_VN.UTF-8"})
    assert "Cách dùng:" in run.out + run.err
    assert not re.search(r"Usage|Options:|Show this|Error:|Try '", run.out + run.err)


@pytest.mark.parametrize(
    ("asked", "wanted"),
    [
        (("--help",), ("timbao [TÙY CHỌN] LỆNH [THAM SỐ]...",)),
        (("search", "--help"), ("search [TÙY CHỌN] TRUY VẤN...", "--from NGÀY", "--source CHỮ", "--index THƯ MỤC")),
        (("timeline", "--help"), ("--svg TỆP",)),
        (("quotes", "--help"), ("[TRUY VẤN]...",)),
        (("index", "--help"), ("ĐƯỜNG DẪN…",)),
        (("show",), ("Thiếu tham số 'MÃ'.",)),
        (("search", "-n", "x", "dân"), ("số hợp lệ.",)),
    ],
)
def test_what_is_to_be_typed_is_named_in_vietnamese(asked: tuple[str, ...], wanted: tuple[str, ...]) -> None:
    """The names of values in usages, options and refusals; none is left in English."""
    run = Run(*asked, env={"LANG": "vi_VN.UTF-8"})
    assert all(each in run.out + run.err for each in wanted)
    assert not re.search(r"\b(OPTIONS?|QUERY|PATH|DATE|TEXT|FILE|ID|COMMAND|ARGS|INTEGER|integer)\b", run.out + run.err)
    english = Run(*asked, env={"LANG": "en_US.UTF-8"})
    assert not re.search("|".join(usage_words.VALUES.values()), english.out + english.err)


@pytest.mark.parametrize("english", usage_words.VIETNAMESE)
def test_the_librarys_words_have_the_same_details(english: str) -> None:
    """What the library fills in in one language is filled in in the other."""
    assert _details(english) == _details(usage_words.VIETNAMESE[english])


def test_a_command_that_is_nearly_one_is_proposed() -> None:
    """A slip in a command's name says which command was meant."""
    run = Run("serch", "dân")
    assert (run.status, "Did you mean: search" in run.err) == (2, True)
