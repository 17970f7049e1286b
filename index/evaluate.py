"""Which articles match, how often, and with which score? A condition, evaluated a segment at a time, by arrays.

Each node gives the whole set of its articles, so totals are exact and no shape of tree takes a short cut. A conjunction
evaluates its rarest part first, and the others only among what is left. What a node gives is a ``Found``: columns over
its articles in ascending order.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from index.parts import Part, PreparedRow, Statistics, prepared_rows
from index.plan import All, Any, Between, Condition, Not, Preferring, Row, Slot, Valued, rows
from index.schema import TEXT_FIELDS
from index.score import TENTHS, Scores, scores, weigh
from index.segment.rows import places_of_any, row_places
from index.segment.term_codes import Flags, Numbers

_LENGTH_BITS = 24

_NONE = np.zeros(0, np.int64)
_FIELD_TENTHS = np.array(TENTHS)


@dataclass(frozen=True, slots=True)
class Found:
    """Articles, ascending, with their scores, and the number of all places at which they match.

    ``counts``, the places of each article, are there only where a node above has to choose among the articles, and
    ``preferred`` where some are. ``marks``, where rows may coincide, are all places, ascending and each once: a place
    and, in the lowest 24 bits, the number of syllables there.
    """

    articles: Numbers
    scores: Scores
    occurrences: int
    counts: Numbers | None = None
    preferred: Flags | None = None
    marks: Numbers | None = None

    def each(self) -> Numbers:
        """The counts, where they were asked for."""
        assert self.counts is not None
        return self.counts

    def at(self, keep: Numbers) -> Found:
        """Some of the articles, by their numbers in the columns; the marks are left as they are."""
        counts = self.each().take(keep)
        preferred = None if self.preferred is None else self.preferred.take(keep)
        found = self.articles.take(keep), self.scores.take(keep), int(counts.sum())
        return Found(*found, counts, preferred, self.marks)


def plain(articles: Numbers) -> Found:
    """Articles without places or scores: what a filter gives."""
    return Found(articles, np.zeros(len(articles)), 0, np.zeros(len(articles), np.int64), None, _NONE)


def evaluate(condition: Condition, parts: Sequence[Part], statistics: Statistics) -> list[Found]:
    """What a condition gives in each part."""
    marked = _may_coincide(rows(condition))
    prepared = prepared_rows(condition, parts, statistics)
    return [
        _Evaluation(part, saturation, in_part, marked).found(condition, part.live)
        for part, saturation, in_part in zip(parts, statistics.saturations, prepared, strict=True)
    ]


def _may_coincide(found: Sequence[Row]) -> bool:
    """Whether two of some rows may stand at the same place with the same length, which then counts once."""
    return any(
        len(one.slots) == len(other.slots) and all(map(_share_a_key, one.slots, other.slots))
        for at, one in enumerate(found)
        for other in found[:at]
    )


def _share_a_key(one: Slot | None, other: Slot | None) -> bool:
    return one is None or other is None or one.any_accents or other.any_accents or one.key == other.key


@dataclass(frozen=True, slots=True)
class _Evaluation:
    """Evaluates nodes in one part.

    ``among`` are the articles that are asked about, ``None`` for all; ``counted`` asks for the places of each.
    """

    part: Part
    saturation: Scores
    rows: Mapping[int, PreparedRow]
    marked: bool

    def found(self, condition: Condition, among: Flags | None, *, counted: bool = False) -> Found:
        match condition:
            case Row():
                return self._row(condition, among, counted=counted)
            case All(parts):
                return self._all(parts, among)
            case Any(parts):
                return self._any([self.found(part, among, counted=counted) for part in parts])
            case Not(part):
                return plain(self._others(self._asked(among), self.found(part, among)).nonzero()[0])
            case Preferring(base, preferred):
                return self._prefer(self.found(base, among, counted=counted), preferred)
            case Valued(fact, values):
                column = self.part.segment.fact(fact)
                articles = np.concatenate([_NONE, *(column.articles(value) for value in values)])
                return plain(_inside(self._members(articles), among).nonzero()[0])
            case Between(fact, lowest, highest):
                return plain(_inside(self.part.segment.fact(fact).between(lowest, highest), among).nonzero()[0])

    def _row(self, row: Row, among: Flags | None, *, counted: bool) -> Found:
        prepared = self.rows[id(row)]
        if not prepared.most:
            return plain(_NONE)
        terms = prepared.slots[0]
        if len(row.slots) == 1 and terms is not None and not self.marked:
            if len(terms) == 1 and terms[0] in self.part.segment.text.lists:
                return self._frequent(terms[0], row.fields, prepared.rarity, among, counted=counted)
            places = places_of_any(self.part.segment.text, terms)
        else:
            places = row_places(self.part.segment.text, prepared.slots, prepared.anchor)
        return self._placed(places, row, prepared.rarity, among)

    def _frequent(
        self, term: int, fields: tuple[str, ...], rare: float, among: Flags | None, *, counted: bool
    ) -> Found:
        """A row of one frequent term: what is kept of these answers for it, without its places."""
        text, table = self.part.segment.text, None
        if among is None:
            articles, kinds = text.lists.articles(term), text.lists.kinds(term)
        else:
            articles, kinds = text.lists.among(term, among)
        totals, weights = self.part.kind_totals, self.part.kind_weights
        if fields != TEXT_FIELDS:
            table = text.lists.table * np.array([name in fields for name in TEXT_FIELDS])
            totals, weights = table.sum(axis=1), weigh(table)
            there = totals.take(kinds).nonzero()[0]
            articles, kinds = articles.take(there), kinds.take(there)
        found = scores(rare, weights.take(kinds), self.saturation.take(articles))
        if among is None and table is None and not counted:
            return Found(articles, found, text.positions.count(term))
        counts = totals.take(kinds)
        return Found(articles, found, int(counts.sum()), counts)

    def _placed(self, places: Numbers, row: Row, rare: float, among: Flags | None) -> Found:
        """What follows from ascending places, as far as their fields and articles are asked about."""
        articles, fields = self.part.segment.text.located(places)
        if among is not None:
            keep = among.take(articles).nonzero()[0]
            places, articles, fields = places.take(keep), articles.take(keep), fields.take(keep)
        if row.fields != TEXT_FIELDS:
            keep = np.array([name in row.fields for name in TEXT_FIELDS]).take(fields).nonzero()[0]
            places, articles, fields = places.take(keep), articles.take(keep), fields.take(keep)
        if not len(places):
            return plain(_NONE)
        is_first = np.ones(len(places), np.bool_)
        np.not_equal(articles[1:], articles[:-1], out=is_first[1:])
        firsts = is_first.nonzero()[0]
        counts = np.empty(len(firsts), np.int64)
        np.subtract(firsts[1:], firsts[:-1], out=counts[:-1])
        counts[-1] = len(places) - firsts[-1]
        weights = np.add.reduceat(_FIELD_TENTHS.take(fields), firsts) / 10
        articles = articles.take(firsts)
        marks = places << _LENGTH_BITS | len(row.slots) if self.marked else None
        return Found(articles, scores(rare, weights, self.saturation.take(articles)), len(places), counts, None, marks)

    def _all(self, parts: Sequence[Condition], among: Flags | None) -> Found:
        """The rarest part first, and the others only among what is left."""
        wanted = sorted((part for part in parts if not isinstance(part, Not)), key=self._most)
        results = []
        for part in wanted:
            results.append(self.found(part, among, counted=True))
            among = self._members(results[-1].articles)
        for refused in parts:
            if isinstance(refused, Not):
                among = self._others(self._asked(among), self.found(refused.part, among))
        first, *others = [_narrowed(result, among) for result in results or [plain(self._asked(among).nonzero()[0])]]
        for other in others:
            preferred = first.preferred if other.preferred is None else other.preferred
            if first.preferred is not None and other.preferred is not None:
                preferred = first.preferred | other.preferred
            found = first.articles, first.scores + other.scores, first.occurrences + other.occurrences
            first = Found(*found, first.each() + other.each(), preferred, first.marks)
        return self._with_marks(first, [first, *others])

    def _most(self, condition: Condition) -> int:
        """An upper bound of the articles that a condition gives."""
        match condition:
            case Row():
                return self.rows[id(condition)].most
            case All(parts):
                return min((self._most(part) for part in parts), default=self.part.segment.articles)
            case Any(parts):
                return sum(map(self._most, parts))
            case Preferring(base):
                return self._most(base)
        return self.part.segment.articles

    def _any(self, results: Sequence[Found]) -> Found:
        if len(results) == 1:
            return results[0]
        room = self.part.segment.articles
        member, total, counts, preferred = np.zeros(room, np.bool_), np.zeros(room), None, None
        for result in results:
            member[result.articles] = True
            total += np.bincount(result.articles, result.scores, room)
        articles = member.nonzero()[0]
        if all(result.counts is not None for result in results):
            of_all = np.zeros(room, np.int64)
            for result in results:
                of_all[result.articles] += result.each()
            counts = of_all.take(articles)
        if any(result.preferred is not None for result in results):
            chosen = [result.articles[result.preferred] for result in results if result.preferred is not None]
            preferred = self._members(np.concatenate(chosen)).take(articles)
        occurrences = sum(result.occurrences for result in results)
        return self._with_marks(Found(articles, total.take(articles), occurrences, counts, preferred), results)

    def _with_marks(self, found: Found, parts: Sequence[Found]) -> Found:
        """The marks of several parts in the articles found, where they are asked for: then they are what is counted."""
        if not self.marked:
            return found
        marks = np.unique(np.concatenate([_NONE, *(part.marks for part in parts if part.marks is not None)]))
        of_marks = self.part.segment.text.located(marks >> _LENGTH_BITS)[0]
        keep = self._members(found.articles).take(of_marks).nonzero()[0]
        counts = np.bincount(of_marks.take(keep), minlength=self.part.segment.articles).take(found.articles)
        return replace(found, counts=counts, marks=marks.take(keep), occurrences=len(keep))

    def _prefer(self, found: Found, preferred: Row) -> Found:
        prepared = self.rows[id(preferred)]
        if not prepared.most or not len(found.articles):
            return replace(found, preferred=None)
        places = row_places(self.part.segment.text, prepared.slots, prepared.anchor)
        articles = self._placed(places, preferred, prepared.rarity, None).articles
        return replace(found, preferred=self._members(articles).take(found.articles))

    def _members(self, articles: Numbers) -> Flags:
        member = np.zeros(self.part.segment.articles, np.bool_)
        member[articles] = True
        return member

    def _asked(self, among: Flags | None) -> Flags:
        return np.ones(self.part.segment.articles, np.bool_) if among is None else among

    def _others(self, among: Flags, refused: Found) -> Flags:
        """The articles asked about, without those that were found."""
        others = among.copy()
        others[refused.articles] = False
        return others


def _inside(articles: Flags, among: Flags | None) -> Flags:
    return articles if among is None else articles & among


def _narrowed(found: Found, among: Flags | None) -> Found:
    """What was found in the articles that are left."""
    if among is None:
        return found
    keep = among.take(found.articles).nonzero()[0]
    return found if len(keep) == len(found.articles) else found.at(keep)
