"""What does an article tell of a person? A name's fullest form, its bearer's office, and whether it is a person's."""

from __future__ import annotations

import re
from itertools import takewhile

from corpus.speech.capital_runs import CAPITAL, PARTICLE
from corpus.speech.capital_words import (
    after_place,
    behind_address,
    behind_place,
    is_acronym,
    is_vietnamese,
    names_place,
)
from corpus.speech.initials import of_initials, with_point
from corpus.speech.name_words import BIRTH_ORDER, COMMON_FAMILY_NAMES, FAMILY_NAMES, NEXT_OPENERS, OPENERS, THINGS
from corpus.speech.offices import (
    LONGEST_LOOK_BACK,
    addressed,
    has_office,
    is_rank,
    office_before,
    office_of_cited,
)
from corpus.speech.patterns import LOWER, UPPER
from corpus.speech.titles import begins_with_title, is_title

_CAPITALS_AHEAD = re.compile(rf"(?:{CAPITAL} {PARTICLE}?){{1,5}}$")
_ALL_CAPITALS_AHEAD = re.compile(rf"(?:{CAPITAL} )+$")
_CAPITALS_BEHIND = re.compile(rf"(?: {PARTICLE}?{CAPITAL}){{1,3}}")
_NUMBERS = frozenset(("II", "III", "IV", "Jr", "Sr"))
"""Behind a name, of whom it is the second or third bearer."""

_YOUNGER = frozenset((" Jr", " Sr"))
_KOREAN_FAMILIES = frozenset(
    """
    Kim Lee Park Jang Choi Jung Jeong Kang Cho Jo Yoon Lim Han Shin Seo Kwon Hwang Ahn Song Hong Yoo Ko Moon Yang Bae
    Baek Heo Nam Noh Son Ha Ryu Jin Ji Min Cha Joo Oh Um Gong Pyo Byun Chun Sung Woo
    """.split()
)
_SMALL_WORDS = frozenset("van von der den de la del da di bint bin ibn al el le dos".split())
"""Words of foreign names that are written small."""

_PARTICLES = ("Al ", "El ", "De ", "Da ", "Di ", "Van ", "Von ", "Bin ", "Ben ", "Le ", "La ", "Mc ", "Mac ")
"""What begins many a foreign family name of two words."""

_MOST_PLACES = 50
"""Places of a name at which is looked."""

_BY_FAMILY = re.compile(
    "Trung Quốc|Đài Loan|Hong Kong|Hồng Kông|Singapore|Hàn Quốc|Triều Tiên|Bắc Kinh|Bình Nhưỡng|Seoul"
)
"""Countries in which people are called by the family name."""

_GIVEN_NAMES = re.compile(rf"(?: [{UPPER}][{LOWER}]+){{1,2}}(?![\w-])(?! [{UPPER}])")
"""What stands behind a family name."""

_SEX_BY_ADDRESS = {"ông": "m", "anh": "m", "bà": "f", "chị": "f", "cô": "f"}
_OF_WOMEN = ("hoa hậu", "á hậu", "hoa khôi", "người đẹp", "hoàng hậu", "công chúa", "công nương", "phu nhân")
_OF_MEN = ("hoàng tử", "thái tử", "quốc vương", "nhà vua", "vua")
_LONGEST_BEFORE_GIVEN = 30
_LONGEST_PLACE = 16
_GOES_ON = re.compile(rf"[{LOWER},]")


def longest_form(name: str, text: str) -> str:
    """The fullest name in a text that ``name`` is the end of, or for foreign names the beginning; else itself.

    ``Tròn`` is ``Nguyễn Văn Tròn`` where that stands in the text; the last such name counts.
    """
    if "." in name or len(name) == 1:
        return with_point(of_initials(name, text) or _longer_form(name, text), text)
    longer = _longer_form(name, text)
    if longer == name or len(longer.split()) != 2 or longer.split()[0] in FAMILY_NAMES:
        return longer
    whole = _longer_form(longer, text)  # ``Bảo Duy`` of ``Duy``, and then ``Trần Bảo Duy``
    return whole if whole.endswith(longer) and whole.split()[0] in FAMILY_NAMES else longer


def whole_name(given: str, text: str) -> str | None:
    """The only whole name in a text, of three words and more from the family's on, that ends with a given name."""
    places = (at.start() for at in re.finditer(rf"(?<= ){given}(?!\w)", text))
    ahead = (text[max(at - _LONGEST_BEFORE_GIVEN, 0) : at] for at in places)
    found: set[str] = set()
    for words in map(str.split, ahead):
        if words[-2:-1] and words[-3:-2] == ["Ông"] and words[-2] in FAMILY_NAMES:
            words = words[-2:]
        family = next((at for at in (-3, -2) if len(words) >= -at and words[at] in FAMILY_NAMES), None)
        if family is not None and all(word[0].isupper() and word.isalpha() for word in words[family:]):
            found.add(" ".join([*words[family:], given]))
    return found.pop() if len(found) == 1 else None


