"""A page from which every piece of text was taken onto a line of its own: those inside a paragraph, joined again.

Such a piece keeps the spaces of its page: the words before a link end in one, what goes on behind it begins with one,
and so does what somebody says behind a name in bold letters. No program that sets lines in does so by a single space,
and only some of them.
"""

from __future__ import annotations

import re

_BETWEEN = re.compile(r"(?<=\S) \n(?P<piece>\S[^\n]{0,100})\n (?=\S)")
"""A piece with text before and behind it."""

_BEHIND = re.compile(r"\n (?=\S)")
_MARKS = frozenset(",;.:)…")


def without_pieces(text: str) -> str:
    """The text, with what one space shows to go on in one line; as it was where nothing does."""
    if "\n " not in text:
        return text
    text = _BETWEEN.sub(r" \g<piece> ", text)
    return _BEHIND.sub(lambda found: " " if _goes_on(text, found.start(), found.end()) else found[0], text)


def _goes_on(text: str, end: int, begin: int) -> bool:
    """Whether a line, in front of which one space stands, goes on with the line above, which has none."""
    above = text[text.rfind("\n", 0, end) + 1 : end]
    if not above or above[0].isspace() or above[-1].isspace():
        return False
    is_mark = text[begin] in _MARKS and text[begin + 1 : begin + 2].isspace()
    return text[begin].islower() or is_mark or above[-1] == ":"
