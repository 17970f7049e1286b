"""A timeline as a page: the drawing, and under it a table with the same figures and the articles that are named.

It asks nothing of a network: its policy lets nothing in but its own style, known by its digest, and there is no script.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator

from searcher.messages import is_vietnamese, number, say, say_many
from searcher.printers.markup import markup
from searcher.printers.timeline_svg import COLOURS, STYLE, drawing
from searcher.printers.timeline_words import apart, rate, totals
from searcher.results.over_time import Apart, Period, Timeline

_PAGE = """
:root { color-scheme: light dark; }
body.timeline { margin: 0; background: var(--paper); color: var(--ink); font: 15px/1.5 system-ui, sans-serif; }
main { max-width: 960px; margin: 0 auto; padding: 24px 16px 48px; }
h1 { font-size: 22px; line-height: 1.3; margin: 0 0 4px; overflow-wrap: anywhere; }
p { margin: 0 0 16px; color: var(--faint); }
.wide { overflow-x: auto; margin: 0 0 24px; }
.wide svg { display: block; width: 100%; min-width: 640px; height: auto; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
caption { text-align: left; font-weight: 600; padding: 8px 0; }
th, td { padding: 4px 12px 4px 0; text-align: right; vertical-align: top; border-bottom: 1px solid var(--line); }
th:first-child, th:last-child, td:last-child { text-align: left; }
thead th { color: var(--faint); font-weight: 600; vertical-align: bottom; }
tbody th { font-weight: 400; white-space: nowrap; }
tfoot th, tfoot td { border-bottom: 0; color: var(--faint); font-weight: 400; }
td:last-child { width: 45%; overflow-wrap: anywhere; }
summary { cursor: pointer; color: var(--articles); }
ul { margin: 4px 0 8px; padding-left: 18px; }
small { color: var(--faint); }
"""


def html(found: Timeline) -> Iterator[str]:
    """The page, in lines."""
    style = COLOURS + STYLE + _PAGE
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    yield "<!DOCTYPE html>"
    yield f'<html lang="{"vi" if is_vietnamese() else "en"}">'
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="color-scheme" content="light dark">'
    yield f"<title>{markup(found.reading)}</title>"
    yield f"<style>{style}</style>"
    yield "</head>"
    yield '<body class="timeline">'
    yield "<main>"
    yield f"<h1>{markup(found.reading)}</h1>"
    yield f"<p>{'<br>'.join(map(markup, (totals(found), *apart(found))))}</p>"
    yield '<div class="wide">'
    yield from drawing(found, heading=False)
    yield "</div>"
    yield from _table(found)
    yield "</main>"
    yield "</body>"
    yield "</html>"


def _table(found: Timeline) -> Iterator[str]:
    names = (
        {"year": say("Year"), "month": say("Month"), "day": say("Day")}[found.per],
        say("Articles"),
        say("Places"),
        say("All articles"),
        say("Per 1,000"),
        say("Best articles"),
    )
    yield '<div class="wide">'
    yield "<table>"
    yield f"<caption>{markup(say('The figures'))}</caption>"
    yield "<thead><tr>" + "".join(f'<th scope="col">{markup(name)}</th>' for name in names) + "</tr></thead>"
    yield "<tbody>"
    for period in found.periods:
        figures = (period.articles, period.occurrences, period.of_all)
        cells = [*map(number, figures), rate(period.per_thousand)]
        yield f'<tr><th scope="row">{period.key}</th>{_cells(cells)}<td>{_named(period)}</td></tr>'
    yield "</tbody>"
    yield "<tfoot>"
    for name, some in (
        (say("dated less precisely"), found.less_precise),
        (say("without a date"), found.undated),
        (say("in all"), Apart(found.total, found.occurrences)),
    ):
        cells = [number(some.articles), number(some.occurrences), "", ""]
        yield f'<tr><th scope="row">{markup(name)}</th>{_cells(cells)}<td></td></tr>'
    yield "</tfoot>"
    yield "</table>"
    yield "</div>"


def _cells(texts: list[str]) -> str:
    return "".join(f"<td>{text}</td>" for text in texts)


def _named(period: Period) -> str:
    """The titles of a period's best articles, shown when they are asked for."""
    if not period.titles:
        return ""
    summary = say_many("{count} title", "{count} titles", len(period.titles))
    items = (
        f"<li>{markup(title) or markup(say('(no title)'))} <small>{markup(identity)}</small></li>"
        for identity, title in period.titles
    )
    return f"<details><summary>{markup(summary)}</summary><ul>{''.join(items)}</ul></details>"
