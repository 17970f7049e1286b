"""A timeline as a drawing: articles, places and rates in panels over one another, a column of bars for each period.

It needs nothing but itself, no script, font or network, and is light or dark as its reader's screen is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from searcher.messages import decimal, number, say
from searcher.printers.inert import inert
from searcher.printers.markup import markup
from searcher.printers.scale import named_periods, round_marks
from searcher.printers.terminal import cells, cut_right
from searcher.printers.timeline_words import apart, of_a_thousand, often, totals
from searcher.results.over_time import Period, Timeline

_WIDTH, _LEFT, _RIGHT = 960, 64, 40
_PLOT = _WIDTH - _LEFT - _RIGHT
_HEAD, _PANEL_HEAD, _FOOT = 60, 44, 34
_LINE = 18
_LETTER = 7
_QUERY_CELLS, _TOTALS_CELLS, _TITLE_CELLS = 84, 130, 100
_WIDEST_BAR, _THINNEST_BAR = 80, 0.8
_MANY = 1000
"""Periods; of more than these, those without a match are no columns that tell their figures."""

COLOURS = """
.timeline { --paper: #ffffff; --ink: #1c1c1a; --faint: #62625d; --line: #e3e3de; --articles: #2a66b0; \
--places: #7a5aa8; --rate: #1c7f68; --under: #f0f1ee; }
@media (prefers-color-scheme: dark) { .timeline { --paper: #191a1b; --ink: #ececea; --faint: #a3a39d; \
--line: #37383a; --articles: #6ea8ec; --places: #b79be0; --rate: #58bfa3; --under: #26282a; } }
"""
"""Of what is drawn and of the page round it."""

STYLE = """
svg.timeline { background: var(--paper); }
.timeline .paper { fill: var(--paper); }
.timeline text { font: 12px system-ui, sans-serif; fill: var(--faint); font-variant-numeric: tabular-nums; }
.timeline .query { font-size: 18px; font-weight: 600; fill: var(--ink); }
.timeline .panel { font-weight: 600; fill: var(--ink); }
.timeline .mark { text-anchor: end; }
.timeline .name, .timeline .value { text-anchor: middle; }
.timeline .value { font-size: 11px; fill: var(--ink); }
.timeline .grid { stroke: var(--line); stroke-width: 1; }
.timeline .axis { stroke: var(--faint); stroke-width: 1; }
.timeline .articles { fill: var(--articles); }
.timeline .places { fill: var(--places); }
.timeline .rate { fill: var(--rate); }
.timeline .under { fill: transparent; }
.timeline .period:hover .under { fill: var(--under); }
"""


@dataclass(frozen=True, slots=True)
class _Panel:
    """A row of bars: what they are called, which figure they show, how it is written, and where they stand."""

    kind: str
    name: str
    of: Callable[[Period], float]
    written: Callable[[float], str]
    whole: bool
    top: float
    height: float
    marks: tuple[float, ...]

    @property
    def base(self) -> float:
        return self.top + self.height

    def y(self, value: float) -> float:
        return self.base - self.height * value / self.marks[-1]


def svg(found: Timeline) -> Iterator[str]:
    """The drawing as a file of its own, in lines."""
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield from drawing(found, f"<style>{COLOURS}{STYLE}</style>", heading=True)


def drawing(found: Timeline, style: str = "", *, heading: bool) -> Iterator[str]:
    """The drawing as an element, of a page that has the style; with the query and totals over it as a ``heading``."""
    notes = list(apart(found)) if heading else []
    top, inset = (_HEAD, 16) if heading else (0, 0)
    panels = _panels(found, top)
    bottom = panels[-1].base + _FOOT if panels else top + _LINE * 2
    height = bottom + _LINE * len(notes) + (8 if notes else 0)
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="timeline" viewBox="0 0 {_WIDTH} {height:g}" '
        f'width="{_WIDTH}" height="{height:g}" role="img">'
    )
    yield f"<title>{_cut(found.reading, _QUERY_CELLS)}: {markup(totals(found))}</title>"
    yield f'{style}<rect class="paper" width="{_WIDTH}" height="{height:g}"/>'
    if heading:
        yield f'<text class="query" x="{inset}" y="32">{_cut(found.reading, _QUERY_CELLS)}</text>'
        yield f'<text x="{inset}" y="54">{_cut(totals(found), _TOTALS_CELLS)}</text>'
    if panels:
        yield from _axes(found, panels, inset)
        yield from _columns(found, panels)
    else:
        none = say("No article that was found has such a date.") if found.total else say("Nothing found.")
        yield f'<text x="{inset}" y="{bottom - _LINE:g}">{markup(none)}</text>'
    for at, note in enumerate(notes):
        yield f'<text x="{inset}" y="{bottom + _LINE * at + 8:g}">{markup(note)}</text>'
    yield "</svg>"


def _panels(found: Timeline, top: float) -> list[_Panel]:
    """The panels, from the top to the bottom; a query that asks for facts alone has no places."""
    if not found.periods:
        return []
    asked: list[tuple[str, str, Callable[[Period], float], Callable[[float], str], bool, float]] = [
        ("articles", say("Articles"), lambda period: period.articles, _count, True, 190),
        ("places", say("Places"), lambda period: period.occurrences, _count, True, 96),
        ("rate", say("Per 1,000 articles"), lambda period: period.per_thousand, _fraction, False, 96),
    ]
    panels = []
    for kind, name, of, written, whole, height in asked:
        highest = max(map(of, found.periods))
        if highest or kind != "places":
            marks = round_marks(highest, 5 if height > 100 else 3, whole=whole)
            panels.append(_Panel(kind, name, of, written, whole, top + _PANEL_HEAD, height, marks))
            top += _PANEL_HEAD + height
    return panels


def _axes(found: Timeline, panels: list[_Panel], inset: int) -> Iterator[str]:
    """Names of the panels, gridlines with their numbers, and names of periods under the lowest panel."""
    right = _LEFT + _PLOT
    for panel in panels:
        yield f'<text class="panel" x="{inset}" y="{panel.top - 16:g}">{markup(panel.name)}</text>'
        for mark in panel.marks:
            y = f"{panel.y(mark):.1f}"
            kind = "grid" if mark else "axis"
            yield f'<line class="{kind}" x1="{_LEFT}" x2="{right}" y1="{y}" y2="{y}"/>'
            yield f'<text class="mark" x="{_LEFT - 8}" y="{panel.y(mark) + 4:.1f}">{panel.written(mark)}</text>'
    step = _PLOT / len(found.periods)
    base = panels[-1].base
    for at, name in named_periods([period.key for period in found.periods], _PLOT):
        x = f"{_LEFT + step * (at + 0.5):.1f}"
        yield f'<line class="axis" x1="{x}" x2="{x}" y1="{base:g}" y2="{base + 4:g}"/>'
        yield f'<text class="name" x="{x}" y="{base + 19:g}">{name}</text>'


def _columns(found: Timeline, panels: list[_Panel]) -> Iterator[str]:
    """The bars, those of a period together, with its figures and best articles to be read when it is pointed at."""
    step = _PLOT / len(found.periods)
    width = max(min(step * 0.8 if step > 3 else step, _WIDEST_BAR), _THINNEST_BAR)
    longest = max(cells(_count(period.articles)) for period in found.periods)
    top, base = panels[0].top, panels[-1].base
    for at, period in enumerate(found.periods):
        if not period.articles and len(found.periods) > _MANY:
            continue
        left = _LEFT + step * at
        yield f'<g class="period"><title>{_told(period)}</title>'
        yield f'<rect class="under" x="{left:.2f}" y="{top:g}" width="{step:.2f}" height="{base - top:g}"/>'
        middle = left + step / 2
        for panel in panels:
            value = panel.of(period)
            if value:
                y = min(panel.y(value), panel.base - 1)  # next to nothing is not nothing
                place = f'x="{middle - width / 2:.2f}" y="{y:.1f}" width="{width:.2f}" height="{panel.base - y:.1f}"'
                yield f'<rect class="{panel.kind}" {place}/>'
        if period.articles and longest * _LETTER + 4 <= step:
            y = panels[0].y(period.articles) - 4
            yield f'<text class="value" x="{middle:.1f}" y="{y:.1f}">{_count(period.articles)}</text>'
        yield "</g>"


def _told(period: Period) -> str:
    """The figures of a period, and the titles of its best articles."""
    lines = [f"{period.key}: {often(period)}", of_a_thousand(period)]
    lines += [f"• {title or say('(no title)')}" for _, title in period.titles]
    return "\n".join(_cut(line, _TITLE_CELLS) for line in lines)


def _cut(text: str, width: int) -> str:
    return markup(cut_right(inert(text), width))


def _count(value: float) -> str:
    return number(int(value))


def _fraction(value: float) -> str:
    digits = next((digits for digits in range(6) if round(value, digits) == value), 6)
    return decimal(value, digits)
