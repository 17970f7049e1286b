"""What is kept comes back as it was: articles and the ledger."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from corpus.article import Article, Quotation, QuotationKind
from corpus.errors import BrokenRecordError
from corpus.pages import Skipped
from index.ledger import Ledger, PageEntry
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


def test_a_ledger_comes_back_as_it_was() -> None:
    """Files, their articles and their faults survive storing."""
    ledger = Ledger()
    fault = Skipped("/a/x.jsonl, line 3", BrokenRecordError(reason="nothing there"))
    ledger.record("/a/x.jsonl", PageEntry("a/x.jsonl", 10, 20, 1, {"1": "ab", "2": "cd"}, (fault,)))
    ledger.record("/a/y.txt", PageEntry("a/y.txt", 5, 6, 1, {"a/y.txt": "ef"}))
    again = Ledger.from_bytes(ledger.to_bytes())
    assert list(again.pages) == list(ledger.pages)
    assert again.pages["/a/y.txt"] == ledger.pages["/a/y.txt"]
    kept = again.pages["/a/x.jsonl"].faults[0]
    assert (kept.where, type(kept.error), str(kept.error)) == (fault.where, BrokenRecordError, str(fault.error))


def test_the_last_supplier_in_path_order_owns_an_article() -> None:
    """Of several files with one article the last counts, and the one before it when that is gone."""
    ledger = Ledger()
    for path in ("/b", "/c", "/a"):
        ledger.record(path, PageEntry(path, 1, 1, 1, {"same": path}))
    assert ledger.owner("same") == "/c"
    ledger.forget("/c")
    assert ledger.owner("same") == "/b"
    ledger.forget("/a")
    ledger.forget("/b")
    assert ledger.owner("same") is None


def test_a_name_belongs_to_one_file() -> None:
    """A file that is recorded keeps its name; another may have it when the first is gone."""
    ledger = Ledger()
    ledger.record("/a/x", PageEntry("x", 1, 1, 1, {}))
    assert not ledger.claim("x", "/b/x")
    ledger.forget("/a/x")
    assert ledger.claim("x", "/b/x")
