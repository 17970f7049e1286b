"""The tokens of many articles in two bytes and a bit each: what comes to be a segment waits in this form."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from index.segment.next_terms import HIGHEST
from index.segment.tokens import Array, Bytes, Flags, Numbers, Tokens

Low = NDArray[np.uint16]

_AT_ONCE = 1 << 18


class PackedTokens:
    """The text of some articles (``Tokens``), one behind the other; ``keys`` may go on growing.

    A term from ``HIGHEST`` on is told from others beside the tokens. Bytes are added at the end of what grows in its
    place, where the system can: so there is never a second copy.
    """

    def __init__(self, keys: Sequence[str]) -> None:
        self.keys = keys
        self._low, self._high = bytearray(), bytearray()
        self._joints, self._left = bytearray(), np.zeros(0, np.bool_)
        self._lengths: list[Numbers] = []

    @classmethod
    def of(cls, tokens: Tokens) -> PackedTokens:
        """Some tokens, packed."""
        found = cls(tokens.keys)
        found.add(tokens)
        return found

    @property
    def size(self) -> int:
        """The number of tokens."""
        return len(self._low) >> 1

    @property
    def lengths(self) -> Numbers:
        """A row an article and a column a field: its tokens, breaks counted."""
        return np.concatenate(self._lengths)

    def add(self, part: Tokens) -> None:
        """Takes some more articles."""
        self.add_terms(np.minimum(part.terms, HIGHEST).astype(np.uint16), part.terms[part.terms >= HIGHEST])
        self.add_joints(part.joints)
        self.add_lengths(part.lengths)

    def add_terms(self, low: Low, high: Array) -> None:
        """Takes the terms of some more tokens: ``HIGHEST`` for each from there on, and in turn what these are."""
        self._low += low.data
        self._high += high.astype(np.uint32).data

    def room(self, size: int) -> Low:
        """Makes room for the terms of so many more tokens: breaks, to be written over."""
        self._low += bytes(2 * size)
        return self.low[self.size - size :]

    def cut(self, size: int, high: Array) -> None:
        """Gives up so much of the room that was made last; the terms from ``HIGHEST`` on that were written there."""
        del self._low[2 * (self.size - size) :]
        self._high += high.astype(np.uint32).data

    def add_joints(self, joints: Flags) -> None:
        """Takes the joints of some more tokens."""
        flags = np.concatenate((self._left, joints))
        whole = len(flags) & ~7
        self._joints += np.packbits(flags[:whole], bitorder="little").data
        self._left = flags[whole:]

    def add_lengths(self, lengths: Numbers) -> None:
        """Takes the lengths of some more articles."""
        self._lengths.append(lengths)

    @property
    def low(self) -> Low:
        """The terms, ``HIGHEST`` for each from there on; nothing may be added for as long as this is held."""
        return np.frombuffer(self._low, np.uint16)

    @property
    def high(self) -> NDArray[np.uint32]:
        """What the terms from ``HIGHEST`` on are, in turn; nothing may be added for as long as this is held."""
        return np.frombuffer(self._high, np.uint32)

    @property
    def packed_joints(self) -> Bytes:
        """The joints, eight a byte."""
        return np.concatenate((np.frombuffer(self._joints, np.uint8), np.packbits(self._left, bitorder="little")))

    def counts(self) -> Numbers:
        """How often each of the keys occurs."""
        found = np.zeros(max(len(self.keys), HIGHEST) + 1, np.int64)
        low = self.low
        for begin in range(0, len(low), _AT_ONCE):
            here = np.bincount(low[begin : begin + _AT_ONCE])
            found[: len(here)] += here
        found[HIGHEST] = 0
        found += np.bincount(self.high, minlength=len(found))
        return found[1 : len(self.keys) + 1]

    def renumber(self, numbers: NDArray[np.uint32]) -> None:
        """Gives the terms other numbers, by those that they have."""
        low, high, at = self.low, numbers.take(self.high), 0
        narrow = np.zeros(HIGHEST + 1, np.uint32)
        narrow[: len(numbers)] = numbers[: HIGHEST + 1]
        narrow[HIGHEST] = 0
        still_high = [np.zeros(0, np.uint32)]
        for begin in range(0, len(low), _AT_ONCE):
            here = low[begin : begin + _AT_ONCE]
            escaped = (here == HIGHEST).nonzero()[0]
            found = narrow.take(here)
            found[escaped] = high[at : at + len(escaped)]
            at += len(escaped)
            here[:] = np.minimum(found, HIGHEST)
            still_high.append(found[found >= HIGHEST])
        del low
        self._high = bytearray(np.concatenate(still_high).data)

    def keep(self, keep: Flags) -> None:
        """Drops all articles but those for which ``keep`` says so."""
        lengths = self.lengths
        stays = np.repeat(keep, lengths.sum(axis=1))
        joints = np.unpackbits(self.packed_joints, bitorder="little", count=self.size).view(np.bool_)
        low, high = self.low, self.high
        kept = low[stays], high[stays[low == HIGHEST]], joints[stays], lengths[keep]
        del low, high
        self.clear()
        self.add_terms(*kept[:2])
        self.add_joints(kept[2])
        self.add_lengths(kept[3])

    def clear(self) -> None:
        """Drops all of them."""
        self._low, self._high = bytearray(), bytearray()
        self._joints, self._left = bytearray(), np.zeros(0, np.bool_)
        self._lengths = []
