"""Lists of ascending numbers, many of them, in a bit and a half more than they carry: where something stands.

Elias-Fano codes (Vigna, "Quasi-succinct indices", 2013), cut so that arrays read them at once: of a number the lowest
8, 12, 16, 20 or 24 bits are kept as they are, in planes of bytes, half bytes and 16-bit numbers, and what is above them
in unary, a set bit a number. Lists so short that this does not pay are kept as 32-bit numbers. Which it is follows from
the length of a list and the bound of its numbers. Lists are in the order of their lengths, the longest first, so lists
of one length stand side by side, each kind is one stretch of lists, and where a list stands follows from its number.

Arrays: ``lengths``, the different lengths, descending, and ``alike``, how many lists have each; for each kind in use
``N.low``, the low bits of all numbers end to end; ``N.more``, of 12 and 20 bits the highest four, two a byte, and of
24 the highest eight; ``N.high``, the unary parts, each list's from a new byte.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from index.segment.array_file import ArrayFile
from index.segment.lengths import Lengths
from index.segment.pieces import Pieces
from index.segment.tokens import Array, Bytes, Numbers, stretches

KINDS = (8, 12, 16, 20, 24, 32)
"""The numbers of low bits; with 32 there is nothing above them."""

_PLAIN = len(KINDS) - 1
_WITH_MORE = (12, 20, 24)
"""Those whose numbers have more low bits than a byte or two hold."""

_FEW = 3
"""Lists of a kind that are sooner read one by one than together."""

_SOUGHT = 96
"""Numbers of a list that are read in the time in which a stretch of it is sought."""

_READ_AT_ONCE = 1 << 17
"""Numbers: so few that what reading them takes stays in a core's own memory, which is a third quicker."""


def unary_bytes(counts: Array, low: int, bound: int) -> Numbers:
    """The bytes of the unary parts of lists with so many numbers below ``bound``."""
    found: Numbers = (counts.astype(np.int64) + (bound >> low) + 8) >> 3
    return found


def kinds_of(lengths: Numbers, bound: int) -> Numbers:
    """Which of ``KINDS`` takes the least room for lists of some descending lengths."""
    room = [2 * low * lengths + 16 * unary_bytes(lengths, low, bound) for low in KINDS[:_PLAIN]]
    found: Numbers = np.maximum.accumulate(np.argmin([*room, 64 * lengths], axis=0))
    return found


def kind_edges(lengths: Lengths, kinds: Numbers) -> list[int]:
    """Where each kind's lists begin, by the kind of each run of lengths, and the number of lists."""
    return [int(lengths.firsts[at]) for at in kinds.searchsorted(np.arange(len(KINDS) + 1))]


def planes(low: int) -> Sequence[str]:
    """The names of a kind's arrays."""
    more = (f"{low}.more",) if low in _WITH_MORE else ()
    return (f"{low}.low", *more, *((f"{low}.high",) if low < 32 else ()))


def read_half_bytes(packed: Pieces, begin: int, end: int) -> Bytes:
    """The numbers ``[begin, end)`` of those that ``half_bytes`` packed."""
    both = packed.between(begin >> 1, end + 1 >> 1).astype("<u2")
    seconds = both & 240
    seconds <<= 4
    both &= 15
    both |= seconds  # of each byte both halves side by side
    found: Bytes = both.view(np.uint8)[begin & 1 : (begin & 1) + end - begin]
    return found


def half_bytes_at(packed: Array, places: Numbers) -> Bytes:
    """The numbers at some places of those that ``half_bytes`` packed."""
    found = packed.take(places >> 1)
    highs = places.astype(np.uint8)  # the fewer bytes, the sooner: from here on all of it takes a tenth
    highs &= np.uint8(1)
    highs <<= np.uint8(2)
    found >>= highs
    found &= np.uint8(15)
    return found


def ones(packed: Array) -> Numbers:
    """The places of the set bits. Flags are ten times as quick to go through as the bytes that they are."""
    return np.unpackbits(packed, bitorder="little").view(np.bool_).nonzero()[0]


def above(packed: Array, low: int) -> Numbers:
    """The numbers of one list that ``unary`` packed, their ``low`` lowest bits zero."""
    found = ones(packed)
    found -= np.arange(len(found))
    found <<= low
    return found


