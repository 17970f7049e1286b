"""The folder of an index: making it, finding what stands in it, and the lock that writers take."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from corpus.errors import TimbaoError
from index.errors import (
    DamagedIndexError,
    IndexVersionError,
    LockedIndexError,
    MissingIndexError,
    OccupiedFolderError,
    UnwritableIndexError,
)
from index.generations import (
    INDEX_NAME,
    Generation,
    OtherVersionError,
    commit,
    is_ours,
    newest,
    numbers,
)
from index.schema import VERSIONS
from index.segment.segment import Segment

REBUILDING, REPLACED = ".rebuilding", ".replaced"
"""Endings of the folders beside an index while a new one takes its place."""

_FORMER = "FORMAT"  # the file that told the version of an index before the tables of contents did
_LOCK = f"{INDEX_NAME}_WRITELOCK"
_OWN_FILES = (f"{INDEX_NAME}_", f"_{INDEX_NAME}_")


def is_index(folder: Path) -> bool:
    """Whether an index stands in a folder, in whatever state, of this version or of one before."""
    return folder.is_dir() and ((folder / _FORMER).is_file() or is_ours(folder))


def standing(folder: Path) -> Path:
    """Where an index stands: in its folder, or beside it where a rebuild was killed between its two renames."""
    replaced = folder.with_name(folder.name + REPLACED)
    return replaced if not folder.exists() and is_index(replaced) else folder


def open_generation(folder: Path) -> Generation:
    """The newest state of an index. Raises ``MissingIndexError``, ``IndexVersionError`` or ``DamagedIndexError``."""
    if not is_index(folder):
        raise MissingIndexError(path=folder)
    if (folder / _FORMER).is_file():
        raise IndexVersionError(path=folder, found="1", wanted=_shown(VERSIONS))
    with reading(folder):
        try:
            return newest(folder, VERSIONS)
        except OtherVersionError as error:
            raise IndexVersionError(path=folder, found=_shown(error.found), wanted=_shown(VERSIONS)) from error


def make_index(folder: Path) -> None:
    """Makes an empty index in a new or empty folder, unless another run was quicker.

    Raises ``LockedIndexError``, ``OccupiedFolderError`` or ``UnwritableIndexError``.
    """
    with writing(folder):
        folder.mkdir(parents=True, exist_ok=True)
        others = [name for name in os.listdir(folder) if not name.startswith(_OWN_FILES)]
    if others:
        raise OccupiedFolderError(path=folder)
    with locked(folder), writing(folder):
        if is_index(folder):
            return
        if numbers(folder):
            raise OccupiedFolderError(path=folder)
        for name in os.listdir(folder):  # what a making that was cut short has left
            if name != _LOCK:
                (folder / name).unlink()
        make_standing(folder, Generation(0), {})


def make_standing(folder: Path, generation: Generation, segments: dict[str, Segment]) -> None:
    """Makes a generation, whose files are on the disk, the state of an index; ``segments`` are its own by name."""
    from index.whoosh_view.codec import contents

    rows = [(entry.name, segments[entry.name], entry.live) for entry in generation.segments]
    commit(folder, generation, VERSIONS, contents(generation.number, rows))


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Holds the lock that writers of an index take. Raises ``LockedIndexError`` and ``UnwritableIndexError``."""
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

    What is read is not checked byte by byte, so damage may come up as any exception at all.
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


def _shown(versions: object) -> str:
    return ".".join(str(version) for version in versions.values()) if isinstance(versions, dict) else "unknown"
