"""An archive to be searched: the library that the commands are thin over."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from enum import StrEnum
from itertools import zip_longest
from pathlib import Path
from typing import Self, Unpack

import numpy as np
from numpy.typing import NDArray

from corpus.article import Article
from index.plan import Condition, rows
from index.reprints import Folded
from index.score import best as best_of
from index.snapshot import Matches, Snapshot
from searcher.context.concordance import concordance
from searcher.context.places import Located, Marked
from searcher.context.snippets import snippets
from searcher.errors import UnknownArticleError
from searcher.figures.overview import overview
from searcher.figures.timeline import Per, timeline
from searcher.meaning.compile import Compiler
from searcher.meaning.expansion import expanded, expansion
from searcher.meaning.explanation import explained, score_parts
from searcher.meaning.facts import facts_alone
from searcher.meaning.question import Asked, Question, Typed, question, words
from searcher.meaning.suggestions import suggestions
from searcher.query.tree import All, Node, Phrase, described
from searcher.results import (
    Concordance,
    ConcordanceLine,
    Count,
    Explanation,
    Hit,
    Overview,
    Results,
    ScorePart,
    Suggestion,
    Timeline,
)

_SPARE = 10
"""Articles that are ranked beyond those asked for, in the place of some that may be folded."""


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
        explain: bool = False,
        collapse: bool = True,
        **asked: Unpack[Asked],
    ) -> Results:
        """The articles that match, best first, ``limit`` of them from ``offset`` on; ``explain`` asks for what makes
        their scores.

        Those that are nearly the same text as one before them stand in its ``duplicates``, unless ``collapse`` is off.

        A phrase that stands nowhere gives the articles with all its words instead, nearest together first, and says so
        in ``Results.loose``; ``match="phrase"`` never does.
        """
        if offset < 0 or (limit is not None and limit < 0):
            raise ValueError("limit and offset count from zero")
        asking = question(query, **asked)
        condition = self._condition(asking)
        wanted = None if limit is None else offset + limit
        best = wanted if Order(order) is Order.RELEVANCE else None
        if best and collapse:
            best += _SPARE
        found = self._snapshot.evaluate(condition, best)
        tree, nearest = asking.tree, None
        if not found.articles and asking.match == "all" and isinstance(tree, Phrase) and len(words(tree)) > 1:
            asking = replace(asking, tree=All(words(tree)), aliases=None)
            condition = self._condition(asking)
            found = self._snapshot.evaluate(condition)
            nearest = self._snapshot.distances(rows(condition), found.numbers)
        if collapse:
            found, folded = self._folded(condition, found, Order(order), wanted, nearest)
            chosen, under = folded.shown, folded.under
        else:
            chosen, under = self._ranked(found, Order(order), wanted, nearest), ()
        hits = tuple(
            self._hit(rank, at, condition, found, others)
            for rank, (at, others) in enumerate(zip_longest(chosen[offset:].tolist(), under[offset:]), offset + 1)
        )
        if explain:
            hits = tuple(replace(hit, parts=self._parts(condition, hit)) for hit in hits)
        return Results(described(tree), found.articles, found.occurrences, hits, nearest is not None and bool(hits))

    def count(self, query: Typed, **asked: Unpack[Asked]) -> Count:
        """How many articles match, and in how many places."""
        return self.count_of(question(query, **asked))

    def count_of(self, asking: Question) -> Count:
        """The same of what was typed and parsed before."""
        found = self._snapshot.evaluate(self._condition(asking))
        return Count(found.articles, found.occurrences, described(asking.tree))

    def timeline(
        self, query: Typed, *, per: Per | str | None = None, titles: int = 3, **asked: Unpack[Asked]
    ) -> Timeline:
        """The articles that match over time, ``per`` year, month or day; so many ``titles`` are named for each period.

        Without ``per`` it is the shortest that gives few periods. Rates are of the articles of the same time that have
        the facts asked for: of a source's articles where a source is. Raises ``ManyPeriodsError``.
        """
        asking = question(query, **asked)
        found, counts = self._snapshot.counted(self._condition(asking))
        everything = self._snapshot.evaluate(self._condition(facts_alone(asking))).numbers
        unit = None if per is None else Per(per)
        ranked = self._ranked(found, Order.RELEVANCE, None if titles else 0)
        over_time = timeline(self._snapshot, found, counts, everything, unit, ranked, titles)
        return replace(over_time, reading=described(asking.tree), filters=asking.filters.asked)

    def suggest(self, query: Typed, **asked: Unpack[Asked]) -> tuple[Suggestion, ...]:
        """What may have been meant, where a query finds nothing or next to nothing; each with what it would give."""
        asking = question(query, **asked)
        return suggestions(asking, self.count_of(asking), self)

    def explain(self, query: Typed, **asked: Unpack[Asked]) -> Explanation:
        """How a query is understood, and what its parts come to mean in this archive."""
        asking = question(query, **asked)
        return explained(asking, expanded(asking), self)

    def values(self, fact: str) -> Mapping[str, int]:
        """The values of ``source``, ``section`` or ``author``, each with the number of its articles."""
        return self._snapshot.values(fact)

    def places_of(self, asking: Question, tree: Node) -> int:
        """How often a tree is found, taken as a question takes its own, in the whole archive."""
        return self._snapshot.evaluate(Compiler(self.values, asking.accents).compile(tree)).occurrences

    def accentings(self, bare: str) -> dict[str, int]:
        """The words that ``bare`` may stand for, the commonest first, each with how often it stands in the archive."""
        return self._snapshot.accentings(bare)

    def kwic(self, query: Typed, *, context: int = 10, **asked: Unpack[Asked]) -> Concordance:
        """Every occurrence with ``context`` syllables on either side; best article first, each in reading order."""
        asking = question(query, **asked)
        condition = self._condition(asking)
        found = self._snapshot.evaluate(condition)
        lines = self._lines(condition, found, context)
        return Concordance(described(asking.tree), found.articles, found.occurrences, lines)

    def article(self, identity: str) -> Article:
        """The article under an id. Raises ``UnknownArticleError``."""
        return self._snapshot.article(self._number(identity))

    def marked(self, identity: str, query: Typed, **asked: Unpack[Asked]) -> tuple[Marked, ...]:
        """The paragraphs of an article in which a query matches. Raises ``UnknownArticleError``."""
        number = self._number(identity)
        article = self._snapshot.article(number)
        places = self._snapshot.places(self._condition(question(query, **asked)), number, article)
        return Located(article, places).paragraphs

    def overview(self) -> Overview:
        """What the index holds, in figures."""
        return overview(self._snapshot)

    def _condition(self, asking: Question) -> Condition:
        expand = expansion(asking)
        compiler = Compiler(self._snapshot.values, asking.accents, expand)
        return compiler.compile(expand(asking.tree), asking.filters, asking.fields, whole_words=asking.whole_words)

    def _lines(self, condition: Condition, found: Matches, context: int) -> Iterator[ConcordanceLine]:
        for at in self._ranked(found, Order.RELEVANCE).tolist():
            number = int(found.numbers[at])
            article = self._snapshot.article(number)
            located = Located(article, self._snapshot.places(condition, number, article))
            yield from concordance(located, context)

    def _ranked(
        self, found: Matches, order: Order, count: int | None = None, nearest: NDArray[np.int64] | None = None
    ) -> NDArray[np.int64]:
        """The first ``count`` of the articles found, as places in the columns, in order.

        By relevance those that hold the words in a row come first, or where this is asked for the ``nearest``, and then
        the higher score; by date the undated come last. What is left is in the order of the articles' numbers.
        """
        count = found.articles if count is None else count
        if order is not Order.RELEVANCE:
            dates = self._snapshot.fact("published", found.numbers)
            sign = -1 if order is Order.NEWEST else 1
            digits = np.array([sign * _digits(date or "") for date in dates], np.int64)
            return np.lexsort((digits, np.array([date is None for date in dates], np.bool_)))[:count]
        if nearest is not None:
            return np.lexsort((-found.scores, nearest))[:count]
        first, others = found.preferred.nonzero()[0], (~found.preferred).nonzero()[0]
        chosen = first.take(best_of(found.scores.take(first), count))
        if len(chosen) < count and len(others):
            chosen = np.append(chosen, others.take(best_of(found.scores.take(others), count - len(chosen))))
        return chosen

    def _folded(
        self,
        condition: Condition,
        found: Matches,
        order: Order,
        count: int | None,
        nearest: NDArray[np.int64] | None,
    ) -> tuple[Matches, Folded]:
        """The first ``count`` articles in order, those that are nearly the same text as one before them under it.

        Where so many are folded that the ranked ones do not suffice, all are ranked.
        """
        count = found.articles if count is None else count
        folded = self._snapshot.folded(
            found.numbers, self._ranked(found, order, count + _SPARE if count else 0, nearest), count
        )
        if len(folded.shown) < count and not folded.everything:
            found = self._snapshot.evaluate(condition)
            folded = self._snapshot.folded(found.numbers, self._ranked(found, order, None, nearest), count)
        return found, folded

    def _hit(self, rank: int, at: int, condition: Condition, found: Matches, others: NDArray[np.int64] | None) -> Hit:
        number = int(found.numbers[at])
        article = self._snapshot.article(number)
        places = self._snapshot.places(condition, number, article)
        located = Located(article, places)
        ids = () if others is None else self._snapshot.fact("id", found.numbers.take(others))
        return Hit(
            rank,
            article,
            float(found.scores[at]),
            len(places),
            located.title_spans,
            snippets(located),
            duplicates=tuple(sorted(identity or "" for identity in ids)),
        )

    def _parts(self, condition: Condition, hit: Hit) -> tuple[ScorePart, ...]:
        return score_parts(self._snapshot.shares(condition, self._number(hit.article.id)) or ())

    def _number(self, identity: str) -> int:
        number = self._snapshot.number(identity)
        if number is None:
            raise UnknownArticleError(id=identity)
        return number


def _digits(date: str) -> int:
    """An ISO date or date-time as a number that sorts as dates do; what a date does not say is its beginning."""
    return int("".join(filter(str.isdigit, date)).ljust(14, "0")[:14])
