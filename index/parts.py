"""The segments of an index as a snapshot sees them, and what a condition's rows are in each.

A row is looked up in every segment before it is evaluated in any: its rarity depends on all of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from index.plan import All, Any, Condition, Not, Preferring, Row, Slot
from index.score import rarity, saturations, weigh, weighted_lengths
from index.segment.rows import TermSlot, rarest_slot
from index.segment.segment import Segment
from index.segment.term_codes import Flags, Numbers


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
class PreparedRow:
    """A row as one part has it: the terms of its slots, its rarity, and how often its rarest slot occurs, and which."""

    slots: tuple[TermSlot, ...]
    rarity: float
    most: int
    anchor: int


def prepared_rows(condition: Condition, parts: Sequence[Part], statistics: Statistics) -> list[dict[int, PreparedRow]]:
    """All rows of a condition by their identity, looked up in each part's lexicon."""
    prepared: list[dict[int, PreparedRow]] = [{} for _ in parts]
    for row in _all_rows(condition):
        term_slots = [tuple(map(part.terms, row.slots)) for part in parts]
        rare = statistics.rarity(term_slots)
        for part, slots, into in zip(parts, term_slots, prepared, strict=True):
            into[id(row)] = PreparedRow(slots, rare, *rarest_slot(part.segment.text, slots))
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
