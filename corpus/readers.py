"""A file to its articles: the list of readers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from corpus.archives import ArchiveReader
from corpus.article import Article
from corpus.errors import CorpusError, NotAPageError, UndatedError
from corpus.file_kinds import SUFFIXES
from corpus.headed_pages import HeadedPagesReader
from corpus.html_page import HtmlPageReader
from corpus.json_document import JsonDocumentReader
from corpus.json_lines import JsonLinesReader
from corpus.pages import PageFile, Skipped
from corpus.reader import Reader, read_with, suffix_of
from corpus.tables import TableReader
from corpus.text.page import TextPageReader
from corpus.unpack import inner_name, opened
from corpus.vocabulary_limit import refuse_endless_vocabulary
from corpus.walk import find_pages

PAGE_READERS: tuple[Reader, ...] = (
    HtmlPageReader(),
    HeadedPagesReader(),
    TextPageReader(),
    JsonLinesReader(),
    JsonDocumentReader(),
    TableReader(),
)
"""What reads a file of pages, in the order in which they are asked."""

READERS: tuple[Reader, ...] = (*PAGE_READERS, ArchiveReader(PAGE_READERS))


def read_page(page: PageFile) -> Iterator[Article | Skipped]:
    """The articles in one file, in its order; what cannot be read comes as ``Skipped``.

    Dates that are not understood come as one of these, behind all others: where a data set writes its dates in a form
    of its own there are as many as articles, and they are one thing to know.
    """
    undated: UndatedError | None = None
    count = 0
    try:
        if not page.path.lower().endswith(SUFFIXES):
            raise NotAPageError(suffix=suffix_of(page.path))
        with opened(page.path) as stream:
            for item in read_with(READERS, stream, inner_name(page.path), page):
                if isinstance(item, Article):
                    yield _within_limits(item)
                elif isinstance(item.error, UndatedError):
                    undated, count = undated or item.error, count + 1
                else:
                    yield item
    except CorpusError as error:
        yield Skipped(page.shown, error)
    if undated is not None:
        yield Skipped(page.shown, UndatedError(count=count, example=undated.details["example"]))


def _within_limits(article: Article) -> Article | Skipped:
    try:
        refuse_endless_vocabulary(article)
    except CorpusError as error:
        return Skipped(article.path, error)
    return article


def read_paths(paths: Iterable[str]) -> Iterator[Article | Skipped]:
    """All articles at and below ``paths``. Raises ``NoSuchPathError``."""
    for found in find_pages(paths):
        if isinstance(found, PageFile):
            yield from read_page(found)
        else:
            yield found
