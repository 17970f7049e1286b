"""Lead, paragraphs, and the lines that are none: the body of the article, line by line.

What is left in the main box without lead and captions is the text, but for dates, names, pointers to other pages,
players, and all that follows a line of a site's tail.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import accumulate

from corpus.html.captions import caption_groups, captions_of, names_owner
from corpus.html.fragment import read_fragment
from corpus.html.galleries import captions_by_counter
from corpus.html.headline import Headline
from corpus.html.key import key
from corpus.html.lead import is_dated, lead_lines
from corpus.html.main_box import MainBox
from corpus.html.metadata import Metadata, site_names
from corpus.html.places import Place, place_of
from corpus.html.prefixes import without_prefix, without_site
from corpus.html.roles import Role
from corpus.html.rows import BETWEEN_CELLS, rows_of_tables
from corpus.html.shown import Box, Shown, ShownLine
from corpus.speech.capital_words import IS_PLACE
from corpus.speech.name_words import FAMILY_NAMES
from corpus.text.furniture import IMPRINT, INSERT_LABEL
from corpus.text.page_lines import paragraphs_of

_TAIL = re.compile(
    r"cơ quan (?:chủ quản|ngôn luận)|giấy phép|tổng biên tập|tòa soạn\s*:|toà soạn\s*:|liên hệ (?:tòa soạn|quảng cáo)|®"
    r"|ghi rõ nguồn|(?:các )?(?:bài|tin)(?: viết)? (?:khác|liên quan|mới)|những tin"
    r"|(?:đọc|xem) (?:tiếp|thêm)$|tin nổi bật"
    r"|(?:phản hồi|bình luận|ý kiến) của (?:bạn đọc|độc giả)|ý kiến(?: bạn đọc)?(?: \(\d+\))?$"
    r"|\d+ (?:bình luận|nhận xét|phản hồi)"
    r"|điểm (?:bình chọn|đánh giá)"
    r"|chủ đề\s*:|tags?$|đánh giá bài|tổng số điểm|in trang|ban biên tập\s*:|gửi email|về trang trước|trở về|bản quyền"
    r"|copyright|©|quảng cáo$|all rights|bản in từ\b|in từ (?:trang|địa chỉ)\b",
    re.IGNORECASE,
)
_LONG_TAIL = re.compile(
    r"©|®|giấy phép|cơ quan chủ quản\s*:|(?:phó )?tổng biên tập\s*:|mọi hình thức sao chép|.*\b(?:hủy|huỷ) đăng ký\b"
    r"|(?:[\w ]{3,20}: )?mời (?:quý )?(?:độc giả|bạn đọc) (?:đón|tìm) đọc"
    r"|nội dung đầy đủ của bài viết (?:này )?(?:được|có) (?:đăng|trên)",
    re.IGNORECASE,
)
_POINTER = re.compile(
    r"(?:>+|»|→|➤|►|▶|\*|•|-)?\s*(?:xem|đọc|tham khảo|mời (?:bạn )?(?:xem|đọc)) (?:thêm|tiếp|ngay)\b|>>|»|➤|►"
    r"|-\s*quảng cáo\s*-|quảng cáo$|đọc ngay$",
    re.IGNORECASE,
)
_ADVERTISED = re.compile(r"(?:-\s*)?quảng cáo(?:\s*-)?", re.IGNORECASE)
_OF_PLAYER = re.compile(r"[\W_]*0?0:00\b[\d\s:/|–-]*")
"""The time of a film or a recording that nobody has started: ``0:00 / 1:43``."""

_MARKS_ONLY = re.compile(r"[\W_]+")
_LONGEST_TAIL = 120
_LONGEST_LABEL = 20
"""Characters behind the word that a heading over other pages opens with; more are the title of one."""

_CAPTIONS_BELOW = 2
"""Lines below the text's box that may be the caption of a picture there, where they are called so."""

_SOURCE_OPENS = ("Theo ", "Nguồn ", "Nguồn:")
_BYLINES_BELOW, _BOLD_BYLINES_BELOW = 3, 10
"""Lines below the headline of which one may be the author's name, or one that is bold."""

_OTHERS = re.compile(r"[^.:,]{3,30} khác\s*:?$", re.IGNORECASE)
"""A heading over more of the same kind (``Phóng sự ảnh khác``)."""

_OF_READERS = re.compile(
    r"\W*(?:(?:bình luận|ý kiến|phản hồi|comments?)(?: (?:của )?(?:bạn đọc|độc giả))?[\W\d]*$|bản quyền|copyright)",
    re.IGNORECASE,
)
"""A heading below which no text of the article goes on."""

_APPEARED = re.compile(
    r"the post .{3,200} (?:first appeared|appeared first) on (?P<site>[^.]{2,60})\.?$", re.IGNORECASE
)
"""What feeds write below a text."""

_REST_OF_PREFIX = re.compile(r"[-–—]\s+")
"""What is left of a lead's prefix where the site's name before it is a picture, or was left out."""


