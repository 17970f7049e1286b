"""The folder of an index: making, opening, and the one place where a writer comes from."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.errors import TimbaoError
from index.errors import (
    DamagedIndexError,
    IndexVersionError,
    LockedIndexError,
    MissingIndexError,
    OccupiedFolderError,
    UnwritableIndexError,
)
from index.schema import FORMAT, FORMAT_FILE, make_schema

if TYPE_CHECKING:
    from whoosh.index import FileIndex
    from whoosh.writing import SegmentWriter

SORT_MEMORY = 192
"""Mebibytes of postings that a writer sorts at a time before it spills them to a file."""


REBUILDING, REPLACED = ".rebuilding", ".replaced"
"""Endings of the folders beside an index while a new one takes its place."""

_LOCK = "MAIN_WRITELOCK"
_OWN_FILES = ("MAIN", "_MAIN", FORMAT_FILE)


def is_index(folder: Path) -> bool:
    return (folder / FORMAT_FILE).is_file()


def standing(folder: Path) -> Path:
    """Where an index stands: in its folder, or beside it where a rebuild was killed between its two renames."""
    replaced = folder.with_name(folder.name + REPLACED)
    return replaced if not folder.exists() and is_index(replaced) else folder


def open_index(folder: Path) -> FileIndex:
    """Opens an index. Raises ``MissingIndexError``, ``IndexVersionError`` or ``DamagedIndexError``."""
    from whoosh.index import open_dir

    folder = standing(folder)
    if not is_index(folder):
        raise MissingIndexError(path=folder)
    with reading(folder):
        found = json.loads((folder / FORMAT_FILE).read_text("utf-8"))
        if found != FORMAT:
            raise IndexVersionError(path=folder, found=_shown(found), wanted=_shown(FORMAT))
        return open_dir(str(folder))


def make_index(folder: Path) -> FileIndex:
    """Makes an empty index in a new or empty folder. Raises ``OccupiedFolderError`` or ``UnwritableIndexError``."""
    from whoosh.index import create_in

    with writing(folder):
        folder.mkdir(parents=True, exist_ok=True)
        _clear_leftovers(folder)
        made = create_in(str(folder), make_schema())
        draft = folder / (FORMAT_FILE + ".new")
        draft.write_text(json.dumps(FORMAT) + "\n", "utf-8")
        os.replace(draft, folder / FORMAT_FILE)
        return made


def open_writer(index: FileIndex, folder: Path) -> SegmentWriter:
    """The writer of an index, which holds its lock until it commits or is cancelled. Raises ``LockedIndexError``.

    Whoosh's own codec writes the postings; another one is put in here and nowhere else.
    """
    from whoosh.index import LockError

    try:
        return index.writer(limitmb=SORT_MEMORY)
    except LockError as error:
        raise LockedIndexError(path=folder) from error


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Holds the lock that writers of an index take, also of one that cannot be opened. Raises ``LockedIndexError``."""
    from whoosh.filedb.filestore import FileStorage

    lock = FileStorage(str(folder)).lock(_LOCK)
    with writing(folder):
        if not lock.acquire(False):
            raise LockedIndexError(path=folder)
    try:
        yield
    finally:
        lock.release()


@contextmanager
def reading(folder: Path) -> Iterator[None]:
    """Turns whatever reading a damaged index raises into ``DamagedIndexError``; nothing else belongs in its block.

    Whoosh unpickles and unpacks what it reads without checking it, so damage may come up as any exception at all.
    """
    try:
        yield
    except TimbaoError:
        raise
    except Exception as error:
        raise DamagedIndexError(path=folder, reason=str(error) or type(error).__name__) from error


@contextmanager
def writing(folder: Path) -> Iterator[None]:
    """Turns a refusal of the system into ``UnwritableIndexError``."""
    try:
        yield
    except OSError as error:
        raise UnwritableIndexError(path=folder, reason=error.strerror or str(error)) from error


def _clear_leftovers(folder: Path) -> None:
    """Removes what a making that was cut short has left. Raises ``OccupiedFolderError`` for any other file."""
    names = sorted(os.listdir(folder))
    if not all(name.startswith(_OWN_FILES) for name in names) or FORMAT_FILE in names:
        raise OccupiedFolderError(path=folder)
    for name in names:
        (folder / name).unlink()


def _shown(versions: object) -> str:
    return ".".join(str(version) for version in versions.values()) if isinstance(versions, dict) else "unknown"
