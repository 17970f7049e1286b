"""What a run of indexing says of itself: while it goes, and when it has ended."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.pages import Skipped


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run has come: files done and to do, articles read so far, and whether it is writing them out.

    ``share`` is that of the bytes of all files that are read, as far as that can be told.
    """

    files: int
    all_files: int
    articles: int
    is_writing: bool = False
    share: float = 0.0


@dataclass(frozen=True, slots=True)
class Shared:
    """Ids that a file gives and another one too, whose articles count: their number, and one of them."""

    path: str
    other: str
    count: int
    example: str


@dataclass(frozen=True, slots=True)
class Report:
    """What a run did, in articles; ``unchanged`` were in step already.

    ``skipped`` names what could not be read, and the files in which dates were not understood, ``shared`` the files
    whose articles have ids that another file gives too, and ``repeated`` counts the articles with an id that an earlier
    one of the same file had. ``lost_readers`` counts the processes that were to read and ended early. ``carried_over``
    is how many articles a rebuild took from the old index, since their pages do not read or are not there, and ``lost``
    how many it could not, since the old index does not read either; ``None`` where nobody knows, for that does not say
    what it had.
    """

    added: int
    replaced: int
    removed: int
    unchanged: int
    skipped: tuple[Skipped, ...]
    shared: tuple[Shared, ...]
    repeated: int
    seconds: float
    lost_readers: int = 0
    carried_over: int = 0
    lost: int | None = 0

    @property
    def found_any(self) -> bool:
        """Whether there was anything to be in step with."""
        return bool(self.added or self.replaced or self.removed or self.unchanged)
