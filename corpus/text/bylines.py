"""Who wrote it, and for which paper? By one line of a page alone."""

from __future__ import annotations

import re

from corpus.speech.capital_words import is_vietnamese
from corpus.speech.name_words import ABBREVIATED
from corpus.text.furniture import GLUED_BUTTON, IN_PRINT, SITE, SITE_END, TAIL
from corpus.text.section_names import GENRE, SMALL_LETTERS, is_section_name

_SOURCE = re.compile(
    r"\(?\s*(?:theo(?! dõi\b)_?|source\s*:|nguồn(?: tin| bài)?(?=\s*:|\s+[^\W\d_])\s*:?)\s*(?P<name>[^()]+?)\)?$"
    r"|\((?P<site>[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}|"
    r"(?:báo|tạp chí|đài|bản tin|(?:tập|nội|đặc|nguyệt|chuyên) san) (?-i:[A-ZĐ])[^()]{1,40}"
    r"|(?-i:[A-Z][a-z]+\+|(?!(?:TP|TX|TT|HN|UBND|HĐND|GMT|UTC)\b)[A-ZĐ]{2,}[\w/+. -]*))\)$",
    re.IGNORECASE,
)
_SOURCE_OPENS = re.compile(r"\(|theo|nguồn|source|www\.\S+$", re.IGNORECASE)
_ADDRESS = re.compile(r"\s*[:,]?\s*(?:https?://\S+|,? số \d+.*)$")
_PAPER_BY_KIND = re.compile(r"(?:báo|tạp chí|tập san|nội san|đặc san|nguyệt san|đài|trang)(?: [A-ZĐ][^\W_]*){1,5}")
_SITE_ALONE = re.compile(
    r"(?:(?:theo|source\s*:|nguồn(?: tin| bài)?\s*:?)\s+)?(?:https?://)?(?P<host>(?:[\w-]+\.)+[a-z]{2,})/?$",
    re.IGNORECASE,
)
"""A site by nothing but its address, without that of a page of it."""

_BESIDE = r"(?:(?:,| &| và)? | ?[-–/] ?)"
"""What stands between ``Tin`` or ``Bài`` and what else is the author's (``Tin - ảnh: Lam Anh``)."""

_BYLINE = re.compile(
    rf"(?:bài(?: viết)?(?:{_BESIDE}(?:ảnh|hình|clip|video)){{0,2}}|tác giả(?: bài viết)?|thực hiện"
    rf"|tin(?:(?:{_BESIDE}(?:bài|ảnh|hình|clip|video)(?: ảnh)?){{1,2}}|(?=\s*:))|pv|phóng viên|ctv"
    r"|cộng tác viên|người (?:ghi|viết|đăng|gửi)|viết bởi|đăng bởi|gửi bởi|posted by|bởi|by|theo pv|biên tập"
    r"|nhóm (?:pv|phóng viên)|nội dung"
    r"|(?:phóng sự(?: ảnh)?|ghi chép|ký sự|bút ký|bài|truyện(?: ngắn)?|thơ|tản văn|tạp văn|t[ùu][ỳy] bút)(?: của)"
    r"|ghi chép|ký sự|bút ký)"
    r"(?:\s*[:.]\s*|(?<=tác giả),\s|\s+(?=[A-ZĐÂÁÀẢÃẠÊÉÈẺẼẸÔÓÒỎÕỌƠƯÍÌÚÙÝ]))",
    re.IGNORECASE,
)
_TEAM = re.compile(r"nhóm (?:pv|phóng viên) (?=\w)", re.IGNORECASE)
_SHORT_NAME = re.compile(r"(?:[A-ZĐ]\. ?){1,2}[^\W\d_]{2,6}")
_UNNAMED = re.compile(r"(?:nhóm )?(?:pv|phóng viên|ctv|cộng tác viên|bbt|ban biên tập)$", re.IGNORECASE)
"""Reporters who give no name stand where one would."""

_WRITER = re.compile(
    r"(?:tác giả(?: bài viết)?|viết bởi|đăng bởi|gửi bởi|người (?:viết|đăng|gửi)|posted by|by)(?:\s*[:.,])?\s*",
    re.IGNORECASE,
)
_PAPER_BEHIND_CAPITALS = re.compile(r"(?<=[A-ZĐÀ-Ỹ]{2}) [-–] (?P<paper>[A-ZĐ]{3,5})$")
"""A paper's short name behind an author's in capitals (``LÂM THỊ HOA - QMO``)."""

_INITIALS_AT_END = re.compile(r"\s[A-ZĐ]{1,2}[a-z]?\.[A-ZĐ]{1,2}[a-z]?$")
"""Initials of which the last has its point, too (``NGUYỄN TRIỀU - V.TR.``)."""

