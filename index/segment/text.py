"""The text of a segment's articles: where each term stands, and in which article and field that is.

The units of an article's fields (paragraphs, lines) stand one behind the other, a break behind each; the fields in
their order, article behind article. A place is the number of a token in this row, breaks counted. Arrays, besides those
of the parts: ``tokens``, those of each field of each article, breaks counted, by which it is known where each begins;
``articles.first``, the article in which each 512th token is;
``lengths.0`` and so on, the syllables of each field; ``joints``, a bit a token, set where it belongs to the word of the
one before it; ``breaks``, the places of the breaks as one list. The text itself is not kept: it follows from the lists.
"""

from __future__ import annotations

from functools import cached_property, partial

import numpy as np
from numpy.typing import NDArray

from index.segment.array_file import ArrayFile
from index.segment.article_lists import ArticleLists
from index.segment.field_edges import FieldEdges
from index.segment.lexicon import Lexicon
from index.segment.next_terms import NextTerms
from index.segment.pair_articles import PairArticles
from index.segment.position_lists import PositionLists
from index.segment.tokens import Array, Flags, Numbers, Tokens
from index.segment.whole_text import whole_text


class Text(FieldEdges):
    """The text of a segment, to be looked into."""

    def __init__(self, file: ArrayFile, prefix: str) -> None:
        fields = int(file.facts[f"{prefix}.fields"])
        tokens = file[f"{prefix}.tokens"]
        edges = np.zeros(len(tokens) + 1, np.uint32)
        edges[1:] = tokens
        np.cumsum(edges, dtype=np.uint32, out=edges)  # in place, which takes a tenth of the time from one to another
        super().__init__(edges, fields, partial(file.__getitem__, f"{prefix}.articles.first"))
        self.size = int(file.facts[f"{prefix}.size"])
        """The number of tokens."""
        self.lexicon = Lexicon(file, prefix)
        self.terms = NextTerms(file, prefix, self.size)
        self.pair_articles = PairArticles(file, f"{prefix}.pairs")
        self.lists = ArticleLists(file, prefix, self.articles)
        self._lengths = [file[f"{prefix}.lengths.{field}"] for field in range(self.fields)]
        self._joints = file.pieces(f"{prefix}.joints")
        self.file, self._prefix = file, prefix

    @cached_property
    def breaks(self) -> Numbers:
        """The places of the breaks, ascending."""
        return PositionLists(self.file, f"{self._prefix}.breaks", self.size).places(0)

    def unit_starts(self, units: Numbers) -> Numbers:
        """The first token of each of some units, which are numbered through as the breaks behind them."""
        return np.where(units > 0, self.breaks.take(units - 1, mode="clip") + 1, 0)

    def lengths(self, field: int) -> Array:
        """The syllables of a field of each article."""
        return self._lengths[field]

    def joined(self, places: Numbers) -> Flags:
        """Whether the token at each place belongs to the word of the one before it."""
        found: Flags = (self._joints.at(places >> 3) >> (places & 7).astype(np.uint8) & 1).astype(np.bool_)
        return found

    def joints(self, begin: int, end: int) -> Flags:
        """The same of all tokens ``[begin, end)``."""
        bits = np.unpackbits(self._joints.between(begin >> 3, end + 7 >> 3), bitorder="little").view(np.bool_)
        return bits[begin & 7 : (begin & 7) + end - begin]

    def tokens(self, terms: NDArray[np.uint32] | None = None) -> Tokens:
        """The text as it was before it was written; its ``terms``, where they are known, are not read again."""
        lengths = (self.edges[1:] - self.edges[:-1]).astype(np.int64).reshape(-1, self.fields)
        terms = whole_text(self.terms) if terms is None else terms
        return Tokens(self.lexicon.keys(), terms, self.joints(0, self.size), lengths)
