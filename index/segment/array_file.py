"""A file of named arrays, version 2.

    b"timbao arrays 2\n"
    the arrays end to end, each from an offset that eight divides, in the machine's order of little-endian numbers
    the CRC-32 of each block of each array (``pieces.py``), array after array, as unsigned 32-bit little-endian numbers
    the directory: JSON, {"arrays": {name: [type, [length, …], offset, number of its first block], …},
                          "facts": {name: number, …}, "checksums": [their bytes, their CRC-32]}
    its length and its CRC-32, as unsigned 32-bit little-endian numbers

A reader maps the file and looks at what it needs. The directory and the checksums are checked at opening, an array, or
a piece of one, when it is first looked at, so nothing is ever given that is not as it was written. ``damaged`` reads
every byte.
"""

from __future__ import annotations

import json
import mmap
import os
import struct
import sys
import weakref
import zlib
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Self

import numpy as np

from index.segment.pieces import BLOCK, Pieces, blocks
from index.segment.tokens import Array

MAGIC = b"timbao arrays 2\n"
_TRAILER = struct.Struct("<II")
_ALIGNMENT = 8
_KINDS = frozenset(("|b1", "|u1", "<u2", "<u4", "<u8", "|i1", "<i2", "<i4", "<i8"))
"""The types that an array may be of: numbers, and nothing whose bytes mean a place in memory."""


class ArrayFileWriter:
    """Writes a new file, an array at a time; what was not finished with ``close`` does not read."""

    def __init__(self, path: Path) -> None:
        self._file = open(path, "xb")  # noqa: SIM115
        self.path = path
        self._file.write(MAGIC)
        self._arrays: dict[str, tuple[str, tuple[int, ...], int, int]] = {}
        self._facts: dict[str, int] = {}
        self._checksums: list[int] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: object, trace: TracebackType | None) -> None:
        with self._file:
            if kind is None:
                self.close()

    def add(self, name: str, array: Array) -> None:
        """Writes an array under a name of its own. Raises ``ValueError`` for a name that was used."""
        self.add_parts(name, (array,))

    def add_parts(self, name: str, parts: Iterable[Array]) -> None:
        """Writes some arrays of one type end to end as one; an array of several dimensions is a part by itself.

        Each is asked for when the one before it is written. Without any there are no bytes.
        """
        if name in self._arrays:
            raise ValueError(f"two arrays {name}")
        self._file.write(bytes(-self._file.tell() % _ALIGNMENT))
        offset, first = self._file.tell(), len(self._checksums)
        size = checksum = length = 0
        kind, shape = np.dtype(np.uint8).str, (0,)
        for number, part in enumerate(parts):
            length += len(part)
            kind, shape = part.dtype.str, (length,) if number else part.shape
            content = np.ascontiguousarray(part)
            data = content.view(np.uint8).data.cast("B") if content.size else memoryview(b"")
            self._file.write(data)
            while data:
                here = data[: BLOCK - size % BLOCK]
                checksum = zlib.crc32(here, checksum)
                size += len(here)
                data = data[len(here) :]
                if not size % BLOCK:
                    self._checksums.append(checksum)
                    checksum = 0
        if size % BLOCK:
            self._checksums.append(checksum)
        self._arrays[name] = kind, shape, offset, first

    def fact(self, name: str, value: int) -> None:
        """Writes a number under a name of its own."""
        self._facts[name] = int(value)

    def close(self) -> None:
        """Writes the directory, and returns when everything is on the disk."""
        checksums = struct.pack(f"<{len(self._checksums)}I", *self._checksums)
        content = {"arrays": self._arrays, "facts": self._facts, "checksums": [len(checksums), zlib.crc32(checksums)]}
        directory = json.dumps(content).encode()
        self._file.write(checksums + directory + _TRAILER.pack(len(directory), zlib.crc32(directory)))
        self._file.flush()
        os.fsync(self._file.fileno())
        self._file.close()


