"""Whose words does a text say that it gives? ``Theo ông X``, ``dẫn lời bà Y``, ``câu nói của Z``, ``Điều 5 Luật …``."""

from __future__ import annotations

import re

from corpus.speech.bodies import Body
from corpus.speech.names import Mention
from corpus.speech.patterns import either
from corpus.speech.sources import Nobody, Pronoun, Source, first_named

_UTTERANCES = either(
    """
    lời, những lời, chia sẻ, tâm sự, nhận định, khẳng định, nhận xét, phát biểu, ý kiến, quan điểm, câu nói, lời lẽ,
    trích, giọng, câu hỏi, bộc bạch, dòng trạng thái, tiết lộ
    """
)
_OF_UTTERANCE = rf"{_UTTERANCES}(?: [^\W\d_]+){{0,5}}? (?:của|từ)\s+"
_OF = re.compile(rf"(?:(?:đó |đây |trên )?(?:là|chính là) )?{_OF_UTTERANCE}", re.IGNORECASE)
_THAT_WAS = re.compile(rf"(?:Đó|Đây)(?: cũng)? (?:chính )?là (?:những |một trong những )?{_OF_UTTERANCE}")
_ACCORDING = re.compile(
    r"(?:là )?(?:như )?(?:theo|lời|trích lời|dẫn lời|vẫn lời)(?: lời)?(?: (?:kể|chia sẻ))?(?: của)?\s+(?!trên\s)",
    re.IGNORECASE,
)
CITED = re.compile(
    r"(?<!\w)(?<!được )(?<!hướng )(?<!viện )(?:trích lời|dẫn(?! (?:chứng|dắt|đầu|tới|đến|thêm|số|ví))(?: lại)?"
    rf"(?: lời| nguồn(?: tin)?| thông báo| tuyên bố| thông cáo| báo cáo| {_UTTERANCES})?)"
    r"(?: của| từ)?\s+(?!(?:lời )?(?:trên|tại|trong)\s)",
    re.IGNORECASE,
)
"""Words that cite whoever is named right behind them; ``dẫn lời trên Loria`` tells where it was read."""

_WORDS_OF = re.compile(rf"(?<!\w){_UTTERANCES}(?: [^\W\d_]+){{0,3}}? (?:của|từ)\s+", re.IGNORECASE)
_LONGEST_AUTHOR = 140
_TOLD = re.compile(r"người (?:có tên|tên)(?: là)? ")
_ASIDE = re.compile(r"(?:\s[^\W_]+)?\s(?:khi|trong|trên|với|sau|trước|tại|về|gửi)\s[^,;:•]*$")
"""What may follow whose words they are: where, when and how they were said."""

_LAWS = "(?:Bộ luật|Luật|Hiến pháp|Pháp lệnh|Nghị định|Thông tư)"
_LAW = re.compile(
    rf"(?<!\w)(?:[Kk]hoản|[Đđ]iều|[Đđ]iểm) \w+[^:;]{{0,60}}? (?P<law>{_LAWS}(?: [^\s,.;:()]+){{1,8}}?)"
    r"(?:,? (?:năm )?\d{4})?(?:,? (?:cũng |có )?(?:quy định|hướng dẫn|nêu|ghi)(?: rõ)?)?"
    r"(?:,? (?:cụ thể|như sau|thì|rằng))?$"
)
_BEHIND_YEAR = re.compile(r"(?<=\s\d{4})\s.*$")
"""What a sentence says of a law behind the year in its name."""

_LONGEST_LAW = 160


def according(slot: str) -> Source | None:
    """Whom a text names at its beginning as the one from whom it is (``Theo ông X``, ``lời của bà Y``)."""
    lead = _OF.match(slot) or _ACCORDING.match(slot)
    return None if lead is None else first_named(slot[lead.end() :], lead=lead[0]) or Nobody()


def said_by(sentence: str) -> Source | None:
    """Whose words those were that a sentence speaks of (``Đó là chia sẻ của bà X``)."""
    told = _THAT_WAS.match(sentence)
    return None if told is None else first_named(sentence[told.end() :]) or Nobody()


def author(head: str) -> Source | None:
    """Whose words a text ends with (``treo câu nói của Chủ tịch X``)."""
    tail = head[-_LONGEST_AUTHOR:]
    if " của " not in tail and " từ " not in tail:
        return None
    words = _WORDS_OF.search(tail)
    if words is None:
        return None
    behind = tail[words.end() :]
    source = first_named(behind)
    if isinstance(source, Pronoun):
        return source if _ASIDE.search(source.words) else None
    told = _TOLD.match(behind)
    if not isinstance(source, Mention) or source.begin != (told.end() if told else 0):
        return None
    rest = behind[source.end :]
    return source if not rest or _ASIDE.match(rest) else None


def law(head: str) -> Body | None:
    """The law whose article a text ends with (``Điều 5 Luật Đất đai quy định``)."""
    tail = head[-_LONGEST_LAW:]
    if "iều " not in tail and "hoản " not in tail and "iểm " not in tail:
        return None
    found = _LAW.search(tail)
    return Body(_BEHIND_YEAR.sub("", found["law"])) if found else None
