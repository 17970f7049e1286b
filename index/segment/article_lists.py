"""In which articles does a frequent term stand, and how often in each of their fields?

For rare terms this follows from their places soon enough; for those with a thousand occurrences or more it is kept. A
list of articles is a bitmap where the term stands in more than one article in nine, else an Elias-Fano list with eight
low bits. How often the term stands in each field of an article (its counts) is one of some hundred or thousand
combinations, the segment's kinds of counts; the fifteen commonest have a half byte, and the others an escape.

Arrays: ``articles``, the number of articles of each frequent term, and ``articles.rare``, of all others that occur more
than once; ``members``, bitmaps and unary parts; ``members.low8``; ``kinds``, a half byte an article and term;
``escapes``, what the half bytes of 15 could not say, in order, a byte each, and ``escapes.ends``, where each term's
end; ``escapes.wide``, which of these bytes could not say it either, and ``escapes.wide.kinds``, what it is;
``kinds.table``, the counts of each kind, a column a field. Which half bytes are 15 is counted when it is asked: to keep
for each where it stands would take twice as much as the byte and a half that it takes without.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from index.segment.array_file import ArrayFile
from index.segment.position_lists import above, half_bytes_at, ones, read_half_bytes, set_before, unary_bytes
from index.segment.tokens import Array, Flags, Numbers

LOW_BITS = 8
"""The lowest bits of the articles in a list, which are kept as they are."""

ESCAPE = 15
"""The half byte that stands for every kind from this one on."""

WIDE = 255
"""The byte of an escape that stands for every kind from this one on, counted from ``ESCAPE``."""

_BITMAP_FROM = 9

_DEARER = 100
"""To look an article up takes as long as to look at so many one after the other."""

_FEW = 4
"""Terms that are sooner looked up one by one."""


def is_bitmap(sizes: Array, documents: int) -> Flags:
    """Whether lists of so many articles are kept as bitmaps."""
    return np.greater(sizes.astype(np.int64) * _BITMAP_FROM, documents)


def member_bytes(sizes: Array, documents: int) -> Numbers:
    """The bytes of bitmaps and unary parts of lists of so many articles."""
    return np.where(is_bitmap(sizes, documents), documents + 7 >> 3, unary_bytes(sizes, LOW_BITS, documents))


_LOWEST_OF_HALVES = np.uint64(0x1111_1111_1111_1111)


class _Bits:
    """Some places among bits: where each is among words of 64 of them, worked out once for all that have such bits."""

    def __init__(self, places: Numbers) -> None:
        self.words = places >> 6
        self._above = ~places
        self._above &= 63

    def set_before(self, words: NDArray[np.uint64]) -> Numbers:
        """How many bits are set before each of these places, all of which are set themselves."""
        up_to = words.take(self.words)
        up_to <<= self._above.view(np.uint64)  # a mask for each place, from a table, takes twice as long
        found = set_before(words).take(self.words)
        found += np.bitwise_count(up_to)
        found -= 1
        return found


def _words(packed: Array) -> NDArray[np.uint64]:
    """Bytes as words of eight, the last filled up with zeros."""
    words = np.zeros(len(packed) + 7 >> 3, np.uint64)
    words.view(np.uint8)[: len(packed)] = packed
    return words


def _escapes_before(packed: Array, places: Numbers, first: int) -> Numbers:
    """How many half bytes are 15 before each of some such among them, from the ``first`` on, which is 0 or 1."""
    words = _words(packed)
    words &= words >> np.uint64(1)
    words &= words >> np.uint64(2)
    words &= _LOWEST_OF_HALVES  # set where all four bits of a half byte were
    words[0] &= ~np.uint64(first)
    return _Bits(places << 2).set_before(words)


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
        self._escapes, self._escape_ends = file.pieces(f"{prefix}.escapes"), file[f"{prefix}.escapes.ends"]
        self._wide, self._wide_kinds = file[f"{prefix}.escapes.wide"], file[f"{prefix}.escapes.wide.kinds"]
        self._is_bitmap = is_bitmap(self.sizes, documents)
        self._offsets = np.concatenate(([0], np.cumsum(self.sizes)))
        self._low_offsets = np.concatenate(([0], np.cumsum(np.where(self._is_bitmap, 0, self.sizes))))
        self._member_offsets = np.concatenate(([0], np.cumsum(member_bytes(self.sizes, documents))))

    def __contains__(self, term: int) -> bool:
        return 0 < term <= len(self.sizes)

    def size(self, term: int) -> int:
        """The number of articles in which any term stands."""
        rare = term - 1 - len(self.sizes)
        if rare < 0:
            return int(self.sizes[term - 1])
        return int(self._rare_sizes[rare]) if rare < len(self._rare_sizes) else 1

    def size_of(self, terms: Sequence[int]) -> int:
        """The same of some terms together."""
        if len(terms) < _FEW:
            return sum(map(self.size, terms))
        at = np.array(terms, np.int64) - 1
        frequent, rare = at[at < len(self.sizes)], at[at >= len(self.sizes)] - len(self.sizes)
        known = rare[rare < len(self._rare_sizes)]
        found = self.sizes.take(frequent).sum() + self._rare_sizes.take(known).sum(dtype=np.int64)
        return int(found) + len(rare) - len(known)

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
        found = above(packed, LOW_BITS)
        found |= self._low.between(int(self._low_offsets[at]), int(self._low_offsets[at + 1]))
        return found

    def kinds(self, term: int) -> Array:
        """The kind of a frequent term's counts in each of its articles: a row of ``table``."""
        at = term - 1
        found = read_half_bytes(self._kinds, int(self._offsets[at]), int(self._offsets[at + 1]))
        escaped = (found == ESCAPE).nonzero()[0]
        if not len(escaped):
            return found
        widened = found.astype(np.int64)
        widened[escaped] += self._escaped(at, np.arange(len(escaped)))
        return widened

    def all_kinds(self) -> Array:
        """The same of all frequent terms, one behind the other.

        Raises ``ValueError`` where escapes do not stand beside those half bytes that need one.
        """
        found = read_half_bytes(self._kinds, 0, int(self._offsets[-1]))
        escapes = self._escapes.whole().astype(np.uint32)
        escaped = (found == ESCAPE).nonzero()[0]
        wide = (escapes == WIDE).nonzero()[0]
        if (
            len(escapes) != len(escaped)
            or not np.array_equal(escaped.searchsorted(self._offsets[1:]), self._escape_ends)
            or not np.array_equal(wide, self._wide)
            or len(wide) != len(self._wide_kinds)
        ):
            raise ValueError("counts that are not among the commonest are not where they should be")
        escapes[wide] = self._wide_kinds
        widened = found.astype(np.uint32)
        widened[escaped] += escapes
        return widened

    def flags(self, term: int) -> Flags:
        """For each article whether a frequent term stands in it."""
        at = term - 1
        if self._is_bitmap[at]:
            return self._unpacked(self._packed(at))
        found = np.zeros(self._documents, np.bool_)
        found[self.articles(term)] = True
        return found

    def among(self, term: int, asked: Flags) -> tuple[Numbers, Array]:
        """Those of a frequent term's articles that are asked about, and their kinds."""
        if self._is_bitmap[term - 1]:
            articles = (self.flags(term) & asked).nonzero()[0]
            ranks = _Bits(articles).set_before(_words(self._packed(term - 1)))
        else:
            articles = self.articles(term)
            ranks = asked.take(articles).nonzero()[0]
            articles = articles.take(ranks)
        return articles, self._kinds_at(term, ranks)

    def of_some(self, term: int, articles: Numbers) -> tuple[Numbers, Array]:
        """Which of some ascending articles a frequent term stands in, by their places, and the kinds of these."""
        is_many = len(articles) * _DEARER > self._documents
        if self._is_bitmap[term - 1]:
            packed = self._packed(term - 1)
            if is_many:
                inside = self._unpacked(packed).take(articles).nonzero()[0]
            else:
                inside = (packed.take(articles >> 3) >> (articles & 7).astype(np.uint8) & np.uint8(1)).nonzero()[0]
            ranks = _Bits(articles.take(inside)).set_before(_words(packed))
        else:
            everything = self.articles(term)
            if is_many:
                place = np.full(self._documents, -1)
                place[articles] = np.arange(len(articles))
                places = place.take(everything)
                ranks = (places >= 0).nonzero()[0]
                inside = places.take(ranks)
            else:
                ranks = everything.searchsorted(articles)
                inside = (everything.take(ranks, mode="clip") == articles).nonzero()[0]
                ranks = ranks.take(inside)
        return inside, self._kinds_at(term, ranks)

    def common(self, terms: Sequence[int], asked: Flags | None) -> tuple[Numbers, list[Array]]:
        """The articles that are asked about in which all of some frequent terms stand, and each term's kinds."""
        lists = {term: self.articles(term) for term in sorted(terms, key=self.size) if not self._is_bitmap[term - 1]}
        packed = {term: self._packed(term - 1) for term in terms if term not in lists}
        flags = asked
        if packed:
            flags = self._unpacked(np.bitwise_and.reduce([*packed.values()]))
            flags = flags if asked is None else flags & asked
        ranks: dict[int, Numbers] = {}
        for term, articles in lists.items():
            ranks[term] = np.arange(len(articles)) if flags is None else flags.take(articles).nonzero()[0]
            found = articles.take(ranks[term])
            if len(lists) > 1:
                flags = np.zeros(self._documents, np.bool_)
                flags[found] = True
        if not lists:
            assert flags is not None
            found = flags.nonzero()[0]
        for term in list(lists)[:-1]:
            assert flags is not None
            ranks[term] = flags.take(lists[term]).nonzero()[0]
        bits = _Bits(found)
        ranks |= {term: bits.set_before(_words(here)) for term, here in packed.items()}
        return found, [self._kinds_at(term, ranks[term]) for term in terms]

    def _kinds_at(self, term: int, ranks: Numbers) -> Array:
        """The kinds of some of a term's articles, by their ranks among these."""
        at = term - 1
        begin, end = int(self._offsets[at]), int(self._offsets[at + 1])
        packed, places = self._kinds.between(begin >> 1, end + 1 >> 1), ranks + (begin & 1)
        kinds: Array = half_bytes_at(packed, places)
        escaped = (kinds == ESCAPE).nonzero()[0]
        if len(escaped):
            kinds = kinds.astype(np.int64)
            kinds[escaped] += self._escaped(at, _escapes_before(packed, places.take(escaped), begin & 1))
        return kinds

    def _escaped(self, at: int, numbers: Numbers) -> Numbers:
        """Some of the escapes of a term, by their numbers among these."""
        begin, end = int(self._escape_ends[at - 1]) if at else 0, int(self._escape_ends[at])
        found = self._escapes.between(begin, end).take(numbers).astype(np.int64)
        wide = (found == WIDE).nonzero()[0]
        if len(wide):
            found[wide] = self._wide_kinds.take(self._wide.searchsorted(begin + numbers.take(wide)))
        return found

    def _unpacked(self, packed: Array) -> Flags:
        return np.unpackbits(packed, count=self._documents, bitorder="little").view(np.bool_)

    def _packed(self, at: int) -> Array:
        return self._members.between(int(self._member_offsets[at]), int(self._member_offsets[at + 1]))
