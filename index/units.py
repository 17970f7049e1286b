"""The units of an article's fields: its paragraphs and lines, which are what a place in the index leads back into."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.article import Article


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


def writable(value: str) -> str:
    """A value that can be written as UTF-8: what no text can hold, such as half a surrogate pair, as question marks."""
    return value.encode("utf-8", "replace").decode()
