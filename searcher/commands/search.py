"""``timbao search``: which articles, best first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from searcher.commands.listing_options import Listing, listing_options
from searcher.commands.query_options import ORDERS, QueryCommand, query_options
from searcher.commands.shared_options import MATCH, NO_MATCH, index_option, output_options
from searcher.commands.totals import FEW, counted, echo, shown, totals
from searcher.messages import say, say_many
from searcher.printers.inert import inert

if TYPE_CHECKING:
    from searcher.printers.output import Output

DEFAULT_LIMIT = 10
"""Articles that are shown where it is not said how many."""


@click.command(
    cls=QueryCommand,
    help=say(
        "Which articles, best first, with the matching lines. An argument that holds a space is a phrase; separate "
        "arguments must all occur."
    ),
)
@query_options()
@listing_options(
    say("How many articles, if not given 10."),
    collapse=say("Show near-identical articles once, the others' ids with it (default), or each by itself."),
    is_collapsed=True,
)
@click.option(
    "--sort",
    "order",
    type=click.Choice(ORDERS),
    default="relevance",
    help=say("Order of articles."),
)
@index_option
@output_options("tsv")
def search(
    query: Sequence[str],
    listing: Listing,
    order: str,
    explain: bool,
    folder: Path,
    how: dict[str, Any],
    output: Output,
) -> int:
    from searcher.archive import Archive

    part, sample = listing.part, listing.part["sample"]
    if part["limit"] is None and sample is None:
        part = {**part, "limit": DEFAULT_LIMIT}
    with Archive.open(folder) as archive:
        if listing.count_only:
            return counted(archive, query, how, output, explain=explain)
        with output.working():
            found = archive.search(query, order=order, explain=explain, **part, **how)
        echo(output, archive, query, found.reading, how)
        if explain:
            output.explanation(archive.explain(query, **how))
        if found.loose:
            output.notice(say("The phrase stands nowhere. These articles hold its words, nearest together first."))
        if listing.ids_only:
            output.identities((hit.article.id for hit in found.hits), listing.end)
        else:
            output.results(found)
        output.notice(totals(found.total, found.occurrences))
        covered = len(found.hits) + (0 if sample else sum(len(hit.duplicates) for hit in found.hits))
        for remark in shown(len(found.hits), found.total, part, covered):
            output.notice(remark)
        if output.on_screen and found.hits and not listing.ids_only:
            for command in _next(" ".join(query).split() if found.loose else query, found.hits[0].article.id):
                output.notice(say("Next: {command}", command=inert(command)))
        if folded := sum(len(hit.duplicates) for hit in found.hits):
            reprints = say_many("{count} reprint", "{count} reprints", folded)
            output.notice(say("{reprints} folded under these. Each by itself: --no-collapse", reprints=reprints))
        if found.loose or found.total < FEW:
            proposed = archive.suggest(query, **how)
            output.suggestions([each for each in proposed if not (found.loose and each.kind == "words")])
    return MATCH if found.total else NO_MATCH


def _next(query: Sequence[str], identity: str) -> Iterator[str]:
    """The commands with which one would go on: the best article whole, and every place."""
    import shlex

    marked = ("--mark", query[0]) if len(query) == 1 else ()
    yield shlex.join(("timbao", "show", identity, *marked))
    yield shlex.join(("timbao", "kwic", *query))
