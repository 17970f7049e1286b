"""What an index holds, a figure a line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from searcher.messages import decimal, number, say
from searcher.printers.human.marking import WIDEST
from searcher.printers.inert import inert
from searcher.printers.terminal import Terminal, cells, wrapped

if TYPE_CHECKING:
    from searcher.results.overview import Overview


def overview(found: Overview, terminal: Terminal) -> Iterator[str]:
    years = f"{found.first[:10]} – {found.last[:10]}" if found.first and found.last else say("unknown")
    rows = [
        (say("Index"), found.path),
        (say("Articles"), number(found.articles)),
        (say("Quotations"), number(found.quotations)),
        (say("Syllables"), number(found.syllables)),
        (say("Published"), say("{years} ({dated} articles with a date)", years=years, dated=number(found.dated))),
        (say("Pages read"), number(found.pages)),
        (say("Faults in them"), number(found.faults)),
        (say("Sources"), ", ".join(f"{name} ({number(many)})" for name, many in found.sources[:10]) or "–"),
        (say("Size"), say("{mebibytes} MiB", mebibytes=decimal(found.size / (1 << 20), 1))),
        (say("Format"), str(found.format)),
        (say("Segments"), str(found.segments)),
        (say("Deleted articles in them"), number(found.deleted)),
        (say("Program"), f"timbao {found.version}"),
        (say("Health"), say("it opens and reads; every byte is looked at by: timbao check")),
    ]
    width = max(cells(name) for name, _ in rows)
    for name, value in rows:
        lines = wrapped(inert(value), max(min(terminal.width, WIDEST) - width - 2, 1))
        yield f"{terminal.dim(name + ' ' * (width - cells(name)))}  {next(lines, '')}"
        yield from (" " * (width + 2) + line for line in lines)
