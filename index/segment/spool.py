"""Lists of places wait here for their turn: they come term by term, and are written the longest first.

What is in memory of them at once are those of like length, to a factor of two; all others stand in a file.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np

from index.segment.position_lists_writer import in_parts
from index.segment.tokens import Array, Numbers, stretches
from index.segment.waiting import Waiting

_TOGETHER = 1 << 17
"""Numbers of lists of like length that are put into the file together."""


class Spool:
    """Lists of numbers below 2 ** 32, none of them empty, to be written by ``write_lists``."""

    def __init__(self, path: Path) -> None:
        """For the file of a segment."""
        self._waiting = Waiting(path)
        self._alike: dict[int, _Alike] = {}

    def add(self, numbers: Array, starts: Numbers, counts: Numbers) -> None:
        """Takes some more lists, by where they start in ``numbers`` and how long they are."""
        classes = np.log2(counts).astype(np.uint8)
        for each in np.bincount(classes).nonzero()[0].tolist():
            some = (classes == each).nonzero()[0]
            alike = self._alike.setdefault(each, _Alike())
            alike.counts.append(counts.take(some))
            alike.waiting.append(numbers.take(stretches(starts.take(some), counts.take(some))).astype(np.uint32))
            alike.size += len(alike.waiting[-1])
            if alike.size >= _TOGETHER:
                self._put_away(alike)

    @property
    def counts(self) -> Numbers:
        """The lengths of all lists, descending."""
        found = [np.sort(np.concatenate(alike.counts))[::-1] for _, alike in self._descending()]
        return np.concatenate([np.zeros(0, np.int64), *found])

    def parts(self, first: int, behind: int) -> Iterator[tuple[Array, Numbers]]:
        """The lists from ``first`` on, by their ranks, some at a time: their numbers end to end, and their lengths.

        Of lists of one length that is the first which came first.
        """
        at = 0
        for _, alike in self._descending():
            counts = np.concatenate(alike.counts)
            begin, end = max(first - at, 0), min(behind - at, len(counts))
            if begin < end:
                order = np.argsort(-counts, kind="stable")[begin:end]
                yield from in_parts(self._numbers(alike), (counts.cumsum() - counts)[order], counts[order])
            at += len(counts)

    def _descending(self) -> list[tuple[int, _Alike]]:
        return sorted(self._alike.items(), reverse=True)

    def _put_away(self, alike: _Alike) -> None:
        numbers = np.concatenate(alike.waiting)
        alike.extents.append((self._waiting.add(numbers), len(numbers)))
        alike.waiting, alike.size = [], 0

    def _numbers(self, alike: _Alike) -> Array:
        """The numbers of all lists of like length, end to end as they came."""
        found = np.empty(sum(size for _, size in alike.extents) + alike.size, np.uint32)
        at = 0
        for begin, size in alike.extents:
            self._waiting.read(begin, found[at : at + size])
            at += size
        for numbers in alike.waiting:
            found[at : at + len(numbers)] = numbers
            at += len(numbers)
        return found


class _Alike:
    """Lists of like length: their lengths, and where the numbers are, those that wait in memory the last."""

    def __init__(self) -> None:
        self.counts: list[Numbers] = []
        self.extents: list[tuple[int, int]] = []
        self.waiting: list[Array] = []
        self.size = 0
