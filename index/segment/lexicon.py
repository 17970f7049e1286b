"""Which number has a term? The terms of a text, those that differ only in accents side by side.

The terms are sorted by the CRC-32 of their folded form, then by this form, then by themselves. So one search among
numbers finds a term, and also all accentings of a bare syllable. Arrays: ``hashes``; ``keys``, the terms as UTF-8 in
this order, a line feed behind each; ``blocks``, where every sixteenth begins; ``terms``, the number of each.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from operator import lt

import numpy as np

from index.normal_form import fold, folded
from index.segment.array_file import ArrayFile, ArrayFileWriter, smallest

_BLOCK = 16


def _hash(bare: str) -> int:
    return zlib.crc32(bare.encode())


def write_lexicon(file: ArrayFileWriter, prefix: str, keys: Sequence[str]) -> None:
    """Writes the terms from 1 on, in the order of their numbers."""
    bare = folded(keys)
    rows = sorted(zip(map(_hash, bare), bare, keys, range(1, len(keys) + 1), strict=True))
    encoded = [key.encode() + b"\n" for _, _, key, _ in rows]
    starts = np.cumsum([0, *map(len, encoded)])[:-1]
    file.add(f"{prefix}.hashes", np.array([row[0] for row in rows], np.uint32))
    file.add(f"{prefix}.keys", np.frombuffer(b"".join(encoded), np.uint8))
    file.add(f"{prefix}.blocks", smallest(starts[::_BLOCK]))
    file.add(f"{prefix}.terms", smallest(np.array([row[3] for row in rows], np.int64)))


class Lexicon:
    """The terms of a text by their keys."""

    def __init__(self, file: ArrayFile, prefix: str) -> None:
        self._hashes = file[f"{prefix}.hashes"]
        self._keys = file.pieces(f"{prefix}.keys")
        self._blocks = file[f"{prefix}.blocks"]
        self._terms = file.pieces(f"{prefix}.terms")

    def __len__(self) -> int:
        return len(self._terms)

    def term(self, key: str) -> int:
        """The number of a term, 0 where it does not occur."""
        begin, end = self._alike(fold(key))
        wanted = key.encode()
        for at, found in enumerate(self._between(begin, end), begin):
            if found == wanted:
                return self._terms.one(at)
        return 0

    def accentings(self, bare: str) -> dict[str, int]:
        """The terms whose folded form is ``bare``, itself among them, with their numbers."""
        begin, end = self._alike(bare)
        keys = [found.decode() for found in self._between(begin, end)]
        terms = self._terms.between(begin, end).tolist()
        return {key: term for key, term in zip(keys, terms, strict=True) if fold(key) == bare}

    def keys(self) -> list[str]:
        """The keys of all terms from 1 on, by number."""
        found = [""] * len(self._terms)
        for at, key in zip(self._terms.whole().tolist(), self._between(0, len(self._terms)), strict=True):
            found[at - 1] = key.decode()
        return found

    def is_in_order(self) -> bool:
        """Whether every term is found, with and without its accents: the rows are in order, each number is one's."""
        encoded = self._between(0, len(self._terms))
        ends = np.cumsum([len(key) + 1 for key in encoded], dtype=np.int64)
        keys = b"\n".join(encoded).decode().split("\n") if encoded else []
        bare = folded(keys)
        hashes = [*map(_hash, bare)]
        rows = list(zip(hashes, bare, keys, strict=True))
        return (
            np.array_equal(self._blocks, np.append(0, ends[:-1])[: len(keys) : _BLOCK])
            and self._hashes.tolist() == hashes
            and all(map(lt, rows, rows[1:]))
            and np.array_equal(np.sort(self._terms.whole()), np.arange(1, len(keys) + 1))
        )

    def _alike(self, bare: str) -> tuple[int, int]:
        """Between which places in the lexicon's order the terms stand whose folded form has the same hash."""
        wanted = np.uint32(_hash(bare))
        begin = end = int(self._hashes.searchsorted(wanted))
        while end < len(self._hashes) and self._hashes[end] == wanted:
            end += 1
        return begin, end

    def _between(self, begin: int, end: int) -> list[bytes]:
        """The terms ``[begin, end)`` in the lexicon's order."""
        if begin == end:
            return []
        first, last = begin // _BLOCK, -(-end // _BLOCK)
        stop = int(self._blocks[last]) if last < len(self._blocks) else len(self._keys)
        lines = self._keys.between(int(self._blocks[first]), stop).tobytes().split(b"\n")
        skipped = first * _BLOCK
        return lines[begin - skipped : end - skipped]
