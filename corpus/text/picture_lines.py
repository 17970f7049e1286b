"""The lines beside pictures: captions with the photographer's name, that name alone, captions that say what is seen."""

from __future__ import annotations

import re

from corpus.text.bylines import author_in, is_labelled
from corpus.text.section_names import SMALL_LETTERS

_PHOTO = re.compile(
    r"(?:(?<![^\W\d_] )|(?-i:(?=[A-ZĐẢ])))\(?\b(?:nguồn )?(?:ảnh|hình|minh họa|minh hoạ)"
    r"(?: (?:minh họa|minh hoạ|tư liệu|chụp|đồ họa))?\s*[:;](?!\s*[“\"«])"
    r"|^\(?ảnh (?:minh họa|minh hoạ|tư liệu|internet)\)?\.?$|\(\s*(?:\d+ )?(?:ảnh|hình)[^()]*\)\.?$"
    r"|(?-i:(?<=[.)] )(?:Ảnh|Hình) (?=[A-ZĐ])(?:[^\W\d_]+ ?){1,5}$)|\bphotos?(?: by\b|:)|\b(?-i:Courtesy) photo$"
    r"|(?<=[^\s:;,–-] )(?:video|clip)\s*:(?!\s*[“\"«])(?! https?:)"
    r"|[.!?”\"] (?:ảnh|hình) chụp (?:ngày|hôm|tháng|năm|hồi|lúc|từ|tại|màn hình)\b[^.]{3,40}\.?(?: [^.]{2,30})?$"
    r"|[.!?”\"] nguồn\s*: (?:tác giả|internet|sưu tầm|tư liệu|nhân vật|nvcc)[^.]{0,30}\.?$"
    r"|[.(–-]\s*ảnh(?: (?:minh|tư|do|của|nhân vật|nvcc|ctv|fbnv|chụp|cung cấp|gia đình|internet)[^.()]*)?\)?\.?$",
    re.IGNORECASE,
)
_MADE = re.compile(
    r"(?:video|clip)\s*:[^:()]{10,}\([^():]{2,20}: [^():]{2,50}\)$|(?:video|clip)\s*: [^.:!?“”\"]{10,120}\.$",
    re.IGNORECASE,
)
"""A video's caption, and who made it, or a sentence; what points to another page's video is a title alone."""

_GLUED_PHOTO = re.compile(rf"(?<=[{SMALL_LETTERS}])ẢNH\s*:")
_CREDIT = re.compile(r"[\s.(–-]*\b(?:ảnh|hình|video|clip)\b(?:[^.]|(?<=(?-i:[A-ZĐ]))\.)*\.?$", re.IGNORECASE)
_CREDIT_ALONE = re.compile(
    r"\(?ảnh (?:minh họa|minh hoạ|tư liệu|internet)\.?\)?$|courtesy photo$"
    r"|\(?(?:ảnh|hình|nguồn ảnh|minh họa|minh hoạ)\s*:\s*(?:[^.:]|(?<=(?-i:[A-ZĐ]))\.){2,50}\.?\)?$",
    re.IGNORECASE,
)
_SEEN = re.compile(
    r"\((?:[^()]*\s)?(?:bên (?:phải|trái)|(?:phải|trái|giữa|bìa \w+|ngoài cùng|ảnh \w+)(?=[,)])|áo \w+"
    r"|hàng (?:đầu|sau|trên|dưới)|thứ \w+ từ)[^()]*\)"
    r"|^hình \d{1,2}[.:] |\(nguồn(?: ảnh)?\s*:[^()]{2,40}\)\.?$|[.)] nguồn\s*: [^.:]{2,40}$"
    r"|(?:^|: )(?:toàn cảnh|quang cảnh|một góc|chân dung) "
    r"|, (?:ảnh|hình) chụp (?:ngày|hôm|tháng|năm|hồi|trước|từ|tại)\b"
    r"|chụp (?:ảnh|hình) (?:lưu niệm|cùng)|buổi chụp hình",
    re.IGNORECASE,
)
_PERSON_SEEN = re.compile(
    r"(?:Ông|Bà|Anh|Chị|Em|Cụ|Cô|Chú|Bác|Thầy|Bé|Già|Các em|Hai|HLV|Ca sĩ|Nghệ sĩ|Diễn viên) (?=[^\W\d_]).*?"
    r" (?:trước|bên|tại|trong|trên|cạnh|giữa|đang|cùng|chỉnh|cầm|ôm) "
)
_AGENCIES = re.compile(
    rf"[.,)”\"] (?:[A-ZĐ]{{2,8}}|Reuters|Getty Images)"
    rf"(?:\s?[-–/]\s?[^\W\d_{SMALL_LETTERS}][^\d_{SMALL_LETTERS}]{{2,30}})$"
    rf"|[.)] (?:AFP|AP|REUTERS|Reuters|TTXVN|EPA|Getty Images) ?[-–/] ?(?:[^\W\d_{SMALL_LETTERS}][\w.]+ ?){{2,4}}$"
)
"""An agency and its photographer behind a caption, without a word for it: ``… trên đê. AFP - LAN CHI``."""

