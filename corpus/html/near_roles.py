"""What do boxes say of the lines in them? Nothing, where they hold the whole article: ``category``, ``show-title``.

Templates name the box of a page after its kind, or after what it has among other things. Only what stands round some
of the article's lines tells these from the others.
"""

from __future__ import annotations

from corpus.html.main_box import MainBox
from corpus.html.roles import Role, Roles
from corpus.html.shown import Shown, covering_roles


def narrow_roles(page: Shown, main: MainBox) -> None:
    """Takes from all lines the roles of the boxes that hold the main box, but that these are a body's."""
    holding = set()
    number = main.number if page.boxes else -1
    while number >= 0:
        holding.add(number)
        number = page.boxes[number].parent
    narrow: list[Roles] = []
    for number, box in enumerate(page.boxes):
        above = narrow[box.parent] if box.parent >= 0 else 0
        narrow.append(0 if number in holding else above | (box.own & ~Role.FURNITURE))
    for line in page.lines:
        line.roles = narrow[line.box] | covering_roles(line.marks, line.text) | (line.roles & Role.BODY)
