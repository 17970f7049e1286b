"""Whom does a sentence go on to describe before its verb? ``Chị Hoa (30 tuổi), chủ quán ở Lộc An, Kim Long kể``.

Between the subject and its verb the press likes to tell an age, an office, a house and where somebody lives, each
behind a sign. Nothing of it is a clause, and no name in it is the subject's.
"""

from __future__ import annotations

import re

from corpus.speech.capital_words import is_vietnamese
from corpus.speech.names import Mention, is_full_name
from corpus.speech.offices import begins_with_office
from corpus.speech.patterns import UPPER
from corpus.speech.sources import KIN_WORDS, is_auxiliary
from corpus.speech.words import ADDRESS, PLAINLY_SAID

_SIGN = re.compile(r"\s*(?:,\s*|[-–—]\s+|(?<=\s)[-–—]\s*|\((?P<inside>[^()]{1,80})\))")
_WHERE = re.compile(r"\s(?:ở|tại|ngụ|trú|thuộc|đến từ|của)\s[^,;:()–—-]{2,60}?(?=\s*(?:,|\s[-–—]\s|\())")
_SOMEBODY = re.compile(r"(?:là |hiện là |nguyên là )?(?:một|người)\s")
_IS_SOMEBODY = re.compile(r",\s(?:một|người)\s")
_ADDRESSED = re.compile(rf"{ADDRESS}(?: |$)")
_KIN = re.compile(rf"{KIN_WORDS}(?: của)?(?: {ADDRESS})? [{UPPER}][^\s,]*(?: [{UPPER}][^\s,]*){{0,4}}$")
"""Whose kin somebody is (``mẹ Bella``)."""
_NO_NOUN = re.compile(
    r"[:;•]|(?<!\w)(?:đã|sẽ|đang|vừa|được|bị|không|khi|rằng|nhưng|thì|mà|để|vì|nếu|do|sau|trước|trong|theo|cho|với|hôm|ngày"
    r"|sáng|chiều|tối|tôi|họ)(?!\w)",
    re.IGNORECASE,
)
_LONGEST = 300


def described(head: str, named: list[Mention], beginning: list[Mention]) -> Mention | None:
    """The first of those with whom a clause begins behind whom nothing stands in a text but what describes them."""
    for each in beginning:
        if (
            not (_is_told(each) or _IS_SOMEBODY.match(head, each.end))
            or len(head) - each.end > _LONGEST
            or not _only_describes(head[each.end :])
        ):
            continue
        is_house = each.begin < each.start and not each.is_addressed and " " not in each.name
        if is_house and any(" " in other.name and _is_right_before(head, other) for other in named):
            continue  # ``Kỹ sư trưởng Loria, Alan Barker nói``
        if each.begin < each.start or not any(other.start > each.end and _is_ours(other) for other in named):
            return each
    return None


def _is_told(person: Mention) -> bool:
    """Whether a form of address, an office or the name itself tells that somebody is a person."""
    is_whole = is_full_name(person.name) and person.name.count(" ") > 1
    return person.is_addressed or person.role is not None or is_whole


def _is_right_before(head: str, person: Mention) -> bool:
    """Whether no more than an auxiliary stands between a person and the end of a text."""
    rest = head[person.end :].strip()
    return not rest or is_auxiliary(rest)


def _is_ours(person: Mention) -> bool:
    """Whether somebody with an office has a Vietnamese name, as no house has (``đạo diễn Hồng Ánh``)."""
    words = person.name.split()
    return person.role is not None and len(words) > 1 and all(map(is_vietnamese, words))


def _only_describes(rest: str) -> bool:
    """Whether a text begins with a sign, and each of its parts between signs is a noun."""
    where = _WHERE.match(rest)
    at = where.end() if where else 0
    first = _SIGN.match(rest, at)
    if first is None:
        return False
    parts = []
    while first is not None:
        following = _SIGN.search(rest, first.end())
        parts.append(rest[first.end() : following.start() if following else len(rest)])
        first = following
    return any(part.strip() for part in parts) and all(map(_is_noun, parts))


def _is_noun(part: str) -> bool:
    """Whether a part of a sentence is an office, a house, a place or an age."""
    part = part.strip(" ,–—-")
    if not part:
        return True
    if PLAINLY_SAID.search(part):
        return False
    if _KIN.match(part):
        return True
    if _ADDRESSED.match(part):
        return False
    return bool(begins_with_office(part) or _SOMEBODY.match(part)) or not _NO_NOUN.search(part)
