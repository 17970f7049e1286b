"""The head of a scraped page: which line is the title, and what do the lines round it say?

Above the text stand menus, the site's name, counters and the path to the page, and among them the title. It is the line
whose words come back in the text, which is longer than a menu's entries, and which has the date, the path or the name of
the author beside it. What stands between title and text is read for its facts; what stands above for date and section.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from corpus.dates import WrittenDate, find_date, find_day
from corpus.draft import Draft
from corpus.furniture import AGO, FROM_HOME, GLUED_COUNT, POSTED, SECTION_LABEL, SITE, SITE_END, UPDATED, VISIT
from corpus.lines import Line, is_date_label
from corpus.page_lead import lead_text, raw_prefix

_HEAD_LINES = 60
"""Lines above the text among which the title is looked for, at most."""

_LEARNED_FROM = 60
"""Lines of running text whose words a title is compared with."""

_UNDER_TITLE = 16
"""Lines below the title that may still belong to the head."""


def read_head(lines: list[Line], draft: Draft) -> list[Line]:
    """Takes title, date, author, section and source off the top; gives the lines that follow."""
    if not lines:
        return []
    text = next((at for at, line in enumerate(lines) if line.is_running), len(lines))
    at = _title(lines, text)
    repeats = Counter(line.plain for line in lines)
    draft.title = _cut_date(_without_count(lines[at]), draft)
    rest = _below(lines, at + 1, draft)
    _above(lines[:at], draft, repeats)
    return rest


def _title(lines: Sequence[Line], text: int) -> int:
    """The number of the line that is the title; ``text`` is the number of the first running line."""
    if text == 0:
        return next((at for at, line in enumerate(lines) if not line.is_counter), 0)
    prose = [line.plain.lower() for line in lines[text:] if line.is_running and not line.is_tail][:_LEARNED_FROM]
    words = [word for line in prose for word in re.findall(r"\w+", line)]
    known, pairs = set(words), set(zip(words, words[1:], strict=False))
    repeats = Counter(line.plain for line in lines)
    first = max(text - _HEAD_LINES, 0)
    alike: dict[int, float] = {}
    scores: dict[int, float] = {}
    for at in range(first, text):
        line = lines[at]
        if (
            line.is_counter
            or line.is_button
            or line.breadcrumb
            or line.is_insert
            or line.names_photo
            or _is_dated(line)
        ):
            continue
        alike[at] = _likeness(line, at, known, pairs)
        scores[at] = alike[at] + _place(lines, at, first, text) + (repeats[line.plain] > 1 and len(line.plain) > 30)
    if not scores:
        return next((at for at, line in enumerate(lines) if not line.is_counter), 0)
    long = [at for at in scores if len(lines[at].plain.split()) >= 4 and not SITE.match(lines[at].plain)]
    if len(scores) <= 3 and long:  # hardly a template above the text: what stands first is the title
        scores[long[0]] += 0.7
    for at in scores:  # below the date of a title that speaks of the text as well, a line is a caption
        dated = next((near for near in range(at - 1, max(at - 5, -1), -1) if _is_dated(lines[near])), None)
        if dated is not None and any(alike.get(near, 0) >= 1.2 for near in range(dated - 1, max(dated - 4, -1), -1)):
            scores[at] -= 0.8
    return max(scores, key=lambda at: (scores[at], -at))


def _likeness(line: Line, at: int, known: set[str], pairs: set[tuple[str, str]]) -> float:
    """How much a line speaks of what the text speaks of, and is as long as titles are."""
    words = re.findall(r"\w+", line.plain.lower())
    if not words:
        return -2.0
    following = list(zip(words, words[1:], strict=False))
    shared = sum(pair in pairs for pair in following) / max(len(following), 3)
    heard = sum(word in known for word in words) / len(words)
    length = (
        -1.0
        if len(words) < 3
        else -0.2
        if len(words) < 4
        else 0.3
        if len(words) < 6
        else 0.8
        if len(words) <= 35
        else 0.0
    )
    is_site = SITE.match(line.plain) and len(words) <= 12 and (line.plain.isupper() or "|" in line.plain or at <= 3)
    is_site = (
        is_site
        or (SITE_END.search(line.plain) and len(words) <= 6)
        or (at == 0 and line.plain.isupper() and len(words) <= 4)
    )
    site = 1.5 if is_site or line.plain.lower().endswith("bản in") else 0.0
    menu = 1.5 if line.plain.count("|") > 1 or line.plain.count("»") > 1 else 0.0
    return 2 * shared + heard + length - site - menu - (0.8 if line.author and len(words) <= 4 else 0)


def _place(lines: Sequence[Line], at: int, first: int, text: int) -> float:
    """How much a line stands where titles do: beside date, path or author, near the text, or first of all."""
    beside = [
        line
        for near in (at - 2, at - 1, at + 1, at + 2, at + 3)
        if 0 <= near < len(lines) and near != at
        for line in (lines[near],)
    ]
    meta = any(_is_dated(line) or line.breadcrumb or (line.author and len(line.plain.split()) > 1) for line in beside)
    nearness = 1 - (text - at) / max(text - first, 1)
    return 0.6 * meta + 0.5 * nearness + (0.9 if at == 0 and text <= 6 else 0.3 if at == 0 else 0)


def _is_dated(line: Line) -> bool:
    if "|" in line.plain and len(line.plain) <= 120 and line.date is not None and not line.is_running:
        return True
    return (
        line.date is not None
        and len(line.plain) - (line.date.end - line.date.start) <= 40
        and not line.is_running
        or bool(AGO.fullmatch(line.plain) and len(line.plain) < 60)
    )


def _below(lines: list[Line], at: int, draft: Draft) -> list[Line]:
    """Reads what stands between title and text; gives the lines from the text on."""
    lead: Line | None = None
    end = min(at + _UNDER_TITLE, len(lines))
    begin = at
    while at < end:
        line = lines[at]
        if draft.title is not None and line.plain == draft.title.plain:
            at += 1
        elif _is_dated(line) or _reads_date(line, draft, lines):
            _read_date(line, draft, lines)
            at += 1
        elif line.names_photo and len(line.plain) < 200:
            draft.captions.append(line.raw)
            at += 1
        elif line.is_running or len(line.plain) >= 90:
            following = [each for each in lines[at + 1 : at + 5] if not (each.is_button or each.is_counter)][:2]
            facts = [each for each in following if _is_dated(each) or (each.author and len(each.plain.split()) > 1)]
            if lead is not None or not facts or following[0] not in facts:
                break
            lead = line
            at += 1
        elif line.is_button or line.is_counter or line.breadcrumb:
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
        elif draft.author is None and (author := line.author) and _is_byline(lines, at, draft):
            draft.author = author
            at += 1
        elif line.is_open and len(line.plain.split()) <= 9 and any(_is_dated(each) for each in lines[at + 1 : at + 3]):
            at += 1  # whose author's office it is, or what the page is about
        elif len(line.plain.split()) <= 3 and at + 1 < len(lines) and not line.is_sentence and not line.names_photo:
            at += 1
        else:
            break
    if lead is not None:
        draft.lead = lead_text(lead, draft)
    return lines[at:]


def _is_byline(lines: Sequence[Line], at: int, draft: Draft) -> bool:
    """Whether a name right below the title is the author's: labelled, of two words and more, or beside the date."""
    beside = [lines[near] for near in (at - 1, at + 1, at + 2) if 0 <= near < len(lines)]
    return len(lines[at].plain.split()) > 1 or any(_is_dated(line) for line in beside)


