"""One run of indexing, from paths to a commit: in place, as a rehearsal, or into a new index that replaces the old."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from index.batch import Batch
from index.ledger.database import telling
from index.ledger.ledger import Ledger
from index.rebuild import known_pages
from index.rebuild import rebuild as rebuild_index
from index.report import Progress, Report
from index.snapshot import Snapshot
from index.store import is_index, make_index, open_generation, unmake_index
from index.synchronise import Rehearsal, Sink, Source, synchronise
from index.words import ModelSegmenter, Segmenter


def update(
    folder: Path,
    paths: Iterable[str],
    source: Source,
    *,
    keep_missing: bool = False,
    rebuild: bool = False,
    dry_run: bool = False,
    memory: int | None = None,
    on_progress: Callable[[Progress], None] | None = None,
    segmenter: Segmenter | None = None,
) -> Report:
    """Brings the index in ``folder`` in step with the pages at and below ``paths``; makes it where there is none.

    ``rebuild`` reads everything again into a new index, the pages included that the old one knows from elsewhere.
    ``dry_run`` writes nothing. The run takes some ``memory`` megabytes, by default what ``memory.py`` says: with more
    there are fewer segments. Raises what ``source`` raises, and the errors of this room.
    """
    folder = Path(os.path.abspath(folder))
    with telling(folder):
        tops = [os.path.abspath(path) for path in paths]
        known = known_pages(folder) if rebuild and is_index(folder) else None
        if known is None and is_index(folder):
            open_generation(folder)  # an index that cannot be read is told before pages are looked for
        asked = [*tops, *(known.paths() if known else ())]
        found = iter(list(source.find(asked)))  # before the folder is made; the list is gone with its last file

        def run(ledger: Ledger, sink: Sink) -> Report:
            return synchronise(tops, found, source, ledger, sink, keep_missing=keep_missing, on_progress=on_progress)

        if dry_run:
            return run(known if known is not None else _ledger(folder), Rehearsal())
        writer = partial(Batch, segmenter=segmenter or ModelSegmenter(), memory=memory)
        if known is not None:
            return rebuild_index(folder, tops, known, run, writer, keep_missing=keep_missing)
        is_new, is_new_folder = not is_index(folder), not os.path.lexists(folder)
        if is_new:
            make_index(folder)
        try:
            with writer(folder) as batch:
                return run(batch.ledger(), batch)
        except KeyboardInterrupt:
            if is_new:
                unmake_index(folder, with_folder=is_new_folder)
            raise


def _ledger(folder: Path) -> Ledger:
    if not is_index(folder):
        return Ledger()
    with Snapshot(folder) as snapshot:
        return snapshot.ledger()
