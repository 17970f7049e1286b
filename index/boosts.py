"""What do rows that raise scores add, such as two syllables that stand side by side as they were typed?

What is worth the most stands in few places: these are read, all rows at once. Of a row that stands often only its
articles are counted at first, which says what it can add at the most. By then most articles are out of the running, and
it is looked up in the others alone.
"""

from __future__ import annotations

from collections.abc import Sequence
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

_MANY = 256
"""Articles in the running from which on boosts are added one by one, for each puts some of them out of it."""


class Added(NamedTuple):
    """Articles, by their numbers, and what is added to the score of each; one stands there once for each boost."""

    articles: Numbers
    scores: Scores


_NOTHING = Added(_NONE, np.zeros(0))


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
        self._sizes = [sum(sizes) for sizes in zip(*(each.sizes for each in self._in_parts), strict=True)]
        distinct = sum((each.distinct for each in self._in_parts), np.zeros(len(boosts), np.int64))
        self.most = np.array(
            [
                boost.weight * surprise(parts.articles, articles, row.rarest)
                for boost, row, articles in zip(boosts, prepared, distinct.tolist(), strict=True)
            ]
        )
        """The most that each adds to a score."""
        unread = {number for each in self._in_parts for number in each.lists if self.most[number]}
        self.were_read: Sequence[int] = [
            number for number in range(len(boosts)) if number not in unread and self.most[number]
        ]
        """Those that were read and add something."""
        self.unread: Sequence[int] = sorted(unread, key=self.places)
        """Those that were not read, the rarest first."""

    def read(self, asked: Flags | None) -> Added:
        """What those add that were read, to articles that are asked about."""
        found: list[Added] = []
        is_read = np.zeros(len(self.most), np.bool_)
        is_read[self.were_read] = True
        for each in self._in_parts:
            keep = is_read.take(each.rows)
            if asked is not None:
                keep &= asked[each.part.numbers].take(each.articles)
            kept = keep.nonzero()[0]
            found.append(self._scored(each, each.rows.take(kept), each.begins.take(kept), each.articles.take(kept)))
        return _joined(found)

    def added(self, numbers: Sequence[int], articles: Numbers, *, kept: bool = False) -> Added:
        """What some of them add to some ascending articles.

        Where they stand in these may be ``kept``; from then on they can be asked about in no others.
        """
        found: list[Added] = []
        for each, (_, here) in zip(self._in_parts, self._parts.by_part(articles), strict=True):
            rows, begins, which = each.all_within(numbers, here, kept=kept)
            found.append(self._scored(each, rows, begins, here.take(which)))
        return _joined(found)

    def everywhere(self, number: int) -> Added:
        """What one of them adds to all articles."""
        found: list[Added] = []
        for each in self._in_parts:
            begins = each.places(number)
            articles = each.part.segment.text.articles_at(begins)
            found.append(self._scored(each, np.full(len(begins), number), begins, articles))
        return _joined(found)

    def having_rarest(self, numbers: Sequence[int], articles: Numbers) -> Flags:
        """Which of some ascending articles have the rarest of some rows, where all of these stand at all.

        Where it stands in these is kept; from then on it can be asked about in no others.
        """
        found = np.zeros(len(articles), np.bool_)
        if all(map(self.places, numbers)):
            first, number = 0, min(numbers, key=self.places)
            for each, (_, here) in zip(self._in_parts, self._parts.by_part(articles), strict=True):
                _, which = each.within(number, here, each.edges(here), kept=True)
                found[which + first] = True
                first += len(here)
        return found

    def in_a_row(self, numbers: Sequence[int], articles: Numbers) -> Flags:
        """In which of some ascending articles the rows of some stand each one syllable behind the one before."""
        found = np.zeros(len(articles), np.bool_)
        first = 0
        for each, (_, here) in zip(self._in_parts, self._parts.by_part(articles), strict=True):
            edges = each.edges(here)
            begins, which = each.within(numbers[0], here, edges)
            for at, number in enumerate(numbers[1:], 1):
                if not len(begins):
                    break
                keep = among(begins + at, each.within(number, here, edges)[0])
                begins, which = begins.take(keep), which.take(keep)
            found[which + first] = True
            first += len(here)
        return found

    def places(self, number: int) -> int:
        """In how many places one of them stands."""
        return self._sizes[number]

    def _scored(self, each: _InPart, rows: Numbers, begins: Numbers, articles: Numbers) -> Added:
        """Places of rows, in which of a part's articles they are, as articles with their scores."""
        if not len(begins):
            return _NOTHING
        text = each.part.segment.text
        fields = text.fields_at(articles, begins)
        tenths = place_tenths(fields, text.in_openings(articles, begins, OPENING))
        if self._fields is not None:
            tenths *= self._fields[rows, fields]
        firsts = _firsts(articles, rows)
        articles = articles.take(firsts) + each.part.first
        weights = np.add.reduceat(tenths, firsts) / 10
        most = self.most.take(rows.take(firsts))
        return Added(articles, scores(most, weights, self._parts.saturations.take(articles)))


def boosted(found: Found, boosts: Boosts, best: int | None, needed: Flags | None) -> Scores:
    """The scores of what was found, with what boosts add.

    Where only so many of the ``best`` are asked for, others that are not ``needed`` may have lower ones than theirs.
    Where boosts stand in those that are is kept.
    """
    totals = found.scores.copy()
    waiting, count = [*boosts.were_read, *boosts.unread], len(boosts.were_read)
    while waiting:
        near = found.articles
        if best is not None and len(near) > best:
            least = bound(totals, best) - float(boosts.most[waiting].sum())
            is_near = totals > least * (1 - ROUNDING)
            near = near[is_near if needed is None else is_near | needed]
        count = max(count, 1) if best is not None and len(near) > _MANY else len(waiting)
        raised = boosts.added(waiting[:count], near, kept=True)
        totals += np.bincount(found.articles.searchsorted(raised.articles), raised.scores, len(totals))
        waiting, count = waiting[count:], 1
    return totals


