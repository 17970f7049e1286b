"""Who is speaking in this passage, and is it speech at all?

What stands round a passage decides. Behind it: ``“…”, ông X nói``. Before it: ``Ông X nói: “…”``, also at the end of
the paragraph before. Between two passages of one speaker: ``“…”, ông X nói. “…”``. A sentence of its own in quotation
marks goes on with whoever spoke last. Everything else is a phrase: a slogan, a title, a term inside somebody else's
sentence. Where the speaker is not plain, there is none.
"""

from __future__ import annotations

import re

from corpus.speech.bodies import Body, document, place_at_start
from corpus.speech.cited import CITED, according, author, law, said_by
from corpus.speech.leads import leads, may_say_last
from corpus.speech.names import Mention, mentions
from corpus.speech.offices import begins_with_office
from corpus.speech.parts import BEGINS_CLAUSE, FEWEST_OF_CLAUSE, LONG_PART, is_own, may_be_own
from corpus.speech.patterns import UPPER, Ending
from corpus.speech.reported import speaks, teller
from corpus.speech.sentences import sentence_ends
from corpus.speech.sources import Given, Kin, Nobody, Pronoun, Source, first_named, unnamed
from corpus.speech.subjects import bare_name, subject_after, subject_at_start, subject_before, without_adverbs
from corpus.speech.things import is_content, is_message, is_writing, names_a_thing, stands_written
from corpus.speech.words import ADDRESS, AUXILIARIES, PLAINLY_SAID, SAID

_BEHIND = re.compile(r"[\s.…!?]*(?P<mark>[,\-–—])?\s*")
_PLAIN_PRONOUN = re.compile(
    r"(?:ông|bà|anh|chị|cô|cụ|chú|bé|cậu bé|cô bé|cô gái)(?: này| ấy| ta)?(?= (?-i:[^A-ZĐÂÊÔƠƯĂ]))", re.IGNORECASE
)
_ACCORDING_ONE = re.compile(
    r"(?:^|,\s)\s*(?:cũng |như |nhưng |song |còn |và |bởi )?(?:theo|lời)(?: lời(?: kể)?)?(?: của)?\s+", re.IGNORECASE
)
_READ_IN = re.compile(r"[\s,.(–-]*theo\s+(?!(?:ông|bà|anh|chị|lời)\s)", re.IGNORECASE)
_SAYS_AT_ONCE = re.compile(
    rf"(?:{ADDRESS}(?: [{UPPER}]\w*){{0,4}}|[{UPPER}]\w*(?: [{UPPER}]\w*){{0,4}})"
    rf" (?:{AUXILIARIES} )?{PLAINLY_SAID.pattern}"
)
"""Who says it, where the comma before is left out."""

_SAYS_LAST = re.compile(rf"{PLAINLY_SAID.pattern}(?: thêm)?$")
"""The end of a sentence that tells who says something and not what, so that it is what stands before."""

_PASSIVE = re.compile(
    r"(?<!\w)(?:được|bị) (?:hỏi|dặn|bảo|nhắc|khuyên|nhắn|mắng|chửi|quát|khen|chê|cáo buộc|buộc tội|kết tội|tố cáo|tố"
    r"|chỉ trích|lên án|đánh giá|mô tả|nhận xét)(?: [^\W\d_]+){0,4}$",
    re.IGNORECASE,
)
_NICKNAME_SAYS = re.compile(rf"[“\"‘]\s*•{{1,30}}\s*[”\"’]\s+(?:{AUXILIARIES}\s+)*$")
_LONGEST_NICKNAME = 60
"""A nickname in marks that stands for a name (``“nữ hoàng lúa” kể``), and of whom is not plain."""

_WORDS_OF = re.compile(r"(?:như |theo )?lời(?: kể)?(?: của)? ", re.IGNORECASE)
_AND_THEN = re.compile(rf"(?<!\w)(?:và|đồng thời) (?:{AUXILIARIES} )*$", re.IGNORECASE)
"""Ahead of a second verb, whose subject is that of the first and not whom it is about."""

_TURNS_TO = re.compile(r"(?:về |phía |phần ){1,2}(?P<who>[^,;]{2,60}),\s", re.IGNORECASE)
"""How a reporter turns to another one of whom the article tells."""

