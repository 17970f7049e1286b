"""Memory that a run has freed is the system's again."""

from __future__ import annotations

import ctypes
import subprocess
import sys
from pathlib import Path

import pytest

from index import batch, memory
from index.memory import give_back
from tests.conftest import Folder

PROGRAM = """
from index.memory import give_back

def taken():
    return next(int(line.split()[1]) for line in open("/proc/self/status") if line.startswith("VmRSS"))

pieces = [b"." * 20_000 for _ in range(5_000)]
kept = pieces[::500]
del pieces
before = taken()
give_back()
print(before - taken(), len(kept))
"""


@pytest.mark.skipif(not hasattr(ctypes.CDLL(None), "malloc_trim"), reason="the C library is another")
def test_what_was_freed_between_what_stays_is_given_back() -> None:
    """Of a hundred megabytes in pieces of which each five hundredth stays, most are given back to the system."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, check=True, text=True, cwd=Path(__file__).parents[2]
    )
    kilobytes, kept = map(int, done.stdout.split())
    assert kept == 10
    assert kilobytes > 80_000


def test_each_segment_that_is_written_gives_back(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    """What it was gathered in is the system's again before the next one is gathered."""
    given: list[int] = []
    monkeypatch.setattr(batch, "give_back", lambda: given.append(len(given)))
    monkeypatch.setattr(batch, "FULL_SEGMENT", 10)
    folder.articles(*(f"dân biết dân bàn {number} " * 4 for number in range(250)))
    assert len(given) > 1


def test_another_c_library_has_nothing_to_give_back(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the C library knows no such thing, nothing happens."""
    asked: list[object] = []

    class Other:
        def __init__(self, name: object) -> None:
            asked.append(name)

    monkeypatch.setattr(ctypes, "CDLL", Other)
    give_back()
    assert asked == [None]


def test_many_short_articles_fill_a_segment(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    """Articles and words of their own take memory besides their tokens: of very many short ones several come."""
    monkeypatch.setattr(memory, "_RUN", 799_900_000)
    monkeypatch.setattr(batch, "FULL_MERGED", 1)
    folder.articles(*(f"bài {number}" for number in range(300)))
    assert len(list(folder.index.glob("*.arrays"))) > 1
    assert len(folder.ids("bài")) == 300


def test_articles_and_keys_weigh_where_segments_are_merged() -> None:
    """A segment of short articles is as dear to merge as one of many more tokens."""
    assert memory.merging(1_000, 100, 10) == 12_000
    assert memory.taken(102_000_000, 186_143, 131_000) < memory.MEMORY < memory.taken(6_000_000, 744_572, 744_572)
    assert (
        memory.merging(6_000_000, 744_572, 744_572)
        > memory.merged_segment()
        > memory.merging(102_000_000, 186_143, 131_000)
    )
