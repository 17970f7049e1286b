"""Writers that meet: at the same moment, while one is stopped, with the lock removed under it, or its helper killed."""

from __future__ import annotations

import json
import os
import shutil
import signal
import time
from functools import partial
from pathlib import Path

from index.check import check
from index.errors import LockedIndexError
from index.report import Progress
from index.update import update
from index.words import SyllableSegmenter
from searcher.indexing import Pages
from tests.faults.kills import begun, recorded, signalled, states
from tests.faults.runs import Run, faults_after, state
from tests.faults.tally import Tally, some


def meeting(folder: Path, rounds: int) -> Tally:
    """Lets two processes write their own articles into one index at once; who is refused comes again."""
    tally = Tally("two writers at once")
    refused = 0
    for at in range(rounds):
        here = folder / str(at)
        here.mkdir(parents=True)
        for name in "ab":
            (here / f"{name}.jsonl").write_text(json.dumps({"id": name, "body": "bản mới"}) + "\n", "utf-8")
        writers = [begun(partial(_until_done, here, name)) for name in "ab"]
        endings = [os.waitpid(writer, 0)[1] for writer in writers]
        refused += sum((here / f"{name}.refused").exists() for name in "ab")
        faults = ["a writer fails"] if any(endings) else []
        if set(state(here / "index").articles) != {"a", "b"}:
            faults.append("lacks an article")
        tally.tried(f"round {at}", faults + [f"{fault.file}: {fault.what}" for fault in check(here / "index")])
        shutil.rmtree(here)
    tally.remarks = f"{refused} refused at first"
    return tally


def _until_done(folder: Path, name: str) -> None:
    while True:
        try:
            update(folder / "index", [str(folder / f"{name}.jsonl")], Pages(0), segmenter=SyllableSegmenter())
        except LockedIndexError:
            (folder / f"{name}.refused").touch()
            time.sleep(0.001)
        else:
            return


def stopped(run: Run, folder: Path, share: float = 1, *, removes_lock: bool = False) -> Tally:
    """Stops a run before each of its changes, lets another one try meanwhile, and lets the first go on.

    The other one is refused where the first is writing, also when the lock's file is removed; then the first ends well.
    """
    tally = Tally(f"{'lock removed' if removes_lock else 'stopped'}: {run.name}")
    log = recorded(run, folder / "whole")
    expected = states(run, log, folder / "states")
    refused = 0
    for point in some(range(len(log)), share):
        here = run.laid_out(folder / "stopped")
        writer = begun(partial(signalled, run, here, point, signal.SIGSTOP))
        assert os.WIFSTOPPED(os.waitpid(writer, os.WUNTRACED)[1])
        faults = []
        if state(here / "index") != expected[point]:
            faults.append("is read in another state meanwhile")
        if removes_lock:
            (here / "index" / "MAIN_WRITELOCK").unlink(missing_ok=True)
        try:
            run(here)
        except LockedIndexError:
            refused += 1
        except Exception as error:  # whatever it is, it is what we look for
            faults.append(f"the second raises {type(error).__name__}: {error}")
        os.kill(writer, signal.SIGCONT)
        if os.waitpid(writer, 0)[1]:
            faults.append("the first does not end well")
        tally.tried(log[point], faults + list(faults_after(run, here, [expected[-1]], expected[-1])))
        shutil.rmtree(here)
    tally.remarks = f"{refused} refused"
    return tally


def helpers_killed(folder: Path, rounds: int) -> Tally:
    """Kills the process that reads ahead at some moment: the index is as without it, and the loss is told."""
    tally = Tally("reading process killed")
    folder.mkdir(parents=True)
    rows = ({"id": str(at), "body": f"bản {at} " + "bên sông " * 200} for at in range(1500))
    page = folder / "articles.jsonl"
    page.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")
    update(folder / "wanted", [str(page)], Pages(0), segmenter=SyllableSegmenter())
    wanted = state(folder / "wanted")
    told = 0
    for at in range(rounds):
        source = Pages(1)
        killed: list[int] = []

        def kill(progress: Progress, at: int = at, killed: list[int] = killed) -> None:
            if progress.articles >= at * 1500 // rounds and not killed:
                killed.extend(_children())
                for child in killed:
                    os.kill(child, signal.SIGKILL)

        update(folder / str(at), [str(page)], source, segmenter=SyllableSegmenter(), on_progress=kill)
        told += source.lost
        faults = [] if state(folder / str(at)) == wanted else ["is another index"]
        tally.tried(f"round {at}", faults + [f"{fault.file}: {fault.what}" for fault in check(folder / str(at))])
    if not told:
        tally.failures.append("reading process killed: no loss is told")
    tally.remarks = f"{told} told"
    return tally


def _children() -> list[int]:
    return [int(child) for child in Path(f"/proc/self/task/{os.getpid()}/children").read_text().split()]
