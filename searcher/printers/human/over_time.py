"""How often over time, a bar a line."""

from __future__ import annotations

from collections.abc import Iterator

from searcher.messages import number, say
from searcher.printers.terminal import Terminal, cells
from searcher.printers.timeline_words import rate
from searcher.results.over_time import Timeline

_GAP = 2
_LEAST_BAR = 6
"""Cells; where a bar would have fewer, rates are left out."""


def timeline(found: Timeline, terminal: Terminal) -> Iterator[str]:
    """Each period with its articles, how many of a thousand these are, and a bar of the articles."""
    if not found.periods:
        return
    columns = [
        [
            {"year": say("Year"), "month": say("Month"), "day": say("Day")}[found.per],
            *(each.key for each in found.periods),
        ],
        [say("Articles"), *(number(each.articles) for each in found.periods)],
        [say("Per 1,000"), *(rate(each.per_thousand) for each in found.periods)],
    ]
    widths = [max(map(cells, column)) for column in columns]
    if terminal.width - sum(widths) - _GAP * 3 < _LEAST_BAR:
        del columns[2:], widths[2:]
    room = max(terminal.width - sum(widths) - _GAP * len(widths), _LEAST_BAR)
    most = max(period.articles for period in found.periods)
    heads, *lines = zip(*columns, strict=True)
    yield terminal.dim(_aligned(heads, widths))
    for texts, period in zip(lines, found.periods, strict=True):
        bar = terminal.bar(period.articles / most, room)
        figures = _aligned(texts, widths)
        yield f"{figures}{' ' * _GAP}{bar}" if bar else terminal.dim(figures)


def _aligned(texts: tuple[str, ...], widths: list[int]) -> str:
    """The first text to the left, the others, which are figures, to the right."""
    first, *others = (" " * (width - cells(text)) for text, width in zip(texts, widths, strict=True))
    return (" " * _GAP).join([texts[0] + first, *(space + text for space, text in zip(others, texts[1:], strict=True))])
