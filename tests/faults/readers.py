"""Readers that open an index again and again while another process writes hundreds of commits: each sees one of them.

Every commit, some of them of rebuilds, gives all articles another revision and changes how many they are: so whatever a
reader sees has to be of one revision, as many as that has, and never older than what was seen before.
"""

from __future__ import annotations

import json
import os
import signal
from functools import partial
from pathlib import Path

from index.check import check
from index.update import update
from index.words import SyllableSegmenter
from searcher import Archive
from searcher.indexing import Pages
from tests.faults.kills import begun
from tests.faults.tally import Tally

_READ_AFTER_THE_END = 3
_REBUILT_EVERY = 10


def articles_of(revision: int) -> int:
    """How many articles a revision has."""
    return 3 + revision % 7


def readers(folder: Path, commits: int) -> Tally:
    """Reads for as long as another process writes so many commits."""
    tally = Tally("reading while another writes")
    folder.mkdir(parents=True)
    _write(folder, 0)
    writer = begun(partial(_write_all, folder, commits))
    last, seen, left = 0, set[int](), _READ_AFTER_THE_END
    try:
        while left:
            left -= bool(os.waitpid(writer, os.WNOHANG)[0]) if left == _READ_AFTER_THE_END else 1
            faults: list[str] = []
            try:
                revision = _read(folder, faults)
                if revision < last:
                    faults.append(f"sees revision {revision} after {last}")
                last = revision
                seen.add(revision)
            except Exception as error:  # whatever it is, it is what we look for
                faults.append(f"raises {type(error).__name__}: {error}")
            tally.tried(f"reading {tally.points}", faults)
    finally:
        if left == _READ_AFTER_THE_END:
            os.kill(writer, signal.SIGKILL)
            os.waitpid(writer, 0)
    faults = [f"{fault.file}: {fault.what}" for fault in check(folder / "index")]
    if last != commits:
        faults.append(f"ends at revision {last}")
    tally.tried("the end", faults)
    tally.remarks = f"{commits:,} commits, {len(seen):,} of them seen"
    return tally


def _read(folder: Path, faults: list[str]) -> int:
    """The revision that a reader sees."""
    with Archive.open(folder / "index") as archive:
        results = archive.search("tin", limit=None, collapse=False)
        revisions = {int(hit.article.paragraphs[0].split()[-1]) for hit in results.hits}
        if len(revisions) != 1:
            faults.append(f"sees revisions {sorted(revisions)} at once")
        revision = max(revisions)
        counts = {results.total, archive.count("tin").articles, archive.count(f'"bản {revision}"').articles}
        if counts != {articles_of(revision)}:
            faults.append(f"counts {counts} articles in revision {revision}")
    return revision


def _write(folder: Path, revision: int) -> None:
    rows = ({"id": str(at), "body": f"tin {at} bản {revision}"} for at in range(articles_of(revision)))
    page = folder / "articles.jsonl"
    page.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")
    os.utime(page, ns=(0, 10**18 + revision))
    rebuild = revision % _REBUILT_EVERY == _REBUILT_EVERY - 1
    update(folder / "index", [str(page)], Pages(0), segmenter=SyllableSegmenter(), rebuild=rebuild)


def _write_all(folder: Path, commits: int) -> None:
    for revision in range(1, commits + 1):
        _write(folder, revision)