def _reads_date(line: Line, draft: Draft, lines: Sequence[Line]) -> bool:
    return draft.published is None and len(line.plain) <= 60 and _partial(line, lines) is not None


def _partial(line: Line, lines: Sequence[Line]) -> WrittenDate | None:
    """A date without a year, read with the year that the page gives elsewhere in its head."""
    if not re.search(r"\d{1,2}\s*[/.\-–]\s*\d{1,2}", line.plain) or line.is_running or find_date(line.plain):
        return None
    years = [
        int(found[1])
        for each in lines[:_HEAD_LINES]
        for found in [re.search(r"(?<!\d)((?:19|20)\d\d)(?!\d)", each.plain)]
        if found
    ]
    written = find_day(line.plain, years[0]) if years else None
    return written if written is not None and (written.has_time or written.has_weekday) else None


def _read_date(line: Line, draft: Draft, lines: Sequence[Line]) -> None:
    """Takes date, and author, source or section beside it, out of a line that is hardly more than a date."""
    parts = [part.strip() for part in re.split(r"\s[|•·]\s", line.plain) if part.strip()]
    if (
        len(parts) > 1
        and sum(find_date(part) is not None for part in parts)
        and any(Line("", part).author for part in parts)
    ):
        for part in parts:
            alone = Line("", part)
            if find_date(part) is not None:
                _read_date(alone, draft, lines)
            elif draft.author is None and (author := alone.author):
                draft.author = author
        if draft.published is not None:
            whole = line.date
            draft.published = (
                whole.iso if whole is not None and whole.iso.startswith(draft.published) else draft.published
            )
        return
    written = line.date or _partial(line, lines)
    if written is None:
        if (ago := AGO.fullmatch(line.plain)) and ago["source"] and not is_date_label(ago["source"]):
            draft.source = draft.source or ago["source"].strip(" -–|•·,")
        return
    before, after = line.plain[: written.start].strip(" ,|-–•·"), line.plain[written.end :].strip(" ,|-–•·)")
    if not UPDATED.search(before) or (draft.published is None and not VISIT.match(before)):
        draft.published = draft.published or written.iso
    beside = Line("", re.sub(r"[:,]?\s*(?:thứ [\w ]+|chủ nhật)[,\s]*$", "", before, flags=re.IGNORECASE))
    label = is_date_label(beside.plain) or bool(POSTED.fullmatch(beside.plain.rstrip(" :")))
    if beside.plain and not label and draft.author is None and (author := beside.author):
        draft.author = author
    _read_by(after, draft)


