"""Writes in which articles frequent terms stand, and how often, in the form of ``article_lists.py``.

What is known of some terms is put in that form as it comes; only the kinds of counts get their numbers at the end, by
how common they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from index.segment.array_file import ArrayFileWriter, smallest
from index.segment.article_lists import ESCAPE, LOW_BITS, WIDE, is_bitmap, member_bytes
from index.segment.growing import Growing
from index.segment.position_lists_writer import half_bytes, unary
from index.segment.tokens import Array, Bytes, Numbers

FREQUENT = 1024
"""Occurrences in a segment from which on a term's articles are kept."""

_COUNT_BITS = 15  # four of them are a number that is not negative

_AT_ONCE = 1 << 20  # even: two numbers are a byte


class ArticleListsWriter:
    """Takes the occurrences of all terms, some terms at a time, and writes what is kept of them.

    ``counts`` are the occurrences of the terms from 1 on, descending, in a text of so many ``documents`` with so many
    fields (``width``).
    """

    def __init__(self, counts: Numbers, documents: int, width: int) -> None:
        self._counts, self._documents, self._width = counts, documents, width
        self._frequent = int(np.count_nonzero(counts >= FREQUENT))
        self._sizes: list[Numbers] = [np.zeros(0, np.int64)]
        self._members: list[Bytes] = [np.zeros(0, np.uint8)]
        self._lowest: list[Bytes] = [np.zeros(0, np.uint8)]
        self._kinds = _Kinds(int(counts[: self._frequent].sum()), width)
        self._taken = 0

    def add(self, terms: int, which: Numbers, fields: Array) -> None:
        """Takes so many more terms: which of them each of their occurrences is, and in which field it is.

        The fields of all articles are counted through, and the occurrences come in any order.
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
            self._add_members(articles, self._sizes[-1][:frequent])
            fields = fields[:occurrences] - np.repeat(articles, np.diff(firsts, append=occurrences)) * np.uint32(
                self._width
            )
            self._kinds.add(fields, firsts)

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

    def __init__(self, bound: int, width: int) -> None:
        self._width = width
        self._numbers = Growing(bound, np.uint16)
        self._known: dict[tuple[int, ...], int] = {}
        self._how_often: list[int] = []

    def add(self, fields: Array, firsts: Numbers) -> None:
        """Takes the fields of all occurrences, a row of counts from each of ``firsts`` on."""
        rows, which, how_often = self._rows(fields, firsts)
        numbers = [self._known.setdefault(tuple(row), len(self._known)) for row in rows]
        self._how_often += [0] * (len(self._known) - len(self._how_often))
        for number, count in zip(numbers, how_often.tolist(), strict=True):
            self._how_often[number] += count
        self._numbers.add(smallest(np.array(numbers, np.int64)).take(which))

    def write(self, file: ArrayFileWriter, prefix: str, ends: Numbers) -> None:
        """Writes all rows, the commonest kind 0; ``ends`` are the numbers of rows up to the end of each term."""
        order = np.argsort(-np.array(self._how_often, np.int64), kind="stable")
        ranks = np.empty(len(order), np.int64)
        ranks[order] = np.arange(len(order))
        numbers = self._numbers.array()
        escaped_of_terms = np.zeros(len(ends), np.int64)
        escapes, wide = [np.zeros(0, np.uint8)], [np.zeros(0, np.int64)]

        def packed() -> Iterator[Bytes]:
            for begin in range(0, max(len(numbers), 1), _AT_ONCE):
                kinds = ranks.take(numbers[begin : begin + _AT_ONCE])
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
        table = np.array(list(self._known), np.int64).reshape(-1, self._width)
        file.add(f"{prefix}.kinds.table", smallest(table.take(order, axis=0)))

    def _rows(self, fields: Array, firsts: Numbers) -> tuple[Sequence[Sequence[int]], Numbers, Numbers]:
        """The different rows of counts, which of them each is, and how many are alike.

        The counts of four fields fit into one number, of which those of all occurrences are added up.
        """
        longest = int(np.diff(firsts, append=len(fields)).max())
        shifts = _COUNT_BITS * np.arange(self._width)
        if self._width * _COUNT_BITS < 63 and not longest >> _COUNT_BITS:
            packed = np.add.reduceat((1 << shifts).take(fields), firsts)
            found, which, how_often = np.unique(packed, return_inverse=True, return_counts=True)
            return (found[:, np.newaxis] >> shifts & (1 << _COUNT_BITS) - 1).tolist(), which.reshape(-1), how_often
        columns = [np.add.reduceat((fields == field).astype(np.int64), firsts) for field in range(self._width)]
        rows = np.stack(columns, axis=1)
        found, which, how_often = np.unique(rows, axis=0, return_inverse=True, return_counts=True)
        return found.tolist(), which.reshape(-1), how_often
