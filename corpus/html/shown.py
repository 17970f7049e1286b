"""What a browser shows of a page, line by line, and in which boxes the lines stand.

A line ends where a block element begins or ends, and at ``<br>``; inline elements are joined without a space, runs of
white space become one, and a no-break space stays what it is.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple

from corpus.decode import readable
from corpus.errors import OversizedPageError, UnwieldyPageError
from corpus.html.look import BLOCKS, Look, look_of
from corpus.html.roles import UNSHOWN_TAGS, Role, Roles
from corpus.text.lines import Line

MOST_ELEMENTS = 100_000
"""Elements of a page; the longest pages that people read have a tenth of that."""

MOST_TEXT = 4 << 20
"""Characters that a page shows; the longest novel has fewer."""

MOST_MARKS = 16
"""Inline elements with a role that may be open inside one another; what is said of the text in more is not noted."""

_PICTURES = frozenset({"img", "amp-img", "video", "amp-video", "iframe", "embed", "object"})
_SPACE = re.compile(r" [ \t\n\r\f]+|[\t\n\r\f][ \t\n\r\f]*")  # but for single spaces, which stay
_EDGES = " \t\r\n\f\u00a0\u2002\u2003\u2009\u202f\u3000\ufeff\u200b"
_ICON_NAME = re.compile(
    r"(?:^|[/_-])(?:print|icon|logo|btn|button|arrow|dot|spacer|blank|pixel|share|email)", re.IGNORECASE
)
_ICON = 60
"""Pixels; a picture that says it is no wider is none that has a caption."""

_COVERS = 0.8


@dataclass(slots=True)
class Box:
    """A block element with the lines ``[first, end)``; boxes are numbered as they open, behind the one that holds them.

    ``own`` are the roles that its names give it, ``roles`` those of the boxes that hold it as well.
    """

    parent: int
    tag: str
    names: str
    own: Roles
    roles: Roles
    align: str
    hidden: bool
    first: int
    end: int = 0
    pictures: int = 0


class Mark(NamedTuple):
    """A stretch of a line that an inline element with a role holds."""

    role: Roles
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
    roles: Roles
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
    """The lines and boxes of a page. Raises ``UnwieldyPageError``, ``OversizedPageError`` and ``GarbledTextError``."""
    walk = _Walk()
    walk.through(root)
    return Shown(walk.boxes, walk.lines)


class _Walk:
    """Goes through a tree in the order of the text, with no recursion: pages may be nested thousands deep."""

    def __init__(self) -> None:
        self.boxes: list[Box] = []
        self.lines: list[ShownLine] = []
        self.stack: list[int] = []
        self.elements: list[tuple[bool, Roles, bool, bool]] = []  # for each open one: box, mark, bold, italic
        self.size = 0
        self.line = _Open()
        self.links: list[int] = []  # for each open link the piece it begins with
        self.marks: list[tuple[Roles, int]] = []
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
                elif tag in UNSHOWN_TAGS or not self._enter(element, tag):
                    walk.skip_subtree()
            else:
                if tag != "br" and tag not in UNSHOWN_TAGS:
                    self._leave(tag)
                if element.tail:
                    self._write(element.tail)
        self._end_line()

    def _enter(self, element: Any, tag: str) -> bool:
        """Opens an element; whether what is inside is shown."""
        look = look_of(tag, element.items())
        block = look.block or not self.boxes
        if not block and look.role:
            block = any(child.tag in BLOCKS for child in element)
        if block:
            if self.line.pieces or self.beside:
                self._end_line()
            self._open_box(tag, look)
        elif look.hidden and tag != "a":
            self.elements.append((False, 0, False, False))
            return False
        mark = 0 if block or len(self.marks) >= MOST_MARKS else look.role
        if mark:
            self.marks.append((mark, len(self.line.pieces)))
        if tag == "a":
            self.links.append(len(self.line.pieces))
        elif tag == "pre":
            self.pre += 1
        self.bold += look.bold
        self.italic += look.italic
        self.elements.append((block, mark, look.bold, look.italic))
        if element.text:
            self._write(element.text)
        return True

    def _leave(self, tag: str) -> None:
        block, mark, bold, italic = self.elements.pop()
        self.bold -= bold
        self.italic -= italic
        line = self.line
        if tag == "a":
            begin = self.links.pop() if self.links else 0
            text = _SPACE.sub(" ", "".join(line.pieces[begin:])).strip(_EDGES)
            if text:
                line.links.append(text)
        elif tag == "pre":
            self.pre -= 1
        if mark:
            self._end_mark(*self.marks.pop())
        if block:
            if line.pieces or self.beside:
                self._end_line()
            self._close_box()
        elif not line.stamp and len(line.pieces) == 1:
            line.stamp = len(line.pieces[0])

    def _open_box(self, tag: str, look: Look) -> None:
        parent = self.stack[-1] if self.stack else -1
        roles, align = look.role & ~Role.FURNITURE, look.align
        if parent >= 0:
            above = self.boxes[parent]
            roles |= above.roles
            align = align or above.align
        self.stack.append(len(self.boxes))
        self.boxes.append(Box(parent, tag, look.names, look.role, roles, align, look.hidden, len(self.lines)))

    def _close_box(self) -> None:
        box = self.boxes[self.stack.pop()]
        box.end = len(self.lines)
        if self.stack:
            self.boxes[self.stack[-1]].pictures += box.pictures

    def _see_picture(self, element: Any) -> None:
        if _ICON_NAME.search(element.get("src", "")[-200:]) and not element.get("data-src"):
            return
        if any(
            element.get(side, "").isdecimal() and int(element.get(side)[:6]) <= _ICON for side in ("width", "height")
        ):
            return
        if not self.line.pieces:
            self.picture = self.beside = True
        self.boxes[self.stack[-1]].pictures += 1

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
        self.size += len(text)
        if self.size > MOST_TEXT:
            raise OversizedPageError(limit=MOST_TEXT >> 20)
        line = self.line
        line.pieces.append(text)
        size = len(text) - text.count(" ")
        line.size += size
        line.linked += size if self.links else 0
        line.bold += size if self.bold else 0
        line.italic += size if self.italic else 0

    def _end_mark(self, role: Roles, begin: int) -> None:
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
        text = readable(_SPACE.sub(" ", "".join(line.pieces)).strip(_EDGES))  # joined now, references made letters
        if not text or text.isspace() or not self.stack:
            self.beside = False
            return
        number = self.stack[-1]
        roles = self.boxes[number].roles | covering_roles(line.marks, text)
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


def covering_roles(marks: Iterable[Mark], text: str) -> Roles:
    """The roles of the inline elements that hold nearly all of a line."""
    roles = 0
    for mark in marks:
        if len(mark.text) >= _COVERS * len(text):
            roles |= mark.role
    return roles


def _glued(line: _Open, text: str) -> int:
    """The length of a line's first inline element, where a capital letter follows it without a space."""
    if not line.stamp or len(line.pieces) < 2:
        return 0
    first = _SPACE.sub(" ", line.pieces[0]).lstrip(_EDGES)
    following = text[len(first) : len(first) + 1]
    return len(first) if first[-1:].isalnum() and len(first) <= 30 and following.isupper() and len(first) > 1 else 0
