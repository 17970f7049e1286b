"""``timbao show``: a whole article."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from searcher.commands.shared_options import MATCH, index_option, output_options
from searcher.messages import say

if TYPE_CHECKING:
    from searcher.printers.output import Output


@click.command(help=say("The whole article, with the matches of --mark marked."))
@click.argument("identity", metavar="ID")
@click.option("--mark", metavar="QUERY", help=say("Mark the matches of a query."))
@index_option
@output_options("human")
def show(identity: str, mark: str | None, folder: Path, output: Output) -> int:
    from searcher.archive import Archive

    with Archive.open(folder) as archive:
        article = archive.article(identity)
        output.article(article, archive.marked(identity, mark) if mark else None)
    return MATCH
