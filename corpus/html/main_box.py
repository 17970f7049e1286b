"""Where on a page is the article? The box that holds its text, and the boxes on the page that are furniture.

Names of classes accuse a box, the text acquits it: a box that holds most of the page's prose, or the headline, is no
furniture whatever it is called. Boxes that look alike, stand side by side and each begin with a link are a list of
other pages, without any name. What prose is left has one box, found by going down from the page's root as long as
one box inside holds nearly all of it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.html.pulled import pulled_lines
from corpus.html.roles import Role, roles_of
from corpus.html.shown import Box, Shown, ShownLine
from corpus.text.furniture import IMPRINT

_MOST = 0.5
"""The share of the page's prose with which a box cannot be furniture."""

_NEARLY_ALL = 0.75
"""The share of the prose around with which a box inside is the one to look into."""

_SHORTEST_SENTENCE = 25
"""Characters of a sentence, where no line of the page is as long as running text is."""

_LONGEST_TEASER = 700
_MOST_TEASER_LINES = 7
_FEWEST_TEASERS = 3
_MOST_CAPTION_LINES = 3
_LINKED = 0.75
_HEADLINE = 25
_PARTS_OF_TEXT = frozenset({"ul", "ol", "dl"})
"""Boxes beside whose items more of the text stands, be they nearly all of it."""

_WIDGET = re.compile(r"widgets?", re.IGNORECASE)
_LISTS = frozenset({"ul", "ol", "tbody", "table", "dl"})


@dataclass(slots=True)
class MainBox:
    """The box of the article's text by its number, with the prose in it, in characters; ``furniture`` by the line."""

    number: int
    prose: int
    furniture: list[bool]


def find_main_box(page: Shown) -> MainBox:
    """The box that holds the article, if the page has one; ``prose`` is 0 where nothing is like running text."""
    boxes, lines = page.boxes, page.lines
    prose = [len(line.text) if _is_prose(line) else 0 for line in lines]
    if not any(prose):
        prose = [len(line.text) if _may_be_prose(line) else 0 for line in lines]
    everything = _sums(boxes, lines, prose)
    accused = _accused(boxes, lines, everything)
    for number in _teasers(boxes, lines):
        accused[number] = True
    for number, box in enumerate(boxes):  # those inside a box come behind it
        accused[number] = accused[number] or (box.parent >= 0 and accused[box.parent])
    furniture = [accused[line.box] or bool(line.roles & Role.FURNITURE) for line in lines]
    for at in pulled_lines(page, furniture):
        furniture[at] = True
    sizes = [0 if off else size for size, off in zip(prose, furniture, strict=True)]
    if not any(sizes):
        sizes = [0 if off else len(line.text) * _may_be_prose(line) for line, off in zip(lines, furniture, strict=True)]
    kept = _sums(boxes, lines, sizes)
    number = _descend(boxes, kept)
    return MainBox(number, kept[number] if kept else 0, furniture)


def _is_prose(line: ShownLine) -> bool:
    """Running text, but for a publisher's words about himself: they may be longer than news in brief."""
    return line.linked < 0.5 and not line.roles & Role.CAPTION and line.line.is_prose and not IMPRINT.match(line.plain)


def _may_be_prose(line: ShownLine) -> bool:
    return len(line.text) >= _SHORTEST_SENTENCE and line.linked < 0.5 and not IMPRINT.match(line.plain)


def _sums(boxes: list[Box], lines: list[ShownLine], sizes: list[int]) -> list[int]:
    """For each box the sum over the lines in it and in the boxes inside."""
    sums = [0] * len(boxes)
    for line, size in zip(lines, sizes, strict=True):
        sums[line.box] += size
    for number in range(len(boxes) - 1, 0, -1):
        if boxes[number].parent >= 0:
            sums[boxes[number].parent] += sums[number]
    return sums


