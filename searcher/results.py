"""What a search finds, as values that know nothing of terminals."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from corpus.article import Article, Quotation

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
class ScorePart:
    """What something that was asked for adds to a score.

    ``name`` says what it is: a ``syllable``, a ``row`` of them, a ``pair`` of those that were typed side by side, what
    is written in several ``ways``, ``near`` or ``quoted`` words, or quotations of a speaker (``spoken``).
    """

    name: str
    what: str
    value: float


@dataclass(frozen=True, slots=True)
class Hit:
    """An article that matches, and where.

    ``occurrences`` counts all places, ``title_spans`` are those in the title, ``snippets`` show the best few others.
    ``parts``, where they were asked for, add up to the score.
    ``duplicates`` are the ids, in order, of the articles that match, too, and are nearly the same text.
    """

    rank: int
    article: Article
    score: float
    occurrences: int
    title_spans: tuple[Span, ...]
    snippets: tuple[Snippet, ...]
    parts: tuple[ScorePart, ...] = ()
    duplicates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Results:
    """The answer to a search: the hits asked for, and exact totals, in which articles folded under others count.

    ``reading`` is the query as it was understood. ``loose`` tells that the phrase stands nowhere, and that these are
    articles with its words, nearest together first. ``reprints``, where articles like one were asked for, are the ids,
    in order, of those that are nearly its own text, which are not among these.
    """

    reading: str
    total: int
    occurrences: int
    hits: tuple[Hit, ...]
    loose: bool = False
    reprints: tuple[str, ...] = ()


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
    where a place is in no quotation; of speakers it is empty where a quotation has none.
    """

    key: str | None
    articles: int
    occurrences: int


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
    words of a phrase anywhere, ``filter`` and ``part`` for a query without a filter or a part of it: the ``option``.
    """

    kind: str
    query: str
    articles: int
    occurrences: int
    option: str | None = None


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
