"""The terms and postings of a segment for Whoosh: field by field, with positions, in plain lists.

A field's positions are numbered from 0, with a gap of ``PARAGRAPH_GAP`` between its units, so that no phrase and no
slop of a stock query below the gap reaches from one paragraph into the next. What this needs of the whole segment is
put together when the first term is asked for.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np
from whoosh.codec.base import FieldCursor, TermsReader
from whoosh.matching import ListMatcher
from whoosh.reading import TermInfo, TermNotFound

from index.schema import TEXT_FIELDS
from index.segment.segment import FACTS, Segment
from index.segment.text import Text
from index.segment.tokens import BREAK, Array, Numbers
from index.whoosh_view.schema import ARTICLE, QUOTATION, QUOTATION_FIELDS, PositionList

if TYPE_CHECKING:
    from whoosh.matching import Matcher

PARAGRAPH_GAP = 100
"""Positions from the last syllable of a unit to the first of the next, less one."""


@dataclass(frozen=True, slots=True)
class Posting:
    """A document with the positions of a term in a field of it; none for an exact value."""

    document: int
    positions: Sequence[int]


class ArrayTermsReader(TermsReader):
    """Whoosh's interface to the terms of one segment."""

    def __init__(self, segment: Segment) -> None:
        self._segment = segment
        self.postings = lru_cache(maxsize=1000)(self._postings)

    def indexed_field_names(self) -> Sequence[str]:
        return sorted(self._lexicons)

    def __contains__(self, term: tuple[str, bytes]) -> bool:
        field, text = term
        lexicon = self._lexicons.get(field, [])
        at = bisect_left(lexicon, text)
        return at < len(lexicon) and lexicon[at] == text

    def cursor(self, field: str, field_type: Any) -> FieldCursor:
        return _Cursor(self, field, field_type, self._lexicons.get(field, []))

    def terms(self) -> Iterator[tuple[str, bytes]]:
        return ((field, text) for field in self.indexed_field_names() for text in self._lexicons[field])

    def terms_from(self, field: str, prefix: bytes) -> Iterator[tuple[str, bytes]]:
        return (term for term in self.terms() if term >= (field, prefix))

    def items(self) -> Iterator[tuple[tuple[str, bytes], TermInfo]]:
        return ((term, self.term_info(*term)) for term in self.terms())

    def items_from(self, field: str, prefix: bytes) -> Iterator[tuple[tuple[str, bytes], TermInfo]]:
        return ((term, self.term_info(*term)) for term in self.terms_from(field, prefix))

    def term_info(self, field: str, text: bytes) -> TermInfo:
        """Raises ``KeyError`` where the field has no such term."""
        found = self.postings(field, text)
        if not found:
            raise KeyError((field, text))
        counts = [max(len(posting.positions), 1) for posting in found]
        return TermInfo(sum(counts), len(counts), 1, 0xFFFF, max(counts), found[0].document, found[-1].document)

    def frequency(self, field: str, text: bytes) -> float:
        return float(self.term_info(field, text).weight())

    def doc_frequency(self, field: str, text: bytes) -> int:
        return int(self.term_info(field, text).doc_frequency())

    def matcher(self, field: str, text: bytes, format_: Any, scorer: Any = None) -> Matcher:
        found = self.postings(field, text)
        if not found:
            raise TermNotFound(f"{field}:{text!r}")
        encode = PositionList().encode
        return ListMatcher(
            [posting.document for posting in found],
            [float(max(len(posting.positions), 1)) for posting in found],
            [encode(posting.positions) for posting in found],
            format_,
            scorer=scorer,
            term=(field, text),
            terminfo=self.term_info(field, text),
        )

    def _postings(self, field: str, text: bytes) -> Sequence[Posting]:
        """The documents that hold a term in a field, in order."""
        key = text.decode("utf-8", "replace")
        if field in TEXT_FIELDS:
            return _in_fields(self._text, key, TEXT_FIELDS.index(field), 0)
        if field == QUOTATION_FIELDS[0]:
            return self._in_quotations(key)
        if field in QUOTATION_FIELDS:
            return _in_fields(self._names, key, QUOTATION_FIELDS.index(field) - 1, self._segment.articles)
        return [Posting(document, ()) for document in self._valued(field, key)]

    def _in_quotations(self, key: str) -> list[Posting]:
        places = self._text.places(key)
        spans = self._segment.quotation_spans
        firsts, lasts = (np.searchsorted(places, edge).tolist() for edge in spans)
        found = []
        for number, (first, last) in enumerate(zip(firsts, lasts, strict=True)):
            if first < last:
                positions = self._text.positions(places[first:last], np.full(last - first, spans[0][number]))
                found.append(Posting(self._segment.articles + number, positions.tolist()))
        return found

    def _valued(self, field: str, value: str) -> list[int]:
        articles, edges = self._segment.articles, self._segment.quotation_edges
        if field == "kind":
            kinds = {ARTICLE: range(articles), QUOTATION: range(articles, articles + int(edges[-1]))}
            return list(kinds.get(value, ()))
        if field not in FACTS:
            return []
        found = self._segment.fact(field).articles(value).tolist()
        if field in _FACTS_OF_QUOTATIONS:
            found += [
                articles + number for article in list(found) for number in range(edges[article], edges[article + 1])
            ]
        return found

    @cached_property
    def _text(self) -> _Numbered:
        return _Numbered(self._segment.text)

    @cached_property
    def _names(self) -> _Numbered:
        return _Numbered(self._segment.names)

    @cached_property
    def _lexicons(self) -> dict[str, list[bytes]]:
        """The terms of each field that has any, in the order of their bytes."""
        of_text, of_names = self._text.keys_of_fields(), self._names.keys_of_fields()
        keys = dict(zip((*TEXT_FIELDS, *QUOTATION_FIELDS[1:]), (*of_text, *of_names), strict=True))
        keys[QUOTATION_FIELDS[0]] = self._text.keys_between(*self._segment.quotation_spans)
        keys |= {name: list(self._segment.fact(name)) for name in FACTS}
        keys["kind"] = [ARTICLE, QUOTATION] if self._segment.names.articles else [ARTICLE]
        return {field: sorted(key.encode() for key in found) for field, found in keys.items() if found}


