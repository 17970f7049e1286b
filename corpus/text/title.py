"""Which line of a scraped page is the title?

Above the text stand menus, the site's name, counters and the path to the page, and among them the title. It is the line
whose words come back in the text, which is longer than a menu's entries, and which has the date, the path or the name
of the author beside it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import chain, islice, permutations

from corpus.text.bylines import is_byline_of_label
from corpus.text.furniture import FROM_HOME_TO, HOME, KEYWORDS, SECTION_LABEL, SITE, SITE_END
from corpus.text.likeness import Subject
from corpus.text.lines import Line
from corpus.text.section_names import is_menu, names_section
from corpus.text.title_again import numbers_picture

HEAD_LINES = 60
"""Lines above the text among which the title is looked for, at most."""

_ALIKE = 1.2
"""The likeness from which on a line above the date is the title, and what stands below the date is not."""

_LONGEST_TITLE = 120
"""Characters; what is longer, between title and date, is a lead."""

_LONGEST_SENTENCE = 160
"""The same of a title that is a sentence, where nothing above the text may be one."""

_DIALOGUE = re.compile(r"[-–] \S")
_CLIP = re.compile(r"(?:clip|video)\s*:\s*(?:\S+\s+){3}", re.IGNORECASE)
"""A title that says what kind of page it is, and no pointer to one."""

_BESIDE_DATE = 4
_TOP = 3
"""Lines of a page among which the site is named."""

_LONGEST_ENTRY = 5
"""Words of a menu's entry."""

_FEWEST_ENTRIES = 4
"""Lines of a menu, at least; a path has no more steps than that."""

_SHORTEST_BELOW_MENU = 4
"""Words of a title that stands below the menu."""

_SERIES = re.compile(r"(?:kỳ|bài|phần|tập) (?:\d+|cuối|[ivx]+)\W*$", re.IGNORECASE)
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
_LEARNED_FROM = 60
"""Lines of running text whose words a title is compared with."""


def find_title(lines: Sequence[Line], text: int) -> int:
    """The number of the line that is the title; ``text`` is the number of the first running line."""
    if text == 0:
        return next((at for at, line in enumerate(lines) if not line.is_counter), 0)
    running = (line for line in lines[text:] if line.is_running and not line.is_tail)
    subject = Subject(islice(running, _LEARNED_FROM))
    repeats = Counter(line.plain for line in lines)
    menus = [line.plain for line in lines[:text] if line.is_menu]
    first = max(text - HEAD_LINES, 0)
    alike: dict[int, float] = {}
    scores: dict[int, float] = {}
    for at in range(first, text):
        line = lines[at]
        if (
            line.is_counter
            or line.is_button
            or line.breadcrumb
            or (line.is_insert and not _CLIP.match(line.plain))
            or line.is_menu
            or line.ends_in_address
            or line.names_photo
            or (":" in line.plain and (SECTION_LABEL.match(line.plain) or KEYWORDS.match(line.plain)))
            or is_byline_of_label(line.plain)
            or line.is_dated
        ):
            continue
        if (
            _is_spoken_on(line)
            and any(lines[before].length >= 4 for before in scores)
            and not any(each.is_dated for each in lines[at + 1 : text])
        ):
            break  # the text has begun, in short sentences
        alike[at] = _likeness(line, at, text, subject)
        scores[at] = alike[at] + _place(lines, at, first, text)
        if repeats[line.plain] > 1 and len(line.plain) > 30:
            scores[at] += -1 if _is_caption_again(lines, at, scores) else 1
        if at and line.length >= 5 and not _SERIES.search(line.plain) and _is_label(lines, at - 1, repeats, menus):
            scores[at] += 0.8
        elif (kicker := _kicker_above(lines, at, scores, repeats, menus)) is not None:
            scores[at] += 1.2
            scores[kicker] -= 1.2
    if not scores:
        others = (
            at
            for at, line in enumerate(lines[:text])
            if not (line.is_counter or line.is_button or _is_date_alone(line))
        )
        may_be_sentence = text < len(lines) and len(lines[text].plain) < _LONGEST_SENTENCE
        return next(others, text if may_be_sentence else 0)
    menu = max((at for at in range(first, text) if is_menu(lines[at].plain) and not lines[at].breadcrumb), default=-1)
    if any(at > menu and lines[at].length >= _SHORTEST_BELOW_MENU for at in scores):
        scores = {at: score - (at < menu) for at, score in scores.items()}  # above the menu stands what the site is
    long = [at for at in scores if lines[at].length >= 4 and not SITE.match(lines[at].plain)]
    if any(alike[at] >= _ALIKE and not lines[at].plain.isupper() for at in long):
        long = [at for at in long if not lines[at].plain.isupper()]  # in capitals stands the site
    if len(scores) <= 3 and long:  # hardly a template above the text: what stands first is the title
        no_capitals = (at for at in long if not lines[at].plain.isupper())
        scores[next(chain(_above_date(lines, long, alike), no_capitals, long))] += 0.7
    for at, other in permutations(scores, 2):
        if _holds(lines[at], lines[other]):  # the window's title, or the printer's head, is the title and more
            scores[other] += 1
            scores[at] = min(scores[at] - 1.5, scores[other] - 0.1)
    for at in scores:  # below the date of a title that speaks of the text as well, a line is a caption
        dated = _date_above(lines, at)
        if dated is None:
            continue
        above = range(dated - 1, max(dated - 4, -1), -1)
        if any(
            alike.get(near, 0) >= _ALIKE and not _ends_menu(lines, near) and not _is_site(lines, near) for near in above
        ):
            scores[at] -= 0 if _stands_as_title(lines, at) else 0.8
        if _stands_as_title(lines, dated - 1) or (len(lines[at].plain) > _LONGEST_TITLE and dated - 1 in scores):
            scores[at] -= 2
        elif dated == at - 1 and not any(lines[near].length >= 5 for near in scores if near < at):
            scores[at] += 1  # below the date, and nothing above it is as long as titles are
    if (
        0 in scores
        and _names_rubric(lines[0])
        and any(0 < at <= 2 and lines[at].length > _LONGEST_ENTRY for at in scores)
    ):
        scores[0] -= 1
    for at in scores:  # where empty lines part all else, the day that it stands right below is its own
        if at and lines[at - 1].is_dated and lines[at - 1].is_apart and not lines[at].is_apart:
            scores[at] += 1
    for at in scores:  # between the path and the date stands nothing else
        if at and lines[at - 1].breadcrumb and lines[at].length >= 4 and lines[at + 1].is_dated:
            scores[at] += 1.5
    for at in scores:  # where a picture was, the title stands with a number
        if _names_picture(lines, at):
            scores[at] += 2
    for at in scores:  # an entry of the menu that stands there again is a section
        if any(lines[at].plain in menu for menu in menus):
            scores[at] -= 1.5
    best = max(scores, key=lambda at: (scores[at], -at))
    if best - 1 in scores and lines[best - 1].plain.lower() == lines[best].plain.lower():
        best -= 1  # right below itself it stands once more, for a picture
    return max(at for at in scores if lines[at].plain == lines[best].plain)  # the last is where the article begins


