"""Writes the text of a segment's articles in the form of ``text.py``, from tokens in memory."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.segment.array_file import ArrayFileWriter, smallest
from index.segment.article_lists_writer import ArticleListsWriter
from index.segment.field_edges import FieldEdges, first_articles
from index.segment.lexicon import write_lexicon
from index.segment.next_terms_writer import NextTermsWriter
from index.segment.position_lists_writer import Held, write_lists
from index.segment.tokens import BREAK, Numbers, Tokens

_SORTED_AT_ONCE = 1 << 20
"""Tokens: arrays of as many are what the memory of writing a segment goes up by while it is sorted."""


def write_text(file: ArrayFileWriter, prefix: str, tokens: Tokens) -> None:
    """Writes the text of all articles.

    The numbers of the terms become those that they are written under: a second array of them would take as much memory
    as all the rest. Raises ``OverflowError`` where the articles are too many for one segment.
    """
    totals = np.zeros(len(tokens.keys) + 1, np.int64)
    terms = tokens.terms
    for begin in range(0, len(terms), _SORTED_AT_ONCE):
        totals += np.bincount(terms[begin : begin + _SORTED_AT_ONCE], minlength=len(totals))
    counts, numbers, keys = by_frequency(totals[1:], tokens.keys)
    for begin in range(0, len(terms), _SORTED_AT_ONCE):
        terms[begin : begin + _SORTED_AT_ONCE] = numbers.take(terms[begin : begin + _SORTED_AT_ONCE])
    file.add(f"{prefix}.joints", np.packbits(tokens.joints, bitorder="little"))
    edges = write_articles(file, prefix, (terms == BREAK).nonzero()[0], tokens.lengths)
    positions, articles = _inverted(terms, counts, tokens.lengths, file.path)
    articles.write(file, prefix)
    del articles
    positions.write(file, prefix, edges)
    write_lexicon(file, prefix, keys)


def by_frequency(totals: Numbers, keys: Sequence[str]) -> tuple[Numbers, NDArray[np.uint32], Sequence[str]]:
    """The occurrences of the terms that occur, the commonest first; the new number of each old one; the keys.

    ``totals`` and ``keys`` are those of the old terms from 1 on; one that does not occur has the new number 0.
    """
    order = np.argsort(-totals, kind="stable")[: int(np.count_nonzero(totals))]
    numbers = np.zeros(len(keys) + 1, np.uint32)
    numbers[order + 1] = np.arange(1, len(order) + 1)
    return totals[order], numbers, [keys[at] for at in order.tolist()]


def groups(counts: Numbers, at_once: int) -> Iterator[tuple[int, int]]:
    """Terms that together occur some ``at_once`` times: the numbers of the first and of the one behind."""
    before = np.concatenate(([0], np.cumsum(counts)))
    first = 0
    while first < len(counts):
        behind = max(int(np.searchsorted(before, before[first] + at_once, "right")) - 1, first + 1)
        yield first + 1, behind + 1
        first = behind


def write_articles(file: ArrayFileWriter, prefix: str, breaks: Numbers, lengths: Numbers) -> FieldEdges:
    """Writes how many tokens there are, where the fields of the articles begin, their syllables, and the breaks.

    ``lengths`` has a row an article and a column a field: its tokens, breaks counted. Gives where the fields begin.
    """
    documents, width = lengths.shape
    edges = np.concatenate(([0], np.cumsum(lengths.reshape(-1))))
    size = int(edges[-1])
    file.fact(f"{prefix}.size", size)
    found = FieldEdges(smallest(edges).astype(np.uint32), width, smallest(first_articles(edges[::width])))
    file.add(f"{prefix}.tokens", smallest(lengths.reshape(-1)))
    file.add(f"{prefix}.articles.first", found.first_articles)
    write_lists(file, f"{prefix}.breaks", Held(breaks, np.zeros(1, np.int64), np.array([len(breaks)])), size)
    syllables = lengths - np.diff(np.searchsorted(breaks, edges)).reshape(documents, width)
    for field in range(width):
        file.add(f"{prefix}.lengths.{field}", smallest(syllables[:, field]))
    file.fact(f"{prefix}.fields", width)
    return found


def _inverted(
    terms: NDArray[np.uint32], counts: Numbers, lengths: Numbers, path: Path
) -> tuple[NextTermsWriter, ArticleListsWriter]:
    """Where the terms stand, a part of them at a time: to sort all tokens at once takes 40 bytes for each."""
    documents, width = lengths.shape
    edges = np.concatenate(([0], lengths.reshape(-1).cumsum()))
    positions = NextTermsWriter(len(terms), counts, path)
    articles = ArticleListsWriter(counts, documents, width)
    for first, behind in groups(counts, _SORTED_AT_ONCE):
        here = (terms - np.uint32(first) < behind - first).nonzero()[0]
        which = terms.take(here).astype(np.int64)
        which -= first
        positions.add(behind - first, which, here, terms.take(here + 1))
        in_fields = np.diff(here.searchsorted(edges))
        articles.add(behind - first, which, np.repeat(np.arange(lengths.size, dtype=np.uint32), in_fields))
    return positions, articles
