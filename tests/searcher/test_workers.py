"""Indexing with processes that read ahead: the same index, whatever happens on the way, and nothing left running."""

from __future__ import annotations

import contextlib
import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from corpus.article import Article
from corpus.pages import PageFile, Skipped
from index import batch, synchronise
from index.report import Progress, Report
from index.snapshot import Snapshot
from index.store import locked
from index.update import update
from index.words import SyllableSegmenter
from searcher.indexing import Pages
from tests.conftest import Folder
from tests.corpus.packing import PAGE, tar, zipped
from tests.program import PROGRAM

WORKERS = (0, 1, 3)
Outcome = tuple[Report, list[str], dict[str, object], list[Article], int]


class Vanishing(Pages):
    """Pages of which some are gone between finding and reading."""

    gone: frozenset[str] = frozenset()

    def find(self, paths: Iterable[str]) -> Iterator[PageFile | Skipped]:
        found = list(super().find(paths))
        for name in self.gone:
            with contextlib.suppress(FileNotFoundError):
                os.rename(name, name + ".away")
        yield from found

    def back(self) -> None:
        for name in self.gone:
            with contextlib.suppress(FileNotFoundError):
                os.rename(name + ".away", name)


def write_some(folder: Path, dice: random.Random) -> None:
    """Writes, changes and removes files: pages, data sets and archives, good and bad, whose articles share ids."""
    for at in range(8):
        page, chance = folder / f"{at}.txt", dice.random()
        if chance < 0.5:
            page.write_bytes(f"Tin số {dice.randrange(99)}\n\n".encode() + PAGE)
        elif chance < 0.7:
            page.write_bytes(dice.choice((b"", b"a\0b", "Café Orléans".encode("latin-1"))))
        elif chance < 0.8:
            page.unlink(missing_ok=True)
    for at in range(3):
        rows = [{"id": dice.randrange(12), "body": f"“Mừng {dice.randrange(3)}”, bà Mận nói."} for _ in range(8)]
        lines = [json.dumps(row, ensure_ascii=False) if dice.random() < 0.9 else "broken" for row in rows]
        (folder / f"set{at}.jsonl").write_text("\n".join(lines), "utf-8")
    members = {f"{at}.txt": dice.choice((PAGE, b"", b"Hai\n\n" + PAGE)) for at in range(4)}
    (folder / "old.zip").write_bytes(zipped(members)[: dice.choice((None, -40))])
    (folder / "old.tar").write_bytes(tar(members))


def outcome(index: Path, tops: list[str], source: Pages) -> Outcome:
    """What a run comes to: report, faults, ledger and articles, and how often it said how far it was."""
    ticks: list[Progress] = []
    report = update(index, tops, source, segmenter=SyllableSegmenter(), on_progress=ticks.append)
    faults = [f"{fault.where}: {fault.error}" for fault in report.skipped]
    with Snapshot(index) as snapshot:
        ledger = snapshot.ledger()
        entries = {path: ledger.page(path) for path in ledger.paths()}
        pages = {
            path: (entry.name, entry.size, entry.modified, entry.articles, [str(fault.error) for fault in entry.faults])
            for path, entry in entries.items()
            if entry is not None
        }
        articles = [snapshot.article(number) for number in snapshot.numbers()]
    return replace(report, seconds=0.0, skipped=()), faults, {**pages, "": ledger.orphans}, articles, len(ticks)


def test_the_same_index_however_many_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Random folders, changed and indexed again and again, give the same report, ledger and articles."""
    monkeypatch.setattr(batch, "HELD_BACK", 3)
    monkeypatch.setattr(synchronise, "_TOGETHER", 5)
    monkeypatch.setattr(batch, "FULL_SEGMENT", 150)
    sources = [Vanishing(workers) for workers in WORKERS]
    for seed in range(3):
        dice = random.Random(seed)
        folder = tmp_path / str(seed)
        folder.mkdir()
        for _ in range(2):
            write_some(folder, dice)
            gone = frozenset(str(folder / f"{at}.txt") for at in range(8) if dice.random() < 0.1)
            outcomes = []
            for source, workers in zip(sources, WORKERS, strict=True):
                source.gone = gone
                outcomes.append(outcome(tmp_path / f"index {seed} {workers}", [str(folder)], source))
                source.back()
            assert outcomes[0] == outcomes[1] == outcomes[2], seed
            assert outcomes[0][3]
    assert not any(source.lost for source in sources)


def test_a_script_without_a_main_guard(folder: Folder) -> None:
    """A script that indexes as it is loaded is run once, and its processes run nothing of it."""
    folder.records("d.jsonl", *({"id": str(at), "body": f"tin số {at}"} for at in range(20)))
    script = folder.path.parent / "script.py"
    script.write_text(
        "import sys\nfrom searcher.indexing import bring_in_step\n"
        "print(bring_in_step(sys.argv[1], [sys.argv[2]], workers=2).added)\n",
        "utf-8",
    )
    command = [sys.executable, str(script), str(folder.index), str(folder.path)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment, timeout=60)
    assert (done.stdout, done.stderr) == ("20\n", "")


def children(process: int) -> list[int]:
    listed = Path(f"/proc/{process}/task/{process}/children")
    return [int(child) for child in listed.read_text().split()] if listed.exists() else []


def is_running(process: int) -> bool:
    """Whether a process is there, and not only its exit status."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def wait_for(condition: Callable[[], object]) -> None:
    """Waits until a condition holds, for up to a minute."""
    deadline = time.monotonic() + 60
    while not condition() and time.monotonic() < deadline:
        time.sleep(0.02)
    assert condition()


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="asks the system for the children of a process")
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_however_a_run_is_stopped_its_processes_end(folder: Folder, how: signal.Signals) -> None:
    """Ctrl-C, which reaches them all, or a killed run leaves no process behind, and none of them says a word."""
    folder.articles("dân biết")
    folder.records("big.jsonl", *({"id": f"n{at}", "body": f"tin số {at} " * 300} for at in range(4000)))
    started = subprocess.Popen(
        [*PROGRAM, "index", "--workers", "2", str(folder.path)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "TIMBAO_INDEX": str(folder.index), "LC_ALL": "C.UTF-8"},
        start_new_session=True,
        preexec_fn=lambda: signal.signal(
            signal.SIGINT, signal.SIG_DFL
        ),  # ignored where the tests run in the background
    )
    wait_for(lambda: children(started.pid))
    reading = children(started.pid)
    time.sleep(0.3)
    if how is signal.SIGINT:
        os.killpg(started.pid, how)
    else:
        started.send_signal(how)
    out, err = started.communicate(timeout=60)
    wait_for(lambda: not any(map(is_running, reading)))
    assert out == b""
    if how is signal.SIGINT:
        assert started.returncode == 130
        assert err.decode().splitlines() == ["Stopped. The index is as it was last committed; run again to go on."]
    else:
        assert (started.returncode, err) == (-how, b"")
    assert folder.ids("dân biết") == ["0"]
    with locked(folder.index):
        assert folder.ids("tin số") == []
