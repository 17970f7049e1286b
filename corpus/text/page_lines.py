"""The lines of a scraped page: wrapped text joined, a converter's marks and the labels of captions taken off."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import chain

from corpus.text.bylines import author_in
from corpus.text.drop_caps import with_drop_caps
from corpus.text.lines import BelowPicture, LabelledCaption, Line
from corpus.text.picture_lines import CAPTION_LABEL, OWNER_LABEL, captions_next
from corpus.text.picture_places import is_small, stands_for_picture, without_places
from corpus.text.rows import parts_beside_date
from corpus.text.torn_lines import without_tears
from corpus.text.unwrapping import unwrapped

_SPACES = " \t\u00a0\u2002\u2003\u2009\u202f\u3000\ufeff\u200b"
_BLANKS = _SPACES + "\r\n"
_SHORTEST_TEXT = 100
"""Characters of a line with which the text has begun for certain."""

_LONGEST_OWNER = 6
"""Words of whose a picture is, on a line of their own below such a label."""

_CELL = re.compile(r"(?:\S+\s+){4,40}\|$")
"""A picture's caption out of a table of one cell, whose border was drawn with strokes."""

_LONE_CELL = re.compile(r"\|\s+(?P<text>[^|]{60,}?)\s*\|?$")
"""A paragraph in a table of one cell, whose border was drawn with strokes on both sides."""

_PICTURE_ENDS = frozenset("])}gGpPrRoOnNlLdDsScCeEyYkKab0123456789")
_HEADING = re.compile(r"#{1,6}[ \t]+(?=\S)")
_MARKUP = re.compile(r"^(?:[*+-] )?(?:__|\*\*)+ ?|(?:__|\*\*)+$|(?<=\s)__ ")
"""What a converter from HTML puts round headings and emphasis, and in the place of icons."""

_ORNATE = re.compile(r"(?:\.:+\s*(?P<name>[^\W\d_].{1,40}?)\s*:+\.|:{2,}\s+(?P<behind>[^\W\d_].{1,40}))$")
"""A section's name with ornaments (``.: Đô thị :.``, ``::: Đô thị``)."""

_SHORTCODE = re.compile(r"\[caption [^\[\]]*\]\s*(?P<text>.+?)\s*\[/caption\]$")
"""A caption as an editor's program marks it, where nobody made a picture of it."""

_FRAMES = dict.fromkeys(range(0x2500, 0x2580), " ")
"""What text browsers draw the frames of tables with."""

_FRAME_BEGINS = frozenset("│┃║┌├└╔╠╚╭╰")
"""The strokes and corners with which a row of one begins; a lone stroke across the page is a rule."""

_ICON = re.compile(
    r"[\u2600-\u27bf\U0001f300-\U0001faff][\ufe0f\u200d\u2600-\u27bf\U0001f300-\U0001faff]*\s+(?=[^\W\d_]|[“\"«])"
)
_SHORTEST_BEHIND_ICON = 60
"""Characters of a paragraph in front of which a picture is a bullet; in front of fewer it is a control's."""

_EDGE = "|"
"""What is left of a table's cell that holds a picture: its caption is the next cell."""

_EMPHASISED = re.compile(r"\*\*(?!\*)[^*]+\*\*$")


def read_lines(text: str) -> Iterator[Line]:
    """The lines that hold anything, in order; a paragraph broken over several lines by hand comes as one."""
    captions = is_below = names_owner = False
    gap = 0
    for raw in _parted(without_tears(with_drop_caps(_unframed(raw.strip(_BLANKS)) for raw in unwrapped(text)))):
        raw = _without_icon(raw)
        if not raw or raw.isspace() or raw == _EDGE:
            gap += raw != _EDGE
            continue
        heading = _HEADING.match(raw) if raw[0] == "#" else None
        if heading is not None:
            raw, is_below = raw[heading.end() :], False
        if raw[0] in "BbCcMmIi" and (label := CAPTION_LABEL.match(raw)):
            raw, captions = raw[label.end() :], True
        elif raw[-1] in _PICTURE_ENDS and stands_for_picture(raw):
            is_below = not is_small(raw)
            continue
        elif raw[:2] == "| " and (cell := _LONE_CELL.match(raw)) is not None:
            raw = cell["text"]
        elif raw[-1] == "|" and raw.count("|") == 1 and _CELL.match(raw) and author_in(raw) is None:
            raw, captions = raw[:-1].rstrip(), True
        elif raw[:8] == "[caption" and (shortcode := _SHORTCODE.match(raw)) is not None:
            raw, captions = shortcode["text"], True
        elif "[" in raw:
            raw, led = without_places(raw)
            captions = captions or led
        is_emphasised = False
        if ("**" in raw or "__" in raw) and raw.strip("_"):
            is_emphasised = _EMPHASISED.match(raw) is not None
            raw = _MARKUP.sub("", raw)
        if raw[:1] in ".:" and (ornate := _ORNATE.match(raw)) is not None:
            raw = ornate["name"] or ornate["behind"]
        plain = " ".join(unicodedata.normalize("NFC", raw).split())
        is_owner, names_owner = names_owner, plain[:1] in "BbNnIi" and OWNER_LABEL.fullmatch(plain) is not None
        if names_owner or (is_owner and plain.count(" ") < _LONGEST_OWNER):
            continue
        if captions_next(plain):
            captions = True
        elif plain:
            kind = LabelledCaption if captions else BelowPicture if is_below else Line
            yield kind(raw, plain, gap, is_emphasised)
            captions = is_below = False
            gap = 0


def _unframed(raw: str) -> str:
    """A line without the strokes that frame a table's cells."""
    return raw.translate(_FRAMES).strip(_BLANKS) if raw[:1] in _FRAME_BEGINS else raw


def _without_icon(raw: str) -> str:
    """A paragraph without the little pictures with which it begins where a post of a network has them for bullets."""
    if len(raw) < _SHORTEST_BEHIND_ICON or raw[0] < "\u2600" or (icon := _ICON.match(raw)) is None:
        return raw
    return raw[icon.end() :]


def _parted(lines: Iterator[str]) -> Iterator[str]:
    """The lines, and above the text the parts of those that hold a date beside other things."""
    head: list[str] = []
    for line in lines:
        head += parts_beside_date(line) or (line,)
        if len(line) >= _SHORTEST_TEXT:
            break
    return chain(head, lines)


def paragraphs_of(text: str) -> tuple[str, ...]:
    """The paragraphs of an article's text as a data set holds it: one a line, broken lines joined."""
    stripped = [raw.strip(_BLANKS) for raw in unwrapped(text)]
    return tuple([raw for raw in stripped if raw and not raw.isspace()])
