"""Who is named between title and text: the author, a second one, a part of the newsroom, or whose office it is?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from corpus.text.bylines import is_desk, is_unnamed, signs_shortly
from corpus.text.furniture import SITE
from corpus.text.lines import Line

_SITE_WITHIN = 3
"""Lines of a page among which the site's name stands."""

_WRITES = re.compile(
    r"(?:(?:phóng|thông tín|đặc phái|biên tập|cộng tác) viên|gửi (?:cho|tới|đến|bài|từ)"
    r"|(?:(?:pgs|gs|ts|ths|bs)[.,]? ?){1,3}(?=[,.])|(?:phó )?giáo sư,|(?:tiến|thạc|bác) (?:sĩ|sỹ),)(?!\w)",
    re.IGNORECASE,
)
"""What the author is, or where from and for whom he writes."""

_JOINS = ("-", "–", "&")
"""Marks on a line of their own between two authors."""


def is_office(line: Line) -> bool:
    """Whether a line below the author's name says for whom he writes, or what he is."""
    return not line.is_running and bool(SITE.match(line.plain) or _WRITES.match(line.plain))


def stands_among_controls(lines: Sequence[Line], at: int) -> bool:
    """Whether a line stands beside a date or a control of the page, as no heading of the text does."""
    beside = (lines[near] for near in (at - 1, at + 1) if 0 < near < len(lines))
    if any(line.is_dated or line.is_button or line.is_counter for line in beside):
        return True
    above = takewhile(lambda line: _is_short(line) and not line.author, reversed(lines[max(at - 5, 0) : at]))
    following = takewhile(lambda line: not line.is_running, lines[at : at + 6])
    return sum(map(_is_short, (*above, *following))) >= 2


def _is_short(line: Line) -> bool:
    return line.length <= 3 and line.is_open


def is_byline(lines: Sequence[Line], at: int) -> bool:
    """Whether a name right below the title is the author's: labelled, of two words and more, or beside the date."""
    beside = [lines[near] for near in (at - 1, at + 1, at + 2) if 0 <= near < len(lines)]
    if any(line.plain.lower() == lines[at].plain.lower() for line in lines[: min(at, _SITE_WITHIN)]):
        return False  # the site's name
    return lines[at].length > 1 or is_unnamed(lines[at].plain) or any(line.is_dated for line in beside)


def with_second(author: str, lines: Sequence[Line], at: int) -> tuple[str, int]:
    """The author, with another one whose name stands below a dash or behind a comma; and the next line's number."""
    mark = lines[at + 1].plain if at + 1 < len(lines) else ""
    if mark in _JOINS and at + 2 < len(lines) and (second := lines[at + 2].author) is not None:
        return f"{author} {mark} {second}", at + 3
    if mark.startswith(", ") and (second := Line("", mark[2:]).author) is not None:
        return author + mark, at + 2
    return author, at + 1


def signs(lines: Sequence[Line], at: int) -> bool:
    """Whether a part of the newsroom stands above the date, or initials among what is no text."""
    line = lines[at]
    if (line.is_signature and line.plain[0] != "(") or signs_shortly(line.plain):
        return stands_among_controls(lines, at)
    return is_desk(line.plain) and any(each.is_dated for each in lines[at + 1 : at + 3])
