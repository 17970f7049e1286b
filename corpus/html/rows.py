"""Which lines are the cells of one row? Those of a table of figures, which is read row by row.

A table may as well be there for the look of the page: only one that has rows of several short cells each, and of
equally many, is one of figures. The row that heads them may have fewer, where a corner is empty.
"""

from __future__ import annotations

from collections import Counter

from corpus.html.shown import Box, Shown

BETWEEN_CELLS = " | "
_LONGEST_CELL = 80
_FEWEST = 2
"""Cells of a row, and rows of a table."""

_CELLS = frozenset({"td", "th"})
_DEEPEST = 3
"""Boxes in one another between a cell and its words."""


def rows_of_tables(page: Shown, first: int, end: int) -> dict[int, range]:
    """For the lines of ``[first, end)`` that are cells of such tables the lines of their row."""
    cells: dict[int, int] = {}  # by the box of the row, how many there are
    for at in range(first, end):
        row = _row_of(page, at)
        if row is not None and len(page.lines[at].text) <= _LONGEST_CELL:
            cells[row] = cells.get(row, 0) + 1
    rows = {row: count for row, count in cells.items() if count >= _FEWEST and count == len(_lines_of(page.boxes[row]))}
    alike = Counter((_table_of(page, row), count) for row, count in rows.items())
    figures = {table for (table, _), number in alike.items() if number >= _FEWEST}
    lines = [_lines_of(page.boxes[row]) for row in rows if _table_of(page, row) in figures]
    return {at: row for row in lines for at in row}


def _lines_of(box: Box) -> range:
    return range(box.first, box.end)


def _table_of(page: Shown, row: int) -> int:
    """The box of the table, over a part that its head or its body may be."""
    parent = page.boxes[row].parent
    return parent if page.boxes[parent].tag == "table" else page.boxes[parent].parent


def _row_of(page: Shown, at: int) -> int | None:
    """The box of the row in which a line is all that a cell says."""
    number = page.lines[at].box
    for _ in range(_DEEPEST):
        box = page.boxes[number]
        if box.tag in _CELLS or box.parent < 0:
            break
        number = box.parent
    is_cell = box.tag in _CELLS and box.end - box.first == 1 and box.parent >= 0
    return box.parent if is_cell and page.boxes[box.parent].tag == "tr" else None
