"""Who speaks a line of dialogue? The label before its colon: a name, an office, a reporter, or no speaker at all."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from corpus.speech.names import mentions
from corpus.speech.patterns import UPPER, either

ASKED, ANSWERED = "Hỏi", "Đáp"
"""Labels of the questions and answers of an interview that has none of its own."""

_REPORTERS = either(
    """
    phóng viên, pv, p.v, nhà báo, hỏi, câu hỏi, mc, btv, biên tập viên, người dẫn, bạn đọc, độc giả, khán giả
    """
)
_REPORTER = re.compile(rf"(?:{_REPORTERS}|(?-i:[A-ZĐ]{{2,6}})(?:\s?Online)?|báo [\w ]+)(?:\s+hỏi)?$", re.IGNORECASE)
_ANSWER = re.compile(r"(?:đáp|trả lời|tl|ông|bà|anh|chị)$", re.IGNORECASE)
_NO_LABELS = either(
    """
    ảnh, hình, video, clip, nguồn, theo, bài, tag, từ khóa, tác giả, địa chỉ, điện thoại, email, thời gian,
    địa điểm, giá, lưu ý, ghi chú, chú thích, xem, kết quả, trọng tài
    """
)
_NO_LABEL = re.compile(_NO_LABELS, re.IGNORECASE)
_TALKER = re.compile(rf"(?P<label>[{UPPER}]\w*(?: \w+){{0,2}})\s?: \S")
_LONGEST_LABEL = 40
_MOST_TALKERS, _FEWEST_TURNS, _SHARE_OF_TURNS = 3, 3, 0.8


def talkers(texts: Sequence[str]) -> frozenset[str]:
    """The labels of those who talk with each other in a whole article, be they names or not (``Đen:`` and ``Đá:``).

    They are short, take turns, each at least so often, and hardly a line is without one.
    """
    if 2 * sum(text.find(": ", 0, _LONGEST_LABEL) > 0 for text in texts) < len(texts):
        return frozenset()  # most articles: looked at no further
    labels = [found["label"] for text in texts if (found := _TALKER.match(text)) is not None]
    counts = Counter(labels)
    if not 2 <= len(counts) <= _MOST_TALKERS or min(counts.values()) < _FEWEST_TURNS or 2 * len(labels) < len(texts):
        return frozenset()
    turns = sum(one != other for one, other in pairwise(labels))
    is_told_otherwise = any(_NO_LABEL.match(each) or _REPORTER.match(each) or _ANSWER.match(each) for each in counts)
    is_talk = turns >= _SHARE_OF_TURNS * (len(labels) - 1) and not is_told_otherwise
    return frozenset(counts) if is_talk else frozenset()


def is_speaker_label(label: str) -> bool:
    """Whether what stands before a colon names who speaks the line behind it."""
    if _NO_LABEL.match(label) or len(label.split()) > 14:
        return False
    if _REPORTER.match(label) or _ANSWER.match(label):
        return True
    found = list(mentions(label))
    if not found:
        return False
    rest = label[found[-1].end :].strip(" ,-–")
    return found[0].begin == 0 and (not rest or found[0].role is not None or rest.startswith("("))


def is_reporter(label: str) -> bool:
    """Whether a label is that of whoever asks the questions."""
    return bool(_REPORTER.match(label))
