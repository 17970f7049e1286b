"""What is known of some articles, as columns in memory: what a segment is written from."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from index.segment.hashes import Hashes
from index.segment.packed_tokens import PackedTokens
from index.segment.sketches import SKETCH_BYTES, key_hash
from index.segment.tokens import Bytes, Flags, Numbers, Tokens


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

    ``keys`` are those of all of them, and may go on growing.
    """

    def __init__(self, keys: Sequence[str]) -> None:
        self.text, self.names = PackedTokens(keys), PackedTokens(keys)
        self.facts: dict[str, list[str | None]] = {}
        self._quotations, self._spans = [np.zeros(0, np.int64)], [np.zeros((0, 2), np.int64)]
        self.stored: list[bytes] = []
        self._sketches = [np.zeros((0, SKETCH_BYTES), np.uint8)]
        self.stored_size = 0
        """The bytes of all articles."""

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
    def sketches(self) -> Bytes:
        """A row an article."""
        return np.concatenate(self._sketches)

    def add(self, part: Columns) -> None:
        """Takes some more articles."""
        self._spans.append(part.spans + self.size)
        self.text.add(part.text)
        self.names.add(part.names)
        for name, values in part.facts.items():
            self.facts.setdefault(name, []).extend(values)
        self._quotations.append(part.quotations)
        self.stored += part.stored
        self._sketches.append(part.sketches)
        self.stored_size += sum(map(len, part.stored))

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
        self.stored = [self.stored[at] for at in chosen]
        self._sketches = [self.sketches[keep]]
        self.stored_size = sum(map(len, self.stored))