def _longer_form(name: str, text: str) -> str:
    if len(name.split()) > 2:
        return name
    longer = _ended_by(name, text)
    return longer if longer != name or " " in name or not is_vietnamese(name) else _begun_by(name, text)


def _begun_by(family: str, text: str) -> str:
    """The whole name of whom a text calls by the family name, as in some countries (``ông Cao`` of ``Cao Phong``).

    None where several are named so; two more words where it is no family name here, too (``Tập Cận Bình``).
    """
    if f"{family} " not in text or _BY_FAMILY.search(text) is None:
        return family
    fewest = 1 if family in FAMILY_NAMES else 2
    found: set[str] = set()
    at = -1
    while (at := text.find(f"{family} ", at + 1)) >= 0:
        given = _GIVEN_NAMES.match(text, at + len(family))
        if given is None or given[0].count(" ") < fewest or (at and text[at - 1].isalnum()):
            continue
        ahead = text[max(at - _LONGEST_PLACE, 0) : at]
        if not names_place(ahead, 2) and ahead.strip().rpartition(" ")[2] not in FAMILY_NAMES:
            found.add(family + given[0])
    return found.pop() if len(found) == 1 else family


def _ended_by(name: str, text: str) -> str:
    at = len(text)
    for _ in range(_MOST_PLACES):  # a name that stands everywhere is looked for near the end
        at = text.rfind(name, 0, at)
        if at < 0:
            break
        ends = at + len(name)
        if text[ends : ends + 1].isalnum() or text[max(at - 1, 0) : at].isalnum():
            continue
        ahead = _capitals_ahead(_CAPITALS_AHEAD, text[max(at - 60, 0) : at])
        behind = _capitals_behind(text[ends : ends + 40], name)
        number = behind if ahead is not None and behind.strip() in _NUMBERS else ""  # ``Joe Barker III``
        behind = behind.removesuffix(number)
        if ahead is not None and not behind:
            words = behind_address(ahead[0] + name).split(" ")
            words = _without_openers(
                words[1 + max((i for i, w in enumerate(words) if w in NEXT_OPENERS), default=-1) :]
            )
            if not words:
                continue
            if words[0] not in COMMON_FAMILY_NAMES and names_place(
                text[max(at - 90, 0) : at - len(ahead[0])], len(words)
            ):
                words = behind_place(words)
                if not words:
                    continue
            full = after_place(" ".join(words), words, False)
            is_last = " " not in name or name.startswith(_PARTICLES)
            if full is None and is_last:
                run = " ".join(words)
                is_held = has_office(text[max(at - 90, 0) : ends - len(run)])
                foreign = (after_place(run, words, True, is_held=is_held) or name).split(" ")
                context = text[max(at - 90, 0) : ends - len(" ".join(foreign))]
                is_foreign = name not in FAMILY_NAMES and not all(map(is_vietnamese, foreign))
                if is_foreign or addressed(context) or (name not in FAMILY_NAMES and has_office(context)):
                    full = _foreign(foreign)
            elif full is None and words[0] in _KOREAN_FAMILIES and words[1:] == name.split() and len(words) == 3:
                full = None if all(map(is_vietnamese, words)) else " ".join(words)
        elif (behind and not behind.startswith(" Jr")) and (
            not all(map(is_vietnamese, (name + behind).split()))
            or (name not in FAMILY_NAMES and (name + behind).isascii() and behind.count(" ") == 2)
            or (name in BIRTH_ORDER and addressed(text[max(at - 20, 0) : at]))
        ):
            full = name + behind
            ahead = None
        else:
            continue
        begins = ends - len(full) if full is not None and ahead is not None else at
        if full is not None and _in_marks(text, begins, ends):
            continue  # a nickname
        if full is not None and len(full) > len(name) and (full.endswith(name) or ahead is None):
            if number in _YOUNGER and any(
                text[found.end() :][:3] not in _YOUNGER for found in re.finditer(re.escape(full), text)
            ):
                continue  # the father has the name without it
            return full + number
    return name


def _in_marks(text: str, begin: int, end: int) -> bool:
    """Whether marks stand right round a part of a text."""
    return begin > 0 and text[begin - 1] in "“\"‘'" and text[end : end + 1] in tuple("”\"’'")


