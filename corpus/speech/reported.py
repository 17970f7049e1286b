"""Whom does a sentence let speak, and whom is it about? Reported speech, as it goes on in quotation marks behind it."""

from __future__ import annotations

import re
from itertools import islice

from corpus.speech.bodies import Body
from corpus.speech.capital_words import is_vietnamese, names_place
from corpus.speech.cited import CITED
from corpus.speech.name_words import OPENERS
from corpus.speech.names import Mention, is_full_name, mentions
from corpus.speech.offices import office_behind
from corpus.speech.patterns import UPPER, either, listed
from corpus.speech.sources import KIN_WORDS, Pronoun, first_named, is_auxiliary, unnamed
from corpus.speech.subjects import (
    FEW_WORDS,
    INTRODUCED,
    OBJECT_AHEAD,
    described_before,
    holder_behind,
    joins,
    subject_before,
    without_adverbs,
)
from corpus.speech.words import ADDRESS, OFFICES, PLAINLY_SAID, SAID

_ACCORDING = re.compile(
    r"(?:(?:^|[,;]\s)\s*(?:(?:cũng|còn|nhưng|song|và|như) )?(?:theo|lời)|(?<!được )dẫn lời)"
    r"(?P<said> (?:lời|lời kể|đánh giá|nhận định|tiết lộ|chia sẻ|ý kiến|quan điểm|giải thích|phân tích)(?: của)?)?\s+",
    re.IGNORECASE,
)
_TOLD = rf"[^,;:]{{0,60}}(?:,|\s[-–]|\slà)\s(?-i:{ADDRESS}\s[{UPPER}])"
"""Who speaks for a body, named right behind it (``Đại diện Loria, ông Bảy, …``)."""

_NO_PEOPLE = either(
    """
    mươi, chục, trăm, nghìn, ngàn, triệu, năm, tháng, tuần, ngày, đêm, hôm, giờ, phút, lúc, lát, hồi, buổi, sáng, chiều,
    tối, lần, nửa, phần, bên, mình
    """
)
"""What is counted behind a number that begins a sentence, and is no people (``Hai mươi năm trước``)."""

_PEOPLE = either("người, nữ, nam, phụ nữ, bà, ông, anh, chị, cô, cụ, chú, em, bé, cháu, thanh niên, cổ động viên")
_LEAD_IN = rf"\w(?-i:[^,;:{UPPER}])"
_ABOUT_NOBODY = re.compile(
    rf"^\s*(?:theo )?(?:(?:một|nhiều|hai|ba)(?! {_NO_PEOPLE}(?!\w))|có (?:người|ý kiến|bạn)|người dân"
    rf"|(?:đại diện|lãnh đạo)(?!{_TOLD}))\s"
    r"|,\s(?:một|đại diện|lãnh đạo)\s[^,]*?(?:cho biết|cho hay|nói|khẳng định|chia sẻ)"
    rf"|^\s*(?:{_LEAD_IN}{{1,40}},\s*)?{KIN_WORDS}(?: của)? (?:ông|bà|anh|chị|cô|em|cháu|bé) (?-i:[{UPPER}])(?!{_TOLD})"
    rf"|^\s*{_LEAD_IN}{{1,60}}(?:,|\s(?:có|(?P<is>là)|được|gặp|hỏi|thấy)) một {_PEOPLE}\s",
    re.IGNORECASE,
)
"""Somebody without a name: ``một nữ sinh viên``, ``vợ anh X``, ``ngoài ngõ có một cụ``; no lead-in names anybody."""

_TOLD_BY_NAME = re.compile(rf"(?<!\w)tên (?:là )?[{UPPER}]")
_AS_FOR = re.compile(r"\s*(?:còn )?(?:với|đối với)\s+", re.IGNORECASE)
_AND_THEY = re.compile(r",\s(?:ông|bà|anh|chị|cô|cụ|em|cậu|nàng|chàng)(?!\w)")
"""What tells of whom the sentence is, where a pronoun goes on with it (``Với Barker, anh …``)."""

