"""The author's line that closes a text, where running lines of other pages still follow (titles with teasers).

A name alone may be a heading or somebody who is quoted. What is the author's for certain has more about it: a label, a
word such as ``thực hiện``, a button glued to it. Behind it stands little, and little of what the text speaks of.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from corpus.text.likeness import Subject
from corpus.text.lines import Line

_BEHIND = 0.25
"""The share of the page's running text that may stand behind the author's line."""

_ALIKE = 0.2
"""The share of its pairs of words that the next line of a text has from what stands before it."""


def closing_byline(lines: Sequence[Line]) -> int:
    """The number of the line, or how many lines there are where no such line stands before running text."""
    running = [len(line.plain) if line.is_running else 0 for line in lines]
    last = max((at for at, length in enumerate(running) if length), default=-1)
    before = list(accumulate(running, initial=0))
    for at in range(last - 1, -1, -1):
        if before[-1] - before[at] > _BEHIND * before[-1]:
            break
        if _is_byline(lines[at]):
            subject = Subject(line for line in lines[:at] if line.is_running)
            following = [line for line in lines[at:] if line.is_running]
            if all(subject.shared_pairs(line) < _ALIKE for line in following):
                return at
    return len(lines)


def _is_byline(line: Line) -> bool:
    """Whether a line is a name with something about it that only an author's has."""
    if line.is_running or line.names_photo or line.is_numbered or not line.is_open:
        return False
    return line.author is not None and line.author != line.plain
