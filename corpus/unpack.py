"""A file's bytes, decompressed by its last suffix, and never more of them than a text can pack."""

from __future__ import annotations

import bz2
import errno
import io
import lzma
import os
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, Protocol

from corpus.errors import BombError, BrokenArchiveError, UnopenedPageError
from corpus.file_kinds import PACKED

HARMLESS = 64 << 20
"""Bytes that anything may unpack to, however small it is."""

MOST_TIMES = 1000
"""How many times larger than its packed form anything beyond that may be; pages of one template reach some hundred."""

_MOST_MEMORY = 256 << 20
"""Bytes that unpacking ``.xz`` may take; its strongest usual setting needs 65 MiB."""


class Unpacker(Protocol):
    """One compressed frame, with the ways of ``bz2.BZ2Decompressor``."""

    @property
    def eof(self) -> bool: ...

    @property
    def needs_input(self) -> bool: ...

    @property
    def unused_data(self) -> bytes: ...

    def decompress(self, data: bytes, max_length: int, /) -> bytes: ...


class _Inflate:
    """zlib's frames, those of gzip or bare ones."""

    def __init__(self, window: int) -> None:
        self._frame = zlib.decompressobj(window)

    @property
    def eof(self) -> bool:
        return self._frame.eof

    @property
    def needs_input(self) -> bool:
        return not self._frame.unconsumed_tail

    @property
    def unused_data(self) -> bytes:
        return self._frame.unused_data

    def decompress(self, data: bytes, max_length: int, /) -> bytes:
        return self._frame.decompress(self._frame.unconsumed_tail + data, max_length)


class _Zstandard:
    """Frames of zstandard. What a piece unpacks to cannot be bounded here, so the pieces are small: see ``_PIECES``."""

    needs_input = True

    def __init__(self) -> None:
        import zstandard  # only where a file asks for it

        self._frame = zstandard.ZstdDecompressor().decompressobj()
        self._failure = zstandard.ZstdError

    @property
    def eof(self) -> bool:
        return self._frame.eof

    @property
    def unused_data(self) -> bytes:
        return self._frame.unused_data

    def decompress(self, data: bytes, max_length: int, /) -> bytes:
        try:
            return self._frame.decompress(data) if data else b""
        except self._failure as error:
            raise EOFError(str(error)) from error


def _xz() -> Unpacker:
    return lzma.LZMADecompressor(memlimit=_MOST_MEMORY)


DEFLATE = "deflate"
"""How zip packs: as gzip does, without its header."""

_UNPACKERS: Mapping[str, Callable[[], Unpacker]] = {
    ".gz": lambda: _Inflate(zlib.MAX_WBITS | 16),
    ".xz": _xz,
    ".zst": _Zstandard,
    ".bz2": bz2.BZ2Decompressor,
    DEFLATE: lambda: _Inflate(-zlib.MAX_WBITS),
}

_PIECE = 1 << 13
"""Packed bytes that are unpacked at a time."""

_PIECES: Mapping[str, int] = {".zst": 1 << 11}
"""The same where it is another number: a frame of zstandard made for it holds thirty thousand times as much."""

_LOOKED_INTO = 1 << 16
"""Bytes that a stream can show before they are read, so that a reader may tell a file by its beginning."""

_TARS: Mapping[str, str] = {".tgz": ".gz", ".txz": ".xz", ".tzst": ".zst", ".tbz2": ".bz2"}


class Meter:
    """How much comes out of a file of ``packed`` bytes, and out of what is packed in that, all in all."""

    def __init__(self, packed: int) -> None:
        self.packed = packed
        self._count = 0

    def count(self, size: int) -> None:
        """Notes so many bytes more. Raises ``BombError``."""
        self._count += size
        if self._count > max(HARMLESS, MOST_TIMES * self.packed):
            raise BombError(times=MOST_TIMES)


