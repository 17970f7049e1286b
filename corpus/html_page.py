"""A saved news page of any site: the article that its author wrote, and nothing of the page around it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from corpus.article import Article
from corpus.decode import decode
from corpus.errors import CorpusError, NoArticleError, OversizedPageError
from corpus.html.byline import find_author, find_source, find_url, take_closing_lines
from corpus.html.headline import find_headline
from corpus.html.main_box import find_main_box
from corpus.html.metadata import Metadata, metadata
from corpus.html.published import find_published
from corpus.html.section import find_section
from corpus.html.shown import Shown, shown
from corpus.html.source import declared_charset, looks_like_html, parse, saved_from
from corpus.html.text import Text, read_text, stated_text
from corpus.pages import PageFile, Skipped
from corpus.quotations import quotations

LARGEST_PAGE = 32 << 20
"""Bytes of a page, with pictures that a browser has saved in it."""

_SHORTEST_ARTICLE = 150
_SHORTEST_UNDATED = 300
"""Characters of prose without which a page that gives no date is no article."""

_SENTENCE = 60
_SHORTEST_BESIDE_VIDEO = 400
_FEWEST_PICTURES = 3
_HEADLINE = 25
_FEWEST_POINTERS = 3
_LIST = 0.6
"""The share of paragraphs below a link as long as a headline, from which on a page is a list of articles."""


_TEXT_SUFFIXES = (".txt", ".text")
"""Names under which scrapers keep pages of HTML as well."""


class HtmlPageReader:
    """Reads ``.html``, and a ``.txt`` that is HTML: one saved page, one article."""

    suffixes: tuple[str, ...] = (".html", ".htm", ".xhtml", ".shtml")

    def takes(self, name: str, opening: bytes) -> bool:
        return name.endswith(self.suffixes) or (name.endswith(_TEXT_SUFFIXES) and looks_like_html(opening))

    def read(self, stream: BinaryIO, page: PageFile) -> Iterator[Article | Skipped]:
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
    headline = find_headline(page, main, meta)
    if headline is None:
        raise NoArticleError()
    body = read_text(page, main, headline, meta)
    if not body.paragraphs and meta.body is not None:
        body = stated_text(meta.body)
    closing_author, closing_source = take_closing_lines(page, body)
    published = find_published(page, main, headline, meta)
    if not _is_article(page, body, meta, published):
        raise NoArticleError()
    paragraphs = tuple(body.paragraphs)
    return Article(
        id=name,
        path=path,
        title=headline.text,
        published=published,
        author=closing_author or find_author(page, main, headline, body, meta),
        source=closing_source or find_source(page, main, headline, body, meta),
        section=find_section(page, main, headline, meta),
        url=find_url(meta, saved_from(text)),
        encoding=encoding,
        lead=body.lead,
        paragraphs=paragraphs,
        captions=body.captions,
        quotes=quotations(body.lead, paragraphs),
    )


def _is_article(page: Shown, body: Text, meta: Metadata, published: str | None) -> bool:
    prose = sum(len(paragraph) for paragraph in body.paragraphs if len(paragraph) >= _SENTENCE)
    if not body.paragraphs:
        return len(body.captions) >= _FEWEST_PICTURES
    above = [page.lines[at - 1] for at in body.lines if at]
    pointers = sum(line.linked >= 0.9 and len(line.text) >= _HEADLINE for line in above)
    if pointers >= _FEWEST_POINTERS and pointers >= _LIST * len(body.paragraphs):
        return False
    if meta.is_video:
        return prose >= _SHORTEST_BESIDE_VIDEO
    return prose >= (_SHORTEST_ARTICLE if published or meta.is_article else _SHORTEST_UNDATED)
