"""When was it published? What the page shows beside its headline, held against what it says of itself in its head.

Only explicit places count: a date of publication in the metadata, or a line of the page that is hardly more than a
date. Of both, the one that says more: a page that shows a day and knows the minute is read to the minute.
"""

from __future__ import annotations

import re
import unicodedata

from corpus.html.headline import Headline
from corpus.html.main_box import MainBox
from corpus.html.metadata import Metadata
from corpus.html.roles import Role
from corpus.html.shown import Shown, ShownLine
from corpus.stated_dates import if_set, stated_date
from corpus.text.lines import Line

_VISIT = re.compile(r"hôm nay|\bin ngày|ngày in\b|hiện tại|bây giờ", re.IGNORECASE)
_UPDATE = re.compile(r"cập nhật|sửa(?: đổi)? lần cuối|chỉnh sửa|updated|modified|\bedited\b", re.IGNORECASE)
_ABOVE = 6
_FAR_ABOVE = 60
"""Lines above the headline among which a date with its time is looked for, where no nearer one is found."""

_BARE_ABOVE = 2
"""Lines between a day without a time and the headline below it, at most: further up it is the day of the visit."""

_LABEL = re.compile(
    r"(?:(?:ngày )?(?:đăng|xuất bản)(?: lúc| ngày)?|posted(?: on)?|published(?: on)?)\s*:\s*", re.IGNORECASE
)
"""What parts the date from what a template has in one element with it."""

_LONGEST_LINE = 300
_NEVER = "9999"
_BELOW = 12
_WITHIN_TEXT = 3
"""Paragraphs below the headline, the lead among them, from which on a date is one that the text speaks of."""

_CLOSING, _BEHIND = 4, 8
"""Lines at the end of the article's text, and behind it, in which a closing date is looked for."""


def find_published(page: Shown, main: MainBox, headline: Headline, stated: Metadata) -> str | None:
    """The time of publication as the page gives it; ``stated`` is what its metadata says."""
    meta = next(filter(None, map(stated_date, stated.published)), None)
    times: dict[str, str] = {}
    for text, value in stated.times:
        if text and (iso := stated_date(value)):
            times.setdefault(text, iso)  # of a day that stands twice, the second time is the last change's
    if headline.published:
        return _fuller(headline.published, meta)
    best, rank = None, (0, 0)
    near_end = min(headline.end + _BELOW, page.boxes[main.number].end if page.boxes else 0)
    dates = _shown_dates(page, main, headline, times)
    above_text = range(headline.first, _first_prose(page, headline))
    updates = (iso[:10] for at, iso, update in dates if update and at in above_text and page.lines[at].line.is_dated)
    updated = min(updates, default=_NEVER)
    for at, iso, update in dates:
        if iso[:10] > updated and (meta is None or meta[:10] != iso[:10]):
            continue  # nothing is brought up to date before it is published: that is the day of the visit
        agrees = meta is not None and meta[:10] == iso[:10]
        worth = 1 + 8 * agrees + 4 * (not update) + 2 * (headline.first <= at < near_end) + ("T" in iso)
        if (worth, -abs(at - headline.first)) > rank:
            best, rank = iso, (worth, -abs(at - headline.first))
    if best is None and meta is None:
        best = _far_above(page, headline)
    if best is None or meta is None:
        return best or meta
    return _fuller(best, meta)


def _first_prose(page: Shown, headline: Headline) -> int:
    """The first line of running text below the headline."""
    below = range(headline.end, len(page.lines))
    return next((at for at in below if page.lines[at].line.is_prose), headline.end)


def _far_above(page: Shown, headline: Headline) -> str | None:
    """A day with its time in the head of the page: that of the visit seldom has one, and says that it is."""
    for at in range(headline.first - 1, max(headline.first - _FAR_ABOVE, -1), -1):
        line = page.lines[at]
        written = line.line.date
        of_visit = _VISIT.search(line.plain) or line.roles & Role.VISIT
        if written and written.has_time and not of_visit and if_set(written.iso):
            return written.iso
    return None


def _fuller(shown: str, meta: str | None) -> str:
    """The one that says more, of the same day; the earlier one of two days."""
    if meta is None:
        return shown
    if shown[:10] != meta[:10]:
        return min(shown, meta)
    says_seconds = meta.startswith(shown) and not meta.endswith(":00")  # which programs write for none
    return meta if says_seconds or "T" not in shown else shown


def _shown_dates(page: Shown, main: MainBox, headline: Headline, times: dict[str, str]) -> list[tuple[int, str, bool]]:
    """The lines that are dates, near the headline or behind the text: place, date, and whether it is of an update."""
    found = []
    last = page.boxes[main.number].end if page.boxes else 0
    below = min(headline.end + _BELOW, len(page.lines))
    prose = [at for at in range(headline.end, below) if page.lines[at].line.is_prose]
    begun = prose[_WITHIN_TEXT - 1] if len(prose) >= _WITHIN_TEXT else below
    near = [*range(max(headline.first - _ABOVE, 0), begun)]
    near += [at for at in range(begun, below) if page.lines[at].roles & Role.DATE and page.lines[at].line.is_dated]
    behind = range(max(last - _CLOSING, begun), min(last + _BEHIND, len(page.lines)))
    for at in (*near, *behind):
        line = page.lines[at]
        if at >= last and line.line.is_tail:
            break  # comments and other pages have their dates as well
        if (
            len(line.text) > _LONGEST_LINE
            or (line.linked >= 0.4 and not (at in near and (_says_date(line) or at == headline.end)))
            or _VISIT.search(line.plain)
            or line.roles & Role.VISIT
            or (main.furniture[at] and not (at in near and _says_date(line)))
        ):
            continue
        marked = [mark.text for mark in line.marks if mark.role & Role.DATE]
        dates = marked if len(marked) == 1 and _date_of(marked[0]) else [*marked, line.plain]
        for text in dates:
            iso = _date_of(text)
            if (exact := times.get(" ".join(text.split()))) and (iso is None or iso == exact[:10]):
                iso = exact
            bare_above = iso is not None and "T" not in iso and headline.first - at > _BARE_ABOVE
            if iso and not bare_above and not (at >= headline.end and line.line.is_prose):
                found.append((at, iso, bool(_UPDATE.search(line.plain))))
    return found


def _says_date(line: ShownLine) -> bool:
    return bool(line.roles & Role.DATE) or any(mark.role & Role.DATE for mark in line.marks)


def _date_of(text: str) -> str | None:
    plain = " ".join(unicodedata.normalize("NFC", text).split())
    label = _LABEL.search(plain)
    written = Line(plain, plain).date or (Line("", plain[label.end() :]).date if label else None)
    return if_set(written.iso) if written else None
