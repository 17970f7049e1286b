"""Boxes in the text that a site keeps up to date by itself: a share's price, the weather, rates, a table of results.

Such a box ends in the hour of its state (``Cập nhật lúc 10:15 …``); above it stand its name and its values, short lines
without an end. A share's price shows itself by the sign of its rise or fall, and what stands in one block with it is
the box.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus.text.furniture import UPDATED
from corpus.text.lines import Line

_MOST = 6
"""Lines of a box above its hour."""

_LONGEST = 10
"""Words of such a line."""

_PRICE = re.compile(r"\d[\d.,]*\s*[▲▼△▽↑↓]|[▲▼△▽↑↓]\s*[+-]?\d|[+-]\d[\d.,]*\s*\([+-]?\d[\d.,]*\s*%\)")


def updating_boxes(lines: Sequence[Line]) -> frozenset[int]:
    """The numbers of the lines of such boxes; above the first sentence none is one."""
    found: set[int] = set()
    begun = False
    for at, line in enumerate(lines):
        begun = begun or line.is_running
        if line.is_running:
            continue
        if _PRICE.search(line.plain):
            found |= {at, *_beside(lines, at)}
        if not (begun and UPDATED.match(line.plain)) or line.date is None:
            continue
        found.add(at)
        for above in range(at - 1, max(at - 1 - _MOST, -1), -1):
            if not _is_value(lines[above]):
                break
            found.add(above)
    return frozenset(found)


def _beside(lines: Sequence[Line], at: int) -> Iterator[int]:
    """The short lines right above and below one, with no empty line between them."""
    above = at
    while above and at - above < _MOST and not lines[above].is_apart and _is_value(lines[above - 1]):
        above -= 1
        yield above
    for below in range(at + 1, min(at + _MOST, len(lines))):
        if lines[below].is_apart or not _is_value(lines[below]):
            break
        yield below


def _is_value(line: Line) -> bool:
    return not line.is_running and line.is_open and line.length <= _LONGEST and not line.names_photo
