"""What stands directly before or behind the places of a query?"""

from __future__ import annotations

from collections import Counter
from enum import StrEnum

import numpy as np

from index.plan import Condition
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
    places: Counter[str | None] = Counter()
    articles: Counter[str | None] = Counter()
    for here in snapshot.beside(condition, behind=Side(side) is Side.RIGHT):
        keys = (None, *here.keys)
        in_places = np.bincount(here.terms, minlength=len(keys))
        in_articles = np.bincount(np.unique(here.articles * len(keys) + here.terms) % len(keys), minlength=len(keys))
        for number in in_places.nonzero()[0].tolist():
            places[keys[number]] += int(in_places[number])
            articles[keys[number]] += int(in_articles[number])
    ordered = sorted(places, key=lambda key: (-places[key], -articles[key], key or ""))
    return tuple(Group(key, articles[key], places[key]) for key in ordered)
