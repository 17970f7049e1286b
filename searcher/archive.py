"""An archive to be searched: the library that the commands are thin over."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from heapq import nsmallest
from pathlib import Path
from typing import Self, Unpack

from corpus.article import Article
from index.evaluate import Matches
from index.snapshot import Snapshot
from searcher.compile import Compiler
from searcher.concordance import concordance
from searcher.errors import UnknownArticleError
from searcher.nearness import narrowest
from searcher.overview import overview
from searcher.places import Located, Marked
from searcher.query import All, Phrase, described
from searcher.question import Asked, Question, Typed, question, words
from searcher.results import Concordance, ConcordanceLine, Count, Hit, Overview, Results
from searcher.snippets import snippets

Rank = tuple[float, ...]
"""What articles are sorted by, the smallest first; the last item is the document's number."""


class Order(StrEnum):
    """The order of articles."""

    RELEVANCE = "relevance"
    NEWEST = "newest"
    OLDEST = "oldest"


class Archive:
    """An index opened for searching, as it stood at that moment. Close it, or use it in a ``with`` block.

    Every search raises ``QueryError`` for a query that does not read, and ``DamagedIndexError``.
    """

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot

    @classmethod
    def open(cls, path: str | Path) -> Self:
        """Opens the index in a folder. Raises ``MissingIndexError``, ``IndexVersionError``, ``DamagedIndexError``."""
        return cls(Snapshot(Path(path)))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        self._snapshot.close()

    def search(
        self,
        query: Typed,
        *,
        order: Order | str = Order.RELEVANCE,
        limit: int | None = 10,
        offset: int = 0,
        **asked: Unpack[Asked],
    ) -> Results:
        """The articles that match, best first, ``limit`` of them from ``offset`` on.

        A phrase that stands nowhere gives the articles with all its words instead, nearest together first, and says so
        in ``Results.loose``; ``match="phrase"`` never does.
        """
        if offset < 0 or (limit is not None and limit < 0):
            raise ValueError("limit and offset count from zero")
        asking = question(query, **asked)
        found = self._evaluate(asking)
        tree, ranking = asking.tree, self._ranking(found, Order(order))
        loose = False
        if not found.places and asking.match == "all" and isinstance(tree, Phrase) and len(words(tree)) > 1:
            tree = All(words(tree))
            found, nearest = self._nearest(Question(tree, asking.match, asking.accents, asking.fields, asking.filters))
            loose = bool(found.places)
            ranking = nearest if Order(order) is Order.RELEVANCE else self._ranking(found, Order(order))
        chosen = nsmallest(len(ranking) if limit is None else offset + limit, ranking)[offset:]
        hits = tuple(self._hit(number, int(rank[-1]), found) for number, rank in enumerate(chosen, offset + 1))
        return Results(described(asking.tree), found.articles, found.occurrences, hits, loose)

    def count(self, query: Typed, **asked: Unpack[Asked]) -> Count:
        """How many articles match, and in how many places."""
        asking = question(query, **asked)
        found = self._evaluate(asking)
        return Count(found.articles, found.occurrences, described(asking.tree))

    def kwic(self, query: Typed, *, context: int = 10, **asked: Unpack[Asked]) -> Concordance:
        """Every occurrence with ``context`` syllables on either side; best article first, each in reading order."""
        asking = question(query, **asked)
        found = self._evaluate(asking)
        lines = self._lines(found, context)
        return Concordance(described(asking.tree), found.articles, found.occurrences, lines)

    def article(self, identity: str) -> Article:
        """The article under an id. Raises ``UnknownArticleError``."""
        return self._snapshot.article(self._number(identity))

    def marked(self, identity: str, query: Typed, **asked: Unpack[Asked]) -> tuple[Marked, ...]:
        """The paragraphs of an article in which a query matches. Raises ``UnknownArticleError``."""
        number = self._number(identity)
        places = self._evaluate(question(query, **asked)).places.get(number, ())
        return Located(self._snapshot.article(number), places).paragraphs

    def overview(self) -> Overview:
        """What the index holds, in figures."""
        return overview(self._snapshot)

    def _evaluate(self, asking: Question) -> Matches:
        return self._snapshot.evaluate(self._compiler(asking).compile(asking.tree, asking.filters, asking.fields))

    def _compiler(self, asking: Question) -> Compiler:
        return Compiler(self._snapshot.vocabulary, self._snapshot.terms, asking.accents)

    def _lines(self, found: Matches, context: int) -> Iterator[ConcordanceLine]:
        for rank in sorted(self._ranking(found, Order.RELEVANCE)):
            number = int(rank[-1])
            yield from concordance(Located(self._snapshot.article(number), found.places[number]), context)

    def _ranking(self, found: Matches, order: Order) -> list[Rank]:
        """Each article's rank: those that hold the words in a row first, then by score; or by date, undated last."""
        if order is Order.RELEVANCE:
            return [(number not in found.preferred, -found.scores.get(number, 0.0), number) for number in found.places]
        dates = self._snapshot.dates(found.places)
        sign = -1 if order is Order.NEWEST else 1
        return [(number not in dates, sign * _digits(dates.get(number, "")), number) for number in found.places]

    def _nearest(self, asking: Question) -> tuple[Matches, list[Rank]]:
        """The articles with all the words, ranked by how near together these stand, then by score."""
        found = self._evaluate(asking)
        parts = asking.tree.parts if isinstance(asking.tree, All) else (asking.tree,)
        each = [self._evaluate(Question(part, asking.match, asking.accents, asking.fields)).places for part in parts]
        return found, [
            (narrowest([places.get(number, ()) for places in each]), -found.scores[number], number)
            for number in found.places
        ]

    def _hit(self, rank: int, number: int, found: Matches) -> Hit:
        article = self._snapshot.article(number)
        located = Located(article, found.places[number])
        score, occurrences = found.scores.get(number, 0.0), len(found.places[number])
        return Hit(rank, article, score, occurrences, located.title_spans, snippets(located))

    def _number(self, identity: str) -> int:
        for number in self._snapshot.numbers_of(identity):
            return number
        raise UnknownArticleError(id=identity)


def _digits(date: str) -> int:
    """An ISO date or date-time as a number that sorts as dates do; what a date does not say is its beginning."""
    return int("".join(filter(str.isdigit, date)).ljust(14, "0")[:14])