_SIGN = re.compile(r"[:;“\"«]")
_CLAUSE_END = re.compile(r"[,;–]\s+")
_SUBORDINATE = re.compile(r"\w\s(?:khi|lúc|vì|do|sau khi|trước khi)\s[^,;]*$")
_CLAUSES = re.compile(r"(?<!\w)(?:đã|sẽ|đang|có|là|được|bị|không|từ)(?!\w)")
_PLAIN_LEAD = Ending("nói, nói thẳng, hỏi, bảo, kêu, hô, đáp, hét, quát", after="")
_SHORT_SLOT = 8
_LONGEST_SLOT = 260
_HEARD = re.compile(
    r"(?<!\w)(?:nhận|nghe|nhớ)(?: được| về| thấy| tiếng| mãi)?(?: [^\W\d_]+){0,6}"
    r" (?:câu hỏi|lời|tin nhắn|câu)(?: [^\W\d_]+){0,9}$",
    re.IGNORECASE,
)
"""Words of somebody who is told, asked or written to, and by whom is not plain."""

_LONGEST_HEARD = 100
_FEWEST_SAID = 3
_FEWEST_TOLD = 5
"""Words of what the sentence behind it says whose they are."""


def is_cited(text: str) -> bool:
    """Whether what follows a passage only says where it was read (``, theo VnExpress``)."""
    return bool(_READ_IN.match(text))


def behind(text: str, said: str, *, begins_sentence: bool) -> Source | None:
    """Who is said, right behind a passage, to have said it; ``None`` where nobody is.

    ``text`` follows the closing mark; in it other passages are blanked. ``begins_sentence`` tells that nothing of
    the sentence stands before the passage.
    """
    if not begins_sentence:
        return None
    opening = _BEHIND.match(text)
    marked = opening is not None and opening["mark"] is not None
    ended = said[-1:] in ".,!?…-–"
    rest = text[opening.end() if opening else 0 :]
    slot = rest[:_LONGEST_SLOT]
    ends = sentence_ends(slot)
    slot = slot[: ends[0]].rstrip('.!?…/ ”"»’)') if ends else slot
    if (told := said_by(rest)) is not None and len(said.split()) >= _FEWEST_TOLD:
        return told
    is_said = marked or ended or (len(said.split()) >= 5 and (_SAYS_AT_ONCE.match(rest) or _SAYS_LAST.search(slot)))
    if not is_said or not rest or rest[0] in '“"«‘(':
        return None
    starts_anew = not marked and rest[:1].isupper() and not said.endswith(",")
    cut = _SIGN.search(slot)
    if starts_anew and (cut is not None or len(slot.split()) > 14):
        return None  # a sentence of its own, which leads to what follows it
    slot = slot[: cut.start()] if cut else slot
    if cited := CITED.search(slot):
        tells = subject_at_start(slot[: cited.start()]) if PLAINLY_SAID.search(slot, 0, cited.start()) else None
        if isinstance(tells, Mention | Pronoun):
            return tells  # ``ông X nói và dẫn lời ông Y``
        return first_named(slot[cited.end() :]) or Nobody()
    if found := according(slot):
        return found
    source = subject_at_start(slot)
    if source is None and len(said.split()) >= 4 and not starts_anew:
        verb = SAID.match(slot) if marked else None
        source = subject_after(slot, verb.end()) if verb else None
    if isinstance(source, Mention) and not _says(slot, source) and len(said.split()) < 5 and not ended:
        return None
    if starts_anew and not (SAID.search(slot) and source and not isinstance(source, Given)):
        return None
    if source is None and marked and len(said.split()) >= 5:
        is_short = len(slot.split()) <= _SHORT_SLOT and said[:1].isupper()
        if PLAINLY_SAID.search(slot) or (is_short and SAID.search(slot)):
            return Nobody(is_told=False)
    return source


