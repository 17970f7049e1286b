"""Accents piled on one letter without end: no text has them, and to compose them takes the square of their number."""

from __future__ import annotations

from itertools import count
from unicodedata import combining

MOST_MARKS = 64
"""Marks on one letter; two are usual, and some scripts need five."""

_IN_DISGUISE = frozenset("\u0f73\u0f75\u0f81")
"""Characters that are no marks by themselves, and are two of them once they are taken apart."""


def pile(text: str) -> int | None:
    """Where in a text more than ``MOST_MARKS`` marks stand one behind the other, or ``None``."""
    if text.isascii():
        return None
    sample = text[MOST_MARKS :: MOST_MARKS + 1]  # a pile covers one of these places, wherever it begins
    if not any(map(combining, sample)) and _IN_DISGUISE.isdisjoint(sample):
        return None
    for place, mark in zip(count(MOST_MARKS, MOST_MARKS + 1), sample, strict=False):
        if not _is_mark(mark):
            continue
        begin, end = place, place + 1
        while begin and place - begin < MOST_MARKS and _is_mark(text[begin - 1]):
            begin -= 1
        while end < len(text) and end - begin <= MOST_MARKS and _is_mark(text[end]):
            end += 1
        if end - begin > MOST_MARKS:
            return begin
    return None


def _is_mark(character: str) -> bool:
    return combining(character) > 0 or character in _IN_DISGUISE
