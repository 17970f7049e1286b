"""Titles of other pages that stand in the text without a heading that says so, told by what they speak of.

Captions and headings use the words of the text they stand in. A line without an end that hardly does names another
page, and where several such lines stand together one that is sure speaks for all.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from itertools import pairwise

from corpus.text.lead import agency_of, opens_with_agency
from corpus.text.likeness import Subject
from corpus.text.lines import BULLETS, Line

_PART = re.compile(r"(?P<series>.{4,80}?)\W+(?P<number>(?:kỳ|bài|phần|tập) (?:\d{1,2}|cuối))(?!\w)", re.IGNORECASE)
_ADVERTISEMENT = re.compile(r"(?:hết )?quảng cáo|advertisements?|\d{1,2}:\d{2}", re.IGNORECASE)
"""No line of a list or a poem, though controls' words may stand in both; nor is a player's time."""

_CHOICES = "○◯☐□"
"""Before what can be chosen in a poll."""

_READ_NOW = frozenset(("đọc ngay", "xem ngay"))
"""A control below the title of another page, and its picture's words."""

_FEWEST_WORDS = 4
_LONG = 8
"""Words of a line that headings seldom have."""

_SAID = re.compile(r"[”\"»],\s")
"""Somebody's words have ended, and who said them is what the line goes on with: no title does."""

_MOST_TEASERS = 2
_SHARED_BY_ROWS = 0.25
"""The share of its pairs of words that a row of a list has from the row above."""

_LONGEST_HEADING = 5
"""Words of a heading over such titles."""

_SHORTEST_LEAD = 18
"""Words of a first line that is longer than titles are."""

_MOST_DASHED = 5
_FEWEST_BOXED, _FEWEST_OF_BOXED, _LONGEST_OF_BOXED = 2, 6, 20
"""Lines, and words of each."""

_ALIKE = 0.5
_LONGEST_QUESTION, _LONGEST_ABOVE_TEXT = 12, 8
"""Words of a title that asks, and of a heading right above its paragraph."""

_FEWEST_LEARNED = 70
"""Words of a text, each once, from which on it can be told what it does not speak of."""

_FEWEST_LONG = 2
"""Long lines, one below the other, that are titles although each may have a word of the text."""


def other_titles(lines: Sequence[Line], subject: Subject) -> frozenset[int]:
    """The numbers of the lines that are titles of other pages."""
    found: set[int] = set()
    if subject.size < _FEWEST_LEARNED:
        return frozenset()
    rows = _rows(lines)
    strange = {
        at
        for at, line in enumerate(lines[:-1])
        if at not in rows and line.length >= _LONG and _is_strange(line, subject) and not _belongs(lines, at)
    }
    end = 0
    for at in sorted(strange):
        if at < end:
            continue
        first = end = at
        while first and _is_strange(lines[first - 1], subject) and not _belongs(lines, first - 1):
            first -= 1
        while end < len(lines) - 1 and _is_strange(lines[end], subject) and not _belongs(lines, end):
            end += 1
        if lines[end - 1].length <= _LONGEST_HEADING and lines[end].is_running:
            end -= 1  # the heading of the text behind them
        if _are_titles(lines, range(first, end), subject):
            found.update(range(first, end))
            if first and (
                _heads(lines[first - 1]) or (lines[first - 1].length >= _LONG and _is_open(lines[first - 1]))
            ):
                found.add(first - 1)
    return frozenset(found)


def titles_again(lines: Sequence[Line], tail: Sequence[Line]) -> frozenset[int]:
    """The numbers of lines without an end that stand behind the article once more, where other pages are listed."""
    listed = {_entry(line) for line in tail if line.length >= _FEWEST_WORDS and not (line.is_button or line.is_row)}
    return frozenset(
        at
        for at, line in enumerate(lines)
        if not (line.is_running or line.names_photo or line.plain[-1] == ".") and _entry(line) in listed
    )


