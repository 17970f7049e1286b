"""The system refuses an operation: a full disk, a failing one, too many open files. A run says so and loses nothing."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from index.errors import IndexStoreError
from index.store import locked
from tests.faults.kills import recorded, states
from tests.faults.operations import CHANGES, Operation, Recorder
from tests.faults.runs import Run, State, faults_after, state
from tests.faults.tally import Tally, some


@dataclass(frozen=True, slots=True)
class Refusal:
    """An error of the system in the place of operations of some kinds: of one alone, or of all from it on."""

    name: str
    number: int
    kinds: frozenset[str]
    lasts: bool = False


_WRITES = frozenset(("create", "empty", "write", "mkdir", "rename"))

REFUSALS = (
    Refusal("disk full for a moment", errno.ENOSPC, _WRITES),
    Refusal("disk full from then on", errno.ENOSPC, _WRITES, lasts=True),
    Refusal("write fails", errno.EIO, frozenset(("write",))),
    Refusal("fsync fails", errno.EIO, frozenset(("fsync",))),
    Refusal("fsync fails from then on", errno.EIO, frozenset(("fsync",)), lasts=True),
    Refusal("rename or unlink fails", errno.EIO, frozenset(("rename", "unlink", "rmdir"))),
    Refusal("reading fails", errno.EIO, frozenset(("read", "map"))),
    Refusal("too many open files", errno.EMFILE, frozenset(("open", "create", "empty"))),
    Refusal("too many open files from then on", errno.EMFILE, frozenset(("open", "create", "empty")), lasts=True),
    Refusal("not permitted", errno.EACCES, CHANGES | {"open"}, lasts=True),
)


def refusals(run: Run, folder: Path, share: float = 1) -> Tally:
    """Refuses operations of a run, at a share of the points of all kinds."""
    tally = Tally(f"refused: {run.name}")
    expected = _states(run, folder)
    kinds = _kinds(run, folder)
    every = [(refusal, point) for refusal in REFUSALS for point in range(sum(map(refusal.kinds.__contains__, kinds)))]
    for refusal, point in some(every, share):
        here = run.laid_out(folder / "refused")
        tally.tried(f"{refusal.name}, {point}", list(_refused(run, here, refusal, point, expected)))
        shutil.rmtree(here)
    return tally


def _states(run: Run, folder: Path) -> Sequence[State]:
    found = states(run, recorded(run, folder / "whole"), folder / "states")
    return [one for at, one in enumerate(found) if one not in found[:at]]


def _kinds(run: Run, folder: Path) -> Sequence[str]:
    """The kinds of all operations that a run makes."""
    here = run.laid_out(folder / "counted")
    with Recorder(here).recording() as recorder:
        run(here)
    shutil.rmtree(here)
    return [operation.kind for operation in recorder.log]


def _refused(run: Run, folder: Path, refusal: Refusal, point: int, expected: Sequence[State]) -> Iterator[str]:
    """What is wrong after, and in, a run of which the operation with a number among those of its kinds is refused."""
    left = point

    def before(_: int, operation: Operation) -> None:
        nonlocal left
        if operation.kind in refusal.kinds:
            left -= 1
            if left == -1 or (refusal.lasts and left < 0):
                raise OSError(refusal.number, os.strerror(refusal.number), operation.path)

    was_refused = False
    try:
        with Recorder(folder, before).recording():
            run(folder)
    except IndexStoreError as error:
        was_refused = True
        if error.kind == "damaged":
            yield f"calls the index damaged: {error}"
    except Exception as error:  # of no family of ours
        was_refused = True
        yield f"raises {type(error).__name__}: {error}"
    try:
        if (folder / "index").exists():
            with locked(folder / "index"):
                found = state(folder / "index")
            if not was_refused and found != expected[-1]:
                yield "ends well, and not in the wanted state"
    except Exception as error:  # as above
        yield f"raises {type(error).__name__} afterwards: {error}"
    yield from faults_after(run, folder, expected, expected[-1])


def reading_refusals(run: Run, folder: Path, share: float = 1) -> Tally:
    """Refuses operations of a reader: it says so in an error of ours, or reads what is there, and nothing is lost."""
    tally = Tally(f"reader refused: {run.name}")
    here = run.laid_out(folder / "read")
    with Recorder(here).recording() as recorder:
        whole = state(here / "index")
    for number in (errno.EIO, errno.EMFILE, errno.EACCES):
        for point in some(range(len(recorder.log)), share):

            def before(at: int, operation: Operation, number: int = number, point: int = point) -> None:
                if at >= point:
                    raise OSError(number, os.strerror(number), operation.path)

            faults = []
            try:
                with Recorder(here, before).recording():
                    if state(here / "index") != whole:
                        faults.append("reads something else")
            except IndexStoreError as error:
                if error.kind != "unreadable":
                    faults.append(f"calls the index damaged: {error}")
            except Exception as error:  # of no family of ours
                faults.append(f"raises {type(error).__name__}: {error}")
            tally.tried(f"{errno.errorcode[number]}, {recorder.log[point]}", faults)
    return tally
