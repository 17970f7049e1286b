"""Where do leaves of a condition stand that are more than a row? Their places in every part, and how rare they are."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from index.near import near_places
from index.parts import Parts, PreparedRows
from index.plan import Quoted, Row, Spoken, Ways, Whole, Written
from index.quoted import inside, quotations
from index.row_matches import Placed, located, row_begins
from index.schema import TEXT_FIELDS
from index.score import rarity
from index.segment.rows import in_whole_words
from index.segment.tokens import Numbers
from index.ways import chained


def placed(leaf: Written | Quoted | Spoken, parts: Parts, rows: PreparedRows) -> Sequence[Placed]:
    """The places at which a leaf stands, part by part."""
    match leaf:
        case Quoted(part, speakers):
            return [
                located(each, *_inside(quotations(each, speakers), *places_in_part(part, parts, at, rows)))
                for at, each in enumerate(parts)
            ]
        case Spoken(speakers):
            spans = [np.unique(quotations(each, speakers), axis=0) for each in parts]
            ends = zip(parts, spans, strict=True)
            return [located(each, found[:, 0].copy(), found[:, 1] - found[:, 0]) for each, found in ends]
    return [located(each, *places_in_part(leaf, parts, at, rows)) for at, each in enumerate(parts)]


def rarity_of(leaf: Written | Quoted | Spoken, found: Sequence[Placed], parts: Parts, rows: PreparedRows) -> float:
    """How rare a leaf is that was found at some places: its syllables; a speaker, by the articles that quote one."""
    match leaf:
        case Spoken():
            return rarity(parts.articles, sum(len(np.unique(each.articles)) for each in found))
        case Quoted(part):
            return rarity_of(part, found, parts, rows)
        case Ways(stretches):
            return sum(min(rows[row].rarity for row in ways) for ways in stretches)
    return rows[leaf].rarity


def fields_of(leaf: Written | Quoted | Spoken) -> tuple[str, ...]:
    """The fields in which a leaf may stand."""
    match leaf:
        case Spoken():
            return TEXT_FIELDS
        case Quoted(part):
            return part.fields
    return leaf.fields


def places_in_part(leaf: Written, parts: Parts, at: int, rows: PreparedRows) -> tuple[Numbers, Numbers | int]:
    """Where a leaf begins in a part, given by its number, and how long it is there."""
    text = parts[at].segment.text
    if isinstance(leaf, Ways):
        found = [[(places_in_part(row, parts, at, rows)[0], len(row.slots)) for row in ways] for ways in leaf.stretches]
        begins, lengths = chained(found)
        if leaf.whole:
            begin, end = Whole.BEGIN in leaf.whole, Whole.END in leaf.whole
            keep = in_whole_words(text, begins, lengths, begin=begin, end=end)
            begins, lengths = begins[keep], lengths[keep]
        return begins, lengths
    here = rows[leaf].in_parts[at]
    if not here.most:
        return np.zeros(0, np.int64), len(here.slots)
    if isinstance(leaf, Row):
        return row_begins(leaf, text, here), len(here.slots)
    return near_places(text, [slot or () for slot in here.slots], leaf.within)


def _inside(spans: Numbers, begins: Numbers, lengths: Numbers | int) -> tuple[Numbers, Numbers | int]:
    """What of some places lies in some quotations."""
    keep = inside(spans, begins, lengths).nonzero()[0]
    return begins.take(keep), lengths if isinstance(lengths, int) else lengths.take(keep)