_NOTE_MARKS = re.compile(r"\s*\(\*+\)")
_EMAIL = re.compile(r"\s*[(\[<–-]?\s*[\w.+-]+@[\w-]+(?:\.[\w-]+)+[)\]>]?$")
_OFFICE = r"phòng|ban|văn phòng|khoa|báo|đài|cổng|sở|trung tâm|tổ|đoàn|chi (?:bộ|đoàn)|ttxvn"
_POSTED_BY = re.compile(r"đăng|posted|người (?:đăng|gửi)", re.IGNORECASE)
_NO_SCENE = (
    r"(?!\w)(?:(?! (?:phát biểu|trao|tặng|kết luận|chủ trì|chỉ đạo|kiểm tra|thăm|trình bày|giới thiệu|chia sẻ|khai mạc"
    r"|tham dự|bên|tại|cùng)\b).){0,70}$"
)
"""The rest of an office, where what somebody does there makes no caption of the line."""

_POSTED_AT = re.compile(r"\s+(?:vào )?(?:lúc|ngày) \d.*$")
_WHO_POSTED = re.compile(rf"(?:{_OFFICE}|admin(?:istrator)?|quản trị)(?!\w)", re.IGNORECASE)
_WITH_SOURCE = re.compile(
    r"\s*\([\w-]+(?:\.[\w-]+)*\.[a-z]{2,}\)$"
    rf"|\s*\((?:theo|nguồn|p/?v |phóng viên |(?:{_OFFICE}|hội|trường|công an|ubnd)(?!\w)"
    r"|(?-i:[A-ZĐ]{2,}))[^()]*\)$"
    rf"|\s*[,-]\s*theo\s.*$|\s*[–|-]\s*ảnh\s*:.*$"
    r"|\s+[–-]\s+(?:hội|công an|ủy ban|ubnd|mttq|(?:huyện|tỉnh|thành|quận) đoàn|viện|bệnh viện|trường"
    rf"|học viện|đại học){_NO_SCENE}"
    rf"|\s*[–-]\s*(?!(?-i:Đoàn (?!Thanh|Trường|Luật)[A-ZĐ][^\W\d_]+ [A-ZĐ]))(?:{_OFFICE}){_NO_SCENE}"
    r"|\s+[–-]\s+(?:công chức|viên chức|chuyên viên|cán bộ|nhân viên|giáo viên|(?:phó )?(?:chủ tịch|bí thư|giám đốc"
    rf"|trưởng|chánh|hiệu trưởng)){_NO_SCENE}"
    r"|\s*[•·|]\s*\d{1,2}[:h]\d{2}$"
    r"|\s*\((?:(?:từ|ở|tại|phố|phường|quận|huyện|xã|tỉnh|tp\.?|thành phố) |(?:q|p|h|tx|tp)\. ?)"
    r"(?-i:[A-ZĐÔ\d])[^()]{1,40}\)$",
    re.IGNORECASE,
)
_BYLINE_END = re.compile(
    r"\s*(?:/\s*[\w.Đđ -]+|\((?:thực hiện|tổng hợp|ghi|lược (?:dịch|ghi)|biên (?:dịch|soạn)|dịch|th|t/h)[^()]*\)"
    r"|\((?-i:[A-ZĐ])[^\W\d_]+(?: (?-i:[A-ZĐ])[^\W\d_]+){1,2}\)|thực hiện|tổng hợp)+$",
    re.IGNORECASE,
)
_TOLD_BY = re.compile(r"\((?:ghi|thực hiện|lược ghi)\)$")
"""What is written behind the name of whoever wrote down what others said, be that a word alone (``N.Lam (ghi)``)."""

_ROLE = re.compile(rf",\s+[{SMALL_LETTERS}].*$")
"""What the author is, behind his name."""

_CALLING = re.compile(
    r"(?:(?:Cô|Thầy|Nhà) giáo|Nhà (?:báo|văn|thơ|nghiên cứu)|(?:Bác|Dược|Tiến|Thạc) sĩ|Luật (?:sư|gia)"
    r"|(?:Kỹ|Kiến trúc|Giáo) sư|Linh mục|Độc giả|Bạn đọc) (?=[A-ZĐÂÁÀẢÃẠÊÉÈÔÓÒƠƯÍÚÝ])"
)
"""What somebody is by calling, before the name with which they sign."""

_JOURNALIST = re.compile(
    r",\s+(?:phóng|thông tín|đặc phái|biên tập|cộng tác) viên(?!\w).*$|,\s+(?:pv|ctv|btv)\b.*$", re.IGNORECASE
)
"""The same of a name without a label: only a journalist signs with what he is."""

