"""Somebody's words that stand apart from the text once more, to catch the eye, with the name of who says them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice, zip_longest

from corpus.text.bylines import author_in
from corpus.text.lines import Line

_SHORTEST_PULLED = 10
"""Words of somebody's from which on they stand apart to catch the eye; fewer are a heading."""

_ROUND_PULLED = "“”\"' .,"
_LONGEST_WHO = 12
"""Words of a name with what somebody is."""

_MOST_PULLED = 50
"""Passages that are looked for elsewhere: each is held against every line."""


def pulled_words(lines: Sequence[Line]) -> set[str]:
    """Whole lines that repeat what somebody says in a longer one, to catch the eye; in small letters, without marks."""
    apart = (
        line
        for line, below in zip_longest(lines, lines[1:])
        if (line.plain[:1] in '“"' and line.plain[-1:] in '”"') or (below and line.is_open and names_who(below))
    )
    long = (line.plain.strip(_ROUND_PULLED) for line in apart if line.length >= _SHORTEST_PULLED)
    texts = [line.plain.lower() for line in lines]
    return {text for text in map(str.lower, islice(long, _MOST_PULLED)) if sum(text in each for each in texts) > 1}


def is_pulled(line: Line, pulled: set[str]) -> bool:
    return line.plain.strip(_ROUND_PULLED).lower() in pulled


def names_who(line: Line) -> bool:
    """Whether a line below such words is the name of who says them, with what they are (``Bà Lý, thợ dệt``)."""
    name = line.plain.partition(",")[0].strip(" -–—")
    return line.is_open and line.length <= _LONGEST_WHO and author_in(name) is not None
