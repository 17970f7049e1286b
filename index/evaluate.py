"""Which articles match, how often, and with which score? A condition, evaluated over all segments, by arrays.

Each node gives the whole set of its articles, so totals are exact and no shape of tree takes a short cut. A conjunction
evaluates its rarest part first, and the others only among what is left. What a node gives is a ``Found``: columns over
its articles in ascending order.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np

from index.boosts import Boosts, boosted
from index.found import LENGTH_BITS, Found, plain
from index.leaves import fields_of, placed, rarity_of
from index.listed import FEW_PLACES, Listed, all_of, any_of, listed
from index.normal_form import fold
from index.parts import Parts, PreparedRows
from index.plan import (
    All,
    Any,
    Between,
    Boost,
    Condition,
    Leaf,
    Near,
    Not,
    Only,
    Preferring,
    Quoted,
    Row,
    Scored,
    Slot,
    Spoken,
    Valued,
    Ways,
    leaves,
)
from index.row_matches import found_at, row_found
from index.schema import TEXT_FIELDS
from index.segment.tokens import Flags, Numbers, merged

_NONE = np.zeros(0, np.int64)


def evaluate(condition: Condition, parts: Parts, best: int | None = None, *, counted: bool = False) -> Found:
    """What a condition gives; articles are given by their numbers, and so are places.

    Where only so many of the ``best`` are asked for, others may have lower scores than theirs, or be left out and only
    flagged. ``counted`` asks for the places of each article.
    """
    found = evaluation(condition, parts)
    base, boosts = (condition.base, condition.boosts) if isinstance(condition, Scored) else (condition, ())
    if best is not None and isinstance(base, Any) and not (found.marked or counted):
        return found.best_of(base.parts, boosts, best)
    match condition:
        case Preferring(Scored(base, boosts), preferred):
            return found.ranked(found.found(base, parts.live, counted=counted), boosts, preferred, best)
        case Scored(base, boosts):
            return found.ranked(found.found(base, parts.live, counted=counted), boosts, None, best)
    return found.found(condition, parts.live, counted=counted)


def evaluation(condition: Condition, parts: Parts) -> Evaluation:
    """What evaluates a condition and each node of it."""
    return Evaluation(parts, PreparedRows(parts), _may_coincide(leaves(condition)))


def _may_coincide(found: Sequence[Leaf]) -> bool:
    """Whether two of some leaves may stand at the same place with the same length, which then counts once."""
    if len(found) > 1 and not all(isinstance(leaf, Row) for leaf in found):
        return True
    rows = [leaf for leaf in found if isinstance(leaf, Row)]
    return any(
        len(one.slots) == len(other.slots) and all(map(_share_a_key, one.slots, other.slots))
        for at, one in enumerate(rows)
        for other in rows[:at]
    )


def _share_a_key(one: Slot | None, other: Slot | None) -> bool:
    if one is None or other is None:
        return True
    if one.any_accents or other.any_accents:
        return fold(one.key) == fold(other.key)
    return one.key == other.key


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Evaluates nodes.

    ``among`` are the articles that are asked about, ``None`` for all; ``counted`` asks for the places of each.
    """

    parts: Parts
    rows: PreparedRows
    marked: bool

    def found(self, condition: Condition, among: Flags | None, *, counted: bool = False) -> Found:
        match condition:
            case Row():
                return self._row(condition, among, counted=counted)
            case Near() | Ways() | Quoted() | Spoken():
                found = placed(condition, self.parts, self.rows)
                rare = rarity_of(condition, found, self.parts, self.rows)
                return found_at(found, fields_of(condition), rare, self.parts, among, marked=self.marked)
            case Only(part):
                return plain(self.found(part, among).articles)
            case All(parts):
                return self._all(parts, among)
            case Any(parts):
                return self._any([self.found(part, among, counted=counted) for part in parts])
            case Not(part):
                return plain(self._others(self._asked(among), self.found(part, among)).nonzero()[0])
            case Preferring(Scored(base, boosts), preferred):
                return self.ranked(self.found(base, among, counted=counted), boosts, preferred, None)
            case Preferring(base, preferred):
                return self.ranked(self.found(base, among, counted=counted), (), preferred, None)
            case Scored(base, boosts):
                return self.ranked(self.found(base, among, counted=counted), boosts, None, None)
            case Valued(fact, values):
                having = [
                    part.segment.fact(fact).articles(value) + part.first for part in self.parts for value in values
                ]
                return plain(_inside(self._members(np.concatenate([_NONE, *having])), among).nonzero()[0])
            case Between(fact, lowest, highest):
                flags = [part.segment.fact(fact).between(lowest, highest) for part in self.parts]
                return plain(_inside(np.concatenate([_NONE.astype(np.bool_), *flags]), among).nonzero()[0])

    def boosts(self, boosts: Sequence[Boost], longest: int = 0) -> Boosts:
        """Some boosts as they were looked up (``Boosts``)."""
        return Boosts(boosts, [self.rows[boost.row] for boost in boosts], self.parts, longest)

    def best_of(self, conditions: Sequence[Condition], boosts: Sequence[Boost], count: int) -> Found:
        """The ``count`` best of the articles that any of some conditions gives, and how many these are."""
        words = self.words(conditions)
        others = [self.found(part, self.parts.live) for part in conditions if id(part) not in words]
        return any_of(list(words.values()), others, self.boosts(boosts, FEW_PLACES), self.parts, count)

    def words(self, conditions: Sequence[Condition]) -> dict[int, Listed]:
        """Those of some conditions, by their identity, that are answered by lists of articles alone."""
        found = {}
        for condition in conditions:
            if isinstance(condition, Row) and condition.fields == TEXT_FIELDS and not (self.marked or condition.whole):
                word = listed(self.rows[condition], self.parts)
                if word is not None:
                    found[id(condition)] = word
        return found

    def _row(self, row: Row, among: Flags | None, *, counted: bool) -> Found:
        return row_found(row, self.rows[row], self.parts, among, counted=counted, marked=self.marked)

    def _all(self, parts: Sequence[Condition], among: Flags | None) -> Found:
        """The rarest part first, and the others only among what is left; last the words that need no places."""
        words = self.words(parts)
        wanted = [part for part in parts if not isinstance(part, Not) and id(part) not in words]
        results = []
        for part in sorted(wanted, key=self._most):
            results.append(self.found(part, among, counted=True))
            among = self._members(results[-1].articles)
        for refused in parts:
            if isinstance(refused, Not):
                among = self._others(self._asked(among), self.found(refused.part, among))
        if words:
            results.append(all_of(list(words.values()), self.parts, among))
            among = self._members(results[-1].articles) if len(results) > 1 else None
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
            case Row() | Near():
                return self.rows[condition].most
            case Ways(stretches):
                return min(sum(map(self._most, ways)) for ways in stretches)
            case Quoted(inner) | Only(inner):
                return self._most(inner)
            case All(parts):
                return min((self._most(part) for part in parts), default=self.parts.articles)
            case Any(parts):
                return sum(map(self._most, parts))
            case Preferring(base) | Scored(base):
                return self._most(base)
        return self.parts.articles

    def _any(self, results: Sequence[Found]) -> Found:
        if len(results) == 1:
            return results[0]
        room = self.parts.articles
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
        marks = merged([part.marks for part in parts if part.marks is not None])
        of_marks = self.parts.articles_at(marks >> LENGTH_BITS)
        keep = self._members(found.articles).take(of_marks).nonzero()[0]
        counts = np.bincount(of_marks.take(keep), minlength=self.parts.articles).take(found.articles)
        return replace(found, counts=counts, marks=marks.take(keep), occurrences=len(keep))

    def ranked(self, found: Found, boosts: Sequence[Boost], preferred: Leaf | None, best: int | None) -> Found:
        """What was found, with the scores of some boosts and with what is ``preferred``.

        Where only so many of the ``best`` are asked for, others may have lower scores than theirs.
        """
        if not len(found.articles):
            return found
        looked_up = self.boosts(boosts)
        pairs = self._boosted_pairs(preferred, boosts)
        if pairs:
            needed = looked_up.having_rarest(pairs, found.articles)
            found = replace(found, scores=boosted(found, looked_up, best, needed))
            if needed.any():
                needed[needed] = looked_up.in_a_row(pairs, found.articles[needed])
            return replace(found, preferred=needed)
        if preferred is not None and self._most(preferred):
            there = self.found(preferred, self._members(found.articles), counted=True)
            found = replace(found, preferred=self._members(there.articles).take(found.articles))
        return replace(found, scores=boosted(found, looked_up, best, found.preferred))

    def _boosted_pairs(self, preferred: Leaf | None, boosts: Sequence[Boost]) -> Sequence[int]:
        """The numbers of the boosts that are the pairs of which what is preferred is made, if all of them are."""
        if not isinstance(preferred, Row) or preferred.fields != TEXT_FIELDS or preferred.whole:
            return ()
        numbers = {boost.row: number for number, boost in enumerate(boosts)}
        found = [numbers.get(Row(pair)) for pair in pairwise(preferred.slots)]
        return [] if None in found else [number for number in found if number is not None]

    def _members(self, articles: Numbers) -> Flags:
        member = np.zeros(self.parts.articles, np.bool_)
        member[articles] = True
        return member

    def _asked(self, among: Flags | None) -> Flags:
        return np.ones(self.parts.articles, np.bool_) if among is None else among

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
