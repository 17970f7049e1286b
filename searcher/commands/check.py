"""``timbao check``: whether an index is sound."""

from __future__ import annotations

from pathlib import Path

import click

from searcher.commands.shared_options import FAILED, MATCH, index_option, quiet_option
from searcher.messages import say
from searcher.printers.inert import inert


@click.command(help=say("Check every byte of the index, and every list against the text."))
@index_option
@quiet_option
def check(folder: Path, quiet: bool) -> int:
    from index.check import check as faults_of

    found = 0
    for fault in faults_of(folder):
        found += 1
        click.echo(f"{inert(fault.file)}: {inert(fault.what)}")
    if found:
        click.echo(
            say("The index is damaged. Build it anew from all its pages: timbao index --rebuild PAGES."), err=True
        )
        return FAILED
    if not quiet:
        click.echo(say("The index in {path} is sound.", path=inert(str(folder))))
    return MATCH
