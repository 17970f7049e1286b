"""Which line of a scraped page is the title?

Above the text stand menus, the site's name, counters and the path to the page, and among them the title. It is the line
whose words come back in the text, which is longer than a menu's entries, and which has the date, the path or the name
of the author beside it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import chain, islice, permutations

from corpus.text.bylines import is_byline_of_label
from corpus.text.furniture import KEYWORDS, SECTION_LABEL, SITE, SITE_END
from corpus.text.likeness import Subject
from corpus.text.lines import Line
from corpus.text.section_names import is_menu, names_section
from corpus.text.title_cues import (
    ALIKE,
    LONGEST_ENTRY,
    LONGEST_TITLE,
    above_date,
    date_above,
    dates_event,
    ends_in_day,
    ends_menu,
    gives_telephone,
    holds,
    is_caption_again,
    is_date_alone,
    is_label,
    is_section_over,
    is_sentence_as_title,
    is_site,
    is_spoken_on,
    kicker_above,
    may_name_site,
    names_picture,
    names_rubric,
    opens_with_motto,
    owns_picture,
    stands_as_title,
    stands_below_column,
    stands_over_date,
    tells_where_from,
)

_SITE_WITHIN = 3
_SITE_TOLD = re.compile(
    r" [-–|] (?:cổng|trang|chuyên trang|website|báo|tạp chí|đài|bản tin|kênh) "
    r"(?:tin|thông tin|tổng hợp|điện tử|truyền thông|phát thanh|truyền hình|của|về)\b",
    re.IGNORECASE,
)
"""What a site is, behind its name (``Quê 24h - Cổng thông tin tổng hợp``)."""

HEAD_LINES = 60
"""Lines above the text among which the title is looked for, at most."""

_LONGEST_SENTENCE = 160
"""Characters of a title that is a sentence, where nothing above the text may be one."""

_CLIP = re.compile(r"(?:clip|video)\s*:\s*(?:\S+\s+){3}", re.IGNORECASE)
"""A title that says what kind of page it is, and no pointer to one."""

_SHORTEST_BELOW_MENU = 4
"""Words of a title that stands below the menu."""

_BETWEEN_NAMES = re.compile(r", | và | - ")
_LONGEST_NAME = 4
_SERIES = re.compile(r"(?:kỳ|bài|phần|tập) (?:\d+|cuối|[ivx]+)\W*$", re.IGNORECASE)
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
    first = max(text - HEAD_LINES, int(opens_with_motto(lines)))
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
            or gives_telephone(line)
            or tells_where_from(line)
            or (":" in line.plain and (SECTION_LABEL.match(line.plain) or KEYWORDS.match(line.plain)))
            or is_byline_of_label(line.plain)
            or (line.is_dated and not (ends_in_day(line) or dates_event(lines, at)))
        ):
            continue
        if (
            is_spoken_on(line)
            and any(lines[before].length >= 4 for before in scores)
            and not any(each.is_dated for each in lines[at + 1 : text])
        ):
            break  # the text has begun, in short sentences
        alike[at] = _likeness(line, at, text, subject)
        scores[at] = alike[at] + _place(lines, at, first, text) + 1.5 * ends_in_day(line)
        if repeats[line.plain] > 1 and len(line.plain) > 30:
            scores[at] += -1 if is_caption_again(lines, at, scores) else 1
        if at and line.length >= 5 and not _SERIES.search(line.plain) and is_label(lines, at - 1, repeats, menus):
            scores[at] += 0.8
        elif (kicker := kicker_above(lines, at, scores, repeats, menus)) is not None:
            scores[at] += 1.2
            scores[kicker] -= 1.2
    if not scores:
        others = (
            at for at, line in enumerate(lines[:text]) if not (line.is_counter or line.is_button or is_date_alone(line))
        )
        may_be_sentence = text < len(lines) and len(lines[text].plain) < _LONGEST_SENTENCE
        return next(others, text if may_be_sentence else 0)
    menu = max((at for at in range(first, text) if is_menu(lines[at].plain) and not lines[at].breadcrumb), default=-1)
    if any(at > menu and lines[at].length >= _SHORTEST_BELOW_MENU for at in scores):
        scores = {at: score - (at < menu) for at, score in scores.items()}  # above the menu stands what the site is
    long = [at for at in scores if lines[at].length >= 4 and not SITE.match(lines[at].plain)]
    if any(alike[at] >= ALIKE and not lines[at].plain.isupper() for at in long):
        long = [at for at in long if not lines[at].plain.isupper()]  # in capitals stands the site
    if len(scores) <= 3 and long:  # hardly a template above the text: what stands first is the title
        no_capitals = [at for at in long if not lines[at].plain.isupper()]
        no_column = no_capitals[1:] if stands_below_column(lines, no_capitals, alike) else no_capitals
        scores[next(chain(above_date(lines, long, alike), no_column, long))] += 0.7
    for at, other in permutations(scores, 2):
        if holds(lines[at], lines[other]):  # the window's title, or the printer's head, is the title and more
            scores[other] += 1
            scores[at] = min(scores[at] - 1.5, scores[other] - 0.1)
    for at in scores:  # below the date of a title that speaks of the text as well, a line is a caption
        dated = date_above(lines, at)
        if dated is None:
            continue
        above = range(dated - 1, max(dated - 4, -1), -1)
        if any(alike.get(near, 0) >= ALIKE and not (ends_menu(lines, near) or is_site(lines, near)) for near in above):
            scores[at] -= 0 if stands_as_title(lines, at) else 0.8
        if stands_as_title(lines, dated - 1) or (len(lines[at].plain) > LONGEST_TITLE and dated - 1 in scores):
            scores[at] -= 2
        elif dated == at - 1 and not any(lines[near].length >= 5 for near in scores if near < at):
            scores[at] += 1  # below the date, and nothing above it is as long as titles are
    if (
        0 in scores
        and names_rubric(lines[0])
        and any(0 < at <= 2 and lines[at].length > LONGEST_ENTRY for at in scores)
    ):
        scores[0] -= 1
    for at in scores:  # between the path and the date stands nothing else
        is_dated = any(line.is_dated for line in lines[at + 1 : at + 2])
        if at and lines[at - 1].breadcrumb and lines[at].length >= 4 and is_dated:
            scores[at] += 1.5
    for at in scores:
        if at + 1 in scores and alike[at + 1] >= ALIKE and is_section_over(lines[at], lines[at + 1]):
            scores[at] -= 1.5
    for at in scores:  # where a picture was, the title stands with a number
        if names_picture(lines, at):
            scores[at] += 2
    for at in scores:  # below a line that may be the title, and above the owner of a picture, stand that one's words
        if at - 1 in scores and lines[at - 1].length >= _SHORTEST_BELOW_MENU and owns_picture(lines[at + 1 : at + 2]):
            scores[at] -= 1
    for at in scores:  # an entry of the menu that stands there again is a section
        if any(lines[at].plain in menu for menu in menus):
            scores[at] -= 1.5
    for at in scores:  # above a line that stands over the date, capitals and a motto at the top are the site's
        if at < _SITE_WITHIN and may_name_site(lines, at) and stands_over_date(lines, scores, at):
            scores[at] -= 1.5
    best = max(scores, key=lambda at: (scores[at], -at))
    if alike[best] <= 0 and best < text - 2 and is_sentence_as_title(lines, text):
        return text
    if best - 1 in scores and lines[best - 1].plain.lower() == lines[best].plain.lower():
        best -= 1  # right below itself it stands once more, for a picture
    return max(at for at in scores if lines[at].plain == lines[best].plain)  # the last is where the article begins


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
    names_site = SITE.match(line.plain) and len(words) <= 12 and (line.plain.isupper() or "|" in line.plain or at <= 3)
    names_site = (
        names_site
        or (at < _SITE_WITHIN and len(words) <= 12 and _SITE_TOLD.search(line.plain) is not None)
        or (SITE_END.search(line.plain) and len(words) <= 6)
        or (at == 0 and len(words) <= 4 and (line.plain.isupper() or text > 6))
    )
    site = 1.5 if names_site or line.plain.lower().endswith("bản in") else 0.0
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
        - (0.8 if line.author and (len(words) <= 4 or _names_several(line.plain)) else 0)
    )


def _names_several(plain: str) -> bool:
    """Whether a line that may be authors' names has several, each as long as names are."""
    names = _BETWEEN_NAMES.split(plain)
    return len(names) > 1 and all(2 <= len(name.split()) <= _LONGEST_NAME for name in names)


def _place(lines: Sequence[Line], at: int, first: int, text: int) -> float:
    """How much a line stands where titles do: beside date, path or author, near the text, or first of all."""
    beside = (*lines[max(at - 2, 0) : at], *lines[at + 1 : at + 4])
    meta = any(line.is_dated or line.breadcrumb or (line.author and line.length > 1) for line in beside)
    nearness = 1 - (text - at) / max(text - first, 1)
    return 0.6 * meta + 0.5 * nearness + (0 if at else 0.9 if text <= 6 and lines[0].length >= 4 else 0.3)
