"""The power fails before any operation of a run: whatever may be left on the disk is a state before or after."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.faults.disk import Disk, Tree, lay_out
from tests.faults.kills import recorded, states
from tests.faults.operations import Operation
from tests.faults.runs import Run, State, faults_after
from tests.faults.tally import Tally, some


def power_cuts(run: Run, folder: Path, share: float = 1) -> Tally:
    """Cuts the power of a run at every point, and looks at a share of what may be left."""
    tally = Tally(f"power cut: {run.name}")
    log = recorded(run, folder / "whole")
    expected = states(run, log, folder / "states")
    for where, tree, allowed in some(list(_survivors(run, log, expected)), share):
        lay_out(tree, folder / "left")
        tally.tried(where, list(faults_after(run, folder / "left", allowed, expected[-1])))
        shutil.rmtree(folder / "left")
    return tally


def _survivors(
    run: Run, log: Sequence[Operation], expected: Sequence[State]
) -> Iterator[tuple[str, Tree, Sequence[State]]]:
    """Everything that may be left, each once, and the states that it may be in.

    That is one from the last that is promised to last, on: the one that stood when its folder was last synced, or at
    the end of the run the last.
    """
    disk, promised = Disk(run.template), 0
    seen: set[tuple[frozenset[tuple[str, bytes | None]], int, int]] = set()
    for point in range(len(log) + 1):
        where = f"before {log[point]}" if point < len(log) else "at the end"
        allowed = list(expected[promised : point + 1]) if point < len(log) else [expected[-1]]
        first, last = expected.index(allowed[0]), expected.index(allowed[-1])
        for how, tree in disk.survivors():
            key = frozenset(tree.items()), first, last
            if key not in seen:
                seen.add(key)
                yield f"{where} ({how})", tree, allowed
        if point < len(log):
            disk.make(log[point])
            if log[point].kind == "fsync" and log[point].path == "index":
                promised = point
