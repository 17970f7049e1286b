"""Writes the text of a segment's articles in the form of ``text.py``, from tokens in memory."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from index.segment import article_lists_writer, next_terms_writer
from index.segment.array_file import ArrayFileWriter, smallest
from index.segment.article_lists_writer import ArticleListsWriter
from index.segment.by_term import ByTerm, groups
from index.segment.field_edges import STRETCH_BITS, FieldEdges, first_articles
from index.segment.lexicon import write_lexicon
from index.segment.next_terms import HIGHEST
from index.segment.next_terms_writer import NextTermsWriter
from index.segment.packed_tokens import PackedTokens
from index.segment.position_lists_writer import Held, write_lists
from index.segment.tokens import Numbers

_SORTED_AT_ONCE = 1 << 20
"""Tokens: arrays of as many are what the memory of writing a segment goes up by while it is sorted."""


_BITS = 6
"""The first article is found of so many more tokens than are kept: nearly all places are in it then."""


def write_text(file: ArrayFileWriter, prefix: str, tokens: PackedTokens) -> None:
    """Writes the text of all articles, which is used up: its terms become those that they are written under.

    Raises ``OverflowError`` where the articles are too many for one segment.
    """
    lengths = tokens.lengths
    documents, width = lengths.shape
    counts, numbers, keys = by_frequency(tokens.counts(), tokens.keys)
    tokens.renumber(numbers)
    file.add(f"{prefix}.joints", tokens.packed_joints)
    cuts = [1 + next_terms_writer.frequent_terms(counts), 1 + article_lists_writer.frequent_terms(counts), HIGHEST]
    by_term = ByTerm(tokens, lengths.reshape(-1), list(groups(counts, _SORTED_AT_ONCE, cuts)), file.path)
    positions = NextTermsWriter(tokens.size, counts, file.path)
    tokens.clear()
    edges = write_articles(file, prefix, by_term.breaks, lengths)
    articles = ArticleListsWriter(counts, documents, width, file.path)
    for some in by_term.occurrences():
        positions.add(some.behind - some.first, some.which, some.places, some.after)
        articles.add(some.behind - some.first, some.which, some.fields)
    articles.write(file, prefix)
    del articles, by_term
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


def write_articles(file: ArrayFileWriter, prefix: str, breaks: Numbers, lengths: Numbers) -> FieldEdges:
    """Writes how many tokens there are, where the fields of the articles begin, their syllables, and the breaks.

    ``lengths`` has a row an article and a column a field: its tokens, breaks counted. Gives where the fields begin.
    """
    documents, width = lengths.shape
    edges = np.concatenate(([0], np.cumsum(lengths.reshape(-1))))
    size = int(edges[-1])
    file.fact(f"{prefix}.size", size)
    firsts = first_articles(edges[::width], _BITS)
    file.add(f"{prefix}.tokens", smallest(lengths.reshape(-1)))
    file.add(f"{prefix}.articles.first", smallest(firsts[:: 1 << STRETCH_BITS - _BITS]))
    write_lists(file, f"{prefix}.breaks", Held(breaks, np.zeros(1, np.int64), np.array([len(breaks)])), size)
    syllables = lengths - np.diff(np.searchsorted(breaks, edges)).reshape(documents, width)
    for field in range(width):
        file.add(f"{prefix}.lengths.{field}", smallest(syllables[:, field]))
    file.fact(f"{prefix}.fields", width)
    return FieldEdges(smallest(edges).astype(np.uint32), width, lambda: firsts.astype(np.uint32), _BITS)
