"""Where does each term stand, and what stands behind it? So that two words in a row are one list, read as it is.

A next-word index (Williams, Zobel, Bahle, "Fast phrase querying with combined indexes", 2004), for the frequent terms:
those with ``FREQUENT`` occurrences or more have a list of places for every term that follows them ``PAIRED`` times or
more. All other occurrences are loose: each term has one list of them, and beside each place stands what follows.

Arrays: ``counts``, how often the terms from 1 on occur (``Lengths``); ``pairs``, lists of places, those of one frequent
first term after the other by its second in ``pairs.seconds``, ``pairs.edges`` where each first term's begin, and
``pairs.lists`` the number of each pair's list; ``loose``, a list for every term, its number in ``loose.lists``, and
``loose.next``, the term behind each of their places in 16 bits, the highest value for any higher one. The break is a
second term, but has no list of its own.

Measured on segments of 21 million tokens, in bytes each: pairs 1.99 and what finds them 0.11, loose places 0.25 and the
terms behind them 0.22. The places of each term by itself would take 1.60, and a phrase then a comparison of all places
of its rarest term: three times as long at the 95th percentile.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from index.segment.array_file import ArrayFile
from index.segment.lengths import Lengths
from index.segment.position_lists import PositionLists
from index.segment.tokens import Flags, Numbers, interleaved, stretches

PAIRED = 4
"""Occurrences from which on a pair of terms has a list."""

HIGHEST = np.iinfo(np.uint16).max
"""What stands beside a loose place for any term from this one on."""

_NONE = np.zeros(0, np.int64)


class NextTerms:
    """The places of every term of a text of ``size`` tokens, and of every two terms in a row."""

    def __init__(self, file: ArrayFile, prefix: str, size: int) -> None:
        """All that there is of them, as the file has it."""
        self.lengths = Lengths.read(file, f"{prefix}.counts")
        self.loose = PositionLists(file, f"{prefix}.loose", size)
        self.loose_lists = file.pieces(f"{prefix}.loose.lists")
        self.behind = file.pieces(f"{prefix}.loose.next")
        self.pairs = PositionLists(file, f"{prefix}.pairs", size)
        self.edges = file[f"{prefix}.pairs.edges"]
        self.seconds, self.lists_of_pairs = file.pieces(f"{prefix}.pairs.seconds"), file.pieces(f"{prefix}.pairs.lists")
        self.size = size
        self._known = int(np.iinfo(self.seconds.dtype).max)  # a second term that is higher has no list

    @property
    def terms(self) -> int:
        """The number of terms, the break counted."""
        return 1 + len(self.lengths)

    def count(self, term: int) -> int:
        """How often a term other than the break occurs."""
        return self.lengths.length(term - 1)

    def count_of(self, terms: Sequence[int]) -> int:
        """How often some terms occur together, the break not among them."""
        return self.lengths.sum(np.array(terms, np.int64) - 1) if len(terms) > 1 else sum(map(self.count, terms))

    def counts(self) -> Numbers:
        """The occurrences of all terms from 1 on."""
        return self.lengths.all()

    def places(self, term: int) -> Numbers:
        """The places of a term other than the break, ascending."""
        found = self.loose.places(self.loose_lists.one(term - 1))
        if self._is_frequent(term):
            lists = np.sort(self.lists_of_pairs.between(*self._span(term)).astype(np.int64))
            found = interleaved((found, self.pairs.places_of(lists)))
        return found

    def pair_lists(self, firsts: Sequence[int], seconds: Sequence[int]) -> Numbers:
        """The lists of some first terms with some second terms behind them, ascending."""
        if len(firsts) == len(seconds) == 1:
            return self._pair_list(firsts[0], seconds[0])
        wanted = np.array(sorted(second for second in seconds if second <= self._known), self.seconds.dtype)
        found = []
        for first in firsts:
            if self._is_frequent(first):
                span = self._span(first)
                here = self.seconds.between(*span)
                at = here.searchsorted(wanted)
                at = at[here.take(at, mode="clip") == wanted] if len(here) else at[:0]
                if len(at):
                    found.append(self.lists_of_pairs.between(*span).take(at))
        if not found:
            return _NONE
        lists = found[0].astype(np.int64) if len(found) == 1 else np.concatenate(found).astype(np.int64)
        lists.sort()
        return lists

    def _pair_list(self, first: int, second: int) -> Numbers:
        if self._is_frequent(first) and second <= self._known:
            begin, end = self._span(first)
            here = self.seconds.between(begin, end)
            at = int(here.searchsorted(here.dtype.type(second)))
            if at < len(here) and here[at] == second:
                return self.lists_of_pairs.between(begin + at, begin + at + 1).astype(np.int64)
        return _NONE

    def most(self, firsts: Sequence[int], seconds: Sequence[int], lists: Numbers) -> int:
        """How often one of some first terms has one of some second terms behind it at the most.

        ``lists`` are their pairs' lists.
        """
        if len(lists) == 1 == len(firsts) == len(seconds):
            return self.pairs.lengths.length(int(lists[0]))
        frequent = sum(map(self._is_frequent, firsts))
        rare = self.count_of([first for first in firsts if not self._is_frequent(first)])
        return self.pairs.lengths.sum(lists) + rare + (PAIRED - 1) * (frequent * len(seconds) - len(lists))

    def together(self, firsts: Sequence[int], seconds: Sequence[int], lists: Numbers) -> Numbers:
        """The places of some first terms with one of some second terms behind them, ascending.

        ``lists`` are their pairs' lists.
        """
        if len(lists) == 1 == len(firsts) == len(seconds):
            return self.pairs.places(int(lists[0]))
        parts = [self.pairs.places_of(lists)] if len(lists) else []
        wanted = _Wanted(seconds)
        loose = self._loose_with(firsts[0], wanted) if len(firsts) == 1 else self._loose_of_any(firsts, wanted)
        parts += [loose] if len(loose) else []
        if len(parts) == len(firsts) == 1 and not len(lists):
            return parts[0]
        return interleaved(parts)

    def _is_frequent(self, term: int) -> bool:
        return 0 < term < len(self.edges)

    def _span(self, first: int) -> tuple[int, int]:
        """The pairs of a frequent first term."""
        return int(self.edges[first - 1]), int(self.edges[first])

    def _loose_with(self, first: int, wanted: _Wanted) -> Numbers:
        """The loose places of a term behind which a term that is wanted stands."""
        number = self.loose_lists.one(first - 1)
        begin = self.loose.lengths.offset(number)
        behind = self.behind.between(begin, begin + self.loose.lengths.length(number))
        fits = wanted.among(behind).nonzero()[0]
        if not len(fits):
            return _NONE
        return self._surely(self.loose.places(number).take(fits), behind.take(fits), wanted)

    def _loose_of_any(self, firsts: Sequence[int], wanted: _Wanted) -> Numbers:
        """The loose places of several terms behind which a term that is wanted stands, those of each ascending."""
        lists = np.sort(self.loose_lists.at(np.array(firsts) - 1).astype(np.int64))
        lengths, begins = self.loose.lengths.of_lists(lists)
        some = lengths.nonzero()[0]
        lists, lengths, begins = lists.take(some), lengths.take(some), begins.take(some)
        behind = self.behind.over(begins, begins + lengths).take(stretches(begins, lengths))
        fits = wanted.among(behind).nonzero()[0]
        if not len(fits):
            return _NONE
        ends = lengths.cumsum()
        of_lists = ends.searchsorted(fits, "right")
        is_read = np.zeros(len(lists), np.bool_)
        is_read[of_lists] = True
        read = is_read.nonzero()[0]
        before = np.zeros(len(lists), np.int64)  # what is not read before each list
        before[read] = (ends - lengths).take(read) - (lengths.take(read).cumsum() - lengths.take(read))
        found = self.loose.places_of(lists.take(read)).take(fits - before.take(of_lists))
        return self._surely(found, behind.take(fits), wanted)

    def _surely(self, found: Numbers, behind: NDArray[np.uint16], wanted: _Wanted) -> Numbers:
        """Those of some places, beside which a term stands that may be wanted, behind which one stands that is."""
        if not wanted.high:
            return found
        unsure = (behind == HIGHEST).nonzero()[0]  # several terms look alike here; where each stands is known
        if not len(unsure):
            return found
        known = np.sort(np.concatenate([self.places(term) for term in wanted.high]))
        asked = found.take(unsure) + 1
        wrong = unsure[known.take(known.searchsorted(asked), mode="clip") != asked]
        return np.delete(found, wrong) if len(wrong) else found


class _Wanted:
    """Some second terms as they are looked for among those that stand beside loose places."""

    def __init__(self, terms: Sequence[int]) -> None:
        self.high = [term for term in terms if term >= HIGHEST]
        """Those that have no number of their own there."""
        self._only = min(terms[0], HIGHEST) if len(terms) == 1 else None
        if self._only is None:
            self._table = np.zeros(HIGHEST + 1, np.bool_)
            self._table[[min(term, HIGHEST) for term in terms]] = True

    def among(self, found: NDArray[np.uint16]) -> Flags:
        """Which of some are wanted."""
        return self._table.take(found) if self._only is None else found == self._only
