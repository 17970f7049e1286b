"""``timbao timeline``: how often over time."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from searcher.commands.listing_options import Listing, count_options
from searcher.commands.query_options import QueryCommand, query_options
from searcher.commands.shared_options import MATCH, NO_MATCH, index_option, output_options
from searcher.commands.totals import FEW, counted, echo, totals
from searcher.messages import say
from searcher.printers.inert import inert

if TYPE_CHECKING:
    from searcher.printers.output import Output
    from searcher.results.over_time import Timeline


@click.command(
    cls=QueryCommand,
    help=say("How often over time: articles by year, month or day, and how many these are of 1,000 of that time."),
)
@query_options()
@click.option(
    "--per",
    type=click.Choice(("year", "month", "day")),
    help=say("Count by year, month or day; if not given, by the shortest that gives at most 40 lines."),
)
@click.option("--svg", metavar="FILE", type=click.Path(), help=say("Draw it into this file (- is standard output)."))
@click.option(
    "--html", metavar="FILE", type=click.Path(), help=say("Make it a page in this file (- is standard output).")
)
@count_options(say("Leave out near-identical articles but for the first, or take all (default)."))
@index_option
@output_options("tsv")
def timeline(
    query: Sequence[str],
    per: str | None,
    svg: str | None,
    html: str | None,
    listing: Listing,
    explain: bool,
    folder: Path,
    how: dict[str, Any],
    output: Output,
) -> int:
    from searcher.archive import Archive
    from searcher.commands.written_file import STANDARD_OUTPUT
    from searcher.printers.timeline_words import apart, unit

    if svg == html == STANDARD_OUTPUT:
        raise click.UsageError(say("--svg and --html cannot both be standard output."))
    collapse = listing.part["collapse"]
    with Archive.open(folder) as archive:
        if listing.count_only:
            return counted(archive, query, how, output, explain=explain, collapse=collapse)
        with output.working():
            found = archive.timeline(query, per=per, titles=3 if svg or html else 0, collapse=collapse, **how)
        echo(output, archive, query, found.reading, how)
        if explain:
            output.explanation(archive.explain(query, **how))
        if per is None and found.periods:
            output.notice(say("Counted {unit}; --per asks for another unit.", unit=unit(found)))
        for file, kind in ((svg, "svg"), (html, "html")):
            if file is not None:
                _draw(found, kind, file, output)
        if STANDARD_OUTPUT not in (svg, html):
            output.timeline(found)
        for sentence in (*apart(found), totals(found.total, found.occurrences)):
            output.notice(sentence)
        if found.total < FEW:
            output.suggestions(archive.suggest(query, **how))
    return MATCH if found.total else NO_MATCH


def _draw(found: Timeline, kind: str, file: str, output: Output) -> None:
    """Writes a drawing or a page. Raises ``UnwritableFileError``."""
    from searcher.commands.written_file import STANDARD_OUTPUT, write_file

    if kind == "svg":
        from searcher.printers.timeline_svg import svg as lines
    else:
        from searcher.printers.timeline_html import html as lines
    write_file(file, lines(found))
    if file != STANDARD_OUTPUT:
        output.notice(say("Written: {path}", path=inert(file)))
