"""The segments of an index as a snapshot sees them together, and what a condition's rows are in each.

A row is looked up in every segment before it is evaluated in any: its rarity depends on all of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

import numpy as np

from index.plan import Near, Row, Slot
from index.score import Scores, rarity, recurrence, saturations, weigh, weighted_lengths
from index.segment.rows import Link, Lookup, TermSlot
from index.segment.segment import Segment
from index.segment.text import Text
from index.segment.tokens import Flags, Numbers, joined

_LARGE = 31 << 20


def keep_freed_memory() -> None:
    """Makes the C library keep what is freed, to be given out again: arrays come and go at every step of a query.

    glibc gives large pieces back to the system, and memory that comes new from there takes longer to touch than most
    steps take to compute. It learns what is large from the largest piece that was ever freed, up to 32 megabytes, so
    one that nothing touches is asked for and freed. Any of two or three words take a third of the time then. Other C
    libraries are indifferent to it.
    """
    np.empty(_LARGE, np.uint8)


class Part:
    """A segment as a snapshot sees it: with what was deleted, and the first of the numbers its articles have there.

    ``first_place`` is the place that its first token has among those of all segments.
    """

    def __init__(self, segment: Segment, live: Flags | None, first: int, first_place: int) -> None:
        self.segment, self.live, self.first, self.first_place = segment, live, first, first_place
        self.lengths = weighted_lengths(segment)
        self.saturations: Scores = np.zeros(0)
        """What the length of each article makes of its scores: it depends on all parts together."""
        table = segment.text.lists.table
        self.kind_weights, self.kind_totals = weigh(table), table.sum(axis=1)

    @property
    def numbers(self) -> slice:
        """The numbers of its articles."""
        return slice(self.first, self.first + self.segment.articles)

    @cached_property
    def everything(self) -> Numbers:
        """All articles that were not deleted."""
        return np.arange(self.segment.articles) if self.live is None else np.flatnonzero(self.live)

    def terms(self, slot: Slot | None) -> TermSlot:
        """The terms that may stand in a slot."""
        return terms_of(self.segment.text, slot)


def terms_of(text: Text, slot: Slot | None) -> TermSlot:
    """The terms of a text that may stand in a slot."""
    if slot is None:
        return None
    if slot.any_accents:
        return tuple(text.lexicon.accentings(slot.key).values())
    term = text.lexicon.term(slot.key)
    return (term,) if term else ()


class Parts(Sequence[Part]):
    """All segments of a snapshot in order; their articles are numbered through, and so are their places."""

    def __init__(self, segments: Iterable[tuple[Segment, Flags | None]]) -> None:
        keep_freed_memory()
        self._parts: list[Part] = []
        self.articles = places = 0
        """The number of articles, those that were deleted counted."""
        for segment, live in segments:
            self._parts.append(Part(segment, live, self.articles, places))
            self.articles += segment.articles
            places += segment.size
        lengths = joined([np.zeros(0), *(part.lengths for part in self)])
        self.saturations = saturations(lengths, float(lengths.sum()) / max(self.articles, 1))
        """What the length of each article makes of its scores."""
        for part in self:
            part.saturations = self.saturations[part.numbers]
        self._firsts = np.array([part.first for part in self._parts], np.int64)
        self._first_places = np.array([part.first_place for part in self._parts], np.int64)

    def __len__(self) -> int:
        return len(self._parts)

    def __iter__(self) -> Iterator[Part]:
        return iter(self._parts)

    def __getitem__(self, at: int) -> Part:  # type: ignore[override]
        return self._parts[at]

    @cached_property
    def live(self) -> Flags | None:
        """Which articles were not deleted; ``None`` where none were."""
        if all(part.live is None for part in self):
            return None
        return np.concatenate(
            [np.ones(part.segment.articles, np.bool_) if part.live is None else part.live for part in self]
        )

    def part_of(self, article: int) -> Part:
        """The part in which an article is, given by its number."""
        return self[int(self._firsts.searchsorted(article, "right")) - 1]

    def by_part(self, numbers: Numbers) -> Iterator[tuple[Part, Numbers]]:
        """Ascending numbers of articles as each part has them."""
        for part, begin, end in self._divided(numbers, self._firsts):
            yield part, numbers[begin:end] - part.first

    def articles_at(self, places: Numbers) -> Numbers:
        """The numbers of the articles in which ascending places are."""
        found = [np.zeros(0, np.int64)]
        for part, begin, end in self._divided(places, self._first_places):
            found.append(part.segment.text.located(places[begin:end] - part.first_place)[0] + part.first)
        return np.concatenate(found)

    def rarity(self, terms: Sequence[TermSlot]) -> tuple[float, float]:
        """The rarity and the recurrence of a slot, given by its terms in each part."""
        found_in = [(part.segment.text, slot) for part, slot in zip(self, terms, strict=True) if slot]
        size = sum(text.lists.size_of(here) for text, here in found_in)
        places = sum(text.terms.count_of(here) for text, here in found_in)
        return rarity(self.articles, size), recurrence(size, places)

    def _divided(self, numbers: Numbers, firsts: Numbers) -> Iterator[tuple[Part, int, int]]:
        begins = numbers.searchsorted(firsts).tolist() if len(firsts) > 1 else [0] * len(firsts)
        edges = [*begins, len(numbers)]
        yield from zip(self._parts, edges, edges[1:], strict=False)


class PreparedRow(NamedTuple):
    """A row as one part has it: the terms of its slots, its links, and how often it occurs at the most.

    Of syllables that only have to be near there are no links.
    """

    slots: tuple[TermSlot, ...]
    links: tuple[Link, ...]
    most: int


class Prepared(NamedTuple):
    """A row as all parts have it, and the rarities and recurrences of its slots in all of them together."""

    in_parts: Sequence[PreparedRow]
    slots: Sequence[tuple[float, float]]

    @property
    def rarity(self) -> float:
        """The most that the row adds to a score."""
        return sum(rare * recurs for rare, recurs in self.slots)

    @property
    def rarest(self) -> float:
        """The rarity of its rarest slot."""
        return max(rare for rare, _ in self.slots)

    @property
    def most(self) -> int:
        return sum(row.most for row in self.in_parts)


class PreparedRows(dict[Row | Near, Prepared]):
    """Rows, and what is near, each looked up in every part's lexicon when it is first asked for."""

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self._parts = parts
        self._lookups = [Lookup(part.segment.text) for part in parts]
        self._slots: dict[Slot | None, tuple[Sequence[TermSlot], tuple[float, float]]] = {}

    def __missing__(self, row: Row | Near) -> Prepared:
        looked_up = [self._slot(slot) for slot in row.slots]
        in_parts = []
        for lookup, slots in zip(self._lookups, zip(*(terms for terms, _ in looked_up), strict=True), strict=True):
            links = lookup.links(slots) if isinstance(row, Row) else ()
            in_parts.append(PreparedRow(slots, links, lookup.most(slots, links)))
        of_slots = [worth for slot, (_, worth) in zip(row.slots, looked_up, strict=True) if slot is not None]
        found = self[row] = Prepared(in_parts, of_slots)
        return found

    def _slot(self, slot: Slot | None) -> tuple[Sequence[TermSlot], tuple[float, float]]:
        """The terms of a slot in each part, and its rarity and recurrence."""
        found = self._slots.get(slot)
        if found is None:
            terms = [part.terms(slot) for part in self._parts]
            found = self._slots[slot] = terms, self._parts.rarity(terms)
        return found
