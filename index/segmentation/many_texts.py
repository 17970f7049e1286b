"""Many texts at once, by arrays: for building an index. The same answer as ``one_text.py``, and sooner.

The texts are laid end to end, their pieces put in a row, and every step works on the whole row.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.segmentation.dictionary import Dictionary
from index.segmentation.exact import exact_labels
from index.segmentation.piece_table import EDGE, PieceTable
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
    """The pieces of several texts: columns of the same length, and ``edges``.

    ``starts`` is where a piece begins in the texts laid end to end, ``numbers`` the same number for the same piece, and
    ``joints`` says whether it belongs to the word of the piece before it. Before, between and behind the texts stands
    a line break as an edge; ``edges`` are their places in the row, one more than texts. A text begins one character
    behind its edge. ``run_starts`` and ``runs`` say the same of runs, and ``firsts`` which piece is the first of each.
    """

    starts: Numbers
    numbers: Numbers
    joints: Flags
    edges: Numbers
    run_starts: Numbers
    runs: Numbers
    firsts: Numbers


class BulkSegmenter:
    """Segments texts by a model. Holds what it learned of pieces; not to be shared between threads."""

    def __init__(self, model: WordModel) -> None:
        self._model = model
        self._recursion = Recursion.of(model)
        self._bigram = difference(model, "-1:word.bi_gram()"), difference(model, "+1:word.bi_gram()")
        self._trigram = difference(model, "-2:word.tri_gram()"), difference(model, "+2:word.tri_gram()")
        self._dictionary = Dictionary(model.words)
        self._table = PieceTable(model, self._dictionary)

    def tokenize(self, texts: Sequence[str]) -> list[str]:
        """What ``pyvi.ViTokenizer.tokenize`` gives of each text."""
        return [found for block in blocks(texts) for found in self._tokenize(block)]

    def row(self, texts: Sequence[str]) -> Row:
        """The pieces of composed texts."""
        return self.row_of(laid_out(texts))

    @property
    def runs(self) -> Runs:
        """The runs whose numbers stand in rows."""
        return self._table.runs

    def row_of(self, texts: LaidOut) -> Row:
        """The pieces of composed texts that are laid out already."""
        found = self._table.row(texts)
        starts, numbers = found.starts, found.numbers
        edges = np.searchsorted(starts, texts.edges)
        numbers[edges] = EDGE
        labels, near = self._labels(self._scores(numbers), edges)
        for text in np.unique(np.searchsorted(edges, near)).tolist():
            begin, end = edges[text - 1] + 1, edges[text]
            ends = starts[begin:end] + np.asarray(self._table.length).take(numbers[begin:end])
            spans = zip(starts[begin:end].tolist(), ends.tolist(), strict=True)
            labels[begin:end] = exact_labels(self._model, [texts.whole[start:end] for start, end in spans])
        return Row(starts, numbers, self._joints(numbers, labels), edges, found.run_starts, found.runs, found.firsts)

    def _scores(self, numbers: Numbers) -> Scores:
        """score(inside) - score(first) of each piece by itself and its neighbours."""
        scores = np.asarray(self._table.own).take(numbers)
        scores[1:] += np.asarray(self._table.behind).take(numbers[:-1])
        scores[:-1] += np.asarray(self._table.ahead).take(numbers[1:])
        syllables = np.asarray(self._table.syllable).take(numbers)
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
        settled, near = self._recursion.settle(
            places.tolist(), scores[places].tolist(), added.tolist(), thresholds.tolist(), nearness
        )
        labels[places] = settled
        return labels, np.array(near, np.int64)

    def _joints(self, numbers: Numbers, labels: Flags) -> Flags:
        """pyvi's last step: a piece inside a word is joined to the one before, with a few exceptions."""
        joinable = np.asarray(self._table.joinable).take(numbers).view(np.bool_)
        title = np.asarray(self._table.is_title).take(numbers).view(np.bool_)
        joints = labels & joinable
        joints[1:] &= joinable[:-1] & (title[:-1] | ~title[1:])
        return joints

    def _tokenize(self, texts: Sequence[str]) -> Iterator[str]:
        composed = [unicodedata.normalize("NFC", text) for text in texts]
        texts_end_to_end = laid_out(composed)
        code_points = texts_end_to_end.code_points
        row = self.row_of(texts_end_to_end)
        lengths = np.asarray(self._table.length).take(row.numbers)
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
    begin = size = 0
    for at, text in enumerate(texts):
        if size and size + len(text) > BLOCK:
            yield texts[begin:at]
            begin, size = at, 0
        size += len(text) + 1
    if begin < len(texts):
        yield texts[begin:]
