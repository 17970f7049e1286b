"""What was found as a table, the id first: for pipes and spreadsheets. ``delimited.py`` writes it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from corpus.article import Article
    from index.check import Fault
    from searcher.context.places import Marked
    from searcher.results.company import Collocate, Company
    from searcher.results.counts import Count, Group
    from searcher.results.hits import Hit, Results, Snippet, Span
    from searcher.results.lines import ConcordanceLine, Quoted
    from searcher.results.over_time import Period, Timeline
    from searcher.results.overview import Overview

Cells = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells under the ``names`` of their columns; ``None`` is an empty cell."""

    names: tuple[str, ...]
    rows: Iterable[Cells]


def results(found: Results) -> Table:
    names = ("id", "published", "source", "occurrences", "title", "snippet")
    return Table(names, map(_hit, found.hits))


def _hit(hit: Hit) -> Cells:
    of = hit.article
    return of.id, of.published, of.source, hit.occurrences, of.title, _first(hit.snippets)


def concordance(lines: Iterable[ConcordanceLine]) -> Table:
    names = ("id", "published", "field", "left", "match", "right")
    return Table(names, (_line(line) for line in lines))


def _line(line: ConcordanceLine) -> Cells:
    return line.id, line.published, line.field, line.left, line.match, line.right


def quotations(found: Iterable[Quoted]) -> Table:
    names = ("id", "published", "speaker", "role", "text")
    return Table(names, (_quoted(here) for here in found))


def _quoted(here: Quoted) -> Cells:
    return here.article.id, here.article.published, here.quote.speaker, here.quote.role, here.quote.text


def count(found: Count) -> Table:
    return Table(("articles", "occurrences"), ((found.articles, found.occurrences),))


def counts(found: Iterable[tuple[str, Count]]) -> Table:
    names = ("query", "articles", "occurrences")
    return Table(names, ((query, count.articles, count.occurrences) for query, count in found))


def groups(found: Iterable[Group]) -> Table:
    names = ("key", "articles", "occurrences")
    return Table(names, ((group.key, group.articles, group.occurrences) for group in found))


def timeline(found: Timeline) -> Table:
    names = ("key", "articles", "occurrences", "all", "per_thousand")
    return Table(names, map(_period, found.periods))


def _period(period: Period) -> Cells:
    return period.key, period.articles, period.occurrences, period.of_all, round(period.per_thousand, 3)


def company(found: Company) -> Table:
    names = ("term", "count", "total", "log_likelihood", "log_dice")
    return Table(names, map(_collocate, found.words))


def _collocate(word: Collocate) -> Cells:
    return word.term, word.count, word.total, f"{word.log_likelihood:.2f}", f"{word.log_dice:.2f}"


def article(found: Article, where: Sequence[Marked] | None) -> Table:
    """A row a part of the article; with the offsets of what is to be marked in it, as ``2-6 30-34``."""
    if where is None:
        return Table(("field", "text"), ((field, text) for field, text, _ in _parts(found)))
    spans = {(here.field, here.number): here.spans for here in where}
    rows = ((field, text, _offsets(spans.get(at, ()))) for field, text, at in _parts(found))
    return Table(("field", "text", "marks"), rows)


def _parts(found: Article) -> Iterator[tuple[str, str, tuple[str, int]]]:
    """What each part is called, its text, and its place by field and number."""
    for name in ("id", "title", "published", "author", "source", "section", "url", "lead"):
        if (value := getattr(found, name)) is not None:
            yield name, value, (name, 0)
    yield from (("paragraph", text, ("body", at)) for at, text in enumerate(found.paragraphs))
    yield from (("caption", text, ("caption", at)) for at, text in enumerate(found.captions))


def _offsets(spans: Sequence[Span]) -> str:
    return " ".join(f"{start}-{end}" for start, end in spans)


def articles(found: Iterable[Article]) -> Table:
    """An article a row: what is known of it, and how much text it has."""
    names = ("id", "published", "author", "source", "section", "title", "lead", "paragraphs", "captions", "quotes")
    return Table(names, map(_facts, found))


def _facts(of: Article) -> Cells:
    sizes = len(of.paragraphs), len(of.captions), len(of.quotes)
    return of.id, of.published, of.author, of.source, of.section, of.title, of.lead, *sizes


def damage(found: Iterable[Fault]) -> Table:
    return Table(("file", "fault"), ((fault.file, fault.what) for fault in found))


_FIGURES = (
    *("path", "articles", "dated", "quotations", "syllables", "pages", "faults", "first", "last", "size"),
    *("format", "segments", "deleted", "version"),
)


def overview(found: Overview) -> Table:
    return Table(("what", "value"), ((name, getattr(found, name)) for name in _FIGURES))


def _first(snippets: tuple[Snippet, ...]) -> str:
    return snippets[0].text if snippets else ""
