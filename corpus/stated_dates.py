"""When was it published, as a program states it? The fields of data sets and the metadata of web pages, to ISO 8601.

A field that is there for a date is read more freely than a line of a page, where a number may be anything: beside the
forms of ``corpus/dates.py`` it may hold the year first, a month, eight figures, or a moment counted in seconds or
milliseconds; the day always stands before the month, as Vietnamese writes it. Pages show Vietnamese time, so a moment
that names another zone becomes local, and one that names none is local already. Midnight to the second is how a system
that has no time writes a day, and is read as one.
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta, timezone

from corpus.dates import LONGEST_VALUE, full_year, iso_date
from corpus.text.dates_alone import date_in
from corpus.text.furniture import POSTED, UPDATED

_LOCAL = timezone(timedelta(hours=7))
_ZONE = re.compile(
    r"(?<=:[0-9]{2})(?:[.,][0-9]{1,9})?\s*"
    r"(?:(?P<none>Z|UTC?|GMT)|\(?(?:UTC|GMT)?\s?(?P<sign>[+-])\s?(?P<hours>[0-9]{1,2})(?::?(?P<minutes>[0-9]{2}))?\)?"
    r"(?: \(?(?:UTC|GMT)\)?)?)$",
    re.IGNORECASE,
)
"""A zone at the end, behind a clock: the last figures of a day alone (``2017-02-06``) are none."""

_FARTHEST = timedelta(hours=14)
_YEAR_FIRST = re.compile(r"([0-9]{4})([/.-])([0-9]{1,2})\2([0-9]{1,2})(?![0-9/.-])")
_SHORT_YEAR = re.compile(r"(?<![0-9/.])([0-9]{1,2})([/.])([0-9]{1,2})\2([0-9]{2})(?![0-9/.:])")
"""Not with hyphens, between which the year comes first as often as last."""

_MONTH = re.compile(r"(?:tháng )?(?P<month>[0-9]{1,2})[/.-](?P<year>[0-9]{4})", re.IGNORECASE)
_MONTH_BEHIND = re.compile(r"(?P<year>[0-9]{4})[/.-](?P<month>[0-9]{1,2})")
_NUMBER = re.compile(r"([0-9]{8,13})(?:\.[0-9]+)?")
_MIDNIGHT = "T00:00:00"
_FIRST_YEAR = "1800"
_CLOCKS_BEGIN = ("1900-01-01", "1970-01-01")
"""Days on which the clocks of systems begin, which they write where no date was set; others begin in the year 1."""

_FIRST_SECOND, _LAST_SECOND = 631_152_000, 4_102_444_800
"""The years 1990 to 2099: there were no pages before. Counted in seconds they have nine or ten figures, in milliseconds
twelve or thirteen, so neither is taken for the other, nor for a day in eight figures."""


def stated_date(value: str) -> str | None:
    """The date in a field, ISO 8601, as precise as the field and in Vietnamese time; ``None`` where it is none."""
    return if_set(_moment(value))


def if_set(iso: str | None) -> str | None:
    """The date, where it is not what a system writes for one that nobody has set."""
    return None if iso is None or iso < _FIRST_YEAR or iso.startswith(_CLOCKS_BEGIN) else iso


def _moment(value: str) -> str | None:
    value = " ".join(value.split())
    if not value or len(value) > LONGEST_VALUE:
        return None
    if value[:-2].isdecimal():  # tables with gaps write whole numbers so
        value = value.removesuffix(".0")
    if number := _NUMBER.fullmatch(value):
        return _of_figures(number[1])
    zone = _ZONE.search(value)
    if zone is None:
        return _without_midnight(_written(value))
    iso = _without_midnight(_written(value[: zone.start()]))
    return iso if iso is None or "T" not in iso else _local(iso, zone)


def _written(value: str) -> str | None:
    """A date in words and figures, its zone left out."""
    if month := _MONTH.fullmatch(value) or _MONTH_BEHIND.fullmatch(value):
        return iso_date(f"{month['year']}-{int(month['month']):02}")
    value = _YEAR_FIRST.sub(lambda day: f"{day[1]}-{int(day[3]):02}-{int(day[4]):02}", value)
    value = _SHORT_YEAR.sub(lambda day: f"{day[1]}/{day[3]}/{full_year(int(day[4]))}", value)
    return iso_date(value) or _behind_words(value)


def _behind_words(value: str) -> str | None:
    """``Cập nhật 06-02-2017``: words may stand before a date that say that it is one of publication.

    Other words may say that it is not that day (``khoảng``, ``trước``), so with these it is none.
    """
    found = date_in(value)
    if found is None or not (POSTED.match(value) or UPDATED.search(value, 0, found.start)):
        return None
    return found.iso


def _of_figures(figures: str) -> str | None:
    """A day as ``20170206``, or a moment in seconds or milliseconds since 1970."""
    if len(figures) == 8:
        try:
            return date.fromisoformat(f"{figures[:4]}-{figures[4:6]}-{figures[6:]}").isoformat()
        except ValueError:
            return None
    seconds = int(figures) // (1000 if len(figures) > 10 else 1)
    if not _FIRST_SECOND <= seconds < _LAST_SECOND:
        return None
    return _without_midnight(datetime.fromtimestamp(seconds, _LOCAL).replace(tzinfo=None).isoformat())


def _without_midnight(iso: str | None) -> str | None:
    return iso.removesuffix(_MIDNIGHT) if iso else None


def _local(iso: str, zone: re.Match[str]) -> str | None:
    """A moment in another zone as one in Vietnam; ``None`` where there is no such zone."""
    away = timedelta(hours=int(zone["hours"] or 0), minutes=int(zone["minutes"] or 0))
    if away > _FARTHEST:
        return None
    moment = datetime.fromisoformat(iso).replace(tzinfo=timezone(-away if zone["sign"] == "-" else away))
    try:
        here = moment.astimezone(_LOCAL)
    except OverflowError:  # at either end of the calendar
        return None
    return here.replace(tzinfo=None).isoformat(timespec="seconds" if iso.count(":") == 2 else "minutes")
