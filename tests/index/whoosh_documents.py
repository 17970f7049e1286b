"""The documents that Whoosh should see in articles, and which of them a query matches, by going through their words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from whoosh.query import And, Every, FuzzyTerm, Not, Or, Phrase, Prefix, Term, TermRange, Wildcard

from corpus.article import Article
from index.schema import TEXT_FIELDS
from index.segment.segment import FACTS
from index.units import field_texts
from index.whoosh_view.schema import ARTICLE, QUOTATION, QUOTATION_FIELDS
from index.whoosh_view.terms import PARAGRAPH_GAP

FIELDS = (*TEXT_FIELDS, *QUOTATION_FIELDS)


@dataclass(frozen=True)
class Document:
    """What Whoosh should see: ``name`` is an article's id, or that and a number for one of its quotations."""

    name: str
    texts: dict[str, tuple[str, ...]]
    facts: dict[str, str]

    def words(self, field: str) -> list[tuple[int, str]]:
        """The words of a field with their positions."""
        found: list[tuple[int, str]] = []
        at = 0
        for unit in self.texts.get(field, ()):
            words = unit.split()
            found += ((at + turn, word) for turn, word in enumerate(words))
            at += len(words) + PARAGRAPH_GAP
        return found

    def terms(self, field: str) -> set[str]:
        """The terms of a field of the text, or the value of a fact."""
        if field in FIELDS:
            return {word for _, word in self.words(field)}
        return {self.facts[field]} if field in self.facts else set()


def documents_of(article: Article) -> Iterator[Document]:
    """The article's own, and one of each of its quotations."""
    facts: dict[str, str] = {name: value for name in FACTS if (value := getattr(article, name)) is not None}
    texts: dict[str, tuple[str, ...]] = {field: tuple(field_texts(article, field)) for field in TEXT_FIELDS}
    yield Document(article.id, texts, {"kind": ARTICLE, **facts})
    shared: dict[str, str] = {name: facts[name] for name in ("id", "published") if name in facts}
    for number, quote in enumerate(article.quotes):
        names = ((quote.speaker or "").lower(),), ((quote.role or "").lower(),)
        texts = dict(zip(QUOTATION_FIELDS, (tuple(quote.text.split("\n")), *names), strict=True))
        yield Document(f"{article.id}#{number}", texts, {"kind": QUOTATION, **shared})


def _stands(words: Sequence[tuple[int, str]], wanted: Sequence[str], slop: int) -> bool:
    """Whether words follow each other, each at most ``slop`` behind the one before."""
    ends = {at for at, word in words if word == wanted[0]}
    for each in wanted[1:]:
        ends = {at for at, word in words if word == each and any(0 < at - end <= slop for end in ends)}
    return bool(ends)


def _distance(one: str, other: str) -> int:
    """How many letters have to be put in, taken out or changed."""
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        row, before = [at], row
        for turn, each in enumerate(other, 1):
            row.append(min(before[turn] + 1, row[turn - 1] + 1, before[turn - 1] + (letter != each)))
    return row[-1]


def matches(document: Document, query: Any) -> bool:
    """Whether a document matches, by going through its words."""
    match query:
        case And():
            return all(matches(document, part) for part in query.subqueries)
        case Or():
            return any(matches(document, part) for part in query.subqueries)
        case Not():
            return not matches(document, query.query)
        case Every():
            return query.fieldname is None or bool(document.terms(query.fieldname))
        case Term():
            return query.text in document.terms(query.fieldname)
        case Phrase():
            return _stands(document.words(query.fieldname), query.words, query.slop)
        case Prefix():
            return any(term.startswith(query.text) for term in document.terms(query.fieldname))
        case Wildcard():
            pattern = "".join({"*": ".*", "?": "."}.get(letter, re.escape(letter)) for letter in query.text)
            return any(re.fullmatch(pattern, term) for term in document.terms(query.fieldname))
        case FuzzyTerm():
            return any(
                term.startswith(query.text[: query.prefixlength]) and _distance(term, query.text) <= query.maxdist
                for term in document.terms(query.fieldname)
            )
        case TermRange():
            return any(_between(term, query) for term in document.terms(query.fieldname))
    raise AssertionError(query)


def _between(term: str, query: Any) -> bool:
    low, high = query.start, query.end
    return (low is None or (term > low if query.startexcl else term >= low)) and (
        high is None or (term < high if query.endexcl else term <= high)
    )
