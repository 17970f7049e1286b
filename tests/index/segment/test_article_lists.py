"""The articles of frequent terms and their counts in each field: against counting by hand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.segment import article_lists, article_lists_writer
from index.segment.array_file import ArrayFileWriter
from index.segment.article_lists import ArticleLists
from index.segment.article_lists_writer import FREQUENT, ArticleListsWriter
from tests.index.segment.test_array_file import reopened

MODEST = settings(max_examples=50)

Spot = tuple[int, int]
"""An article and a field in which a term occurs."""


def _check(
    lists: Sequence[Sequence[Spot]], documents: int, width: int, frequent: int, at_once: int = 1000
) -> ArticleLists:
    """Writes lists, so many at a time, reads them, and compares all that is kept of them; gives what was read."""
    lists = sorted((sorted(spots) for spots in lists), key=len, reverse=True)

    def fill(file: ArrayFileWriter) -> None:
        writer = ArticleListsWriter(np.array([len(spots) for spots in lists], np.int64), documents, width, file.path)
        common = sum(len(spots) >= frequent for spots in lists)
        for begin in sorted({*range(0, len(lists), at_once), common} - {len(lists)}):
            end = min(begin + at_once, common if begin < common else len(lists))
            some = lists[begin:end]
            which = np.array([at for at, spots in enumerate(some) for _ in spots], np.int64)
            fields = np.array([article * width + field for spots in some for article, field in spots], np.uint32)
            shuffled = np.random.default_rng(begin).permutation(len(which))
            writer.add(len(some), which[shuffled], fields[shuffled])
        writer.write(file, "p")

    file = reopened(fill)
    found = ArticleLists(file, "p", documents)
    assert 0 not in found
    for term, spots in enumerate(lists, 1):
        by_article = Counter(article for article, _ in spots)
        assert found.size(term) == len(by_article)
        assert (term in found) == (len(spots) >= frequent)
        if term in found:
            assert found.articles(term).tolist() == sorted(by_article)
            by_field = Counter(spots)
            wanted = [[by_field[article, field] for field in range(width)] for article in sorted(by_article)]
            assert found.table[found.kinds(term)].tolist() == wanted
            _check_some(found, term, documents)
    assert len(lists) + 1 not in found
    return found


def _check_some(found: ArticleLists, term: int, documents: int) -> None:
    """Asked about some articles only, a term has those of its articles and their counts."""
    dice = np.random.default_rng(term)
    articles = found.articles(term)
    for share in (0, 0.1, 0.7, 1):
        asked = dice.random(documents) < share
        there, kinds = found.among(term, asked)
        assert there.tolist() == articles[asked[articles]].tolist()
        assert found.table[kinds].tolist() == found.table[found.kinds(term)[asked[articles]]].tolist()
        few = asked.nonzero()[0]
        inside, kinds = found.of_some(term, few)
        assert few[inside].tolist() == there.tolist()
        assert found.table[kinds].tolist() == found.table[found.kinds(term)[asked[articles]]].tolist()
        for one_of in (asked, None):
            together, (_, kinds) = found.common([1, term], one_of)
            both = np.intersect1d(found.articles(1), articles)
            assert together.tolist() == (both if one_of is None else both[asked[both]]).tolist()
            of_term = np.isin(articles, together)
            assert found.table[kinds].tolist() == found.table[found.kinds(term)[of_term]].tolist()


def _spots(dice: np.random.Generator, count: int, documents: int, width: int) -> list[Spot]:
    """Occurrences of a term: in few articles or in many, evenly or most of them in one field."""
    room = int(dice.integers(1, documents + 1))
    articles = dice.integers(0, documents, room)[dice.integers(0, room, count)]
    fields = np.minimum(dice.geometric(dice.choice([0.3, 0.9]), count) - 1, width - 1)
    return list(zip(articles.tolist(), fields.tolist(), strict=True))


@MODEST
@given(
    st.integers(0, 2**32),
    st.sampled_from([1, 8, 9, 100, 3000]),
    st.integers(1, 4),
    st.lists(st.integers(1, 40), max_size=12),
    st.sampled_from([4, 1]),
    st.integers(1, 5),
)
def test_lists_and_counts_come_back(
    seed: int, documents: int, width: int, counts: list[int], bits: int, at_once: int
) -> None:
    """Random terms in few and many articles and fields: who is frequent, in which articles, how often in each field."""
    dice = np.random.default_rng(seed)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(article_lists_writer, "FREQUENT", 4)
        patched.setattr(article_lists_writer, "_LOW_COUNT_BITS", bits)
        _check([_spots(dice, count, documents, width) for count in counts], documents, width, 4, at_once)


def test_frequent_terms_are_those_with_so_many_occurrences() -> None:
    """From 1,024 occurrences on a term has a list, with one less it has only its number of articles."""
    dice = np.random.default_rng(3)
    counts = [FREQUENT + 5000, FREQUENT + 1, FREQUENT, FREQUENT - 1, 7, 2, 1, 1]
    found = _check([_spots(dice, count, 20_000, 4) for count in counts], 20_000, 4, FREQUENT)
    assert len(found.sizes) == 3


@pytest.mark.parametrize("more", [-1, 0, 1])
def test_lists_and_bitmaps_meet_at_one_article_in_nine(more: int) -> None:
    """Terms just below and above the bound between the two forms, the first and the last article among theirs."""
    documents = 9 * 300 + 4
    for size in (300 + more, documents, 2):
        articles = np.linspace(0, documents - 1, size).astype(int).tolist()
        found = _check([[(at, 0) for at in articles for _ in range(4)], [(5, 1)] * 1024], documents, 2, FREQUENT)
        assert found._is_bitmap[0] == (9 * size > documents)


def test_kinds_beyond_a_half_byte_come_back(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hundreds of different counts, those that many articles share and those that one has alone, of several terms."""
    many = [(article, field) for article in range(600) for field in range(3) for _ in range(article * (field + 1) % 97)]
    monkeypatch.setattr(article_lists_writer, "_AT_ONCE", 100)
    few = [(article, article % 3) for article in range(0, 600, 2) for _ in range(1 + article % 5)]
    also = [(article, 1) for article in range(300, 400) for _ in range(article - 280)]
    found = _check([many, few, also, [(7, 2)] * 2000], 600, 3, FREQUENT, at_once=2)
    assert len(found.table) > 100
    assert len(np.unique(found.table, axis=0)) == len(found.table)


