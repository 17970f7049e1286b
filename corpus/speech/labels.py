"""Who speaks a line of dialogue? The label before its colon: a name, an office, a reporter, or no speaker at all."""

from __future__ import annotations

import re

from corpus.speech.names import mentions
from corpus.speech.patterns import either

ASKED, ANSWERED = "Hỏi", "Đáp"
"""Labels of the questions and answers of an interview that has none of its own."""

_REPORTERS = either(
    """
    phóng viên, pv, p.v, nhà báo, hỏi, câu hỏi, mc, btv, biên tập viên, người dẫn, bạn đọc, độc giả, khán giả
    """
)
_REPORTER = re.compile(rf"(?:{_REPORTERS}|[A-ZĐ]{{2,6}}(?:\s?Online)?|báo [\w ]+)(?:\s+hỏi)?$", re.IGNORECASE)
_ANSWER = re.compile(r"(?:đáp|trả lời|tl|ông|bà|anh|chị)$", re.IGNORECASE)
_NO_LABELS = either(
    """
    ảnh, hình, video, clip, nguồn, theo, bài, tag, từ khóa, tác giả, địa chỉ, điện thoại, email, thời gian,
    địa điểm, giá, lưu ý, ghi chú, chú thích, xem, kết quả, trọng tài
    """
)
_NO_LABEL = re.compile(_NO_LABELS, re.IGNORECASE)


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
