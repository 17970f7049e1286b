"""Bringing an index in step with pages on disk: what is new is added, what changed replaced, what vanished removed.

A file that is as it was when it was read is not opened again. A changed file is read, and of its articles only those
whose content differs are written. A page that has vanished takes its articles along. A page that cannot be read loses
nothing: the articles that came out of it before stay.

Where several files give an article under one id, the last in path order counts, whatever the order of runs; when it
goes, the one before it is read again.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from itertools import islice
from typing import Protocol

from corpus.article import Article
from corpus.errors import MoreFaultsError, NotAFileError, NotAPageError, UndatedError, UnsafeNameError
from corpus.pages import PageFile, Skipped
from index.ledger.file_reading import FileReading
from index.ledger.found_files import FoundFiles, Unread
from index.ledger.ledger import NAMED_FAULTS, Ledger
from index.ledger.standing import Touched
from index.report import Progress, Report
from index.stored import article_bytes, digest

_HIDES_NOTHING = (NotAPageError, NotAFileError, UnsafeNameError)
"""Faults of members of an archive that hold no article, and so none that stood there before."""


_TOGETHER = 50_000
"""Files that a source is asked to read at a time; of more of them the list alone would take the memory of a segment."""


class Source(Protocol):
    """Where pages come from. ``version`` goes up when the same bytes come to be read differently.

    ``read`` gives each page with what comes out of it, to be gone through before the next one is asked for.
    """

    version: int

    def find(self, paths: Iterable[str]) -> Iterator[PageFile | Skipped]: ...

    def read(
        self, pages: Sequence[PageFile]
    ) -> Generator[tuple[PageFile, Iterator[Article | Skipped]], None, None]: ...


class Sink(Protocol):
    """Where articles are put: a ``Batch``, or a ``Rehearsal`` that writes nothing."""

    def needs_commit(self) -> bool: ...

    def put(self, article: Article, content: bytes) -> None: ...

    def remove(self, article: str) -> None: ...

    def commit(self, ledger: Ledger, *, more: bool) -> None: ...


class Rehearsal:
    """Takes everything and writes nothing: what a run would do."""

    def needs_commit(self) -> bool:
        return False

    def put(self, article: Article, content: bytes) -> None: ...

    def remove(self, article: str) -> None: ...

    def commit(self, ledger: Ledger, *, more: bool) -> None: ...


def synchronise(
    tops: Sequence[str],
    found: Iterable[PageFile | Skipped],
    source: Source,
    ledger: Ledger,
    sink: Sink,
    *,
    keep_missing: bool = False,
    on_progress: Callable[[Progress], None] | None = None,
) -> Report:
    """Brings what ``sink`` writes to in step with the pages at and below ``tops``, absolute paths, and commits.

    ``found`` is what the source found there; ``ledger`` is the index's own and is changed on the way. Raises what the
    source and the sink raise.
    """
    began = time.monotonic()
    files = FoundFiles(ledger, found)
    files.add(source.find(files.passed_over(tops)))
    run = _Run(source, ledger, sink, on_progress or (lambda _: None))
    run.skipped += files.skipped
    if not keep_missing:
        vanished, emptied = files.vanished(tops)
        run.skipped += emptied
        run.drop(vanished)
    run.read(files.unread(source.version))
    run.read_heirs()
    run.remove_orphans()
    if run.touched:
        run.commit(more=False)
    changes = run.changed.changes()
    return Report(
        added=changes.added,
        replaced=changes.replaced,
        removed=changes.removed,
        unchanged=changes.unchanged,
        skipped=(*run.skipped, *files.faults(run.reread)),
        shared=tuple(files.shared()),
        repeated=run.repeated,
        seconds=time.monotonic() - began,
    )


class _Run:
    """The state of one run."""

    def __init__(self, source: Source, ledger: Ledger, sink: Sink, on_progress: Callable[[Progress], None]) -> None:
        self.changed = Touched(ledger)
        self.skipped: list[Skipped] = []
        self.reread: set[str] = set()
        """Files that were in step and read all the same, for an article whose owner is gone."""
        self.touched = False
        self.repeated = 0
        self._source, self._ledger, self._sink, self._on_progress = source, ledger, sink, on_progress
        self._begun = Progress(0, 0, 0)
        self._articles = 0
        self._bytes, self._size, self._weight = 0, 0, 0.0
        """Of the file that is read: the bytes of its articles so far, its own, its share of those of all files."""

    def drop(self, paths: Iterable[str]) -> None:
        """Forgets files that are gone; the articles that came out of them have lost their owner."""
        for path in paths:
            self._ledger.drop(path)
            self.touched = True

    def read(self, unread: Unread) -> None:
        """Reads files, some of them at a time."""
        number, done, everything = 0, 0, max(unread.size, 1)
        while pages := list(islice(unread.pages, _TOGETHER)):
            with closing(self._source.read(pages)) as read:
                for page, items in read:
                    self._begun, self._bytes = Progress(number, unread.count, 0, share=done / everything), 0
                    self._tick()
                    self._size, self._weight = page.size, page.size / everything if page.is_data else 0.0
                    self._read(page, items)
                    number, done = number + 1, done + page.size

    def read_heirs(self) -> None:
        """Reads again the files that hold another version of an article whose owner is gone."""
        while heirs := self._ledger.heirs() - self.reread:
            self.reread |= heirs
            found = list(self._source.find(sorted(filter(os.path.lexists, heirs))))
            pages = [page for page in found if isinstance(page, PageFile) and page.path in heirs]
            named = [replace(page, name=self._ledger.name(page.path) or page.name) for page in pages]
            self.read(Unread(len(named), sum(page.size for page in named), iter(named)))

    def remove_orphans(self) -> None:
        """Removes the articles that no file gives, or whose heir could not be read: it will be, when it can."""
        self.changed.note_orphans()
        for article in self._ledger.orphans:
            self._sink.remove(article)
            self._ledger.disown(article)
            self.touched = True

    def commit(self, *, more: bool) -> None:
        """Commits what was put, with the ledger as it is."""
        self._tick(is_writing=True)
        self._sink.commit(self._ledger, more=more)

    def _tick(self, *, is_writing: bool = False) -> None:
        share = self._begun.share + self._weight * min(self._bytes / max(self._size, 1), 1)
        self._on_progress(replace(self._begun, articles=self._articles, is_writing=is_writing, share=share))

    def _read(self, page: PageFile, items: Iterator[Article | Skipped]) -> None:
        """Takes what was read of one file and puts what differs from what stands."""
        reading = FileReading(self._ledger, page, self._source.version)
        faults: list[Skipped] = []
        undated: list[Skipped] = []  # apart: it hides no article, and is named however many faults there are
        more = 0
        for item in items:
            if isinstance(item, Skipped):
                if isinstance(item.error, UndatedError):
                    undated.append(item)
                    continue
                faults.append(item)
                if len(faults) > NAMED_FAULTS + 1:
                    faults.pop()
                    more += 1
                continue
            self._articles += 1
            if self._articles % 50 == 0:
                self._tick()
            self._take(item, reading)
        if more:
            faults.append(Skipped(page.shown, MoreFaultsError(count=more)))
        self.skipped += faults + undated
        is_whole = len(faults) <= NAMED_FAULTS
        may_hide = bool(more) or any(not isinstance(fault.error, _HIDES_NOTHING) for fault in faults)
        self.touched |= reading.end(faults[:NAMED_FAULTS] + undated, is_whole=is_whole, may_hide=may_hide)

    def _take(self, article: Article, reading: FileReading) -> None:
        """Puts an article unless it stands already or another file's version counts, and notes it.

        Where a commit is due first, the file is in the ledger with what came out of it before this article.
        """
        content = article_bytes(article)
        self._bytes += len(content)
        mark = digest(content)
        known = reading.known(article.id)
        self.repeated += known.is_repeated
        if not known.is_outranked and known.standing != mark:
            if self._sink.needs_commit():
                self.commit(more=True)
            self.changed.note(article.id, known.standing)
            self._sink.put(article, content)
            self.touched = True
        reading.note(article.id, mark, known)