def other_parts(lines: Sequence[Line], title: str) -> frozenset[int]:
    """The numbers of lines that name another part of the series of which the article is one (``Giữ đèn - Kỳ 1: …``)."""
    own = _PART.match(title)
    if own is None:
        return frozenset()
    found = ((at, _PART.match(line.plain)) for at, line in enumerate(lines) if not line.is_running)
    return frozenset(
        at
        for at, part in found
        if part is not None and part["series"] == own["series"] and part["number"] != own["number"]
    )


def titles_above_control(lines: Sequence[Line]) -> frozenset[int]:
    """The numbers of lines that name another page, as a control right below says, or ask what is chosen there."""
    found: set[int] = set()
    for at, line in enumerate(lines):
        if line.plain.lower() in _READ_NOW:
            above = at - 1
            while above >= 0 and lines[above].length >= _FEWEST_WORDS and _may_be_title(lines[above]):
                found.add(above)
                above -= 1
        elif at and line.plain[0] in _CHOICES and lines[at - 1].plain[-1] == "?":
            found.add(at - 1)
    return frozenset(found)


def with_titles_between(lines: Sequence[Line], titles: frozenset[int]) -> frozenset[int]:
    """Titles of other pages, and with them what stands beside them, open as they are, right below the first paragraph.

    There sites have a box of them, be it that one speaks of what the text speaks of. The last may be a heading.
    """
    if not lines or not lines[0].is_running:
        return titles
    behind = next((at for at, line in enumerate(lines) if at and line.is_running), 0)
    if titles.isdisjoint(range(1, behind)):
        return titles
    may_be_heading = behind - 1
    return titles | {at for at in range(1, may_be_heading) if lines[at].length >= _FEWEST_WORDS and _is_open(lines[at])}


def boxed_below_lead(lines: Sequence[Line], twins: Container[int]) -> frozenset[int]:
    """The numbers of two lines and more without an end right below the first paragraph, each as long as titles are.

    Captions seldom stand there one below the other, if not as ``twins``, and a heading that does is short, above its
    paragraph.
    """
    if not lines or not lines[0].is_running or lines[0].plain[-1] == ":":
        return frozenset()
    end = 1
    while end < len(lines) and end not in twins and _may_be_boxed(lines[end]):
        if end > 1 and Subject(lines[end - 1 : end]).shared_words(lines[end]) > _ALIKE:
            return frozenset()  # a caption in other words again
        end += 1
    if end < len(lines) and lines[end].is_running and lines[end - 1].length <= _LONGEST_ABOVE_TEXT:
        end -= 1
    is_box = end > _FEWEST_BOXED and any(line.is_open for line in lines[1:end])
    return frozenset(range(1, end) if is_box else ())


def dashed_below_lead(lines: Sequence[Line]) -> frozenset[int]:
    """The numbers of two titles and more, a dash before each, right below the first paragraph, as links stand there.

    None has an end, an empty line parts them from the text, and no other line of the page has such a dash.
    """
    end = 1
    while end < len(lines) and _is_dashed(lines[end]) and lines[end].is_open and not lines[end].is_running:
        end += 1
    if not _FEWEST_BOXED <= end - 1 <= _MOST_DASHED or end == len(lines) or not lines[0].is_running:
        return frozenset()
    is_apart = lines[end].is_apart and lines[end].is_running and not any(map(_is_dashed, lines[end:]))
    return frozenset(range(1, end) if is_apart else ())


def _is_dashed(line: Line) -> bool:
    return line.plain[:2] in ("- ", "– ", "• ") and line.length >= _FEWEST_OF_BOXED


def _may_be_boxed(line: Line) -> bool:
    """Whether a line may be a title in a box: open, or a short question, which longer ones are the text's."""
    if line.is_numbered or line.is_button or line.is_emphasised or line.is_row or ": “" in line.plain:
        return False
    most = _LONGEST_OF_BOXED if line.is_open else _LONGEST_QUESTION
    return _FEWEST_OF_BOXED <= line.length <= most and _may_be_title(line)


