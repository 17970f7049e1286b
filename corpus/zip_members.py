"""Zip archives, member by member, with no list of them in memory.

The standard library's reader makes an object of a kilobyte for each member, and follows a directory that lies. Layout:
each member is a header and its packed content; behind them all stands the directory, with an entry for each, and
behind that a record that says where the directory is. Without that record, which a download that broke off has lost,
the members are read from the front.
"""

from __future__ import annotations

import io
import re
import struct
import zlib
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice
from stat import S_IFMT, S_ISREG
from typing import Any

from corpus.errors import BrokenArchiveError, CorpusError, EncryptedMemberError, NotAFileError, PackingError
from corpus.members import Member, Stretch, buffered, exactly, member
from corpus.unpack import DEFLATE, Meter, Unpacked

_END = struct.Struct("<4s4H2LH")
_LONG_END = struct.Struct("<4sQ2H2L4Q")
_LONG_END_PLACE = struct.Struct("<4sLQL")
_ENTRY = struct.Struct("<4s6H3L5H2L")
_HEADER = struct.Struct("<4s5H3L2H")
_LONGEST_COMMENT = 0xFFFF
_LONGEST_SIZES = 24
_LARGEST = 1 << 62
_PIECE = 1 << 20

_ENCRYPTED, _SIZES_BEHIND = 0x1, 0x8
_STORED = 0
_PACKINGS = {8: DEFLATE, 12: ".bz2", 93: ".zst", 95: ".xz"}


@dataclass(frozen=True, slots=True)
class _Entry:
    """What the directory, or a member's header, says of a member: ``packed`` and ``size`` are bytes."""

    name: bytes
    flags: int
    method: int
    crc: int
    packed: int
    size: int
    mode: int
    offset: int


def zip_members(stream: io.BufferedReader, meter: Meter) -> Iterator[Member]:
    """The members of a zip archive in the order of its directory, but for folders; the stream must be able to seek.

    What they unpack to is counted by ``meter``. Raises ``BrokenArchiveError`` where it is damaged, also when what
    stands before the damage has been given.
    """
    place = _find_directory(stream)
    if place is None:
        yield from _from_the_front(stream, meter)
        return
    _check_places(_entries(stream, *place), place[0])
    for entry in _entries(stream, *place):
        if not entry.name.endswith(b"/"):
            yield member(entry.name, entry.size, partial(_open, stream, entry, meter), _fault(entry))


def _find_directory(stream: io.BufferedReader) -> tuple[int, int, int] | None:
    """Where the directory begins and ends, and how far all offsets in it are off; ``None`` where there is none."""
    length = stream.seek(0, io.SEEK_END)
    start = stream.seek(max(0, length - _END.size - _LONGEST_COMMENT))
    tail = stream.read(length - start)
    at = tail.rfind(b"PK\5\6")
    if at < 0 or at + _END.size > len(tail):
        return None
    _, disk, first_disk, _, _, size, offset, _ = _END.unpack_from(tail, at)
    end = start + at
    place = at - _LONG_END_PLACE.size
    if place >= 0 and tail.startswith(b"PK\6\7", place):
        end -= _LONG_END_PLACE.size + _LONG_END.size
        stream.seek(max(end, 0))
        _, _, _, _, disk, first_disk, _, _, size, offset = _LONG_END.unpack(exactly(stream, _LONG_END.size))
    begin = end - size
    if disk or first_disk or begin < offset:
        raise BrokenArchiveError(reason="its directory is not where it says")
    return begin, end, begin - offset


def _entries(stream: io.BufferedReader, at: int, end: int, shift: int) -> Iterator[_Entry]:
    """What stands in the directory; between two entries the stream may be led elsewhere."""
    piece = b""
    start = 0
    while at < end or start < len(piece):
        if len(piece) - start < _ENTRY.size + 3 * 0xFFFF and at < end:
            stream.seek(at)
            piece = piece[start:] + exactly(stream, min(_PIECE, end - at))
            at = stream.tell()
            start = 0
        if len(piece) - start < _ENTRY.size or not piece.startswith(b"PK\1\2", start):
            raise BrokenArchiveError(reason="its directory is damaged")
        fields = _ENTRY.unpack_from(piece, start)
        _, _, _, flags, method, _, _, crc, packed, size, name, extra, comment, _, _, attributes, offset = fields
        behind = start + _ENTRY.size + name
        start = behind + extra + comment
        if start > len(piece):
            raise BrokenArchiveError(reason="its directory is damaged")
        size, packed, offset = _long(piece[behind : behind + extra], size, packed, offset)
        mode = attributes >> 16
        yield _Entry(piece[behind - name : behind], flags, method, crc, packed, size, mode, offset + shift)


