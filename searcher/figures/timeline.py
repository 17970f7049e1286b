"""When is something spoken of? Articles and places by year, month or day, beside all articles of the same time.

Dates are as precise as the pages were. One that is less precise than what is asked for, such as a year where months
are, belongs to no period and is counted apart, and so is what has no date.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from searcher.errors import ManyPeriodsError
from searcher.order import SPARE, Order, ranked
from searcher.results.over_time import Apart, Period, Timeline

if TYPE_CHECKING:
    from index.plan import Condition
    from index.snapshot import Matches, Snapshot

Numbers = NDArray[np.int64]

FEW_PERIODS = 40
"""As many at most where no unit is asked for, if years are that few."""

SPARSE, A_YEAR = 2, 12
"""Periods for each article at the most, where no unit is asked for, but a year of months: else most would be empty."""

MOST_PERIODS = 40_000
"""A century of days. A date that was misread may lie millennia away."""

_DATE = re.compile(r"[0-9]{4}(?:-[0-9]{2}){0,2}")


class Per(StrEnum):
    """What a period is."""

    YEAR = "year"
    MONTH = "month"
    DAY = "day"

    @property
    def length(self) -> int:
        """The characters of an ISO date that name such a period."""
        return {Per.YEAR: 4, Per.MONTH: 7, Per.DAY: 10}[self]


def timeline(snapshot: Snapshot, condition: Condition, facts: Condition, per: Per | None, titles: int) -> Timeline:
    """The articles that a condition gives over time; rates are of those that ``facts`` gives.

    So many ``titles`` of the best articles are named for each period. Without ``per`` it is the shortest that gives few
    periods. Raises ``ManyPeriodsError``.
    """
    found, counts = snapshot.counted(condition)
    everything = snapshot.evaluate(facts).numbers
    dates = _Dates(snapshot, found.numbers)
    by_day = dates.counted(np.ones(len(counts), np.int64))
    per = per or _fitting(by_day)
    articles, places = _grouped(by_day, per), _grouped(dates.counted(counts), per)
    keys = _without_gaps([key for key in articles if len(key) == per.length], per)
    behind = _Dates(snapshot, everything)
    of_all = _grouped(behind.counted(np.ones(len(everything), np.int64)), per)
    named = {}
    if titles:
        named = _best(snapshot, found, dates.periods(keys, per), ranked(snapshot, found, Order.RELEVANCE), titles)
    coarse = [key for key in articles if key and len(key) < per.length]
    return Timeline(
        per.value,
        tuple(Period(key, articles[key], places[key], of_all[key], named.get(at, ())) for at, key in enumerate(keys)),
        less_precise=Apart(sum(articles[key] for key in coarse), sum(places[key] for key in coarse)),
        undated=Apart(articles[""], places[""]),
        total=found.articles,
        occurrences=found.occurrences,
    )


class _Dates:
    """The dates of some articles, given by ascending numbers, without their times; what reads as none is empty."""

    def __init__(self, snapshot: Snapshot, numbers: Numbers) -> None:
        days, self._of_each = snapshot.beginnings("published", len("2019-05-14"), numbers)
        self._days = [*(day if _reads(day) else "" for day in days), ""]

    def counted(self, counts: Numbers) -> Counter[str]:
        """How much of some counts, one an article, falls on each date."""
        found: Counter[str] = Counter()
        sums = np.bincount(self._of_each + 1, counts, len(self._days))
        for day, many in zip(self._days, np.roll(sums, -1).astype(np.int64).tolist(), strict=True):
            if many:
                found[day] += many
        return found

    def periods(self, keys: Sequence[str], per: Per) -> Numbers:
        """For each article which of some periods it falls in, -1 for none of them."""
        numbers, length = {key: number for number, key in enumerate(keys)}, per.length
        of_day = np.array([numbers.get(day[:length], -1) for day in self._days], np.int64)
        return of_day.take(self._of_each)  # -1 is the last one, which is empty


def _reads(day: str) -> bool:
    if not _DATE.fullmatch(day):
        return False
    try:
        return len(day) == len("2019") or bool(date.fromisoformat((day + "-01")[: len("2019-05-14")]))
    except ValueError:
        return False


def _grouped(by_day: Mapping[str, int], per: Per) -> Counter[str]:
    """Counts by period; those of dates that are less precise stay under these."""
    found: Counter[str] = Counter()
    length = per.length
    for day, many in by_day.items():
        found[day[:length]] += many
    return found


def _fitting(by_day: Mapping[str, int]) -> Per:
    """The shortest unit that gives few periods, most of which may have an article, and for which most dates are precise
    enough."""
    dated = sum(many for day, many in by_day.items() if day)
    for per in (Per.DAY, Per.MONTH):
        length = per.length
        precise = {day: many for day, many in by_day.items() if len(day) >= length}
        if precise and sum(precise.values()) * 10 >= dated * 9:
            first, last = _numbered(min(precise), per), _numbered(max(precise), per)
            if last - first < min(FEW_PERIODS, max(SPARSE * sum(precise.values()), A_YEAR)):
                return per
    return Per.YEAR


def _without_gaps(keys: Iterable[str], per: Per) -> list[str]:
    """All periods from the first to the last of some. Raises ``ManyPeriodsError``."""
    known = sorted(keys)
    if not known:
        return []
    first, last = _numbered(known[0], per), _numbered(known[-1], per)
    if last - first >= MOST_PERIODS:
        raise ManyPeriodsError(first=known[0], last=known[-1], limit=MOST_PERIODS)
    return [_named(number, per) for number in range(first, last + 1)]


def _numbered(day: str, per: Per) -> int:
    """The period in which a date falls as a number, one more for the next."""
    match per:
        case Per.YEAR:
            return int(day[:4])
        case Per.MONTH:
            return int(day[:4]) * 12 + int(day[5:7]) - 1
        case Per.DAY:
            return date.fromisoformat(day).toordinal()


def _named(number: int, per: Per) -> str:
    match per:
        case Per.YEAR:
            return f"{number:04}"
        case Per.MONTH:
            return f"{number // 12:04}-{number % 12 + 1:02}"
        case Per.DAY:
            return date.fromordinal(number).isoformat()


def _best(
    snapshot: Snapshot, found: Matches, periods: Numbers, ranked: Numbers, count: int
) -> dict[int, tuple[tuple[str, str], ...]]:
    """By period the ids and titles of the first few of the articles in it, which are given in order.

    Of those that are nearly the same text only the first is named.
    """
    of_ranked = periods.take(ranked)
    order = of_ranked.argsort(kind="stable")
    numbers, of_each = found.numbers.take(ranked.take(order)), of_ranked.take(order)
    named = {}
    there, firsts = np.unique(of_each, return_index=True)
    for period, (first, behind) in zip(there.tolist(), pairwise([*firsts.tolist(), len(order)]), strict=True):
        if period >= 0:
            articles = map(snapshot.article, _without_reprints(snapshot, numbers[first:behind], count).tolist())
            named[period] = tuple((article.id, article.title) for article in articles)
    return named


def _without_reprints(snapshot: Snapshot, ranked: Numbers, count: int) -> Numbers:
    """The first few of some articles, given in order, none of which is nearly the same text as one before it."""
    for some in (ranked[: count + SPARE], ranked):
        shown = snapshot.folded(np.sort(some), some, count).shown
        if len(shown) == count or len(some) == len(ranked):
            break
    return shown
