"""An article to the documents that are written for it: its own, and one for each of its quotations."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from corpus.article import Article
from index.positions import Postings, Unit, numbered, syllable_postings, word_postings
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


def documents(articles: Sequence[tuple[Article, bytes]], segmenter: Segmenter) -> Iterator[list[Document]]:
    """The documents of each article in turn; with an article come its bytes, which are stored compressed.

    The texts of all are segmented together, which is what makes it quick.
    """
    numbered_fields = [[(field, numbered(texts)) for field, texts in _fields(article)] for article, _ in articles]
    units = [unit for fields in numbered_fields for _, of_field in fields for unit in of_field]
    words = iter(segmenter.word_lengths([(unit.text, unit.tokens) for unit in units]))
    for (article, content), fields in zip(articles, numbered_fields, strict=True):
        views = [_both_views(field, of_field, words) for field, of_field in fields]
        yield [_filled(document) for document in _documents(article, content, views)]


def _fields(article: Article) -> Iterator[tuple[str, Sequence[str]]]:
    """The units of the article's fields, and then those of each quotation."""
    for field in TEXT_FIELDS:
        yield field, field_texts(article, field)
    for quote in article.quotes:
        yield "quote", quote.text.split("\n")


def _documents(article: Article, content: bytes, views: Sequence[Document]) -> Iterator[dict[str, object]]:
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
    of_fields, of_quotes = views[: len(TEXT_FIELDS)], views[len(TEXT_FIELDS) :]
    yield own | {field: postings for view in of_fields for field, postings in view.items()}
    for number, (quote, view) in enumerate(zip(article.quotes, of_quotes, strict=True)):
        speaker = {"speaker": _syllables(quote.speaker), "role": _syllables(quote.role)}
        yield {"kind": QUOTATION, **facts, "stored": number, **view, **speaker}


def _both_views(field: str, units: Sequence[Unit], words: Iterator[Sequence[int]]) -> Document:
    return {field: syllable_postings(units), words_of(field): word_postings(units, words)}


def _syllables(text: str | None) -> Postings | None:
    return syllable_postings(numbered((text,))) if text else None


def _term(value: str | None) -> str | None:
    """A value as an exact term: shortened where it is absurdly long, and always writable as UTF-8."""
    return value[:1000].encode("utf-8", "replace").decode() if value else None


def _filled(document: dict[str, object]) -> Document:
    return {field: value for field, value in document.items() if value is not None and value != {}}