def _joined(found: Sequence[Added]) -> Added:
    if len(found) == 1:
        return found[0]
    return Added(*map(np.concatenate, zip(_NOTHING, *found, strict=True)))


class _InPart:
    """Where the rows of boosts stand in a part: of those that were read the places, and of others a list."""

    def __init__(self, part: Part, rows: Sequence[Row], prepared: Sequence[PreparedRow], longest: int) -> None:
        self.part = part
        text = part.segment.text
        self.lists: dict[int, int] = {}
        """The lists of rows that were not read."""
        self.distinct = np.zeros(len(rows), np.int64)
        """In how many articles each row stands."""
        self.sizes = [0] * len(rows)
        """How often each row stands here."""
        read: list[tuple[int, int, int]] = []
        others: list[tuple[int, Numbers]] = []
        for number, (row, here) in enumerate(zip(rows, prepared, strict=True)):
            at = _only_list(row, here)
            if at is None:
                others += [(number, row_begins(row, text, here))] if here.most else []
            elif here.most > longest and (count := text.pair_articles.count(at)) is not None:
                self.lists[number], self.distinct[number], self.sizes[number] = at, count, here.most
            else:
                read.append((at, number, here.most))
        read.sort()
        self.begins = text.terms.pairs.places_of(np.array([at for at, _, _ in read], np.int64))
        if others:
            self.begins = np.concatenate([self.begins, *(begins for _, begins in others)])
        sizes = [*(size for _, _, size in read), *(len(begins) for _, begins in others)]
        numbers = [*(number for _, number, _ in read), *(number for number, _ in others)]
        self.read = frozenset(numbers)
        """The rows that were read."""
        self.rows = np.repeat(np.array(numbers, np.int64), sizes)
        self.articles = text.articles_at(self.begins)
        self.known: dict[int, tuple[Numbers, Numbers]] = {}
        """The places of rows that were read or looked up, and the articles in which they are."""
        begin = 0
        for number, size in zip(numbers, sizes, strict=True):
            self.known[number] = self.begins[begin : begin + size], self.articles[begin : begin + size]
            self.sizes[number] = size
            begin += size
        if numbers:
            self.distinct += np.bincount(self.rows.take(_firsts(self.articles, self.rows)), minlength=len(rows))

    def places(self, number: int) -> Numbers:
        """Where a row stands, ascending."""
        if number in self.lists:
            return self.part.segment.text.terms.pairs.places(self.lists[number])
        return self.known.get(number, (_NONE,))[0]

    def edges(self, articles: Numbers) -> tuple[Numbers, Numbers]:
        """Where some articles begin and end."""
        starts = self.part.segment.text.starts
        return starts.take(articles).astype(np.int64), starts.take(articles + 1).astype(np.int64)

    def within(
        self, number: int, articles: Numbers, edges: tuple[Numbers, Numbers], *, kept: bool = False
    ) -> tuple[Numbers, Numbers]:
        """Where a row stands in some ascending articles with such edges, and which of them each place is in."""
        if number in self.lists and number not in self.known:
            found = self.part.segment.text.terms.pairs.within(self.lists[number], *edges)
            if kept:
                self.known[number] = found[0], articles.take(found[1])
            return found
        begins, at = self.known.get(number, (_NONE, _NONE))
        keep = among(at, articles)
        return begins.take(keep), articles.searchsorted(at.take(keep))

    def all_within(self, numbers: Sequence[int], articles: Numbers, *, kept: bool) -> tuple[Numbers, Numbers, Numbers]:
        """Of each place of some rows in some ascending articles the row, itself, and which of the articles it is in."""
        found = []
        were_read = [number for number in numbers if number in self.read]
        if were_read:  # gone through together
            keep = among(self.articles, articles)
            if len(were_read) < len(self.read):
                keep = keep[np.isin(self.rows.take(keep), were_read)]
            at = articles.searchsorted(self.articles.take(keep))
            found.append((self.rows.take(keep), self.begins.take(keep), at))
        unread = [number for number in numbers if number in self.lists]
        edges = self.edges(articles) if unread else (_NONE, _NONE)
        for number in unread:
            begins, at = self.within(number, articles, edges, kept=kept)
            found.append((np.full(len(begins), number), begins, at))
        if len(found) == 1:
            return found[0]
        rows, begins, at = map(np.concatenate, zip((_NONE, _NONE, _NONE), *found, strict=True))
        return rows, begins, at


def _only_list(row: Row, here: PreparedRow) -> int | None:
    """The list of places that a row is, where it is one."""
    if len(row.slots) == 2 and not row.whole and len(here.links) == 1 and len(here.links[0].lists) == 1:
        (first, second), (link,) = here.slots, here.links
        return int(link.lists[0]) if len(first or ()) == 1 == len(second or ()) else None
    return None


def _firsts(articles: Numbers, rows: Numbers | None = None) -> Numbers:
    """Where another article begins, or another row."""
    is_first = np.ones(len(articles), np.bool_)
    np.not_equal(articles[1:], articles[:-1], out=is_first[1:])
    if rows is not None:
        is_first[1:] |= rows[1:] != rows[:-1]
    return is_first.nonzero()[0]
