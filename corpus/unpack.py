"""A file's bytes, decompressed by its last suffix."""

from __future__ import annotations

import gzip
import io
import lzma
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, cast

from corpus.errors import BrokenArchiveError, UnopenedPageError

if TYPE_CHECKING:
    from zstandard import ZstdDecompressor

_PIECE = 1 << 11
"""Packed bytes that are unpacked at a time; a frame made for it holds thirty thousand times as much."""


def _open_plain(path: str) -> BinaryIO:
    return Path(path).open("rb")


def _open_gzip(path: str) -> BinaryIO:
    return cast(BinaryIO, gzip.open(path, "rb"))


def _open_xz(path: str) -> BinaryIO:
    return cast(BinaryIO, lzma.open(path, "rb"))


def _open_zstandard(path: str) -> BinaryIO:
    import zstandard  # only where an archive asks for it

    return io.BufferedReader(_Frames(Path(path).open("rb"), zstandard.ZstdDecompressor()), 1 << 20)


class _Frames(io.RawIOBase):
    """The bytes of a file's zstandard frames. Raises ``EOFError`` where the last one is cut short, which the library's
    own stream passes over in silence."""

    def __init__(self, file: BinaryIO, library: ZstdDecompressor) -> None:
        self._file = file
        self._library = library
        self._frame = library.decompressobj()
        self._begun = False
        self._ready = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        while not self._ready:
            packed = self._frame.unused_data if self._frame.eof else b""
            packed = packed or self._file.read(_PIECE)
            if not packed:
                if self._begun and not self._frame.eof:
                    raise EOFError("the last frame is cut short")
                return 0
            if self._frame.eof:
                self._frame = self._library.decompressobj()
            self._ready = self._frame.decompress(packed)
            self._begun = True
        size = min(len(buffer), len(self._ready))
        buffer[:size] = self._ready[:size]
        self._ready = self._ready[size:]
        return size

    def close(self) -> None:
        self._file.close()
        super().close()


_OPENERS: Mapping[str, Callable[[str], BinaryIO]] = {".gz": _open_gzip, ".xz": _open_xz, ".zst": _open_zstandard}

PACKED_SUFFIXES = tuple(_OPENERS)


def inner_name(path: str) -> str:
    """The name of what a file holds: its own without the suffix of a compressed file."""
    for suffix in PACKED_SUFFIXES:
        if path.lower().endswith(suffix):
            return path[: -len(suffix)]
    return path


@contextmanager
def opened(path: str) -> Iterator[BinaryIO]:
    """A stream of a file's bytes, decompressed.

    Raises ``UnopenedPageError`` where the system refuses, ``BrokenArchiveError`` where compressed bytes are damaged or
    end early; both also from within the block, while the stream is read.
    """
    opener = _OPENERS.get(Path(path).suffix.lower(), _open_plain)
    try:
        with opener(path) as stream:
            yield stream
    except (EOFError, lzma.LZMAError, zlib.error, gzip.BadGzipFile) as error:
        raise BrokenArchiveError(reason=str(error)) from error
    except OSError as error:
        raise UnopenedPageError(reason=error.strerror or str(error)) from error
    except Exception as error:
        if type(error).__module__.startswith("zstandard"):  # its error class is not to be had without importing it
            raise BrokenArchiveError(reason=str(error)) from error
        raise