class Unpacked(io.RawIOBase):
    """The bytes of a stream's frames, one behind the other, or of its first one alone.

    They are held against the packed bytes that they took, and counted by the meter of the ``outermost`` file, if any.
    Raises ``BrokenArchiveError`` where they are damaged or end early and ``BombError`` where there is no end of them,
    and from then on at each reading. ``consumed`` counts the packed bytes of the frames that have ended.
    """

    def __init__(
        self, packed: io.BufferedReader, packing: str, outermost: Meter | None = None, *, is_one_frame: bool = False
    ) -> None:
        self._packed = packed
        self._make = _UNPACKERS[packing]
        self._piece = _PIECES.get(packing, _PIECE)
        self._own = Meter(0)
        self._meters = (self._own,) if outermost is None else (self._own, outermost)
        self._is_one_frame = is_one_frame
        self._frame: Unpacker | None = None
        self._taken = 0
        self._ready = memoryview(b"")
        self._waiting = b""
        self._fault: BrokenArchiveError | BombError | None = None
        self.consumed = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any, /) -> int:
        if not self._ready:
            self._ready = memoryview(self._more(len(buffer)))
        size = min(len(buffer), len(self._ready))
        buffer[:size] = self._ready[:size]
        self._ready = self._ready[size:]
        return size

    def _more(self, most: int) -> bytes:
        if self._fault is not None:
            raise self._fault
        try:
            unpacked = self._unpack(most)
            self._own.packed = self._taken
            for meter in self._meters:
                meter.count(len(unpacked))
        except BombError as error:
            self._fault = error
            raise
        except (EOFError, lzma.LZMAError, zlib.error, OSError) as error:
            if isinstance(error, OSError) and error.errno:  # the disk's, not the unpacker's
                raise
            self._fault = BrokenArchiveError(reason=str(error))
            raise self._fault from error
        return unpacked

    def _unpack(self, most: int) -> bytes:
        """Some bytes, or none at the end. Raises what the unpackers raise."""
        while True:
            if self._frame is None and not self._next_frame():
                return b""
            assert self._frame is not None
            data = self._next_piece() if self._frame.needs_input else b""
            is_last = self._frame.needs_input and not data
            unpacked = self._frame.decompress(data, most)
            if self._frame.eof:
                self._waiting = self._frame.unused_data
                self.consumed = self._taken - len(self._waiting)
                self._frame = None
            elif is_last and not unpacked:
                raise EOFError("it is cut short")
            if unpacked:
                return unpacked

    def _next_frame(self) -> bool:
        """Whether another frame begins; zeros between two are padding."""
        if self._is_one_frame and self.consumed:
            return False
        while data := self._next_piece():
            if self.consumed:
                data = data.lstrip(b"\0")
            if data:
                self._waiting = data
                self._frame = self._make()
                return True
        return False

    def _next_piece(self) -> bytes:
        if self._waiting:
            data, self._waiting = self._waiting, b""
            return data
        data = self._packed.read1(self._piece)
        self._taken += len(data)
        return data

    def close(self) -> None:
        self._packed.close()
        super().close()


def inner_name(path: str) -> str:
    """The name of what a file holds: its own without the suffix of a compressed file, ``.tar`` for ``.tgz``."""
    return _parted(path)[0]


def packing_of(path: str) -> str:
    """The suffix that says how a file is compressed, ``.gz`` for ``.tgz``, or nothing."""
    return _parted(path)[1]


def _parted(path: str) -> tuple[str, str]:
    stem, point, last = path.rpartition(".")
    suffix = f"{point}{last}".lower()
    if suffix in _TARS:
        return f"{stem}.tar", _TARS[suffix]
    return (stem, suffix) if suffix in PACKED else (path, "")


def unpacked(packed: io.BufferedReader, packing: str, outermost: Meter | None = None) -> io.BufferedReader:
    """A stream of what another one holds, compressed in the way of a suffix; without one it is the same stream."""
    if not packing:
        return packed
    return io.BufferedReader(Unpacked(packed, packing, outermost), _LOOKED_INTO)


class _AtOnce(io.FileIO):
    """A file that is not waited for. Raises ``OSError`` where it gives nothing yet."""

    def readinto(self, buffer: Any, /) -> int:
        count: int | None = super().readinto(buffer)
        if count is None:
            raise BlockingIOError(errno.EAGAIN, os.strerror(errno.EAGAIN))
        return count


def _open_at_once(path: str, flags: int) -> int:
    """Opens a file without waiting: a pipe may have taken its place since it was found, and some files of the system
    that look plain give nothing until something happens."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


@contextmanager
def opened(path: str) -> Iterator[io.BufferedReader]:
    """A stream of a file's bytes, decompressed.

    Raises ``UnopenedPageError`` where the system refuses, ``BrokenArchiveError`` where compressed bytes are damaged or
    end early, ``BombError`` where they have no end; all of them also from within the block, while the stream is read.
    """
    try:
        file: io.BufferedReader = io.BufferedReader(_AtOnce(path, opener=_open_at_once), _LOOKED_INTO)
        with file, unpacked(file, packing_of(path)) as stream:
            yield stream
    except OSError as error:
        raise UnopenedPageError(reason=error.strerror or str(error)) from error
