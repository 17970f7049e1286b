"""Who is speaking in this passage, and is it speech at all?

What stands round a passage decides. Behind it: ``“…”, ông X nói``. Before it: ``Ông X nói: “…”``, also at the end of
the paragraph before. Between two passages of one speaker: ``“…”, ông X nói. “…”``. A sentence of its own in quotation
marks goes on with whoever spoke last. Everything else is a phrase: a slogan, a title, a term inside somebody else's
sentence. Where the speaker is not plain, there is none.
"""

from __future__ import annotations

import re

from corpus.speech.names import Mention, mentions
from corpus.speech.patterns import Ending, either, last_word, listed
from corpus.speech.reported import speaks
from corpus.speech.sentences import sentence_ends
from corpus.speech.sources import (
    AUXILIARIES,
    Body,
    Nobody,
    Pronoun,
    Source,
    document,
    first_named,
    place_at_start,
    unnamed,
)
from corpus.speech.subjects import subject_after, subject_at_start, subject_before, without_adverbs
from corpus.speech.words import ADDRESS, NAMED_THINGS, PLAINLY_SAID, SAID, SAYING

_BEHIND = re.compile(r"[\s.…!?]*(?P<mark>[,\-–—])?\s*")
_PLAIN_PRONOUN = re.compile(
    r"(?:ông|bà|anh|chị|cô|cụ|chú|bé|cậu bé|cô bé|cô gái)(?: này| ấy| ta)?(?= [^A-ZĐÂÊÔƠƯĂ])", re.IGNORECASE
)
_UTTERANCES = either(
    """
    lời, những lời, chia sẻ, tâm sự, nhận định, khẳng định, nhận xét, phát biểu, ý kiến, quan điểm, câu nói, lời lẽ,
    trích, giọng, câu hỏi, bộc bạch, dòng trạng thái, tiết lộ
    """
)
_OF = re.compile(
    rf"(?:(?:đó |đây |trên )?(?:là|chính là) )?{_UTTERANCES}(?: [^\W\d_]+){{0,5}}? (?:của|từ)\s+", re.IGNORECASE
)
_ACCORDING = re.compile(
    r"(?:là )?(?:như )?(?:theo|lời|trích lời|dẫn lời|vẫn lời)(?: lời)?(?: (?:kể|chia sẻ))?(?: của)?\s+", re.IGNORECASE
)
_ACCORDING_ONE = re.compile(r"(?:^|,\s)\s*(?:như )?(?:theo|lời)(?: lời(?: kể)?)?(?: của)?\s+", re.IGNORECASE)
_CITED = re.compile(
    r"(?<!\w)(?<!được )(?<!hướng )"
    rf"(?:trích lời|dẫn(?! (?:chứng|dắt|đầu|tới|đến))(?: lại)?(?: lời| {_UTTERANCES})?)(?: của)?\s+",
    re.IGNORECASE,
)
_READ_IN = re.compile(r"[\s,.(]*theo\s+(?!(?:ông|bà|anh|chị|lời)\s)", re.IGNORECASE)
_ADDRESSED_SAYS = re.compile(
    rf"{ADDRESS}(?: [A-ZĐ]\w*){{0,4}} (?:{AUXILIARIES} )?{PLAINLY_SAID.pattern}", re.IGNORECASE
)
"""Who says it, where the comma before is left out."""

_NICKNAMED = re.compile(r"[“\"‘]\s*•{1,20}\s*[”\"’]\s+(?=[A-ZĐ])")
"""A nickname in marks before the name (``“siêu cò” Barker``)."""

_SIGN = re.compile(r"[:;“\"«]")
_CLAUSE_END = re.compile(r"[,;–]\s+")
_CLAUSES = re.compile(r"(?<!\w)(?:đã|sẽ|đang|có|là|được|bị|không|từ)(?!\w)")
_CALLING = ("gọi", "coi", "xem", "ví", "mệnh danh", "đặt tên")
_CALLED = re.compile(rf"(?<!\w)(?:{'|'.join(_CALLING)})(?: [^\W\d_]+){{0,6}}(?: là| như)?$", re.IGNORECASE)
_NAMING = Ending(f"{NAMED_THINGS}, tên là, mang tên, có tên, như, gồm, bao gồm, các", after="")
_EXPLAINED = Ending("lý giải, lí giải, diễn giải, giảng giải", after="")
"""Verbs whose last word is the name of a thing by itself (``giải``: a prize)."""

_TAKES_A_NOUN = Ending(
    "với, cho, của, về, bởi, là, như, và, bằng, từ, trong, tiến hành, ban hành, hiện tượng, không còn", after=""
)
"""Words behind which a part of a sentence is no clause of somebody's own."""

