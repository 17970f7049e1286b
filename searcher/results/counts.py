"""How often, also by what articles have in common."""

from __future__ import annotations

from dataclasses import dataclass

UNKNOWN_SPEAKER = "?"
"""The key of quotations for which nobody is named."""


@dataclass(frozen=True, slots=True)
class Count:
    """How often: articles, and places in them; ``reading`` is the query as it was understood."""

    articles: int
    occurrences: int
    reading: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """What has a ``key`` in common of what was found: articles, and places in them.

    The key is a value of a fact, a period, a speaker or a syllable; ``None`` where there is none, such as no date, or
    where a place is in no quotation.
    """

    key: str | None
    articles: int
    occurrences: int
