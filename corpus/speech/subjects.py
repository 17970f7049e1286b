"""Who is the subject of a sentence? Persons named where a clause begins, or right before a verb of saying."""

from __future__ import annotations

import re

from corpus.speech.appositions import described
from corpus.speech.bodies import body, document, without_document
from corpus.speech.capital_runs import runs
from corpus.speech.capital_words import is_vietnamese
from corpus.speech.name_words import OPENERS
from corpus.speech.names import Mention, is_full_name, mentions
from corpus.speech.offices import begins_with_office
from corpus.speech.patterns import UPPER, Ending, either
from corpus.speech.sources import Given, Nobody, Pronoun, Source, is_auxiliary, unnamed
from corpus.speech.titles import is_title
from corpus.speech.words import ADDRESS, AUXILIARIES, SAID

OBJECT_AHEAD = Ending(
    """
    với, của, cho, gặp, cùng, về, từ, bởi, hỏi, gọi, đến, tới, như, nhờ, giúp, đưa, nhìn, thấy, ở, tại, vào, bị,
    được, trên, trong, chúc, mời, khen, bên, quanh, và, là, bảo, yêu, cưới, chào, tặng, thăm, đón, tiếp, phỏng vấn,
    ngoài, trước, sau, sang, qua, cạnh, lấy, theo, phía
    """
)
"""Words behind which a person is no subject."""

_TRAILING = re.compile(
    r"(?:^|[^\w“”]|(?<!\w)(?:khi|rằng|cách|và|mà|thì|nhưng|còn|rồi|câu đầu tiên|câu cuối cùng|câu duy nhất)\s)"
    rf"(?P<who>(?:ông|bà|anh|chị|cô|bé|cụ|chú|(?<=tiên )em)(?: này| ấy| ta| bé)?)(?:\s+{AUXILIARIES})*\s*$",
    re.IGNORECASE,
)
_ENDS_NAME = re.compile(rf"(?:[{UPPER}]\w*|{ADDRESS}) (?:Ông|Bà|Anh|Chị|Cô|Bé|Cụ|Chú|Em)$")
"""A form of address with a capital behind another one or a capital word: a given name (``bà Vân Anh nói``)."""

_BOUND = re.compile(r"[,;–—]\s*|\s-\s|(?<!\w)(?:rằng|nhưng|còn|khi|thì|mà|khiến)\s+", re.IGNORECASE)
INTRODUCED = Ending("tên, tên là")
_TELLS_NAME = Ending("tên, tên là, là")
"""Words behind which a name is told (``một chủ xe tên …``)."""

KIN_AHEAD = Ending(
    """
    con, con trai, con gái, con dâu, con rể, vợ, chồng, mẹ, cha, bố, em trai, em gái, anh trai, chị gái, em, anh,
    chị, cháu, nhà, hàng xóm, gia đình, bạn, thân nhân, người nhà, nhóm, lời, tên, phía, vợ chồng
    """
)
_ONE_IS = re.compile(r"(?:Một|một)\s[^,;:.()]{2,40}\s(?:là|tên|tên là)\s")
"""Somebody who is told of before the name (``Một chuyên gia khác là Alan Barker, …``)."""

_SOME = re.compile(r"(?<!\w)(?:có|một|vài|mấy|các|những|nhiều|hai|ba)\s+$", re.IGNORECASE)
_ASIDE = re.compile(r"\([^()]*\)")
_PAUSE = re.compile(r"[,–-]\s*$")
_PAUSED = re.compile(r"\s*(?:[,(–]|-\s)")
_SIGNS = frozenset(',;:–—•”"-')
_CONJUNCTION = Ending(
    """
    khi, rằng, và, nhưng, còn, thì, mà, do, vì, nên, nay, qua, đó, này, lúc, đích thân, bản thân, chính, riêng,
    khiến, buộc
    """,
    after=r"\s*",
)
_ADVERBS = either(
    """
    ngay sau đó, trước đó, sau đó, khi đó, lúc đó, lúc này, rồi, còn, và, nhưng, thế là, cuối cùng, tiếp đó,
    đồng thời, theo đó, cũng,
    vì vậy, do đó, bởi, vậy là, tuy nhiên, thậm chí, trong khi đó, ngay lập tức, bản thân, chính, riêng, hôm qua,
    hôm nay, nay, thì
    """
)
_ADVERB = re.compile(rf"\s*(?!chính (?:ủy|uỷ|phủ|quyền|trị)(?!\w)){_ADVERBS}(?:\s*,\s*|\s+)", re.IGNORECASE)


