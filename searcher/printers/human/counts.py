"""How often, in words and in columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from searcher.messages import number, say, say_many
from searcher.printers.inert import inert
from searcher.printers.terminal import cells
from searcher.results.counts import UNKNOWN_SPEAKER

if TYPE_CHECKING:
    from searcher.results.counts import Count, Group


def count(found: Count) -> Iterator[str]:
    yield f"{_articles(found.articles)}, {_places(found.occurrences)}"


def counts(found: Iterable[tuple[str, Count]]) -> Iterator[str]:
    """A query a line, as its count is there."""
    for query, each in found:
        yield f"{inert(query)}: {_articles(each.articles)}, {_places(each.occurrences)}"


def groups(found: Sequence[Group], by: str) -> Iterator[str]:
    """The groups in columns: places, articles, and what they have in common."""
    rows = [(number(group.occurrences), number(group.articles), _name(group.key, by)) for group in found]
    places, articles = say("places"), say("articles")
    left = max([cells(places), *(len(row[0]) for row in rows)])
    middle = max([cells(articles), *(len(row[1]) for row in rows)])
    if rows:
        yield f"{' ' * (left - cells(places))}{places}  {' ' * (middle - cells(articles))}{articles}"
    for occurrences, many, name in rows:
        yield f"{occurrences:>{left}}  {many:>{middle}}  {name}"


def _name(key: str | None, by: str) -> str:
    if by == "speaker" and key == UNKNOWN_SPEAKER:
        return say("(speaker unknown)")
    if key:
        return inert(key)
    match by:
        case "speaker":
            return say("(in no quotation)")
        case "left" | "right":
            return say("(nothing beside it)")
        case "year" | "month" | "day":
            return say("(no date)")
    return say("(not given)")


def _articles(many: int) -> str:
    return say_many("{count} article", "{count} articles", many)


def _places(many: int) -> str:
    return say_many("{count} place", "{count} places", many)
