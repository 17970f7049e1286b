"""In which articles does a frequent term stand, and how often in each of their fields?

For rare terms this follows from their places soon enough; for terms with ``FREQUENT`` occurrences or more it is kept.
A list of articles is a bitmap where the term stands in more than one article in nine, else an Elias-Fano list with
eight low bits. How often the term stands in each field of an article (its counts) is one of some hundred or thousand
combinations, the segment's kinds of counts; the fifteen commonest have a half byte, and the others an escape.

Arrays: ``articles``, the number of articles of each frequent term, and ``articles.rare``, of all others that occur more
than once; ``members``, bitmaps and unary parts; ``members.low8``; ``kinds``, a half byte an article and term;
``escapes``, what the half bytes could not say, ``escapes.ranks``, for which of its term's articles, and
``escapes.ends``, where each term's end; ``kinds.table``, the counts of each kind, a column a field.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import prod

import numpy as np

from index.segment.array_file import ArrayFile, ArrayFileWriter, smallest
from index.segment.growing import Growing
from index.segment.position_lists import above, half_bytes, half_bytes_at, ones, read_half_bytes, unary, unary_bytes
from index.segment.tokens import Array, Flags, Numbers

FREQUENT = 1024
"""Occurrences in a segment from which on a term's articles are kept."""

_LOW_BITS = 8
_BITMAP_FROM = 9
_ESCAPE = 15

_COUNT_BITS = 15  # four of them are a number that is not negative

_SMALL_TABLE = 1 << 22


class ArticleListsWriter:
    """Takes the occurrences of all terms, some terms at a time, and writes what is kept of them.

    ``counts`` are the occurrences of the terms from 1 on, descending, in a text of so many ``documents`` with so many
    fields (``width``).
    """

    def __init__(self, counts: Numbers, documents: int, width: int) -> None:
        self._counts, self._documents, self._width = counts, documents, width
        self._frequent = int(np.count_nonzero(counts >= FREQUENT))
        self._sizes: list[Numbers] = [np.zeros(0, np.int64)]
        bound = int(counts[: self._frequent].sum())
        self._members = Growing(bound, np.uint32)
        self._columns = [Growing(bound, np.uint8) for _ in range(width)]
        self._taken = 0

    def add(self, terms: int, which: Numbers, fields: Array) -> None:
        """Takes so many more terms: which of them each of their occurrences is, and in which field it is.

        The fields of all articles are counted through, and the occurrences in the order of the text.
        """
        keys = which << 32
        keys |= fields
        keys.sort()
        fields = keys.astype(np.uint32)
        articles = fields // np.uint32(self._width)
        counts = self._counts[self._taken : self._taken + terms]
        starts = counts.cumsum() - counts
        is_first = np.ones(len(articles), np.bool_)
        np.not_equal(articles[1:], articles[:-1], out=is_first[1:])
        is_first[starts] = True
        firsts = is_first.nonzero()[0]
        edges = firsts.searchsorted(np.append(starts, len(articles)))
        self._sizes.append(np.diff(edges))
        frequent = min(max(self._frequent - self._taken, 0), terms)
        self._taken += terms
        if frequent:
            firsts = firsts[: int(edges[frequent])]
            occurrences = int(counts[:frequent].sum())
            articles = articles.take(firsts)
            self._members.add(articles)
            self._add_counts(
                fields[:occurrences]
                - np.repeat(articles, np.diff(firsts, append=occurrences)) * np.uint32(self._width),
                firsts,
            )

    def _add_counts(self, fields: Array, firsts: Numbers) -> None:
        """The occurrences in each field, from each of ``firsts`` on; four fields are added up as one number."""
        longest = int(np.diff(firsts, append=len(fields)).max())
        at_once = 1 if longest >> _COUNT_BITS else 63 // _COUNT_BITS
        for begin in range(0, self._width, at_once):
            some = range(begin, min(begin + at_once, self._width))
            units = np.array(
                [1 << _COUNT_BITS * (field - begin) if field in some else 0 for field in range(self._width)]
            )
            packed = np.add.reduceat(units.take(fields), firsts)
            for field in some:
                here = packed >> _COUNT_BITS * (field - begin)
                self._columns[field].add(smallest(here & (1 << _COUNT_BITS) - 1 if at_once > 1 else here))

    def write(self, file: ArrayFileWriter, prefix: str) -> None:
        """Writes everything, when all terms were taken."""
        sizes = np.concatenate(self._sizes)
        repeated = int(np.count_nonzero(self._counts > 1))
        file.add(f"{prefix}.articles", sizes[: self._frequent].astype(np.uint32))
        file.add(f"{prefix}.articles.rare", smallest(sizes[self._frequent : repeated]))
        sizes = sizes[: self._frequent]
        kinds, table = _kinds([column.array() for column in self._columns])
        escaped = (kinds >= _ESCAPE).nonzero()[0]
        ends = np.cumsum(sizes)
        of_terms = ends.searchsorted(escaped, "right")
        file.add(f"{prefix}.kinds", half_bytes(np.minimum(kinds, _ESCAPE)))
        file.add(f"{prefix}.escapes", smallest(kinds.take(escaped) - _ESCAPE))
        file.add(f"{prefix}.escapes.ranks", smallest(escaped - (ends - sizes).take(of_terms)))
        file.add(f"{prefix}.escapes.ends", escaped.searchsorted(ends).astype(np.uint32))
        file.add(f"{prefix}.kinds.table", smallest(table))
        _write_members(file, prefix, self._members.array(), sizes, self._documents)


