"""Writes in which articles frequent terms stand, and how often, in the form of ``article_lists.py``.

What is known of some terms is put in that form as it comes; only the kinds of counts get their numbers at the end, by
how common they are.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np

from index.segment.array_file import ArrayFileWriter, smallest
from index.segment.article_lists import ESCAPE, LOW_BITS, WIDE, is_bitmap, member_bytes
from index.segment.position_lists_writer import half_bytes, unary
from index.segment.tokens import Array, Bytes, Numbers, stretches
from index.segment.waiting import Waiting

FREQUENT = 1024
"""Occurrences in a segment from which on a term's articles are kept."""

_LOW_COUNT_BITS = 4

_AT_ONCE = 1 << 20  # even: two numbers are a byte


def frequent_terms(counts: Numbers) -> int:
    """How many terms have their articles kept."""
    return int(np.count_nonzero(counts >= FREQUENT))


class ArticleListsWriter:
    """Takes the occurrences of all terms, some terms at a time, and writes what is kept of them.

    ``counts`` are the occurrences of the terms from 1 on, descending, in a text of so many ``documents`` with so many
    fields (``width``). Some of it waits in a file beside ``path``.
    """

    def __init__(self, counts: Numbers, documents: int, width: int, path: Path) -> None:
        self._counts, self._documents, self._width = counts, documents, width
        self._frequent = frequent_terms(counts)
        self._sizes: list[Numbers] = [np.zeros(0, np.int64)]
        self._members: list[Bytes] = [np.zeros(0, np.uint8)]
        self._lowest: list[Bytes] = [np.zeros(0, np.uint8)]
        self._kinds = _Kinds(width, path)
        self._taken = 0

    def add(self, terms: int, which: Numbers, fields: Array) -> None:
        """Takes so many more terms, which are all frequent or all not.

        Of each of their occurrences, in any order, it is which of them it is, and in which field. The fields of all
        articles are counted through.
        """
        bits = (self._documents * self._width).bit_length()
        kind = np.uint32 if bits + terms.bit_length() <= 32 else np.uint64
        keys: Array = which.astype(kind)
        keys <<= kind(bits)
        keys |= fields
        keys.sort()
        fields = keys.astype(np.uint32)
        fields &= np.uint32((1 << bits) - 1)
        articles = fields // np.uint32(self._width)
        counts = self._counts[self._taken : self._taken + terms]
        starts = counts.cumsum() - counts
        is_first = np.ones(len(articles), np.bool_)
        np.not_equal(articles[1:], articles[:-1], out=is_first[1:])
        is_first[starts] = True
        firsts = is_first.nonzero()[0]
        self._sizes.append(np.diff(firsts.searchsorted(np.append(starts, len(articles)))))
        if self._taken < self._frequent:
            fields -= articles * np.uint32(self._width)
            self._add_members(articles.take(firsts), self._sizes[-1])
            self._kinds.add(fields, firsts)
        self._taken += terms

    def write(self, file: ArrayFileWriter, prefix: str) -> None:
        """Writes everything, when all terms were taken."""
        sizes = np.concatenate(self._sizes)
        repeated = int(np.count_nonzero(self._counts > 1))
        file.add(f"{prefix}.articles", sizes[: self._frequent].astype(np.uint32))
        file.add(f"{prefix}.articles.rare", smallest(sizes[self._frequent : repeated]))
        file.add_parts(f"{prefix}.members.low8", self._lowest)
        file.add_parts(f"{prefix}.members", self._members)
        self._kinds.write(file, prefix, sizes[: self._frequent].cumsum())

    def _add_members(self, members: Array, sizes: Numbers) -> None:
        """The articles of some terms end to end, of each so many, as bitmaps or lists."""
        bitmaps = is_bitmap(sizes, self._documents)
        listed = members[~np.repeat(bitmaps, sizes)]
        self._lowest.append(listed.astype(np.uint8))
        room = member_bytes(sizes, self._documents)
        packed = np.empty(int(room.sum()), np.uint8)
        packed[~np.repeat(bitmaps, room)] = unary(listed, sizes[~bitmaps], LOW_BITS, self._documents)
        starts, places = np.cumsum(sizes) - sizes, np.cumsum(room) - room
        for term in bitmaps.nonzero()[0].tolist():
            bits = np.zeros(self._documents, np.bool_)
            bits[members[int(starts[term]) : int(starts[term]) + int(sizes[term])]] = True
            packed[int(places[term]) : int(places[term]) + int(room[term])] = np.packbits(bits, bitorder="little")
        self._members.append(packed)


