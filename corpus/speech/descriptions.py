"""Whom may a description be of (``Thủ tướng Pháp``, ``vị này``)? What it tells of places and of many."""

from __future__ import annotations

import re

from corpus.speech.patterns import UPPER, either

_MANY = either(
    """
    cư dân, khán giả, độc giả, bạn đọc, hành khách, du khách, tiểu thương, phóng viên, cổ động viên,
    cán bộ, lãnh đạo, đại diện, nhân viên, bảo vệ, công nhân, phụ huynh, chủ, người dân, giáo viên, tài xế, khách,
    phát ngôn viên, người phát ngôn
    """
)
OF_MANY = re.compile(rf"{_MANY}(?!\w)", re.IGNORECASE)
"""Offices that many hold, so that the words alone point to nobody."""

BELONGS_TO = re.compile(r"\w của (?:ông|bà|anh|chị|cô|em|cụ|chàng|nàng|nam|nữ|ca sĩ|diễn viên)(?!\w)", re.IGNORECASE)
"""Somebody who is told by another (``quản lý của nam ca sĩ``), and is not that one."""

ANYBODY_TOLD = re.compile(r"(?:vị|người|đại diện)(?: đại diện)? này(?!\w)", re.IGNORECASE)
"""Whoever was spoken of last, also where that was somebody without a name."""

SPEAKS_FOR = re.compile("đại diện|phát ngôn", re.IGNORECASE)
"""What stands in every sentence in which somebody speaks for a body."""

_ALSO_CALLED = {
    "chiến lược gia": ("hlv", "huấn luyện viên"),
    "nhà cầm quân": ("hlv", "huấn luyện viên"),
    "hlv": ("huấn luyện viên",),
    "huấn luyện viên": ("hlv",),
    "ntk": ("nhà thiết kế",),
    "nhà thiết kế": ("ntk",),
    "người phát ngôn": ("phát ngôn viên", "thư ký báo chí"),
    "phát ngôn viên": ("người phát ngôn",),
    "người đứng đầu Bộ Ngoại giao": ("Bộ trưởng Ngoại giao", "Ngoại trưởng"),
    "người đứng đầu Bộ": ("Bộ trưởng", "Bộ trưởng Bộ"),
    "người đứng đầu Sở": ("Giám đốc Sở",),
    "người đứng đầu Chính phủ": ("Thủ tướng",),
    "nhà lãnh đạo": ("Chủ tịch", "Chủ tịch nước", "Tổng thống", "Thủ tướng"),
    "lãnh đạo": ("Chủ tịch", "Chủ tịch nước", "Tổng thống", "Thủ tướng"),
}
"""Words for the same office; a leader of a country may hold one of several."""

_HOUSES = {"Nhà Trắng": "Tổng thống Mỹ", "Điện Kremlin": "Tổng thống Nga", "Điện Elysee": "Tổng thống Pháp"}
_OF_HOUSES = re.compile(rf"(?:chủ|chủ nhân|người đứng đầu) (?P<house>{'|'.join(_HOUSES)})(?!\w)", re.IGNORECASE)
"""Whoever lives in a leader's house."""


_LONGEST_DESCRIPTION = 6
_CAPITAL_WORD = re.compile(rf"(?<=\s)[{UPPER}]\w*")
_COMMITTEE = re.compile("(?:Thành|Tỉnh|Quận|Huyện|Đảng) (?:ủy|uỷ|đoàn)", re.IGNORECASE)
_COUNTRIES = either(
    """
    Mỹ, Nga, Trung Quốc, Pháp, Đức, Anh, Nhật, Nhật Bản, Hàn Quốc, Triều Tiên, Ấn Độ, Iran, Iraq, Syria, Thổ Nhĩ Kỳ,
    Venezuela, Cuba, Lào, Campuchia, Thái Lan, Philippines, Malaysia, Singapore, Indonesia, Myanmar, Ukraine, Israel,
    Canada, Australia, Úc, Italy, Brazil, Ai Cập, Qatar, Belarus, Ba Lan
    """
)
_COUNTRY = re.compile(rf"\s{_COUNTRIES}(?!\w)")
_FROM = re.compile(rf"(?<!\w)người(?: [{UPPER}]\w*)+|(?<=nhà cầm quân )[{UPPER}]\w*(?: [{UPPER}]\w*)*")
"""Where somebody comes from (``tiền đạo người Pháp``), which does not tell of another place."""


def names_a_place(words: str) -> bool:
    """Whether a description tells of where its bearer belongs, and so may be of somebody else."""
    described = _FROM.sub("", words).split()[:_LONGEST_DESCRIPTION]
    words = " ".join(described[1:] if described[1:2] == ["này"] else described)  # ``ĐB này``
    return words[1:] != words[1:].lower()


def said_otherwise(words: str) -> list[str]:
    """A description with other words for the office that it begins with (``chiến lược gia người Pháp``, ``hlv …``)."""
    if of_house := _OF_HOUSES.match(words):
        return [holder for house, holder in _HOUSES.items() if house.lower() == of_house["house"].lower()]
    for office, others in _ALSO_CALLED.items():
        behind = words[len(office) :]
        if words[:1].lower() + words[1 : len(office)] == office and not behind[:1].isalnum():
            if others[0] == "Chủ tịch" and not _COUNTRY.match(behind):
                return []
            return [other + behind for other in others]
    return []


def belong_apart(words: str, role: str, name: str | None) -> bool:
    """Whether a description and somebody's office tell of different places or bodies (``tổng thống Mỹ``, ``… Nga``).

    A committee (``Thành ủy``) may be anywhere, an abbreviation short for anything, and their own name tells of none.
    """
    told = set(_CAPITAL_WORD.findall(_COMMITTEE.sub("", _FROM.sub("", words))))
    known = set(_CAPITAL_WORD.findall(_COMMITTEE.sub("", role)))
    others = told.difference((name or "").split())
    return bool(others and known) and not told & known and not any(map(str.isupper, others))
