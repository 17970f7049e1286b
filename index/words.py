"""Which syllables make a word? The word model over our syllables, so that both views share their positions.

A syllable belongs to the word in which its first character lies. The model is given the text as it looks (composed, no
invisible characters), and its pieces are led back to our syllables by their offsets in that text.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from index.normal_form import looks_as_written, written
from index.segmentation.one_text import PieceSegmenter
from index.segmentation.word_model import WordModel, load_model
from index.syllables import Syllables

if TYPE_CHECKING:
    from index.word_arrays import WordArrays

LONGEST_WORD = 16
"""Syllables; the model chains repeated compounds without end, and such a chain is cut every so many."""

BULK_FROM = 100_000
"""Characters from which on arrays are quicker, the time to load them counted."""

Text = tuple[str, Syllables]
"""A text with its tokens."""


class Segmenter(Protocol):
    """Groups the syllables of texts into words."""

    def word_lengths(self, texts: Sequence[Text]) -> Iterable[Sequence[int]]:
        """For each text the number of syllables of each word in turn; their sum is the number of its tokens."""
        ...


class ModelSegmenter:
    """pyvi's words, by its model. The model is read with the first text, in some 30 ms; make one and keep it."""

    @cached_property
    def _model(self) -> WordModel:
        return load_model()

    @cached_property
    def _one_by_one(self) -> PieceSegmenter:
        return PieceSegmenter(self._model)

    @cached_property
    def _in_bulk(self) -> WordArrays:
        from index.word_arrays import WordArrays

        return WordArrays(self._model, LONGEST_WORD)

    def word_lengths(self, texts: Sequence[Text]) -> Sequence[Sequence[int]]:
        looks = [_looks(text, tokens) for text, tokens in texts]
        if sum(len(text) for text, _ in looks) < BULK_FROM and "_in_bulk" not in self.__dict__:
            return [self._grouped(text, places) for text, places in looks]
        return self._in_bulk.word_lengths([text for text, _ in looks], [places for _, places in looks])

    def _grouped(self, text: str, places: Sequence[int]) -> list[int]:
        """The number of tokens of each word: those that begin in one piece, or in pieces that are joined."""
        starts, joints = self._one_by_one.pieces(text)
        lengths: list[int] = []
        piece = word = 0
        last = -1
        for place in places:
            while piece + 1 < len(starts) and starts[piece + 1] <= place:
                piece += 1
                word += not joints[piece]
            if word == last and lengths[-1] < LONGEST_WORD:
                lengths[-1] += 1
            else:
                lengths.append(1)
            last = word
        return lengths


class SyllableSegmenter:
    """Every syllable a word: for tests, and for texts that are not Vietnamese."""

    def word_lengths(self, texts: Sequence[Text]) -> Iterable[Sequence[int]]:
        return [[1] * len(tokens.keys) for _, tokens in texts]


def _looks(text: str, tokens: Syllables) -> tuple[str, Sequence[int]]:
    """The text as it looks, composed, and where each token begins in it."""
    if looks_as_written(text):
        return text, tokens.starts
    pieces: list[str] = []
    places: list[int] = []
    length = behind = 0
    for start, end in zip(tokens.starts, tokens.ends, strict=True):
        gap, token = unicodedata.normalize("NFC", text[behind:start]), written(text[start:end])
        pieces += (gap, token)
        places.append(length + len(gap))
        length += len(gap) + len(token)
        behind = end
    return "".join((*pieces, unicodedata.normalize("NFC", text[behind:]))), places
