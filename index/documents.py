"""An article to the documents that are written for it: its own, and one for each of its quotations."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from corpus.article import Article, Quotation
from index.positions import Postings, numbered, syllable_postings, word_postings
from index.schema import ARTICLE, QUOTATION, TEXT_FIELDS, words_of
from index.stored import compress
from index.words import Segmenter

Document = Mapping[str, object]


def field_texts(article: Article, field: str) -> Sequence[str]:
    """The units of a field: what is numbered when it is indexed, and what a position leads back into."""
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


def documents(article: Article, content: bytes, segmenter: Segmenter) -> Iterator[Document]:
    """The documents of an article; ``content`` is the article as bytes, which are stored compressed."""
    facts = {"id": article.id, "published": article.published}
    own: dict[str, object] = {
        "kind": ARTICLE,
        **facts,
        "path": _term(article.path),
        "source": _term(article.source),
        "author": _term(article.author),
        "section": _term(article.section),
        "stored": compress(content),
    }
    for field in TEXT_FIELDS:
        own |= _both_views(field, field_texts(article, field), segmenter)
    yield _filled(own)
    for number, quote in enumerate(article.quotes):
        yield _filled({"kind": QUOTATION, **facts, "stored": number, **_quotation(quote, segmenter)})


def _quotation(quote: Quotation, segmenter: Segmenter) -> dict[str, object]:
    return _both_views("quote", quote.text.split("\n"), segmenter) | {
        "speaker": _syllables(quote.speaker),
        "role": _syllables(quote.role),
    }


def _both_views(field: str, texts: Sequence[str], segmenter: Segmenter) -> dict[str, object]:
    units = numbered(texts)
    return {field: syllable_postings(units), words_of(field): word_postings(units, segmenter)}


def _syllables(text: str | None) -> Postings | None:
    return syllable_postings(numbered((text,))) if text else None


def _term(value: str | None) -> str | None:
    """A value as an exact term: shortened where it is absurdly long, and always writable as UTF-8."""
    return value[:1000].encode("utf-8", "replace").decode() if value else None


def _filled(document: dict[str, object]) -> Document:
    return {field: value for field, value in document.items() if value is not None and value != {}}
