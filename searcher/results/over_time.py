"""How often over time."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Period:
    """A year, a month or a day, ``key`` in ISO 8601: the articles that match and their places.

    ``of_all`` are the articles of that time, matching or not, that the facts asked for allow. ``titles`` are the ids
    and titles of the best few.
    """

    key: str
    articles: int
    occurrences: int
    of_all: int
    titles: tuple[tuple[str, str], ...] = ()

    @property
    def per_thousand(self) -> float:
        """Articles that match in a thousand of that time; 0 where there are none at all."""
        return 1000 * self.articles / self.of_all if self.of_all else 0.0


@dataclass(frozen=True, slots=True)
class Apart:
    """What belongs to no period: articles, and places in them."""

    articles: int
    occurrences: int


@dataclass(frozen=True, slots=True)
class Timeline:
    """How often over time: all periods from the first to the last with a match, each ``per`` year, month or day.

    The articles of all periods, those dated ``less_precise`` than one and the ``undated`` add up to ``total``, and so
    do their places to ``occurrences``. ``reading`` is the query as it was understood, ``filters`` are the names and
    values of those that were asked for.
    """

    per: str
    periods: tuple[Period, ...]
    less_precise: Apart
    undated: Apart
    total: int
    occurrences: int
    reading: str = ""
    filters: tuple[tuple[str, str], ...] = ()
