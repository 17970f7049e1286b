"""``timbao similar``: which articles are like one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from searcher.commands.shared_options import MATCH, NO_MATCH, index_option, limit_option, output_options
from searcher.messages import say, say_many
from searcher.printers.inert import inert

if TYPE_CHECKING:
    from searcher.printers.output import Output

NAMED = 10
"""Reprints of the article that are named."""


@click.command(help=say("Articles like this one, by the words that tell most of it."))
@click.argument("identity", metavar="ID")
@limit_option(say("How many articles, if not given 10."), default=10, least=1)
@index_option
@output_options("tsv")
def similar(identity: str, limit: int, folder: Path, output: Output) -> int:
    from searcher.archive import Archive

    with Archive.open(folder) as archive:
        found = archive.similar(identity, limit=limit)
        if found.reading:
            output.notice(say("Query: {reading}", reading=inert(found.reading)))
        output.results(found)
        if found.reprints:
            reprints = say_many("{count} reprint", "{count} reprints", len(found.reprints))
            ids = ", ".join(map(inert, found.reprints[:NAMED])) + (", …" if len(found.reprints) > NAMED else "")
            output.notice(say("{reprints} of the article itself: {ids}", reprints=reprints, ids=ids))
        if not found.hits:
            output.notice(say("Nothing found."))
    return MATCH if found.hits else NO_MATCH
