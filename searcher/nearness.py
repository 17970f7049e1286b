"""How near do the words of a phrase stand together, where the phrase itself stands nowhere?"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from heapq import merge

from index.occurrences import occurrence
from index.positions import PARAGRAPH_GAP

APART = PARAGRAPH_GAP
"""The distance of words that share no paragraph."""


def narrowest(places: Sequence[Collection[int]]) -> int:
    """The width in syllables of the narrowest stretch that holds a place of every word; ``APART`` if none is narrower.

    ``places`` are the places of each word in one article, as numbers.
    """
    streams = []
    for word, numbers in enumerate(places):
        streams.append([(found.field, found.position, word) for found in map(occurrence, sorted(numbers))])
    last: dict[int, tuple[str, int]] = {}
    best = APART
    for field, position, word in merge(*(sorted(stream) for stream in streams)):
        last[word] = (field, position)
        if len(last) == len(places) and all(where == field for where, _ in last.values()):
            best = min(best, position - min(at for _, at in last.values()) + 1)
    return best
