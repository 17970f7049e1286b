"""Are the lists of articles those of a text? Both are added up, and all that was added is in the sum.

Every term, every article and every field has a number of 64 bits, as good as drawn by lot, and an occurrence is the
product of its three, modulo 2 ** 64. What the lists of frequent terms say has to add up to what the text does. Sums ask
for no order, so nothing is sorted: a token takes 3 ns, where to sort all of them takes twenty. Lists that differ from a
text in a single count never add up to the same, for no number is even, and any others by a chance of one in 2 ** 48:
the difference is a polynomial of the third degree in numbers that know nothing of the lists. Of other terms the
articles are counted.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from index.segment.article_lists import ArticleLists
from index.segment.hashes import Hashes, drawn
from index.segment.text import Text
from index.segment.tokens import Numbers

_AT_ONCE = 1 << 17


def list_faults(text: Text, terms: NDArray[np.uint32]) -> Iterator[str]:
    """What is wrong with the lists of articles of a text, its ``terms`` put together and as many as is said."""
    frequent, counts = len(text.lists.sizes), text.terms.counts()
    if frequent > len(counts):
        yield "lists of articles that no term has"
        return
    of_terms, of_articles, of_fields = drawn(frequent, 1), drawn(text.articles, 2), drawn(text.fields, 3)
    of_all_terms = np.zeros(1 + len(counts), np.uint64)
    of_all_terms[1 : frequent + 1] = of_terms
    rows = np.multiply.outer(of_articles, of_fields).reshape(-1)
    added = _Added(text, frequent, int(counts[frequent:].sum()))
    for begin, starts, fields in _in_parts(text):
        here = terms[begin : begin + int(starts[-1])]
        added.occurrences += np.add.reduceat(of_all_terms.take(here), starts[:-1]).dot(rows.take(fields))
        added.take_rare(here, starts, fields // text.fields)
    listed = _listed(text.lists, text.articles, of_articles, of_fields)
    if listed is None or listed.dot(of_terms) != added.occurrences[0]:
        yield "a frequent term's articles or counts are wrong"
        return
    if not np.array_equal(added.rare_sizes(len(counts)), text.lists.all_sizes(len(counts))[frequent:]):
        yield "a term's number of articles is wrong"


def _in_parts(text: Text) -> Iterator[tuple[int, Numbers, Numbers]]:
    """All fields in which there is a token, some at a time: the place of the first of their tokens, where each begins
    from there on, and the last one ends; and their numbers, counted through all articles.
    """
    edges = text.edges.astype(np.int64)
    fields = (edges[1:] > edges[:-1]).nonzero()[0]
    starts = np.append(edges.take(fields), edges[-1])
    first = 0
    while first < len(fields):
        begin = int(starts[first])
        behind = max(int(starts.searchsorted(begin + _AT_ONCE, "right")) - 1, first + 1)
        yield begin, starts[first : behind + 1] - begin, fields[first:behind]
        first = behind


class _Added:
    """What the text comes to: the sum of the occurrences of its frequent terms, and the articles of all others."""

    def __init__(self, text: Text, frequent: int, rare: int) -> None:
        self.occurrences = np.zeros(1, np.uint64)
        self._frequent, self._article_bits = np.uint32(frequent), np.uint64(text.articles.bit_length())
        self._rare, self._taken = np.empty(rare, np.uint64), 0

    def take_rare(self, terms: NDArray[np.uint32], starts: Numbers, articles: Numbers) -> None:
        """Takes the tokens of some fields, of which the articles are given, as numbers: the term above the article."""
        chosen = (terms > self._frequent).nonzero()[0]
        found = self._rare[self._taken : self._taken + len(chosen)]
        found[:] = terms.take(chosen)
        found <<= self._article_bits
        found |= articles.take(starts.searchsorted(chosen, "right") - 1).view(np.uint64)
        self._taken += len(chosen)

    def rare_sizes(self, terms: int) -> Numbers:
        """In how many articles each of the terms stands that are not frequent, of so many terms."""
        self._rare.sort()
        is_first = np.ones(len(self._rare), np.bool_)
        np.not_equal(self._rare[1:], self._rare[:-1], out=is_first[1:])
        which = (self._rare[is_first] >> self._article_bits).view(np.int64)
        found: Numbers = np.bincount(which, minlength=terms + 1)[int(self._frequent) + 1 :]
        return found


def _listed(lists: ArticleLists, documents: int, of_articles: Hashes, of_fields: Hashes) -> Hashes | None:
    """What the list of each frequent term adds up to; ``None`` for one out of order, or with articles it is not in."""
    if not lists.table.any(axis=1).all():
        return None
    of_kinds = lists.table.astype(np.uint64).dot(of_fields)
    kinds, begin = lists.all_kinds(), 0
    found = np.zeros(len(lists.sizes), np.uint64)
    for at, size in enumerate(lists.sizes.tolist()):
        articles = lists.articles(at + 1)
        if len(articles) != size or (articles[1:] <= articles[:-1]).any() or (size and articles[-1] >= documents):
            return None
        found[at] = of_articles.take(articles).dot(of_kinds.take(kinds[begin : begin + size]))
        begin += size
    return found
