"""Hits: what one needs to decide whether to open an article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from searcher.messages import decimal, say, say_many
from searcher.printers.human.marking import INDENT, WIDEST, marked
from searcher.printers.inert import inert
from searcher.printers.terminal import Terminal, cells, wrapped

if TYPE_CHECKING:
    from searcher.results.hits import Hit, Results, Snippet

_KEPT = "\U0010fffd"
"""Stands for a space at which no line ends: the last character of those that are left to private use, a cell wide."""

_NAMED = 3
"""Reprints that are named; JSON names all."""


def results(found: Results, terminal: Terminal) -> Iterator[str]:
    """Each hit: rank and title, then where it is from and how often it matches, then the matching lines."""
    for hit in found.hits:
        of = hit.article
        title = marked(of.title, hit.title_spans, terminal) if of.title else say("(no title)")
        yield f"{hit.rank:>2} {terminal.strong(title)}"
        facts = (of.id, of.published and of.published.replace("T", " "), of.source)
        often = say_many("{count} place", "{count} places", hit.occurrences)
        yield from _side_by_side([*(inert(fact) for fact in facts if fact), often], terminal)
        for snippet in hit.snippets:
            yield from _snippet(snippet, terminal)
        if hit.parts:
            yield from wrapped(score(hit), min(terminal.width, WIDEST) - len(INDENT), indent=INDENT)
        if hit.duplicates:
            yield from _dim(_reprints(hit.duplicates), terminal)
        yield ""


def _side_by_side(facts: Sequence[str], terminal: Terminal) -> Iterator[str]:
    """Facts in lines that fit, each of them whole where a line has room for it."""
    room = min(terminal.width, WIDEST) - len(INDENT) - len(" ·")
    joined = " · ".join(fact.replace(" ", _KEPT) if cells(fact) <= room else fact for fact in facts)
    return (line.replace(_KEPT, " ") for line in _dim(joined, terminal))


def _dim(text: str, terminal: Terminal) -> Iterator[str]:
    """What stands beside the author's text, in lines that fit."""
    return map(terminal.dim, wrapped(text, min(terminal.width, WIDEST) - len(INDENT), indent=INDENT))


def score(hit: Hit) -> str:
    """The score of a hit as the sum that it is, the greatest parts first."""
    names = {
        "syllable": say("syllable"),
        "row": say("phrase"),
        "pair": say("pair"),
        "ways": say("in several ways"),
        "near": say("near"),
        "quoted": say("quoted"),
        "spoken": say("spoken"),
    }
    parts = sorted(hit.parts, key=lambda part: -part.value)
    sums = " + ".join(f"{decimal(part.value, 2)} ({names[part.name]}: {inert(part.what)})" for part in parts)
    return say("Score {score} = {sums}", score=decimal(hit.score, 2), sums=sums)


def _reprints(ids: Sequence[str]) -> str:
    """How many articles were folded under one, and the ids of the first few."""
    many = say_many("{count} reprint", "{count} reprints", len(ids))
    return f"+{many}: {', '.join(map(inert, ids[:_NAMED]))}{', …' if len(ids) > _NAMED else ''}"


def _snippet(snippet: Snippet, terminal: Terminal) -> Iterator[str]:
    text = marked(snippet.text, snippet.spans, terminal)
    text = f"{'' if snippet.starts else '… '}{text}{'' if snippet.ends else ' …'}"
    names = {"lead": say("Lead"), "caption": say("Caption")}
    if snippet.field == "title":  # it stands above, marked
        return
    label = terminal.dim(f"{names[snippet.field]}: ") if snippet.field in names else ""
    yield from wrapped(label + text, min(terminal.width, WIDEST) - len(INDENT), indent=INDENT)
