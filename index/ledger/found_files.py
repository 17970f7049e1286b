"""The files that were found, beside those of the ledger: which are new or changed, and which are gone.

Those are gone that lie at or below a path that was asked for, and are not there. What lies below a place that could not
be opened may still be there. So may what lay in a folder that is there and holds no page at all any more, as where a
disk is missing: what came from it stays until the folder is gone from the one above it.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import count, groupby

from corpus.errors import UnopenedPageError
from corpus.pages import PageFile, Skipped
from index.ledger.emptied_folders import EmptiedFolders, is_below
from index.ledger.ledger import Ledger, faults_of
from index.report import Shared

_FOUND = """
    CREATE TABLE run.found (path BLOB PRIMARY KEY, shown TEXT, name TEXT NOT NULL,
    size INTEGER NOT NULL, modified INTEGER NOT NULL, place INTEGER NOT NULL) WITHOUT ROWID
"""
_NOT_IN_STEP = """
    CREATE TABLE run.unread AS SELECT found.*, files.name AS known_name FROM found LEFT JOIN files USING (path)
    WHERE files.number IS NULL
    OR (files.size, files.modified, files.reader) != (found.size, found.modified, ?) ORDER BY path
"""
_NAMES_TAKEN = """
    SELECT path FROM (
        SELECT path, name, row_number() OVER (PARTITION BY name ORDER BY place) AS turn
        FROM unread WHERE known_name IS NULL
    ) WHERE turn > 1 OR name IN (SELECT name FROM files)
"""
_SEVERAL = """
    SELECT article, files.path, found.path NOT NULL FROM versions JOIN files ON number = file
    LEFT JOIN found ON found.path = files.path
    WHERE article IN (SELECT article FROM versions WHERE file GROUP BY article HAVING count(*) > 1)
    ORDER BY article, files.path
"""


@dataclass(frozen=True, slots=True)
class Unread:
    """Files to be read: how many, their bytes, and themselves, once."""

    count: int
    size: int
    pages: Iterator[PageFile]


class FoundFiles:
    """What was found at and below some paths, noted beside a ledger for one run."""

    def __init__(self, ledger: Ledger, found: Iterable[PageFile | Skipped]) -> None:
        self.skipped: list[Skipped] = []
        self._ledger = ledger
        self._run = ledger.database.run
        self._places = count()
        self._run(_FOUND)
        self.add(found)

    def add(self, found: Iterable[PageFile | Skipped]) -> None:
        """Notes more of them, behind the others."""
        self._ledger.database.run_for_each("INSERT OR REPLACE INTO found VALUES (?, ?, ?, ?, ?, ?)", self._rows(found))

    def _rows(self, found: Iterable[PageFile | Skipped]) -> Iterator[tuple[bytes, str | None, str, int, int, int]]:
        for page in found:
            if isinstance(page, Skipped):
                self.skipped.append(page)
            else:
                shown = None if page.shown == page.path else page.shown
                yield os.fsencode(page.path), shown, page.name, page.size, page.modified, next(self._places)

    def passed_over(self, tops: Iterable[str]) -> list[str]:
        """Files that the ledger has below ``tops`` and that are there, though no page is looked for at such a place.

        They were asked for by name: hidden ones, and what lies in hidden folders and behind links to folders.
        """
        there = [path for path in self._missing(tops) if os.path.isfile(path)]
        named = set(there)
        self.skipped = [fault for fault in self.skipped if fault.where not in named]
        return there

    def vanished(self, tops: Iterable[str]) -> tuple[list[str], list[Skipped]]:
        """Files that the ledger has at or below ``tops``, but that are not there; and the folders that were emptied,
        what came from which stays."""
        tops = list(tops)
        emptied = EmptiedFolders(tops, self._holds_any)
        gone = [path for path in self._missing(tops) if not emptied.has(path)]
        return gone, emptied.skipped()

    def _missing(self, tops: Iterable[str]) -> list[str]:
        unseen = [fault.where for fault in self.skipped if isinstance(fault.error, UnopenedPageError)]
        missing = f"SELECT path FROM files WHERE {BELOW} AND path NOT IN (SELECT path FROM found)"
        paths = {os.fsdecode(path) for top in tops for (path,) in self._run(missing, *bounds(top))}
        return sorted(path for path in paths if not is_below(path, unseen))

    def _holds_any(self, folder: str) -> bool:
        found = self._run(f"SELECT 1 FROM found WHERE {BELOW} LIMIT 1", *bounds(folder)).fetchone()
        return found is not None

    def unread(self, version: int) -> Unread:
        """The files that are new, or not as they were when they were read, or would be read otherwise now; in order.

        Each is under the name that it was first read by; a new one whose name is taken gets one of its own.
        """
        self._run(_NOT_IN_STEP, version)
        many, size = self._run("SELECT count(*), coalesce(sum(size), 0) FROM unread").fetchone()
        return Unread(many, size, self._unread())

    def _unread(self) -> Iterator[PageFile]:
        taken = {path for (path,) in self._run(_NAMES_TAKEN)}
        rows = "SELECT path, shown, name, size, modified, known_name FROM unread ORDER BY rowid"
        for path, shown, name, size, modified, known_name in self._run(rows):
            if known_name is None and path in taken:
                name = f"{name}~{hashlib.blake2b(path, digest_size=4).hexdigest()}"
            as_text = os.fsdecode(path)
            yield PageFile(as_text, shown or as_text, known_name or name, size, modified)

    def faults(self, reread: Collection[str]) -> Iterator[Skipped]:
        """What the ledger has of faults in the files that were found and in step, but for those ``reread`` since."""
        rows = """
            SELECT path, faults FROM files JOIN found USING (path)
            WHERE faults NOT NULL AND path NOT IN (SELECT path FROM unread) ORDER BY place
        """
        for path, faults in self._run(rows).fetchall():
            if os.fsdecode(path) not in reread:
                yield from faults_of(faults)

    def shared(self) -> Iterator[Shared]:
        """Of the articles of these files, those that several files give: for each that is not their owner how many."""
        counts: dict[tuple[bytes, bytes], list[bytes]] = {}
        for article, rows in groupby(self._run(_SEVERAL), key=lambda row: row[0]):
            suppliers = [(path, is_found) for _, path, is_found in rows]
            if any(is_found for _, is_found in suppliers):
                for path, _ in suppliers[:-1]:
                    counts.setdefault((path, suppliers[-1][0]), []).append(article)
        for (path, owner), articles in sorted(counts.items()):
            example = articles[0].decode("utf-8", "replace")
            yield Shared(os.fsdecode(path), os.fsdecode(owner), len(articles), example)


BELOW = "(path = ?1 OR (path >= ?2 AND path < ?3))"
"""Whether a path is another one or lies below it: see ``bounds``."""


def bounds(top: str) -> tuple[bytes, bytes, bytes]:
    """The values of ``BELOW``: a path, and those between which lie all below it."""
    first = os.fsencode(top.rstrip(os.sep) + os.sep)
    return os.fsencode(top), first, first[:-1] + bytes([first[-1] + 1])
