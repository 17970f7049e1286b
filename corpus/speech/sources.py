"""Who stands at the beginning of a text? Somebody named, a pronoun or an office, somebody without a name, or a body."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.speech.bodies import Body, body, represented
from corpus.speech.names import Mention, mentions
from corpus.speech.offices import is_rank, office_before, office_behind
from corpus.speech.patterns import UPPER, either, listed
from corpus.speech.words import ADDRESS_WORDS, AUXILIARY, OFFICES


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
class Representative(Pronoun):
    """Somebody who speaks for a body (``đại diện Bộ X``): whom the article named so, or else the body."""

    body: Body


@dataclass(frozen=True, slots=True)
class Nobody:
    """Somebody who has no name in the article (``một người dân``), or who cannot be told (``is_told`` is false)."""

    is_told: bool = True


@dataclass(frozen=True, slots=True)
class Given:
    """A capital word that begins a clause, and is somebody's name only where the article tells a whole one of it."""

    name: str


@dataclass(frozen=True, slots=True)
class Kin(Nobody):
    """Somebody told by whose kin they are (``bố chồng chị``): the one whom the article named so, or nobody."""

    words: str = ""


Source = Mention | Body | Pronoun | Nobody | Given

_PRONOUNS = (
    (
        "m",
        r"(?:ông|ngài|anh|chú|cậu|thầy|cậu bé|nam \w+|nhà cầm quân|người đàn ông|ông chủ|chàng \w+|cựu danh thủ|lão)",
    ),
    ("f", r"(?:bà|chị|cô|sơ|nữ \w+|cô gái|người phụ nữ|người đẹp|nàng|cô bé|hoa hậu|mẹ)"),
    (None, rf"(?:em|cụ|bác|già|bé|cháu|đồng chí|vị(?: \w+)*? này|{OFFICES})"),
)
_PRONOUN = tuple(
    (sex, re.compile(rf"{words}(?!\w)(?! (?:em|bà|con|gái|cháu|dân|bạn|quán)(?!\w))", re.IGNORECASE))
    for sex, words in _PRONOUNS
)
_SEX_OF_POLITE = {"ông": "m", "bà": "f", "ngài": "m"}
_POLITE = re.compile(rf"(đồng chí|ông|bà|vị|ngài)\s+(?={OFFICES}(?!\w))", re.IGNORECASE)
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

KIN_WORDS = either(
    """
    vợ, chồng, bố, cha, mẹ, ba, má, bố mẹ, cha mẹ, ba mẹ, bố chồng, mẹ chồng, bố vợ, mẹ vợ, bố đẻ, mẹ đẻ, mẹ ruột,
    cha ruột, con gái, con trai, con dâu, con rể, em gái, em trai, anh trai, chị gái, em ruột, anh ruột, chị dâu,
    em dâu, anh rể, bà nội, ông nội, bà ngoại, ông ngoại, cháu nội, cháu ngoại
    """
)
_WHOSE = "ông|bà|anh|chị|cô|chú|em|cháu|bé|tôi|mình|cụ|nạn nhân|bị cáo"
_KIN_OF_SOMEBODY = re.compile(
    rf"(?:{KIN_WORDS}(?: của)? (?:{_WHOSE}|(?-i:[{UPPER}]))|vợ(?! chồng)|chồng|bố mẹ|mẹ chồng|bố chồng)(?!\w)",
    re.IGNORECASE,
)
_CHILDREN = frozenset(("bé", "cháu"))

_ENDS_WITH_KIN = re.compile(
    rf"(?<!\w)(?:người (?:thân|nhà)|gia đình|hàng xóm|bạn bè|đồng nghiệp|{KIN_WORDS})(?: của)? $", re.IGNORECASE
)
"""Those by whom somebody is told who is near a person named behind them (``người thân gia đình anh X``)."""

_TELLS_NAME = re.compile(r"(?<!\w)(?:tên|là|tên là) $")
_THEO = re.compile("[Tt]heo(?= )")


def agrees(pronoun: Pronoun, sex: str | None, address: str | None) -> bool:
    """Whether a pronoun may mean somebody of a sex who was addressed so."""
    if pronoun.sex is not None and sex not in (None, pronoun.sex):
        return False
    is_told = pronoun.address is not None and address is not None
    return not is_told or (pronoun.address in _CHILDREN) == (address in _CHILDREN)


def first_named(text: str, *, lead: str = "") -> Source | None:
    """Who is named at the beginning of a text; behind a ``lead`` such as ``Theo`` a comma may begin another clause."""
    clause, _, rest = text.partition(",")
    person = next(mentions(text, any_capitals=True), None)
    person = person if person is not None and person.end <= len(clause) else None
    if person is not None and (said := _THEO.search(lead)):
        person = _with_closed_office(text, person, may_end=said[0] == "theo")
    speaking = body(clause)
    if speaking is not None and (person is None or person.begin > 0 or not person.is_marked):
        return speaking
    nobody = unnamed(clause) if person is None or person.begin > 0 else None
    if isinstance(nobody, Kin) and person is None and (named := _named_between_commas(rest)) is not None:
        return named
    if isinstance(nobody, Pronoun) and rest:  # the office first, and behind a comma who holds it
        holder = next(mentions(rest), None)
        if holder is not None and not rest[: holder.begin].strip() and holder.is_marked:
            return holder
    if isinstance(nobody, Nobody) and person is not None:
        is_theirs = _ENDS_WITH_KIN.search(clause, 0, person.begin)
        if is_theirs or not (person.is_addressed or person.role or _TELLS_NAME.search(clause, 0, person.start)):
            return nobody  # ``dẫn lời các nhân chứng trong vụ Barker``
    return person or nobody


def _named_between_commas(text: str) -> Mention | None:
    """The person whose name alone stands before the first comma of a text (``con gái ông, Sella, nói``)."""
    name, comma, _ = text.partition(",")
    person = next(mentions(name, any_capitals=True), None) if comma else None
    return person if person is not None and not (name[: person.start] + name[person.end :]).strip() else None


def _with_closed_office(text: str, person: Mention, *, may_end: bool) -> Mention:
    """Somebody with the office before the name, or one behind it that all between two signs is."""
    _, role = office_before(text, person.start)
    if role is None or is_rank(role):
        role = office_behind(text, person.end, is_closed=True, may_end=may_end) or role
    return person._replace(role=role)


def unnamed(text: str) -> Pronoun | Nobody | None:
    """Somebody without a name at the beginning of a text."""
    if (spoken_for := represented(text)) is not None:
        return Representative(None, text.strip(" ,–-"), spoken_for)
    if _INDEFINITE.match(text):
        return Nobody()
    polite = _POLITE.match(text)
    text = text[polite.end() :] if polite else text
    if _KIN_OF_SOMEBODY.match(text):
        return Kin(words=text.strip(" ,–-"))
    for sex, words in _PRONOUN:
        if words.match(text):
            return Pronoun(_SEX_OF_POLITE.get(polite[1].lower(), sex) if polite else sex, text.strip(" ,–-"))
    return None


def is_auxiliary(text: str) -> bool:
    """Whether a text is nothing but words that stand between a subject and its verb."""
    return bool(AUXILIARY.match(text.strip()))
