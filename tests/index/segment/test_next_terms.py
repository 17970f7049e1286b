"""Where terms stand and what stands behind them: against dictionaries made by going through the tokens."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from index.segment.array_file import ArrayFile, ArrayFileWriter
from index.segment.lengths import Lengths
from index.segment.next_terms import NextTerms
from index.segment.position_lists_writer import Held, write_lists
from index.segment.tokens import BREAK, Array, Tokens
from index.segment.whole_text import checked_stretches, whole_text
from tests.index.segment.test_array_file import reopened
from tests.index.segment.test_text import kept_file, small

MODEST = settings(max_examples=60, deadline=None)

Terms = NDArray[np.uint32]


def text_of(dice: np.random.Generator, distinct: int, size: int) -> Terms:
    """A text of so many terms, each there at least once, and of some more tokens; the terms numbered as they are kept.

    The low terms are often there, and now and then a break.
    """
    often = np.minimum((distinct + 1) ** dice.random(size), distinct).astype(np.int64)
    terms = dice.permutation(np.concatenate((np.arange(1, distinct + 1), often, np.zeros(size // 20, np.int64))))
    counts = np.bincount(terms, minlength=distinct + 1)[1:]
    numbers = np.zeros(distinct + 1, np.uint32)
    numbers[np.argsort(-counts, kind="stable") + 1] = np.arange(1, distinct + 1)
    return np.append(numbers.take(terms), np.uint32(BREAK))


def kept(terms: Terms) -> ArrayFile:
    """A file of a text of one article; its terms keep their numbers."""
    keys = [f"k{number}" for number in range(int(terms.max(initial=0)))]
    return kept_file(Tokens(keys, terms, terms == BREAK, np.array([[len(terms)]], np.int64)))


def checked_text(lists: NextTerms) -> Terms:
    """The text put together and checked, as a whole, and in stretches that may begin and end anywhere."""
    (whole,) = checked_stretches(lists, [0, lists.size])
    edges = sorted({0, lists.size, lists.size // 3, lists.size // 2})
    assert np.array_equal(np.concatenate([*checked_stretches(lists, edges), np.zeros(0, np.uint32)]), whole)
    return whole


def _where(terms: Terms) -> tuple[dict[int, list[int]], dict[tuple[int, int], list[int]]]:
    """The places of each term, and those of each with each other behind it."""
    alone: dict[int, list[int]] = defaultdict(list)
    together: dict[tuple[int, int], list[int]] = defaultdict(list)
    for place, (first, second) in enumerate(pairwise(terms.tolist())):
        if first != BREAK:
            alone[first].append(place)
            together[first, second].append(place)
    return alone, together


def _check(
    terms: Terms, file: ArrayFile, frequent: int, paired: int, asked: Sequence[tuple[list[int], list[int]]]
) -> None:
    """Compares all that is said of a text with what its tokens say, and of some terms what stands behind them."""
    found = NextTerms(file, "p", len(terms))
    alone, together = _where(terms)
    assert found.terms == 1 + len(alone)
    assert found.counts().tolist() == [len(alone[term]) for term in range(1, found.terms)]
    for term, places in alone.items():
        assert found.count(term) == len(places)
        assert found.places(term).dtype == np.int64
        assert found.places(term).tolist() == places
    assert whole_text(found).tolist() == terms.tolist()
    assert np.array_equal(checked_text(found), terms)
    for firsts, seconds in asked:
        lists = found.pair_lists(firsts, seconds)
        pairs = [together.get((first, second), []) for first in firsts for second in seconds]
        wanted = sorted(place for places in pairs for place in places)
        listed = [
            len(places)
            for first in firsts
            if len(alone[first]) >= frequent
            for second in seconds
            if len(places := together.get((first, second), [])) >= paired
        ]
        assert len(lists) == len(listed)
        assert lists.tolist() == sorted(set(lists.tolist()))
        assert found.together(firsts, seconds, lists).tolist() == wanted, (firsts, seconds)
        assert found.most(firsts, seconds, lists) >= len(wanted)
        rare = sum(len(alone[first]) for first in firsts if len(alone[first]) < frequent)
        often = sum(len(alone[first]) >= frequent for first in firsts)
        bound = sum(listed) + rare + (paired - 1) * (often * len(seconds) - len(listed))
        assert found.most(firsts, seconds, lists) == bound


def _asked(dice: np.random.Generator, terms: Terms, often: int) -> list[tuple[list[int], list[int]]]:
    """Terms, and terms to stand behind them: those that do so at some place, and others beside them."""
    places = (terms != BREAK).nonzero()[0]
    highest = int(terms.max())
    found = []
    for place in dice.choice(places, often).tolist():
        first, second = terms[place : place + 2].tolist()
        others = [dice.integers(1, highest + 1, count).tolist() for count in dice.choice([0, 0, 1, 4], 2)]
        behind = [second] if second != BREAK else [1]
        found.append(([*{first, *others[0]}], [*{*behind, *others[1]}]))
    return found


@MODEST
@given(
    st.integers(0, 2**32),
    st.sampled_from([(2, 30), (6, 200), (100, 400), (400, 300)]),
    st.sampled_from([1, 4, 30, 1024]),
    st.sampled_from([1, 2, 4]),
    st.sampled_from([1, 2, 50, 65_535]),
    st.sampled_from([1, 40, 1000]),
)
def test_terms_stand_where_the_tokens_have_them(
    seed: int, sizes: tuple[int, int], frequent: int, paired: int, highest: int, at_once: int
) -> None:
    """Places and counts of terms, and of some terms with some behind them, whichever of them have lists of their own.

    A pair has one if its first term is frequent and it occurs often enough; whatever has none is in no list.
    """
    dice = np.random.default_rng(seed)
    terms = text_of(dice, *sizes)
    with small(frequent, paired, highest, at_once):
        _check(terms, kept(terms), frequent, paired, _asked(dice, terms, 30))


def test_a_large_text_has_all_of_it_as_it_comes() -> None:
    """With no bound patched: frequent terms, pairs with lists, and second terms too high to be told apart."""
    dice = np.random.default_rng(4)
    terms = text_of(dice, 70_000, 60_000)
    file = kept(terms)
    assert len(file["p.pairs.edges"]) - 1 == int(np.count_nonzero(np.bincount(terms)[1:] >= 1024)) > 2
    assert file["p.loose.next"].max() == 65_535
    higher = terms[1:] > 65_535
    pairs = zip(terms[:-1][higher].tolist(), terms[1:][higher].tolist(), strict=True)
    asked = [([first], [second]) for first, second in pairs if first != BREAK]
    asked += [([1, 2], [1, 3, 65_536, 69_999]), ([1], [65_534]), ([1], [65_535]), ([1], [65_536])]
    found = NextTerms(file, "p", len(terms))
    _, together = _where(terms)
    for firsts, seconds in asked + _asked(dice, terms, 200):
        wanted = sorted(place for first in firsts for second in seconds for place in together.get((first, second), []))
        assert found.together(firsts, seconds, found.pair_lists(firsts, seconds)).tolist() == wanted
    assert np.array_equal(whole_text(found), terms)
    assert np.array_equal(checked_text(found), terms)


SMALL = np.array([1, 2, 1, 2, 1, 3, 0, 1, 3, 2, 0, 4, 1, 2, 0, 4, 0], np.uint32)
"""The text of the examples: 1 stands at 0, 2, 4, 7 and 12, 2 at 1, 3, 9 and 13, 3 at 5 and 8, 4 at 11 and 15."""


def test_the_lists_of_a_small_text() -> None:
    """1 before 2 thrice and before 3 twice, 2 before 1 twice and before a break twice, have lists; 2 before 3 has none.

    The lists stand in the order of their lengths, those of one length in the order of their terms.
    """
    with small(frequent=4, paired=2):
        file = kept(SMALL)
        found = NextTerms(file, "p", len(SMALL))
        assert file["p.pairs.edges"].tolist() == [0, 2, 4]
        assert file["p.pairs.seconds"].tolist() == [2, 3, 0, 1]
        assert file["p.pairs.lists"].tolist() == [0, 1, 2, 3]
        assert [found.pair_lists([1], [second]).tolist() for second in (1, 2, 3, 4, 300)] == [[], [0], [1], [], []]
        assert found.pair_lists([4, 2, 1], [1, 2, 3]).tolist() == [0, 1, 3]
        assert found.pair_lists([], [1]).tolist() == found.pair_lists([1], []).tolist() == []
        assert found.together([1], [2], np.array([0])).tolist() == [0, 2, 12]
        assert found.together([1, 2], [1, 2], np.array([0, 3])).tolist() == [0, 1, 2, 3, 12]
        assert found.together([3, 4], [1, 2], np.zeros(0, np.int64)).tolist() == [8, 11]
        assert [found.places(term).tolist() for term in (1, 3, 4)] == [[0, 2, 4, 7, 12], [5, 8], [11, 15]]
        assert found.most([1], [2], np.array([0])) == 3
        assert found.most([1, 3], [2, 4], np.array([0])) == 3 + 2 + 1  # the list, all of 3, once 1 before 4


def test_a_text_of_breaks_has_no_terms() -> None:
    """Nor has one of nothing."""
    for size in (0, 1, 3):
        terms = np.zeros(size, np.uint32)
        found = NextTerms(kept(terms), "p", size)
        assert (found.terms, found.counts().tolist(), whole_text(found).tolist()) == (1, [], [0] * size)
        assert np.array_equal(checked_text(found), terms)


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


def test_the_last_of_as_many_terms_as_fill_some_bits_has_pairs_too() -> None:
    """The third of three terms stands behind the first five times: it has a list, and so ``most`` is not below that."""
    terms = np.array([1, 3] * 5 + [1, 2] * 6 + [0], np.uint32)
    with small(frequent=6, paired=4):
        found = NextTerms(kept(terms), "p", len(terms))
        lists = found.pair_lists([1], [3])
        assert found.together([1], [3], lists).tolist() == [0, 2, 4, 6, 8]
        assert found.most([1], [3], lists) >= 5


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
