"""Which lines count the pictures of a gallery (``1/6``), and which are the captions below these numbers?

Each picture of a gallery has a box of its own, with the number and the caption in it, however long that is; so does no
number of a page, of a score or of a list.
"""

from __future__ import annotations

from corpus.html.places import smallest_around
from corpus.html.shown import Shown
from corpus.text.picture_counters import counters_of_pictures

_MOST_LINES = 3
"""Lines of such a box: the number, the caption, and who took the picture."""


def captions_by_counter(page: Shown, first: int, end: int) -> dict[int, int]:
    """Of the lines ``[first, end)`` each that counts a picture, with the line of the caption below it."""
    counters = [first + at for at in sorted(counters_of_pictures([line.line for line in page.lines[first:end]]))]
    found = {}
    for at in counters:
        if at + 1 < end and at + 1 not in counters:
            box = page.boxes[smallest_around(page.boxes, page.lines[at], page.lines[at + 1])]
            if box.end - box.first <= _MOST_LINES and (box.pictures or page.lines[at].picture):
                found[at] = at + 1
    return found
