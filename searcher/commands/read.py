"""``timbao read``: what the reader makes of pages."""

from __future__ import annotations

from collections.abc import Sequence

import click

from searcher.commands.faults import name_faults
from searcher.commands.shared_options import FAILED, MATCH, quiet_option
from searcher.messages import say
from searcher.printers.inert import inert


@click.command(help=say("Show what the reader makes of pages, without an index: one article as JSON a line."))
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@quiet_option
def read(paths: Sequence[str], quiet: bool) -> int:
    from corpus.pages import Skipped
    from corpus.readers import read_paths
    from searcher.printers.json_text import line
    from searcher.printers.objects import article

    skipped: list[Skipped] = []
    encodings: dict[tuple[str, str], None] = {}
    found = 0
    for item in read_paths(paths):
        if isinstance(item, Skipped):
            skipped.append(item)
        else:
            found += 1
            click.echo(line(article(item)))
            if item.encoding:
                encodings[item.path, item.encoding] = None
    if not quiet:
        for path, encoding in encodings:
            click.echo(say("{path}: the encoding is {encoding}", path=inert(path), encoding=inert(encoding)), err=True)
        name_faults(skipped)
    return MATCH if found else FAILED
