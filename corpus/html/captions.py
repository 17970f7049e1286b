"""Which lines are captions? Those that the markup calls so, and those that stand and look as captions do.

A line is a caption by its place only if a picture stands right before it, and it is set apart by its look (slanted,
centred, alone with the picture in a small box) or does not end as a sentence does. An ``alt`` is never one.
"""

from __future__ import annotations

import re

from corpus.html.key import key
from corpus.html.main_box import MainBox
from corpus.html.roles import Role
from corpus.html.shown import Box, Shown, ShownLine
from corpus.text.picture_lines import CAPTION_LABEL, OWNER_LABEL

_CREDIT = re.compile(
    r"(?:^|[\s(.–-])(?:ảnh|hình|photo)(?: minh họa| minh hoạ| tư liệu| chụp)?\s*:\s*\S[^.!?]{0,50}\.?\)?$"
    r"|\(?ảnh(?: minh họa| minh hoạ| tư liệu)\)?\.?$",
    re.IGNORECASE,
)
_BYLINE = re.compile(r"(?:tin|bài|thực hiện|tác giả)\b[\w, ]{0,20}:", re.IGNORECASE)
_LABEL = re.compile(r"[\w ]{2,24}:\s")
_LONGEST = 600
_LONGEST_FRAMED = 400
_HIGHEST = 12
"""Boxes round a line that are looked at."""

_LONGEST_OWNER = 9
_OWNER_BEGINS = frozenset("BbNnIi")
_MOST_LINES = 4
_FRAMES = frozenset({"figure", "table"})
_SMALL_BOXES = frozenset({"div", "center", "td", "dl", "dd", "li", "figure", "section"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_SHOWN_BESIDE = Role.AUTHOR | Role.DATE | Role.LEAD | Role.TITLE | Role.SECTION | Role.CRUMBS


def caption_groups(page: Shown, main: MainBox, first: int, end: int) -> dict[int, int]:
    """The lines of ``[first, end)`` that are captions, each with the number of its caption's first line."""
    groups: dict[int, int] = {}
    frame_before = -1
    has_begun = False  # the text, behind which a caption may be called what leads are called
    for at in range(first, end):
        line = page.lines[at]
        has_begun = has_begun or (at > first and page.lines[at - 1].line.is_prose)
        if main.furniture[at] or _BYLINE.match(line.plain) or len(line.text) > _LONGEST or line.linked >= 0.8:
            continue
        frame = _frame(page.boxes, line, main.number)
        if frame < 0 and not line.picture and at - 1 not in groups and line.line.is_credit_alone:
            continue  # whose all pictures are
        if names_owner(line) or (line.roles & Role.LEAD and line.line.is_prose and not has_begun):
            continue
        is_credit = at - 1 in groups and _is_credit(line) and (frame >= 0 or not _heads_byline(page.lines, at))
        if not (
            is_credit
            or frame >= 0
            or _CREDIT.search(line.plain)
            or _stands_below_picture(page.boxes, line, main.number)
        ):
            continue
        beside = at > 0 and frame >= 0 and _in_cells_side_by_side(page.boxes, page.lines[at - 1 : at + 1], frame)
        goes_on = is_credit or (at - 1 in groups and frame >= 0 and frame == frame_before and not beside)
        groups[at] = groups[at - 1] if goes_on and not line.picture else at
        frame_before = frame
    return groups


def captions_of(page: Shown, groups: dict[int, int]) -> tuple[str, ...]:
    """The captions, the lines of one joined by line feeds, each once, in its first form."""
    texts: dict[int, list[str]] = {}
    for at, begin in groups.items():
        texts.setdefault(begin, []).append(page.lines[at].text)
    captions: dict[str, str] = {}
    for lines in texts.values():
        caption = "\n".join(lines)
        if label := CAPTION_LABEL.match(caption):
            caption = caption[label.end() :]
        captions.setdefault(key(caption), caption)
    return tuple(captions.values())


def _in_cells_side_by_side(boxes: list[Box], lines: list[ShownLine], frame: int) -> bool:
    """Whether two lines of a frame with two pictures or more stand in two cells of a row, each below its own."""
    cells = [boxes[line.box] for line in lines]
    are_cells = all(cell.tag == "td" for cell in cells) and lines[0].box != lines[-1].box
    return are_cells and cells[0].parent == cells[-1].parent and boxes[frame].pictures > 1


def names_owner(line: ShownLine) -> bool:
    """Whether a line says behind a template's label whose a picture is, and no more."""
    if line.plain[:1] not in _OWNER_BEGINS or (label := OWNER_LABEL.match(line.plain)) is None:
        return False
    owner = line.plain[label.end() :].lstrip(" :")
    is_labelled = label[0][-1] == "," or bool(line.picture or line.roles & Role.CAPTION)
    return is_labelled and line.line.length <= _LONGEST_OWNER and (not owner or owner[0].isupper())


def _is_credit(line: ShownLine) -> bool:
    """``Ảnh: Bảo Nghi``, alone on a line behind the caption that it belongs to."""
    return len(line.text) <= 60 and (
        bool(line.roles & (Role.SOURCE | Role.AUTHOR)) or (line.line.names_photo and len(line.text.split()) <= 8)
    )


def _heads_byline(lines: list[ShownLine], at: int) -> bool:
    """Whether a line is the first of several of the article's author, below a picture above the text."""
    return all(line.roles & Role.AUTHOR and not line.line.names_photo for line in lines[at : at + 2])


def _frame(boxes: list[Box], line: ShownLine, main: int) -> int:
    """The box that makes a line a caption: one that is named so, or a figure or small table with a picture; else -1."""
    found = -1
    number = line.box
    for _ in range(_HIGHEST):
        if number <= 0 or number == main:
            break
        box = boxes[number]
        small = box.end - box.first <= _MOST_LINES
        framed = box.tag in _FRAMES and box.pictures and found < 0 and len(line.text) <= _LONGEST_FRAMED
        named = bool(box.own & Role.CAPTION) and not (line.roles & Role.QUOTE and not box.pictures)
        if small and (named or framed):
            found = number
        elif box.tag == "table" and not small:
            break
        number = boxes[number].parent
    if found < 0 and any(mark.role & Role.CAPTION for mark in line.marks) and line.roles & Role.CAPTION:
        return line.box
    return found


def _stands_below_picture(boxes: list[Box], line: ShownLine, main: int) -> bool:
    box = boxes[line.box]
    if not line.picture or line.linked >= 0.5 or len(line.text) > _LONGEST_FRAMED or len(line.text.split()) < 3:
        return False
    if line.roles & _SHOWN_BESIDE or box.tag in _HEADINGS or (_LABEL.match(line.plain) and len(line.plain) < 40):
        return False
    if line.italic >= 0.8 or box.align == "center":
        return True
    if line.beside_picture or (line.bold >= 0.8):
        return False
    return line.line.is_open or _alone_with_picture(boxes, line.box, main)


def _alone_with_picture(boxes: list[Box], number: int, main: int) -> bool:
    """Whether a small box holds the picture and this line, and nothing else."""
    for _ in range(3):
        if number <= 0 or number == main:
            return False
        box = boxes[number]
        if box.pictures:
            return box.tag in _SMALL_BOXES and box.end - box.first <= 1
        number = box.parent
    return False
