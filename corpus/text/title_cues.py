"""What a line above the text is told by that is the title of a page, or stands beside it.

A title stands above the date, below the path or the section, again where a picture was; what stands above or below it
is the name of a section, of the site or of a column, the line that announces it, a caption or the window's title.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from corpus.text.furniture import HOME, KEYWORDS, SITE
from corpus.text.lines import Line
from corpus.text.paths import page_at_end
from corpus.text.section_names import names_section
from corpus.text.title_again import numbers_picture

ALIKE = 1.2
"""The likeness from which on a line above the date is the title, and what stands below the date is not."""

LONGEST_TITLE = 120
"""Characters; what is longer, between title and date, is a lead."""

_LONGEST_ANNOUNCED = 100
"""The same of a title that a line announces: a longer one is the lead of that."""

LONGEST_ENTRY = 5
"""Words of a menu's entry."""

_TELEPHONE = re.compile(r"(?<!\w)(?:đt|fax|tel|hotline|điện thoại)\b\W{0,3}\+?\d[\d .()-]{6,}", re.IGNORECASE)
_FROM_PLACE = re.compile(
    r"(?:Gửi|Viết|Tường thuật|[A-ZĐ][^,:]{1,40},) (?:từ|gửi từ|tại) [A-ZĐÔ][^\W\d_]*(?: [A-ZĐÔ][^\W\d_]*){0,3}"
)
_DAY_BEHIND = re.compile(r"[^\W\d] \(\d{1,2}[/.-]\d{1,2}[/.-]\d{4}\)$")
_SENTENCE_INSIDE = re.compile(r"[^\W\d_]{2}[.!?…]+ \S")
_FEWEST_BEFORE_DAY = 5
"""Words."""

_FEWEST_BESIDE_DAY = 8
"""Words of a title that tells when something is, the day itself counted as one."""

_SHARE_OF_CAPITALS = 0.75
_FEWEST_OVER_DATE = 6
"""Words."""

_OWNERS = ("Nguồn hình ảnh,", "Bản quyền hình ảnh", "Image source,", "Image copyright")
_DRAWN_OUT = re.compile(r"\.{5,}")
_DIALOGUE = re.compile(r"[-–] \S")
_BESIDE_DATE = 4
_TOP = 3
"""Lines of a page among which the site is named."""

_FEWEST_ENTRIES = 4
"""Lines of a menu, at least; a path has no more steps than that."""

_SHORTEST_HELD = 4
"""Words of a title that another line holds."""

_SHORTEST_TWICE = 18
"""Words of a line that is a caption where it stands twice in a row: titles that do are shorter."""

_TIMES_A_COLUMN = 2
"""How much longer than a column's name a title is, at least, where nothing else tells the two apart."""

_SITE_BEHIND = re.compile(r"(?P<title>[^|]{15,}?)\s+\|\s+\S")
"""The window's title, where the site's name stands behind a stroke."""

_SAME_WORDS = 0.6
"""The share of words in which a title in the window's and the page's own form agree."""

_JOINED = re.compile(r"[-–—|»>]\s*\0$|^\0\s*[-–—|«<]")


def opens_with_motto(lines: Sequence[Line]) -> bool:
    """Whether the first line is the motto of a blog, which dots draw out; the day stands below it."""
    return len(lines) > 1 and lines[1].is_dated and len(_DRAWN_OUT.findall(lines[0].plain)) > 1


def above_date(lines: Sequence[Line], candidates: Sequence[int], alike: Mapping[int, float]) -> Sequence[int]:
    """The lines that a date stands below, with no more than another between; a column's name not before a title."""
    near = [at for at in candidates if any(line.is_dated for line in lines[at + 1 : at + 3])]
    return near[1:] if _is_column_above(lines, near, alike) else near


def stands_below_column(lines: Sequence[Line], candidates: Sequence[int], alike: Mapping[int, float]) -> bool:
    """Whether the first line is written as a section's name, and the second, right below it, as its title."""
    if not _is_column_above(lines, candidates, alike) or len(lines[candidates[1]].plain) > LONGEST_TITLE:
        return False
    return names_rubric(lines[candidates[0]])


