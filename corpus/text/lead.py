"""What stands in front of a lead and is no part of it: the name of an agency, or a label."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from typing import Any

from corpus.speech.capital_words import IS_PLACE
from corpus.speech.words import PLACES
from corpus.text.draft import Draft
from corpus.text.furniture import LEAD_LABEL
from corpus.text.lines import Line
from corpus.text.section_names import GENRE

_AGENCY = re.compile(
    r"(?:(?P<place>[^\W\d_][\w.,'/ -]{2,40}?)\s+)?"
    r"(?:\(\s?(?P<inside>[^\W\d_a-z][\w.+& -]{1,24}?)(?:,? \d{1,2}/\d{1,2}(?:/\d{4})?)?\s?\)\.?\s*(?:[-–—]{1,2}|:)\s*"
    r"|\((?P<capitals>[A-ZĐ.&]{2,10})\)\s+"
    r"|^(?P<dated>[A-ZĐ]{3,8}) \(\d{1,2}[./-]\d{1,2}[./-]\d{4}\)\s*[-–—]\s*"
    r"|^\((?P<named>(?!(?:Ảnh|Hình|Tiếp|Bài|Kỳ|Phần|Video|Theo|Xem|Nguồn)\b)[A-ZĐ][^\W\d_]+(?: [^\W\d_]+){1,3})\)\s+"
    r"(?=[“\"A-ZĐÂÁÀẢÃẠÊÉÈÔÓÒƠƯÍÚÝ])"
    r"|(?:^|(?<=, ))(?P<bare>[A-ZĐ][A-ZĐ\d&]{1,9}(?:\.[A-Z]{2,4}|\.[a-z]{2,9})?"
    r"|(?=[A-Z]{2})[A-Za-z]{3,8}(?=\s*[-–—]\s+[^\W\d_a-zà-ỹ])"
    r"|[A-ZĐ][\w ]{2,20}?(?: Online|\.VN|\.[a-z]{2,9})"
    r"|(?:Báo|Đài|Tạp chí) [A-ZĐ][\w ]{2,20}?|[A-ZĐ][a-z]+[A-ZĐ][A-Za-z]+)\s*[-–—]{1,2}\s+)"
    r"(?=[^\W_]|[“\"‘'«])"
)
"""An agency's name in front of the first paragraph: ``PNO - ``, ``(Dân trí) - ``, ``SAN DALIA, California (ĐV) – ``."""

_AGENCY_ALONE = re.compile(r"\((?P<name>[A-ZĐ][^()\d.:]{1,24})\)")
_WORDS_OF_PAPER = 2
"""Words of a paper's name that is written like any noun (``Dân trí``)."""

_BEHIND_AGENCY = re.compile(r"[(–—-]")
_BEGINNING = 120
"""Characters at a line's beginning in which an agency's name has a bracket or a dash beside it: most have neither."""

_STAMP = re.compile(rf"(?:{PLACES}|TP ?HCM)(?=[A-ZĐÂÊÔƠƯ][a-zà-ỹ]*\s[a-zà-ỹ0-9])")
"""A place to which the lead was glued, which a site marks it with (``Hà NamLũ về sớm hơn``)."""

_PLACE_IN_CAPITALS = re.compile(r"[A-ZĐÀ-Ỹ]{2,}(?: [A-ZĐÀ-Ỹ]{2,}){0,3}(?= [A-ZĐÂÊÔƠƯ][a-zà-ỹ])")
_DAY = re.compile(r", ngày \d{1,2}[/-]\d{1,2}(?:[/-]\d{4})?$")
_WORD = re.compile(r"[^\W\d_]\w*")
_SHORTEST_AGAIN = 120
"""Characters of a line that is no caption when it stands twice."""

_PAPER_OR_CITY = "TP"
_NO_AGENCY = re.compile(
    r"(?:TP|TPHCM|TP\.[A-Z]+|UBND|HĐND|HLV|TS|GS|PGS|ThS|BS|MC|CEO|NSND|NSƯT|COVID|SARS|[IVX]+|[A-Z]?\d+)$"
)


