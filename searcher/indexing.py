"""Pages to an index: where the room that reads and the room that stores are joined."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from corpus.article import Article
from corpus.pages import PageFile, Skipped
from corpus.readers import READER_VERSION, find_pages, read_page
from index.report import Progress, Report
from index.update import update


class Pages:
    """Pages on disk, as the corpus room finds and reads them."""

    version = READER_VERSION

    def find(self, paths: Iterable[str]) -> Iterator[PageFile | Skipped]:
        return find_pages(paths)

    def read(self, page: PageFile) -> Iterator[Article | Skipped]:
        return read_page(page)


def bring_in_step(
    folder: str | Path,
    paths: Iterable[str],
    *,
    keep_missing: bool = False,
    rebuild: bool = False,
    dry_run: bool = False,
    memory: int | None = None,
    on_progress: Callable[[Progress], None] | None = None,
) -> Report:
    """Brings the index in ``folder`` in step with the pages at and below ``paths``.

    What is new is added, what changed replaced, what vanished removed (unless ``keep_missing``). The run
    takes some ``memory`` megabytes. Raises ``NoSuchPathError`` and the errors of the index room.
    """
    return update(
        Path(folder),
        paths,
        Pages(),
        keep_missing=keep_missing,
        rebuild=rebuild,
        dry_run=dry_run,
        memory=memory,
        on_progress=on_progress,
    )
