"""The text of a segment's articles: as a stream of codes, and where each term stands in it.

The units of an article's fields (paragraphs, lines) stand one behind the other, a break behind each; the fields in
their order, article behind article. Arrays, besides those of the parts: ``stream``; ``starts``, the place at which each
article begins and the one behind the last; ``ends.0`` and so on, how far from its start each field of an article but
the last one ends; ``lengths.0`` and so on, the syllables of each field; ``joints``, a bit for each place, set where a
term belongs to the word of the one before it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.segment.array_file import Array, ArrayFile, ArrayFileWriter, smallest
from index.segment.article_lists import ArticleLists, write_article_lists
from index.segment.lexicon import Lexicon, write_lexicon
from index.segment.position_lists import PositionLists, write_position_lists
from index.segment.term_codes import BREAK, MARGIN, STOPPERS, Flags, Numbers, Stream, code_lengths, decode, encode

_SORTED_AT_ONCE = 65_535  # below this a term fits the numbers of 16 bits that numpy sorts by counting


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

    Raises ``OverflowError`` where they are too many for one segment.
    """
    counts, numbers, keys = _by_frequency(tokens)
    terms = numbers.take(tokens.terms)
    code_length = code_lengths(terms)
    ends = np.cumsum(code_length, dtype=np.int64)
    ends += MARGIN
    stream = encode(terms, ends, code_length)
    places = smallest(np.append(MARGIN, ends), at_most=len(stream))
    del ends, code_length
    file.add(f"{prefix}.stream", stream)
    joints = np.zeros(len(stream), np.bool_)
    joints[places[:-1][tokens.joints]] = True
    file.add(f"{prefix}.joints", np.packbits(joints, bitorder="little"))
    del joints
    _write_articles(file, prefix, tokens, places)
    order = _stable_order(terms)[int(np.count_nonzero(terms == BREAK)) :]
    del terms
    write_position_lists(file, prefix, counts, places.take(order), len(stream))
    documents, width = tokens.lengths.shape
    articles = np.repeat(np.arange(documents, dtype=np.uint32), tokens.lengths.sum(axis=1)).take(order)
    each_field = np.tile(np.arange(width, dtype=np.uint8), documents)
    fields = np.repeat(each_field, tokens.lengths.reshape(-1)).take(order)
    del order
    write_article_lists(file, prefix, counts, articles, fields, documents, width)
    write_lexicon(file, prefix, keys)
    return places


def _by_frequency(tokens: Tokens) -> tuple[Numbers, NDArray[np.uint32], Sequence[str]]:
    """The occurrences of the terms that occur, the commonest first; the new number of each old one; the keys."""
    counts = np.bincount(tokens.terms, minlength=len(tokens.keys) + 1)[1:]
    order = np.argsort(-counts, kind="stable")[: int(np.count_nonzero(counts))]
    numbers = np.zeros(len(tokens.keys) + 1, np.uint32)
    numbers[order + 1] = np.arange(1, len(order) + 1)
    return counts[order], numbers, [tokens.keys[at] for at in order.tolist()]


def _stable_order(terms: NDArray[np.uint32]) -> Numbers:
    """The tokens sorted by their terms, those of one term in the order of the text."""
    order = np.argsort(np.minimum(terms, _SORTED_AT_ONCE).astype(np.uint16), kind="stable")
    rare = int(np.count_nonzero(terms < _SORTED_AT_ONCE))
    order[rare:] = order[rare:][np.argsort(terms[order[rare:]], kind="stable")]
    return order


def _write_articles(file: ArrayFileWriter, prefix: str, tokens: Tokens, places: Array) -> None:
    """Writes where each article and each of its fields stands; a break ends each unit, so the rest are syllables."""
    documents, width = tokens.lengths.shape
    edges = np.concatenate(([0], np.cumsum(tokens.lengths.reshape(-1))))
    at = places.take(edges).astype(np.int64)
    starts = at[::width]
    file.add(f"{prefix}.starts", starts.astype(np.uint32))
    units = np.concatenate(([0], np.cumsum(tokens.terms == BREAK))).take(edges)
    lengths = tokens.lengths - np.diff(units).reshape(documents, width)
    for field in range(width):
        if field < width - 1:
            file.add(f"{prefix}.ends.{field}", smallest(at[field + 1 :: width][:documents] - starts[:-1]))
        file.add(f"{prefix}.lengths.{field}", smallest(lengths[:, field]))
    file.fact(f"{prefix}.fields", width)


class Text:
    """The text of a segment, to be looked into."""

    def __init__(self, file: ArrayFile, prefix: str) -> None:
        self._file, self._prefix = file, prefix
        self.fields = int(file.facts[f"{prefix}.fields"])
        self.starts: NDArray[np.uint32] = file[f"{prefix}.starts"]
        self.stream = Stream(file[f"{prefix}.stream"])
        self.lexicon = Lexicon(file, prefix)
        self.positions = PositionLists(file, prefix, len(self.stream.bytes))
        self.lists = ArticleLists(file, prefix, self.articles)

    @property
    def articles(self) -> int:
        """The number of articles, those that were deleted counted."""
        return len(self.starts) - 1

    def lengths(self, field: int) -> Array:
        """The syllables of a field of each article."""
        return self._file[f"{self._prefix}.lengths.{field}"]

    def articles_of(self, places: Numbers) -> Numbers:
        """The article in which each place is."""
        found: Numbers = np.searchsorted(self.starts, places.astype(np.uint32), "right") - 1
        return found

    def fields_of(self, places: Numbers, articles: Numbers) -> NDArray[np.uint8]:
        """The number of the field in which each place is."""
        fields = np.zeros(len(places), np.uint8)
        distances = places - self.starts[articles]
        for field in range(self.fields - 1):
            fields += distances >= self._file[f"{self._prefix}.ends.{field}"][articles]
        return fields

    def field_span(self, article: int, field: int) -> tuple[int, int]:
        """The places at which a field of an article begins and ends."""
        start = int(self.starts[article])
        edges = [0, *(int(self._file[f"{self._prefix}.ends.{each}"][article]) for each in range(self.fields - 1))]
        end = int(self.starts[article + 1]) if field == self.fields - 1 else start + edges[field + 1]
        return start + edges[field], end

    def joined(self, places: Numbers) -> Flags:
        """Whether the term at each place belongs to the word of the term before it."""
        packed = self._file[f"{self._prefix}.joints"]
        found: Flags = (packed[places >> 3] >> (places & 7).astype(np.uint8) & 1).astype(np.bool_)
        return found

    def token_places(self) -> Numbers:
        """The place of every token in turn, and the one behind the last."""
        inside = self.stream.bytes[MARGIN : len(self.stream.bytes) - MARGIN]
        return np.concatenate(([MARGIN], np.flatnonzero(inside < STOPPERS) + (MARGIN + 1)))

    def tokens(self) -> Tokens:
        """The text as it was before it was written."""
        places = self.token_places()
        starts = self.starts.astype(np.int64)
        ends = [starts[:-1] + self._file[f"{self._prefix}.ends.{field}"] for field in range(self.fields - 1)]
        edges = np.append(np.stack([starts[:-1], *ends], axis=1).reshape(-1), starts[-1])
        lengths = np.diff(np.searchsorted(places, edges)).reshape(-1, self.fields)
        terms = decode(self.stream.bytes[MARGIN : len(self.stream.bytes) - MARGIN])
        return Tokens(self.lexicon.keys(), terms, self.joined(places[:-1]), lengths)
