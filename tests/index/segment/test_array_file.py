"""Files of arrays: what is written comes back, and what was damaged or cut short is noticed."""

from __future__ import annotations

import json
import struct
import tempfile
import zlib
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays

from index.segment.array_file import ArrayFile, ArrayFileWriter, smallest
from index.segment.tokens import Array

MODEST = settings(max_examples=40)

NAMES = st.text(st.characters(codec="utf-8"), max_size=8)
KINDS = st.sampled_from([np.dtype(kind) for kind in ("u1", "<u2", "<u4", "<i8", "?")])
ARRAYS = KINDS.flatmap(lambda kind: arrays(kind, array_shapes(min_dims=1, max_dims=2, min_side=0, max_side=7)))
NUMBERS = st.integers(-(2**63), 2**63 - 1)


def written(fill: Callable[[ArrayFileWriter], object]) -> bytes:
    """The bytes of a file that was filled."""
    with tempfile.TemporaryDirectory() as folder:
        with ArrayFileWriter(Path(folder, "file")) as file:
            fill(file)
        return Path(folder, "file").read_bytes()


def opened(content: bytes) -> ArrayFile:
    """A file with some content, opened and removed."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "file").write_bytes(content)
        return ArrayFile(Path(folder, "file"))


def reopened(fill: Callable[[ArrayFileWriter], object]) -> ArrayFile:
    """A file that was filled, opened for reading."""
    return opened(written(fill))


def _fill(arrays_by_name: dict[str, Array], facts: dict[str, int]) -> Callable[[ArrayFileWriter], None]:
    def fill(file: ArrayFileWriter) -> None:
        for name, array in arrays_by_name.items():
            file.add(name, array)
        for name, value in facts.items():
            file.fact(name, value)

    return fill


def _is_same(one: Array, other: Array) -> bool:
    return one.dtype == other.dtype and one.shape == other.shape and bool((one == other).all())


@MODEST
@given(st.dictionaries(NAMES, ARRAYS, max_size=5), st.dictionaries(NAMES, NUMBERS, max_size=3))
def test_arrays_and_facts_come_back_as_they_were_written(wanted: dict[str, Array], facts: dict[str, int]) -> None:
    """Every array has its type, shape and numbers again, aligned and read-only, and every fact its value."""
    content = written(_fill(wanted, facts))
    file = opened(content)
    assert file.facts == facts
    assert file.sizes() == {name: array.nbytes for name, array in wanted.items()}
    for name, array in wanted.items():
        found = file[name]
        assert _is_same(found, array)
        assert not found.flags.writeable
        assert found.ctypes.data % 8 == 0 or not found.size
    assert list(file.damaged()) == []


def test_an_array_is_written_as_it_looks_whatever_its_memory() -> None:
    """Every second number, a column, and numbers backwards or transposed are written in the order that they show."""
    table = np.arange(24, dtype=np.uint16).reshape(4, 6)
    views = {"second": table[0, ::2], "column": table[:, 3], "backwards": table[1, ::-1], "transposed": table.T}
    file = reopened(_fill(views, {}))
    for name, view in views.items():
        assert file[name].tolist() == view.tolist()
    assert list(file.damaged()) == []


PARTS = KINDS.flatmap(lambda kind: st.lists(arrays(kind, st.integers(0, 7)), min_size=1, max_size=5))


@MODEST
@given(PARTS, ARRAYS)
def test_parts_are_one_array(parts: list[Array], other: Array) -> None:
    """Arrays end to end are written as if they were one, some of them empty, and what follows them stands aligned."""

    def fill(file: ArrayFileWriter) -> None:
        file.add_parts("parts", parts)
        file.add("other", other)

    whole = np.concatenate(parts)
    assert written(fill) == written(_fill({"parts": whole, "other": other}, {}))
    file = reopened(fill)
    assert _is_same(file["parts"], whole)
    assert _is_same(file["other"], other)
    assert file["other"].ctypes.data % 8 == 0 or not other.size
    assert list(file.damaged()) == []


def test_parts_have_their_numbers_in_the_order_that_they_show() -> None:
    """Views that are not contiguous are parts like others; one part by itself keeps its shape; a name is used once."""
    table = np.arange(12, dtype=np.uint16).reshape(3, 4)

    def fill(file: ArrayFileWriter) -> None:
        file.add_parts("views", [table[:, 1], table[0, ::-1], table[:0, 0]])
        file.add_parts("table", [table.T])
        with pytest.raises(ValueError, match="table"):
            file.add_parts("table", [table[0], table[1]])

    file = reopened(fill)
    assert file["views"].tolist() == [1, 5, 9, 3, 2, 1, 0]
    assert file["table"].tolist() == [[0, 4, 8], [1, 5, 9], [2, 6, 10], [3, 7, 11]]
    assert list(file.damaged()) == []


@pytest.mark.parametrize("at", [0, 4, 5, 11])
def test_a_changed_byte_of_any_part_is_noticed(at: int) -> None:
    """The first and the last byte of either of two parts, which stand behind sixteen bytes, are under one checksum."""
    parts = [np.arange(5, dtype=np.uint8), np.arange(7, dtype=np.uint8)]
    content = bytearray(written(lambda file: file.add_parts("parts", parts)))
    content[16 + at] ^= 1
    assert list(opened(bytes(content)).damaged()) == ["parts"]


@MODEST
@given(st.data(), st.dictionaries(NAMES, ARRAYS, min_size=1, max_size=4))
def test_one_changed_byte_of_an_array_is_noticed(data: st.DataObject, wanted: dict[str, Array]) -> None:
    """Whichever byte of whichever array changes to whatever else, that array and no other is named."""
    full = [name for name, array in wanted.items() if array.size]
    if not full:
        return
    content = bytearray(written(_fill(wanted, {})))
    whole = opened(bytes(content))
    name = data.draw(st.sampled_from(full))
    base = min(whole[each].ctypes.data for each in full) - 16  # the first array stands behind sixteen bytes
    at = whole[name].ctypes.data - base + data.draw(st.integers(0, wanted[name].nbytes - 1))
    content[at] ^= data.draw(st.integers(1, 255))
    assert list(opened(bytes(content)).damaged()) == [name]


def _sample() -> tuple[dict[str, Array], dict[str, int], bytes]:
    wanted: dict[str, Array] = {"one": np.arange(5, dtype=np.uint8), "two": np.arange(6, dtype=np.uint32).reshape(2, 3)}
    facts = {"size": 7}
    return wanted, facts, written(_fill(wanted, facts))


@pytest.mark.parametrize("change", [1, 0x20, 0x80, 0xFF])
def test_a_changed_byte_anywhere_is_noticed_or_changes_nothing(change: int) -> None:
    """Each byte of a file in turn: it is refused, or an array is named as damaged, or all reads as it was written."""
    wanted, facts, content = _sample()
    harmless = 0
    for at in range(len(content)):
        damaged = bytearray(content)
        damaged[at] ^= change
        try:
            file = opened(bytes(damaged))
        except ValueError:
            continue
        if not list(file.damaged()):
            assert file.facts == facts
            assert all(_is_same(file[name], array) for name, array in wanted.items())
            harmless += 1
    assert harmless <= 7  # what fills up to the second array


def test_a_file_cut_short_anywhere_is_refused() -> None:
    """No beginning of a file reads, from no byte at all to all but the last; nor one with bytes behind its end."""
    content = _sample()[2]
    for length in range(len(content)):
        with pytest.raises(ValueError, match="file"):
            opened(content[:length])
    with pytest.raises(ValueError, match="file"):
        opened(content + b"x")


@pytest.mark.parametrize("lost", [8, 9, 40, 100])
def test_an_end_that_the_disk_has_lost_is_refused(lost: int) -> None:
    """A file of the right length whose last bytes are zero, as a power cut leaves it, does not read."""
    content = _sample()[2]
    with pytest.raises(ValueError):  # noqa: PT011
        opened(content[:-lost] + bytes(lost))
    with pytest.raises(ValueError):  # noqa: PT011
        opened(content + bytes(lost))


def test_a_file_that_was_not_finished_does_not_read(tmp_path: Path) -> None:
    """Leaving the block with an error writes no directory."""

    def fail() -> None:
        with ArrayFileWriter(tmp_path / "file") as file:
            file.add("one", np.arange(100, dtype=np.uint32))
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fail()
    with pytest.raises(ValueError, match="file"):
        ArrayFile(tmp_path / "file")


def test_a_name_is_used_once_and_no_file_is_overwritten(tmp_path: Path) -> None:
    """A second array of one name is refused, and so is a file that is there already."""
    with ArrayFileWriter(tmp_path / "file") as file:
        file.add("one", np.zeros(1, np.uint8))
        with pytest.raises(ValueError, match="one"):
            file.add("one", np.ones(2, np.uint8))
    content = (tmp_path / "file").read_bytes()
    with pytest.raises(FileExistsError):
        ArrayFileWriter(tmp_path / "file")
    assert (tmp_path / "file").read_bytes() == content
    assert ArrayFile(tmp_path / "file")["one"].tolist() == [0]


@MODEST
@given(st.lists(st.integers(0, 2**32 - 1), max_size=6))
def test_smallest_takes_the_fewest_bits_that_hold_all(numbers: list[int]) -> None:
    """Numbers stay what they are, in a type that could not be smaller."""
    found = smallest(np.array(numbers, np.int64))
    assert found.tolist() == numbers
    highest = max(numbers, default=0)
    assert found.dtype == (np.uint8 if highest < 2**8 else np.uint16 if highest < 2**16 else np.uint32)


def test_smallest_may_leave_room_and_refuses_what_is_too_large() -> None:
    """With a bound, the type holds the bound; above 32 bits there is none."""
    assert smallest(np.array([2**32 - 1])).tolist() == [2**32 - 1]
    with pytest.raises(OverflowError):
        smallest(np.array([2**32]))


FORGED = [(kind, [8]) for kind in ("|O", "|V8", "<M8[s]", "<U2", "|S8", "<f8", ">u4", "u4,u4", "nothing")]


@pytest.mark.parametrize(("kind", "shape"), [*FORGED, ("|u1", [10_000]), ("|u1", [-1]), ("|u1", [2**62, 2**62])])
def test_a_forged_file_makes_no_addresses_of_its_numbers(kind: str, shape: list[int], tmp_path: Path) -> None:
    """A signed directory that names a type other than numbers, or more of them than there are, is not believed."""
    content = written(lambda file: file.add("one", np.arange(64, dtype=np.uint8)))
    length = struct.unpack_from("<II", content, len(content) - 8)[0]
    table = json.loads(content[-8 - length : -8])
    table["arrays"]["one"][:2] = [kind, shape]
    directory = json.dumps(table).encode()
    trailer = struct.pack("<II", len(directory), zlib.crc32(directory))
    (tmp_path / "file").write_bytes(content[: -8 - length] + directory + trailer)
    file = ArrayFile(tmp_path / "file")
    with pytest.raises(ValueError, match="one: "):
        file["one"]
    assert list(file.damaged()) == ["one"]
