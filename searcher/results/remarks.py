"""How a query was understood, and what may have been meant."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a part of a query comes to mean: values, each with how often it stands in the archive.

    ``kind`` is ``spelling`` for the one form under which spellings are looked for, ``accents`` for the words that a
    bare one stands for, ``ways`` for what is written for the same, ``names`` for those that fit a field, each with its
    articles, and ``dates`` for the first and the last date.
    """

    kind: str
    part: str
    values: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """How a query was understood, and what its parts mean."""

    reading: str
    meanings: tuple[Meaning, ...]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A query that may have been meant, and what it would give.

    ``kind`` is ``spelling`` and ``keys`` for other words, ``accents`` where accents are ignored, ``words`` for the
    words of a phrase anywhere, ``any`` for any of the words, ``filter`` and ``part`` for a query without a filter or a
    part of it: the ``option``.
    """

    kind: str
    query: str
    articles: int
    occurrences: int
    option: str | None = None
