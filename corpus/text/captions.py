"""Which lines beside a picture are its caption, and how are they kept: each once, with who took the picture."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from corpus.text.draft import Draft
from corpus.text.lines import Line
from corpus.text.printed_twice import are_alike

_MOST_COMPARED = 40
"""Captions that are held against each other for likeness; of more on a page only equal ones are left out."""

_FEWEST_ALIKE = 3
"""Words with which a caption begins, and with which those begin that stand in the picture's place."""

_MOST_IN_FRONT = 0.7
"""The share of such a line that is in front of the caption, at most."""

_SENTENCE = re.compile(r"[^\w\s-]|(?:^| )(?:và|với|cùng|của|là|cho|bên|trước|sau|do|từ)$")
"""What stands in no such line: marks, and at its end words that lead on to the same name once more."""

_AS_FULL = 0.9
"""The share of a caption's length that another form of it has, at least, to stand for it."""

_SHORTEST_CAPTION = 4
_LONGEST_CAPTION = 30
"""Words of a caption below a picture."""

_LONGEST_CREDIT = 4
"""Words of a photographer's name."""

_SHARE_OF_CAPTION = 0.6
"""Of the usual length of a paragraph, at most, where the caption is a sentence."""

_SHARE_OF_PARAGRAPH = 0.8
"""Of that length, from which on a sentence is a paragraph."""


def may_show(lines: Sequence[Line], at: int, usual: float) -> bool:
    """Whether a line below the title, which stands there again, is as captions are, and the title a picture's words."""
    if at >= len(lines) or not _SHORTEST_CAPTION <= lines[at].length <= _LONGEST_CAPTION or ":" in lines[at].plain:
        return False
    return (lines[at].is_open or len(lines[at].plain) <= _SHARE_OF_CAPTION * usual) and lines[at].plain[-1] != "?"


def is_below_picture(lines: Sequence[Line], at: int) -> bool:
    return at > 0 and lines[at - 1].stands_for_picture


def may_have_credit(line: Line, usual: float) -> bool:
    """Whether a line above a photographer's name is his picture's caption, and not as long as the text's paragraphs."""
    return line.is_caption_alone and not (line.is_running and len(line.plain) > _SHARE_OF_PARAGRAPH * usual)


def is_credit(line: Line, draft: Draft) -> bool:
    """Whether a line is a photographer's name alone, be it the author's, without a word for it."""
    return line.is_credit or (draft.author is not None and line.plain.lower() == draft.author.lower())


def has_credit_in_capitals(lines: Sequence[Line], at: int) -> bool:
    """Whether below a caption, above which its picture stood, the photographer has a line, in capitals alone."""
    if not (lines[at].is_below_picture or is_below_picture(lines, at)) or at + 1 >= len(lines):
        return False
    below = lines[at + 1]
    if below.is_button or below.is_tail:
        return False
    return below.plain.isupper() and below.length <= _LONGEST_CREDIT and below.is_open


def goes_on_in_caption(lines: Sequence[Line], at: int) -> bool:
    """Whether a short line breaks off at a comma, and the one below it ends in the photographer's name."""
    if lines[at].plain[-1] != "," or lines[at].length > _LONGEST_CAPTION or lines[at].is_running:
        return False
    return at + 1 < len(lines) and lines[at + 1].names_photo


def shows(line: Line, usual: float) -> bool:
    """Whether a line below a picture is as short as captions are beside paragraphs, and no point or answer."""
    if not line.is_below_picture or not _SHORTEST_CAPTION <= line.length <= _LONGEST_CAPTION or line.is_numbered:
        return False
    return line.is_open or len(line.plain) <= _SHARE_OF_CAPTION * usual


def _without_alternative(raw: str) -> str:
    """A caption without the words that stand for the picture, which was glued in front and begins as it does."""
    opening = " ".join(raw.split(" ", _FEWEST_ALIKE)[:_FEWEST_ALIKE])
    again = raw.find(f" {opening} ", len(opening))
    is_in_front = again > 0 and opening[0].isupper() and again < _MOST_IN_FRONT * len(raw)
    return raw[again + 1 :] if is_in_front and not _SENTENCE.search(raw, 0, again) else raw


def _is_as_full(line: Line, other: Line) -> bool:
    return len(line.without_credit) >= _AS_FULL * len(other.without_credit)


def add_caption(line: Line, draft: Draft) -> None:
    """Adds a caption that does not stand there already, with or without the photographer."""
    if (raw := _without_alternative(line.raw)) != line.raw:
        line = Line(raw, " ".join(unicodedata.normalize("NFC", raw).split()))
    if len(draft.captions) >= _MOST_COMPARED:
        if line.raw not in draft.captions[-_MOST_COMPARED:]:
            draft.captions.append(line.raw)
        return
    kept = [Line(raw, " ".join(unicodedata.normalize("NFC", raw).split())) for raw in draft.captions]
    alike = next((at for at, each in enumerate(kept) if are_alike(line.without_credit, each.without_credit)), None)
    if alike is None:
        draft.captions.append(line.raw)
    elif line.names_photo and not kept[alike].names_photo and _is_as_full(line, kept[alike]):
        draft.captions[alike] = line.raw
