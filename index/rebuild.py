"""A new index in the place of an old one: read again from its pages, made in a folder inside, and then let stand.

Nothing is lost on the way: while it is made the old one is locked and can be searched; what came from pages that
cannot be read now is carried over as the old index has it, as far as that reads itself; and where nothing could be read
at all, the old one stays.
The new one's files are moved up and come to stand by a commit like any other, so the folder keeps its place, its rights
and its lock, and there is no moment without an index.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path, PurePath

from corpus.pages import Skipped
from index.batch import Batch
from index.generations import REBUILDING, SEGMENT_SUFFIX, ledger_name, next_number
from index.ledger.emptied_folders import EmptiedFolders, is_below
from index.ledger.ledger import PART_READ, Ledger, PageEntry
from index.remains import Remains
from index.report import Report
from index.segment.segment import Segment
from index.store import clear_former, locked, make_index, make_standing, open_generation, writing
from index.stored import article_bytes
from index.synchronise import Sink


def known_pages(folder: Path) -> Ledger:
    """The pages of an index that are still there, by name and as if never read; none, where it cannot be read."""
    known = Ledger()
    was = Remains(folder).ledger or Ledger()
    for path, name in was.names():
        if os.path.lexists(path):
            known.record(path, PageEntry(name, PART_READ, 0, 0, {}))
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
    with locked(folder), _inside(folder) as target:
        make_index(target)
        with writer(target) as batch:
            report = run(known, batch)
        if report.added:
            carried = _carry_over(Remains(folder), target, known, () if keep_missing else tuple(tops), writer)
            skipped = (*report.skipped, *carried.emptied)
            report = replace(
                report, removed=carried.gone, carried_over=carried.kept, lost=carried.lost, skipped=skipped
            )
            _take_place(target, folder)
    return report


@dataclass(frozen=True, slots=True)
class _CarriedOver:
    """Articles that were kept, those that are gone for good, and those that are lost because they do not read in the
    old index either: ``None`` where that does not say which it had. Folders whose pages were kept since they are empty.
    """

    kept: int
    gone: int
    lost: int | None
    emptied: Sequence[Skipped]


def _carry_over(
    old: Remains, target: Path, ledger: Ledger, tops: tuple[str, ...], writer: Callable[[Path], Batch]
) -> _CarriedOver:
    """Copies what the new index lacks because its page could not be read.

    A page that is not there below ``tops`` has vanished, unless its folder was emptied, and one that was read to its
    end has said what it holds.
    """
    was = old.ledger
    if was is None:
        return _CarriedOver(0, 0, None, ())
    emptied = EmptiedFolders(tops, set(_folders(ledger.paths())).__contains__)
    kept = gone = lost = 0
    with writer(target) as batch:
        for path in was.paths():
            entry, now = was.page(path), ledger.page(path)
            assert entry is not None
            mine = [article for article in entry.articles if was.owner(article) == path and not ledger.owner(article)]
            is_read = now is not None and now.size != PART_READ
            has_vanished = not os.path.lexists(path) and not emptied.has(path) and is_below(path, tops)
            if is_read or has_vanished:
                gone += len(mine)
            elif mine:
                articles = dict(now.articles) if now is not None else {}
                for identity in mine:
                    article = old.article(identity, entry.articles[identity])
                    if article is None:
                        lost += 1
                        continue
                    batch.put(article, article_bytes(article))
                    articles[identity] = entry.articles[identity]
                    kept += 1
                    if batch.needs_commit():
                        ledger.record(path, replace(entry, size=PART_READ, articles=dict(articles)))
                        batch.commit(ledger, more=True)
                ledger.record(path, replace(entry, size=PART_READ, articles=articles))
        batch.commit(ledger, more=False)
    return _CarriedOver(kept, gone, lost, emptied.skipped())


def _folders(paths: Iterable[str]) -> Iterator[str]:
    """The folders above some paths, in which each stands at least once."""
    last = None
    for path in paths:
        folder = os.path.dirname(path)
        if folder != last:
            last = folder
            yield folder
            yield from map(str, PurePath(folder).parents)


@contextmanager
def _inside(folder: Path) -> Iterator[Path]:
    """A new folder inside an index, for the one that is to replace it; it is gone at the end."""
    inside = folder / REBUILDING
    with writing(folder):
        if inside.exists():
            shutil.rmtree(inside)
    try:
        yield inside
    finally:
        shutil.rmtree(inside, ignore_errors=True)


def _take_place(new: Path, folder: Path) -> None:
    """Makes the state of the index in ``new`` that of the one in ``folder``, whatever that was."""
    with writing(folder):
        found = open_generation(new)
        number = next_number(folder)
        generation = replace(found, number=number, ledger=ledger_name(number))
        for old_name, name in zip(list(found.files())[1:], list(generation.files())[1:], strict=True):
            os.replace(new / old_name, folder / name)
        segments = {entry.name: Segment(folder / (entry.name + SEGMENT_SUFFIX)) for entry in generation.segments}
        make_standing(folder, generation, segments)
        clear_former(folder, generation)
