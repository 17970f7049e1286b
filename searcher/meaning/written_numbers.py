"""The two ways in which the press writes a number of thousands: ``50.000`` (also ``50,000``, ``50 000``) and ``50000``.

Numbers are taken as the keys of their parts, so which sign parts the thousands says nothing. What begins with a zero is
a code or a telephone's number; what may be a year is one, unless it is full hundreds, as ``1000`` and ``1500`` are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.plan import Whole
from searcher.meaning.written_dates import Way

_YEARS = range(1000, 2100)
_YEARS_OF_HUNDREDS = (1800, 1900, 2000)
_FEWEST, _MOST = 4, 15
"""Figures."""

_DECIMAL_FIRST = re.compile(r"\W*\d+,\d+(?![\d,])")
_DECIMAL_LAST = re.compile(r"(?<![\d,.])\d+,\d+\W*$")
_LONGEST_DECIMAL = 40
"""Characters in which a decimal number ends a phrase, with the signs behind it."""

_MOST_PARTS = _MOST // 3 + 1
"""At how many parts is looked: one more than a number has, which is then too long."""


def number_at(syllables: Sequence[str], at: int) -> tuple[int, tuple[Way, ...]] | None:
    """A number of thousands that begins at a syllable: how many it takes, and the other way to write it."""
    first = syllables[at]
    if not _is_figures(first) or first[0] == "0":
        return None
    if len(first) >= _FEWEST:
        return (1, (_parted(first),)) if len(first) <= _MOST and not _may_be_year(first) else None
    parts = _parts_at(syllables, at)
    joined = "".join(syllables[at : at + parts])
    return (parts, ((joined,),)) if parts > 1 and len(joined) <= _MOST and not _may_be_year(joined) else None


def numbers_at_ends(typed: str, syllables: Sequence[str]) -> Whole:
    """At which ends of a phrase a number of thousands or a decimal one stands: it is no part of a longer one.

    The segmenter makes one word of a number: of 7,600 of thousands and 6,100 decimal ones in the press none was joined
    to figures beside it, and three to letters before it. A point between figures may be a date's (``28.01``), a comma
    is a decimal number's; parted figures are no year (``2.018``).
    """
    whole = Whole.NEITHER
    if _number_takes(syllables, 0) or _DECIMAL_FIRST.match(typed):
        whole |= Whole.BEGIN
    last = range(max(len(syllables) - _MOST_PARTS, 0), len(syllables))
    ends = any(_number_takes(syllables, at) == len(syllables) - at for at in last)
    if ends or _DECIMAL_LAST.search(typed, max(len(typed) - _LONGEST_DECIMAL, 0)):
        whole |= Whole.END
    return whole


def _number_takes(syllables: Sequence[str], at: int) -> int:
    """How many syllables a number of thousands takes that begins at one; none where there is none."""
    if (found := number_at(syllables, at)) is not None:
        return found[0]
    parts = _parts_at(syllables, at)
    return parts if parts > 1 and sum(map(len, syllables[at : at + parts])) <= _MOST else 0


def _parts_at(syllables: Sequence[str], at: int) -> int:
    """How many syllables are a number that is written in threes, the first of which may be shorter."""
    if not _is_figures(syllables[at]) or syllables[at][0] == "0" or len(syllables[at]) >= _FEWEST:
        return 0
    end = at + 1
    while end < min(len(syllables), at + _MOST_PARTS) and len(syllables[end]) == 3 and _is_figures(syllables[end]):
        end += 1
    return end - at


def _is_figures(key: str) -> bool:
    return key.isascii() and key.isdigit()


def _may_be_year(figures: str) -> bool:
    number = int(figures)
    return number in _YEARS and (number % 100 != 0 or number in _YEARS_OF_HUNDREDS)


def _parted(figures: str) -> Way:
    """The figures in threes from the end."""
    begin = -(-len(figures) % 3)
    return tuple(figures[max(at, 0) : at + 3] for at in range(begin, len(figures), 3))
