"""Putting articles into an index: many at a time, each id once, all or nothing up to a commit.

A batch holds articles back until there are ``HELD_BACK`` of them, the last version of an id winning, and makes them
columns; what came of an earlier version is dropped when they are written. A commit writes the columns as a segment,
the last one of a run merges segments, and the new generation stands. Whatever fails before that leaves the index as
last committed, and its lock free.
"""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack, suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Self

import numpy as np

from corpus.article import Article
from index.documents import columns_of
from index.errors import DamagedIndexError
from index.generations import (
    INDEX_NAME,
    SEGMENT_SUFFIX,
    Generation,
    SegmentEntry,
    ledger_name,
    next_number,
    put,
    sweep,
)
from index.ledger.ledger import Ledger
from index.memory import MEMORY, full_segment, give_back, merged_segment, merging, taken
from index.segment.columns import Columns, Gathered, KeyNumbers
from index.segment.merge import Weight, to_merge
from index.segment.merged_segment import Live, write_merged
from index.segment.segment import Segment, write_segment
from index.store import locked, make_standing, open_generation, reading, writing
from index.units import writable
from index.words import Segmenter

HELD_BACK, BYTES_HELD_BACK = 100, 4_000_000
"""Articles that a batch holds in memory before it segments them, and their bytes; tokens take thirty times as much."""

FULL_SEGMENT = full_segment()
"""Syllables after which a long run commits, where nothing else is said."""

FULL_MERGED = merged_segment()
"""Syllables of the largest segment that is merged of others, where nothing else is said."""

FULL_STORE = 2_000_000_000
"""Bytes of compressed articles after which it commits as well: a segment counts them in 32 bits."""

LONGEST = 300.0
"""Seconds after which it commits in any case: what was read since is read again where the run is killed."""


