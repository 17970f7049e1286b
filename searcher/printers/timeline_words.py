"""What is said of a timeline, wherever it is shown."""

from __future__ import annotations

from collections.abc import Iterator

from searcher.messages import decimal, say, say_many
from searcher.results.over_time import Apart, Period, Timeline


def rate(value: float) -> str:
    """Articles in a thousand, with three figures."""
    if not value:
        return "0"
    return decimal(value, 0 if value >= 100 else 1 if value >= 10 else 2)


def often(found: Period | Apart) -> str:
    """How many articles, and how many places in them."""
    articles = say_many("{count} article", "{count} articles", found.articles)
    return f"{articles}, {say_many('{count} place', '{count} places', found.occurrences)}"


def of_a_thousand(found: Period) -> str:
    of_all = say_many("{count} article", "{count} articles", found.of_all)
    return say("{rate} per 1,000 of {articles}", rate=rate(found.per_thousand), articles=of_all)


def totals(found: Timeline) -> str:
    """How much there is in all, by what it is counted, and the filters as they are typed."""
    flags = {"since": "from", "until": "to"}
    filters = (f"--{flags.get(name, name)} {value}" for name, value in found.filters)
    return " · ".join((often(Apart(found.total, found.occurrences)), unit(found), *filters))


def unit(found: Timeline) -> str:
    return {"year": say("by year"), "month": say("by month"), "day": say("by day")}[found.per]


def apart(found: Timeline) -> Iterator[str]:
    """What belongs to no period, a sentence each."""
    if found.less_precise.articles:
        yield say("Dated less precisely, in no period: {often}.", often=often(found.less_precise))
    if found.undated.articles:
        yield say("Without a date, in no period: {often}.", often=often(found.undated))
