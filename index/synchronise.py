"""Bringing an index in step with pages on disk: what is new is added, what changed replaced, what vanished removed.

A file that is as it was when it was read is not opened again. A changed file is read, and of its articles only those
whose content differs are written. A page that has vanished (``vanished.py``) takes its articles along. A page that
cannot be read loses nothing: the articles that came out of it before stay.

Where several files give an article under one id, the last in path order counts, whatever the order of runs; when it
goes, the one before it is read again.
"""

from __future__ import annotations

import hashlib
import os
import time
from collections import ChainMap
from collections.abc import Callable, Collection, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from typing import Protocol

from corpus.article import Article
from corpus.errors import MoreFaultsError, NotAFileError, NotAPageError, UndatedError, UnsafeNameError
from corpus.pages import PageFile, Skipped
from index.ledger import NAMED_FAULTS, PART_READ, Ledger, PageEntry
from index.report import Progress, Report, Shared
from index.stored import article_bytes, digest
from index.vanished import emptied, vanished

_HIDES_NOTHING = (NotAPageError, NotAFileError, UnsafeNameError)
"""Faults of members of an archive that hold no article, and so none that stood there before."""


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
    found = list(found)
    run = _Run(source, ledger, sink, on_progress or (lambda _: None), _standing(ledger))
    before = dict(run.standing)
    run.skipped += [page for page in found if isinstance(page, Skipped)]
    if not keep_missing:
        run.skipped += emptied(ledger, tops, found)
        run.drop(vanished(ledger, tops, {page.path for page in found if isinstance(page, PageFile)}, run.skipped))
    pages = {page.path: run.named(page) for page in found if isinstance(page, PageFile)}
    run.read([page for path, page in sorted(pages.items()) if not run.in_step(page)])
    run.read_heirs()
    run.remove_orphans()
    if run.touched:
        run.commit(more=False)
    kept = [ledger.pages[path] for path in pages if path in ledger.pages and path not in run.done]
    return Report(
        added=sum(article not in before for article in run.standing),
        replaced=sum(before.get(article, mark) != mark for article, mark in run.standing.items()),
        removed=sum(article not in run.standing for article in before),
        unchanged=sum(before.get(article) == run.standing.get(article) for article in _supplied(ledger, pages)),
        skipped=(*run.skipped, *(fault for entry in kept for fault in entry.faults)),
        shared=tuple(_shared(ledger, pages.keys())),
        repeated=run.repeated,
        seconds=time.monotonic() - began,
    )


