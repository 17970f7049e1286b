"""What do rows that raise scores add, such as two syllables that stand side by side as they were typed?

What is worth the most stands in few places: these are read, all rows at once. Of a row that stands often only its
articles are counted at first, which says what it can add at the most. By then most articles are out of the running, and
it is looked up in the others alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from index.found import Found
from index.parts import Part, Parts, Prepared, PreparedRow
from index.plan import Boost, Row
from index.row_matches import row_begins
from index.schema import TEXT_FIELDS
from index.score import OPENING, ROUNDING, Scores, bound, place_tenths, scores, surprise
from index.segment.tokens import Flags, Numbers, among

_NONE = np.zeros(0, np.int64)

_MANY = 512
"""Articles in the running from which on boosts are added one by one, for each puts some of them out of it."""


class Added(NamedTuple):
    """Articles, by their numbers, and what is added to the score of each; one stands there once for each boost."""

    articles: Numbers
    scores: Scores


class Boosts:
    """Some boosts, looked up in all parts. They are numbered as they are given."""

    def __init__(self, boosts: Sequence[Boost], prepared: Sequence[Prepared], parts: Parts, longest: int = 0) -> None:
        """``prepared`` are their rows, of which lists up to the ``longest`` are read, and those not counted."""
        self._parts = parts
        rows = [boost.row for boost in boosts]
        self._fields = None  # in all of them
        if any(row.fields != TEXT_FIELDS for row in rows):
            self._fields = np.array([[name in row.fields for name in TEXT_FIELDS] for row in rows])
        self._in_parts = [
            _InPart(part, rows, [row.in_parts[at] for row in prepared], longest)
            for at, part in enumerate(parts if boosts else ())
        ]
        distinct = sum((each.distinct for each in self._in_parts), np.zeros(len(boosts), np.int64))
        self.most = np.array(
            [
                boost.weight * surprise(parts.articles, articles, row.rarest)
                for boost, row, articles in zip(boosts, prepared, distinct.tolist(), strict=True)
            ]
        )
        """The most that each adds to a score."""
        unread = {number for each in self._in_parts for number in each.lists if self.most[number]}
        self._is_read = np.array([number not in unread for number in range(len(boosts))], np.bool_)
        self.unread: Sequence[int] = sorted(unread, key=self.places)
        """Those that were not read, the rarest first."""

    def read(self, asked: Flags | None) -> Added:
        """What those add that were read, to articles that are asked about."""
        found = [Added(_NONE, np.zeros(0))]
        for each in self._in_parts:
            keep = self._is_read.take(each.rows)
            if asked is not None:
                keep &= asked[each.part.numbers].take(each.articles)
            kept = keep.nonzero()[0]
            found.append(self._scored(each, each.rows.take(kept), each.begins.take(kept), each.articles.take(kept)))
        return Added(*map(np.concatenate, zip(*found, strict=True)))

    def added(self, numbers: Sequence[int], articles: Numbers) -> Added:
        """What some of them add to some ascending articles."""
        found = [Added(_NONE, np.zeros(0))]
        for each, (_, here) in zip(self._in_parts, self._parts.by_part(articles), strict=True):
            edges = each.edges(here)
            places = [each.within(number, here, edges) for number in numbers]
            rows = np.repeat(numbers, [len(begins) for begins, _ in places])
            begins, which = map(np.concatenate, zip(*places, strict=True))
            found.append(self._scored(each, rows, begins, here.take(which)))
        return Added(*map(np.concatenate, zip(*found, strict=True)))

    def everywhere(self, number: int) -> Added:
        """What one of them adds to all articles."""
        found = [Added(_NONE, np.zeros(0))]
        for each in self._in_parts:
            begins = each.places(number)
            articles = each.part.segment.text.articles_at(begins)
            found.append(self._scored(each, np.full(len(begins), number), begins, articles))
        return Added(*map(np.concatenate, zip(*found, strict=True)))

    def in_a_row(self, numbers: Sequence[int], articles: Numbers) -> Flags:
        """In which of some ascending articles the rows of some stand each one syllable behind the one before."""
        found = np.zeros(len(articles), np.bool_)
        first = 0
        for each, (_, here) in zip(self._in_parts, self._parts.by_part(articles), strict=True):
            sizes = [each.size(number) for number in numbers]
            rarest, *others_by_size = sorted(range(len(numbers)), key=sizes.__getitem__)
            begins, which = each.within(numbers[rarest], here, each.edges(here))
            begins = begins - rarest
            for at in others_by_size:
                if len(begins):
                    left = here.take(which)
                    left = left[np.diff(left, prepend=-1) > 0]
                    others, _ = each.within(numbers[at], left, each.edges(left))
                    keep = among(begins + at, others)
                    begins, which = begins.take(keep), which.take(keep)
            found[which + first] = True
            first += len(here)
        return found

    def places(self, number: int) -> int:
        """In how many places one of them stands."""
        return sum(each.size(number) for each in self._in_parts)

    def _scored(self, each: _InPart, rows: Numbers, begins: Numbers, articles: Numbers) -> Added:
        """Places of rows, in which of a part's articles they are, as articles with their scores."""
        if not len(begins):
            return Added(_NONE, np.zeros(0))
        text = each.part.segment.text
        fields = text.fields_at(articles, begins)
        tenths = place_tenths(fields, text.in_openings(articles, begins, OPENING))
        if self._fields is not None:
            tenths *= self._fields[rows, fields]
        firsts = _firsts(rows, articles)
        articles = articles.take(firsts) + each.part.first
        weights = np.add.reduceat(tenths, firsts) / 10
        most = self.most.take(rows.take(firsts))
        return Added(articles, scores(most, weights, self._parts.saturations.take(articles)))


