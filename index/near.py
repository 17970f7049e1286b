"""Where do syllables stand near together, in any order?

A stretch of the text that holds them all, each at a place of its own, and of which neither end can be left out. A slot
may take what another one takes as well (``dan`` takes ``dân``), but then all that the other one takes: so there are
enough places for all slots when each slot finds as many places for itself and those that it contains (Hall's theorem).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from index.segment.rows import places_of_any
from index.segment.text import Text
from index.segment.tokens import Numbers, merged

Wanted = tuple[Numbers, int]
"""The places of a slot, ascending, and how many of them are needed."""

_NOWHERE = -(1 << 40)


def near_places(text: Text, slots: Sequence[Sequence[int]], within: int) -> tuple[Numbers, Numbers]:
    """The places at which such a stretch of a text begins, ascending, and its length; a slot is given by its terms."""
    needed = needs(slots)
    if not all(needed):
        return np.zeros(0, np.int64), np.zeros(0, np.int64)
    wanted = [(places_of_any(text, slot), count) for slot, count in needed.items()]
    return stretches(wanted, len(slots) + within, text.breaks)


def needs(slots: Sequence[Sequence[int]]) -> dict[tuple[int, ...], int]:
    """Each distinct slot, with the number of slots that take nothing but what it takes."""
    distinct = dict.fromkeys(map(tuple, slots))
    return {slot: sum(set(other) <= set(slot) for other in slots) for slot in distinct}


def stretches(wanted: Sequence[Wanted], longest: int, breaks: Numbers) -> tuple[Numbers, Numbers]:
    """The beginnings and lengths of all stretches of at most so many tokens, over none of the ascending ``breaks``."""
    ends = merged([places for places, _ in wanted])
    starts = ends.copy()
    for places, count in wanted:
        known = np.concatenate((np.full(count, _NOWHERE), places))
        np.minimum(starts, known.take(places.searchsorted(ends, "right")), out=starts)
    is_shortest = np.ones(len(ends), np.bool_)
    is_shortest[1:] = starts[1:] > starts[:-1]
    lengths = ends - starts + 1
    found = (is_shortest & (lengths <= longest)).nonzero()[0]
    starts, ends, lengths = starts.take(found), ends.take(found), lengths.take(found)
    in_one = (breaks.searchsorted(starts) == breaks.searchsorted(ends)).nonzero()[0]
    return starts.take(in_one), lengths.take(in_one)
