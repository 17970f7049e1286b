"""Who wrote it, for whom, and where does it stand: the facts round the text.

What a person sees comes first: a closing name, a byline under the headline, a line that names a source. What the head
says for machines fills what is left. The site is no author, and neither is the account of its editors.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.html.headline import Headline
from corpus.html.key import key
from corpus.html.main_box import MainBox
from corpus.html.metadata import Metadata, site_names
from corpus.html.roles import Role
from corpus.html.shown import Shown, ShownLine
from corpus.html.text import Text, is_byline
from corpus.text.bylines import is_name_word
from corpus.text.lead import fuller_source
from corpus.text.lines import Line

_LABEL = re.compile(
    r"(?:(?:tác giả|người (?:viết|đăng|gửi)|biên soạn|thực hiện|nội dung|bài|tin)(?: bài(?: viết)?)?"
    r"(?:,? (?:và )?ảnh)?\s*:|tác giả,|(?:đăng|viết|gửi) bởi:?|bởi|by)\s+",
    re.IGNORECASE,
)
_JOINT = re.compile(r"[\s,|·•–-]*(?:đăng )?(?:vào|lúc|ngày|on)?[\s,|·•–-]*$", re.IGNORECASE)
_WROTE = re.compile(r"\b(?:thực hiện|tổng hợp|ghi)\b", re.IGNORECASE)
_PARTED = re.compile(r"\s*[|•·]\s*")
"""What parts the facts of one line: behind a dash a place may stand as well as a name."""

_NAME_AND_BUTTON = " Lưu"
"""In an element for the author alone it is part of the name, and not the control that other lines have behind it."""

_JOINED = re.compile(r"\s+[-–&]\s+|,\s+|\s+và\s+")
_ADDRESS = re.compile(r"\s*:?\s*https?://\S+$")
_SOURCE_LABEL = re.compile(r"(?:nguồn(?: tin)?|theo)\s*(?::?\s+|：\s*)", re.IGNORECASE)
_SOURCE_BEHIND = re.compile(r"\s+[-–|]\s+(?:nguồn|theo)\s*:\s*(?P<source>\S.{1,60})$", re.IGNORECASE)
_NOBODY = re.compile(
    r"(?:admin(?:istrator)?|root|user|editor|webmaster|quản trị(?: viên)?|btv|biên tập viên|super user|test"
    r"|(?:senior|junior|active|new) member"
    r"|bởi|by|tác giả|theo dõi|(?:recent|related|latest) posts?|see all|comments?|leave a (?:reply|comment))\d*$",
    re.IGNORECASE,
)
_OF_SITE = re.compile(r"\b(?:tiếng việt|news|online|vietnamese)$", re.IGNORECASE)
"""What stands behind a station's short name in its own."""

_CLOSING = 6
"""Lines at the end of the text that may be a name or a source, or say who made what else is on the page."""

_MADE_BY = re.compile(
    r"(?:ảnh|hình ảnh|thiết kế|đồ họa|đồ hoạ|trình bày|kỹ thuật|video|clip|dựng phim|quay phim|minh họa|minh hoạ"
    r"|biên tập|sản xuất|lập trình|mỹ thuật)\s*:\s*(?-i:[A-ZĐÀ-Ỹ])",
    re.IGNORECASE,
)
_LONGEST_MADE = 80
_SIGNED_BEHIND = re.compile(r"(?<=[.!?…”\"])\s*\((?P<name>[^\W\d_][^()\d.,:]{3,39} [^()\d.,:]{1,20})\)$")
"""Who wrote it, in parentheses behind the last sentence."""

_ABOVE, _NEAR = 4, 3
_BELOW = 10
_BEHIND = 8


def take_closing_lines(page: Shown, text: Text) -> tuple[str | None, str | None]:
    """Takes a name and a source off the end of the text, and who made what else is on the page; gives both."""
    author = source = None
    for _ in range(_CLOSING):
        if len(text.lines) < 2:
            break
        line = page.lines[text.lines[-1]]
        if _MADE_BY.match(line.plain) and len(line.text) <= _LONGEST_MADE:
            pass
        elif author is None and (name := _closing_name(page, line)):
            author = name
            source = source or _agency(line)
        elif source is None and not line.line.is_prose and (named := _named_source(line)):
            source = named
        else:
            break
        text.lines.pop()
        text.paragraphs.pop()
    if author is None and text.paragraphs and (signed := _SIGNED_BEHIND.search(text.paragraphs[-1])):
        author = Line("", signed["name"]).author
        if author is not None:
            text.paragraphs[-1] = text.paragraphs[-1][: signed.start()]
    return author, source


