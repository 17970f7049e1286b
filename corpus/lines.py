"""The lines of a scraped page, and what can be said of one line by looking at it alone."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.dates import WrittenDate, find_date
from corpus.found_once import found_once
from corpus.furniture import (
    AGO,
    BUTTON,
    BUTTONS,
    COUNTER,
    GLUED_BUTTON,
    HERE,
    HOME,
    IMPRINT,
    INSERT,
    POSTED,
    SITE,
    SITE_END,
    TAIL,
    UPDATED,
)
from corpus.section_names import GENRE, is_menu, is_section_name
from corpus.unwrapping import unwrapped

_SPACES = " \t\u00a0\u2002\u2003\u2009\u202f\u3000\ufeff\u200b"
_BLANKS = _SPACES + "\r\n"

_WORD = re.compile(r"\w+")
_STEP = re.compile(r"[>»›→]|\s[/|]\s")
_BREADCRUMB = re.compile(r"\s*[>»›→]+\s*|\s+[/|]\s+")
_PHOTO = re.compile(
    r"\(?\b(?:ảnh|hình|minh họa|minh hoạ)(?: (?:minh họa|minh hoạ|tư liệu|chụp|đồ họa))?\s*[:;]"
    r"|\(\s*(?:ảnh|hình)[^()]*\)\.?$"
    r"|[.(–-]\s*ảnh(?: (?:minh|tư|do|của|nhân vật|nvcc|ctv|fbnv|chụp|cung cấp|gia đình|internet)[^.()]*)?\)?\.?$",
    re.IGNORECASE,
)
_HEADING = re.compile(r"#{1,6}[ \t]+(?=\S)")
_MARKUP = re.compile(r"^(?:[*+-] )?(?:__|\*\*)+ ?|(?:__|\*\*)+$")
"""What a converter from HTML puts round headings, emphasis and icons."""

_CREDIT = re.compile(r"[\s.(–-]*\b(?:ảnh|hình)\b(?:[^.]|(?<=(?-i:[A-ZĐ]))\.)*\.?$", re.IGNORECASE)
_CREDIT_ALONE = re.compile(r"\(?(?:ảnh|hình|nguồn ảnh|minh họa|minh hoạ)\s*:\s*[^.:]{2,50}\.?\)?$", re.IGNORECASE)
_SEEN = re.compile(
    r"\((?:[^()]*\s)?(?:bên (?:phải|trái)|(?:phải|trái|giữa|bìa \w+|ngoài cùng|ảnh \w+)(?=[,)])"
    r"|hàng (?:đầu|sau|trên|dưới)|áo \w+|thứ \w+ từ)[^()]*\)|^(?:toàn cảnh|quang cảnh|một góc|chân dung) |chụp (?:ảnh|hình) (?:lưu niệm|cùng)"
    r"|buổi chụp hình",
    re.IGNORECASE,
)
_PERSON_SEEN = re.compile(
    r"(?:Ông|Bà|Anh|Chị|Em|Cụ|Cô|Chú|Bác|Thầy|Bé|Già|Các em|Hai|HLV|Ca sĩ|Nghệ sĩ|Diễn viên) (?=[^\W\d_]).*?"
    r" (?:trước|bên|tại|trong|trên|cạnh|giữa|đang|cùng|chỉnh|cầm|ôm) "
)
_POINTER = re.compile(r"(?:xem|đọc|nghe) thêm\s*:", re.IGNORECASE)
_SIGNED = re.compile(r"(?:[A-ZĐ]\.){1,4}[A-ZĐ]?\.?[a-zđ]{0,4}\.?$|\([A-ZĐ][\w.]{0,5}\)(?: \[\w+\])?$")
_STOPS = re.compile(r"""[.…:;]["”’»)\]]*$|\./\.?$|[!?]["”’»)]+$""")
_INNER_STOP = re.compile(r"[.!?][”\"’»]? [A-ZĐÂÁÀẢÃẠÊÉÈẺẼẸÔÓÒỎÕỌƠƯÍÌÚÙÝ“\"][^.!?]{12,}[.!?…]")
_ENDS = tuple(".!?…:;,")
_CLOSING = """"'”“’»)]"""
_CLOSED = ('"', "'", "”", "“", "’", "»", "./")
"""An opening mark at an end closes what ``„`` has opened."""

