"""A table of contents above the text: its lines stand again further down, where they are headings."""

from __future__ import annotations

import re
from operator import and_

from corpus.text.lines import Line

_NUMBER = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})?|[IVX]{1,4})[.)]?\s+")
_LONGEST_ENTRY = 120
_FEWEST = 2
"""Entries, one below the other; one line alone that comes again is no table."""

_WITHIN = 12
"""Lines above it: captions, a lead, controls."""

_LONGEST_LABEL = 4
"""Words of the heading over the contents."""


def without_contents(lines: list[Line]) -> list[Line]:
    """The lines without a table of contents and the heading over it."""
    may_be_entry = [not line.is_running for line in lines[:_WITHIN]]
    if not any(map(and_, may_be_entry, may_be_entry[1:])):
        return lines
    last = {_heading(line): at for at, line in enumerate(lines) if len(line.plain) <= _LONGEST_ENTRY}

    def comes_again(at: int) -> bool:
        return not lines[at].is_running and last.get(_heading(lines[at]), 0) > at + 1

    first = next((at for at in range(min(_WITHIN, len(lines))) if comes_again(at)), len(lines))
    end = next((at for at in range(first, len(lines)) if not comes_again(at)), len(lines))
    if end - first < _FEWEST or not any(line.is_running for line in lines[end : last[_heading(lines[end - 1])]]):
        return lines
    if (
        first
        and (lines[first - 1].is_open or lines[first - 1].plain[-1] == ":")
        and lines[first - 1].length <= _LONGEST_LABEL
    ):
        first -= 1
    return lines[:first] + lines[end:]


def _heading(line: Line) -> str:
    number = _NUMBER.match(line.plain)
    return line.plain[number.end() if number else 0 :].lower()
