"""Things set side by side in one line with wide gaps between them: a row of controls, of sections, of a table."""

from __future__ import annotations

import re

from corpus.dates import find_date

_GAP = re.compile(r" {2,}|\t+")
_WIDE_GAP = " " * 3
_APART = re.compile(r"\s{3,}|\s*\t\s*|\s+\W{0,2}::\W{0,2}\s+")
_BEHIND_DATE = 2
_LONGEST_PART = 40
_LONGEST = 150


def parts_of_row(raw: str) -> tuple[str, ...]:
    """What stands side by side in a line, or nothing: no sentence is parted by gaps into short pieces alone."""
    if len(raw) > _LONGEST or (_WIDE_GAP not in raw and "\t" not in raw):
        return ()
    parts = tuple(part.strip() for part in _GAP.split(raw.strip()) if part.strip())
    return parts if len(parts) > 1 and all(len(part) <= _LONGEST_PART for part in parts) else ()


def parts_beside_date(raw: str) -> tuple[str, ...]:
    """What stands side by side in a line of which one part is a date: the site, a section, controls; or nothing.

    No such line is one thing, and a date that stands alone is read as one.
    """
    if not ("   " in raw or "\t" in raw or "::" in raw) or len(raw) > _LONGEST or not any(map(str.isdecimal, raw)):
        return ()
    if _is_date(" ".join(raw.split())):
        return ()
    parts = tuple(part for part in _APART.split(raw.strip()) if part)
    return parts if len(parts) > 1 and any(map(_is_date, parts)) else ()


def _is_date(part: str) -> bool:
    written = find_date(part)
    return written is not None and written.start == 0 and len(part) - written.end <= _BEHIND_DATE
