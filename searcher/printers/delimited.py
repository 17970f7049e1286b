"""A table as text: with tabs for pipes, or as CSV (RFC 4180, UTF-8) for spreadsheets.

Cells hold no tab and no line feed. In CSV the first line names the columns, and a text that a spreadsheet would take
for a formula begins with an apostrophe.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from searcher.printers.inert import inert

if TYPE_CHECKING:
    from searcher.printers.table import Table

_FORMULA = re.compile(r"[\s\u200b-\u200d\u2060\ufeff]*[=+\-@＝＋－＠]")
"""The full-width marks are formulas to the spreadsheets of East Asia; what is not seen may stand before any."""


def tab_separated(table: Table) -> Iterator[str]:
    """A row a line, without the names of the columns."""
    for row in table.rows:
        yield "\t".join(map(_cell, row))


def comma_separated(table: Table) -> Iterator[str]:
    """The names of the columns, then a row a line."""
    import csv

    row_of = csv.writer(_Line(), lineterminator="").writerow
    yield str(row_of(table.names))
    for row in table.rows:
        yield str(row_of([_harmless(value) for value in row]))


class _Line:
    """What a ``csv.writer`` writes to, and gives back from ``writerow``."""

    def write(self, text: str) -> str:
        return text


def _cell(value: object) -> str:
    return "" if value is None else inert(str(value))


def _harmless(value: object) -> str:
    text = _cell(value)
    return f"'{text}" if isinstance(value, str) and _FORMULA.match(text) else text
