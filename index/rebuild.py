"""A new index in the place of an old one: read again from its pages, built beside, and put in its place when it stands.

Nothing is lost on the way: while it is built the old one is locked and can be searched; what came from pages that
cannot be read now is carried over as the old index has it; and where nothing could be read at all, the old one stays.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

from index.batch import Batch
from index.errors import DamagedIndexError, IndexVersionError
from index.ledger import PART_READ, Ledger, PageEntry
from index.report import Report
from index.snapshot import Snapshot
from index.store import REBUILDING, REPLACED, locked, make_index, writing
from index.stored import article_bytes
from index.synchronise import Sink, is_below


def known_pages(folder: Path) -> Ledger:
    """The pages of an index that are still there, by name and as if never read; none, where it cannot be read."""
    known = Ledger()
    with suppress(DamagedIndexError, IndexVersionError), Snapshot(folder) as old:
        for path, entry in old.ledger().pages.items():
            if os.path.lexists(path):
                known.record(path, PageEntry(entry.name, PART_READ, 0, 0, {}))
    return known


def rebuild(
    folder: Path,
    tops: Iterable[str],
    known: Ledger,
    run: Callable[[Ledger, Sink], Report],
    writer: Callable[[Path], Batch],
    *,
    keep_missing: bool,
) -> Report:
    """Puts a new index in the place of the one in ``folder``; ``run`` brings it in step, from the pages ``known``."""
    with locked(folder), _beside(folder) as target:
        make_index(target)
        with writer(target) as batch:
            report = run(known, batch)
        if report.added:
            with suppress(DamagedIndexError, IndexVersionError), Snapshot(folder) as old:
                removed = _carry_over(old, target, known, () if keep_missing else tuple(tops), writer)
                report = replace(report, removed=removed)
            _take_place(target, folder)
    return report


def _carry_over(
    old: Snapshot, target: Path, ledger: Ledger, tops: tuple[str, ...], writer: Callable[[Path], Batch]
) -> int:
    """Copies what the new index lacks because its page could not be read; gives how many articles are gone for good.

    A page that is not there below ``tops`` has vanished, and one that was read to its end has said what it holds.
    """
    gone = 0
    was = old.ledger()
    with writer(target) as batch:
        for path, entry in was.pages.items():
            mine = [article for article in entry.articles if was.owner(article) == path and not ledger.owner(article)]
            is_read = path in ledger.pages and ledger.pages[path].size != PART_READ
            if is_read or (not os.path.lexists(path) and is_below(path, tops)):
                gone += len(mine)
            elif mine:
                articles = dict(ledger.pages[path].articles) if path in ledger.pages else {}
                for identity in mine:
                    number = old.number(identity)
                    if number is not None:
                        article = old.article(number)
                        batch.put(article, article_bytes(article))
                    articles[identity] = entry.articles[identity]
                    if batch.needs_commit():
                        ledger.record(path, replace(entry, size=PART_READ, articles=dict(articles)))
                        batch.commit(ledger, more=True)
                ledger.record(path, replace(entry, size=PART_READ, articles=articles))
        batch.commit(ledger, more=False)
    return gone


@contextmanager
def _beside(folder: Path) -> Iterator[Path]:
    """A new folder next to an index's own, for the index that is to replace it; it is gone at the end."""
    beside = folder.with_name(folder.name + REBUILDING)
    with writing(beside):
        if beside.exists():
            shutil.rmtree(beside)
    try:
        yield beside
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _take_place(new: Path, folder: Path) -> None:
    old = folder.with_name(folder.name + REPLACED)
    with writing(folder):
        if old.exists():
            shutil.rmtree(old)
        os.replace(folder, old)
        os.replace(new, folder)
        shutil.rmtree(old, ignore_errors=True)
