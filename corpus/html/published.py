"""When was it published? What the page shows beside its headline, held against what it says of itself in its head.

Only explicit places count: a date of publication in the metadata, or a line of the page that is hardly more than a
date. Of both, the one that says more: a page that shows a day and knows the minute is read to the minute. Pages show
Vietnamese time, so a time in another zone becomes local. Midnight to the second is how a system that has no time writes
a day, and is read as one.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone

from corpus.dates import iso_date
from corpus.html.headline import Headline
from corpus.html.main_box import MainBox
from corpus.html.metadata import Metadata
from corpus.html.roles import Role
from corpus.html.shown import Shown
from corpus.text.lines import Line

_LOCAL = timezone(timedelta(hours=7))
_ISO = re.compile(
    r"(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})"
    r"(?:[T ]\s*(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})(?P<second>:[0-9]{2})?(?:\.[0-9]+)?"
    r"\s*(?P<zone>Z|[+-][0-9]{2}:?[0-9]{2})?)?"
)
_VISIT = re.compile(r"hôm nay|\bin ngày|ngày in\b|hiện tại|bây giờ", re.IGNORECASE)
_UPDATE = re.compile(r"cập nhật|sửa(?: đổi)? lần cuối|chỉnh sửa|updated|modified", re.IGNORECASE)
_ABOVE = 6
_FAR_ABOVE = 60
"""Lines above the headline among which a date with its time is looked for, where no nearer one is found."""

_BARE_ABOVE = 2
"""Lines between a day without a time and the headline below it, at most: further up it is the day of the visit."""

_LONGEST_LINE = 300
_BELOW = 12
_FIRST_YEAR = "1800"
_CLOCKS_BEGIN = ("1900-01-01", "1970-01-01")
"""Days on which the clocks of systems begin, which they write where no date was set; others begin in the year 1."""

_BEHIND = 8
"""Lines behind the article's text in which a closing date is looked for."""


def local_time(value: str) -> str | None:
    """A date of the metadata as ISO 8601 in Vietnamese time, without a zone, or ``None`` where it is no date."""
    return _if_set(_local_time(value))


def _if_set(iso: str | None) -> str | None:
    """The date, where it is not what a system writes for one that nobody has set."""
    return None if iso is None or iso < _FIRST_YEAR or iso.startswith(_CLOCKS_BEGIN) else iso


def _local_time(value: str) -> str | None:
    found = _ISO.fullmatch(value.strip())
    if found is None:
        return iso_date(value)
    second = found["second"] or ""
    if found["hour"] is None or (int(found["hour"]), found["minute"], second) == (0, "00", ":00"):
        return iso_date(found["day"])
    try:
        moment = datetime.fromisoformat(f"{found['day']}T{int(found['hour']):02}:{found['minute']}{second or ':00'}")
        if zone := found["zone"]:
            moment = datetime.fromisoformat(moment.isoformat() + ("+00:00" if zone == "Z" else zone)).astimezone(_LOCAL)
    except (ValueError, OverflowError):
        return None
    return moment.replace(tzinfo=None).isoformat(timespec="seconds" if second else "minutes")


def find_published(page: Shown, main: MainBox, headline: Headline, stated: Metadata) -> str | None:
    """The time of publication as the page gives it; ``stated`` is what its metadata says."""
    meta = next(filter(None, map(local_time, stated.published)), None)
    times = {text: iso for text, value in stated.times if text and (iso := local_time(value))}
    if headline.published:
        return _fuller(headline.published, meta)
    best, rank = None, 0
    for at, written, update in _shown_dates(page, main, headline, times):
        iso = written
        agrees = meta is not None and meta[:10] == iso[:10]
        worth = 1 + 8 * agrees + 4 * (not update) + 2 * (at >= headline.first) + ("T" in iso)
        if worth > rank:
            best, rank = iso, worth
    if best is None and meta is None:
        best = _far_above(page, headline)
    if best is None or meta is None:
        return best or meta
    return _fuller(best, meta)


def _far_above(page: Shown, headline: Headline) -> str | None:
    """A day with its time in the head of the page: that of the visit seldom has one, and says that it is."""
    for at in range(headline.first - 1, max(headline.first - _FAR_ABOVE, -1), -1):
        line = page.lines[at]
        written = line.line.date
        of_visit = _VISIT.search(line.plain) or line.roles & Role.VISIT
        if written and written.has_time and not of_visit and _if_set(written.iso):
            return written.iso
    return None


def _fuller(shown: str, meta: str | None) -> str:
    """The one that says more, of the same day; the earlier one of two days."""
    if meta is None:
        return shown
    if shown[:10] != meta[:10]:
        return min(shown, meta)
    return shown if "T" in shown else meta


def _shown_dates(page: Shown, main: MainBox, headline: Headline, times: dict[str, str]) -> list[tuple[int, str, bool]]:
    """The lines that are dates, near the headline or behind the text: place, date, and whether it is of an update."""
    found = []
    last = page.boxes[main.number].end if page.boxes else 0
    near = range(max(headline.first - _ABOVE, 0), min(headline.end + _BELOW, len(page.lines)))
    behind = range(max(last, near.stop), min(last + _BEHIND, len(page.lines)))
    for at in (*near, *behind):
        line = page.lines[at]
        if (
            len(line.text) > _LONGEST_LINE
            or line.linked >= 0.4
            or _VISIT.search(line.plain)
            or line.roles & Role.VISIT
            or (main.furniture[at] and (not line.roles & Role.DATE or at not in near))
        ):
            continue
        dates = [mark.text for mark in line.marks if mark.role & Role.DATE] or [line.plain]
        for text in dates:
            iso = _date_of(text)
            if (exact := times.get(" ".join(text.split()))) and (iso is None or iso == exact[:10]):
                iso = exact
            bare_above = iso is not None and "T" not in iso and headline.first - at > _BARE_ABOVE
            if iso and not bare_above and not (at >= headline.end and line.line.is_prose):
                found.append((at, iso, bool(_UPDATE.search(line.plain))))
    return found


def _date_of(text: str) -> str | None:
    plain = " ".join(text.split())
    written = Line(plain, plain).date
    return _if_set(written.iso) if written else None
