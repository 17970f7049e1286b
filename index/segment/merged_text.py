"""Several texts become one, term by term: it is written from their lists, and never put together itself.

What is merged is read some terms at a time, as it is written, so that memory holds the places of the new text once, in
four bytes each, and little besides: what comes in tokens takes three times as much (``text_writer.py``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from index.segment.array_file import ArrayFileWriter
from index.segment.article_lists_writer import ArticleListsWriter
from index.segment.columns import KeyNumbers
from index.segment.lexicon import write_lexicon
from index.segment.next_terms import HIGHEST
from index.segment.next_terms_writer import NextTermsWriter
from index.segment.text import Text
from index.segment.text_writer import by_frequency, groups, write_articles
from index.segment.tokens import Bytes, Flags, Numbers

Terms = NDArray[np.uint32]

_JOINTS_AT_ONCE = 1 << 20

_SORTED_AT_ONCE = 1 << 19
"""Tokens: what is read of so many takes a hundred bytes for each."""


class Part:
    """A text that becomes part of another one, of its articles those that are ``live``; all of them without."""

    def __init__(self, text: Text, live: Flags | None = None) -> None:
        self.text = text
        self.live = None if live is None or live.all() else live
        lengths = np.diff(text.edges.astype(np.int64)).reshape(-1, text.fields)
        self.lengths = lengths if self.live is None else lengths[self.live]
        """The tokens of each field of the articles that are kept."""
        self.size = int(self.lengths.sum())
        sizes = lengths.sum(axis=1)
        if self.live is not None:
            sizes *= self.live
        self._shifts = sizes.cumsum() - sizes - text.starts[:-1]
        self._high_places, self._high_terms = self._high()

    def shift(self, places: Numbers, articles: Numbers) -> Numbers:
        """Places as they are when what is not kept is gone, in these articles, which are kept."""
        return places + self._shifts.take(articles)

    def counts(self) -> Numbers:
        """How often each term from 1 on occurs in what is kept."""
        everything = self.text.terms.counts()
        if self.live is None:
            return everything
        found = np.zeros(len(everything), np.int64)
        for first, behind in groups(everything, _SORTED_AT_ONCE):
            which, _, _ = self.occurrences(np.arange(first, behind))
            found[first - 1 : behind - 1] = np.bincount(which, minlength=behind - first)
        return found

    def occurrences(self, terms: Numbers) -> tuple[Numbers, Numbers, Numbers]:
        """Which of some terms stands where in what is kept, and the term behind it (``NextTerms.occurrences``)."""
        which, places, after = self.text.terms.occurrences(terms)
        unsure = (after == HIGHEST).nonzero()[0]
        if len(unsure):
            after[unsure] = self._high_terms.take(self._high_places.searchsorted(places.take(unsure) + 1))
        if self.live is not None:
            articles = self.text.articles_at(places)
            keep = self.live.take(articles).nonzero()[0]
            which, after = which.take(keep), after.take(keep)
            places = self.shift(places.take(keep), articles.take(keep))
        return which, places, after

    def breaks(self) -> Numbers:
        """Where the breaks of what is kept are."""
        breaks = self.text.breaks
        if self.live is None:
            return breaks
        articles = self.text.articles_at(breaks)
        keep = self.live.take(articles).nonzero()[0]
        return self.shift(breaks.take(keep), articles.take(keep))

    def joints(self) -> Iterator[Flags]:
        """The joints of what is kept, those of some articles at a time."""
        starts = self.text.starts.astype(np.int64)
        first, articles = 0, self.text.articles
        while first < articles:
            behind = max(int(starts.searchsorted(starts[first] + _JOINTS_AT_ONCE, "right")) - 1, first + 1)
            here = self.text.joints(int(starts[first]), int(starts[behind]))
            if self.live is not None:
                here = here[np.repeat(self.live[first:behind], np.diff(starts[first : behind + 1]))]
            yield here
            first = behind

    def _high(self) -> tuple[Numbers, Numbers]:
        """The places of the terms of which it is only said that they stand behind others, ascending, and the terms."""
        high = np.arange(HIGHEST, self.text.terms.terms)
        if not len(high):
            return high, high
        which, places, _ = self.text.terms.occurrences(high)
        order = places.argsort()
        return places.take(order), high.take(which.take(order))


def write_merged_text(file: ArrayFileWriter, prefix: str, parts: Sequence[Part]) -> None:
    """Writes what is kept of the parts, one behind the other, in the form of ``text.py``."""
    counts, keys, terms = _numbered(parts)
    file.add_parts(f"{prefix}.joints", _packed_joints(parts))
    firsts = np.cumsum([0, *(part.size for part in parts)]).tolist()
    breaks = np.concatenate([part.breaks() + first for part, first in zip(parts, firsts, strict=False)])
    edges = write_articles(file, prefix, breaks, np.concatenate([part.lengths for part in parts]))
    positions = NextTermsWriter(firsts[-1], counts, file.path)
    articles = ArticleListsWriter(counts, edges.articles, edges.fields)
    in_order = [of_part.argsort().astype(np.uint32) for of_part in terms]
    for first, behind in groups(counts, _SORTED_AT_ONCE):
        rows = []
        for part, at, new, order in zip(parts, firsts, terms, in_order, strict=False):
            begin, end = new.searchsorted((first, behind), sorter=order).tolist()
            old = order[begin:end].astype(np.int64)
            which, places, after = part.occurrences(old)
            part.text.file.forget()
            rows.append((new.take(old).take(which).astype(np.int64) - first, places + at, new.take(after)))
        which, places, after = map(np.concatenate, zip(*rows, strict=True))
        positions.add(behind - first, which, places, after)
        located = edges.located(places)
        articles.add(behind - first, which, (located[0] * edges.fields + located[1]).astype(np.uint32))
    articles.write(file, prefix)
    del articles
    positions.write(file, prefix, edges)
    write_lexicon(file, prefix, keys)


def _packed_joints(parts: Sequence[Part]) -> Iterator[Bytes]:
    """The joints of all parts, eight a byte."""
    left = np.zeros(0, np.bool_)
    for part in parts:
        for here in part.joints():
            flags = np.concatenate((left, here))
            whole = len(flags) & ~7
            left = flags[whole:]
            yield np.packbits(flags[:whole], bitorder="little")
    yield np.packbits(left, bitorder="little")


def _numbered(parts: Sequence[Part]) -> tuple[Numbers, Sequence[str], Sequence[Terms]]:
    """The terms of all parts together, their counts and their keys; and the number of each part's terms among them."""
    numbers = KeyNumbers()
    known = [np.array([0, *map(numbers.number, part.text.lexicon.keys())], np.int64) for part in parts]
    totals = np.zeros(len(numbers.keys), np.int64)
    for part, of_part in zip(parts, known, strict=True):
        totals[of_part[1:] - 1] += part.counts()
    counts, new, keys = by_frequency(totals, numbers.keys)
    return counts, keys, [new.take(of_part) for of_part in known]