_FACTS_OF_QUOTATIONS = ("id", "published")
"""The facts of an article that its quotations have as well."""


def _in_fields(text: _Numbered, key: str, field: int, first: int) -> list[Posting]:
    """The articles of a text that hold a key in a field; ``first`` is the document that is its first article."""
    places = text.places(key)
    articles, fields = text.text.located(places)
    keep = np.flatnonzero(fields == field)
    places, articles = places[keep], articles[keep]
    edges = [*np.flatnonzero(np.diff(articles, prepend=-1)).tolist(), len(articles)]
    starts = np.array([text.text.field_start(int(articles[at]), field) for at in edges[:-1]], np.int64)
    positions = text.positions(places, np.repeat(starts, np.diff(edges)))
    return [Posting(first + int(articles[begin]), positions[begin:end].tolist()) for begin, end in pairwise(edges)]


class _Numbered:
    """A text as terms, in memory."""

    def __init__(self, text: Text) -> None:
        self.text = text
        tokens = text.tokens()
        self._keys, self._terms = tokens.keys, tokens.terms
        self._lengths = tokens.lengths
        self._breaks_before = np.concatenate(([0], np.cumsum(self._terms == BREAK)))

    def places(self, key: str) -> Numbers:
        term = self.text.lexicon.term(key)
        return self.text.terms.places(term) if term else np.zeros(0, np.int64)

    def positions(self, places: Numbers, starts: Numbers) -> Numbers:
        """Places as positions, counted from the places at which their fields start."""
        breaks = self._breaks_before[places] - self._breaks_before[starts]
        found: Numbers = places - starts + (PARAGRAPH_GAP - 1) * breaks
        return found

    def keys_of_fields(self) -> list[list[str]]:
        """The keys that occur in each field."""
        documents, width = self._lengths.shape
        fields = np.repeat(np.tile(np.arange(width), documents), self._lengths.reshape(-1))
        return [self._keys_of(self._terms[fields == field]) for field in range(width)]

    def keys_between(self, begins: Array, ends: Array) -> list[str]:
        """The keys that occur in any of some stretches."""
        stretches = [self._terms[begin:end] for begin, end in zip(begins.tolist(), ends.tolist(), strict=True)]
        return self._keys_of(np.concatenate(stretches)) if stretches else []

    def _keys_of(self, terms: Numbers) -> list[str]:
        return [self._keys[term - 1] for term in np.unique(terms).tolist() if term != BREAK]


class _Cursor(FieldCursor):
    """Goes through the terms of a field."""

    def __init__(self, reader: ArrayTermsReader, field: str, field_type: Any, lexicon: Sequence[bytes]) -> None:
        self._reader, self._field, self._field_type, self._lexicon = reader, field, field_type, lexicon
        self._at = 0

    def first(self) -> str | None:
        self._at = 0
        return self.text()

    def find(self, term: str | bytes) -> str | None:
        self._at = bisect_left(self._lexicon, term if isinstance(term, bytes) else term.encode())
        return self.text()

    def next(self) -> str | None:
        self._at += 1
        return self.text()

    def text(self) -> str | None:
        return self._lexicon[self._at].decode() if self.is_valid() else None

    term = text

    def term_info(self) -> TermInfo | None:
        return self._reader.term_info(self._field, self._lexicon[self._at]) if self.is_valid() else None

    def is_valid(self) -> bool:
        return self._at < len(self._lexicon)
