"""Which line above the title names the section? One right above it, by its name, or an entry of the menu again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from corpus.speech.name_words import FAMILY_NAMES
from corpus.text.furniture import FROM_HOME_TO, HOME, POSTED, SITE, SITE_END, UPDATED, VISIT
from corpus.text.lead import raw_prefix
from corpus.text.lines import Line
from corpus.text.paths import page_at_end
from corpus.text.rows import parts_of_row
from corpus.text.section_names import is_section_name, opens_as_section

BULLETS = "*•-–+»› "
_GAP = re.compile(r" {2,}|\t")
_LONGEST_ENTRY = 60
_MOST_STEPS = 3
_FEWEST_OF_SUBMENU, _MOST_OF_SUBMENU = 3, 8
"""A section with its parts."""

_DETAILS = frozenset(("chi tiết", "chi tiết tin", "chi tiết bài viết"))
"""Steps of a path that say no more than that an article stands below."""

_LONGEST_STEP = 6
"""Words of a step of a path."""

_PROGRAMME = re.compile(r"(?:tạp chí|bản tin|chuyên trang) ", re.IGNORECASE)
_COUNT = re.compile(r"\d[\d.]{3}|^tháng \w+$", re.IGNORECASE)
"""What counters and calendars hold (``Tổng 1.204.300``, ``Tháng Ba``), and no section's name."""

_FEWEST_OF_KICKER = 4
"""Words of a line above the title that no section's name has."""


def may_be_section(line: Line, repeats: Counter[str], near: Sequence[Line], first: Line, menus: Sequence[str]) -> bool:
    """Whether a short line above the title names its section: an entry of the menu again, or alone."""
    words = line.plain.split()
    if line.is_dated or not near or UPDATED.match(line.plain) or POSTED.match(line.plain) or VISIT.match(line.plain):
        return False
    is_repeated = _stands_in_menu(line, repeats, menus)
    if line.author and words[0] in FAMILY_NAMES and len(words) > 2:
        return False
    most = 12 if " - " in line.plain and len(line.plain) <= 50 else 6
    if (
        not 1 <= len(words) <= most
        or not line.is_open
        or "|" in line.plain
        or ":" in line.plain
        or not line.plain.lstrip(BULLETS)[:1].isupper()
        or _COUNT.search(line.plain)
    ):
        return False
    if SITE.match(line.plain) and not is_repeated and not _is_programme(line.plain):
        return False
    if line is first and (SITE_END.search(line.plain) or _is_all_capital(words)) and not is_section_name(line.plain):
        return False
    is_below_section = line is near[-1] and len(near) > 1 and repeats[menu_entry(near[-2])] > 1
    below_site = near[1:] if near[0] is first and not is_section_name(first.plain) else near
    in_menu = (
        not is_below_section
        and len(below_site) > (3 if is_section_name(line.plain) else 2)
        and all(each.length <= 4 and each.is_open and not each.plain[-1].isdecimal() for each in near[-3:])
        and len({each.plain.isupper() for each in near[-3:]}) == 1  # entries of one menu are written alike
    )
    return is_repeated or (
        line is near[-1]
        and not in_menu
        and (not line.plain.isupper() or " - " in line.plain or line is not first or is_section_name(line.plain))
        and (line is not first or len(words) <= (5 if _is_in_small(line) else 3) or is_section_name(line.plain))
    )


def _is_in_small(line: Line) -> bool:
    """Whether hardly a word has a capital but for the first and what stands behind a dash, as no paper's name is."""
    pairs = pairwise(line.plain.split())
    inner = [word[0].isupper() for before, word in pairs if word[0].isalpha() and before[-1].isalpha()]
    return not any(inner) or (2 * sum(inner) <= len(inner) and not SITE.match(line.plain))


def _is_all_capital(words: Sequence[str]) -> bool:
    """Whether several words all have a capital, as the names of papers have and those of sections seldom."""
    return len(words) > 1 and all(word[:1].isupper() for word in words)


def _is_programme(plain: str) -> bool:
    """Whether a line is a radio's programme on what sections are named after (``Tạp chí kinh tế``), and no paper."""
    found = _PROGRAMME.match(plain)
    return found is not None and is_section_name(plain[found.end() :])


def entry_above(near: Sequence[Line], repeats: Counter[str], menus: Sequence[str]) -> str | None:
    """An entry of the menu above the nearest line, where that one is longer than sections: it announces the title."""
    if len(near) < 2 or len(near[-1].words) < _FEWEST_OF_KICKER or " - " in near[-1].plain:
        return None
    if opens_as_section(near[-1].plain):
        return None
    above = near[-2]
    is_entry = is_section_name(above.plain) or _stands_in_menu(above, repeats, menus)
    return above.plain if above.length <= 5 and is_entry else None


def leads_to(line: Line, title: Line) -> str | None:
    """The last step of a path without marks, from the home page to the title, or nothing where a line is none."""
    home, begin = FROM_HOME_TO.match(line.plain), page_at_end(line.plain, title.plain)
    if home is None or begin is None:
        return None
    path = raw_prefix(line.raw, line.plain[:begin])[len(raw_prefix(line.raw, home[0].rstrip())) :]
    steps = _GAP.split(path.strip(" /|>»-–"))
    return steps[-1].strip(" /|>»-–") or None


