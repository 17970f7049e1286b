"""An array in pieces: each is what stands there, and none is given of which a bit is another."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.segment.array_file import ArrayFile, ArrayFileWriter
from index.segment.pieces import BLOCK, Pieces, blocks
from index.segment.tokens import Array

MODEST = settings(max_examples=60)

NUMBERS = 5 * BLOCK // 2 + 3
"""So many of 16 bits fill five blocks and begin a sixth."""

LARGE = np.arange(NUMBERS, dtype=np.uint16)

STRETCHES = st.lists(
    st.tuples(st.integers(0, NUMBERS - 1), st.integers(1, BLOCK)).map(
        lambda each: (each[0], min(each[0] + each[1], NUMBERS))
    ),
    min_size=1,
    max_size=40,
)


def _written(path: Path, array: Array = LARGE) -> Path:
    with ArrayFileWriter(path) as file:
        file.add("first", np.arange(7, dtype=np.uint8))
        file.add("large", array)
    return path


def _spoilt(path: Path, block: int) -> ArrayFile:
    """A file in which the last bit of a block of the large array is another."""
    _written(path)
    content = bytearray(path.read_bytes())
    begin = content.index(LARGE.tobytes())
    content[min(begin + (block + 1) * BLOCK, begin + LARGE.nbytes) - 1] ^= 1 << 7
    path.write_bytes(content)
    return ArrayFile(path)


def _touched(begin: int, end: int) -> set[int]:
    """The blocks of some numbers, the slow way."""
    return {at * LARGE.itemsize // BLOCK for at in (*range(begin, end, BLOCK // 4), end - 1)}


@MODEST
@given(STRETCHES, st.data())
def test_each_way_checks_the_blocks_that_it_touches_each_once(
    stretches: list[tuple[int, int]], data: st.DataObject
) -> None:
    """Pieces, stretches and single numbers give what stands there; what was looked at is not looked at again."""
    checked: list[int] = []
    pieces = Pieces(LARGE, checked.append)
    wanted: set[int] = set()
    for begin, end in stretches[:5]:
        assert np.array_equal(pieces.between(begin, end), LARGE[begin:end])
        wanted |= _touched(begin, end)
        assert set(checked) == wanted
    begins, ends = np.array(sorted(stretches)).T
    assert pieces.over(begins, ends) is LARGE
    wanted |= {block for begin, end in stretches for block in _touched(begin, end)}
    assert set(checked) == wanted
    places = data.draw(st.lists(st.integers(0, NUMBERS - 1), max_size=5))
    assert pieces.at(np.array(places, np.int64)).tolist() == [LARGE[at] for at in places]
    wanted |= {block for at in places for block in _touched(at, at + 1)}
    assert set(checked) == wanted
    assert pieces.whole() is LARGE
    assert sorted(checked) == list(range(blocks(LARGE.nbytes)))


WAYS: dict[str, Callable[[Pieces, int, int], object]] = {
    "between": lambda pieces, begin, end: pieces.between(begin, end),
    "over": lambda pieces, begin, end: pieces.over(np.array([0, begin]), np.array([1, end])),
    "over many": lambda pieces, begin, end: pieces.over(np.full(30, begin), np.full(30, end)),
    "at": lambda pieces, begin, end: pieces.at(np.array([0, begin, end - 1])),
    "whole": lambda pieces, *_: pieces.whole(),
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("block", [0, 2, 5])
def test_no_piece_is_given_of_which_a_bit_is_another(tmp_path: Path, way: str, block: int) -> None:
    """Neither the first time nor again; the rest of the array is given as before, and only the array is named."""
    file = _spoilt(tmp_path / "file", block)
    pieces = file.pieces("large")
    begin, end = block * BLOCK // 2, min((block + 1) * BLOCK // 2, NUMBERS)
    if block:
        assert np.array_equal(pieces.between(begin - 9, begin), LARGE[begin - 9 : begin])
    for _ in range(2):
        with pytest.raises(ValueError, match="file: the array large is not as it was written"):
            WAYS[way](pieces, begin, end)
    assert file["first"].tolist() == list(range(7))
    assert list(file.damaged()) == ["large"]
    with pytest.raises(ValueError, match="large"):
        file["large"]


def test_as_it_is_everything_is_given(tmp_path: Path) -> None:
    """What is damaged as well, for what makes something of it by itself."""
    _spoilt(tmp_path / "file", 1)
    file = ArrayFile(tmp_path / "file", as_it_is=True)
    assert not np.array_equal(file["large"], LARGE)
    assert list(file.damaged()) == ["large"]


def test_checksums_that_are_spoilt_are_told_at_opening(tmp_path: Path) -> None:
    """They stand behind the arrays, and have a checksum of their own."""
    path = _written(tmp_path / "file")
    content = bytearray(path.read_bytes())
    content[content.index(LARGE.tobytes()) + LARGE.nbytes + 5] ^= 1
    path.write_bytes(content)
    with pytest.raises(ValueError, match="file: the checksums"):
        ArrayFile(path)


@pytest.mark.parametrize("parts", [1, 2, 7, 300])
def test_parts_have_the_checksums_of_one_array(tmp_path: Path, parts: int) -> None:
    """Wherever they are cut."""
    with ArrayFileWriter(tmp_path / "parts") as file:
        file.add("first", np.arange(7, dtype=np.uint8))
        file.add_parts("large", np.array_split(LARGE, parts))
    assert (tmp_path / "parts").read_bytes() == _written(tmp_path / "whole").read_bytes()


def test_a_file_that_is_cut_while_it_is_open_is_an_error_and_no_signal(tmp_path: Path) -> None:
    """What was not looked at before is read, so the process is told that it is not there."""
    path = _written(tmp_path / "file")
    pieces = ArrayFile(path).pieces("large")
    assert pieces.between(0, 3).tolist() == [0, 1, 2]
    os.truncate(path, 2 * BLOCK)
    with pytest.raises(ValueError, match="large"):
        pieces.between(NUMBERS - 3, NUMBERS)


def test_a_disk_that_fails_is_an_error_of_the_system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And no damage: what could not be read now is read the next time."""
    pieces = ArrayFile(_written(tmp_path / "file")).pieces("large")

    def fail(*_: object) -> bytes:
        raise OSError(5, "Input/output error")

    with monkeypatch.context() as patched:
        patched.setattr(os, "pread", fail)
        with pytest.raises(OSError, match="Input/output error"):
            pieces.between(0, 3)
    assert pieces.between(0, 3).tolist() == [0, 1, 2]
