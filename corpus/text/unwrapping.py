"""Paragraphs out of lines: most pages have a paragraph a line, some were wrapped at a column.

Wrapped text shows itself: blocks of several lines between empty ones, in which all lines but the last are nearly as
long as the column is wide and do not end a sentence more often than chance. On such a page a line of any other block
goes on in the next one where that one's first word had no room left, and else ends where the author ended it.
"""

from __future__ import annotations

import re

_GAP = "   "
"""Between two things that stand side by side in a line."""

_STOPS = '.!?…:;”"'
_POINT = re.compile(r"[*+•·▪–—-]\s|\d{1,2}[.)]\s|\[[^\]]*\]$|[\W_]+$")
"""A list's point, what stands for a picture, a rule across the page: no line goes on in it."""

_WIDEST = 130
"""Characters of the widest column that text is wrapped at."""

_NARROWEST = 45
_FULL = 0.7
"""How much of the column's width a line fills that goes on in the next one."""

_FEWEST_LINES = 3
"""Lines of a block in which the column shows itself."""

_FEWEST_BROKEN = 6
"""Lines that have to go on in the next one before a text counts as wrapped at a column."""


def unwrapped(text: str) -> list[str]:
    """The lines of a text, or whole blocks (inner line feeds kept) where these were wrapped at a column."""
    lines = text.splitlines()
    blocks: list[list[str]] = [[]]
    for line in lines:
        if line.strip():
            blocks[-1].append(line.strip())
        elif blocks[-1]:
            blocks.append([])
    long = [block for block in blocks if len(block) >= _FEWEST_LINES]
    width = max((len(line) for block in long for line in block), default=0)
    inner = [line for block in long for line in block[:-1]]
    full = [line for line in inner if len(line) >= _FULL * width]
    open_ended = [line for line in full if line[-1] not in _STOPS]
    if not _NARROWEST <= width <= _WIDEST or len(open_ended) < _FEWEST_BROKEN or len(open_ended) < 0.7 * len(full):
        return lines
    joined: list[str] = []
    for block in blocks:
        if _is_wrapped(block, width):
            joined.append("\n".join(block))
        else:
            joined += _rejoined(block, width)
    return joined


def _is_wrapped(block: list[str], width: int) -> bool:
    full = [line for line in block[:-1] if _FULL * width <= len(line) <= width]
    return (
        len(block) >= _FEWEST_LINES
        and len(full) >= 0.8 * (len(block) - 1)
        and len(block[-1]) <= width
        and not any(map(_POINT.match, block))
    )


def _rejoined(block: list[str], width: int) -> list[str]:
    """The lines of a block, joined where the first word of the next one had no room in the column."""
    joined: list[list[str]] = []
    goes_on = False
    for line, following in zip(block, [*block[1:], ""], strict=True):
        if goes_on and not _POINT.match(line):
            joined[-1].append(line)
        else:
            joined.append([line])
        had_no_room = len(following.split(" ", 1)[0]) >= width - len(line)
        is_within = len(line) >= _FULL * width and following[:1].islower() and line[-1] not in _STOPS
        goes_on = bool(following) and len(line) <= width and (had_no_room or is_within)
        goes_on = goes_on and not _POINT.fullmatch(line) and _GAP not in line
    return ["\n".join(lines) for lines in joined]
