"""Which segments are joined: few segments, none too large, and no article rewritten often."""

from __future__ import annotations

import math
import random
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.segment.merge import Weight, to_merge

MODEST = settings(max_examples=80)

WEIGHTS = st.lists(
    st.builds(Weight, st.integers(0, 3000), st.sampled_from([0.01, 0.5, 0.74, 0.75, 0.76, 0.9, 1.0])), max_size=9
)


def _commit(sizes: list[int], new: int, full: int) -> tuple[list[int], int]:
    """The sizes of the segments after a commit, and how much was written."""
    sizes = [*sizes, new]
    groups = to_merge([Weight(size, 1.0) for size in sizes], full)
    merged = {at for group in groups for at in group}
    wholes = [sum(sizes[at] for at in group) for group in groups]
    return [*(size for at, size in enumerate(sizes) if at not in merged), *wholes], new + sum(wholes)


@MODEST
@given(WEIGHTS, st.integers(1, 5000))
def test_segments_of_like_sizes_become_one_as_long_as_they_fit(weights: list[Weight], full: int) -> None:
    """By what they keep: a group holds no more than is full, and its largest no more than twice what all others do."""
    groups = to_merge(weights, full)
    assert len({at for group in groups for at in group}) == sum(map(len, groups))
    for group in groups:
        assert group == sorted(group)
        inside = sorted(weights[at].kept for at in group)
        assert len(group) > 1 or weights[group[0]].live <= 0.75
        assert len(group) == 1 or sum(inside) <= full
        if len(inside) > 1:
            assert inside[-1] <= 2 * sum(inside[:-1])


@MODEST
@given(st.lists(st.integers(1, 2000), max_size=60), st.integers(10, 10_000))
def test_sizes_at_least_double_until_segments_are_full(news: list[int], full: int) -> None:
    """After any commits, of two segments one is more than twice the other, or both together would be too large."""
    sizes: list[int] = []
    for new in news:
        sizes, _ = _commit(sizes, new, full)
        for one, other in combinations(sizes, 2):
            assert max(one, other) > 2 * min(one, other) or one + other > full
    assert sum(sizes) == sum(news)


@MODEST
@given(st.lists(st.integers(1, 2000), max_size=60), st.integers(10, 10_000))
def test_many_segments_at_once_become_few(sizes: list[int], full: int) -> None:
    """What a long run left unmerged is merged to the same effect, and merging again does nothing."""
    groups = to_merge([Weight(size, 1.0) for size in sizes], full)
    merged = {at for group in groups for at in group}
    left = [size for at, size in enumerate(sizes) if at not in merged]
    left += [sum(sizes[at] for at in group) for group in groups]
    assert to_merge([Weight(size, 1.0) for size in left], full) == []
    for one, other in combinations(left, 2):
        assert max(one, other) > 2 * min(one, other) or one + other > full


def test_a_small_segment_joins_in_where_larger_ones_are_merged() -> None:
    """It would be too small to be merged with one of them; where it makes them too large it stays by itself."""
    weights = [Weight(size, 1.0) for size in (50, 6, 50, 50)]
    assert to_merge(weights, 200) == [[0, 1, 2, 3]]
    assert to_merge(weights, 150) == [[0, 2, 3]]
    assert to_merge([Weight(50, 1.0), Weight(6, 1.0)], 200) == []


@pytest.mark.parametrize("seed", range(4))
def test_few_segments_and_little_rewriting(seed: int) -> None:
    """A thousand commits leave no more segments than sizes can double, and write an article no more often than that."""
    dice = random.Random(seed)
    sizes: list[int] = []
    written = 0
    news = [dice.randrange(1, 200) if seed else 100 for _ in range(1000)]
    for new in news:
        sizes, here = _commit(sizes, new, 10**9)
        written += here
        assert len(sizes) <= math.log2(sum(sizes)) + 1
    assert written <= sum(news) * (1 + math.log2(len(news)))


def test_full_segments_are_left_alone() -> None:
    """Segments that are full stay as they are, whatever is new; small ones beside them are joined."""
    weights = [Weight(1000, 1.0), Weight(1000, 1.0)]
    assert to_merge([*weights, Weight(1000, 1.0)], 1000) == []
    assert to_merge([*weights, Weight(999, 1.0)], 1000) == []
    assert to_merge([*weights, Weight(1, 1.0), Weight(1, 1.0)], 1000) == [[2, 3]]
    assert to_merge([Weight(1000, 0.4), Weight(600, 1.0)], 1000) == [[0, 1]]


@MODEST
@given(st.integers(1, 3000), st.sampled_from([0.01, 0.5, 0.74, 0.75, 0.76, 0.9, 1.0]))
def test_what_has_lost_a_quarter_is_rewritten(size: int, live: float) -> None:
    """A segment by itself is stale from a quarter deleted on, and not before."""
    assert to_merge([Weight(size, live)], 10_000) == ([[0]] if live <= 0.75 else [])
