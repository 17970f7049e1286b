"""Where terms stand and what stands behind them: against dictionaries made by going through the tokens."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from index.segment.array_file import ArrayFile
from index.segment.next_terms import NextTerms
from index.segment.tokens import BREAK, Tokens
from index.segment.whole_text import checked_stretches, whole_text
from tests.index.segment.test_text import kept_file, small

MODEST = settings(max_examples=60)

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


def test_the_last_of_as_many_terms_as_fill_some_bits_has_pairs_too() -> None:
    """The third of three terms stands behind the first five times: it has a list, and so ``most`` is not below that."""
    terms = np.array([1, 3] * 5 + [1, 2] * 6 + [0], np.uint32)
    with small(frequent=6, paired=4):
        found = NextTerms(kept(terms), "p", len(terms))
        lists = found.pair_lists([1], [3])
        assert found.together([1], [3], lists).tolist() == [0, 2, 4, 6, 8]
        assert found.most([1], [3], lists) >= 5