_SOURCE = re.compile(
    r"\(?\s*(?:theo|nguồn(?: tin| bài)?(?=\s*:|\s+[A-ZĐ])\s*:?)\s*(?P<name>[^()]+?)\)?$"
    r"|\((?P<site>[\w-]+(?:\.[\w-]+)+|(?-i:[A-ZĐ]{2,}[\w/+. -]*))\)$",
    re.IGNORECASE,
)
_SOURCE_OPENS = re.compile(r"\(|theo|nguồn", re.IGNORECASE)
_ADDRESS = re.compile(r"\s*[:,]?\s*(?:https?://\S+|,? số \d+.*)$")
_BYLINE = re.compile(
    r"(?:bài(?: viết)?(?:,? (?:và )?ảnh)?|tác giả|thực hiện|tin,? (?:bài|ảnh)|pv|phóng viên|ctv|cộng tác viên"
    r"|người (?:ghi|viết|đăng|gửi)|viết bởi|đăng bởi|posted by|bởi|by|theo pv|biên tập"
    r"|nhóm (?:pv|phóng viên)|ghi chép|ký sự|bút ký)(?:\s*[:.]\s*|\s+(?=[A-ZĐÂÁÀẢÃẠÊÉÈẺẼẸÔÓÒỎÕỌƠƯÍÌÚÙÝ]))",
    re.IGNORECASE,
)
_TEAM = re.compile(r"nhóm (?:pv|phóng viên) (?=\w)", re.IGNORECASE)
_WRITER = re.compile(
    r"(?:tác giả|viết bởi|đăng bởi|người (?:viết|đăng|gửi)|posted by|by)(?:\s*[:.])?\s*", re.IGNORECASE
)
_WITH_SOURCE = re.compile(
    r"\s*\((?:theo|nguồn|(?-i:[A-ZĐ]{2,}))[^()]*\)$|\s*[,-]\s*theo\s.*$|\s*[–-]\s*(?:phòng|ban|báo|đài|trung tâm"
    r"|khoa|cổng|ttxvn"
    r"|tổ)(?!\w).*$",
    re.IGNORECASE,
)
_BYLINE_END = re.compile(
    r"\s*(?:/\s*[\w.Đđ -]+|\((?:thực hiện|tổng hợp|ghi|lược (?:dịch|ghi)|biên (?:dịch|soạn)|dịch|th|t/h)[^()]*\)"
    r"|thực hiện|tổng hợp)+$",
    re.IGNORECASE,
)
_PAPER = re.compile(
    r"(?:\((?:theo|nguồn:?)\s+|[,-]\s*theo\s+|/\s*|\((?=(?-i:[A-ZĐ]{2})))(?P<source>[^()]{2,40})\)?$", re.IGNORECASE
)
_NUMBER = re.compile(r"(?:\d{1,4}|[IVX]{1,5}|[a-e])[.)/:] |[-–•+*] ")
_SENTENCE = re.compile(r"[.!?]\s")
_ROUND_NAMES = " -–./—~*"
_TIMES_AGO = re.compile(r"trước|cách đây", re.IGNORECASE)
_LABEL = re.compile(
    r"(?:(?:cập nhật|đăng|ngày|thời gian|xuất bản|posted|published|on|được viết|viết|lúc|phát hành|thứ \w+"
    r"|chủ nhật|cn|in|hôm nay)[\w ]*[:,.]?\s*)+$",
    re.IGNORECASE,
)

_LONGEST_CREDIT = 60
"""Characters from the word for a picture to the end of the line."""

_LONGEST_BYLINE = 110
"""Characters of a line in which an author is looked for."""

_LONGEST_DATED = 300
"""Characters of a line in which a date of publication is looked for."""


