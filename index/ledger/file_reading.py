"""One file while it is read: what came out of it before, what comes out of it now, and who else gives that."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.pages import PageFile, Skipped
from index.ledger.ledger import OWNED, PART_READ, Ledger, encoded, text_of

_SUPPLIERS = "SELECT file, digest, is_read, path FROM versions LEFT JOIN files ON number = file WHERE article = ?"


@dataclass(frozen=True, slots=True)
class Known:
    """What a ledger has of an article that comes out of a file: the digest of the version that stands in the index,
    whether that has no owner, or is another file's that counts more, and whether it came out of this file before."""

    standing: bytes | None = None
    is_orphan: bool = False
    is_outranked: bool = False
    is_repeated: bool = False


_UNKNOWN = Known()


class FileReading:
    """A file that is read: until ``end`` it stands in the ledger as one that was read in part, with what came out of it
    before and now."""

    def __init__(self, ledger: Ledger, page: PageFile, version: int) -> None:
        self._run = ledger.database.run
        self._page = page
        self._path = os.fsencode(page.path)
        row = self._run("SELECT number FROM files WHERE path = ?", self._path).fetchone()
        self.was_known = row is not None
        if row is not None:
            self._number = row[0]
            self._run(f"UPDATE files SET size = {PART_READ}, faults = NULL WHERE number = ?", self._number)
            self._run("UPDATE versions SET is_read = 0 WHERE file = ?", self._number)
        else:
            values = (self._path, page.name, PART_READ, page.modified, version)
            self._number = self._run("INSERT INTO files VALUES (NULL, ?, ?, ?, ?, ?, NULL)", *values).lastrowid
        self._version = version

    def known(self, article: str) -> Known:
        """What the ledger has of an article."""
        rows = self._run(_SUPPLIERS, encoded(article)).fetchall()
        if not rows:
            return _UNKNOWN
        orphan = next((digest for file, digest, _, _ in rows if not file), None)
        owner, mark = max(((path, digest) for file, digest, _, path in rows if file), default=(b"", None))
        is_repeated = any(is_read for file, _, is_read, _ in rows if file == self._number)
        is_orphan = orphan is not None
        return Known(orphan if is_orphan else mark, is_orphan, owner > self._path, is_repeated)

    def note(self, article: str, mark: bytes, known: Known) -> None:
        """Notes that an article comes out of the file; its owner takes it over where it was an orphan."""
        if known.is_orphan and not known.is_outranked:
            self._run("DELETE FROM versions WHERE article = ? AND file = 0", encoded(article))
        self._run("INSERT OR REPLACE INTO versions VALUES (?, ?, ?, 1)", encoded(article), self._number, mark)

    def end(self, faults: Sequence[Skipped], *, is_whole: bool, may_hide: bool) -> bool:
        """Notes how the file was read: to its end, with these faults; and what they ``may_hide`` of its articles.

        What does not come out of it any more is an orphan where the file owned it. A new file without any article is
        forgotten, which is no change.
        """
        if not may_hide:
            left = f"SELECT article, 0, digest, 0 FROM versions WHERE {OWNED} AND NOT is_read"
            self._run(f"INSERT OR IGNORE INTO versions {left}", self._number)
            self._run("DELETE FROM versions WHERE file = ? AND NOT is_read", self._number)
        gives_any = self._run("SELECT 1 FROM versions WHERE file = ? LIMIT 1", self._number).fetchone() is not None
        if not (gives_any or self.was_known):
            self._run("DELETE FROM files WHERE number = ?", self._number)
            return False
        self._run(
            "UPDATE files SET size = ?, modified = ?, reader = ?, faults = ? WHERE number = ?",
            self._page.size if gives_any and is_whole else PART_READ,
            self._page.modified,
            self._version,
            text_of(faults),
            self._number,
        )
        return True
