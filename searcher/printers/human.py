"""For people: coloured on a terminal, wrapped to its width, in their language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from corpus.article import Article
from searcher.context.places import Marked
from searcher.messages import number, say, say_many
from searcher.printers.inert import inert
from searcher.printers.terminal import Terminal, cells, cut_left, cut_right, wrapped
from searcher.results import ConcordanceLine, Count, Hit, Overview, Results, Snippet, Span

_INDENT = "   "
_WIDEST = 100
"""Cells of running text; longer lines are hard to read."""

_NAMED = 3
"""Reprints that are named; JSON names all."""

_UNWRAPPED = 1 << 30
"""For a pipe, whose reader may look for phrases: a paragraph a line."""


def results(found: Results, terminal: Terminal) -> Iterator[str]:
    """Each hit: rank and title, then where it is from and how often it matches, then the matching lines."""
    for hit in found.hits:
        of = hit.article
        title = _marked(of.title, hit.title_spans, terminal) if of.title else say("(no title)")
        yield f"{hit.rank:>2} {terminal.strong(title)}"
        facts = (of.id, of.published and of.published.replace("T", " "), of.source)
        often = say_many("{count} place", "{count} places", hit.occurrences)
        yield terminal.dim(_INDENT + " · ".join([*(inert(fact) for fact in facts if fact), often]))
        for snippet in hit.snippets:
            yield from _snippet(snippet, terminal)
        if hit.parts:
            yield from wrapped(_score(hit), min(terminal.width, _WIDEST) - len(_INDENT), indent=_INDENT)
        if hit.duplicates:
            yield terminal.dim(_INDENT + _reprints(hit.duplicates))
        yield ""


def concordance(lines: Iterable[ConcordanceLine], terminal: Terminal) -> Iterator[str]:
    """The matches in one column, as wide a context on either side as the terminal has room for."""
    lines = iter(lines)
    while block := list(islice(lines, 500)):
        widest = max(cells(terminal.match(inert(line.match))) for line in block)
        names = min(max(cells(line.article.id) for line in block), 24)
        side = max((terminal.width - names - min(widest, 60) - 3) // 2, 10)
        for line in block:
            match = terminal.match(inert(line.match))
            gap = " " if line.left[-1:].isspace() else ""
            left = cut_left(inert(line.left).rstrip(), side)
            right = cut_right(inert(line.right), max(terminal.width - names - side - cells(match) - 3, 1))
            name = cut_left(inert(line.article.id), names)
            name += " " * (names - cells(name))
            left = " " * max(side + 1 - cells(left + gap), 0) + left + gap
            yield f"{terminal.dim(name)}  {left}{match}{right}"


def count(found: Count) -> Iterator[str]:
    articles = say_many("{count} article", "{count} articles", found.articles)
    yield f"{articles}, {say_many('{count} place', '{count} places', found.occurrences)}"


def article(found: Article, marked: tuple[Marked, ...], terminal: Terminal) -> Iterator[str]:
    """The whole article, matches marked."""
    spans = {(here.field, here.number): here.spans for here in marked}
    width = min(terminal.width, _WIDEST) if terminal.is_screen else _UNWRAPPED
    yield terminal.strong(_marked(found.title, spans.get(("title", 0), ()), terminal))
    facts = (found.published and found.published.replace("T", " "), found.source, found.section, found.author, found.id)
    yield terminal.dim(" · ".join(inert(fact) for fact in facts if fact))
    for field, texts in (("lead", (found.lead,) if found.lead else ()), ("body", found.paragraphs)):
        for at, text in enumerate(texts):
            yield ""
            yield from wrapped(_marked(text, spans.get((field, at), ()), terminal), width)
    if found.captions:
        yield ""
    for at, text in enumerate(found.captions):
        caption = _marked(text, spans.get(("caption", at), ()), terminal)
        yield from wrapped(f"[{say('Caption')}] {caption}", width)


def overview(found: Overview, terminal: Terminal) -> Iterator[str]:
    years = f"{found.first[:10]} – {found.last[:10]}" if found.first and found.last else say("unknown")
    rows = [
        (say("Index"), found.path),
        (say("Articles"), number(found.articles)),
        (say("Quotations"), number(found.quotations)),
        (say("Syllables"), number(found.syllables)),
        (say("Published"), say("{years} ({dated} articles with a date)", years=years, dated=number(found.dated))),
        (say("Pages read"), number(found.pages)),
        (say("Faults in them"), number(found.faults)),
        (say("Sources"), ", ".join(f"{name} ({number(many)})" for name, many in found.sources[:10]) or "–"),
        (say("Size"), say("{mebibytes} MiB", mebibytes=f"{found.size / (1 << 20):.1f}")),
        (say("Format"), str(found.format)),
        (say("Segments"), str(found.segments)),
    ]
    width = max(cells(name) for name, _ in rows)
    for name, value in rows:
        yield f"{terminal.dim(name + ' ' * (width - cells(name)))}  {inert(value)}"


def _score(hit: Hit) -> str:
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
    sums = " + ".join(f"{part.value:.2f} ({names[part.name]}: {inert(part.what)})" for part in parts)
    return say("Score {score} = {sums}", score=f"{hit.score:.2f}", sums=sums)


def _reprints(ids: Sequence[str]) -> str:
    """How many articles were folded under one, and the ids of the first few."""
    many = say_many("{count} reprint", "{count} reprints", len(ids))
    return f"+{many}: {', '.join(map(inert, ids[:_NAMED]))}{', …' if len(ids) > _NAMED else ''}"


def _snippet(snippet: Snippet, terminal: Terminal) -> Iterator[str]:
    text = _marked(snippet.text, snippet.spans, terminal)
    text = f"{'' if snippet.starts else '… '}{text}{'' if snippet.ends else ' …'}"
    names = {"lead": say("Lead"), "caption": say("Caption")}
    if snippet.field == "title":  # it stands above, marked
        return
    label = terminal.dim(f"[{names[snippet.field]}] ") if snippet.field in names else ""
    yield from wrapped(label + text, min(terminal.width, _WIDEST) - len(_INDENT), indent=_INDENT)


def _marked(text: str, spans: tuple[Span, ...], terminal: Terminal) -> str:
    pieces: list[str] = []
    behind = 0
    for start, end in spans:
        pieces += (inert(text[behind:start]), terminal.match(inert(text[start:end])))
        behind = end
    return "".join(pieces) + inert(text[behind:])