def behind_part(text: str, said: str, *, is_subject_alone: bool) -> Source | None:
    """Who is cited behind a part of a sentence (``Xã “đang bàn việc làm đường”, AFP dẫn lời ông X.``), or says it there
    where nothing but the subject stands before the part; a clause has whose words it is called."""
    slot = text[:_LONGEST_SLOT]
    if not is_subject_alone and "dẫn" not in slot and "trích" not in slot and "lời" not in slot:
        return None
    opening = _BEHIND.match(text)
    if opening is None or opening["mark"] is None:
        return None
    slot = text[opening.end() : opening.end() + _LONGEST_SLOT]
    ends = sentence_ends(slot)
    slot = slot[: ends[0]] if ends else slot
    if (told := _WORDS_OF.match(slot)) and (BEGINS_CLAUSE.match(said) or _CLAUSES.search(said)):
        source = first_named(slot[told.end() :])
        return source if isinstance(source, Mention) and source.is_marked else None
    cited = CITED.search(slot)
    if _SIGN.search(slot) or not (cited or (is_subject_alone and PLAINLY_SAID.search(slot))):
        return None
    source = first_named(slot[cited.end() :]) if cited else subject_at_start(slot)
    return source if isinstance(source, Mention) else None


def before(text: str, said: str) -> Source | None:
    """Who is said, ahead of a passage, to say it; ``None`` where nobody is.

    ``text`` is the sentence before the opening mark, in which other passages are blanked.
    """
    text = text.rstrip()
    head = text.rstrip(" :,–-")
    words = len(said.split())
    has_colon = text.endswith(":")
    if not head or not (has_colon or _may_lead(text, head, said)):
        return None
    if names_a_thing(head) and not (has_colon and words >= LONG_PART and is_message(head)):
        return None
    if stands_written(head) or is_content(text):
        return None
    if (has_colon or words >= FEWEST_OF_CLAUSE) and _HEARD.search(head[-_LONGEST_HEARD:].removesuffix(" rằng")):
        return Nobody()
    if has_colon:
        if not (said[:1].isupper() or words >= 8 or not said[:1].isalpha() or SAID.search(head[-80:])):
            return None
    else:
        if text.endswith(",") and (alone := _ACCORDING_ONE.search(head)) and _is_one_speaker(head[alone.end() :]):
            return first_named(head[alone.end() :]) or Nobody()
        fewest = 3 if said[:1].isupper() or _PLAIN_LEAD.ends(head) else 5
        if said[-1:] in "!?":
            fewest = 2
        if words < fewest or not (leads(head) or (head.endswith(" rằng") and PLAINLY_SAID.search(head))):
            if said[:1].isupper() or not is_own(text, head, said):
                return None
            told = according(without_adverbs(head))
            return speaks(head) or teller(head) or (told if isinstance(told, Pronoun | Body) else None)
    verbs = list(SAID.finditer(head))
    if cited := CITED.search(head):
        cites = subject_before(_after_comma(head, verbs[-1].start())) if not cited.start() and verbs else None
        return cites if isinstance(cites, Mention) else first_named(head[cited.end() :]) or Nobody()
    if has_colon and (named := author(head) or law(head)):
        return named
    if has_colon and (turned_to := _turned_to(head)) is not None:
        return turned_to
    if has_colon:
        last_clause = without_adverbs(_CLAUSE_END.split(head)[-1])
        if _PLAIN_PRONOUN.match(last_clause) and not any(each.is_addressed for each in mentions(last_clause)):
            return unnamed(last_clause) or Nobody()
    if found := according(without_adverbs(head)):
        is_near = verbs and (isinstance(found, Body) or len(head) - verbs[-1].end() < 25)
        other = subject_before(_after_comma(head, verbs[-1].start())) if is_near else None
        if isinstance(found, Mention) and isinstance(other, Pronoun) and begins_with_office(other.words):
            return found._replace(role=other.words)  # ``Theo ông X, trưởng phòng, cho biết``
        return other if isinstance(other, Mention | Pronoun) else found
    if verbs:
        source: Source = (_in_last_clause(head, verbs) if has_colon else None) or _of_verbs(head, verbs)
        return (_given(head) or source) if has_colon and source == Nobody(is_told=False) else source
    if not has_colon or words < _FEWEST_SAID:
        return None
    about = _without_verb(head, said, words)
    return (_given(head) or about) if about == Nobody() else about


