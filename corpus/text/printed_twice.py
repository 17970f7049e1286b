"""Which lines stand twice, one right behind the other, as captions do on many sites?

Nearly letter for letter, or first as the words that a template shows for the picture, most of which its caption has.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from corpus.text.furniture import INSERT_LABEL
from corpus.text.lines import Line
from corpus.text.picture_lines import LONGEST_CREDIT

_OPENING = 8
"""Characters in which lines agree that are one line and more of it."""

_SHORTEST_IN_PLACE, _LONGEST_CAPTION = 6, 40
_IN_CAPTION = 0.8
"""Words of a line that stands in a picture's place and of its caption, and the share of those that are in both."""

_MOST_APART = 16
"""Characters that one of two forms of a caption may be longer: a word or two (``Dịp này, …``)."""


def printed_twice(lines: Sequence[Line]) -> dict[int, int]:
    """Lines that stand again right behind themselves: number to number of the fuller one."""
    twins: dict[int, int] = {}
    for at, line in enumerate(lines[:-1]):
        if len(line.plain) > 400 or line.is_button or INSERT_LABEL.match(line.plain):
            continue
        if line.is_open and at and INSERT_LABEL.match(lines[at - 1].plain):
            continue  # the title of another page, and its picture
        if line.is_open and line.is_apart and _stands_for_picture(line, lines[at + 1], lines[at + 2 : at + 3]):
            twins[at] = twins[at + 1] = at + 1
            continue
        are_sentences = line.is_sentence and lines[at + 1].is_sentence
        too_unlike = are_sentences or abs(len(line.plain) - len(lines[at + 1].plain)) > LONGEST_CREDIT
        if too_unlike and line.plain[:_OPENING] != lines[at + 1].plain[:_OPENING]:
            continue
        one, other = line.without_credit, lines[at + 1].without_credit
        # of sentences only the same one is a caption's second form, where no photographer tells it
        must_equal = are_sentences and not lines[at + 1].names_photo
        if one.rstrip(" .") == other.rstrip(" .") if must_equal else are_alike(one, other):
            twins[at] = twins[at + 1] = at + (_without_point(lines[at + 1]) > _without_point(line))
    return twins


def _stands_for_picture(line: Line, caption: Line, below: Sequence[Line]) -> bool:
    """Whether a line without an end is what a template shows for a picture: most of it is in the caption, too.

    The two are by themselves between empty lines, as headings seldom are. Where no photographer tells the caption, all
    of it is, in the same order.
    """
    if caption.is_apart or not all(each.is_apart for each in below):
        return False
    if line.names_photo or line.length < _SHORTEST_IN_PLACE:
        return False
    if not (caption.names_photo or caption.is_open) or caption.length > _LONGEST_CAPTION:
        return False
    words, shown = line.plain.lower().split(), iter(caption.without_credit.lower().split())
    if not caption.names_photo:
        return line.length < caption.length and all(word in shown for word in words)
    held = set(shown)
    return sum(word in held for word in words) >= _IN_CAPTION * len(words)


def _without_point(line: Line) -> int:
    return len(line.plain.rstrip("."))


def are_alike(one: str, other: str) -> bool:
    """Whether two lines, without their photographers, are one line: but for its marks, or a word or two."""
    shorter, longer = sorted((one, other), key=len)
    if longer.startswith(shorter) and shorter.count(" ") >= 3:
        return len(longer) - len(shorter) <= LONGEST_CREDIT  # who goes on for longer writes on
    if abs(len(one) - len(other)) > 20:
        return False
    one, other = (re.sub(r"\W+", " ", text.lower()).strip() for text in (one, other))
    if abs(len(one) - len(other)) > _MOST_APART or not one:
        return False
    if one == other:
        return True
    words, others = set(one.split()), set(other.split())
    if len(one) <= 40 or 2 * len(words & others) < len(words | others):  # cheap, and true of nearly all neighbours
        return False
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= 0.93
