"""Quotations with the matches in them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from searcher.results.lines import Quoted

if TYPE_CHECKING:
    from corpus.article import Quotation
    from searcher.context.places import Located
    from searcher.results.hits import Span


def quoted(located: Located, quote: Quotation) -> Quoted:
    """A quotation of an article, with what of the article's matches lies in it."""
    return Quoted(located.article, quote, tuple(_spans(located, quote)))


def _spans(located: Located, quote: Quotation) -> Iterator[Span]:
    """The matches inside a quotation, as characters of its text, whose lines are paragraphs or what is left of them."""
    field, first = ("lead", 0) if quote.paragraph is None else ("body", quote.paragraph)
    marked = {here.number: here for here in located.paragraphs if here.field == field}
    before = 0
    for number, line in enumerate(quote.text.split("\n"), first):
        here = marked.get(number)
        if here is not None:
            start = here.text.find(line, quote.start if number == first else 0)
            for begin, end in here.spans:
                if start >= 0 and start <= begin and end <= start + len(line):
                    yield before + begin - start, before + end - start
        before += len(line) + 1
