"""The syllables of many texts grouped into words, by arrays: the same answer as one by one, for building an index."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, pairwise

import numpy as np

from index.segmentation.many_texts import BulkSegmenter, blocks
from index.segmentation.run_numbers import Numbers
from index.segmentation.word_model import WordModel


class WordArrays:
    """Groups by a model; words end after ``longest`` syllables."""

    def __init__(self, model: WordModel, longest: int) -> None:
        self._segmenter = BulkSegmenter(model)
        self._longest = longest

    def word_lengths(self, texts: Sequence[str], places: Sequence[Sequence[int]]) -> list[list[int]]:
        """For each text the number of tokens of each word; ``places`` are where the tokens begin, text by text."""
        lengths: list[list[int]] = []
        for block in blocks(texts):
            lengths += self._grouped(block, places[len(lengths) : len(lengths) + len(block)])
        return lengths

    def _grouped(self, texts: Sequence[str], places: Sequence[Sequence[int]]) -> list[list[int]]:
        if not any(places):
            return [[] for _ in texts]
        row = self._segmenter.row(texts)
        counts = [len(of_text) for of_text in places]
        tokens = np.fromiter(chain.from_iterable(places), np.int64, sum(counts))
        tokens += np.repeat(row.starts[row.edges[:-1]] + 1, counts)
        words = np.cumsum(~row.joints).take(np.searchsorted(row.starts, tokens, "right") - 1)
        begins = np.flatnonzero(np.diff(words, prepend=-1))
        ends = np.append(begins[1:], len(words))
        if (ends - begins).max() > self._longest:
            begins, ends = self._cut(begins, ends)
        first_word = np.searchsorted(begins, np.cumsum([0, *counts])).tolist()
        lengths: list[int] = (ends - begins).tolist()
        return [lengths[first:end] for first, end in pairwise(first_word)]

    def _cut(self, begins: Numbers, ends: Numbers) -> tuple[Numbers, Numbers]:
        parts = -(-(ends - begins) // self._longest)
        part = np.arange(parts.sum()) - np.repeat(np.cumsum(parts) - parts, parts)
        cut = np.repeat(begins, parts) + part * self._longest
        return cut, np.append(cut[1:], ends[-1:])