class _Kinds:
    """The counts of terms in articles, each a row of one count a field, numbered as they come."""

    def __init__(self, width: int, path: Path) -> None:
        self._width = width
        self._numbers = Waiting(path)
        self._known: dict[tuple[int, ...], int] = {}
        self._how_often: list[int] = []

    def add(self, fields: Array, firsts: Numbers) -> None:
        """Takes the fields of all occurrences, a row of counts from each of ``firsts`` on.

        Rows of low counts, which nearly all are, fit into 16 bits, and are looked up in a table of all that do.
        """
        lengths = np.diff(firsts, append=len(fields))
        if self._width * _LOW_COUNT_BITS > 16:
            self._numbers.add(self._of_rows(fields, lengths).astype(np.uint32))
            return
        long = (lengths >> _LOW_COUNT_BITS).nonzero()[0]
        ones = (1 << _LOW_COUNT_BITS * np.arange(self._width)).astype(np.uint16)
        up_to = ones.take(fields).cumsum(dtype=np.uint16).take(np.append(firsts[1:], len(fields)) - 1)
        packed = np.diff(up_to, prepend=np.uint16(0))
        how_often = np.bincount(packed)
        how_often -= np.bincount(packed.take(long), minlength=len(how_often))
        found = how_often.nonzero()[0]
        numbers = np.zeros(len(how_often), np.int64)
        numbers[found] = self._known_numbers(
            found[:, np.newaxis] >> _LOW_COUNT_BITS * np.arange(self._width) & (1 << _LOW_COUNT_BITS) - 1,
            how_often.take(found),
        )
        numbers = numbers.take(packed)
        if len(long):
            lengths = lengths.take(long)
            of_long = fields.take(stretches(firsts.take(long), lengths))
            numbers[long] = self._of_rows(of_long, lengths)
        self._numbers.add(numbers.astype(np.uint32))

    def write(self, file: ArrayFileWriter, prefix: str, ends: Numbers) -> None:
        """Writes all rows, the commonest kind 0; ``ends`` are the numbers of rows up to the end of each term."""
        table = np.array(list(self._known), np.int64).reshape(-1, self._width)
        order = np.lexsort((*table.T, -np.array(self._how_often, np.int64)))
        ranks = np.empty(len(order), np.int64)
        ranks[order] = np.arange(len(order))
        count = self._numbers.size // np.dtype(np.uint32).itemsize
        escaped_of_terms = np.zeros(len(ends), np.int64)
        escapes, wide = [np.zeros(0, np.uint8)], [np.zeros(0, np.int64)]

        def packed() -> Iterator[Bytes]:
            for begin in range(0, max(count, 1), _AT_ONCE):
                numbers = np.empty(min(count - begin, _AT_ONCE), np.uint32)
                self._numbers.read(begin * numbers.itemsize, numbers)
                kinds = ranks.take(numbers)
                escaped = (kinds >= ESCAPE).nonzero()[0]
                beyond = kinds.take(escaped) - ESCAPE
                escapes.append(np.minimum(beyond, WIDE).astype(np.uint8))
                wide.append(beyond[beyond >= WIDE])
                of_terms = ends.searchsorted(escaped + begin, "right")
                escaped_of_terms[:] += np.bincount(of_terms, minlength=len(ends))
                yield half_bytes(np.minimum(kinds, ESCAPE).astype(np.uint8))

        file.add_parts(f"{prefix}.kinds", packed())
        in_bytes = np.concatenate(escapes)
        file.add(f"{prefix}.escapes", in_bytes)
        file.add(f"{prefix}.escapes.ends", escaped_of_terms.cumsum().astype(np.uint32))
        file.add(f"{prefix}.escapes.wide", (in_bytes == WIDE).nonzero()[0].astype(np.uint32))
        file.add(f"{prefix}.escapes.wide.kinds", smallest(np.concatenate(wide)))
        file.add(f"{prefix}.kinds.table", smallest(table.take(order, axis=0)))

    def _of_rows(self, fields: Array, lengths: Numbers) -> Numbers:
        """The number of each row of so many fields, whatever its counts."""
        of_rows = np.repeat(np.arange(len(lengths)), lengths) * self._width + fields
        rows = np.bincount(of_rows, minlength=len(lengths) * self._width).reshape(-1, self._width)
        order = np.lexsort(rows.T)
        rows = rows.take(order, axis=0)
        firsts = np.append(True, (rows[1:] != rows[:-1]).any(axis=1))[: len(rows)].nonzero()[0]
        how_often = np.diff(firsts, append=len(rows))
        numbers = np.empty(len(rows), np.int64)
        numbers[order] = np.repeat(self._known_numbers(rows.take(firsts, axis=0), how_often), how_often)
        return numbers

    def _known_numbers(self, rows: Numbers, how_often: Numbers) -> Numbers:
        """The numbers of different rows, of which each comes so often once more."""
        numbers = [self._known.setdefault(tuple(row), len(self._known)) for row in rows.tolist()]
        self._how_often += [0] * (len(self._known) - len(self._how_often))
        for number, count in zip(numbers, how_often.tolist(), strict=True):
            self._how_often[number] += count
        return np.array(numbers, np.int64)
