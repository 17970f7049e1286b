"""A file of named arrays, version 1.

    b"timbao arrays 1\\n"
    the arrays end to end, each from an offset that eight divides, in the machine's order of little-endian numbers
    the directory: JSON, {"arrays": {name: [type, [length, …], offset, CRC-32], …}, "facts": {name: number, …}}
    its length and its CRC-32, as unsigned 32-bit little-endian numbers

A reader maps the file and looks at what it needs; what is checked at opening is the directory, and that the file is as
long as it says. ``damaged`` reads every byte.
"""

from __future__ import annotations

import json
import mmap
import os
import struct
import zlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

MAGIC = b"timbao arrays 1\n"
_TRAILER = struct.Struct("<II")
_ALIGNMENT = 8
_KINDS = frozenset(("|b1", "|u1", "<u2", "<u4", "<u8", "|i1", "<i2", "<i4", "<i8"))
"""The types that an array may be of: numbers, and nothing whose bytes mean a place in memory."""

Array = NDArray[Any]


class ArrayFileWriter:
    """Writes a new file, an array at a time; what was not finished with ``close`` does not read."""

    def __init__(self, path: Path) -> None:
        self._file = open(path, "xb")  # noqa: SIM115
        self._file.write(MAGIC)
        self._arrays: dict[str, tuple[str, tuple[int, ...], int, int]] = {}
        self._facts: dict[str, int] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: object, trace: TracebackType | None) -> None:
        if kind is None:
            self.close()
        else:
            self._file.close()

    def add(self, name: str, array: Array) -> None:
        """Writes an array under a name of its own. Raises ``ValueError`` for a name that was used."""
        self.add_parts(name, (array,))

    def add_parts(self, name: str, parts: Sequence[Array]) -> None:
        """Writes some arrays of one type end to end as one; an array of several dimensions is a part by itself."""
        if name in self._arrays:
            raise ValueError(f"two arrays {name}")
        self._file.write(bytes(-self._file.tell() % _ALIGNMENT))
        offset = self._file.tell()
        checksum = 0
        for part in parts:
            content = np.ascontiguousarray(part)
            data = content.view(np.uint8).data if content.size else b""
            self._file.write(data)
            checksum = zlib.crc32(data, checksum)
        shape = parts[0].shape if len(parts) == 1 else (sum(map(len, parts)),)
        self._arrays[name] = parts[0].dtype.str, shape, offset, checksum

    def fact(self, name: str, value: int) -> None:
        """Writes a number under a name of its own."""
        self._facts[name] = int(value)

    def close(self) -> None:
        """Writes the directory, and returns when everything is on the disk."""
        directory = json.dumps({"arrays": self._arrays, "facts": self._facts}).encode()
        self._file.write(directory + _TRAILER.pack(len(directory), zlib.crc32(directory)))
        self._file.flush()
        os.fsync(self._file.fileno())
        self._file.close()


class ArrayFile:
    """A file of arrays, mapped. Raises ``ValueError`` for one that was cut short or whose directory is damaged.

    The arrays stay as they are when the file is removed, for as long as something holds them.
    """

    def __init__(self, path: Path) -> None:
        with open(path, "rb") as file:
            size = os.fstat(file.fileno()).st_size
            if size < len(MAGIC) + _TRAILER.size:
                raise ValueError(f"{path.name}: cut short")
            self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        end = size - _TRAILER.size
        length, checksum = _TRAILER.unpack_from(self._map, end)
        directory = self._map[max(end - length, 0) : end]
        if self._map[: len(MAGIC)] != MAGIC or not directory or zlib.crc32(directory) != checksum:
            raise ValueError(f"{path.name}: cut short or damaged")
        content = json.loads(directory)
        self._arrays: Mapping[str, tuple[str, list[int], int, int]] = content["arrays"]
        self._seen: dict[str, Array] = {}
        self.facts: Mapping[str, int] = content["facts"]

    def __getitem__(self, name: str) -> Array:
        """The array under a name, read-only. Raises ``KeyError``, and ``ValueError`` where the file cannot hold it."""
        found = self._seen.get(name)
        if found is None:
            kind, shape, offset, _ = self._arrays[name]
            if kind not in _KINDS or min(shape, default=0) < 0:
                raise ValueError(f"{name}: an array of {kind}, {shape}")
            try:
                found = self._seen[name] = np.ndarray(shape, kind, self._map, offset)
            except (TypeError, ValueError, OverflowError) as error:
                raise ValueError(f"{name}: {error}") from error
        return found

    def sizes(self) -> dict[str, int]:
        """The bytes of each array."""
        return {name: self[name].nbytes for name in self._arrays}

    def damaged(self) -> Iterator[str]:
        """The names of the arrays whose bytes are not those that were written."""
        for name, (_, _, _, checksum) in self._arrays.items():
            try:
                array = self[name]
            except ValueError:
                yield name
                continue
            if zlib.crc32(array.view(np.uint8).data if array.size else b"") != checksum:
                yield name


def smallest(numbers: Array) -> Array:
    """Numbers from 0 on in the smallest type of 8, 16 or 32 bits that holds them all.

    Raises ``OverflowError`` where none does.
    """
    highest = int(numbers.max(initial=0))
    for kind in (np.uint8, np.uint16, np.uint32):
        if highest <= np.iinfo(kind).max:
            return numbers.astype(kind)
    raise OverflowError(f"{highest} in an array of 32 bits")
