"""A page's line with a date on it: when it was published, or changed last, and who stands beside the date."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.dates import WrittenDate, find_date, find_day
from corpus.speech.name_words import FAMILY_NAMES
from corpus.text.bylines import is_desk, source_in
from corpus.text.draft import Draft
from corpus.text.furniture import AGO, CHANGED, POSTED, SECTION_LABEL, UPDATED, VISIT
from corpus.text.lines import Line
from corpus.text.live_report import live_hours
from corpus.text.section_names import is_section_name

_BY = re.compile(
    r"(?:(?:by|bởi|đăng bởi|viết bởi|tác giả:?)\s+(?P<author>.+?))(?:\s+(?:in|trong)\s+(?P<section>\S.{1,40}?))?"
    r"(?:\s*(?://|[|·•]|,?\s*\d+ (?:comments?|bình luận|phản hồi)).*)?$",
    re.IGNORECASE,
)
_BY_AHEAD = re.compile(r"\s(?:by|bởi) (?P<author>[^/|·]{3,40}) /$", re.IGNORECASE)
"""The author behind the site's name, as a reader of feeds shows an article's facts."""

_POSTED_IN = re.compile(
    r"(?:in|trong|vào)\s+(?P<section>\S.{1,40}?)\s*(?:(?:with|//|[|·•,])\s*)?\d+ (?:comments?|bình luận|phản hồi)$",
    re.IGNORECASE,
)
WEEKDAY = re.compile(r"[:,]?\s*(?:thứ [\w ]+|chủ nhật)[,\s]*$", re.IGNORECASE)
_LABELLED_BY = re.compile(r"^(?:posted by|by|đăng bởi|viết bởi)\s+|\s+(?:on|vào)$|, theo$", re.IGNORECASE)
_GLUED_LABEL = re.compile(r"(?:(?<=\w)|\s[-–|]\s)(?:Cập nhật|Đăng|Xuất bản|Ngày đăng)(?: lúc| ngày)?\s*:?$")
_LABEL = re.compile(
    r"(?:(?:cập nhật|đăng|ngày|thời gian|xuất bản|posted|published|on|được viết|viết|lúc|phát hành|thứ \w+"
    r"|chủ nhật|cn|in|hôm nay)[\w ]*[:,.]?\s*)+$",
    re.IGNORECASE,
)
_HOUR = re.compile(r"[0-2]?\d\s?[:hg]\s?[0-5]\d$")

_DAY, _YEAR = re.compile(r"[0-3]?\d"), re.compile(r"(?:19|20)\d{2}")
_MONTH = re.compile(r"(?:th|tháng) ?(?P<month>\d{1,2})", re.IGNORECASE)
_LANGUAGES = re.compile(r"\b(?:English|Tiếng Việt|Français|Русский)\b|中文")
_LONGEST_SECTION = 5
"""Words of a section's name behind a date."""

_YEAR_WITHIN = 60
"""Lines of a page's head in which the year of a day without one is looked for."""


def reads_date(line: Line, draft: Draft, lines: Sequence[Line]) -> bool:
    """Whether a line gives a day without its year, and nothing else has given the day of publication yet."""
    return draft.published is None and len(line.plain) <= 60 and _partial(line, lines) is not None


def _partial(line: Line, lines: Sequence[Line]) -> WrittenDate | None:
    """A date without a year, read with the year that the page gives elsewhere in its head."""
    if not re.search(r"[0-9]{1,2}\s*[/.\-–]\s*[0-9]{1,2}", line.plain) or line.is_running or find_date(line.plain):
        return None
    years = [
        int(found[1])
        for each in lines[:_YEAR_WITHIN]
        for found in [re.search(r"(?<!\d)((?:19|20)[0-9]{2})(?!\d)", each.plain)]
        if found
    ]
    written = find_day(line.plain, years[0]) if years else None
    return written if written is not None and (written.has_time or written.has_weekday) else None


