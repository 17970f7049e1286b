"""Where a page has its title again: printed once more, for a picture that stood there, or before another page's title.

For a picture it stands with a number behind it (``Lũ về sớm - Ảnh 1``) or without accents, as files are named
(``lu ve som``). Before a title of another page it is what a program wrote of the picture in front of that.
"""

from __future__ import annotations

import re
import unicodedata
from enum import Enum

from corpus.text.lead import raw_prefix
from corpus.text.lines import Line

_NUMBER = re.compile(r"\s*[-–]?\s*(?:ảnh|hình(?: ảnh)?) \d{1,3}\.?", re.IGNORECASE)
_GLUED = re.compile(r"\s*[-–]?\s*(?:ảnh|hình) \d{1,2}(?=[^\W\d_a-zà-ỹ])")
_SHORTEST_TITLE = 5
"""Words of a title that another line may hold."""

_LONGEST_BESIDE = 60
"""Characters beside it of what a printer puts above each sheet: the site and the day."""

_IS_NUMBER = re.compile(r"(?:anh|hinh(?: anh)?) \d{1,3}")
_LETTERS = re.compile(r"[a-z0-9]+")


class Again(Enum):
    """What a line that has the title again stands for."""

    TITLE = "the title"
    PICTURE = "a picture"
    LINK = "another page"


def title_again(line: Line, title: Line) -> Again | None:
    """What a line stands for that has the title again, or ``None`` for any other line."""
    beside = len(line.plain) - len(title.plain)
    if beside == 0 and line.plain.lower() == title.plain.lower():
        return Again.TITLE
    if numbers_picture(line.plain, title.plain):
        return Again.PICTURE
    if title.length < _SHORTEST_TITLE:
        return None
    if 0 < beside <= _LONGEST_BESIDE and title.plain in line.plain and line.is_open:
        behind = line.plain.partition(title.plain)[2].lstrip()
        return None if behind[:1].islower() else Again.TITLE  # what goes on in small letters tells more
    half = len(title.plain) // 2
    if not line.plain[:half].isascii() or title.plain[:half].isascii():
        return None
    words, named = _LETTERS.findall(line.plain.lower()), _LETTERS.findall(_without_accents(title.plain.lower()))
    if words == named or (words[: len(named)] == named and _IS_NUMBER.fullmatch(" ".join(words[len(named) :]))):
        return Again.PICTURE
    begins = _LETTERS.findall(_without_accents(line.plain.lower()))[: len(named)]
    return Again.LINK if line.is_open and begins == named else None


def behind_picture(line: Line, title: Line) -> Line | None:
    """The caption that is glued to the title with a picture's number (``Lũ về sớm ảnh 1Nước lên``)."""
    found = _GLUED.match(line.plain, len(title.plain)) if line.plain.startswith(title.plain) else None
    if found is None or title.length < _SHORTEST_TITLE:
        return None
    raw = line.raw[len(raw_prefix(line.raw, line.plain[: found.end()])) :]
    return Line(raw, line.plain[found.end() :], line.gap)


def numbers_picture(plain: str, title: str) -> bool:
    """Whether a line is a title with a picture's number behind it, where that picture was."""
    return plain.startswith(title) and _NUMBER.fullmatch(plain, len(title)) is not None


def _without_accents(text: str) -> str:
    apart = unicodedata.normalize("NFD", text.replace("đ", "d"))
    return "".join(mark for mark in apart if not unicodedata.combining(mark))
