"""Where do lines of a page stand beside one another, by the boxes that hold them?"""

from __future__ import annotations

from typing import NamedTuple

from corpus.html.shown import Box, ShownLine

_WHOLE = 0.9


class Place(NamedTuple):
    """The box in which a line's own stands, and what makes its own one of several alike."""

    around: int
    tag: str
    names: str


def place_of(boxes: list[Box], line: ShownLine) -> Place:
    """Where a line stands; paragraphs of one text stand alike."""
    box = boxes[line.box]
    return Place(box.parent, box.tag, box.names)


def look_alike(boxes: list[Box], one: ShownLine, other: ShownLine) -> bool:
    """Whether two lines stand alike, and both or neither are bold, and slanted."""
    looks = [(line.bold >= _WHOLE, line.italic >= _WHOLE) for line in (one, other)]
    return place_of(boxes, one) == place_of(boxes, other) and looks[0] == looks[1]


def smallest_around(boxes: list[Box], one: ShownLine, other: ShownLine) -> int:
    """The smallest box that holds two lines."""
    holding = set()
    number = one.box
    while number >= 0:
        holding.add(number)
        number = boxes[number].parent
    number = other.box
    while number not in holding:
        number = boxes[number].parent
    return number