def subject_at_start(text: str) -> Source | None:
    """The subject of the first verb of saying in a text, or who stands at its beginning where it has none."""
    if written := document(text):
        return written
    verb = SAID.search(text, without_document(text))
    if verb is None:
        return next((each for each in mentions(text, any_capitals=True) if each.begin == 0), None) or unnamed(text)
    head = text[: verb.start()]
    named = _possible(head)
    stripped = head.strip()
    plain = without_adverbs(stripped)
    if named and named[0].begin == 0 and (holder := holder_behind(head, named)) is not None:
        return holder
    if named and named[0].begin <= len(head) - len(head.lstrip()) + len(stripped) - len(plain):
        return named[0]
    if named and begins_with_office(plain) and _PAUSE.search(head, max(named[0].begin - 24, 0), named[0].begin):
        return named[0]
    if named and begins_with_office(plain) and is_full_name(named[0].name) and not head[named[0].end :].strip():
        return named[0]  # ``vụ trưởng Vụ Pháp chế, Bộ Y tế Nguyễn Văn Bảy``
    nameless = unnamed(plain)
    if isinstance(nameless, Nobody | Pronoun) and (introduced := _introduced(head, named)) is not None:
        return introduced
    return nameless or body(head) or _last(head, named) or _titled(head) or bare_name(head)


def _titled(head: str) -> Mention | None:
    """Who is named behind what they are, where that is in no list (``sĩ quan chỉ huy Alan Barker``)."""
    person = next(mentions(head, any_capitals=True), None)
    if person is None or " " not in person.name or not person.begin > 0:
        return None
    ahead = head[: person.begin]
    return person if len(ahead.split()) <= _MOST_OF_TITLE_BEHIND and not _NO_TITLE.search(ahead) else None


def bare_name(text: str) -> Given | None:
    """The name that a clause begins with, where nothing but its capital tells it (``Tròn ngẩng lên khoe``)."""
    run = next(runs(text), None)
    if run is None or text[: run.start()].strip() or not run[0].isalpha():
        return None
    if run[0] in OPENERS or is_title(run[0]) or begins_with_office(text.lstrip()):
        return None
    return Given(run[0])


def subject_before(head: str) -> Source | None:
    """The subject of the verb that follows a text, from the last clause back to the first that has one."""
    named = _possible(head)
    trailing = _TRAILING.search(head, max(len(head) - 60, 0))
    if trailing and not _ENDS_NAME.search(head, max(len(head) - 60, 0), trailing.end("who")):
        is_some = _SOME.search(head, 0, trailing.start("who"))
        return Nobody() if is_some else unnamed(trailing["who"])
    if (told := described_before(head, named)) is not None:
        return told
    without_asides = _ASIDE.sub(lambda found: "•" * len(found[0]), head)
    bounds = [0, *(bound.end() for bound in _BOUND.finditer(without_asides))]
    for start in reversed(bounds):
        clause = without_adverbs(head[start:])
        begin = len(head) - len(clause)
        inside = [each for each in named if each.begin >= start]
        if inside and (inside[0].is_marked or " " in inside[0].name or inside[0].begin == begin):
            nameless = unnamed(clause) if inside[0].begin > begin else None
            if isinstance(nameless, Nobody) and not _TELLS_NAME.ends(head[: inside[-1].start]):
                return _told_apart(head, without_asides, start, clause, nameless, named)
            if not inside[0].is_marked and " " not in inside[0].name:
                return inside[0]
            last = _last(head, named) or inside[0]
            return inside[0] if inside[0].begin == begin and _is_object(head, inside[0], last) else last
        if clause.strip() and (found := unnamed(clause) or body(clause)) is not None:
            named_for = _introduced(head, inside) if isinstance(found, Nobody) else None
            return named_for or _told_apart(head, without_asides, start, clause, found, named)
    return _last(head, named)


def described_before(head: str, named: list[Mention] | None = None) -> Mention | None:
    """The person with whom a clause of a text begins and whom all the rest of the text describes."""
    named = _possible(head) if named is None else named
    return described(head, named, [each for each in named if _begins_clause(head, each)])


def _is_object(head: str, first: Mention, last: Mention) -> bool:
    """Whether the last person before a verb belongs to what is said of the first (``Bảy chỉ vào ông Tám rồi nói``)."""
    if last.start <= first.end or (last.begin <= first.end and " " not in first.name) or joins(head[: last.begin]):
        return False
    is_beside = not head[last.end :].strip() and last.is_marked
    return not is_beside and not SAID.search(head, first.end, last.begin)


def _begins_clause(head: str, person: Mention) -> bool:
    """Whether a clause begins with a person, or with what somebody is who is then named."""
    ahead = head[: person.begin]
    return not without_adverbs(ahead + " ").strip() or joins(ahead) or bool(_ONE_IS.fullmatch(without_adverbs(ahead)))


def _introduced(text: str, named: list[Mention]) -> Mention | None:
    """The first of some people whose name is told to whoever reads of somebody (``một chủ xe tên Bảy``)."""
    return next((each for each in named if _TELLS_NAME.ends(text[: each.start])), None)


def _told_apart(head: str, without_asides: str, start: int, clause: str, found: Source, named: list[Mention]) -> Source:
    """Whom a clause is about that begins without a name: the one named before it where it only describes that one."""
    holder = next((each for each in reversed(named) if each.end <= start and _PAUSED.match(head, each.end)), None)
    if holder is None:
        return found
    between = (part.strip(" ,–-•") for part in without_asides[holder.end : start].split(","))
    is_beside = all(not part or begins_with_office(part) for part in between)
    return holder if is_beside and (not isinstance(found, Pronoun) or begins_with_office(clause)) else found


