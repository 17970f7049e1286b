"""The head of a scraped page: what do the lines round the title say?

What stands between title and text is read for its facts here, what stands above the title in ``above_title.py``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.dates import find_date
from corpus.speech.capital_words import IS_PLACE
from corpus.text.above_title import read_above
from corpus.text.bylines import is_labelled
from corpus.text.date_lines import is_date_label, read_date, reads_date, with_hours, with_split_day
from corpus.text.draft import Draft
from corpus.text.furniture import (
    GLUED_COUNT,
    KEYWORDS,
    SECTION_LABEL,
    SITE,
)
from corpus.text.head_bylines import is_byline, is_office, signs, stands_among_controls, with_second
from corpus.text.lead import is_agency_alone, is_lead_again, lead_text, raw_prefix
from corpus.text.lines import Line
from corpus.text.live_report import live_hours
from corpus.text.picture_lines import LONGEST_CREDIT
from corpus.text.section_above import menu_entries
from corpus.text.section_names import is_section_name
from corpus.text.title import HEAD_LINES, find_title
from corpus.text.title_cues import gives_telephone, opens_with_motto

_IMPRINT_LINES = 30
"""Lines at a page's end among which its imprint stands."""

_ADDRESS = re.compile(r"\S+@\S+\.\S+")
"""Where the author can be written to."""

_CREDIT = re.compile(
    r"(?:nhiếp ảnh|photo(?:grapher)?|stylist|trang điểm|make-?up|người mẫu|đồ họa|minh họa|layout|trình bày)\s*: \w",
    re.IGNORECASE,
)
"""Who else made a page of a magazine."""

_ASKS = re.compile(r"(?:Hỏi|Câu hỏi)\s*:")
_AUTHOR_LABEL = re.compile(r"(?:tác giả|người viết|thực hiện|bài(?: viết)?)\s*:", re.IGNORECASE)
"""Such a label by itself, above the name."""

_LONGEST_CREDIT = 6
_ABBREVIATION = re.compile(r"(?!(?:TPHCM|TPHN|UBND|HĐND|VIDEO|CLIP|NÓNG|MỚI|HOT|NEW)$)[A-ZĐ]{3,8}")
"""A paper's short name alone between title and text."""

_OF_EVENT = re.compile(
    r"(?<!\w)(?:lúc|từ|vào|ngày|đến|tới|trước|sau|hôm nay|sáng|trưa|chiều|tối|đêm)\s*$", re.IGNORECASE
)
"""Words that make an hour at a title's end that of what it tells."""

_FEWEST_OF_TITLE = 4
_FEWEST_ABOVE_DATE = 2
"""Words of each line of a headline that was broken in two, and of the second one above a date."""

_UNDER_TITLE = 16
"""Lines below the title that may still belong to the head."""


def read_head(lines: list[Line], draft: Draft) -> list[Line]:
    """Takes title, date, author, section and source off the top; gives the lines that follow."""
    if not lines:
        return []
    lines = _without_early_lead(with_hours(with_split_day(lines)))
    draft.end = lines[-_IMPRINT_LINES:]
    above = enumerate(lines[: _UNDER_TITLE + HEAD_LINES])
    opening = int(opens_with_motto(lines) or gives_telephone(lines[0]))
    running = [at for at, line in above if at >= opening and line.is_running and not line.ends_in_address][:3]
    if len(running) > 1 and _is_foreign(lines[running[0]]) and not _is_foreign(lines[running[1]]):
        running = running[1:]
    text = running[0] if running else next((at for at, line in enumerate(lines) if line.is_running), len(lines))
    if len(running) > 1 and _may_be_title(lines, text):
        text = running[1]
    if draft.title is not None:  # known from elsewhere: the page may print it again, and need not
        at = next((at for at, line in enumerate(lines[:text]) if line.plain == draft.title.plain), -1)
        rest = _below(lines, at + 1, draft)
        read_above(lines[: max(at, 0)], draft, menu_entries(lines))
        return rest
    first = last = find_title(lines, text)
    if last + 1 < text and _goes_on(*lines[last : last + 3]):
        last += 1
    elif first and _goes_on(*lines[first - 1 : first + 2]):
        first -= 1
    repeats = menu_entries(lines)
    is_dated = any(line.is_dated for line in lines[last + 1 : last + _UNDER_TITLE])
    draft.title = _cut_date(_without_count(_one_line(lines[first : last + 1])), draft, is_dated=is_dated)
    if first and lines[first - 1].names_photo and not lines[first - 1].is_credit:
        draft.captions.append(lines[first - 1].raw)
    rest = _below(lines, last + 1, draft)
    read_above(lines[:first], draft, repeats)
    return rest


