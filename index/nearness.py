"""How near do words stand together in an article? For when the phrase that they make stands nowhere."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from index.parts import Part, Parts, PreparedRows
from index.plan import Row
from index.schema import TEXT_FIELDS
from index.segment.rows import row_places
from index.segment.tokens import Flags, Numbers, merged

APART = 100
"""The distance of words that share no paragraph, or stand farther apart in it."""


def distances(rows: Sequence[Row], parts: Parts, numbers: Numbers) -> Numbers:
    """The width of the narrowest stretch of each article that holds the beginning of each row, in syllables.

    It lies in one paragraph; where none is narrower, it is ``APART``. The articles are given by ascending numbers.
    """
    prepared = PreparedRows(parts)
    found = np.full(parts.articles, APART)
    asked = np.zeros(parts.articles, np.bool_)
    asked[numbers] = True
    for at, part in enumerate(parts):
        text = part.segment.text
        in_part = [prepared[row].in_parts[at] for row in rows]
        if all(row.most for row in in_part):
            places = [row_places(text, row.slots, row.links) for row in in_part]
            wanted = [_wanted(part, row, each, asked[part.numbers]) for row, each in zip(rows, places, strict=True)]
            _narrow(part, wanted, found[part.numbers])
    return found.take(numbers)


def _wanted(part: Part, row: Row, places: Numbers, asked: Flags) -> Numbers:
    """Those of some places that are in articles and fields that are asked about."""
    articles, fields = part.segment.text.located(places)
    in_fields = np.array([name in row.fields for name in TEXT_FIELDS]).take(fields)
    return places[asked.take(articles) & in_fields]


def _narrow(part: Part, places: Sequence[Numbers], found: Numbers) -> None:
    """Notes for each article of a part the narrowest stretch that ends with a place and holds one of every row.

    Such a stretch reaches back to the last place of each row, that of the row which is farthest back.
    """
    everything = merged(places)
    starts = everything.copy()
    for each in places:
        behind = each.searchsorted(everything, "right")
        last = np.concatenate(([-APART], each)).take(behind)
        np.minimum(starts, last, out=starts)
    widths = everything - starts + 1
    breaks = part.segment.text.breaks
    near = ((widths < APART) & (breaks.searchsorted(starts) == breaks.searchsorted(everything))).nonzero()[0]
    articles = part.segment.text.located(everything.take(near))[0]
    np.minimum.at(found, articles, widths.take(near))