def _read_by(after: str, draft: Draft) -> None:
    """The author behind a date (``Posted on … by Hạ Vân``)."""
    if (
        after
        and draft.author is None
        and (by := re.match(r"(?:by|bởi|đăng bởi|viết bởi|tác giả:?)\s+(.+)$", after, re.IGNORECASE))
    ):
        draft.author = Line("", by[1]).author


def _above(lines: Sequence[Line], draft: Draft, repeats: Counter[str]) -> None:
    """Reads date, section and author in the lines above the title, the nearest first."""
    near = [line for line in lines if not (line.is_counter or line.is_button)]
    undated = [line for line in near if not _is_dated(line)]
    for back, line in enumerate(reversed(near[-6:])):
        if (steps := line.breadcrumb) and draft.section is None:
            last = (
                steps[-2]
                if draft.title is not None and steps[-1] == draft.title.plain and len(steps) > 2
                else steps[-1]
            )
            draft.section = last
        elif (written := line.date) and (
            len(line.plain) - written.end <= 25 or UPDATED.search(line.plain, written.end)
        ):
            before = line.plain[: written.start].strip(" ,|-–•·")
            _read_by(line.plain[written.end :].strip(" ,|-–•·)"), draft)
            name = re.sub(r"[:,]?\s*(?:thứ [\w ]+|chủ nhật)[,\s]*$", "", before, flags=re.IGNORECASE).strip(" ,|-–")
            labelled = bool(POSTED.match(before)) and not VISIT.match(before)
            if (
                draft.published is None
                and not VISIT.match(before)
                and (written.has_time or labelled or (back < 2 and len(lines) > 2 and not written.has_weekday))
            ):
                draft.published = written.iso
            if name and back < 3 and not (is_date_label(name) or POSTED.match(name) or VISIT.match(before)):
                if (
                    Line("", name).author
                    and len(name.split()) > 1
                    and draft.author is None
                    and draft.section is not None
                ):
                    draft.author = Line("", name).author
                elif draft.section is None and len(name) <= 50:
                    draft.section = name
        elif (label := SECTION_LABEL.match(line.plain)) and draft.section is None:
            draft.section = label["name"]
        elif (home := FROM_HOME.match(line.plain)) and draft.section is None:
            draft.section = home["section"]
        elif draft.author is None and back < 4 and (author := line.author) and _beside_date(near, line):
            draft.author = author
        elif back < 4 and draft.section is None and _may_be_section(line, repeats, undated):
            draft.section = line.plain


def _beside_date(near: Sequence[Line], line: Line) -> bool:
    at = near.index(line)
    return len(line.plain.split()) > 1 and any(_is_dated(each) for each in near[at + 1 : at + 2])


def _may_be_section(line: Line, repeats: Counter[str], near: Sequence[Line]) -> bool:
    """Whether a short line above the title names its section: an entry of the menu that stands there again, or alone."""
    words = line.plain.split()
    if _is_dated(line) or not near or UPDATED.match(line.plain) or POSTED.match(line.plain) or VISIT.match(line.plain):
        return False
    is_repeated = repeats[line.plain] > 1
    if not 1 <= len(words) <= 6 or not line.is_open or "|" in line.plain or not line.plain[0].isupper():
        return False
    if SITE.match(line.plain) and not is_repeated:
        return False
    in_menu = len(near) > 2 and all(len(each.plain.split()) <= 4 and each.is_open for each in near[-3:])
    return is_repeated or (
        line is near[-1]
        and not in_menu
        and (not line.plain.isupper() or (len(words) <= 3 < len(near)))
        and (len(near) > 1 or len(words) <= 3)
    )


def _without_count(line: Line) -> Line:
    """The title without the number of comments behind it."""
    found = GLUED_COUNT.search(line.plain)
    if found is None:
        return line
    plain = line.plain[: found.start()]
    return Line(raw_prefix(line.raw, plain), plain)


def _cut_date(line: Line, draft: Draft) -> Line:
    """The title without a date in parentheses glued to its end, which is the day of publication."""
    written = line.date or None
    if written is None or not re.match(r"\s*\)?$", line.plain[written.end :]):
        return line
    head = line.plain[: written.start].rstrip()
    if not head.endswith("("):
        return line
    draft.published = written.iso
    title = head[:-1].rstrip()
    return Line(raw_prefix(line.raw, title), title)