_DESCRIBES = re.compile(
    rf"\s*(?:người|chủ|tác giả|một trong|đứng đầu|phụ trách|đi cùng|cùng đi|{OFFICES}(?!\w))"
    r"(?:(?!tên thật)[^,.;:]){0,60}(?<!\w)(?:là|có|gồm)\s+",
    re.IGNORECASE,
)
"""What tells of somebody before the name (``Chủ quán là chị Mến``)."""

_PARTNER = re.compile(rf"[{UPPER}]\w* [-–] $")
_ADVERB_ALONE = frozenset(
    listed(
        """
    sau đó, khi đó, lúc đó, còn, và, nhưng, trong khi đó, theo đó, tuy nhiên, riêng, chính, hôm qua, hôm nay,
    mới đây
    """
    )
)
_LONGEST_TITLE = 30
"""Characters of an office that is in no list, with the space behind it."""

_MOST_VERBS = 3
_MOST_WORDS = 3
"""Words of such an office."""

_LONGEST_LEAD_IN = 60
"""Characters of a sentence before the body that speaks in it; farther on it is more likely named beside others."""

_LONGEST_TRAIL = 120
"""Characters at the end of a sentence in which a speaker may follow a comma."""


def subject(sentence: str, *, is_told: bool = False) -> Mention | None:
    """The first person that a sentence is about: named where a clause begins, or in its subject.

    With ``is_told`` nobody of whom there is no more than a Vietnamese word with a capital.
    """
    named = mentions(sentence, any_capitals=True)
    for each in named:
        if is_told and (_is_bare(each) or _is_credit(sentence, each)):
            continue
        ahead = sentence[: each.begin]
        begins = (
            not ahead.strip()
            or _joins_clause(ahead, each)
            or ahead.strip().lower() in _ADVERB_ALONE
            or _is_title(ahead, each)
            or INTRODUCED.ends(ahead)
        )
        is_topic = _AS_FOR.fullmatch(ahead) and _AND_THEY.match(sentence, each.end)
        if is_topic or (begins and not OBJECT_AHEAD.ends(ahead)) or (each.is_marked and _DESCRIBES.fullmatch(ahead)):
            return holder_behind(sentence, [each, *named]) or each
    return None


def _about(sentence: str) -> Mention | None:
    """Whom a sentence is about; a bare word at its beginning may be no name (``Năm 1993, Thủ tướng X đến …``)."""
    person = subject(sentence)
    return (subject(sentence, is_told=True) or person) if person is not None and _is_bare(person) else person


def _is_credit(sentence: str, person: Mention) -> bool:
    """Whether no more than a colon stands before a name, as behind ``Ảnh``."""
    return not person.is_addressed and person.role is None and sentence[: person.begin].rstrip().endswith(":")


def _is_bare(person: Mention) -> bool:
    """Whether nothing tells of a Vietnamese word that it is a name."""
    return not person.is_marked and is_vietnamese(person.name)


def speaks(sentence: str) -> Mention | None:
    """Who speaks in a sentence of reported speech (``Ông X cho biết mưa đã tạnh.``), if somebody named does."""
    if cited := _cited_in(sentence) or _described(sentence) or _trails(sentence):
        return cited
    if SAID.search(sentence) is None:
        return None
    return _who_says(sentence, _about(sentence))


def teller(sentence: str) -> Body | Pronoun | None:
    """The body, or whoever has no name there, whom a sentence of reported speech lets speak."""
    if CITED.search(sentence):
        return None
    verbs = islice(PLAINLY_SAID.finditer(sentence), _MOST_VERBS)
    sources = (subject_before(sentence[: verb.start()]) for verb in verbs if sentence[: verb.start()].strip())
    source = next((each for each in sources if each is not None), None)
    if isinstance(source, Body) and sentence.find(source.name) > _LONGEST_LEAD_IN:
        return None
    return source if isinstance(source, Body | Pronoun) else None


