"""Articles to the columns that a segment is written from: terms with breaks, words, quotations and speakers."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from corpus.article import Article, Quotation
from index.schema import TEXT_FIELDS
from index.segment.columns import Columns, KeyNumbers
from index.segment.segment import FACTS
from index.segment.term_codes import BREAK
from index.segment.text import Tokens
from index.stored import compress
from index.syllables import Syllables, keys, syllables
from index.words import Segmenter

LONGEST_FACT = 1000
"""Characters of a fact that are kept as an exact value."""


def field_texts(article: Article, field: str) -> Sequence[str]:
    """The units of a field: what is numbered when it is indexed, and what a place leads back into."""
    match field:
        case "title":
            return (article.title,) if article.title else ()
        case "lead":
            return (article.lead,) if article.lead else ()
        case "body":
            return article.paragraphs
        case "caption":
            return article.captions
    raise KeyError(field)


@dataclass(frozen=True, slots=True)
class _Unit:
    """A unit with the number of its first token among those of its article."""

    first: int
    text: str
    tokens: Syllables


def columns_of(articles: Sequence[tuple[Article, bytes]], segmenter: Segmenter, numbers: KeyNumbers) -> Columns:
    """The columns of some articles; with an article come its bytes, which are stored compressed.

    The texts of all are segmented together, which is what makes it quick.
    """
    fields = [_fields(article) for article, _ in articles]
    units = [unit for of_article in fields for of_field in of_article for unit in of_field]
    words = segmenter.word_lengths([(unit.text, unit.tokens) for unit in units])
    spans = [
        (first + begin, first + end)
        for (article, _), of_article, first in zip(articles, fields, _first_tokens(fields), strict=True)
        for begin, end in (_span(quote, of_article) for quote in article.quotes)
    ]
    return Columns(
        Tokens(
            numbers.keys,
            _terms((unit.tokens.keys for unit in units), numbers),
            _joints(words),
            np.array([[_size(of_field) for of_field in of_article] for of_article in fields], np.int64),
        ),
        _names([quote for article, _ in articles for quote in article.quotes], numbers),
        {name: [_fact(name, getattr(article, name)) for article, _ in articles] for name in FACTS},
        np.array([len(article.quotes) for article, _ in articles], np.int64),
        np.array(spans, np.int64).reshape(-1, 2),
        [compress(content) for _, content in articles],
    )


def _fields(article: Article) -> list[list[_Unit]]:
    first = 0
    fields: list[list[_Unit]] = []
    for field in TEXT_FIELDS:
        fields.append([])
        for text in field_texts(article, field):
            tokens = syllables(text)
            fields[-1].append(_Unit(first, text, tokens))
            first += len(tokens.keys) + 1
    return fields


def _size(units: Sequence[_Unit]) -> int:
    """The tokens of a field, a break behind each unit."""
    return sum(len(unit.tokens.keys) + 1 for unit in units)


def _first_tokens(fields: Sequence[Sequence[Sequence[_Unit]]]) -> Iterator[int]:
    first = 0
    for of_article in fields:
        yield first
        first += sum(map(_size, of_article))


def _terms(units: Iterator[Sequence[str]], numbers: KeyNumbers) -> np.ndarray[tuple[int], np.dtype[np.uint32]]:
    found: list[int] = []
    for unit in units:
        found += map(numbers.number, unit)
        found.append(BREAK)
    return np.array(found, np.uint32)


def _joints(words: Iterable[Sequence[int]]) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """For each token whether it belongs to the word of the one before; the break behind each unit does not."""
    found: list[int] = []
    for unit in words:
        found += unit
        found.append(1)
    lengths = np.array(found, np.int64)
    joints = np.ones(int(lengths.sum()), np.bool_)
    joints[np.cumsum(lengths) - lengths] = False
    return joints


def _span(quote: Quotation, fields: Sequence[Sequence[_Unit]]) -> tuple[int, int]:
    """The tokens of a quotation, numbered in its article."""
    lead, body = (fields[TEXT_FIELDS.index(name)] for name in ("lead", "body"))
    opening, closing = (
        lead[0] if paragraph is None else body[paragraph] for paragraph in (quote.paragraph, quote.last_paragraph)
    )
    return (
        opening.first + bisect_left(opening.tokens.starts, quote.start),
        closing.first + bisect_left(closing.tokens.starts, quote.end),
    )


def _names(quotes: Sequence[Quotation], numbers: KeyNumbers) -> Tokens:
    units = [[list(keys(name)) if name else [] for name in (quote.speaker, quote.role)] for quote in quotes]
    lengths = np.array([[len(unit) + 1 for unit in of_quote] for of_quote in units], np.int64).reshape(-1, 2)
    terms = _terms((unit for of_quote in units for unit in of_quote), numbers)
    return Tokens(numbers.keys, terms, np.zeros(len(terms), np.bool_), lengths)


def writable(value: str) -> str:
    """A value that can be written as UTF-8: what no text can hold, such as half a surrogate pair, as question marks."""
    return value.encode("utf-8", "replace").decode()


def _fact(name: str, value: str | None) -> str | None:
    """A value as it is kept; those that no one looks up by all their characters are shortened where absurdly long."""
    if not value:
        return None
    return writable(value) if name == "id" else writable(value[:LONGEST_FACT])
