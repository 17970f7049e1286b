"""In how many articles do two frequent terms stand side by side? Of what stands often this is kept.

What a pair tells beyond its terms follows from it, and to find the articles of all its places takes longer than most
queries. Those of a short list are found soon enough.

Arrays: ``articles``, of each list of places that has ``COUNTED`` or more of them, which are the first.
"""

from __future__ import annotations

import numpy as np

from index.segment.array_file import ArrayFile, ArrayFileWriter, smallest
from index.segment.field_edges import FieldEdges
from index.segment.position_lists import PositionLists
from index.segment.tokens import Array, Numbers

COUNTED = 256
"""Places of a pair from which on the number of their articles is kept."""


class PairArticles:
    """The number of articles of the longest of the lists of pairs."""

    def __init__(self, file: ArrayFile, prefix: str) -> None:
        self._counts = file[f"{prefix}.articles"]

    def count(self, number: int) -> int | None:
        """In how many articles the places of a list are; ``None`` where it is not kept."""
        return int(self._counts[number]) if number < len(self._counts) else None

    def are_those_of(self, lists: PositionLists, edges: FieldEdges) -> bool:
        """Whether all is as it follows from the lists themselves."""
        lengths = lists.lengths.all()
        if len(self._counts) != np.count_nonzero(lengths >= COUNTED):
            return False
        for first, behind, counts, places in lists.in_order():
            some = min(behind, len(self._counts)) - first
            if some <= 0:
                return True
            here = _counted(places[: int(counts[:some].sum())], counts[:some], edges)
            if not np.array_equal(here, self._counts[first : first + some]):
                return False
        return True


class PairArticlesWriter:
    """Takes lists of pairs, the longest first, some at a time."""

    def __init__(self, edges: FieldEdges) -> None:
        self._edges = edges
        self._found = [np.zeros(0, np.int64)]

    def add(self, places: Array, counts: Numbers) -> None:
        """Takes some more lists: their places end to end, and their lengths."""
        counts = counts[: int(np.count_nonzero(counts >= COUNTED))]
        if len(counts):
            places = places[: int(counts.sum())].astype(np.int64)
            self._found.append(_counted(places, counts, self._edges))

    def write(self, file: ArrayFileWriter, prefix: str) -> None:
        file.add(f"{prefix}.articles", smallest(np.concatenate(self._found)))


def _counted(places: Numbers, counts: Numbers, edges: FieldEdges) -> Numbers:
    """The number of articles of each of some lists that stand end to end."""
    articles = edges.articles_at(places)
    is_first = np.ones(len(places), np.bool_)
    np.not_equal(articles[1:], articles[:-1], out=is_first[1:])
    ends = counts.cumsum()
    is_first[ends - counts] = True
    found: Numbers = np.diff(is_first.cumsum().take(ends - 1), prepend=0)
    return found
