"""Which words stand round some places? Windows of words, counted by arrays."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import numpy as np

from index.segment.tokens import BREAK, Numbers, merged, stretches
from index.surroundings import Surroundings


def company(texts: Iterable[Surroundings], window: int) -> Counter[str]:
    """How often each word stands round the places, up to ``window`` words before and behind one in the same unit.

    Words are given by their keys with spaces between them. What stands in the windows of several places counts once; a
    word of which any syllable is part of a place does not count.
    """
    found: Counter[str] = Counter()
    for text in texts:
        _count(text, window, found)
    return found


def _count(text: Surroundings, window: int, found: Counter[str]) -> None:
    breaks = (text.terms == BREAK).nonzero()[0]
    is_start = ~text.joints
    is_start[breaks] = False
    starts = is_start.nonzero()[0]
    chosen = _in_windows(text, starts, breaks, window)
    begins = starts.take(chosen)
    ends = breaks.take(breaks.searchsorted(begins))  # a word ends where the next one begins, or with its unit
    is_last = chosen + 1 == len(starts)
    np.minimum(ends, starts.take(chosen + 1, mode="clip"), out=ends, where=~is_last)
    lengths = ends - begins
    for length in np.flatnonzero(np.bincount(lengths)).tolist():
        _count_alike(text, begins[lengths == length], length, found)


def _in_windows(text: Surroundings, starts: Numbers, breaks: Numbers, window: int) -> Numbers:
    """The words in the windows, by their numbers, ascending; ``starts`` are the first tokens of all."""
    ends = text.begins + np.maximum(text.lengths, 1)
    first, last = starts.searchsorted(text.begins, "right") - 1, starts.searchsorted(ends - 1, "right") - 1
    edges = np.concatenate(([0], starts.searchsorted(breaks)))  # the first word of each unit, and the number of all
    before = np.maximum(first - window, edges.take(breaks.searchsorted(text.begins)))
    behind = np.minimum(last + 1 + window, edges.take(breaks.searchsorted(ends - 1) + 1))
    near = _union(before, behind - before)
    return np.setdiff1d(near, _union(first, last + 1 - first), assume_unique=True)


def _union(starts: Numbers, counts: Numbers) -> Numbers:
    """The numbers that are in any of some stretches, ascending."""
    return merged([np.sort(stretches(starts, counts))])


def _count_alike(text: Surroundings, begins: Numbers, length: int, found: Counter[str]) -> None:
    """Counts words of one length: those that begin alike have one number, and then those that go on alike."""
    alike = text.terms.take(begins).astype(np.int64)
    for at in range(1, length):
        if at > 1:
            alike = np.unique(alike, return_inverse=True)[1]
        alike = alike * (len(text.keys) + 1) + text.terms.take(begins + at)
    _, firsts, counts = np.unique(alike, return_index=True, return_counts=True)
    rows = text.terms.take(begins.take(firsts)[:, np.newaxis] + np.arange(length)).tolist()
    for terms, count in zip(rows, counts.tolist(), strict=True):
        found[" ".join([text.keys[term - 1] for term in terms])] += count