class ArrayFile:
    """A file of arrays, mapped. Raises ``ValueError`` for one that was cut short or whose directory is damaged.

    Whatever is looked at is compared with its checksums first, unless it is given ``as_it_is``; what differs raises
    ``ValueError``, and what cannot be read ``OSError``. Arrays stay as they are when the file is removed, for as long
    as something holds them.
    """

    def __init__(self, path: Path, *, as_it_is: bool = False) -> None:
        self._name, self._as_it_is = path.name, as_it_is
        self._descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
        weakref.finalize(self, os.close, self._descriptor)
        size = os.fstat(self._descriptor).st_size
        if size < len(MAGIC) + _TRAILER.size:
            raise ValueError(f"{path.name}: cut short")
        self._map = mmap.mmap(self._descriptor, 0, access=mmap.ACCESS_READ)
        end = size - _TRAILER.size
        length, checksum = _TRAILER.unpack(self._read(end, _TRAILER.size))
        begin = max(end - length, 0)
        directory = self._read(begin, end - begin)
        if self._read(0, len(MAGIC)) != MAGIC or not directory or zlib.crc32(directory) != checksum:
            raise ValueError(f"{path.name}: cut short or damaged")
        content = json.loads(directory)
        length, checksum = content["checksums"]
        self._end = begin - length
        checksums = self._read(self._end, length)
        if zlib.crc32(checksums) != checksum:
            raise ValueError(f"{path.name}: the checksums are not as they were written")
        self._checksums: Array = np.frombuffer(checksums, "<u4")
        self._arrays: Mapping[str, tuple[str, list[int], int, int]] = content["arrays"]
        self._seen: dict[str, Pieces] = {}
        self.facts: Mapping[str, int] = content["facts"]

    def __getitem__(self, name: str) -> Array:
        """The array under a name, read-only. Raises ``KeyError``, and ``ValueError`` where the file cannot hold it."""
        return self.pieces(name).whole().reshape(self._arrays[name][1])

    def pieces(self, name: str) -> Pieces:
        """The array under a name, to be looked at in pieces, one of several dimensions row behind row.

        Raises as above, and each piece does where it is damaged.
        For arrays of which a search looks at little; to check all of one takes half a millisecond a megabyte.
        """
        found = self._seen.get(name)
        if found is None:
            array = self._array(name)
            check = None if self._as_it_is else partial(self._check, name, array.nbytes)
            found = self._seen[name] = Pieces(array.reshape(-1), check)
        return found

    def forget(self) -> None:
        """Gives up the memory of what was looked at, where the system can: it is read again when it is looked at."""
        if hasattr(mmap, "MADV_DONTNEED"):
            self._map.madvise(mmap.MADV_DONTNEED)

    def sizes(self) -> dict[str, int]:
        """The bytes of each array."""
        return {name: self._array(name).nbytes for name in self._arrays}

    def damaged(self) -> Iterator[str]:
        """The names of the arrays whose bytes are not those that were written."""
        for name in self._arrays:
            try:
                size = self._array(name).nbytes
                for block in range(blocks(size)):
                    self._check(name, size, block)
            except ValueError:
                yield name

    def has_gaps(self) -> bool:
        """Whether there is anything between the arrays but the zeros that bring the next one to its place."""
        behind = len(MAGIC)
        for offset, size in sorted((self._arrays[name][2], size) for name, size in self.sizes().items()):
            if offset - behind >= _ALIGNMENT or any(self._map[behind:offset]):
                return True
            behind = offset + size
        return behind != self._end

    def _array(self, name: str) -> Array:
        kind, shape, offset, _ = self._arrays[name]
        try:
            if kind not in _KINDS or min(shape, default=0) < 0:
                raise ValueError(f"{kind}, {shape}")
            return np.ndarray(shape, kind, self._map, offset)
        except (TypeError, ValueError, OverflowError) as error:
            raise ValueError(f"{self._name}: the array {name} cannot be one: {error}") from error

    def _check(self, name: str, size: int, block: int) -> None:
        """Raises ``ValueError`` where a block of an array of so many bytes is not as it was written."""
        _, _, offset, first = self._arrays[name]
        begin = block * BLOCK
        content = self._read(offset + begin, min(size - begin, BLOCK))
        if not 0 <= first + block < len(self._checksums) or zlib.crc32(content) != self._checksums[first + block]:
            raise ValueError(f"{self._name}: the array {name} is not as it was written")

    def _read(self, offset: int, size: int) -> bytes:
        """So many bytes of the file, read; where the system cannot read at an offset, as the map has them."""
        if sys.platform == "win32":
            return self._map[offset : offset + size]
        return os.pread(self._descriptor, size, offset)


def smallest(numbers: Array) -> Array:
    """Numbers from 0 on in the smallest type of 8, 16 or 32 bits that holds them all.

    Raises ``OverflowError`` where none does.
    """
    highest = int(numbers.max(initial=0))
    for kind in (np.uint8, np.uint16, np.uint32):
        if highest <= np.iinfo(kind).max:
            return numbers.astype(kind)
    raise OverflowError(f"{highest} in an array of 32 bits")
