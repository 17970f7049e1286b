"""Many texts at once, by arrays: for building an index. The same answer as ``one_text.py``, and sooner.

The texts are laid end to end, their pieces put in a row, and every step works on the whole row.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

from index.segmentation.dictionary import Dictionary
from index.segmentation.exact import exact_labels
from index.segmentation.piece_table import PieceRow, PieceTable
from index.segmentation.pieces import difference
from index.segmentation.recursion import Recursion, tie
from index.segmentation.run_numbers import Numbers
from index.segmentation.runs import LaidOut, Runs, laid_out
from index.segmentation.word_model import WordModel

BLOCK = 200_000
"""Characters laid end to end: some 45,000 pieces, whose arrays stay in a processor's cache.

A text that is longer is a block by itself.
"""

Scores = NDArray[np.float64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Row:
    """The pieces of several texts, and ``joints``: whether each belongs to the word of the piece before it."""

    pieces: PieceRow
    joints: Flags

    @property
    def starts(self) -> Numbers:
        """Where each piece begins in the texts laid end to end, if they are segmented as they are written."""
        return self.pieces.starts

    @property
    def edges(self) -> Numbers:
        """The places in the row of the edges before, between and behind the texts."""
        return self.pieces.edges


class BulkSegmenter:
    """Segments texts by a model. Holds what it learned of pieces; not to be shared between threads.

    What it segments is what ``look`` makes of the texts, run by run.
    """

    def __init__(self, model: WordModel, look: Callable[[str], str] = str) -> None:
        self._model = model
        self._recursion = Recursion.of(model)
        self._bigram = difference(model, "-1:word.bi_gram()"), difference(model, "+1:word.bi_gram()")
        self._trigram = difference(model, "-2:word.tri_gram()"), difference(model, "+2:word.tri_gram()")
        self._dictionary = Dictionary(model.words)
        self.table = PieceTable(model, self._dictionary, look)

    def tokenize(self, texts: Sequence[str]) -> list[str]:
        """What ``pyvi.ViTokenizer.tokenize`` gives of each text."""
        return [found for block in blocks(texts) for found in self._tokenize(block)]

    def row(self, texts: Sequence[str]) -> Row:
        """The pieces of composed texts."""
        return self.row_of(laid_out(texts))

    @property
    def runs(self) -> Runs:
        """The runs whose numbers stand in rows."""
        return self.table.runs

    def row_of(self, texts: LaidOut) -> Row:
        """The pieces of composed texts that are laid out already."""
        found = self.table.row(texts)
        numbers, edges = found.numbers, found.edges
        labels, near = self._labels(self._scores(numbers), edges)
        for text in np.unique(np.searchsorted(edges, near)).tolist():
            begin, end = edges[text - 1] + 1, edges[text]
            labels[begin:end] = exact_labels(self._model, self.table.texts(numbers[begin:end]))
        return Row(found, self._joints(numbers, labels))

    def _scores(self, numbers: Numbers) -> Scores:
        """score(inside) - score(first) of each piece by itself and its neighbours."""
        scores = np.asarray(self.table.own).take(numbers)
        scores[1:] += np.asarray(self.table.behind).take(numbers[:-1])
        scores[:-1] += np.asarray(self.table.ahead).take(numbers[1:])
        syllables = np.asarray(self.table.syllable).take(numbers)
        for places, (behind, ahead), step in (
            (self._dictionary.twos(syllables), self._bigram, 1),
            (self._dictionary.threes(syllables), self._trigram, 2),
        ):
            scores[places] += ahead
            scores[places + step] += behind
        return scores

    def _labels(self, scores: Scores, edges: Numbers) -> tuple[Flags, Numbers]:
        """Whether each piece is inside a word, and the places where scores are too near a tie to tell."""
        nearness = tie(len(scores))
        low, high = self._recursion.open_scores(nearness)
        labels = scores >= high
        is_open = (scores > low) & (scores < high)
        not_empty = np.diff(edges) > 1
        first, last = edges[:-1][not_empty] + 1, edges[1:][not_empty] - 1
        is_open[first] = is_open[last] = True
        places = np.flatnonzero(is_open)
        added = np.array(self._recursion.constants).take(labels[places - 1])
        added[np.searchsorted(places, first)] = 0.0
        thresholds = np.array(self._recursion.thresholds).take(labels[places + 1])
        thresholds[np.searchsorted(places, last)] = 0.0
        differences = scores[places] + added
        settled = differences > thresholds
        is_near = np.abs(differences - thresholds) < nearness
        apart = np.diff(places, prepend=-2, append=len(scores) + 1) > 1
        chained = np.flatnonzero(~(apart[1:] & apart[:-1]))  # those beside an open one, on which they hang
        settled[chained], near = self._recursion.settle(
            places[chained].tolist(),
            scores[places[chained]].tolist(),
            added[chained].tolist(),
            thresholds[chained].tolist(),
            nearness,
        )
        is_near[chained] = False
        labels[places] = settled
        return labels, np.concatenate((places[is_near], np.array(near, np.int64)))

    def _joints(self, numbers: Numbers, labels: Flags) -> Flags:
        """pyvi's last step: a piece inside a word is joined to the one before, with a few exceptions."""
        joinable = np.asarray(self.table.joinable).take(numbers).view(np.bool_)
        title = np.asarray(self.table.is_title).take(numbers).view(np.bool_)
        joints = labels & joinable
        joints[1:] &= joinable[:-1] & (title[:-1] | ~title[1:])
        return joints

    def _tokenize(self, texts: Sequence[str]) -> Iterator[str]:
        composed = [unicodedata.normalize("NFC", text) for text in texts]
        texts_end_to_end = laid_out(composed)
        code_points = texts_end_to_end.code_points
        row = self.row_of(texts_end_to_end)
        lengths = np.asarray(self.table.length).take(row.pieces.numbers)
        ends = np.cumsum(lengths + 1)
        begins = ends - lengths - 1  # of the blank or underscore before each piece
        count = np.cumsum(lengths)
        joined = np.empty(ends[-1], "<i4")
        joined[begins] = np.where(row.joints, ord("_"), ord(" "))
        sources = np.repeat(row.starts - count + lengths, lengths)
        sources += np.arange(len(sources))
        targets = np.repeat(np.arange(1, len(lengths) + 1), lengths)
        targets += np.arange(len(targets))
        joined[targets] = code_points.take(sources)
        text_of = joined.tobytes().decode("utf-32-le", "surrogatepass")
        spans = zip((ends[row.edges[:-1]] + 1).tolist(), begins[row.edges[1:]].tolist(), strict=True)
        for text, (begin, end) in zip(texts, spans, strict=True):
            yield text_of[begin:end] if end > begin else text


def blocks(texts: Sequence[str]) -> Iterator[Sequence[str]]:
    """The texts in turn, some ``BLOCK`` characters at a time, line breaks between them counted; a text is never cut."""
    ends = list(accumulate(len(text) + 1 for text in texts))
    begin = size = 0
    while begin < len(texts):
        end = max(begin + 1, bisect_right(ends, size + BLOCK + 1))
        yield texts[begin:end]
        begin, size = end, ends[end - 1]
