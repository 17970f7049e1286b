"""A day above the title, without an hour, may be that of the visit: it is the article's where the text tells of it.

News tell first when something happened (``Chiều 18/10``), and are published within days of it.
"""

from __future__ import annotations

import re
from datetime import date

from corpus.text.draft import Draft

_TOLD = re.compile(
    r"(?:\b(?:ngày|sáng|trưa|chiều|tối|đêm|từ|đến|và) |\()(?P<day>[0-3]?\d) ?[/-] ?(?P<month>[01]?\d)(?![\d/.-]?\d)",
    re.IGNORECASE,
)
_DAYS = 7
_FIRST_PARAGRAPHS = 3


def told_day(draft: Draft) -> str | None:
    """The day above the title, where the first paragraphs tell of that day or one of the six before it."""
    if draft.day is None:
        return None
    posted = date.fromisoformat(draft.day).toordinal()
    opening = " ".join([draft.lead or "", *draft.paragraphs[:_FIRST_PARAGRAPHS]])
    told = ((int(each["day"]), int(each["month"])) for each in _TOLD.finditer(opening))
    days = map(date.fromordinal, range(max(posted - _DAYS, 0) + 1, posted + 1))
    week = {(day.day, day.month) for day in days}
    return draft.day if any(each in week for each in told) else None