def find_author(page: Shown, main: MainBox, headline: Headline, text: Text, meta: Metadata) -> str | None:
    """The author by a byline of the page, or else by its metadata."""
    sites = {key(name) for name in (*meta.publishers, *site_names(meta))}
    last = text.lines[-1] if text.lines else headline.end
    around = list(_around(page, main, headline, text))
    for at, line in around:
        if is_byline(page, headline, at):
            both = line.line.author_and_source
            name = both[0] if both else line.line.author or ""
            if _is_person(name, sites):
                return name
    for at, line in around:
        closing = _closing_name(page, line) if last < at <= last + _CLOSING and not line.linked else None
        if closing:
            return closing
        for name in _bylines(line):
            if _is_person(name, sites):
                return name
    above = range(max(headline.first - _ABOVE, 0), min(headline.first, len(page.lines) - 1))
    for line in page.lines[max(headline.first - 2, 0) : headline.first]:
        if line.roles & Role.AUTHOR and line.line.date and not line.linked:
            for name in _bylines(line):
                if " " in name and _is_person(name, sites):
                    return name
    dated = (at for at in above if page.lines[at + 1].line.is_dated and not page.lines[at].linked)
    names = (name for at in dated if " " in (name := page.lines[at].line.author or "") and not main.furniture[at])
    return next((name for name in (*meta.authors, *names) if _is_person(name, sites)), None)


def find_source(
    page: Shown, main: MainBox, headline: Headline, text: Text, meta: Metadata, author: str | None
) -> str | None:
    """The source that a line names, the agency of a prefix, or the site as the page labels it for machines."""
    named = next((name for name in _sources(page, main, headline, text) if name != author), None)
    if text.prefix:
        return fuller_source(named, text.prefix)
    return named or next(iter(meta.publishers), None)


def _sources(page: Shown, main: MainBox, headline: Headline, text: Text) -> Iterator[str]:
    last = text.lines[-1] if text.lines else len(page.lines)
    for at, line in _around(page, main, headline, text):
        for mark in line.marks:
            if mark.role & Role.SOURCE and not mark.role & Role.FURNITURE and (named := _source_name(mark.text)):
                yield named
        labelled = bool(line.roles & Role.SOURCE) or _SOURCE_LABEL.match(line.plain) is not None
        says_so = labelled or (line.plain[0] == "(" and at > last)
        if says_so and len(line.text) <= 60 and not line.line.is_prose and (named := _named_source(line)):
            yield named
        names_one = line.roles & Role.AUTHOR or is_byline(page, headline, at) or _LABEL.match(line.plain)
        names_one = names_one or (line.line.date is not None and at < headline.end + _NEAR)
        if names_one and (agency := _agency(line)):
            yield agency


def find_url(meta: Metadata, saved_from: str | None) -> str | None:
    """The page's own address, where it gives a whole one."""
    for url in (*meta.urls, saved_from or ""):
        if re.match(r"https?://[^\s/]+\.[^\s/]+", url) and not re.search(r"\s", url) and len(url) <= 1000:
            return url
    return None


def _around(page: Shown, main: MainBox, headline: Headline, text: Text) -> Iterator[tuple[int, ShownLine]]:
    """The lines behind the text, then those under the headline; no line of the text, and no furniture.

    Right below the headline a box of tools may have the author's name in it, and so may a foot with a label for it.
    """
    inside = {*text.lines, *text.caption_lines}
    last = text.lines[-1] if text.lines else headline.end
    for at in (*range(last + 1, min(last + 1 + _BEHIND, len(page.lines))), *range(headline.end, headline.end + _BELOW)):
        if at >= len(page.lines) or at in inside or len(page.lines[at].text) > 200:
            continue
        line = page.lines[at]
        near = headline.end <= at < headline.end + _NEAR or (at > last and _LABEL.match(line.plain) is not None)
        if (near and any(mark.role & Role.AUTHOR for mark in line.marks)) or not main.furniture[at]:
            yield at, line


