"""Which lines are the lead? What the page sets apart before the text begins.

It does so by a name (``sapo``), by a place outside the box of the text, by bold or slanted letters, or by a place above
the date.
"""

from __future__ import annotations

from corpus.html.key import key
from corpus.html.main_box import MainBox
from corpus.html.metadata import Metadata
from corpus.html.places import look_alike
from corpus.html.roles import Role
from corpus.html.shown import Box, Shown, ShownLine

_MOST_LEAD_LINES = 3
_HEAD_LINES = 60
"""Lines behind the headline in which a lead is looked for."""

_SHORTEST_LEAD = 40
_WHOLE = 0.9
_QUOTATION = "“\"«‘'"


def lead_lines(page: Shown, main: MainBox, first: int, groups: dict[int, int], meta: Metadata) -> list[int]:
    """The lines of the lead: of the first box that is called so, else those that are set apart in another way."""
    box = page.boxes[main.number]
    described = key(meta.description or "")
    until, prose = first, 0
    while until < min(box.end, first + _HEAD_LINES) and prose < 2:  # a lead stands before the second paragraph
        line = page.lines[until]
        prose += line.line.is_prose and until >= box.first and until not in groups
        until += 1
    free = [
        at for at in range(first, until) if at not in groups and not main.furniture[at] and page.lines[at].linked < 0.5
    ]
    for at in free:
        line = page.lines[at]
        if line.roles & Role.LEAD and len(line.text) >= 20:
            whole = _lead_box(page.boxes, line, main.number)
            if page.boxes[whole].end - page.boxes[whole].first <= _MOST_LEAD_LINES:
                return [other for other in free if other == at or _is_in(page.boxes, page.lines[other], whole)]
    sentences = [at for at in free if len(page.lines[at].text) >= _SHORTEST_LEAD and not is_dated(page.lines[at])]
    for number, at in enumerate(sentences):
        line = page.lines[at]
        follows = page.lines[sentences[number + 1]] if number + 1 < len(sentences) else None
        is_one_of_all = follows is not None and follows.line.is_prose and look_alike(page.boxes, line, follows)
        if key(line.text) in described and len(key(line.text)) >= 0.5 * len(described) and not is_one_of_all:
            return [at]
    if sentences:
        at = sentences[0]
        line = page.lines[at]
        follows = page.lines[sentences[1]] if len(sentences) > 1 else None
        above_date = any(is_dated(page.lines[other]) for other in free if at < other < at + 4)
        if line.line.is_prose and (at < box.first or _stands_out(page.boxes[line.box], line, follows) or above_date):
            return [at]
    return []


def _stands_out(box: Box, line: ShownLine, follows: ShownLine | None) -> bool:
    """Whether a line is bold as a whole and the next one is not; or slanted, where it is also a block by itself.

    Slanted letters alone say less: what is quoted or thought is slanted, too.
    """
    if line.plain[0] == "(" and line.plain[-1] == ")":
        return False  # an aside
    bold, italic = (follows.bold, follows.italic) if follows is not None else (0, 0)
    is_slanted = line.italic >= _WHOLE and italic < _WHOLE and line.plain[0] not in _QUOTATION
    return (line.bold >= _WHOLE and bold < _WHOLE) or (is_slanted and box.end - box.first == 1)


def _lead_box(boxes: list[Box], line: ShownLine, main: int) -> int:
    number = found = line.box
    while number > 0 and number != main:
        if boxes[number].own & Role.LEAD:
            found = number
        number = boxes[number].parent
    return found


def _is_in(boxes: list[Box], line: ShownLine, whole: int) -> bool:
    number = line.box
    while number > whole:
        number = boxes[number].parent
    return number == whole


def is_dated(line: ShownLine) -> bool:
    """Whether a line has a date, and is no sentence of what was then (``28.4.1964: Xây trạm.``)."""
    return line.line.date is not None and not line.line.is_prose and line.plain[-1] != "."
