"""The commands that ask an index: each takes what was typed, asks the library, and hands the answer to ``Output``."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from searcher.messages import number, say, say_many
from searcher.printers.inert import inert
from searcher.shared_options import (
    FAILED,
    MATCH,
    NO_MATCH,
    QueryCommand,
    index_option,
    output_options,
    query_options,
)

if TYPE_CHECKING:
    from searcher.archive import Archive
    from searcher.printers.output import Output
    from searcher.results import Results

FEW = 3
"""Articles; where fewer are found, it is said what else may have been meant."""


@click.command(
    cls=QueryCommand,
    help=say(
        "Which articles, best first, with the matching lines. An argument that holds a space is a phrase; separate "
        "arguments must all occur."
    ),
)
@query_options
@click.option("-n", "limit", type=click.IntRange(min=0), default=10, help=say("How many."))
@click.option("--offset", type=click.IntRange(min=0), default=0, help=say("Leave out the first ones."))
@click.option(
    "--sort",
    "order",
    type=click.Choice(("relevance", "newest", "oldest")),
    default="relevance",
    help=say("Order of articles."),
)
@click.option(
    "--collapse/--no-collapse",
    default=True,
    help=say("Show near-identical articles once, the others' ids with it (default), or each by itself."),
)
@click.option("-l", "ids_only", is_flag=True, help=say("Print ids only."))
@click.option("-c", "count_only", is_flag=True, help=say("Print the counts only."))
@click.option("-0", "nul", is_flag=True, help=say("End ids with NUL instead of a line feed."))
@index_option
@output_options("tsv")
def search(
    query: Sequence[str],
    limit: int,
    offset: int,
    order: str,
    collapse: bool,
    ids_only: bool,
    count_only: bool,
    nul: bool,
    explain: bool,
    folder: Path,
    how: dict[str, Any],
    output: Output,
) -> int:
    from searcher.archive import Archive

    with Archive.open(folder) as archive:
        if count_only:
            return _counted(archive, query, how, output, explain=explain)
        found = archive.search(
            query, order=order, limit=limit, offset=offset, explain=explain, collapse=collapse, **how
        )
        output.notice(say("Query: {reading}", reading=inert(found.reading)))
        if explain:
            output.explanation(archive.explain(query, **how))
        if found.loose:
            output.notice(say("The phrase stands nowhere. These articles hold its words, nearest together first."))
        if ids_only:
            output.identities(found, "\0" if nul else "\n")
        else:
            output.results(found)
        output.notice(_summary(found))
        if folded := sum(len(hit.duplicates) for hit in found.hits):
            reprints = say_many("{count} reprint", "{count} reprints", folded)
            output.notice(say("{reprints} folded under these. Each by itself: --no-collapse", reprints=reprints))
        if found.loose or found.total < FEW:
            output.suggestions(archive.suggest(query, **how))
    return MATCH if found.total else NO_MATCH


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
        output.notice(_totals(found.total, found.occurrences))
        if found.total < FEW:
            output.suggestions(archive.suggest(query, **how))
    return MATCH if found.total else NO_MATCH


@click.command(cls=QueryCommand, help=say("How many articles, and how many places in them."))
@query_options
@index_option
@output_options("tsv")
def count(query: Sequence[str], explain: bool, folder: Path, how: dict[str, Any], output: Output) -> int:
    from searcher.archive import Archive

    with Archive.open(folder) as archive:
        return _counted(archive, query, how, output, explain=explain)


@click.command(help=say("The whole article, with the matches of --mark marked."))
@click.argument("identity", metavar="ID")
@click.option("--mark", metavar="QUERY", help=say("Mark the matches of a query."))
@index_option
@output_options("human")
def show(identity: str, mark: str | None, folder: Path, output: Output) -> int:
    from searcher.archive import Archive

    with Archive.open(folder) as archive:
        article = archive.article(identity)
        output.article(article, archive.marked(identity, mark) if mark else ())
    return MATCH


@click.command(help=say("What the index holds."))
@index_option
@output_options("human")
def info(folder: Path, output: Output) -> int:
    from searcher.archive import Archive

    with Archive.open(folder) as archive:
        output.overview(archive.overview())
    return MATCH


@click.command(help=say("Check every byte of the index, and every list against the text."))
@index_option
def check(folder: Path) -> int:
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
    click.echo(say("The index in {path} is sound.", path=inert(str(folder))))
    return MATCH


COMMANDS = (search, kwic, count, show, info, check)


def _counted(archive: Archive, query: Sequence[str], how: dict[str, Any], output: Output, *, explain: bool) -> int:
    found = archive.count(query, **how)
    output.notice(say("Query: {reading}", reading=inert(found.reading)))
    if explain:
        output.explanation(archive.explain(query, **how))
    output.count(found)
    if found.articles < FEW:
        output.suggestions(archive.suggest(query, **how))
    return MATCH if found.articles else NO_MATCH


def _summary(found: Results) -> str:
    if sum(1 + len(hit.duplicates) for hit in found.hits) == found.total:
        return _totals(found.total, found.occurrences)
    return say(
        "Showing {shown} of {articles}, {places} in all. More: -n NUMBER, --offset NUMBER. All places: timbao kwic",
        shown=number(len(found.hits)),
        articles=say_many("{count} article", "{count} articles", found.total),
        places=say_many("{count} place", "{count} places", found.occurrences),
    )


def _totals(articles: int, occurrences: int) -> str:
    if not articles:
        return say("Nothing found.")
    return say(
        "{articles}, {places}.",
        articles=say_many("{count} article", "{count} articles", articles),
        places=say_many("{count} place", "{count} places", occurrences),
    )
