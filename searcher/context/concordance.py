"""Every occurrence on a line of its own, with the text on both sides of it."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import TYPE_CHECKING

from index.syllables import keys
from searcher.order import Order
from searcher.results.lines import ConcordanceLine

if TYPE_CHECKING:
    from searcher.context.places import Located


class LineOrder(StrEnum):
    """The order of occurrences: of the best article first, by what stands beside them, by date, by article.

    By what stands to the ``LEFT`` they are sorted by the nearest syllable, then the one before it, and so on. ``DATE``
    is another name of ``OLDEST``: it begins with the oldest. What has no date comes last.
    """

    RELEVANCE = "relevance"
    LEFT = "left"
    RIGHT = "right"
    DATE = "date"
    OLDEST = "oldest"
    NEWEST = "newest"
    ARTICLE = "article"

    @property
    def of_articles(self) -> Order:
        """The order of articles in which those of the occurrences are."""
        match self:
            case LineOrder.DATE | LineOrder.OLDEST:
                return Order.OLDEST
            case LineOrder.NEWEST:
                return Order.NEWEST
        return Order.RELEVANCE


def concordance(located: Located, context: int) -> Iterator[ConcordanceLine]:
    """An article's occurrences in reading order, each with up to ``context`` syllables of its paragraph each side."""
    of = located.article.id, located.article.title, located.article.published, located.article.source
    for marked in located.paragraphs:
        text, tokens = marked.text, marked.tokens
        for begin, end in marked.places:
            start, stop = marked.span(begin, end)
            left = tokens.starts[begin - context] if begin > context else 0
            right = tokens.ends[end + context - 1] if end + context < len(tokens.ends) else len(text)
            yield ConcordanceLine(*of, marked.field, text[left:start], text[start:stop], text[stop:right])


def neighbour(line: ConcordanceLine, order: LineOrder) -> str:
    """The syllable nearest to a match on the side by which lines are sorted; empty where there is none."""
    beside = keys(line.left)[-1:] if order is LineOrder.LEFT else keys(line.right)[:1]
    return beside[0] if beside else ""
