"""Are the lists of articles those of a text? Each token as one number: its term, its article and its field, sorted.

So the tokens of each term stand together, in the order of their articles. What the lists of a frequent term say is
written out as such numbers, too, and both have to be the same; of other terms the articles are counted. The numbers
have 32 bits, which sort twice as fast as 64, so terms are gone through as many at a time as there are bits for.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.segment.article_lists import ArticleLists
from index.segment.text import Text
from index.segment.tokens import Numbers

_AT_ONCE = 1 << 19

Rows = NDArray[np.uint32]


@dataclass(frozen=True, slots=True)
class _Bits:
    """How a number is made up: the field below, the article above it, the term above both."""

    field: int
    article: int

    @property
    def terms(self) -> int:
        """The terms that there is room for."""
        return 1 << 32 - self.article - self.field


def list_faults(text: Text, terms: NDArray[np.uint32], counts: Numbers) -> Iterator[str]:
    """What is wrong with the lists of articles of a text, its ``terms`` put together, with the ``counts`` of each."""
    bits = _Bits((text.fields - 1).bit_length(), text.articles.bit_length())
    fields = (np.arange(text.articles)[:, np.newaxis] << bits.field) + np.arange(text.fields)
    edges = text.edges.astype(np.int64)
    where = np.repeat(fields.astype(np.uint32).reshape(-1), edges[1:] - edges[:-1])
    sizes = text.lists.all_sizes(len(counts) - 1)
    for first in range(1, len(counts), bits.terms):
        of_terms = counts[first : first + bits.terms]
        rows = _sorted_rows(terms, where, first, int(of_terms.sum()), bits)
        ends = of_terms.cumsum()
        begin = 0
        while begin < len(of_terms):
            before = int(ends[begin - 1]) if begin else 0
            end = max(int(ends.searchsorted(before + _AT_ONCE, "right")), begin + 1)
            frequent = min(max(len(text.lists.sizes) + 1 - first, begin), end)
            edge = int(ends[frequent - 1]) if frequent else 0
            if begin < frequent and not _are_those_of(text.lists, rows[before:edge], first, begin, frequent, bits):
                yield "a frequent term's articles or counts are wrong"
                return
            found = _articles(rows[edge : int(ends[end - 1])], begin, end, bits)
            if (found[frequent - begin :] != sizes[first - 1 + frequent : first - 1 + end]).any():
                yield "a term's number of articles is wrong"
                return
            begin = end


def _sorted_rows(terms: NDArray[np.uint32], where: Rows, first: int, count: int, bits: _Bits) -> Rows:
    """The tokens of the terms from the ``first`` on for which there is room, which are so many."""
    rows = np.empty(count, np.uint32)
    at = 0
    for begin in range(0, len(terms), _AT_ONCE):
        here = terms[begin : begin + _AT_ONCE] - np.uint32(first)  # the break comes to be the highest of all
        chosen = (here < min(bits.terms, np.iinfo(np.uint32).max)).nonzero()[0]
        found = here.take(chosen) << np.uint32(bits.article + bits.field)
        found |= where[begin : begin + _AT_ONCE].take(chosen)
        rows[at : at + len(found)] = found
        at += len(found)
    rows.sort()
    return rows


def _are_those_of(lists: ArticleLists, rows: Rows, first: int, begin: int, end: int, bits: _Bits) -> bool:
    """Whether some rows are what the lists of the frequent terms ``[first + begin, first + end)`` say."""
    articles = [lists.articles(first + at) + (at << bits.article) for at in range(begin, end)]
    listed = np.concatenate(articles)
    kinds = np.concatenate([lists.kinds(first + at) for at in range(begin, end)])
    totals = lists.table.sum(axis=1).take(kinds)
    if (listed[1:] <= listed[:-1]).any() or not totals.all() or int(totals.sum()) != len(rows):
        return False
    said = (listed.astype(np.uint32)[:, np.newaxis] << np.uint32(bits.field)) + np.arange(
        lists.table.shape[1], dtype=np.uint32
    )
    return np.array_equal(np.repeat(said.reshape(-1), lists.table.take(kinds, axis=0).reshape(-1)), rows)


def _articles(rows: Rows, begin: int, end: int, bits: _Bits) -> Numbers:
    """In how many articles each of the terms ``[begin, end)`` stands, by their sorted rows."""
    articles = rows >> np.uint32(bits.field)
    is_first = np.ones(len(articles), np.bool_)
    np.not_equal(articles[1:], articles[:-1], out=is_first[1:])
    found: Numbers = np.bincount(articles[is_first] >> np.uint32(bits.article), minlength=end)[begin:end]
    return found
