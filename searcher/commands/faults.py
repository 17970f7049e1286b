"""What is said of pages that could not be read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from searcher.given_paths import is_missing
from searcher.messages import number, say, say_many
from searcher.printers.inert import inert

if TYPE_CHECKING:
    from corpus.pages import Skipped


def name_faults(skipped: Sequence[Skipped]) -> None:
    """Says what could not be read: bad pages by name, files of other kinds by their suffixes."""
    others: Counter[str] = Counter()
    for fault in skipped:
        if fault.error.kind == "not-a-page":
            others[str(fault.error.details["suffix"])] += int(str(fault.error.details.get("count", 1)))
    bad = [fault for fault in skipped if fault.error.kind not in ("not-a-page", "no-such-path")]
    if bad:
        click.echo(
            say_many("{count} place could not be read:", "{count} places could not be read:", len(bad)), err=True
        )
    for fault in bad:
        click.echo(f"  {inert(fault.where)}: {inert(say(fault.error.sentence, **fault.error.details))}", err=True)
    if others:
        kinds = ", ".join(f"{inert(suffix)} ({number(many)})" for suffix, many in others.most_common(10))
        click.echo(say("Passed over, of kinds that are not read: {kinds}", kinds=kinds), err=True)


def name_missing(skipped: Sequence[Skipped]) -> None:
    """Says at which of the paths that were given there is nothing."""
    for fault in skipped:
        if is_missing(fault):
            click.echo(
                say("timbao: {message}", message=inert(say(fault.error.sentence, **fault.error.details))), err=True
            )
