"""The text of a segment's articles: as a stream of codes, and where each term stands in it.

The units of an article's fields (paragraphs, lines) stand one behind the other, a break behind each; the fields in
their order, article behind article. Arrays, besides those of the parts: ``stream``; ``edges``, the place at which each
field of each article begins, and the one behind the last; ``lengths.0`` and so on, the syllables of each field;
``joints``, a bit for each place, set where a term belongs to the word of the one before it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.segment.array_file import Array, ArrayFile, ArrayFileWriter, smallest
from index.segment.article_lists import ArticleLists, ArticleListsWriter
from index.segment.lexicon import Lexicon, write_lexicon
from index.segment.position_lists import PositionLists, PositionListsWriter
from index.segment.term_codes import BREAK, MARGIN, STOPPERS, Flags, Numbers, Stream, decode, encode

_SORTED_AT_ONCE = 2_000_000
"""Tokens: arrays of as many are what the memory of writing a segment goes up by while it is sorted."""

_COUNTED = 1 << 16
"""Numbers below this numpy sorts by counting, four times as quick."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """The text of some articles before it is written.

    ``keys`` are those of the terms from 1 on, ``terms`` a term a token with a break behind each unit, ``joints`` a flag
    a token, and ``lengths`` a row an article and a column a field: its tokens, breaks counted.
    """

    keys: Sequence[str]
    terms: NDArray[np.uint32]
    joints: Flags
    lengths: Numbers


def write_text(file: ArrayFileWriter, prefix: str, tokens: Tokens) -> Array:
    """Writes the text of all articles; gives the place of each token, and the one behind the last.

    The numbers of the terms become those that they are written under: a second array of them would take as much memory
    as all the rest. Raises ``OverflowError`` where the articles are too many for one segment.
    """
    counts, numbers, keys = _by_frequency(tokens)
    terms = tokens.terms
    for begin in range(0, len(terms), _SORTED_AT_ONCE):
        terms[begin : begin + _SORTED_AT_ONCE] = numbers.take(terms[begin : begin + _SORTED_AT_ONCE])
    stream, places = encode(terms)
    file.add(f"{prefix}.stream", stream)
    joints = np.zeros(len(stream), np.bool_)
    joints[places[:-1][tokens.joints]] = True
    file.add(f"{prefix}.joints", np.packbits(joints, bitorder="little"))
    del joints
    edges = _write_articles(file, prefix, tokens, places)
    del stream
    positions, articles = _inverted(terms, counts, places, edges, tokens.lengths.shape)
    positions.write(file, prefix)
    articles.write(file, prefix)
    write_lexicon(file, prefix, keys)
    return places


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
    terms: NDArray[np.uint32], counts: Numbers, places: Array, edges: Array, shape: tuple[int, int]
) -> tuple[PositionListsWriter, ArticleListsWriter]:
    """Where the terms stand, a part of them at a time: to sort all tokens at once takes 40 bytes for each."""
    documents, width = shape
    positions = PositionListsWriter(counts, int(places[-1]) + MARGIN)
    articles = ArticleListsWriter(counts, documents, width)
    for first, behind in _groups(counts):
        here = places.take(_stable_order(terms, first, behind))
        positions.add(behind - first, here)
        numbers = edges.searchsorted(here, "right").astype(np.uint32) - np.uint32(1)
        articles.add(behind - first, numbers // np.uint32(width), (numbers % np.uint32(width)).astype(np.uint8))
    return positions, articles


def _groups(counts: Numbers) -> Iterator[tuple[int, int]]:
    """Terms that together occur some ``_SORTED_AT_ONCE`` times: the numbers of the first and of the one behind."""
    before = np.concatenate(([0], np.cumsum(counts)))
    first = 0
    while first < len(counts):
        behind = max(int(np.searchsorted(before, before[first] + _SORTED_AT_ONCE, "right")) - 1, first + 1)
        yield first + 1, behind + 1
        first = behind


def _stable_order(terms: NDArray[np.uint32], first: int, behind: int) -> Numbers:
    """The tokens of the terms ``[first, behind)``, sorted by their terms, those of one in the order of the text."""
    found = ((terms >= first) & (terms < behind)).nonzero()[0]
    keys = terms.take(found) - np.uint32(first)
    if behind - first <= _COUNTED:
        return found.take(np.argsort(keys.astype(np.uint16), kind="stable"))
    return found.take(np.argsort(keys, kind="stable"))


def _write_articles(file: ArrayFileWriter, prefix: str, tokens: Tokens, places: Array) -> Array:
    """Writes and gives where the fields of the articles begin; writes their syllables, all but the breaks."""
    documents, width = tokens.lengths.shape
    edges = np.concatenate(([0], np.cumsum(tokens.lengths.reshape(-1))))
    found = places.take(edges)
    file.add(f"{prefix}.edges", found)
    units = np.searchsorted((tokens.terms == BREAK).nonzero()[0], edges)
    lengths = tokens.lengths - np.diff(units).reshape(documents, width)
    for field in range(width):
        file.add(f"{prefix}.lengths.{field}", smallest(lengths[:, field]))
    file.fact(f"{prefix}.fields", width)
    return found


class Text:
    """The text of a segment, to be looked into."""

    def __init__(self, file: ArrayFile, prefix: str) -> None:
        self.fields = int(file.facts[f"{prefix}.fields"])
        self.edges: NDArray[np.uint32] = file[f"{prefix}.edges"]
        """The place at which each field of each article begins, and the one behind the last."""
        self.stream = Stream(file[f"{prefix}.stream"])
        self.lexicon = Lexicon(file, prefix)
        self.positions = PositionLists(file, prefix, len(self.stream.bytes))
        self.lists = ArticleLists(file, prefix, self.articles)
        self._lengths = [file[f"{prefix}.lengths.{field}"] for field in range(self.fields)]
        self._joints = file[f"{prefix}.joints"]

    @property
    def articles(self) -> int:
        """The number of articles, those that were deleted counted."""
        return (len(self.edges) - 1) // self.fields

    def lengths(self, field: int) -> Array:
        """The syllables of a field of each article."""
        return self._lengths[field]

    def located(self, places: Numbers) -> tuple[Numbers, Numbers]:
        """The article and the number of the field in which each place is."""
        number = self.edges.searchsorted(places.astype(np.uint32), "right")
        number -= 1
        if self.fields == 4:
            return number >> 2, number & 3
        articles = number // self.fields
        return articles, number - articles * self.fields

    def field_span(self, article: int, field: int) -> tuple[int, int]:
        """The places at which a field of an article begins and ends."""
        number = article * self.fields + field
        return int(self.edges[number]), int(self.edges[number + 1])

    def joined(self, places: Numbers) -> Flags:
        """Whether the term at each place belongs to the word of the term before it."""
        found: Flags = (self._joints[places >> 3] >> (places & 7).astype(np.uint8) & 1).astype(np.bool_)
        return found

    def token_places(self) -> Numbers:
        """The place of every token in turn, and the one behind the last."""
        inside = self.stream.bytes[MARGIN : len(self.stream.bytes) - MARGIN]
        return np.concatenate(([MARGIN], (inside < STOPPERS).nonzero()[0] + (MARGIN + 1)))

    def tokens(self) -> Tokens:
        """The text as it was before it was written."""
        places = self.token_places()
        lengths = np.diff(np.searchsorted(places, self.edges)).reshape(-1, self.fields)
        terms = decode(self.stream.bytes[MARGIN : len(self.stream.bytes) - MARGIN])
        return Tokens(self.lexicon.keys(), terms, self.joined(places[:-1]), lengths)
