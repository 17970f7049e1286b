"""Which segments are joined: few segments, none too large, and no article rewritten often."""

from __future__ import annotations

import math
import random
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.segment.merge import Weight, to_join, to_rewrite

MODEST = settings(max_examples=80, deadline=None)

WEIGHTS = st.lists(
    st.builds(Weight, st.integers(0, 3000), st.sampled_from([0.01, 0.5, 0.74, 0.75, 0.76, 0.9, 1.0])), max_size=9
)


def _commit(sizes: list[int], new: int, full: int) -> tuple[list[int], int]:
    """The sizes of the segments after a commit, and how much was written."""
    group = to_join([Weight(size, 1.0) for size in sizes], new, full)
    whole = new + sum(sizes[at] for at in group)
    return [*(size for at, size in enumerate(sizes) if at not in group), whole], whole


@MODEST
@given(WEIGHTS, st.integers(0, 3000), st.integers(1, 5000))
def test_the_smallest_segments_are_joined_as_long_as_they_fit(weights: list[Weight], new: int, full: int) -> None:
    """By what they keep: the smallest ones, none above the bound, and the next one would be too large."""
    joined = to_join(weights, new, full)
    assert joined <= set(range(len(weights)))
    if not new:
        assert not joined
        return
    inside = sorted(weights[at].kept for at in joined)
    others = sorted(weight.kept for at, weight in enumerate(weights) if at not in joined)
    total = new
    for kept in inside:
        assert kept <= 2 * total
        total += kept
    assert total <= full or not joined
    assert not inside or not others or inside[-1] <= others[0]
    if others:
        assert others[0] > 2 * total or total + others[0] > full


@MODEST
@given(st.lists(st.integers(1, 2000), max_size=60), st.integers(10, 10_000))
def test_sizes_at_least_double_until_segments_are_full(news: list[int], full: int) -> None:
    """After any commits, of two segments one is more than twice the other, or both together would be too large."""
    sizes: list[int] = []
    for new in news:
        sizes, written = _commit(sizes, new, full)
        assert written <= max(full, new)
        for one, other in combinations(sizes, 2):
            assert max(one, other) > 2 * min(one, other) or one + other > full
    assert sum(sizes) == sum(news)


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
    assert written <= sum(news) * math.log2(len(news))


def test_full_segments_are_left_alone() -> None:
    """What is full is written once: commits of a full segment each join nothing, whatever is new."""
    weights = [Weight(1000, 1.0), Weight(1000, 1.0)]
    assert to_join(weights, 1000, 1000) == set()
    assert to_join(weights, 999, 1000) == set()
    assert to_join([*weights, Weight(1, 1.0)], 999, 1000) == {2}
    assert to_join([Weight(1000, 0.4)], 600, 1000) == {0}


@MODEST
@given(WEIGHTS)
def test_what_has_lost_a_quarter_is_rewritten(weights: list[Weight]) -> None:
    """A segment is stale from a quarter deleted on, and not before."""
    assert to_rewrite(weights) == {at for at, weight in enumerate(weights) if weight.live <= 0.75}
