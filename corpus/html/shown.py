"""What a browser shows of a page, line by line, and in which boxes the lines stand.

A line ends where a block element begins or ends, and at ``<br>``; inline elements are joined without a space, runs of
white space become one, and a no-break space stays what it is.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple

from corpus.errors import UnwieldyPageError
from corpus.html.roles import NONE, UNSHOWN_TAGS, Role, roles_of
from corpus.lines import Line

MOST_ELEMENTS = 200_000
"""Elements of a page; the longest pages that people read have a tenth of that."""

_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure "
    "footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav noframes ol optgroup option p "
    "pre search section summary table tbody td tfoot th thead tr ul amp-carousel amp-list amp-sidebar".split()
)
_BOLD = frozenset({"b", "strong", "h1", "h2", "h3", "h4", "h5", "h6", "th"})
_ITALIC = frozenset({"i", "em", "cite"})
_PICTURES = frozenset({"img", "amp-img", "video", "amp-video", "iframe", "embed", "object"})
_SPACE = re.compile(r"[ \t\n\r\f]+")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_HIDDEN_NAMES = frozenset({"hidden", "hide", "d-none", "invisible", "sr-only", "visually-hidden"})
_ALIGN = re.compile(r"text-align\s*:\s*(\w+)", re.IGNORECASE)
_BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_ITALIC_STYLE = re.compile(r"font-style\s*:\s*italic", re.IGNORECASE)
_EDGES = " \t\r\n\f\u00a0\u2002\u2003\u2009\u202f\u3000\ufeff\u200b"
_ICON_NAME = re.compile(r"(?:^|[/_-])(?:print|icon|logo|btn|button|arrow|dot|spacer|blank|pixel|share|email)", re.IGNORECASE)
_ICON = 60
"""Pixels; a picture that says it is no wider is none that has a caption."""
_LONGEST_STYLE = 2000
_COVERS = 0.8


@dataclass(slots=True)
class Box:
    """A block element with the lines ``[first, end)``; boxes are numbered as they open, behind the one that holds them.

    ``own`` are the roles that its names give it, ``roles`` those of the boxes that hold it as well.
    """

    parent: int
    tag: str
    names: str
    own: Role
    roles: Role
    align: str
    hidden: bool
    first: int
    end: int = 0
    pictures: int = 0


class Mark(NamedTuple):
    """A stretch of a line that an inline element with a role holds."""

    role: Role
    text: str


@dataclass
class ShownLine:
    """One line: its text, the number of the box it stands in, and how it looks.

    ``linked``, ``bold`` and ``italic`` are the shares of its characters, from 0 to 1; ``links`` the texts of its links.
    ``picture`` tells that a picture stands between the line before and this one, ``beside_picture`` that no line ends
    between it and the text. ``stamp`` is the length of a first inline element that the text behind is glued to.
    """

    text: str
    box: int
    roles: Role
    linked: float
    bold: float
    italic: float
    links: tuple[str, ...]
    marks: tuple[Mark, ...]
    picture: bool
    beside_picture: bool
    stamp: int

    @cached_property
    def line(self) -> Line:
        return Line(self.text, " ".join(unicodedata.normalize("NFC", self.text).split()))

    @property
    def plain(self) -> str:
        return self.line.plain


@dataclass(slots=True)
class Shown:
    """A page as it is shown."""

    boxes: list[Box]
    lines: list[ShownLine]


class _Element(NamedTuple):
    """An open element: what has to be undone where it ends."""

    box: bool
    mark: bool
    bold: bool
    italic: bool


@dataclass(slots=True)
class _Open:
    """The line that is being put together; ``marks`` are the finished ones."""

    pieces: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    linked: int = 0
    bold: int = 0
    italic: int = 0
    stamp: int = 0
    size: int = 0


def shown(root: Any) -> Shown:
    """The lines and boxes of a page. Raises ``UnwieldyPageError`` beyond ``MOST_ELEMENTS``."""
    walk = _Walk()
    walk.through(root)
    return Shown(walk.boxes, walk.lines)


class _Walk:
    """Goes through a tree in the order of the text, with no recursion: pages may be nested thousands deep."""

    def __init__(self) -> None:
        self.boxes: list[Box] = []
        self.lines: list[ShownLine] = []
        self.stack: list[int] = []
        self.elements: list[_Element] = []
        self.line = _Open()
        self.links: list[int] = []  # for each open link the piece it begins with
        self.marks: list[tuple[Role, int]] = []
        self.bold = self.italic = self.pre = 0
        self.picture = self.beside = False  # whether one came behind the last line, and in the line that is open

    def through(self, root: Any) -> None:
        from lxml import etree

        walk = etree.iterwalk(root, events=("start", "end"))
        count = 0
        for event, element in walk:
            tag = element.tag
            if event == "start":
                count += 1
                if count > MOST_ELEMENTS:
                    raise UnwieldyPageError(most=MOST_ELEMENTS)
                if tag in _PICTURES and self.boxes:
                    self._see_picture(element)
                if tag == "br":
                    self._end_line()
                elif tag in UNSHOWN_TAGS:
                    walk.skip_subtree()
                elif not self._enter(element, tag):
                    walk.skip_subtree()
            else:
                if tag != "br" and tag not in UNSHOWN_TAGS:
                    self._leave(tag)
                if element.tail:
                    self._write(element.tail)
        self._end_line()

    def _enter(self, element: Any, tag: str) -> bool:
        """Opens an element; whether what is inside is shown."""
        names = style = properties = ""
        attributes = element.attrib
        if attributes:
            names = f"{attributes.get('class', '')} {attributes.get('id', '')} {attributes.get('data-role', '')}".strip()
            style = attributes.get("style", "")[:_LONGEST_STYLE]
            properties = attributes.get("itemprop", "")
        role = roles_of(tag, names, properties) if names or properties or tag not in ("p", "br", "a", "td") else NONE
        if tag == "a" and attributes.get("rel", "") in ("author", "category", "category tag"):
            role |= Role.AUTHOR if attributes["rel"] == "author" else Role.SECTION
        block = tag in _BLOCKS or not self.boxes or (bool(role) and any(child.tag in _BLOCKS for child in element))
        hidden = bool(attributes) and _is_hidden(attributes, style)
        if block:
            self._end_line()
            self._open_box(tag, names, role, _align(attributes, style, tag), hidden)
        elif hidden and tag != "a":
            self.elements.append(_Element(False, False, False, False))
            return False
        mark = not block and bool(role)
        if mark:
            self.marks.append((role, len(self.line.pieces)))
        if tag == "a":
            self.links.append(len(self.line.pieces))
        bold = tag in _BOLD or bool(style and _BOLD_STYLE.search(style))
        italic = tag in _ITALIC or bool(style and _ITALIC_STYLE.search(style))
        self.bold += bold
        self.italic += italic
        self.pre += tag == "pre"
        self.elements.append(_Element(block, mark, bold, italic))
        if element.text:
            self._write(element.text)
        return True

    def _leave(self, tag: str) -> None:
        opened = self.elements.pop()
        self.bold -= opened.bold
        self.italic -= opened.italic
        self.pre -= tag == "pre"
        line = self.line
        if tag == "a":
            text = _SPACE.sub(" ", "".join(line.pieces[self.links.pop() :])).strip(_EDGES)
            if text:
                line.links.append(text)
        if opened.mark:
            role, begin = self.marks.pop()
            self._end_mark(role, begin)
        if opened.box:
            self._end_line()
            self.boxes[self.stack.pop()].end = len(self.lines)
        elif not line.stamp and len(line.pieces) == 1:
            line.stamp = len(line.pieces[0])

    def _open_box(self, tag: str, names: str, role: Role, align: str, hidden: bool) -> None:
        parent = self.stack[-1] if self.stack else -1
        roles = role
        if parent >= 0:
            roles |= self.boxes[parent].roles
            align = align or self.boxes[parent].align
        self.stack.append(len(self.boxes))
        self.boxes.append(Box(parent, tag, names, role, roles & ~Role.FURNITURE, align, hidden, len(self.lines)))

    def _see_picture(self, element: Any) -> None:
        if _ICON_NAME.search(element.get("src", "")[-200:]) and not element.get("data-src"):
            return
        if any(element.get(side, "").isdecimal() and int(element.get(side)[:6]) <= _ICON for side in ("width", "height")):
            return
        if not "".join(self.line.pieces).strip(_EDGES):
            self.picture = self.beside = True
        for number in self.stack:
            self.boxes[number].pictures += 1

    def _write(self, text: str) -> None:
        if self.pre and "\n" in text:
            first, *others = text.split("\n")
            self._add(first)
            for piece in others:
                self._end_line()
                self._add(piece)
        else:
            self._add(text)

    def _add(self, text: str) -> None:
        if not self.line.pieces and not text.strip(_EDGES):
            return
        line = self.line
        line.pieces.append(text)
        size = len(text) - text.count(" ")
        line.size += size
        line.linked += size if self.links else 0
        line.bold += size if self.bold else 0
        line.italic += size if self.italic else 0

    def _end_mark(self, role: Role, begin: int) -> None:
        text = _SPACE.sub(" ", "".join(self.line.pieces[begin:])).strip(_EDGES)
        if text:
            self.line.marks.append(Mark(role, text))

    def _end_line(self) -> None:
        line = self.line
        if not line.pieces:
            self.beside = False
            return
        for role, begin in self.marks:
            self._end_mark(role, begin)
        self.marks = [(role, 0) for role, _ in self.marks]
        self.links = [0] * len(self.links)
        self.line = _Open()
        text = _SPACE.sub(" ", "".join(line.pieces)).strip(_EDGES)
        if not text or not self.stack:
            self.beside = False
            return
        number = self.stack[-1]
        roles = self.boxes[number].roles
        for mark in line.marks:
            if len(mark.text) >= _COVERS * len(text):
                roles |= mark.role
        self.lines.append(
            ShownLine(
                text=text,
                box=number,
                roles=roles,
                linked=line.linked / (line.size or 1),
                bold=line.bold / (line.size or 1),
                italic=line.italic / (line.size or 1),
                links=tuple(line.links),
                marks=tuple(line.marks),
                picture=self.picture,
                beside_picture=self.beside,
                stamp=_glued(line, text),
            )
        )
        self.picture = self.beside = False


def _glued(line: _Open, text: str) -> int:
    """The length of a line's first inline element, where a capital letter follows it without a space."""
    if not line.stamp or len(line.pieces) < 2:
        return 0
    first = _SPACE.sub(" ", line.pieces[0]).lstrip(_EDGES)
    following = text[len(first) : len(first) + 1]
    return len(first) if first[-1:].isalnum() and len(first) <= 30 and following.isupper() and len(first) > 1 else 0


def _is_hidden(attributes: Any, style: str) -> bool:
    if "hidden" in attributes or (style and _HIDDEN.search(style)):
        return True
    return not _HIDDEN_NAMES.isdisjoint(attributes.get("class", "").split())


def _align(attributes: Any, style: str, tag: str) -> str:
    if tag == "center":
        return "center"
    found = _ALIGN.search(style) if style else None
    if found:
        return found[1].lower()
    return attributes.get("align", "").lower() if attributes and tag != "table" else ""