def boosted(found: Found, boosts: Boosts, members: Flags, best: int | None) -> Scores:
    """The scores of what was found, with what boosts add; ``members`` are its articles.

    Where only so many of the ``best`` are asked for, others that are not preferred may have lower ones than theirs.
    """
    raised = boosts.read(members)
    of_raised = found.articles.searchsorted(raised.articles)
    totals = found.scores + np.bincount(of_raised, raised.scores, len(found.articles))
    unread = boosts.unread
    while unread:
        near = found.articles
        if best is not None:
            least = bound(totals, best) - float(boosts.most[unread].sum())
            is_near = totals > least * (1 - ROUNDING)
            near = near[is_near if found.preferred is None else is_near | found.preferred]
        count = 1 if best is not None and len(near) > _MANY else len(unread)
        raised = boosts.added(unread[:count], near)
        of_raised = found.articles.searchsorted(raised.articles)
        totals += np.bincount(of_raised, raised.scores, len(totals))
        unread = unread[count:]
    return totals


class _InPart:
    """Where the rows of boosts stand in a part: of those that were read the places, and of others a list."""

    def __init__(self, part: Part, rows: Sequence[Row], prepared: Sequence[PreparedRow], longest: int) -> None:
        self.part = part
        text = part.segment.text
        self.lists: dict[int, int] = {}
        """The lists of rows that were not read."""
        self.distinct = np.zeros(len(rows), np.int64)
        """In how many articles each row stands."""
        read: list[tuple[int, int]] = []
        others: list[tuple[int, Numbers]] = []
        for number, (row, here) in enumerate(zip(rows, prepared, strict=True)):
            at = _only_list(row, here)
            if at is None:
                others += [(number, row_begins(row, text, here))] if here.most else []
            elif here.most > longest and (count := text.pair_articles.count(at)) is not None:
                self.lists[number], self.distinct[number] = at, count
            else:
                read.append((at, number))
        read.sort()
        lists = np.array([at for at, _ in read], np.int64)
        self.begins = np.concatenate([text.terms.pairs.places_of(lists), *(begins for _, begins in others)])
        sizes = [*text.terms.pairs.lengths.of_lists(lists)[0].tolist(), *(len(begins) for _, begins in others)]
        numbers = [*(number for _, number in read), *(number for number, _ in others)]
        self.rows = np.repeat(np.array(numbers, np.int64), sizes)
        self.articles = text.articles_at(self.begins)
        ends = np.cumsum([0, *sizes]).tolist()
        self._read = {number: slice(*of_row) for number, of_row in zip(numbers, pairwise(ends), strict=True)}
        self.distinct += np.bincount(self.rows.take(_firsts(self.rows, self.articles)), minlength=len(rows))

    def size(self, number: int) -> int:
        """How often a row stands here."""
        if number in self.lists:
            return self.part.segment.text.terms.pairs.lengths.length(self.lists[number])
        read = self._read.get(number, slice(0, 0))
        return int(read.stop) - int(read.start)

    def places(self, number: int) -> Numbers:
        """Where a row stands, ascending."""
        if number in self.lists:
            return self.part.segment.text.terms.pairs.places(self.lists[number])
        return self.begins[self._read.get(number, slice(0, 0))]

    def edges(self, articles: Numbers) -> tuple[Numbers, Numbers]:
        """Where some articles begin and end."""
        starts = self.part.segment.text.starts
        return starts.take(articles).astype(np.int64), starts.take(articles + 1).astype(np.int64)

    def within(self, number: int, articles: Numbers, edges: tuple[Numbers, Numbers]) -> tuple[Numbers, Numbers]:
        """Where a row stands in some ascending articles with such edges, and which of them each place is in."""
        if number in self.lists:
            return self.part.segment.text.terms.pairs.within(self.lists[number], *edges)
        read = self._read.get(number, slice(0, 0))
        keep = among(self.articles[read], articles)
        return self.begins[read].take(keep), articles.searchsorted(self.articles[read].take(keep))


def _only_list(row: Row, here: PreparedRow) -> int | None:
    """The list of places that a row is, where it is one."""
    if len(row.slots) == 2 and not row.whole and len(here.links) == 1 and len(here.links[0].lists) == 1:
        (first, second), (link,) = here.slots, here.links
        return int(link.lists[0]) if len(first or ()) == 1 == len(second or ()) else None
    return None


def _firsts(rows: Numbers, articles: Numbers) -> Numbers:
    """Where another article begins, or another row."""
    is_first = np.ones(len(rows), np.bool_)
    np.not_equal(articles[1:], articles[:-1], out=is_first[1:])
    is_first[1:] |= rows[1:] != rows[:-1]
    return is_first.nonzero()[0]
