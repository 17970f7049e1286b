"""How near do the words of a phrase stand together, where the phrase itself stands nowhere?"""

from __future__ import annotations

from collections.abc import Sequence
from heapq import merge

from index.places import Place

APART = 100
"""The distance of words that share no paragraph, or stand farther apart in it."""


def narrowest(places: Sequence[Sequence[Place]]) -> int:
    """The width in syllables of the narrowest stretch that holds a place of every word; ``APART`` if none is narrower.

    ``places`` are the places of each word in one article, in reading order.
    """
    last: dict[int, Place] = {}
    best = APART
    for place, word in merge(*([(place, word) for place in each] for word, each in enumerate(places))):
        last[word] = place
        here = [found.begin for found in last.values() if (found.field, found.unit) == (place.field, place.unit)]
        if len(here) == len(places):
            best = min(best, place.begin - min(here) + 1)
    return best