def told_by(sentence: str) -> Pronoun | None:
    """Whom a sentence of reported speech lets speak without a name (``Sau đó, Thủ tướng cho biết mưa đã tạnh.``)."""
    verb = PLAINLY_SAID.search(sentence)
    source = subject_before(sentence[: verb.start()]) if verb else None
    return source if isinstance(source, Pronoun) else None


def speaker_and_subject(sentence: str) -> tuple[Mention | None, Mention | None]:
    """Who speaks in a sentence, and whom it is about."""
    about = _about(sentence)
    told = _cited_in(sentence) or _described(sentence) or _trails(sentence)
    return told or _who_says(sentence, about), about


def _described(sentence: str) -> Mention | None:
    """Who is described up to the verb of saying (``Ông X, giám đốc sở Y, cho biết mưa đã tạnh.``)."""
    verb = PLAINLY_SAID.search(sentence)
    if verb is None or sentence.find(",", 0, verb.start()) < 0:
        return None
    return described_before(sentence[: verb.start()])


def _trails(sentence: str) -> Mention | None:
    """Who is said at the end of a sentence to have said the rest of it (``Mưa đã tạnh, ông X nói.``)."""
    comma = sentence.rfind(",", max(len(sentence) - _LONGEST_TRAIL, 1))
    verb = PLAINLY_SAID.search(sentence, comma) if comma > 0 else None
    if verb is None:
        return None
    clause = sentence[comma + 1 : verb.start()]
    person = next(mentions(clause, any_capitals=True), None)
    if person is None or clause[: person.begin].strip():
        return None
    rest = clause[person.end :].strip()
    is_last = len(sentence[verb.end() :].split()) <= FEW_WORDS and not sentence[verb.end() :].startswith(" rằng")
    return person if is_last and (not rest or is_auxiliary(rest)) else None


def _cited_in(sentence: str) -> Mention | None:
    lower = sentence.lower()
    if "theo" not in lower and "lời" not in lower:
        return None
    cited = _ACCORDING.search(sentence)
    if cited is None:
        return None
    text = sentence[cited.end() :]
    source = first_named(text, lead=cited[0])
    if not isinstance(source, Mention):
        return None
    is_person = source.is_marked or is_full_name(source.name) or cited["said"] is not None
    return source if is_person or office_behind(text, source.end, is_closed=True) is not None else None


def _who_says(sentence: str, person: Mention | None) -> Mention | None:
    return person if person is not None and SAID.search(sentence, person.end) else None


def stands_for(sentence: str) -> Pronoun | None:
    """The pronoun or office without a name that a sentence begins with, if it does."""
    found = unnamed(without_adverbs(sentence.strip()))
    return found if isinstance(found, Pronoun) else None


def names_nobody(sentence: str) -> bool:
    """Whether a sentence is about somebody without a name (``Một nữ sinh viên …``), not one who is meant by a pronoun
    (``Bà từng là một người thợ.``)."""
    found = _ABOUT_NOBODY.search(sentence)
    if found is None or _TOLD_BY_NAME.search(sentence, 0, _LONGEST_TRAIL):
        return False
    if found["is"] is None:
        return True
    subject = stands_for(sentence)
    return subject is None or subject.address is None


def _is_title(ahead: str, person: Mention) -> bool:
    """Whether a text is an office that is in no list, before a whole name (``Ca trưởng Lò Thị Mến``)."""
    if len(ahead) > _LONGEST_TITLE or not is_full_name(person.name):
        return False
    words = ahead.split()
    return 0 < len(words) <= _MOST_WORDS and words[0] not in OPENERS and not names_place(ahead)


def _joins_clause(ahead: str, person: Mention) -> bool:
    """Whether a clause may begin with a person behind a text; a bare name behind a dash goes on with another."""
    return joins(ahead) and (person.is_marked or not _PARTNER.search(ahead))