def _kinds(columns: Sequence[Array]) -> tuple[Array, Array]:
    """The kind of each row of counts, the commonest 0, and the counts of each kind."""
    radix = [int(column.max(initial=0)) + 1 for column in columns]
    if prod(radix) > _SMALL_TABLE:
        rows, which, how_often = np.unique(np.stack(columns, axis=1), axis=0, return_inverse=True, return_counts=True)
        order = np.argsort(-how_often, kind="stable")
        return _ranks(order, len(order)).take(which.reshape(-1)), rows[order]
    keys = np.zeros(len(columns[0]), np.int32)
    for column, each in zip(columns, radix, strict=True):
        keys *= np.int32(each)
        keys += column
    how_often = np.bincount(keys, minlength=1)
    order = np.argsort(-how_often, kind="stable")[: int(np.count_nonzero(how_often))]
    return _ranks(order, len(how_often)).take(keys), np.stack(np.unravel_index(order, radix), axis=1)


def _ranks(order: Numbers, room: int) -> Array:
    """The place of each number below ``room`` in an order of some of them."""
    ranks = np.zeros(room, np.int32)
    ranks[order] = np.arange(len(order))
    return ranks


def _is_bitmap(sizes: Array, documents: int) -> Flags:
    return np.greater(sizes.astype(np.int64) * _BITMAP_FROM, documents)


def _member_bytes(sizes: Array, documents: int) -> Numbers:
    return np.where(_is_bitmap(sizes, documents), documents + 7 >> 3, unary_bytes(sizes, _LOW_BITS, documents))


def _write_members(file: ArrayFileWriter, prefix: str, members: Array, sizes: Numbers, documents: int) -> None:
    is_bitmap = _is_bitmap(sizes, documents)
    listed = members[~np.repeat(is_bitmap, sizes)]
    file.add(f"{prefix}.members.low8", listed.astype(np.uint8))
    room = _member_bytes(sizes, documents)
    packed = np.empty(int(room.sum()), np.uint8)
    packed[~np.repeat(is_bitmap, room)] = unary(listed, sizes[~is_bitmap], _LOW_BITS, documents)
    starts, places = np.cumsum(sizes) - sizes, np.cumsum(room) - room
    for term in is_bitmap.nonzero()[0].tolist():
        bits = np.zeros(documents, np.bool_)
        bits[members[int(starts[term]) : int(starts[term]) + int(sizes[term])]] = True
        packed[int(places[term]) : int(places[term]) + int(room[term])] = np.packbits(bits, bitorder="little")
    file.add(f"{prefix}.members", packed)


def _ranks_of_bits(packed: Array, places: Numbers) -> Numbers:
    """How many bits are set before each of some places."""
    padded = np.zeros(len(packed) + 7 & ~7, np.uint8)
    padded[: len(packed)] = packed
    words = padded.view("<u8")
    counts = np.bitwise_count(words)
    before = counts.cumsum(dtype=np.int64)
    before -= counts
    word = places >> 6
    lower = words.take(word) & (np.uint64(1) << (places & 63).view(np.uint64)) - np.uint64(1)
    found = before.take(word)
    found += np.bitwise_count(lower)
    return found


