"""A file's bytes, decompressed by its last suffix."""

from __future__ import annotations

import gzip
import io
import lzma
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast

from corpus.errors import BrokenArchiveError, UnopenedPageError


def _open_plain(path: str) -> BinaryIO:
    return Path(path).open("rb")


def _open_gzip(path: str) -> BinaryIO:
    return cast(BinaryIO, gzip.open(path, "rb"))


def _open_xz(path: str) -> BinaryIO:
    return cast(BinaryIO, lzma.open(path, "rb"))


def _open_zstandard(path: str) -> BinaryIO:
    import zstandard  # only where an archive asks for it

    return io.BufferedReader(zstandard.open(path, "rb"), 1 << 20)


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
        raise BrokenArchiveError(reason=error) from error
    except OSError as error:
        raise UnopenedPageError(reason=error.strerror or str(error)) from error
    except Exception as error:
        if type(error).__module__.startswith("zstandard"):  # its error class is not to be had without importing it
            raise BrokenArchiveError(reason=error) from error
        raise
