"""The lengths of numbered lists, the longest first: runs of lists that are alike."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property

import numpy as np

from index.segment.array_file import ArrayFile, ArrayFileWriter
from index.segment.tokens import Array, Numbers


class Lengths:
    """Descending lengths of numbered lists, as runs of lists that are alike."""

    def __init__(self, lengths: Array, alike: Array) -> None:
        self.lengths, self.alike = lengths.astype(np.int64), alike.astype(np.int64)
        """The different lengths, and how many lists have each."""
        self.firsts = np.concatenate(([0], self.alike.cumsum()))
        """The first list of each length, and the number of lists."""

    @classmethod
    def read(cls, file: ArrayFile, prefix: str) -> Lengths:
        return cls(file[f"{prefix}.lengths"], file[f"{prefix}.alike"])

    @classmethod
    def of(cls, lengths: Numbers) -> Lengths:
        """Of descending lengths themselves."""
        firsts = np.diff(lengths, prepend=-1).nonzero()[0]
        return cls(lengths.take(firsts), np.diff(firsts, append=len(lengths)))

    def write(self, file: ArrayFileWriter, prefix: str) -> None:
        file.add(f"{prefix}.lengths", self.lengths.astype(np.uint32))
        file.add(f"{prefix}.alike", self.alike.astype(np.uint32))

    def __len__(self) -> int:
        return int(self.firsts[-1])

    def run(self, number: int) -> int:
        """In which run a list is."""
        return bisect_right(self._firsts, number) - 1

    def length(self, number: int) -> int:
        """The length of a list."""
        return int(self.lengths[self.run(number)])

    def offset(self, number: int) -> int:
        """The lengths of all lists before one together."""
        run = self.run(number)
        return int(self._offsets[run]) + (number - self._firsts[run]) * int(self.lengths[run])

    def of_lists(self, numbers: Numbers) -> tuple[Numbers, Numbers]:
        """The length of each of some lists, and the lengths of all lists before it together."""
        runs = self.firsts.searchsorted(numbers, "right") - 1
        lengths = self.lengths.take(runs)
        return lengths, self._offsets.take(runs) + (numbers - self.firsts.take(runs)) * lengths

    def sum(self, numbers: Numbers) -> int:
        """The lengths of some lists together."""
        if len(numbers) == 1:
            return self.length(int(numbers[0]))
        return int(self.lengths.take(self.firsts.searchsorted(numbers, "right") - 1).sum())

    def all(self) -> Numbers:
        """The length of each list."""
        return np.repeat(self.lengths, self.alike)

    @cached_property
    def _offsets(self) -> Numbers:
        """The lengths of all lists before each run together."""
        amounts = self.lengths * self.alike
        found: Numbers = amounts.cumsum() - amounts
        return found

    @cached_property
    def _firsts(self) -> list[int]:
        return self.firsts.tolist()
