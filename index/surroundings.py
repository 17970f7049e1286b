"""What text stands round some places? The units in which they are, as numbers.

An index keeps no text to be read on, only lists of places. Two ways lead to it: the stored articles, of which those
units are cut into syllables again, or all lists of a segment, which together are its text (``next_terms.py``). The
first takes as long as the units are, the second as long as the segment is, and the quicker is taken.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.occurrences import Occurrences
from index.segment.columns import KeyNumbers
from index.segment.text import Text
from index.segment.tokens import BREAK, Flags, Numbers, merged, stretches
from index.syllables import keys
from index.unit_texts import unit_starts, unit_texts

TOKENS_TO_CUT, ARTICLES_TO_READ = 25, 4000
"""Tokens of a segment that are put together in the time in which one is cut, and in which an article is read."""

_AT_ONCE = 1 << 22  # tokens of a segment's text that are given together


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Some text and the places in it.

    ``keys`` are those of the terms from 1 on, ``terms`` a term a token with a break behind each unit, and ``joints``
    say which belong to the word of the one before. The places are columns as in ``Occurrences``, in tokens of this
    text.
    """

    keys: Sequence[str]
    terms: NDArray[np.uint32]
    joints: Flags
    begins: Numbers
    lengths: Numbers
    articles: Numbers


def surroundings(found: Sequence[Occurrences]) -> Iterator[Surroundings]:
    """The text round some places, some of it at a time; every place is in one of them, with all of its units."""
    for here in found:
        if len(here.begins):
            units = _units(here)
            text = here.part.segment.text
            cutting = len(units.numbers) + int(units.lengths.sum())
            articles = int(np.count_nonzero(np.diff(here.articles, prepend=-1)))
            if cutting * TOKENS_TO_CUT + articles * ARTICLES_TO_READ < text.size:
                yield _cut(here, units)
            else:
                yield from _put_together(here)


@dataclass(frozen=True, slots=True)
class _Units:
    """Units of a text, by their numbers in it, ascending, with their first tokens and their syllables."""

    numbers: Numbers
    starts: Numbers
    lengths: Numbers


def _units(here: Occurrences) -> _Units:
    """The units in which some places are."""
    breaks = here.part.segment.text.breaks
    first = breaks.searchsorted(here.begins)
    last = breaks.searchsorted(here.begins + np.maximum(here.lengths, 1) - 1)
    numbers = merged([first]) if (first == last).all() else merged([np.sort(stretches(first, last - first + 1))])
    starts = unit_starts(here.part, numbers)
    return _Units(numbers, starts, breaks.take(numbers) - starts)


def _cut(here: Occurrences, units: _Units) -> Surroundings:
    """The units of some places, from the stored articles."""
    text = here.part.segment.text
    numbers = KeyNumbers()
    terms: list[int] = []
    for unit in unit_texts(here.part, units.numbers):
        terms += map(numbers.number, keys(unit))
        terms.append(BREAK)
    tokens = units.lengths + 1
    if len(terms) != int(tokens.sum()):
        raise ValueError("the stored articles are not those of the text")
    joints = text.joined(stretches(units.starts, tokens))
    at = units.starts.searchsorted(here.begins, "right") - 1
    moved = (tokens.cumsum() - tokens - units.starts).take(at)
    return Surroundings(
        numbers.keys, np.array(terms, np.uint32), joints, here.begins + moved, here.lengths, here.articles
    )


def _put_together(here: Occurrences) -> Iterator[Surroundings]:
    """The text of the whole segment, out of its lists, some articles at a time."""
    text = here.part.segment.text
    names, terms = text.lexicon.keys(), text.terms.text()
    for first, behind in _stretches_of_articles(text):
        begin, end = here.begins.searchsorted([first, behind]).tolist()
        if begin < end:
            joints = text.joints(first, behind)
            some = slice(begin, end)
            yield Surroundings(
                names, terms[first:behind], joints, here.begins[some] - first, here.lengths[some], here.articles[some]
            )


def _stretches_of_articles(text: Text) -> Iterator[tuple[int, int]]:
    """The first token of some articles, and the one behind their last."""
    starts = text.edges[:: text.fields]
    first = 0
    while first < text.articles:
        behind = max(int(starts.searchsorted(int(starts[first]) + _AT_ONCE, "right")) - 1, first + 1)
        yield int(starts[first]), int(starts[behind])
        first = behind
