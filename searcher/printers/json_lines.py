"""One JSON object a line, schema 1: for programs.

Every object carries ``"schema": 1``. Positions are offsets in characters into the text in the same object.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict

from corpus.article import Article
from corpus.errors import TimbaoError
from searcher.printers.inert import inert_json
from searcher.results import ConcordanceLine, Count, Explanation, Overview, Results

SCHEMA = 1


def article(found: Article) -> str:
    """An article, as ``read`` and ``show`` give it."""
    quotes = [
        {
            "text": quote.text,
            "kind": quote.kind,
            "speaker": quote.speaker,
            "role": quote.role,
            "paragraph": quote.paragraph,
            "start": quote.start,
            "end": quote.end,
        }
        for quote in found.quotes
    ]
    return _object(
        id=found.id,
        path=found.path,
        title=found.title,
        published=found.published,
        author=found.author,
        source=found.source,
        section=found.section,
        url=found.url,
        encoding=found.encoding,
        lead=found.lead,
        paragraphs=found.paragraphs,
        captions=found.captions,
        quotes=quotes,
    )


def results(found: Results) -> Iterator[str]:
    for hit in found.hits:
        yield _object(
            rank=hit.rank,
            id=hit.article.id,
            title=hit.article.title,
            published=hit.article.published,
            source=hit.article.source,
            score=round(hit.score, 6),
            occurrences=hit.occurrences,
            duplicates=hit.duplicates,
            snippets=[{"field": cut.field, "text": cut.text, "spans": cut.spans} for cut in hit.snippets],
            **({"parts": [asdict(part) for part in hit.parts]} if hit.parts else {}),
        )


def concordance(lines: Iterable[ConcordanceLine]) -> Iterator[str]:
    for line in lines:
        yield _object(
            id=line.article.id,
            published=line.article.published,
            field=line.field,
            left=line.left,
            match=line.match,
            right=line.right,
        )


def count(found: Count) -> Iterator[str]:
    yield _object(articles=found.articles, occurrences=found.occurrences)


def overview(found: Overview) -> Iterator[str]:
    yield _object(
        path=found.path,
        articles=found.articles,
        dated=found.dated,
        quotations=found.quotations,
        syllables=found.syllables,
        pages=found.pages,
        faults=found.faults,
        first=found.first,
        last=found.last,
        sources=dict(found.sources),
        size=found.size,
        format=found.format,
        segments=found.segments,
    )


def explanation(found: Explanation) -> str:
    meanings = [
        {"kind": meaning.kind, "part": meaning.part, "values": [[value, count] for value, count in meaning.values]}
        for meaning in found.meanings
    ]
    return _object(explanation={"reading": found.reading, "meanings": meanings})


def error(raised: TimbaoError, message: str, hint: str | None, at: int | None) -> str:
    return _object(error={"kind": raised.kind, "message": message, "at": at, "hint": hint})


def usage_error(message: str) -> str:
    return _object(error={"kind": "usage", "message": message, "at": None, "hint": None})


def _object(**members: object) -> str:
    whole: Mapping[str, object] = {"schema": SCHEMA, **members}
    return inert_json(json.dumps(whole, ensure_ascii=False))
