"""Every occurrence on a line of its own, with the text on both sides of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum

from index.syllables import keys
from searcher.context.alphabet import Rank, rank
from searcher.context.places import Located
from searcher.results.lines import ConcordanceLine


class LineOrder(StrEnum):
    """The order of occurrences: of the best article first, by what stands beside them, by date, by article.

    By what stands to the ``LEFT`` they are sorted by the nearest syllable, then the one before it, and so on. ``DATE``
    begins with the oldest.
    """

    RELEVANCE = "relevance"
    LEFT = "left"
    RIGHT = "right"
    DATE = "date"
    ARTICLE = "article"


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


def sorted_lines(lines: Iterable[ConcordanceLine], order: LineOrder) -> Iterable[ConcordanceLine]:
    """The lines by what stands beside the matches, where ``order`` asks for that; else as they come."""
    if order is LineOrder.LEFT:
        return sorted(lines, key=_left)
    if order is LineOrder.RIGHT:
        return sorted(lines, key=_right)
    return lines


def neighbour(line: ConcordanceLine, order: LineOrder) -> str:
    """The syllable nearest to a match on the side by which lines are sorted; empty where there is none."""
    beside = keys(line.left)[-1:] if order is LineOrder.LEFT else keys(line.right)[:1]
    return beside[0] if beside else ""


def _left(line: ConcordanceLine) -> list[Rank]:
    return [*map(rank, reversed(keys(line.left)))]


def _right(line: ConcordanceLine) -> list[Rank]:
    return [*map(rank, keys(line.right))]
