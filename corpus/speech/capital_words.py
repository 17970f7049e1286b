"""Where in a run of capital words does the name begin? Places and bodies before it, and what is built as a Vietnamese
word."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from corpus.speech.name_words import CHRISTIAN_NAMES, COMMON_FAMILY_NAMES, FAMILY_NAMES
from corpus.speech.patterns import LOWER, UPPER, VIETNAMESE, either, last_word, listed
from corpus.speech.words import PLACES

_PLACE = re.compile(rf"{PLACES}(?= |$)")
IS_PLACE = re.compile(PLACES)
"""A place, where the whole of a text is matched."""

_ACRONYM = re.compile(rf"(?:[{UPPER}\d.\-]{{2,}}|T[Pp]\.?[{UPPER}]*|T\.Ư)$")
_TOWNS = frozenset(("TP", "TP.", "Tp", "Tp."))
_INITIALS = re.compile(rf"(?:[{UPPER}]\. ?)+(?:[{UPPER}][{LOWER}]{{0,2}})?")
_PLACE_WORDS = """
    đường, phố, ấp, xã, phường, quận, huyện, tỉnh, bang, hạt, châu, thành phố, thị xã, thị trấn, tp, thôn, bản, buôn,
    làng, xóm, núi, sông, suối, cầu, chợ, tiểu học, trung học, cao đẳng, học viện, thpt, thcs, đại học, bệnh viện,
    công ty, tập đoàn, giải, cúp, chùa, đền, đình, xe, hãng bay, hãng hàng không, bến, cảng, công viên, khu, đảo, hồ,
    biển, vịnh, sân, sân bay, nhà hát, báo, tờ, đài, hãng, clb, đội, tuyển, phim, nước, tiếng, người, dân tộc, ga, kênh,
    rạch, đèo, ngã ba, ngã tư, hẻm, nhà thờ, giáo xứ, khách sạn, nhà hàng, quán, tiệm, ngân hàng, quỹ, đảng,
    thương hiệu, hiệu, tàu, xứ, vùng
