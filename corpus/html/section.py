"""In which section does the article stand? The path to the page, a label by the headline, or what the head says."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.html.headline import Headline
from corpus.html.key import key
from corpus.html.main_box import MainBox
from corpus.html.metadata import Metadata
from corpus.html.roles import Role
from corpus.html.shown import Shown, ShownLine
from corpus.text.furniture import SECTION_LABEL
from corpus.text.lines import Line
from corpus.text.section_names import opens_as_section

_HOME = re.compile(
    r"trang (?:chủ|nhất|chính)|home|bạn đang ở đây|you are here|đầu trang|nội dung(?: chính| chi tiết)?"
    r"|(?:chuyển|nhảy|bỏ qua)(?: đến| tới| và đến)? nội dung(?: chính)?|skip to .*"
    r"|chi tiết(?: tin| bài viết)?",
    re.IGNORECASE,
)
_STEP = re.compile(r"\s*(?:>+|»|›|→|/|\|)\s*")
_POSTED_IN = re.compile(r"(?:được )?(?:đăng|xuất bản)(?: trong| ở)|published in|posted in|filed under", re.IGNORECASE)
_ABOVE, _BELOW = 8, 8
_LONGEST_SECTION = 40
_LONGEST_PATH = 400
_MOST_STEPS, _FEW_STEPS = 4, 3
_VIEWED = re.compile(r"xem (?:email|thư|trang|bản)\b", re.IGNORECASE)
_CUT = ("...", "…")
_MOST_FACTS = 3
_LINKED = 0.8
_MOST_WORDS = 6
"""Words of a section's name that stands above the headline as a plain line."""


def find_section(page: Shown, main: MainBox, headline: Headline, meta: Metadata) -> str | None:
    """The last step of the path to the page, the section line by the headline, or the metadata's section."""
    title = key(headline.text)
    crumbs: list[str] = []
    named: list[str] = []
    for at in range(max(headline.first - 40, 0), min(headline.end + 4, len(page.lines))):
        line = page.lines[at]
        if len(line.text) > _LONGEST_PATH:
            continue
        if line.roles & Role.CRUMBS and line.line.date is None:
            steps = [step for step in _STEP.split(line.plain) if step]
            crumbs += [*line.links, *_rest(line)] if len(line.links) >= len(steps) else steps
        elif at >= headline.first - _ABOVE or _stands_above_title(page, at, title):
            path = line.line.breadcrumb if at < headline.first and "|" not in line.plain else ()
            is_way = _HOME.fullmatch(path[0]) or _stands_above_title(page, at, title) if path else None
            if path and (not main.furniture[at] or is_way):
                crumbs += path  # a way from the home page is one also in a row of a table that looks like a list
            elif not main.furniture[at]:
                named += [
                    mark.text for mark in line.marks if mark.role & Role.SECTION and not line.roles & Role.SECTION
                ]
                if line.roles & Role.SECTION:
                    label = SECTION_LABEL.match(line.text)
                    names = line.links or ((label["name"] if label else line.text),)
                    named += [name for name in names if not Line("", name).is_button]
    crumbs = crumbs or ([] if named else _listed_path(page, main, headline))
    above = [step for step in (_link_above(page, headline), _name_above(page, main, headline)) if step]
    below = _posted_below(page, main)
    offered = [*crumbs[::-1], *([] if crumbs else named[::-1]), *above, *below, *meta.sections]
    return next((step for step in offered if _is_section(step, title)), None)


def _stands_above_title(page: Shown, at: int, title: str) -> bool:
    """Whether the title stands right below a line, as it does below the path to a page, be it printed there again."""
    return at + 1 < len(page.lines) and key(page.lines[at + 1].text) == title


def _posted_below(page: Shown, main: MainBox) -> Iterator[str]:
    """The sections that a line below the text says it was posted in."""
    end = page.boxes[main.number].end if page.boxes else 0
    for line in page.lines[end : end + _BELOW]:
        if line.roles & Role.SECTION and _POSTED_IN.match(line.plain) and len(line.links) == 1:
            yield line.links[0]


