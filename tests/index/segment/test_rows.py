"""Rows of terms in a stream: against a scan over the decoded tokens, whatever slot is looked up first."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from functools import cache

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.segment.rows import TermSlot, places_of_any, rarest_slot, row_places, rows_in_tokens
from index.segment.term_codes import BREAK, STOPPERS, code
from index.segment.text import Text, Tokens
from tests.index.segment.test_text import kept_text, tokens_of

MODEST = settings(max_examples=60, deadline=None)

ALPHABETS = (2, 6, 240, 5000, 7000)
"""Numbers of terms, so that codes have one, two and three bytes."""


@cache
def _text(distinct: int) -> Text:
    """A text of so many terms, each there at least once, the longest codes right up to its end."""
    dice = np.random.default_rng(distinct)
    often = np.minimum((distinct + 1) ** dice.random(3000 + distinct), distinct).astype(np.uint32)
    terms = np.concatenate((np.arange(1, distinct + 1, dtype=np.uint32), often))
    terms = terms[dice.permutation(len(terms))]
    terms[dice.random(len(terms)) < 0.03] = BREAK
    missing = np.setdiff1d(np.arange(1, distinct + 1, dtype=np.uint32), terms)
    terms = np.concatenate((terms, missing, np.zeros(1, np.uint32)))
    ends = np.append(np.flatnonzero(terms == BREAK)[39::40] + 1, len(terms))
    ends = np.unique(ends)
    lengths = np.diff(ends, prepend=0).reshape(-1, 1)
    return kept_text(Tokens([f"k{at}" for at in range(distinct)], terms, terms == BREAK, lengths))[0]


@cache
def _terms(text: Text) -> list[int]:
    return text.tokens().terms.tolist()


def _scanned(terms: Sequence[int], slots: Sequence[TermSlot]) -> list[int]:
    """The numbers of the tokens at which a row begins, one token after the other."""
    return [
        at
        for at in range(len(terms) - len(slots) + 1)
        if all(
            terms[at + turn] != BREAK if slot is None else terms[at + turn] in slot for turn, slot in enumerate(slots)
        )
    ]


def _check(text: Text, slots: Sequence[TermSlot]) -> list[int]:
    """Compares the places of a row, by each slot that may be looked up, with a scan; gives the tokens found."""
    scanned = _scanned(_terms(text), slots)
    assert rows_in_tokens(np.array(_terms(text), np.int64), slots).tolist() == scanned
    wanted = text.token_places()[scanned].tolist()
    count, anchor = rarest_slot(text, slots)
    sizes = [None if slot is None else sum(map(text.positions.count, slot)) for slot in slots]
    assert count == sizes[anchor] == min(size for size in sizes if size is not None)
    assert count >= len(scanned)
    for at, slot in enumerate(slots):
        if slot:
            assert row_places(text, slots, at).tolist() == wanted, (slots, at)
    return scanned


def _slot(dice: random.Random, term: int, distinct: int, odds: Sequence[float]) -> TermSlot:
    """A slot in which a term may stand: alone, with others, as any; now and then it may not."""
    wild, union, other = odds
    if dice.random() < other:
        term = dice.randint(1, distinct)
    if term == BREAK or dice.random() < wild:
        return None
    if dice.random() < union:
        return tuple({term, *(dice.randint(1, distinct) for _ in range(dice.randint(1, 4)))})
    return (term,)


ODDS = st.sampled_from([(0, 0, 0), (0, 0, 0.1), (0.2, 0.2, 0.1), (0, 1, 0), (0.5, 0.2, 0), (0, 0.5, 0.3)])


def _rows(distinct: int, odds: Sequence[float], length: int, end: bool, dice: random.Random) -> list[TermSlot]:
    terms = _terms(_text(distinct))
    begin = len(terms) - length if end else dice.randrange(len(terms) - length)
    slots = [_slot(dice, term, distinct, odds) for term in terms[begin : begin + length]]
    if not any(slots):
        slots[dice.randrange(length)] = (dice.randint(1, distinct),)
    return slots


@MODEST
@given(st.sampled_from(ALPHABETS), ODDS, st.integers(1, 7), st.booleans(), st.randoms(use_true_random=False))
def test_rows_stand_where_a_scan_finds_them(
    distinct: int, odds: Sequence[float], length: int, end: bool, dice: random.Random
) -> None:
    """Rows with single terms, unions and slots for any, taken from the text and altered, by every slot looked up."""
    _check(_text(distinct), _rows(distinct, odds, length, end, dice))


@settings(max_examples=30, deadline=None)
@given(st.sampled_from(ALPHABETS), ODDS, st.integers(8, 40), st.booleans(), st.randoms(use_true_random=False))
def test_long_rows_stand_where_a_scan_finds_them(
    distinct: int, odds: Sequence[float], length: int, end: bool, dice: random.Random
) -> None:
    """Rows of many more than eight bytes, in the middle of the text and at its very end."""
    _check(_text(distinct), _rows(distinct, odds, length, end, dice))


@pytest.mark.parametrize("distinct", ALPHABETS)
def test_every_stretch_of_the_text_is_found(distinct: int) -> None:
    """What stands in a paragraph is found there as a row, at least once."""
    text, dice = _text(distinct), random.Random(1)
    terms = _terms(text)
    for length in (1, 2, 3, 5, 9):
        for _ in range(3):
            begin = dice.randrange(len(terms) - length)
            row = terms[begin : begin + length]
            if BREAK not in row:
                assert begin in _check(text, [(term,) for term in row])


def _small(*units: str) -> Text:
    """A text of one article with some paragraphs."""
    return kept_text(tokens_of([[[unit.split() for unit in units]]], 1, np.random.default_rng(0)))[0]


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


def test_the_end_of_a_long_code_is_not_taken_for_a_short_one() -> None:
    """A term of two or three bytes ends like one of fewer bytes; a row of the latter is not found there."""
    text = _text(ALPHABETS[-1])
    terms = _terms(text)
    tried = 0
    for at in range(1, len(terms) - 1):
        here, after = code(terms[at]), terms[at + 1]
        if len(here) > 1 and after != BREAK and here[-1] != BREAK and tried < 25:
            tried += 1
            _check(text, [(here[-1],), (after,)])
            if len(here) == 3:
                short = next(term for term in range(STOPPERS, 5800) if code(term) == here[1:])
                _check(text, [(short,), (after,)])
                _check(text, [(short, here[-1]), (after,)])
                _check(text, [None, (short,), (after,)])
    assert tried == 25


def test_a_slot_of_no_term_is_filled_by_none() -> None:
    """A row with a slot in which no term may stand is nowhere, and counts nothing."""
    text = _text(6)
    for slots in ([(1,), ()], [(), (1,)], [(1,), (), (2,)], [(1, 2), ()], [None, (), (2, 3)]):
        assert _check(text, slots) == []
        assert rarest_slot(text, slots)[0] == 0


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
    terms, places = text.tokens().terms, text.token_places()[:-1]
    for asked in ([], [3], [2, 1], [239, 5, 240]):
        assert places_of_any(text, asked).tolist() == places[np.isin(terms, asked)].tolist()
