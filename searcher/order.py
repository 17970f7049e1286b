"""In what order do articles come? Best first, or by date; and those that are nearly the same text under the first."""

from __future__ import annotations

from enum import StrEnum

import numpy as np

from index.plan import Condition
from index.reprints import Folded
from index.score import best as best_of
from index.segment.tokens import Numbers
from index.snapshot import Matches, Snapshot

SPARE = 10
"""Articles that are ranked beyond those asked for, in the place of some that may be folded."""


class Order(StrEnum):
    """The order of articles."""

    RELEVANCE = "relevance"
    NEWEST = "newest"
    OLDEST = "oldest"


def ranked(
    snapshot: Snapshot, found: Matches, order: Order, count: int | None = None, nearest: Numbers | None = None
) -> Numbers:
    """The first ``count`` of the articles found, as places in the columns, in order.

    By relevance those that hold the words in a row come first, or where this is asked for the ``nearest``, and then the
    higher score; by date the undated come last. What is left is in the order of the articles' numbers.
    """
    count = found.articles if count is None else count
    if order is not Order.RELEVANCE:
        dates = snapshot.fact("published", found.numbers)
        sign = -1 if order is Order.NEWEST else 1
        digits = np.array([sign * _digits(date or "") for date in dates], np.int64)
        return np.lexsort((digits, np.array([date is None for date in dates], np.bool_)))[:count]
    if nearest is not None:
        return np.lexsort((-found.scores, nearest))[:count]
    first, others = found.preferred.nonzero()[0], (~found.preferred).nonzero()[0]
    chosen = first.take(best_of(found.scores.take(first), count))
    if len(chosen) < count and len(others):
        chosen = np.append(chosen, others.take(best_of(found.scores.take(others), count - len(chosen))))
    return chosen


def folded(
    snapshot: Snapshot,
    condition: Condition,
    found: Matches,
    order: Order,
    count: int | None,
    nearest: Numbers | None,
) -> tuple[Matches, Folded]:
    """The first ``count`` articles in order, those that are nearly the same text as one before them under it.

    Where so many are folded that the ranked ones do not suffice, all are ranked.
    """
    count = found.articles if count is None else count
    some = ranked(snapshot, found, order, count + SPARE if count else 0, nearest)
    folds = snapshot.folded(found.all_numbers, found.numbers.take(some), count)
    if len(folds.shown) < count and not folds.everything:
        found = snapshot.evaluate(condition)
        order_of_all = ranked(snapshot, found, order, None, nearest)
        folds = snapshot.folded(found.numbers, found.numbers.take(order_of_all), count)
    return found, folds


def ranks(snapshot: Snapshot, condition: Condition, articles: Numbers, order: Order) -> Numbers:
    """The rank of each of some articles, given by ascending numbers; those that do not match as a whole come last."""
    found = snapshot.evaluate(condition)
    at = found.numbers.searchsorted(articles)
    matches = np.append(found.numbers, -1).take(at) == articles
    scores = np.where(matches, np.append(found.scores, -1).take(at), -1)
    preferred = matches & np.append(found.preferred, False).take(at)
    places = np.empty(len(articles), np.int64)
    columns = Matches(articles, scores, preferred, 0, len(articles))
    places[ranked(snapshot, columns, order)] = np.arange(len(articles))
    return places


def _digits(date: str) -> int:
    """An ISO date or date-time as a number that sorts as dates do; what a date does not say is its beginning."""
    return int("".join(filter(str.isdigit, date)).ljust(14, "0")[:14])
