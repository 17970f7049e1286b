"""Who is named here? Personal names in running text, with what is written beside them.

A Vietnamese name shows itself by a form of address (``ông Tròn``), an office (``ca sĩ Mỹ Tâm``) or a family name out of
a short list, so that in ``Chủ tịch UBND xã Phước An Nguyễn Văn Tròn`` the office ends at ``Nguyễn``. Any other run of
capital words is a name only where the sentence's build says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from corpus.speech.capital_runs import BETWEEN_WORDS, runs
from corpus.speech.capital_words import (
    after_place,
    behind_address,
    behind_place,
    is_school,
    is_vietnamese,
    names_place,
)
from corpus.speech.common_words import is_common, is_half, is_house, is_no_name
from corpus.speech.name_words import (
    ABBREVIATED,
    COMMON_FAMILY_NAMES,
    DEGREES,
    FAMILY_NAMES,
    HOUSES,
    LAST_OPENERS,
    NEXT_OPENERS,
    OPENERS,
    SITES,
)
from corpus.speech.offices import (
    addressed,
    has_office,
    is_described,
    is_rank,
    office_before,
    office_of_cited,
)
from corpus.speech.patterns import either, last_word
from corpus.speech.titles import begins_with_title, is_address, is_title
from corpus.speech.words import BODIES, FEMALE, MALE

_MALE = re.compile(rf"{either(MALE, capital=True)}$")
_FEMALE = re.compile(rf"{either(FEMALE, capital=True)}$")
_KIN = ("Vợ", "Chồng")
_AGE_BEHIND = re.compile(r"(?:,| \() ?\d{1,3} tuổi(?!\w)")

_Office = dict[int, tuple[int, str | None]]
"""What was found before a name, by the offset at which that begins."""


class Mention(NamedTuple):
    """A person named in a text: where the name stands (``start`` to ``end``), where all that belongs to it begins.

    ``sex`` is ``"m"`` or ``"f"`` where the form of address or the name tells it. ``is_marked`` tells that a form of
    address or an office stands with the name; ``address`` is the form of address in small letters.
    """

    name: str
    role: str | None
    sex: str | None
    begin: int
    start: int
    end: int
    is_marked: bool
    address: str | None

    @property
    def is_addressed(self) -> bool:
        """Whether a form of address stands with the name."""
        return self.address is not None


def mentions(text: str, *, any_capitals: bool = False) -> Iterator[Mention]:
    """The people named in a text, in order; with ``any_capitals`` every run of capital words counts as a name."""
    for run in runs(text):
        if (named := mention(text, run, any_capitals=any_capitals)) is not None:
            yield named


def mention(text: str, run: re.Match[str], *, any_capitals: bool = False) -> Mention | None:
    """The person whom a run of capital words names, if one."""
    known: _Office = {}
    named = _name(text, run, any_capitals, known)
    if named is None:
        return None
    start, end, sex, is_marked, address = named
    begin, role = known.get(start) or office_before(text, start)
    name = text[start:end]
    if begin and role is not None and address is None and (polite := addressed(text[max(begin - 26, 0) : begin])):
        begin -= len(polite[0])  # ``thầy hiệu trưởng X``
        sex = sex or _sex_of(polite["address"])
    if role is None or is_rank(role):
        role = office_of_cited(text, begin, end) or role
    return Mention(name, role, sex or sex_by_name(name), begin, start, end, is_marked, address)


def is_full_name(name: str) -> bool:
    """Whether a name is a whole Vietnamese one, family name first."""
    words = name.split()
    return len(words) > 1 and words[0] in FAMILY_NAMES


def _name(
    text: str, found: re.Match[str], any_capitals: bool, known: _Office
) -> tuple[int, int, str | None, bool, str | None] | None:
    """Offsets of the personal name in a run of capital words, its sex, whether it is marked, its form of address."""
    words = BETWEEN_WORDS.split(found[0]) if ". " in found[0] else found[0].split(" ")
    address = None
    titled = False
    dropped = 0
    if len(words) > 1 and (rest := behind_address(found[0])) != found[0]:
        words, titled, address = rest.split(" "), True, words[-rest.count(" ") - 2]
        dropped = len(found[0]) - len(rest)
    ahead = text[max(found.start() - 26, 0) : found.start()]
    direct = addressed(ahead)
    is_alone = len(words) == 1 and direct is not None
    if len(words) == 1 and direct is None and is_common(text, found):
        return None  # most capital words: looked at no further
    if begins_with_title(words):
        titled = True
        dropped += len(" ".join(words[:2])) + 1
        words = words[2:]
    while words and not is_alone and ((words[0] in OPENERS and not titled) or is_title(words[0]) or "." in words[0]):
        if not dropped and len(words) > 1 and names_place(ahead, len(words)):  # ``quận Hai Bà Trưng``
            break
        head = words[0].lower().rstrip(".")
        if len(words) > 1 and words[0] in ("Ông", "Lê") and words[1] in ("Thị", "Văn"):
            break
        if is_title(words[0]):
            titled = True
            address = head if is_address(head) else address
        elif words[0] not in OPENERS or words[:2] == ["Ai", "Cập"]:
            title, _, rest = words[0].rpartition(".")
            if title.lower() not in ABBREVIATED or not rest:
                break
            titled = True
            words[0] = rest
            dropped += len(title) + 1
            continue
        elif len(words) > 1 and words[0] in FAMILY_NAMES and words[1] not in FAMILY_NAMES:
            break
        dropped += len(words[0]) + 1
        words = words[1:]
    while len(words) > 1 and words[-1] in NEXT_OPENERS:  # ``Ảnh: Loria Theo ông X``
        words = words[:-1]
    if len(words) > 3 and words[-1] in LAST_OPENERS:
        words = words[:-1]
    at = next((at for at in range(len(words) - 1, 0, -1) if words[at] in NEXT_OPENERS), -1)
    if at > 0:  # ``Ảnh: Loria Theo Barker``
        dropped += len(" ".join(words[: at + 1])) + 1
        words, titled, address = words[at + 1 :], False, None
    if not words or (len(words) > 1 and words[0] in _KIN):
        return None
    start = found.start() + dropped
    if words[0] in SITES and len(words) > 1 and not dropped:  # ``Facebook Hoa Mai viết``
        start += len(words[0]) + 1
        known[start] = found.start(), None
        words, titled = words[1:], True
    elif dropped:
        ahead = text[max(start - 26, 0) : start]
    elif direct:
        address, titled = direct["address"], True
    elif "THPT" in words[1:] or "THCS" in words[1:]:
        return None  # ``nữ sinh Trường THPT Phan Đình Mến``
    elif len(words) < 3 and is_house(text, start):
        return None  # ``ông X, trưởng bản Nậm Cắn``
    elif has_office(ahead) or (len(words) == 1 and _AGE_BEHIND.match(text, found.end())):
        titled = True
    elif words[0] in ("THPT", "THCS"):
        return None
    elif names_place(ahead, len(words)):
        is_holder = not is_school(ahead) and (
            (words[0] in COMMON_FAMILY_NAMES or (words[0] in FAMILY_NAMES and words[1:2] == ["Thị"]))
            and 3 <= len(words) <= 4
            and office_before(text, start)[1] is not None
        )
        is_state = last_word(ahead) in ("bang", "châu") and office_before(text, start)[1] is not None
        is_people = last_word(ahead) == "người"
        behind = words if is_holder else behind_place(words, is_state=is_state, is_people=is_people)
        if not behind:
            return None
        start += len(" ".join(words)) - len(" ".join(behind))
        words, titled = behind, True
    else:
        titled = any_capitals or len(words) > 1
        if not is_full_name(" ".join(words)):
            _, role = known[start] = office_before(text, start)
            titled = role is not None and len(role.split()) <= 10
            if not titled and len(words) > 1 and not any(map(is_vietnamese, words)):
                titled = is_described(text, found.end())
    if len(words) > 2 and words[0] in HOUSES:
        further = start + len(words[0]) + 1
        if titled or office_before(text, further)[1] is not None:  # ``CEO Facebook Alan Barker``
            start, words, titled = further, words[1:], True
    run = " ".join(words)
    goes_on = is_half(text, found.end(), words, is_addressed=address is not None)
    if goes_on or is_no_name(words, ahead, titled, address):
        return None
    is_addressed_alone = len(words) == 1 and (
        address is not None or _has_degree(text, start)
    )  # ``ông Anh``: no country
    is_held = not dropped and has_office(ahead)
    name = run if is_addressed_alone else after_place(run, words, titled or any_capitals, is_held=is_held)
    is_titled = address is not None or (titled and dropped > 0)  # ``GS Báo``
    is_body = (
        name is not None and not is_titled and BODIES.match(name) and not (is_full_name(name) and name.count(" ") > 1)
    )
    if name is None or is_body or (len(name) < 2 and address is None):
        return None
    if name == words[-1] and len(words) > 1 and is_half(text, found.end(), [name], is_addressed=address is not None):
        return None  # ``CĐT Tập đoàn X``
    start += len(run) - len(name)
    sex = _sex_of(address) if address else None
    return start, start + len(name), sex, titled, address.lower() if address else None


def _has_degree(text: str, start: int) -> bool:
    """Whether a degree in short stands before a word (``LS Đức``), as it does before no country."""
    return last_word(text[max(start - 8, 0) : start]) in DEGREES


def _sex_of(address: str) -> str | None:
    return "m" if _MALE.match(address) else "f" if _FEMALE.match(address) else None


def sex_by_name(name: str) -> str | None:
    """The sex that a middle name tells: ``Thị`` of women, ``Văn`` of men."""
    words = name.split()
    return "f" if "Thị" in words[1:-1] else "m" if "Văn" in words[1:-1] else None
