"""Three hundred and forty-six pages in as many layouts, as scrapers leave them, against what a person reads on them.

The figures are floors under what is reached; ``make read-eval`` prints them, with every error.
"""

from __future__ import annotations

import pytest

from corpus.article import Article
from corpus.readers import read_paths
from tests.corpus.reading_score import FACTS, Score, expectations


@pytest.fixture(scope="module")
def score() -> Score:
    total = Score()
    for page, wanted in expectations():
        (article,) = read_paths([str(page)])
        assert isinstance(article, Article)
        total.add(page.stem, article, wanted)
    return total


def test_every_page_is_read_as_one_article(score: Score) -> None:
    """No page is passed over, and none gives two articles; else there is no score."""
    assert score.pages >= 346


@pytest.mark.parametrize(
    ("fact", "floor"),
    [
        ("title", 0.99), ("published", 0.99), ("author", 0.985), ("source", 0.99), ("section", 0.98), ("lead", 0.955),
        ("paragraphs", 0.925), ("captions", 0.965),
    ],
)  # fmt: skip
def test_facts_of_pages_in_many_layouts(score: Score, fact: str, floor: float) -> None:
    """Of each fact, at least so many pages are read exactly as a person reads them."""
    assert fact in FACTS
    assert score.facts[fact] / score.pages >= floor, [error for error in score.errors if error[0] == fact]


def test_quotations_of_all_kinds_on_them(score: Score) -> None:
    """Passages, speech told from phrases, and speakers, over more than 2,500 quotations."""
    assert score.quotations.wanted > 2500
    assert score.quotations.f1 >= 0.98
    assert score.kinds.right / score.kinds.wanted >= 0.96
    assert score.speech.f1 >= 0.955
    assert score.speakers.precision >= 0.92
    assert score.speakers.f1 >= 0.88
