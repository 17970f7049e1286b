"""A line of a scraped page, and what can be said of it by looking at it alone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import ClassVar

from corpus.dates import WrittenDate
from corpus.text.bylines import author_and_source_in, author_in, source_in
from corpus.text.controls import is_control, is_icons, is_in_brackets, is_made_of_controls
from corpus.text.dates_alone import date_in, is_nothing_but, tells_age
from corpus.text.found_once import found_once
from corpus.text.furniture import (
    BUTTON,
    COUNTER,
    IMPRINT,
    IN_PRINT,
    INSERT,
    PAPER,
    TAIL,
)
from corpus.text.paths import is_cut_path, path_in
from corpus.text.picture_lines import (
    is_credit,
    is_credit_alone,
    names_photo,
    speaks_of_picture,
    without_credit,
)
from corpus.text.rows import parts_of_row
from corpus.text.section_names import is_menu, is_section_name

_WORD = re.compile(r"\w+")
_PICTURE_NUMBER = re.compile(r"[-–] [Ảả]nh \d{1,3}\.?$")
_PICTURE_FILE = re.compile(r"(?:[!-~]+ ){2,25}\S*?(?:anh|hinh|photo)[ -]\d{1,3}$")
"""The title with a number, which stands for a picture that was not loaded; also without accents, as files are named."""

_LONGEST_NUMBER = len("– Ảnh 123.")

_NUMBER_ENDS = frozenset("0123456789.")
_DATED_TITLE = re.compile(r"(?:[-–•*»]\s*|[\[(])\d{1,2}[-/.]\d{1,2}[-/.]\d{4}[\])]?\s+\w")
_DATED_BEHIND = re.compile(r"[°▪»›•*+-] [^.]{15,110}[^.\s] \(\d{1,2}/\d{1,2}(?:/\d{4})?\)$")
_ARROWS = "►▶▸➤➜→⇒»›>"
"""Marks that point to another page; a list's points stand behind others."""

_POINTER = re.compile(
    r"(?:xem|đọc|nghe) thêm\s*:|(?:xem|đọc) thêm [^.:]{3,90} tại đây\.?$"
    r"|xem (?:video|clip)\s*:(?!.{30,}\.$)|không (?:đọc|xem|hiển thị) được (?:thư|email|bản tin)"
    r"|nghe (?:phóng viên|pv|bài|nội dung)\b[^.]{3,60} (?:phản ánh|tường thuật|đưa tin)(?: tại đây)?\s*:?$"
    r"|bạn được .{0,30}chuyển tiếp|mời (?:quý vị |bạn )?nghe [^.]{3,60}:$|use (?:up|left)/\w+ arrow keys"
    r"|bỏ qua [^.]{3,40} và tiếp tục đọc$"
    r"|\*?\s*bài viết (?:này )?(?:chỉ )?(?:thể hiện|không (?:nhất thiết )?(?:thể hiện|phản ánh)) quan điểm"
    r"(?: (?:cá nhân|riêng|của|tác(?: giả)?|người|viết|tòa|toà|soạn|báo))+"
    r"[.!)]*$|trình duyệt (?:của bạn )?(?:hiện )?không hỗ trợ|video không|your browser does not",
    re.IGNORECASE,
)
_SIGNED = re.compile(r"(?:[A-ZĐ]\.){1,4}[A-ZĐ]?\.?[^\W\d_A-ZĐ]{0,4}\.?$|\([A-ZĐ][\w.]{0,5}\)(?: \[\w+\])?$")
_STOPS = re.compile(r"""[.…:;]["”’»)\]]*$|\./\.?$|[!?]["”’»)]+$""")
_INNER_STOP = re.compile(r"[.!?][”\"’»]? [A-ZĐÂÁÀẢÃẠÊÉÈẺẼẸÔÓÒỎÕỌƠƯÍÌÚÙÝ“\"][^.!?]{12,}[.!?…]")
_ENDS = tuple(".!?…:;,")
_CLOSING = """"'”“’»)]"""
_CLOSED = ('"', "'", "”", "“", "’", "»", "./")
"""An opening mark at an end closes what ``„`` has opened."""