def _bylines(line: ShownLine) -> Iterator[str]:
    """What a line gives for the author's name: the part that is marked as it, and what stands beside a date."""
    if _SOURCE_LABEL.match(line.plain):
        yield from _author_of_both(line)
        return  # also where a template has one place for author and source
    marked = [mark.text for mark in line.marks if mark.role & Role.AUTHOR and mark.text != line.text]
    if len(marked) > 1 and marked == _JOINED.split(line.text):
        yield line.text
    for text in marked:
        name = _LABEL.sub("", text)
        yield (None if name.endswith(_NAME_AND_BUTTON) else Line("", name).author) or name
    written = line.line.date
    before = line.plain[: written.start] if written else line.plain
    if written and line.line.is_dated:
        yield from filter(None, (Line("", part).author for part in _PARTED.split(line.plain[written.end :])[1:]))
    if label := _LABEL.match(before):
        yield _JOINT.sub("", before[label.end() :])
    elif line.roles & Role.AUTHOR:
        yield from line.links
        alone = _JOINT.sub("", before)
        both = Line("", alone).author_and_source
        yield both[0] if both else Line("", before).author or alone
    elif written and (line.line.is_dated or _PARTED.search(before) or _WROTE.search(before)):
        yield from (
            name for part in _PARTED.split(_JOINT.sub("", before)) if " " in (name := Line("", part).author or "")
        )


def _is_person(name: str, sites: set[str]) -> bool:
    words = [word for word in re.split(r"[\s,\-–]+", name) if word]
    named = all(is_name_word(word) or word in ("và", "&") for word in words)
    of_site = key(name) in sites or (bool(words) and key(words[0]) in sites and _OF_SITE.search(name) is not None)
    return named and 1 <= len(words) <= 10 and len(name) <= 80 and not (of_site or _NOBODY.match(name))


def _closing_name(page: Shown, line: ShownLine) -> str | None:
    """The name where a closing line is one: labelled, or set apart by its look, or nothing but words of a name."""
    if len(line.text) > 80 or line.line.is_prose or line.line.is_tail or _NOBODY.match(line.plain):
        return None
    if (written := line.line.date) is not None and written.has_time:
        return next(filter(None, _bylines(line)), None) if line.roles & Role.AUTHOR else None
    if label := _LABEL.match(line.plain):
        if source := _SOURCE_BEHIND.search(line.plain):
            return line.plain[label.end() : source.start()]
        return line.line.author or line.plain[label.end() :].strip() or None
    if _SOURCE_LABEL.match(line.plain) and not line.line.author:
        return None
    right = page.boxes[line.box].align in ("right", "end")
    if right and len(line.text) <= 60 and line.line.is_open and line.text[0].isupper() and not line.line.source:
        return line.line.author or line.plain
    apart = line.bold >= 0.8 or line.italic >= 0.8
    if apart and _is_person(line.plain, set()) and not line.text.endswith("."):
        return line.line.author or line.plain
    return line.line.author if len(line.text.split()) <= 4 else None


def _author_of_both(line: ShownLine) -> Iterator[str]:
    """The author of one line: ``Theo Lam Anh (Báo Quê)``."""
    if not line.line.date and (both := line.line.author_and_source):
        yield both[0]


def _agency(line: ShownLine) -> str | None:
    """The agency behind a name in one line: ``Lam Anh (TTQ)``, ``Tác giả: Lam Anh - Nguồn: Báo Quê``."""
    if _LABEL.match(line.plain) and (source := _SOURCE_BEHIND.search(line.plain)):
        return source["source"]
    written = line.line.date
    both = (
        Line("", _JOINT.sub("", line.plain[: written.start])).author_and_source
        if written
        else line.line.author_and_source
    )
    return both[1] if both else None


def _named_source(line: ShownLine) -> str | None:
    if line.roles & Role.SOURCE or _SOURCE_LABEL.match(line.plain):
        return _agency(line) or _source_name(line.plain)
    return line.line.source


def _source_name(text: str) -> str | None:
    """The name without the label before it and an address behind it, where it is one."""
    text = _SOURCE_LABEL.sub("", text.strip(" ,.()-–|"), count=1)
    named = _ADDRESS.sub("", text).strip(" .") or text
    if not named or (line := Line("", named)).is_button or line.is_tail or line.is_insert:
        return None
    return named if (named[0].isupper() or ("." in named and " " not in named)) else None
