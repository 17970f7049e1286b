"""Which segments become one? Few segments, and no article rewritten often.

From the smallest on, segments are joined for as long as the next is no more than twice as large as what is joined so
far; then the next ones among themselves, and where several of these are, the smaller ones before them join in, for then
all else is written anew in any case. So sizes at least double from one segment to the next, and an article is
rewritten about as often as the archive doubles, until it stands in a segment that is full. A segment in which a quarter
was deleted is written anew without it.
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


def to_merge(weights: Sequence[Weight], full: int) -> list[list[int]]:
    """The segments, by number, that become one each: several that hold at most ``full`` together, or one gone stale."""
    groups = [[number] for number in range(len(weights))]
    while True:
        sizes = [sum(weights[number].kept for number in group) for group in groups]
        joined = _joined(sizes, full)
        if len(joined) == len(groups):
            break
        groups = [[number for at in some for number in groups[at]] for some in joined]
    return [sorted(group) for group in groups if len(group) > 1 or weights[group[0]].live <= 1 - _STALE]


def _joined(sizes: Sequence[int], full: int) -> list[list[int]]:
    """What is joined of segments of such sizes, by their numbers, before it is looked at anew."""
    groups: list[list[int]] = []
    total = 0
    for number in sorted(range(len(sizes)), key=sizes.__getitem__):
        if not groups or sizes[number] > _GROWTH * total or total + sizes[number] > full:
            groups.append([])
            total = 0
        groups[-1].append(number)
        total += sizes[number]
    for at in range(len(groups) - 1, 0, -1):
        both = groups[at - 1] + groups[at]
        if len(groups[at]) > 1 and sum(sizes[number] for number in both) <= full:
            groups[at - 1 : at + 1] = [both]
    return groups
