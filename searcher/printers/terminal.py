"""What a terminal can do, and how wide text is on it: in cells, so that decomposed and wide letters stay aligned."""

from __future__ import annotations

import os
import re
import shutil
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TextIO

EIGHTHS = "▏▎▍▌▋▊▉█"
"""Blocks of one to eight eighths of a cell."""

_ESCAPE = re.compile("\x1b\\[[0-9;]*m")


@dataclass(frozen=True, slots=True)
class Terminal:
    """Where lines go: how wide it is, whether it shows colours, is a person's screen, can be paged, and has blocks for
    bars.
    """

    width: int
    colour: bool
    is_screen: bool
    can_page: bool = False
    has_blocks: bool = True

    @classmethod
    def of(cls, stream: TextIO, colour: str, environment: Mapping[str, str]) -> Terminal:
        """The terminal behind a stream; ``colour`` is auto, always or never."""
        screen = stream.isatty()
        width = shutil.get_terminal_size((100, 24)).columns
        is_dumb = environment.get("TERM") == "dumb"
        has_blocks = not is_dumb and _can_write(stream, EIGHTHS)
        return cls(
            max(width, 20), _wants_colour(screen, colour, environment), screen, screen and not is_dumb, has_blocks
        )

    def match(self, text: str) -> str:
        """A match: red and bold, or in brackets where there are no colours."""
        return f"\x1b[1;31m{text}\x1b[0m" if self.colour else f"[{text}]"

    def strong(self, text: str) -> str:
        return f"\x1b[1m{text}\x1b[0m" if self.colour else text

    def dim(self, text: str) -> str:
        return f"\x1b[2m{text}\x1b[0m" if self.colour else text

    def bar(self, part: float, width: int) -> str:
        """A bar that takes a part of so many cells, to an eighth of one, or to a whole one where there are no blocks.

        Of something at least the least is drawn.
        """
        if not self.has_blocks:
            return "#" * max(round(part * width), part > 0)
        eighths = max(round(part * width * 8), part > 0)
        drawn = EIGHTHS[-1] * (eighths // 8) + EIGHTHS[eighths % 8 - 1 :][:1] * (eighths % 8 > 0)
        return f"\x1b[36m{drawn}\x1b[0m" if self.colour and drawn else drawn


def _can_write(stream: TextIO, text: str) -> bool:
    try:
        text.encode(stream.encoding or "utf-8")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def _wants_colour(screen: bool, colour: str, environment: Mapping[str, str]) -> bool:
    """Flags, then NO_COLOR, FORCE_COLOR and CLICOLOR_FORCE, then CLICOLOR and what the terminal is."""
    if colour != "auto":
        return colour == "always"
    if environment.get("NO_COLOR"):
        return False
    if environment.get("FORCE_COLOR") or environment.get("CLICOLOR_FORCE", "0") != "0":
        return True
    return screen and environment.get("TERM") != "dumb" and environment.get("CLICOLOR") != "0"


def cells(text: str) -> int:
    """The width of a text on a terminal; colours have none."""
    if text.isascii() and "\x1b" not in text:
        return len(text)
    from wcwidth import wcswidth

    return max(wcswidth(_ESCAPE.sub("", text)), 0)


def cut_left(text: str, width: int) -> str:
    """The end of a text, at most so many cells of it, with ``…`` where more stood before; no letter loses its marks."""
    if cells(text) <= width:
        return text
    kept = _fitting([*_letters(text)][::-1], width - 1)
    return "…" + "".join(reversed(kept))


def cut_right(text: str, width: int) -> str:
    """The beginning of a text, at most so many cells of it, with ``…`` where more stands behind; likewise."""
    if cells(text) <= width:
        return text
    return "".join(_fitting([*_letters(text)], width - 1)) + "…"


def _letters(text: str) -> Iterator[str]:
    """The letters of a text, each with the marks that stand on it."""
    letter = ""
    for mark in text:
        if letter and not unicodedata.combining(mark):
            yield letter
            letter = ""
        letter += mark
    if letter:
        yield letter


def _fitting(letters: list[str], width: int) -> list[str]:
    """As many of the letters as so many cells hold."""
    kept: list[str] = []
    for letter in letters:
        width -= cells(letter)
        if width < 0:
            break
        kept.append(letter)
    return kept


def wrapped(text: str, width: int, indent: str = "") -> Iterator[str]:
    """A text in lines of at most ``width`` cells, broken at spaces; colours may run over a break."""
    line: list[str] = []
    room = width
    for word in text.split(" "):
        size = cells(word)
        if line and size + 1 > room:
            yield indent + " ".join(line)
            line, room = [], width
        room -= size + bool(line)
        if line or word:
            line.append(word)
    if line:
        yield indent + " ".join(line)


def show(lines: Iterable[str], terminal: Terminal, *, pager: bool) -> None:
    """Writes lines to standard output, through a pager where a person's screen may be too short for them."""
    less = shutil.which("less") if pager and terminal.can_page else None
    if less is None:
        for line in lines:
            sys.stdout.write(line + "\n")
        return
    import subprocess

    environment = {**os.environ, "LESSCHARSET": "utf-8"}
    with subprocess.Popen([less, "-FIRX"], stdin=subprocess.PIPE, env=environment, encoding="utf-8") as process:
        assert process.stdin is not None
        try:
            for line in lines:
                process.stdin.write(line + "\n")
            process.stdin.close()
        except BrokenPipeError:  # the reader has seen enough
            pass
