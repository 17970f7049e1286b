"""In which articles does a row stand? By its places or, for a frequent term by itself, by what is kept of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from index.found import LENGTH_BITS, Found, plain
from index.parts import Part, Parts, Prepared, PreparedRow
from index.plan import Row, Whole
from index.schema import TEXT_FIELDS
from index.score import Scores, place_tenths, scores, weigh
from index.segment.rows import in_whole_words, places_of_any, row_places
from index.segment.text import Text
from index.segment.tokens import Flags, Numbers, joined

_NONE = np.zeros(0, np.int64)


class _Counted(NamedTuple):
    """Articles in which a row stands, with the weights and the number of its places in each, and all marks.

    The counts are left out where they are not asked for, and the marks where rows cannot coincide.
    """

    articles: Numbers
    weights: Scores
    occurrences: int
    counts: Numbers | None = None
    marks: Numbers | None = None


class Placed(NamedTuple):
    """Ascending places with the articles and the fields in which they are, and the syllables at each."""

    places: Numbers
    articles: Numbers
    fields: Numbers
    lengths: Numbers | int


def row_found(row: Row, prepared: Prepared, parts: Parts, among: Flags | None, *, counted: bool, marked: bool) -> Found:
    """The articles in which a row stands, of those that are asked about (``among``).

    ``counted`` asks for the places of each article, ``marked`` for its marks.
    """
    from_lists: list[_Counted] = []
    from_places: list[Placed] = []
    for part, here in zip(parts, prepared.in_parts, strict=True):
        if not here.most:
            continue
        text = part.segment.text
        if len(here.slots) > 1 or marked or row.whole or here.slots[0] is None:
            from_places.append(located(part, row_begins(row, text, here), len(here.slots)))
            continue
        asked = None if among is None else among[part.numbers]
        frequent = [term for term in here.slots[0] if term in text.lists]
        from_lists += [_frequent(part, term, row.fields, asked, counted=counted) for term in frequent]
        others = [term for term in here.slots[0] if term not in text.lists]
        if others:
            from_places.append(located(part, places_of_any(text, others), 1))
    if from_places:
        from_lists += _placed(from_places, row.fields, among, marked=marked)
    return _scored(from_lists, prepared.rarity, parts)


def row_begins(row: Row, text: Text, here: PreparedRow) -> Numbers:
    """The places at which a row begins in a text, ascending."""
    begins = row_places(text, here.slots, here.links)
    if not row.whole:
        return begins
    begin, end = Whole.BEGIN in row.whole, Whole.END in row.whole
    return begins[in_whole_words(text, begins, len(row.slots), begin=begin, end=end)]


def found_at(
    found: Sequence[Placed], fields: tuple[str, ...], rarity: float, parts: Parts, among: Flags | None, *, marked: bool
) -> Found:
    """The articles in which something stands at some places, one ``Placed`` a part, in some fields; scored as a row."""
    return _scored(_placed(found, fields, among, marked=marked) if found else (), rarity, parts)


def _placed(
    found: Sequence[Placed], wanted: tuple[str, ...], among: Flags | None, *, marked: bool
) -> Sequence[_Counted]:
    """What follows from ascending places, as far as their fields and articles are asked about."""
    places = joined([each.places for each in found])
    articles, fields = joined([each.articles for each in found]), joined([each.fields for each in found])
    marks = joined([_marks_of(each) for each in found]) if marked else None
    tenths = place_tenths(fields)
    keeps = [] if among is None else [among.take(articles)]
    if wanted != TEXT_FIELDS:
        keeps.append(np.array([name in wanted for name in TEXT_FIELDS]).take(fields))
    if keeps:
        keep = np.logical_and.reduce(keeps).nonzero()[0]
        places, articles, tenths = places.take(keep), articles.take(keep), tenths.take(keep)
        marks = None if marks is None else marks.take(keep)
    if not len(places):
        return ()
    is_first = np.ones(len(places), np.bool_)
    np.not_equal(articles[1:], articles[:-1], out=is_first[1:])
    firsts = is_first.nonzero()[0]
    counts = np.empty(len(firsts), np.int64)
    np.subtract(firsts[1:], firsts[:-1], out=counts[:-1])
    counts[-1] = len(places) - firsts[-1]
    weights = np.add.reduceat(tenths, firsts) / 10
    return (_Counted(articles.take(firsts), weights, len(places), counts, marks),)


def _marks_of(placed: Placed) -> Numbers:
    return placed.places << LENGTH_BITS | placed.lengths


def _scored(found: Sequence[_Counted], rare: float, parts: Parts) -> Found:
    """The articles of a row with their scores, those of several parts in order, those of several terms as one."""
    if not found:
        return plain(_NONE)
    articles, weights = joined([each.articles for each in found]), joined([each.weights for each in found])
    occurrences = sum(each.occurrences for each in found)
    counts = None
    if all(each.counts is not None for each in found):
        counts = joined([each.counts for each in found if each.counts is not None])
    if len(found) > 1 and (articles[1:] <= articles[:-1]).any():
        sums = np.bincount(articles, weights, parts.articles)
        if counts is not None:
            counts = np.bincount(articles, counts, parts.articles).astype(np.int64)
        articles = sums.nonzero()[0]
        weights = np.rint(sums.take(articles) * 10) / 10  # tenths, as exact as if they had been added up as such
        counts = None if counts is None else counts.take(articles)
    return Found(
        articles, scores(rare, weights, parts.saturations.take(articles)), occurrences, counts, None, found[0].marks
    )


def located(part: Part, places: Numbers, lengths: Numbers | int) -> Placed:
    """The places of a part as they are among those of all; the array of them is used up."""
    articles, fields = part.segment.text.located(places)
    articles += part.first
    places += part.first_place
    return Placed(places, articles, fields, lengths)


def _frequent(part: Part, term: int, fields: tuple[str, ...], among: Flags | None, *, counted: bool) -> _Counted:
    """A row of one frequent term in a part: what is kept of these answers for it, without its places."""
    text = part.segment.text
    if among is None:
        articles, kinds = text.lists.articles(term), text.lists.kinds(term)
    else:
        articles, kinds = text.lists.among(term, among)
    totals, weights = part.kind_totals, part.kind_weights
    if fields != TEXT_FIELDS:
        table = text.lists.table * np.array([name in fields for name in TEXT_FIELDS])
        totals, weights = table.sum(axis=1), weigh(table)
        there = totals.take(kinds).nonzero()[0]
        articles, kinds = articles.take(there), kinds.take(there)
    elif among is None and not counted:
        return _Counted(articles + part.first, weights.take(kinds), text.terms.count(term))
    counts = totals.take(kinds)
    return _Counted(articles + part.first, weights.take(kinds), int(counts.sum()), counts)
