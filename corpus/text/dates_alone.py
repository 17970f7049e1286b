"""Is a line hardly more than a date, as those are that say when a page was published?"""

from __future__ import annotations

import re

from corpus.dates import YEAR, WrittenDate, find_date
from corpus.text.furniture import AGO, POSTED, UPDATED

_SENTENCE = re.compile(r"[.!?]\s")
_TIMES_AGO = re.compile(r"trước|cách đây", re.IGNORECASE)
_LONGEST = 300
"""Characters of a line in which a date of publication is looked for."""

_LONGEST_AGE = 60
_LONGEST_FACTS = 120
_MOST_BESIDE = 60
_MOST_BESIDE_IN_FACTS = 90
"""Characters that may stand beside the date: more in a line of facts, which opens or is parted as such lines are."""

_MOST_BESIDE_ALONE, _MOST_BESIDE_WITH_WEEKDAY_AND_HOUR = 40, 48


def date_in(plain: str) -> WrittenDate | None:
    """The date, where little stands beside it: the first posting's, where another is the last change's."""
    if len(plain) > _LONGEST or not YEAR.search(plain):
        return None
    updated = UPDATED.search(plain)
    posted = find_date(plain[: updated.start()]) if updated else None
    written = posted or find_date(plain)
    if written is None or len(plain) - (written.end - written.start) > _most_beside(plain):
        return None
    return written if not _SENTENCE.search(plain, 0, written.start) else None


def tells_age(plain: str) -> bool:
    """Whether a line says how long ago."""
    return len(plain) < _LONGEST_AGE and bool(_TIMES_AGO.search(plain)) and bool(AGO.fullmatch(plain))


def is_nothing_but(date: WrittenDate, plain: str) -> bool:
    """Whether hardly anything stands beside a line's date but that of the last change, or facts."""
    beside = len(plain) - (date.end - date.start)
    is_whole = date.has_time and date.has_weekday  # as the press writes no event's
    most = _MOST_BESIDE_WITH_WEEKDAY_AND_HOUR if is_whole else _MOST_BESIDE_ALONE
    return _is_facts(plain) or beside <= most + _of_update(plain)


def _most_beside(plain: str) -> int:
    return _MOST_BESIDE_IN_FACTS if _is_facts(plain) else _MOST_BESIDE


def _is_facts(plain: str) -> bool:
    is_parted = "|" in plain or plain.count(" / ") > 1
    return len(plain) <= _LONGEST_FACTS and (is_parted or POSTED.match(plain) is not None)


def _of_update(plain: str) -> int:
    """Characters of the second date in the line, that of the last change."""
    updated = UPDATED.search(plain)
    second = find_date(plain[updated.start() :]) if updated and updated.start() else None
    return second.end if second else 0