def _link_above(page: Shown, headline: Headline) -> str | None:
    """The text of a short link that stands alone right above the headline; the last step of a menu is not alone."""
    if not 0 < headline.first < len(page.lines) or headline.first == headline.end:
        return None
    at = headline.first - 1
    while at and at > headline.first - 1 - _MOST_FACTS and page.lines[at].line.is_dated:
        at -= 1
    line = page.lines[at]
    number = line.box
    while (parent := page.boxes[number].parent) >= 0 and page.boxes[parent].end <= at + 1:
        number = parent
    box = page.boxes[number]
    alone = box.end - box.first == 1 and box.end <= at + 1
    return line.links[0] if alone and len(line.links) == 1 and line.linked >= 0.9 else None


def _rest(line: ShownLine) -> list[str]:
    """The last step of a path, which is no link, behind those that are."""
    rest = line.plain[line.plain.rfind(line.links[-1]) + len(line.links[-1]) :].strip("/>»›| ") if line.links else ""
    return [rest] if rest and rest[0].isalpha() and not rest.endswith(_CUT) else []


def _listed_path(page: Shown, main: MainBox, headline: Headline) -> list[str]:
    """A list of few links above the headline, and above the date and the author that may stand there; a menu has more.

    It is the whole of its box, or begins at the home page.
    """
    at = headline.first - 1
    while at >= max(headline.first - 1 - _MOST_FACTS, 0) and _is_fact(page.lines[at]):
        at -= 1
    last = at
    steps: list[str] = []
    while at >= 0 and len(page.lines[at].links) == 1 and page.lines[at].linked >= _LINKED:
        if len(steps) >= _MOST_STEPS or len(page.lines[at].text) > _LONGEST_SECTION:
            return []
        steps.insert(0, page.lines[at].links[0].strip("/>»›| "))
        if _HOME.fullmatch(steps[0]):
            return [] if main.furniture[at] and last < headline.first - 1 else steps
        at -= 1
        if main.furniture[at] and not main.furniture[at + 1]:
            break
    if not steps or main.furniture[last] or len(steps) > _FEW_STEPS:
        return []
    boxes = page.boxes
    around = boxes[boxes[page.lines[last].box].parent] if len(steps) > 1 else boxes[page.lines[last].box]
    return steps if (around.first, around.end) == (at + 1, last + 1) else []


def _is_fact(line: ShownLine) -> bool:
    """Whether a line between the path and the headline is the date, the author, tools, or how long reading takes."""
    return line.line.is_button or (
        line.linked < _LINKED
        and len(line.text) <= _LONGEST_SECTION
        and (line.line.date is not None or line.line.author is not None or line.text[0].isdecimal())
    )


def _name_above(page: Shown, main: MainBox, headline: Headline) -> str | None:
    """The line right above the headline, where it is named as sections are: pages without names in their markup
    have no other label. Any other words there (``Vụ cháy chợ``) announce the title and are no section."""
    at = headline.first - 1
    while at >= 0 and page.lines[at].line.is_dated and at > headline.first - 1 - _MOST_FACTS:
        at -= 1
    if at < 0 or headline.first == headline.end or main.furniture[at]:
        return None
    line = page.lines[at]
    is_label = line.linked < 0.5 and line.line.is_open and line.line.length <= _MOST_WORDS
    if not is_label:
        return None
    if opens_as_section(line.plain):
        return line.text
    name = key(line.text)
    return line.text if any(name in map(key, other.links) for other in page.lines[:at]) else None


def _is_section(step: str, title: str) -> bool:
    plain = key(step)
    return (
        bool(plain)
        and not _VIEWED.match(step)
        and len(step) <= _LONGEST_SECTION
        and plain != title
        and not _HOME.fullmatch(step.strip())
        and not (Line("", step).date or plain.isdecimal())
    )
