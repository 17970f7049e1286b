"""Lists that wait to be written: they come back the longest first, whether in memory or in a file."""

from __future__ import annotations

from itertools import chain
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.segment import position_lists_writer, spool, waiting
from index.segment.spool import Spool

MODEST = settings(max_examples=60)


def _some(dice: np.random.Generator, count: int) -> list[list[int]]:
    """Lists of all sorts of lengths, many of them short."""
    lengths = np.minimum(dice.geometric(0.2, count) ** dice.integers(1, 4, count), 300)
    return [np.sort(dice.integers(0, 1 << 32, length)).tolist() for length in lengths.tolist()]


@pytest.mark.parametrize(("in_memory", "together", "at_once"), [(1 << 22, 1 << 16, 1 << 20), (1, 5, 3), (100, 1, 50)])
@MODEST
@given(st.integers(0, 2**32), st.lists(st.integers(1, 40), max_size=6))
def test_lists_come_back_the_longest_first(
    in_memory: int, together: int, at_once: int, seed: int, sizes: list[int]
) -> None:
    """All of them or some, of equal length in the order in which they came, however often they are asked for."""
    dice = np.random.default_rng(seed)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(waiting, "_IN_MEMORY", in_memory)
        patched.setattr(spool, "_TOGETHER", together)
        patched.setattr(position_lists_writer, "_ENCODED_AT_ONCE", at_once)
        spooled, lists = Spool(Path("waiting.arrays")), []
        for size in sizes:
            some = _some(dice, size)
            lists += some
            counts = np.array(list(map(len, some)), np.int64)
            spooled.add(np.array(list(chain(*some)), np.uint32), counts.cumsum() - counts, counts)
        wanted = sorted(lists, key=len, reverse=True)
        assert spooled.counts.tolist() == list(map(len, wanted))
        for _ in range(3):
            first, behind = sorted(dice.integers(0, len(wanted) + 1, 2).tolist())
            found = list(spooled.parts(first, behind))
            assert list(chain(*(counts.tolist() for _, counts in found))) == list(map(len, wanted[first:behind]))
            assert list(chain(*(numbers.tolist() for numbers, _ in found))) == list(chain(*wanted[first:behind]))


def test_nothing_is_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What waits in a file shows in no folder."""
    monkeypatch.setattr(waiting, "_IN_MEMORY", 1)
    monkeypatch.setattr(spool, "_TOGETHER", 1)
    spooled = Spool(tmp_path / "waiting.arrays")
    spooled.add(np.arange(1000), np.array([0]), np.array([1000]))
    assert not list(tmp_path.iterdir())
    assert [numbers.tolist() for numbers, _ in spooled.parts(0, 1)] == [list(range(1000))]
