"""Every fault at every point, and a table at the end: ``python -m tests.faults [WORD…]``, or those with such a word."""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from tests.faults.errors import reading_refusals, refusals
from tests.faults.kills import kills
from tests.faults.power_cuts import power_cuts
from tests.faults.runs import MAKERS, Run, made
from tests.faults.tally import Tally, table

SHOWN = 5


def trials(folder: Path) -> Iterator[tuple[str, Callable[[], Tally]]]:
    """The faults, by name, and what tries them."""
    for fault, disturb in (
        ("killed", kills),
        ("power cut", power_cuts),
        ("refused", refusals),
        ("reader refused", reading_refusals),
    ):
        for name in MAKERS:
            base = folder / disturb.__name__ / name.replace(" ", "-")
            yield f"{fault}: {name}", partial(_disturbed, disturb, name, base)


def _disturbed(disturb: Callable[[Run, Path], Tally], name: str, folder: Path) -> Tally:
    return disturb(made(name, folder), folder)


def main(words: list[str]) -> int:
    """Prints each fault as it was tried, and what failed; gives 1 where anything did."""
    tallies: list[Tally] = []
    with tempfile.TemporaryDirectory() as folder:
        for name, trial in trials(Path(folder)):
            if not words or any(word in name for word in words):
                began = time.monotonic()
                tallies.append(trial())
                print(
                    f"{name} ({time.monotonic() - began:.0f} s)", *tallies[-1].failures[:SHOWN], sep="\n  ", flush=True
                )
    print(table(tallies))
    return int(any(tally.failures for tally in tallies))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
