"""Every occurrence on a line of its own, with the text on both sides of it."""

from __future__ import annotations

from collections.abc import Iterator

from searcher.context.places import Located
from searcher.results import ConcordanceLine


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
