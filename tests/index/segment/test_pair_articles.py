"""In how many articles the pairs of a text stand: against counting them token by token."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.segment import pair_articles, position_lists_writer
from index.segment.pair_articles import PairArticles
from index.segment.text import Text
from index.segment.tokens import BREAK, Tokens
from tests.index.segment.test_array_file import reopened
from tests.index.segment.test_text import kept_text, small

MODEST = settings(max_examples=60)


def _text(seed: int, articles: int) -> tuple[Tokens, Text]:
    """Random articles of a few terms, the terms numbered by how often they occur; some are empty."""
    dice = np.random.default_rng(seed)
    lengths = dice.integers(0, 30, articles)
    terms = np.minimum(dice.geometric(0.3, int(lengths.sum())), 6).astype(np.uint32)
    ends = lengths.cumsum()
    terms[ends[lengths > 0] - 1] = BREAK
    counts = np.bincount(terms, minlength=7)[1:]
    order = np.argsort(-counts, kind="stable")
    numbers = np.zeros(7, np.uint32)
    numbers[order + 1] = np.arange(1, 7)
    known = int(np.count_nonzero(counts))
    tokens = Tokens([f"k{at}" for at in range(known)], numbers.take(terms), terms == BREAK, lengths[:, np.newaxis])
    return tokens, kept_text(tokens)


@pytest.mark.parametrize("counted", [1, 3, 9])
@pytest.mark.parametrize("at_once", [1, 40, 1 << 20])
@MODEST
@given(st.integers(0, 2**32), st.integers(1, 40))
def test_it_is_what_counting_gives(counted: int, at_once: int, seed: int, articles: int) -> None:
    """Of a pair that stands often enough the number is kept, of others none, however many lists are gone through."""
    with small(frequent=3, paired=2), pytest.MonkeyPatch.context() as patched:
        patched.setattr(pair_articles, "COUNTED", counted)
        patched.setattr(position_lists_writer, "_ENCODED_AT_ONCE", at_once)
        tokens, text = _text(seed, articles)
        starts = [0, *tokens.lengths[:, 0].cumsum().tolist()]
        standing: dict[tuple[int, int], list[int]] = {}
        for article, (begin, end) in enumerate(pairwise(starts)):
            for first, second in pairwise(tokens.terms[begin:end].tolist()):
                standing.setdefault((first, second), []).append(article)
        for (first, second), found in standing.items():
            for number in text.terms.pair_lists([first], [second]).tolist() if BREAK not in (first, second) else ():
                wanted = len(set(found)) if len(found) >= counted else None
                assert text.pair_articles.count(number) == wanted
        assert text.pair_articles.are_those_of(text.terms.pairs, text)


def test_another_number_is_noticed() -> None:
    """A count that is one too high, and one that is there or not there against the rule, are told from what is so."""
    with small(frequent=3, paired=2), pytest.MonkeyPatch.context() as patched:
        patched.setattr(pair_articles, "COUNTED", 3)
        _, text = _text(5, 40)
        counts = text.file["p.pairs.articles"]
        assert len(counts) > 2
        for spoilt in (
            counts + np.eye(1, len(counts), 1, dtype=counts.dtype)[0],
            counts[:-1],
            np.append(counts, counts[-1]),
        ):
            other = reopened(lambda file, spoilt=spoilt: file.add("p.articles", spoilt))  # type: ignore[misc]
            assert not PairArticles(other, "p").are_those_of(text.terms.pairs, text)
