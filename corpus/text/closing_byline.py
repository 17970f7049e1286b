"""The author's line that closes a text, where running lines of other pages still follow (titles with teasers).

A name alone may be a heading or somebody who is quoted. What is the author's for certain has more about it: a label, a
word such as ``thực hiện``, a button glued to it. A heading over a list of other pages closes a text as well, where
sentences of a newsletter's own follow. Behind either stands little, and little of what the text speaks of.
"""

from __future__ import annotations

from collections.abc import Sequence

from corpus.text.lead import opens_with_agency
from corpus.text.likeness import Subject
from corpus.text.lines import Line

_BEHIND = 0.25
"""The share of the page's running text that may stand behind the author's line."""

_FEWEST = 3
_MOST = 5
"""Such lines that are looked at: for each the words of the whole text are gathered."""

_FEWEST_LISTED = 2
"""Lines below a heading that show it to stand over a list."""

_POINTS = "»›>→►▶▸➤•*-–"
"""Marks before the titles of other pages."""

_ALIKE = 0.2
"""The share of its pairs of words that the next line of a text has from what stands before it."""


def closing_byline(lines: Sequence[Line], author: str | None = None) -> int:
    """The number of the line, or how many lines there are where no such line stands before running text.

    The name of the ``author``, where that is known, alone closes a text above what is told of whoever it is.
    """
    text = [at for at, line in enumerate(lines) if line.is_running or line.is_sentence]
    if len(text) < _FEWEST:
        return len(lines)
    behind = looked_at = 0
    most = _BEHIND * sum(len(lines[at].plain) for at in text)
    for at in range(text[-1], -1, -1):
        if lines[at].is_running or lines[at].is_sentence:
            behind += len(lines[at].plain)
            if behind > most:
                break
        elif looked_at < _MOST and (
            _is_byline(lines[at])
            or (author is not None and lines[at].plain.lower() == author.lower())
            or _stands_over_news(lines[at : at + 3])
            or _heads_list(lines[at : at + 1 + _FEWEST_LISTED])
        ):
            looked_at += 1
            subject = Subject(line for line in lines[:at] if line.is_running)
            if all(subject.shared_pairs(line) < _ALIKE for line in lines[at:] if line.is_running or line.is_sentence):
                return at
    return len(lines)


def _heads_list(lines: Sequence[Line]) -> bool:
    """Whether a heading in capitals, or one that points elsewhere, stands over lines that point elsewhere, too."""
    heading, *listed = lines
    if not (heading.is_insert or heading.plain.isupper()):
        return False
    return len(listed) == _FEWEST_LISTED and all(line.plain[0] in _POINTS and line.plain[-1] != "." for line in listed)


def _is_byline(line: Line) -> bool:
    """Whether a line is a name with something about it that only an author's has."""
    return line.is_open and line.author is not None and line.author != line.plain


def _stands_over_news(lines: Sequence[Line]) -> bool:
    """Whether a name alone stands above the beginning of another report, behind an agency's name, or its title."""
    is_name = lines[0].author == lines[0].plain and lines[0].plain[-1].isalpha()
    below = lines[2:] if lines[1:] and lines[1].is_open and not lines[1].is_running else lines[1:]
    return is_name and bool(below) and below[0].is_running and opens_with_agency(below[0])
