"""What is known of some articles, as columns in memory: what a segment is written from."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from index.segment.hashes import Hashes
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
    """Columns that come to be one, each copied as it comes: so there is never a second copy of them all.

    ``keys`` are those of all of them, and may go on growing.
    """

    def __init__(self, keys: Sequence[str]) -> None:
        self._text, self._names = _GatheredTokens(keys), _GatheredTokens(keys)
        self._facts: dict[str, list[str | None]] = {}
        self._quotations, self._spans = [np.zeros(0, np.int64)], [np.zeros((0, 2), np.int64)]
        self._stored: list[bytes] = []
        self._sketches = [np.zeros((0, SKETCH_BYTES), np.uint8)]
        self.stored_size = 0
        """The bytes of all articles."""

    @property
    def size(self) -> int:
        """The tokens of all articles."""
        return self._text.size

    def add(self, part: Columns) -> None:
        self._spans.append(part.spans + self.size)
        self._text.add(part.text)
        self._names.add(part.names)
        for name, values in part.facts.items():
            self._facts.setdefault(name, []).extend(values)
        self._quotations.append(part.quotations)
        self._stored += part.stored
        self._sketches.append(part.sketches)
        self.stored_size += sum(map(len, part.stored))

    def columns(self) -> Columns:
        """All of them, to be used up: the same memory."""
        return Columns(
            self._text.tokens(),
            self._names.tokens(),
            self._facts,
            np.concatenate(self._quotations),
            np.concatenate(self._spans),
            self._stored,
            np.concatenate(self._sketches),
        )


class _GatheredTokens:
    """Texts becoming one, in arrays that double when they are full: what nothing was written to takes no memory."""

    def __init__(self, keys: Sequence[str]) -> None:
        self._keys = keys
        self._terms, self._joints = np.empty(0, np.uint32), np.empty(0, np.bool_)
        self._lengths: list[Numbers] = []
        self.size = 0

    def add(self, part: Tokens) -> None:
        end = self.size + len(part.terms)
        if end > len(self._terms):
            self._grow(max(2 * len(self._terms), end))
        self._terms[self.size : end] = part.terms
        self._joints[self.size : end] = part.joints
        self._lengths.append(part.lengths)
        self.size = end

    def tokens(self) -> Tokens:
        return Tokens(self._keys, self._terms[: self.size], self._joints[: self.size], np.concatenate(self._lengths))

    def _grow(self, room: int) -> None:
        terms, joints = np.empty(room, np.uint32), np.empty(room, np.bool_)
        terms[: self.size], joints[: self.size] = self._terms[: self.size], self._joints[: self.size]
        self._terms, self._joints = terms, joints


def kept(columns: Columns, keep: Flags) -> Columns:
    """Only those articles for which ``keep`` says so, with their quotations."""
    if keep.all():
        return columns
    quotations_kept = np.repeat(keep, columns.quotations)
    tokens_kept = np.repeat(keep, columns.text.lengths.sum(axis=1))
    before = np.concatenate(([0], np.cumsum(tokens_kept)))
    chosen = np.flatnonzero(keep).tolist()
    return replace(
        columns,
        text=_kept_tokens(columns.text, keep, tokens_kept),
        names=_kept_tokens(
            columns.names, quotations_kept, np.repeat(quotations_kept, columns.names.lengths.sum(axis=1))
        ),
        facts={name: [values[at] for at in chosen] for name, values in columns.facts.items()},
        quotations=columns.quotations[keep],
        spans=before[columns.spans[quotations_kept]],
        stored=[columns.stored[at] for at in chosen],
        sketches=columns.sketches[keep],
    )


def _kept_tokens(tokens: Tokens, keep: Flags, tokens_kept: Flags) -> Tokens:
    return Tokens(tokens.keys, tokens.terms[tokens_kept], tokens.joints[tokens_kept], tokens.lengths[keep])
