"""Is the first paragraph a lead? It sums the article up, and behind it the text begins anew.

No mark tells it on a page of text. But a lead is one sentence, or two short ones, where paragraphs are longer; it tells
what happened and not when of a day, lets nobody speak, and what follows does not lean on it (``Tại buổi lễ …``,
``Theo đó …``), but opens with a time and a place or introduces its people itself.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from corpus.text.lines import Line
from corpus.text.live_report import live_hours
from corpus.text.section_names import SMALL_LETTERS
from corpus.text.told_again import is_told_again

_LONGEST = 260
"""Characters of a lead that nothing marks as one."""

_LONGEST_INTRODUCTION = 500
"""The same where an interview begins below it: it introduces who is asked."""

_LONGEST_ABOVE_LINKS = 400
"""The same where links to other pages stand below it."""

_LONGEST_ABOVE_PICTURE = 230
"""The same where a caption stands below it: of the 76 such paragraphs of 436 pages 61 are leads."""

_ARROWS = ">»►▶→"
_SHORTEST = 75
"""Characters; what is shorter is more often a caption."""

_SHARE = 0.85
"""Of the length that the article's paragraphs have, at most, where a lead has two sentences."""

_SHARE_OF_ONE_SENTENCE = 1.25
"""Of a lead that is one sentence, where paragraphs have more."""

_SHARE_WITH_TIME = 0.92
"""Of a lead that says when, where the text behind it says so, too."""

_SHARE_OF_SHORT = 0.75
"""A single sentence that is so much shorter is a lead whatever follows."""

_TOOL = re.compile(
    r"chia sẻ|lưu|theo dõi|nghe|gửi|email|cỡ chữ|bình luận|cập nhật|cuộn|kéo|copy|share|like|print"
    r"|in (?:bài|trang)|bản in|tweet|đánh giá|tương phản",
    re.IGNORECASE,
)
"""What a reader does with a page as a whole; an advertisement, a player or a rule may stand behind any paragraph."""

_FEWEST_PARAGRAPHS = 3
_SHARE_APART = 0.2
"""Of the paragraphs that have an empty line above, where none is the rule."""

_MEASURED = 40
"""Paragraphs whose length is taken."""

_SENTENCE_END = re.compile(rf"[.!?…][”\"’»)]*(?=\s+[^{SMALL_LETTERS}]|$)")
_SPOKEN = re.compile(
    r":(?! )|: [“\"«„‘']|: (?-i:[A-ZĐ])|(?<![^\s(])[“\"«„]\s?(?:[^\s“”\"«»„]+ ){6}"
    r"|(?<!cho chúng )(?<!với chúng )(?<!đài chúng )(?<!báo chúng )\btôi\b",
    re.IGNORECASE,
)
"""Somebody is quoted at length, or speaks of himself, and not of the paper to which somebody spoke.

A straight mark opens where a space stands before it.
"""

_INTERVIEW = re.compile(
    r"(?:pv|phóng viên|hỏi|h|\*)\s*:"
    r"|(?:[^:.?!]{2,30}: )?thưa (?:ông|bà|anh|chị|cô|bác|thầy|giáo|tiến|nhà|đồng chí|nhạc)",
    re.IGNORECASE,
)
_TURN = re.compile(r"[^:.!?“”\"]{2,30}: \S")
"""Words of a dialogue behind the speaker's name: they are short, whatever the length of paragraphs."""

_ANSWER = re.compile(r"[-–—] \S")
_DATELINE = re.compile(r"[^\W\d_][^\d,.:]{1,40}, (?:ngày )?\d{1,2}(?: tháng |[/.-])\d{1,2}[^-–—:]{0,12}[-–—:] ")
"""Where an agency's text begins: ``Lâm Hà, ngày 12 tháng 5 - ``."""

