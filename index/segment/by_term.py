"""The tokens of a text come in the order in which they stand, and are given term by term.

Blocks of them are sorted by their terms as they come: a token is one number of its term, the one behind it, its place
and its field in the block, 16 bits each, so that all of it stays in a core's own memory (4 ns a token). The blocks wait
in a temporary file, and of each a stretch is read when some terms are asked for. Terms from ``HIGHEST`` on, which are
few, wait in memory.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.segment.next_terms import HIGHEST
from index.segment.packed_tokens import PackedTokens
from index.segment.tokens import BREAK, Array, Numbers
from index.segment.waiting import Waiting

_BITS = 16
_BLOCK = 1 << _BITS
_TERM, _BEHIND, _PLACE = (np.uint64(_BITS * at) for at in (3, 2, 1))
_MASK = np.uint64(_BLOCK - 1)

_MOST_TERMS = 1 << 15
"""Of a group: which of them it is then leaves room for a place and a term behind it in 63 bits."""

Keys = NDArray[np.uint64]


@dataclass(frozen=True, slots=True)
class Occurrences:
    """All occurrences of the terms ``[first, behind)``, in any order.

    Of each which of these terms it is, its place, the term behind it, and its field, those of all articles counted
    through.
    """

    first: int
    behind: int
    which: Numbers
    places: Numbers
    after: Numbers
    fields: NDArray[np.uint32]


def groups(counts: Numbers, at_once: int, cuts: Sequence[int] = ()) -> Iterator[tuple[int, int]]:
    """Terms that together occur some ``at_once`` times: the numbers of the first and of the one behind.

    None has terms on both sides of one of the ``cuts``, terms before which one ends.
    """
    before = np.concatenate(([0], np.cumsum(counts)))
    first = 0
    while first < len(counts):
        behind = max(int(np.searchsorted(before, before[first] + at_once, "right")) - 1, first + 1)
        behind = min(behind, first + _MOST_TERMS, *(cut - 1 for cut in cuts if cut - 1 > first))
        yield first + 1, behind + 1
        first = behind


class ByTerm:
    """The tokens of a text, whose terms are given in ``groups``, to be taken in turn.

    ``lengths`` are those of the fields, and waiting is done in a file beside ``path``.
    """

    def __init__(self, tokens: PackedTokens, lengths: Numbers, groups: Sequence[tuple[int, int]], path: Path) -> None:
        self._groups = groups
        self._firsts = np.array([first for first, _ in groups if first < HIGHEST] + [HIGHEST], np.uint64)
        self._waiting = Waiting(path)
        self._fields = lengths.nonzero()[0].astype(np.uint32)  # those that have tokens
        self._first_fields: list[int] = []
        self._edges: list[Array] = []
        self._breaks, self._high = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
        self._take(tokens, lengths[self._fields].cumsum())
        high = np.concatenate(self._high)
        self._high_places, self._high_terms = high, tokens.high.astype(np.int64)
        self._high_after = tokens.low.take(high + 1, mode="clip").astype(np.int64)
        self._make_sure(high, self._high_after)
        self._high_fields = self._fields.take(lengths[self._fields].cumsum().searchsorted(high, "right"))

    @property
    def breaks(self) -> Numbers:
        """The places of the breaks, ascending."""
        return np.concatenate(self._breaks)

    def occurrences(self) -> Iterator[Occurrences]:
        """Those of all groups in turn."""
        edges = np.array(self._edges, np.int64).reshape(-1, len(self._firsts))
        offsets = np.concatenate(([0], (edges[:, -1] - edges[:, 0]).cumsum()))[:-1] - edges[:, 0]
        firsts = np.array(self._first_fields, np.int64)
        for number, (first, behind) in enumerate(self._groups):
            if first >= HIGHEST:
                yield self._of_high(first, behind)
                continue
            sizes = edges[:, number + 1] - edges[:, number]
            keys = np.empty(int(sizes.sum()), np.uint64)
            self._read(keys, (offsets + edges[:, number]).tolist(), sizes.tolist())
            fields = (keys & _MASK).view(np.int64)
            fields += np.repeat(firsts, sizes)
            places = (keys >> _PLACE & _MASK).view(np.int64)
            places += np.repeat(np.arange(0, _BLOCK * len(sizes), _BLOCK), sizes)
            which = (keys >> _TERM).view(np.int64)
            which -= first
            after = (keys >> _BEHIND & _MASK).view(np.int64)
            self._make_sure(places, after)
            yield Occurrences(first, behind, which, places, after, self._fields.take(fields))

    def _of_high(self, first: int, behind: int) -> Occurrences:
        some = ((self._high_terms >= first) & (self._high_terms < behind)).nonzero()[0]
        which = self._high_terms.take(some)
        which -= first
        places, after = self._high_places.take(some), self._high_after.take(some)
        return Occurrences(first, behind, which, places, after, self._high_fields.take(some))

    def _make_sure(self, places: Numbers, after: Numbers) -> None:
        """Puts what stands behind some places where it is only known to be high."""
        unsure = (after == HIGHEST).nonzero()[0]
        after[unsure] = self._high_terms.take(self._high_places.searchsorted(places.take(unsure) + 1))

    def _read(self, keys: Keys, offsets: Sequence[int], sizes: Sequence[int]) -> None:
        at = 0
        for offset, size in zip(offsets, sizes, strict=True):
            if size:
                self._waiting.read(keys.itemsize * offset, keys[at : at + size])
                at += size

    def _take(self, tokens: PackedTokens, ends: Numbers) -> None:
        """Sorts all tokens, a block at a time; ``ends`` are those of the fields that have tokens."""
        low = tokens.low
        firsts = self._firsts << _TERM
        within = np.arange(_BLOCK, dtype=np.uint64) << _PLACE
        for begin in range(0, len(low), _BLOCK):
            here = low[begin : begin + _BLOCK]
            self._breaks.append((here == BREAK).nonzero()[0] + begin)
            self._high.append((here == HIGHEST).nonzero()[0] + begin)
            first, last = ends.searchsorted((begin, begin + len(here) - 1), "right").tolist()
            in_fields = np.diff(np.minimum(ends[first : last + 1] - begin, len(here)), prepend=0)
            keys = here.astype(np.uint64)
            keys <<= _TERM
            keys |= np.repeat(np.arange(len(in_fields), dtype=np.uint64), in_fields)
            keys |= within[: len(here)]
            after = low[begin + 1 : begin + 1 + len(here)].astype(np.uint64)
            after <<= _BEHIND
            keys[: len(after)] |= after
            keys.sort()
            edges = keys.searchsorted(firsts)
            self._waiting.add(keys[edges[0] : edges[-1]])
            self._first_fields.append(first)
            self._edges.append(edges.astype(np.uint32))