def _is_foreign(line: Line) -> bool:
    """Whether a line has no letter of Vietnamese, as what some sites say of themselves to search engines has not."""
    return all(map(str.isascii, filter(str.isalpha, line.plain)))


def _without_early_lead(lines: list[Line]) -> list[Line]:
    """The lines without a lead above the title that stands again below it, as sites have it for their previews."""
    again = any(line.plain == lines[0].plain for line in lines[2:_UNDER_TITLE])
    return lines[1:] if again and lines[0].is_running else lines


def _goes_on(line: Line, following: Line, third: Line | None = None) -> bool:
    """Whether a headline that breaks off goes on in small letters in the next line, be it short above the date."""
    fewest = _FEWEST_ABOVE_DATE if third is not None and third.is_dated else _FEWEST_OF_TITLE
    if line.length < _FEWEST_OF_TITLE or not line.is_open or not following.plain[0].islower():
        return False
    if len(following.words) < fewest or following.source or not following.is_open or is_labelled(following.plain):
        return False
    return not any(each.date or each.breadcrumb or each.is_button or each.is_menu for each in (line, following))


def _one_line(lines: Sequence[Line]) -> Line:
    if len(lines) == 1:
        return lines[0]
    return Line("\n".join(line.raw for line in lines), " ".join(line.plain for line in lines))


def _may_be_title(lines: Sequence[Line], at: int) -> bool:
    """Whether the first line that looks like running text is a title that is a sentence, or quotes one."""
    line = lines[at]
    if not 0 < at < len(lines) - 1 or len(line.plain) >= 160:
        return False
    above = (each for each in lines[:at] if not (each.is_menu or each.breadcrumb or each.is_dated or each.is_button))
    is_first = not any(each.length >= 4 and not SITE.match(each.plain) for each in above)
    is_dated = lines[at + 1].is_dated
    return is_dated and is_first if line.plain.endswith(".") else is_dated or is_first