def _accused(boxes: list[Box], lines: list[ShownLine], prose: list[int]) -> list[bool]:
    headed = [False] * len(boxes)
    for line in lines:
        number = line.box
        if boxes[number].tag == "h1" and line.linked < _LINKED:
            while number >= 0 and not headed[number]:
                headed[number] = True
                number = boxes[number].parent
    most = _MOST * (prose[0] if prose else 0)
    own = [box.own for box in boxes]
    if _are_widgets(boxes, prose, most):
        own = [
            roles_of(box.tag, _WIDGET.sub("", box.names), "") if box.own & Role.FURNITURE else box.own for box in boxes
        ]
    return [
        (box.hidden or (bool(own[number] & Role.FURNITURE) and not _is_framed(box, lines)))
        and not headed[number]
        and (prose[number] <= most or not prose[number])
        for number, box in enumerate(boxes)
    ]


def _are_widgets(boxes: list[Box], prose: list[int], most: float) -> bool:
    """Whether boxes called widgets, none of them with most of the prose, have most of it together, and of what stands
    with the headline: some programs call the box of every paragraph so."""
    around = next((number for number, box in enumerate(boxes) if box.tag == "h1"), 0)
    while boxes and not prose[around] and boxes[around].parent >= 0:
        around = boxes[around].parent
    inside = [False] * len(boxes)
    beside = [number == around for number in range(len(boxes))]
    together = with_headline = 0
    for number, box in enumerate(boxes):
        if box.parent >= 0:
            inside[number] = inside[box.parent]
            beside[number] = beside[number] or beside[box.parent]
        if not inside[number] and box.names and prose[number] <= most and _WIDGET.search(box.names):
            inside[number] = True
            together += prose[number]
            with_headline += prose[number] if beside[number] else 0
    return together > most and with_headline > _MOST * prose[around]


def _is_framed(box: Box, lines: list[ShownLine]) -> bool:
    """Whether all that a box holds is the caption of a picture: it may be called after how a program puts that in."""
    if not 0 < box.end - box.first <= _MOST_CAPTION_LINES or not lines[box.first].picture:
        return False
    return all(line.roles & Role.CAPTION and line.linked < 0.5 for line in lines[box.first : box.end])


def _teasers(boxes: list[Box], lines: list[ShownLine]) -> list[int]:
    """The boxes that point to other pages: alike, side by side, short, and a link is the first that each says; or one
    by itself, where the link is as long as a headline and hardly anything follows it."""
    pointers: list[int] = []
    alike: dict[tuple[int, str, str], list[int]] = {}
    for number, box in enumerate(boxes):
        inside = lines[box.first : box.end]
        if not inside or len(inside) > _MOST_TEASER_LINES or sum(len(line.text) for line in inside) > _LONGEST_TEASER:
            continue
        first = next((line for line in inside if len(line.text) >= 12), inside[0])
        if (
            len(inside) in (2, 3)
            and inside[0].linked >= 0.9
            and len(inside[0].text) >= _HEADLINE
            and box.tag not in _LISTS
        ):
            pointers.append(number)
        if first.linked >= _LINKED or (len(inside) == 1 and first.linked >= 0.5):
            alike.setdefault((box.parent, box.tag, "" if box.tag in ("li", "tr") else box.names), []).append(number)
    return pointers + [number for group in alike.values() if len(group) >= _FEWEST_TEASERS for number in group]


def _descend(boxes: list[Box], prose: list[int]) -> int:
    children: dict[int, list[int]] = {}
    for number, box in enumerate(boxes):
        if prose[number]:
            children.setdefault(box.parent, []).append(number)
    number = 0
    while inside := children.get(number):
        best = max(inside, key=prose.__getitem__)
        is_line = boxes[best].end - boxes[best].first <= 1 and (
            boxes[best].tag == "p" or not boxes[best].own & Role.BODY
        )
        if prose[best] < _NEARLY_ALL * prose[number] or is_line:
            break
        number = best
    while boxes[number].tag in _PARTS_OF_TEXT:
        number = boxes[number].parent
    return number
