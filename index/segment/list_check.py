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


class ListCheck:
    """Compares the lists of articles of a text with the text itself, which it is given article by article."""

    def __init__(self, text: Text) -> None:
        self._text = text
        frequent, counts = len(text.lists.sizes), text.terms.counts()
        self._of_terms, self._of_articles = drawn(frequent, 1), drawn(text.articles, 2)
        self._of_fields = drawn(text.fields, 3)
        self._of_all_terms = np.zeros(1 + len(counts), np.uint64)
        self._of_all_terms[1 : frequent + 1] = self._of_terms[: len(counts)]
        self._rows = np.multiply.outer(self._of_articles, self._of_fields).reshape(-1)
        self._added = _Added(text, frequent, int(counts[frequent:].sum()))
        self._terms = len(counts)

    def take(self, first: int, behind: int, terms: NDArray[np.uint32]) -> None:
        """Takes the terms of the articles ``[first, behind)``."""
        text = self._text
        start = text.field_start(first, 0)
        for begin, starts, fields in _in_parts(text, first * text.fields, behind * text.fields):
            here = terms[begin - start : begin - start + int(starts[-1])]
            sums = np.add.reduceat(self._of_all_terms.take(here), starts[:-1])
            self._added.occurrences += sums.dot(self._rows.take(fields))
            self._added.take_rare(here, starts, fields // text.fields)

    def faults(self) -> Iterator[str]:
        """What is wrong with the lists, when all articles were taken."""
        frequent = len(self._of_terms)
        if frequent > self._terms:
            yield "lists of articles that no term has"
            return
        listed = _listed(self._text.lists, self._text.articles, self._of_articles, self._of_fields)
        if listed is None or listed.dot(self._of_terms) != self._added.occurrences[0]:
            yield "a frequent term's articles or counts are wrong"
            return
        sizes = self._text.lists.all_sizes(self._terms)[frequent:]
        if not np.array_equal(self._added.rare_sizes(self._terms), sizes):
            yield "a term's number of articles is wrong"


def _in_parts(text: Text, first: int, behind: int) -> Iterator[tuple[int, Numbers, Numbers]]:
    """Some fields, those in which there is a token, some at a time: the place of the first of their tokens, where each
    begins from there on, and the last one ends; and their numbers, counted through all articles.
    """
    edges = text.edges[first : behind + 1].astype(np.int64)
    fields = (edges[1:] > edges[:-1]).nonzero()[0]
    starts = np.append(edges.take(fields), edges[-1])
    fields += first
    at = 0
    while at < len(fields):
        begin = int(starts[at])
        end = max(int(starts.searchsorted(begin + _AT_ONCE, "right")) - 1, at + 1)
        yield begin, starts[at : end + 1] - begin, fields[at:end]
        at = end


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
