"""Rows of terms in a text: against a scan over the decoded tokens, whichever of its links are looked up first."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from functools import cache

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.segment import next_terms
from index.segment.rows import Lookup, TermSlot, places_of_any, row_places, rows_in_tokens
from index.segment.text import Text
from index.segment.tokens import BREAK, Tokens
from tests.index.segment.test_text import kept_text, small, tokens_of

MODEST = settings(max_examples=60)

ALPHABETS = (2, 6, 240, 5000)
"""Numbers of terms: with few, all are frequent and stand beside themselves, with many, most are rare."""

WRITTEN = (*((distinct, frequent) for distinct in ALPHABETS for frequent in (1, 8, 40, 1024)), (70_000, 8))
"""Numbers of terms, and the occurrences from which on one is frequent: in the last, many are alike beside a place."""


@cache
def _text(distinct: int, frequent: int = 1024, paired: int = 4) -> Text:
    """A text of so many terms, each there at least once."""
    dice = np.random.default_rng(distinct)
    often = np.minimum((distinct + 1) ** dice.random(3000 + distinct // 10), distinct).astype(np.uint32)
    terms = np.concatenate((np.arange(1, distinct + 1, dtype=np.uint32), often))
    terms = terms[dice.permutation(len(terms))]
    terms[dice.random(len(terms)) < 0.03] = BREAK
    missing = np.setdiff1d(np.arange(1, distinct + 1, dtype=np.uint32), terms)
    terms = np.concatenate((terms, missing, np.zeros(1, np.uint32)))
    ends = np.append(np.flatnonzero(terms == BREAK)[39::40] + 1, len(terms))
    ends = np.unique(ends)
    lengths = np.diff(ends, prepend=0).reshape(-1, 1)
    with small(frequent, paired):
        return kept_text(Tokens([f"k{at}" for at in range(distinct)], terms, terms == BREAK, lengths))


@cache
def _terms(text: Text) -> list[int]:
    return text.tokens().terms.tolist()


def _scanned(terms: Sequence[int], slots: Sequence[TermSlot]) -> list[int]:
    """The numbers of the tokens at which a row begins, one token after the other."""
    first = next(at for at, slot in enumerate(slots) if slot is not None)
    wanted = set(slots[first] or ())
    begins = [at - first for at, term in enumerate(terms) if term in wanted]
    return [
        at
        for at in begins
        if 0 <= at <= len(terms) - len(slots)
        and all(
            terms[at + turn] != BREAK if slot is None else terms[at + turn] in slot for turn, slot in enumerate(slots)
        )
    ]


def _check(text: Text, slots: Sequence[TermSlot]) -> list[int]:
    """Compares the places of a row, whichever of its links is first, with a scan; gives the tokens found."""
    scanned = _scanned(_terms(text), slots)
    assert rows_in_tokens(np.array(_terms(text), np.int64), slots).tolist() == scanned
    found = Lookup(text).links(slots)
    named = [at for at, slot in enumerate(slots) if slot]
    assert sorted(link.at for link in found) == [at for at in named if at + 1 in named]
    assert [link.most for link in found] == sorted(link.most for link in found)
    for link in found:
        assert link.most >= len(_scanned(_terms(text), slots[link.at : link.at + 2]))
    assert Lookup(text).most(slots, found) >= len(scanned)
    assert Lookup(text).most(slots, ()) == min(sum(map(text.terms.count, slot)) for slot in slots if slot is not None)
    for order in (found, found[::-1], (), found[1:], found[:1]):
        places = row_places(text, slots, order)
        assert places.dtype == np.int64
        assert places.tolist() == scanned, (slots, order)
    return scanned


def _slot(dice: random.Random, term: int, distinct: int, odds: Sequence[float]) -> TermSlot:
    """A slot in which a term may stand: alone, with others, as any; now and then it may not, or none may."""
    wild, union, other = odds
    if dice.random() < other:
        if dice.random() < 0.1:
            return ()
        term = dice.randint(1, distinct)
    if term == BREAK or dice.random() < wild:
        return None
    if dice.random() < union:
        return tuple({term, *(dice.randint(1, distinct) for _ in range(dice.randint(1, 4)))})
    return (term,)


ODDS = st.sampled_from([(0, 0, 0), (0, 0, 0.1), (0.2, 0.2, 0.1), (0, 1, 0), (0.5, 0.2, 0), (0, 0.5, 0.3)])


def _row(text: Text, odds: Sequence[float], length: int, end: bool, dice: random.Random) -> list[TermSlot]:
    """A row made of what stands somewhere in a text, or at its end."""
    terms, distinct = _terms(text), text.terms.terms - 1
    begin = len(terms) - length if end else dice.randrange(len(terms) - length)
    slots = [_slot(dice, term, distinct, odds) for term in terms[begin : begin + length]]
    if not any(slots):
        slots[dice.randrange(length)] = (dice.randint(1, distinct),)
    return slots


@MODEST
@given(st.sampled_from(WRITTEN), ODDS, st.integers(1, 7), st.booleans(), st.randoms(use_true_random=False))
def test_rows_stand_where_a_scan_finds_them(
    written: tuple[int, int], odds: Sequence[float], length: int, end: bool, dice: random.Random
) -> None:
    """Rows with single terms, unions and slots for any or none, taken from the text and altered, by any links."""
    text = _text(*written)
    _check(text, _row(text, odds, length, end, dice))


@settings(max_examples=30)
@given(st.sampled_from(WRITTEN), ODDS, st.integers(8, 40), st.booleans(), st.randoms(use_true_random=False))
def test_long_rows_stand_where_a_scan_finds_them(
    written: tuple[int, int], odds: Sequence[float], length: int, end: bool, dice: random.Random
) -> None:
    """Rows of up to forty slots, in the middle of the text and at its very end."""
    text = _text(*written)
    _check(text, _row(text, odds, length, end, dice))


@MODEST
@given(st.sampled_from([1, 2, 9]), ODDS, st.integers(1, 9), st.randoms(use_true_random=False))
def test_rows_stand_there_whatever_pairs_have_lists(
    paired: int, odds: Sequence[float], length: int, dice: random.Random
) -> None:
    """With lists for all pairs that occur, for those that do twice, or nine times, rows and bounds are as ever."""
    with small(frequent=8, paired=paired):
        text = _text(240, 8, paired)
        _check(text, _row(text, odds, length, False, dice))


@pytest.mark.parametrize("written", WRITTEN)
def test_every_stretch_of_the_text_is_found(written: tuple[int, int]) -> None:
    """What stands in a paragraph is found there as a row, at least once, also with any syllable at either end."""
    text, dice = _text(*written), random.Random(1)
    terms = _terms(text)
    for length in (1, 2, 3, 5, 9):
        for _ in range(3):
            begin = dice.randrange(1, len(terms) - length - 1)
            row = terms[begin : begin + length]
            if BREAK not in row:
                slots: list[TermSlot] = [(term,) for term in row]
                assert begin in _check(text, slots)
                assert (begin - 1 in _check(text, [None, *slots])) == (terms[begin - 1] != BREAK)
                assert (begin in _check(text, [*slots, None])) == (terms[begin + length] != BREAK)


def test_second_terms_that_are_alike_beside_a_place_are_told_apart() -> None:
    """The highest terms, of which only the places say where they stand, are found behind each term in front of them."""
    text = _text(70_000, 8)
    terms = _terms(text)
    high = [at for at in range(1, len(terms)) if terms[at] >= next_terms.HIGHEST and terms[at - 1] != BREAK]
    assert len(high) > 1000
    for at in high[::100]:
        first, second = terms[at - 1 : at + 1]
        assert at - 1 in _check(text, [(first,), (second,)])
        other = second + 1 if second < max(terms) else second - 1
        _check(text, [(first,), (other,)])
        assert at - 1 in _check(text, [(first, 1), (other, second, 2)])


def _small(*units: str) -> Text:
    """A text of one article with some paragraphs."""
    return kept_text(tokens_of([[[unit.split() for unit in units]]], 1, np.random.default_rng(0)))


def _slots(text: Text, row: str) -> list[TermSlot]:
    """``a b|c *`` as slots."""
    term: Callable[[str], int] = text.lexicon.term
    return [None if each == "*" else tuple(filter(None, map(term, each.split("|")))) for each in row.split()]


@pytest.mark.parametrize(
    ("row", "found"),
    [
        ("a b a", [0, 2]),
        ("a b a b a", [0]),
        ("a b a b a x", []),
        ("a * a", [0, 2, 6]),
        ("* a", [1, 3, 7]),
        ("a *", [0, 2, 6, 8]),
        ("* * y", [7]),
        ("a|x b|a", [0, 2, 7]),
        ("a nowhere", []),
        ("x a y", [7]),
        ("y x", []),
    ],
)
def test_rows_overlap_and_cross_no_paragraph(row: str, found: list[int]) -> None:
    """Rows that overlap themselves are all found; none reaches over a break, and no slot takes the break for a word."""
    text = _small("a b a b a", "a x a y")
    assert _check(text, _slots(text, row)) == found
    with small(frequent=1, paired=1):
        text = _small("a b a b a", "a x a y")
        assert _check(text, _slots(text, row)) == found


def test_a_slot_of_no_term_is_filled_by_none() -> None:
    """A row with a slot in which no term may stand is nowhere, and counts nothing."""
    text = _text(6)
    for slots in ([(1,), ()], [(), (1,)], [(1,), (), (2,)], [(1, 2), ()], [None, (), (2, 3)]):
        assert _check(text, slots) == []
        assert Lookup(text).most(slots, Lookup(text).links(slots)) == 0


def test_a_row_at_the_first_and_the_last_syllable_is_found() -> None:
    """Nothing before the first and behind the last syllable is read as a part of a row."""
    text = _small("b a", "a c")
    for row, found in (("b a", [0]), ("a c", [3]), ("c a", []), ("* b", []), ("c *", []), ("* * b", []), ("b", [0])):
        assert _check(text, _slots(text, row)) == found


def test_a_long_row_may_be_looked_up_at_the_very_end() -> None:
    """A row much longer than what is left of the text behind its rarest syllable is looked for there, and not found."""
    common = " ".join(f"k{at}" for at in range(240))
    row = " ".join(("rare", *["k1"] * 10, "seldom"))
    text = _small(*[common] * 3, row, "seldom", "k1 rare")
    begin = _terms(text).index(text.lexicon.term("rare"))
    assert _check(text, _slots(text, row)) == [begin]


def test_the_places_of_several_terms_are_in_order() -> None:
    """The places of some terms together, each once and ascending; of no term, none."""
    text = _text(240)
    terms = text.tokens().terms
    for asked in ([], [3], [2, 1], [239, 5, 240]):
        assert places_of_any(text, asked).tolist() == np.isin(terms, asked).nonzero()[0].tolist()