@dataclass(slots=True)
class Text:
    """The body of the article; ``begins`` is the line of its first paragraph, ``end`` lies behind its last one.

    ``prefix`` is the agency that a prefix names.
    """

    lead: str | None = None
    prefix: str | None = None
    paragraphs: list[str] = field(default_factory=list)
    captions: tuple[str, ...] = ()
    lines: list[int] = field(default_factory=list)
    caption_lines: frozenset[int] = frozenset()
    end: int = 0


def read_text(page: Shown, main: MainBox, headline: Headline, meta: Metadata) -> Text:
    """The text of the article in the main box, and the lead above or in it."""
    box = page.boxes[main.number]
    first, end = headline.end, box.end
    if not (headline.first < end and headline.first >= 0) or headline.first > _middle(page, main):
        first = box.first
    rows = rows_of_tables(page, box.first, end)
    counted = captions_by_counter(page, box.first, end)
    groups = {at: begin for at, begin in caption_groups(page, main, first, end).items() if at not in rows}
    groups = dict(sorted({**groups, **{at: at for at in counted.values() if not main.furniture[at]}}.items()))
    below = range(end, min(end + _CAPTIONS_BELOW, len(page.lines)))
    groups |= {at: at for at in below if page.lines[at].picture and page.lines[at].roles & Role.CAPTION}
    text = Text(end=end)
    lead = lead_lines(page, main, first, groups, meta)
    half = _half(page, main, box)
    places: set[Place] = set()
    begin = max(first, box.first)
    for at in range(begin, end):
        line = page.lines[at]
        if at < begin or at in groups or at in lead or at in counted or main.furniture[at]:
            continue
        if not text.lines and key(line.text) == key(headline.text):
            continue  # the title printed again
        if at > half and _is_tail(line) and not (_OTHERS.match(line.plain) and not _heads_pages(page, main, at)):
            if (behind := _goes_on(page, main, places, range(at, end))) is not None:
                for inside in range(at + 1, behind):
                    groups.pop(inside, None)
                begin = behind
                continue
            text.end = at
            groups = {place: begin for place, begin in groups.items() if place < at}
            break
        if at in rows:
            if at == rows[at][-1]:
                text.lines.append(at)
        elif (feed := _APPEARED.match(line.plain)) is not None:
            text.prefix = feed["site"]
        elif not _is_apart(line, bool(text.lines)) and not (not text.lines and is_byline(page, headline, at)):
            text.lines.append(at)
            places.update((place_of(page.boxes, line),) if line.line.is_prose else ())
    text.captions = captions_of(page, groups)
    text.caption_lines = frozenset(groups)
    printed = {key(caption) for caption in text.captions}
    text.lines = [at for at in text.lines if key(page.lines[at].text) not in printed]
    text.paragraphs = [_paragraph(page, rows.get(at, range(at, at + 1))) for at in text.lines]
    if text.lines and text.lines[0] not in rows:
        text.paragraphs[0] = _unstamped(page.lines[text.lines[0]])
    _take_lead(page, text, lead, {*meta.publishers, *site_names(meta)})
    return text


def stated_text(body: str) -> Text:
    """The text that a page without one to show, put together by its scripts, states in its metadata.

    Raises what ``read_fragment`` raises.
    """
    fragment = read_fragment(body)
    paragraphs = list(paragraphs_of(fragment.text))
    text = Text(paragraphs=paragraphs, captions=fragment.captions)
    if paragraphs:
        text.prefix, text.paragraphs[0] = without_prefix(paragraphs[0])
        if text.prefix:
            text.lead = text.paragraphs.pop(0)
    return text


def _paragraph(page: Shown, lines: range) -> str:
    """The text of a line, or of a row of a table."""
    return BETWEEN_CELLS.join(page.lines[at].text for at in lines)


def _middle(page: Shown, main: MainBox) -> int:
    box = page.boxes[main.number]
    return (box.first + box.end) // 2


def _is_tail(line: ShownLine) -> bool:
    label = INSERT_LABEL.match(line.plain) if len(line.links) == 1 else None
    if label and (line.linked < 1 or len(line.plain) - label.end() > _LONGEST_LABEL):
        return False  # a label with one other page behind it stands between two paragraphs
    short = len(line.text) <= _LONGEST_TAIL and (line.line.is_tail or bool(_TAIL.match(line.plain)))
    short = short or (line.bold >= 1 and line.linked == 0 and _OTHERS.match(line.plain) is not None)
    return (short and not line.line.is_sentence) or (len(line.text) <= 300 and bool(_LONG_TAIL.match(line.plain)))


def _heads_pages(page: Shown, main: MainBox, at: int) -> bool:
    """Whether below a line stands what points to another page, or is furniture."""
    return at + 1 >= len(page.lines) or main.furniture[at + 1] or page.lines[at + 1].linked >= 0.5


