"""Saved pages of many layouts, each against what a person reads on it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from corpus.article import Article
from corpus.errors import NoArticleError
from corpus.html_page import read_html_page
from corpus.readers import read_paths

FOLDER = Path(__file__).with_name("html_pages")
PAGES = sorted(page for page in FOLDER.iterdir() if page.suffix in (".html", ".htm", ".xhtml"))
FACTS = ["title", "published", "author", "source", "section", "url", "lead", "paragraphs", "captions"]


def _expected(page: Path) -> dict[str, Any]:
    facts: dict[str, Any] = json.loads(page.with_suffix(".json").read_text("utf-8"))
    return facts


def _read(page: Path) -> Article:
    return read_html_page(page.read_text("utf-8"), page.name, str(page))


def test_there_are_pages_of_many_layouts() -> None:
    """Every page has its expected article, and every expected article its page."""
    assert len(PAGES) >= 45
    assert {page.stem for page in PAGES} == {facts.stem for facts in FOLDER.glob("*.json")}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_article_and_nothing_of_the_page_around_it(page: Path) -> None:
    """Every fact and every text is what stands on the page, character for character."""
    article, expected = _read(page), _expected(page)
    got = {fact: getattr(article, fact) for fact in FACTS}
    assert {fact: list(value) if isinstance(value, tuple) else value for fact, value in got.items()} == {
        fact: expected[fact] for fact in FACTS
    }


def test_quotations_in_marks_are_found_as_in_text_pages() -> None:
    """The passages in quotation marks of the pages that list them, each in its paragraph."""
    listed = 0
    for page in PAGES:
        article = _read(page)
        found = {(quote.text, quote.paragraph) for quote in article.quotes}
        for quote in _expected(page).get("quotes", []):
            text = article.paragraphs[quote["paragraph"]]
            if text[text.index(quote["text"]) - 1] in '“"':
                assert (quote["text"], quote["paragraph"]) in found
                listed += 1
    assert listed >= 7


@pytest.mark.parametrize("page", sorted((FOLDER / "without_article").iterdir()), ids=lambda page: page.stem)
def test_a_page_without_an_article_is_none(page: Path) -> None:
    """Lists, frames, films, messages and shells of scripts have no article, and say so."""
    with pytest.raises(NoArticleError):
        _read(page)


def test_pages_are_read_among_other_files() -> None:
    """A folder of saved pages gives its articles, and names the pages that have none with their reason."""
    pages = [*PAGES, *(FOLDER / "without_article").iterdir()]
    found = list(read_paths([str(page) for page in pages]))
    articles = [item for item in found if isinstance(item, Article)]
    kinds = [item.error.kind for item in found if not isinstance(item, Article)]
    assert len(articles) == len(PAGES)
    assert kinds.count("no-article") == len(list((FOLDER / "without_article").iterdir()))
