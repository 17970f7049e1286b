"""Paragraphs out of lines: most pages have a paragraph a line, some were wrapped at a column.

Wrapped text shows itself: blocks of several lines between empty ones, in which all lines but the last are nearly as
long as the column is wide and do not end a sentence more often than chance. Blocks built otherwise stay as they are.
"""

from __future__ import annotations

_WIDEST = 130
"""Characters of the widest column that text is wrapped at."""

_NARROWEST = 45
_FULL = 0.7
"""How much of the column's width a line fills that goes on in the next one."""

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
    long = [block for block in blocks if len(block) >= 3]
    width = max((len(line) for block in long for line in block), default=0)
    inner = [line for block in long for line in block[:-1]]
    full = [line for line in inner if len(line) >= _FULL * width]
    open_ended = [line for line in full if line[-1] not in '.!?…:;”"']
    if not _NARROWEST <= width <= _WIDEST or len(open_ended) < _FEWEST_BROKEN or len(open_ended) < 0.7 * len(full):
        return lines
    joined: list[str] = []
    for block in blocks:
        if _is_wrapped(block, width):
            joined.append("\n".join(block))
        else:
            joined += block
    return joined


def _is_wrapped(block: list[str], width: int) -> bool:
    full = [line for line in block[:-1] if _FULL * width <= len(line) <= width]
    return len(block) > 1 and len(full) >= 0.8 * (len(block) - 1) and len(block[-1]) <= width
