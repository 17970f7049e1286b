"""What is said beside a result, for people: how a query was understood, and what else may have been meant."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from searcher.messages import number, say, say_many
from searcher.printers.human.marking import INDENT, WIDEST
from searcher.printers.inert import inert
from searcher.printers.terminal import Terminal, wrapped

if TYPE_CHECKING:
    from searcher.results.remarks import Explanation, Meaning, Suggestion

_MOST = 12
"""Values of a meaning that are named."""


def explanation(found: Explanation, terminal: Terminal) -> Iterator[str]:
    """What the parts of a query mean, as far as that is more than they say: a line each, the commonest first."""
    for meaning in found.meanings:
        yield from wrapped(_meaning(meaning), min(terminal.width, WIDEST) - len(INDENT), indent=INDENT)


def suggestions(found: Sequence[Suggestion]) -> Iterator[str]:
    """What may have been meant, a line each, with what it would give."""
    for suggestion in found:
        yield f"  {_suggestion(suggestion)}"


def _meaning(meaning: Meaning) -> str:
    part = inert(meaning.part)
    if meaning.kind == "dates":
        return say("{part} is from {values}", part=part, values=" – ".join(value or "…" for value, _ in meaning.values))
    shown = [inert(f"{value} ({number(count)})" if count else value) for value, count in meaning.values[:_MOST]]
    more = len(meaning.values) - len(shown)
    values = ", ".join(shown) + (say(" and {count} more", count=number(more)) if more else "") or "–"
    match meaning.kind:
        case "spelling":
            return say("{part} is looked for as {values}", part=part, values=values)
        case "accents":
            return say("{part} stands for: {values}", part=part, values=values)
        case "ways":
            return say("{part} is also written: {values}", part=part, values=values)
    return say("{part} is: {values}", part=part, values=values)


def _suggestion(suggestion: Suggestion) -> str:
    query, option = inert(suggestion.query), inert(suggestion.option or "")
    counts = {
        "articles": say_many("{count} article", "{count} articles", suggestion.articles),
        "places": say_many("{count} place", "{count} places", suggestion.occurrences),
    }
    match suggestion.kind:
        case "accents":
            return say("Without accents (--accents ignore): {articles}, {places}", **counts)
        case "words":
            return say("All the words, anywhere: {query} ({articles}, {places})", query=query, **counts)
        case "any":
            return say("Any of the words, the best first (--any): {articles}, {places}", **counts)
        case "filter" if option == "all":
            return say("Without all filters: {articles}, {places}", **counts)
        case "filter":
            flag = {"since": "--from", "until": "--to"}.get(option, f"--{option}")
            return say("Without {option}: {articles}, {places}", option=flag, **counts)
        case "part":
            return say("Without {option}: {articles}, {places}", option=option, **counts)
    return say("Did you mean: {query} ({articles}, {places})", query=query, **counts)
