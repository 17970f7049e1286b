"""Paragraphs out of lines: most pages have a paragraph a line, some were wrapped at a column.

Wrapped text shows itself: lines break off inside a sentence and go on below in small letters, and nearly always because
the next word had no room left in the column. On such a page a line goes on in the next one where that one's first word
had no room, and else ends where the author ended it.
"""

from __future__ import annotations

import re
from itertools import pairwise

from corpus.text.sheets import without_sheets

_GAP = "   "
"""Between two things that stand side by side in a line."""

_SET_IN = 2
"""Spaces that a paragraph's first line has more in front than the others, at least, where it is set in."""

_RULE = re.compile(r"[-–—_=*~]{3,}")
_CLOSED = ("./.", "./")
"""The mark behind an agency's last paragraph."""

_STOPS = '.!?…:;”"'
_POINT = re.compile(r"[*+•·▪–—-]\s|\d{1,2}[.)]\s|\[[^\]]*\]$|[\W_]+$")
"""A list's point, what stands for a picture, a rule across the page: no line goes on in it."""

_MARGIN = " \t*+•·▪–—-"
"""What stands in front of a line's words, be it a point's mark and the gap behind it."""

_NAMES_NEXT = re.compile(r" (?:ông|bà|anh|chị|cô|chú|bác|cụ|em|của|và|tại|ở|xã|huyện|tỉnh|thành phố)$")
"""What hardly a line ends with but before a name."""

_DASH = re.compile(r"[–—-]\s")
"""What opens a point, but also parts a sentence."""

_FEWEST_RAGGED, _SHARE_RAGGED = 10, 0.9
_FEWEST_APART = 3
_WIDE = 60
_NEARLY_FULL = 0.8
"""Lines that break off inside a sentence in paragraphs that stand apart, and how many of them fill so much of a column
that is as wide as text."""

_WIDEST = 180
"""Characters of the widest column that text is wrapped at."""

_NARROWEST = 36
_FEWEST_ROWS = 2
"""Lines with things side by side from which on a block is a table."""

_FULL = 0.7
"""How much of the column's width a line fills that goes on in the next one."""

_LONGEST_SYLLABLE = 7
_FEWEST_LINES = 3
"""Lines of a block that is joined as a whole."""

_FEWEST_TORN = 3
"""Lines that break off inside a sentence from which on a text counts as wrapped at a column."""

_WITHOUT_ROOM = 0.7
"""The share of them that the next word had no room in; a poet's or a list's lines end where they like."""


def unwrapped(text: str) -> list[str]:
    """The lines of a text, or whole blocks (inner line feeds kept) where these were wrapped at a column."""
    lines = text.splitlines()
    if sum([line[:1].islower() for line in map(str.lstrip, lines)]) < _FEWEST_TORN:
        return lines  # most pages: looked at no further
    lines = list(without_sheets(lines))
    blocks = _blocks(lines)
    torn = [  # sentences that break off in a line and go on in the next one
        (line, following, block)
        for block in blocks
        for line, following in pairwise(block)
        if len(line) >= _NARROWEST and following[0].islower() and line[-1] not in _STOPS
    ]
    broken = {id(block): block for _, _, block in torn}  # each of them once, however often it is
    width = max((len(line) for block in broken.values() for line in block), default=0)
    without_room = sum(_had_no_room(line, following, width) for line, following, _ in torn)
    if len(torn) < _FEWEST_TORN or width > _WIDEST:
        return lines
    is_ragged = len(broken) >= _FEWEST_APART and _is_ragged([len(line) for line, _, _ in torn], width)
    if without_room < _WITHOUT_ROOM * len(torn) and not is_ragged:
        return lines
    width = _widened(blocks, width)
    joined: list[str] = []
    for block in blocks:
        if _opens_with_heading(block, width):
            joined.append(block[0].lstrip())
            block = block[1:]
        if _is_wrapped(block, width):
            joined.append("\n".join(block).lstrip())
        else:
            joined += (lines.lstrip() for lines in _rejoined(block, width))
    return joined


