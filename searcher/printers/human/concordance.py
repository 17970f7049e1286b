"""Every occurrence on a line, the matches in one column."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from searcher.printers.inert import inert
from searcher.printers.terminal import Terminal, cells, cut_left, cut_right
from searcher.results import ConcordanceLine


def concordance(lines: Iterable[ConcordanceLine], terminal: Terminal) -> Iterator[str]:
    """The matches in one column, as wide a context on either side as the terminal has room for."""
    lines = iter(lines)
    while block := list(islice(lines, 500)):
        widest = max(cells(terminal.match(inert(line.match))) for line in block)
        names = min(max(cells(line.article.id) for line in block), 24)
        side = max((terminal.width - names - min(widest, 60) - 3) // 2, 10)
        for line in block:
            match = terminal.match(inert(line.match))
            gap = " " if line.left[-1:].isspace() else ""
            left = cut_left(inert(line.left).rstrip(), side)
            right = cut_right(inert(line.right), max(terminal.width - names - side - cells(match) - 3, 1))
            name = cut_left(inert(line.article.id), names)
            name += " " * (names - cells(name))
            left = " " * max(side + 1 - cells(left + gap), 0) + left + gap
            yield f"{terminal.dim(name)}  {left}{match}{right}"
