"""Where does a word stand as a word of its own, and how do authors write it? And how many words are there at all?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np

from index.article_words import most_written
from index.parts import Part
from index.segment.rows import Lookup, row_places
from index.segment.tokens import Numbers
from index.syllables import spans_at
from index.unit_texts import unit_texts

_LOOKED_AT = 5
"""Places at which it is seen how a word is written; spread evenly over all of them."""


def word_places(part: Part, keys: Sequence[str]) -> Numbers:
    """The places, ascending, at which some syllables are one word, in articles that were not deleted."""
    text = part.segment.text
    slots = [(term,) if (term := text.lexicon.term(key)) else () for key in keys]
    if () in slots:
        return np.zeros(0, np.int64)
    begins = row_places(text, slots, Lookup(text).links(slots))
    begins = begins[~text.joined(begins)]
    for at in range(1, len(keys) + 1):
        joined = text.joined(begins + at)
        begins = begins[joined if at < len(keys) else ~joined]
    return begins if part.live is None else begins[part.live.take(text.articles_at(begins))]


def words(part: Part) -> int:
    """The number of words in the articles that were not deleted."""
    text = part.segment.text
    is_first = ~text.joints(0, text.size)
    is_first[text.breaks] = False
    if part.live is None:
        return int(np.count_nonzero(is_first))
    starts = text.edges[:: text.fields].astype(np.int64)
    return int(np.count_nonzero(is_first[np.repeat(part.live, np.diff(starts))]))


def written_word(parts: Sequence[Part], keys: Sequence[str]) -> str:
    """A word as it is most often written: keys are in small letters, and of several spellings one.

    Where the word stands nowhere, it is its keys.
    """
    found: Counter[str] = Counter()
    for part in parts:
        begins = word_places(part, keys)
        chosen = np.unique(np.linspace(0, len(begins) - 1, min(len(begins), _LOOKED_AT)).astype(np.int64))
        begins = begins.take(chosen)
        units = part.segment.text.breaks.searchsorted(begins)
        within = (begins - part.segment.text.unit_starts(units)).tolist()
        for text, first in zip(unit_texts(part, units), within, strict=True):
            (start, _), (_, end) = spans_at(text, (first, first + len(keys) - 1))
            found[" ".join(text[start:end].split())] += 1
    return most_written(found) if found else " ".join(keys)
