"""A condition without reprints, or with a sample of its articles: for figures, which otherwise count them all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from index.plan import All, Condition, Not, Valued
from index.snapshot import Matches
from searcher.order import Order, folded
from searcher.sample import sample_of

if TYPE_CHECKING:
    from index.segment.tokens import Numbers
    from index.snapshot import Snapshot


def narrowed(
    snapshot: Snapshot,
    condition: Condition,
    order: Order,
    *,
    collapse: bool,
    sample: int | None,
    seed: int | None,
    among: Numbers | None = None,
) -> Condition:
    """The condition, but with ``collapse`` of articles that are nearly the same text only the first in ``order``.

    With ``sample`` it is so many of its articles by chance, all for ``None``. ``among`` are the numbers of those that
    count, where not all do.
    """
    found = snapshot.evaluate(condition)
    if among is not None:
        keep = np.isin(found.numbers, among)
        columns = found.numbers[keep], found.scores[keep], found.preferred[keep]
        found = Matches(*columns, found.occurrences, len(columns[0]))
    under: Numbers = np.zeros(0, np.int64)
    if collapse:
        found, folds = folded(snapshot, condition, found, order, None, None)
        under = np.concatenate([under, *folds.under])
    kept = np.setdiff1d(found.numbers, under)
    if sample is not None and sample < len(kept):
        chosen = kept.take(sample_of(len(kept), sample, seed))
        return All((condition, _with_ids(snapshot, chosen)))
    return All((condition, Not(_with_ids(snapshot, np.sort(under))))) if len(under) else condition


def _with_ids(snapshot: Snapshot, numbers: Numbers) -> Valued:
    return Valued("id", tuple(identity or "" for identity in snapshot.fact("id", numbers)))
