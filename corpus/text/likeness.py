"""Does a line speak of what the text speaks of? By the words, and the pairs of words, that it shares with it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from itertools import chain, pairwise

from corpus.text.lines import Line

_MANY = 500
"""Pairs that are asked for, from which on a set of all is made: looked for in the text, each would cost its length."""


class Subject:
    """The words of some lines and the pairs in which they follow each other."""

    def __init__(self, lines: Iterable[Line]) -> None:
        self._lines = lines
        self._asked = 0

    def shared_words(self, line: Line) -> float:
        """The share of a line's words that the text holds."""
        return sum(word in self._words for word in line.words) / max(len(line.words), 1)

    def shared_pairs(self, line: Line, fewest: int = 1) -> float:
        """The share of a line's pairs of words that the text holds; of ``fewest`` pairs if it has not as many."""
        known = self._words
        pairs = list(pairwise(line.words))
        asked = [pair for pair in pairs if pair[0] in known and pair[1] in known]
        self._asked += len(asked)
        if self._asked > _MANY:
            shared = sum(pair in self._pairs for pair in asked)
        else:
            shared = sum(f" {one} {other} " in self._running for one, other in asked)
        return shared / max(len(pairs), fewest)

    @property
    def size(self) -> int:
        """How many words there are, each of them once."""
        return len(self._words)

    @cached_property
    def _texts(self) -> list[list[str]]:
        return [line.words for line in self._lines]

    @cached_property
    def _words(self) -> set[str]:
        return set(chain.from_iterable(self._texts))

    @cached_property
    def _running(self) -> str:
        """The words one behind the other, in which pairs are looked for while few are asked for."""
        return "\n".join([f" {' '.join(words)} " for words in self._texts])

    @cached_property
    def _pairs(self) -> set[tuple[str, str]]:
        return set(chain.from_iterable(map(pairwise, self._texts)))
