"""Where do stretches of text stand one behind the other, each of which may be written in several ways?"""

from __future__ import annotations

from collections.abc import Sequence

from index.found import LENGTH_BITS
from index.segment.tokens import Numbers, among, merged

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
            found = merged([found[among(ends, begins)] + length for begins, length in ways])
    assert found is not None
    return found >> LENGTH_BITS, found & _LENGTH
