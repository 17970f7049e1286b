"""``timbao kwic``: every occurrence, one a line."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from searcher.commands.listing_options import Listing, listing_options
from searcher.commands.query_options import QueryCommand, query_options
from searcher.commands.shared_options import MATCH, NO_MATCH, index_option, output_options
from searcher.commands.totals import FEW, counted, echo, shown, totals
from searcher.messages import say

if TYPE_CHECKING:
    from searcher.printers.output import Output


SIDES = ("relevance", "left", "right", "date", "oldest", "newest", "article")


@click.command(cls=QueryCommand, help=say("Every occurrence, one a line, with the text on both sides of it."))
@query_options()
@listing_options(
    say("How many places; if not given, all."),
    collapse=say("Leave out near-identical articles but for the first, or take all (default)."),
)
@click.option(
    "-C",
    "--context",
    "context",
    type=click.IntRange(0, 500),
    default=12,
    metavar="N",
    help=say("Syllables of context on either side, if not given 12."),
)
@click.option(
    "--sort",
    "order",
    type=click.Choice(SIDES),
    default="relevance",
    help=say(
        "In what order: best article first, by the words to the left or right, oldest (also date) or newest first, or "
        "by article."
    ),
)
@click.option("--group", is_flag=True, help=say("For people: a heading with its number over each group of the order."))
@index_option
@output_options("tsv")
def kwic(
    query: Sequence[str],
    listing: Listing,
    context: int,
    order: str,
    group: bool,
    explain: bool,
    folder: Path,
    how: dict[str, Any],
    output: Output,
) -> int:
    from searcher.archive import Archive

    with Archive.open(folder) as archive:
        if listing.count_only:
            return counted(archive, query, how, output, explain=explain, collapse=listing.part["collapse"])
        with output.working():
            found = archive.kwic(query, context=context, order=order, **listing.part, **how)
        echo(output, archive, query, found.reading, how)
        if explain:
            output.explanation(archive.explain(query, **how))
        if listing.ids_only:
            output.identities((line.id for line in found), listing.end)
        else:
            output.concordance(found, order if group else None)
        output.notice(totals(found.total, found.occurrences))
        for remark in shown(found.shown, found.occurrences, listing.part):
            output.notice(remark)
        if found.total < FEW:
            output.suggestions(archive.suggest(query, **how))
    return MATCH if found.total else NO_MATCH
