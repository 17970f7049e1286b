"""Lists of ascending numbers: each comes back as it was written, in whichever of the six kinds it is kept."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.segment import position_lists, position_lists_writer
from index.segment.array_file import ArrayFile, ArrayFileWriter
from index.segment.lengths import Lengths
from index.segment.pieces import Pieces
from index.segment.position_lists import (
    KINDS,
    PositionLists,
    above,
    half_bytes_at,
    kinds_of,
    ones,
    read_half_bytes,
    unary_bytes,
)
from index.segment.position_lists_writer import Held, half_bytes, unary, write_lists
from index.segment.tokens import Array, Numbers
from tests.index.segment.test_array_file import reopened

MODEST = settings(max_examples=50)

BOUNDS = (1, 17, 300, 5_000, 70_000, 2_000_000, 1 << 28, (1 << 32) - 1)

LARGE = 1 << 28
"""A bound with which all six kinds occur; the lengths below follow from it by hand."""

LEAST = {8: 245_760, 12: 15_360, 16: 960, 20: 60, 24: 3}
"""The shortest list of each kind: a list shorter by one is smaller in the next. With 8 low bits instead of 12 a number
takes 4 bits less, and a list 2 ** 20 - 2 ** 16 more, which is 4 * 245,760; and so on. Of two alike the first is it."""


def _lists(dice: np.random.Generator, counts: Sequence[int], bound: int) -> list[Numbers]:
    """Ascending numbers below a bound, so many in each list; the lowest and the highest among them now and then."""
    lists = []
    for count in counts:
        if count > bound // 4:
            found = np.sort(dice.permutation(bound)[:count])
        else:
            found = np.unique(dice.integers(0, bound, count * 2 + 8))
            found = np.sort(dice.permutation(found)[:count])
            while len(found) < count:
                found = np.unique(np.append(found, dice.integers(0, bound)))
        if count > 1 and dice.random() < 0.5:
            found[0], found[-1] = 0, bound - 1
        lists.append(found.astype(np.int64))
    return lists


def _kept(lists: Sequence[Numbers], bound: int) -> ArrayFile:
    """A file of lists, the longest first, which stood in another order and apart in the numbers they came from."""
    counts = np.array([len(each) for each in lists], np.int64)
    order = np.random.default_rng(len(lists)).permutation(len(lists))
    starts = np.zeros(len(lists), np.int64)
    numbers = [np.array([7], np.uint32)]
    for at in order.tolist():
        starts[at] = sum(map(len, numbers))
        numbers += [lists[at].astype(np.uint32), np.array([max(bound - 1, 0)], np.uint32)]

    def fill(file: ArrayFileWriter) -> None:
        write_lists(file, "p", Held(np.concatenate(numbers), starts, counts), bound)

    return reopened(fill)


def _check(lists: Sequence[Numbers], bound: int) -> None:
    found = PositionLists(_kept(lists, bound), "p", bound)
    assert len(found) == len(lists)
    assert found.lengths.all().tolist() == [len(each) for each in lists]
    for number, wanted in enumerate(lists):
        assert found.lengths.length(number) == len(wanted)
        places = found.places(number)
        assert places.dtype == np.int64
        assert np.array_equal(places, wanted)
    dice = np.random.default_rng(1)
    for share in (0, 0.1, 0.5, 0.9, 1):
        _check_some(found, lists, (dice.random(len(lists)) < share).nonzero()[0])
    for number in range(len(lists)):
        _check_some(found, lists, np.array([number]))
    for sought in (0, 1, 1 << 20):
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(position_lists, "_SOUGHT", sought)
            for number in range(len(lists)):
                _check_within(found, number, lists[number], bound, dice)
    for at_once in (1, 50, 1 << 17):
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(position_lists, "_READ_AT_ONCE", at_once)
            _check_in_order(found, lists)


def _check_in_order(found: PositionLists, lists: Sequence[Numbers]) -> None:
    """All lists in their order, each in one piece."""
    at = 0
    for first, behind, lengths, places in found.in_order():
        assert first == at < behind
        assert lengths.tolist() == [len(each) for each in lists[first:behind]]
        assert np.array_equal(places, np.concatenate(lists[first:behind]))
        at = behind
    assert at == len(lists)


def _check_within(found: PositionLists, number: int, wanted: Numbers, bound: int, dice: np.random.Generator) -> None:
    """What of a list is in stretches, some side by side and some about its own numbers, against a comparison."""
    near = dice.choice(wanted, min(len(wanted), 4), replace=False) if len(wanted) else wanted
    edges = np.unique(np.concatenate([dice.integers(0, bound + 1, 6), near, near + 1]))
    kept = dice.random(max(len(edges) - 1, 0)) < 0.6
    begins, ends = edges[:-1][kept], edges[1:][kept]
    places, which = found.within(number, begins, ends)
    inside = (wanted[:, np.newaxis] >= begins) & (wanted[:, np.newaxis] < ends)
    at, stretch = inside.nonzero()
    assert np.array_equal(places, wanted[at])
    assert np.array_equal(which, stretch)


def _check_some(found: PositionLists, lists: Sequence[Numbers], numbers: Numbers) -> None:
    places = found.places_of(numbers)
    assert places.dtype == np.int64
    assert np.array_equal(places, np.concatenate([np.zeros(0), *(lists[number] for number in numbers.tolist())]))


@pytest.mark.parametrize("at_once", [1, 3, 40, 1 << 20])
@MODEST
@given(st.integers(0, 2**32), st.sampled_from(BOUNDS), st.lists(st.integers(0, 70), max_size=30))
def test_lists_come_back_as_they_were_written(at_once: int, seed: int, bound: int, counts: list[int]) -> None:
    """Short and middling lists with all sorts of bounds, none at all too, have their numbers, alone and together."""
    counts = sorted((min(count, bound) for count in counts), reverse=True)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(position_lists_writer, "_ENCODED_AT_ONCE", at_once)
        _check(_lists(np.random.default_rng(seed), counts, bound), bound)


def _bounds_between_kinds(bound: int) -> list[int]:
    """The lengths up to 20,000 on either side of which lists are of different kinds, and one more to each side."""
    lengths = np.arange(min(bound, 20_000), -1, -1)
    edges = lengths[np.diff(kinds_of(lengths, bound), append=-1) != 0]
    return sorted({length + off for length in edges.tolist() for off in (-2, -1, 0, 1)}, reverse=True)


@pytest.mark.parametrize("bound", BOUNDS)
@pytest.mark.parametrize("at_once", [1, 15_360, 1 << 20])
def test_lists_at_the_bounds_between_kinds_come_back(bound: int, at_once: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Three lists of each length that is the last of a kind, of one less and one more, and of each that is short."""
    monkeypatch.setattr(position_lists_writer, "_ENCODED_AT_ONCE", at_once)
    counts = {*_bounds_between_kinds(bound), *range(6), bound // 2 if bound < 10**5 else 1, bound if bound < 400 else 1}
    asked = sorted([count for count in counts if 0 <= count <= bound] * 3, reverse=True)
    _check(_lists(np.random.default_rng(bound), asked, bound), bound)


def test_all_six_kinds_occur() -> None:
    """With a large bound the longest lists have eight low bits, shorter ones twelve to 24, and the shortest are plain.

    Each kind's low bits stand in one array, the two highest halves of twelve and of twenty bits share a byte.
    """
    lengths = [length for least in LEAST.values() for length in (least, least - 1)] + [0]
    kinds = [KINDS[kind] for kind in kinds_of(np.array(lengths), LARGE).tolist()]
    assert kinds == [8, 12, 12, 16, 16, 20, 20, 24, 24, 32, 32]
    lists = _lists(np.random.default_rng(1), lengths, LARGE)
    file = _kept(lists, LARGE)
    low = {8: 245_760, 12: 245_759 + 15_360, 16: 15_359 + 960, 20: 959 + 60, 24: 59 + 3, 32: 2}
    assert {kind: len(file[f"p.{kind}.low"]) for kind in KINDS} == low
    assert {kind: file[f"p.{kind}.low"].itemsize for kind in KINDS} == {8: 1, 12: 1, 16: 2, 20: 2, 24: 2, 32: 4}
    more = {kind: len(file[f"p.{kind}.more"]) for kind in (12, 20, 24)}
    assert more == {12: (245_759 + 15_360 + 1) // 2, 20: (959 + 60 + 1) // 2, 24: 59 + 3}
    assert {name for name in file.sizes() if name.endswith("high")} == {f"p.{kind}.high" for kind in KINDS[:5]}
    assert (file["p.lengths"].tolist(), file["p.alike"].tolist()) == (lengths, [1] * len(lengths))
    _check(lists, LARGE)


def _room(length: int, low: int, bound: int) -> float:
    """The bytes of a list with so many low bits, the last byte of its unary part full or not."""
    return 4 * length if low == 32 else length * low / 8 + (length + (bound >> low) + 8) // 8


@pytest.mark.parametrize("bound", [*BOUNDS, 1 << 20, 35_000_000])
def test_no_other_kind_would_take_less_room(bound: int) -> None:
    """No list is half a byte larger than in the kind that is smallest for it, and the files are as large as that."""
    lengths = sorted({*range(300), *_bounds_between_kinds(bound), *(2**n for n in range(9, 21))}, reverse=True)
    lengths = [length for length in lengths if 0 <= length <= bound]
    kinds = [KINDS[kind] for kind in kinds_of(np.array(lengths), bound).tolist()]
    for length, kind in zip(lengths, kinds, strict=True):
        assert _room(length, kind, bound) <= min(_room(length, low, bound) for low in KINDS) + 0.5, length
    short = [length for length in lengths if length < 20_000]
    sizes = _kept(_lists(np.random.default_rng(bound), short, bound), bound).sizes()
    taken = sum(room for name, room in sizes.items() if name not in ("p.lengths", "p.alike"))
    assert taken <= sum(min(_room(length, low, bound) for low in KINDS) + 0.5 for length in short) + 1


def _halves(file: ArrayFile, low: int) -> list[int]:
    """The half bytes above the lowest 8 or 16 bits."""
    both = [half for byte in file[f"p.{low}.more"].tolist() for half in (byte & 15, byte >> 4)]
    return both[: len(file[f"p.{low}.low"])]


@pytest.mark.parametrize(("low", "length", "bound"), [(12, 7, 1 << 15), (20, 9, 1 << 23)])
@pytest.mark.parametrize("at_once", [1, 7, 9, 21, 36, 1 << 20])
def test_half_bytes_stand_end_to_end_whatever_is_written_at_a_time(
    low: int, length: int, bound: int, at_once: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Five lists of an odd length have no gap between them, also where one part ends in the middle of a byte."""
    monkeypatch.setattr(position_lists_writer, "_ENCODED_AT_ONCE", at_once)
    lists = _lists(np.random.default_rng(low), [length] * 5, bound)
    file = _kept(lists, bound)
    assert set(file.sizes()) == {"p.lengths", "p.alike", f"p.{low}.low", f"p.{low}.more", f"p.{low}.high"}
    assert _halves(file, low) == [number >> (low - 4) & 15 for each in lists for number in each.tolist()]
    assert len(file[f"p.{low}.more"]) == (5 * length + 1) // 2
    _check(lists, bound)


def test_no_list_and_lists_of_nothing_come_back() -> None:
    """A file of no list has none; lists of no number have none, also behind others and where no number is allowed."""
    assert len(PositionLists(_kept([], 9), "p", 9)) == 0
    assert PositionLists(_kept([], 9), "p", 9).places_of(np.zeros(0, np.int64)).tolist() == []
    nothing = np.zeros(0, np.int64)
    for bound in (0, 1, LARGE):
        _check([nothing], bound)
        _check([nothing] * 3, bound)
    _check([np.array([0]), nothing, nothing], 1)
    assert _kept([np.array([0, 5]), nothing], 9)["p.alike"].tolist() == [1, 1]


@pytest.mark.parametrize("low", KINDS)
def test_lists_that_are_cut_short_or_longer_are_told(low: int) -> None:
    """Of each kind one number too few or too many in any of its arrays, and a bit too few in the unary part."""
    count = {8: LEAST[8], 32: 2}.get(low, LEAST.get(low, 0))
    lists = [np.arange(count), np.arange(5, 5 + count)]
    file = _kept(lists, LARGE)
    names = [name for name in file.sizes() if name.startswith(f"p.{low}.")]
    _check_in_order(PositionLists(file, "p", LARGE), lists)
    for name in names:
        changes = [file[name][:-1], np.append(file[name], file[name][:1])]
        if name.endswith("high"):
            changes.append(file[name].copy())
            changes[-1][0] &= 0xFE
        for change in changes:

            def fill(writer: ArrayFileWriter, spoilt: str = name, change: Array = change) -> None:
                for each in file.sizes():
                    writer.add(each, change if each == spoilt else file[each])

            with pytest.raises(ValueError, match="not as long"):
                list(PositionLists(reopened(fill), "p", LARGE).in_order())


@MODEST
@given(st.lists(st.integers(0, 9) | st.integers(0, 10**6), max_size=20))
def test_lengths_are_runs_of_lists_that_are_alike(lengths: list[int]) -> None:
    """Of descending lengths, written and read: the run and the length of each list, and what all before it hold."""
    lengths.sort(reverse=True)
    distinct = sorted(set(lengths), reverse=True)
    direct = Lengths.of(np.array(lengths, np.int64))
    for found in (direct, Lengths.read(reopened(lambda file: direct.write(file, "p")), "p")):
        assert len(found) == len(lengths)
        assert found.all().tolist() == lengths
        assert found.lengths.tolist() == distinct
        assert found.alike.tolist() == [lengths.count(length) for length in distinct]
        assert found.firsts.tolist() == [*map(lengths.index, distinct), len(lengths)]
        for number, length in enumerate(lengths):
            assert found.run(number) == distinct.index(length)
            assert found.length(number) == length
            assert found.offset(number) == sum(lengths[:number])


@MODEST
@given(st.lists(st.integers(0, 15), max_size=30), st.data())
def test_half_bytes_are_read_from_anywhere(numbers: list[int], data: st.DataObject) -> None:
    """Any stretch of what was packed two a byte comes back, and any numbers of it by their places."""
    packed = half_bytes(np.array(numbers, np.int64))
    assert packed.nbytes == (len(numbers) + 1) // 2
    begin = data.draw(st.integers(0, len(numbers)))
    end = data.draw(st.integers(begin, len(numbers)))
    assert read_half_bytes(Pieces(packed, None), begin, end).tolist() == numbers[begin:end]
    places = data.draw(st.lists(st.integers(0, len(numbers) - 1))) if numbers else []
    assert half_bytes_at(packed, np.array(places, np.int64)).tolist() == [numbers[at] for at in places]


@MODEST
@given(
    st.lists(st.sets(st.integers(0, 9_999), max_size=20).map(sorted), max_size=6),
    st.sampled_from([2, 8, 12]),
    st.sampled_from([10_000, 65_536]),
)
def test_the_unary_part_gives_the_higher_bits(lists: list[list[int]], low: int, bound: int) -> None:
    """Of each list, from a byte of its own on, the numbers come back with their low bits zero."""
    counts = np.array([len(each) for each in lists], np.int64)
    packed = unary(np.array([at for each in lists for at in each], np.int64), counts, low, bound)
    room = unary_bytes(counts, low, bound)
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
