"""pyvi's dictionary for arrays: at which places of a row do two or three syllables make a word?"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]


class Dictionary:
    """The words of two and of three syllables, over numbers of the syllables; 0 is every syllable in none of them."""

    def __init__(self, words: Iterable[str]) -> None:
        split = [word.split(" ") for word in words]
        twos, threes = ([word for word in split if len(word) == length] for length in (2, 3))
        self._numbers = {
            syllable: number
            for number, syllable in enumerate(sorted({syllable for word in twos + threes for syllable in word}), 1)
        }
        self._count = len(self._numbers) + 1
        self._row = -(-self._count // 8)
        self._bits = np.zeros(self._count * self._row, np.uint8)
        first, second = self._columns(twos, 2)
        np.bitwise_or.at(self._bits, first * self._row + (second >> 3), np.uint8(1) << (second & 7).astype(np.uint8))
        columns = self._columns(threes, 3)
        self._triples = np.sort(self._key(*columns))
        self._stands = np.zeros((3, self._count), np.bool_)
        for stands, column in zip(self._stands, columns, strict=True):
            stands[column] = True

    def number(self, lower: str) -> int:
        """The number of a syllable in small letters."""
        return self._numbers.get(lower, 0)

    def twos(self, syllables: Numbers) -> Numbers:
        """The places of a row whose syllable and the next make a word.

        A bit for each two syllables there are, 4.4 MB and mostly nothing: 7 ns a place, where a search in the sorted
        words takes 60.
        """
        second = syllables[1:]
        eights = self._bits.take(syllables[:-1] * self._row + (second >> 3))
        return np.flatnonzero(eights >> (second & 7).astype(np.uint8) & 1)

    def threes(self, syllables: Numbers) -> Numbers:
        """The places of a row whose syllable and the next two make a word."""
        first, second, third = self._stands
        places = np.flatnonzero(first.take(syllables[:-2]) & second.take(syllables[1:-1]) & third.take(syllables[2:]))
        keys = self._key(*(syllables.take(places + step) for step in range(3)))
        found = self._triples.take(np.searchsorted(self._triples, keys), mode="clip") == keys
        return places[found]

    def _columns(self, words: list[list[str]], length: int) -> Numbers:
        numbers = [[self._numbers[syllable] for syllable in word] for word in words]
        return np.array(numbers, np.int64).reshape(-1, length).T

    def _key(self, first: Numbers, second: Numbers, third: Numbers) -> Numbers:
        return (first * self._count + second) * self._count + third