class ArticleLists:
    """The articles of the frequent terms of a segment with so many ``documents``."""

    def __init__(self, file: ArrayFile, prefix: str, documents: int) -> None:
        self.sizes = file[f"{prefix}.articles"].astype(np.int64)
        """The number of articles of each frequent term, from the term 1 on."""
        self._rare_sizes = file[f"{prefix}.articles.rare"]
        self.table = file[f"{prefix}.kinds.table"].astype(np.int64)
        """The counts of each kind, a column a field."""
        self._documents = documents
        self._members, self._low = file.pieces(f"{prefix}.members"), file.pieces(f"{prefix}.members.low8")
        self._kinds = file.pieces(f"{prefix}.kinds")
        self._escapes, self._escape_ranks = file.pieces(f"{prefix}.escapes"), file.pieces(f"{prefix}.escapes.ranks")
        self._escape_ends = file[f"{prefix}.escapes.ends"]
        self._is_bitmap = _is_bitmap(self.sizes, documents)
        self._offsets = np.concatenate(([0], np.cumsum(self.sizes)))
        self._low_offsets = np.concatenate(([0], np.cumsum(np.where(self._is_bitmap, 0, self.sizes))))
        self._member_offsets = np.concatenate(([0], np.cumsum(_member_bytes(self.sizes, documents))))

    def __contains__(self, term: int) -> bool:
        return 0 < term <= len(self.sizes)

    def size(self, term: int) -> int:
        """The number of articles in which any term stands."""
        rare = term - 1 - len(self.sizes)
        if rare < 0:
            return int(self.sizes[term - 1])
        return int(self._rare_sizes[rare]) if rare < len(self._rare_sizes) else 1

    def all_sizes(self, terms: int) -> Numbers:
        """The same of the terms from 1 on, which are so many."""
        once = np.ones(max(terms - len(self.sizes) - len(self._rare_sizes), 0), np.int64)
        return np.concatenate((self.sizes, self._rare_sizes, once))

    def articles(self, term: int) -> Numbers:
        """The articles in which a frequent term stands, ascending."""
        at = term - 1
        packed = self._packed(at)
        if self._is_bitmap[at]:
            return ones(packed)
        found = above(packed, _LOW_BITS)
        found |= self._low.between(int(self._low_offsets[at]), int(self._low_offsets[at + 1]))
        return found

    def kinds(self, term: int) -> Array:
        """The kind of a frequent term's counts in each of its articles: a row of ``table``."""
        at = term - 1
        found = read_half_bytes(self._kinds, int(self._offsets[at]), int(self._offsets[at + 1]))
        escapes, ranks = self._escaped(at)
        if not len(escapes):
            return found
        widened = found.astype(np.int64)
        widened[ranks] += escapes
        return widened

    def all_kinds(self) -> Array:
        """The same of all frequent terms, one behind the other.

        Raises ``ValueError`` where escapes do not stand beside those half bytes that need one.
        """
        found = read_half_bytes(self._kinds, 0, int(self._offsets[-1]))
        escapes, ranks = self._escapes.whole(), self._escape_ranks.whole()
        escaped = (found == _ESCAPE).nonzero()[0]
        ends = self._escape_ends.astype(np.int64)
        starts = np.repeat(self._offsets[:-1], np.diff(ends, prepend=np.int64(0)))
        if not len(starts) == len(ranks) == len(escapes) or not np.array_equal(starts + ranks, escaped):
            raise ValueError("counts that are not among the commonest are not where they should be")
        widened = found.astype(np.uint32)
        widened[escaped] += escapes
        return widened

    def flags(self, term: int) -> Flags:
        """For each article whether a frequent term stands in it."""
        at = term - 1
        if self._is_bitmap[at]:
            return np.unpackbits(self._packed(at), count=self._documents, bitorder="little").view(np.bool_)
        found = np.zeros(self._documents, np.bool_)
        found[self.articles(term)] = True
        return found

    def among(self, term: int, asked: Flags) -> tuple[Numbers, Array]:
        """Those of a frequent term's articles that are asked about, and their kinds."""
        if self._is_bitmap[term - 1]:
            asked = self.flags(term) & asked
            articles = asked.nonzero()[0]
        else:
            articles = self.articles(term)
            articles = articles.take(asked.take(articles).nonzero()[0])
        return articles, self.kinds_of(term, articles, asked)

    def kinds_of(self, term: int, articles: Numbers, asked: Flags) -> Array:
        """The kinds of some of a frequent term's articles: all of them that are ``asked`` about."""
        at = term - 1
        if self._is_bitmap[at]:
            ranks = _ranks_of_bits(self._packed(at), articles)
        else:
            ranks = asked.take(self.articles(term)).nonzero()[0]
        begin, end = int(self._offsets[at]), int(self._offsets[at + 1])
        kinds: Array = half_bytes_at(self._kinds.between(begin >> 1, end + 1 >> 1), ranks + (begin & 1))
        escaped = (kinds == _ESCAPE).nonzero()[0]
        if len(escaped):
            kinds = kinds.astype(np.int64)
            escapes, of_ranks = self._escaped(at)
            kinds[escaped] += escapes.take(of_ranks.searchsorted(ranks.take(escaped).astype(of_ranks.dtype)))
        return kinds

    def _escaped(self, at: int) -> tuple[Array, Array]:
        """The escapes of a term, and the places among its articles that they belong to."""
        begin, end = int(self._escape_ends[at - 1]) if at else 0, int(self._escape_ends[at])
        return self._escapes.between(begin, end), self._escape_ranks.between(begin, end)

    def _packed(self, at: int) -> Array:
        return self._members.between(int(self._member_offsets[at]), int(self._member_offsets[at + 1]))
