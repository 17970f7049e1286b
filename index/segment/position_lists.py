"""Where each term stands: its places in the stream, ascending, in a bit and a half more than they carry.

Elias-Fano codes (Vigna, "Quasi-succinct indices", 2013), cut so that arrays read them at once: of a place the lowest 8,
12 or 16 bits are kept as they are, in planes of bytes and of half bytes, and what is above them in unary, a set bit an
occurrence. Terms so rare that this does not pay are kept as 32-bit numbers. Which it is follows from the number of
occurrences and the length of the stream, and as terms are numbered by how often they occur, each kind is one stretch of
terms. The break is not listed.

Arrays: ``counts``, occurrences of the terms from 1 on that are coded; ``rare``, how many of the others have 1, 2, …
occurrences; ``low8``, ``low12``, ``low12.high`` (two half bytes a byte), ``low16``, ``plain``: the places of each kind
end to end; ``high8``, ``high12``, ``high16``: the unary parts, each term's from a new byte.

Measured (7 million syllables): 1.67 bytes a syllable; any number of low bits would take 1.60, bytes alone 1.80.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from index.segment.array_file import Array, ArrayFile, ArrayFileWriter
from index.segment.term_codes import Numbers

_KINDS = (8, 12, 16)
"""The numbers of low bits."""

_PLAIN_BITS = 32

_ARRAYS = {
    "low8": np.uint8,
    "low12": np.uint8,
    "low12.high": np.uint8,
    "low16": np.uint16,
    "high8": np.uint8,
    "high12": np.uint8,
    "high16": np.uint8,
    "plain": np.uint32,
}


def _rarest_coded(low: int, higher: int, size: int) -> int:
    """The fewest occurrences for which ``low`` bits take no more room than ``higher``, in a stream of ``size`` bytes.

    A list of n takes n · (low + 1) + size / 2^low bits.
    """
    saved = higher - low - (1 if higher == _PLAIN_BITS else 0)
    dearer = (size >> low) + 1 - (0 if higher == _PLAIN_BITS else (size >> higher) + 1)
    return max(-(-dearer // saved), 1)


def _thresholds(size: int) -> Sequence[int]:
    """The fewest occurrences of a term of each kind, the densest kind first."""
    ladder = (*_KINDS, _PLAIN_BITS)
    return [_rarest_coded(low, higher, size) for low, higher in pairwise(ladder)]


def unary_bytes(counts: Array, low: int, size: int) -> Numbers:
    """The bytes of each list's unary part, for numbers below ``size``."""
    found: Numbers = (counts.astype(np.int64) + (size >> low) + 8) >> 3
    return found


class PositionListsWriter:
    """Takes the places of all terms, some terms at a time, and writes them.

    ``counts`` are the occurrences of the terms from 1 on, descending; ``size`` is that of the stream.
    """

    def __init__(self, counts: Numbers, size: int) -> None:
        self._counts, self._size = counts, size
        self._edges = _edges(counts, size)
        self._parts: dict[str, list[Array]] = {name: [np.zeros(0, kind)] for name, kind in _ARRAYS.items()}
        self._taken = 0

    def add(self, terms: int, places: Array) -> None:
        """Takes the places of so many more terms, end to end."""
        begin, end = self._taken, self._taken + terms
        offsets = np.concatenate(([0], np.cumsum(self._counts[begin:end])))
        for kind, (first, behind) in enumerate(pairwise(self._edges)):
            first, behind = max(first, begin), min(behind, end)
            if first < behind:
                here = places[offsets[first - begin] : offsets[behind - begin]]
                self._add(kind, self._counts[first:behind], here)
        self._taken = end

    def write(self, file: ArrayFileWriter, prefix: str) -> None:
        """Writes everything, when all terms were taken."""
        coded = self._edges[-2]
        file.add(f"{prefix}.counts", self._counts[:coded].astype(np.uint32))
        file.add(f"{prefix}.rare", np.bincount(self._counts[coded:])[1:].astype(np.uint32))
        nibbles = self._parts.pop("low12.high")
        file.add(f"{prefix}.low12.high", half_bytes(np.concatenate(nibbles)))
        for name, parts in self._parts.items():
            file.add(f"{prefix}.{name}", np.concatenate(parts))

    def _add(self, kind: int, counts: Numbers, places: Array) -> None:
        if kind == len(_KINDS):
            self._parts["plain"].append(places.astype(np.uint32))
            return
        low = _KINDS[kind]
        self._parts[f"low{low}"].append(places.astype(np.uint16 if low == 16 else np.uint8))
        if low == 12:
            self._parts["low12.high"].append((places >> 8 & 15).astype(np.uint8))
        self._parts[f"high{low}"].append(unary(places, counts, low, self._size))


def _edges(counts: Array, size: int) -> list[int]:
    """Where each kind's terms begin, counted from the first term on, and the number of terms."""
    behind = [int(np.searchsorted(-counts.astype(np.int64), -least, "right")) for least in _thresholds(size)]
    behind = np.maximum.accumulate(behind).tolist()
    return [0, *behind, len(counts)]


