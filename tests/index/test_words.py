"""Which syllables make a word, against pyvi's own answer."""

from __future__ import annotations

import unicodedata
import warnings

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from index import words
from index.segmentation import many_texts, piece_table
from index.syllables import syllables
from index.words import LONGEST_WORD, ModelSegmenter

SEGMENTER = ModelSegmenter()
IN_BULK = ModelSegmenter()
IN_BULK.word_lengths([(" " * words.BULK_FROM, syllables(""))])  # and from now on


def _words(text: str) -> list[str]:
    tokens = syllables(text)
    (lengths,) = SEGMENTER.word_lengths([(text, tokens)])
    found, at = [], 0
    for length in lengths:
        found.append(text[tokens.starts[at] : tokens.ends[at + length - 1]])
        at += length
    assert at == len(tokens.keys)
    return found


def test_words_are_those_of_pyvi() -> None:
    """Compounds are found over our syllables as pyvi finds them."""
    text = "Hợp tác xã thu gom rác dân lập ở TP.HCM hoạt động từ năm 2016."
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from pyvi.ViTokenizer import tokenize
    theirs = [word.replace("_", " ") for word in tokenize(text).split() if any(map(str.isalnum, word))]
    assert [word for word in _words(text) if " " in word] == [word for word in theirs if " " in word]
    assert "thu gom" in _words(text)


def test_odd_bytes_change_no_word() -> None:
    """Decomposed text, soft hyphens and underscores give the words of the plain text."""
    plain = "học sinh trường tiểu học thi đua"
    odd = unicodedata.normalize("NFD", plain).replace("sinh", "si\u00adnh")
    assert [unicodedata.normalize("NFC", word).replace("\u00ad", "") for word in _words(odd)] == _words(plain)
    assert _words("học_sinh") == ["học_sinh"]


def test_endless_chains_are_cut() -> None:
    """A compound repeated without end does not become one word without end."""
    text = "học sinh " * 200
    assert max(len(word.split()) for word in _words(text)) <= LONGEST_WORD


@pytest.mark.parametrize(
    "text", ["", " ", "...", "a", "==> -> >>", "x@y.vn https://a.vn/b_c", "1.000,5_6", "A" * 5000, "\0a\0"]
)
def test_hostile_texts_have_words_too(text: str) -> None:
    """Empty text, addresses, arrows and NULs are counted through to the end."""
    _words(text)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(st.sampled_from("dânbiếthọcsinhxãộiƯƠ  .,_-@/:\n0123😀\u0301\u00ad"), max_size=60), max_size=5))
@example(["học sinh " * 60, "", "học", "sinh học", " học sinh"])
def test_one_by_one_and_in_bulk_agree(texts: list[str]) -> None:
    """Every syllable belongs to exactly one word, the same word either way."""
    tokenized = [(text, syllables(text)) for text in texts]
    found = SEGMENTER.word_lengths(tokenized)
    assert [sum(lengths) for lengths in found] == [len(tokens.keys) for _, tokens in tokenized]
    assert all(0 < length <= LONGEST_WORD for lengths in found for length in lengths)
    assert IN_BULK.word_lengths(tokenized) == found


def test_blocks_and_forgetting_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Texts of many blocks, with what was learned forgotten in between, have the words that they have one by one."""
    texts = ["học sinh giỏi, nhà máy điện", "", "Hà Nội: 12.500 công nhân", "hợp tác xã " * 9, "...", "\n", "biết"] * 5
    tokenized = [(text, syllables(text)) for text in texts]
    wanted = SEGMENTER.word_lengths(tokenized)
    monkeypatch.setattr(piece_table, "_RUNS_KEPT", 5)
    for size in (1, 30, 100):
        monkeypatch.setattr(many_texts, "BLOCK", size)
        assert IN_BULK.word_lengths(tokenized) == wanted


def test_long_texts_are_done_in_bulk(monkeypatch: pytest.MonkeyPatch) -> None:
    """From so many characters on, arrays do it, and from then on always."""
    segmenter = ModelSegmenter()
    monkeypatch.setattr(words, "BULK_FROM", 100)
    short, long = ("học sinh", syllables("học sinh")), ("học sinh " * 20, syllables("học sinh " * 20))
    assert segmenter.word_lengths([short]) == [[2]]
    assert "_in_bulk" not in vars(segmenter)
    assert segmenter.word_lengths([short, long, short]) == [[2], [16, 16, 8], [2]]
    assert segmenter.word_lengths([short]) == [[2]]
    assert "_in_bulk" in vars(segmenter)
