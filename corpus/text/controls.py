"""Is a line a control of the page? By its words alone: buttons, one or several, also glued, and icons."""

from __future__ import annotations

import re

from corpus.text.furniture import BUTTON, BUTTONS, CONTROL_WORDS
from corpus.text.section_names import SMALL_LETTERS

_WORD = re.compile(r"\w+")
_GLUED = re.compile(rf"(?<=[{SMALL_LETTERS}])(?=[^\W\d_{SMALL_LETTERS}])")
"""Where a capital behind a small letter may begin another control (``FacebookTwitterIn bài``)."""

_POINTS = "*•· "
"""Before a control, where a site has them as a list."""

_BRACKETED = re.compile(r"(?:\[[^\[\]]{1,60}\]\s*)+")
"""Controls as text browsers show them: ``[In trang] [Gửi cho bạn bè]``."""

_SIGNS = re.compile(r"(?:\S[^\w\s]? ){2,}\S[^\w\s]?")
"""Icons in a font of icons, or buttons of one letter (``f t g+``)."""


def is_in_brackets(plain: str) -> bool:
    """Whether all of a line stands in square brackets, several controls or one."""
    return plain[0] == "[" and _BRACKETED.fullmatch(plain) is not None


def is_icons(plain: str) -> bool:
    """Whether a line has no word, or is icons, or letters that stand for them."""
    return not _WORD.search(plain) or (" " in plain[1:3] and _SIGNS.fullmatch(plain) is not None)


def is_control(plain: str) -> bool:
    """Whether a short line is a control, or several."""
    return bool(BUTTON.match(plain.lstrip(_POINTS)) or BUTTONS.match(plain))


def is_made_of_controls(plain: str) -> bool:
    """Whether all words of a line are those of controls, two at least, be they glued to each other, or numbers."""
    words, glued = _WORD.findall(plain.lower()), _WORD.findall(_GLUED.sub(" ", plain).lower())
    return len(glued) > 1 and any(
        all(word in CONTROL_WORDS or word.isdecimal() for word in each) for each in (words, glued)
    )