def _entry(line: Line) -> str:
    return line.plain.lower().strip(BULLETS + "- ")


def teasers(lines: Sequence[Line]) -> frozenset[int]:
    """The numbers of other pages' leads, which open with the same agency's name as the article's, and their titles.

    Where each of many lines opens so they are news in brief.
    """
    may_open = ((at, line) for at, line in enumerate(lines) if line.is_running or line.plain[0] == "(")
    marked = [(at, name) for at, line in may_open if (name := agency_of(line))]
    again = [at for at, name in marked[1:] if name == marked[0][1]]
    if not again or len(again) > _MOST_TEASERS or again[0] == marked[0][0] + 1:
        return frozenset()
    return frozenset(
        [*again, *(at - 1 for at in again if lines[at - 1].length >= _FEWEST_WORDS and _may_be_title(lines[at - 1]))]
    )


def _may_be_title(line: Line) -> bool:
    """Whether a line above another page's lead may be its title, which may ask."""
    return _is_open(line) or (line.plain[-1] == "?" and not line.is_running)


def _belongs(lines: Sequence[Line], at: int) -> bool:
    """Whether a line is the article's whatever it speaks of: below a picture, or the lead that lost its end."""
    if at and lines[at - 1].stands_for_picture:
        return True
    return opens_with_agency(lines[at]) or (at == 0 and lines[at].length >= _SHORTEST_LEAD)


def _heads(line: Line) -> bool:
    """Whether a line announces what stands below it, and says hardly more."""
    return line.plain[-1] == ":" and line.length <= _LONGEST_HEADING


def lines_announced(lines: Sequence[Line], subject: Subject) -> frozenset[int]:
    """The numbers of lines without an end below a colon, as verses are, where the first speaks of the text."""
    found: set[int] = set()
    is_announced = False
    for at, line in enumerate(lines):
        if is_announced and not line.is_running and line.plain[-1] != ":" and not _ADVERTISEMENT.fullmatch(line.plain):
            found.add(at)
        else:
            is_announced = line.plain[-1] == ":" and not any(
                _is_strange(each, subject) for each in lines[at + 1 : at + 2]
            )
    return frozenset(found)


def _rows(lines: Sequence[Line]) -> set[int]:
    """The numbers of lines that repeat the words of the line above or below: rows of a list."""
    found: set[int] = set()
    for at, pair in enumerate(pairwise(lines)):
        if not any(line.is_running for line in pair) and Subject(pair[:1]).shared_pairs(pair[1]) >= _SHARED_BY_ROWS:
            found |= {at, at + 1}
    return found


def _is_strange(line: Line, subject: Subject) -> bool:
    """Whether a line has no end, as titles have none, and hardly a word of the text."""
    return (
        line.length >= _FEWEST_WORDS
        and _is_open(line)
        and subject.shared_words(line) < 0.65
        and subject.shared_pairs(line) < 0.3
    )


def _is_open(line: Line) -> bool:
    """Whether a line ends as titles do, and nothing shows that it is a caption, a point or a pointer."""
    if line.is_running or not (line.is_open or line.ends_in_name) or _SAID.search(line.plain):
        return False
    is_other = (
        line.enumerates
        or line.names_photo
        or line.is_below_picture
        or line.shows_picture
        or line.is_numbered
        or line.is_insert
        or line.is_row
    )
    return not is_other


def _are_titles(lines: Sequence[Line], group: Sequence[int], subject: Subject) -> bool:
    long = [lines[at] for at in group if lines[at].length >= _LONG]
    with_neighbours = lines[max(group[0] - 1, 0) : group[-1] + 2]
    if len(long) >= _FEWEST_LONG or any(line.is_insert for line in with_neighbours):
        return True
    most = 0.6 if len(group) > 1 else 0.45
    return any(subject.shared_words(line) < most and subject.shared_pairs(line) < 0.12 for line in long)
