"""How are the syllables of an article numbered? The one place that knows, for writing and for reading back.

A field (title, lead, body, captions) is a list of units, a paragraph or a line each. Its syllables are numbered
through, from 0, with a gap of ``PARAGRAPH_GAP`` between units, so that no phrase and no window narrower than the gap
reaches from one paragraph into the next. Words have the position of their first syllable.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from index.syllables import Syllables, syllables

PARAGRAPH_GAP = 100
"""Positions left free between two units; the widest window of a query must stay below it."""

Postings = Mapping[str, Sequence[int]]
"""A field's keys, each with its ascending positions."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A paragraph with the position of its first syllable."""

    first: int
    text: str
    tokens: Syllables


@dataclass(frozen=True, slots=True)
class Place:
    """Where a stretch of positions stands: the unit's number, and its syllables ``[begin, end)`` in that unit."""

    unit: int
    begin: int
    end: int


def numbered(texts: Sequence[str]) -> list[Unit]:
    """The units of a field with their positions."""
    units: list[Unit] = []
    first = 0
    for text in texts:
        tokens = syllables(text)
        units.append(Unit(first, text, tokens))
        first += len(tokens.keys) + PARAGRAPH_GAP
    return units


def place(units: Sequence[Unit], position: int, length: int) -> Place:
    """Where ``length`` syllables from ``position`` on stand. Raises ``IndexError`` where there are none."""
    number = bisect_right(units, position, key=lambda unit: unit.first) - 1
    begin = position - units[number].first
    if number < 0 or begin + length > len(units[number].tokens.keys):
        raise IndexError(f"no {length} syllables at position {position}")
    return Place(number, begin, begin + length)


def syllable_postings(units: Sequence[Unit]) -> dict[str, list[int]]:
    """Each syllable's positions."""
    found: dict[str, list[int]] = {}
    for unit in units:
        for position, key in enumerate(unit.tokens.keys, unit.first):
            found.setdefault(key, []).append(position)
    return found


def word_postings(units: Sequence[Unit], words: Iterator[Sequence[int]]) -> dict[str, list[int]]:
    """Each word's positions; a word's key is its syllables' keys with a space between.

    ``words`` has the number of syllables of each word, unit by unit; as many units are taken from it.
    """
    found: dict[str, list[int]] = {}
    for unit in units:
        keys = unit.tokens.keys
        at = 0
        for length in next(words):
            found.setdefault(" ".join(keys[at : at + length]), []).append(unit.first + at)
            at += length
    return found
