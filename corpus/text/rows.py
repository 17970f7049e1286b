"""Things set side by side in one line with wide gaps between them: a row of controls, of sections, of a table."""

from __future__ import annotations

import re

from corpus.dates import find_date
from corpus.text.furniture import POSTED, UPDATED

_GAP = re.compile(r" {2,}|\t+")
_LABELS = (POSTED, re.compile(rf"{UPDATED.pattern}(?: lần cuối)?(?: lúc| ngày)?", re.IGNORECASE))
"""What says which day a date is (``Cập nhật lúc 14:05, 22/05/2014``)."""

_GLUED_TO_DATE = re.compile(r"(?P<date>\d{1,2}[/.-]\d{1,2}[/.-]\d{4}(?: \d{1,2}:\d{2})?)(?=[A-ZĐ][^\W\d_]+ \w)")
"""A day, or a day and an hour, with the title or the text right behind it, without a space."""

_WIDE_GAP = " " * 3
_APART = re.compile(r"\s{3,}|\s*\t\s*|\s+\W{0,2}::\W{0,2}\s+")
_POINT = re.compile(r"\s+[•·]\s+")
_FEWEST_BY_POINTS = 3
"""Parts that points stand between; of two, which is whose is told by what they are."""

_BEHIND_DATE = 2
_LONGEST_PART = 40
_LONGEST = 150
_FEWEST_ENTRIES, _FEWEST_BY_GAPS = 4, 3
"""Entries of a menu that strokes part, or gaps of two spaces, and words of one."""

_LONGEST_ENTRY = 4


def parts_of_row(raw: str) -> tuple[str, ...]:
    """What stands side by side in a line, or nothing: no sentence is parted by gaps into short pieces alone."""
    if len(raw) > _LONGEST:
        return ()
    if raw.count("|") >= _FEWEST_ENTRIES - 1:
        entries = tuple(part.strip() for part in raw.split("|"))
        return entries if all(entry and _may_be_entry(entry) for entry in entries) else ()
    if "  " not in raw and "\t" not in raw:
        return ()
    parts = tuple(part.strip() for part in _GAP.split(raw.strip()) if part.strip())
    if len(parts) < 2 or any(len(part) > _LONGEST_PART for part in parts):
        return ()
    if _WIDE_GAP in raw or "\t" in raw:
        return parts
    return parts if len(parts) >= _FEWEST_BY_GAPS and all(map(_may_be_entry, parts)) else ()


def _may_be_entry(part: str) -> bool:
    """Whether words are a menu's entry, where gaps are so narrow that a sentence set in a column has them, too."""
    return part[0].isupper() and part.count(" ") < _LONGEST_ENTRY and part[-1] not in ".,;"


def parts_beside_date(raw: str) -> tuple[str, ...]:
    """What stands side by side in a line of which one part is a date: the site, a section, controls; or nothing.

    No such line is one thing, and a date that stands alone is read as one.
    """
    if (glued := _GLUED_TO_DATE.match(raw)) is not None:
        return glued["date"], raw[glued.end() :]
    is_wide = "   " in raw or "\t" in raw or "::" in raw
    if len(raw) > _LONGEST or not (is_wide or " • " in raw or " · " in raw) or not any(map(str.isdecimal, raw)):
        return ()
    if _is_date(" ".join(raw.split())):
        return ()
    parts = tuple(part for part in (_APART if is_wide else _POINT).split(raw.strip()) if part)
    fewest = 2 if is_wide else _FEWEST_BY_POINTS
    return parts if len(parts) >= fewest and any(map(_is_date, parts)) else ()


def _is_date(part: str) -> bool:
    written = find_date(part)
    if written is None or len(part) - written.end > _BEHIND_DATE:
        return False
    label = part[: written.start].rstrip(" :")
    return not label or any(words.fullmatch(label) for words in _LABELS)