def has_title(name: str, text: str) -> bool:
    """Whether a text gives whoever bears this name a form of address or an office somewhere."""
    last = name.split()[-1]
    at = -1
    for _ in range(30):
        at = text.find(last, at + 1)
        if at < 0:
            return False
        ahead = text[max(at - 80, 0) : at]
        capitals = _capitals_ahead(_ALL_CAPITALS_AHEAD, ahead)
        # what stands between may be the rest of the name, or an office in capitals (``HLV``)
        if any(
            addressed(each) or has_office(each) for each in {ahead, ahead[: capitals.start()] if capitals else ahead}
        ):
            return True
    return False


def sex_by_address(name: str, text: str) -> str | None:
    """The sex that the form of address before a Vietnamese given name tells where a text first has one."""
    if not all(map(is_vietnamese, name.split())):
        return None  # a family name is others', too
    given = name.split()[-1]
    at = -1
    for _ in range(_MOST_PLACES):
        at = text.find(f" {given}", at + 1)
        if at < 0:
            return None
        word = text[max(at - 5, 0) : at].replace("\n", " ").rpartition(" ")[2].lower()
        if word in _SEX_BY_ADDRESS and not text[at + 1 + len(given) : at + 2 + len(given)].isalnum():
            return _SEX_BY_ADDRESS[word]
    return None


def sex_by_office(role: str) -> str | None:
    """The sex that an office tells by its first words (``nữ ca sĩ``, ``hoàng tử``)."""
    first = role.split(" ", 1)[0].lower()
    if first == "nữ" or role.lower().startswith(_OF_WOMEN):
        return "f"
    return "m" if first == "nam" or role.lower().startswith(_OF_MEN) else None


def is_place(name: str, text: str) -> bool:
    """Whether a text calls something of this name a place or a body (``huyện Kim Thành``)."""
    at = text.find(name)
    return any(
        names_place(text[max(at - 12, 0) : at]) for at in (at, text.find(name, at + 1), text.rfind(name)) if at >= 0
    )


def is_known(name: str, text: str) -> bool:
    """Whether a capital word stands in a text where no sentence begins, as names do."""
    at = -1
    for _ in range(_MOST_PLACES):
        at = text.find(f" {name}", at + 1)
        if at < 0:
            return False
        ends = at + 1 + len(name)
        if _GOES_ON.match(text, at - 1 if at else len(text)) and not (
            text[ends : ends + 1].isalnum() or text[ends : ends + 1] == "_"
        ):
            return True
    return False


def role_of(name: str, text: str) -> str | None:
    """The office that stands with a name where a text first gives one; an office before a rank."""
    rank = None
    at = -1
    for _ in range(12):
        at = text.find(name, at + 1)
        if at < 0:
            break
        begin = max(at - LONGEST_LOOK_BACK, 0)
        nearby = text[begin : at + len(name) + LONGEST_LOOK_BACK]
        first, role = office_before(nearby, at - begin)
        if role is None or is_rank(role):
            rank = rank or role
            role = office_of_cited(nearby, first, at - begin + len(name))
        if role is not None:
            return role
    return rank


def _capitals_ahead(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """The capital words that a text ends with, by a pattern of them that is tried only where one may stand."""
    last = text[text.rstrip(" -").rfind(" ") + 1 :]
    if not last or not (text.endswith(" ") or last[-1] == "-"):
        return None
    if last.islower() and last.rstrip(" -") not in _SMALL_WORDS:
        return None
    return pattern.search(text)


def _capitals_behind(text: str, name: str) -> str:
    """The capital words that a text begins with, behind ``name``; no Vietnamese word goes on with a foreign name.

    Where a caption or a headline lost its line, the next sentence's first word would.
    """
    may_begin = text[1:2].isupper() or text[1:].replace("-", " ").partition(" ")[0] in _SMALL_WORDS
    if not may_begin or (found := _CAPITALS_BEHIND.match(text)) is None:
        return ""
    words = list(takewhile(lambda word: word not in NEXT_OPENERS, found[0].split()))
    if not all(map(is_vietnamese, name.split())):
        words = list(takewhile(lambda word: word.isascii() or word in FAMILY_NAMES or not is_vietnamese(word), words))
    return "".join(f" {word}" for word in words)


def _foreign(words: list[str]) -> str | None:
    return " ".join(words) if 2 <= len(words) <= 4 and not is_acronym(words[0]) else None


def _begins_name(words: list[str]) -> bool:
    """Whether a word that may open a sentence is a family name: two given names follow, and no other family name."""
    first, second = words[0], words[1]
    is_family = first in FAMILY_NAMES and second not in FAMILY_NAMES and not is_title(first)
    return is_family and len(words) == 3 and all(map(is_vietnamese, words))


def _without_openers(words: list[str]) -> list[str]:
    at = 0
    while (
        at < len(words) - 1
        and not _begins_name(words[at:])
        and (words[at] in OPENERS or words[at] in THINGS or is_title(words[at]))
    ):
        at += 1
    return words[at + 2 :] if begins_with_title(words[at:]) else words[at:]
