"""How much of an article is looked at for quotations? All of any that was written for a paper.

What is quoted is told by looking at each mark with what stands round it, and at each line of dialogue with those above.
A text of hundreds of thousands of marks, which no article is, would take minutes and memory without end; of such a one
only the beginning is looked at. The text itself is kept whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

_MARKS = re.compile("[“”„«»\"‘’']")

MOST_MARKS = 5_000
"""Quotation marks that are looked at; a whole book of dialogue has some thousands."""

MOST_TEXTS = 5_000
"""Paragraphs that are looked at."""

MOST_CHARACTERS = 1_000_000
"""Characters that are looked at, and of one paragraph a tenth of it."""


def within_measure(texts: Sequence[str]) -> Sequence[str]:
    """The texts as far as they are looked at: the first ones, and the last of these perhaps not to its end."""
    if len(texts) <= MOST_TEXTS and sum(map(len, texts)) <= MOST_MARKS:
        return texts
    return list(_beginning(texts))


def _beginning(texts: Sequence[str]) -> Iterator[str]:
    characters, marks = MOST_CHARACTERS, MOST_MARKS
    for text in texts[:MOST_TEXTS]:
        text = text[: min(MOST_CHARACTERS // 10, characters)]
        found = [found.start() for found in _MARKS.finditer(text)]
        if len(found) > marks:
            text = text[: found[marks]]
        yield text
        characters -= len(text)
        marks -= len(found)
        if characters <= 0 or marks <= 0:
            return
