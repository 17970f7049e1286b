"""From positions in an index back to characters of the author's text."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from corpus.article import Article
from index.documents import field_texts
from index.occurrences import Occurrence, occurrence
from index.positions import Unit, numbered, place
from searcher.results import Span


@dataclass(frozen=True, slots=True)
class Marked:
    """A paragraph with matches: its field, its number in the field, and where they stand in it, by syllables."""

    field: str
    number: int
    unit: Unit
    places: tuple[tuple[int, int], ...]

    def span(self, begin: int, end: int) -> Span:
        """The characters of the syllables ``[begin, end)``."""
        return self.unit.tokens.starts[begin], self.unit.tokens.ends[end - 1]

    @property
    def spans(self) -> tuple[Span, ...]:
        """The matches in characters, in order, those that overlap joined."""
        joined: list[Span] = []
        for begin, end in self.places:
            start, stop = self.span(begin, end)
            if joined and start < joined[-1][1]:
                joined[-1] = (joined[-1][0], max(stop, joined[-1][1]))
            else:
                joined.append((start, stop))
        return tuple(joined)


class Located:
    """An article with the places that an index found in it."""

    def __init__(self, article: Article, numbers: Collection[int]) -> None:
        self.article = article
        self._numbers = numbers

    @cached_property
    def paragraphs(self) -> tuple[Marked, ...]:
        """The paragraphs in which a match stands, in reading order."""
        places = map(occurrence, sorted(self._numbers))
        return tuple(
            marked
            for field, here in groupby(places, key=lambda found: found.field)
            for marked in _marked(self.article, field, list(here))
        )

    @property
    def title_spans(self) -> tuple[Span, ...]:
        """The matches in the title, in characters."""
        return next((marked.spans for marked in self.paragraphs if marked.field == "title"), ())


def _marked(article: Article, field: str, places: list[Occurrence]) -> Iterator[Marked]:
    units = numbered(field_texts(article, field))
    located = [place(units, found.position, found.length) for found in places]
    for number, here in groupby(located, key=lambda found: found.unit):
        yield Marked(field, number, units[number], tuple((found.begin, found.end) for found in here))
