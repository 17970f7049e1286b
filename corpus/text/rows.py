"""Things set side by side in one line with wide gaps between them: a row of controls, of sections, of a table."""

from __future__ import annotations

import re

_GAP = re.compile(r" {2,}|\t+")
_WIDE_GAP = " " * 3
_LONGEST_PART = 40
_LONGEST = 150


def parts_of_row(raw: str) -> tuple[str, ...]:
    """What stands side by side in a line, or nothing: no sentence is parted by gaps into short pieces alone."""
    if len(raw) > _LONGEST or (_WIDE_GAP not in raw and "\t" not in raw):
        return ()
    parts = tuple(part.strip() for part in _GAP.split(raw.strip()) if part.strip())
    return parts if len(parts) > 1 and all(len(part) <= _LONGEST_PART for part in parts) else ()
