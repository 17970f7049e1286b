"""Does a line speak of what the text speaks of? By the words, and the pairs of words, that it shares with it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from corpus.lines import Line


class Subject:
    """The words of some lines and the pairs in which they follow each other."""

    def __init__(self, lines: Iterable[Line]) -> None:
        self._words: set[str] = set()
        self._pairs: set[tuple[str, str]] = set()
        for line in lines:
            words = words_of(line)
            self._words.update(words)
            self._pairs.update(pairwise(words))

    def shared_words(self, line: Line) -> float:
        """The share of a line's words that the text holds."""
        words = words_of(line)
        return sum(word in self._words for word in words) / max(len(words), 1)

    def shared_pairs(self, line: Line, fewest: int = 1) -> float:
        """The share of a line's pairs of words that the text holds; of ``fewest`` pairs if it has not as many."""
        pairs = list(pairwise(words_of(line)))
        return sum(pair in self._pairs for pair in pairs) / max(len(pairs), fewest)


def words_of(line: Line) -> list[str]:
    return re.findall(r"\w+", line.plain.lower())
