"""Where do terms stand in a row? The rarest is looked up, the others are compared in the stream.

A slot is the numbers of the terms that may stand in it, none where any may.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from index.segment.term_codes import BREAK, MARGIN, STOPPERS, Flags, Numbers, code
from index.segment.text import Text

TermSlot = tuple[int, ...] | None
"""The terms that may stand in a slot, ``None`` for any term; an empty one is that of no term."""


def row_places(text: Text, slots: Sequence[TermSlot]) -> Numbers:
    """The places at which a row begins, ascending. At least one slot names its terms."""
    counted = [(sum(map(text.positions.count, slot)), at) for at, slot in enumerate(slots) if slot is not None]
    count, anchor = min(counted)
    if not count:
        return np.zeros(0, np.int64)
    return grown(text, slots, anchor, places_of_any(text, slots[anchor] or ()))


def places_of_any(text: Text, terms: Sequence[int]) -> Numbers:
    """The places of several terms, ascending."""
    found = [text.positions.places(term) for term in terms]
    if len(found) == 1:
        return found[0]
    return np.sort(np.concatenate(found), kind="stable") if found else np.zeros(0, np.int64)


def grown(text: Text, slots: Sequence[TermSlot], anchor: int, places: Numbers) -> Numbers:
    """The beginnings of the rows whose slot ``anchor`` stands at one of some ascending places."""
    first, last, pattern = _compared_at_once(slots, anchor)
    if len(pattern):
        places = places - len(b"".join(code(term) for term in _only(slots[first:anchor])))
        places = places[np.flatnonzero(text.stream.matching(places, pattern))]
        if first < anchor:  # what looks like the first code may be the end of a longer one
            places = places[np.flatnonzero(text.stream.bytes[places - 1] < STOPPERS)]
        behind = places + len(pattern)
    else:
        first = last = anchor
        behind = places + text.stream.terms_at(places)[1]
    for slot in slots[last + 1 :]:
        if not len(places):
            return places
        terms, lengths = text.stream.terms_at(behind)
        keep = np.flatnonzero(_allowed(text, slot, terms))
        places, behind = places[keep], (behind + lengths)[keep]
    for slot in reversed(slots[:first]):
        if not len(places):
            return places
        terms, lengths = text.stream.terms_before(places)
        keep = np.flatnonzero(_allowed(text, slot, terms))
        places = (places - lengths)[keep]
    return places


def _compared_at_once(slots: Sequence[TermSlot], anchor: int) -> tuple[int, int, bytes]:
    """The slots ``[first, last]`` round the anchor with one term each, and their codes: eight bytes at the most."""
    if slots[anchor] is None or len(slots[anchor] or ()) != 1:
        return anchor, anchor, b""
    first = last = anchor
    pattern = code(_only(slots[anchor : anchor + 1])[0])
    while last + 1 < len(slots) and len(slots[last + 1] or ()) == 1:
        longer = pattern + code(_only(slots[last + 1 : last + 2])[0])
        if len(longer) > MARGIN:
            break
        last, pattern = last + 1, longer
    while first > 0 and len(slots[first - 1] or ()) == 1:
        longer = code(_only(slots[first - 1 : first])[0]) + pattern
        if len(longer) > MARGIN:
            break
        first, pattern = first - 1, longer
    return first, last, pattern


def _only(slots: Sequence[TermSlot]) -> list[int]:
    return [slot[0] for slot in slots if slot]


def _allowed(text: Text, slot: TermSlot, terms: Numbers) -> Flags:
    """Which of some terms may stand in a slot."""
    if slot is None:
        return terms != BREAK
    if len(slot) == 1:
        return terms == slot[0]
    member: NDArray[np.bool_] = np.zeros(text.positions.terms, np.bool_)
    member[list(slot)] = True
    return member[terms]


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
