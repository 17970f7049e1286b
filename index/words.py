"""Which syllables make a word? The word model over our syllables, so that both views share their positions.

A syllable belongs to the word in which its first character lies. The model is given the text as it looks (composed, no
invisible characters), and its pieces are led back to our syllables by their offsets in that text.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import cached_property
from typing import Protocol

from index.normal_form import looks_as_written, written
from index.segmentation import PieceSegmenter
from index.syllables import Syllables
from index.word_model import load_model

LONGEST_WORD = 16
"""Syllables; the model chains repeated compounds without end, and such a chain is indexed as single syllables."""


class Segmenter(Protocol):
    """Groups the syllables of a text into words."""

    def word_lengths(self, text: str, tokens: Syllables) -> list[int]:
        """The number of syllables of each word in turn; their sum is the number of tokens."""
        ...


class ModelSegmenter:
    """pyvi's words, by its model. The model is read with the first text, in some 60 ms; make one and keep it."""

    @cached_property
    def _pieces(self) -> PieceSegmenter:
        return PieceSegmenter(load_model())

    def word_lengths(self, text: str, tokens: Syllables) -> list[int]:
        if not tokens.keys:
            return []
        looks, places = _looks(text, tokens)
        starts, joints = self._pieces.pieces(unicodedata.normalize("NFC", looks))
        return _grouped(places, starts, joints)


class SyllableSegmenter:
    """Every syllable a word: for tests, and for texts that are not Vietnamese."""

    def word_lengths(self, text: str, tokens: Syllables) -> list[int]:
        return [1] * len(tokens.keys)


def _looks(text: str, tokens: Syllables) -> tuple[str, Sequence[int]]:
    """The text as it looks, and where each token begins in it."""
    if looks_as_written(text):
        return text, tokens.starts
    pieces: list[str] = []
    places: list[int] = []
    length = behind = 0
    for start, end in zip(tokens.starts, tokens.ends, strict=True):
        gap, token = text[behind:start], written(text[start:end])
        pieces += (gap, token)
        places.append(length + len(gap))
        length += len(gap) + len(token)
        behind = end
    return "".join(pieces) + text[behind:], places


def _grouped(places: Sequence[int], starts: Sequence[int], joints: Sequence[bool]) -> list[int]:
    """The number of tokens of each word: those that begin in one piece, or in pieces that are joined."""
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
