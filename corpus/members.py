"""What an archive holds, whatever its kind: its members, one at a time."""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from corpus.errors import BrokenArchiveError, CorpusError, UnsafeNameError

LONGEST_NAME = 4096
"""Bytes of a member's path; the longest that a file's can have on most systems."""

_APART = re.compile(r"[/\\]")


@dataclass(frozen=True, slots=True)
class Member:
    """A file in an archive: its path there, ``size`` in bytes, and how to read it, which can be done once and before
    the next member is asked for. ``fault``, where there is one, says why it must not be."""

    name: str
    size: int
    open: Callable[[], io.BufferedReader]
    fault: CorpusError | None = None


def member(name: bytes, size: int, opener: Callable[[], io.BufferedReader], fault: CorpusError | None = None) -> Member:
    """A member whose path is these bytes; a path that leads out of the archive is a fault."""
    shown = _shown(name)
    if shown.startswith("/") or re.match(r"\\|[A-Za-z]:", shown) or ".." in _APART.split(shown) or b"\0" in name:
        fault = UnsafeNameError()
    steps = [step for step in shown.split("/") if step not in ("", ".")]
    return Member("/".join(steps), size, opener, fault)


def is_hidden(name: str) -> bool:
    """Whether a path is one that a walk through folders would not enter, or the shadow that macOS puts beside one."""
    return any(step.startswith(".") or step == "__MACOSX" for step in _APART.split(name) if step not in (".", ".."))


def _shown(name: bytes) -> str:
    """A path as text to be stored, shown and typed.

    One that is not UTF-8 is read by the code page that zip began with, in which every byte is a character, and where
    marks would steer a terminal, a digest tells two paths apart that look alike.
    """
    try:
        text = name.decode("utf-8")
    except UnicodeDecodeError:
        text = name.decode("cp437")
    if text.isprintable() and len(name) <= LONGEST_NAME:
        return text
    text = "".join(mark if mark.isprintable() else "\ufffd" for mark in text)
    own = hashlib.blake2b(name, digest_size=4).hexdigest()
    stem, point, suffix = text[: LONGEST_NAME // 4].rpartition(".")
    return f"{stem}~{own}.{suffix}" if point and "/" not in suffix else f"{stem}{point}{suffix}~{own}"


class Stretch(io.RawIOBase):
    """The next so many bytes of a stream. Raises ``BrokenArchiveError`` where it ends before them."""

    def __init__(self, stream: io.BufferedReader, size: int) -> None:
        self._stream = stream
        self.left = size

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any, /) -> int:
        piece = self._stream.read1(min(len(buffer), self.left)) if self.left else b""
        if self.left and not piece:
            raise BrokenArchiveError(reason="it is cut short")
        buffer[: len(piece)] = piece
        self.left -= len(piece)
        return len(piece)


def buffered(raw: io.RawIOBase) -> io.BufferedReader:
    """The same bytes, in a stream that can be looked into."""
    return io.BufferedReader(raw, 1 << 16)


def exactly(stream: io.BufferedReader, size: int) -> bytes:
    """The next so many bytes. Raises ``BrokenArchiveError`` where there are fewer."""
    content = stream.read(size)
    if len(content) < size:
        raise BrokenArchiveError(reason="it is cut short")
    return content
