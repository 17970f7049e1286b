"""Who stands at the beginning of a text? Somebody named, a pronoun or an office, somebody without a name, or a body."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.speech.names import Mention, mentions
from corpus.speech.patterns import UPPER, either, listed
from corpus.speech.words import ADDRESS_WORDS, AGENCIES, BODIES, OFFICES, PLACES, SAID


@dataclass(frozen=True, slots=True)
class Pronoun:
    """Somebody who is not named in the sentence, but may be elsewhere: ``ông``, ``nữ ca sĩ``, ``trưởng xóm``.

    ``sex`` is ``"m"``, ``"f"`` or ``None`` where the words do not tell; ``words`` are empty where the subject is left
    out.
    """

    sex: str | None
    words: str

    @property
    def address(self) -> str | None:
        """The form of address that the pronoun is, in small letters; ``None`` where it is an office or left out."""
        word = self.words.split(" ", 1)[0].lower()
        return word if word in _ADDRESSES and not _KIN_OF.match(self.words) else None


ANYBODY = Pronoun(None, "")
"""The subject that is left out."""


@dataclass(frozen=True, slots=True)
class Nobody:
    """Somebody who has no name in the article (``một người dân``), or who cannot be told (``is_told`` is false)."""

    is_told: bool = True


@dataclass(frozen=True, slots=True)
class Body:
    """A body, a paper or a document that speaks in its own name."""

    name: str


Source = Mention | Body | Pronoun | Nobody

_PRONOUNS = (
    (
        "m",
        r"(?:ông|anh|chú|cậu|thầy|cậu bé|nam \w+|nhà cầm quân|người đàn ông|ông chủ|chàng \w+|cựu danh thủ|lão)",
    ),
    ("f", r"(?:bà|chị|cô|sơ|nữ \w+|cô gái|người phụ nữ|người đẹp|nàng|cô bé|hoa hậu|mẹ)"),
    (None, rf"(?:em|cụ|bác|bé|cháu|đồng chí|vị(?: \w+)*? này|{OFFICES})"),
)
_PRONOUN = tuple(
    (sex, re.compile(rf"{words}(?!\w)(?! (?:em|bà|con|gái|cháu|dân|bạn)(?!\w))", re.IGNORECASE))
    for sex, words in _PRONOUNS
)
_POLITE = re.compile(rf"(?:đồng chí|ông|bà|vị|ngài)\s+(?={OFFICES}(?!\w))", re.IGNORECASE)
_INDEFINITE_WORDS = either(
    """
    một, nhiều, các, những, có, đại diện, lãnh đạo, người dân, bạn đọc, khách hàng, pv, phóng viên, ai đó,
    mọi người, hàng xóm, người nhà, gia đình, nguồn tin, dân làng, bà con, chúng tôi, tôi, họ, ai, bạn, du khách,
    hành khách, độc giả, cư dân mạng, dân mạng, fan
    """
)
_DEFINITE = either("phụ nữ, đàn ông, đẹp, mẹ, cha, bố, vợ, chồng, đứng đầu, phát ngôn, thầy, con")
_INDEFINITE = re.compile(rf"(?:{_INDEFINITE_WORDS}|người(?! {_DEFINITE}))(?!\w)", re.IGNORECASE)
_ADDRESSES = frozenset(listed(ADDRESS_WORDS))
_KIN_OF = re.compile(r"\w+ của\s", re.IGNORECASE)
"""Somebody told by another (``mẹ của bé``)."""

_CHILDREN = frozenset(("bé", "cháu"))
_PLACE = re.compile(rf"{PLACES}(?!\w)")

AUXILIARIES = either(
    """
    đã, cũng, vừa, liền, thì, mới, còn, từng, lại, vẫn, đang, sẽ, chỉ, luôn, hay, thường, tiếp tục, bèn, đều,
    nhẹ nhàng, thẳng thắn, mạnh dạn
    """
)
"""Words that stand between a subject and its verb."""

_AUXILIARY = re.compile(rf"(?:{AUXILIARIES}\s*)+$", re.IGNORECASE)
_BODY_ENDS = frozenset(
    "đã cũng vừa sẽ đang thì còn từng phải hôm ngày sáng chiều này về có dẫn cho vẫn liên mới luôn".split()
)
_DOCUMENTS = either(
    """
    Quyết định, Thông báo, Nghị quyết, Công văn, Nghị định, Thông tư, Chỉ thị, Kết luận, Công điện, Luật, Bộ luật
    """
)
_DOCUMENT = re.compile(
    "(?:báo cáo|thông báo|thông cáo|văn bản|cáo trạng|bản án|công văn|tài liệu)(?! viên)(?!\\w)", re.IGNORECASE
)
_NUMBERED = re.compile(rf"{_DOCUMENTS}(?: [^\W\d_]+){{0,5}}? (?:số|năm)? ?\d\S*")
_INITIALS = re.compile(rf"(?P<name>[{UPPER}]{{2,7}})(?![\w.-])\s*(?P<rest>.*)$")
_WRITINGS = either(
    """
    báo cáo, bản báo cáo, thông cáo, thông cáo báo chí, bài viết, bức thư, nghị quyết, thông báo, phác đồ,
    văn bản, thống kê, quy định, kết luận, nghiên cứu, phía, số liệu,
    công bố, tuyên bố, thư
    """
)
_DOCUMENT_OF = re.compile(rf"^{_WRITINGS}(?: [^\W\d_]+){{0,3}}?(?: số \S+)? của\s+|^phía\s+", re.IGNORECASE)
_UNNAMED_BODY = re.compile(
    "Báo|Tờ|Tờ báo|Nhật báo|Hãng|Hãng tin|Đài|Trang|Tạp chí|Công ty|Cơ quan|Trường|Quỹ|Hội|Nghị định|Thông tư"
    "|Nghị quyết|Công văn|Thông báo|Báo cáo"
)
"""What a sentence may begin with in the place of a body's name."""