"""
_PLACE_AHEAD = re.compile(
    rf"(?<!trưởng )(?<!phó )(?<!già )(?<!tình )(?<!cảnh )(?<!\w)"
    rf"(?:{either(_PLACE_WORDS)}|(?<!môi )(?<!thị )(?<!chiến )(?<!hiện )trường)\s+$",
    re.IGNORECASE,
)
_LONGEST_SEA = 9
_SEA = re.compile(r"\w biển\s+$")
"""Behind a noun, and before more than one word, no sea but a kind (``sinh vật biển``)."""

_HALVES_OF_STATES = frozenset("New North South West East Rhode".split())
_REGIONS = frozenset(("xứ", "vùng"))
"""Before one word these name a place (``xứ Nghệ``), before more they may end an office (``cha xứ``)."""

_ORIGINS = frozenset(("miền", "gốc", "quê", "phía"))
"""Before one word these tell where somebody comes from, or a side (``cựu người mẫu gốc Bắc``, ``phía Nam``)."""

_CALLED_AFTER_PEOPLE = frozenset("thpt thcs học đường phố trường".split())
_PLACES_LAST = frozenset(last_word(word) for word in [*listed(_PLACE_WORDS), "trường"])
_VIETNAMESE = re.compile(f"[{VIETNAMESE}]+")
_SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnpqrstvx])?[aeiouyăâêôơư]{1,3}(?:ch|ng|nh|[cmnpt])?$"
)


@lru_cache(maxsize=4096)
def is_vietnamese(word: str) -> bool:
    """Whether a word is built as Vietnamese syllables are."""
    if not _VIETNAMESE.fullmatch(word.lower()):
        return False
    letters = unicodedata.normalize("NFD", word.lower())
    return bool(_SYLLABLE.match("".join(mark for mark in letters if not unicodedata.combining(mark))))


def is_acronym(word: str) -> bool:
    """Whether a word is in capitals, figures and signs alone."""
    return bool(_ACRONYM.match(word))


def names_place(ahead: str, count: int = 1) -> bool:
    """Whether the text before a name of some words ends with a word for a place, a body or a thing (``huyện``)."""
    if count > 1 and (last_word(ahead) in _REGIONS or _SEA.search(ahead[-_LONGEST_SEA:])):
        return False
    if count == 1 and last_word(ahead) in _ORIGINS:
        return True
    return last_word(ahead) in _PLACES_LAST and bool(_PLACE_AHEAD.search(ahead))


def is_school(ahead: str) -> bool:
    """Whether the text before a name ends with a word for a school or a street, which are called after people."""
    return last_word(ahead) in _CALLED_AFTER_PEOPLE


def after_place(run: str, words: list[str], is_marked: bool, *, is_held: bool = False) -> str | None:
    """The name in a run of capital words whose first ones may be a place or an abbreviated body.

    With ``is_held`` an office stands right before it, which may be that of whom a place is called after.
    """
    rest = run
    if is_held and run.count(" ") > 1 and not run.isascii() and not _PLACE.match(run):
        rest = " ".join(_behind_country(run.split(" ")))
    while " " in rest and not _INITIALS.fullmatch(rest):
        place = _PLACE.match(rest)
        if place and place.end() == len(rest):
            break
        first = rest.split(" ", 1)[0]
        behind = rest[place.end() + 1 :].split(" ") if place else []
        is_whole = place and " " not in place[0] and len(behind) == 1  # ``nghệ sĩ Đức Lưu``
        is_family = behind and behind[0] in FAMILY_NAMES and not is_whole
        is_plain = place and (" " in place[0] or (len(behind) > 1 and not is_vietnamese(place[0])))
        if place and behind and (is_family or is_plain or not all(map(is_vietnamese, behind))):
            rest = " ".join(behind)
        elif first in _TOWNS and rest.split(" ")[1] not in COMMON_FAMILY_NAMES:  # ``UBND TP Lộc An``
            rest = " ".join(behind_place(rest.split(" ")[1:]))
            if not rest:
                return None
        elif _ACRONYM.match(first) and len(first) > 1:
            rest = rest.split(" ", 1)[1]
        else:
            break
    words = rest.split(" ")
    if IS_PLACE.fullmatch(rest):
        is_called_after = is_held and len(words) == 3 and words[0] in COMMON_FAMILY_NAMES
        return rest if is_called_after else None
    if words[0] in CHRISTIAN_NAMES and len(words) > 1:
        return rest
    if name := personal(words):
        return None if IS_PLACE.fullmatch(name) else name
    if (
        is_marked
        and len(words) <= 5
        and (not _ACRONYM.match(rest) or _INITIALS.fullmatch(rest))
        and not _PLACE.fullmatch(rest)
    ):
        return rest
    return None


def behind_address(run: str) -> str:
    """A run of capital words from behind a form of address inside it (``Ảnh: PK Ông Tròn nói``).

    No name of several words has one but as the family name of ``Ông Thị Phấn``; ``Bà`` is half of some places' names.
    """
    if " Ông " not in run and " Bà " not in run:
        return run
    words = run.split(" ")
    for at in range(len(words) - 2, 0, -1):
        is_family = words[at + 1] in ("Thị", "Văn")
        if (words[at] == "Ông" and not is_family) or (words[at] == "Bà" and words[at + 1] in FAMILY_NAMES):
            return " ".join(words[at + 1 :])
    return run


def _behind_country(words: list[str]) -> list[str]:
    """A foreign name behind words with Vietnamese marks, which name a country or a house (``Nhật Ken Barker``)."""
    at = next((at for at, word in enumerate(words) if word.isascii()), 0)
    behind = words[at:]
    if not all(map(is_vietnamese, words[:at])):
        return words
    is_foreign = len(behind) > 1 and all(map(str.isascii, behind)) and not is_vietnamese(behind[-1])
    return behind if at and is_foreign and not COMMON_FAMILY_NAMES.intersection(words[:at]) else words


def behind_place(words: list[str], *, is_state: bool = False, is_people: bool = False) -> list[str]:
    """The personal name behind a place's (``xã Phước An Nguyễn Văn Tròn``); none where the run is the place alone.

    With ``is_state`` the first of some foreign words is the place (``Thống đốc bang Loria Alan Barker``), with
    ``is_people`` a people of one syllable (``đạo diễn người Nhật Ken Barker``).
    """
    run = " ".join(words)
    if place := _PLACE.match(run):
        behind = run[place.end() :].split()
        if behind and (behind[0] in FAMILY_NAMES or not is_vietnamese(behind[0])):
            return behind
        is_longer = len(behind) in (4, 5) and behind[1] in COMMON_FAMILY_NAMES  # ``Bình Thạnh Phú Ngô Văn Tròn``
        return behind[1:] if is_longer else []
    for at in range(1, len(words) - 1):
        is_short = len(words) - at == 2 and words[at] not in COMMON_FAMILY_NAMES  # ``xã An Ninh Đông``
        if words[at] in FAMILY_NAMES and len(words) - at <= 4 and not is_short and not _ends_place(words[at:], at):
            return words[at:]
    if is_people and len(words) > 1 and is_vietnamese(words[0]) and not is_vietnamese(words[-1]):
        return words[1:]
    if is_state and words[0] in _HALVES_OF_STATES:
        words = words[1:]
    is_foreign = len(words) in (3, 4) and not is_vietnamese(words[1])
    return words[1:] if is_state and is_foreign and (words[0] == "Âu" or not is_vietnamese(words[0])) else []


def personal(words: list[str]) -> str | None:
    """The Vietnamese name that ends a run of capital words: from the first family name that leaves two to five words.

    A short run in which only a rare family name stands behind another word is a name of its own (``Mây Giang Idol``).
    """
    if 1 < len(words) <= 3 and words[0] not in FAMILY_NAMES and not COMMON_FAMILY_NAMES.intersection(words):
        return None
    if len(words) == 5 and words[0] == "Nguyễn" and words[1] in FAMILY_NAMES:  # and no place
        return " ".join(words)
    for fewest, most in ((2, 4), (5, 5)):
        for at in range(len(words)):
            if fewest <= len(words) - at <= most and words[at] in FAMILY_NAMES and not _ends_place(words[at:]):
                return " ".join(words[at:])
    return None


def _ends_place(words: list[str], at: int = 0) -> bool:
    """Whether a family name is the end of a place's before a whole name (``Tịnh Lộc Hồ Thị Liễu``).

    Behind a word for a place, whose name has two syllables, the second one (``at``) gives way to a common family name.
    """
    if words[0] in COMMON_FAMILY_NAMES or words[1] not in FAMILY_NAMES:
        return False
    return words[2:3] in (["Thị"], ["Văn"]) or (at == 1 and words[1] in COMMON_FAMILY_NAMES and len(words) == 4)
