"""A saved news page of any site: the article that its author wrote, and nothing of the page around it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import BinaryIO

from corpus import file_kinds
from corpus.article import Article
from corpus.decode import decode
from corpus.errors import CorpusError, NoArticleError, OversizedPageError
from corpus.html.byline import find_author, find_source, find_url, take_closing_lines
from corpus.html.has_article import has_article
from corpus.html.headline import find_headline
from corpus.html.main_box import find_main_box
from corpus.html.metadata import metadata
from corpus.html.near_roles import narrow_roles
from corpus.html.published import find_published
from corpus.html.section import find_section
from corpus.html.shown import shown
from corpus.html.source import declared_charset, looks_like_html, parse, saved_from
from corpus.html.text import read_text, stated_text
from corpus.pages import PageFile, Skipped
from corpus.quotations import quotations
from corpus.reader import Entry

LARGEST_PAGE = 32 << 20
"""Bytes of a page, with pictures that a browser has saved in it."""

_TEXT_SUFFIXES = (".txt", ".text")
"""Names under which scrapers keep pages of HTML as well."""


class HtmlPageReader:
    """Reads ``.html``, and a ``.txt`` that is HTML: one saved page, one article."""

    suffixes: tuple[str, ...] = file_kinds.HTML

    def takes(self, name: str, opening: bytes) -> bool:
        return name.endswith(self.suffixes) or (name.endswith(_TEXT_SUFFIXES) and looks_like_html(opening))

    def entries(self, stream: BinaryIO, page: PageFile) -> Iterator[Entry]:
        yield partial(_read, stream, page)


def _read(stream: BinaryIO, page: PageFile) -> Iterator[Article | Skipped]:
    content = stream.read(LARGEST_PAGE + 1)
    try:
        if len(content) > LARGEST_PAGE:
            raise OversizedPageError(limit=LARGEST_PAGE >> 20)
        decoded = decode(content, declared_charset(content))
        yield read_html_page(decoded.text, page.name, page.shown, decoded.unusual)
    except CorpusError as error:
        yield Skipped(page.shown, error)


def read_html_page(text: str, name: str, path: str, encoding: str | None = None) -> Article:
    """The article on a page of HTML.

    Raises ``NoArticleError``, ``UnwieldyPageError``, ``OversizedPageError`` and ``GarbledTextError``.
    """
    root = parse(text)
    meta = metadata(root)
    page = shown(root)
    main = find_main_box(page)
    narrow_roles(page, main)
    headline = find_headline(page, main, meta)
    if headline is None:
        raise NoArticleError()
    body = read_text(page, main, headline, meta)
    if not body.paragraphs and meta.body is not None:
        body = stated_text(meta.body)
    closing_author, closing_source = take_closing_lines(page, body)
    published = find_published(page, main, headline, meta)
    if not has_article(page, headline, body, meta, published):
        raise NoArticleError()
    paragraphs = tuple(body.paragraphs)
    author = closing_author or find_author(page, main, headline, body, meta)
    return Article(
        id=name,
        path=path,
        title=headline.text,
        published=published,
        author=author,
        source=closing_source or find_source(page, main, headline, body, meta, author),
        section=find_section(page, main, headline, meta),
        url=find_url(meta, saved_from(text)),
        encoding=encoding,
        lead=body.lead,
        paragraphs=paragraphs,
        captions=body.captions,
        quotes=quotations(body.lead, paragraphs),
    )