def holder_behind(head: str, named: list[Mention]) -> Mention | None:
    """Who is addressed right behind an office that ends with a name (``Tổng Thư ký của Loria, ông X``)."""
    office, *others = named[:2]
    stands_behind = office.begin == office.start  # ``Bella Barker, mẹ Alan, kể``
    if office.is_addressed or office.role is None or stands_behind or is_full_name(office.name) or not others:
        return None
    between = head[office.end : others[0].begin].strip()
    return others[0] if others[0].is_addressed and between in (",", "-", "–") else None


def _possible(head: str) -> list[Mention]:
    """The people in a text who may be its subject; none of them in parentheses."""
    asides = [found.span() for found in _ASIDE.finditer(head)]
    return [
        each
        for each in mentions(head, any_capitals=True)
        if not any(begin <= each.start < end for begin, end in asides) and _may_be_subject(head, each)
    ]


def _is_described(person: Mention) -> bool:
    """Whether a name stands in an office of several words, so that it may be the office's and no person's."""
    return not person.is_addressed and person.role is not None and len(person.role.split()) >= 3


def _last(text: str, named: list[Mention]) -> Mention | None:
    """The last of some people who is no part of what is said of one before (``ông A, giám đốc công ty B``)."""
    marked = [each for each in named if each.is_marked or " " in each.name]
    if not marked:
        return None
    at = len(marked) - 1
    while (
        at
        and marked[at].begin < marked[at].start
        and (
            (_is_described(marked[at]) and marked[at - 1].is_marked)
            or (marked[at - 1].is_addressed and (not marked[at].is_addressed or marked[at].address in _KIN))
        )
        and _PAUSED.match(text, marked[at - 1].end)
    ):
        at -= 1
    return marked[at]


_KIN = frozenset(("mẹ", "cha", "bố", "con"))
_LONGEST_TITLE = 40
_MOST_OF_TITLE, _MOST_OF_TITLE_BEHIND = 3, 8
_NO_TITLE = re.compile(
    r"[^\w\s]|(?<!\w)(?:đã|đang|sẽ|vừa|được|bị|là|có|không|khi|sau|trước|trong|ngoài|ở|tại|từ|đến|với|của|cho|về|như|theo"
    r"|một|nhiều|những|các|và|hôm|ngày|này|đó)(?!\w)",
    re.IGNORECASE,
)
"""What stands in no office, but between it and somebody else, or in another part of the sentence."""
FEW_WORDS = 5
"""Words between a foreign name and its verb (``Messi xúc động trả lời``), or behind the verb at a sentence's end."""


def _may_be_subject(text: str, person: Mention) -> bool:
    """Whether a person stands where a subject may.

    That is not behind a preposition or a verb, and for a bare name only where a clause begins, right before its verb.
    """
    ahead = text[: person.begin]
    if " " in person.name and _TELLS_NAME.ends(ahead):
        return True
    if OBJECT_AHEAD.ends(ahead) or (person.is_addressed and KIN_AHEAD.ends(ahead)):
        return False
    if person.is_marked or is_full_name(person.name) or INTRODUCED.ends(ahead):
        return True
    rest = text[person.end :].strip()
    begins = not without_adverbs(ahead).strip() or joins(ahead) or _is_title_of(person, ahead)
    is_named = " " in person.name or (not is_vietnamese(person.name) and len(rest.split()) <= FEW_WORDS)
    return begins and (is_named or not rest or rest[0] in ",(–-" or _leads_to_verb(rest))


def _is_title_of(person: Mention, ahead: str) -> bool:
    """Whether a clause begins with an office that is in no list, right before a foreign name (``Thống soái X``)."""
    if " " not in person.name or all(map(is_vietnamese, person.name.split())):
        return False
    words = ahead[-_LONGEST_TITLE:].split()
    return 0 < len(words) <= _MOST_OF_TITLE and words[0][0].isupper() and words[0] not in OPENERS


def _leads_to_verb(rest: str) -> bool:
    """Whether words between a name and its verb begin with one that stands there (``cũng dí dỏm``), and are few."""
    words = rest.split()
    return is_auxiliary(rest) or (len(words) < FEW_WORDS and is_auxiliary(words[0]))


def subject_after(slot: str, end: int) -> Source | None:
    """The subject behind its verb (``”, nói như ông X``)."""
    return next((each for each in mentions(slot[end:]) if each.is_marked), None)


def without_adverbs(text: str) -> str:
    """A sentence without the words that lead into it (``Sau đó, ``)."""
    at = 0
    while found := _ADVERB.match(text, at):
        at = found.end()
    return text[at:]


def joins(ahead: str) -> bool:
    """Whether a text ends where a clause may begin: with a sign, or a word that joins clauses."""
    return ahead.rstrip()[-1:] in _SIGNS or _CONJUNCTION.ends(ahead)
