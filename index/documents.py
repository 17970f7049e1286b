"""Articles to the columns that a segment is written from: terms with breaks, words, quotations, speakers, sketches."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

import numpy as np

from corpus.article import Article
from index.schema import TEXT_FIELDS
from index.segment.columns import Columns, KeyNumbers
from index.segment.segment import FACTS
from index.segment.sketches import sketches
from index.segment.tokens import Numbers, Tokens
from index.stored import compress
from index.tokens import TextTokens, each_alone, one_by_one
from index.units import field_texts, writable
from index.words import Segmenter

_CHARACTER_BITS = 32  # of a place in a unit

LONGEST_FACT = 1000
"""Characters of a fact that are kept as an exact value."""


def columns_of(articles: Sequence[tuple[Article, bytes]], segmenter: Segmenter, numbers: KeyNumbers) -> Columns:
    """The columns of some articles; with an article come its bytes, which are stored compressed.

    The texts of all are made into tokens together, which is what makes it quick.
    """
    alone = [article for article, _ in articles]
    fields = [[field_texts(article, field) for field in TEXT_FIELDS] for article in alone]
    units = np.array([[len(texts) for texts in of_article] for of_article in fields], np.int64)
    tokens = segmenter.tokens([text for of_article in fields for texts in of_article for text in texts], numbers)
    first_units = np.concatenate(([0], np.cumsum(units)))
    first_tokens = np.concatenate(([0], np.cumsum(tokens.lengths)))
    lengths = np.diff(first_tokens.take(first_units)).reshape(units.shape)
    names = _names(alone, numbers)
    text = Tokens(numbers.keys, tokens.terms, tokens.joints, lengths)
    return Columns(
        text,
        Tokens(numbers.keys, names.terms, names.joints, names.lengths.reshape(-1, 2)),
        {name: [_fact(name, getattr(article, name)) for article in alone] for name in FACTS},
        np.array([len(article.quotes) for article in alone], np.int64),
        _spans(alone, tokens, first_units),
        [compress(content) for _, content in articles],
        sketches(text, numbers.hashes()),
    )


def _spans(articles: Sequence[Article], tokens: TextTokens, first_units: Numbers) -> Numbers:
    """The tokens of each quotation: of a place in a unit the first token that begins there or behind it.

    A place is the unit's number and the character as one number, so all are found at once.
    """
    lead, body = TEXT_FIELDS.index("lead"), TEXT_FIELDS.index("body")
    fields: list[int] = []
    units: list[int] = []
    characters: list[int] = []
    for number, article in enumerate(articles):
        first = number * len(TEXT_FIELDS)
        for quote in article.quotes:
            for paragraph, character in ((quote.paragraph, quote.start), (quote.last_paragraph, quote.end)):
                fields.append(first + (lead if paragraph is None else body))
                units.append(paragraph or 0)
                characters.append(character)
    wanted = first_units.take(np.array(fields, np.int64)) + np.array(units, np.int64) << _CHARACTER_BITS
    begins = np.repeat(np.arange(len(tokens.lengths)) << _CHARACTER_BITS, tokens.lengths) + tokens.starts
    return begins.searchsorted(wanted + np.array(characters, np.int64)).reshape(-1, 2)


def _names(articles: Sequence[Article], numbers: KeyNumbers) -> TextTokens:
    """The tokens of the speaker and the role of each quotation."""
    names = chain.from_iterable(
        (quote.speaker or "", quote.role or "") for article in articles for quote in article.quotes
    )
    return one_by_one(list(names), numbers, each_alone)


def _fact(name: str, value: str | None) -> str | None:
    """A value as it is kept; those that no one looks up by all their characters are shortened where absurdly long."""
    if not value:
        return None
    return writable(value) if name == "id" else writable(value[:LONGEST_FACT])