_POINTS = re.compile(r"\((?:ảnh|hình)(?: (?:trên|dưới|bên))?\)\.?$", re.IGNORECASE)
"""A paragraph's word that a picture of it stands beside it: a caption has no more than a sentence then."""

_INNER_STOP = re.compile(r"[.!?][”\"»)]? [A-ZĐÂÁÀẢÃẠÊÉÈẺẼẸÔÓÒỎÕỌƠƯÍÌÚÙÝ“\"]")
_OWNER = re.compile(r"\s©\s?[^\W\d_][^©]{1,40}$")
_SPEAKS = re.compile(
    r"(?!(?:tại|phát biểu|trong|sau|trước|theo)\b)(?!.*\b(?:đã|sẽ|cũng|và|cho biết|cho rằng)\b)"
    r"[^.:“\"]{8,140} phát biểu(?: (?:chỉ đạo|khai mạc|bế mạc|kết luận|chào mừng))?"
    r"(?: (?:tại|trong|ở)(?: [^\W\d_]+){1,9})?\.?$",
    re.IGNORECASE,
)
"""Somebody who is seen to speak, and on what occasion; a text goes on with what was said."""

_AWARDED = re.compile(
    r"(?:Lãnh đạo|(?:Các )?(?:[Đđ]ại biểu|[Hh]ọc sinh|[Ee]m)|Đại diện|Ban tổ chức|Đoàn viên|Cán bộ)\b"
    r"(?!.*\b(?:đã|sẽ|cũng|vừa|cho biết|nhằm)\b)"
    r"[^.:“\"]{5,90} (?:trao|tặng|chụp|tham quan|chúc mừng|cắt băng|dâng hương|bấm nút|ký kết)\b[^.:“\"]*\.?$"
)
"""Officials who hand over what they hand over, and nothing that tells of it as having been done."""

_AT_EVENT = re.compile(
    r"(?:[A-ZĐ][^\W\d_]+ ){2,4}(?:\([^()]{1,30}\) )?(?:trong|tại|ở) (?:một )?"
    r"(?:buổi|chuyến|lần|lễ|trận|họp báo|sự kiện) "
)
"""Somebody by name on an occasion, and no more."""

_WHERE_AND_WHEN = re.compile(
    r"(?!.*\b(?:đã|sẽ|là|khi|nói|được (?!chụp|nhìn)|cho biết|xảy ra|diễn ra|(?:sinh|mất) (?:tại|ở|năm|ngày))\b)"
    r"[^.:“\"]{10,90} (?:tại|ở|trong|trên|gần) [^.:“\"]{3,80}"
    r"(?:, (?:ngày |chụp ngày )?|,? hôm )\d{1,2}[/-]\d{1,2}[/-]\d{4}\.?$"
)
"""How agencies' captions end: in place and full date, where a text says no year (``… tại Vinh, 12/7/2014.``)."""

_LONGEST_CREDIT = 60
"""Characters from the word for a picture to the end of the line."""


CAPTION_LABEL = re.compile(
    r"(?:(?:image copyright|bản quyền hình ảnh) [^.:]{1,60}? )?"
    r"(?:(?:chú thích|mô tả)(?: hình)? ảnh\s*:|chụp lại hình ảnh,|image caption[,:]?(?=\s))\s*(?=\S)",
    re.IGNORECASE,
)
OWNER_LABEL = re.compile(r"(?:bản quyền|nguồn)(?: hình)? ảnh,?|image (?:copyright|source),?", re.IGNORECASE)
"""What a template says before a caption, and before whose a picture is."""