_NAME_AT_END = re.compile(r"^[^“\"«:.?!]{12,} [“\"«'‘](?:[^\s”\"»]+ ){0,5}[^\s”\"»]*[^\s”\"».!?…][”\"»'’]$")
_NUMBER = re.compile(r"(?:\d{1,4}|[IVX]{1,5}|[a-e])[.)/:] |[-–•+*] ")
BULLETS = "»›>:•*+# "
_ENUMERATION = re.compile(r"[^:,;.]{2,36}: (?:[^,;.]{2,30}[,;] ){5}")
_TITLE_IN_BRACKETS = re.compile(r"\[[^\[\].]{20,}\]")
"""Another page's title, as some agencies set it between two paragraphs."""

_ADDRESS = re.compile(r"https?://\S+$")
_LONGEST_MENU = 200
"""Characters in which a menu shows itself."""


@dataclass(frozen=True)
class Line:
    """One line: ``raw`` as the author has it, ``plain`` composed and with single spaces, for looking at.

    ``gap`` is how many empty lines stand above it, ``is_emphasised`` says that a converter's marks stood round it.

    What is found out about a line is kept with it: head, foot and body ask for the same things.
    """

    raw: str
    plain: str
    gap: int = 0
    is_emphasised: bool = False
    is_below_picture: ClassVar[bool] = False

    @property
    def is_apart(self) -> bool:
        """Whether an empty line stands above it."""
        return self.gap > 0

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
        bullets = BULLETS + "-" if self.plain[-1] == ":" else BULLETS
        return len(self.plain) <= 90 and not self.is_sentence and bool(TAIL.match(self.plain.lstrip(bullets)))

    @found_once
    def is_insert(self) -> bool:
        """A pointer to another page, set between two paragraphs."""
        if len(self.plain) > 160:
            return False
        if self.stands_for_picture or self.is_pointer:
            return True
        if (self.plain[0] in _ARROWS or _DATED_TITLE.match(self.plain)) and not self.plain.endswith("."):
            return True
        if self.is_dated_point:
            return True
        if self.plain[0] == "[" and _TITLE_IN_BRACKETS.fullmatch(self.plain) and not self.names_photo:
            return True
        return not (self.is_sentence or self.names_photo) and bool(INSERT.match(self.plain))

    @found_once
    def is_dated_point(self) -> bool:
        """A point with a day in parentheses behind it: the title of another page, where no list is announced."""
        return self.plain[-1] == ")" and _DATED_BEHIND.match(self.plain) is not None

    @found_once
    def is_pointer(self) -> bool:
        """Sends the reader elsewhere or tells how a player is used, and may be a whole sentence."""
        return bool(_POINTER.match(self.plain))

    @found_once
    def stands_for_picture(self) -> bool:
        """The title of the page with the number of a picture, where the picture was."""
        plain = self.plain
        if plain[-1] not in _NUMBER_ENDS:
            return False
        return bool(_PICTURE_NUMBER.search(plain, max(len(plain) - _LONGEST_NUMBER, 0)) or _PICTURE_FILE.match(plain))

    @found_once
    def ends_in_address(self) -> bool:
        """Sends the reader elsewhere (``Không xem được? Mở trang tại http://…``): no title, and no text begins so."""
        return "://" in self.plain and bool(_ADDRESS.search(self.plain))

    @found_once
    def is_counter(self) -> bool:
        return len(self.plain) <= 40 and bool(COUNTER.match(self.plain))

    @found_once
    def is_button(self) -> bool:
        """A control of the page, short and no sentence; or a rule across it, without a word."""
        plain = self.plain
        if is_icons(plain) or (is_in_brackets(plain) and not self.names_photo):
            return True
        if len(plain) > 60 or self.is_sentence or (self.names_photo and not self.is_credit):
            return False
        return is_control(plain) or (is_made_of_controls(plain) and self.date is None and not is_section_name(plain))

    @found_once
    def is_menu(self) -> bool:
        """Several sections of the site in one line."""
        return self.is_row or (self.is_open and is_menu(self.plain[:_LONGEST_MENU]) and not self.breadcrumb)

    @found_once
    def is_row(self) -> bool:
        """Controls or sections side by side, or the cells of a table; no date, name or photographer among them."""
        parts = parts_of_row(self.raw)
        if not parts or self.is_dated or self.breadcrumb or self.source or self.names_photo:
            return False
        return len(parts) > 2 or not any(author_in(part) for part in parts)

    @found_once
    def is_running(self) -> bool:
        """Certainly running text: a sentence that ends, several of them, or more than any headline has."""
        plain = self.plain
        if len(plain) >= 160:
            return not self.is_menu
        return (
            len(plain) >= 60
            and not is_cut_path(plain)
            and (bool(_STOPS.search(plain)) or bool(_INNER_STOP.search(plain)))
        )

    @found_once
    def breadcrumb(self) -> tuple[str, ...]:
        """The steps of a path through the site (``Trang chủ > Xã hội``), or nothing."""
        steps = path_in(self.plain, self.raw)
        return () if len(steps) > 1 and (self.date is not None or all(map(BUTTON.match, steps))) else steps

    @found_once
    def is_numbered(self) -> bool:
        """A heading or a point of a list, by its number or its dash."""
        return bool(_NUMBER.match(self.plain))

    @found_once
    def enumerates(self) -> bool:
        """Names many behind what they are (``Gò Sành (4-4-2): Tâm, Lực, …``)."""
        return bool(_ENUMERATION.match(self.plain))

    @found_once
    def is_signature(self) -> bool:
        """The author's initials alone, or those before a given name."""
        return bool(_SIGNED.match(self.plain.rstrip(" |")))

    @found_once
    def is_open(self) -> bool:
        """Ends without the mark that ends a sentence, as captions, headings and names do."""
        return not self.plain.endswith(_CLOSED) and not self.plain.rstrip(_CLOSING).endswith(_ENDS)

    @found_once
    def ends_in_name(self) -> bool:
        """Ends in a few words between quotation marks, the name of something, and without a stop in or behind it."""
        return self.plain[-1] in _CLOSING and len(self.plain) <= _LONGEST_MENU and bool(_NAME_AT_END.search(self.plain))

    @found_once
    def date(self) -> WrittenDate | None:
        """The date, where the line is hardly more than a date."""
        return date_in(self.plain)

    @found_once
    def is_dated(self) -> bool:
        """Whether the line is hardly more than a date, or says how long ago."""
        if tells_age(self.plain):
            return True
        if self.is_running or self.date is None or self.shows_picture:
            return False
        return is_nothing_but(self.date, self.plain)

    @found_once
    def names_photo(self) -> bool:
        """A caption by the photographer's name at its end, or that name alone."""
        return names_photo(self.plain)

    @found_once
    def is_credit(self) -> bool:
        """A photographer's name alone, as it stands below a caption."""
        return is_credit(self.plain)

    @found_once
    def is_credit_alone(self) -> bool:
        """A photographer's name for certain, and no caption behind a label."""
        return is_credit_alone(self.plain)

    @found_once
    def is_caption_alone(self) -> bool:
        """What may be the caption above a photographer's name: one sentence, and no photographer in it."""
        return self.length <= 40 and not self.names_photo and not _INNER_STOP.search(self.plain)

    @found_once
    def shows_picture(self) -> bool:
        """A single sentence that speaks of what is seen beside it."""
        return (
            3 <= self.length <= (50 if "(phải)" in self.plain or "(trái)" in self.plain else 35)
            and not _INNER_STOP.search(self.plain)
            and speaks_of_picture(self.plain, self.is_open)
        )

    @found_once
    def without_credit(self) -> str:
        """The line without the name of the photographer at its end."""
        return without_credit(self.plain) if self.names_photo else self.plain

    @found_once
    def source(self) -> str | None:
        """The newspaper or site that a closing line names (``(nhandan.example)``, ``Theo Báo Quê``)."""
        return source_in(self.plain)

    @found_once
    def names_paper(self) -> bool:
        """A newspaper's or an agency's name alone."""
        return self.length <= 6 and self.is_open and bool(PAPER.match(self.plain)) and not IN_PRINT.search(self.plain)

    @found_once
    def author(self) -> str | None:
        """The name, where the line is an author's: every word capital, no mark at the end, a glued button cut off."""
        return author_in(self.plain)

    @found_once
    def author_and_source(self) -> tuple[str, str] | None:
        """The author and the paper in one line: ``Lam Anh (Theo Báo Quê)`` or ``Lam Anh/Báo Quê``."""
        return author_and_source_in(self.plain)


class LabelledCaption(Line):
    """A line of which the line above says that it is a caption."""

    names_photo = True


class BelowPicture(Line):
    """A line above which a picture stood, as what a program wrote in its place shows."""

    is_below_picture = True
