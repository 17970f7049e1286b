"""Which articles match, how often, and with which score? A condition, evaluated a segment at a time, by arrays.

Each node gives the whole set of its articles, so totals are exact and no shape of tree takes a short cut. A conjunction
evaluates its rarest part first. What a node gives is a ``Found``: columns over its articles in ascending order.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from index.plan import All, Any, Between, Condition, Not, Preferring, Row, Slot, Valued, rows
from index.schema import TEXT_FIELDS
from index.score import WEIGHTS, Scores, rarity, saturations, scores, weigh, weighted_lengths
from index.segment.rows import TermSlot, row_places
from index.segment.segment import Segment
from index.segment.term_codes import Flags, Numbers

LENGTH_BITS = 16
LONGEST_ROW = (1 << LENGTH_BITS) - 1

_NONE = np.zeros(0, np.int64)


@dataclass(frozen=True, slots=True)
class Found:
    """Articles, ascending, with the number of places in which each matches, its score, and whether it is preferred.

    ``marks``, where they were asked for, are all places, ascending and each once: a place and, in the lowest 16 bits,
    the number of syllables there.
    """

    articles: Numbers
    counts: Numbers
    scores: Scores
    preferred: Flags
    marks: Numbers | None = None

    def at(self, keep: Numbers) -> Found:
        """Some of the articles, by their numbers in the columns; the marks are left as they are."""
        return Found(self.articles[keep], self.counts[keep], self.scores[keep], self.preferred[keep], self.marks)


def plain(articles: Numbers) -> Found:
    """Articles without places or scores: what a filter gives."""
    nothing = np.zeros(len(articles), np.int64)
    return Found(articles, nothing, np.zeros(len(articles)), np.zeros(len(articles), np.bool_), nothing[:0])


class Part:
    """A segment as a snapshot sees it: with what was deleted, and the numbers that its articles have there."""

    def __init__(self, segment: Segment, live: Flags | None, first: int) -> None:
        self.segment, self.live, self.first = segment, live, first
        self.lengths = weighted_lengths(segment)
        table = segment.text.lists.table
        self.kind_weights, self.kind_totals = weigh(table), table.sum(axis=1)

    @cached_property
    def everything(self) -> Numbers:
        """All articles that were not deleted."""
        return np.arange(self.segment.articles) if self.live is None else np.flatnonzero(self.live)

    def terms(self, slot: Slot | None) -> TermSlot:
        """The terms that may stand in a slot."""
        if slot is None:
            return None
        if slot.any_accents:
            return tuple(self.segment.text.lexicon.accentings(slot.key).values())
        term = self.segment.text.lexicon.term(slot.key)
        return (term,) if term else ()


class Statistics:
    """What scores depend on in all parts together."""

    def __init__(self, parts: Sequence[Part]) -> None:
        self._parts = parts
        self.articles = sum(part.segment.articles for part in parts)
        average = sum(float(part.lengths.sum()) for part in parts) / max(self.articles, 1)
        self.saturations = [saturations(part.lengths, average) for part in parts]

    def rarity(self, term_slots: Sequence[Sequence[TermSlot]]) -> float:
        """The rarity of a row, by the terms of its slots in each part."""
        sizes = []
        for slots in zip(*term_slots, strict=True):
            if slots[0] is not None:
                lists = [part.segment.text.lists for part in self._parts]
                sizes.append(
                    sum(each.size(term) for each, slot in zip(lists, slots, strict=True) for term in slot or ())
                )
        return rarity(self.articles, sizes)


@dataclass(frozen=True, slots=True)
class _Row:
    """A row as one part has it."""

    slots: tuple[TermSlot, ...]
    rarity: float
    most: int


def evaluate(
    condition: Condition, parts: Sequence[Part], statistics: Statistics, *, marked: bool = False
) -> list[Found]:
    """What a condition gives in each part; with ``marked``, all places too."""
    marked = marked or _may_coincide(rows(condition))
    prepared = _prepared(condition, parts, statistics)
    return [
        _Evaluation(part, saturation, in_part, marked).found(condition)
        for part, saturation, in_part in zip(parts, statistics.saturations, prepared, strict=True)
    ]


def _prepared(condition: Condition, parts: Sequence[Part], statistics: Statistics) -> list[dict[Row, _Row]]:
    """All rows of a condition, looked up in each part's lexicon."""
    prepared: list[dict[Row, _Row]] = [{} for _ in parts]
    for row in set(_all_rows(condition)):
        term_slots = [tuple(map(part.terms, row.slots)) for part in parts]
        rare = statistics.rarity(term_slots)
        for part, slots, into in zip(parts, term_slots, prepared, strict=True):
            count = part.segment.text.positions.count
            most = min(sum(map(count, slot)) for slot in slots if slot is not None)
            into[row] = _Row(slots, rare, most)
    return prepared