def _sought(packed: Array, firsts: Numbers, lasts: Numbers) -> tuple[Numbers, Numbers, Numbers]:
    """Those numbers of a unary part that are in some ascending ranges, both of whose ends are in them.

    Of each its rank, itself, and which of the ranges it is in. A number's bit stands behind as many zeros as it says,
    so the word in which a range begins is known by the zeros before each; only the bits of such words are looked at.
    """
    words = np.zeros(len(packed) + 7 >> 3, np.uint64)
    words.view(np.uint8)[: len(packed)] = packed
    ones_before = set_before(words)
    zeros_before = np.arange(0, 64 * len(words), 64)
    zeros_before -= ones_before
    first = np.maximum(zeros_before.searchsorted(firsts - 1, "right") - 1, 0)
    counts = zeros_before.searchsorted(lasts, "right") - first
    read = stretches(first, counts)
    in_words = words.take(read)
    bits = ones(in_words.view(np.uint8))
    of_word = bits >> 6
    ranks = np.arange(len(bits))
    ranks += (ones_before.take(read) - set_before(in_words)).take(of_word)
    found = (read << 6).take(of_word)
    found += bits & 63
    found -= ranks
    which = np.repeat(np.arange(len(firsts)), counts).take(of_word)
    keep = ((found >= firsts.take(which)) & (found <= lasts.take(which))).nonzero()[0]
    return ranks.take(keep), found.take(keep), which.take(keep)


def set_before(words: NDArray[np.uint64]) -> Numbers:
    """How many bits are set before each word."""
    counts = np.bitwise_count(words)
    found: Numbers = counts.cumsum(dtype=np.int64)
    found -= counts
    return found


