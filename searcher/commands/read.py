"""``timbao read``: what the reader makes of pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from searcher.commands.faults import name_faults, name_missing
from searcher.commands.shared_options import FAILED, MATCH, output_options
from searcher.given_paths import is_missing, present
from searcher.messages import say
from searcher.printers.inert import inert

if TYPE_CHECKING:
    from corpus.article import Article
    from corpus.pages import Skipped
    from searcher.printers.output import Output


@click.command(help=say("Show what the reader makes of pages, without an index: one article as JSON a line."))
@click.argument("paths", nargs=-1, required=True, metavar="PATH…", type=click.Path(readable=False))
@output_options("jsonl", on_screen="jsonl")
def read(paths: Sequence[str], output: Output) -> int:
    reading = _Reading(paths)
    output.articles(reading.articles())
    for path, encoding in reading.encodings:
        output.notice(say("{path}: the encoding is {encoding}", path=inert(path), encoding=inert(encoding)))
    if not output.quiet:
        name_faults(reading.skipped)
    name_missing(reading.skipped)
    return FAILED if not reading.found or any(map(is_missing, reading.skipped)) else MATCH


class _Reading:
    """Pages that are read, and what is noted of them meanwhile."""

    def __init__(self, paths: Sequence[str]) -> None:
        self._paths = paths
        self.skipped: list[Skipped] = []
        self.encodings: dict[tuple[str, str], None] = {}
        self.found = 0

    def articles(self) -> Iterator[Article]:
        from corpus.pages import Skipped
        from corpus.readers import read_paths

        there, missing = present(self._paths)
        self.skipped += missing
        for item in read_paths(there):
            if isinstance(item, Skipped):
                self.skipped.append(item)
                continue
            self.found += 1
            if item.encoding:
                self.encodings[item.path, item.encoding] = None
            yield item