_TIME = re.compile(
    r"(?:(?:khoảng|lúc|vào|từ|hồi|cuối|đầu|giữa|rạng|sáng|trưa|chiều|tối|đêm|khuya)\s+)*"
    r"(?:hôm (?:nay|qua)|ngày \d|(?:sáng|trưa|chiều|tối|đêm) (?:nay|qua|ngày|\d)"
    r"|\d{1,2}\s?(?:h\d{0,2}|giờ|g\d{0,2}|[/-]\d{1,2})\b|m[ùồ]ng \d"
    r"|(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)(?: \w+)? giờ (?:sáng|trưa|chiều|tối|đêm|kém|hơn|rưỡi))"
    r"|(?:sáng|trưa|chiều|tối|đêm|rạng sáng) (?:thứ|chủ nhật)",
    re.IGNORECASE,
)
_SINCE = re.compile("từ ngày", re.IGNORECASE)
"""What holds from some day on, as leads tell it, too."""

_OCCASION = re.compile(
    r"(?:vừa qua|mới đây|cùng ngày|nhân dịp|nhân kỷ niệm|hòa chung|hoà chung|thực hiện)(?!\w)", re.IGNORECASE
)
"""How news in brief begins, and no lead: when it was, on what occasion, by what order."""

_OPENING_WITH_TIME = re.compile(
    r"(?:theo|tại|trong|ở) [^.:“\"]{3,90}?\b(?:ngày|sáng|trưa|chiều|tối|đêm|hôm) (?:\d|nay\b|qua\b)", re.IGNORECASE
)
"""Whom one has it from, or where it was, and when: ``Theo Sở Y tế, ngày 3/5 …``."""

_LEANS = re.compile(
    r"(?:(?:theo đó|theo cáo trạng|tuy nhiên|tuy vậy|nhưng|trước đó|sau đó|ngoài ra|bên cạnh đó|đồng thời|cụ thể|đó|đây"
    r"|từ (?:đó|đấy)|họ|hắn|người (?:này|đó|ấy)|việc này|điều (?:này|đó)|nguyên đơn|nạn nhân|đối tượng"
    r"|(?:tại|phát biểu|mở đầu|trong) (?:\w+ ){0,2}(?:buổi|lễ|hội nghị|cuộc|phiên|chương trình))\b"
    rf"|(?:ông|bà|anh|chị|cô|cụ|em|chàng trai)(?= (?-i:[{SMALL_LETTERS}])))",
    re.IGNORECASE,
)


def _points_elsewhere(lines: Sequence[Line], at: int) -> bool:
    """Whether several links stand there with an arrow before each, as sites have them below a lead."""
    return len(lines) > at + 2 and all(line.plain[0] in _ARROWS and line.is_insert for line in lines[at : at + 2])


def stands_above_links(line: Line) -> bool:
    """Whether a first paragraph may be a lead, were it that titles of other pages stand below it: it says no time."""
    if not line.is_running or len(line.plain) > _LONGEST_ABOVE_LINKS:
        return False
    is_said = line.plain[0] in '"“' and line.plain.rstrip(".")[-1] in '"”'
    return (is_said or _is_plain(f"{line.plain.rstrip('!?')}.")) and not _says_when(line.plain)


def _is_above_picture(lines: Sequence[Line], at: int) -> bool:
    """Whether a picture or its caption stands right below a line, and paragraphs below that."""
    if at + 1 >= len(lines):
        return False
    below = lines[at + 1]
    if not (below.names_photo or below.shows_picture or below.stands_for_picture or below.is_below_picture):
        return False
    return sum(line.is_running and not line.names_photo for line in lines[at + 2 :]) >= _FEWEST_PARAGRAPHS


def _says_when(plain: str) -> bool:
    """Whether a paragraph opens with when it was, or on what occasion."""
    return bool((_TIME.match(plain) and not _SINCE.match(plain)) or _OCCASION.match(plain))


