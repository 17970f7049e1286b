"""One run of indexing, from paths to a commit: in place, as a rehearsal, or into a new index that replaces the old."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from index.batch import Batch
from index.errors import DamagedIndexError, IndexVersionError
from index.ledger import PART_READ, Ledger, PageEntry
from index.snapshot import Snapshot
from index.store import REBUILDING, REPLACED, is_index, locked, make_index, open_index, standing, writing
from index.synchronise import Progress, Rehearsal, Report, Sink, Source, synchronise
from index.words import ModelSegmenter, Segmenter


def update(
    folder: Path,
    paths: Iterable[str],
    source: Source,
    *,
    keep_missing: bool = False,
    rebuild: bool = False,
    dry_run: bool = False,
    on_progress: Callable[[Progress], None] | None = None,
    segmenter: Segmenter | None = None,
) -> Report:
    """Brings the index in ``folder`` in step with the pages at and below ``paths``; makes it where there is none.

    ``rebuild`` reads everything again into a new index, the pages included that the old one knows from elsewhere; it
    takes the place of the old one once it stands and holds anything, and nobody writes to that meanwhile. ``dry_run``
    writes nothing. Raises what ``source`` raises, and the errors of this room.
    """
    folder = Path(os.path.abspath(folder))
    tops = [os.path.abspath(path) for path in paths]
    if standing(folder) != folder:
        os.replace(standing(folder), folder)
    known = _known(folder) if rebuild else None
    found = list(source.find([*tops, *(known.pages if known else ())]))

    def run(ledger: Ledger, sink: Sink) -> Report:
        return synchronise(tops, found, source, ledger, sink, keep_missing=keep_missing, on_progress=on_progress)

    if dry_run:
        return run(known if known is not None else _ledger(folder), Rehearsal())
    segmenter = segmenter or ModelSegmenter()
    if known is None or not is_index(folder):
        index = open_index(folder) if is_index(folder) else make_index(folder)
        with Batch(index, folder, segmenter) as batch:
            return run(batch.ledger(), batch)
    with locked(folder), _beside(folder) as target:
        with Batch(make_index(target), target, segmenter) as batch:
            report = run(known, batch)
        if report.added:
            _take_place(target, folder)
    return report


def _ledger(folder: Path) -> Ledger:
    if not is_index(folder):
        return Ledger()
    with Snapshot(folder) as snapshot:
        return snapshot.ledger()


def _known(folder: Path) -> Ledger:
    """The pages of an index that are still there, by name and as if never read; none, where it cannot be read."""
    known = Ledger()
    with suppress(DamagedIndexError, IndexVersionError):
        for path, entry in _ledger(folder).pages.items():
            if os.path.lexists(path):
                known.record(path, PageEntry(entry.name, PART_READ, 0, 0, {}))
    return known


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
        if folder.exists():
            os.replace(folder, old)
        os.replace(new, folder)
        shutil.rmtree(old, ignore_errors=True)
