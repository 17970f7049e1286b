"""Where do stretches of text stand one behind the other, each of which may be written in several ways?"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from index.found import LENGTH_BITS
from index.segment.tokens import Numbers, merged

Way = tuple[Numbers, int]
"""The places at which a way of writing begins, ascending, and its length."""

_LENGTH = (1 << LENGTH_BITS) - 1


def chained(stretches: Sequence[Sequence[Way]]) -> tuple[Numbers, Numbers]:
    """The places, ascending, at which all stretches begin one behind the other, and how long they are together.

    A place is given once for each length that it can have there.
    """
    found: Numbers | None = None
    for ways in stretches:
        if found is None:
            found = merged([begins << LENGTH_BITS | length for begins, length in ways])
        else:
            ends = (found >> LENGTH_BITS) + (found & _LENGTH)
            found = merged([found[_among(ends, begins)] + length for begins, length in ways])
    assert found is not None
    return found >> LENGTH_BITS, found & _LENGTH


def _among(numbers: Numbers, begins: Numbers) -> Numbers:
    """Which of some numbers are among ascending ones, by their places."""
    if not len(begins):
        return np.zeros(0, np.int64)
    return (begins.take(begins.searchsorted(numbers), mode="clip") == numbers).nonzero()[0]
