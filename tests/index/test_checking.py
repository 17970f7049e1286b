"""Two processes find in segments what one finds."""

from __future__ import annotations

import io
import json
import subprocess
import time
from collections import deque
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, ClassVar

import pytest

from index import checking
from index.checking import faults_of_parts
from index.checking_process import serve
from index.segment.array_file import ArrayFile, ArrayFileWriter
from index.segment.check import faults_of_part
from index.segment.segment import Segment
from tests.conftest import Folder


@pytest.fixture(scope="module")
def paths(tmp_path_factory: pytest.TempPathFactory) -> Sequence[Path]:
    """A sound segment, and three others: with other lists, with another lexicon, and with both."""
    folder = Folder(tmp_path_factory.mktemp("checked"))
    folder.articles("dân biết, dân bàn, dân làm", "dân kiểm tra", "bàn")
    (sound,) = folder.index.glob("*.arrays")
    paths = [sound]
    for names in (["text.loose.next"], ["text.hashes"], ["text.loose.next", "text.hashes"]):
        old = ArrayFile(sound)
        paths.append(folder.path / f"{len(paths)}.arrays")
        with ArrayFileWriter(paths[-1]) as file:
            for fact, value in old.facts.items():
                file.fact(fact, value)
            for name in old.sizes():
                array = old[name].copy()
                if name in names:
                    array[0] ^= 1
                file.add(name, array)
    return paths


WANTED = [
    (1, "does not read: terms do not stand before those that their lists say"),
    (2, "text: a term is not found under its key, or without its accents"),
    (3, "does not read: terms do not stand before those that their lists say"),
    (3, "text: a term is not found under its key, or without its accents"),
]


@pytest.fixture
def begun(monkeypatch: pytest.MonkeyPatch) -> list[subprocess.Popen[str]]:
    """The processes that are begun."""
    found: list[subprocess.Popen[str]] = []
    begin = checking._begun

    def noted() -> subprocess.Popen[str] | None:
        if process := begin():
            found.append(process)
        return process

    monkeypatch.setattr(checking, "_begun", noted)
    return found


def _found(paths: Sequence[Path], *, alone: bool | None) -> list[tuple[int, str]]:
    segments = {path: Segment(path, as_it_is=True) for path in paths}
    return [(paths.index(path), what) for path, what in faults_of_parts(segments, alone=alone)]


@pytest.mark.parametrize("alone", [True, False])
def test_faults_stand_in_the_order_of_segments(paths: Sequence[Path], *, alone: bool) -> None:
    """Whoever finds them, and however many times over."""
    assert _found(paths, alone=alone) == WANTED
    assert _found(paths[:1], alone=alone) == []
    assert _found([], alone=alone) == []


def test_little_is_looked_at_here(
    paths: Sequence[Path], begun: list[subprocess.Popen[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where nobody says who looks, little begins no process, and much begins one where there are two cores."""
    assert _found(paths, alone=None) == WANTED
    assert not begun
    monkeypatch.setattr(checking, "WORTHWHILE_BYTES", 0)
    for cores in (1, 2):
        monkeypatch.setattr("os.sched_getaffinity", lambda _, cores=cores: set(range(cores)), raising=False)
        assert _found(paths, alone=None) == WANTED
        assert len(begun) == cores - 1
    assert begun[0].returncode is not None


class _Row(deque[Any]):
    """A row that says when the other process has been asked for all that is in it."""

    rows: ClassVar[list[_Row]] = []

    def __init__(self, content: Sequence[Any]) -> None:
        super().__init__(content)
        self.rows.append(self)


@pytest.mark.parametrize("is_killed", [False, True])
def test_what_another_process_finds_counts(
    paths: Sequence[Path], begun: list[subprocess.Popen[str]], monkeypatch: pytest.MonkeyPatch, *, is_killed: bool
) -> None:
    """All but the first part is looked at there, or here where the process is killed before it has looked at it."""
    here: list[str] = []

    def waits(segment: Segment, part: str) -> Iterator[str]:
        if not here and is_killed:
            begun[0].kill()
        here.append(part)
        while len(here) == 1 and not is_killed and _Row.rows[-1]:
            time.sleep(0.01)
        yield from faults_of_part(segment, part)

    monkeypatch.setattr(checking, "faults_of_part", waits)
    monkeypatch.setattr(checking, "deque", _Row)
    assert _found(paths, alone=False) == WANTED
    assert here == ["text"] if not is_killed else len(here) > 1


def test_where_no_process_can_begin_everything_is_looked_at_here(
    paths: Sequence[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A system that gives no process changes nothing."""
    monkeypatch.setattr("sys.executable", "/not/there")
    assert _found(paths, alone=False) == WANTED


def test_a_segment_that_is_gone_ends_the_process(paths: Sequence[Path]) -> None:
    """So the one that asked looks itself, at what it holds open."""
    replies = io.StringIO()
    requests = [json.dumps([str(path), "text"]) for path in (paths[1], paths[0].parent / "gone.arrays", paths[0])]
    with pytest.raises(FileNotFoundError):
        serve(io.StringIO("\n".join(requests)), replies)
    assert json.loads(replies.getvalue()) == [WANTED[0][1]]