def _is_date_alone(line: Line) -> bool:
    """Whether a line is a date and no more, and no title that ends in one."""
    return line.date is not None and line.date.end - line.date.start == len(line.plain)


def _above_date(lines: Sequence[Line], candidates: Sequence[int], alike: Mapping[int, float]) -> Sequence[int]:
    """The lines that a date stands below, with no more than another between; a column's name not before a title."""
    near = [at for at in candidates if any(line.is_dated for line in lines[at + 1 : at + 3])]
    if len(near) > 1 and near[1] == near[0] + 1 and alike[near[1]] >= _ALIKE:
        is_longer = lines[near[1]].length >= _TIMES_A_COLUMN * lines[near[0]].length
        return near[1:] if is_longer else near
    return near


def _names_rubric(line: Line) -> bool:
    """Whether a line is written as the name of a section, short and in small letters but for the first."""
    return line.length <= _LONGEST_ENTRY and line.plain[1:].islower() and line.is_open


def _names_picture(lines: Sequence[Line], at: int) -> bool:
    """Whether a line stands again further down with the number of a picture behind it (``Lũ về sớm - Ảnh 1``)."""
    return any(numbers_picture(line.plain, lines[at].plain) for line in lines[at + 1 :])


def _is_caption_again(lines: Sequence[Line], at: int, scores: Mapping[int, float]) -> bool:
    """Whether a long line that stands twice in a row is a picture's, below what may be the title."""
    is_beside = lines[at].plain in (lines[at - 1].plain, lines[at + 1].plain)
    return is_beside and lines[at].length >= _SHORTEST_TWICE and any(lines[before].length >= 4 for before in scores)


def _date_above(lines: Sequence[Line], at: int) -> int | None:
    """The date among the lines right above, where controls of the page do not count."""
    looked_at = 0
    for before in range(at - 1, -1, -1):
        if lines[before].is_dated:
            return before
        looked_at += not lines[before].is_button
        if looked_at == _BESIDE_DATE:
            break
    return None


def _is_spoken_on(line: Line) -> bool:
    """Whether a line is a sentence of a text or of a dialogue, however short."""
    plain = line.plain
    return bool(_DIALOGUE.match(plain)) or (line.length >= 5 and plain.endswith(".") and not plain.endswith(".."))


def _stands_as_title(lines: Sequence[Line], at: int) -> bool:
    """Whether a line stands right below the path or the section, and is as long as titles are."""
    if at < 1 or len(lines[at].words) < 5 or SITE.match(lines[at].plain) or lines[at].is_dated or lines[at].is_menu:
        return False
    above = lines[at - 1]
    return bool(above.breadcrumb) or (names_section(above.plain) and not _ends_menu(lines, at - 1))