def test_kinds_beyond_a_byte_come_back(monkeypatch: pytest.MonkeyPatch) -> None:
    """So many different counts that some are beyond the escapes, of terms that begin with a whole byte or a half."""
    monkeypatch.setattr(article_lists_writer, "_AT_ONCE", 100)
    monkeypatch.setattr(article_lists, "WIDE", 40)
    monkeypatch.setattr(article_lists_writer, "WIDE", 40)
    dice = np.random.default_rng(4)
    lists = []
    for documents in (301, 600, 77, 600):
        counts = np.minimum(dice.geometric(0.02, (documents, 2)), 90)
        lists.append([(at, field) for at in range(documents) for field in (0, 1) for _ in range(counts[at, field])])
    found = _check(lists, 600, 2, FREQUENT, at_once=2)
    assert len(found.table) > 500
    assert {int(size) & 1 for size in found.sizes} == {0, 1}


def test_the_commonest_counts_come_first() -> None:
    """The kinds are numbered by how many articles and terms have them."""
    once = [(article, 0) for article in range(1000)]
    twice = [(article, 1) for article in range(500) for _ in range(2)]
    found = _check([once + [(1500, 0), (1500, 1)] * 20, twice + [(1501, 0)] * 100], 2000, 2, FREQUENT)
    assert found.table[0].tolist() == [1, 0]
    assert found.table[1].tolist() == [0, 2]


def test_no_terms_at_all_are_written_too() -> None:
    """An archive without a syllable has no lists."""
    found = _check([], 3, 4, FREQUENT)
    assert 1 not in found
    assert len(found.sizes) == 0
