"""When was it published? Dates as Vietnamese pages write them, to ISO 8601, as precise as the page and no more."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, time

_MONTHS = {
    "mười một": 11, "mười hai": 12, "giêng": 1, "một": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4, "năm": 5, "sáu": 6,
    "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9, "mười": 10, "chạp": 12,
}  # fmt: skip
_MONTH = "|".join(_MONTHS)
_ENGLISH = {
    "january": 1, "jan": 1, "february": 2, "feb": 2, "march": 3, "mar": 3, "april": 4, "apr": 4, "may": 5, "june": 6,
    "jun": 6, "july": 7, "jul": 7, "august": 8, "aug": 8, "september": 9, "sept": 9, "sep": 9, "october": 10, "oct": 10,
    "november": 11, "nov": 11, "december": 12, "dec": 12,
}  # fmt: skip
_ENGLISH_MONTH = "|".join(sorted(_ENGLISH, key=len, reverse=True))

_WEEKDAY = (
    r"(?P<weekday>(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ\s+nhật|t[2-7]|cn"
    r"|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?)\b[\s,.-]*)?"
)
_CLOCK = (
    r"(?P<hour>[0-9]{1,2})\s*(?:[:h]|giờ|g(?=[0-9]))\s*(?P<minute>[0-9]{2}|[0-9](?='))?'?(?::(?P<second>[0-9]{2}))?(?:\s*phút)?"
    r"\s*(?P<half>(?:sa|ch|am|pm|sáng|trưa|chiều|tối|đêm)(?!\w))?"
)
_ISO_MARK, _MARK, _MONTH_WORD = r"[0-9][-.][0-9]", r"[/.\-–]\s*[0-9]{1,2}\s*[/.\-–]\s*[0-9]{4}", "th(?:áng|g)"
_SHORT_YEAR = "(?<=[/.])[0-9]{2}(?![0-9])"
"""A year of two figures, as short as it may be told."""

_DAYS = (
    (_ISO_MARK, r"(?P<year>[0-9]{4})(?P<mark>[-.])(?P<month>[0-9]{2})(?P=mark)(?P<day>[0-9]{2})"),
    (
        _MARK,
        r"(?:ngày\s+)?(?P<day>[0-9]{1,2})\s*(?P<mark>[/.\-–])\s*(?P<month>[0-9]{1,2})\s*(?P=mark)\s*(?P<year>[0-9]{4})",
    ),
    (
        _MONTH_WORD,
        rf"(?:ngày\s+)?(?P<day>[0-9]{{1,2}})\s*,?\s*th(?:áng|g\.?)\s+(?P<name>{_MONTH}|[0-9]{{1,2}})\s*[,/-]?\s*(?:năm\s+)?"
        r"(?P<year>[0-9]{4})",
    ),
    (
        _MONTH_WORD,
        rf"th(?:áng|g\.?)\s+(?P<name>{_MONTH}|[0-9]{{1,2}})\s+(?P<day>[0-9]{{1,2}})\s*,\s*(?P<year>[0-9]{{4}})",
    ),
    (_ENGLISH_MONTH, rf"(?P<name>{_ENGLISH_MONTH})\.?\s+(?P<day>[0-9]{{1,2}})\s*,\s*(?P<year>[0-9]{{4}}|'[0-9]{{2}})"),
    (_ENGLISH_MONTH, rf"(?P<day>[0-9]{{1,2}})\s+(?P<name>{_ENGLISH_MONTH})\.?,?\s+(?P<year>[0-9]{{4}})"),
    (
        _SHORT_YEAR,
        r"(?<![0-9/.])(?P<said>ngày\s+)?(?P<day>[0-9]{1,2})(?P<mark>[/.])(?P<month>[0-9]{1,2})(?P=mark)(?P<year>[0-9]{2})"
        r"(?![0-9/])(?!\.[0-9])",
    ),
)
"""The forms of a full date, each behind something cheap to look for that its texts hold."""

_PARTIAL_DAYS = (
    (
        r"[0-9]\s*[/.\-–]",
        r"(?:ngày\s+)?(?P<day>[0-9]{1,2})\s*(?P<mark>[/.\-–])\s*(?P<month>[0-9]{1,2})"
        r"(?!\s*(?P=mark)?[0-9])(?P<year>(?!))?",
    ),
)
_ZONE = (
    r"(?:\s*\(?\s*(?:gmt|utc)(?:\s*[+-]?\s*[0-9]{1,2}(?::?[0-9]{2})?)?(?!\w)\s*\)?|\.[0-9]+)?"
    r"(?:z|[+-][0-9]{2}:?[0-9]{2})?"
)
LONGEST_VALUE = 80
"""Characters of a field that is a date."""

YEAR = re.compile(rf"[0-9]{{4}}|'[0-9]{{2}}|{_SHORT_YEAR}")
"""What every text with a full date holds."""

_COUNTED = re.compile(r"[0-9]{1,2}\s+tháng\s+năm\s+[0-9]{4}", re.IGNORECASE)
"""Some months of a year (``4 tháng năm 2013``), where nothing says that they are a day of May."""

_SAID = re.compile(r"(?:(?:ngày|đăng|lúc|xuất bản|posted|posted on)\s*:?|[•·|])\s*$", re.IGNORECASE)
_ISO_MONTH = re.compile(r"(?!0000)[0-9]{4}(-(0[1-9]|1[0-2]))?")
_JOINT = r"[\s,|•·@T\-–]*(?:lúc\s+)?"
_NO_FIGURE = "(?![0-9](?![0-9]?:[0-9]{2}(?![0-9])))"
"""No figure behind a year, but for those of a time that was written without a space (``12/10/202008:15``)."""


def _with_clocks(days: tuple[tuple[str, str], ...]) -> tuple[tuple[re.Pattern[str], tuple[re.Pattern[str], ...]], ...]:
    return tuple(
        (
            re.compile(sign, re.IGNORECASE),
            (
                re.compile(rf"{_WEEKDAY}{day}{_NO_FIGURE}(?:{_JOINT}{_CLOCK}(?![^\W_z]))?{_ZONE}", re.IGNORECASE),
                re.compile(rf"{_CLOCK}{_ZONE}{_JOINT}{_WEEKDAY}{day}(?![0-9]){_ZONE}", re.IGNORECASE),
            ),
        )
        for sign, day in days
    )


_FORMS = _with_clocks(_DAYS)
_PARTIAL_FORMS = _with_clocks(_PARTIAL_DAYS)


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date found in a text: its ISO form and the characters ``[start, end)`` that wrote it."""

    iso: str
    start: int
    end: int
    has_weekday: bool
    has_time: bool