def _is_column_above(lines: Sequence[Line], candidates: Sequence[int], alike: Mapping[int, float]) -> bool:
    """Whether the second line stands right below the first, is far longer, and speaks of the text."""
    if len(candidates) < 2 or candidates[1] != candidates[0] + 1 or alike[candidates[1]] < ALIKE:
        return False
    return lines[candidates[1]].length >= _TIMES_A_COLUMN * lines[candidates[0]].length


def ends_in_day(line: Line) -> bool:
    """Whether a line as long as titles are has the day of publication behind it in parentheses."""
    return line.plain[-1] == ")" and line.length > _FEWEST_BEFORE_DAY and _DAY_BEHIND.search(line.plain) is not None


def dates_event(lines: Sequence[Line], at: int) -> bool:
    """Whether a line as long as titles are has the day of what it tells, and the page's own date stands beside it."""
    written = lines[at].date
    if written is None or written.has_time or lines[at].length < _FEWEST_BESIDE_DAY:
        return False
    beside = (line.date for line in (*lines[max(at - 1, 0) : at], *lines[at + 1 : at + 2]) if line.is_dated)
    return any(date is not None and date.has_time for date in beside)


def is_sentence_as_title(lines: Sequence[Line], at: int) -> bool:
    """Whether a line is one sentence right below the date, no longer than titles are, and more text stands below it."""
    if at < 1 or at + 1 >= len(lines) or not lines[at - 1].is_dated or not is_date_alone(lines[at - 1]):
        return False
    line = lines[at]
    is_one = not _SENTENCE_INSIDE.search(line.plain)
    return is_one and len(line.plain) <= LONGEST_TITLE and len(lines[at + 1].plain) > len(line.plain)


def tells_where_from(line: Line) -> bool:
    """Whether a line says for whom and where from the author writes (``Đài Bốn Biển, từ Hà Nam``)."""
    return (", " in line.plain or line.plain[0] in "GVT") and _FROM_PLACE.fullmatch(line.plain) is not None


def gives_telephone(line: Line) -> bool:
    """Whether a line has a telephone's number, as a site's address does."""
    return _TELEPHONE.search(line.plain) is not None


def is_in_capitals(line: Line) -> bool:
    """Whether nearly all letters of a line are capital."""
    letters = [letter.isupper() for letter in line.plain if letter.isalpha()]
    return sum(letters) > _SHARE_OF_CAPITALS * len(letters)


def may_name_site(lines: Sequence[Line], at: int) -> bool:
    """Whether a line at the top of a page is in capitals, or stands right below the site's name, as its motto does."""
    return is_in_capitals(lines[at]) or (at == 1 and SITE.match(lines[0].plain) is not None)


def stands_over_date(lines: Sequence[Line], candidates: Collection[int], site: int) -> bool:
    """Whether below a line another one, as long as titles are and in small letters, stands beside the date."""
    return any(
        at > site
        and lines[at].length >= max(_FEWEST_OVER_DATE, lines[site].length)
        and not is_in_capitals(lines[at])
        and any(line.is_dated for line in (*lines[at - 1 : at], *lines[at + 1 : at + 3]))
        for at in candidates
    )


def names_rubric(line: Line) -> bool:
    """Whether a line is written as the name of a section, short and in small letters but for the first."""
    return line.length <= LONGEST_ENTRY and line.plain[1:].islower() and line.is_open


def is_section_over(line: Line, title: Line) -> bool:
    """Whether a line is written as a section's name, or as two that a dash joins, and a longer one below as a title."""
    if len(title.plain) > LONGEST_TITLE or title.names_photo or not title.is_open:
        return False
    if names_rubric(line):
        return title.length >= _TIMES_A_COLUMN * line.length
    parts = line.plain.split(" - ")
    are_names = len(parts) > 1 and all(names_rubric(Line("", part)) for part in parts)
    return are_names and title.length > line.length


def names_picture(lines: Sequence[Line], at: int) -> bool:
    """Whether a line stands again further down with the number of a picture behind it (``Lũ về sớm - Ảnh 1``)."""
    return any(numbers_picture(line.plain, lines[at].plain) for line in lines[at + 1 :])


def owns_picture(lines: Sequence[Line]) -> bool:
    """Whether the first of some lines says whose a picture is (``Nguồn hình ảnh, …``)."""
    return any(line.plain.startswith(_OWNERS) for line in lines[:1])


