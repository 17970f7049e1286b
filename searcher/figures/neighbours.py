"""What stands directly before or behind the places of a query?"""

from __future__ import annotations

from collections import Counter
from enum import StrEnum

import numpy as np

from index.plan import Condition
from index.segment.tokens import BREAK
from index.snapshot import Snapshot
from searcher.results import Group


class Side(StrEnum):
    """Before a place, or behind it."""

    LEFT = "left"
    RIGHT = "right"


def neighbours(snapshot: Snapshot, condition: Condition, side: Side | str) -> tuple[Group, ...]:
    """The syllables that stand directly beside the places of a condition in the same unit, the commonest first.

    A syllable is given by its key; ``None`` is for places with which the unit begins, or ends.
    """
    places: Counter[str] = Counter()
    articles: Counter[str] = Counter()
    for text in snapshot.surroundings(condition):
        if Side(side) is Side.LEFT:
            beside = np.where(text.begins > 0, text.terms.take(text.begins - 1, mode="clip"), BREAK)
        else:
            beside = text.terms.take(text.begins + text.lengths)
        keys = ("", *text.keys)
        numbers, counts = np.unique(beside, return_counts=True)
        both = np.unique(text.articles * len(keys) + beside)
        in_articles = np.bincount(both % len(keys), minlength=len(keys)).take(numbers)
        for number, count, has in zip(numbers.tolist(), counts.tolist(), in_articles.tolist(), strict=True):
            places[keys[number]] += count
            articles[keys[number]] += has
    ordered = sorted(places, key=lambda key: (-places[key], -articles[key], key))
    return tuple(Group(key or None, articles[key], places[key]) for key in ordered)
