"""What a program writes where a picture stood: ``[cau-treo.jpg]``, ``[Ảnh 1/3]``, ``ben-do.jpg``, ``{keywords}``.

The line below it may be the caption, and so is what stands behind the word for a picture. Of icons, logos and what
holds a page's columns apart nothing is left.
"""

from __future__ import annotations

import re

_WORD = r"(?:ảnh|hình|image|inline|img|photo|picture|video)(?!\w)[^\[\]]{0,60}"
_FILE = r"[^\s\[\]]{1,60}\.(?:jpe?g|png|gif|webp|svg)"
_NAME = r"\w+(?:[-_]\w+)+"
_NAMED = re.compile(rf"\[(?!video\])(?P<word>{_WORD})\]\s*|\[(?:{_FILE}|{_NAME})\]\s*", re.IGNORECASE)
_ALONE = re.compile(
    rf"\{{\w{{2,20}}\}}|\[(?:{_WORD}|{_FILE}|{_NAME})\]|{_FILE}|[^\[\]]{{1,80}}\.(?:jpe?g|png|gif|webp)", re.IGNORECASE
)
_SMALL = re.compile(
    r"\[?\W*(?:icon|logo|spacer|banner|bullet|button|pixel|arrow|avatar|blank|image banner|null|undefined|screenshot)",
    re.IGNORECASE,
)
_WORD_ALONE = re.compile(
    r"(?:(?:image|img|picture|banner|logo) )?(?:icon|logo|banner|blank|avatar|null|undefined|img|images?|picture|pic"
    r"|phóng to|nhập mô tả vào đây|leftcenterrightdel|\.(?:jpe?g|png|gif)\)?)$"
    rf"|(?:screenshot|img|dsc|image|hinh|anh)[-_ ]?\d{{1,4}}$|{_FILE}(?:(?: ?phóng to)? +{_FILE})*(?: ?phóng to)?$"
    r"|[\da-f]{24,}(?: +[\da-f]{24,})*$"
    r"|\d{1,2}(?-i:[a-z])$|(?:hình|ảnh) \d{1,2}$"
    r"|(?-i:[a-z]{2,}(?:-[a-z\d]+){2,})$",
    re.IGNORECASE,
)
"""The same without a mark that shows it: the words that editors' programs put there by themselves, and file names."""

_LONGEST_WORD = 200


def stands_for_picture(raw: str) -> bool:
    """Whether a line is nothing but what stands in the place of a picture, or of an icon."""
    if (raw[0] in "[{" or raw[-4:-3] == "." or raw[-5:-4] == ".") and _ALONE.fullmatch(raw):
        return True
    return len(raw) <= _LONGEST_WORD and _WORD_ALONE.match(raw) is not None


def is_small(raw: str) -> bool:
    """Whether what stands for a picture stands for an icon, which has no caption."""
    return _SMALL.match(raw) is not None


def without_places(raw: str) -> tuple[str, bool]:
    """A line without such places in front of its words and between them, and whether the word for a picture led it."""
    first = _NAMED.match(raw)
    led = first is not None and first["word"] is not None
    return _NAMED.sub("", raw).rstrip(), led
