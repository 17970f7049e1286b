"""What of an index can still be read, however damaged the rest is: which pages it knew, and articles by their ids.

A table of contents says which articles stand. Where none reads, the ledger does, by the digests of their contents: then
every segment that lies in the folder is looked through. Each article is checked by itself.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import numpy as np

from corpus.article import Article
from index.errors import DamagedIndexError, IndexVersionError
from index.generations import LEDGER_SUFFIX, SEGMENT_SUFFIX, Generation
from index.ledger.ledger import Ledger
from index.segment.array_file import ArrayFile
from index.segment.exact_values import ExactValues
from index.segment.segment import stored_in
from index.store import open_generation, reading
from index.stored import article_bytes, article_of, digest


class Remains:
    """The remains of an index. Raises ``UnreadableIndexError`` where the system does not let us look."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._generation: Generation | None = None
        with suppress(DamagedIndexError, IndexVersionError):
            self._generation = open_generation(folder)
        self.ledger = self._newest_ledger()
        """The ledger; ``None`` where it does not read."""
        self._where: dict[str, list[tuple[ArrayFile, int]]] | None = None

    def article(self, identity: str, mark: bytes) -> Article | None:
        """The article with an id and a digest, ``None`` where it does not read."""
        if self._where is None:
            self._where = {}
            for file, numbers, ids in self._segments():
                for number in numbers:
                    with suppress(Exception):  # an id that is damaged is that of no article
                        self._where.setdefault(ids.of(number) or "", []).append((file, number))
        for file, number in self._where.get(identity, ()):
            with suppress(Exception):
                article = article_of(stored_in(file, number))
                if article.id == identity and (self._generation or digest(article_bytes(article)) == mark):
                    return article
        return None

    def _newest_ledger(self) -> Ledger | None:
        if self._generation is not None and self._generation.ledger is None:
            return Ledger()
        names = [self._generation.ledger or ""] if self._generation else self._files(LEDGER_SUFFIX)
        for name in sorted(names, key=lambda name: (len(name), name), reverse=True):
            with suppress(DamagedIndexError), reading(self._folder), open(self._folder / name, "rb") as stored:
                return Ledger(stored)
        return None

    def _segments(self) -> list[tuple[ArrayFile, Sequence[int], ExactValues]]:
        """The segments that open, each with the numbers of its articles and their ids."""
        found: list[tuple[ArrayFile, Sequence[int], ExactValues]] = []
        entries = self._generation.segments if self._generation else ()
        live = {entry.name + SEGMENT_SUFFIX: entry.live for entry in entries}
        for name in live if self._generation else self._files(SEGMENT_SUFFIX):
            flags = live.get(name)
            with suppress(DamagedIndexError), reading(self._folder):
                file = ArrayFile(self._folder / name, as_it_is=True)
                ids = ExactValues(file, "facts.id")
                numbers = range(len(ids.numbers)) if flags is None else np.flatnonzero(flags).tolist()
                found.append((file, numbers, ids))
        return found

    def _files(self, suffix: str) -> list[str]:
        return [name for name in os.listdir(self._folder) if name.endswith(suffix)]
