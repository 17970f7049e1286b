"""Boxes with the titles of other pages: do they stand in the middle of the text, or does the article end there?

Below the heading of such a box stand titles, a line each, without an end. Where the text goes on behind them, it does
as it went before: paragraph upon paragraph, in words of the article's. What follows an article's end are teasers with
a title over each, comments, the publisher's words; and its last line or the author's name stands above the box.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from corpus.text.likeness import Subject
from corpus.text.lines import BULLETS, Line

_HEADING = re.compile(
    r"có thể bạn|đừng bỏ lỡ|dành cho bạn|cùng (?:chuyên mục|tác giả|chủ đề)|(?:xem|đọc) (?:thêm|tiếp|nhiều)|nổi bật"
    r"|(?:các |những )?(?:tin|bài|video)(?:,? bài)?(?: viết)?(?: đang| được){0,2}"
    r" (?:liên (?:quan|hệ)|đáng|nên đọc|cùng|khác|cũ|mới|nóng|đọc|xem"
    r"|nổi bật|hay|được|tiếp)|quảng cáo|mời|(?:đang )?được|theo dòng|related|recommended|you may also|more from",
    re.IGNORECASE,
)
_POINTER = re.compile(r"[^:]{5,25}: (?:\S+ ){3}")
"""Such a heading and the title of one other page, in one line."""

_CONTROL = re.compile(
    r"chia sẻ|facebook|like\b|thích|\[?\s?in (?:bài|trang|ấn)|bản in|gửi|đăng ký|theo dõi|xem tiếp|newsletter",
    re.IGNORECASE,
)
"""What a template may set between two paragraphs, too; comments, tags and the imprint stand behind all of them."""

_LONGEST_HEADING = 7
"""Words of a heading over other pages; a longer line names one itself."""

_LINES = 8
"""Lines of a box of other pages' titles, at most."""

_LEARNED_FROM = 100
"""Lines above a box whose words its next lines are compared with."""

_PARTS_WITHIN = 60
"""Lines before and behind a control among which it is looked for again."""

_FEWEST_BEFORE = 2
"""Times that a control has stood below a part of the text before."""

_POINTS = "•*▪■◆"
_FEWEST_WORDS = 5
"""Words of a title that stands as a point, its mark among them."""

_FEWEST_COUNTED = 3
_FEWEST_LISTED = 2
"""Points of such a list; one alone may be a note of the author's."""

_END = re.compile(r"\./\.?$")
"""How agencies end their texts."""

_TURN = re.compile(r"[-–—] \S")
_SPEAKER = re.compile(r"[^\W\d_][^:.]{1,40}: ")
_ENDS = (".", "!", "…", "”", '"')
_ALIKE = 0.25
"""The share of words from the article that one of two paragraphs has, one below the other, which go on with it."""

_ALIKE_ALONE = 0.55
_SHARE_ALONE = 0.4
_PAIRS_ALONE = 0.2
"""The same of a paragraph that may stand by itself."""


def heads_other_pages(line: Line) -> bool:
    """Whether a line is a heading over the titles of other pages."""
    plain = line.plain.lstrip(BULLETS)
    return line.length <= _LONGEST_HEADING and line.is_tail and bool(_HEADING.match(plain)) and ": " not in plain


