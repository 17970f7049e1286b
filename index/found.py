"""What a condition gives: articles with their scores, as columns."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from index.score import Scores
from index.segment.tokens import Flags, Numbers

LENGTH_BITS = 24
"""The lowest bits of a mark, which are its length; the others are its place."""


@dataclass(frozen=True, slots=True)
class Found:
    """Articles, ascending, with their scores, and the number of all places at which they match.

    ``counts``, the places of each article, are there only where a node above has to choose among the articles, and
    ``preferred`` where some are. ``marks``, where rows may coincide, are all places, ascending and each once: a place
    and, in the lowest 24 bits, the number of syllables there. ``matching`` flags all articles that match where those
    given are only the ones that can be among the best.
    """

    articles: Numbers
    scores: Scores
    occurrences: int
    counts: Numbers | None = None
    preferred: Flags | None = None
    marks: Numbers | None = None
    matching: Flags | None = None

    @property
    def total(self) -> int:
        """The number of articles that match."""
        return len(self.articles) if self.matching is None else int(np.count_nonzero(self.matching))

    def each(self) -> Numbers:
        """The counts, where they were asked for."""
        assert self.counts is not None
        return self.counts

    def at(self, keep: Numbers) -> Found:
        """Some of the articles, by their numbers in the columns; the marks are left as they are."""
        counts = self.each().take(keep)
        preferred = None if self.preferred is None else self.preferred.take(keep)
        found = self.articles.take(keep), self.scores.take(keep), int(counts.sum())
        return Found(*found, counts, preferred, self.marks)


def plain(articles: Numbers) -> Found:
    """Articles without places or scores: what a filter gives."""
    return Found(articles, np.zeros(len(articles)), 0, np.zeros(len(articles), np.int64), None, np.zeros(0, np.int64))
