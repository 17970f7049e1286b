"""The text of a segment's articles: where each term stands, and in which article and field that is.

The units of an article's fields (paragraphs, lines) stand one behind the other, a break behind each; the fields in
their order, article behind article. A place is the number of a token in this row, breaks counted. Arrays, besides those
of the parts: ``edges``, the place at which each field of each article begins, and the one behind the last;
``articles.first``, the article in which each 512th token is;
``lengths.0`` and so on, the syllables of each field; ``joints``, a bit a token, set where it belongs to the word of the
one before it; ``breaks``, the places of the breaks as one list. The text itself is not kept: it follows from the lists.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from index.segment.array_file import ArrayFile, ArrayFileWriter, smallest
from index.segment.article_lists import ArticleLists, ArticleListsWriter
from index.segment.lexicon import Lexicon, write_lexicon
from index.segment.next_terms import NextTerms
from index.segment.next_terms_writer import NextTermsWriter
from index.segment.position_lists import PositionLists, write_lists
from index.segment.tokens import BREAK, Array, Flags, Numbers, Tokens

_SORTED_AT_ONCE = 1 << 20
"""Tokens: arrays of as many are what the memory of writing a segment goes up by while it is sorted."""


_STRETCH_BITS = 9
_STEPS = 8
_FEW = 64


def write_text(file: ArrayFileWriter, prefix: str, tokens: Tokens) -> None:
    """Writes the text of all articles.

    The numbers of the terms become those that they are written under: a second array of them would take as much memory
    as all the rest. Raises ``OverflowError`` where the articles are too many for one segment.
    """
    counts, numbers, keys = _by_frequency(tokens)
    terms = tokens.terms
    for begin in range(0, len(terms), _SORTED_AT_ONCE):
        terms[begin : begin + _SORTED_AT_ONCE] = numbers.take(terms[begin : begin + _SORTED_AT_ONCE])
    file.add(f"{prefix}.joints", np.packbits(tokens.joints, bitorder="little"))
    file.fact(f"{prefix}.size", len(terms))
    _write_articles(file, prefix, tokens)
    positions, articles = _inverted(terms, counts, tokens.lengths)
    articles.write(file, prefix)
    del articles
    positions.write(file, prefix)
    write_lexicon(file, prefix, keys)


def _by_frequency(tokens: Tokens) -> tuple[Numbers, NDArray[np.uint32], Sequence[str]]:
    """The occurrences of the terms that occur, the commonest first; the new number of each old one; the keys."""
    counts = np.zeros(len(tokens.keys) + 1, np.int64)
    for begin in range(0, len(tokens.terms), _SORTED_AT_ONCE):
        counts += np.bincount(tokens.terms[begin : begin + _SORTED_AT_ONCE], minlength=len(counts))
    counts = counts[1:]
    order = np.argsort(-counts, kind="stable")[: int(np.count_nonzero(counts))]
    numbers = np.zeros(len(tokens.keys) + 1, np.uint32)
    numbers[order + 1] = np.arange(1, len(order) + 1)
    return counts[order], numbers, [tokens.keys[at] for at in order.tolist()]


def _inverted(
    terms: NDArray[np.uint32], counts: Numbers, lengths: Numbers
) -> tuple[NextTermsWriter, ArticleListsWriter]:
    """Where the terms stand, a part of them at a time: to sort all tokens at once takes 40 bytes for each."""
    documents, width = lengths.shape
    edges = np.concatenate(([0], lengths.reshape(-1).cumsum()))
    positions = NextTermsWriter(terms, counts)
    articles = ArticleListsWriter(counts, documents, width)
    for first, behind in _groups(counts):
        here = (terms - np.uint32(first) < behind - first).nonzero()[0]
        which = terms.take(here).astype(np.int64)
        which -= first
        positions.add(behind - first, which, here)
        in_fields = np.diff(here.searchsorted(edges))
        articles.add(behind - first, which, np.repeat(np.arange(lengths.size, dtype=np.uint32), in_fields))
    return positions, articles


def _groups(counts: Numbers) -> Iterator[tuple[int, int]]:
    """Terms that together occur some ``_SORTED_AT_ONCE`` times: the numbers of the first and of the one behind."""
    before = np.concatenate(([0], np.cumsum(counts)))
    first = 0
    while first < len(counts):
        behind = max(int(np.searchsorted(before, before[first] + _SORTED_AT_ONCE, "right")) - 1, first + 1)
        yield first + 1, behind + 1
        first = behind


def _write_articles(file: ArrayFileWriter, prefix: str, tokens: Tokens) -> None:
    """Writes where the fields of the articles begin, their syllables (all but the breaks), and the breaks."""
    documents, width = tokens.lengths.shape
    edges = np.concatenate(([0], np.cumsum(tokens.lengths.reshape(-1))))
    file.add(f"{prefix}.edges", smallest(edges).astype(np.uint32))
    file.add(f"{prefix}.articles.first", smallest(first_articles(edges[::width])))
    breaks = (tokens.terms == BREAK).nonzero()[0]
    write_lists(file, f"{prefix}.breaks", breaks, np.zeros(1, np.int64), np.array([len(breaks)]), len(tokens.terms))
    units = np.searchsorted(breaks, edges)
    lengths = tokens.lengths - np.diff(units).reshape(documents, width)
    for field in range(width):
        file.add(f"{prefix}.lengths.{field}", smallest(lengths[:, field]))
    file.fact(f"{prefix}.fields", width)


def first_articles(starts: Array) -> Numbers:
    """The article in which each 512th token is; the last of ``starts`` is the place behind all articles."""
    return starts.searchsorted(np.arange(0, int(starts[-1]) + 1, 1 << _STRETCH_BITS), "right") - 1


class Text:
    """The text of a segment, to be looked into."""

    def __init__(self, file: ArrayFile, prefix: str) -> None:
        self.fields = int(file.facts[f"{prefix}.fields"])
        self.size = int(file.facts[f"{prefix}.size"])
        """The number of tokens."""
        self.edges: NDArray[np.uint32] = file[f"{prefix}.edges"]
        """The place at which each field of each article begins, and the one behind the last."""
        self.lexicon = Lexicon(file, prefix)
        self.terms = NextTerms(file, prefix, self.size)
        self.lists = ArticleLists(file, prefix, self.articles)
        self._lengths = [file[f"{prefix}.lengths.{field}"] for field in range(self.fields)]
        self._joints = file.pieces(f"{prefix}.joints")
        self.first_articles = file[f"{prefix}.articles.first"]
        self._file, self._prefix = file, prefix

    @property
    def articles(self) -> int:
        """The number of articles, those that were deleted counted."""
        return (len(self.edges) - 1) // self.fields

    @cached_property
    def breaks(self) -> Numbers:
        """The places of the breaks, ascending."""
        return PositionLists(self._file, f"{self._prefix}.breaks", self.size).places(0)

    def unit_starts(self, units: Numbers) -> Numbers:
        """The first token of each of some units, which are numbered through as the breaks behind them."""
        return np.where(units > 0, self.breaks.take(units - 1, mode="clip") + 1, 0)

    def lengths(self, field: int) -> Array:
        """The syllables of a field of each article."""
        return self._lengths[field]

    def located(self, places: Numbers) -> tuple[Numbers, Numbers]:
        """The article and the number of the field in which each place is."""
        articles = self.articles_at(places)
        return articles, self.fields_at(articles, places)

    def articles_at(self, places: Numbers) -> Numbers:
        """The article in which each place is.

        From the first article of a stretch it is a few steps to the right one: 15 ns a place, a third of a search.
        """
        if len(places) > _FEW:
            articles = self.first_articles.take(places >> _STRETCH_BITS).astype(np.int64)
            for _ in range(_STEPS):
                is_behind = self._starts.take(articles + 1) <= places
                if not is_behind.any():
                    return articles
                articles += is_behind
        return self._starts.searchsorted(places.astype(np.uint32), "right") - 1

    def in_openings(self, articles: Numbers, places: Numbers, length: int) -> Flags:
        """Whether each place, whose article is known, is among so many tokens with which its article begins."""
        found: Flags = places - self._starts.take(articles) < length
        return found

    def fields_at(self, articles: Numbers, places: Numbers) -> Numbers:
        """In which field each place is whose article is known."""
        firsts = articles * self.fields
        fields = np.zeros(len(places), np.int64)
        for _ in range(1, self.fields):
            firsts += 1
            fields += self.edges.take(firsts) <= places
        return fields

    @cached_property
    def _starts(self) -> NDArray[np.uint32]:
        """The place at which each article begins, and the one behind the last."""
        return np.ascontiguousarray(self.edges[:: self.fields])

    def field_start(self, article: int, field: int) -> int:
        """The place at which a field of an article begins."""
        return int(self.edges[article * self.fields + field])

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
        terms = self.terms.text() if terms is None else terms
        return Tokens(self.lexicon.keys(), terms, self.joints(0, self.size), lengths)
