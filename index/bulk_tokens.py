"""The tokens of many texts by arrays: the same as one by one, for building an index.

Texts are parted into runs at characters that no token holds. What a run holds is worked out once for each different
run, by what does it for a text; a row of runs is then a row of tokens by looking up. Where words are asked for, runs
are parted at white space alone, as a segmenter wants them, and come with the pieces in which the tokens begin.
"""

from __future__ import annotations

import string
from array import array
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

import numpy as np

from index.segment.columns import KeyNumbers
from index.segment.tokens import BREAK, Flags, Numbers
from index.segmentation.many_texts import BulkSegmenter, Row, blocks
from index.segmentation.pieces import pieces_of
from index.segmentation.run_numbers import LAST_PARTING, LETTERS, MARKS, codes
from index.segmentation.runs import Runs, laid_out
from index.syllables import Syllables, looks, one_token, parting, syllables
from index.tokens import TextTokens, joined_tokens

BETWEEN_TOKENS = codes(
    parting("".join(map(chr, range(LAST_PARTING + 1)))),
    [*string.digits, *(letter + letter.upper() for letter in LETTERS), *MARKS],
)
"""What stands between such characters, whatever its capitals, is a run: but for one in 400 it is one token.

There are a third as many different ones to work out as between blanks.
"""


class BulkTokens:
    """Makes tokens of texts; words by a segmenter, which is given them as they look, or none longer than a syllable.

    Words end after ``longest`` syllables.
    """

    def __init__(self, segmenter: BulkSegmenter | None, longest: int) -> None:
        self._segmenter = segmenter
        self._longest = longest
        self._runs = segmenter.runs if segmenter else Runs(BETWEEN_TOKENS)
        self._numbers: KeyNumbers | None = None
        self._forget()

    def tokens(self, texts: Sequence[str], numbers: KeyNumbers) -> TextTokens:
        """The tokens of all texts."""
        return joined_tokens([self._of_block(block, numbers) for block in blocks(texts)])

    def _of_block(self, texts: Sequence[str], numbers: KeyNumbers) -> TextTokens:
        end_to_end = laid_out(texts)
        if self._segmenter is None:
            starts, cores = self._runs.row(end_to_end)
            edges = np.searchsorted(starts, end_to_end.edges)
            self._learn(self._runs.known, numbers)
        else:
            row = self._segmenter.row_of(end_to_end)
            table, edges, starts = self._segmenter.table, row.pieces.run_edges, row.pieces.run_starts
            cores = np.asarray(table.core).take(row.pieces.runs)
            openings = np.asarray(table.opening).take(row.pieces.runs)
            starts += openings
            self._learn(table.cores, numbers)
        starts[1:] -= np.repeat(end_to_end.edges[:-1] + 1, np.diff(edges))
        counts = np.asarray(self._count).take(cores)
        counts[edges[1:]] = 1  # a text's last edge is its break
        ends = np.cumsum(counts)
        lengths = np.diff(ends[edges])
        ends -= counts
        places = np.repeat(np.asarray(self._first).take(cores) - ends, counts)
        places += np.arange(len(places))
        starts = np.repeat(starts, counts)
        starts += np.asarray(self._offsets).take(places)
        terms = np.asarray(self._terms).take(places)
        if self._segmenter is None:
            return TextTokens(terms, np.zeros(len(terms), np.bool_), starts, lengths)
        pieces = np.repeat(row.pieces.firsts + openings, counts)
        pieces += np.asarray(self._pieces).take(places)
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

    def _learn(self, cores: Sequence[str], numbers: KeyNumbers) -> None:
        """Works out the cores of runs that are new, and the numbers of their keys; of all, where these are others."""
        if self._age != self._runs.age:
            self._forget()
        for core in cores[len(self._first) :]:
            self._first.append(len(self._keys))
            key = one_token(core)
            if key is not None:
                self._count.append(1)
                self._keys.append(self._own.number(key))
                self._offsets.append(0)
                self._pieces.append(0)
            else:
                tokens = syllables(core)
                self._count.append(len(tokens.keys))
                self._keys.extend(map(self._own.number, tokens.keys))
                self._offsets.extend(tokens.starts)
                self._pieces.extend(_pieces(core, tokens))
        if self._numbers is not numbers:
            self._numbers = numbers
            self._term_of, self._terms = array("I", [BREAK]), array("I")
        self._term_of.extend(map(numbers.number, self._own.keys[len(self._term_of) - 1 :]))
        self._terms.frombytes(np.asarray(self._term_of).take(self._keys[len(self._terms) :]).tobytes())

    def _forget(self) -> None:
        """Begins with the line break, which has no token inside a text and a break behind it: the first of them."""
        self._age = self._runs.age
        self._own = KeyNumbers()
        self._numbers = None
        self._first, self._count = array("q", [0]), array("q", [0])
        self._keys, self._offsets, self._pieces = array("q", [BREAK]), array("q", [0]), array("q", [0])


def _pieces(core: str, tokens: Syllables) -> Sequence[int]:
    """Which piece of a run's core each of its tokens begins in."""
    looked, places = looks(core, tokens)
    edges = [0, *accumulate(map(len, pieces_of(looked)))]
    return [bisect_right(edges, place) - 1 for place in places]
