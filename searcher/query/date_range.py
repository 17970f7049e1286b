"""Dates as people write them in a query: a year, a month or a day, and ranges of these."""

from __future__ import annotations

import re
from datetime import date

Range = tuple[str | None, str | None]
"""The first and the last date, ISO 8601 as short as a year; ``None`` is no bound."""

_ISO = re.compile(r"([0-9]{4})(?:-([0-9]{1,2})(?:-([0-9]{1,2}))?)?")
_DAY = re.compile(r"([0-9]{1,2})([/.-])([0-9]{1,2})\2([0-9]{4})")
_MONTH = re.compile(r"([0-9]{1,2})[/.-]([0-9]{4})")
_YEAR_FIRST = re.compile(r"([0-9]{4})[/.]([0-9]{1,2})(?:[/.]([0-9]{1,2}))?")
_JOINED = re.compile(r"\.\.+|…|–|-+")


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
    elif found := _DAY.fullmatch(text):
        day, _, month, year = found.groups()
    elif found := _MONTH.fullmatch(text):
        (month, year), day = found.groups(), None
    else:
        return None
    parts = [year, *(part.zfill(2) for part in (month, day) if part)]
    written = "-".join(parts)
    try:
        date.fromisoformat((written + "-01-01")[:10])
    except ValueError:
        return None
    return written


def likely_range(text: str) -> str | None:
    """What may have been meant by what is no range: ``2019-2021``, ``2019/5``, bounds turned round."""
    if found := _YEAR_FIRST.fullmatch(text):
        meant = "-".join(filter(None, found.groups()))
        return meant if iso_date(meant) else None
    bounds = [bound.strip() for bound in _JOINED.split(text) if bound.strip()]
    dates = [iso_date(bound) for bound in bounds]
    if len(bounds) != 2 or None in dates:
        return None
    first, last = sorted(bounds, key=lambda bound: iso_date(bound) or "")
    return f"{first}..{last}"
