"""The lines that show why an article matched: cut from the author's text, never put together."""

from __future__ import annotations

from searcher.context.places import Located, Marked
from searcher.results.hits import Snippet, Span

LONGEST = 240
"""Characters of a snippet; a match that is longer is shown whole."""

MOST = 3


def snippets(located: Located) -> tuple[Snippet, ...]:
    """At most ``MOST`` snippets, those with the most of the query chosen, shown in reading order.

    The title is one only where nothing else matches: it is shown anyway.
    """
    paragraphs = [marked for marked in located.paragraphs if marked.field != "title"] or located.paragraphs
    best = sorted(range(len(paragraphs)), key=lambda at: -_richness(paragraphs[at]))[:MOST]
    return tuple(_snippet(paragraphs[at]) for at in sorted(best))


def _richness(marked: Marked) -> int:
    """How much of a query a paragraph shows: syllables in its distinct matches."""
    keys = marked.tokens.keys
    return sum(end - begin for begin, end in {keys[begin:end]: (begin, end) for begin, end in marked.places}.values())


def _snippet(marked: Marked) -> Snippet:
    text, spans = marked.text, marked.spans
    start, end = _window(marked, spans)
    inside = tuple((first - start, last - start) for first, last in spans if start <= first and last <= end)
    return Snippet(marked.field, marked.number, text[start:end], inside, start == 0, end == len(text))


def _window(marked: Marked, spans: tuple[Span, ...]) -> Span:
    """At most ``LONGEST`` characters with the most matches, these in the middle, cut between words."""
    text, tokens = marked.text, marked.tokens
    if len(text) <= LONGEST:
        return 0, len(text)
    first, last = max(
        ((first, _reach(spans, first)) for first in range(len(spans))), key=lambda run: (run[1] - run[0], -run[0])
    )
    room = max(LONGEST - (spans[last][1] - spans[first][0]), 0)
    start = max(spans[first][0] - room // 2, 0)
    end = min(max(start + LONGEST, spans[last][1]), len(text))
    start = max(min(start, end - LONGEST), 0) if spans[last][1] - spans[first][0] < LONGEST else spans[first][0]
    if start:
        cut = next((begin for begin in tokens.starts if begin >= start and text[begin - 1].isspace()), start)
        start = min(cut, spans[first][0])
    if end < len(text):
        cut = next((stop for stop in reversed(tokens.ends) if stop <= end and text[stop].isspace()), end)
        end = max(cut, spans[last][1])
    return start, end


def _reach(spans: tuple[Span, ...], first: int) -> int:
    """The last span that fits into one snippet with the span ``first``."""
    last = first
    while last + 1 < len(spans) and spans[last + 1][1] - spans[first][0] <= LONGEST:
        last += 1
    return last
