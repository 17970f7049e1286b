"""Every fault at every point, and a table at the end: ``python -m tests.faults [WORD…]`` for those whose names have a word."""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from tests.faults.kills import kills
from tests.faults.power_cuts import power_cuts
from tests.faults.runs import MAKERS, made
from tests.faults.tally import Tally, table


def main() -> None:
    tallies: list[Tally] = []
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        for disturb in (kills, power_cuts):
            for name in MAKERS:
                base = Path(folder, disturb.__name__)
                run = made(name, base)
                tallies.append(disturb(run, base / name.replace(" ", "-")))
                print(*tallies[-1].failures[:5], sep="\n", flush=True)
                print(tallies[-1].fault, tallies[-1].points, len(tallies[-1].failures), round(time.monotonic() - began, 1), flush=True)
    print(table(tallies))


main()
