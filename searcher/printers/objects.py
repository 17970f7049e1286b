"""What was found as JSON objects, schema 1: for programs. ``json_text.py`` writes them.

Every object carries ``"schema": 1``. Positions are offsets in characters into the text in the same object.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from corpus.article import Article
    from corpus.errors import TimbaoError
    from index.check import Fault
    from searcher.context.places import Marked
    from searcher.results.company import Company
    from searcher.results.counts import Count, Group
    from searcher.results.hits import Results
    from searcher.results.lines import ConcordanceLine, Quoted
    from searcher.results.over_time import Timeline
    from searcher.results.overview import Overview
    from searcher.results.remarks import Explanation

SCHEMA = 1

Object = Mapping[str, object]


def article(found: Article, where: Sequence[Marked] | None = None) -> Object:
    """An article, as ``read`` and ``show`` give it; with what is to be marked in its title, lead, paragraphs and
    captions, each of these given by its field and its number there.
    """
    quotes = [
        {
            "text": quote.text,
            "kind": quote.kind,
            "speaker": quote.speaker,
            "role": quote.role,
            "paragraph": quote.paragraph,
            "start": quote.start,
            "end": quote.end,
            "last_paragraph": quote.last_paragraph,
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
        **({} if where is None else {"marks": [_marks(here) for here in where]}),
    )


def _marks(here: Marked) -> Mapping[str, object]:
    return {"field": here.field, "number": here.number, "spans": here.spans}


def results(found: Results, asked: str | None = None) -> Iterator[Object]:
    """The hits; of those that are like an article, its id is ``asked``, and its reprints are told with it."""
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
            **({"loose": True} if found.loose else {}),
            **({"asked": {"id": asked, "reprints": found.reprints}} if asked is not None else {}),
        )


def concordance(lines: Iterable[ConcordanceLine]) -> Iterator[Object]:
    for line in lines:
        yield _object(
            id=line.id,
            published=line.published,
            field=line.field,
            left=line.left,
            match=line.match,
            right=line.right,
        )


def quotations(found: Iterable[Quoted]) -> Iterator[Object]:
    for here in found:
        yield _object(
            id=here.article.id,
            published=here.article.published,
            title=here.article.title,
            source=here.article.source,
            speaker=here.quote.speaker,
            role=here.quote.role,
            kind=here.quote.kind,
            text=here.quote.text,
            spans=here.spans,
        )


def count(found: Count) -> Object:
    return _object(articles=found.articles, occurrences=found.occurrences)


def counts(found: Iterable[tuple[str, Count]]) -> Iterator[Object]:
    for query, each in found:
        yield _object(query=query, articles=each.articles, occurrences=each.occurrences)


def groups(found: Iterable[Group]) -> Iterator[Object]:
    for group in found:
        yield _object(key=group.key, articles=group.articles, occurrences=group.occurrences)


def timeline(found: Timeline) -> Iterator[Object]:
    for period in found.periods:
        yield _object(
            key=period.key,
            articles=period.articles,
            occurrences=period.occurrences,
            all=period.of_all,
            per_thousand=round(period.per_thousand, 3),
        )


def company(found: Company) -> Iterator[Object]:
    for word in found.words:
        yield _object(
            term=word.term,
            count=word.count,
            total=word.total,
            log_likelihood=round(word.log_likelihood, 6),
            log_dice=round(word.log_dice, 6),
        )


def overview(found: Overview) -> Object:
    return _object(
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
        deleted=found.deleted,
        version=found.version,
    )


def damage(found: Iterable[Fault]) -> Iterator[Object]:
    return (_object(file=fault.file, fault=fault.what) for fault in found)


def explanation(found: Explanation) -> Object:
    meanings = [
        {"kind": meaning.kind, "part": meaning.part, "values": [[value, count] for value, count in meaning.values]}
        for meaning in found.meanings
    ]
    return _object(explanation={"reading": found.reading, "meanings": meanings})


def error(raised: TimbaoError, message: str, hint: str | None, at: int | None) -> Object:
    return _object(error={"kind": raised.kind, "message": message, "at": at, "hint": hint})


def usage_error(message: str) -> Object:
    return _object(error={"kind": "usage", "message": message, "at": None, "hint": None})


def _object(**members: object) -> Object:
    return {"schema": SCHEMA, **members}
