"""A path through a site in one line: ``Trang chủ > Xã hội``, ``Thể thao  Bóng đá trong nước``."""

from __future__ import annotations

import re

from corpus.text.furniture import FROM_HOME_TO, HERE, HOME, SITE_END
from corpus.text.section_names import SMALL_LETTERS, is_section_name

_ARROW = "[>»›→⟩❯]"
_STEP = re.compile(rf"{_ARROW}|\s(?:[/|\\]|::)\s")
_PARTING = re.compile(rf"\s*{_ARROW}+\s*|\s+(?:[/|\\]|::)\s+")
_NARROW = re.compile(r"(?:trang chủ|trang nhất|home)/", re.IGNORECASE)
_GAP = re.compile(r" {2,}|\s*\t\s*")
_OF_SITE = re.compile(r"(?P<site>[^-–:.!?]{3,40}(?:\.\w{2,3})?) [-–] (?P<name>[^:.!?]{2,40})")
"""The site's name, and a section of it (``Nhịp Trẻ Online - Giáo dục``)."""

_SUBMENU = re.compile(rf"(?P<section>[^|]*[^|\s])\s*{_ARROW}\s*[^|>»›]+(?:\|[^|>»›]+){{2,}}")
"""A section with a menu of its parts behind it (``Âm nhạc > Trong nước | Châu Á | Âu Mỹ``)."""

_GLUED_HOME = re.compile(rf"(?:Trang chủ|Trang nhất)(?=[^\W\d_{SMALL_LETTERS}])")
_GLUED = re.compile(rf"(?<=[{SMALL_LETTERS}])(?=[^\W\d_{SMALL_LETTERS}])")
"""A path whose steps stand side by side with nothing between them, and ends in the page; without that it is a menu."""

_LETTER = re.compile(r"[^\W\d_]")
_SENTENCE = re.compile(r"[.!?]\s")
_CLOCK = re.compile(r"\d:\d\d(?!\d)")
"""A player's time, between strokes as the steps of a path are (``0:00 / 3:41``)."""

_PAGES = re.compile(r"trang \d{1,3}\b", re.IGNORECASE)
"""Which page of a list this is (``Trang 1 / 3   1 2 3 Tiếp >``)."""

_CUT = ("...", "…")
_FEWEST_BEFORE_CUT = 15
"""Characters of a title, at least, that stand in a path before it is cut."""

_LONGEST = 160
_LONGEST_PATH = 120
_LONGEST_STEP = 34
_LONGEST_NAME = 5
"""Words of a section's name."""

_MOST_STEPS = 4
"""Steps between strokes, of a path from the home page; a menu has more entries."""


def path_in(plain: str, raw: str) -> tuple[str, ...]:
    """The steps of a path that a line is, or nothing; ``raw`` is the line with its gaps."""
    if len(plain) > _LONGEST or _PAGES.match(plain):
        return ()
    of_site = _OF_SITE.fullmatch(plain) if " - " in plain or " – " in plain else None
    if of_site and SITE_END.search(of_site["site"]) and is_section_name(of_site["name"]):
        return of_site["site"], of_site["name"]
    if _GLUED_HOME.match(plain):
        *steps, page = _GLUED.split(plain)
        return tuple(steps) if len(page) > _LONGEST_STEP else ()
    is_narrow = "/" in plain and bool(_NARROW.match(plain))
    if not is_narrow and not _STEP.search(plain):
        return _section_and_part(raw) if "  " in raw or "\t" in raw else ()
    path = HERE.sub("", plain, count=1)
    if (below := _SUBMENU.fullmatch(path)) and len(below["section"]) <= _LONGEST_STEP:
        return (below["section"],)
    steps = path.split("/") if is_narrow else [step for step in _PARTING.split(path) if step]
    if len(steps) > 2 and HOME.match(steps[0]) and len(steps[-1]) > _LONGEST_STEP:
        steps.pop()  # the path ends in the page itself
    if not all(len(step) <= _LONGEST_STEP and _LETTER.search(step) for step in steps):
        return ()
    if _SENTENCE.search(path) or _CLOCK.search(path):
        return ()
    if len(steps) == 1 and ((plain[0] in "»›" and len(steps[0]) > 2) or is_section_name(steps[0])):
        return tuple(steps)
    if len(steps) < 2 or len(path) > _LONGEST_PATH:
        return ()
    from_home = bool(HOME.match(steps[0]))
    is_path = from_home or path != plain or bool(re.search(_ARROW, path))
    if not is_path and any(step[0].islower() for step in steps):
        return ()  # ``729 đồng / lít``
    if ("|" in path or (not is_path and len(steps) > 3)) and (not from_home or len(steps) > _MOST_STEPS):
        return ()
    return tuple(steps)


def is_cut_path(plain: str) -> bool:
    """Whether a line is a path without marks, from the home page, that was cut short in the page's title."""
    return plain.endswith(_CUT) and FROM_HOME_TO.match(plain) is not None


def page_at_end(path: str, title: str) -> int | None:
    """Where a path without marks, from the home page, comes to the page with that title, whole or cut short.

    ``Trang chủ Giáo dục Thầy giáo vùng cao đưa học trò ra...`` comes to its page at its 20th character.
    """
    found = FROM_HOME_TO.match(path)
    if found is None:
        return None
    if path.endswith(title):
        return len(path) - len(title)
    if not is_cut_path(path):
        return None
    begin = path.find(title[:_FEWEST_BEFORE_CUT], found.end() - 1)
    return begin if begin >= 0 and title.startswith(path.rstrip(" .…")[begin:]) else None


def _section_and_part(raw: str) -> tuple[str, ...]:
    """A section by its name and a part of it, with nothing but a gap between them, or nothing."""
    if len(raw) > _LONGEST // 2 or ("  " not in raw.strip() and "\t" not in raw):
        return ()
    parts = tuple(part.strip() for part in _GAP.split(raw.strip()))
    are_names = len(parts) == 2 and all(len(part.split()) <= _LONGEST_NAME and part[:1].isupper() for part in parts)
    is_path = are_names and (is_section_name(parts[0]) or HOME.match(parts[0]) is not None)
    return parts if is_path and not any(map(str.isdecimal, raw)) else ()
