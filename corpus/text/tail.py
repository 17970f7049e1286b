"""What stands behind an article: other pages, comments, tags, the imprint; its first lines may speak of the article."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate, takewhile

from corpus.speech.name_words import FAMILY_NAMES
from corpus.text.bylines import wrote_down
from corpus.text.cells import cells_of_tables
from corpus.text.draft import Draft
from corpus.text.lines import Line
from corpus.text.link_boxes import goes_on_behind

_FACT_LINES = 8
"""Lines of the tail, at most, in which source, section and author of the article are looked for."""

_LONGEST_DEGREE = len("PGS.TS. ")
_BACK_TO = re.compile(r"Trở lại (?P<section>[A-ZĐ][^\W\d_]+(?: [^\W\d_]+){0,3}?)(?:Trở lại .*)?$")
"""The way back to the section (``Trở lại Giáo dục``)."""

_HEADS_COMMENTS = re.compile(r"(?:các |có |\d+ )*(?:bình luận|ý kiến|phản hồi|nhận xét|comments?)\b", re.IGNORECASE)
"""Below it stand readers, with their names and dates."""

_POSTED_IN = re.compile(
    r"(?:this entry was posted in|đăng trong(?: mục)?|posted in|filed under)\s*:?\s*(?P<section>[^,.|]+?)"
    r"(?: and tagged| tagged| thẻ\s*:|,|\.|\||$)",
    re.IGNORECASE,
)


def without_tail(lines: list[Line], draft: Draft) -> list[Line]:
    """The lines before the tail, whose facts are taken."""
    prose = [len(line.plain) if line.is_prose or line.is_running else 0 for line in lines]
    all_prose = sum(prose)
    cells = cells_of_tables(lines)
    box = 0
    for at, (line, before) in enumerate(zip(lines, accumulate(prose, initial=0), strict=False)):
        if at < box or at in cells or not line.is_tail or line.source:
            continue
        if (behind := goes_on_behind(lines, at)) is not None:
            box = behind
        elif before > all_prose - before or _nothing_but_links(lines, at):
            draft.tail = lines[at:]
            _read_tail(draft.tail, draft, [line.plain for line in lines[:at] if line.names_photo])
            return lines[:at]
    return lines


def _nothing_but_links(lines: list[Line], at: int) -> bool:
    """Whether after the middle of the page hardly any running text follows, and no more than stands before."""
    running = [len(line.plain) for line in lines[at + 1 :] if line.is_running]
    before = sum(len(line.plain) for line in lines[:at])
    return at >= len(lines) // 2 and len(running) * 4 < len(lines) - at and sum(running) <= before


def _read_tail(tail: Sequence[Line], draft: Draft, captions: Sequence[str]) -> None:
    """What the first lines of the tail still say of the article: its source, its section, its author.

    The author may be known by some ``captions`` whose photographer has the name.
    """
    for line in takewhile(lambda line: not _HEADS_COMMENTS.match(line.plain), tail[:_FACT_LINES]):
        if draft.author is None and (both := line.author_and_source) is not None:
            draft.author, draft.source = both[0], draft.source or both[1]
        elif draft.source is None and (source := line.source) and not line.is_sentence:
            draft.source = source
        elif draft.author is None and (_is_full_name(line) or wrote_down(line.plain) or _took_pictures(line, captions)):
            draft.author = line.author
        elif (posted := _POSTED_IN.match(line.plain)) is not None:
            draft.section = posted["section"].strip()  # above the title a blog has a menu of pages
        elif draft.section is None and (back := _BACK_TO.match(line.plain)) is not None:
            name = back["section"].strip()
            draft.section = None if Line("", name).is_button else name


def _took_pictures(line: Line, captions: Sequence[str]) -> bool:
    """Whether a line is a name that stands behind some captions."""
    is_name = line.author == line.plain and line.length > 1
    return is_name and any(f": {line.plain}" in caption for caption in captions)


def _is_full_name(line: Line) -> bool:
    """Whether a line is a whole name, with a family name first, and nothing else but a degree before it."""
    name = line.author or ""
    words = name.split()
    is_alone = line.plain == name or (
        line.plain.endswith(f" {name}") and len(line.plain) - len(name) <= _LONGEST_DEGREE
    )
    return len(words) in (3, 4) and words[0].capitalize() in FAMILY_NAMES and is_alone
