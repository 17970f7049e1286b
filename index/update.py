"""One run of indexing, from paths to a commit: in place, as a rehearsal, or as a new index that takes the old one's place."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

from corpus.pages import check_paths
from index.batch import Batch
from index.errors import OccupiedFolderError
from index.ledger import Ledger
from index.snapshot import Snapshot
from index.store import is_index, make_index, open_index, writing
from index.synchronise import Progress, Rehearsal, Report, synchronise
from index.words import PyviSegmenter, Segmenter

REBUILDING, REPLACED = ".rebuilding", ".replaced"
"""Endings of the folders beside an index while a new one takes its place."""


def update(
    folder: Path,
    paths: Iterable[str],
    *,
    keep_missing: bool = False,
    rebuild: bool = False,
    dry_run: bool = False,
    on_progress: Callable[[Progress], None] = lambda progress: None,
    segmenter: Segmenter | None = None,
) -> Report:
    """Brings the index in ``folder`` in step with the pages at and below ``paths``; makes it where there is none.

    ``rebuild`` reads everything again into a new index, which takes the place of the old one when it stands; ``dry_run``
    writes nothing. Raises ``NoSuchPathError`` and the errors of this room.
    """
    paths = list(paths)
    check_paths(paths)
    folder = Path(os.path.abspath(folder))
    if dry_run:
        return synchronise(
            paths, _ledger(folder, rebuild), Rehearsal(), keep_missing=keep_missing, on_progress=on_progress
        )
    target = _beside(folder) if rebuild else folder
    index = open_index(target) if is_index(target) else make_index(target)
    with Batch(index, target, segmenter or PyviSegmenter()) as batch:
        report = synchronise(paths, batch.ledger(), batch, keep_missing=keep_missing, on_progress=on_progress)
    if rebuild:
        _take_place(target, folder)
    return report


def _ledger(folder: Path, rebuild: bool) -> Ledger:
    if rebuild or not folder.exists():
        return Ledger()
    with Snapshot(folder) as snapshot:
        return snapshot.ledger()


def _beside(folder: Path) -> Path:
    """An empty folder next to an index's own, for the index that is to replace it."""
    if folder.exists() and not is_index(folder) and any(folder.iterdir()):
        raise OccupiedFolderError(path=folder)
    beside = folder.with_name(folder.name + REBUILDING)
    with writing(beside):
        if beside.exists():
            shutil.rmtree(beside)
    return beside


def _take_place(new: Path, folder: Path) -> None:
    old = folder.with_name(folder.name + REPLACED)
    with writing(folder):
        if old.exists():
            shutil.rmtree(old)
        if folder.exists():
            os.replace(folder, old)
        os.replace(new, folder)
        shutil.rmtree(old, ignore_errors=True)
