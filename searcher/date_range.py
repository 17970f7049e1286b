"""Dates as people write them in a query: a year, a month or a day, and ranges of these."""

from __future__ import annotations

import re
from datetime import date

Range = tuple[str | None, str | None]
"""The first and the last date, ISO 8601 as short as a year; ``None`` is no bound."""

_ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_VIETNAMESE = re.compile(r"(?:(?:(\d{1,2})([/.-]))?(\d{1,2})[/.-])(\d{4})")


def date_range(text: str) -> Range | None:
    """``2019``, ``2019-05..2021``, ``..30/5/2021``, ``2019..``; ``None`` for what is none. The bounds may be turned."""
    first, dots, last = text.partition("..")
    if not dots:
        found = iso_date(first)
        return (found, found) if found else None
    since, until = iso_date(first), iso_date(last)
    if (first and not since) or (last and not until) or not (since or until):
        return None
    return since, until


def iso_date(text: str) -> str | None:
    """``2021``, ``2021-05`` and ``2021-05-30``, also as ``5/2021`` and ``30/5/2021``, in ISO 8601; else ``None``."""
    if found := _ISO.fullmatch(text):
        year, month, day = found.groups()
    elif found := _VIETNAMESE.fullmatch(text):
        day, _, month, year = found.groups()
    else:
        return None
    parts = [year, *(part.zfill(2) for part in (month, day) if part)]
    written = "-".join(parts)
    try:
        date.fromisoformat((written + "-01-01")[:10])
    except ValueError:
        return None
    return written
