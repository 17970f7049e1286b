"""The commands: each takes what was typed, asks the library, and hands the answer to ``Output``."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from index.memory import LEAST_MEMORY
from searcher.messages import number, say, say_many
from searcher.printers.inert import inert
from searcher.shared_options import QueryCommand, index_option, output_options, query_options, quiet_option

if TYPE_CHECKING:
    from corpus.pages import Skipped
    from index.report import Report
    from searcher.archive import Archive
    from searcher.printers.output import Output
    from searcher.results import Results

MATCH, NO_MATCH, FAILED = 0, 1, 4
"""Exit statuses that a command decides on; errors have theirs in ``cli.py``."""

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


@click.command(help=say("Show what the reader makes of pages, without an index: one article as JSON a line."))
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@quiet_option
def read(paths: Sequence[str], quiet: bool) -> int:
    from corpus.pages import Skipped
    from corpus.readers import read_paths
    from searcher.printers.json_lines import article

    skipped: list[Skipped] = []
    encodings: dict[tuple[str, str], None] = {}
    found = 0
    for item in read_paths(paths):
        if isinstance(item, Skipped):
            skipped.append(item)
        else:
            found += 1
            click.echo(article(item))
            if item.encoding:
                encodings[item.path, item.encoding] = None
    if not quiet:
        for path, encoding in encodings:
            click.echo(say("{path}: the encoding is {encoding}", path=inert(path), encoding=inert(encoding)), err=True)
        _name(skipped)
    return MATCH if found else FAILED


@click.command(
    help=say(
        "Bring the index in step with these pages: files, folders, data sets, archives "
        "(.txt, .html, .jsonl, .json, .csv, .tsv, .zip, .tar; also .gz, .xz, .zst, .bz2)."
    )
)
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@click.option("--rebuild", is_flag=True, help=say("Read everything again into a new index."))
@click.option("--dry-run", is_flag=True, help=say("Only say what would be done."))
@click.option("--keep-missing", is_flag=True, help=say("Keep articles whose pages are gone."))
@click.option(
    "--memory",
    type=click.IntRange(min=LEAST_MEMORY),
    metavar="MB",
    help=say(
        "How much memory to take, 800 megabytes if not given; with more of it a large index is quicker to search."
    ),
)
@click.option(
    "--workers",
    type=click.IntRange(0, 64),
    metavar="N",
    help=say("How many other processes read pages ahead, if not given one for each core that is left; 0 for none."),
)
@index_option
@quiet_option
def index(
    paths: Sequence[str],
    rebuild: bool,
    dry_run: bool,
    keep_missing: bool,
    memory: int | None,
    workers: int | None,
    folder: Path,
    quiet: bool,
) -> int:
    from searcher.indexing import bring_in_step
    from searcher.printers.progress import ProgressLine

    with ProgressLine(shown=sys.stderr.isatty() and not quiet) as progress:
        report = bring_in_step(
            folder,
            paths,
            keep_missing=keep_missing,
            rebuild=rebuild,
            dry_run=dry_run,
            memory=memory,
            workers=workers,
            on_progress=progress,
        )
    if not quiet:
        _name(report.skipped)
        _name_shared(report)
        if report.lost_readers:
            click.echo(
                say_many(
                    "{count} process that read pages ended early; what it had not given was read again.",
                    "{count} processes that read pages ended early; what they had not given was read again.",
                    report.lost_readers,
                ),
                err=True,
            )
        counts = {name: number(getattr(report, name)) for name in ("added", "replaced", "removed", "unchanged")}
        click.echo(
            say(
                "{added} added, {replaced} replaced, {removed} removed, {unchanged} unchanged ({seconds} s).",
                **counts,
                seconds=f"{report.seconds:.1f}",
            ),
            err=True,
        )
        if dry_run:
            click.echo(say("Nothing was written (--dry-run)."), err=True)
    if report.found_any:
        return MATCH
    click.echo(say("timbao: {message}", message=say("Nothing could be read.")), err=True)
    return FAILED


COMMANDS = (index, read, search, kwic, count, show, info, check)


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


def _name(skipped: Sequence[Skipped]) -> None:
    """Says what could not be read: bad pages by name, files of other kinds by their suffixes."""
    others: Counter[str] = Counter()
    for fault in skipped:
        if fault.error.kind == "not-a-page":
            others[str(fault.error.details["suffix"])] += int(str(fault.error.details.get("count", 1)))
    bad = [fault for fault in skipped if fault.error.kind != "not-a-page"]
    if bad:
        click.echo(
            say_many("{count} place could not be read:", "{count} places could not be read:", len(bad)), err=True
        )
    for fault in bad:
        click.echo(f"  {inert(fault.where)}: {inert(say(fault.error.sentence, **fault.error.details))}", err=True)
    if others:
        kinds = ", ".join(f"{inert(suffix)} ({number(many)})" for suffix, many in others.most_common(10))
        click.echo(say("Passed over, of kinds that are not read: {kinds}", kinds=kinds), err=True)


def _name_shared(report: Report) -> None:
    """Says which articles are not in the index because others have their ids."""
    for shared in report.shared:
        click.echo(
            say(
                "{path}: {count} of its ids (such as {example}) are in {other} too, whose articles count.",
                path=inert(shared.path),
                count=number(shared.count),
                example=inert(shared.example),
                other=inert(shared.other),
            ),
            err=True,
        )
    if report.repeated:
        again = number(report.repeated)
        click.echo(say("Ids that came again in the same file, where the last counts: {count}", count=again), err=True)
