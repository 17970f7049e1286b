"""Tab-separated lines, the id first: for pipes. Cells hold no tab and no line feed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from corpus.article import Article
from searcher.printers.inert import inert
from searcher.results import ConcordanceLine, Count, Overview, Results, Snippet

RESULTS = ("id", "published", "source", "occurrences", "title", "snippet")
CONCORDANCE = ("id", "published", "field", "left", "match", "right")
COUNT = ("articles", "occurrences")
ARTICLE = ("field", "text")
OVERVIEW = ("what", "value")


def results(found: Results) -> Iterator[str]:
    for hit in found.hits:
        of = hit.article
        yield _line(of.id, of.published, of.source, hit.occurrences, of.title, _first(hit.snippets))


def concordance(lines: Iterable[ConcordanceLine]) -> Iterator[str]:
    for line in lines:
        yield _line(line.article.id, line.article.published, line.field, line.left, line.match, line.right)


def count(found: Count) -> Iterator[str]:
    yield _line(found.articles, found.occurrences)


def article(found: Article) -> Iterator[str]:
    for name in ("id", "title", "published", "author", "source", "section", "url", "lead"):
        if (value := getattr(found, name)) is not None:
            yield _line(name, value)
    yield from (_line("paragraph", text) for text in found.paragraphs)
    yield from (_line("caption", text) for text in found.captions)


def overview(found: Overview) -> Iterator[str]:
    for name in ("path", "articles", "dated", "quotations", "syllables", "pages", "faults", "first", "last", "size"):
        yield _line(name, getattr(found, name))


def _first(snippets: tuple[Snippet, ...]) -> str:
    return snippets[0].text if snippets else ""


def _line(*cells: object) -> str:
    return "\t".join("" if cell is None else inert(str(cell)) for cell in cells)
