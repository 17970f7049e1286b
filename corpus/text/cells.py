"""Tables whose cells a scraper put on a line each: the figures in them are no page's counters.

Rows repeat what their columns hold: behind a name come as many figures as behind the one before. Such cells stay as
they stand, a line each, with the heads of the columns and the table's title above them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from corpus.text.lines import Line

_FIGURE = re.compile(r"[+−–-]?\s?\d[\d.,/%:–-]*(?: ?(?:%|[^\W\d_]{1,8}(?:/[^\W\d_]{1,8})?))?")
_LONGEST_CELL = 40
_FEWEST_ROWS = 3
_MOST_COLUMNS = 8


def cells_of_tables(lines: Sequence[Line]) -> frozenset[int]:
    """The numbers of the lines that are cells of tables between two paragraphs, or the title right above."""
    text = [at for at, line in enumerate(lines) if line.is_running]
    far_apart = (range(above + 1, below) for above, below in pairwise(text) if below - above > 2 * _FEWEST_ROWS)
    return frozenset(at for between in far_apart for at in _table(lines, between))


def _table(lines: Sequence[Line], between: range) -> range:
    """The lines of the table that stands between two paragraphs, or none."""
    if any(len(lines[at].plain) > _LONGEST_CELL for at in between[1:]):
        return range(0)
    figures = [_FIGURE.fullmatch(lines[at].plain) is not None for at in between]
    for columns in range(2, _MOST_COLUMNS + 1):
        row = figures[-columns:]
        rows = 0
        while figures[len(figures) - (rows + 1) * columns : len(figures) - rows * columns] == row:
            rows += 1
        if rows >= _FEWEST_ROWS and any(row) and not row[0]:
            heads = between[len(between) - rows * columns :].start - columns
            return range(max(heads - 1, between.start), between.stop)
    return range(0)
