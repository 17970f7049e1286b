"""Patterns of many words: the same as the words tried one after the other."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from corpus.speech.patterns import Ending, either, last_word, listed

WORDS = st.lists(st.text("abc.", min_size=1, max_size=4), min_size=1, max_size=6)


@given(WORDS, st.text("abc. ", max_size=8))
def test_a_tree_finds_the_longest_word(words: list[str], text: str) -> None:
    """A tree of beginnings matches what the longest of the words does that fits."""
    fitting = [word for word in words if text.startswith(word)]
    found = re.match(either(words), text)
    assert (found[0] if found else None) == max(fitting, key=len, default=None)


def test_words_may_begin_with_capitals() -> None:
    """With ``capital`` each word of an entry may have a capital, and a short entry may be all capitals."""
    pattern = re.compile(either("luật sư, ts", capital=True))
    assert all(pattern.fullmatch(text) for text in ("luật sư", "Luật sư", "Luật Sư", "ts", "TS", "Ts"))
    assert not pattern.fullmatch("LUẬT SƯ")


def test_a_list_may_run_over_lines() -> None:
    """Line feeds and spaces round the commas of a list are no part of its words."""
    assert listed("\n  bác sĩ, y\n  tá,\n") == ["bác sĩ", "y tá"]


def test_the_last_word_of_a_text() -> None:
    """Signs and spaces behind the last word do not matter, and a text without words has none."""
    assert [last_word(text) for text in ("nói Ông ", "(Bà ", "xã . ", "", " –")] == ["ông", "bà", "xã", "", ""]


@given(st.sampled_from(["anh ", "cùng anh ", "thanh ", "Anh\n", "anh", "anh. ", "(anh ", "chị cả "]))
def test_an_ending_is_what_its_pattern_says(text: str) -> None:
    """The quick look at the last word changes nothing."""
    assert Ending("anh, chị cả").ends(text) == bool(re.search(r"(?<!\w)(?:anh|chị cả)\s+$", text, re.IGNORECASE))
