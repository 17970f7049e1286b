"""What does a run do to the disk? Every operation on files below a folder, told before it is made, and noted.

The functions that the standard library, pathlib and shutil call in the end are replaced for a while by ones that make
the same call. That nothing goes by another way is shown by ``disk.py``: the operations that were noted, made once more
on a model, give the very files that stand there.
"""

from __future__ import annotations

import builtins
import io
import mmap
import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

CHANGES = frozenset(("create", "empty", "write", "fsync", "rename", "unlink", "mkdir", "rmdir"))
"""The kinds of operations that change a disk, or what of it will last."""


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation: its kind, one of ``CHANGES`` or ``open``, ``read`` or ``map``, and its path below the folder.

    ``data`` and ``offset`` are what is written and where, ``to`` is the new path of what is renamed, ``size`` are the
    bytes that are read at an ``offset``.
    """

    kind: str
    path: str
    to: str = ""
    offset: int = 0
    data: bytes = b""
    size: int = 0

    def __str__(self) -> str:
        return f"{self.kind} {self.path}{' to ' + self.to if self.to else ''}"


class Recorder:
    """Notes the operations below a folder; ``before`` is told of each, and may raise an error in its place."""

    def __init__(self, root: Path, before: Callable[[int, Operation], None] = lambda *_: None) -> None:
        self.root = os.path.realpath(root)
        self.log: list[Operation] = []
        self._before = before
        self._paths: dict[int, str] = {}
        self._real = {
            name: getattr(os, name) for name in ("open", "pread", "fsync", "replace", "unlink", "mkdir", "rmdir")
        }
        self._open_file, self._map = builtins.open, mmap.mmap

    @contextmanager
    def recording(self) -> Iterator[Recorder]:
        """Replaces the functions for as long as the block lasts."""
        patches = [
            (builtins, "open", self._open),
            (io, "open", self._open),
            (mmap, "mmap", self._mmap),
            (os, "open", self._os_open),
            (os, "pread", self._pread),
            (os, "fsync", self._fsync),
            (os, "replace", self._rename),
            (os, "rename", self._rename),
            (os, "unlink", self._unlink),
            (os, "remove", self._unlink),
            (os, "mkdir", self._mkdir),
            (os, "rmdir", self._rmdir),
        ]
        with ExitStack() as replaced:
            for module, name, function in patches:
                replaced.enter_context(patch.object(module, name, function))
            yield self

    def about(self, kind: str, path: str, **details: Any) -> None:
        """Tells of an operation that comes next, and notes it."""
        operation = Operation(kind, path, **details)
        self._before(len(self.log), operation)
        self.log.append(operation)

    def known(self, descriptor: int, path: str) -> None:
        self._paths[descriptor] = path

    def _below(self, path: Any, folder: int | None = None) -> str | None:
        """The path below the folder; ``None`` for one that lies elsewhere."""
        if isinstance(path, int):
            return self._paths.get(path)
        if folder is not None:
            above = self._paths.get(folder)
            return None if above is None else os.path.normpath(os.path.join(above, path))
        full = os.path.abspath(os.fspath(path))
        full = os.path.join(os.path.realpath(os.path.dirname(full)), os.path.basename(full))
        if full == self.root:
            return "."
        return os.path.relpath(full, self.root) if full.startswith(self.root + os.sep) else None

    def _open(self, file: Any, mode: str = "r", *others: Any, **options: Any) -> Any:
        path = None if isinstance(file, int) else self._below(file)
        if path is None:
            return self._open_file(file, mode, *others, **options)
        if mode == "rb":
            self.about("open", path)
            return io.BufferedReader(_Reading(self, os.fspath(file), path))
        if mode not in ("wb", "xb"):
            raise NotImplementedError(f"{path} is opened with {mode}, of which no note is taken")
        self._creating(os.fspath(file), path, empties=mode == "wb", exclusive=mode == "xb")
        return io.BufferedWriter(_Writing(self, os.fspath(file), path, mode))

    def _os_open(self, file: Any, flags: int, mode: int = 0o777, *, dir_fd: int | None = None) -> int:
        path = self._below(file, dir_fd)
        if path is not None:
            if flags & os.O_CREAT:
                self._creating(os.fspath(file), path, empties=bool(flags & os.O_TRUNC), exclusive=False)
            else:
                self.about("open", path)
        descriptor: int = self._real["open"](file, flags, mode, dir_fd=dir_fd)
        self._paths.pop(descriptor, None)
        if path is not None:
            self._paths[descriptor] = path
        return descriptor

    def _creating(self, file: Any, path: str, *, empties: bool, exclusive: bool) -> None:
        if not os.path.lexists(file):
            self.about("create", path)
        elif empties and not exclusive:
            self.about("empty", path)
        else:
            self.about("open", path)

    def _pread(self, descriptor: int, size: int, offset: int) -> bytes:
        path = self._paths.get(descriptor)
        if path is not None:
            self.about("read", path, offset=offset, size=size)
        found: bytes = self._real["pread"](descriptor, size, offset)
        return found

    def _fsync(self, descriptor: int) -> None:
        path = self._paths.get(descriptor)
        if path is not None:
            self.about("fsync", path)
        self._real["fsync"](descriptor)

    def _rename(self, old: Any, new: Any, **folders: Any) -> None:
        path = self._below(old)
        if path is not None:
            self.about("rename", path, to=self._below(new) or "")
        self._real["replace"](old, new, **folders)

    def _unlink(self, file: Any, *, dir_fd: int | None = None) -> None:
        path = self._below(file, dir_fd)
        if path is not None:
            self.about("unlink", path)
        self._real["unlink"](file, dir_fd=dir_fd)

    def _mkdir(self, folder: Any, mode: int = 0o777, *, dir_fd: int | None = None) -> None:
        path = self._below(folder, dir_fd)
        if path is not None and not os.path.lexists(folder):
            self.about("mkdir", path)
        self._real["mkdir"](folder, mode, dir_fd=dir_fd)

    def _rmdir(self, folder: Any, *, dir_fd: int | None = None) -> None:
        path = self._below(folder, dir_fd)
        if path is not None:
            self.about("rmdir", path)
        self._real["rmdir"](folder, dir_fd=dir_fd)

    def _mmap(self, descriptor: int, *others: Any, **options: Any) -> mmap.mmap:
        path = self._paths.get(descriptor)
        if path is not None:
            self.about("map", path)
        return self._map(descriptor, *others, **options)


class _Reading(io.FileIO):
    """A file that is read, each time told before."""

    def __init__(self, recorder: Recorder, file: str, path: str) -> None:
        super().__init__(file, "rb")
        self._recorder, self._path = recorder, path
        recorder.known(self.fileno(), path)

    def readinto(self, buffer: Any, /) -> int | None:
        self._recorder.about("read", self._path)
        return super().readinto(buffer)

    def readall(self) -> bytes:
        self._recorder.about("read", self._path)
        return super().readall()


class _Writing(io.FileIO):
    """A file that is written, each piece in two halves, so that there is a point in the middle of it."""

    def __init__(self, recorder: Recorder, file: str, path: str, mode: str) -> None:
        super().__init__(file, mode)
        self._recorder, self._path = recorder, path
        recorder.known(self.fileno(), path)

    def write(self, content: Any, /) -> int:
        data = bytes(content)
        middle = len(data) // 2
        for half in filter(None, (data[:middle], data[middle:])):
            self._recorder.about("write", self._path, offset=self.tell(), data=half)
            super().write(half)
        return len(data)
