"""Which segments are written anew together? Few segments, and no article rewritten often.

What is new is joined with the smallest segments for as long as these are no more than twice as large as what is joined
so far. So sizes at least double from one segment to the next, and an article is rewritten about as often as the archive
doubles, until it stands in a segment that is full. A segment in which a quarter was deleted is written anew without it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

_GROWTH = 2
_STALE = 0.25


@dataclass(frozen=True, slots=True)
class Weight:
    """How much a segment holds, in syllables, and the share of it that is not deleted."""

    size: int
    live: float

    @property
    def kept(self) -> int:
        return round(self.size * self.live)


def to_join(weights: Sequence[Weight], new: int, full: int) -> set[int]:
    """The segments, by number, that are joined with ``new`` syllables; the result holds at most ``full``."""
    joined: set[int] = set()
    total = new
    if not new:
        return joined
    for number in sorted(range(len(weights)), key=lambda number: weights[number].kept):
        if weights[number].kept > _GROWTH * total or total + weights[number].kept > full:
            break
        joined.add(number)
        total += weights[number].kept
    return joined


def to_rewrite(weights: Sequence[Weight]) -> set[int]:
    """The segments, by number, that have become stale."""
    return {number for number, weight in enumerate(weights) if weight.live <= 1 - _STALE}
