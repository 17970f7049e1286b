"""Pages to an index, as the library does it."""

from __future__ import annotations

from pathlib import Path

import pytest

from index import batch, memory
from searcher.archive import Archive
from searcher.indexing import bring_in_step
from tests.conftest import SAMPLE


def test_the_memory_of_a_run_decides_how_many_segments_there_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With little memory the same articles stand in more segments, and are found all the same."""
    monkeypatch.setattr(memory, "_BESIDES", 549_930_000)
    monkeypatch.setattr(memory, "_A_TOKEN", 15)
    monkeypatch.setattr(memory, "_A_MERGED_TOKEN", 50_000_000)
    monkeypatch.setattr(batch, "HELD_BACK", 3)
    assert memory.full_segment(550) == 4_666
    segments, counts = {}, {}
    for megabytes in (550, 800):
        folder = tmp_path / str(megabytes)
        bring_in_step(folder, [str(SAMPLE)], memory=megabytes)
        segments[megabytes] = len(list(folder.glob("*.arrays")))
        with Archive.open(folder) as archive:
            counts[megabytes] = archive.count("dân biết, dân bàn")
    assert segments[550] > segments[800] == 1
    assert counts[550] == counts[800]
