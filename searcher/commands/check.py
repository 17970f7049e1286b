"""``timbao check``: whether an index is sound."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from searcher.commands.shared_options import FAILED, MATCH, index_option, output_options
from searcher.messages import say
from searcher.printers.inert import inert

if TYPE_CHECKING:
    from index.check import Fault
    from searcher.printers.output import Output


@click.command(help=say("Check every byte of the index, and every list against the text."))
@index_option
@output_options("human")
def check(folder: Path, output: Output) -> int:
    from index.check import check as faults_of

    found = 0

    def counted() -> Iterator[Fault]:
        nonlocal found
        for fault in faults_of(folder):
            found += 1
            yield fault

    output.damage(counted())
    if found:
        click.echo(
            say("The index is damaged. Build it anew from all its pages: timbao index --rebuild PAGES."), err=True
        )
        return FAILED
    sound = say("The index in {path} is sound.", path=inert(str(folder)))
    if output.form == "human" and not output.quiet:
        click.echo(sound)
    else:
        output.notice(sound)
    return MATCH