def _below(lines: list[Line], at: int, draft: Draft) -> list[Line]:
    """Reads what stands between title and text; gives the lines from the text on."""
    lead: Line | None = None
    hours = live_hours(lines)
    end = min(at + _UNDER_TITLE, len(lines))
    begin = at
    while at < end:
        line = lines[at]
        if draft.title is not None and line.plain.lower() == draft.title.plain.lower():
            at += 1
        elif at in hours:
            break
        elif line.is_dated or reads_date(line, draft, lines):
            read_date(line, draft, lines)
            at += 1
        elif at + 1 < end and line.length >= 5 and _stands_again(line, lines[at + 1]):
            if is_lead_again(line, lines[at + 1]):
                break
            draft.captions.append(max(lines[at : at + 2], key=lambda each: len(each.plain.rstrip("."))).raw)
            at += 2
        elif at + 1 < end and is_agency_alone(line, lines[at + 1]):
            break
        elif KEYWORDS.match(line.plain):
            at += 1 + (line.plain[-1] == ":" and at + 1 < end and lines[at + 1].is_open and lines[at + 1].length <= 8)
        elif (line.names_photo or line.shows_picture) and len(line.plain) < 200:
            if not line.is_credit:
                draft.captions.append(line.raw)
            at += 1
        elif (line.is_running or len(line.plain) >= 90) and not line.is_menu:
            if _ASKS.match(line.plain):
                break  # the name below it is that of whoever asks
            following = [each for each in lines[at + 1 : at + 5] if not (each.is_button or each.is_counter)][:2]
            facts = [each for each in following if _is_fact(each, draft)]
            if lead is not None or not facts or following[0] not in facts:
                break
            lead = line
            at += 1
        elif lead is None and IS_PLACE.fullmatch(line.plain) and at + 2 < end and lines[at + 1].is_running:
            lead = lines[at + 1]  # a place by itself is where the lead is from
            at += 2
        elif line.is_button or line.is_counter or line.is_menu or line.breadcrumb or line.is_pointer:
            section = line.breadcrumb
            draft.section = draft.section or (section[-1] if section else None)
            at += 1
        elif draft.author is None and (both := line.author_and_source) is not None:
            draft.author, draft.source = both[0], draft.source or both[1]
            at += 1
        elif at - begin < _UNDER_TITLE and (source := line.source) and not line.is_sentence:
            draft.source = draft.source or source
            at += 1
        elif (label := SECTION_LABEL.match(line.plain)) is not None:
            draft.section = label["name"]
            at += 1
        elif (
            draft.author is None
            and (author := line.author)
            and is_byline(lines, at)
            and not (draft.names_site(author) or IS_PLACE.fullmatch(author))
        ):
            draft.author, at = with_second(author, lines, at)
        elif draft.author is None and signs(lines, at):
            draft.author = line.plain.rstrip(" |")
            at += 1
        elif draft.author is None and _AUTHOR_LABEL.fullmatch(line.plain) and at + 1 < end and lines[at + 1].author:
            draft.author, at = lines[at + 1].author, at + 2
        elif draft.author is not None and (line.author or "").lower() == draft.author.lower():
            draft.author = line.author if draft.author.isupper() else draft.author
            at += 1
        elif (
            draft.source is None
            and _ABBREVIATION.fullmatch(line.plain)
            and at + 1 < end
            and (lines[at + 1].is_apart or lines[at + 1].is_dated)
        ):
            draft.source = line.plain
            at += 1
        elif line.names_paper and any(each.is_dated for each in (*lines[at - 1 : at], *lines[at + 1 : at + 3])):
            draft.source = draft.source or line.plain
            at += 1
        elif _ADDRESS.fullmatch(line.plain) or (line.length <= _LONGEST_CREDIT and _CREDIT.match(line.plain)):
            at += 1
        elif lead is not None and draft.section is None and is_section_name(line.plain):
            draft.section = line.plain
            at += 1
        elif line.is_open and line.length <= 9 and _facts_follow(lines, at, draft):
            if draft.section is None and is_section_name(line.plain):
                draft.section = line.plain
            at += 1  # whose author's office it is, or what the page is about
        elif line.length <= 3 and line.is_open and not line.names_photo and stands_among_controls(lines, at):
            if draft.section is None and is_section_name(line.plain):
                draft.section = line.plain
            at += 1
        elif line.is_open and at > begin and lines[at - 1].author and is_office(line):
            at += 1
        else:
            break
    if lead is not None:
        draft.lead = lead_text(lead, draft)
    return lines[at:]


def _is_fact(line: Line, draft: Draft) -> bool:
    """Whether a line below a lead says when, where on the site, by whom or for whom: no name where one is known."""
    if draft.section is None and is_section_name(line.plain):
        return True
    return line.is_dated or (draft.author is None and bool(line.author) and line.length > 1) or line.names_paper


def _facts_follow(lines: Sequence[Line], at: int, draft: Draft) -> bool:
    """Whether the author's line stands right below a line, or the date near it."""
    if any(line.is_dated for line in lines[at + 1 : at + 3]):
        return True
    return any(_is_fact(line, draft) for line in lines[at + 1 : at + 2])


def _stands_again(line: Line, following: Line) -> bool:
    """Whether a line comes again right below, with no more than a photographer behind it."""
    return following.plain.startswith(line.plain) and len(following.plain) - len(line.plain) <= LONGEST_CREDIT


def _without_count(line: Line) -> Line:
    """The title without the number of comments behind it."""
    found = GLUED_COUNT.search(line.plain)
    if found is None:
        return line
    plain = line.plain[: found.start()]
    return Line(raw_prefix(line.raw, plain), plain)


def _cut_date(line: Line, draft: Draft, *, is_dated: bool) -> Line:
    """The title without a date in parentheses, or with its hour where none stands below, glued to its end."""
    glued = re.search(r"\s*\((?P<date>[^()]{6,40})\)$", line.plain)
    written = find_date(glued["date"] if glued else line.plain)
    if written is None:
        return line
    begin = glued.start() if glued else written.start
    if glued is not None:
        is_posting = is_date_label(glued["date"][: written.start].strip()) and written.end == len(glued["date"])
    else:
        is_posting = written.has_time and written.end == len(line.plain)
        is_posting = is_posting and not is_dated and not _OF_EVENT.search(line.plain[: written.start])
    if not is_posting or not line.plain[:begin].strip():
        return line
    draft.published = written.iso
    title = line.plain[:begin].rstrip(" -–|•·,")
    return Line(raw_prefix(line.raw, title), title)
