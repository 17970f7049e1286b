"""Who is speaking in this passage, and is it speech at all?

What stands round a passage decides. Behind it: ``“…”, ông X nói``. Before it: ``Ông X nói: “…”``, also at the end of the
paragraph before. Between two passages of one speaker: ``“…”, ông X nói. “…”``. A sentence of its own in quotation
marks goes on with whoever spoke last. Everything else is a phrase: a slogan, a title, a term inside somebody else's
sentence. Where the speaker is not plain, there is none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.speech.people import Mention, is_full_name, mentions
from corpus.speech.words import AGENCIES, BODIES, NAMED_THINGS, OFFICES, PLACES, PLAINLY_SAID, SAID, UPPER


@dataclass(frozen=True, slots=True)
class Pronoun:
    """Somebody who is not named in the sentence, but may be elsewhere: ``ông``, ``nữ ca sĩ``, ``trưởng xóm``.

    ``sex`` is ``"m"``, ``"f"`` or ``None`` where the words do not tell; ``words`` are empty where the subject is left out.
    """

    sex: str | None
    words: str


@dataclass(frozen=True, slots=True)
class Nobody:
    """Somebody who has no name in the article (``một người dân``), or who cannot be told."""


@dataclass(frozen=True, slots=True)
class Body:
    """A body, a paper or a document that speaks in its own name."""

    name: str


Source = Mention | Body | Pronoun | Nobody

_SENTENCE_END = re.compile(r"[.!?…]+[”\"»’)]*(?=\s|$)")
_ABBREVIATED = re.compile(r"(?:\b(?:TS|ThS|Ths|PGS|GS|BS|TP|Tp|KTS|LS|T)|(?:^|[\s.])[A-ZĐ])$")


def sentence_ends(text: str) -> list[int]:
    """The offsets behind the sentences of a text; the point of an abbreviation or an initial ends none."""
    return [
        found.end()
        for found in _SENTENCE_END.finditer(text)
        if found[0] != "." or not _ABBREVIATED.search(text, max(found.start() - 4, 0), found.start())
    ]


_BEHIND = re.compile(r"[\s.…!?]*(?P<mark>[,\-–—])?\s*")
_PRONOUNS = (
    ("m", r"(?:ông|anh|chú|cậu|thầy|cậu bé|nam \w+|người đàn ông|ông chủ|chàng \w+|cựu danh thủ|lão)"),
    ("f", r"(?:bà|chị|cô|nữ \w+|cô gái|người phụ nữ|người đẹp|nàng|cô bé|hoa hậu|mẹ)"),
    (None, rf"(?:em|cụ|bác|vị(?: \w+)*? này|{OFFICES})"),
)
_PLAIN_PRONOUN = re.compile(
    r"(?:ông|bà|anh|chị|cô|cụ|chú|bé|cậu bé|cô bé|cô gái)(?: này| ấy| ta)?(?= [^A-ZĐÂÊÔƠƯĂ])", re.IGNORECASE
)
_PRONOUN = tuple(
    (sex, re.compile(rf"{words}(?!\w)(?! (?:em|bà|con|gái|cháu|dân|bạn)(?!\w))", re.IGNORECASE))
    for sex, words in _PRONOUNS
)
_OFFICE = re.compile(rf"{OFFICES}(?!\w)")
_POLITE = re.compile(rf"(?:đồng chí|ông|bà|vị)\s+(?={OFFICES}(?!\w))", re.IGNORECASE)
_INDEFINITE = re.compile(
    r"(?:một|nhiều|các|những|có|đại diện|lãnh đạo|người dân|bạn đọc|khách hàng|pv|phóng viên|ai đó|mọi người|hàng xóm|người nhà|gia đình|nguồn tin"
    r"|dân làng|bà con|người(?! (?:phụ nữ|đàn ông|đẹp|mẹ|cha|bố|vợ|chồng|đứng đầu|phát ngôn|thầy|con))|chúng tôi|tôi|họ|ai|bạn|du khách|hành khách|độc giả|cư dân mạng|dân mạng|fan)(?!\w)",
    re.IGNORECASE,
)
_OBJECT_AHEAD = re.compile(
    r"(?<!\w)(?:với|của|cho|gặp|cùng|về|từ|bởi|hỏi|gọi|đến|tới|như|nhờ|giúp|đưa|nhìn|thấy|ở|tại|vào|bị|được|trên|trong|chúc|mời|khen|bên|quanh|và|là|"
    r"bảo|yêu|cưới|chào|tặng|thăm|đón|tiếp|phỏng vấn|ngoài|trước|sau|sang|qua|cạnh|lấy|theo|phía)\s+$",
    re.IGNORECASE,
)
_OF = re.compile(
    r"(?:(?:đó |đây |trên )?(?:là|chính là) )?(?:lời|những lời|chia sẻ|tâm sự|nhận định|khẳng định|nhận xét|phát biểu|ý kiến|quan điểm|câu nói|lời lẽ|trích|giọng|câu hỏi|bộc bạch)(?: [^\W\d_]+){0,5}? (?:của|từ)\s+",
    re.IGNORECASE,
)
_AUXILIARY_WORDS = "(?:đã|cũng|vừa|liền|thì|mới|còn|từng|lại|vẫn|đang|sẽ|chỉ|luôn|hay|thường|tiếp tục|bèn|đều|nhẹ nhàng|thẳng thắn|mạnh dạn)"
_TRAILING = re.compile(
    rf"(?:^|[^\w“”]|(?<!\w)(?:khi|rằng|cách|và|mà|thì|nhưng|còn|rồi)\s)(?P<who>(?:ông|bà|anh|chị|cô|bé|cụ|chú)(?: này| ấy| ta| bé)?)(?:\s+{_AUXILIARY_WORDS})*\s*$",
    re.IGNORECASE,
)
_BOUND = re.compile(r"[,;–—]\s*|\s-\s|(?<!\w)(?:rằng|nhưng|còn|khi|thì|mà)\s+", re.IGNORECASE)
_ABOUT_NOBODY = re.compile(
    r"^\s*(?:theo )?(?:một|nhiều|có|hai|ba|người dân|đại diện|lãnh đạo)\s|,\s(?:một|đại diện|lãnh đạo)\s[^,]*?(?:cho biết|cho hay|nói|khẳng định|chia sẻ)",
    re.IGNORECASE,
)
_INTRODUCED = re.compile(r"(?<!\w)tên(?: là)?\s+$", re.IGNORECASE)
_PLACE = re.compile(rf"{PLACES}(?!\w)")
_KIN_AHEAD = re.compile(
    r"(?<!\w)(?:con|con trai|con gái|con dâu|con rể|vợ|chồng|mẹ|cha|bố|em trai|em gái|anh trai|chị gái|em|anh|chị|cháu|nhà|hàng xóm|gia đình|bạn|thân nhân|người nhà|nhóm|lời|tên|phía|vợ chồng)\s+$",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\([^()]*\)")
_CONJUNCTION = re.compile(
    r"(?:[,;:–—•”\"-]|(?<!\w)(?:khi|rằng|và|nhưng|còn|thì|mà|do|vì|nên|nay|qua|đó|này|lúc|đích thân|bản thân|chính|riêng))\s*$",
    re.IGNORECASE,
)
_AUXILIARY = re.compile(rf"(?:{_AUXILIARY_WORDS}\s*)+$", re.IGNORECASE)
_ACCORDING = re.compile(
    r"(?:là )?(?:như )?(?:theo|lời|trích lời|dẫn lời|vẫn lời)(?: lời)?(?: (?:kể|chia sẻ))?(?: của)?\s+", re.IGNORECASE
)
_ACCORDING_ONE = re.compile(r"(?:^|,\s)\s*(?:như )?(?:theo|lời)(?: lời(?: kể)?)?(?: của)?\s+", re.IGNORECASE)
_CITED = re.compile(r"(?<!\w)(?:dẫn lời|trích lời|dẫn phát biểu của|dẫn)\s+", re.IGNORECASE)
_BODY_ENDS = frozenset(
    "đã cũng vừa sẽ đang thì còn từng phải hôm ngày sáng chiều này về có dẫn cho vẫn liên mới luôn".split()
)
_NUMBERED = re.compile(
    r"(?:Quyết định|Thông báo|Nghị quyết|Công văn|Nghị định|Thông tư|Chỉ thị|Kết luận|Công điện|Luật|Bộ luật)(?: [^\W\d_]+){0,5}? (?:số|năm)? ?\d\S*"
)
_INITIALS = re.compile(rf"(?P<name>[{UPPER}]{{2,7}})(?![\w.-])\s*(?P<rest>.*)$")
_DOCUMENT_OF = re.compile(
    r"^(?:báo cáo|nghị quyết|thông báo|phác đồ|văn bản|thống kê|quy định|kết luận|nghiên cứu|phía|số liệu|công bố|tuyên bố|thư)(?: [^\W\d_]+){0,3}? của\s+|^phía\s+",
    re.IGNORECASE,
)
_ADVERB_WORDS = frozenset(
    (
        "sau đó",
        "khi đó",
        "lúc đó",
        "còn",
        "và",
        "nhưng",
        "trong khi đó",
        "theo đó",
        "tuy nhiên",
        "riêng",
        "chính",
        "hôm qua",
        "hôm nay",
        "mới đây",
    )
)
_ADVERBS = re.compile(
    r"(?:sau đó|khi đó|lúc đó|lúc này|rồi|còn|và|nhưng|thế là|cuối cùng|tiếp đó|đồng thời|theo đó|cũng|vì vậy|do đó|vậy là|tuy nhiên|trong khi đó|ngay lập tức|bản thân|chính|riêng|hôm qua|hôm nay|nay|thì)\s*,?\s+",
    re.IGNORECASE,
)
_NAMING = re.compile(
    rf"{NAMED_THINGS.pattern}|(?<!\w)(?:gọi|coi|xem|ví|mệnh danh|đặt tên)(?: [^\W\d_]+){{0,6}}(?: là| như)?$|(?<!\w)(?:mang tên|có tên|tên là|như|gồm|bao gồm|là các|các)$",
    re.IGNORECASE,
)
_PLAIN_LEAD = re.compile(r"(?<!\w)(?:nói|hỏi|bảo|kêu|hô|đáp|hét|quát)$")
_WRITTEN = re.compile(
    r"(?<!\w)(?:khẩu hiệu|băng rôn|biển|bảng|tên|tít|tựa|chữ|câu|phương châm|bài|thông điệp|chủ đề|gồm|sau đây|nội dung)(?!\w)",
    re.IGNORECASE,
)
_LEADS = re.compile(
    rf"{SAID.pattern}(?: (?:thêm|rằng|là|ngay|lại|luôn|to|nhỏ|vui|với [^,.;:]{{1,30}}|một câu|như sau|trong [^,.;:]{{1,30}}))*$",
    re.IGNORECASE,
)
_LONGEST_SLOT = 260
_LONG_PART = 10
"""Words of a passage that are somebody's own also where the reporter's sentence only leads into them."""


def _ends(words: re.Pattern[str], text: str) -> bool:
    """Whether a text ends with some short words; only its end is looked at."""
    return bool(words.search(text, max(len(text) - 24, 0)))


def is_cited(text: str) -> bool:
    """Whether what follows a passage only says where it was read (``, theo VnExpress``)."""
    return bool(re.match(r"[\s,.(]*theo\s+(?!(?:ông|bà|anh|chị|lời)\s)", text, re.IGNORECASE))


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
    if not (marked or ended) or not rest or rest[0] in '“"«‘(':
        return None
    starts_anew = not marked and rest[:1].isupper()
    slot = rest[:_LONGEST_SLOT]
    ends = sentence_ends(slot)
    slot = slot[: ends[0]].rstrip('.!?… ”"»’)') if ends else slot
    cut = re.search(r"[:;“\"«]", slot)
    if starts_anew and (cut is not None or len(slot.split()) > 14):
        return None  # a sentence of its own, which leads to what follows it
    slot = slot[: cut.start()] if cut else slot
    if cited := _CITED.search(slot):
        return _first(slot[cited.end() :]) or Nobody()
    if found := _according(slot):
        return found
    source = _subject(slot, at_start=True)
    if source is None and len(said.split()) >= 4 and not starts_anew:
        verb = SAID.match(slot) if marked else None
        source = _after_verb(slot, verb.end()) if verb else None
    if isinstance(source, Mention) and not _says(slot, source) and len(said.split()) < 5 and not ended:
        return None
    if starts_anew and not (SAID.search(slot) and source):
        return None
    if source is None and marked and len(said.split()) >= 5 and PLAINLY_SAID.search(slot):
        return Nobody()
    return source


def before(text: str, said: str) -> Source | None:
    """Who is said, ahead of a passage, to say it; ``None`` where nobody is. ``text`` is the sentence before the opening
    mark, in which other passages are blanked."""
    text = text.rstrip()
    head = text.rstrip(" :,–-")
    if not head or _NAMING.search(head, max(len(head) - 60, 0)):
        return None
    has_colon = text.endswith(":")
    words = len(said.split())
    if not has_colon:
        if text.endswith(",") and (alone := _ACCORDING_ONE.search(head)) and _is_one_speaker(head[alone.end() :]):
            return _first(head[alone.end() :]) or Nobody()
        if not _LEADS.search(head, max(len(head) - 90, 0)) or words < (
            3 if said[:1].isupper() or _ends(_PLAIN_LEAD, head) else 5
        ):
            return speaks(head) if words >= _LONG_PART and not text.endswith(",") and not said[:1].isupper() else None
    elif not (said[:1].isupper() or words >= 8 or not said[:1].isalpha() or SAID.search(head[-80:])):
        return None
    if cited := _CITED.search(head):
        return _first(head[cited.end() :]) or Nobody()
    verbs = list(SAID.finditer(head))
    last_clause = _ADVERBS.sub("", re.split(r"[,;–]\s+", head)[-1])
    if has_colon and _PLAIN_PRONOUN.match(last_clause) and not any(each.is_addressed for each in mentions(last_clause)):
        return _unnamed(last_clause) or Nobody()
    if found := _according(head):
        other = (
            _subject(_after_comma(head, verbs[-1].start()), at_start=False)
            if verbs and len(head) - verbs[-1].end() < 25
            else None
        )
        return other if isinstance(other, Mention | Pronoun) else found
    if not verbs:
        if not has_colon or words < 3:
            return None
        source = _subject(head, at_start=False)
        whole = said[:1].isupper() and (words >= 6 or said[-1:] in ".!?…")
        if _WRITTEN.search(head[-60:]):
            return None
        return source if isinstance(source, Mention | Pronoun | Body) else Nobody() if whole else None
    fallback: Source | None = None
    for verb in reversed(verbs):
        source = _subject(head[: verb.start()], at_start=False)
        if isinstance(source, Mention | Body):
            return source
        fallback = fallback or source
    clause = re.split(r"[,;–]\s*", head[: verbs[-1].start()])[-1]
    return fallback or (Nobody() if _ADVERBS.sub("", clause + " ").strip() else Pronoun(None, ""))


def _after_comma(text: str, end: int) -> str:
    """What stands between the first comma and ``end``: the clause behind ``Theo ông X, ``."""
    return text[:end].partition(",")[2]


def _is_one_speaker(text: str) -> bool:
    """Whether a text holds a speaker and what belongs to one (``bà Lan, Tổng giám đốc``), and no clause."""
    return len(text.split()) <= 18 and not re.search(r"(?<!\w)(?:đã|sẽ|đang|có|là|được|bị|không|từ)(?!\w)", text)


def speaks(sentence: str) -> Mention | None:
    """Who speaks in a sentence of reported speech (``Ông X cho biết mưa đã tạnh.``), if somebody named does."""
    cited = re.search(r"(?:^|[,;]\s)\s*(?:theo|lời)(?: lời)?\s+", sentence, re.IGNORECASE)
    source = _first(sentence[cited.end() :]) if cited else None
    if isinstance(source, Mention) and (source.is_marked or is_full_name(source.name)):
        return source
    person = subject(sentence)
    return person if person is not None and SAID.search(sentence, person.end) else None


def stands_for(sentence: str) -> Pronoun | None:
    """The pronoun or office without a name that a sentence begins with, if it does."""
    found = _unnamed(_ADVERBS.sub("", sentence.strip(), count=1))
    return found if isinstance(found, Pronoun) else None


def names_nobody(sentence: str) -> bool:
    """Whether a sentence is about somebody without a name (``Một nữ sinh viên …``)."""
    return bool(_ABOUT_NOBODY.search(sentence))


def subject(sentence: str) -> Mention | None:
    """The first person that a sentence is about: named where a clause begins, or in its subject."""
    for each in mentions(sentence, any_capitals=True):
        ahead = sentence[: each.begin]
        begins = not ahead.strip() or _ends(_CONJUNCTION, ahead) or ahead.strip().lower() in _ADVERB_WORDS
        if begins and not _ends(_OBJECT_AHEAD, ahead):
            return each
    return None


def _says(slot: str, source: Mention) -> bool:
    return bool(SAID.search(slot, source.end))


def _according(slot: str) -> Source | None:
    lead = _OF.match(slot) or _ACCORDING.match(slot)
    if lead is None:
        return None
    return _first(slot[lead.end() :]) or Nobody()


def _first(text: str) -> Source | None:
    """Who is named at the beginning of a text."""
    clause = re.split(r"[,:;]", text, maxsplit=1)[0]
    person = next(mentions(clause, any_capitals=True), None)
    body = _body(clause)
    if body is not None and (person is None or person.begin > 0):
        return body
    return person or _unnamed(clause)


def _subject(text: str, *, at_start: bool) -> Source | None:
    """Who the subject is in ``text``: of the first verb of saying in it where a subject stands ``at_start``, else of the
    verb that follows it."""
    if at_start:
        verb = SAID.search(text)
        head = text[: verb.start()] if verb else text
    else:
        verb, head = None, text
    named = [each for each in mentions(head, any_capitals=bool(verb) or not at_start) if _may_be_subject(head, each)]
    aside = [found.span() for found in _ASIDE.finditer(head)]
    named = [each for each in named if not any(begin <= each.start < end for begin, end in aside)]
    if at_start and verb is None:
        near = next((each for each in mentions(head, any_capitals=True) if each.begin == 0), None)
        return near or _unnamed(head)
    if at_start:
        plain = _ADVERBS.sub("", head.strip(), count=1)
        if named and named[0].begin <= len(head) - len(head.lstrip()) + len(head.strip()) - len(plain):
            return named[0]
        if named and _OFFICE.match(plain) and re.search(r"[,–-]\s*$", head[: named[0].begin]):
            return named[0]
        return _unnamed(plain) or _body(head) or _last(head, named)
    head_without = _ASIDE.sub(lambda found: "•" * len(found[0]), head)
    if trailing := _TRAILING.search(head, max(len(head) - 60, 0)):
        return _unnamed(trailing["who"])
    bounds = [0, *(bound.end() for bound in _BOUND.finditer(head_without))]
    for start in reversed(bounds):
        clause = _ADVERBS.sub("", head[start:])
        inside = [each for each in named if each.begin >= start]
        if inside and (inside[0].is_marked or " " in inside[0].name or inside[0].begin == len(head) - len(clause)):
            unnamed = _unnamed(clause) if inside[0].begin > len(head) - len(clause) else None
            introduced = _ends(_INTRODUCED, head[: inside[-1].start])
            return unnamed if isinstance(unnamed, Nobody) and not introduced else _last(head, named) or inside[0]
        if not clause.strip():
            continue
        if (found := _unnamed(clause) or _body(clause)) is not None:
            holder = next(
                (
                    each
                    for each in reversed(named)
                    if each.end <= start and re.match(r"\s*(?:[,(–]|-\s)", head[each.end :])
                ),
                None,
            )
            if isinstance(found, Nobody) and (
                introduced := next(
                    (each for each in named if _ends(_INTRODUCED, head[: each.start]) and each.begin >= start), None
                )
            ):
                return introduced
            beside = holder is not None and not head_without[holder.end : start].strip(" ,–-•")
            if (
                holder is not None
                and holder.is_addressed
                and isinstance(found, Nobody)
                and re.match(r"(?:người|một)(?!\w)", clause)
            ):
                return holder
            if holder is not None and beside and (not isinstance(found, Pronoun) or _OFFICE.match(clause)):
                return holder
            return found
    return _last(head, named)


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
            _is_described(marked[at])
            and marked[at - 1].is_marked
            or marked[at - 1].is_addressed
            and not marked[at].is_addressed
        )
        and re.match(r"\s*(?:[,(–]|-\s)", text[marked[at - 1].end :])
    ):
        at -= 1
    return marked[at]


def _may_be_subject(text: str, person: Mention) -> bool:
    """Whether a person stands where a subject may: not behind a preposition or a verb; a bare name only where a clause
    begins, right before its verb."""
    ahead = text[: person.begin]
    if _ends(_OBJECT_AHEAD, ahead) or (person.is_addressed and _ends(_KIN_AHEAD, ahead)):
        return False
    if person.is_marked or is_full_name(person.name) or _ends(_INTRODUCED, ahead):
        return True
    rest = text[person.end :].strip()
    begins = not ahead.strip() or _ends(_CONJUNCTION, ahead)
    return begins and (" " in person.name or not rest or rest[0] in ",(–-" or bool(_AUXILIARY.match(rest)))


def _after_verb(slot: str, end: int) -> Source | None:
    """The subject behind its verb (``”, nói như ông X``)."""
    return next((each for each in mentions(slot[end:]) if each.is_marked), None)


def _unnamed(text: str) -> Pronoun | Nobody | None:
    """Somebody without a name at the beginning of a text."""
    if _INDEFINITE.match(text):
        return Nobody()
    text = _POLITE.sub("", text)
    for sex, words in _PRONOUN:
        if words.match(text):
            return Pronoun(sex, text.strip(" ,–-"))
    return None


def _body(text: str) -> Body | None:
    """The body, paper or document at the beginning of a text, by the name with a capital in it."""
    text = _DOCUMENT_OF.sub("", text.strip(" ,–-"))
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
    if not BODIES.match(text):
        return None
    words = []
    for word in (text[: verb.start()] if verb else text).split():
        if word.strip(",;:") in _BODY_ENDS:
            break
        words.append(word)
    name = re.split(r"[,;:(]", " ".join(words), maxsplit=1)[0].strip()
    return Body(name) if re.search(rf"[{UPPER}]", name) and len(name.split()) <= 12 else None
