"""Writes where each term stands and what stands behind it, in the form of ``next_terms.py``."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from index.segment.array_file import ArrayFileWriter, smallest
from index.segment.growing import Growing
from index.segment.lengths import Lengths
from index.segment.next_terms import HIGHEST, PAIRED
from index.segment.position_lists import write_lists
from index.segment.tokens import Array, Numbers, stretches

FREQUENT = 1024
"""Occurrences in a segment from which on a term has pairs: fewer are looked through in no time."""

_NONE = np.zeros(0, np.int64)


class NextTermsWriter:
    """Takes the places of all terms, some terms at a time, and writes them.

    ``terms`` is the text, ``counts`` how often the terms from 1 on occur in it, descending.
    """

    def __init__(self, terms: NDArray[np.uint32], counts: Numbers) -> None:
        self._terms, self._counts = terms, counts
        self._frequent = int(np.count_nonzero(counts >= FREQUENT))
        self._taken = 0
        self._in_pairs = Growing(int(counts[: self._frequent].sum()), np.uint32)
        self._firsts, self._seconds, self._sizes = [_NONE], [_NONE], [_NONE]
        self._loose = Growing(int(counts.sum()), np.uint32)
        self._loose_counts = [_NONE]

    def add(self, terms: int, which: Numbers, places: Numbers) -> None:
        """Takes so many more terms: which of them each occurrence is, and its place, in the order of the text.

        Term, next term and place are sorted as one number, which takes half the time of a stable sort by terms. Of rare
        terms the next does not count, and one that has too many bits is loose.
        """
        frequent = min(max(self._frequent - self._taken, 0), terms)
        low, high = len(self._terms).bit_length(), terms.bit_length()
        middle = min((len(self._counts) + 1).bit_length(), 63 - low - high)
        too_high = (1 << middle) - 1
        keys = which << middle
        if frequent:
            nexts = np.minimum(self._terms.take(places + 1), too_high)
            if frequent < terms:
                nexts[which >= frequent] = 0
            keys |= nexts
        keys <<= low
        keys |= places
        keys.sort()
        counts = self._counts[self._taken : self._taken + terms]
        edge = int(counts[:frequent].sum())
        if frequent:
            self._add_pairs(keys[:edge], frequent, low, middle)
        self._loose.add((keys[edge:] & (1 << low) - 1).astype(np.uint32))
        self._loose_counts.append(counts[frequent:])
        self._taken += terms

    def write(self, file: ArrayFileWriter, prefix: str) -> None:
        """Writes everything, when all terms were taken."""
        Lengths.of(self._counts).write(file, f"{prefix}.counts")
        self._write_loose(file, f"{prefix}.loose")
        firsts, sizes = np.concatenate(self._firsts), np.concatenate(self._sizes)
        edges = np.concatenate(([0], np.bincount(firsts, minlength=self._frequent).cumsum()))
        file.add(f"{prefix}.pairs.edges", edges.astype(np.uint32))
        file.add(f"{prefix}.pairs.seconds", smallest(np.concatenate(self._seconds)))
        order, ranks = _by_length(sizes)
        file.add(f"{prefix}.pairs.lists", ranks)
        starts = sizes.cumsum() - sizes
        write_lists(file, f"{prefix}.pairs", self._in_pairs.array(), starts[order], sizes[order], len(self._terms))

    def _write_loose(self, file: ArrayFileWriter, prefix: str) -> None:
        counts = np.concatenate(self._loose_counts)
        order, ranks = _by_length(counts)
        file.add(f"{prefix}.lists", ranks)
        starts = counts.cumsum() - counts
        counts = counts[order]
        places = self._loose.array().take(stretches(starts[order], counts))
        file.add(f"{prefix}.next", np.minimum(self._terms.take(places + np.uint32(1)), HIGHEST).astype(np.uint16))
        write_lists(file, prefix, places, counts.cumsum() - counts, counts, len(self._terms))

    def _add_pairs(self, keys: Numbers, terms: int, low: int, middle: int) -> None:
        """Parts the occurrences of frequent terms into pairs and loose ones.

        A key's lowest bits are its place, and so many in the middle the next term.
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
        self._in_pairs.add(places[in_list])
        self._firsts.append((pairs[listed] >> middle) + self._taken)
        self._seconds.append(seconds[listed])
        self._sizes.append(sizes[listed])
        loose = (~in_list).nonzero()[0]
        found = keys.take(loose) >> low + middle
        found <<= low
        found |= places.take(loose)
        found.sort()
        self._loose.add((found & (1 << low) - 1).astype(np.uint32))
        self._loose_counts.append(np.bincount(found >> low, minlength=terms))


def _by_length(lengths: Numbers) -> tuple[Numbers, Array]:
    """The order of lists by their lengths, the longest first, and the number that each gets."""
    order = np.argsort(-lengths, kind="stable")
    ranks = np.empty(len(order), np.int64)
    ranks[order] = np.arange(len(order))
    return order, smallest(ranks)
