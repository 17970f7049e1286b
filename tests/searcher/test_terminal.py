"""What a terminal can do, and how wide text is on it."""

from __future__ import annotations

import io
import os
import shlex
import subprocess
import unicodedata
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from searcher.printers.terminal import Terminal, cells, cut_left, cut_right, show, wrapped
from tests.conftest import stopped_after
from tests.program import PROGRAM, Run


@pytest.mark.parametrize(
    ("flag", "environment", "colour"),
    [
        ("auto", {}, False),
        ("always", {"NO_COLOR": "1"}, True),
        ("never", {"FORCE_COLOR": "1"}, False),
        ("auto", {"FORCE_COLOR": "1"}, True),
        ("auto", {"CLICOLOR_FORCE": "1"}, True),
        ("auto", {"CLICOLOR_FORCE": "0"}, False),
        ("auto", {"NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
    ],
)
def test_flags_beat_the_environment(flag: str, environment: dict[str, str], colour: bool) -> None:
    """A flag decides; then NO_COLOR; then what forces colours; a pipe has none by itself."""
    assert Terminal.of(io.StringIO(), flag, environment).colour is colour


@pytest.mark.parametrize("environment", [{"TERM": "dumb"}, {"CLICOLOR": "0"}, {"NO_COLOR": "1"}])
def test_a_plain_screen_shows_no_colours(environment: dict[str, str]) -> None:
    """On a screen there are colours unless it or its owner says otherwise."""

    class Screen(io.StringIO):
        def isatty(self) -> bool:
            return True

    assert Terminal.of(Screen(), "auto", {}).colour
    assert not Terminal.of(Screen(), "auto", environment).colour


def test_widths_are_cells() -> None:
    """Decomposed letters are as wide as composed ones, wide letters two cells, colours none."""
    text = "Đường làng rộng"
    assert cells(unicodedata.normalize("NFD", text)) == cells(text) == len(text)
    assert cells("漢字") == 4
    assert cells("\x1b[1;31mdân\x1b[0m") == 3


@given(st.text(st.sampled_from("abđườ 漢\u0301"), max_size=40), st.integers(2, 20))
def test_a_cut_text_fits(text: str, width: int) -> None:
    """Whatever is cut is no wider than asked, and is the text's own end or beginning."""
    assert cells(cut_left(text, width)) <= width
    assert cells(cut_right(text, width)) <= width
    assert text.endswith(cut_left(text, width).removeprefix("…"))
    assert text.startswith(cut_right(text, width).removesuffix("…"))


@given(st.lists(st.text(st.sampled_from("abđ漢"), min_size=1, max_size=12), max_size=20), st.integers(12, 40))
def test_wrapped_lines_fit_and_lose_nothing(words: list[str], width: int) -> None:
    """Lines hold all the words in order, and only a word that is too wide alone makes one too wide."""
    lines = list(wrapped(" ".join(words), width, indent="  "))
    assert " ".join(line.removeprefix("  ") for line in lines) == " ".join(words)
    assert all(cells(line) <= width + 2 or " " not in line.strip() for line in lines)


def test_a_paragraph_may_be_as_long_as_a_book() -> None:
    """A line of a million words is put together once; anew with each of them it took three minutes."""
    text = "thuyền " * 999_999 + "về"
    with stopped_after(20):
        assert list(wrapped(text, len(text))) == [text]


def test_no_pager_where_nobody_looks(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """In a pipe, and on a terminal that cannot page, lines are written straight out."""

    def never(*_: object, **__: object) -> None:
        raise AssertionError("a pager was started")

    monkeypatch.setattr("subprocess.Popen", never)
    monkeypatch.setattr("shutil.which", lambda name: f"/usr/bin/{name}")
    show(["một", "hai"], Terminal(80, colour=False, is_screen=False), pager=True)
    show(["ba"], Terminal(80, colour=False, is_screen=True, can_page=False), pager=True)
    assert capsys.readouterr().out == "một\nhai\nba\n"
    with pytest.raises(AssertionError, match="pager"):
        show(["bốn"], Terminal(80, colour=False, is_screen=True, can_page=True), pager=True)


def _on_screen(*arguments: str) -> str:
    """What a person sees who types this: standard output and standard error on one terminal."""
    ours, theirs = os.openpty()
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "TERM": "dumb", "COLUMNS": "120", "XDG_CONFIG_HOME": "/nowhere"}
    with subprocess.Popen([*PROGRAM, *arguments], stdout=theirs, stderr=theirs, env=environment) as process:
        os.close(theirs)
        seen = b""
        with suppress(OSError):  # the end of a terminal that nobody holds any more
            while piece := os.read(ours, 4096):
                seen += piece
        process.wait(60)
    os.close(ours)
    return seen.decode().replace("\r\n", "\n")


def test_a_person_is_told_how_to_go_on(sample_index: Path) -> None:
    """On a screen the hits are followed by commands that can be copied as they are; in a pipe there are none."""
    asked = ("search", "-n", "1", "--index", str(sample_index), "dân biết, dân bàn")
    seen = _on_screen(*asked)
    commands = [line.removeprefix("Next: ") for line in seen.splitlines() if line.startswith("Next: ")]
    show, kwic = commands
    assert shlex.split(show)[3:] == ["--mark", "dân biết, dân bàn"]
    for command in (show, kwic):
        name, *arguments = shlex.split(command)[1:]
        assert Run(name, *arguments, index=sample_index).status == 0
    assert "Next: " not in Run(*asked).err


def test_a_phrase_that_stands_nowhere_leads_to_its_words(sample_index: Path) -> None:
    """What is proposed after a phrase fell back to its words finds these, and not the phrase once more."""
    seen = _on_screen("search", "-n", "1", "--index", str(sample_index), "dân bàn dân biết rồi làm")
    show, kwic = [line.removeprefix("Next: ") for line in seen.splitlines() if line.startswith("Next: ")]
    assert "--mark" not in show
    assert Run(*shlex.split(kwic)[1:], index=sample_index).status == 0
