"""A file of named arrays, version 1.

    b"timbao arrays 1\\n"
    the arrays end to end, each from an offset that eight divides, in the machine's order of little-endian numbers
    the directory: JSON, {"arrays": {name: [type, [length, …], offset, CRC-32], …}, "facts": {name: number, …}}
    its length and its CRC-32, as unsigned 32-bit little-endian numbers

A reader maps the file and looks at what it needs. The directory is checked at opening, and a small array when it is
first looked at, which takes 0.3 ms a megabyte; a large one only where this is asked for, because a search looks at a
small part of it. ``damaged`` reads every byte.
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

SMALL, ANY_SIZE = 1 << 18, 1 << 62
"""Bytes of the arrays that are checked as a rule, and of those that are where nothing damaged may be copied."""

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
        with self._file:
            if kind is None:
                self.close()

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

    Arrays of up to ``checked`` bytes are compared with their checksums when they are first looked at, which raises
    ``ValueError`` as well. They stay as they are when the file is removed, for as long as something holds them.
    """

    def __init__(self, path: Path, checked: int = SMALL) -> None:
        self._name, self._checked = path.name, checked
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
        self._end = end - length
        content = json.loads(directory)
        self._arrays: Mapping[str, tuple[str, list[int], int, int]] = content["arrays"]
        self._seen: dict[str, Array] = {}
        self.facts: Mapping[str, int] = content["facts"]

    def __getitem__(self, name: str) -> Array:
        """The array under a name, read-only. Raises ``KeyError``, and ``ValueError`` where the file cannot hold it."""
        found = self._seen.get(name)
        if found is None:
            found = self._array(name)
            if found.nbytes <= self._checked and self._is_damaged(name, found):
                raise ValueError(f"{self._name}: the array {name} is not as it was written")
            self._seen[name] = found
        return found

    def sizes(self) -> dict[str, int]:
        """The bytes of each array."""
        return {name: self._array(name).nbytes for name in self._arrays}

    def damaged(self) -> Iterator[str]:
        """The names of the arrays whose bytes are not those that were written."""
        for name in self._arrays:
            try:
                if self._is_damaged(name, self._array(name)):
                    yield name
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

    def _is_damaged(self, name: str, array: Array) -> bool:
        return zlib.crc32(array.view(np.uint8).data if array.size else b"") != self._arrays[name][3]


def smallest(numbers: Array) -> Array:
    """Numbers from 0 on in the smallest type of 8, 16 or 32 bits that holds them all.

    Raises ``OverflowError`` where none does.
    """
    highest = int(numbers.max(initial=0))
    for kind in (np.uint8, np.uint16, np.uint32):
        if highest <= np.iinfo(kind).max:
            return numbers.astype(kind)
    raise OverflowError(f"{highest} in an array of 32 bits")
