"""The foot of a scraped page: where does the article end, and what do its last lines say of source and author?"""

from __future__ import annotations

import re

from corpus.dates import iso_date
from corpus.speech.name_words import FAMILY_NAMES
from corpus.text.bylines import is_desk, is_labelled, signs_shortly
from corpus.text.closing_byline import closing_byline
from corpus.text.date_lines import read_date
from corpus.text.draft import Draft
from corpus.text.furniture import SECTION_LABEL
from corpus.text.glued_signatures import without_sender, without_signature
from corpus.text.lead import raw_prefix
from corpus.text.likeness import Subject
from corpus.text.lines import Line
from corpus.text.plain_captions import tells
from corpus.text.section_names import SMALL_LETTERS
from corpus.text.syllable_ends import end_of_syllables
from corpus.text.table_rows import is_figure, is_row_of_table
from corpus.text.tail import without_tail

_FOOT_LINES = 8
"""Lines behind the last paragraph in which source and author are looked for."""

_GLUED = re.compile(rf"[{SMALL_LETTERS}][^\W\d_{SMALL_LETTERS}]")
_HASHTAG = re.compile(r"(?<!\S)#[^\W\d]{3}")
_SENTENCE = re.compile(r"[.!?][”\"»)]?\s")
_LONGEST_NAME = 8
"""Words of a heading, or of a short name of a page."""

_BEHIND_SENTENCE = 2
"""Lines from the last sentence that has a stop to the author's, where one between them has lost its own."""

_LONGEST_LABEL = 3
_OF_THE_TEXT = 0.35
"""The share of its words that a point of the article's own has from the text, at least."""

_HOUR = re.compile(r"\d{1,2}\s?[hg:]\s?\d{2}\s?[:–-] \S")
_FEWEST_HOURS = 3
"""Lines that open with an hour, from which on they are a programme, which has no sentences."""

_INITIALS = re.compile("[A-ZĐ]{2}")
_FEWEST_OF_CAPTION = 4
_FEWEST_GLUED = 2
"""Where one thing ends and the next begins, in tags and titles that were written without a space between them."""

_PLACE_AND_TIME = re.compile(
    r"[^\W\d_][^,.:]{2,30}, (?:(?:đầu|cuối|giữa) )?(?:ngày|tháng|mùa|xuân|hạ|hè|thu|đông|tết)\b.{1,40}$", re.IGNORECASE
)
"""Where and when it was written, below a literary text (``Cồn Sẻ, tháng Chạp Đinh Hợi``)."""

_NOTE = re.compile(r"\(\*+\)\s?\w")
"""A note below the text, by its mark: who the author is, where it was printed first."""

_ASIDE = re.compile(r"\((?!(?:Còn|Hết|Tiếp|Xem|Đọc|Theo|Nguồn|Bài|Tin|Ảnh|Trích)\b)[^()]{12,}\)")
"""What the author says below the text (``(Viết nhân ngày giỗ má, 2009)``)."""

_SOURCE_LABEL = re.compile(r"(?:nguồn(?: tin)?|theo)\s*:", re.IGNORECASE)
_NEXT_PART = re.compile(r"(?:kỳ|bài|phần|số) (?:tới|sau|tiếp(?: theo)?|cuối|\d{1,2})\s*: \S", re.IGNORECASE)
"""The title of the series' next part (``Kỳ 2: …``)."""

_POSTED_AT = re.compile(
    r"(?:người đăng|đăng bởi|posted by)\s*:?\s*(?P<author>\S.{1,40}?)\s+(?:vào lúc|lúc|at)\s+(?P<hour>\d{2}:\d{2})$",
    re.IGNORECASE,
)
"""Below a blog's post, whose day stands above it, or above the title (``Người đăng: Hà Vy vào lúc 22:41``)."""

_LONGEST_DAY = len("2020-12-31")

_POSTED_ON = re.compile(
    r"(?:(?:ngày|đăng|xuất bản|đăng tải) (?:đăng|lúc|ngày|xuất bản)|đăng|xuất bản)\s*:\s*(?P<date>[^:].{6,50})$",
    re.IGNORECASE,
)
"""What a printed page's imprint says of the day, at its end (``Bản in của: Báo Quê. Ngày đăng: 03/02/2020 07:48``)."""


