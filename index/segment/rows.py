"""Where do terms stand in a row? Two and two of them are read as lists, and what all lists agree on is the answer.

A slot is the numbers of the terms that may stand in it, none where any may.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from index.segment.text import Text
from index.segment.tokens import BREAK, Flags, Numbers, interleaved

TermSlot = tuple[int, ...] | None
"""The terms that may stand in a slot, ``None`` for any term; an empty one is that of no term."""

_DEARER = 8
"""To look a number up among sorted ones takes as long as to sort so many more."""


class Link(NamedTuple):
    """Two slots side by side that both name their terms: the first of them, their pairs' lists, and a bound.

    ``most`` is how often they occur together at the most.
    """

    at: int
    lists: Numbers
    most: int


class Lookup:
    """Looks up rows of a text; what several rows share, such as two slots side by side, is looked up once."""

    def __init__(self, text: Text) -> None:
        self._text = text
        self._pairs: dict[tuple[TermSlot, TermSlot], tuple[Numbers, int]] = {}
        self._counts: dict[TermSlot, int] = {}

    def links(self, slots: Sequence[TermSlot]) -> tuple[Link, ...]:
        """The links of a row, the rarest first."""
        if len(slots) == 1:
            return ()
        found = []
        for at, pair in enumerate(pairwise(slots)):
            if all(pair):
                looked_up = self._pairs.get(pair)
                if looked_up is None:
                    looked_up = self._pairs[pair] = self._pair(*pair)
                found.append(Link(at, *looked_up))
        return tuple(sorted(found, key=lambda link: link.most) if len(found) > 1 else found)

    def most(self, slots: Sequence[TermSlot], found: Sequence[Link]) -> int:
        """How often a row with these links stands in the text at the most. At least one slot names its terms."""
        if len(slots) == 2 and found and len(found[0].lists) == 1 == len(slots[0] or ()) == len(slots[1] or ()):
            return found[0].most  # a pair whose places are a list
        bounds = [self._count(slot) for slot in slots if slot is not None]
        return min(*bounds, found[0].most) if found else min(bounds)

    def _pair(self, first: TermSlot, second: TermSlot) -> tuple[Numbers, int]:
        assert first is not None
        assert second is not None
        lists = self._text.terms.pair_lists(first, second)
        return lists, self._text.terms.most(first, second, lists)

    def _count(self, slot: TermSlot) -> int:
        assert slot is not None
        found = self._counts.get(slot)
        if found is None:
            found = self._counts[slot] = self._text.terms.count_of(slot)
        return found


def row_places(text: Text, slots: Sequence[TermSlot], found: Sequence[Link]) -> Numbers:
    """The places at which a row with these links begins, ascending."""
    if not all(slot is None or slot for slot in slots):
        return np.zeros(0, np.int64)
    begins: Numbers | None = None
    open_slots = {at for at, slot in enumerate(slots) if slot is not None}
    for link in found:
        if link.at in open_slots or link.at + 1 in open_slots:
            open_slots -= {link.at, link.at + 1}
            first, second = slots[link.at : link.at + 2]
            here = text.terms.together(first or (), second or (), link.lists)
            here -= link.at
            begins = here if begins is None else _common(begins, here)
            if not len(begins):
                return begins
    for at in sorted(open_slots, key=lambda at: sum(map(text.terms.count, slots[at] or ()))):
        here = places_of_any(text, slots[at] or ()) - at
        begins = here if begins is None else _common(begins, here)
    assert begins is not None
    return begins if None not in slots else _in_one_unit(text, begins, len(slots))


def places_of_any(text: Text, terms: Sequence[int]) -> Numbers:
    """The places of several terms, ascending."""
    found = [text.terms.places(term) for term in terms]
    if len(found) == 1:
        return found[0]
    return interleaved(found)


def _common(some: Numbers, others: Numbers) -> Numbers:
    """The numbers that stand in both of two ascending rows."""
    few, many = (some, others) if len(some) <= len(others) else (others, some)
    if not len(few):
        return few
    if len(few) * _DEARER < len(many):
        at = many.searchsorted(few)
        return few[many.take(at, mode="clip") == few]
    both = interleaved((few, many))
    return both[:-1][both[1:] == both[:-1]]


def _in_one_unit(text: Text, begins: Numbers, length: int) -> Numbers:
    """Those of some beginnings from which so many tokens are none a break."""
    begins = begins[begins >= 0]
    breaks = text.breaks
    return begins[breaks.searchsorted(begins) == breaks.searchsorted(begins + length)]


def in_whole_words(text: Text, begins: Numbers, lengths: Numbers | int, *, begin: bool, end: bool) -> Flags:
    """Whether a word begins at each of some places, and another one so many tokens behind, where that is asked."""
    found = np.ones(len(begins), np.bool_)
    if begin:
        found &= ~text.joined(begins)
    if end:
        found &= ~text.joined(begins + lengths)
    return found


def rows_in_tokens(terms: Numbers, slots: Sequence[TermSlot]) -> Numbers:
    """Where a row begins among the terms of one article: the numbers of its first tokens."""
    room = len(terms) - len(slots) + 1
    if room <= 0:
        return np.zeros(0, np.int64)
    fits = np.ones(room, np.bool_)
    for at, slot in enumerate(slots):
        here = terms[at : at + room]
        fits &= here != BREAK if slot is None else np.isin(here, slot)
    return np.flatnonzero(fits)
