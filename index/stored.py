"""The texts that an index keeps: an article as compressed JSON, version 2 (``encoding`` came in).

A zstandard frame, with a checksum, over a JSON array of the ``Article``'s fields in their order, quotations as arrays
of theirs. The text is the author's own, character for character.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Sequence
from dataclasses import fields
from operator import attrgetter
from typing import Any

import zstandard

from corpus.article import Article, Quotation, QuotationKind

_NAMES = tuple(field.name for field in fields(Article))
_facts = attrgetter(*_NAMES[:-1])  # all but the quotations, which come last
_quotation_facts = attrgetter(*(field.name for field in fields(Quotation)))
_to_json = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":")).encode

LEVEL = 4
"""Zstandard's level: 6 takes half as long again and saves 0.8 % of the bytes."""


def article_bytes(article: Article) -> bytes:
    """An article as bytes, not compressed."""
    return _to_json((*_facts(article), [_quotation_facts(quote) for quote in article.quotes])).encode()


def digest(content: bytes) -> bytes:
    """Eight bytes that tell whether an article is still the one that was indexed."""
    from hashlib import blake2b

    return blake2b(content, digest_size=8).digest()


class _OfThread(threading.local):
    """A compressor and a decompressor for each thread, which may not share one.

    Making one for each article costs 7 % more time to compress, and three times as long to decompress.
    """

    def __init__(self) -> None:
        self.compressor = zstandard.ZstdCompressor(level=LEVEL, write_checksum=True)
        self.decompressor = zstandard.ZstdDecompressor()


_own = _OfThread()


def compress(content: bytes) -> bytes:
    return _own.compressor.compress(content)


def decompress(stored: bytes | memoryview) -> bytes:
    """The bytes that were compressed. Raises ``ValueError`` where they are damaged."""
    try:
        return _own.decompressor.decompress(stored)
    except zstandard.ZstdError as error:
        raise ValueError(f"stored text: {error}") from error


def article_of(stored: bytes) -> Article:
    """The article in a stored field."""
    values: Sequence[Any] = json.loads(decompress(stored))
    facts = dict(zip(_NAMES, values, strict=True))
    quotes = tuple(_quotation(*quote) for quote in facts.pop("quotes"))
    return Article(
        paragraphs=tuple(facts.pop("paragraphs")), captions=tuple(facts.pop("captions")), quotes=quotes, **facts
    )


def _quotation(text: str, kind: str, *rest: Any) -> Quotation:
    return Quotation(text, QuotationKind(kind), *rest)
