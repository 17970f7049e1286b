"""Does a text announce the name of a thing, a motto, a title, a nickname, or what stands written somewhere?"""

from __future__ import annotations

import re

from corpus.speech.leads import leads
from corpus.speech.patterns import LOWER, Ending, either
from corpus.speech.words import NAMED_THINGS

_CALLING = ("gọi", "coi", "xem", "ví", "mệnh danh", "đặt tên")
_CALLED = re.compile(
    rf"(?<!\w)(?:{'|'.join(_CALLING)})(?! (?:điện|về|với|to|lên|xuống|vào|ra|sang))(?: [^\W\d_]+){{0,6}}(?: là| như)?$",
    re.IGNORECASE,
)
"""What is called something; ``gọi điện``, ``gọi về`` is a call."""

_CALLED_SO = re.compile(rf"(?<!\w)(?:{'|'.join(_CALLING)}|kêu)(?: [^\W\d_]+)? (?:là|như)$", re.IGNORECASE)
_NAMING = Ending(
    f"""
    {NAMED_THINGS}, phim tài liệu, chương trình truyền hình, phim truyền hình, chuyên mục, loạt bài, bài viết, tên là,
    mang tên, có tên, còn gọi, cách gọi, thường gọi, hay gọi, gọi tắt, thường ví, như, gồm, bao gồm, các
    """,
    after="",
)
_NAMED_WITH_MORE = re.compile(
    r"(?<!\w)(?:hội thảo|hội nghị|chương trình|cuộc thi|triển lãm|tọa đàm|toạ đàm|liên hoan|lễ hội|danh sách)"
    r"(?: (?:khoa học|quốc tế|quốc gia|toàn quốc|trực tuyến|nghệ thuật|từ thiện"
    r"|truyền hình|thực tế|cấp cao|thường niên|chuyên đề)){0,3}$",
    re.IGNORECASE,
)
"""The same with what kind of thing it is (``hội thảo khoa học quốc tế “…”``)."""

_EXPLAINED = Ending("lý giải, lí giải, diễn giải, giảng giải", after="")
"""Verbs whose last word is the name of a thing by itself (``giải``: a prize)."""

_LONGEST_CALL = 60
_LONGEST_CALLED_SO = 40
_WRITTEN_WORDS = either(
    """
    khẩu hiệu, băng rôn, biển, bảng, tên, tít, tựa, chữ, câu, phương châm, bài, thông điệp, chủ đề, gồm, sau đây,
    nội dung
    """
)
_WRITTEN = re.compile(rf"(?<!\w){_WRITTEN_WORDS}(?!\w)", re.IGNORECASE)
_BOARDS = ("bảng", "biển", "băng rôn", "khẩu hiệu", "biểu ngữ", "dòng chữ")
_ON_BOARD = re.compile(
    rf"(?<!\w)(?:(?:{'|'.join(_BOARDS)})(?: [^\W_]+){{0,7}} (?:ghi|viết|kẻ|in|đề)"
    r"|(?:băng rôn|khẩu hiệu|biểu ngữ)(?: [^\W_]+){0,4})$",
    re.IGNORECASE,
)
_TAKES_A_NOUN = Ending("một, những, các, mọi, mỗi, sự, một cái, của", after="")
_SMALL_WORD = re.compile(rf"(?:^|\s)[{LOWER}]")
_NOUN = re.compile(r"sự (?!cố|kiện|việc|thật|nghiệp|tình)")
_LONGEST_NOUN = 18
_LONGEST_BOARD = 80
_MESSAGE = Ending("thông điệp, quan điểm, nội dung", after="")


def names_a_thing(head: str) -> bool:
    """Whether a text announces the name of a thing, a motto, a title or a nickname."""
    if _NAMING.ends(head) and not _EXPLAINED.ends(head):
        return True
    if head.endswith((" là", " như")) and _CALLED_SO.search(head, max(len(head) - _LONGEST_CALLED_SO, 0)):
        return True
    if _NAMED_WITH_MORE.search(head, max(len(head) - _LONGEST_CALL, 0)):
        return True
    tail = head[-_LONGEST_CALL:].lower()
    is_called = any(verb in tail for verb in _CALLING) and _CALLED.search(head, max(len(head) - _LONGEST_CALL, 0))
    return bool(is_called) and not leads(head)


def is_name(said: str) -> bool:
    """Whether a passage is a name or a title: words that all begin with a capital, with no sentence's end."""
    if not said[-1:].isalnum() or _SMALL_WORD.search(said) or said.isupper():
        return False
    return " " in said


def is_noun(head: str, said: str) -> bool:
    """Whether a passage in small letters is no clause but a noun: behind a word that takes one, or as ``sự …``."""
    is_short = len(said.split()) <= _LONGEST_NOUN
    return is_short and (_TAKES_A_NOUN.ends(head) or _NOUN.match(said) is not None)


def stands_written(head: str) -> bool:
    """Whether a text tells what stands on a board or a banner (``đầu xóm có bảng ghi``)."""
    tail = head[-_LONGEST_BOARD:].lower()
    return any(board in tail for board in _BOARDS) and bool(_ON_BOARD.search(tail))


def is_writing(head: str) -> bool:
    """Whether a text speaks near its end of something that has words."""
    return bool(_WRITTEN.search(head[-_LONGEST_CALL:]))


def is_content(text: str) -> bool:
    """Whether a text announces what something holds, without a colon (``văn bản với nội dung``)."""
    return text.endswith("nội dung")


def is_message(head: str) -> bool:
    """Whether a text ends with a thing that is somebody's own words where they are long."""
    return _MESSAGE.ends(head)
