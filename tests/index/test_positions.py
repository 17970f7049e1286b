"""How the syllables of an article are numbered, and how a number leads back into the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.positions import PARAGRAPH_GAP, numbered, place, syllable_postings, word_postings


def test_paragraphs_are_numbered_through_with_a_gap() -> None:
    """The second paragraph begins a gap behind the first."""
    units = numbered(["dân biết, dân bàn", "dân làm"])
    assert syllable_postings(units) == {
        "dân": [0, 2, 4 + PARAGRAPH_GAP],
        "biết": [1],
        "bàn": [3],
        "làm": [5 + PARAGRAPH_GAP],
    }


def test_words_stand_at_their_first_syllable() -> None:
    """A word has the position of its first syllable, and its syllables' keys as its own."""

    found = word_postings(numbered(["Học sinh học bài nhé"]), iter([[2, 2, 1]]))
    assert found == {"học sinh": [0], "học bài": [2], "nhé": [4]}


@given(st.lists(st.text(st.sampled_from("ab ,é\n"), max_size=20), max_size=6))
def test_every_position_leads_back_to_its_syllable(texts: list[str]) -> None:
    """Numbering and finding undo each other, and no gap is a place."""
    units = numbered(texts)
    for key, positions in syllable_postings(units).items():
        for position in positions:
            found = place(units, position, 1)
            assert units[found.unit].tokens.keys[found.begin] == key
    for unit in units:
        with pytest.raises(IndexError):
            place(units, unit.first + len(unit.tokens.keys), 1)
