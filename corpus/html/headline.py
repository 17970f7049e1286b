"""Which line is the headline? The one that the page's head, its markup and its look agree on."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.dates import find_date
from corpus.html.key import key
from corpus.html.main_box import MainBox
from corpus.html.metadata import Metadata
from corpus.html.roles import Role
from corpus.html.shown import Shown, ShownLine

_HEADINGS = {"h1": 30, "h2": 12, "h3": 12, "h4": 6}
_ENOUGH = 20
_OF_ANOTHER = 150
"""What tells against a heading that names the site, or what a program does, whatever tells for it."""

_LONGEST_TITLE = 300
_LONGEST_SENTENCE = 80
"""Letters of a title that is a sentence with its stop; a longer one is rather the lead, whatever it is called."""

_BELOW = 10
"""Lines below the first one of the text in which a headline may still be found."""

_FAR = 25
"""Lines between a headline and the text, from which on it is rather the site's."""

_FEWEST_LISTED = 3
_FIRST = 2
"""Lines of a page of which one is the site's name."""

_FEWEST_PARTS = 2
"""Parts of a window's title that has the site's name beside the page's."""

_MOST_LINES = 4
_SITE = re.compile(r"\s+(?:[|»:•·–—-]|::)\s+|\s*\|\s*")
_LABELLED = re.compile(
    r"(?:chuyên mục|mục|kênh|trạng thái|tác giả|(?:viết|đăng|gửi) bởi|người (?:viết|đăng|gửi)|nguồn|ngày(?: đăng)?)\s*:"
    r"|(?:viết|đăng|gửi) bởi ",
    re.IGNORECASE,
)
_OF_MAIL = re.compile(r"(?:re|fwd?)\s*:", re.IGNORECASE)
_DATE_OPENS = re.compile(r"\s*\(\s*(?:(?:ngày )?(?:đăng|cập nhật|gửi)\s*:?\s*)?$", re.IGNORECASE)
_PARTED = re.compile(rf"{_SITE.pattern}|:\s")
_PREVIEW = re.compile(
    r"(?:xem (?:trước|thử)|bản (?:xem )?(?:thử|nháp)|preview)(?:\s+bài(?: viết)?)?\s*(?:[:|\])#\d–-]|$)", re.IGNORECASE
)
"""How an editor's program heads a page that is not published yet."""

_COUNT = re.compile(r"\s*\(\d{0,5}\)$|\s+\d{1,5}$")


@dataclass(slots=True)
class Headline:
    """The title; the lines ``[first, end)`` hold it (both are where the text begins if no line does).

    ``published`` is a date that was glued to it.
    """

    text: str
    first: int
    end: int
    published: str | None = None


def find_headline(page: Shown, main: MainBox, meta: Metadata) -> Headline | None:
    """The headline of a page, or ``None`` where it has none at all."""
    text_begins = _text_begins(page, main)
    sites = _sites_in_window(page, meta, text_begins)
    known = {key(title) for title in meta.titles} - sites
    window = key(meta.window_title or "")
    best: Headline | None = None
    most = _ENOUGH - 1.0
    at = 0
    while at < min(len(page.lines), text_begins + _BELOW):
        end = _end_of_heading(page, at)
        text = " ".join(line.text for line in page.lines[at:end])
        printed = key(text)
        score = _score(page, main, at, printed, known, window) - _OF_ANOTHER * (printed in sites)
        if at > text_begins:
            score -= 50
        elif at < text_begins - _FAR:
            score -= 25
        if score > most or (score == most and at <= text_begins):
            best, most = Headline(text, at, end), score
        at = end
    if best is not None:
        return _without_glue(best, meta)
    if not meta.titles and (above := _above_text(page, main, text_begins)) is not None:
        return _without_glue(Headline(page.lines[above].text, above, above + 1), meta)
    title = next(iter(meta.titles), None) or _SITE.split(meta.window_title or "")[0]
    begin = page.boxes[main.number].first if page.boxes else 0
    return Headline(title, begin, begin) if title else None


def _sites_in_window(page: Shown, meta: Metadata, text_begins: int) -> set[str]:
    """What is a site's name among the page's titles: the window has it beside another one, a heading above the text."""
    parts = [key(part) for part in _PARTED.split(meta.window_title or "") if part]
    if len(parts) < _FEWEST_PARTS:
        return set()
    headings = {key(line.text) for line in page.lines[:text_begins] if page.boxes[line.box].tag in _HEADINGS}
    first = {key(line.text) for line in page.lines[:_FIRST]}
    return set(parts) & first if (set(parts) & headings) - first else set()