def unary(places: Array, counts: Numbers, low: int, size: int) -> Array:
    """What is above the ``low`` lowest bits in lists of ascending numbers, end to end, a set bit a number."""
    room = unary_bytes(counts, low, size)
    bits = np.zeros(8 * int(room.sum()), np.bool_)
    starts = np.cumsum(counts) - counts
    at = np.repeat(8 * (np.cumsum(room) - room) - starts, counts)
    at += np.arange(len(at))
    at += places >> low
    bits[at] = True
    return np.packbits(bits, bitorder="little")


def half_bytes(numbers: Array) -> Array:
    """Numbers below 16, two a byte, the first in the lower half."""
    padded = np.zeros(len(numbers) + 1 & ~1, np.uint8)
    padded[: len(numbers)] = numbers
    return padded[0::2] | padded[1::2] << np.uint8(4)


def read_half_bytes(packed: Array, begin: int, end: int) -> Array:
    """The numbers ``[begin, end)`` of those that ``half_bytes`` packed."""
    stretch = packed[begin >> 1 : end + 1 >> 1]
    both = np.empty((len(stretch), 2), np.uint8)
    np.bitwise_and(stretch, 15, out=both[:, 0])
    np.right_shift(stretch, 4, out=both[:, 1])
    return both.reshape(-1)[begin & 1 : (begin & 1) + end - begin]


def ones(packed: Array) -> Numbers:
    """The places of the set bits. Flags are ten times as quick to go through as the bytes that they are."""
    return np.unpackbits(packed, bitorder="little").view(np.bool_).nonzero()[0]


def above(packed: Array, low: int) -> Numbers:
    """The numbers of one list that ``unary`` packed, their ``low`` lowest bits zero."""
    found = ones(packed)
    found -= np.arange(len(found))
    found <<= low
    return found


class PositionLists:
    """The places of every term of a stream of ``size`` bytes."""

    def __init__(self, file: ArrayFile, prefix: str, size: int) -> None:
        self._counts = file[f"{prefix}.counts"].astype(np.int64)
        self._offsets = np.concatenate(([0], np.cumsum(self._counts)))
        rare = file[f"{prefix}.rare"].astype(np.int64)
        self._rare_numbers = np.arange(len(rare), 0, -1)
        self._rare_terms = np.concatenate(([0], np.cumsum(rare[::-1])))
        self._rare_offsets = np.concatenate(([0], np.cumsum(rare[::-1] * self._rare_numbers)))
        self._edges = _edges(self._counts, size)
        self._plain = file[f"{prefix}.plain"]
        self._low = [file[f"{prefix}.low{low}"] for low in _KINDS]
        self._middle = file[f"{prefix}.low12.high"]
        self._high = [file[f"{prefix}.high{low}"] for low in _KINDS]
        self._high_offsets = [
            np.concatenate(([0], np.cumsum(unary_bytes(self._counts[first:behind], low, size))))
            for low, first, behind in zip(_KINDS, self._edges, self._edges[1:], strict=False)
        ]

    @property
    def terms(self) -> int:
        """The number of terms, the break counted."""
        return 1 + len(self._counts) + int(self._rare_terms[-1])

    def count(self, term: int) -> int:
        """How often a term other than the break occurs."""
        if term <= len(self._counts):
            return int(self._counts[term - 1])
        return self._rare_span(term)[1]

    def counts(self) -> Numbers:
        """The occurrences of all terms from 1 on."""
        rare = np.repeat(self._rare_numbers, np.diff(self._rare_terms))
        return np.concatenate((self._counts, rare))

    def places(self, term: int) -> Numbers:
        """The places of a term other than the break."""
        at = term - 1
        if at >= len(self._counts):
            begin, count = self._rare_span(term)
            return self._plain[begin : begin + count].astype(np.int64)
        kind = 0 if at < self._edges[1] else 1 if at < self._edges[2] else 2
        first = self._edges[kind]
        begin = int(self._offsets[at]) - int(self._offsets[first])
        count = int(self._counts[at])
        offsets = self._high_offsets[kind]
        found = above(self._high[kind][int(offsets[at - first]) : int(offsets[at - first + 1])], _KINDS[kind])
        if kind == 1:
            middle = read_half_bytes(self._middle, begin, begin + count).astype(np.uint16)
            middle <<= 8
            middle |= self._low[kind][begin : begin + count]
            found |= middle
        else:
            found |= self._low[kind][begin : begin + count]
        return found

    def _rare_span(self, term: int) -> tuple[int, int]:
        """Where the places of a rare term begin, and how many there are."""
        behind = term - 1 - len(self._counts)
        group = int(self._rare_terms.searchsorted(behind, "right")) - 1
        count = int(self._rare_numbers[group])
        return int(self._rare_offsets[group]) + (behind - int(self._rare_terms[group])) * count, count
