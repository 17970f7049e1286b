"""Every fault at every point, and a table at the end: ``python -m tests.faults [WORD…]``, or those with such a word."""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from tests.faults.damage import cuts, flips, large_flips, rebuilds
from tests.faults.errors import reading_refusals, refusals
from tests.faults.kills import kills
from tests.faults.power_cuts import power_cuts
from tests.faults.readers import readers
from tests.faults.runs import MAKERS, Run, made, made_large, made_small
from tests.faults.tally import Tally, table
from tests.faults.writers import helpers_killed, meeting, stopped

SHOWN = 5


COMMITS = 1000


def trials(folder: Path) -> Iterator[tuple[str, Callable[[], Sequence[Tally]]]]:
    """The faults, by name, and what tries them."""
    for fault, disturb in (
        ("killed", kills),
        ("power cut", power_cuts),
        ("refused", refusals),
        ("reader refused", reading_refusals),
        ("stopped", stopped),
        ("lock removed", partial(stopped, removes_lock=True)),
    ):
        for name in MAKERS:
            base = folder / fault.replace(" ", "-") / name.replace(" ", "-")
            yield f"{fault}: {name}", partial(_disturbed, disturb, name, base)
    for fault, spoil in (("flipped bit", flips), ("cut short", cuts), ("damaged and rebuilt", rebuilds)):
        yield fault, partial(_spoilt, spoil, folder / fault.replace(" ", "-"))
    large = folder / "flipped-large"
    yield "flipped bit, large", lambda: large_flips(made_large(large, 10_000), large, 300, 3)
    yield "reading while another writes", lambda: [readers(folder / "readers", COMMITS)]
    yield "two writers at once", lambda: [meeting(folder / "meeting", 100)]
    yield "reading process killed", lambda: [helpers_killed(folder / "helpers", 10)]


def _disturbed(disturb: Callable[[Run, Path], Tally], name: str, folder: Path) -> Sequence[Tally]:
    return [disturb(made(name, folder), folder)]


def _spoilt(spoil: Callable[[Run, Path], Sequence[Tally]], folder: Path) -> Sequence[Tally]:
    return spoil(made_small(folder), folder)


def main(words: list[str]) -> int:
    """Prints each fault as it was tried, and what failed; gives 1 where anything did."""
    tallies: list[Tally] = []
    known = [name for name, _ in trials(Path())]
    if strange := [word for word in words if not any(word in name for name in known)]:
        print(f"no fault is named {', '.join(strange)}; there are: {', '.join(known)}", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as folder:
        for name, trial in trials(Path(folder)):
            if not words or any(word in name for word in words):
                began = time.monotonic()
                found = trial()
                tallies += found
                print(f"{name} ({time.monotonic() - began:.0f} s)", flush=True)
                for each in (each for tally in found for each in tally.failures[:SHOWN]):
                    print(f"  {each}", flush=True)
    print(table(tallies))
    return int(any(tally.failures for tally in tallies))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
