"""Text that was torn at every tag: each link, each name in bold and each date stands on a line of its own.

So scrapers give it that end a line wherever an element ends. Such a page shows itself: lines begin in the middle of a
sentence, with a small letter or with the mark behind a word. On it a line goes on in the next one until a sentence
ends; what has no end, as headings and captions have none, is told from a torn sentence by what it ends with and by what
follows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, starmap, zip_longest

from corpus.dates import find_date, iso_date
from corpus.speech.offices import addressed, has_office
from corpus.text.bylines import author_in
from corpus.text.furniture import BUTTON
from corpus.text.picture_lines import names_photo

_LONGEST = 2000
"""Characters of a line that may be torn: paragraphs are shorter, and of what is no text not all becomes one line."""

_OPENERS = frozenset("(“«")
_FEWEST_SPEAKERS = 4
_SPEAKER = re.compile(r"(?:Ông|Bà|Anh|Chị|PV|Phóng viên)\b[^:.]{0,40} ?:")
_RAISED = frozenset("23")
_BEFORE_RAISED = re.compile(r"(?:\d ?[kcdm]?m|\bCO)$")
"""Before a figure of its own element: a square, a cube, an index."""

_STOPS = '.!?…:;”"»’'
_QUOTES = '”"»’'
_OPENING = '“"«'
_MARKS = frozenset(",;)”")
_ENDS = frozenset((".", "…", "!", "?"))
_DANGLING = re.compile(
    r"(?:^|\s)(?:của|và|với|cho|tại|ở|theo|là|về|từ|do|bởi|các|những|được|một|như|khi|mà|hoặc|tới|xã|phường|huyện|quận|tỉnh)$",
    re.IGNORECASE,
)
"""Words that end hardly a line but a torn one, and now and then a title."""

_LEADS_ON = re.compile(r"(?:^|\s)(?:của|và|với|cho|tại|ở|theo|từ|do|bởi|các|những|như|mà|hoặc)$", re.IGNORECASE)
"""Those of them that end no title, either."""

_BEFORE_FIGURE = re.compile(
    r"(?:^|\s)(?:sáng|trưa|chiều|tối|đêm|ngày|tháng|năm|lúc|hơn|gần|khoảng|chừng|có|đạt|nhận|còn|đến|số|dài|trước|sau)$",
    re.IGNORECASE,
)
_AGE = re.compile(r"\(\d{1,3} tuổi\b")
_POINT = re.compile(r"[-–•*+▪◦] |\d{1,2}[.)] ")
_LABEL = re.compile(
    r"(?:[-–+*•] ?)?(?:(?:Ông|Bà|Anh|Chị|PV|Phóng viên|Hỏi|Đáp|Trả lời)\b[^:.]{0,40}|\(?(?:Ảnh|Nguồn|Tác giả|Theo)) ?:"
)
"""Before what somebody says, or a name."""

_CREDIT = re.compile(r"(?:^|[.\s(–-])\(?(?:Ảnh|Nguồn) ?:$")
_INNER_STOP = re.compile(r"[.!?…][”\"»]? [A-ZĐÀ-Ỹ“\"]")
_ADDRESS = re.compile(r"https?://|(?:[\w-]+\.)+[a-z]{2,}(?!\S)")
_LONGER_THAN_ENTRY = 25
"""Characters of a line that is longer than the entries of menus, which may begin with a small letter."""

_LONGER_THAN_OFFICE = 20
_SHORTEST_INSIDE = 40
"""Characters of what was put together, from which on it is a sentence and no name with what stands beside it."""

_TEXT = 60
"""Characters of a line that is text, or a long title."""

_SHORTEST_TEXT = 40
"""Characters of a line that is text where a sentence ends right behind the next one."""

_LONG = 100
_LONGEST_NAME = 12
"""Words of what an element inside a sentence holds."""

_AHEAD = 26
"""Characters at a line's end in which a form of address or an office stands."""

_FEWEST_BREAKS, _FEWEST_RESTS = 4, 2
_SHARE_OF_BREAKS = 0.2
"""Of a page's lines that break off inside a sentence, from which on all of them may."""


def is_torn_at_tags(lines: Sequence[str]) -> bool:
    """Whether sentences break off on a page again and again; marks that begin lines say so for certain."""
    rests = sum(map(_is_rest, lines))
    rests += sum(map(_ends_inside, lines)) if rests else 0
    breaks = rests + sum(starmap(_is_break, pairwise(lines)))
    least = _SHARE_OF_BREAKS * sum(map(bool, lines)) if rests < _FEWEST_RESTS else 0
    return breaks >= max(_FEWEST_BREAKS, least)


def has_torn_speakers(lines: Sequence[str]) -> bool:
    """Whether the names of an interview's speakers, which are bold, stand on lines of their own."""
    return sum(_SPEAKER.fullmatch(line) is not None for line in lines) >= _FEWEST_SPEAKERS