def goes_on_behind(lines: Sequence[Line], at: int) -> int | None:
    """Where the text goes on behind a line of a template that heads a box in its middle; ``None`` where it does not."""
    plain = lines[at].plain.lstrip(BULLETS)
    if not (_HEADING.match(plain) or _CONTROL.match(plain)):
        return None
    if _POINTER.match(plain) and lines[at + 1 :][:1] and lines[at + 1].is_running and not _closes(lines[at - 1]):
        return at + 1
    if _CONTROL.match(plain) and _comes_again(lines, at):
        return at + 1
    subject = Subject(line for line in lines[max(at - _LEARNED_FROM, 0) : at] if line.is_prose)
    following = lines[at + 1 : at + _LINES]
    usual = median([len(line.plain) for line in lines[max(at - _LEARNED_FROM, 0) : at] if line.is_running] or [0])
    has_ended = _closes(lines[at - 1]) or (
        not lines[at - 1].is_running and any(map(_closes, lines[max(at - 2, 0) : at]))
    )
    for number, line in enumerate(following):
        place = at + 1 + number
        if (
            line.is_running
            and len(line.plain) >= _SHARE_ALONE * usual
            and (subject.shared_pairs(line) >= _PAIRS_ALONE or subject.shared_words(line) >= _ALIKE_ALONE)
        ):
            return place
        if has_ended or (number and line.is_tail and line.length <= _LONGEST_HEADING):
            break
        pair = following[max(number - 1, 0) : number + 1]
        if number and all(map(_is_text, pair)) and max(map(subject.shared_words, pair)) >= _ALIKE:
            return place - 1
        if _turn_again(lines, at, line) or (_is_text(line) and _closes_below(lines, place)):
            return place
    return None


def _closes_below(lines: Sequence[Line], at: int) -> bool:
    """Whether the author's line stands below a paragraph, or below nothing but more of them and ends of sentences."""
    below = next((line for line in lines[at + 1 : at + _LINES] if not line.plain.endswith(_ENDS)), None)
    return below is not None and _closes(below)


def _turn_again(lines: Sequence[Line], at: int, line: Line) -> bool:
    """Whether a line opens with the name of somebody who has spoken twice in the text above (``Bà Lý: …``)."""
    spoken = _SPEAKER.match(line.plain)
    above = lines[max(at - _LEARNED_FROM, 0) : at]
    return spoken is not None and sum(each.plain.startswith(spoken[0]) for each in above) >= _FEWEST_BEFORE


def _comes_again(lines: Sequence[Line], at: int) -> bool:
    """Whether a control stands below every part of a text, as in a live report, and this is not the last of them."""
    near = range(max(at - _PARTS_WITHIN, 0), min(at + _PARTS_WITHIN, len(lines)))
    same = [each for each in near if lines[each].plain == lines[at].plain]
    number = same.index(at)
    if number < _FEWEST_BEFORE or number + 1 == len(same):
        return False
    parts = pairwise(same[: number + 2])
    return all(any(line.is_running for line in lines[begin + 1 : end]) for begin, end in parts)


def _is_text(line: Line) -> bool:
    """Whether a line is no title: a sentence, or an answer; titles may ask."""
    if line.is_running or (line.is_sentence and line.plain[-1] != "?"):
        return True
    return bool(_TURN.match(line.plain)) and not line.is_open


def _closes(line: Line) -> bool:
    """Whether a line stands below an article's end: the author's, the paper's, the agency's mark."""
    return bool(_END.search(line.plain)) or (
        not line.is_running and (line.author is not None or line.source is not None)
    )


def listed_titles(lines: Sequence[Line]) -> frozenset[int]:
    """The numbers of lines that name other pages as points of a list that nothing announces, between two paragraphs.

    Points of the article's own stand below a heading or a colon, or end as its sentences do; behind a dash somebody
    may answer.
    """
    found = _counted_titles(lines)
    begin = 0
    for at, line in enumerate(lines):
        if _is_point(line):
            continue
        above = lines[begin - 1]
        if at - begin >= _FEWEST_LISTED and begin and above.is_running and line.is_running and above.plain[-1] != ":":
            found.update(range(begin, at))
        begin = at + 1
    return frozenset(found)


def _counted_titles(lines: Sequence[Line]) -> set[int]:
    """The numbers of lines below a heading over other pages that count from one on, as the most read pages are."""
    found: set[int] = set()
    for at, line in enumerate(lines):
        if not (line.plain.startswith("1 ") and at and heads_other_pages(lines[at - 1])):
            continue
        last = at
        while last < len(lines) and lines[last].plain.startswith(f"{last - at + 1} ") and not lines[last].is_running:
            last += 1
        found.update(range(at, last) if last - at >= _FEWEST_COUNTED else ())
    return found


def _is_point(line: Line) -> bool:
    return line.plain[0] in _POINTS and line.is_open and not line.is_running and line.length >= _FEWEST_WORDS
