"""Which syllables make a word, against pyvi's own answer."""

from __future__ import annotations

import unicodedata
import warnings

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.syllables import syllables
from index.words import LONGEST_WORD, ModelSegmenter

SEGMENTER = ModelSegmenter()


def _words(text: str) -> list[str]:
    tokens = syllables(text)
    lengths = SEGMENTER.word_lengths(text, tokens)
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
@given(st.text(st.sampled_from("dânbiếthọcsinhxãộiƯƠ  .,_-@/:\n0123😀\u0301\u00ad"), max_size=60))
def test_word_lengths_add_up(text: str) -> None:
    """Every syllable belongs to exactly one word, whatever stands between them."""
    tokens = syllables(text)
    lengths = SEGMENTER.word_lengths(text, tokens)
    assert sum(lengths) == len(tokens.keys)
    assert all(length >= 1 for length in lengths)
