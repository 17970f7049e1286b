"""From places in an index back to characters of the author's text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from corpus.article import Article
from index.places import Place
from index.syllables import Syllables, syllables
from index.units import field_texts
from searcher.results.hits import Span


@dataclass(frozen=True, slots=True)
class Marked:
    """A paragraph with matches: its field, its number in the field, and where they stand in it, by syllables."""

    field: str
    number: int
    text: str
    tokens: Syllables
    places: tuple[tuple[int, int], ...]

    def span(self, begin: int, end: int) -> Span:
        """The characters of the syllables ``[begin, end)``."""
        return self.tokens.starts[begin], self.tokens.ends[end - 1]

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
    """An article with the places that an index found in it, in reading order."""

    def __init__(self, article: Article, places: Sequence[Place]) -> None:
        self.article = article
        self._places = places

    @cached_property
    def paragraphs(self) -> tuple[Marked, ...]:
        """The paragraphs in which a match stands, in reading order."""
        return tuple(self._marked())

    @property
    def title_spans(self) -> tuple[Span, ...]:
        """The matches in the title, in characters."""
        return next((marked.spans for marked in self.paragraphs if marked.field == "title"), ())

    def _marked(self) -> Iterator[Marked]:
        for (field, unit), here in groupby(self._places, key=lambda place: (place.field_name, place.unit)):
            text = field_texts(self.article, field)[unit]
            yield Marked(field, unit, text, syllables(text), tuple((place.begin, place.end) for place in here))
