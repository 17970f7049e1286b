"""A file to its articles: the list of readers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from corpus.archives import ArchiveReader
from corpus.article import Article
from corpus.errors import CorpusError, NotAPageError
from corpus.file_kinds import SUFFIXES
from corpus.headed_pages import HeadedPagesReader
from corpus.html_page import HtmlPageReader
from corpus.json_document import JsonDocumentReader
from corpus.json_lines import JsonLinesReader
from corpus.pages import PageFile, Skipped
from corpus.reader import Reader, entries_with, suffix_of
from corpus.tables import TableReader
from corpus.text.page import TextPageReader
from corpus.turns import WHOLE, Share, Turn
from corpus.undated import dates_last
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

    Dates that are not understood come as one of these, behind all others.
    """
    return dates_last(page, (item for item in read_share(page, WHOLE) if not isinstance(item, Turn)))


def read_share(page: PageFile, share: Share) -> Iterator[Article | Skipped | Turn]:
    """What comes out of the entries of a share of one file, in its order, with the ends of its turns.

    What a file is to blame for comes as ``Skipped``, in the share in which the next entry would be.
    """
    number = 0
    try:
        if not page.path.lower().endswith(SUFFIXES):
            raise NotAPageError(suffix=suffix_of(page.path))
        with opened(page.path) as stream:
            for number, entry in enumerate(entries_with(READERS, stream, inner_name(page.path), page), 1):
                if not share.has(number - 1):
                    continue
                for item in entry():
                    yield _within_limits(item) if isinstance(item, Article) else item
                if share.is_over(number - 1):
                    yield Turn.OVER
    except CorpusError as error:
        if share.has(number):
            yield Skipped(page.shown, error)


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
