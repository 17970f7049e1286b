"""Sentences that a link inside them has torn: the page's tool put the words of a link on a line of their own.

What goes on in a small letter or with a comma, and is as long as text is, belongs to the words above it, and these to a
line that breaks off before them, in a comma however short. Nothing is joined over an empty line, but for the text
behind an agency's name and its dash, and nothing to what stands right below a date, which is the title. Where a page is
broken inside its sentences again and again, at no column, every line of a paragraph goes on in the next one until a
sentence ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, starmap, zip_longest

from corpus.dates import iso_date
from corpus.text.bylines import author_in

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
_NAMES_NEXT = re.compile(r"(?:^|\s)(?:ông|bà|anh|chị|cô|chú|bác|cụ|em|ngày|xã|phường|huyện|quận|tỉnh)$")
"""Words that end no line but one which a link has torn."""

_DASHES = frozenset("-–—")
_ENDS = frozenset((".", "…", "!", "?"))
_OPENING = tuple('“"«')
_PREFIX = re.compile(r"[(\w][^–—-]{1,50}[ )][–—-]")
"""The agency's name in front of a text, where marks of its own have put it on a line of its own: ``(NTO) -``."""

_FEWEST_BREAKS = 4
_LONGER_THAN_ENTRY = 25
"""Characters."""

_FEWEST_RESTS = 2
_SHARE_OF_BREAKS = 0.2
"""Of a page's lines that break off inside a sentence, from which on all of them may."""

_ADDRESS = re.compile(r"https?://|(?:[\w-]+\.)+[a-z]{2,}(?!\S)")
"""What begins in a small letter and goes on with nothing."""


def without_tears(lines: Iterable[str]) -> Iterator[str]:
    """The lines, with what was torn in one line again."""
    lines = list(lines)
    if not any(line[0].islower() or line[0] in _MARKS or line[-1] in _DASHES for line in lines if line):
        return iter(lines)
    return _joined(_mended(lines) if _is_broken_everywhere(lines) else lines)


def _is_broken_everywhere(lines: Sequence[str]) -> bool:
    breaks = sum(starmap(_is_break, pairwise(lines)))
    rests = sum(map(_is_rest, lines))
    least = _SHARE_OF_BREAKS * sum(map(bool, lines)) if rests < _FEWEST_RESTS else 0
    return breaks + rests >= max(_FEWEST_BREAKS, least)


def _is_rest(line: str) -> bool:
    """Whether a line begins with a mark that stands behind a word: what stood before it was torn off for certain."""
    return bool(line) and (line[0] in _MARKS or line in _ENDS or line[:2] == ". ")


def _must_go_on(line: str) -> bool:
    """Whether a line ends with what no line ends with."""
    return line[-1:] == "," or bool(_DANGLING.search(line) or _NAMES_NEXT.search(line))


def _is_break(line: str, following: str) -> bool:
    """Whether a sentence goes on in a small letter in the next line: one of the two is longer than menus' entries."""
    if not (line and following) or max(len(line), len(following)) < _LONGER_THAN_ENTRY:
        return False
    return following[0].islower() and _breaks_off(line) and not _ADDRESS.match(following)


def _mended(lines: Sequence[str]) -> Iterator[str]:
    """The lines of each paragraph in one, from the first on that breaks off inside a sentence."""
    begun = ""
    for line, following, third in zip_longest(lines, lines[1:], lines[2:], fillvalue=""):
        is_broken = bool(begun) or _is_break(line, following) or _is_rest(following) or _must_go_on(line)
        begun = (begun + (line if _is_rest(line) else f"\n{line}")).lstrip()
        goes_on = _must_go_on(begun) or _is_rest(third) or (begun[-1:] == ":" and following[:1] in _OPENING)
        is_inside = _breaks_off(begun) if begun[-1:] != ":" else goes_on
        if not (is_broken and following and begun and is_inside) or (_stands_alone(following, third) and not goes_on):
            yield begun
            begun = ""


def _stands_alone(line: str, following: str) -> bool:
    """Whether a line goes on with nothing: a date, or the author's name below the last line."""
    return iso_date(line) is not None or (not following and " " in line and author_in(line) == line)


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
