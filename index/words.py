"""Which syllables make a word? pyvi's model over our syllables, so that both views share their positions.

A syllable belongs to the word in which its first character lies. pyvi is given the text as it looks (composed, no
invisible characters), and its tokens are led back to ours by their offsets in that text.
"""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from index.normal_form import looks_as_written, written
from index.syllables import Syllables

if TYPE_CHECKING:
    from pyvi.ViTokenizer import ViTokenizer

LONGEST_WORD = 16
"""Syllables; the model chains repeated compounds without end, and such a chain is indexed as single syllables."""


class Segmenter(Protocol):
    """Groups the syllables of a text into words."""

    def word_lengths(self, text: str, tokens: Syllables) -> list[int]:
        """The number of syllables of each word in turn; their sum is the number of tokens."""
        ...


class PyviSegmenter:
    """pyvi's own tokenizer, loaded with the first text, which takes about a second; make one and keep it."""

    @cached_property
    def _pyvi(self) -> type[ViTokenizer]:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # its model was pickled by an older scikit-learn, which warns each time
            from pyvi.ViTokenizer import ViTokenizer
        return ViTokenizer

    def word_lengths(self, text: str, tokens: Syllables) -> list[int]:
        if not tokens.keys:
            return []
        looks, places = _looks(text, tokens)
        looks, pieces = self._pyvi.sylabelize(looks)
        joined = self._pyvi.tokenize(looks)
        return _grouped(places, _words_of(looks, pieces, joined))


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


def _words_of(text: str, pieces: list[str], joined: str) -> list[tuple[int, int]]:
    """For each of pyvi's tokens where it begins in ``text``, and the number of the word that it belongs to.

    ``joined`` is pyvi's output: its tokens in order, an underscore between those of one word, a space between words.
    """
    found: list[tuple[int, int]] = []
    at = behind = word = 0
    for number, piece in enumerate(pieces):
        if number:
            word += joined[behind] == " "
            behind += 1
        behind += len(piece)
        at = text.index(piece, at)
        found.append((at, word))
        at += len(piece)
    return found


def _grouped(places: Sequence[int], words: list[tuple[int, int]]) -> list[int]:
    lengths: list[int] = []
    last = -1
    number = 0
    for place in places:
        while number + 1 < len(words) and words[number + 1][0] <= place:
            number += 1
        word = words[number][1]
        if word == last and lengths[-1] < LONGEST_WORD:
            lengths[-1] += 1
        else:
            lengths.append(1)
        last = word
    return lengths
