"""Which syllables stand at some places? An index keeps no text to be read on, only lists of places.

Two ways lead to it: the stored articles, whose units are cut into syllables again, or all lists of a segment, which
together are its text (``next_terms.py``). The first takes as long as the units are that have to be cut, the second as
long as the segment is, and the quicker is taken.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from index.parts import Part
from index.segment.columns import KeyNumbers
from index.segment.tokens import Numbers, merged
from index.segment.whole_text import whole_text
from index.syllables import keys_at
from index.unit_texts import unit_texts

TOKENS_TO_CUT, ARTICLES_TO_READ = 16, 9000
"""Tokens of a segment that are put together in the time in which one is cut, and in which an article is read."""


class TermsAt:
    """The terms of one part, to be asked for at places in units in which there are some others that are known."""

    def __init__(self, part: Part, known: Numbers) -> None:
        self._part = part
        text = part.segment.text
        units = merged([np.sort(text.breaks.searchsorted(known))])
        starts = text.unit_starts(units)
        articles = np.count_nonzero(np.diff(text.articles_at(starts), prepend=-1))
        cutting = TOKENS_TO_CUT * int((text.breaks.take(units) - starts).sum()) + ARTICLES_TO_READ * articles
        self._text = whole_text(text.terms) if cutting > text.size else None
        self._numbers = KeyNumbers() if self._text is None else KeyNumbers(text.lexicon.keys())

    @property
    def keys(self) -> Sequence[str]:
        """The keys of the terms that were given until now, from 1 on."""
        return self._numbers.keys

    def at(self, places: Numbers) -> Numbers:
        """The term at each of some ascending places, none of which is a break."""
        if self._text is not None:
            return self._text.take(places).astype(np.int64)
        text = self._part.segment.text
        units = merged([text.breaks.searchsorted(places)])
        starts, ends = text.unit_starts(units), places.searchsorted(text.breaks.take(units))
        terms: list[int] = []
        begin = 0
        for unit, start, end in zip(unit_texts(self._part, units), starts.tolist(), ends.tolist(), strict=True):
            terms += map(self._numbers.number, keys_at(unit, (places[begin:end] - start).tolist()))
            begin = end
        return np.array(terms, np.int64)