def _of_verbs(head: str, verbs: list[re.Match[str]]) -> Source:
    """The subject of the last verb of saying that has one named."""
    if written := document(without_adverbs(head)):
        return written
    if _PASSIVE.search(head, max(len(head) - _LONGEST_HEARD, 0)):
        return Nobody()
    if _NICKNAME_SAYS.search(head, max(verbs[-1].start() - _LONGEST_NICKNAME, 0), verbs[-1].start()):
        return Nobody()
    fallback: Source | None = None
    for verb in reversed(verbs):
        ahead = head[: verb.start()]
        source = (_begins_clause(ahead) if _AND_THEN.search(ahead) else None) or subject_before(ahead)
        if isinstance(fallback, Pronoun) and isinstance(source, Mention):
            continue
        if isinstance(source, Mention | Body):
            return source
        if isinstance(source, Nobody) and verb is not verbs[0] and _SUBORDINATE.search(head[: verb.start()]):
            continue  # ``Anh cười khi chúng tôi hỏi:``
        fallback = fallback or source
    clause = _CLAUSE_END.split(head[: verbs[-1].start()])[-1]
    if fallback is None and not without_adverbs(clause + " ").strip() and (place := place_at_start(head)):
        return place
    return fallback or (Nobody(is_told=False) if without_adverbs(clause + " ").strip() else Pronoun(None, ""))


def _begins_clause(text: str) -> Mention | None:
    """Who is named with a form of address or an office where the last clause of a text begins."""
    clause = without_adverbs(_CLAUSE_END.split(text)[-1])
    person = next(mentions(clause), None)
    return person if person is not None and person.is_marked and not person.begin else None


def _turned_to(head: str) -> Mention | None:
    """Whom the reporter turns to, and then says no more than a pronoun of (``Về phần ca sĩ X, chị hào hứng nói:``)."""
    topic = _TURNS_TO.match(without_adverbs(head))
    if topic is None:
        return None
    person = next(mentions(topic["who"]), None)
    is_all = person is not None and not topic["who"][: person.begin].strip() and not topic["who"][person.end :].strip()
    return person if is_all and _PLAIN_PRONOUN.match(without_adverbs(_CLAUSE_END.split(head)[-1])) else None


def _given(head: str) -> Given | None:
    """What may be a given name at the head of the last clause that begins with a capital word."""
    clauses = reversed(_CLAUSE_END.split(head))
    return next((found for each in clauses if (found := bare_name(without_adverbs(each)))), None)


def _in_last_clause(head: str, verbs: list[re.Match[str]]) -> Source | None:
    """The pronoun, or who is addressed, with which the last clause begins, all verbs of saying being ahead of it.

    Whoever is asked or heard there answers here (``Hỏi ông có mệt không, ông gật đầu: “…”``).
    """
    bounds = [bound.end() for bound in _CLAUSE_END.finditer(head, verbs[-1].end())]
    clause = head[bounds[-1] :] if bounds else ""
    person = next(mentions(clause), None)
    if person is not None and person.is_addressed and not person.begin:
        return person  # ``Khi chủ nhà trình bày, ông Bảy gay gắt:``
    source = unnamed(clause)
    if not isinstance(source, Pronoun):
        return None
    return None if any(each.is_addressed for each in mentions(clause)) else source


def _without_verb(head: str, said: str, words: int) -> Source | None:
    """Whom a sentence that ends with a colon is about, though no verb of saying stands in it."""
    if is_writing(head) and not is_message(head):
        return None
    source = subject_before(head)
    if isinstance(source, Mention | Pronoun | Kin) or (isinstance(source, Body) and source.is_named):
        return source
    return Nobody() if said[:1].isupper() and (words >= 6 or said[-1:] in ".!?…") else None


def _may_lead(text: str, head: str, said: str) -> bool:
    """Whether it is worth while to look closely at words before a passage without a colon: most are no lead."""
    if text.endswith(","):
        lower = head.lower()
        if "theo" in lower or "lời" in lower:
            return True
    if not said[:1].isupper() and may_be_own(text, said):
        return True
    return may_say_last(head)


def _after_comma(text: str, end: int) -> str:
    """What stands between the first comma and ``end``: the clause behind ``Theo ông X, ``."""
    return text[:end].partition(",")[2].lstrip()


def _is_one_speaker(text: str) -> bool:
    """Whether a text holds a speaker and what belongs to one (``bà Lan, Tổng giám đốc``), and no clause."""
    return len(text.split()) <= 18 and not _CLAUSES.search(text)


def _says(slot: str, source: Mention) -> bool:
    return bool(SAID.search(slot, source.end))
