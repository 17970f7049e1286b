"""Sentences that a link inside them has torn: the page's tool put the words of a link on a line of their own.

What goes on in a small letter or with a comma, and is as long as text is, belongs to the words above it, and these to a
line that breaks off before them, in a comma however short. Nothing is joined over an empty line, but for the text
behind an agency's name and its dash, and nothing to what stands right below a date, which is the title. Where a page is
broken inside its sentences again and again, at no column, it is ``torn_at_tags.py`` that puts it together.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from corpus.dates import iso_date
from corpus.text.torn_at_tags import has_torn_speakers, is_torn_at_tags, joined_at_tags, joined_to_speakers

_LONG = 60
"""Characters of a line that is text; words of a link are fewer."""

_LONGER = 100
"""Characters of a line from which on nothing but a sentence breaks off in it."""

_LONGEST = 2000
"""Characters of a line that may be torn: paragraphs are shorter, and of what is no text not all becomes one line."""

_FEWEST = 3
"""Lines of the shortest torn sentence that has words above the link; they stand first behind an empty line."""

_STOPS = '.!?…:;”"»’'
_MARKS = frozenset(",;)")
_QUOTES = frozenset("\"”»’'")
_DANGLING = re.compile(
    r"(?:^|\s)(?:của|và|với|cho|tại|ở|theo|là|về|từ|do|bởi|các|những|được|một|như|khi|mà|hoặc)$", re.I
)
"""Words that end no line but one which a link has torn."""

_TEARS = frozenset("-–—:")
_PREFIX = re.compile(r"[(\w][^–—-]{1,50}[ )][–—-]")
"""The agency's name in front of a text, where marks of its own have put it on a line of its own: ``(NTO) -``."""

_ADDRESS = re.compile(r"https?://|(?:[\w-]+\.)+[a-z]{2,}(?!\S)")
"""What begins in a small letter and goes on with nothing."""


def without_tears(lines: Iterable[str]) -> Iterator[str]:
    """The lines, with what was torn in one line again."""
    lines = list(lines)
    if not any(line[0].islower() or line[0] in _MARKS or line[-1] in _TEARS for line in lines if line):
        return iter(lines)
    if has_torn_speakers(lines):
        lines = list(joined_to_speakers(lines))
    return _joined(joined_at_tags(lines) if is_torn_at_tags(lines) else lines)


def _joined(lines: Iterable[str]) -> Iterator[str]:
    block: list[str] = []
    count = 0
    for line in lines:
        is_prefixed = bool(block) and _PREFIX.fullmatch(block[-1]) is not None
        if not line and is_prefixed:
            continue
        if not line:
            yield from block
            yield line
            block, count = [], 0
            continue
        count += 1
        if is_prefixed and len(line) >= _LONG:
            line = f"{block.pop()} {line}"
        elif (
            block
            and (_goes_on(line) or _ends_in(block, line))
            and (_breaks_off(block[-1]) or (line[0] == "," and block[-1][-1] in _QUOTES))
            and not (block[1:] and iso_date(block[-2]))
        ):
            line = block.pop() + (line if line[0] in _MARKS else f" {line}")
            if (
                block
                and _breaks_off(block[-1])
                and (len(block[-1]) >= _LONG or block[-1][-1] == "," or count == _FEWEST or _DANGLING.search(block[-1]))
            ):
                line = f"{block.pop()} {line}"
        elif len(block) > 1:
            yield block.pop(0)
        block.append(line)
    yield from block


def _goes_on(line: str) -> bool:
    first = line[:1]
    return (first.islower() and len(line) >= _LONG and not _ADDRESS.match(line)) or (
        first in _MARKS and line[1:2] == " "
    )


def _ends_in(block: Sequence[str], line: str) -> bool:
    """Whether a sentence ends in a line too short to go on by itself: below words of a link, or below a long line."""
    if not line[0].islower() or line[-1] not in _STOPS:
        return False
    is_behind_link = len(block) > 1 and len(block[-2]) >= _LONG > len(block[-1])
    return is_behind_link or len(block[-1]) >= _LONGER


def _breaks_off(line: str) -> bool:
    return line[-1] not in _STOPS and len(line) <= _LONGEST
