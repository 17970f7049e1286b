"""Every occurrence on a line, the matches in one column."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, islice
from typing import TYPE_CHECKING

from searcher.context.concordance import LineOrder, neighbour
from searcher.messages import say, say_many
from searcher.printers.inert import inert
from searcher.printers.terminal import Terminal, cells, cut_left, cut_right

if TYPE_CHECKING:
    from searcher.results.lines import ConcordanceLine

_BLOCK = 500
"""Lines that are aligned together, where none are grouped."""

_LONGEST_NAME, _LONGEST_MATCH = 24, 60


def concordance(lines: Iterable[ConcordanceLine], terminal: Terminal, grouped_by: str | None) -> Iterator[str]:
    """The matches in one column, as wide a context on either side as the terminal has room for."""
    if grouped_by is None:
        lines = iter(lines)
        while block := list(islice(lines, _BLOCK)):
            yield from _aligned(block, terminal)
        return
    order = LineOrder(grouped_by)
    for heading, group in groupby(lines, key=lambda line: _heading(line, order)):
        block = list(group)
        yield terminal.strong(f"{heading} · {say_many('{count} place', '{count} places', len(block))}")
        yield from _aligned(block, terminal)
        yield ""


def _heading(line: ConcordanceLine, order: LineOrder) -> str:
    """What a line has in common with those of its group: a syllable beside the match, the day, or the article."""
    match order:
        case LineOrder.LEFT | LineOrder.RIGHT:
            return inert(neighbour(line, order)) or say("(nothing beside it)")
        case LineOrder.DATE | LineOrder.OLDEST | LineOrder.NEWEST:
            return inert((line.published or "")[:10]) or say("(no date)")
    return inert(line.title) or say("(no title)")


def _aligned(block: Sequence[ConcordanceLine], terminal: Terminal) -> Iterator[str]:
    widest = max(cells(terminal.match(inert(line.match))) for line in block)
    names = min(max(cells(line.id) for line in block), _LONGEST_NAME, max(terminal.width // 4, 1))
    side = max((terminal.width - names - min(widest, _LONGEST_MATCH) - 3) // 2, 1)
    for line in block:
        match = terminal.match(inert(line.match))
        gap = " " if line.left[-1:].isspace() else ""
        left = cut_left(inert(line.left).rstrip(), side)
        right = cut_right(inert(line.right), max(terminal.width - names - side - cells(match) - 3, 1))
        name = cut_left(inert(line.id), names)
        name += " " * (names - cells(name))
        left = " " * max(side + 1 - cells(left + gap), 0) + left + gap
        yield f"{terminal.dim(name)}  {left}{match}{right}"
