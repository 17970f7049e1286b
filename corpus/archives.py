"""Archives: a zip or tar file is read as the folder that it was made from, and nothing of it is written anywhere."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from corpus import file_kinds
from corpus.article import Article
from corpus.errors import CorpusError, NestedArchiveError, NotAPageError, OversizedArchiveError
from corpus.members import Member, is_hidden
from corpus.pages import PageFile, Skipped
from corpus.reader import Entry, Reader, entries_with, suffix_of
from corpus.tar_members import tar_members
from corpus.unpack import Meter, inner_name, packing_of, unpacked
from corpus.zip_members import zip_members

DEEPEST = 3
"""How many archives may lie inside one another."""

LARGEST_HELD = 64 << 20
"""Bytes of a zip archive inside another archive: it is read from its end, so it is held in memory."""

_MOST_KINDS = 50
_LONGEST_SUFFIX = 16


class ArchiveReader:
    """Reads ``.zip`` and ``.tar``, also compressed: each member through the reader that takes it.

    An article is called by the archive's name and the member's path, as if the archive were a folder. Members of kinds
    that are not read are counted by their suffix; those that are no plain files, or whose path leads out of the
    archive, are named; hidden ones are passed over.
    """

    suffixes: tuple[str, ...] = file_kinds.ARCHIVES

    def __init__(self, readers: Sequence[Reader]) -> None:
        self._readers = readers
        self._endings = tuple(suffix for reader in readers for suffix in reader.suffixes)

    def takes(self, name: str, opening: bytes) -> bool:
        return name.endswith((".zip", ".tar"))

    def entries(self, stream: io.BufferedReader, page: PageFile) -> Iterator[Entry]:
        """The whole archive as one: what may be unpacked of it is measured while all of it is read."""
        yield partial(self._read, stream, page, 1, Meter(page.size))

    def _read(self, stream: io.BufferedReader, page: PageFile, depth: int, meter: Meter) -> Iterator[Article | Skipped]:
        """``depth`` counts the archives round its members, ``meter`` all that is unpacked of the outermost."""
        others = _Others()
        try:
            for member in _members(stream, page, meter):
                if is_hidden(member.name):
                    continue
                inside = _inside(page, member)
                try:
                    if member.fault is not None:
                        raise member.fault
                    if self.takes(name := inner_name(member.name).lower(), b""):
                        yield from self._read_archive(member, inside, depth, meter)
                    elif name.endswith(self._endings):
                        with _opened(member, meter) as content:
                            for entry in entries_with(self._readers, content, name, inside):
                                yield from entry()
                    else:
                        raise NotAPageError(suffix=suffix_of(member.name))
                except NotAPageError as error:
                    others.add(Skipped(inside.shown, error))
                except CorpusError as error:
                    yield Skipped(inside.shown, error)
        except CorpusError as error:
            yield Skipped(page.shown, error)
        yield from others.named()

    def _read_archive(self, member: Member, page: PageFile, depth: int, meter: Meter) -> Iterator[Article | Skipped]:
        if depth == DEEPEST:
            raise NestedArchiveError(most=DEEPEST)
        with _opened(member, meter) as content:
            yield from self._read(content, page, depth + 1, meter)


def _members(stream: io.BufferedReader, page: PageFile, meter: Meter) -> Iterator[Member]:
    if inner_name(page.path).lower().endswith(".tar"):
        return tar_members(stream)
    if not stream.seekable():
        content = stream.read(LARGEST_HELD + 1)
        if len(content) > LARGEST_HELD:
            raise OversizedArchiveError(limit=LARGEST_HELD >> 20)
        stream = io.BufferedReader(io.BytesIO(content))
    return zip_members(stream, meter)


def _opened(member: Member, meter: Meter) -> io.BufferedReader:
    return unpacked(member.open(), packing_of(member.name), meter)


def _inside(page: PageFile, member: Member) -> PageFile:
    """A member as a file below its archive."""
    path, shown, name = (f"{outer}/{member.name}" for outer in (page.path, page.shown, page.name))
    return replace(page, path=path, shown=shown, name=name, size=member.size)


@dataclass(slots=True)
class _Others:
    """Members of kinds that are not read: one of each kind, and how many there are."""

    _first: dict[str, Skipped] = field(default_factory=dict)
    _counts: Counter[str] = field(default_factory=Counter)

    def add(self, fault: Skipped) -> None:
        suffix = str(fault.error.details["suffix"])[:_LONGEST_SUFFIX]
        suffix = suffix if suffix in self._first or len(self._first) < _MOST_KINDS else "…"
        self._first.setdefault(suffix, fault)
        self._counts[suffix] += 1

    def named(self) -> Iterator[Skipped]:
        for suffix, fault in self._first.items():
            yield Skipped(fault.where, NotAPageError(suffix=suffix, count=self._counts[suffix]))
