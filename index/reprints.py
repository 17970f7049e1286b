"""Which of the articles found are nearly the same text? Of those only the best is shown, the others are named with it.

Two articles are alike when enough bytes of their sketches agree (``segment/sketches.py``), and both of one of the first
pairs: that makes them quick to find, and loses one in two hundred of those that are just alike enough. What is like the
best article is folded under it; then what is left and like the next best, and so on. So an article stands under the
best of those that are shown and like it, and what is shown first is the same however much is asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.parts import Parts
from index.segment.sketches import TEXT_BYTES
from index.segment.tokens import Bytes, Flags, Numbers

TEXT_ALIKE, FIGURES_ALIKE = 43, 16
"""Bytes that agree in the sketches of articles that are alike, of the 64 and the 32."""

KEY_PAIRS = 8
"""The first pairs of bytes, of which one agrees."""

HEAD_PAIRS = 14
"""The first pairs of bytes, which are compared before the others are read."""

HEAD_ALIKE = TEXT_ALIKE - (TEXT_BYTES - 2 * HEAD_PAIRS)
"""Bytes of these that agree at the least, should all others agree: chance leads to two or three."""

_AT_ONCE = 64
"""Articles for which those that are like them are looked for together: one has a key pair with 1 in 8,000 others."""

_MANY = 1000
"""Articles to be shown from which on it pays to find out first which of all are like none."""

_LONG_RUN = 32
"""Articles with one key pair: of more it is not found out whether each is like none."""

_COMPARED_AT_ONCE = 1 << 17

Pairs = NDArray[np.uint16]


@dataclass(frozen=True, slots=True)
class Folded:
    """Articles to be shown, by their numbers, in order; and under each, ascending, those that are like it.

    ``everything`` tells that there are no others.
    """

    shown: Numbers
    under: tuple[Numbers, ...]
    everything: bool


def alike(one: Bytes, other: Bytes) -> Flags:
    """Whether sketches are alike: those in the rows of both arrays in turn, or one with each of the others."""
    agree = one == other
    found: Flags = agree[:, : 2 * KEY_PAIRS].reshape(-1, KEY_PAIRS, 2).all(axis=2).any(axis=1)
    found &= agree[:, :TEXT_BYTES].sum(axis=1) >= TEXT_ALIKE
    found &= agree[:, TEXT_BYTES:].sum(axis=1) >= FIGURES_ALIKE
    found &= other.any(axis=1)
    return found


def fold(parts: Parts, numbers: Numbers, ranked: Numbers, count: int) -> Folded:
    """The first ``count`` articles to be shown of those with some ascending numbers.

    ``ranked`` are such numbers, best first. Where it ends before all of them, fewer may be shown than there are.
    """
    found = _Found(parts, numbers)
    ranked = numbers.searchsorted(ranked)
    left = np.ones(len(numbers), np.bool_)
    at_once = _AT_ONCE
    if count > _MANY:
        found.leave_out(found.alone())
        at_once *= 8
    shown: list[int] = []
    under: list[Numbers] = []
    begin = 0
    while len(shown) < count and begin < len(ranked):
        some = ranked[begin : begin + min(at_once, count - len(shown))]
        begin += len(some)
        some = some[left[some]]
        near = found.near(some, left)
        for place in some.tolist():
            if left[place]:
                left[place] = False
                others = near.like(place)
                under.append(numbers.take(others[left[others]]))
                left[others] = False
                shown.append(place)
    return Folded(numbers.take(np.array(shown, np.int64)), tuple(under), not left.any())


class _Found:
    """The articles found, with the key pairs of their sketches as rows."""

    def __init__(self, parts: Parts, numbers: Numbers) -> None:
        self._parts, self._numbers = parts, numbers
        keys = [part.segment.sketch_rows(KEY_PAIRS).take(here, axis=1) for part, here in parts.by_part(numbers)]
        self._keys: Pairs = np.hstack(keys) if keys else np.zeros((KEY_PAIRS, 0), np.uint16)
        self._places = np.arange(len(numbers))
        self._is_asked = np.zeros(1 << 16, np.bool_)

    def alone(self) -> Flags:
        """For each article whether it is known to be like none of the others.

        Two that are alike have a key pair in common, so only those are compared, all at once: of 140,000 articles some
        ten million bytes, in half a second. Where many have one, as a column has that comes every day, it is not known.
        """
        found = np.ones(len(self._places), np.bool_)
        sketches = self._sketches(self._places)
        has_one: Flags = np.any(self._keys, axis=0)
        for keys in self._keys:
            order = keys.argsort(kind="stable")
            order = order[has_one[order]]
            ordered = keys.take(order)
            run = np.cumsum(np.append(0, ordered[1:] != ordered[:-1])) if len(order) else order
            is_long = np.bincount(run).take(run) > _LONG_RUN
            found[order[is_long]] = False
            order, run = order[~is_long], run[~is_long]
            for step in range(1, _LONG_RUN):
                same = (run[step:] == run[:-step]).nonzero()[0]
                if not len(same):
                    break
                for begin in range(0, len(same), _COMPARED_AT_ONCE):
                    some = same[begin : begin + _COMPARED_AT_ONCE]
                    ones, others = order.take(some), order.take(some + step)
                    fits = alike(sketches.take(ones, axis=0), sketches.take(others, axis=0))
                    found[ones[fits]] = found[others[fits]] = False
        return found

    def leave_out(self, some: Flags) -> None:
        """Leaves some articles out of what is looked through."""
        keep = (~some).nonzero()[0]
        self._places, self._keys = keep, np.ascontiguousarray(self._keys[:, keep])

    def near(self, asked: Numbers, left: Flags) -> _Near:
        """The articles that are left and have a key pair of one of those asked for, and these themselves.

        Those without a sketch are not asked for: they may be many, and are like none.
        """
        found = np.zeros(len(self._places), np.bool_)
        asked = self._places.searchsorted(asked[np.isin(asked, self._places)])
        asked = asked[self._keys.take(asked, axis=1).any(axis=0)]
        for keys in self._keys:
            of_asked = keys.take(asked)
            self._is_asked[of_asked] = True
            found |= self._is_asked.take(keys)
            self._is_asked[of_asked] = False
        return _Near(self._places[found & left.take(self._places)], self._heads, self._sketches)

    def _heads(self, places: Numbers) -> Bytes:
        """The beginnings of the sketches of articles at some ascending places, a row each."""
        here = self._parts.by_part(self._numbers.take(places))
        return _rows([part.segment.sketch_rows(HEAD_PAIRS).take(articles, axis=1) for part, articles in here])

    def _sketches(self, places: Numbers) -> Bytes:
        """The same, whole."""
        here = self._parts.by_part(self._numbers.take(places))
        return _rows([part.segment.sketches_of(articles) for part, articles in here])


def _rows(columns: Sequence[Pairs]) -> Bytes:
    """Columns of pairs of bytes as rows of bytes."""
    return np.ascontiguousarray(np.hstack(columns).T).view(np.uint8) if columns else np.zeros((0, 0), np.uint8)


class _Near:
    """Articles that may be alike; of the whole sketches those alone are read whose beginnings do not rule it out."""

    def __init__(
        self, places: Numbers, heads: Callable[[Numbers], Bytes], sketches: Callable[[Numbers], Bytes]
    ) -> None:
        self._places, self._sketches = places, sketches
        self._heads = heads(places)
        self._keys: Pairs = self._heads[:, : 2 * KEY_PAIRS].view(np.uint16)

    def like(self, place: int) -> Numbers:
        """The places of those that are like the article at a place, perhaps itself; none where it is not of them."""
        at = int(self._places.searchsorted(place))
        if at == len(self._places) or self._places[at] != place:
            return self._places[:0]
        chosen = (self._keys == self._keys[at]).any(axis=1).nonzero()[0]
        agree = (self._heads.take(chosen, axis=0) == self._heads[at]).sum(axis=1)
        near = self._places.take(chosen[agree >= HEAD_ALIKE])
        if len(near) == 1:
            return self._places[:0]
        sketches = self._sketches(near)
        return near[alike(sketches[int(near.searchsorted(place))], sketches)]
