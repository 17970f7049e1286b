"""What was said, and by whom? Quotations are stretches of the text, and their speakers' names a text of their own."""

from __future__ import annotations

import numpy as np

from index.parts import Part, terms_of
from index.plan import All, Any, Condition, Not, Row, Ways
from index.segment.rows import Lookup, row_places
from index.segment.segment import Segment
from index.segment.tokens import Flags, Numbers
from index.ways import chained

_SPEAKER = 0
"""The field of the speaker in the text of names, before that of the role."""


def by_speakers(segment: Segment, speakers: Condition) -> Flags:
    """For each quotation of a segment whether its speaker has such a name."""
    match speakers:
        case Row():
            return _named(segment, _row_places(segment, speakers))
        case Ways(stretches):
            ways = [[(_row_places(segment, row), len(row.slots)) for row in each] for each in stretches]
            return _named(segment, chained(ways)[0])
        case All(parts):
            return np.logical_and.reduce([by_speakers(segment, part) for part in parts])
        case Any(parts):
            return np.logical_or.reduce([by_speakers(segment, part) for part in parts])
        case Not(part):
            has_name = segment.names.lengths(_SPEAKER) > 0
            found: Flags = has_name & ~by_speakers(segment, part)
            return found
    raise TypeError(speakers)


def quotations(part: Part, speakers: Condition | None, first: int = 0, behind: int | None = None) -> Numbers:
    """The places at which quotations begin and end, a row each, in the order of their beginnings.

    Those of such ``speakers``, all for ``None``, and of these the ones that are numbered ``[first, behind)``.
    """
    begins, ends = part.segment.quotation_spans
    chosen = slice(first, behind)
    spans = np.stack((begins[chosen], ends[chosen]), axis=1)
    if speakers is not None:
        spans = spans[by_speakers(part.segment, speakers)[chosen]]
    is_in_order = (
        spans[1:, 0] >= spans[:-1, 0]
    ).all()  # as they nearly always are, and sorting takes ten times as long
    return spans if is_in_order else spans[spans[:, 0].argsort(kind="stable")]


def inside(spans: Numbers, begins: Numbers, lengths: Numbers | int) -> Flags:
    """Whether each of some stretches lies in one of some quotations, both in the order of their beginnings."""
    if not len(spans):
        return np.zeros(len(begins), np.bool_)
    farthest = np.maximum.accumulate(spans[:, 1])
    at = spans[:, 0].searchsorted(begins, "right") - 1
    found: Flags = (at >= 0) & (farthest.take(at, mode="clip") >= begins + lengths)
    return found


def _row_places(segment: Segment, row: Row) -> Numbers:
    """Where a row begins in the text of names."""
    names = segment.names
    slots = [terms_of(names, slot) for slot in row.slots]
    return row_places(names, slots, Lookup(names).links(slots))


def _named(segment: Segment, places: Numbers) -> Flags:
    """For each quotation whether a place lies in its speaker's name."""
    found = np.zeros(len(segment.quotation_spans[0]), np.bool_)
    numbers, fields = segment.names.located(places)
    found[numbers[fields == _SPEAKER]] = True
    return found