def _all_rows(condition: Condition) -> Iterable[Row]:
    match condition:
        case Row():
            yield condition
        case All(parts) | Any(parts):
            for part in parts:
                yield from _all_rows(part)
        case Not(part):
            yield from _all_rows(part)
        case Preferring(base, preferred):
            yield from _all_rows(base)
            yield preferred


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
    """Evaluates nodes in one part."""

    part: Part
    saturation: Scores
    rows: Mapping[Row, _Row]
    marked: bool

    def found(self, condition: Condition) -> Found:
        match condition:
            case Row():
                return self._row(condition)
            case All(parts):
                return self._all(parts)
            case Any(parts):
                return self._any([self.found(part) for part in parts])
            case Not(part):
                return self._without(plain(self.part.everything), self.found(part))
            case Preferring(base, preferred):
                return self._prefer(self.found(base), preferred)
            case Valued(fact, values):
                column = self.part.segment.fact(fact)
                members = [self._members(column.articles(value)) for value in values]
                return plain(self._live(np.flatnonzero(np.logical_or.reduce(members))) if members else _NONE)
            case Between(fact, lowest, highest):
                return plain(self._live(np.flatnonzero(self.part.segment.fact(fact).between(lowest, highest))))

    def _row(self, row: Row) -> Found:
        prepared = self.rows[row]
        if not prepared.most:
            return plain(_NONE)
        terms = prepared.slots[0]
        if not self.marked and len(row.slots) == 1 and terms is not None:
            return self._single(terms, row.fields, prepared.rarity)
        return self._placed(row_places(self.part.segment.text, prepared.slots), row, prepared.rarity)

    def _single(self, terms: tuple[int, ...], fields: tuple[str, ...], rare: float) -> Found:
        """A row of one syllable: what is kept of frequent terms answers for them, without their places."""
        text = self.part.segment.text
        frequent = [term for term in terms if term in text.lists]
        others = [term for term in terms if term not in text.lists]
        counted = [self._counted(term, fields) for term in frequent]
        if others:
            places = np.concatenate([text.positions.places(term) for term in others])
            counted.append(self._counts_of(np.sort(places), fields)[:3])
        if len(counted) == 1:
            articles, counts, weights = counted[0]
        else:
            all_counts, all_weights = (
                np.zeros(self.part.segment.articles, np.int64),
                np.zeros(self.part.segment.articles),
            )
            for articles, counts, weights in counted:
                all_counts[articles] += counts
                all_weights[articles] += weights
            articles = np.flatnonzero(all_counts)
            counts, weights = all_counts[articles], all_weights[articles]
        return self._scored(articles, counts, weights, rare, None)

    def _counted(self, term: int, fields: tuple[str, ...]) -> tuple[Numbers, Numbers, Scores]:
        """The articles of a frequent term, with its counts in some fields and these weighted."""
        lists = self.part.segment.text.lists
        articles, kinds = lists.articles(term), lists.kinds(term)
        if fields == TEXT_FIELDS:
            return articles, self.part.kind_totals.take(kinds), self.part.kind_weights.take(kinds)
        chosen = np.array([name in fields for name in TEXT_FIELDS])
        table = lists.table * chosen
        counts = table.sum(axis=1).take(kinds)
        there = np.flatnonzero(counts)
        return articles[there], counts[there], weigh(table).take(kinds[there])

    def _placed(self, places: Numbers, row: Row, rare: float) -> Found:
        articles, counts, weights, places = self._counts_of(places, row.fields)
        marks = places << LENGTH_BITS | len(row.slots) if self.marked else None
        return self._scored(articles, counts, weights, rare, marks)

    def _counts_of(self, places: Numbers, fields: tuple[str, ...]) -> tuple[Numbers, Numbers, Scores, Numbers]:
        """The articles in which ascending places are, as far as they are in some fields; and those places."""
        text = self.part.segment.text
        of_places = text.articles_of(places)
        in_fields = text.fields_of(places, of_places)
        if fields != TEXT_FIELDS:
            chosen = np.array([name in fields for name in TEXT_FIELDS])
            keep = np.flatnonzero(chosen[in_fields])
            places, of_places, in_fields = places[keep], of_places[keep], in_fields[keep]
        firsts = np.flatnonzero(np.diff(of_places, prepend=-1))
        counts = np.diff(firsts, append=len(places))
        each = np.array(WEIGHTS).take(in_fields)
        weights = np.add.reduceat(each, firsts) if len(firsts) else each
        return of_places[firsts], counts, weights, places

    def _scored(self, articles: Numbers, counts: Numbers, weights: Scores, rare: float, marks: Numbers | None) -> Found:
        found = Found(
            articles,
            counts,
            scores(rare, weights, self.saturation.take(articles)),
            np.zeros(len(articles), np.bool_),
            marks,
        )
        if self.part.live is None:
            return found
        return self._narrowed(found, self.part.live)

    def _all(self, parts: Sequence[Condition]) -> Found:
        wanted = [part for part in parts if not isinstance(part, Not)]
        results = [self.found(part) for part in sorted(wanted, key=self._most)] or [plain(self.part.everything)]
        both = results[0]
        for result in results[1:]:
            both = self._both(both, result)
        for part in parts:
            if isinstance(part, Not):
                both = self._without(both, self.found(part.part))
        return both

    def _most(self, condition: Condition) -> int:
        """An upper bound of the articles that a condition gives."""
        match condition:
            case Row():
                return self.rows[condition].most
            case All(parts):
                return min((self._most(part) for part in parts), default=self.part.segment.articles)
            case Any(parts):
                return sum(map(self._most, parts))
            case Preferring(base):
                return self._most(base)
        return self.part.segment.articles

    def _both(self, one: Found, other: Found) -> Found:
        keep_one = np.flatnonzero(self._members(other.articles)[one.articles])
        keep_other = np.flatnonzero(self._members(one.articles)[other.articles])
        one, other = one.at(keep_one), other.at(keep_other)
        found = Found(
            one.articles,
            one.counts + other.counts,
            one.scores + other.scores,
            one.preferred | other.preferred,
        )
        return self._with_marks(found, (one, other))

    def _any(self, results: Sequence[Found]) -> Found:
        if len(results) == 1:
            return results[0]
        room = self.part.segment.articles
        member, preferred = np.zeros(room, np.bool_), np.zeros(room, np.bool_)
        counts, total = np.zeros(room, np.int64), np.zeros(room)
        for result in results:
            member[result.articles] = True
            counts[result.articles] += result.counts
            total[result.articles] += result.scores
            preferred[result.articles] |= result.preferred
        articles = np.flatnonzero(member)
        found = Found(articles, counts[articles], total[articles], preferred[articles])
        return self._with_marks(found, results)

    def _with_marks(self, found: Found, parts: Sequence[Found]) -> Found:
        """The marks of several parts in the articles found, where they are asked for: then they are what is counted."""
        if not self.marked:
            return found
        marks = np.unique(np.concatenate([part.marks for part in parts if part.marks is not None]))
        return self._counted_anew(found, marks)

    def _counted_anew(self, found: Found, marks: Numbers) -> Found:
        of_marks = self.part.segment.text.articles_of(marks >> LENGTH_BITS)
        keep = np.flatnonzero(self._members(found.articles)[of_marks])
        counts = np.bincount(of_marks[keep], minlength=self.part.segment.articles)[found.articles]
        return replace(found, counts=counts, marks=marks[keep])

    def _without(self, found: Found, refused: Found) -> Found:
        return self._narrowed(found, ~self._members(refused.articles))

    def _narrowed(self, found: Found, allowed: Flags) -> Found:
        narrowed = found.at(np.flatnonzero(allowed[found.articles]))
        if found.marks is None or not len(found.marks):
            return narrowed
        of_marks = self.part.segment.text.articles_of(found.marks >> LENGTH_BITS)
        return replace(narrowed, marks=found.marks[np.flatnonzero(allowed[of_marks])])

    def _prefer(self, found: Found, preferred: Row) -> Found:
        prepared = self.rows[preferred]
        if not prepared.most:
            return found
        places = row_places(self.part.segment.text, prepared.slots)
        articles = self._counts_of(places, preferred.fields)[0]
        return replace(found, preferred=self._members(articles)[found.articles])

    def _members(self, articles: Numbers) -> NDArray[np.bool_]:
        member = np.zeros(self.part.segment.articles, np.bool_)
        member[articles] = True
        return member

    def _live(self, articles: Numbers) -> Numbers:
        return articles if self.part.live is None else articles[self.part.live[articles]]
