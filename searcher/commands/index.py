"""``timbao index``: bring an index in step with pages."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from index.memory import LEAST_MEMORY
from searcher.commands.faults import name_faults, name_missing
from searcher.commands.shared_options import FAILED, MATCH, STOPPED, index_option, quiet_option
from searcher.given_paths import is_missing
from searcher.messages import decimal, number, say, say_many
from searcher.printers.inert import inert

if TYPE_CHECKING:
    from index.report import Report


@click.command(
    help=say(
        "Bring the index in step with these pages: files, folders, data sets, archives "
        "(.txt, .html, .jsonl, .json, .csv, .tsv, .zip, .tar; also .gz, .xz, .zst, .bz2)."
    )
)
@click.argument("paths", nargs=-1, required=True, metavar="PATH…", type=click.Path(readable=False))
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
    help=say("How many other processes read pages ahead, if not given one for each core; 0 for none."),
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
    from index.store import is_index
    from searcher.completion import renew
    from searcher.indexing import bring_in_step
    from searcher.printers.progress import ProgressLine

    try:
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
    except KeyboardInterrupt:
        if is_index(folder):
            click.echo(say("Stopped. The index is as it was last committed; run again to go on."), err=True)
        else:
            click.echo(say("Stopped. Nothing was written; the next run begins anew."), err=True)
        return STOPPED
    renew(str(folder))
    if not quiet:
        name_faults(report.skipped)
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
                seconds=decimal(report.seconds, 1),
            ),
            err=True,
        )
        if dry_run:
            click.echo(say("Nothing was written (--dry-run)."), err=True)
    _name_carried_over(report)
    name_missing(report.skipped)
    if report.found_any:
        return FAILED if report.lost or any(map(is_missing, report.skipped)) else MATCH
    click.echo(say("timbao: {message}", message=say("Nothing could be read.")), err=True)
    return FAILED


def _name_carried_over(report: Report) -> None:
    """Says what a rebuild took from the old index, and what it could not take, also where nothing but the result is
    wanted.
    """
    if report.carried_over:
        click.echo(
            say_many(
                "{count} article was carried over from the old index: its page is away, or does not read.",
                "{count} articles were carried over from the old index: their pages are away, or do not read.",
                report.carried_over,
            ),
            err=True,
        )
    if report.lost is None:
        click.echo(
            say("The old index does not say which pages it had: of others than these nothing is in the new one."),
            err=True,
        )
    elif report.lost:
        click.echo(
            say_many(
                "{count} article is lost: its page cannot be read, nor its text in the old index.",
                "{count} articles are lost: their pages cannot be read, nor their texts in the old index.",
                report.lost,
            ),
            err=True,
        )


def _name_shared(report: Report) -> None:
    """Says which articles are not in the index because others have their ids."""
    for shared in report.shared:
        click.echo(
            say(
                "{path}: {count} of its ids (such as {example}) are in {other} too, whose articles count. "
                "If they are different articles, give them ids of their own, or index the files apart (--index).",
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