def read_foot(lines: list[Line], draft: Draft) -> list[Line]:
    """Takes the tail off, then source and author; gives the lines before them."""
    lines = _with_labels(without_tail(lines, draft))
    lines = [line for at, line in enumerate(lines) if at < len(lines) - _FOOT_LINES or not _is_aside(line)]
    lines = [without_sender(line, draft) if line.plain[-1] == ")" else line for line in lines]
    closing = closing_byline(lines, draft.author)
    ending = lines[closing:]
    lines = lines[:closing]
    body = [
        at
        for at, line in enumerate(lines)
        if line.is_prose or (line.is_sentence and not (line.is_insert or _asks_apart(lines, at)))
    ]
    timed = [at for at, line in enumerate(lines) if _HOUR.match(line.plain)]
    if len(timed) >= _FEWEST_HOURS and body and body[-1] < timed[-1]:
        body.append(timed[-1])
    last = body[-1] if body else -1
    running = next((at for at in range(len(lines) - 1, -1, -1) if lines[at].is_running), last)
    if running >= 0:
        lines[running] = without_signature(lines[running], draft)
        last = max(last, running)
    lines += [line for at, line in enumerate(ending) if not at or _still_says(line)]
    signed = next((at for at in range(running + 1, len(lines)) if _signs(lines[at])), None)
    if signed is not None and running >= 0:  # behind the author's name stand other pages' titles
        last = min(last, signed - 1)
        lines = [line for at, line in enumerate(lines) if at <= signed or _still_says(line)]
    if signed == last + _BEHIND_SENTENCE and _is_unended(lines[last + 1]):
        last += 1
    elif signed == last + _BEHIND_SENTENCE and is_labelled(lines[signed].plain) and _may_show(lines[last + 1]):
        draft.captions.append(lines.pop(last + 1).raw)
    kept = lines[: last + 1]
    label = lines[last] if last >= 0 and lines[last].plain.endswith(":") else None
    subject = Subject(line for line in kept if line.is_running)
    if draft.author is not None and any(line.source == draft.author for line in lines[last + 1 :]):
        draft.author, draft.source = None, draft.author  # who stood beside the date is the paper
    if draft.author is None and body and lines[last + 1 :] and is_desk(lines[last + 1].plain):
        draft.author = lines.pop(last + 1).plain
    for at, line in enumerate(map(_without_tags, lines[last + 1 :])):
        both = line.author_and_source
        if (posted_at := _POSTED_AT.match(line.plain)) is not None and draft.author in (None, posted_at["author"]):
            draft.author = posted_at["author"]
            day = draft.published or draft.updated
            draft.published = f"{day}T{posted_at['hour']}" if day is not None and len(day) == _LONGEST_DAY else day
        elif both is not None and draft.author in (None, both[0]) and (not at or _is_parted(line)):
            draft.author, draft.source = both[0], draft.source or both[1]
        elif line.is_dated and body and draft.published is None:
            read_date(line, draft, lines)
        elif draft.published is None and (posted := _posted_on(line)) is not None:
            draft.published = posted
        elif (label_of := SECTION_LABEL.match(line.plain)) is not None and line.is_open:
            draft.section = draft.section or label_of["name"]
        elif line.author is not None and line.author == draft.author:
            continue
        elif (source := line.source) and not line.names_photo:
            draft.source = source
        elif draft.source is None and body and line.names_paper:
            draft.source = line.plain
        elif draft.author is None and not line.names_photo and body and (author := line.author or _in_brackets(line)):
            draft.author = author
        elif draft.author is None and body and _is_initials(line):
            draft.author = line.plain.rstrip(" |")
        elif (draft.author or draft.source) and line.is_open and line.length <= 4 and not line.names_photo:
            continue  # a tag
        elif any(each.enumerates for each in lines[last + 1 + at : last + 3 + at]) or is_figure(lines, last + 1 + at):
            kept.append(line)  # who played, with the heading above
            label = line if label is None and line.plain.endswith(":") else label
        elif (_PLACE_AND_TIME.match(line.plain) and line.is_open) or (
            _names_page(line, subject) if label is None else _is_strange(line, label, subject)
        ):
            continue
        elif not (
            line.is_counter
            or line.is_tail
            or line.is_button
            or line.is_row
            or (line.plain.count(" | ") > 1 and not is_row_of_table(lines, last + 1 + at))
            or line.is_signature
            or signs_shortly(line.plain)
            or _is_glued(line)
            or _HASHTAG.search(line.plain)
        ):
            kept.append(line)
            label = line if label is None and line.plain.endswith(":") else label
    if len(kept) > last + 1 and kept[-1].plain.endswith(":"):
        kept.pop()  # what it announces was no text
    return kept


