"""Pages to an index: where the room that reads and the room that stores are joined."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from corpus.file_kinds import READER_VERSION
from corpus.pages import PageFile, Skipped
from corpus.reading_ahead import Read, read_pages
from corpus.walk import find_pages
from index.report import Progress, Report
from index.update import update
from searcher.given_paths import present


class Pages:
    """Pages on disk, as the corpus room finds and reads them: by so many other ``processes``, if given."""

    version = READER_VERSION

    def __init__(self, processes: int | None = None) -> None:
        self._processes = processes
        self.lost = 0
        """Processes that ended early."""

    def find(self, paths: Iterable[str]) -> Iterator[PageFile | Skipped]:
        return find_pages(paths)

    def read(self, pages: Sequence[PageFile]) -> Read:
        return read_pages(pages, self._processes, self._lose)

    def _lose(self) -> None:
        self.lost += 1


def bring_in_step(
    folder: str | Path,
    paths: Iterable[str],
    *,
    keep_missing: bool = False,
    rebuild: bool = False,
    dry_run: bool = False,
    memory: int | None = None,
    workers: int | None = None,
    on_progress: Callable[[Progress], None] | None = None,
) -> Report:
    """Brings the index in ``folder`` in step with the pages at and below ``paths``.

    What is new is added, what changed replaced, what vanished removed (unless ``keep_missing``). The run
    takes some ``memory`` megabytes; pages are read by so many other processes (``workers``), if not given by as many
    as there are cores besides. A path at which there is nothing is named in ``skipped``, and its pages stay. Raises
    ``NoSuchPathError`` where there is nothing at any, and the errors of the index room.
    """
    pages = Pages(workers)
    there, missing = present(paths)
    report = update(
        Path(folder),
        there,
        pages,
        keep_missing=keep_missing,
        rebuild=rebuild,
        dry_run=dry_run,
        memory=memory,
        on_progress=on_progress,
    )
    return replace(report, skipped=(*report.skipped, *missing), lost_readers=pages.lost)