def read_date(line: Line, draft: Draft, lines: Sequence[Line]) -> None:
    """Takes date, and author, source or section beside it, out of a line that is hardly more than a date."""
    parts = [part.strip() for part in re.split(r"\s[|•·]\s", line.plain) if part.strip()]
    if (
        len(parts) > 1
        and sum(find_date(part) is not None for part in parts)
        and any(Line("", part).author or SECTION_LABEL.match(part) or is_section_name(part) for part in parts)
    ):
        for part in parts:
            alone = Line("", part)
            if find_date(part) is not None:
                read_date(alone, draft, lines)
            elif (section := SECTION_LABEL.match(part)) or is_section_name(part):
                draft.section = draft.section or (section["name"] if section else part)
            elif draft.author is None and (both := alone.author_and_source) is not None:
                draft.author, draft.source = both[0], draft.source or both[1]
            elif draft.author is None and (author := alone.author):
                draft.author = author
        if draft.published is not None:
            whole = line.date
            draft.published = (
                whole.iso if whole is not None and whole.iso.startswith(draft.published) else draft.published
            )
        return
    parts = [part for part in parts if source_in(part) is None]
    if draft.section is None and len(parts) > 1 and any(find_date(part) is not None for part in parts):
        draft.section = next(filter(_may_be_section, parts), None)
    written = line.date or _partial(line, lines)
    if written is None:
        if (ago := AGO.fullmatch(line.plain)) and ago["source"] and not is_date_label(ago["source"]):
            draft.by = ago["source"].strip(" -–|•·,")
        return
    before, after = line.plain[: written.start].strip(" ,|-–•·»›("), line.plain[written.end :].strip(" ,|-–•·)")
    if UPDATED.search(before):
        draft.changed = draft.changed or bool(CHANGED.search(before))
        draft.updated = draft.updated or (None if draft.changed else written.iso)
    elif not is_of_visit(line.plain, written):
        draft.published = draft.published or written.iso
    if (by := _BY_AHEAD.search(before)) is not None:
        before = by["author"]
    beside = Line("", _GLUED_LABEL.sub("", _LABELLED_BY.sub("", WEEKDAY.sub("", before))))
    label = is_date_label(beside.plain) or bool(POSTED.fullmatch(beside.plain.rstrip(" :")))
    if is_section_name(beside.plain):
        draft.section = draft.section or beside.plain
    elif beside.plain and not label and draft.author is None and not _is_place(before, line, written):
        both = beside.author_and_source
        desk = beside.plain if is_desk(beside.plain) else None
        draft.author, paper = both or (beside.author or desk, None)
        draft.source = draft.source or paper
    read_by(after, draft)
    if draft.source is None and (source := source_in(after)):
        draft.source = source
        return
    if is_section_name(after):
        draft.section = draft.section or after
    elif draft.author is None and len(after.split()) > 1 and not (behind := Line("", after)).is_button:
        draft.author = behind.author


def is_of_visit(plain: str, written: WrittenDate) -> bool:
    """Whether a date is the day on which the page was looked at: by its label, or by the languages to choose from."""
    return VISIT.search(plain, 0, written.end) is not None or _LANGUAGES.search(plain, written.end) is not None


def _may_be_section(name: str) -> bool:
    """Whether what strokes part from a date is a section: a few words, not all of them capital as names are."""
    words = name.split()
    if not 2 <= len(words) <= _LONGEST_SECTION or not name[0].isupper():
        return False
    beside = Line("", name)
    return any(word.islower() for word in words) and not (
        beside.is_button or beside.is_tail or beside.is_counter or any(map(str.isdecimal, name)) or ":" in name
    )


def _is_place(before: str, line: Line, written: WrittenDate) -> bool:
    """Whether what stands before a date is where something was written (``Cần Thơ, ngày 12/03/2019``), and no name."""
    is_name = before.partition(" ")[0] in FAMILY_NAMES and before.count(" ") > 1
    opens = line.plain[written.start :].lower().startswith("ngày")
    return opens and not is_name and line.plain[: written.start].rstrip().endswith(",")


def with_hours(lines: list[Line]) -> list[Line]:
    """The lines, where a day and its hour that stand on lines of their own, or with a stroke between them, are one.

    The hour may stand first.
    """
    for at, line in enumerate(lines[:_YEAR_WITHIN]):
        if [each.plain for each in lines[at + 1 : at + 2]] == [":"] and at + 2 < len(lines):
            joined = f"{line.plain}:{lines[at + 2].plain}"
            if _HOUR.match(joined):  # hour, colon and minute on a line each
                return with_hours([*lines[:at], Line(joined, joined), *lines[at + 3 :]])
        if _HOUR.match(line.plain) and not live_hours(lines):
            above = at - 1 if at and lines[at - 1].words else at - 2
            for first, day_at, last in ((above, above, at), (at, at + 1, at + 1)):
                if 0 <= day_at < len(lines) and _is_day_alone(lines[day_at]):
                    joined = f"{lines[day_at].plain} {line.plain}"
                    return [*lines[:first], Line(joined, joined), *lines[last + 1 :]]
    return lines


def with_split_day(lines: list[Line]) -> list[Line]:
    """The lines, where a day has a line for itself, for the month and for the year, as some templates set it."""
    for at, (day, month, year) in enumerate(zip(lines[:_YEAR_WITHIN], lines[1:], lines[2:], strict=False)):
        found = _MONTH.fullmatch(month.plain)
        if found is not None and _DAY.fullmatch(day.plain) and _YEAR.fullmatch(year.plain):
            joined = f"{day.plain}/{found['month']}/{year.plain}"
            return [*lines[:at], Line(joined, joined), *lines[at + 3 :]]
    return lines


def _is_day_alone(line: Line) -> bool:
    """Whether a line ends with a day that has no hour."""
    day = line.date
    return day is not None and not day.has_time and day.end == len(line.plain)


def read_by(after: str, draft: Draft) -> None:
    """The author behind a date, and the section behind him (``Posted on … by Hạ Vân in Sách // 3 Comments``)."""
    by = _BY.match(after) if draft.author is None else None
    if by is not None:
        draft.author = Line("", by["author"]).author
        draft.section = draft.section or by["section"]
    elif (posted := _POSTED_IN.match(after)) is not None:
        draft.section = draft.section or posted["section"]


def is_posted_in(after: str) -> bool:
    """Whether what stands behind a date is the section and the number of comments."""
    return bool(_POSTED_IN.match(after))


def is_date_label(text: str) -> bool:
    """Words such as ``Cập nhật:`` that stand before a date and name nothing."""
    return not text or bool(_LABEL.match(text))
