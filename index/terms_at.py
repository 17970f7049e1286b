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
from index.syllables import keys_at
from index.unit_texts import unit_texts

TOKENS_TO_CUT, ARTICLES_TO_READ = 16, 9000
"""Tokens of a segment that are put together in the time in which one is cut, and in which an article is read."""


def terms_at(part: Part, places: Numbers) -> tuple[Sequence[str], Numbers]:
    """Some keys, and for each of some ascending places of a part, none of them a break, which it is, from 1 on."""
    text = part.segment.text
    units = merged([text.breaks.searchsorted(places)])
    starts, behind = text.unit_starts(units), text.breaks.take(units)
    articles = np.count_nonzero(np.diff(text.articles_at(starts), prepend=-1))
    if TOKENS_TO_CUT * int((behind - starts).sum()) + ARTICLES_TO_READ * articles > text.size:
        return text.lexicon.keys(), text.terms.text().take(places).astype(np.int64)
    numbers = KeyNumbers()
    terms: list[int] = []
    ends = places.searchsorted(behind)
    begin = 0
    for unit, start, end in zip(unit_texts(part, units), starts.tolist(), ends.tolist(), strict=True):
        terms += map(numbers.number, keys_at(unit, (places[begin:end] - start).tolist()))
        begin = end
    return numbers.keys, np.array(terms, np.int64)
