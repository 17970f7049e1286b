"""What is known of some articles, as columns in memory: what a segment is written from."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from index.segment.hashes import Hashes
from index.segment.packed_tokens import PackedTokens
from index.segment.sketches import SKETCH_BYTES, key_hash
from index.segment.tokens import Bytes, Flags, Numbers, Tokens
from index.segment.waiting import Waiting


@dataclass(slots=True)
class KeyNumbers:
    """Numbers the keys of terms from 1 on, in the order in which they come."""

    keys: list[str] = field(default_factory=list)
    _numbers: dict[str, int] = field(default_factory=dict)
    _hashes: array[int] = field(default_factory=lambda: array("Q", [0]))

    def number(self, key: str) -> int:
        found = self._numbers.get(key)
        if found is None:
            self.keys.append(key)
            found = self._numbers[key] = len(self.keys)
        return found

    def hashes(self) -> Hashes:
        """The hash of each key by its number, worked out once."""
        self._hashes.extend(map(key_hash, self.keys[len(self._hashes) - 1 :]))
        return np.array(self._hashes, np.uint64)


@dataclass(frozen=True, slots=True)
class Columns:
    """Some articles in order.

    ``names`` is a text whose articles are the quotations, in order, with the fields speaker and role. ``facts`` has a
    value an article under each name; ``quotations`` the number of each article's quotations, ``spans`` the tokens
    ``[begin, end)`` of ``text`` that each holds; ``stored`` the bytes of each article; ``sketches`` a row an article.
    """

    text: Tokens
    names: Tokens
    facts: Mapping[str, Sequence[str | None]]
    quotations: Numbers
    spans: Numbers
    stored: Sequence[bytes]
    sketches: Bytes


class Gathered:
    """Columns that come to be a segment, each copied as it comes: so there is never a second copy of them all.

    ``keys`` are those of all of them, and may go on growing. What is stored of articles waits beside ``path``.
    """

    def __init__(self, keys: Sequence[str], path: Path) -> None:
        self.text, self.names = PackedTokens(keys), PackedTokens(keys)
        self.facts: dict[str, list[str | None]] = {}
        self._quotations, self._spans = [np.zeros(0, np.int64)], [np.zeros((0, 2), np.int64)]
        self._stored = Waiting(path)
        self._stored_ends = [np.zeros((0, 2), np.int64)]  # where each article begins and ends there
        self._sketches = [np.zeros((0, SKETCH_BYTES), np.uint8)]

    @property
    def size(self) -> int:
        """The tokens of all articles."""
        return self.text.size

    @property
    def quotations(self) -> Numbers:
        """The number of each article's quotations."""
        return np.concatenate(self._quotations)

    @property
    def spans(self) -> Numbers:
        """The tokens ``[begin, end)`` of ``text`` that each quotation holds."""
        return np.concatenate(self._spans)

    @property
    def stored_size(self) -> int:
        """The bytes of all articles, those counted that were dropped."""
        return self._stored.size

    @property
    def stored_sizes(self) -> Numbers:
        """The bytes of each article."""
        begins, ends = np.concatenate(self._stored_ends).T
        return ends - begins

    def stored(self) -> Iterator[Bytes]:
        """The bytes of all articles, some at a time."""
        begins, ends = np.concatenate(self._stored_ends).T
        firsts = np.append(True, begins[1:] != ends[:-1])[: len(ends)].nonzero()[0]  # those behind one that was dropped
        lasts = np.append(firsts[1:], len(ends))[: len(firsts)] - 1
        for begin, end in zip(begins[firsts].tolist(), ends[lasts].tolist(), strict=True):
            yield from self._stored.between(begin, end)

    @property
    def sketches(self) -> Bytes:
        """A row an article."""
        return np.concatenate(self._sketches)

    def add(self, part: Columns) -> None:
        """Takes some more articles."""
        self._spans.append(part.spans + self.size)
        self.text.add(part.text)
        self.names.add(part.names)
        for name, values in part.facts.items():
            known = self.facts.setdefault(name, [])
            for value in values:  # what comes again and again, as the path of a data set, is kept once
                known.append(known[-1] if known and value == known[-1] else value)
        self._quotations.append(part.quotations)
        sizes = np.fromiter(map(len, part.stored), np.int64, len(part.stored))
        begin = self._stored.add(np.frombuffer(b"".join(part.stored), np.uint8))
        ends = sizes.cumsum() + begin
        self._stored_ends.append(np.stack((ends - sizes, ends), axis=1))
        self._sketches.append(part.sketches)

    def keep(self, keep: Flags) -> None:
        """Drops all articles but those for which ``keep`` says so, with their quotations."""
        quotations_kept = np.repeat(keep, self.quotations)
        lengths = self.text.lengths.sum(axis=1)
        shifts = ((lengths * ~keep).cumsum()).repeat(self.quotations)
        chosen = keep.nonzero()[0].tolist()
        self._spans = [(self.spans - shifts[:, np.newaxis])[quotations_kept]]
        self.text.keep(keep)
        self.names.keep(quotations_kept)
        self.facts = {name: [values[at] for at in chosen] for name, values in self.facts.items()}
        self._quotations = [self.quotations[keep]]
        self._stored_ends = [np.concatenate(self._stored_ends)[keep]]
        self._sketches = [self.sketches[keep]]
