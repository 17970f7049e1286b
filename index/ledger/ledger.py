"""Which pages is the index in step with? The state of each file that was read, and the articles that came out of it.

A file that the table of contents names, so that a commit holds both the articles and the record of them. Of several
files that give an article, the last in path order counts: it is the article's owner.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import BinaryIO

from corpus.errors import CorpusError
from corpus.pages import Skipped
from index.ledger.database import Database

PART_READ = -1
"""The size that is noted for a file that was not read to its end, so that it is read again."""

NAMED_FAULTS = 100
"""Faults that are kept by name for one file; a file with more is read again each time."""

OWNED = """
    versions.file = ?1 AND NOT EXISTS (
        SELECT 1 FROM versions AS other JOIN files ON files.number = other.file
        WHERE other.article = versions.article AND files.path > (SELECT path FROM files WHERE number = ?1)
    )
"""
"""Of all versions those of one file, ?1, that it owns."""

OWNER = "SELECT {} FROM versions JOIN files ON number = file WHERE article = {} ORDER BY path DESC LIMIT 1"
"""What is to be known of an article's owner and its version."""


@dataclass(frozen=True, slots=True)
class PageEntry:
    """A file as it was when it was read, the name under which it was, and what came out of it."""

    name: str
    size: int
    modified: int
    reader: int
    articles: Mapping[str, bytes]
    faults: tuple[Skipped, ...] = ()


class Ledger:
    """The files in an index by path, and the suppliers of each article.

    ``stored`` is what was written of one; a new one is empty. Raises ``ValueError`` where it does not read.
    ``orphans`` are articles that stand in the index without the file whose version they are: that was dropped, or does
    not give them any more, and what is to become of them is not settled yet.
    """

    def __init__(self, stored: BinaryIO | None = None) -> None:
        self.database = Database(stored)
        self._run = self.database.run

    def packed(self) -> Iterator[bytes]:
        """What is to be written of it, piece by piece."""
        return self.database.packed()

    def paths(self) -> Iterator[str]:
        """The files, in order."""
        return (path for path, _ in self.names())

    def names(self) -> Iterator[tuple[str, str]]:
        """The files, in order, each with the name under which it was first read."""
        for path, name in self._run("SELECT path, name FROM files ORDER BY path"):
            yield os.fsdecode(path), name

    def page(self, path: str) -> PageEntry | None:
        """What is noted of a file, with all its articles; ``None`` where nothing is."""
        row = self._run(
            "SELECT number, name, size, modified, reader, faults FROM files WHERE path = ?", os.fsencode(path)
        ).fetchone()
        if row is None:
            return None
        number, name, size, modified, reader, faults = row
        articles = self._run("SELECT article, digest FROM versions WHERE file = ?", number)
        of_page = {decoded(article): mark for article, mark in articles}
        return PageEntry(name, size, modified, reader, of_page, faults_of(faults))

    def record(self, path: str, entry: PageEntry) -> None:
        """Puts a file's entry in the place of an earlier one."""
        self.forget(path)
        row = (os.fsencode(path), entry.name, entry.size, entry.modified, entry.reader, text_of(entry.faults))
        number = self._run("INSERT INTO files VALUES (NULL, ?, ?, ?, ?, ?, ?)", *row).lastrowid
        versions = ((encoded(article), number, mark) for article, mark in entry.articles.items())
        self.database.run_for_each("INSERT INTO versions VALUES (?, ?, ?, 0)", versions)

    def forget(self, path: str) -> None:
        """Drops a file, its name, and its claim to the articles that came out of it."""
        where = "(SELECT number FROM files WHERE path = ?)"
        self._run(f"DELETE FROM versions WHERE file = {where}", os.fsencode(path))
        self._run("DELETE FROM files WHERE path = ?", os.fsencode(path))

    def drop(self, path: str) -> None:
        """Forgets a file that is gone; the articles that it owned are orphans."""
        for (number,) in self._run("SELECT number FROM files WHERE path = ?", os.fsencode(path)).fetchall():
            self._run(
                f"INSERT OR IGNORE INTO versions SELECT article, 0, digest, 0 FROM versions WHERE {OWNED}", number
            )
        self.forget(path)

    def disown(self, article: str) -> None:
        """Notes that an article is not in the index: whatever file is said to give it has to be read again."""
        of_article = "SELECT file FROM versions WHERE article = ?"
        self._run(f"UPDATE files SET size = {PART_READ} WHERE number IN ({of_article})", encoded(article))
        self._run("DELETE FROM versions WHERE article = ?", encoded(article))

    def name(self, path: str) -> str | None:
        """The name under which a file was first read."""
        row = self._run("SELECT name FROM files WHERE path = ?", os.fsencode(path)).fetchone()
        return str(row[0]) if row else None

    def owner(self, article: str) -> str | None:
        """The file whose version of an article stands in the index."""
        row = self._run(OWNER.format("path", "?"), encoded(article)).fetchone()
        return os.fsdecode(row[0]) if row else None

    @property
    def orphans(self) -> list[str]:
        """The articles whose owner is gone, in order."""
        found = self._run("SELECT article FROM versions WHERE file = 0 ORDER BY article").fetchall()
        return [decoded(article) for (article,) in found]

    def articles(self) -> Iterator[str]:
        """All articles that stand in the index, in order."""
        for (article,) in self._run("SELECT DISTINCT article FROM versions ORDER BY article"):
            yield decoded(article)

    def heirs(self) -> set[str]:
        """The files that hold another version of an orphan, the last in path order of each."""
        found = self._run(f"SELECT ({OWNER.format('path', 'orphans.article')}) FROM versions AS orphans WHERE file = 0")
        return {os.fsdecode(path) for (path,) in found if path is not None}

    def faults(self) -> Iterator[Skipped]:
        """Everything that was not read of the files."""
        for (faults,) in self._run("SELECT faults FROM files WHERE faults NOT NULL ORDER BY path"):
            yield from faults_of(faults)

    def __len__(self) -> int:
        """The number of files."""
        count: int = self._run("SELECT count(*) FROM files").fetchone()[0]
        return count


def encoded(article: str) -> bytes:
    """An article's id as it is stored: any text, also such as is no Unicode."""
    return article.encode("utf-8", "surrogatepass")


def decoded(article: bytes) -> str:
    """An article's id as it was. Raises ``sqlite3.DatabaseError`` where it was not written here."""
    try:
        return article.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError as error:
        raise sqlite3.DatabaseError("an id in the ledger does not read") from error


def text_of(faults: Sequence[Skipped]) -> str | None:
    """Faults as they are stored."""
    rows = [
        [fault.where, fault.error.kind, {name: str(value) for name, value in fault.error.details.items()}]
        for fault in faults
    ]
    return json.dumps(rows, separators=(",", ":")) if rows else None


def faults_of(text: str | None) -> tuple[Skipped, ...]:
    """Faults as they were stored. Raises ``sqlite3.DatabaseError`` where they were not written here."""
    try:
        return tuple(_fault(*row) for row in json.loads(text)) if text else ()
    except (ValueError, TypeError) as error:
        raise sqlite3.DatabaseError("a fault in the ledger does not read") from error


def _fault(where: str, kind: str, details: dict[str, object]) -> Skipped:
    family = next((error for error in CorpusError.__subclasses__() if error.kind == kind), CorpusError)
    return Skipped(where, family(**details))