_PLAIN_LEAD = Ending("nói, hỏi, bảo, kêu, hô, đáp, hét, quát", after="")
_WRITTEN_WORDS = either(
    """
    khẩu hiệu, băng rôn, biển, bảng, tên, tít, tựa, chữ, câu, phương châm, bài, thông điệp, chủ đề, gồm, sau đây,
    nội dung
    """
)
_WRITTEN = re.compile(rf"(?<!\w){_WRITTEN_WORDS}(?!\w)", re.IGNORECASE)
_MORE = "thêm, rằng, là, ngay, lại, luôn, to, nhỏ, vui, một câu, như sau"
_LEADS = re.compile(
    rf"{SAID.pattern}(?: (?:{either(_MORE)}|với [^,.;:]{{1,30}}|trong [^,.;:]{{1,30}}))*$", re.IGNORECASE
)
_LAST_OF_LEADS = frozenset(last_word(word) for word in [*SAYING, *listed(_MORE)])
_LONGEST_SLOT = 260
_MESSAGE = Ending("thông điệp, quan điểm", after="")
"""Things that are somebody's own words where they are long."""

_HEARD = re.compile(
    r"(?<!\w)(?:nhận|nghe)(?: được| về| thấy| tiếng)?(?: [^\W\d_]+){0,6}"
    r" (?:câu hỏi|lời|tin nhắn|câu)(?: [^\W\d_]+){0,6}$",
    re.IGNORECASE,
)
"""Words of somebody who is told, asked or written to, and by whom is not plain."""

_LONGEST_HEARD = 100
_BEGINS_CLAUSE = re.compile(
    r"(?:(?:ông|bà|anh|chị|cô|hắn) (?:ta|ấy)|họ|tôi|chúng (?:tôi|ta)|đó là|đây là|không ai)(?!\w)"
)
_FEWEST_OF_CLAUSE = 4
_LONG_PART = 10
"""Words of a passage that are somebody's own also where the reporter's sentence only leads into them."""


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
    if rest[:1] in tuple('“"‘') and (nickname := _NICKNAMED.match(rest)):
        rest = rest[nickname.end() :]
    is_said = marked or ended or (len(said.split()) >= 5 and _ADDRESSED_SAYS.match(rest))
    if not is_said or not rest or rest[0] in '“"«‘(':
        return None
    starts_anew = not marked and rest[:1].isupper() and not said.endswith(",")
    slot = rest[:_LONGEST_SLOT]
    ends = sentence_ends(slot)
    slot = slot[: ends[0]].rstrip('.!?… ”"»’)') if ends else slot
    cut = _SIGN.search(slot)
    if starts_anew and (cut is not None or len(slot.split()) > 14):
        return None  # a sentence of its own, which leads to what follows it
    slot = slot[: cut.start()] if cut else slot
    if cited := _CITED.search(slot):
        return first_named(slot[cited.end() :]) or Nobody()
    if found := _according(slot):
        return found
    source = subject_at_start(slot)
    if source is None and len(said.split()) >= 4 and not starts_anew:
        verb = SAID.match(slot) if marked else None
        source = subject_after(slot, verb.end()) if verb else None
    if isinstance(source, Mention) and not _says(slot, source) and len(said.split()) < 5 and not ended:
        return None
    if starts_anew and not (SAID.search(slot) and source):
        return None
    if source is None and marked and len(said.split()) >= 5 and PLAINLY_SAID.search(slot):
        return Nobody(is_told=False)
    return source