_CAPITAL = re.compile(f"[{UPPER}]")
_COLON = re.compile(r"[:;]")
_SIGN = re.compile(r"[,;:(]")


def agrees(pronoun: Pronoun, sex: str | None, address: str | None) -> bool:
    """Whether a pronoun may mean somebody of a sex who was addressed so."""
    if pronoun.sex is not None and sex not in (None, pronoun.sex):
        return False
    is_told = pronoun.address is not None and address is not None
    return not is_told or (pronoun.address in _CHILDREN) == (address in _CHILDREN)


def first_named(text: str) -> Source | None:
    """Who is named at the beginning of a text."""
    clause, _, rest = text.partition(",")
    clause = _COLON.split(clause, maxsplit=1)[0]
    person = next(mentions(text, any_capitals=True), None)
    person = person if person is not None and person.end <= len(clause) else None
    speaking = body(clause)
    if speaking is not None and (person is None or person.begin > 0 or not person.is_marked):
        return speaking
    nobody = unnamed(clause) if person is None or person.begin > 0 else None
    if isinstance(nobody, Pronoun) and rest:  # the office first, and behind a comma who holds it
        holder = next(mentions(rest), None)
        if holder is not None and not rest[: holder.begin].strip() and holder.is_marked:
            return holder
    return person or nobody


def unnamed(text: str) -> Pronoun | Nobody | None:
    """Somebody without a name at the beginning of a text."""
    if _INDEFINITE.match(text):
        return Nobody()
    text = _POLITE.sub("", text)
    for sex, words in _PRONOUN:
        if words.match(text):
            return Pronoun(sex, text.strip(" ,–-"))
    return None


def body(text: str) -> Body | None:
    """The body, paper or document at the beginning of a text, by the name with a capital in it."""
    text = text.strip(" ,–-")
    is_party = text.lower().startswith("phía ")
    text = _DOCUMENT_OF.sub("", text)
    if found := _NUMBERED.match(text):
        return Body(found[0])
    if (found := _INITIALS.match(text)) and _AUXILIARY.match(found["rest"] or "đã"):
        return Body(found["name"])
    if found := AGENCIES.match(text):
        return Body(found[0])
    verb = SAID.search(text)
    if place := _PLACE.match(text):
        rest = text[place.end() : verb.start() if verb else None].strip()
        return Body(place[0]) if not rest or _AUXILIARY.match(rest) else None
    if not (BODIES.match(text) or (is_party and text[:1].isupper())):
        return None
    words = []
    for word in (text[: verb.start()] if verb else text).split():
        if word.strip(",;:") in _BODY_ENDS:
            break
        words.append(word)
    name = _SIGN.split(" ".join(words), maxsplit=1)[0].strip()
    return (
        Body(name) if _CAPITAL.search(name) and not _UNNAMED_BODY.fullmatch(name) and len(name.split()) <= 12 else None
    )


def place_at_start(text: str) -> Body | None:
    """The country or town that a sentence is about, as the body that speaks for it."""
    place = _PLACE.match(text)
    return Body(place[0]) if place and text[place.end() : place.end() + 2].lstrip()[:1].islower() else None


def document(text: str) -> Body | None:
    """The document at the beginning of a text that speaks by itself (``báo cáo nêu``), in small letters."""
    found = _DOCUMENT.match(text)
    verb = SAID.search(text, found.end()) if found else None
    if found is None or verb is None or _NUMBERED.match(text):
        return None
    between = text[found.end() : verb.start()].strip()
    return Body(found[0].lower()) if not between or is_auxiliary(between) else None


def without_document(text: str) -> int:
    """Where the text behind a document begins that speaks for somebody (``thông báo của Bộ …``); 0 without one."""
    found = _DOCUMENT_OF.match(text)
    return found.end() if found else 0


def is_auxiliary(text: str) -> bool:
    """Whether a text is nothing but words that stand between a subject and its verb."""
    return bool(_AUXILIARY.match(text.strip()))
