"""Which syllables make a word, against pyvi's own answer."""

from __future__ import annotations

import unicodedata
import warnings

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from index import words
from index.segment.columns import KeyNumbers
from index.segmentation import many_texts, runs
from index.syllables import syllables
from index.words import LONGEST_WORD, ModelSegmenter

SEGMENTER = ModelSegmenter()
IN_BULK = ModelSegmenter()
IN_BULK.tokens([" " * words.BULK_FROM], KeyNumbers())  # and from now on


def _columns(segmenter: ModelSegmenter, texts: list[str]) -> tuple[list[str], list[bool], list[int], list[int]]:
    """The tokens of texts: keys (none for a break), joints, starts, and how many each text has."""
    numbers = KeyNumbers()
    found = segmenter.tokens(texts, numbers)
    keys = ["", *numbers.keys]
    return [keys[term] for term in found.terms], found.joints.tolist(), found.starts.tolist(), found.lengths.tolist()


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


@settings(max_examples=60)
@given(st.lists(st.text(st.sampled_from("dânbiếthọcsinhxãộiƯƠ  .,_-@/:\n0123😀\u0301\u00ad"), max_size=60), max_size=5))
@example(["học sinh " * 60, "", "học", "sinh học", " học sinh"])
def test_one_by_one_and_in_bulk_agree(texts: list[str]) -> None:
    """Every syllable belongs to exactly one word, the same word either way, and has the same key and place."""
    found = _columns(SEGMENTER, texts)
    assert _columns(IN_BULK, texts) == found
    keys, joints, starts, lengths = found
    tokenized = [syllables(text) for text in texts]
    assert keys == [key for tokens in tokenized for key in (*tokens.keys, "")]
    assert starts == [
        start for text, tokens in zip(texts, tokenized, strict=True) for start in (*tokens.starts, len(text))
    ]
    assert lengths == [len(tokens.keys) + 1 for tokens in tokenized]
    words = np.diff(np.flatnonzero(~np.array([*joints, False])))
    assert ((words >= 1) & (words <= LONGEST_WORD)).all()


def test_blocks_and_forgetting_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Texts of many blocks, with what was learned forgotten in between, have the words that they have one by one."""
    texts = ["học sinh giỏi, nhà máy điện", "", "Hà Nội: 12.500 công nhân", "hợp tác xã " * 9, "...", "\n", "biết"] * 5
    wanted = _columns(SEGMENTER, texts)
    monkeypatch.setattr(runs, "_RUNS_KEPT", 5)
    for size in (1, 30, 100):
        monkeypatch.setattr(many_texts, "BLOCK", size)
        assert _columns(IN_BULK, texts) == wanted


def test_long_texts_are_done_in_bulk(monkeypatch: pytest.MonkeyPatch) -> None:
    """From so many characters on, arrays do it, and from then on always."""
    segmenter = ModelSegmenter()
    monkeypatch.setattr(words, "BULK_FROM", 100)
    short, long = "học sinh", "học sinh " * 20
    inside = [False, True, False]
    assert _columns(segmenter, [short])[1] == inside
    assert "_in_bulk" not in vars(segmenter)
    of_long = [*([False] + [True] * 15) * 2, False, *[True] * 7, False]
    assert _columns(segmenter, [short, long, short])[1] == inside + of_long + inside
    assert _columns(segmenter, [short])[1] == inside
    assert "_in_bulk" in vars(segmenter)


def test_keys_are_numbered_anew_for_every_index() -> None:
    """What was learned for one list of keys is not taken for another."""
    for _ in range(2):
        assert _columns(IN_BULK, ["học sinh, học bài"])[0] == ["học", "sinh", "học", "bài", ""]
