"""``timbao info``: what an index holds."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from searcher.commands.shared_options import MATCH, index_option, output_options
from searcher.messages import say

if TYPE_CHECKING:
    from searcher.printers.output import Output


@click.command(help=say("What the index holds."))
@index_option
@output_options("human")
def info(folder: Path, output: Output) -> int:
    from searcher.archive import Archive

    with Archive.open(folder) as archive:
        output.overview(archive.overview())
    return MATCH