@dataclass(frozen=True)
class Line:
    """One line: ``raw`` as the author has it, ``plain`` composed and with single spaces, for looking at.

    What is found out about a line is kept with it: head, foot and body ask for the same things.
    """

    raw: str
    plain: str

    @found_once
    def words(self) -> list[str]:
        """The words in small letters, without the marks between them."""
        return _WORD.findall(self.plain.lower())

    @found_once
    def length(self) -> int:
        """How many words there are, as spaces part them."""
        return len(self.plain.split())

    @found_once
    def is_prose(self) -> bool:
        """A sentence of running text: long enough, and ended as sentences are."""
        return len(self.plain) >= 60 and not self.is_open

    @found_once
    def is_sentence(self) -> bool:
        """Words of running text, also few of them: furniture is shorter, or does not end as a sentence does."""
        return self.plain.endswith((".", "”", "?", '."')) and self.length >= 7

    @found_once
    def is_tail(self) -> bool:
        if len(self.plain) <= 200 and IMPRINT.match(self.plain):
            return True
        return len(self.plain) <= 90 and not self.is_sentence and bool(TAIL.match(self.plain))

    @found_once
    def is_insert(self) -> bool:
        """A pointer to another page, set between two paragraphs."""
        if len(self.plain) > 160:
            return False
        return bool(_POINTER.match(self.plain)) or (not self.is_sentence and bool(INSERT.match(self.plain)))

    @found_once
    def is_counter(self) -> bool:
        return len(self.plain) <= 40 and bool(COUNTER.match(self.plain))

    @found_once
    def is_button(self) -> bool:
        """A control of the page: short, and no sentence."""
        return (
            len(self.plain) <= 60
            and not self.is_sentence
            and bool(BUTTON.match(self.plain) or BUTTONS.match(self.plain))
        )

    @found_once
    def is_menu(self) -> bool:
        """Several sections of the site in one line."""
        return len(self.plain) <= 400 and is_menu(self.plain) and not self.breadcrumb

    @found_once
    def is_running(self) -> bool:
        """Certainly running text: a sentence that ends, several of them, or more than any headline has."""
        plain = self.plain
        if len(plain) >= 160:
            return True
        return len(plain) >= 60 and (bool(_STOPS.search(plain)) or bool(_INNER_STOP.search(plain)))

    @found_once
    def breadcrumb(self) -> tuple[str, ...]:
        """The steps of a path through the site (``Trang chủ > Xã hội``), or nothing."""
        if len(self.plain) > 160 or not _STEP.search(self.plain):
            return ()
        plain = HERE.sub("", self.plain, count=1)
        steps = [step for step in _BREADCRUMB.split(plain) if step]
        short = all(len(step) <= 34 and not step.isdecimal() for step in steps)
        if len(steps) == 1 and short and self.plain[0] in "»›" and len(steps[0]) > 2:
            return tuple(steps)
        if len(steps) < 2 or not short or len(plain) > 120 or self.date is not None:
            return ()
        is_path = bool(HOME.match(steps[0])) or plain != self.plain or bool(re.search(r"[>»›→]", plain))
        if "|" in plain or (not is_path and len(steps) > 3):
            return () if not HOME.match(steps[0]) or len(steps) > 4 else tuple(steps)
        return tuple(steps)

    @found_once
    def names_photo(self) -> bool:
        plain = self.plain
        end = max(len(plain) - _LONGEST_CREDIT, 0)
        if len(plain) > 400 or not _PHOTO.search(plain, end) or _BYLINE.match(plain):
            return False
        first = _PHOTO.search(plain)  # who speaks of pictures earlier in the line writes a sentence
        return first is not None and first.start() >= end

    @found_once
    def is_credit(self) -> bool:
        """A photographer's name alone, as it stands below a caption."""
        return len(self.plain) <= 60 and bool(_CREDIT_ALONE.match(self.plain))

    @found_once
    def is_caption_alone(self) -> bool:
        """What may be the caption above a photographer's name: one sentence, and no photographer in it."""
        return self.length <= 40 and not self.names_photo and not _INNER_STOP.search(self.plain)

    @found_once
    def shows_picture(self) -> bool:
        """A single sentence that speaks of what is seen beside it."""
        if not 5 <= self.length <= 35 or _INNER_STOP.search(self.plain):
            return False
        if _SEEN.search(self.plain):
            return True
        return self.is_open and self.length <= 12 and bool(_PERSON_SEEN.match(self.plain))

    @found_once
    def without_credit(self) -> str:
        """The line without the name of the photographer at its end."""
        return _CREDIT.sub("", self.plain) if self.names_photo else self.plain

    @found_once
    def is_numbered(self) -> bool:
        """A heading or a point of a list, by its number or its dash."""
        return bool(_NUMBER.match(self.plain))

    @found_once
    def is_signature(self) -> bool:
        """The author's initials alone."""
        return bool(_SIGNED.match(self.plain))

    @found_once
    def is_open(self) -> bool:
        """Ends without the mark that ends a sentence, as captions, headings and names do."""
        return not self.plain.endswith(_CLOSED) and not self.plain.rstrip(_CLOSING).endswith(_ENDS)

    @found_once
    def date(self) -> WrittenDate | None:
        """The date, where the line is hardly more than a date."""
        if len(self.plain) > _LONGEST_DATED:
            return None
        updated = UPDATED.search(self.plain)
        posted = find_date(self.plain[: updated.start()]) if updated else None
        written = posted or find_date(self.plain)
        if written is None or len(self.plain) - (written.end - written.start) > 60:
            return None
        return written if not _SENTENCE.search(self.plain, 0, written.start) else None

    @found_once
    def is_dated(self) -> bool:
        """Whether the line is hardly more than a date, or says how long ago."""
        plain = self.plain
        if len(plain) < 60 and _TIMES_AGO.search(plain) and AGO.fullmatch(plain):
            return True
        if self.date is None or self.is_running:
            return False
        beside = len(plain) - (self.date.end - self.date.start)
        return beside <= 40 or (len(plain) <= 120 and ("|" in plain or bool(POSTED.match(plain))))

    @found_once
    def source(self) -> str | None:
        """The newspaper or site that a closing line names (``(nhandan.example)``, ``Theo Báo Quê``)."""
        if len(self.plain) > 140 or not _SOURCE_OPENS.match(self.plain):
            return None
        found = _SOURCE.match(_ADDRESS.sub("", self.plain))
        name = (found["name"] or found["site"]).strip(" .()") if found else None
        return name if name and len(name) <= 60 and (name[0].isupper() or "." in name) else None

    @found_once
    def author_and_source(self) -> tuple[str, str] | None:
        """The author and the paper in one line: ``Lam Anh (Theo Báo Quê)`` or ``Lam Anh/Báo Quê``."""
        found = _PAPER.search(self.plain) if len(self.plain) <= 90 else None
        author = self.author if found else None
        return (author, found["source"].strip()) if found and author else None

    @found_once
    def author(self) -> str | None:
        """The name, where the line is a name: every word capital, no mark at the end, a glued button cut off."""
        if len(self.plain) > _LONGEST_BYLINE:
            return None
        if not _BYLINE.match(self.plain) and not self.plain.lstrip(_ROUND_NAMES)[:1].isupper():
            return None
        plain = GLUED_BUTTON.sub("", self.plain)
        plain = _WITH_SOURCE.sub("", plain)
        label = None if _TEAM.match(plain) else _BYLINE.match(plain)
        name = plain[label.end() :] if label else plain
        if label and (second := _BYLINE.match(name)):
            name = name[second.end() :]
        name = _BYLINE_END.sub("", name).strip(_ROUND_NAMES)
        if label is not None and _WRITER.match(label[0]):
            return name if 1 <= len(name.split()) <= 9 and name[:1].isupper() and name[-1:] not in ".!?" else None
        words = [word for word in re.split(r"[\s,\-–&]+", name) if word and word != "và"]
        if not 1 <= len(words) <= 9 or len(name) > 60 or not all(is_name_word(word) for word in words):
            return None
        if label is None and (len(words) == 1 or SITE.match(name) or SITE_END.search(name) or TAIL.match(name)):
            return None
        if label is None and (GENRE.match(name) or is_section_name(name)):
            return None
        return None if label is None and name.isupper() and _is_long(name) else name