def _text_begins(page: Shown, main: MainBox) -> int:
    """The first line of running text in the main box that no role sets apart."""
    box = page.boxes[main.number] if page.boxes else None
    apart = Role.LEAD | Role.CAPTION | Role.TITLE
    for at in range(box.first, box.end) if box else ():
        line = page.lines[at]
        if line.line.is_prose and not main.furniture[at] and not line.roles & apart and line.bold < 0.8:
            return at
    return box.end if box else 0


def _above_text(page: Shown, main: MainBox, text_begins: int) -> int | None:
    """The last line above the text that could be a headline: open, of some length, and no date, link or name.

    What stands right below a picture is rather its caption, and taken only where there is no other.
    """
    below_picture = None
    for at in range(text_begins - 1, max(text_begins - 6, -1), -1):
        line = page.lines[at]
        fits = 15 <= len(line.text) <= 200 and line.line.is_open and not main.furniture[at]
        fits = fits and (line.linked < 0.5 or bool(line.roles & Role.TITLE)) and not _LABELLED.match(line.plain)
        if fits and line.line.date is None and not line.roles & (Role.CAPTION | Role.AUTHOR | Role.CRUMBS):
            if not line.picture:
                return at
            below_picture = below_picture or at
    return below_picture


def _end_of_heading(page: Shown, at: int) -> int:
    """Behind the last line of the heading whose first line this is."""
    number = page.lines[at].box
    box = page.boxes[number]
    if (box.tag not in _HEADINGS and not box.own & Role.TITLE) or box.end - at > _MOST_LINES:
        return at + 1
    end = at + 1
    while end < box.end and page.lines[end].box == number:
        end += 1
    return end


def _score(page: Shown, main: MainBox, at: int, text: str, known: set[str], window: str) -> float:
    line = page.lines[at]
    if not text or len(line.text) > _LONGEST_TITLE:
        return -1
    heading = _HEADINGS.get(_heading(page, line), 0)
    named = bool(line.roles & Role.TITLE)
    if not (heading or named or line.bold >= 0.9 or text in window or text in known):
        return -1
    score = float(heading)
    if text in known:
        score += 80
    elif any(_begins_alike(text, title) for title in known):
        score += 60
    if window and text in window:
        score += 60 * len(text) / len(window)
    score += 20 * named + 12 * (line.bold >= 0.9) - 30 * (line.line.is_prose and len(text) > _LONGEST_SENTENCE)
    score -= 30 * _heads_list(page, main, at + 1)
    score += 25 * (heading > 0 and _heads_article(page, at + 1))
    score -= 60 * main.furniture[at] + 200 * bool(line.roles & Role.SITE) + 40 * (line.linked >= 0.75)
    score -= 50 * bool(line.roles & (Role.CRUMBS | Role.LEAD | Role.CAPTION | Role.SECTION | Role.AUTHOR | Role.DATE))
    score -= _OF_ANOTHER * bool(_PREVIEW.match(line.plain))
    return score - 30 * (len(text) < 8) - 40 * (len(text) < 30 and line.line.date is not None)


def _heads_article(page: Shown, at: int) -> bool:
    """Whether right below a line, which is no mail's subject, stands a date."""
    if at >= len(page.lines) or _OF_MAIL.match(page.lines[at - 1].text):
        return False
    return bool(page.lines[at].roles & Role.DATE) or page.lines[at].line.is_dated


def _heads_list(page: Shown, main: MainBox, at: int) -> bool:
    """Whether links that belong to the page's furniture stand right below a line: it is the heading over them."""
    below = range(at, min(at + _FEWEST_LISTED, len(page.lines)))
    return len(below) == _FEWEST_LISTED and all(
        main.furniture[each] and page.lines[each].linked >= 0.9 for each in below
    )


def _begins_alike(text: str, title: str) -> bool:
    """Whether one goes on where the other ends: a title that was cut short, or that a date was glued to."""
    glued = len(title) > 12 and text.startswith(title) and len(text) - len(title) <= 24
    return glued or (len(text) > 12 and title.startswith(text))


def _heading(page: Shown, line: ShownLine) -> str:
    """The tag of the heading that a line stands in."""
    number = line.box
    for _ in range(3):
        if number < 0 or page.boxes[number].tag in _HEADINGS:
            break
        number = page.boxes[number].parent
    return page.boxes[number].tag if number >= 0 else ""


def _without_glue(headline: Headline, meta: Metadata) -> Headline:
    """The title without a date in parentheses or a counter behind it."""
    text = headline.text
    written = find_date(text)
    opening = _DATE_OPENS.search(text[: written.start]) if written else None
    if written and opening and re.fullmatch(r"\s*\)?\s*", text[written.end :]):
        headline.published = written.iso
        text = text[: opening.start()]
    elif found := _COUNT.search(text):
        bare = text[: found.start()]
        if found[0].strip() in ("()", "(0)") or key(bare) in {key(title) for title in meta.titles}:
            text = bare
    headline.text = text
    return headline
