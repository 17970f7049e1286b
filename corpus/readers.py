"""A file to its articles: the list of readers, and the choice among them by suffix."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, Protocol

from corpus.article import Article
from corpus.errors import CorpusError, NotAPageError
from corpus.html_page import HtmlPageReader
from corpus.json_lines import JsonLinesReader
from corpus.pages import PageFile, Skipped
from corpus.text_page import TextPageReader
from corpus.unpack import PACKED_SUFFIXES, inner_name, opened
from corpus.walk import walk


class Reader(Protocol):
    """Turns the bytes of one kind of file into articles, and names what it could not read instead of raising."""

    suffixes: tuple[str, ...]

    def read(self, stream: BinaryIO, page: PageFile) -> Iterator[Article | Skipped]: ...


READERS: tuple[Reader, ...] = (TextPageReader(), JsonLinesReader(), HtmlPageReader())

SUFFIXES = tuple(
    suffix + packed for reader in READERS for suffix in reader.suffixes for packed in ("", *PACKED_SUFFIXES)
)
"""Every ending that a page may have."""

READER_VERSION = 3
"""Goes up when a reader learns to read the same bytes differently, so that an index knows to read them again."""


def read_page(page: PageFile) -> Iterator[Article | Skipped]:
    """The articles in one file, in its order; what cannot be read comes as ``Skipped``."""
    name = inner_name(page.path).lower()
    reader = next((reader for reader in READERS if name.endswith(reader.suffixes)), None)
    try:
        if reader is None:
            raise NotAPageError(suffix=Path(page.path).suffix or "no suffix")
        with opened(page.path) as stream:
            yield from reader.read(stream, page)
    except CorpusError as error:
        yield Skipped(page.shown, error)


def find_pages(paths: Iterable[str]) -> Iterator[PageFile | Skipped]:
    """The pages at and below ``paths``. Raises ``NoSuchPathError``."""
    return walk(paths, SUFFIXES)


def read_paths(paths: Iterable[str]) -> Iterator[Article | Skipped]:
    """All articles at and below ``paths``. Raises ``NoSuchPathError``."""
    for found in find_pages(paths):
        if isinstance(found, PageFile):
            yield from read_page(found)
        else:
            yield found
