"""The words of an index: how many there are, how often each stands, in what company, and how it is written.

A word is given by its keys, as the syllables that the model joins; what is in deleted articles does not count.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

from corpus.article import Article
from index.article_words import Word, words_of
from index.occurrences import occurrences
from index.parts import Parts, PreparedRows
from index.plan import Condition, Row
from index.store import reading
from index.windows import company
from index.word_places import word_places, words, written_word


class Vocabulary:
    """The words of a snapshot. Every method raises ``DamagedIndexError``."""

    def __init__(self, folder: Path, parts: Parts) -> None:
        self._folder, self._parts = folder, parts

    @cached_property
    def size(self) -> int:
        """The number of words in all articles, each as often as it stands there."""
        with reading(self._folder):
            return sum(map(words, self._parts))

    def count(self, keys: Sequence[str]) -> int:
        """How often some syllables are one word."""
        with reading(self._folder):
            return sum(len(word_places(part, keys)) for part in self._parts)

    def written(self, keys: Sequence[str]) -> str:
        """Syllables that are one word as authors mostly write them (``word_places.py``)."""
        with reading(self._folder):
            return written_word(self._parts, keys)

    def company(self, condition: Condition, window: int) -> Counter[str]:
        """How often each word stands up to ``window`` words from the places of a condition (``windows.py``)."""
        with reading(self._folder):
            return company(occurrences(condition, self._parts), window)

    def of_article(self, number: int, article: Article) -> tuple[Word, ...]:
        """The words of the article that has a number in the snapshot, in reading order."""
        with reading(self._folder):
            part = self._parts.part_of(number)
            return tuple(words_of(part, number - part.first, article))

    def at_most(self, rows: Sequence[Row]) -> list[int]:
        """How often each of some rows stands in the index at the most: known at once, and nearly always how often."""
        with reading(self._folder):
            prepared = PreparedRows(self._parts)
            return [prepared[row].most for row in rows]
