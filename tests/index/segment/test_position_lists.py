"""The places of terms: each list comes back as written, in whichever of the four forms it is kept."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.segment.array_file import ArrayFile, ArrayFileWriter, smallest
from index.segment.position_lists import (
    PositionLists,
    PositionListsWriter,
    _thresholds,
    above,
    half_bytes,
    ones,
    read_half_bytes,
    unary,
    unary_bytes,
)
from index.segment.term_codes import Numbers
from tests.index.segment.test_array_file import reopened

MODEST = settings(max_examples=50, deadline=None)

SIZES = (17, 300, 5_000, 70_000, 2_000_000, 6_000_000)


def _lists(dice: np.random.Generator, counts: Sequence[int], size: int) -> list[Numbers]:
    """Ascending places below ``size``, so many in each list; the lowest and the highest among them now and then."""
    lists = []
    for count in counts:
        if count > size // 4:
            found = np.sort(dice.permutation(size)[:count])
        else:
            found = np.unique(dice.integers(0, size, count * 2 + 8))
            found = np.sort(dice.permutation(found)[:count])
            while len(found) < count:
                found = np.unique(np.append(found, dice.integers(0, size)))
        if count > 1 and dice.random() < 0.5:
            found[0], found[-1] = 0, size - 1
        lists.append(found.astype(np.int64))
    return lists


def _kept(lists: Sequence[Numbers], size: int, at_once: int = 1000) -> ArrayFile:
    """A file of lists, given so many at a time."""

    def fill(file: ArrayFileWriter) -> None:
        writer = PositionListsWriter(np.array([len(each) for each in lists], np.int64), size)
        for begin in range(0, len(lists), at_once):
            some = lists[begin : begin + at_once]
            writer.add(len(some), smallest(np.concatenate(some)))
        writer.write(file, "p")

    return reopened(fill)


def _check(lists: Sequence[Numbers], size: int, at_once: int = 1000) -> None:
    found = PositionLists(_kept(lists, size, at_once), "p", size)
    assert found.terms == 1 + len(lists)
    assert found.counts().tolist() == [len(each) for each in lists]
    for term, wanted in enumerate(lists, 1):
        assert found.count(term) == len(wanted)
        places = found.places(term)
        assert places.dtype == np.int64
        assert places.tolist() == wanted.tolist()


@MODEST
@given(st.integers(0, 2**32), st.sampled_from(SIZES), st.lists(st.integers(1, 60), max_size=30), st.integers(1, 9))
def test_lists_come_back_as_they_were_written(seed: int, size: int, counts: list[int], at_once: int) -> None:
    """Short and middling lists in streams of all sizes, none at all too, given some at a time, have their places."""
    counts = sorted((min(count, size) for count in counts), reverse=True)
    _check(_lists(np.random.default_rng(seed), counts, size), size, at_once)


@pytest.mark.parametrize("size", SIZES)
def test_lists_at_the_bounds_of_each_form_come_back(size: int) -> None:
    """Lists with just enough occurrences for a form, one less, one more, and those that fill half the stream."""
    bounds = {least + off for least in _thresholds(size) for off in (-1, 0, 1)} | {
        1,
        2,
        size // 2 if size < 10**5 else 1,
    }
    counts = sorted([count for count in bounds if 1 <= count <= size] * 2, reverse=True)
    for at_once in (1, 3, 1000):
        _check(_lists(np.random.default_rng(size), counts, size), size, at_once)


def test_all_four_forms_occur() -> None:
    """In a long stream the commonest terms have eight low bits, others twelve or sixteen, and the rarest none."""
    size = SIZES[-1]
    low8, low12, low16 = _thresholds(size)
    assert low8 > low12 > low16 > 1
    lists = _lists(np.random.default_rng(1), [low8, low12, low16, low16 - 1], size)
    file = _kept(lists, size)
    assert [len(file[f"p.{name}"]) for name in ("low8", "low12", "low16", "plain")] == [low8, low12, low16, low16 - 1]
    assert len(file["p.low12.high"]) == (low12 + 1) // 2
    _check(lists, size)


@pytest.mark.parametrize("size", SIZES[1:])
def test_no_other_form_would_take_less_room(size: int) -> None:
    """All lists take no more bytes than each would in the form that is smallest for it, but for what rounding adds."""
    dice = np.random.default_rng(size)
    counts = sorted(dice.integers(1, np.array([2, 6, 40, 400, 4000]) % size + 2, (8, 5)).reshape(-1).tolist())[::-1]
    counts = [min(count, size) for count in counts]
    file = _kept(_lists(dice, counts, size), size)
    taken = sum(room for name, room in file.sizes().items() if name not in ("p.counts", "p.rare"))
    least = sum(min(32 * count, *(count * (low + 1) + (size >> low) for low in (8, 12, 16))) / 8 for count in counts)
    assert taken <= least + 2 * len(counts)


@MODEST
@given(st.lists(st.integers(0, 15), max_size=30), st.data())
def test_half_bytes_are_read_from_anywhere(numbers: list[int], data: st.DataObject) -> None:
    """Any stretch of what was packed two a byte comes back."""
    packed = half_bytes(np.array(numbers, np.int64))
    assert packed.nbytes == (len(numbers) + 1) // 2
    begin = data.draw(st.integers(0, len(numbers)))
    end = data.draw(st.integers(begin, len(numbers)))
    assert read_half_bytes(packed, begin, end).tolist() == numbers[begin:end]


@MODEST
@given(
    st.lists(st.sets(st.integers(0, 9_999), max_size=20).map(sorted), max_size=6),
    st.sampled_from([2, 8, 12]),
    st.data(),
)
def test_the_unary_part_gives_the_higher_bits(lists: list[list[int]], low: int, data: st.DataObject) -> None:
    """Of each list, from a byte of its own on, the numbers come back with their low bits zero."""
    size = data.draw(st.sampled_from([10_000, 65_536]))
    counts = np.array([len(each) for each in lists], np.int64)
    packed = unary(np.array([at for each in lists for at in each], np.int64), counts, low, size)
    room = unary_bytes(counts, low, size)
    assert len(packed) == int(room.sum())
    edges = np.concatenate(([0], np.cumsum(room))).tolist()
    for each, begin, end in zip(lists, edges, edges[1:], strict=False):
        assert above(packed[begin:end], low).tolist() == [at >> low << low for at in each]


@MODEST
@given(st.sets(st.integers(0, 79)))
def test_ones_are_the_set_bits(places: set[int]) -> None:
    """The places of the set bits of some bytes, lowest bit first."""
    number = sum(1 << at for at in places)
    assert ones(np.frombuffer(number.to_bytes(10, "little"), np.uint8)).tolist() == sorted(places)
