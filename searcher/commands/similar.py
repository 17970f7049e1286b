"""``timbao similar``: which articles are like one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from searcher.commands.listing_options import Listing, listing_options
from searcher.commands.query_options import filter_options
from searcher.commands.shared_options import MATCH, NO_MATCH, index_option, output_options
from searcher.messages import say, say_many
from searcher.printers.inert import inert

if TYPE_CHECKING:
    from searcher.meaning.question import Filters
    from searcher.printers.output import Output

NAMED = 10
"""Reprints of the article that are named."""


@click.command(help=say("Articles like this one, by the words that tell most of it."))
@click.argument("identity", metavar="ID")
@filter_options
@listing_options(
    say("How many articles, if not given 10."),
    default=10,
    least=1,
    collapse=say("Show near-identical articles once, the others' ids with it (default), or each by itself."),
    is_collapsed=True,
)
@index_option
@output_options("tsv")
def similar(identity: str, filters: Filters, listing: Listing, folder: Path, output: Output) -> int:
    from searcher.archive import Archive
    from searcher.results.counts import Count

    with Archive.open(folder) as archive:
        with output.working():
            found = archive.similar(identity, filters=filters, **listing.part)
        if found.reading:
            output.notice(say("Query: {reading}", reading=inert(found.reading)))
        if listing.count_only:
            output.count(Count(found.total, found.occurrences))
        elif listing.ids_only:
            output.identities((hit.article.id for hit in found.hits), listing.end)
        else:
            output.results(found, identity)
        if found.reprints:
            reprints = say_many("{count} reprint", "{count} reprints", len(found.reprints))
            ids = ", ".join(map(inert, found.reprints[:NAMED])) + (", …" if len(found.reprints) > NAMED else "")
            output.notice(say("{reprints} of the article itself: {ids}", reprints=reprints, ids=ids))
        if not found.total:
            output.notice(say("Nothing found."))
    return MATCH if found.total else NO_MATCH
