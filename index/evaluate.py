"""Which articles match, with which score, and where in them? A Whoosh query tree, evaluated a segment at a time.

Each node gives the whole set of its documents, so totals are exact and no shape of tree takes a shortcut. A
conjunction evaluates its cheapest part first and the others only among what is left. Nodes that are not ours (terms,
ranges of other fields) are run by Whoosh and only filter.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from whoosh.query import And, Not, Or, Query, Term

from index.occurrences import Occurrences
from index.schema import ARTICLE
from index.score import Scorer

if TYPE_CHECKING:
    from whoosh.searching import Searcher


class Preferring(Query):
    """The documents of ``base``; those in which ``preferred`` stands as well come before all others."""

    def __init__(self, base: Query, preferred: Occurrences) -> None:
        self.base = base
        self.preferred = preferred

    def __repr__(self) -> str:
        return f"Preferring({self.base!r}, {self.preferred!r})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Preferring) and (self.base, self.preferred) == (other.base, other.preferred)

    def __hash__(self) -> int:
        return hash((self.base, self.preferred))

    def estimate_size(self, reader: object) -> int:
        return int(self.base.estimate_size(reader))

    def matcher(self, searcher: Searcher, context: object = None) -> object:
        return self.base.matcher(searcher, context)


@dataclass(slots=True)
class Matches:
    """Documents by number: their places as numbers (none for a filter), their scores, and those preferred."""

    places: dict[int, Collection[int]] = field(default_factory=dict)
    scores: dict[int, float] = field(default_factory=dict)
    preferred: set[int] = field(default_factory=set)

    @property
    def articles(self) -> int:
        return len(self.places)

    @property
    def occurrences(self) -> int:
        return sum(map(len, self.places.values()))


def evaluate(query: Query, searcher: Searcher, scorer: Scorer) -> Matches:
    """All matches of a query in an index, by document number."""
    matches = Matches()
    for segment, offset in searcher.leaf_searchers():
        found = _Segment(segment, scorer).matches(query, None)
        matches.places.update((document + offset, places) for document, places in found.places.items())
        matches.scores.update((document + offset, score) for document, score in found.scores.items())
        matches.preferred.update(document + offset for document in found.preferred)
    return matches


@dataclass(frozen=True, slots=True)
class _Segment:
    """Evaluates nodes in one segment; ``among`` narrows the documents that are asked about, ``None`` means all."""

    searcher: Searcher
    scorer: Scorer

    def matches(self, query: Query, among: Collection[int] | None) -> Matches:
        match query:
            case Occurrences():
                found = query.find(self.searcher.reader(), among)
                return Matches(dict(found), self.scorer.scores(self.searcher.reader(), query, found))
            case Preferring():
                return self._prefer(query, among)
            case And():
                return self._all(query.subqueries, among)
            case Or():
                return self._any(query.subqueries, among)
            case Not():
                return _plain(self._live(among) - self.matches(query.query, among).places.keys())
        documents = set(query.docs(self.searcher))
        return _plain(documents if among is None else documents.intersection(among))

    def _live(self, among: Collection[int] | None) -> set[int]:
        articles = set(Term("kind", ARTICLE).docs(self.searcher))
        return articles if among is None else articles.intersection(among)

    def _all(self, parts: Iterable[Query], among: Collection[int] | None) -> Matches:
        reader = self.searcher.reader()
        wanted = sorted(
            (part for part in parts if not isinstance(part, Not)), key=lambda part: part.estimate_size(reader)
        )
        refused = [part.query for part in parts if isinstance(part, Not)]
        left = self._live(among) if not wanted else among
        results = [] if wanted else [_plain(left or ())]
        for part in wanted:
            results.append(self.matches(part, left))
            left = results[-1].places.keys()
        for part in refused:
            left = set(left or ()) - self.matches(part, left).places.keys()
        return _joined(results, set(left or ()))

    def _any(self, parts: Iterable[Query], among: Collection[int] | None) -> Matches:
        results = [self.matches(part, among) for part in parts]
        return _joined(results, set().union(*(result.places for result in results)))

    def _prefer(self, query: Preferring, among: Collection[int] | None) -> Matches:
        base = self.matches(query.base, among)
        base.preferred |= query.preferred.find(self.searcher.reader(), base.places.keys()).keys()
        return base


def _plain(documents: Iterable[int]) -> Matches:
    return Matches(dict.fromkeys(documents, ()))


def _joined(results: list[Matches], documents: set[int]) -> Matches:
    """The parts' places and scores added up, for some of their documents; a place that two parts share counts once."""
    if len(results) == 1 and len(documents) == len(results[0].places):
        return results[0]
    joined = Matches()
    for document in documents:
        here = [result.places[document] for result in results if result.places.get(document)]
        joined.places[document] = here[0] if len(here) == 1 else sorted(set().union(*here))
        joined.scores[document] = sum(result.scores.get(document, 0.0) for result in results)
        if any(document in result.preferred for result in results):
            joined.preferred.add(document)
    return joined
