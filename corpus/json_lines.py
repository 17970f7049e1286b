"""Data sets: one article a line, as a JSON object whose fields go by the usual names."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import BinaryIO

from corpus.article import Article
from corpus.dates import iso_date
from corpus.decode import decode, mend_surrogates, readable
from corpus.errors import (
    BrokenRecordError,
    CorpusError,
    EmptyPageError,
    OversizedPageError,
    RecordWithoutTextError,
    WrongFieldError,
)
from corpus.lines import paragraphs_of
from corpus.pages import PageFile, Skipped
from corpus.quotations import quotations

_NEEDED = ("id", "title", "text")
"""Facts without which a record is no article; any other that is no text is passed over."""

LONGEST_LINE = 32 << 20
"""Bytes of a line; a longer one is passed over without being held in memory."""

LONGEST_ID = 512
"""Characters of an article's id."""

FIELDS: Mapping[str, tuple[str, ...]] = {
    "id": ("id", "_id", "article_id", "doc_id"),
    "title": ("title", "headline", "tieu_de"),
    "text": ("body", "text", "content", "paragraphs", "noi_dung"),
    "lead": ("lead", "abstract", "sapo", "summary", "description"),
    "published": ("published", "date", "published_at", "publish_date", "pubdate", "datetime", "time"),
    "author": ("author", "authors", "byline"),
    "source": ("source", "publisher", "site"),
    "section": ("section", "category", "topic"),
    "captions": ("captions", "caption"),
    "url": ("url", "link"),
}
"""The names under which each fact is looked for, best first; the case of letters does not matter."""


class JsonLinesReader:
    """Reads ``.jsonl``: a line, an article; a bad line is named and the next one read."""

    suffixes: tuple[str, ...] = (".jsonl", ".ndjson")

    def read(self, stream: BinaryIO, page: PageFile) -> Iterator[Article | Skipped]:
        number = 0
        while line := stream.readline(LONGEST_LINE + 1):
            number += 1
            where = f"{page.shown}, line {number}"
            try:
                if len(line) > LONGEST_LINE:
                    _pass_over(stream)
                    raise OversizedPageError(limit=LONGEST_LINE >> 20)
                if line.strip():
                    decoded = decode(line)
                    name = f"{page.name}#{number}"
                    yield read_record(_record(decoded.text), name, page.shown, decoded.unusual)
            except CorpusError as error:
                yield Skipped(where, error)


def read_record(record: Mapping[str, object], name: str, path: str, encoding: str | None = None) -> Article:
    """The article in a record; ``name`` is its id where it has none. Raises ``CorpusError``."""
    facts = {key.lower(): value for key, value in record.items()}
    paragraphs = paragraphs_of(_text(facts, "text") or "")
    lead = _line(facts, "lead")
    title = _line(facts, "title")
    if not paragraphs and lead is None:
        if not any(field in facts for field in FIELDS["text"]):
            raise RecordWithoutTextError(fields=", ".join(sorted(record)[:12]) or "none")
        if title is None:
            raise EmptyPageError()
    published = _line(facts, "published")
    return Article(
        id=_id(facts) or name,
        path=path,
        title=title or "",
        published=iso_date(published) if published else None,
        author=_line(facts, "author"),
        source=_line(facts, "source"),
        section=_line(facts, "section"),
        url=_line(facts, "url"),
        encoding=encoding,
        lead=lead,
        paragraphs=paragraphs,
        captions=paragraphs_of(_text(facts, "captions") or ""),
        quotes=quotations(lead, paragraphs),
    )


_KINDS = {list: "a list", str: "a text", int: "a number", float: "a number", bool: "a truth value", type(None): "null"}


def _record(text: str) -> Mapping[str, object]:
    try:
        record = json.loads(text)
    except json.JSONDecodeError as error:
        raise BrokenRecordError(reason=f"{error.msg} at character {error.pos + 1}") from None
    except RecursionError as error:
        raise BrokenRecordError(reason="it is nested too deep") from error
    except ValueError as error:  # a number of thousands of digits
        raise BrokenRecordError(reason="it holds a number beyond measure") from error
    if not isinstance(record, dict):
        raise BrokenRecordError(reason=f"it is {_KINDS.get(type(record), 'something else')}")
    return record


def _pass_over(stream: BinaryIO) -> None:
    while (piece := stream.readline(1 << 20)) and not piece.endswith(b"\n"):
        pass


def _text(facts: Mapping[str, object], fact: str) -> str | None:
    """A fact as text, lists joined a line each; ``None`` where no field holds it."""
    for field in FIELDS[fact]:
        value = facts.get(field)
        if value is None or (isinstance(value, str) and not value.strip()):
            continue
        if isinstance(value, list) and all(isinstance(part, str) for part in value):
            value = "\n".join(value)
        elif isinstance(value, int) and not isinstance(value, bool):
            value = str(value)
        if isinstance(value, str):
            return readable(mend_surrogates(value))
        if fact in _NEEDED:
            raise WrongFieldError(field=field)
    return None


def _line(facts: Mapping[str, object], fact: str) -> str | None:
    """A fact that is one line; line feeds in it become spaces."""
    value = _text(facts, fact)
    return " ".join(value.splitlines()).strip() or None if value else None


def _id(facts: Mapping[str, object]) -> str | None:
    value = _line(facts, "id")
    if value is not None and (len(value) > LONGEST_ID or not value.isprintable()):
        raise WrongFieldError(field="id")
    return value