def find_date(text: str) -> WrittenDate | None:
    """The longest full date (day, month and year) in a line of text, or ``None``; impossible days are none."""
    if not YEAR.search(text):
        return None
    found = [
        written
        for sign, forms in _FORMS
        if sign.search(text)
        for form in forms
        for written in map(_written, form.finditer(text))
        if written
    ]
    return max(found, key=lambda written: (written.end - written.start, -written.start), default=None)


def find_day(text: str, year: int) -> WrittenDate | None:
    """A date without its year (``Thứ bảy, 22/12 | 05:30``) in a line of text, read as one of ``year``."""
    found = [
        written
        for sign, forms in _PARTIAL_FORMS
        if sign.search(text)
        for form in forms
        for match in form.finditer(text)
        if (written := _written(match, year)) is not None
    ]
    return max(found, key=lambda written: (written.end - written.start, -written.start), default=None)


def iso_date(value: str) -> str | None:
    """A whole field's value as ISO 8601 where it is a date in a known form, else ``None``.

    A year, or a year and a month in ISO's own form, are dates of that precision.
    """
    value = " ".join(value.split())
    if _ISO_MONTH.fullmatch(value):
        return value
    if len(value) > LONGEST_VALUE:
        return None
    written = find_date(value)
    return written.iso if written and (written.start, written.end) == (0, len(value)) else None


def _written(match: re.Match[str], year: int | None = None) -> WrittenDate | None:
    parts = match.groupdict()
    name = parts.get("name")
    spelt = re.sub(r"\s+", " ", name.lower()) if name else ""
    month = _MONTHS.get(spelt) or _ENGLISH.get(spelt)
    if name == "năm" and _COUNTED.fullmatch(match[0]):
        return None
    try:
        number, month = int(parts["day"]), month or int(name or parts["month"])
        if month > 12 >= number and (parts["hour"] or parts["weekday"]):
            number, month = month, number  # as programs write it that were made for America
        day = date(year or _year(parts["year"] or ""), month, number)
        clock = _clock(parts)
    except ValueError:
        return None
    if len(parts["year"] or "") == 2 and clock is None and not parts["weekday"] and not _is_said(match):
        return None  # a house, a formula or a score
    iso = day.isoformat() if clock is None else f"{day.isoformat()}T{clock.isoformat(_precision(parts))}"
    return WrittenDate(iso, *match.span(), has_weekday=bool(parts["weekday"]), has_time=clock is not None)


def _is_said(match: re.Match[str]) -> bool:
    """Whether words before three short numbers say that they are a date, or a mark parts them from a name."""
    return bool(match["said"] or _SAID.search(match.string[: match.start()]))


def _year(written: str) -> int:
    """A year, also in two figures (``14/2/23``), as blogs write it, too (``Jun 17, '09``)."""
    figures = written.removeprefix("'")
    return full_year(int(figures)) if len(figures) == 2 else int(figures)


def full_year(short: int) -> int:
    """The year that is written in its last two figures: there were no pages before 1990."""
    return (1900 if short >= 90 else 2000) + short


def _precision(parts: dict[str, str | None]) -> str:
    return "seconds" if parts["second"] else "minutes"


def _clock(parts: dict[str, str | None]) -> time | None:
    if parts["hour"] is None:
        return None
    hour, half = int(parts["hour"]), (parts["half"] or "").lower()
    if half in ("ch", "pm", "chiều", "tối") and hour < 12:
        hour += 12
    elif half in ("sa", "am") and hour == 12:
        hour = 0
    return time(hour, int(parts["minute"] or 0), int(parts["second"] or 0))