def behind_part(text: str, *, is_subject_alone: bool) -> Source | None:
    """Who is cited behind a part of a sentence (``Xã “đang bàn việc làm đường”, AFP dẫn lời ông X.``), or says it there
    where nothing but the subject stands before the part."""
    if not is_subject_alone and "dẫn" not in text[:_LONGEST_SLOT] and "trích" not in text[:_LONGEST_SLOT]:
        return None
    opening = _BEHIND.match(text)
    if opening is None or opening["mark"] is None:
        return None
    slot = text[opening.end() : opening.end() + _LONGEST_SLOT]
    ends = sentence_ends(slot)
    slot = slot[: ends[0]] if ends else slot
    cited = _CITED.search(slot)
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
    if not head or not (has_colon or _may_lead(text, head, said, words)):
        return None
    if names_a_thing(head) and not (has_colon and words >= _LONG_PART and _MESSAGE.ends(head)):
        return None
    if has_colon and _HEARD.search(head[-_LONGEST_HEARD:]):
        return Nobody()
    if has_colon:
        if not (said[:1].isupper() or words >= 8 or not said[:1].isalpha() or SAID.search(head[-80:])):
            return None
    else:
        if text.endswith(",") and (alone := _ACCORDING_ONE.search(head)) and _is_one_speaker(head[alone.end() :]):
            return first_named(head[alone.end() :]) or Nobody()
        fewest = 3 if said[:1].isupper() or _PLAIN_LEAD.ends(head) else 5
        if words < fewest or not (_leads(head) or (head.endswith(" rằng") and PLAINLY_SAID.search(head))):
            is_long = words >= _LONG_PART or (words >= _FEWEST_OF_CLAUSE and _BEGINS_CLAUSE.match(said))
            is_part = is_long and not text.endswith(",") and not said[:1].isupper()
            return speaks(head) if is_part and not _TAKES_A_NOUN.ends(head) else None
    if cited := _CITED.search(head):
        return first_named(head[cited.end() :]) or Nobody()
    if has_colon:
        last_clause = without_adverbs(_CLAUSE_END.split(head)[-1])
        if _PLAIN_PRONOUN.match(last_clause) and not any(each.is_addressed for each in mentions(last_clause)):
            return unnamed(last_clause) or Nobody()
    verbs = list(SAID.finditer(head))
    if found := _according(without_adverbs(head)):
        is_near = verbs and len(head) - verbs[-1].end() < 25
        other = subject_before(_after_comma(head, verbs[-1].start())) if is_near else None
        return other if isinstance(other, Mention | Pronoun) else found
    if verbs:
        return _of_verbs(head, verbs)
    return _without_verb(head, said, words) if has_colon and words >= 3 else None


def _of_verbs(head: str, verbs: list[re.Match[str]]) -> Source:
    """The subject of the last verb of saying that has one named."""
    if written := document(without_adverbs(head)):
        return written
    fallback: Source | None = None
    for verb in reversed(verbs):
        source = subject_before(head[: verb.start()])
        if isinstance(source, Mention | Body):
            return source
        fallback = fallback or source
    clause = _CLAUSE_END.split(head[: verbs[-1].start()])[-1]
    if fallback is None and not without_adverbs(clause + " ").strip() and (place := place_at_start(head)):
        return place
    return fallback or (Nobody(is_told=False) if without_adverbs(clause + " ").strip() else Pronoun(None, ""))


def _without_verb(head: str, said: str, words: int) -> Source | None:
    """Whom a sentence that ends with a colon is about, though no verb of saying stands in it."""
    if _WRITTEN.search(head[-60:]) and not _MESSAGE.ends(head):
        return None
    source = subject_before(head)
    if isinstance(source, Mention | Pronoun | Body):
        return source
    return Nobody() if said[:1].isupper() and (words >= 6 or said[-1:] in ".!?…") else None


def _may_lead(text: str, head: str, said: str, words: int) -> bool:
    """Whether it is worth while to look closely at words before a passage without a colon: most are no lead."""
    if text.endswith(","):
        lower = head.lower()
        if "theo" in lower or "lời" in lower:
            return True
    elif not said[:1].isupper() and (words >= _LONG_PART or _BEGINS_CLAUSE.match(said)):
        return True
    return _may_say_last(head)


def _may_say_last(head: str) -> bool:
    if last_word(head[-24:]) in _LAST_OF_LEADS:
        return True
    tail = head[-45:].lower()
    return "với " in tail or "trong " in tail


def _leads(head: str) -> bool:
    """Whether a text ends with a verb of saying and what may follow one."""
    return _may_say_last(head) and bool(_LEADS.search(head, max(len(head) - 90, 0)))


def names_a_thing(head: str) -> bool:
    """Whether a text announces the name of a thing, a motto, a title or a nickname."""
    if _NAMING.ends(head) and not _EXPLAINED.ends(head):
        return True
    tail = head[-60:].lower()
    is_called = any(verb in tail for verb in _CALLING) and _CALLED.search(head, max(len(head) - 60, 0))
    return bool(is_called) and not _leads(head)


def _after_comma(text: str, end: int) -> str:
    """What stands between the first comma and ``end``: the clause behind ``Theo ông X, ``."""
    return text[:end].partition(",")[2].lstrip()


def _is_one_speaker(text: str) -> bool:
    """Whether a text holds a speaker and what belongs to one (``bà Lan, Tổng giám đốc``), and no clause."""
    return len(text.split()) <= 18 and not _CLAUSES.search(text)


def _says(slot: str, source: Mention) -> bool:
    return bool(SAID.search(slot, source.end))


def _according(slot: str) -> Source | None:
    lead = _OF.match(slot) or _ACCORDING.match(slot)
    if lead is None:
        return None
    return first_named(slot[lead.end() :]) or Nobody()
