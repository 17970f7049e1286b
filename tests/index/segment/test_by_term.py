"""Tokens given term by term: against going through the text."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.segment import by_term, waiting
from index.segment.by_term import ByTerm, groups
from index.segment.packed_tokens import PackedTokens
from index.segment.tokens import BREAK, Tokens
from index.segment.waiting import Waiting
from tests.index.segment.test_text import small

MODEST = settings(max_examples=40, deadline=None)


@MODEST
@given(st.lists(st.integers(1, 30), max_size=40), st.integers(1, 50), st.lists(st.integers(1, 45), max_size=3))
def test_groups_are_all_terms_in_turn(counts: list[int], at_once: int, cuts: list[int]) -> None:
    """Each follows the one before, none goes over a cut, and none is too large unless it is one term."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(by_term, "_MOST_TERMS", 7)
        found = list(groups(np.array(counts, np.int64), at_once, cuts))
    assert [term for first, behind in found for term in range(first, behind)] == list(range(1, len(counts) + 1))
    for first, behind in found:
        assert first + 1 == behind or (sum(counts[first - 1 : behind - 1]) <= at_once and behind - first <= 7)
        assert not any(first < cut < behind for cut in cuts)


@pytest.mark.parametrize("highest", [65_535, 300, 1])
@pytest.mark.parametrize("in_memory", [1 << 22, 1])
def test_occurrences_are_those_of_the_text(highest: int, in_memory: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Three blocks of tokens in fields of all sizes, with common, rare and high terms, in memory and in a file."""
    dice = np.random.default_rng(highest)
    monkeypatch.setattr(waiting, "_IN_MEMORY", in_memory)
    terms = np.minimum(700 ** dice.random(150_000), 699).astype(np.uint32)
    terms[dice.random(len(terms)) < 0.05] = terms[-1] = BREAK
    edges = np.sort(dice.integers(0, len(terms), 5000))
    lengths = np.diff(edges, prepend=0, append=len(terms))
    counts = np.bincount(terms, minlength=700)[1:]
    keys = [f"k{number}" for number in range(len(counts))]
    with small(highest=highest):
        packed = PackedTokens.of(Tokens(keys, terms, terms == BREAK, lengths[:, np.newaxis]))
        assert np.array_equal(packed.counts(), counts)
        found = ByTerm(packed, lengths, list(groups(counts, 10_000, [highest])), Path("new"))
        assert np.array_equal(found.breaks, (terms == BREAK).nonzero()[0])
        seen = 0
        for some in found.occurrences():
            order = some.places.argsort()
            places = some.places[order]
            assert np.array_equal(places, ((terms >= some.first) & (terms < some.behind)).nonzero()[0])
            assert np.array_equal(some.which[order] + some.first, terms[places])
            assert np.array_equal(some.after[order], np.append(terms, BREAK)[places + 1])
            assert np.array_equal(some.fields[order], lengths.cumsum().searchsorted(places, "right"))
            seen += len(places)
    assert seen == counts.sum()


@pytest.mark.parametrize("in_memory", [1 << 22, 1])
def test_what_waits_is_read_at_any_place(in_memory: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Numbers come back as they were put, and as bytes some at a time."""
    monkeypatch.setattr(waiting, "_IN_MEMORY", in_memory)
    monkeypatch.setattr(waiting, "_READ_AT_ONCE", 7)
    held = Waiting(Path("new"))
    assert [held.add(np.arange(size, dtype=np.uint32)) for size in (3, 0, 5)] == [0, 12, 12]
    found = np.empty(4, np.uint32)
    held.read(4, found)
    assert found.tolist() == [1, 2, 0, 1]
    assert b"".join(part.tobytes() for part in held.between(12, 32)) == np.arange(5, dtype=np.uint32).tobytes()
