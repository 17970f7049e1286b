"""The lines of a scraped page, and what can be said of one line by looking at it alone.

Nothing here knows a site by name. The words below are the furniture that every news site's template glues round an
article; a line is furniture only if it opens with such words and is short, so a sentence of the article that happens
to hold them stays.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.dates import WrittenDate, find_date

_SPACES = " \t\u00a0\u2002\u2003\u2009\u202f\u3000\ufeff\u200b"
_BLANKS = _SPACES + "\r\n"

# What follows the article: from such a line on, a page is about other pages.
_TAIL = re.compile(
    r"""
    (?:tin|bài|các\ (?:tin|bài))(?:\ viết)?\ (?:mới|khác|cũ|liên\ quan|cùng|đã\ đưa|nổi\ bật|đọc\ nhiều|xem\ nhiều|tiếp)
    | mời\ (?:bạn|quý\ vị)?\ ?(?:đọc|xem) | có\ thể\ bạn\ quan\ tâm | cùng\ chuyên\ mục | đọc\ nhiều
    | (?:ý\ kiến|bình\ luận)\ (?:bạn\ đọc|của|về|\()
    | (?:gửi|viết|đăng)\ (?:bình\ luận|ý\ kiến|phản\ hồi|cho\ bạn|email) | phản\ hồi$ | bình\ luận$
    | thông\ tin\ người\ gửi | xem\ (?:phản\ hồi|tiếp|theo\ ngày) | chia\ sẻ(?::|$|\ (?:bài|lên|qua))
    | in\ (?:bài|trang|ấn) | từ\ khóa | từ\ khoá | tags?\s*: | thẻ\s*:
    | (?:số\ )?lượt\ (?:người\ )?(?:xem|đọc|truy) | về\ đầu\ trang | trở\ (?:về|lại) | quay\ lại | loading | ©
    | bản\ quyền | copyright | tìm\ kiếm$ | like\b | facebook | số\ lượt
    """,
    re.IGNORECASE | re.VERBOSE,
)
_INSERT = re.compile(r"(?:>+|→|➤|\*)?\s*(?:xem|đọc) thêm\b|>>|video\s*:|loading", re.IGNORECASE)
_COUNTER = re.compile(r"(?:số )?lượt truy cập|đang (?:truy cập|online)|hôm nay\s*:|\d{1,12}$", re.IGNORECASE)
_BREADCRUMB = re.compile(r"\s*[>»›]\s*|\s+[/|]\s+")
_BUTTON = re.compile(
    r"(?<=[^\W\d_])(?:(?:Xem |Gửi )?(?:phản hồi|bình luận)|Chia sẻ|In bài viết|Lưu|Thích|Theo dõi)\s*$", re.IGNORECASE
)
_PHOTO = re.compile(r"\(?\b(?:ảnh|hình)(?: minh họa| minh hoạ| tư liệu| chụp)?\s*(?:[:;]|\)?\.?$)", re.IGNORECASE)
_ENDS = re.compile(r"""[.!?…:;,]["”’»)\]]*$|["”’»]$|\./\.?$""")
_SOURCE = re.compile(r"(?:theo|nguồn(?: tin)?\s*:)\s*(?P<name>.+)$|\((?P<site>[\w-]+(?:\.[\w-]+)+)\)$", re.IGNORECASE)
_BYLINE = re.compile(r"(?:bài(?:,? (?:và )?ảnh)?|tác giả|thực hiện|tin,? ảnh|pv|phóng viên)\s*[:.]\s*", re.IGNORECASE)
_LABEL = re.compile(r"(?:cập nhật|đăng|ngày|thời gian|xuất bản)[\w ]*:?\s*$", re.IGNORECASE)

_LONGEST_DATED = 300
"""Characters of a line in which a date of publication is looked for."""

_FEWEST_BROKEN = 6
"""Lines that have to go on in the next one before a text counts as wrapped at a column."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line: ``raw`` as the author has it, ``plain`` composed and with single spaces, for looking at."""

    raw: str
    plain: str

    @property
    def is_prose(self) -> bool:
        """A sentence of running text: long enough, and ended as sentences are."""
        return len(self.plain) >= 60 and bool(_ENDS.search(self.plain))

    @property
    def is_sentence(self) -> bool:
        """Words of running text, also few of them: furniture is shorter, or does not end as a sentence does."""
        return len(self.plain.split()) >= 7 and self.plain.endswith((".", "”", ".”", "?", '."'))

    @property
    def is_tail(self) -> bool:
        return len(self.plain) <= 90 and not self.is_sentence and bool(_TAIL.match(self.plain))

    @property
    def is_insert(self) -> bool:
        """A pointer to another page, set between two paragraphs."""
        return len(self.plain) <= 160 and not self.is_sentence and bool(_INSERT.match(self.plain))

    @property
    def is_counter(self) -> bool:
        return len(self.plain) <= 40 and bool(_COUNTER.match(self.plain))

    @property
    def breadcrumb(self) -> tuple[str, ...]:
        """The steps of a path through the site (``Trang chủ > Xã hội``), or nothing."""
        steps = [step for step in _BREADCRUMB.split(self.plain) if step]
        short = all(len(step) <= 30 and not step.isdecimal() for step in steps)
        return tuple(steps) if len(steps) >= 2 and short and len(self.plain) <= 90 and self.date is None else ()

    @property
    def names_photo(self) -> bool:
        found = _PHOTO.search(self.plain)
        return bool(found) and len(self.plain) <= 400 and len(self.plain) - found.start() <= 60  # type: ignore[union-attr]

    @property
    def is_open(self) -> bool:
        """Ends without the mark that ends a sentence, as captions, headings and names do."""
        return not _ENDS.search(self.plain)

    @property
    def date(self) -> WrittenDate | None:
        """The date, where the line is hardly more than a date."""
        if len(self.plain) > _LONGEST_DATED:
            return None
        written = find_date(self.plain)
        if written is None or len(self.plain) - (written.end - written.start) > 60:
            return None
        return written if not re.search(r"[.!?]\s", self.plain[: written.start]) else None

    @property
    def source(self) -> str | None:
        """The newspaper or site that a closing line names (``(nhandan.example)``, ``Theo Báo Quê``)."""
        found = _SOURCE.match(self.plain) if len(self.plain) <= 60 else None
        return (found["name"] or found["site"]).strip(" .") if found else None

    @property
    def author(self) -> str | None:
        """The name, where the line is a name: every word capital, no mark at the end, a glued button cut off."""
        name = _BYLINE.sub("", _BUTTON.sub("", self.plain)).strip(" -–./")
        words = [word for word in re.split(r"[\s,\-–]+", name) if word]
        if not 1 <= len(words) <= 8 or len(name) > 60 or not all(is_name_word(word) for word in words):
            return None
        return name if len(words) > 1 or _BYLINE.match(self.plain) or not name.isupper() else None


def is_name_word(word: str) -> bool:
    """A word as names are written: a capital first, letters (and inner apostrophes or points) after it."""
    return word[:1].isupper() and all(mark.isalpha() or mark in "'’.()" for mark in word)


def is_date_label(text: str) -> bool:
    """Words such as ``Cập nhật:`` that stand before a date and name nothing."""
    return not text or bool(_LABEL.match(text))


def read_lines(text: str) -> Iterator[Line]:
    """The lines that hold anything, in order; a paragraph broken over several lines by hand comes as one."""
    for raw in paragraphs_of(text):
        yield Line(raw, " ".join(unicodedata.normalize("NFC", raw).split()))


def paragraphs_of(text: str) -> tuple[str, ...]:
    """The paragraphs of an article's text as a data set holds it: one a line, broken lines joined."""
    stripped = [raw.strip(_BLANKS) for raw in _unwrapped(text)]
    return tuple(raw for raw in stripped if raw and not raw.isspace())


def _unwrapped(text: str) -> list[str]:
    """Lines, or whole blocks (inner line feeds kept) where the text was wrapped at a column.

    Wrapped text shows itself: blocks of several lines, hardly any line of a block but the last ends a sentence, none
    is long. Anything else is taken a line a paragraph, as scrapers write it.
    """
    lines = text.splitlines()
    if len(lines) <= _FEWEST_BROKEN or max(map(len, lines)) > 160:
        return lines
    blocks: list[list[str]] = [[]]
    for line in lines:
        if line.strip(_SPACES):
            blocks[-1].append(line)
        elif blocks[-1]:
            blocks.append([])
    inner = [line.strip() for block in blocks for line in block[:-1]]
    wrapped = [line for line in inner if 40 <= len(line) <= 120 and not _ENDS.search(line)]
    if len(inner) < _FEWEST_BROKEN or len(wrapped) < 0.7 * len(inner):
        return lines
    return ["\n".join(block) for block in blocks]