def last_step(lines: Sequence[Line]) -> str | None:
    """The last step of a path through the site that has a line for each step, from the home page down to the title."""
    home = next((at for at in range(len(lines) - 1, -1, -1) if HOME.match(lines[at].plain)), len(lines))
    end = len(lines)
    while end and lines[end - 1].is_button:
        end -= 1
    end = end if end and lines[end - 1].is_dated else len(lines)  # below the date, not in the path, may stand controls
    steps = [line for line in lines[home + 1 : end] if not line.is_dated and line.plain.lower() not in _DETAILS]
    most = _MOST_STEPS if lines and not lines[-1].is_dated else _MOST_STEPS - 1  # above the date a menu may end, too
    if not 0 < len(steps) <= most or any(line.is_button or line.is_menu for line in steps):
        return None
    are_short = all(line.length <= _LONGEST_STEP and line.is_open and not line.breadcrumb for line in steps)
    return steps[-1].plain.lstrip(BULLETS).rstrip(" /") if are_short else None


def without_listed_steps(lines: Sequence[Line]) -> list[Line]:
    """The lines without those that open with the mark of a path one below the other: these are a menu's entries."""
    single = {at for at, line in enumerate(lines) if len(line.breadcrumb) == 1}
    return [line for at, line in enumerate(lines) if at not in single or single.isdisjoint((at - 1, at + 1))]


def head_of_submenu(lines: Sequence[Line], repeats: Counter[str]) -> str | None:
    """The section whose parts stand behind it right above date and title, in one line or one below the other.

    It is an entry of the menu again, and its parts are none.
    """
    end = len(lines)
    while end and (lines[end - 1].is_dated or lines[end - 1].is_button):
        end -= 1
    if not end or lines[end - 1].breadcrumb or any(mark in lines[end - 1].plain for mark in "»>›→"):
        return None
    entries = parts_of_row(lines[end - 1].raw)
    above = end - 1
    if not entries:
        above = next((at for at in range(end - 1, 0, -1) if lines[at].is_apart or _stands_twice(lines, at)), 0)
        if any(line.is_button or line.is_dated or line.breadcrumb or not line.is_open for line in lines[above:end]):
            return None
        entries = tuple(line.plain for line in lines[above:end])
    if not (above and _FEWEST_OF_SUBMENU <= len(entries) <= _MOST_OF_SUBMENU):
        return None
    if any(len(entry.split()) > _LONGEST_STEP for entry in entries):
        return None
    in_menus = [_is_entry(entry, lines[:above], repeats) for entry in entries]
    return entries[0] if in_menus[0] and not any(in_menus[1:]) else None


def _stands_twice(lines: Sequence[Line], at: int) -> bool:
    """Whether an entry stands right below itself, where a menu ends and that of its parts begins."""
    return lines[at].plain == lines[at - 1].plain


def _is_entry(name: str, menu: Sequence[Line], repeats: Counter[str]) -> bool:
    """Whether a name stands in a menu above, which has an entry a line or several side by side."""
    if repeats[menu_entry(Line("", name))] > 1:
        return True
    return any(name in parts_of_row(line.raw) or f"\t{name}\t" in line.raw for line in menu)


def is_in_path(line: Line, near: Sequence[Line]) -> bool:
    """Whether a section is a step of the path above it, which then says it more precisely."""
    return any(step.lower() == line.plain.lower() for each in near for step in each.breadcrumb)


def is_menu_above(line: Line, below: Sequence[Line]) -> bool:
    """Whether strokes part the entries of a menu, and no steps of a path: one of them stands again below, by itself."""
    return "|" in line.plain and bool(line.breadcrumb) and any(is_in_path(each, (line,)) for each in below)


def _stands_in_menu(line: Line, repeats: Counter[str], menus: Sequence[str]) -> bool:
    """Whether a line is an entry of the menu again: of one that has an entry a line, or all in one."""
    plain = line.plain.lower()
    return repeats[menu_entry(line)] > 1 or (len(plain) > 3 and any(plain in menu.lower() for menu in menus))


def has_section_above(lines: Sequence[Line], name: str) -> bool:
    """Whether what stands beside a date is capital words alone, and a section stands above it, so that it is none."""
    if not lines or not all(word[:1].isupper() for word in re.findall(r"\w+", name)):
        return False
    above = lines[-1]
    return above.breadcrumb is not None or (above.is_open and 1 < above.length <= 6 and "|" not in above.plain)


def menu_entries(lines: Sequence[Line]) -> Counter[str]:
    """How often each short line stands on the page."""
    return Counter(menu_entry(line) for line in lines if len(line.plain) <= _LONGEST_ENTRY)


def menu_entry(line: Line) -> str:
    """An entry of a menu, however it is written there."""
    return line.plain.lower().lstrip(BULLETS)
