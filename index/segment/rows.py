"""Where do terms stand in a row? The rarest is looked up, the others are compared in the stream.

A slot is the numbers of the terms that may stand in it, none where any may.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from index.segment.term_codes import BREAK, MARGIN, STOPPERS, Numbers, code
from index.segment.text import Text

TermSlot = tuple[int, ...] | None
"""The terms that may stand in a slot, ``None`` for any term; an empty one is that of no term."""


def rarest_slot(text: Text, slots: Sequence[TermSlot]) -> tuple[int, int]:
    """How often the rarest slot of a row occurs, and which it is. At least one slot names its terms."""
    count = text.positions.count
    return min((sum(map(count, slot)), at) for at, slot in enumerate(slots) if slot is not None)


def row_places(text: Text, slots: Sequence[TermSlot], anchor: int) -> Numbers:
    """The places at which a row begins, ascending; ``anchor`` is the slot that is looked up."""
    terms = slots[anchor] or ()
    if len(terms) == 1:
        return _grown(text, slots, *_compared(text, slots, anchor))
    lists = [text.positions.places(term) for term in terms]
    places = np.concatenate([np.zeros(0, np.int64), *lists])
    ends = places + np.repeat([len(code(term)) for term in terms], list(map(len, lists)))
    return np.sort(_grown(text, slots, anchor, anchor, places, ends), kind="stable")


def places_of_any(text: Text, terms: Sequence[int]) -> Numbers:
    """The places of several terms, ascending."""
    found = [text.positions.places(term) for term in terms]
    if len(found) == 1:
        return found[0]
    return np.sort(np.concatenate(found), kind="stable") if found else np.zeros(0, np.int64)


def _compared(text: Text, slots: Sequence[TermSlot], anchor: int) -> tuple[int, int, Numbers, Numbers]:
    """The slots round the anchor that have one term each, and where they begin and end, the terms compared as bytes."""
    first, last = _codes_round(slots, anchor)
    before = [code(term) for term in _only(slots[first:anchor])]
    here = code(_only(slots[anchor : anchor + 1])[0])
    behind = [code(term) for term in _only(slots[anchor + 1 : last + 1])]
    places = text.positions.places(_only(slots[anchor : anchor + 1])[0])
    if first < last:
        places = text.stream.where(places, _bytes_round(before, len(here), behind))
    ends = places + len(here) + sum(map(len, behind))
    if before:  # what looks like the first code may be the end of a longer one
        places = places - sum(map(len, before))
        keep = (text.stream.bytes.take(places - 1) < STOPPERS).nonzero()[0]
        places, ends = places.take(keep), ends.take(keep)
    return first, last, places, ends


def _grown(text: Text, slots: Sequence[TermSlot], first: int, last: int, places: Numbers, ends: Numbers) -> Numbers:
    """The beginnings of the rows whose slots ``[first, last]`` stand between some places and their ends."""
    for slot in reversed(slots[:first]):
        keep, lengths = _fitting_before(text, slot, places)
        places, ends = places.take(keep) - lengths, ends.take(keep)
    for slot in slots[last + 1 :]:
        keep, lengths = _fitting_at(text, slot, ends)
        places, ends = places.take(keep), ends.take(keep) + lengths
    return places


def _codes_round(slots: Sequence[TermSlot], anchor: int) -> tuple[int, int]:
    """The first and the last of the slots round the anchor that have one term each; before it, not farther than bytes
    can be looked at."""
    first = last = anchor
    if len(slots[anchor] or ()) != 1:
        return first, last
    while last + 1 < len(slots) and len(slots[last + 1] or ()) == 1:
        last += 1
    room = MARGIN
    while first > 0 and len(slots[first - 1] or ()) == 1:
        room -= len(code((slots[first - 1] or ())[0]))
        if room < 0:
            break
        first -= 1
    return first, last


def _only(slots: Sequence[TermSlot]) -> list[int]:
    return [slot[0] for slot in slots if slot]


def _bytes_round(before: Sequence[bytes], anchor: int, behind: Sequence[bytes]) -> list[tuple[int, int]]:
    """The bytes of some codes and their distances from the anchor's first byte, those that rule out most first.

    These are the last bytes of long codes, which are those of rare terms.
    """
    found: list[tuple[int, int, int]] = []
    start = -sum(map(len, before))
    for each in before:
        found += ((-len(each), start + at, byte) for at, byte in enumerate(each))
        start += len(each)
    start = anchor
    for each in behind:
        found += ((-len(each), start + at, byte) for at, byte in enumerate(each))
        start += len(each)
    found.sort(key=lambda byte: (byte[2] >= STOPPERS, byte[0]))
    return [(distance, byte) for _, distance, byte in found]


def _fitting_at(text: Text, slot: TermSlot, places: Numbers) -> tuple[Numbers, Numbers]:
    """At which of some places a term of a slot begins, and the lengths of the codes there."""
    if slot is not None:
        return text.stream.any_at(places, slot)
    terms, lengths = text.stream.terms_at(places)
    keep = (terms != BREAK).nonzero()[0]
    return keep, lengths.take(keep)


def _fitting_before(text: Text, slot: TermSlot, places: Numbers) -> tuple[Numbers, Numbers]:
    """Before which of some places a term of a slot ends, and the lengths of the codes there."""
    if slot is not None:
        return text.stream.any_before(places, slot)
    terms, lengths = text.stream.terms_before(places)
    keep = (terms != BREAK).nonzero()[0]
    return keep, lengths.take(keep)


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
