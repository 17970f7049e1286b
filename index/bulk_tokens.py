"""The tokens of many texts by arrays: the same as one by one, for building an index.

Texts are parted into runs at white space, which no token holds. What a run holds is worked out once for each different
run, by what does it for a text; a row of runs is then a row of tokens by looking up. The words come with the pieces in
which the tokens begin.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from string import punctuation

import numpy as np

from index.segment.columns import KeyNumbers
from index.segment.term_codes import BREAK, Flags, Numbers
from index.segmentation.many_texts import BulkSegmenter, Row, blocks
from index.segmentation.pieces import pieces_of
from index.segmentation.runs import Runs, laid_out
from index.syllables import syllables
from index.tokens import TextTokens, joined_tokens


class BulkTokens:
    """Makes tokens of texts that look as they are written; words by a segmenter, or none longer than a syllable.

    Words end after ``longest`` syllables.
    """

    def __init__(self, segmenter: BulkSegmenter | None, longest: int) -> None:
        self._segmenter = segmenter
        self._longest = longest
        self._runs = segmenter.runs if segmenter else Runs()
        self._numbers: KeyNumbers | None = None
        self._age = 0

    def tokens(self, texts: Sequence[str], numbers: KeyNumbers) -> TextTokens:
        """The tokens of all texts."""
        return joined_tokens([self._of_block(block, numbers) for block in blocks(texts)])

    def _of_block(self, texts: Sequence[str], numbers: KeyNumbers) -> TextTokens:
        end_to_end = laid_out(texts)
        row: Row | None = None
        if self._segmenter is not None:
            row = self._segmenter.row_of(end_to_end)
            run_starts, runs = row.run_starts, row.runs
        else:
            run_starts, runs = self._runs.row(end_to_end)
        self._learn(numbers)
        edges = np.searchsorted(run_starts, end_to_end.edges)
        counts = np.asarray(self._count).take(runs)
        counts[edges[1:]] = 1  # a text's last edge is its break
        ends = np.cumsum(counts)
        places = np.repeat(np.asarray(self._first).take(runs) - ends + counts, counts)
        places += np.arange(len(places))
        breaks = ends[edges[1:]] - 1
        places[breaks] = 0
        terms = np.asarray(self._keys).take(places)
        starts = np.repeat(run_starts, counts) + np.asarray(self._offsets).take(places)
        lengths = np.diff(ends[edges])
        starts -= np.repeat(end_to_end.edges[:-1] + 1, lengths)
        if row is None:
            return TextTokens(terms, np.zeros(len(terms), np.bool_), starts, lengths)
        pieces = np.repeat(row.firsts, counts) + np.asarray(self._pieces).take(places)
        return TextTokens(terms, self._joints(row, pieces), starts, lengths)

    def _joints(self, row: Row, pieces: Numbers) -> Flags:
        """Whether each token belongs to the word of the one before: begins in the same piece, or one that is joined."""
        words = np.cumsum(~row.joints).take(pieces)
        joints = np.zeros(len(pieces), np.bool_)
        np.equal(words[1:], words[:-1], out=joints[1:])
        begins = np.flatnonzero(~joints)
        sizes = np.diff(begins, append=len(joints))
        for at in np.flatnonzero(sizes > self._longest).tolist():
            joints[begins[at] : begins[at] + sizes[at] : self._longest] = False
        return joints

    def _learn(self, numbers: KeyNumbers) -> None:
        """Works out the runs that are new; all of them, where their numbers or those of the keys are others."""
        if self._numbers is not numbers or self._age != self._runs.age:
            self._numbers, self._age = numbers, self._runs.age
            self._first, self._count = array("q"), array("q")
            self._keys, self._offsets, self._pieces = array("I", [BREAK]), array("q", [0]), array("q", [0])
            self._alone: dict[str, int] = {}
        for run in self._runs.known[len(self._first) :]:
            self._first.append(len(self._keys))
            keys, starts = self._tokens_of(run, numbers)
            self._count.append(len(keys))
            self._keys.extend(keys)
            self._offsets.extend(starts)
            if self._segmenter is not None and starts:
                edges = [0, *accumulate(map(len, pieces_of(run)))]
                self._pieces.extend([bisect_right(edges, start) - 1 for start in starts])

    def _tokens_of(self, run: str, numbers: KeyNumbers) -> tuple[Sequence[int], Sequence[int]]:
        """The keys of a run's tokens by number, and where they begin; most runs are one token and some punctuation."""
        inside = run.strip(punctuation)
        known = self._alone.get(inside)
        if known is not None:
            return (known,), (run.index(inside),)
        found = syllables(run)
        keys = [numbers.number(key) for key in found.keys]
        if len(keys) == 1 and found.ends[0] - found.starts[0] == len(inside):
            self._alone[inside] = keys[0]
        return keys, found.starts
