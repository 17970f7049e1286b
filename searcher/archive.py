"""An archive to be searched: the library that the commands are thin over."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Self, Unpack

from index.plan import Condition, rows
from index.segment.tokens import Numbers, merged
from index.snapshot import Snapshot
from searcher.context.hit import hit_of
from searcher.context.places import Located, Marked
from searcher.errors import UnknownArticleError
from searcher.meaning.aliases import built_in
from searcher.meaning.compile import Compiler
from searcher.meaning.expansion import expanded, expansion
from searcher.meaning.question import Asked, Question, Typed, question, quotation_question, words
from searcher.order import SPARE, Order, folded, ranked
from searcher.query.tree import All, Node, Phrase, described
from searcher.results.counts import Count
from searcher.results.hits import Results
from searcher.sample import Wanted

if TYPE_CHECKING:
    from corpus.article import Article
    from searcher.context.concordance import LineOrder
    from searcher.figures.breakdown import By
    from searcher.figures.collocations import Measure
    from searcher.figures.timeline import Per
    from searcher.meaning.question import Filters
    from searcher.results.company import Company
    from searcher.results.counts import Group
    from searcher.results.hits import Hit, ScorePart
    from searcher.results.lines import Concordance, Quotations
    from searcher.results.over_time import Timeline
    from searcher.results.overview import Overview
    from searcher.results.remarks import Explanation, Suggestion


class Archive:
    """An index opened for searching, as it stood at that moment. Close it, or use it in a ``with`` block.

    Every search raises ``QueryError`` for a query that does not read, and ``DamagedIndexError``. What only some
    questions need is loaded when they are asked: a search begins in a new process each time.
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
        sample: int | None = None,
        seed: int | None = None,
        **asked: Unpack[Asked],
    ) -> Results:
        """The articles that match, best first, ``limit`` of them from ``offset`` on; ``explain`` asks for what makes
        their scores.

        Those that are nearly the same text as one before them stand in its ``duplicates``, unless ``collapse`` is off.
        With ``sample`` it is so many of all of them by chance, in their order.

        A phrase that stands nowhere gives the articles with all its words instead, nearest together first, and says so
        in ``Results.loose``; ``match="phrase"`` never does.
        """
        part = Wanted(limit, offset, sample, seed)
        asking = question(query, **asked)
        condition = self._condition(asking)
        wanted = part.end if sample is None else None
        best = wanted if Order(order) is Order.RELEVANCE else None
        if best and collapse:
            best += SPARE
        found = self._snapshot.evaluate(condition, best)
        tree, nearest = asking.tree, None
        if not found.articles and asking.match == "all" and isinstance(tree, Phrase) and len(words(tree)) > 1:
            asking = replace(asking, tree=All(words(tree)), aliases=None)
            condition = self._condition(asking)
            found = self._snapshot.evaluate(condition)
            nearest = self._snapshot.distances(rows(condition), found.numbers)
        if collapse:
            found, folds = folded(self._snapshot, condition, found, Order(order), wanted, nearest)
            chosen, under = folds.shown, folds.under
        else:
            chosen, under = found.numbers.take(ranked(self._snapshot, found, Order(order), wanted, nearest)), ()
        shown = part.sample_of(len(chosen))[offset : part.end].tolist()
        hits = tuple(
            hit_of(self._snapshot, at + 1, int(chosen[at]), condition, found, under[at] if collapse else None)
            for at in shown
        )
        if explain:
            hits = tuple(replace(hit, parts=self._parts(condition, hit)) for hit in hits)
        return Results(described(tree), found.articles, found.occurrences, hits, nearest is not None and bool(hits))

    def count(self, query: Typed, *, collapse: bool = False, **asked: Unpack[Asked]) -> Count:
        """How many articles match, and in how many places; with ``collapse`` without reprints of others of them."""
        return self.count_of(question(query, **asked), collapse=collapse)

    def count_of(self, asking: Question, *, collapse: bool = False) -> Count:
        """The same of what was typed and parsed before."""
        found = self._snapshot.evaluate(self._narrowed(self._condition(asking), collapse))
        return Count(found.articles, found.occurrences, described(asking.tree))

    def count_by(
        self, query: Typed, by: By | str, *, collapse: bool = False, **asked: Unpack[Asked]
    ) -> tuple[Group, ...]:
        """The same by what the articles have in common; the places of all groups add up to those of ``count``."""
        from searcher.figures.breakdown import By, breakdown

        condition = self._narrowed(self._condition(question(query, **asked)), collapse)
        return breakdown(self._snapshot, condition, By(by))

    def timeline(
        self,
        query: Typed,
        *,
        per: Per | str | None = None,
        titles: int = 3,
        collapse: bool = False,
        **asked: Unpack[Asked],
    ) -> Timeline:
        """The articles that match over time, ``per`` year, month or day; so many ``titles`` are named for each period.

        Without ``per`` it is the shortest that gives few periods. Rates are of the articles of the same time that have
        the facts asked for, reprints counted: of a source's articles where a source is. Raises ``ManyPeriodsError``.
        """
        from searcher.figures.timeline import Per, timeline
        from searcher.meaning.facts import facts_alone

        asking = question(query, **asked)
        condition, facts = self._condition(asking), self._condition(facts_alone(asking))
        condition = self._narrowed(condition, collapse)
        over_time = timeline(self._snapshot, condition, facts, None if per is None else Per(per), titles)
        return replace(over_time, reading=described(asking.tree), filters=asking.filters.asked)

    def suggest(self, query: Typed, **asked: Unpack[Asked]) -> tuple[Suggestion, ...]:
        """What may have been meant, where a query finds nothing or next to nothing; each with what it would give."""
        from searcher.meaning.suggestions import suggestions

        asking = question(query, **asked)
        return suggestions(asking, self.count_of(asking), self)

    def explain(self, query: Typed, **asked: Unpack[Asked]) -> Explanation:
        """How a query is understood, and what its parts come to mean in this archive."""
        from searcher.meaning.explanation import explained

        asking = question(query, **asked)
        return explained(asking, expanded(asking), self)

    def values(self, fact: str) -> Mapping[str, int]:
        """The values of ``source``, ``section`` or ``author``, each with the number of its articles.

        Of ``speaker`` it is the names as they are looked for, with large initials, and their quotations.
        """
        return self._snapshot.speakers() if fact == "speaker" else self._snapshot.values(fact)

    def places_of(self, asking: Question, tree: Node) -> int:
        """How often a tree is found, taken as a question takes its own, in the whole archive."""
        return self._snapshot.evaluate(Compiler(self.values, asking.accents).compile(tree)).occurrences

    def accentings(self, bare: str) -> dict[str, int]:
        """The words that ``bare`` may stand for, the commonest first, each with how often it stands in the archive."""
        return self._snapshot.accentings(bare)

    def kwic(
        self,
        query: Typed,
        *,
        context: int = 10,
        order: LineOrder | str = "relevance",
        limit: int | None = None,
        offset: int = 0,
        sample: int | None = None,
        seed: int | None = None,
        collapse: bool = False,
        **asked: Unpack[Asked],
    ) -> Concordance:
        """Occurrences with ``context`` syllables on either side, those of one article in reading order.

        All of them; with ``sample`` so many by chance, and with ``limit`` the first ones; with ``collapse`` none in
        reprints of other articles that match.
        """
        from searcher.context.concordance import LineOrder
        from searcher.context.reading import concordance_of

        asking = question(query, **asked)
        condition = self._narrowed(self._condition(asking), collapse, LineOrder(order).of_articles)
        found = concordance_of(self._snapshot, condition, context, order, Wanted(limit, offset, sample, seed))
        return replace(found, reading=described(asking.tree))

    def quotes(
        self,
        query: Typed | None = None,
        *,
        order: Order | str = Order.RELEVANCE,
        limit: int | None = None,
        offset: int = 0,
        sample: int | None = None,
        seed: int | None = None,
        collapse: bool = False,
        **asked: Unpack[Asked],
    ) -> Quotations:
        """The quotations in which a query matches; without one, all those of the speaker whom the filters name.

        All that is asked has to stand in the same quotation. They come in the order of their articles, those of one as
        they stand in it; with ``collapse`` none of reprints of other articles that match.
        """
        from searcher.context.reading import quotations_of

        asking = quotation_question(query, **asked)
        condition = self._condition(asking)
        if collapse:  # an article may have all that is asked for, and no quotation that has
            quoting = merged([self._snapshot.quotation_matches(condition)[0]])
            condition = self._narrowed(condition, collapse, Order(order), among=quoting)
        found = quotations_of(self._snapshot, condition, Order(order), Wanted(limit, offset, sample, seed))
        return replace(found, reading=described(asking.tree))

    def terms(
        self,
        query: Typed,
        *,
        window: int = 5,
        order: Measure | str = "likelihood",
        limit: int | None = 20,
        offset: int = 0,
        least: int = 2,
        sample: int | None = None,
        seed: int | None = None,
        collapse: bool = False,
        **asked: Unpack[Asked],
    ) -> Company:
        """The words that keep company with a query: ``limit`` of those that stand up to ``window`` words before or
        behind a match, in the same paragraph, ``least`` times or more (``figures/collocations.py``).

        With ``sample`` only so many of the articles are looked into, by chance, and with ``collapse`` no reprints.
        """
        from searcher.figures.collocations import Measure, company

        asking = question(query, **asked)
        condition = self._narrowed(self._condition(asking), collapse, sample=sample, seed=seed)
        end = Wanted(limit, offset).end
        found = company(self._snapshot, condition, window=window, by=Measure(order), limit=end, least=least)
        return replace(found, reading=described(asking.tree), words=found.words[offset:])

    def similar(
        self,
        identity: str,
        *,
        limit: int | None = 10,
        offset: int = 0,
        sample: int | None = None,
        seed: int | None = None,
        collapse: bool = True,
        filters: Filters | None = None,
    ) -> Results:
        """The articles that are like the one under an id, those that are most so first, of those with the facts that
        ``filters`` ask for; ``Results.reading`` says by which words they were found, and ``reprints`` names those that
        are nearly the same text.

        Raises ``UnknownArticleError``.
        """
        if limit is not None and limit < 1:
            raise ValueError("limit counts from one")
        from searcher.figures.likeness import like

        number = self._number(identity)
        facts = None
        if filters is not None and filters.asked:
            facts = self._condition(Question(All(()), filters=filters, aliases=built_in()))
        return like(self._snapshot, number, Wanted(limit, offset, sample, seed), facts, collapse=collapse)

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
        from searcher.figures.overview import overview

        return overview(self._snapshot)

    def _condition(self, asking: Question) -> Condition:
        expand = expansion(asking)
        compiler = Compiler(self._snapshot.values, asking.accents, expand)
        return compiler.compile(expand(asking.tree), asking.filters, asking.fields, whole_words=asking.whole_words)

    def _narrowed(
        self,
        condition: Condition,
        collapse: bool,
        order: Order = Order.RELEVANCE,
        *,
        sample: int | None = None,
        seed: int | None = None,
        among: Numbers | None = None,
    ) -> Condition:
        """The condition as it is, unless it is to be narrowed (``narrowing.py``)."""
        if not collapse and sample is None:
            return condition
        from searcher.narrowing import narrowed

        return narrowed(self._snapshot, condition, order, collapse=collapse, sample=sample, seed=seed, among=among)

    def _parts(self, condition: Condition, hit: Hit) -> tuple[ScorePart, ...]:
        from searcher.meaning.explanation import score_parts

        return score_parts(self._snapshot.shares(condition, self._number(hit.article.id)) or ())

    def _number(self, identity: str) -> int:
        number = self._snapshot.number(identity)
        if number is None:
            raise UnknownArticleError(id=identity)
        return number