def lead_text(line: Line, draft: Draft) -> str:
    """The text of a first paragraph behind an agency's name, which becomes the source, or behind a label."""
    agency = without_agency(line)
    if agency is not None:
        name, behind = agency
        draft.source = fuller_source(draft.source, name)
        return behind
    label = LEAD_LABEL.match(line.plain) or _STAMP.match(line.plain)
    return _behind(line, label.end()) if label else line.raw


def fuller_source(named: str | None, agency: str) -> str:
    """The source of a text that opens with an agency, and whose foot may name the office of it that sent the text."""
    return agency if named is None or named.startswith(agency.partition(".")[0]) else named


def without_agency(line: Line) -> tuple[str, str] | None:
    """The agency's name with which a line opens, and the line's text behind it."""
    if _BEHIND_AGENCY.search(line.plain, 0, _BEGINNING) is None:
        return None
    agency = _AGENCY.match(line.plain)
    name = (
        (agency["inside"] or agency["capitals"] or agency["dated"] or agency["named"] or agency["bare"])
        if agency
        else None
    )
    if agency is None or name is None or not _is_agency(agency, name):
        return None
    return name, _behind(line, agency.end())


def is_agency_alone(line: Line, following: Line) -> bool:
    """Whether an agency's name in parentheses stands on a line of its own above the text that it belongs before."""
    alone = _AGENCY_ALONE.fullmatch(line.plain)
    if alone is None or not following.is_running or line.names_photo:
        return False
    words = _WORD.findall(alone["name"])  # of ``(Tiếp theo kỳ trước)`` not all are capital
    may_be_paper = len(words) == _WORDS_OF_PAPER and not (GENRE.match(alone["name"]) or _NO_AGENCY.match(alone["name"]))
    is_capital = all(word[0].isupper() for word in words)
    return (is_capital or may_be_paper) and IS_PLACE.fullmatch(alone["name"]) is None


def is_stamped(line: Line) -> bool:
    """Whether a line opens with a place in capitals, as some papers' leads do (``QUẢNG NGÃI Đàn gà …``)."""
    place = _PLACE_IN_CAPITALS.match(line.plain)
    return place is not None and IS_PLACE.fullmatch(place[0].title()) is not None


def opens_with_agency(line: Line) -> bool:
    """Whether a line opens with an agency's name, or is labelled as the lead."""
    return agency_of(line) is not None or bool(LEAD_LABEL.match(line.plain))


def agency_of(line: Line) -> str | None:
    """The agency's name with which a line opens."""
    agency = without_agency(line)
    return agency[0] if agency else None


def is_lead_again(line: Line, following: Line) -> bool:
    """Whether a paragraph stands again right below itself, as the lead does where a site opens the text with it."""
    return line.plain == following.plain and line.is_sentence and len(line.plain) >= _SHORTEST_AGAIN


def _is_agency(found: re.Match[str], name: str) -> bool:
    """Whether a name is an agency's or a paper's; ``TP`` is a paper's where no city's name follows it.

    Before it may stand a place, whose words are all capital (``Liên minh châu Âu (EU) vừa …`` is the text's).
    """
    place = found["place"] and _DAY.sub("", found["place"])
    if place and not all(word[0].isupper() for word in _WORD.findall(place)):
        return False
    return not _NO_AGENCY.match(name) or found["bare"] == _PAPER_OR_CITY


def _behind(line: Line, end: int) -> str:
    return line.raw[len(raw_prefix(line.raw, line.plain[:end].rstrip())) :].lstrip()


def raw_prefix(raw: str, plain: str) -> str:
    """As much of ``raw`` as composes to ``plain``."""
    lengths = _ComposedLengths(raw)
    return raw[: bisect_right(lengths, len(plain)) - 1].rstrip()


class _ComposedLengths(Sequence[int]):
    """For each number of characters of a text, how long they are composed and with single spaces."""

    def __init__(self, raw: str) -> None:
        self._raw = raw

    def __len__(self) -> int:
        return len(self._raw) + 1

    def __getitem__(self, size: Any) -> Any:
        return len(" ".join(unicodedata.normalize("NFC", self._raw[:size]).split()))
