"""Occurrences with the text beside them, and quotations."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from corpus.article import Article, Quotation
from searcher.results.hits import Span


@dataclass(frozen=True, slots=True)
class ConcordanceLine:
    """One occurrence with the text on both sides of it, all three the author's, end to end; and of what article."""

    id: str
    title: str
    published: str | None
    source: str | None
    field: str
    left: str
    match: str
    right: str


@dataclass(frozen=True, slots=True)
class Concordance:
    """Occurrences, to be gone through once: the lines are made as they are asked for.

    The totals are exact; ``shown`` is how many occurrences are given.
    """

    reading: str
    total: int
    occurrences: int
    shown: int
    lines: Iterator[ConcordanceLine]

    def __iter__(self) -> Iterator[ConcordanceLine]:
        return self.lines


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation of an article; ``quote.text[start:end]`` of each of the spans is a match."""

    article: Article
    quote: Quotation
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Quotations:
    """Quotations, to be gone through once: they are made as they are asked for.

    ``total`` is how many there are, in how many ``articles``, and ``shown`` how many of them are given; ``reading`` is
    the query as it was understood.
    """

    reading: str
    total: int
    articles: int
    shown: int
    lines: Iterator[Quoted]

    def __iter__(self) -> Iterator[Quoted]:
        return self.lines