_LABEL = re.compile(
    r"(?:chụp lại hình ảnh|(?:chú thích|mô tả)(?: hình)? ảnh|(?:image )?caption)\s*[,:]$"
    r"|image caption$|chú thích (?:hình )?ảnh$",
    re.IGNORECASE,
)
_LONGEST_LABEL = 25
_LONGEST_CAPTION = 400
LONGEST_CREDIT = 120
"""Characters that a caption has more than the same one without its photographer."""

_LONGEST_NAME = 2
_FEWEST_OF_CAPTION = 5
"""Words behind a label that are more than a name."""


def names_photo(plain: str) -> bool:
    """Whether a line is a caption by the photographer's name at its end, or that name alone."""
    end = max(len(plain) - _LONGEST_CREDIT, 0)
    if len(plain) > _LONGEST_CAPTION:
        return False
    if "ẢNH" in plain and _GLUED_PHOTO.search(plain, end):
        return True
    if plain[-1] in ")." and _MADE.match(plain):
        return True
    if "©" in plain[1:] and _OWNER.search(plain, end):
        return True
    if plain[-1].isalpha() and _AGENCIES.search(plain, end):
        return True
    tail = plain[end:].lower()
    if not any(map(tail.__contains__, ("ảnh", "hình", "minh h", "photo", "video", "clip", "nguồn"))):
        return False  # most lines: looked at no further
    if not _PHOTO.search(plain, end) or is_labelled(plain) or points_to_picture(plain):
        return False
    first = _PHOTO.search(plain)  # who speaks of pictures earlier in the line writes a sentence
    return first is not None and first.start() >= end


def points_to_picture(plain: str) -> bool:
    """Whether a line is a paragraph that ends in a word for the picture beside it (``… xem lũ về. (ảnh)``)."""
    return plain[-2:].endswith((")", ").")) and bool(_POINTS.search(plain)) and bool(_INNER_STOP.search(plain))


def captions_next(plain: str) -> bool:
    """Whether a line is nothing but the label of a caption, which is the next line then."""
    return len(plain) <= _LONGEST_LABEL and bool(_LABEL.match(plain))


def is_credit(plain: str) -> bool:
    """Whether a line is a photographer's name alone, as it stands below a caption, and no caption behind a label."""
    return len(plain) <= _LONGEST_CREDIT and bool(_CREDIT_ALONE.match(plain)) and not _says_more(plain)


def _says_more(plain: str) -> bool:
    """Whether behind the label stand words of a sentence, and no name."""
    words = plain.partition(":")[2].split()
    return len(words) >= _FEWEST_OF_CAPTION and all(word.islower() for word in words[1:3])


def is_credit_alone(plain: str) -> bool:
    """Whether a line is a photographer's name for certain: hardly a word behind the label, or a person's name."""
    if not is_credit(plain):
        return False
    label, _, name = plain.partition(":")
    name = name.strip(" .()")
    return "minh" in label.lower() or len(name.split()) <= _LONGEST_NAME or author_in(name) is not None


def without_credit(plain: str) -> str:
    """A caption without the name of the photographer at its end."""
    return _CREDIT.sub("", _OWNER.sub("", _AGENCIES.sub("", plain)))


def _says_what_is_seen(plain: str) -> bool:
    """Whether a sentence says what is seen, or where and when: most hold none of the words for it."""
    small = plain.lower()
    if (
        "(" in small
        or "hình" in small
        or "cảnh" in small
        or "chụp" in small
        or "nguồn" in small
        or "một góc" in small
        or "chân dung" in small
    ) and _SEEN.search(plain):
        return True
    if plain.rstrip(".")[-1:].isdecimal() and _WHERE_AND_WHEN.match(plain):
        return True
    return ("phát biểu" in small and _SPEAKS.match(plain) is not None) or _AWARDED.match(plain) is not None


def speaks_of_picture(plain: str, is_open: bool) -> bool:
    """Whether a sentence says what is seen beside it: who stands where, or, left open, a person in some place."""
    return _says_what_is_seen(plain) or (
        is_open and 4 <= plain.count(" ") < 12 and bool(_PERSON_SEEN.match(plain) or _AT_EVENT.match(plain))
    )
