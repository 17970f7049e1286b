"""In which article and field is a place? Texts stand article behind article, the fields of each in their order."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from index.segment.tokens import Array, Flags, Numbers

STRETCH_BITS = 9
_STEPS = 8
_FEW = 64


def first_articles(starts: Array, bits: int = STRETCH_BITS) -> Numbers:
    """The article in which each 512th token is, or more of them; the last of ``starts`` is the place behind all."""
    return starts.searchsorted(np.arange(0, int(starts[-1]) + 1, 1 << bits), "right") - 1


class FieldEdges:
    """Where the fields of articles begin, so many each.

    ``first_articles`` gives, where it is asked, what the function of this name gives.
    """

    def __init__(
        self, edges: NDArray[np.uint32], fields: int, first_articles: Callable[[], Array], bits: int = STRETCH_BITS
    ) -> None:
        self._bits, self._first_articles = bits, first_articles
        self.edges, self.fields = edges, fields
        """``edges`` has the place at which each field of each article begins, and the one behind the last."""

    @property
    def articles(self) -> int:
        """The number of articles, those that were deleted counted."""
        return (len(self.edges) - 1) // self.fields

    def located(self, places: Numbers) -> tuple[Numbers, Numbers]:
        """The article and the number of the field in which each place is."""
        articles = self.articles_at(places)
        return articles, self.fields_at(articles, places)

    def articles_at(self, places: Numbers) -> Numbers:
        """The article in which each place is.

        From the first article of a stretch it is no step or one to the right one, for a few places more.
        """
        if len(places) > _FEW:
            articles = self.first_articles.take(places >> self._bits).astype(np.int64)
            left = (self.starts.take(articles + 1) <= places).nonzero()[0]
            for _ in range(_STEPS):
                if not len(left):
                    return articles
                further = articles.take(left) + 1
                articles[left] = further
                left = left.take((self.starts.take(further + 1) <= places.take(left)).nonzero()[0])
        return self.starts.searchsorted(places.astype(np.uint32), "right") - 1

    def in_openings(self, articles: Numbers, places: Numbers, length: int) -> Flags:
        """Whether each place, whose article is known, is among so many tokens with which its article begins."""
        found: Flags = places - self.starts.take(articles) < length
        return found

    def fields_at(self, articles: Numbers, places: Numbers) -> Numbers:
        """In which field each place is whose article is known."""
        if len(places) <= _FEW:
            found: Numbers = self.edges.searchsorted(places.astype(np.uint32), "right") - 1 - articles * self.fields
            return found
        begins = self.edges[:-1].reshape(-1, self.fields).take(articles, axis=0)
        fields = np.zeros(len(places), np.int64)
        for field in range(1, self.fields):
            fields += begins[:, field] <= places
        return fields

    @cached_property
    def first_articles(self) -> Array:
        """The article in which each 512th token is."""
        return self._first_articles()

    @cached_property
    def starts(self) -> NDArray[np.uint32]:
        """The place at which each article begins, and the one behind the last."""
        return np.ascontiguousarray(self.edges[:: self.fields])

    def field_start(self, article: int, field: int) -> int:
        """The place at which a field of an article begins."""
        return int(self.edges[article * self.fields + field])
