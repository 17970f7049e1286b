"""Writes lists of ascending numbers in the form of ``position_lists.py``."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol

import numpy as np

from index.segment.array_file import ArrayFileWriter
from index.segment.lengths import Lengths
from index.segment.position_lists import KINDS, kind_edges, kinds_of, planes, unary_bytes
from index.segment.tokens import Array, Bytes, Numbers, stretches

_ENCODED_AT_ONCE = 1 << 20  # numbers: what writing takes in memory besides the numbers themselves


class Lists(Protocol):
    """Lists to be written."""

    @property
    def counts(self) -> Numbers:
        """The lengths of all lists, descending."""
        ...

    def parts(self, first: int, behind: int) -> Iterator[tuple[Array, Numbers]]:
        """The lists ``[first, behind)``, some at a time: their numbers end to end, and their lengths."""
        ...


@dataclass(frozen=True, slots=True)
class Held:
    """Lists in memory, by their starts and lengths in ``numbers``, the longest first."""

    numbers: Array
    starts: Numbers
    counts: Numbers

    def parts(self, first: int, behind: int) -> Iterator[tuple[Array, Numbers]]:
        """Some of them (``Lists``)."""
        yield from in_parts(self.numbers, self.starts[first:behind], self.counts[first:behind])


def write_lists(
    file: ArrayFileWriter, prefix: str, lists: Lists, bound: int, look: Callable[[Array, Numbers], None] | None = None
) -> None:
    """Writes lists whose numbers are below ``bound``, and shows ``look`` each part of them."""
    lengths = Lengths.of(lists.counts)
    lengths.write(file, prefix)
    for kind, (first, behind) in enumerate(pairwise(kind_edges(lengths, kinds_of(lengths.lengths, bound)))):
        if first < behind:
            low, others = KINDS[kind], {name: list[Bytes]() for name in planes(KINDS[kind])[1:]}
            parts = lists.parts(first, behind)
            file.add_parts(f"{prefix}.{low}.low", _lows(low, parts, bound, [*others.values()], look))
            for name, found in others.items():
                file.add_parts(f"{prefix}.{name}", found)


def in_parts(numbers: Array, starts: Numbers, counts: Numbers) -> Iterator[tuple[Array, Numbers]]:
    """Lists by their starts and lengths in ``numbers``, some at a time: their numbers end to end, and their lengths."""
    ends = counts.cumsum()
    begin = 0
    while begin < len(counts):
        before = int(ends[begin - 1]) if begin else 0
        end = max(int(ends.searchsorted(before + _ENCODED_AT_ONCE, "right")), begin + 1)
        yield numbers.take(stretches(starts[begin:end], counts[begin:end])), counts[begin:end]
        begin = end


def _lows(
    low: int,
    parts: Iterable[tuple[Array, Numbers]],
    bound: int,
    others: Sequence[list[Bytes]],
    look: Callable[[Array, Numbers], None] | None,
) -> Iterator[Array]:
    """The first plane of lists of one kind; of the others, which come in their order, the parts are held in memory.

    Half bytes are put together two lists at a time.
    """
    odd = np.zeros(0, np.uint8)  # a half byte that waits for its other half
    for numbers, counts in parts:
        if look is not None:
            look(numbers, counts)
        if others:
            others[-1].append(unary(numbers, counts, low, bound))
        if low == 24:
            others[0].append((numbers >> 16).astype(np.uint8))
        elif len(others) > 1:
            halves = np.concatenate((odd, (numbers >> (low - 4) & 15).astype(np.uint8)))
            odd = halves[len(halves) & ~1 :]
            others[0].append(half_bytes(halves[: len(halves) & ~1]))
        yield numbers.astype(np.uint8 if low < 16 else np.uint16 if low < 32 else np.uint32)
    if len(odd):
        others[0].append(half_bytes(odd))


def unary(numbers: Array, counts: Numbers, low: int, bound: int) -> Bytes:
    """What is above the ``low`` lowest bits in lists of ascending numbers, end to end, a set bit a number."""
    room = unary_bytes(counts, low, bound)
    bits = np.zeros(8 * int(room.sum()), np.bool_)
    starts = counts.cumsum() - counts
    at = np.repeat(8 * (room.cumsum() - room) - starts, counts)
    at += np.arange(len(at))
    at += numbers >> low
    bits[at] = True
    return np.packbits(bits, bitorder="little")


def half_bytes(numbers: Array) -> Bytes:
    """Numbers below 16, two a byte, the first in the lower half."""
    padded = np.zeros(len(numbers) + 1 & ~1, np.uint8)
    padded[: len(numbers)] = numbers
    found: Bytes = padded[0::2] | padded[1::2] << np.uint8(4)
    return found
