"""Is a line a row of a table? As the line beside it has things side by side, or as many cells, parted by one mark."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.text.lines import Line
from corpus.text.rows import parts_of_row

_FIGURE = re.compile(r"[^:]{3,40}: [+−–-]?\d[\d.,]*(?:%|(?: [^\W\d_][^\s:]*){1,4})")
_COUNTED = re.compile(
    r"lượt|xem|đọc|bình luận|phản hồi|truy cập|online|like|thích|share|điện thoại|tel|fax", re.IGNORECASE
)
"""A page's counters are no figures of its text."""

_CELL_MARKS = (" | ", " - ", " – ", "\t")


def is_in_table(lines: Sequence[Line], at: int) -> bool:
    """Whether other things stand side by side in the line above or below, too."""
    return any(parts_of_row(lines[near].raw) for near in (at - 1, at + 1) if 0 <= near < len(lines))


def is_row_of_table(lines: Sequence[Line], at: int) -> bool:
    """Whether a line is a row of a table: parted as the line beside it is, by the same mark."""
    if lines[at].is_running:
        return False
    for mark in _CELL_MARKS:
        if (cells := lines[at].raw.count(mark)) > 1:
            return any(lines[near].raw.count(mark) == cells for near in (at - 1, at + 1) if 0 <= near < len(lines))
    return False


def heads_table(lines: Sequence[Line], at: int) -> bool:
    """Whether a line is the title of the table whose first row stands below it."""
    line = lines[at]
    is_title = line.is_open and not (line.is_running or line.names_photo or line.is_button)
    return is_title and at + 1 < len(lines) and is_row_of_table(lines, at + 1) and not is_row_of_table(lines, at)


def is_figure(lines: Sequence[Line], at: int) -> bool:
    """Whether a line is one of several with a figure behind a colon, or their heading; counters are no such."""
    if ": " not in lines[at].plain and not (at + 1 < len(lines) and ": " in lines[at + 1].plain):
        return False  # most lines: looked at no further
    near = lines[max(at - 1, 0) : at + 3]
    counted = [line for line in near if _FIGURE.fullmatch(line.plain) and not _COUNTED.search(line.plain)]
    return len(counted) > 1 and (lines[at] in counted or lines[at + 1] in counted)
