"""Verses that nothing announces and no marks enclose, known by their syllables.

A verse ends without a mark and may share no word with the text, as titles of other pages do. But it is measured: each
line has as many syllables as the last one, or six and eight in turn, and no four titles are so by chance.
"""

from __future__ import annotations

from collections.abc import Sequence

from corpus.text.lines import Line

_FEWEST = 4
_FEWEST_ANNOUNCED = 2
"""Lines of a stanza, and of a couplet below a colon."""

_SHORTEST = 4
_LONGEST = 8
"""Syllables of a verse."""

_FREE = 1
"""Syllables by which two verses may differ."""

_SIX_AND_EIGHT = 6, 8


def verses(lines: Sequence[Line]) -> frozenset[int]:
    """The numbers of the lines that are such verses, and of those that announce them."""
    found: set[int] = set()
    begin = 0
    for at in range(len(lines) + 1):
        is_announced = begin > 0 and lines[begin - 1].plain[-1] == ":"
        if at < len(lines) and _goes_on(lines, begin, at, is_free=is_announced and lines[begin - 1].is_running):
            continue
        fewest = _FEWEST_ANNOUNCED if is_announced else _FEWEST
        if at - begin >= fewest and _may_be_verse(lines[begin]):
            found.update(range(begin - is_announced, at))
        begin = at
    return frozenset(found)


def _goes_on(lines: Sequence[Line], begin: int, at: int, *, is_free: bool) -> bool:
    """Whether a line has the measure of the stanza that began above it, or nearly where a sentence announces that."""
    if at == begin:
        return True
    if not (_may_be_verse(lines[at]) and _may_be_verse(lines[begin])):
        return False
    length, last = lines[at].length, lines[at - 1].length
    if lines[begin].length == _SIX_AND_EIGHT[0] and lines[begin + 1].length == _SIX_AND_EIGHT[1]:
        return length == _SIX_AND_EIGHT[(at - begin) % 2]
    return abs(length - last) <= (_FREE if is_free else 0)


def _may_be_verse(line: Line) -> bool:
    if not _SHORTEST <= line.length <= _LONGEST or line.is_running or not line.plain.lstrip("“\"«‘'")[:1].isupper():
        return False
    return not (line.is_numbered or line.names_photo or any(map(str.isdecimal, line.plain)))
