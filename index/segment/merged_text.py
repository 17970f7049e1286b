"""Several texts become one: each is put together out of its lists, and all are written as what was gathered is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.segment.array_file import ArrayFileWriter
from index.segment.columns import KeyNumbers
from index.segment.next_terms import HIGHEST
from index.segment.packed_tokens import Low, PackedTokens
from index.segment.text import Text
from index.segment.text_writer import write_text
from index.segment.tokens import Flags, Numbers
from index.segment.whole_text import all_lists

_AT_ONCE = 1 << 20

_NONE = np.zeros(0, np.int64)


@dataclass(frozen=True, slots=True)
class Part:
    """A text that becomes part of another one, of its articles those that are ``live``."""

    text: Text
    live: Flags


def write_merged_text(file: ArrayFileWriter, prefix: str, parts: Sequence[Part]) -> None:
    """Writes what is kept of the parts, one behind the other, in the form of ``text.py``."""
    numbers = KeyNumbers()
    tokens = PackedTokens(numbers.keys)
    for part in parts:
        known = np.array([0, *map(numbers.number, part.text.lexicon.keys())], np.uint32)
        _add(tokens, part, known)
    write_text(file, prefix, tokens)


def _add(tokens: PackedTokens, part: Part, numbers: NDArray[np.uint32]) -> None:
    """Puts the tokens of a part behind those that are there; its terms get other numbers."""
    text, live, kept = part.text, part.live, 0
    low = tokens.room(text.size)
    high_places, high_terms = _scatter(text, numbers, low)
    high_stay = np.zeros(len(high_places), np.bool_)
    sizes = (text.starts[1:] - text.starts[:-1]).astype(np.int64)
    for first, behind in _articles(text):
        begin, end = int(text.starts[first]), int(text.starts[behind])
        stays = np.repeat(live[first:behind], sizes[first:behind])
        tokens.add_joints(text.joints(begin, end)[stays])
        some = slice(*high_places.searchsorted((begin, end)).tolist())
        high_stay[some] = stays.take(high_places[some] - begin)
        here = low[begin:end][stays]
        low[kept : kept + len(here)] = here
        kept += len(here)
        text.file.forget()
    del low
    tokens.cut(text.size - kept, high_terms[high_stay])
    lengths = (text.edges[1:] - text.edges[:-1]).astype(np.int64)
    tokens.add_lengths(lengths.reshape(-1, text.fields)[live])


def _scatter(text: Text, numbers: NDArray[np.uint32], low: Low) -> tuple[Numbers, Numbers]:
    """Puts every term to its places, ``HIGHEST`` for any from there on; gives the places of these, and the terms."""
    places_of, terms_of = [_NONE], [_NONE]
    for each, firsts, _ in all_lists(text.terms):
        terms = numbers.take(firsts)
        narrow = np.minimum(terms, HIGHEST).astype(np.uint16)
        for first, behind, lengths, places in each.in_order():
            low[places] = np.repeat(narrow[first:behind], lengths)
            if int(narrow[first:behind].max()) == HIGHEST:
                here = np.repeat(terms[first:behind], lengths)
                some = (here >= HIGHEST).nonzero()[0]
                places_of.append(places.take(some))
                terms_of.append(here.take(some).astype(np.int64))
            text.file.forget()
    found = np.concatenate(places_of)
    order = found.argsort()
    return found.take(order), np.concatenate(terms_of).take(order)


def _articles(text: Text) -> Iterator[tuple[int, int]]:
    """Articles that together have some tokens: the numbers of the first and of the one behind."""
    first, starts = 0, text.starts
    while first < text.articles:
        most = np.uint32(min(int(starts[first]) + _AT_ONCE, int(starts[-1])))
        behind = max(int(starts.searchsorted(most, "right")) - 1, first + 1)
        yield first, behind
        first = behind