_DESK = re.compile(
    r"(?!Ban (?i:tang lễ|liên lạc|tổ chức))"
    r"(?:Ban|Tổ|Nhóm|Phòng|Văn phòng|Trung tâm) [A-ZĐ][^\W\d_]*(?:(?: | - |-)[^\W\d_]+){0,5}"
)
"""A part of the newsroom or of the office, which stands where an author does (``Ban Thời sự``)."""

_PAPER = re.compile(
    r"(?:\((?:theo|nguồn:?)\s+|[,-]\s*theo\s+|(?<!\(p)/\s*(?:theo\s+)?"
    r"|\((?=(?:báo|tạp chí|đài) |(?-i:(?!(?:TP|TX|TT|HN|CTV|PV)\b)[A-ZĐ]{2})|[\w-]+(?:\.[\w-]+)+\)))"
    r"(?P<source>[^()]{2,40})\)?$"
    r"|(?-i:(?<=[a-zà-ỹđ]) [-–] (?P<agency>[A-ZĐ]{3,8})$)",
    re.IGNORECASE,
)
_FROM_PAPER = re.compile(r"theo (?P<author>[^()/]{3,40}?)\s*[(/]\s*(?P<source>[A-ZĐ][^()]{1,39})\)?$", re.IGNORECASE)
_HEADS = re.compile(
    r"(?:ban (?:tang lễ|liên lạc|tổ chức|giám khảo)"
    r"|tin|tiếng|hình ảnh|tâm điểm|thông báo|liên kết|thống kê|văn bản|thư viện|bài viết|đọc nhiều|các đề án)(?!\w)",
    re.IGNORECASE,
)
"""How headings of boxes begin that are written as names are."""

_SPELT = re.compile(rf"(?!Theo$)[^\W\d_{SMALL_LETTERS}][{SMALL_LETTERS}]+")
_ABBREVIATION = re.compile(r"[A-ZĐ]{3,6}")
"""A paper's short name right behind the author's (``Chi Lan QMO``)."""

_BEHIND_NAMES = frozenset(("và", "thực", "tổng", "ghi", "lược", "biên", "dịch", "th", "t/h"))
"""Words in small letters that may be the second of an author's line without a label."""

_ROUND_NAMES = " -–./—~*|•"
_LONGEST_BYLINE_LABEL = 25
_LONGEST_UNNAMED = 20
_LONGEST_BYLINE = 110
"""Characters of a line in which an author is looked for."""


def is_labelled(plain: str) -> bool:
    """Whether a line opens with a word such as ``Tác giả:`` or ``Bài và ảnh:``."""
    return bool(_BYLINE.match(plain))


def is_byline_of_label(plain: str) -> bool:
    """Whether a line is a label with a colon and a name: ``Tác giả: Lam Anh``, or ``Tác giả, Lam Anh``."""
    has_label = ":" in plain[:_LONGEST_BYLINE_LABEL] or plain.startswith("Tác giả, ")
    return has_label and is_labelled(plain) and author_in(plain) is not None


def wrote_down(plain: str) -> bool:
    """Whether a line is the name of whoever wrote down what others said (``Hoa Lam (thực hiện)``)."""
    return _TOLD_BY.search(plain) is not None and author_in(plain) is not None


def is_desk(plain: str) -> bool:
    """Whether a line is the name of a part of the newsroom, or of the office whose page it is, and no more."""
    return _DESK.fullmatch(plain) is not None


def signs_shortly(plain: str) -> bool:
    """Whether a line may be a given name behind initials (``N. Lam``), as a heading or an answer may be, too."""
    return _SHORT_NAME.fullmatch(plain) is not None


def is_unnamed(plain: str) -> bool:
    """Whether a line says of the author no more than that there is one (``PV``)."""
    return len(plain) <= _LONGEST_UNNAMED and plain[:1].isupper() and bool(_UNNAMED.match(plain))


