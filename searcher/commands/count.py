"""``timbao count``: how often, also by what articles have in common, and of many queries at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

import click

from searcher.commands.listing_options import Listing, listing_options
from searcher.commands.query_options import QueryCommand, query_options
from searcher.commands.shared_options import MATCH, NO_MATCH, index_option, output_options
from searcher.commands.totals import counted, echo, name_lost_marks, totals
from searcher.messages import say

if TYPE_CHECKING:
    from searcher.archive import Archive
    from searcher.printers.output import Output
    from searcher.results.counts import Count

BAD_QUERY = 2

GROUPS = ("year", "month", "day", "source", "section", "author", "speaker", "left", "right")


@click.command(cls=QueryCommand, help=say("How many articles, and how many places in them."))
@query_options(required=False)
@click.option(
    "--by",
    type=click.Choice(GROUPS),
    help=say("Counts by what articles have in common, by whom they quote, or by the syllable beside the match."),
)
@listing_options(
    say("How many groups of --by; if not given, all."),
    collapse=say("Leave out near-identical articles but for the first, or take all (default)."),
    sample=False,
    ids=False,
)
@click.option(
    "--batch",
    type=click.File(encoding="utf-8-sig"),
    metavar="FILE",
    help=say("A query a line, each read as one argument; - is standard input."),
)
@index_option
@output_options("tsv")
def count(
    query: Sequence[str],
    by: str | None,
    listing: Listing,
    batch: TextIO | None,
    explain: bool,
    folder: Path,
    how: dict[str, Any],
    output: Output,
) -> int:
    from searcher.archive import Archive

    if bool(query) == (batch is not None) or (by and batch):
        raise click.UsageError(say("Give a query, with or without --by, or a file of queries with --batch."))
    collapse, offset, limit = listing.part["collapse"], listing.part["offset"], listing.part["limit"]
    with Archive.open(folder) as archive:
        if batch is not None:
            return _batch(archive, batch, {**how, "collapse": collapse}, output)
        if by is None or listing.count_only:
            return counted(archive, query, how, output, explain=explain, collapse=collapse)
        with output.working():
            whole = archive.count(query, collapse=collapse, **how)
        echo(output, archive, query, whole.reading, how)
        if explain:
            output.explanation(archive.explain(query, **how))
        with output.working():
            groups = archive.count_by(query, by, collapse=collapse, **how)
        output.groups(groups[offset:][:limit], by)
        output.notice(totals(whole.articles, whole.occurrences))
    return MATCH if whole.articles else NO_MATCH


def _batch(archive: Archive, lines: TextIO, how: dict[str, Any], output: Output) -> int:
    """Counts the query of each line; those that do not read are named, and make the status that of a bad query."""
    bad: list[int] = []
    some: list[bool] = []
    output.counts(_counts(archive, lines, how, output, some, bad))
    if bad:
        return BAD_QUERY
    return MATCH if any(some) else NO_MATCH


def _counts(
    archive: Archive, lines: TextIO, how: dict[str, Any], output: Output, some: list[bool], bad: list[int]
) -> Iterator[tuple[str, Count]]:
    """Each query with what it gives; ``some`` takes whether it gave anything, ``bad`` the lines that do not read."""
    from searcher.errors import QueryError

    try:
        for number, line in enumerate(lines, 1):
            query = line.strip()
            if not query:
                continue
            try:
                with output.working():
                    found = archive.count(query, **how)
            except QueryError as error:
                bad.append(number)
                output.fault(number, query, error)
                continue
            if not how["plain"]:
                name_lost_marks(output, (query,))
            some.append(bool(found.articles))
            yield query, found
    except UnicodeDecodeError as error:
        raise click.UsageError(say("The file of queries is not UTF-8 text.")) from error