def joined_to_speakers(lines: Sequence[str]) -> Iterator[str]:
    """The lines with what was said behind the speaker's name again, a line feed between them."""
    speaker = ""
    for line in lines:
        if speaker and line and not names_photo(line):
            yield f"{speaker}\n{line}"
            speaker = ""
        elif _SPEAKER.fullmatch(line):
            speaker = line
        else:
            yield from filter(None, (speaker,))
            speaker = ""
            yield line
    yield from filter(None, (speaker,))


def joined_at_tags(lines: Sequence[str]) -> Iterator[str]:
    """The lines of such a page with its sentences whole again, their line feeds kept but beside a mark."""
    begun = ""
    has_text = False
    for line, following, third in zip_longest(lines, lines[1:], lines[2:], fillvalue=""):
        is_glued = _is_rest(line) or begun[-1:] in _OPENERS or _is_raised(begun, line)
        begun = (begun + (line if is_glued else f"\n{line}")).lstrip("\n")
        has_text = has_text or len(line) >= _LONG or (len(line) <= _LONG and find_date(line) is not None)
        if not _goes_on(begun, following, third, has_text=has_text):
            yield begun
            begun = ""


def _is_break(line: str, following: str) -> bool:
    """Whether a sentence goes on in a small letter in the next line: one of the two is longer than menus' entries."""
    if not (line and following) or following[1:2].isupper() or max(len(line), len(following)) < _LONGER_THAN_ENTRY:
        return False
    return following[0].islower() and line[-1] not in _STOPS and not _ADDRESS.match(following)


def _is_rest(line: str) -> bool:
    """Whether a line begins with a mark that stands behind a word."""
    return bool(line) and (line[0] in _MARKS or line in _ENDS or line[:2] in (". ", ": "))


def _may_be_below_title(title: str, line: str) -> bool:
    """Whether a line is what stands below a title, though this ends as torn lines do: a date, a name, a paragraph."""
    if iso_date(line) is not None:
        return _BEFORE_FIGURE.search(title) is None
    return (
        title[-1] != ","
        and not _LEADS_ON.search(title)
        and line[0].isupper()
        and (len(line) >= _LONG or author_in(line) == line)
    )


def _is_raised(begun: str, following: str) -> bool:
    return following in _RAISED and _BEFORE_RAISED.search(begun) is not None


def _ends_inside(line: str) -> bool:
    """Whether a line has several sentences, of which the last has no end."""
    is_open = len(line) >= _TEXT and line[-1] not in _STOPS and line[-1] != ")"
    return is_open and _INNER_STOP.search(line) is not None and not names_photo(line)


def _goes_on(begun: str, following: str, third: str, *, has_text: bool) -> bool:
    """Whether what has begun goes on in the next line; ``has_text`` says that the page's text has been reached."""
    if not (begun and following) or len(begun) > _LONGEST:
        return False
    if _is_rest(following) or _AGE.match(following) or _is_raised(begun, following):
        return True
    last = begun.rpartition("\n")[2]
    if last[-1] == ":":
        return following[0] in _OPENING or _LABEL.fullmatch(last) is not None or _CREDIT.search(last) is not None
    if last[-1] in _STOPS:
        return last[-1] in _QUOTES and following[0].islower() and len(following) >= _LONGER_THAN_ENTRY
    if not has_text and not _is_inside_sentence(third) and _may_be_below_title(last, following):
        return False
    is_inside = last != begun or _INNER_STOP.search(begun) is not None
    must = _must_go_on(last, is_text=is_inside or len(last) >= _LONGER_THAN_OFFICE)
    if not must and (_POINT.match(following) or _stands_alone(following, third)) and not _is_rest(third):
        return False
    if following[0].islower() and (has_text or not following[1:2].isupper()):
        return must or is_inside or has_text or _is_break(last, following)
    if must or (is_inside and (following[0] == "(" or len(begun) >= _SHORTEST_INSIDE) and not names_photo(begun)):
        return True
    if following[0].isdigit():
        return is_inside or len(begun) >= _LONG or _BEFORE_FIGURE.search(last) is not None
    is_torn_name = (
        len(following.split()) <= _LONGEST_NAME and following[-1] not in _STOPS and _is_inside_sentence(third)
    )
    if not (has_text and is_torn_name) or names_photo(begun):
        return False
    ends = third in _ENDS or third[:2] == ". "
    return len(begun) >= (_SHORTEST_TEXT if ends else _TEXT) or has_office(f"{last} ")


def _is_inside_sentence(line: str) -> bool:
    return line[:1].islower() or line == "(" or _is_rest(line)


def _must_go_on(line: str, *, is_text: bool) -> bool:
    """Whether a line ends with what no line ends with: a comma, a word that leads on, how somebody is addressed.

    Offices end other lines than those of text as well (``Trang chủ``, ``Phóng viên``).
    """
    ahead = f"{line[-_AHEAD:]} "
    leads_on = line[-1] == "," or line[-1] in _OPENERS or bool(_DANGLING.search(line)) or addressed(ahead) is not None
    return leads_on or (is_text and has_office(ahead))


def _stands_alone(line: str, following: str) -> bool:
    """Whether a line goes on with nothing: a date, or the author's name, with nothing or a control below it."""
    is_last = not following or BUTTON.match(following) is not None
    return iso_date(line) is not None or (is_last and " " in line and author_in(line) == line)
