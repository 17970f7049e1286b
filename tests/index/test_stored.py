"""What is kept of an article comes back as it was."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from corpus.article import Article, Quotation, QuotationKind
from index.stored import article_bytes, article_of, compress, digest

TEXT = st.text(st.characters(codec="utf-8"), max_size=30)
QUOTATIONS = st.builds(
    Quotation,
    text=TEXT,
    kind=st.sampled_from(QuotationKind),
    speaker=st.none() | TEXT,
    role=st.none() | TEXT,
    paragraph=st.none() | st.integers(0, 9),
    start=st.integers(0, 99),
    end=st.integers(0, 99),
    last_paragraph=st.none() | st.integers(0, 9),
)
ARTICLES = st.builds(
    Article,
    id=TEXT,
    path=TEXT,
    title=TEXT,
    published=st.none() | TEXT,
    author=st.none() | TEXT,
    source=st.none() | TEXT,
    section=st.none() | TEXT,
    url=st.none() | TEXT,
    encoding=st.none() | TEXT,
    lead=st.none() | TEXT,
    paragraphs=st.lists(TEXT, max_size=3).map(tuple),
    captions=st.lists(TEXT, max_size=2).map(tuple),
    quotes=st.lists(QUOTATIONS, max_size=2).map(tuple),
)


@given(ARTICLES)
def test_an_article_comes_back_as_it_was(article: Article) -> None:
    """Every character of every fact survives storing, quotations included."""
    assert article_of(compress(article_bytes(article))) == article


@given(ARTICLES, ARTICLES)
def test_digests_differ_where_articles_do(one: Article, other: Article) -> None:
    """A digest stands for the whole article."""
    assert (digest(article_bytes(one)) == digest(article_bytes(other))) == (one == other)
