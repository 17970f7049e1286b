"""Is an index what was written? Every segment against itself, and all of them against the ledger."""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from index.checking import faults_of_parts
from index.errors import DamagedIndexError
from index.generations import SEGMENT_SUFFIX, SegmentEntry, contents_name, numbers
from index.ledger.ledger import Ledger
from index.segment.check import damage
from index.segment.segment import Segment
from index.store import open_generation, reading


@dataclass(frozen=True, slots=True)
class Fault:
    """A file of an index, and what is wrong with it."""

    file: str
    what: str


def check(folder: Path) -> Iterator[Fault]:
    """Everything that is wrong with an index as it stands when this begins; nothing for one that is sound.

    Raises ``MissingIndexError``, ``IndexVersionError``, ``UnreadableIndexError``, and ``DamagedIndexError`` where no
    table of contents reads.
    """
    segments, ledger, faults = _opened(folder)
    yield from faults
    sound = not faults
    whole: dict[Path, Segment] = {}
    for entry, segment in segments:
        path = folder / (entry.name + SEGMENT_SUFFIX)
        whole[path] = segment
        for what in damage(segment):
            whole.pop(path, None)
            sound = False
            yield Fault(path.name, what)
    for path, what in faults_of_parts(whole):
        sound = False
        yield Fault(path.name, what)
    if sound:
        found = Counter(identity for entry, segment in segments for identity in _live_ids(segment, entry))
        if any(count > 1 for count in found.values()):
            yield Fault(folder.name, "an article stands in it twice")
        with reading(folder):
            named = set(ledger.articles())
        if apart := set(found) ^ named:
            yield Fault(folder.name, f"{len(apart)} articles stand in the index or in the ledger alone")


def _opened(folder: Path) -> tuple[list[tuple[SegmentEntry, Segment]], Ledger, list[Fault]]:
    """The newest generation with its files opened, as far as they open; again, where a run replaces it meanwhile."""
    while True:
        generation = open_generation(folder)
        segments: list[tuple[SegmentEntry, Segment]] = []
        faults = [
            Fault(contents_name(number), "does not read; the table of contents before it is used")
            for number in numbers(folder)
            if number > generation.number
        ]
        ledger = Ledger()
        for entry in generation.segments:
            file = entry.name + SEGMENT_SUFFIX
            with _noted(folder, file, faults):
                segment = Segment(folder / file, as_it_is=True)
                lengths = {
                    segment.articles,
                    entry.articles,
                    len(entry.live) if entry.live is not None else segment.articles,
                }
                if len(lengths) > 1:
                    raise ValueError("holds another number of articles than the table of contents says")
                segments.append((entry, segment))
        if generation.ledger is not None:
            with _noted(folder, generation.ledger, faults), open(folder / generation.ledger, "rb") as stored:
                if generation.ledger_checksum not in (None, zlib.crc32(stored.read())):
                    raise ValueError("is not as it was written")
                stored.seek(0)
                ledger = Ledger(stored)
        if not faults or open_generation(folder).number == generation.number:
            return segments, ledger, faults


@contextmanager
def _noted(folder: Path, file: str, faults: list[Fault]) -> Iterator[None]:
    """Notes whatever is raised where a file is damaged."""
    try:
        with reading(folder):
            yield
    except DamagedIndexError as error:
        faults.append(Fault(file, f"does not read: {error.details['reason']}"))


def _live_ids(segment: Segment, entry: SegmentEntry) -> Iterator[str]:
    ids = segment.fact("id")
    known = ["", *ids]
    numbers = ids.numbers if entry.live is None else ids.numbers[entry.live]
    yield from map(known.__getitem__, numbers.tolist())
