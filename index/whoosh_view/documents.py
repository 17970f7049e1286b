"""The documents of a segment for Whoosh: what is stored of each, the lengths of its fields, and which are deleted."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache

from whoosh.codec.base import PerDocumentReader

from index.schema import TEXT_FIELDS
from index.segment.segment import FACTS, Segment
from index.stored import article_of
from index.whoosh_view.schema import ARTICLE, QUOTATION, QUOTATION_FIELDS


class DocumentsReader(PerDocumentReader):
    """Whoosh's interface to the documents of one segment."""

    def __init__(self, segment: Segment, documents: int, deleted: frozenset[int]) -> None:
        self._segment = segment
        self._documents = documents
        self._deleted = deleted
        self._lengths = lru_cache(self._find_lengths)

    def doc_count(self) -> int:
        return self._documents - len(self._deleted)

    def doc_count_all(self) -> int:
        return self._documents

    def has_deletions(self) -> bool:
        return bool(self._deleted)

    def is_deleted(self, document: int) -> bool:
        return document in self._deleted

    def deleted_docs(self) -> Iterator[int]:
        return iter(self._deleted)

    def stored_fields(self, document: int) -> dict[str, object]:
        """An article's facts and title; a quotation's text, speaker and role, and the id of its article."""
        if document < self._segment.articles:
            facts = {name: self._segment.fact(name).of(document) for name in FACTS}
            title = article_of(self._segment.stored(document)).title
            return {"kind": ARTICLE, "title": title, **{name: value for name, value in facts.items() if value}}
        article, number = self._quotation(document)
        found = article_of(self._segment.stored(article))
        quote = found.quotes[number]
        known = {"id": found.id, "published": found.published, "speaker": quote.speaker, "role": quote.role}
        return {"kind": QUOTATION, "quote": quote.text, **{name: value for name, value in known.items() if value}}

    def doc_field_length(self, document: int, field: str, default: int = 0) -> int:
        """The syllables of a text field."""
        at = document - self._segment.articles
        if at < 0:
            return (
                int(self._segment.text.lengths(TEXT_FIELDS.index(field))[document]) if field in TEXT_FIELDS else default
            )
        if field == QUOTATION_FIELDS[0]:
            begins, ends = self._segment.quotation_spans
            breaks = self._segment.text.breaks.searchsorted([begins[at], ends[at]])
            return int(ends[at]) - int(begins[at]) - int(breaks[1] - breaks[0])
        if field in QUOTATION_FIELDS:
            return int(self._segment.names.lengths(QUOTATION_FIELDS.index(field) - 1)[at])
        return default

    def field_length(self, field: str) -> int:
        return sum(self._lengths(field))

    def min_field_length(self, field: str) -> int:
        return min(self._lengths(field), default=0)

    def max_field_length(self, field: str) -> int:
        return max(self._lengths(field), default=0)

    def _find_lengths(self, field: str) -> list[int]:
        return [length for at in range(self.doc_count_all()) if (length := self.doc_field_length(at, field))]

    def _quotation(self, document: int) -> tuple[int, int]:
        """The article of a quotation, and its number in it."""
        edges = self._segment.quotation_edges
        number = document - self._segment.articles
        article = bisect_right(edges, number) - 1
        return article, number - int(edges[article])