def is_caption_again(lines: Sequence[Line], at: int, scores: Mapping[int, float]) -> bool:
    """Whether a long line that stands twice in a row is a picture's, below what may be the title."""
    is_beside = any(lines[at].plain == line.plain for line in (*lines[max(at - 1, 0) : at], *lines[at + 1 : at + 2]))
    return is_beside and lines[at].length >= _SHORTEST_TWICE and any(lines[before].length >= 4 for before in scores)


def date_above(lines: Sequence[Line], at: int) -> int | None:
    """The date among the lines right above, where controls of the page do not count."""
    looked_at = 0
    for before in range(at - 1, -1, -1):
        if lines[before].is_dated:
            return before
        looked_at += not lines[before].is_button
        if looked_at == _BESIDE_DATE:
            break
    return None


def is_date_alone(line: Line) -> bool:
    """Whether a line is a date and no more, and no title that ends in one."""
    return line.date is not None and line.date.end - line.date.start == len(line.plain)


def is_spoken_on(line: Line) -> bool:
    """Whether a line is a sentence of a text or of a dialogue, however short."""
    plain = line.plain
    return bool(_DIALOGUE.match(plain)) or (line.length >= 5 and plain.endswith(".") and not plain.endswith(".."))


def stands_as_title(lines: Sequence[Line], at: int) -> bool:
    """Whether a line stands right below the path or the section, and is as long as titles are."""
    if at < 1 or len(lines[at].words) < 5 or SITE.match(lines[at].plain) or lines[at].is_dated or lines[at].is_menu:
        return False
    above = lines[at - 1]
    return bool(above.breadcrumb) or (names_section(above.plain) and not ends_menu(lines, at - 1))


def is_site(lines: Sequence[Line], at: int) -> bool:
    """Whether a line at the top of a page names the site, whose name may well stand in its texts."""
    return at < _TOP and bool(SITE.match(lines[at].plain))


def ends_menu(lines: Sequence[Line], at: int) -> bool:
    """Whether a section is the last of a menu's entries, one below the other, which are no path from the home page."""
    entries = lines[max(at + 1 - _FEWEST_ENTRIES, 0) : at + 1]
    if len(entries) < _FEWEST_ENTRIES or not all(line.length <= LONGEST_ENTRY and line.is_open for line in entries):
        return False
    return not any(HOME.match(line.plain) for line in entries)


def kicker_above(
    lines: Sequence[Line], at: int, scores: Mapping[int, float], repeats: Counter[str], menus: Sequence[str]
) -> int | None:
    """The line that announces a title: between the path and one that stands right above date or author, and no longer.

    Between the two may stand whatever the page says that the event is (``Sự kiện: …``).
    """
    if lines[at].length < 5 or len(lines[at].plain) > _LONGEST_ANNOUNCED:
        return None
    above = at - 1
    while above > 1 and above not in scores and KEYWORDS.match(lines[above].plain):
        above -= 1
    if above < 1 or above not in scores or len(lines[above].plain) > 1.1 * len(lines[at].plain):
        return None
    if not is_label(lines, above - 1, repeats, menus):
        return None
    is_below = any(line.is_dated or (line.author and line.length > 1) for line in lines[at + 1 : at + 2])
    return above if is_below else None


def is_label(lines: Sequence[Line], at: int, repeats: Counter[str], menus: Sequence[str]) -> bool:
    """Whether a line says in which section the next one stands."""
    return _is_section(lines[at], repeats, menus) and not ends_menu(lines, at)


def _is_section(line: Line, repeats: Counter[str], menus: Sequence[str]) -> bool:
    """Whether a line is the path through the site, a section by its name, or an entry of the menu again."""
    if line.breadcrumb or names_section(line.plain):
        return True
    return (
        not line.is_button
        and line.length <= 5
        and (repeats[line.plain] > 1 or any(line.plain in menu for menu in menus))
    )


def holds(line: Line, title: Line) -> bool:
    """Whether a line is a title with the site's name or a section before or behind it."""
    if title.length < _SHORTEST_HELD:
        return False
    if page_at_end(line.plain, title.plain) is not None:
        return True
    if title.plain in line.plain:
        return bool(_JOINED.search(line.plain.replace(title.plain, "\0", 1)))
    window = _SITE_BEHIND.match(line.plain) if " | " in line.plain else None
    if window is None:
        return False
    words, others = set(window["title"].lower().split()), set(title.plain.lower().split())
    return len(words & others) >= _SAME_WORDS * len(words | others)
