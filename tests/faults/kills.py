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


def begun(action: Callable[[], object]) -> int:
    """Begins to do something in a process of its own; gives its number."""
    child = os.fork()
    if not child:
        try:
            action()
        except BaseException:  # the child ends here, whatever happens, and never goes back into the tests
            os._exit(1)
        os._exit(0)
    return child


def kills(run: Run, folder: Path, share: float = 1) -> Tally:
    """Kills a run at a share of its points; afterwards it is in the state of its last commit."""
    tally = Tally(f"killed: {run.name}")
    log = recorded(run, folder / "whole")
    expected = states(run, log, folder / "states")
    for point in some(range(len(log) + 1), share):
        here = run.laid_out(folder / "killed")
        ended = os.waitpid(begun(partial(_killed, run, here, point)), 0)[1]
        where = log[point] if point < len(log) else "its end"
        assert os.WIFSIGNALED(ended), f"{where}: not killed"
        faults = list(faults_after(run, here, [expected[point]], expected[-1]))
        if not run.small and _segments(here) != _segments(folder / "whole"):
            faults.append("has other segments than without the kill")
        tally.tried(where, faults)
        shutil.rmtree(here)
    return tally


def _segments(folder: Path) -> list[bytes]:
    """The contents of the segments of an index; after a run of one commit they are always these, their names random."""
    return sorted(file.read_bytes() for file in (folder / "index").glob("*.arrays"))


def _killed(run: Run, folder: Path, point: int) -> None:
    signalled(run, folder, point, signal.SIGKILL)
    os.kill(os.getpid(), signal.SIGKILL)


def signalled(run: Run, folder: Path, point: int, sent: signal.Signals) -> None:
    """Makes a run that sends itself a signal before the change with a number."""
    left = point

    def before(_: int, operation: Operation) -> None:
        nonlocal left
        if operation.kind in CHANGES:
            if not left:
                os.kill(os.getpid(), sent)
            left -= 1

    with Recorder(folder, before).recording():
        run(folder)