@dataclass(slots=True)
class _Run:
    """The state of one run. ``standing`` is the digest of each article that the index holds or is about to."""

    source: Source
    ledger: Ledger
    sink: Sink
    on_progress: Callable[[Progress], None]
    standing: dict[str, str]
    skipped: list[Skipped] = field(default_factory=list)
    done: set[str] = field(default_factory=set)
    touched: bool = False
    repeated: int = 0
    _begun: Progress = field(default_factory=lambda: Progress(0, 0, 0))
    _articles: int = 0
    _bytes: int = 0
    _size: int = 0
    _weight: float = 0.0
    """Of the file that is read: the bytes of its articles so far, its own, and their share of those of all files."""

    def named(self, page: PageFile) -> PageFile:
        """The page under the name that it was first read by; a new one whose name is taken gets one of its own."""
        entry = self.ledger.pages.get(page.path)
        if entry is not None:
            return replace(page, name=entry.name)
        if self.ledger.claim(page.name, page.path):
            return page
        own = f"{page.name}~{hashlib.blake2b(os.fsencode(page.path), digest_size=4).hexdigest()}"
        self.ledger.claim(own, page.path)
        return replace(page, name=own)

    def in_step(self, page: PageFile) -> bool:
        """Whether a file is as it was when it was read, and would be read the same again."""
        entry = self.ledger.pages.get(page.path)
        state = (page.size, page.modified, self.source.version)
        return entry is not None and (entry.size, entry.modified, entry.reader) == state

    def drop(self, paths: Iterable[str]) -> None:
        """Forgets files that are gone; the articles that came out of them have lost their owner."""
        for path in paths:
            self.ledger.orphans |= self._owned(path)
            self.ledger.forget(path)
            self.touched = True

    def read(self, pages: list[PageFile]) -> None:
        with closing(self.source.read(pages)) as read:
            done, everything = 0, max(sum(page.size for page in pages), 1)
            for number, (page, items) in enumerate(read):
                self._begun, self._bytes = Progress(number, len(pages), 0, share=done / everything), 0
                self._tick()
                self._size, self._weight = page.size, page.size / everything if page.is_data else 0.0
                self._read(page, items)
                done += page.size

    def read_heirs(self) -> None:
        """Reads again the files that hold another version of an article whose owner is gone."""
        orphans, tried = self.ledger.orphans, set[str]()
        while heirs := {owner for article in orphans if (owner := self.ledger.owner(article))} - tried:
            tried |= heirs
            found = list(self.source.find(sorted(filter(os.path.lexists, heirs))))
            self.read([self.named(page) for page in found if isinstance(page, PageFile)])

    def remove_orphans(self) -> None:
        """Removes the articles that no file gives, or whose heir could not be read: it will be, when it can."""
        for article in sorted(self.ledger.orphans):
            self.sink.remove(article)
            self.standing.pop(article, None)
            self.ledger.disown(article)
            self.touched = True
        self.ledger.orphans.clear()

    def commit(self, *, more: bool) -> None:
        """Commits what was put, with the ledger as it is."""
        self._tick(is_writing=True)
        self.sink.commit(self.ledger, more=more)

    def _tick(self, *, is_writing: bool = False) -> None:
        share = self._begun.share + self._weight * min(self._bytes / max(self._size, 1), 1)
        self.on_progress(replace(self._begun, articles=self._articles, is_writing=is_writing, share=share))

    def _read(self, page: PageFile, items: Iterator[Article | Skipped]) -> None:
        """Takes what was read of one file and puts what differs from what stands."""
        self.done.add(page.path)
        old = self.ledger.pages.get(page.path)
        owned = self._owned(page.path)
        seen: dict[str, str] = {}
        so_far = ChainMap(seen, dict(old.articles) if old else {})
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
            self.repeated += item.id in seen
            seen[item.id] = self._offer(item, page, so_far)
        if more:
            faults.append(Skipped(page.shown, MoreFaultsError(count=more)))
        self.skipped += faults + undated
        may_hide = more or any(not isinstance(fault.error, _HIDES_NOTHING) for fault in faults)
        if may_hide and old is not None:  # what cannot be read now may stand there all the same
            seen = {**old.articles, **seen}
        self.ledger.orphans |= {article for article in owned if article not in seen}
        if seen or old is not None:
            size = page.size if seen and not (faults and len(faults) > NAMED_FAULTS) else PART_READ
            self._record(page, size, seen, faults[:NAMED_FAULTS] + undated)

    def _offer(self, article: Article, page: PageFile, so_far: Mapping[str, str]) -> str:
        """Puts an article unless it stands already or another file's version counts; gives its digest.

        Where a commit is due first, the file goes into the ledger with what came out of it before this article.
        """
        content = article_bytes(article)
        self._bytes += len(content)
        mark = digest(content)
        owner = self.ledger.owner(article.id)
        if owner is not None and owner > page.path:
            return mark
        if self.standing.get(article.id) == mark:
            self.ledger.orphans.discard(article.id)
            return mark
        if self.sink.needs_commit():
            self._record(page, PART_READ, so_far, [])
            self.commit(more=True)
        self.ledger.orphans.discard(article.id)
        self.sink.put(article, content)
        self.standing[article.id] = mark
        self.touched = True
        return mark

    def _owned(self, path: str) -> set[str]:
        entry = self.ledger.pages.get(path)
        return {article for article in (entry.articles if entry else ()) if self.ledger.owner(article) == path}

    def _record(self, page: PageFile, size: int, articles: Mapping[str, str], faults: list[Skipped]) -> None:
        entry = PageEntry(page.name, size, page.modified, self.source.version, dict(articles), tuple(faults))
        self.ledger.record(page.path, entry)
        self.touched = True


def _standing(ledger: Ledger) -> dict[str, str]:
    return {
        article: mark
        for path, entry in ledger.pages.items()
        for article, mark in entry.articles.items()
        if ledger.owner(article) == path and article not in ledger.orphans
    }


def _supplied(ledger: Ledger, pages: Iterable[str]) -> set[str]:
    return {article for path in pages if path in ledger.pages for article in ledger.pages[path].articles}


def _shared(ledger: Ledger, pages: Collection[str]) -> Iterator[Shared]:
    """Of the articles of some files, those that several files give: for each that is not their owner how many."""
    found: dict[tuple[str, str], list[str]] = {}
    for path in pages:
        for article in ledger.pages[path].articles if path in ledger.pages else ():
            suppliers = ledger.suppliers(article)
            if len(suppliers) > 1 and path == min(suppliers, key=lambda each: (each not in pages, each)):
                owner = max(suppliers)
                for other in suppliers:
                    if other != owner:
                        found.setdefault((other, owner), []).append(article)
    for (path, owner), articles in sorted(found.items()):
        yield Shared(path, owner, len(articles), articles[0])
