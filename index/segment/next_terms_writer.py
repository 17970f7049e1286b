"""Writes where each term stands and what stands behind it, in the form of ``next_terms.py``."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from index.segment.array_file import ArrayFileWriter, smallest
from index.segment.field_edges import FieldEdges
from index.segment.growing import Growing
from index.segment.lengths import Lengths
from index.segment.next_terms import HIGHEST, PAIRED
from index.segment.pair_articles import PairArticlesWriter
from index.segment.position_lists_writer import Held, write_lists
from index.segment.spool import Spool
from index.segment.tokens import Array, Numbers, stretches

FREQUENT = 1024
"""Occurrences in a segment from which on a term has pairs: fewer are looked through in no time."""

_AFTER_BITS = 16

_NONE = np.zeros(0, np.int64)
_NO_TERMS = np.zeros(0, np.uint32)


def frequent_terms(counts: Numbers) -> int:
    """How many terms have pairs."""
    return int(np.count_nonzero(counts >= FREQUENT))


class NextTermsWriter:
    """Takes the places of all terms of a text of ``size`` tokens, some terms at a time, and writes them.

    ``counts`` is how often the terms from 1 on occur, descending. Lists wait in a file beside ``path``.
    """

    def __init__(self, size: int, counts: Numbers, path: Path) -> None:
        self._size, self._counts = size, counts
        self._frequent = frequent_terms(counts)
        self._taken = 0
        self._in_pairs = Spool(path)
        self._pairs, self._seconds, self._sizes = [_NONE], [_NO_TERMS], [_NO_TERMS]
        self._loose, self._behind = Growing(int(counts.sum()), np.uint32), Growing(int(counts.sum()), np.uint16)
        self._loose_counts = [_NONE]

    def add(self, terms: int, which: Numbers, places: Numbers, after: Numbers) -> None:
        """Takes so many more terms, which are all frequent or all not.

        Of each of their occurrences, in any order: which of them it is, its place, and the term behind it. A term that
        has too many bits behind it is loose.
        """
        if self._taken < self._frequent:
            self._add_pairs(terms, which, places, after)
        else:
            self._add_loose(terms, which, places, np.minimum(after, HIGHEST))
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
        articles = PairArticlesWriter(edges)
        write_lists(file, f"{prefix}.pairs", self._in_pairs, self._size, articles.add)
        articles.write(file, f"{prefix}.pairs")

    def _write_loose(self, file: ArrayFileWriter, prefix: str) -> None:
        counts = np.concatenate(self._loose_counts)
        order, ranks = _by_length(counts)
        file.add(f"{prefix}.lists", ranks)
        starts = counts.cumsum() - counts
        counts = counts[order]
        file.add(f"{prefix}.next", self._behind.array().take(stretches(starts[order], counts)))
        write_lists(file, prefix, Held(self._loose.array(), starts[order], counts), self._size)

    def _add_pairs(self, terms: int, which: Numbers, places: Numbers, after: Numbers) -> None:
        """Parts occurrences of frequent terms into pairs and loose ones: term, next term and place are one number."""
        low = self._size.bit_length()
        middle = min((len(self._counts) + 1).bit_length(), 63 - low - terms.bit_length())
        too_high = (1 << middle) - 1
        keys = which << middle
        keys |= after if too_high > len(self._counts) else np.minimum(after, too_high)
        keys <<= low
        keys |= places
        keys.sort()
        places = keys.astype(np.uint32)
        places &= np.uint32((1 << low) - 1)
        keys >>= low
        is_first = np.ones(len(keys), np.bool_)
        np.not_equal(keys[1:], keys[:-1], out=is_first[1:])
        starts = is_first.nonzero()[0]
        sizes = np.diff(starts, append=len(keys))
        pairs = keys.take(starts)
        seconds = pairs & too_high
        listed = (sizes >= PAIRED) & (seconds < too_high)
        self._in_pairs.add(places, starts[listed], sizes[listed])
        self._pairs.append(np.bincount(pairs[listed] >> middle, minlength=terms))
        self._seconds.append(seconds[listed].astype(np.uint32))
        self._sizes.append(sizes[listed].astype(np.uint32))
        loose = ~listed
        at = stretches(starts[loose], sizes[loose])
        keys = keys.take(at)
        self._add_loose(terms, keys >> middle, places.take(at), np.minimum(keys & too_high, HIGHEST))

    def _add_loose(self, terms: int, which: Numbers, places: Array, after: Numbers) -> None:
        """Term, place and next term are one number."""
        keys = which << self._size.bit_length()
        keys |= places
        keys <<= _AFTER_BITS
        keys |= after
        keys.sort()
        self._behind.add(keys.astype(np.uint16))
        keys >>= _AFTER_BITS
        self._loose.add((keys & (1 << self._size.bit_length()) - 1).astype(np.uint32))
        self._loose_counts.append(np.bincount(which, minlength=terms))


def _by_length(lengths: Numbers) -> tuple[Numbers, Array]:
    """The order of lists by their lengths, the longest first, and the number that each gets."""
    order = np.argsort(-lengths, kind="stable")
    ranks = np.empty(len(order), np.int64)
    ranks[order] = np.arange(len(order))
    return order, smallest(ranks)
