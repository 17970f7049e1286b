"""The words that keep company with a query, in columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from searcher.messages import decimal, number, say
from searcher.printers.inert import inert
from searcher.printers.terminal import Terminal, cells

if TYPE_CHECKING:
    from searcher.results.company import Collocate, Company


def company(found: Company, terminal: Terminal) -> Iterator[str]:
    """A word a line behind its figures, under a heading."""
    if not found.words:
        return
    heading = say("likelihood"), say("logDice"), say("near"), say("in all")
    rows = [heading, *map(_figures, found.words)]
    widths = [max(map(cells, column)) for column in zip(*rows, strict=True)]
    yield terminal.dim(_right(heading, widths))
    for row, word in zip(rows[1:], found.words, strict=True):
        yield f"{_right(row, widths)}  {terminal.strong(inert(word.term))}"


def _figures(word: Collocate) -> tuple[str, ...]:
    return decimal(word.log_likelihood, 1), decimal(word.log_dice, 2), number(word.count), number(word.total)


def _right(row: Sequence[str], widths: Sequence[int]) -> str:
    """Cells side by side, each at the right of its column."""
    return "  ".join(" " * (width - cells(cell)) + cell for cell, width in zip(row, widths, strict=True))
