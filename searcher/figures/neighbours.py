"""What stands directly before or behind the places of a query?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

import numpy as np

from searcher.results.counts import Group

if TYPE_CHECKING:
    from index.plan import Condition
    from index.snapshot import Snapshot


def neighbours(snapshot: Snapshot, condition: Condition, *, behind: bool) -> Iterable[Group]:
    """The syllables that stand directly before or ``behind`` the places of a condition in the same unit, in any order.

    A syllable is given by its key; ``None`` is for places with which the unit begins, or ends.
    """
    places: Counter[str | None] = Counter()
    articles: Counter[str | None] = Counter()
    for here in snapshot.sides(condition, 1, behind=behind):
        keys, terms = (None, *here.keys), here.terms[:, 0]
        in_places = np.bincount(terms, minlength=len(keys))
        in_articles = np.bincount(np.unique(here.articles * len(keys) + terms) % len(keys), minlength=len(keys))
        for number in in_places.nonzero()[0].tolist():
            places[keys[number]] += int(in_places[number])
            articles[keys[number]] += int(in_articles[number])
    return (Group(key, articles[key], count) for key, count in places.items())
