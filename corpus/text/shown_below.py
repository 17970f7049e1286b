"""Does a short sentence show a picture, to judge by the paragraph below it?

A caption names whom and what the text is about to speak of, in its words, and tells nothing itself. What tells
(``đã``, ``cho biết``), leans on what stands before, counts, quotes or speaks of somebody known by then is the author's
next sentence. Of the others the weights decide: those of a logistic regression over 1,700 captions of a data set that
has their photographers below them, and 4,000 paragraphs of one sentence each from the same articles. Together with the
rules of ``plain_captions.py`` they find 46 of 100 such captions, where these alone find 33. Of 4,700 articles of the
press, which keep few captions, they take 58 sentences more, of which to the eye 42 are captions. Whether a caption
opens the text, how many words it has and what else it shares with the text added next to nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import log

from corpus.text.likeness import Subject
from corpus.text.lines import Line

_RATIO = -0.85
"""Of the natural logarithm of its length over the paragraphs' (their median)."""

_PAIRS, _BELOW = 2.9, 6.8
"""Of the share of its pairs of words that the text has, and of its words that the next paragraph has."""

_DAY = 2.5
_LEAST = 4.3
"""What all of these are above."""

_LONGEST = 0.8
"""Of the length of a paragraph, at most."""

_FEWEST_WORDS = 4
_DAY_AT_END = re.compile(r"(?:hôm|ngày|sáng|chiều|tối|trưa) ?\d{1,2}[/-]\d{1,2}(?:/\d{4})?\.$")
_TELLS = re.compile(
    r"\b(?:vừa|cho biết|cho rằng|đề nghị|yêu cầu|đề xuất|đánh giá|cáo buộc|dự kiến|nêu rõ|xác nhận|khẳng định|bày tỏ"
    r"|tuyên bố|thông báo|quyết định|quy định|phủ nhận|bắt đầu|tiếp tục|trở thành|đặt mục tiêu|buộc|hiện|nay|nhiều năm"
    r"|lần đầu|sinh ngày|cam kết|mở rộng|có thể|liên quan|mức án|tổng vốn|trách nhiệm|tiến hành|chỉ đạo|xuất hiện)\b",
    re.IGNORECASE,
)
_LEANS = re.compile(
    r"(?:song|đáp lại|tuy|nhưng|do|vì|bởi|nhờ|nếu|dù|mặc dù|thậm chí|hơn nữa|ngược lại|vậy|thay vào|đó|đây|điều|còn|rồi"
    r"|và|hay)\b|[\d*•–-]",
    re.IGNORECASE,
)
"""How a sentence begins that leans on the one before, or counts."""


def is_shown_below(line: Line, below: Sequence[Line], subject: Subject, usual: float) -> bool:
    """Whether a sentence shows what the text speaks of below it; ``usual`` is the length of its paragraphs."""
    following = next((each for each in below if each.is_running), None)
    if following is None or not line.plain.endswith(".") or not len(line.plain) <= _LONGEST * usual:
        return False
    if line.length < _FEWEST_WORDS or _LEANS.match(line.plain) or _TELLS.search(line.plain):
        return False
    weight = _RATIO * log(len(line.plain) / usual) + _PAIRS * subject.shared_pairs(line)
    weight += _BELOW * Subject([following]).shared_words(line) + _DAY * bool(_DAY_AT_END.search(line.plain))
    return weight > _LEAST
