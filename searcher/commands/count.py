"""``timbao count``: how often."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from searcher.commands.query_options import QueryCommand, query_options
from searcher.commands.shared_options import index_option, output_options
from searcher.commands.totals import counted
from searcher.messages import say

if TYPE_CHECKING:
    from searcher.printers.output import Output


@click.command(cls=QueryCommand, help=say("How many articles, and how many places in them."))
@query_options
@index_option
@output_options("tsv")
def count(query: Sequence[str], explain: bool, folder: Path, how: dict[str, Any], output: Output) -> int:
    from searcher.archive import Archive

    with Archive.open(folder) as archive:
        return counted(archive, query, how, output, explain=explain)
