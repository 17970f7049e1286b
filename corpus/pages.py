"""The files that articles come from, and what is said of those that none comes from."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.errors import CorpusError


@dataclass(frozen=True, slots=True)
class PageFile:
    """A file that may hold articles.

    ``path`` is absolute, as the system has it, and opens the file; ``shown`` is the same as text. ``name`` is the path
    below the folder that was asked for, that folder's own name included, and serves as the id of an article that has
    none of its own. ``size`` in bytes and ``modified`` in nanoseconds together tell whether the file is still the one
    that was read.
    """

    path: str
    shown: str
    name: str
    size: int
    modified: int

    @property
    def is_data(self) -> bool:
        """Whether articles stand in it nearly as they are, so that what came out tells how much of it is read."""
        return self.path.lower().endswith((".jsonl", ".ndjson", ".json", ".csv", ".tsv"))


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something that is not in the archive, though it lies where articles were looked for: where, and why not.

    That may be a file, a part of one, or of articles that are in the archive their dates (``UndatedError``).
    """

    where: str
    error: CorpusError
