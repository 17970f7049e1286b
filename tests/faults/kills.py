"""A process that is killed before any of its operations on the disk, or after the last, by SIGKILL."""

from __future__ import annotations

import os
import shutil
import signal
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from tests.faults.disk import Disk, Tree, lay_out, tree_of
from tests.faults.operations import CHANGES, Operation, Recorder
from tests.faults.runs import Run, State, faults_after, state
from tests.faults.tally import Tally, some


def recorded(run: Run, folder: Path) -> list[Operation]:
    """The changes that a run makes below a folder, none of which goes by unseen."""
    run.laid_out(folder)
    disk = Disk(folder)
    with Recorder(folder).recording() as recorder:
        run(folder)
    log = [operation for operation in recorder.log if operation.kind in CHANGES]
    for operation in log:
        disk.make(operation)
    assert disk.written() == tree_of(folder), "something was written without being noted"
    return log


def states(run: Run, log: Sequence[Operation], folder: Path) -> list[State]:
    """The state of an index before each of some operations, and after the last."""
    disk = Disk(run.template)
    found: list[State] = []
    last: Tree | None = None
    for operation in [*log, None]:
        if not found or operation is None or log[len(found) - 1].kind in ("rename", "unlink", "rmdir", "mkdir"):
            tree = disk.written()
            if tree != last:
                lay_out(tree, folder)
                found.append(state(folder / "index"))
                shutil.rmtree(folder)
                last = tree
            else:
                found.append(found[-1])
        else:
            found.append(found[-1])
        if operation is not None:
            disk.make(operation)
    return found


def in_a_child(action: Callable[[], None]) -> int:
    """Does something in a process of its own; gives how that ended, as ``os.waitpid`` has it."""
    child = os.fork()
    if not child:
        try:
            action()
        except BaseException:  # the child ends here, whatever happens, and never goes back into the tests
            os._exit(1)
        os._exit(0)
    return os.waitpid(child, 0)[1]


def kills(run: Run, folder: Path, share: float = 1) -> Tally:
    """Kills a run at a share of its points; afterwards it is in the state of its last commit."""
    tally = Tally(f"killed: {run.name}")
    log = recorded(run, folder / "whole")
    expected = states(run, log, folder / "states")
    for point in some(range(len(log) + 1), share):
        here = run.laid_out(folder / "killed")
        ended = in_a_child(partial(_killed, run, here, point))
        where = log[point] if point < len(log) else "its end"
        assert os.WIFSIGNALED(ended), f"{where}: not killed"
        tally.tried(where, list(faults_after(run, here, [expected[point]], expected[-1])))
        shutil.rmtree(here)
    return tally


def _killed(run: Run, folder: Path, point: int) -> None:
    left = point

    def before(_: int, operation: Operation) -> None:
        nonlocal left
        if operation.kind in CHANGES:
            if not left:
                os.kill(os.getpid(), signal.SIGKILL)
            left -= 1

    with Recorder(folder, before).recording():
        run(folder)
    os.kill(os.getpid(), signal.SIGKILL)
