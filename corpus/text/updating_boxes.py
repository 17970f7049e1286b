"""Boxes in the text that a site keeps up to date by itself: a share's price, the weather, rates, a table of results.

Such a box ends in the hour of its state (``Cập nhật lúc 10:15 …``); above it stand its name and its values, short lines
without an end.
"""

from __future__ import annotations

from collections.abc import Sequence

from corpus.text.furniture import UPDATED
from corpus.text.lines import Line

_MOST = 6
"""Lines of a box above its hour."""

_LONGEST = 10
"""Words of such a line."""


def updating_boxes(lines: Sequence[Line]) -> frozenset[int]:
    """The numbers of the lines of such boxes; above the first sentence none is one."""
    found: set[int] = set()
    begun = False
    for at, line in enumerate(lines):
        begun = begun or line.is_running
        if line.is_running or not (begun and UPDATED.match(line.plain)) or line.date is None:
            continue
        found.add(at)
        for above in range(at - 1, max(at - 1 - _MOST, -1), -1):
            if lines[above].is_sentence or lines[above].is_running or lines[above].length > _LONGEST:
                break
            if not lines[above].is_open or lines[above].names_photo:
                break
            found.add(above)
    return frozenset(found)
