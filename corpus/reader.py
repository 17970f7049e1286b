"""What a reader is, and the choice among several."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from io import BufferedReader
from typing import Protocol

from corpus.article import Article
from corpus.errors import NotAPageError
from corpus.pages import PageFile, Skipped

Entry = Callable[[], Iterable[Article | Skipped]]
"""What one article comes from, found but not yet read: a line, a row, a page. It is read when it is called."""


class Reader(Protocol):
    """Finds in the bytes of one kind of file the entries that articles come from.

    An entry is to be read, or passed over, before the next one is asked for. What could not be read is named and not
    raised, in an entry as well.

    What the stream raises it may let through. ``suffixes`` are those of the files that it may take; whether it does it
    says of a file by its ``name`` in small letters, without the suffix of a compression, and its first bytes (some
    thousands, or all).
    """

    suffixes: tuple[str, ...]

    def takes(self, name: str, opening: bytes) -> bool: ...

    def entries(self, stream: BufferedReader, page: PageFile) -> Iterator[Entry]: ...


def entries_with(readers: Iterable[Reader], stream: BufferedReader, name: str, page: PageFile) -> Iterator[Entry]:
    """The entries in a stream of the decompressed bytes of a file by this name, through the first that takes it.

    Raises ``NotAPageError`` where none does, and ``CorpusError`` where the stream does.
    """
    name = name.lower()
    opening = stream.peek()
    reader = next((reader for reader in readers if reader.takes(name, opening)), None)
    if reader is None:
        raise NotAPageError(suffix=suffix_of(name))
    yield from reader.entries(stream, page)


def suffix_of(name: str) -> str:
    """What says of which kind a file is: its last suffix, or where it has none its name."""
    stem, point, suffix = name.rpartition("/")[2].rpartition(".")
    return f".{suffix}".lower() if point and stem and suffix else name.rpartition("/")[2]
