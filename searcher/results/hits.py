"""Articles that match, and where."""

from __future__ import annotations

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
