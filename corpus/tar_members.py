"""Tar archives, read from their first block to their last as a stream, with no list of what is in them.

The standard library's reader keeps every header and reads extended ones whole, whatever size they claim, so that an
archive can be made to fill the memory. Layout: a block of 512 bytes for each member, its content filled up to whole
blocks, two blocks of zeros at the end. A path too long for the block stands before it, in a member of its own.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from functools import partial

from corpus.errors import BrokenArchiveError, NotAFileError
from corpus.members import Member, Stretch, buffered, exactly, member

_BLOCK = 512
_LONGEST_NOTE = 1 << 20
"""Bytes of an extended header; a longer one is no header."""

_PLAIN = (b"0", b"\0", b"7")
_FOLDER = b"5"
_SPARSE = b"S"
_WITHOUT_CONTENT = (b"1", b"2", b"3", b"4", _FOLDER, b"6")
_LONG_NAME, _LONG_LINK, _NOTE, _NOTE_FOR_ALL = b"L", b"K", b"x", b"g"
_LARGEST = 1 << 62


def tar_members(stream: io.BufferedReader) -> Iterator[Member]:
    """The members of a tar archive in their order, but for folders.

    Raises ``BrokenArchiveError`` where it is damaged or ends without its end mark.
    """
    name, size, is_sparse = None, None, False  # what was said ahead of the next member
    while True:
        block = exactly(stream, _BLOCK)
        if not block.strip(b"\0"):
            return
        _check(block)
        kind = block[156:157]
        length = _number(block[124:136])
        if kind in (_LONG_NAME, _LONG_LINK, _NOTE, _NOTE_FOR_ALL):
            note = _read_note(stream, length)
            if kind == _LONG_NAME:
                name = note.rstrip(b"\0")
            elif kind == _NOTE:
                said = _said(note)
                name = said.get(b"path", name)
                size = _whole(said[b"size"]) if b"size" in said else size
                is_sparse = any(key.startswith(b"GNU.sparse.") for key in said)
            continue
        name = name or _name(block)
        length = length if size is None else size
        goes_on = kind == _SPARSE and block[482]
        while goes_on:  # more blocks that say where the holes are
            goes_on = exactly(stream, _BLOCK)[504]
        is_folder = kind == _FOLDER or (kind in _PLAIN and name.endswith(b"/"))
        stretch = Stretch(stream, 0 if kind in _WITHOUT_CONTENT else length)
        if not is_folder:
            fault = None if kind in _PLAIN and not is_sparse else NotAFileError()
            yield member(name, length, partial(buffered, stretch), fault)
        _skip(stream, stretch.left + (0 if kind in _WITHOUT_CONTENT else -length % _BLOCK))
        name, size, is_sparse = None, None, False


def _check(block: bytes) -> None:
    """Holds a header against its checksum, in which old archives took the bytes for signed ones."""
    stated = _number(block[148:156])
    others = block[:148] + b" " * 8 + block[156:]
    if stated != sum(others) and stated != sum(memoryview(others).cast("b")):
        raise BrokenArchiveError(reason="a header of it is damaged, or it is no tar archive")


def _number(field: bytes) -> int:
    """A number in octal digits, or where it is too large for them in bytes behind a mark."""
    if field[0] == 0x80:
        return _sane(int.from_bytes(field[1:], "big"))
    digits = field.strip(b" \0")
    try:
        return _sane(int(digits, 8)) if digits else 0
    except ValueError:
        raise BrokenArchiveError(reason="a header of it is damaged, or it is no tar archive") from None


def _whole(digits: bytes) -> int:
    if not digits.isdigit() or len(digits) > 20:
        raise BrokenArchiveError(reason="a header of it is damaged")
    return _sane(int(digits))


def _sane(number: int) -> int:
    if not 0 <= number < _LARGEST:
        raise BrokenArchiveError(reason="a header of it is damaged")
    return number


def _name(block: bytes) -> bytes:
    name = block[:100].split(b"\0", 1)[0]
    prefix = block[345:500].split(b"\0", 1)[0] if block[257:263] == b"ustar\0" else b""
    return prefix + b"/" + name if prefix else name


def _read_note(stream: io.BufferedReader, length: int) -> bytes:
    if length > _LONGEST_NOTE:
        raise BrokenArchiveError(reason="a header of it is larger than any can be")
    note = exactly(stream, length)
    exactly(stream, -length % _BLOCK)
    return note


def _said(note: bytes) -> dict[bytes, bytes]:
    """The keys and values of an extended header: each ``length key=value`` and a line feed, the length that of all."""
    said = {}
    at = 0
    while at < len(note) and note[at]:
        digits = note[at : at + 20].partition(b" ")[0]
        end = at + _whole(digits)
        begin = at + len(digits) + 1
        key, equals, value = note[begin : end - 1].partition(b"=")
        if not equals or not begin < end <= len(note):
            raise BrokenArchiveError(reason="a header of it is damaged")
        said[key] = value
        at = end
    return said


def _skip(stream: io.BufferedReader, size: int) -> None:
    """Goes on by so many bytes. Raises ``BrokenArchiveError`` where there are fewer, and that is to be seen."""
    if stream.seekable():
        stream.seek(size, io.SEEK_CUR)
        return
    while size:
        piece = stream.read1(min(size, 1 << 20))
        if not piece:
            raise BrokenArchiveError(reason="it is cut short")
        size -= len(piece)
