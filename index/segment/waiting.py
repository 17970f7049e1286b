"""What is to come into the file of a segment waits here for its turn: in memory for as long as it is little.

More of it stands in a temporary file in the folder of the segment. It has no name there, or for a moment where a system
has none but named ones, and then one by which the next commit removes what a process left that was killed.
"""

from __future__ import annotations

import weakref
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import numpy as np

from index.segment.tokens import Array

_IN_MEMORY = 1 << 22
"""Bytes up to which there is no file."""

_READ_AT_ONCE = 1 << 20

Number = TypeVar("Number", bound=np.generic)


class Waiting:
    """Bytes that wait, one behind the other, to be read at any place."""

    def __init__(self, path: Path) -> None:
        """For the file of a segment."""
        from tempfile import SpooledTemporaryFile  # which a search has no use for

        self._file = SpooledTemporaryFile(  # noqa: SIM115
            _IN_MEMORY, "w+b", buffering=0, suffix=".new", prefix=f"{path.stem}-", dir=str(path.parent)
        )
        weakref.finalize(self, self._file.close)
        self.size = 0

    def add(self, content: Array) -> int:
        """Takes the bytes of some numbers, and tells where they begin."""
        begin = self.size
        self._file.seek(begin)
        left = content.data.cast("B") if content.size else b""
        while left:
            left = left[self._file.write(left) :]
        self.size += content.nbytes
        return begin

    def read(self, begin: int, into: Array) -> None:
        """Reads numbers that begin at some byte."""
        self._file.seek(begin)
        self._file.readinto(into.data)

    def between(self, begin: int, end: int) -> Iterator[Array]:
        """The bytes ``[begin, end)``, some at a time."""
        for at in range(begin, end, _READ_AT_ONCE):
            found = np.empty(min(_READ_AT_ONCE, end - at), np.uint8)
            self.read(at, found)
            yield found