def _goes_on(page: Shown, main: MainBox, places: set[Place], behind: range) -> int | None:
    """Where the text goes on behind the heading of a box in its middle, which is the first line of ``behind``.

    Paragraphs stand there in the ``places`` of those before it, and the box does not; links to other pages at the end
    of a text stand as their teasers do. A heading without a box has links below it, and is none over comments.
    """
    boxes = page.boxes
    heading = page.lines[behind.start]
    if place_of(boxes, heading) in places or _OF_READERS.match(heading.plain):
        return None
    around = {place.around for place in places}
    number = page.lines[behind.start].box
    while boxes[number].parent >= 0 and boxes[number].parent not in around:
        number = boxes[number].parent
    end = boxes[number].end if boxes[number].parent in around else behind.start + 1
    for at in range(end, behind.stop):
        line = page.lines[at]
        is_text = line.line.is_prose and line.linked < 0.5 and not (main.furniture[at] or _LONG_TAIL.match(line.plain))
        if is_text and place_of(boxes, line) in places and not IMPRINT.match(line.plain):
            is_box = end > behind.start + 1 or any(each.links for each in page.lines[behind.start : at])
            if not is_box:
                return None
            return end if page.lines[end].linked < 0.5 and boxes[number].end - boxes[number].first > 1 else at
        if place_of(boxes, line) in places and (line.linked >= 0.5 or _is_tail(line)):
            return None
    return None


def _half(page: Shown, main: MainBox, box: Box) -> int:
    """The line by which half of the box's prose has been said: from there on a tail may begin."""
    sizes = [
        len(line.text) if line.line.is_prose and not (main.furniture[at] or IMPRINT.match(line.plain)) else 0
        for at, line in enumerate(page.lines[box.first : box.end], box.first)
    ]
    whole = sum(sizes)
    return next((at for at, said in enumerate(accumulate(sizes), box.first) if 2 * said > whole), box.first)


def _is_apart(line: ShownLine, begun: bool) -> bool:
    """Whether a line in the box of the text is no text: a date, a name, a section, a pointer, a button, a mark."""
    if _OF_PLAYER.fullmatch(line.text) or line.line.is_credit_alone or _ADVERTISED.fullmatch(line.plain):
        return True
    if names_owner(line):
        return True
    if _MARKS_ONLY.fullmatch(line.text) or line.line.is_counter:
        return not re.search(r"\w", line.text) or not begun
    roles = line.roles
    if line.line.is_insert or (len(line.text) <= 200 and bool(_POINTER.match(line.plain)) and line.linked > 0):
        return True
    if line.linked >= 0.8 or (line.linked >= 0.5 and line.line.is_open):
        return True
    short = not line.line.is_prose
    if short and roles & (Role.CRUMBS | Role.SOURCE | Role.AUTHOR | Role.DATE) and not roles & Role.QUOTE:
        return True
    if not begun and short:
        return bool(roles & Role.SECTION) or is_dated(line) or line.line.breadcrumb != ()
    return short and is_dated(line) and len(line.text) <= 60 and not line.line.is_sentence


def is_byline(page: Shown, headline: Headline, at: int) -> bool:
    """Whether right below the headline a line is nothing but names of people, be they all in capitals."""
    line = page.lines[at]
    both = line.line.author_and_source if line.line.date is None else None
    most = _BOLD_BYLINES_BELOW if line.bold >= 1 or (both and line.italic >= 1) else _BYLINES_BELOW
    if not headline.first < headline.end <= at < headline.end + most or line.linked > 0.5:
        return False
    if line.roles & Role.SOURCE or line.plain.startswith(_SOURCE_OPENS):
        return False
    name = line.line.author
    if name is None or " " not in name or IS_PLACE.fullmatch(name) or line.line.is_tail:
        return False
    is_heading = name.isupper() and at > headline.end and not _opens_as_name(name)
    return not is_heading


def _opens_as_name(name: str) -> bool:
    """Whether words in capitals begin as a person's full name does; a heading may stand below the lead as well."""
    return name.partition(" ")[0].capitalize() in FAMILY_NAMES


def _take_lead(page: Shown, text: Text, lead: list[int], sites: set[str]) -> None:
    """Puts the lead in its place, cuts prefixes and stamps, and makes a first paragraph with a prefix the lead."""
    if lead:
        texts = [_unstamped(page.lines[at]) for at in lead]
        prefix, texts[0] = without_prefix(texts[0])
        if prefix is None:
            prefix, texts[0] = without_site(texts[0], sites)
        text.prefix = prefix or text.prefix
        if len(texts) == 1 and (rest := _REST_OF_PREFIX.match(texts[0])):
            texts[0] = texts[0][rest.end() :]
        text.lead = "\n".join(each for each in texts if each)
    if text.paragraphs:
        prefix, text.paragraphs[0] = without_prefix(text.paragraphs[0])
        if prefix and text.lead is None:
            text.lead = text.paragraphs.pop(0)
        text.prefix = text.prefix or prefix


def _unstamped(line: ShownLine) -> str:
    return line.text[line.stamp :].lstrip() if line.stamp else line.text
