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

_MOST_UNDATED = 10
"""Files that are named for their dates; a folder of records may have one in each of its files."""


def name_faults(skipped: Sequence[Skipped]) -> None:
    """Says what could not be read: bad pages by name, files of other kinds by their suffixes."""
    others: Counter[str] = Counter()
    for fault in skipped:
        if fault.error.kind == "not-a-page":
            others[str(fault.error.details["suffix"])] += int(str(fault.error.details.get("count", 1)))
    bad = [fault for fault in skipped if fault.error.kind not in ("not-a-page", "no-such-path", "undated")]
    if bad:
        click.echo(
            say_many("{count} place could not be read:", "{count} places could not be read:", len(bad)), err=True
        )
    for fault in bad:
        click.echo(f"  {inert(fault.where)}: {inert(say(fault.error.sentence, **fault.error.details))}", err=True)
    if others:
        kinds = ", ".join(f"{inert(suffix)} ({number(many)})" for suffix, many in others.most_common(10))
        click.echo(say("Passed over, of kinds that are not read: {kinds}", kinds=kinds), err=True)
    _name_undated([fault for fault in skipped if fault.error.kind == "undated"])


def _name_undated(undated: Sequence[Skipped]) -> None:
    """Says in which files dates were not understood: by name where most were, and of the others how many there are."""
    by_count = sorted(((int(str(fault.error.details["count"])), fault) for fault in undated), key=lambda each: -each[0])
    for count, fault in by_count[:_MOST_UNDATED]:
        details = {**fault.error.details, "count": number(count)}
        click.echo(f"{inert(fault.where)}: {inert(say(fault.error.sentence, **details))}", err=True)
    if others := by_count[_MOST_UNDATED:]:
        dates = number(sum(count for count, _ in others))
        files = number(len(others))
        click.echo(say("Such dates in other files: {dates}, in {files} of them", dates=dates, files=files), err=True)


def name_missing(skipped: Sequence[Skipped]) -> None:
    """Says at which of the paths that were given there is nothing."""
    for fault in skipped:
        if is_missing(fault):
            click.echo(
                say("timbao: {message}", message=inert(say(fault.error.sentence, **fault.error.details))), err=True
            )
