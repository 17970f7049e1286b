"""Writes where each term stands and what stands behind it, in the form of ``next_terms.py``."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from index.segment.array_file import ArrayFileWriter, smallest
from index.segment.field_edges import FieldEdges
from index.segment.growing import Growing
from index.segment.lengths import Lengths
from index.segment.next_terms import HIGHEST, PAIRED
from index.segment.pair_articles import write_pair_articles
from index.segment.position_lists_writer import Held, write_lists
from index.segment.spool import Spool
from index.segment.tokens import Array, Numbers, stretches

FREQUENT = 1024
"""Occurrences in a segment from which on a term has pairs: fewer are looked through in no time."""

_NONE = np.zeros(0, np.int64)
_NO_TERMS = np.zeros(0, np.uint32)


class NextTermsWriter:
    """Takes the places of all terms of a text of ``size`` tokens, some terms at a time, and writes them.

    ``counts`` is how often the terms from 1 on occur, descending. Lists wait in a file beside ``path``.
    """

    def __init__(self, size: int, counts: Numbers, path: Path) -> None:
        self._size, self._counts = size, counts
        self._frequent = int(np.count_nonzero(counts >= FREQUENT))
        self._taken = 0
        self._in_pairs = Spool(path)
        self._pairs, self._seconds, self._sizes = [_NONE], [_NO_TERMS], [_NO_TERMS]
        self._loose, self._behind = Growing(int(counts.sum()), np.uint32), Growing(int(counts.sum()), np.uint16)
        self._loose_counts = [_NONE]

    def add(self, terms: int, which: Numbers, places: Numbers, behind: Array) -> None:
        """Takes so many more terms: which of them each occurrence is, its place, and the term behind it; in any order.

        Term, next term and place are sorted as one number. Of rare terms the next does not count, and one that has too
        many bits is loose.
        """
        frequent = min(max(self._frequent - self._taken, 0), terms)
        low, high = self._size.bit_length(), terms.bit_length()
        middle = min((len(self._counts) + 1).bit_length(), 63 - low - high)
        too_high = (1 << middle) - 1
        keys = which << middle
        if frequent:
            nexts = np.minimum(behind, too_high)
            if frequent < terms:
                nexts[which >= frequent] = 0
            keys |= nexts
        keys <<= low
        keys |= places
        order = keys.argsort()
        keys = keys.take(order)
        behind = np.minimum(behind, HIGHEST).astype(np.uint16).take(order)
        counts = self._counts[self._taken : self._taken + terms]
        edge = int(counts[:frequent].sum())
        if frequent:
            self._add_pairs(keys[:edge], behind[:edge], frequent, low, middle)
        self._add_loose(keys[edge:] & (1 << low) - 1, behind[edge:], counts[frequent:])
        self._taken += terms

    def write(self, file: ArrayFileWriter, prefix: str, edges: FieldEdges) -> None:
        """Writes everything, when all terms were taken; ``edges`` are those of the articles."""
        Lengths.of(self._counts).write(file, f"{prefix}.counts")
        self._write_loose(file, f"{prefix}.loose")
        sizes = np.concatenate(self._sizes).astype(np.int64)
        first_pairs = np.concatenate(([0], np.concatenate(self._pairs).cumsum()))
        file.add(f"{prefix}.pairs.edges", first_pairs.astype(np.uint32))
        file.add(f"{prefix}.pairs.seconds", smallest(np.concatenate(self._seconds)))
        file.add(f"{prefix}.pairs.lists", _by_length(sizes)[1])
        write_lists(file, f"{prefix}.pairs", self._in_pairs, self._size)
        write_pair_articles(file, f"{prefix}.pairs", self._in_pairs, edges)

    def _write_loose(self, file: ArrayFileWriter, prefix: str) -> None:
        counts = np.concatenate(self._loose_counts)
        order, ranks = _by_length(counts)
        file.add(f"{prefix}.lists", ranks)
        starts = counts.cumsum() - counts
        counts = counts[order]
        file.add(f"{prefix}.next", self._behind.array().take(stretches(starts[order], counts)))
        write_lists(file, prefix, Held(self._loose.array(), starts[order], counts), self._size)

    def _add_pairs(self, keys: Numbers, behind: Array, terms: int, low: int, middle: int) -> None:
        """Parts the occurrences of frequent terms into pairs and loose ones.

        A key's lowest bits are its place, and so many in the middle the next term; ``behind`` has that in 16 bits.
        """
        too_high = (1 << middle) - 1
        pairs = keys >> low
        is_first = np.ones(len(pairs), np.bool_)
        np.not_equal(pairs[1:], pairs[:-1], out=is_first[1:])
        starts = is_first.nonzero()[0]
        sizes = np.diff(starts, append=len(pairs))
        pairs = pairs.take(starts)
        seconds = pairs & too_high
        listed = (sizes >= PAIRED) & (seconds < too_high)
        in_list = np.repeat(listed, sizes)
        places = (keys & (1 << low) - 1).astype(np.uint32)
        if listed.any():
            self._in_pairs.add(places[in_list], sizes[listed])
        self._pairs.append(np.bincount(pairs[listed] >> middle, minlength=terms))
        self._seconds.append(seconds[listed].astype(np.uint32))
        self._sizes.append(sizes[listed].astype(np.uint32))
        loose = (~in_list).nonzero()[0]
        found = keys.take(loose) >> low + middle
        found <<= low
        found |= places.take(loose)
        order = found.argsort()
        found = found.take(order)
        of_terms = np.bincount(found >> low, minlength=terms)
        self._add_loose(found & (1 << low) - 1, behind.take(loose).take(order), of_terms)

    def _add_loose(self, places: Numbers, behind: Array, counts: Numbers) -> None:
        self._loose.add(places.astype(np.uint32))
        self._behind.add(behind)
        self._loose_counts.append(counts)


def _by_length(lengths: Numbers) -> tuple[Numbers, Array]:
    """The order of lists by their lengths, the longest first, and the number that each gets."""
    order = np.argsort(-lengths, kind="stable")
    ranks = np.empty(len(order), np.int64)
    ranks[order] = np.arange(len(order))
    return order, smallest(ranks)