class Batch:
    """One run's writer. Use it in a ``with`` block: leaving without ``commit`` cancels.

    ``memory`` are the megabytes that it takes (``memory.py``): how many syllables are gathered before they are written,
    and how large a segment becomes by merging.

    Raises ``LockedIndexError`` when it is made while another run writes, ``UnwritableIndexError`` from any method.
    """

    def __init__(self, folder: Path, segmenter: Segmenter, memory: int | None = None) -> None:
        self._folder = folder
        self._memory = memory or MEMORY
        self._full = full_segment(memory) if memory else FULL_SEGMENT
        self._merged = merged_segment(memory) if memory else FULL_MERGED
        self._segmenter = segmenter
        self._waiting: dict[str, tuple[Article, bytes] | None] = {}
        self._bytes_waiting = 0
        self._is_over = False
        self._held = ExitStack()
        self._held.enter_context(locked(folder))
        try:
            self._open(open_generation(folder))
        except BaseException:
            self._held.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.cancel()

    def needs_commit(self) -> bool:
        """Whether a commit is due: a segment is full, or has been gathered for long."""
        gathered = self._new.gathered
        takes = taken(gathered.size, self._new.count, len(self._new.numbers.keys))
        is_full = gathered.size >= self._full or takes > self._memory or gathered.stored_size >= FULL_STORE
        return is_full or (gathered.size > 0 and time.monotonic() - self._begun > LONGEST)

    def ledger(self) -> Ledger:
        """The ledger as committed, to be changed and given back to ``commit``."""
        with reading(self._folder):
            if (name := self._generation.ledger) is None:
                return Ledger()
            with open(self._folder / name, "rb") as stored:
                return Ledger(stored)

    def put(self, article: Article, content: bytes) -> None:
        """Writes an article in the place of any other under its id; ``content`` is the article as bytes."""
        self._hold(article.id, (article, content))

    def remove(self, article: str) -> None:
        """Removes the article under an id, and its quotations."""
        self._hold(article, None)

    def commit(self, ledger: Ledger, *, more: bool) -> None:
        """Makes all that was put and removed the state of the index; unless ``more`` is to come, frees the lock."""
        self._flush()
        with writing(self._folder):
            self._put_new()
            groups = [] if more else self._groups()
            if sum(self._weight(entry.name).kept for group in groups for entry in group) > self._full:
                self._stand(ledger)  # what was read is safe before what takes long
            self._merge(groups)
            generation = self._stand(ledger)
        if more:
            self._open(generation)
        else:
            self._is_over = True
            self._held.close()

    def cancel(self) -> None:
        """Drops what is not committed and frees the lock; does nothing after the last commit.

        Also after a commit that failed half way: the index is then as before it, or, where its table of contents stood
        already, as after it.
        """
        if self._is_over:
            return
        self._is_over = True
        with self._held, suppress(Exception):
            sweep(self._folder, open_generation(self._folder))

    def _open(self, generation: Generation) -> None:
        self._generation = generation
        self._begun = time.monotonic()
        self._new = _New(self._folder)
        with reading(self._folder):
            self._segments = {
                entry.name: Segment(self._folder / (entry.name + SEGMENT_SUFFIX)) for entry in generation.segments
            }
            self._live = {
                entry.name: np.ones(entry.articles, np.bool_) if entry.live is None else entry.live.copy()
                for entry in generation.segments
            }
            self._ids = {name: segment.fact("id") for name, segment in self._segments.items()}

    def _hold(self, article: str, version: tuple[Article, bytes] | None) -> None:
        self._waiting[article] = version
        self._bytes_waiting += len(version[1]) if version else 0
        if len(self._waiting) >= HELD_BACK or self._bytes_waiting > BYTES_HELD_BACK:
            self._flush()

    def _flush(self) -> None:
        versions = [version for version in self._waiting.values() if version is not None]
        identities = list(map(writable, self._waiting))
        for identity in identities:
            self._new.drop(identity)
        with reading(self._folder):
            for name, ids in self._ids.items():
                for identity in ids.known(identities):
                    self._live[name][ids.articles(identity)] = False
        if versions:
            columns = columns_of(versions, self._segmenter, self._new.numbers)
            with writing(self._folder):
                self._new.add(columns)
        self._waiting.clear()
        self._bytes_waiting = 0

    def _put_new(self) -> None:
        """Writes what is new as a segment; of the old ones those are left in which something is live."""
        self._entries = [self._entry(entry) for entry in self._generation.segments if self._live[entry.name].any()]
        new = self._new.kept()
        self._new = _New(self._folder)
        if new is not None:
            self._add(lambda path: write_segment(path, new))
            del new
            give_back()

    def _merge(self, groups: Sequence[Sequence[SegmentEntry]]) -> None:
        """Makes each group of segments one."""
        for group in groups:
            self._entries = [entry for entry in self._entries if entry not in group]
            parts = [(self._segments[entry.name], self._live[entry.name]) for entry in group]
            self._add(partial(self._write_merged, parts=parts))

    def _write_merged(self, path: Path, parts: Sequence[Live]) -> None:
        try:
            write_merged(path, parts)
        except (OSError, MemoryError):  # which say nothing against what was read
            raise
        except Exception as error:
            raise DamagedIndexError(path=self._folder, reason=str(error) or type(error).__name__) from error

    def _add(self, write: Callable[[Path], None]) -> None:
        """Writes a segment under a new name."""
        name = f"{INDEX_NAME}_{secrets.token_hex(8)}"
        path = self._folder / (name + SEGMENT_SUFFIX)
        write(path)
        segment = self._segments[name] = Segment(path)
        self._live[name] = np.ones(segment.articles, np.bool_)
        self._entries.append(SegmentEntry(name, path.stat().st_size, segment.articles))

    def _groups(self) -> list[list[SegmentEntry]]:
        """The segments that should become one."""
        weights = [self._weight(entry.name) for entry in self._entries]
        return [[self._entries[at] for at in group] for group in to_merge(weights, self._merged)]

    def _weight(self, name: str) -> Weight:
        live, segment = self._live[name], self._segments[name]
        size = merging(segment.size, segment.articles, len(segment.text.lexicon))
        return Weight(size, float(live.sum()) / len(live))

    def _entry(self, entry: SegmentEntry) -> SegmentEntry:
        live = self._live[entry.name]
        return replace(entry, live=None if live.all() else live)

    def _stand(self, ledger: Ledger) -> Generation:
        """Makes the segments and a ledger the state of the index."""
        number = next_number(self._folder)
        checksum = put(self._folder / ledger_name(number), ledger.packed())
        generation = Generation(number, tuple(self._entries), ledger_name(number), checksum)
        make_standing(self._folder, generation, {entry.name: self._segments[entry.name] for entry in self._entries})
        return generation


class _New:
    """The columns of what was put since the last commit."""

    def __init__(self, folder: Path) -> None:
        self.numbers = KeyNumbers()
        self.gathered = Gathered(self.numbers.keys, folder / f"{INDEX_NAME}_new")
        self._where: dict[str, int] = {}
        self.count = 0
        self._dropped: set[int] = set()

    def add(self, columns: Columns) -> None:
        self.gathered.add(columns)
        for identity in columns.facts["id"]:
            self._where[identity or ""] = self.count
            self.count += 1

    def drop(self, identity: str) -> None:
        """Forgets the article under an id, should there be one."""
        at = self._where.pop(identity, None)
        if at is not None:
            self._dropped.add(at)

    def kept(self) -> Gathered | None:
        """All articles that were not dropped, ``None`` where there are none."""
        if not self._where:
            return None
        if self._dropped:
            keep = np.ones(self.count, np.bool_)
            keep[list(self._dropped)] = False
            self.gathered.keep(keep)
        return self.gathered