def _with_labels(lines: list[Line]) -> list[Line]:
    """The lines, with a label for the source and what stands below it in one (``Nguồn:`` above ``Báo Quê``)."""
    for at in range(max(len(lines) - _FOOT_LINES, 0), len(lines) - 1):
        label, named = lines[at : at + 2]
        if _SOURCE_LABEL.fullmatch(label.plain) and named.is_open and named.length <= _LONGEST_NAME:
            joined = Line(f"{label.raw} {named.raw}", f"{label.plain} {named.plain}", label.gap)
            return [*lines[:at], joined, *lines[at + 2 :]]
    return lines


def _is_initials(line: Line) -> bool:
    """Whether a line is the author's initials, with or without points; an agency's stand in parentheses."""
    return (
        (line.is_signature and line.plain[0] != "(")
        or signs_shortly(line.plain)
        or _INITIALS.fullmatch(line.plain) is not None
    )


def _is_parted(line: Line) -> bool:
    """Whether something parts the paper from the name, or a family name opens it: titles end in capitals, too."""
    return any(mark in line.plain for mark in "(/–-") or line.plain.partition(" ")[0] in FAMILY_NAMES


def _in_brackets(line: Line) -> str | None:
    """The author who stands in parentheses below the text, as agencies have it (``(Hoa Lam - Thu Sương)``)."""
    return Line("", line.plain[1:-1]).author if line.plain[0] == "(" and line.plain[-1] == ")" else None


def _is_aside(line: Line) -> bool:
    """Whether a line near the end says something of the text, or announces the series' next part."""
    return bool(_NOTE.match(line.plain)) or (not line.is_running and bool(_NEXT_PART.match(line.plain)))


def _is_unended(line: Line) -> bool:
    """Whether a line right above the author's tells something, as the last sentence of a text does."""
    return line.length > _LONGEST_NAME and line.is_open and not line.names_photo and tells(line)


def _may_show(line: Line) -> bool:
    """Whether a line between the last sentence and the author's label is a picture's: no heading stands there."""
    is_other = line.is_button or line.is_tail or line.is_insert or line.is_counter or line.is_dated or line.author
    return line.length >= _FEWEST_OF_CAPTION and line.is_open and ":" not in line.plain and not is_other


def _asks_apart(lines: list[Line], at: int) -> bool:
    """Whether a question stands below no text, as the title of another page does below a label."""
    above = lines[at - 1] if at else None
    is_below_text = above is not None and (above.is_running or above.is_sentence)
    return lines[at].plain[-1] == "?" and not lines[at].is_running and not is_below_text


def _without_tags(line: Line) -> Line:
    """The author's name without the tags that were glued to it, where no syllable goes on as the line does."""
    if line.author is not None or line.is_running or not _GLUED.search(line.plain):
        return line
    end = end_of_syllables(line.plain)
    name = Line(raw_prefix(line.raw, line.plain[:end]), line.plain[:end])
    return name if name.author is not None else line


def _is_glued(line: Line) -> bool:
    """Whether several things were written one behind the other without a space, as tags are."""
    return len(_GLUED.findall(line.plain)) >= _FEWEST_GLUED


def _signs(line: Line) -> bool:
    """Whether a line below the text is its author's name, with a label or as long as names are."""
    return line.author is not None and line.source is None and not line.names_photo and line.length <= 12


def _names_page(line: Line, subject: Subject) -> bool:
    """Whether a line below the last sentence names another page: it has no end, and the text does not speak of it."""
    if (
        not line.is_open
        or line.is_running
        or line.names_photo
        or line.is_below_picture
        or line.is_numbered
        or _SENTENCE.search(line.plain)
        or _ASIDE.fullmatch(line.plain)
    ):
        return False
    if line.length <= _LONGEST_NAME and ": " not in line.plain:
        return True  # nobody ends a text with a heading
    return subject.shared_words(line) < 0.8 and subject.shared_pairs(line) < 0.3


def _is_strange(line: Line, label: Line, subject: Subject) -> bool:
    """Whether a line below a label of a word or two has nearly nothing of the text: the label may be the template's."""
    return (
        label.length <= _LONGEST_LABEL
        and line.plain[-1] != "."
        and ": " not in line.plain
        and subject.shared_words(line) < _OF_THE_TEXT
    )


def _still_says(line: Line) -> bool:
    """Whether a line below the author's name is about this page."""
    says = line.is_dated or line.source is not None or line.names_photo or line.names_paper
    return says or _posted_on(line) is not None or SECTION_LABEL.match(line.plain) is not None


def _posted_on(line: Line) -> str | None:
    """The day at the end of a printed page's imprint, behind a label."""
    found = _POSTED_ON.search(line.plain)
    return iso_date(found["date"]) if found else None