def _is_ragged(torn: list[int], width: int) -> bool:
    """Whether lines of these lengths break off at a column whose letters are not all as wide, as in print."""
    nearly_full = sum(length >= _NEARLY_FULL * width for length in torn)
    return len(torn) >= _FEWEST_RAGGED and width >= _WIDE and nearly_full >= _SHARE_RAGGED * len(torn)


def _blocks(lines: list[str]) -> list[list[str]]:
    """The lines that stand together, without the spaces round them: an empty line parts them, or a rule."""
    groups: list[list[str]] = [[]]
    for line in lines:
        stripped = line.strip()
        is_rule = _RULE.fullmatch(stripped) is not None
        if groups[-1] and (not stripped or is_rule):
            groups.append([])
        if stripped:
            groups[-1].append(line)
        if is_rule:
            groups.append([])
    return [block for group in groups if group for block in _paragraphs_set_in(group)]


def _paragraphs_set_in(group: list[str]) -> list[list[str]]:
    """The paragraphs of lines that stand together where each one's first line is set in, as some agencies write them.

    The spaces of a first line stay, for they take room in the column.
    Of several such lines, one below the other, only what stands behind a sentence's end begins another paragraph.
    """
    margins = [_margin(line) for line in group]
    least = min(margins, default=0)
    blocks: list[list[str]] = [[]]
    was_set_in = False
    for line, margin in zip(group, margins, strict=True):
        stripped = line.strip()
        is_set_in = margin >= least + _SET_IN
        begins = not blocks[-1] or (
            is_set_in and not stripped[0].islower() and (not was_set_in or blocks[-1][-1][-1] in _STOPS)
        )
        if blocks[-1] and (begins or blocks[-1][-1].endswith(_CLOSED)):
            blocks.append([])
        blocks[-1].append(" " * (margin - least) + stripped if begins else stripped)
        was_set_in = is_set_in
    return blocks


def _margin(line: str) -> int:
    """How many spaces stand before a line, a tab's width taken for a tab."""
    return len(line[: len(line) - len(line.lstrip())].expandtabs())


def _widened(blocks: list[list[str]], width: int) -> int:
    """The column with what full lines before a capital letter have more than those before a small one."""
    full = (block[:-1] for block in blocks if all(len(line) >= _FULL * width for line in block[:-1]))
    return max((len(line) for lines in full for line in lines if len(line) <= width + _LONGEST_SYLLABLE), default=width)


def _had_no_room(line: str, following: str, width: int) -> bool:
    return len(following.split(" ", 1)[0]) >= width - len(line)


def _is_wrapped(block: list[str], width: int) -> bool:
    full = [line for line in block[:-1] if _FULL * width <= len(line) <= width]
    return (
        len(block) >= _FEWEST_LINES
        and len(full) >= 0.8 * (len(block) - 1)
        and len(block[-1]) <= width
        and not any(_POINT.match(line.lstrip()) for line in block)
        and sum(_GAP in line.lstrip(_MARGIN) for line in block) < _FEWEST_ROWS
    )


def _opens_with_heading(block: list[str], width: int) -> bool:
    """Whether a block's first line had room for the next one's word, which has a capital: no line of a paragraph."""
    if len(block) <= _FEWEST_LINES or block[0][-1] in _STOPS + "," or not block[1][:1].isupper():
        return False
    return len(block[0]) < _FULL * width and _is_wrapped(block[1:], width)


def _rejoined(block: list[str], width: int) -> list[str]:
    """The lines of a block, joined where the first word of the next one had no room in the column."""
    joined: list[list[str]] = []
    goes_on = is_brimful = False
    for line, following in zip(block, [*block[1:], ""], strict=True):
        if goes_on and (not _POINT.match(line) or (is_brimful and _DASH.match(line))):
            joined[-1].append(line)
        else:
            joined.append([line])
        is_open = line[-1] not in _STOPS
        is_within = len(line) >= _FULL * width and is_open and (following[:1].islower() or _NAMES_NEXT.search(line))
        goes_on = bool(following) and len(line) <= width and (_had_no_room(line, following, width) or bool(is_within))
        goes_on = goes_on and not _POINT.fullmatch(line) and _GAP not in line.lstrip(_MARGIN)
        is_brimful = line[-1] not in _STOPS and width - len(line) <= 1  # not even a dash inside the sentence had room
    return ["\n".join(lines) for lines in joined]
