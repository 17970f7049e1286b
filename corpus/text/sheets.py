"""Printed sheets in a text: their numbers, what stands at the head of each, and the sentences that they tear."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

_NUMBER = re.compile(r"(?:https?://\S+\s+(?:(?:trang|page) )?|(?:trang|page) )\d{1,3} ?/ ?\d{1,3}", re.IGNORECASE)
"""The number of a sheet among how many, with the page's address before it or a word."""

_STOPS = '.!?…:;”"'


def without_sheets(lines: Sequence[str]) -> Sequence[str]:
    """The lines without the numbers of sheets and the heads that come again below them; one line for the gap between.

    Where a sheet ends inside a sentence that goes on in a small letter, no gap is left.
    """
    if not any(line[-1:].isdecimal() and _is_number(line) for line in map(str.rstrip, lines)):
        return lines
    repeats = Counter(map(str.strip, lines))
    kept: list[str] = []
    is_between = False
    for line in lines:
        text = line.strip()
        if _is_number(text):
            while kept and not kept[-1].strip():
                kept.pop()
            is_between = True
        elif not is_between:
            kept.append(line)
        elif text and repeats[text] == 1:
            goes_on = bool(kept) and text[0].islower() and kept[-1].rstrip()[-1] not in _STOPS
            kept += [line] if goes_on else ["", line]
            is_between = False
    return kept


def _is_number(line: str) -> bool:
    return _NUMBER.fullmatch(line.strip()) is not None
