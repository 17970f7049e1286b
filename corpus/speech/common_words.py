"""Which capital words are no names? Words that open a sentence, halves of words, things, and what somebody owns."""

from __future__ import annotations

import re

from corpus.speech.capital_words import is_acronym, is_vietnamese
from corpus.speech.name_words import HALVES, HALVES_OF_OFFICES, OPENERS, SECOND_HALVES, THINGS
from corpus.speech.patterns import UPPER, either
from corpus.speech.titles import is_title
from corpus.speech.words import SAID

_FOLLOWERS = either(
    """
    đã, cũng, vừa, liền, thì, mới, còn, từng, lại, vẫn, đang, sẽ, chỉ, luôn, hay, thường, tiếp tục, và, với, là, ở,
    tại, trong, trên, khi, sau, trước, hôm, ngày, sáng, chiều, tối, được, bị, không, có, cho, của, để, từ, như,
    rằng, mà, này, ngồi, đứng, nhìn, cùng, phải, muốn, tỏ, bước, quay, gật, lắc, mỉm, tươi, thẳng, mạnh, nhẹ, hồn,
    nghẹn, xúc, vui, buồn, rất, khá, hết, tự, về
    """
)
_FOLLOWER = re.compile(rf"\s{{1,3}}{_FOLLOWERS}(?!\w)")
_NUMBER_BEHIND = re.compile(r" \d")
"""What stands behind the part of a law or a house's number (``Khoản 5``)."""
_BRAND = re.compile("[a-z][A-Z]")
_PARTICLES_JOINED = ("Mc", "Mac", "De", "Di", "La", "Le", "Van", "Fitz")
_NO_WORD = re.compile(r"\W")
_OWNER_AHEAD = re.compile(
    rf"[{UPPER}]\w*(?: \(.{{1,20}}\)|, \d{{1,3}} tuổi)?, "
    r"(?:trưởng (?:bản|thôn|ấp|buôn|làng|xóm|khóm)|chủ(?: \w+){1,3}) $"
)
"""Somebody named, and what they head or own, whose name stands behind it."""

_LONGEST_OWNER = 70

_GOES_ON_WITH = {
    "Hải": ("quan", "quân"),
    "Hàng": ("không",),
    "Giảm": ("nhẹ",),
    "Công": ("tố",),
    "Đại": ("biểu",),
}
"""What the second half of a word is that begins as a name may (``Cơ quan Hàng không``)."""

_OF_MINISTRY = ("trưởng ", "trưởng bộ ", "trưởng Bộ ")
_MINISTRIES = frozenset(("Luật", "Biển", "Nhà"))
"""What the names of ministries begin with that might be a name (``Bộ trưởng Luật Singapore``)."""


def is_common(text: str, found: re.Match[str]) -> bool:
    """Whether a capital word alone, without a form of address, opens a sentence or goes on in small letters.

    So is what a number follows.
    """
    word = found[0]
    if _NUMBER_BEHIND.match(text, found.end()):
        return True
    return (word in OPENERS and not is_title(word)) or is_half(text, found.end(), [word], is_addressed=False)


def is_half(text: str, end: int, words: list[str], *, is_addressed: bool) -> bool:
    """Whether the last capital word goes on in small letters, as no name does (``Chủ tịch``)."""
    if not text[end : end + 1].isspace() or not text[end + 1 : end + 2].islower() or SAID.match(text, end + 1):
        return False
    if not is_addressed and _first_word(text[end + 1 : end + 12]) in _GOES_ON_WITH.get(words[-1], ()):
        return True
    if words[-1] == "Phó" and not _FOLLOWER.match(text, end):
        return True
    if words[-1] in HALVES and _first_word(text[end + 1 : end + 12]) in SECOND_HALVES:
        return True
    return (
        len(words) == 1
        and not is_addressed
        and not _FOLLOWER.match(text, end)
        and not _is_foreign_among_ours(words[0], text[end + 1 : end + 12])
    )


def is_no_name(words: list[str], ahead: str, is_titled: bool, address: str | None) -> bool:
    """Whether capital words are a thing, the family (``họ Lý``), a title, or an office and its body (``Phó Tổng``)."""
    first = words[0]
    if ahead.endswith(_OF_MINISTRY) and (words == ["Công", "Thương"] or (first in _MINISTRIES and len(words) < 3)):
        return True
    if len(words) == 1:
        if _BRAND.search(first) and not first.startswith(_PARTICLES_JOINED) and not address:
            return True
        return (
            (first in OPENERS and not is_titled)
            or (first in THINGS and not address)
            or ahead.endswith((" họ ", " Họ "))
        )
    is_office = first in HALVES_OF_OFFICES and all(word in HALVES or is_acronym(word) for word in words[1:])
    return is_office or first == "The" or (first in THINGS and not address)


def is_house(text: str, start: int) -> bool:
    """Whether a capital word is what somebody named right before heads or owns."""
    low = max(start - _LONGEST_OWNER, 0)
    may_be = text.find(", chủ ", low, start) >= 0 or text.find(", trưởng ", low, start) >= 0
    return may_be and _OWNER_AHEAD.search(text, low, start) is not None


def _is_foreign_among_ours(word: str, behind: str) -> bool:
    """Whether a capital word is no Vietnamese one, but the next is, so that it is no first half of a foreign phrase."""
    return not is_vietnamese(word) and is_vietnamese(_first_word(behind))


def _first_word(text: str) -> str:
    return _NO_WORD.split(text, maxsplit=1)[0]
