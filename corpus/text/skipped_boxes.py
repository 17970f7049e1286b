"""Boxes that a page offers to skip, and whose end it tells: ``Bỏ qua … và đọc tiếp``, and below it ``Kết thúc …``.

Who listens to a page hears these lines; where a page's text is all that was saved, they stand in it.
"""

from __future__ import annotations

import re

_OPENING = "Bỏ qua "
_BOX = re.compile(
    r"^[^\S\n]*Bỏ qua (?P<name>[^\n]{3,60}?)(?: và (?:đọc|xem|nghe) tiếp)?[^\S\n]*\n"
    r"(?:[^\n]*\n){0,30}?"
    r"[^\S\n]*(?:Kết thúc|Hết|Cuối) (?P=name)[^\S\n]*$",
    re.MULTILINE,
)


def without_skipped_boxes(text: str) -> str:
    """The text without such boxes; as it was where it offers to skip nothing."""
    return _BOX.sub("", text) if _OPENING in text else text