class PositionLists:
    """Lists of ascending numbers below ``bound``, by their numbers from 0 on."""

    def __init__(self, file: ArrayFile, prefix: str, bound: int) -> None:
        self.lengths = Lengths.read(file, prefix)
        self._file, self._prefix = file, prefix
        self._planes: dict[int, tuple[Pieces, Pieces, Pieces]] = {}
        lengths, alike = self.lengths.lengths, self.lengths.alike
        self._kinds = kinds_of(lengths, bound)
        low = np.array(KINDS).take(self._kinds)
        self._rooms = lengths + (bound >> low) + 8 >> 3  # as ``unary_bytes`` has them
        self._lows, self._highs = _before(lengths * alike, self._kinds), _before(self._rooms * alike, self._kinds)

    def __len__(self) -> int:
        return len(self.lengths)

    def places(self, number: int) -> Numbers:
        """The numbers of one list."""
        run = self.lengths.run(number)
        low = KINDS[int(self._kinds[run])]
        rank, length = number - int(self.lengths.firsts[run]), int(self.lengths.lengths[run])
        begin = int(self._lows[run]) + rank * length
        end = begin + length
        lows, more, highs = self._planes_of(low)
        lowest = lows.between(begin, end)
        if low == KINDS[_PLAIN]:
            return lowest.astype(np.int64)
        room = int(self._rooms[run])
        high = int(self._highs[run]) + rank * room
        found = above(highs.between(high, high + room), low)
        found |= lowest
        if low == 24:
            found |= more.between(begin, end).astype(np.int64) << 16
        elif low & 4:
            found |= read_half_bytes(more, begin, end).astype(np.uint32) << (low - 4)
        return found

    def within(self, number: int, begins: Numbers, ends: Numbers) -> tuple[Numbers, Numbers]:
        """The numbers of one list in some ascending stretches ``[begin, end)``, and which stretch each is in.

        Of a list that is long beside them only those words of the unary part are read in which a stretch lies.
        """
        run = self.lengths.run(number)
        length, low = int(self.lengths.lengths[run]), KINDS[int(self._kinds[run])]
        if low == KINDS[_PLAIN] or length < len(begins) * _SOUGHT:
            found = self.places(number)
            firsts = found.searchsorted(begins)
            counts = found.searchsorted(ends)
            counts -= firsts
            return found.take(stretches(firsts, counts)), np.repeat(np.arange(len(begins)), counts)
        rank, room = number - int(self.lengths.firsts[run]), int(self._rooms[run])
        lows, more, highs = self._planes_of(low)
        at = int(self._highs[run]) + rank * room
        ranks, high, which = _sought(highs.between(at, at + room), begins >> low, ends - 1 >> low)
        begin = int(self._lows[run]) + rank * length
        found = high << low
        found |= lows.between(begin, begin + length).take(ranks)
        if low == 24:
            found |= more.between(begin, begin + length).take(ranks).astype(np.int64) << 16
        elif low in _WITH_MORE:
            packed = more.between(begin >> 1, begin + length + 1 >> 1)
            found |= half_bytes_at(packed, ranks + (begin & 1)).astype(np.int64) << (low - 4)
        keep = ((found >= begins.take(which)) & (found < ends.take(which))).nonzero()[0]
        return found.take(keep), which.take(keep)

    def places_of(self, numbers: Numbers) -> Numbers:
        """The numbers of several lists, which are given ascending, end to end."""
        if len(numbers) <= _FEW:
            found = [self.places(number) for number in numbers.tolist()]
            return found[0] if len(found) == 1 else np.concatenate([np.zeros(0, np.int64), *found])
        runs = self.lengths.firsts.searchsorted(numbers, "right") - 1
        ranks = numbers - self.lengths.firsts.take(runs)
        lengths, rooms = self.lengths.lengths.take(runs), self._rooms.take(runs)
        lows, highs = self._lows.take(runs) + ranks * lengths, self._highs.take(runs) + ranks * rooms
        edges = self._kinds.take(runs).searchsorted(np.arange(len(KINDS) + 1)).tolist()
        parts = [np.zeros(0, np.int64)]
        for low, (begin, end) in zip(KINDS, pairwise(edges), strict=True):
            some = slice(begin, end)
            if end - begin <= _FEW:
                parts += map(self.places, numbers[some].tolist())
            else:
                parts.append(self._of_kind(low, lengths[some], lows[some], highs[some], rooms[some]))
        return np.concatenate(parts)

    def in_order(self) -> Iterator[tuple[int, int, Numbers, Numbers]]:
        """All lists, some at a time: the numbers of the first and of the one behind, their lengths, and their numbers.

        Lists of one kind stand end to end, so nothing is looked up: a third of the time of ``places_of``. Raises
        ``ValueError`` where the arrays have not as many numbers as the lengths say.
        """
        lengths, rooms = self.lengths.all(), np.repeat(self._rooms, self.lengths.alike)
        for low, (first, behind) in zip(KINDS, pairwise(kind_edges(self.lengths, self._kinds)), strict=True):
            if first < behind:
                yield from self._all_of_kind(low, first, lengths[first:behind], rooms[first:behind])

    def _all_of_kind(
        self, low: int, number: int, lengths: Numbers, rooms: Numbers
    ) -> Iterator[tuple[int, int, Numbers, Numbers]]:
        """All lists of one kind, of which the first has a number."""
        lows, more, highs = self._planes_of(low)
        ends, high_ends = lengths.cumsum(), rooms.cumsum()
        count = int(ends[-1])
        more_count = count if low == 24 else count + 1 >> 1
        if (
            len(lows) != count
            or (low < KINDS[_PLAIN] and len(highs) != int(high_ends[-1]))
            or (low in _WITH_MORE and len(more) != more_count)
        ):
            raise ValueError("lists of places are not as long as they should be")
        first = begin = high = 0
        while first < len(lengths):
            behind = max(int(ends.searchsorted(begin + _READ_AT_ONCE, "right")), first + 1)
            end, high_end = int(ends[behind - 1]), int(high_ends[behind - 1])
            some = lengths[first:behind]
            if low == KINDS[_PLAIN]:
                found = lows.between(begin, end).astype(np.int64)
            else:
                found = ones(highs.between(high, high_end))
                if len(found) != end - begin:
                    raise ValueError("lists of places are not as long as they should be")
                unary_starts = 8 * (high_ends[first:behind] - rooms[first:behind] - high)
                found -= np.repeat(unary_starts - (ends[first:behind] - some - begin), some)
                found -= np.arange(len(found))
                found <<= low
                found |= lows.between(begin, end)
                if low == 24:
                    found |= more.between(begin, end).astype(np.int64) << 16
                elif low in _WITH_MORE:
                    found |= read_half_bytes(more, begin, end).astype(np.int64) << (low - 4)
            yield number + first, number + behind, some, found
            first, begin, high = behind, end, high_end

    def _of_kind(self, low: int, lengths: Numbers, lows: Numbers, highs: Numbers, rooms: Numbers) -> Numbers:
        """The numbers of several lists of one kind end to end."""
        low_plane, more, high_plane = self._planes_of(low)
        at, ends = stretches(lows, lengths), lows + lengths
        lowest = low_plane.over(lows, ends).take(at)
        if low == KINDS[_PLAIN]:
            return lowest.astype(np.int64)
        found = ones(high_plane.over(highs, highs + rooms).take(stretches(highs, rooms)))
        found -= np.repeat(8 * (rooms.cumsum() - rooms) - (lengths.cumsum() - lengths), lengths)
        found -= np.arange(len(found))
        found <<= low
        found |= lowest
        if low == 24:
            found |= more.over(lows, ends).take(at).astype(np.int64) << 16
        elif low & 4:
            packed = more.over(lows >> 1, ends + 1 >> 1)
            found |= half_bytes_at(packed, at).astype(np.int64) << (low - 4)
        return found

    def _planes_of(self, low: int) -> tuple[Pieces, Pieces, Pieces]:
        """The arrays of a kind: the low bits, more of them, and what is above, one of the others where it has none."""
        found = self._planes.get(low)
        if found is None:
            all_planes = [self._file.pieces(f"{self._prefix}.{name}") for name in planes(low)]
            found = self._planes[low] = all_planes[0], all_planes[len(all_planes) // 2], all_planes[-1]
        return found


def _before(amounts: Numbers, kinds: Numbers) -> Numbers:
    """The amounts of all earlier runs of the same kind together."""
    before = amounts.cumsum() - amounts
    first_of_kind: Numbers = kinds.searchsorted(kinds)
    found: Numbers = before - before.take(first_of_kind)
    return found
