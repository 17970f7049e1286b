"""Which pages is the index in step with? The state of each file that was read, and the articles that came out of it.

A file that the table of contents names, so that a commit holds both the articles and the record of them. Version 1: a
zstandard frame, with a checksum, over JSON, ``{"version": 1, "orphans": [id, …], "pages": {path: [name, size, modified,
reader, {id: digest}, [[where, kind, details], …]]}}``; ``size`` is -1 for a file that was not read to its end.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from corpus.errors import CorpusError
from corpus.pages import Skipped
from index.stored import compress, decompress

LEDGER_VERSION = 1
PART_READ = -1
"""The size that is noted for a file that was not read to its end, so that it is read again."""

NAMED_FAULTS = 100
"""Faults that are kept by name for one file; a file with more is read again each time."""


@dataclass(frozen=True, slots=True)
class PageEntry:
    """A file as it was when it was read, the name under which it was, and what came out of it."""

    name: str
    size: int
    modified: int
    reader: int
    articles: Mapping[str, str]
    faults: tuple[Skipped, ...] = ()


@dataclass(slots=True)
class Ledger:
    """The files in an index by path, and the suppliers of each article: of several, the last in path order counts.

    ``orphans`` are articles that stand in the index without the file whose version they are: that was dropped, or does
    not give them any more, and what is to become of them is not settled yet.
    """

    pages: dict[str, PageEntry] = field(default_factory=dict)
    orphans: set[str] = field(default_factory=set)
    _suppliers: dict[str, tuple[str, ...]] = field(default_factory=dict)
    _names: dict[str, str] = field(default_factory=dict)

    def claim(self, name: str, path: str) -> bool:
        """Whether a file may have this name: nobody else has it. It is the file's from then on."""
        return self._names.setdefault(name, path) == path

    def record(self, path: str, entry: PageEntry) -> None:
        """Puts a file's entry in the place of an earlier one."""
        self.forget(path)
        self.pages[path] = entry
        self._names[entry.name] = path
        alone = (path,)  # one for all articles of a file
        for article in entry.articles:
            others = self._suppliers.get(article)
            self._suppliers[article] = (*others, path) if others else alone

    def forget(self, path: str) -> None:
        """Drops a file, its name, and its claim to the articles that came out of it."""
        entry = self.pages.pop(path, None)
        if entry is None:
            return
        self._names.pop(entry.name, None)
        for article in entry.articles:
            others = tuple(other for other in self._suppliers.pop(article) if other != path)
            if others:
                self._suppliers[article] = others

    def disown(self, article: str) -> None:
        """Notes that an article is not in the index: whatever file is said to give it has to be read again."""
        for path in sorted(self._suppliers.get(article, ())):
            entry = self.pages[path]
            others = {other: mark for other, mark in entry.articles.items() if other != article}
            self.record(path, replace(entry, articles=others, size=PART_READ))

    def suppliers(self, article: str) -> tuple[str, ...]:
        """The files that give an article."""
        return self._suppliers.get(article, ())

    def owner(self, article: str) -> str | None:
        """The file whose version of an article stands in the index."""
        return max(self.suppliers(article), default=None)

    def to_bytes(self) -> bytes:
        pages = {path: _row(entry) for path, entry in self.pages.items()}
        content = {"version": LEDGER_VERSION, "orphans": sorted(self.orphans), "pages": pages}
        return compress(json.dumps(content, separators=(",", ":")).encode())

    @classmethod
    def from_bytes(cls, stored: bytes) -> Ledger:
        content = json.loads(decompress(stored))
        ledger = cls(orphans=set(content["orphans"]))
        for path, (name, size, modified, reader, articles, faults) in content["pages"].items():
            found = tuple(_fault(*fault) for fault in faults)
            ledger.record(path, PageEntry(name, size, modified, reader, articles, found))
        return ledger


def _row(entry: PageEntry) -> list[object]:
    faults = [
        [fault.where, fault.error.kind, {name: str(value) for name, value in fault.error.details.items()}]
        for fault in entry.faults
    ]
    return [entry.name, entry.size, entry.modified, entry.reader, entry.articles, faults]


def _fault(where: str, kind: str, details: dict[str, object]) -> Skipped:
    family = next((error for error in CorpusError.__subclasses__() if error.kind == kind), CorpusError)
    return Skipped(where, family(**details))
