"""``timbao terms``: which words keep company with a query."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from searcher.commands.listing_options import Listing, listing_options
from searcher.commands.query_options import QueryCommand, query_options
from searcher.commands.shared_options import MATCH, NO_MATCH, index_option, output_options
from searcher.commands.totals import FEW, counted, echo, totals
from searcher.messages import number, say

if TYPE_CHECKING:
    from searcher.printers.output import Output

WIDEST_WINDOW = 100


@click.command(
    cls=QueryCommand,
    help=say("Which words stand near the matches more often than elsewhere, by log-likelihood and logDice."),
)
@query_options()
@listing_options(
    say("How many words, if not given 20."),
    default=20,
    least=1,
    collapse=say("Leave out near-identical articles but for the first, or take all (default)."),
    ids=False,
)
@click.option(
    "--window",
    type=click.IntRange(1, WIDEST_WINDOW),
    default=5,
    help=say("How many words before and behind a match are near it, if not given 5."),
)
@click.option(
    "--sort",
    "order",
    type=click.Choice(("likelihood", "dice", "count")),
    default="likelihood",
    help=say("Order of words: what is surest, what belongs together most, or what is most frequent."),
)
@click.option(
    "--min-count",
    "least",
    type=click.IntRange(min=1),
    default=2,
    help=say("How often a word has to stand near, if not given twice."),
)
@index_option
@output_options("tsv")
def terms(
    query: Sequence[str],
    listing: Listing,
    window: int,
    order: str,
    least: int,
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
            found = archive.terms(query, window=window, order=order, least=least, **listing.part, **how)
        echo(output, archive, query, found.reading, how)
        if explain:
            output.explanation(archive.explain(query, **how))
        output.company(found)
        if found.articles and not found.words:
            output.notice(say("No word stands near it {least} times or more: --min-count", least=number(least)))
        output.notice(totals(found.articles, found.occurrences))
        if found.articles < FEW:
            output.suggestions(archive.suggest(query, **how))
    return MATCH if found.words else NO_MATCH
