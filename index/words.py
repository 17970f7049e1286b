"""Which syllables make a word? The word model over our syllables, so that both views share their places.

A syllable belongs to the word in which its first character lies. The model is given the text as it looks (composed, no
invisible characters), and its pieces are led back to our syllables by their offsets in that text.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from index.segment.columns import KeyNumbers
from index.segmentation.one_text import PieceSegmenter
from index.segmentation.word_model import WordModel, load_model
from index.syllables import Syllables, look, looks
from index.tokens import TextTokens, each_alone, one_by_one

if TYPE_CHECKING:
    from index.bulk_tokens import BulkTokens

LONGEST_WORD = 16
"""Syllables; the model chains repeated compounds without end, and such a chain is cut every so many."""

BULK_FROM = 100_000
"""Characters from which on arrays are quicker, the time to load them counted."""


class Segmenter(Protocol):
    """Makes tokens of texts, and says which of them make a word."""

    def tokens(self, texts: Sequence[str], numbers: KeyNumbers) -> TextTokens:
        """The tokens of each text in turn; ``numbers`` numbers their keys."""
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
    def _in_bulk(self) -> BulkTokens:
        from index.bulk_tokens import BulkTokens
        from index.segmentation.many_texts import BulkSegmenter

        return BulkTokens(BulkSegmenter(self._model, look), LONGEST_WORD)

    def tokens(self, texts: Sequence[str], numbers: KeyNumbers) -> TextTokens:
        if sum(map(len, texts)) < BULK_FROM and "_in_bulk" not in self.__dict__:
            return one_by_one(texts, numbers, self.word_lengths)
        return self._in_bulk.tokens(texts, numbers)

    def word_lengths(self, text: str, tokens: Syllables) -> Sequence[int]:
        """The number of syllables of each word of a text in turn; their sum is the number of its tokens."""
        text, places = looks(text, tokens)
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

    def tokens(self, texts: Sequence[str], numbers: KeyNumbers) -> TextTokens:
        return one_by_one(texts, numbers, each_alone)