def author_in(plain: str) -> str | None:
    """The name, where a line is one: every word capital, no mark at the end, a glued button cut off."""
    if is_unnamed(plain):
        return plain
    if len(plain) > _LONGEST_BYLINE or not (_BYLINE.match(plain) or plain.lstrip(_ROUND_NAMES)[:1].isupper()):
        return None
    if "@" in plain:
        plain = _EMAIL.sub("", plain)
    elif _goes_on_small(plain) and not (_BYLINE.match(plain) or _CALLING.match(plain)):
        return None  # most lines: looked at no further
    plain = _NOTE_MARKS.sub("", plain) if "(*" in plain else plain
    without_button = GLUED_BUTTON.sub("", plain)
    plain = without_button if " " in without_button or plain.count(" ") != 1 else plain  # Lưu is a name, too
    if (paper := _PAPER_BEHIND_CAPITALS.search(plain)) is not None and not is_vietnamese(paper["paper"]):
        plain = plain[: paper.start()]
    label = None if _TEAM.match(plain) else _BYLINE.match(plain)
    name = _JOURNALIST.sub("", _WITH_SOURCE.sub("", plain[label.end() :] if label else plain))
    if label and (second := _BYLINE.match(name)):
        name = name[second.end() :]
    name = _BYLINE_END.sub("", name if label is None else _ROLE.sub("", name)).strip(_ROUND_NAMES)
    name += "." * (plain.endswith(f"{name}.") and _INITIALS_AT_END.search(name) is not None)
    name = _CALLING.sub("", name.removeprefix("Theo "), count=1)
    while " " in (title := name.partition(" "))[2] and title[0].rstrip(".,").lower() in ABBREVIATED:
        name = title[2]
    if label is not None and _WRITER.match(label[0]):
        name = _POSTED_AT.sub("", name)
        is_name = 1 <= len(name.split()) <= 9 and name[:1].isupper() and name[-1:] not in ".!?"
        return name if is_name and not (_POSTED_BY.match(label[0]) and _WHO_POSTED.match(name)) else None
    if label is not None and _WHO_POSTED.match(name) and len(name) <= 60 and name[-1] not in ".!?":
        return name
    words = [word for word in re.split(r"[\s,\-–&]+", name) if word and word != "và"]
    if not 1 <= len(words) <= 9 or len(name) > 60 or not all(is_name_word(word) for word in words):
        return None
    is_told = label is not None or _TOLD_BY.search(plain) is not None
    return name if is_told or (len(words) > 1 and _may_be_name(name)) else None


def _goes_on_small(plain: str) -> bool:
    """Whether the second word is in small letters, as no name's is, and none that stands behind names."""
    second = plain.partition(" ")[2].partition(" ")[0].strip("()")
    return second.islower() and second not in _BEHIND_NAMES


def _may_be_name(name: str) -> bool:
    """Whether capital words without a label may be a person's, and not a site's, a section's, or a heading."""
    if SITE.match(name) or SITE_END.search(name) or TAIL.match(name) or GENRE.match(name) or is_section_name(name):
        return False
    if _HEADS.match(name) or name.startswith("Về ") or (" - " in name and all(map(str.isalpha, name.split(" - ")))):
        return False
    return not name.isupper() or all(len(part.split()) <= 4 for part in re.split(r"[,&–-]| VÀ ", name))


def is_name_word(word: str) -> bool:
    """A word as names are written: a capital first, letters (and inner apostrophes or points) after it."""
    return word[:1].isupper() and all(mark.isalpha() or mark in "'’.()" for mark in word)


def source_in(plain: str) -> str | None:
    """The newspaper or site that a closing line names (``(nhandan.example)``, ``Theo Báo Quê``)."""
    if len(plain) > 140 or not _SOURCE_OPENS.match(plain):
        return None
    if (site := _SITE_ALONE.match(plain)) is not None:
        return site["host"]
    plain = GLUED_BUTTON.sub("", plain)
    found = _SOURCE.match(_ADDRESS.sub("", plain))
    name = (found["name"] or found["site"]).strip(" .()") if found else None
    if not name or len(name) > 60 or IN_PRINT.search(name):
        return None
    return name if name[0].isupper() or "." in name or _PAPER_BY_KIND.fullmatch(name) else None


def author_and_source_in(plain: str) -> tuple[str, str] | None:
    """Author and paper in one line: ``Lam Anh (Theo Báo Quê)``, ``Lam Anh/Báo Quê``, ``Theo Lam Anh (Báo Quê)``."""
    if len(plain) > 90 or not ("(" in plain or "/" in plain or "heo " in plain or plain[-1:].isupper()):
        return None
    found = _FROM_PAPER.match(plain) or _PAPER.search(plain)
    if found is None:
        names, _, paper = plain.rpartition(" ")
        signed = [name.split() for name in names.split(" - ")]
        is_signed = all(2 <= len(name) <= 4 and all(map(_SPELT.fullmatch, name)) for name in signed)
        return (names, paper) if is_signed and _ABBREVIATION.fullmatch(paper) else None
    named = found.groupdict().get("author")
    author = author_in(named) if named else author_in(plain)
    if (
        author is None
        and named is None
        and "heo" in found[0]
        and is_name_word(before := plain[: found.start()].strip())
    ):
        author = before  # a pen name of one word, which the paper behind it shows to be one
    return (author, (found["source"] or found["agency"]).strip()) if author else None
