"""The text put together out of its lists: lists that are not those of one text are noticed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import numpy as np
import pytest

from index.segment.array_file import ArrayFile, ArrayFileWriter
from index.segment.lengths import Lengths
from index.segment.next_terms import NextTerms
from index.segment.position_lists_writer import Held, write_lists
from index.segment.tokens import BREAK, Array
from index.segment.whole_text import whole_text
from tests.index.segment.test_array_file import reopened
from tests.index.segment.test_next_terms import SMALL, Terms, checked_text, kept, text_of
from tests.index.segment.test_text import small


def _spoilt(file: ArrayFile, name: str, change: Callable[[Array], None]) -> ArrayFile:
    """The file with an array changed, its checksum right."""

    def fill(writer: ArrayFileWriter) -> None:
        for each in file.sizes():
            array = file[each].copy()
            if each == name:
                change(array)
            writer.add(each, array)

    return reopened(fill)


def _spoilt_at(file: ArrayFile, name: str, at: int, change: Callable[[Array, int], None]) -> ArrayFile:
    return _spoilt(file, name, lambda array: change(array, at))


def _agrees(file: ArrayFile, terms: Terms) -> bool:
    """Whether lists agree with a text; those that do not read do not."""
    try:
        found = NextTerms(file, "p", len(terms))
        return np.array_equal(checked_text(found), terms)
    except (ValueError, IndexError, KeyError):
        return False


def test_lists_do_not_agree_with_another_text() -> None:
    """One token that is another, wherever it stands, is noticed: a term, and a break behind one."""
    with small(frequent=4, paired=2):
        file = kept(SMALL)
        for place in range(len(SMALL)):
            for other in range(6):
                changed = SMALL.copy()
                changed[place] = other
                assert _agrees(file, changed) == (other == SMALL[place]), (place, other)


def _bit_moved(array: Array, at: int) -> None:
    """Of a byte of a unary part two bits side by side change places, where they are not alike."""
    byte = int(array[at])
    unlike = [bit for bit in range(7) if (byte >> bit & 1) != (byte >> bit + 1 & 1)]
    array[at] = byte ^ (3 << unlike[0] if unlike else 1)


def _one_off(array: Array, at: int) -> None:
    """The lowest bit of a number is another."""
    array[at] ^= np.array(1, array.dtype)


def _changed_places(array: Array, at: int) -> None:
    """A number and the one before it change places; one that is like it is another."""
    if array[at] == array[at - 1]:
        _one_off(array, at)
    else:
        array[[at - 1, at]] = array[[at, at - 1]]


NUMBERS = [f"{lists}.{name}" for lists in ("loose", "pairs") for name in ("lists", "lengths", "alike")]
NUMBERS += ["loose.next", "pairs.seconds"]
LOW = [f"{lists}.{name}" for lists in ("loose", "pairs") for name in ("8.low", "12.low", "12.more")]
HIGH = [f"{lists}.{low}.high" for lists in ("loose", "pairs") for low in (8, 12)]


@pytest.fixture(scope="module", params=[65_535, 3])
def large(request: pytest.FixtureRequest) -> Iterator[tuple[Terms, ArrayFile]]:
    """A text in which no term follows itself, with lists of two kinds, and its file."""
    terms = text_of(np.random.default_rng(3), 3000, 40_000)
    terms = terms[np.diff(terms, prepend=np.uint32(BREAK)) != 0]
    counts = np.bincount(terms)[1:]
    numbers = np.zeros(3001, np.uint32)
    numbers[np.argsort(-counts, kind="stable") + 1] = np.arange(1, 3001)
    terms = numbers.take(terms)
    with small(frequent=300, paired=2, highest=request.param):
        yield terms, kept(terms)


@pytest.mark.parametrize(
    ("name", "change"),
    [
        *((name, change) for name in NUMBERS for change in (_one_off, _changed_places)),
        ("pairs.edges", _one_off),
        *((name, _one_off) for name in LOW),
        *((name, _bit_moved) for name in HIGH),
    ],
)
def test_spoilt_lists_do_not_agree_with_their_text(
    name: str, change: Callable[[Array, int], None], large: tuple[Terms, ArrayFile]
) -> None:
    """A number of any array that is another, at its ends and here and there within, moves a place or a second term.

    The places of a pair come to stand where its terms do not, or the lists do not read at all.
    """
    terms, file = large
    assert _agrees(file, terms)
    size = len(file[f"p.{name}"])
    assert size > 4
    for at in (1, size - 1, *np.random.default_rng(size).integers(1, size, 5).tolist()):
        assert not _agrees(_spoilt_at(file, f"p.{name}", at, change), terms), at


@pytest.mark.parametrize("places", [[0, 6, 3], [0, 3, 3], [6, 3, 0]])
def test_places_out_of_order_do_not_agree_with_their_text(places: list[int]) -> None:
    """Where 1 stands before 1 at 0, 3 and 6, a list in another order is noticed, and one that has a place twice."""
    terms = np.array([1, 1, 0, 1, 1, 0, 1, 1, 0], np.uint32)
    with small(frequent=4, paired=2):
        file = kept(terms)
    assert file["p.pairs.8.low"].tolist() == [1, 4, 7, 0, 3, 6]

    def change(array: Array) -> None:
        array[3:] = places

    assert not _agrees(_spoilt(file, "p.pairs.8.low", change), terms)


def test_a_place_that_two_lists_have_does_not_agree() -> None:
    """Not even where both are lists of one term, so that the text comes out as it is."""
    terms = np.array([1, 2, 0, 1, 2, 0, 1, 3, 0, 4, 0], np.uint32)
    with small(frequent=3, paired=2):
        file = kept(terms)
        assert NextTerms(file, "p", len(terms)).pair_lists([1], [2]).tolist() == [0]
        loose = {"p.loose.lists": [0, 1, 2, 3], "p.loose.next": [2, 3, 0, 0, 0, 0]}
        counts = np.array([2, 2, 1, 1])
        for places in ([0, 6, 1, 4, 7, 9], [3, 6, 1, 4, 7, 9]):

            def fill(writer: ArrayFileWriter, places: Sequence[int] = places) -> None:
                for name in file.sizes():
                    if name in loose:
                        writer.add(name, np.array(loose[name], file[name].dtype))
                    elif not name.startswith(("p.loose", "p.counts")):
                        writer.add(name, file[name])
                Lengths.of(np.array([4, 2, 1, 1])).write(writer, "p.counts")
                write_lists(writer, "p.loose", Held(np.array(places), counts.cumsum() - counts, counts), len(terms))

            found = NextTerms(reopened(fill), "p", len(terms))
            assert whole_text(found).tolist() == terms.tolist()
            with pytest.raises(ValueError, match="two terms stand at one place"):
                checked_text(found)
