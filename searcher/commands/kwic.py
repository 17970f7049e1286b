"""``timbao kwic``: every occurrence, one a line."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from searcher.commands.query_options import QueryCommand, query_options
from searcher.commands.shared_options import MATCH, NO_MATCH, index_option, output_options
from searcher.commands.totals import FEW, totals
from searcher.messages import number, say
from searcher.printers.inert import inert

if TYPE_CHECKING:
    from searcher.printers.output import Output


@click.command(cls=QueryCommand, help=say("Every occurrence, one a line, with the text on both sides of it."))
@query_options
@click.option("-n", "limit", type=click.IntRange(min=0), help=say("How many."))
@click.option("-C", "context", type=click.IntRange(0, 500), default=12, help=say("Syllables of context."))
@index_option
@output_options("tsv")
def kwic(
    query: Sequence[str],
    limit: int | None,
    context: int,
    explain: bool,
    folder: Path,
    how: dict[str, Any],
    output: Output,
) -> int:
    from itertools import islice

    from searcher.archive import Archive

    with Archive.open(folder) as archive:
        found = archive.kwic(query, context=context, **how)
        output.notice(say("Query: {reading}", reading=inert(found.reading)))
        if explain:
            output.explanation(archive.explain(query, **how))
        output.concordance(islice(found, limit))
        if limit is not None and limit < found.occurrences:
            output.notice(say("The first {shown} of these:", shown=number(limit)))
        output.notice(totals(found.total, found.occurrences))
        if found.total < FEW:
            output.suggestions(archive.suggest(query, **how))
    return MATCH if found.total else NO_MATCH
