"""What a search finds, as values that know nothing of terminals."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from corpus.article import Article

Span = tuple[int, int]
"""Offsets ``[start, end)`` in characters."""


@dataclass(frozen=True, slots=True)
class Snippet:
    """A stretch of the author's text with the matches in it; ``text[start:end]`` of each span is a match.

    ``number`` is that of the paragraph in its field; ``starts`` and ``ends`` tell whether the stretch begins and ends
    with it.
    """

    field: str
    number: int
    text: str
    spans: tuple[Span, ...]
    starts: bool
    ends: bool


@dataclass(frozen=True, slots=True)
class Hit:
    """An article that matches, and where.

    ``occurrences`` counts all places, ``title_spans`` are those in the title, ``snippets`` show the best few others.
    ``duplicates`` are the ids, in order, of the articles that match, too, and are nearly the same text.
    """

    rank: int
    article: Article
    score: float
    occurrences: int
    title_spans: tuple[Span, ...]
    snippets: tuple[Snippet, ...]
    duplicates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Results:
    """The answer to a search: the hits asked for, and exact totals, in which articles folded under others count.

    ``reading`` is the query as it was understood. ``loose`` tells that the phrase stands nowhere, and that these are
    articles with its words, nearest together first.
    """

    reading: str
    total: int
    occurrences: int
    hits: tuple[Hit, ...]
    loose: bool = False


@dataclass(frozen=True, slots=True)
class Count:
    """How often: articles, and places in them; ``reading`` is the query as it was understood."""

    articles: int
    occurrences: int
    reading: str = ""


@dataclass(frozen=True, slots=True)
class ConcordanceLine:
    """One occurrence with the text on both sides of it, all three the author's, end to end."""

    article: Article
    field: str
    left: str
    match: str
    right: str


@dataclass(frozen=True, slots=True)
class Concordance:
    """Every occurrence, to be gone through once: the lines are made as they are asked for. The totals are exact."""

    reading: str
    total: int
    occurrences: int
    lines: Iterator[ConcordanceLine]

    def __iter__(self) -> Iterator[ConcordanceLine]:
        return self.lines


@dataclass(frozen=True, slots=True)
class Overview:
    """What an index holds. ``size`` in bytes; ``first`` and ``last`` are dates of publication, where any is known."""

    path: str
    articles: int
    dated: int
    quotations: int
    syllables: int
    pages: int
    faults: int
    first: str | None
    last: str | None
    sources: tuple[tuple[str, int], ...]
    size: int
    format: int
    segments: int