def _is_site(lines: Sequence[Line], at: int) -> bool:
    """Whether a line at the top of a page names the site, whose name may well stand in its texts."""
    return at < _TOP and bool(SITE.match(lines[at].plain))


def _ends_menu(lines: Sequence[Line], at: int) -> bool:
    """Whether a section is the last of a menu's entries, one below the other, which are no path from the home page."""
    entries = lines[max(at + 1 - _FEWEST_ENTRIES, 0) : at + 1]
    if len(entries) < _FEWEST_ENTRIES or not all(line.length <= _LONGEST_ENTRY and line.is_open for line in entries):
        return False
    return not any(HOME.match(line.plain) for line in entries)


def _kicker_above(
    lines: Sequence[Line], at: int, scores: Mapping[int, float], repeats: Counter[str], menus: Sequence[str]
) -> int | None:
    """The line that announces a title: between the path and one that stands right above date or author, and no longer.

    Between the two may stand whatever the page says that the event is (``Sự kiện: …``).
    """
    if lines[at].length < 5 or len(lines[at].plain) > _LONGEST_TITLE:
        return None
    above = at - 1
    while above > 1 and above not in scores and KEYWORDS.match(lines[above].plain):
        above -= 1
    if above < 1 or above not in scores or len(lines[above].plain) > 1.1 * len(lines[at].plain):
        return None
    if not _is_label(lines, above - 1, repeats, menus):
        return None
    is_below = any(line.is_dated or (line.author and line.length > 1) for line in lines[at + 1 : at + 2])
    return above if is_below else None


def _is_label(lines: Sequence[Line], at: int, repeats: Counter[str], menus: Sequence[str]) -> bool:
    """Whether a line says in which section the next one stands."""
    return _is_section(lines[at], repeats, menus) and not _ends_menu(lines, at)


def _is_section(line: Line, repeats: Counter[str], menus: Sequence[str]) -> bool:
    """Whether a line is the path through the site, a section by its name, or an entry of the menu again."""
    if line.breadcrumb or names_section(line.plain):
        return True
    return line.length <= 5 and (repeats[line.plain] > 1 or any(line.plain in menu for menu in menus))


def _holds(line: Line, title: Line) -> bool:
    """Whether a line is a title with the site's name or a section before or behind it."""
    if title.length < _SHORTEST_HELD:
        return False
    if title.plain in line.plain:
        if line.plain.endswith(title.plain) and FROM_HOME_TO.match(line.plain):
            return True
        return bool(_JOINED.search(line.plain.replace(title.plain, "\0", 1)))
    window = _SITE_BEHIND.match(line.plain) if " | " in line.plain else None
    if window is None:
        return False
    words, others = set(window["title"].lower().split()), set(title.plain.lower().split())
    return len(words & others) >= _SAME_WORDS * len(words | others)


def _likeness(line: Line, at: int, text: int, subject: Subject) -> float:
    """How much a line speaks of what the text speaks of, and is as long as titles are."""
    words = line.words
    if not words:
        return -2.0
    length = (
        -1.0
        if len(words) < 3
        else -0.2
        if len(words) < 4
        else 0.3
        if len(words) < 6
        else 0.8
        if len(words) <= 35
        else 0.0
    )
    is_site = SITE.match(line.plain) and len(words) <= 12 and (line.plain.isupper() or "|" in line.plain or at <= 3)
    is_site = (
        is_site
        or (SITE_END.search(line.plain) and len(words) <= 6)
        or (at == 0 and len(words) <= 4 and (line.plain.isupper() or text > 6))
    )
    site = 1.5 if is_site or line.plain.lower().endswith("bản in") else 0.0
    menu = 1.5 if line.plain.count("|") > 1 or line.plain.count("»") > 1 or names_section(line.plain) else 0.0
    ended = 0.5 if line.plain.endswith(".") and not line.plain.endswith("..") else 1.0 if line.plain[-1] == ":" else 0.0
    likeness = 2 * subject.shared_pairs(line, fewest=5) + subject.shared_words(line)
    return (
        likeness
        + length
        - site
        - menu
        - ended
        - bool(_SERIES.search(line.plain))
        - (0.8 if line.author and len(words) <= 4 else 0)
    )


def _place(lines: Sequence[Line], at: int, first: int, text: int) -> float:
    """How much a line stands where titles do: beside date, path or author, near the text, or first of all."""
    beside = (*lines[max(at - 2, 0) : at], *lines[at + 1 : at + 4])
    meta = any(line.is_dated or line.breadcrumb or (line.author and line.length > 1) for line in beside)
    nearness = 1 - (text - at) / max(text - first, 1)
    return 0.6 * meta + 0.5 * nearness + (0 if at else 0.9 if text <= 6 and lines[0].length >= 4 else 0.3)