def _is_long(capitals: str) -> bool:
    """Whether a line in capitals is a heading: of the names in it one has more words than names have."""
    return any(len(name.split()) > 4 for name in re.split(r"[,&–-]| VÀ ", capitals))


def is_name_word(word: str) -> bool:
    """A word as names are written: a capital first, letters (and inner apostrophes or points) after it."""
    return word[:1].isupper() and all(mark.isalpha() or mark in "'’.()" for mark in word)


def is_date_label(text: str) -> bool:
    """Words such as ``Cập nhật:`` that stand before a date and name nothing."""
    return not text or bool(_LABEL.match(text))


def read_lines(text: str) -> Iterator[Line]:
    """The lines that hold anything, in order; a paragraph broken over several lines by hand comes as one."""
    for raw in paragraphs_of(text):
        heading = _HEADING.match(raw)
        raw = raw[heading.end() :] if heading else raw
        plain = " ".join(unicodedata.normalize("NFC", raw).split())
        if "**" in plain or "__" in plain:
            plain = _MARKUP.sub("", plain)
        if plain:
            yield Line(raw, plain)


def paragraphs_of(text: str) -> tuple[str, ...]:
    """The paragraphs of an article's text as a data set holds it: one a line, broken lines joined."""
    stripped = [raw.strip(_BLANKS) for raw in unwrapped(text)]
    return tuple(raw for raw in stripped if raw and not raw.isspace())