def stands_first(lines: Sequence[Line], at: int) -> bool:
    """Whether the first line of the text is a lead."""
    lead = lines[at]
    if not _SHORTEST <= len(lead.plain) <= _LONGEST_INTRODUCTION:
        return False
    if len(lead.plain) <= _LONGEST_ABOVE_LINKS and _points_elsewhere(lines, at + 1):
        return True
    if len(lead.plain) <= _LONGEST_ABOVE_PICTURE and _is_above_picture(lines, at) and stands_above_links(lead):
        return True
    below = [
        line
        for line in lines[at + 1 : at + 1 + _MEASURED]
        if not (line.names_photo or line.shows_picture or line.is_button)
    ]
    following = [line for line in below if line.is_running and not line.is_numbered]
    leans = bool(following) and _LEANS.match(following[0].plain) is not None
    if len(following) >= _FEWEST_PARAGRAPHS and is_told_again(lead, following, leans=leans):
        return True
    if not _is_plain(lead.plain):
        return False
    if _is_asked(below) or _is_set_apart(lines, at):
        return True
    if len(lead.plain) > _LONGEST:
        return False
    says_when = _says_when(lead.plain)
    sentences = _sentences(lead)
    if sum(line.is_numbered for line in below[:_FEWEST_PARAGRAPHS]) == _FEWEST_PARAGRAPHS:
        return sentences == 1 and not says_when
    if len(following) < _FEWEST_PARAGRAPHS:
        return False
    told = [line for line in following if not _TURN.match(line.plain)]
    usual = median(len(line.plain) for line in (told if len(told) >= _FEWEST_PARAGRAPHS else following))
    begins = following[0].plain
    begins_anew = bool(_TIME.match(begins) or _OPENING_WITH_TIME.match(begins))
    if says_when and not (begins_anew and len(lead.plain) <= _SHARE_WITH_TIME * usual):
        return False
    if _TIME.match(lead.plain) and len(lead.plain) > _SHARE_WITH_TIME * usual:
        return False
    if begins_anew or (sentences == 1 and len(lead.plain) <= _SHARE_OF_SHORT * usual):
        return True
    if leans:
        return False
    if sentences == 1 and median(map(_sentences, following)) > 1:
        return len(lead.plain) <= _SHARE_OF_ONE_SENTENCE * usual
    return sentences <= 2 and len(lead.plain) <= _SHARE * usual


def _is_asked(below: Sequence[Line]) -> bool:
    """Whether an interview begins: who asks, a form of address, or a question and an answer behind a dash."""
    asked, *answers = [line.plain for line in below if line.length > 3][:2] or [""]
    return bool(_INTERVIEW.match(asked)) or (asked.endswith("?") and any(map(_ANSWER.match, answers)))


def _is_set_apart(lines: Sequence[Line], at: int) -> bool:
    """Whether the page itself parts a line from the text.

    By emphasis, by the first hour of a report, by controls behind it, or by an empty line, where no other paragraph
    has one, or by more of them than stand between two others.
    """
    below = lines[at + 1 : at + 1 + _MEASURED]
    text = [line for line in below if line.is_running]
    if len(text) < _FEWEST_PARAGRAPHS:
        return False
    if not below[0].is_running and at + 1 in live_hours(lines):
        return True
    if lines[at].is_emphasised and not any(line.is_emphasised for line in text):
        return True
    if _is_control(below[0]) and not below[1].is_row:
        return True
    if text[0] is not below[0] or not text[0].is_apart:
        return False
    if sum(line.is_apart for line in text[1:]) <= _SHARE_APART * (len(text) - 1):
        return True
    gaps = [line.gap for above, line in pairwise(below) if above.is_running and line.is_running]
    return len(gaps) > 1 and len(set(gaps)) == 1 and text[0].gap > gaps[0]


def _is_control(line: Line) -> bool:
    """Whether a line is a control for the whole page."""
    if line.is_running or line.is_insert or line.is_credit or not _TOOL.search(line.plain):
        return False
    return line.is_button or line.is_row


def _sentences(line: Line) -> int:
    return len(_SENTENCE_END.findall(line.plain))


def _is_plain(plain: str) -> bool:
    """Whether a paragraph is a whole sentence in which nobody speaks, and no dateline."""
    if not plain.endswith(".") or not plain.lstrip("(")[:1].isalnum():
        return False
    return not (_SPOKEN.search(plain) or plain.startswith("Theo ") or _DATELINE.match(plain))