def _long(extra: bytes, *numbers: int) -> Iterator[int]:
    """The numbers, those that are too large for their fields from where such ones are kept."""
    at = 0
    while at + 4 <= len(extra) and extra[at : at + 2] != b"\1\0":
        at += 4 + int.from_bytes(extra[at + 2 : at + 4], "little")
    at += 4
    for number in numbers:
        if number == 0xFFFFFFFF and at + 8 <= len(extra):
            number = int.from_bytes(extra[at : at + 8], "little")
            at += 8
        if number > _LARGEST:
            raise BrokenArchiveError(reason="a member claims more bytes than there can be")
        yield number


def _check_places(entries: Iterator[_Entry], end: int) -> None:
    """Sees that no two members lie over one another: as a small archive, that would unpack to one without end."""
    starts, ends = array("Q"), array("Q")
    for entry in entries:
        if (behind := entry.offset + _HEADER.size + len(entry.name) + entry.packed) > end:
            raise BrokenArchiveError(reason="its directory is not where it says")
        starts.append(entry.offset)
        ends.append(behind)
    if _collide(starts, ends) and _collide(sorted(starts), sorted(ends)):
        raise BrokenArchiveError(reason="its members lie over one another")


def _collide(starts: Sequence[int], ends: Sequence[int]) -> bool:
    """Whether of some stretches in order any begins before the one ahead of it has ended."""
    return any(start < before for start, before in zip(islice(starts, 1, None), ends, strict=False))


def _fault(entry: _Entry) -> CorpusError | None:
    if S_IFMT(entry.mode) and not S_ISREG(entry.mode):
        return NotAFileError()
    if entry.flags & _ENCRYPTED:
        return EncryptedMemberError()
    if entry.method not in (_STORED, *_PACKINGS):
        return PackingError(method=entry.method)
    return None


def _open(stream: io.BufferedReader, entry: _Entry, meter: Meter) -> io.BufferedReader:
    stream.seek(entry.offset)
    header = _HEADER.unpack(exactly(stream, _HEADER.size))
    name = exactly(stream, header[-2])
    if header[0] != b"PK\3\4" or name != entry.name:
        raise BrokenArchiveError(reason="the directory has another name for it")
    exactly(stream, header[-1])
    return buffered(_Checked(_unpacked(stream, entry.method, entry.packed, meter), entry))


def _unpacked(stream: io.BufferedReader, method: int, packed: int, meter: Meter) -> Stretch | Unpacked:
    """What the next so many bytes hold."""
    stretch = Stretch(stream, packed)
    if method == _STORED:
        return stretch
    return Unpacked(buffered(stretch), _PACKINGS[method], meter, is_one_frame=True)


def _from_the_front(stream: io.BufferedReader, meter: Meter) -> Iterator[Member]:
    """The members up to where the archive breaks off, but for folders. Raises ``BrokenArchiveError`` in the end."""
    end = stream.seek(0, io.SEEK_END)
    at = 0
    while True:
        stream.seek(at)
        header = exactly(stream, _HEADER.size)
        mark, _, flags, method, _, _, crc, packed, size, name_size, extra_size = _HEADER.unpack(header)
        if mark != b"PK\3\4":
            raise BrokenArchiveError(reason="its directory is missing" if at else "it is no zip archive")
        name = exactly(stream, name_size)
        size, packed = _long(exactly(stream, extra_size), size, packed)
        begin = stream.tell()
        entry = _Entry(name, flags, method, crc, packed, size, 0, at)
        fault = _fault(entry)
        if not flags & _SIZES_BEHIND or packed:
            yield member(name, size, partial(_open, stream, entry, meter), fault)
            at = begin + packed
            continue
        content = None if fault else _unpacked(stream, method, end - begin, meter)
        if not isinstance(content, Unpacked):
            raise BrokenArchiveError(reason="its directory is missing, and a member does not say where it ends")
        yield member(name, size, partial(buffered, _Checked(content, None)))
        while content.read(_PIECE):
            pass
        at = _behind_sizes(stream, begin + content.consumed)


def _behind_sizes(stream: io.BufferedReader, at: int) -> int:
    """Where the next header begins, behind what is said of sizes after a member."""
    stream.seek(at)
    found = re.search(b"PK(?:\3\4|\1\2)", stream.read(_LONGEST_SIZES + 4))
    if found is None:
        raise BrokenArchiveError(reason="it is cut short")
    return at + found.start()


class _Checked(io.RawIOBase):
    """A member's bytes, held against the size and the sum of its entry, where there is one."""

    def __init__(self, content: io.RawIOBase, entry: _Entry | None) -> None:
        self._content = content
        self._entry = entry
        self._size = 0
        self._sum = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any, /) -> int:
        count = self._content.readinto(buffer) or 0
        if self._entry is not None:
            self._size += count
            self._sum = zlib.crc32(buffer[:count], self._sum)
            is_end = count == 0 and len(buffer) > 0
            is_other = is_end and (self._size, self._sum) != (self._entry.size, self._entry.crc)
            if self._size > self._entry.size or is_other:
                raise BrokenArchiveError(reason="it is not what the directory says")
        return count
