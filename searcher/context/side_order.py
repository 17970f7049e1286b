"""In what order do occurrences come by what stands beside them? Found without reading their articles.

By the nearest syllable, then the one beyond it, and so on, in the order of the alphabet; what an edge of the paragraph
stands beside comes first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import numpy as np

from searcher.context.alphabet import rank

if TYPE_CHECKING:
    from index.plan import Condition
    from index.segment.tokens import Numbers
    from index.snapshot import Snapshot

FARTHEST = 12
"""Syllables that are looked at; beyond these the order is that of the articles."""


def side_order(snapshot: Snapshot, condition: Condition, lines: Numbers, context: int, *, behind: bool) -> Numbers:
    """The order of the occurrences of a condition, given as they stand in the index, one article behind the other.

    ``lines`` are their numbers in the order in which those come that stand beside the same.
    """
    length = min(context, FARTHEST)
    found = list(snapshot.sides(condition, length, behind=behind))
    distinct = sorted({rank(key) for side in found for key in _used(side.keys, side.terms)})
    numbers = {each: number for number, each in enumerate(distinct, 1)}
    tables = [np.zeros((0, length), np.int64)]
    for side in found:
        used = set(np.unique(side.terms).tolist())
        ranks = [0, *(numbers[rank(key)] if at in used else 0 for at, key in enumerate(side.keys, 1))]
        tables.append(np.array(ranks, np.int64).take(side.terms))
    table = np.concatenate(tables)
    return np.lexsort((lines, *(table[:, at] for at in reversed(range(length)))))


def _used(keys: Sequence[str], terms: Numbers) -> Iterator[str]:
    """The keys of which there is one in a table."""
    return (keys[term - 1] for term in np.unique(terms).tolist() if term)
