"""Which lines repeat the text to catch the eye? Quotations set apart whose words the text says as well."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.html.key import key
from corpus.html.roles import Role
from corpus.html.shown import Shown

_SHORTEST = 12
"""Letters of a passage that no other line holds by chance."""

_MOST_LINES = 4
"""Lines of such a box: the passage, and who says it in what office."""

_MOST_LOOKED_FOR = 50
"""Boxes whose words are looked for in the rest of the page."""


def pulled_lines(page: Shown, furniture: Sequence[bool]) -> set[int]:
    """The lines of boxes for quotations that repeat part of a paragraph, with the name below the words.

    A quotation that stands nowhere else is text, whatever its box is called; nor does a comment below the article, or
    the headline, make it a repetition.
    """
    boxes = [
        box
        for box in page.boxes
        if (box.tag == "blockquote" or box.own & Role.QUOTE) and 0 < box.end - box.first <= _MOST_LINES
    ]
    if not boxes:
        return set()
    keys = [key(line.text) if line.line.is_prose and not furniture[at] else "" for at, line in enumerate(page.lines)]
    pulled: set[int] = set()
    for box in boxes[:_MOST_LOOKED_FOR]:
        words = key(page.lines[box.first].text)
        elsewhere = (words in said for at, said in enumerate(keys) if not box.first <= at < box.end)
        if len(words) >= _SHORTEST and any(elsewhere):
            pulled.update(range(box.first, box.end))
    return pulled
