"""The lines of a scraped page: wrapped text joined, a converter's marks and the labels of captions taken off."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from corpus.text.lines import LabelledCaption, Line
from corpus.text.picture_lines import captions_next
from corpus.text.unwrapping import unwrapped

_SPACES = " \t\u00a0\u2002\u2003\u2009\u202f\u3000\ufeff\u200b"
_BLANKS = _SPACES + "\r\n"
_LABEL_ENDS = (",", ":")
_CAPTION_LABEL = re.compile(r"(?:chú thích|mô tả)(?: hình)? ảnh\s*:\s*(?=\S)", re.IGNORECASE)
_HEADING = re.compile(r"#{1,6}[ \t]+(?=\S)")
_MARKUP = re.compile(r"^(?:[*+-] )?(?:__|\*\*)+ ?|(?:__|\*\*)+$")
"""What a converter from HTML puts round headings, emphasis and icons."""


def read_lines(text: str) -> Iterator[Line]:
    """The lines that hold anything, in order; a paragraph broken over several lines by hand comes as one."""
    captions = False
    for raw in paragraphs_of(text):
        heading = _HEADING.match(raw) if raw[0] == "#" else None
        raw = raw[heading.end() :] if heading else raw
        if raw[0] in "CcMm" and (label := _CAPTION_LABEL.match(raw)):
            raw, captions = raw[label.end() :], True
        plain = " ".join(unicodedata.normalize("NFC", raw).split())
        if "**" in plain or "__" in plain:
            plain = _MARKUP.sub("", plain)
        if plain[-1:] in _LABEL_ENDS and captions_next(plain):
            captions = True
        elif plain:
            yield LabelledCaption(raw, plain) if captions else Line(raw, plain)
            captions = False


def paragraphs_of(text: str) -> tuple[str, ...]:
    """The paragraphs of an article's text as a data set holds it: one a line, broken lines joined."""
    stripped = [raw.strip(_BLANKS) for raw in unwrapped(text)]
    return tuple([raw for raw in stripped if raw and not raw.isspace()])
