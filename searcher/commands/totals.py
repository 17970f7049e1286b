"""What several commands say of what they found: the totals, and what else may have been meant."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from searcher.commands.shared_options import MATCH, NO_MATCH
from searcher.messages import number, say, say_many
from searcher.printers.inert import inert

if TYPE_CHECKING:
    from searcher.archive import Archive
    from searcher.commands.listing_options import Part
    from searcher.printers.output import Output

_MOST_BARE = 8
"""Words without accents that are named."""

FEW = 3
"""Articles; where fewer are found, it is said what else may have been meant."""


def echo(output: Output, archive: Archive, query: Sequence[str], reading: str, how: dict[str, Any]) -> None:
    """Says how a query was understood: which mark in it was passed over, and which words mean others as well."""
    from searcher.meaning.bare_words import bare_beside_accented
    from searcher.meaning.question import question

    output.notice(say("Query: {reading}", reading=inert(reading)))
    if not how["plain"]:  # plain ones have no marks
        name_lost_marks(output, query)
    if query and (bare := bare_beside_accented(question(query, **how), archive.accentings)):
        some = ", ".join(map(inert, bare[:_MOST_BARE])) + (", …" if len(bare) > _MOST_BARE else "")
        output.notice(say("With any accents: {words}. As typed alone: --accents exact.", words=some))


def name_lost_marks(output: Output, query: Sequence[str]) -> None:
    """Says of which arguments a quotation mark was left out, and which signs are operators only elsewhere."""
    from searcher.query.lexer import has_lone_mark
    from searcher.query.other_operators import other_operators

    for argument in filter(has_lone_mark, query):
        output.notice(say("A quotation mark without a partner was left out: {typed}", typed=inert(argument)))
    for sign, ours in dict.fromkeys(found for argument in query for found in other_operators(argument)):
        output.notice(say("{sign} says nothing here; {ours} does.", sign=sign, ours=ours))


def counted(
    archive: Archive,
    query: Sequence[str],
    how: dict[str, Any],
    output: Output,
    *,
    explain: bool,
    collapse: bool = False,
) -> int:
    """Prints the counts alone, with ``collapse`` without reprints; gives the exit status."""
    with output.working():
        found = archive.count(query, collapse=collapse, **how)
    echo(output, archive, query, found.reading, how)
    if explain:
        output.explanation(archive.explain(query, **how))
    output.count(found)
    if found.articles < FEW:
        output.suggestions(archive.suggest(query, **how))
    return MATCH if found.articles else NO_MATCH


def totals(articles: int, occurrences: int) -> str:
    if not articles:
        return say("Nothing found.")
    return say(
        "{articles}, {places}.",
        articles=say_many("{count} article", "{count} articles", articles),
        places=say_many("{count} place", "{count} places", occurrences),
    )


def shown(many: int, everything: int, part: Part, covered: int | None = None) -> Iterator[str]:
    """How many of all are shown, where it is not all; with what is folded under them so many are ``covered``."""
    covered = many if covered is None else covered
    if part["sample"] is not None and covered < everything:
        yield say("Shown: {shown} of these, by chance.", shown=number(many))
    elif everything and not covered and part["limit"] != 0:
        yield say("There are none so far on.")
    elif covered < everything:
        yield say("Shown: {shown} of these. More: -n NUMBER, --offset NUMBER.", shown=number(many))
