"""Boxes that a page offers to skip, and whose end it tells: ``Bỏ qua … và đọc tiếp``, and below it ``Kết thúc …``.

Who listens to a page hears these lines; where a page's text is all that was saved, they stand in it. And points that a
program made of the text, as their heading says: nobody wrote them.
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


_BY_PROGRAM = re.compile(
    r"^[^\S\n]*(?:tóm tắt|điểm tin|nội dung chính)(?: nhanh)? (?:bằng|bởi|từ|do) (?:trí tuệ nhân tạo|AI)\b[^\n]{0,20}\n"
    r"(?:(?:[^\S\n]*[-–•*] [^\n]+(?:\n|$))+|(?:[^\S\n]*\n[^\S\n]*[-–•*] [^\n]+(?:\n|$)){2,6})",
    re.MULTILINE | re.IGNORECASE,
)


def without_skipped_boxes(text: str) -> str:
    """The text without such boxes; as it was where it offers to skip nothing."""
    if _BY_PROGRAM.search(text):
        text = _BY_PROGRAM.sub("", text)
    return _BOX.sub("", text) if _OPENING in text else text
