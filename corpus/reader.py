"""What a reader is, and the choice among several."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import BufferedReader
from typing import Protocol

from corpus.article import Article
from corpus.errors import NotAPageError
from corpus.pages import PageFile, Skipped


class Reader(Protocol):
    """Turns the bytes of one kind of file into articles, and names what it could not read instead of raising.

    What the stream raises it may let through. ``suffixes`` are those of the files that it may take; whether it does it
    says of a file by its ``name`` in small letters, without the suffix of a compression, and its first bytes (some
    thousands, or all).
    """

    suffixes: tuple[str, ...]

    def takes(self, name: str, opening: bytes) -> bool: ...

    def read(self, stream: BufferedReader, page: PageFile) -> Iterator[Article | Skipped]: ...


def read_with(
    readers: Iterable[Reader], stream: BufferedReader, name: str, page: PageFile
) -> Iterator[Article | Skipped]:
    """The articles in a stream of the decompressed bytes of a file by this name, through the first that takes it.

    Raises ``NotAPageError`` where none does, and ``CorpusError`` where the stream does.
    """
    name = name.lower()
    opening = stream.peek()
    reader = next((reader for reader in readers if reader.takes(name, opening)), None)
    if reader is None:
        raise NotAPageError(suffix=suffix_of(name))
    yield from reader.read(stream, page)


def suffix_of(name: str) -> str:
    """What says of which kind a file is: its last suffix, or where it has none its name."""
    stem, point, suffix = name.rpartition("/")[2].rpartition(".")
    return f".{suffix}".lower() if point and stem and suffix else name.rpartition("/")[2]
