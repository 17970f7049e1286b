"""``timbao quotes``: what was said, and by whom."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from searcher.commands.listing_options import Listing, listing_options
from searcher.commands.query_options import ORDERS, QueryCommand, quotation_options
from searcher.commands.shared_options import MATCH, NO_MATCH, index_option, output_options
from searcher.commands.totals import echo, shown
from searcher.messages import say, say_many

if TYPE_CHECKING:
    from searcher.printers.output import Output


@click.command(
    cls=QueryCommand,
    help=say(
        "Which quotations, and by whom: what is asked for has to stand in one. Without a query, all those of --speaker."
    ),
)
@click.argument("query", nargs=-1)
@click.option(
    "--in",
    "part",
    type=click.Choice(("lead", "body", "quote", "all")),
    default="all",
    help=say("In which part of the text the words have to stand in a quotation."),
)
@quotation_options
@listing_options(
    say("How many quotations; if not given, all."),
    collapse=say("Leave out near-identical articles but for the first, or take all (default)."),
)
@click.option("--sort", "order", type=click.Choice(ORDERS), default="relevance", help=say("Order of articles."))
@index_option
@output_options("tsv")
def quotes(
    query: Sequence[str],
    listing: Listing,
    order: str,
    explain: bool,
    folder: Path,
    how: dict[str, Any],
    output: Output,
) -> int:
    from searcher.archive import Archive
    from searcher.results.counts import Count

    if not query and how["filters"].speaker is None:
        raise click.UsageError(say("Type what was said, or who is to have spoken: --speaker NAME."))
    if not query and len(how["fields"]) == 1 and how["fields"] != ("quote",):
        raise click.UsageError(say("--in says where words are to stand; type what was said."))
    with Archive.open(folder) as archive:
        with output.working():
            found = archive.quotes(query, order=order, **listing.part, **how)
        echo(output, archive, query, found.reading, how)
        if explain and query:
            output.explanation(archive.explain(query, **{**how, "fields": ("quote",)}))
        if listing.count_only:
            output.count(Count(found.articles, found.total))
        elif listing.ids_only:
            output.identities((here.article.id for here in found), listing.end)
        else:
            output.quotations(found)
        output.notice(_summary(found.total, found.articles))
        for remark in () if listing.count_only else shown(found.shown, found.total, listing.part):
            output.notice(remark)
    return MATCH if found.total else NO_MATCH


def _summary(quotations: int, articles: int) -> str:
    if not quotations:
        return say("Nothing found.")
    return say(
        "{quotations} in {articles}.",
        quotations=say_many("{count} quotation", "{count} quotations", quotations),
        articles=say_many("{count} article", "{count} articles", articles),
    )
