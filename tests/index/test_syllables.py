"""Where each syllable stands in the author's text."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.normal_form import normal_form
from index.syllables import LONGEST_TOKEN, keys, syllables

TOKENS = [
    ("dân biết, dân bàn", "dân biết dân bàn"),
    ("06-NQ/TU", "06 nq tu"),
    ("06 – NQ/TU", "06 nq tu"),
    ("06 ‑ NQ/TU", "06 nq tu"),
    ("28/1/2022 28-1-2022 28.01.2022", "28 1 2022 28 1 2022 28 01 2022"),
    ("1.000.000 và 1,000,000", "1 000 000 và 1 000 000"),
    ("2,4%", "2 4"),
    ("COVID-19 Covid – 19 Covid19", "covid 19 covid 19 covid 19"),
    ("F-16 49X-6666", "f 16 49 x 6666"),
    ("TP.HCM TP. HCM", "tp hcm tp hcm"),
    ("H'Hen H’Hen HʼHen Niê", "h hen h hen h hen niê"),
    ("snake_case", "snake case"),
    ("300m²", "300 m 2"),
    ("ở y to an", "ở y to an"),
    ("  ", ""),
    ("…“”!?", ""),
]


@pytest.mark.parametrize(("text", "expected"), TOKENS)
def test_text_parts_into_runs_of_letters_and_digits(text: str, expected: str) -> None:
    """Codes, dates, numbers and names are runs of parts, however they are hyphenated."""
    assert " ".join(keys(text)) == expected


def test_decomposed_text_is_not_split_inside_a_syllable() -> None:
    """A combining mark belongs to the letter before it."""
    text = unicodedata.normalize("NFD", "Đặng Thị Thu Trà ở Đắk Lắk")
    assert keys(text) == keys("Đặng Thị Thu Trà ở Đắk Lắk")
    tokens = syllables(text)
    assert unicodedata.normalize("NFC", text[tokens.starts[0] : tokens.ends[0]]) == "Đặng"


@given(st.text(st.characters(codec="utf-8"), max_size=200))
def test_tokens_and_gaps_joined_give_back_the_text(text: str) -> None:
    """Offsets are in order, never overlap, lose nothing, and each key is the normal form of its characters."""
    tokens = syllables(text)
    behind = 0
    pieces: list[str] = []
    for key, start, end in zip(tokens.keys, tokens.starts, tokens.ends, strict=True):
        assert behind <= start < end
        assert normal_form(text[start:end][:LONGEST_TOKEN]) == key
        pieces += (text[behind:start], text[start:end])
        behind = end
    assert "".join(pieces) + text[behind:] == text
    assert keys(text) == tokens.keys


@given(st.text(st.characters(codec="utf-8"), max_size=200))
def test_no_letter_or_digit_falls_between_tokens(text: str) -> None:
    """What stands between tokens holds nothing that a person could look for."""
    tokens = syllables(text)
    covered = {at for start, end in zip(tokens.starts, tokens.ends, strict=True) for at in range(start, end)}
    left = [letter for at, letter in enumerate(text) if at not in covered and letter.isalnum()]
    assert all(letter in "ʹʺʻʼʽ" for letter in left)
