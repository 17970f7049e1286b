"""Words that keep company with a query."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Collocate:
    """A word that keeps company with what was looked for.

    It stands near it ``count`` times, and ``total`` times in the whole archive; the measures are those of
    ``figures/collocations.py``.
    """

    term: str
    count: int
    total: int
    log_likelihood: float
    log_dice: float


@dataclass(frozen=True, slots=True)
class Company:
    """The words that keep company with a query, in the order asked for; the totals are those of the query."""

    reading: str
    articles: int
    occurrences: int
    words: tuple[Collocate, ...]
