"""The folder of an index: making it, finding what stands in it, and the lock that writers take."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from corpus.errors import TimbaoError
from index.errors import (
    DamagedIndexError,
    IndexVersionError,
    LockedIndexError,
    MissingIndexError,
    OccupiedFolderError,
    UnreadableIndexError,
    UnwritableIndexError,
)
from index.generations import (
    INDEX_NAME,
    REBUILDING,
    Generation,
    OtherVersionError,
    commit,
    is_loss,
    is_ours,
    newest,
    numbers,
    settle,
)
from index.schema import VERSIONS
from index.segment.segment import Segment

_FORMER = "FORMAT"  # the file that told the version of an index before the tables of contents did
_LOCK = f"{INDEX_NAME}_WRITELOCK"
_OWN_FILES = (f"{INDEX_NAME}_", f"_{INDEX_NAME}_")


def is_index(folder: Path) -> bool:
    """Whether an index stands in a folder, in whatever state, of this version or of one before.

    Raises ``UnreadableIndexError``.
    """
    with reading(folder):
        return folder.is_dir() and ((folder / _FORMER).is_file() or is_ours(folder))


def open_generation(folder: Path) -> Generation:
    """The newest state of an index.

    Raises ``MissingIndexError``, ``IndexVersionError``, ``DamagedIndexError`` or ``UnreadableIndexError``.
    """
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
        _make_folder(folder)
        others = [name for name in os.listdir(folder) if not name.startswith(_OWN_FILES)]
    if others:
        raise OccupiedFolderError(path=folder)
    with locked(folder), writing(folder):
        if is_index(folder):
            return
        if numbers(folder):
            raise OccupiedFolderError(path=folder)
        for name in os.listdir(folder):  # what a making that was cut short has left
            if name == REBUILDING:
                shutil.rmtree(folder / name)
            elif name != _LOCK:
                (folder / name).unlink()
        make_standing(folder, Generation(0), {})


def unmake_index(folder: Path, *, with_folder: bool) -> None:
    """Takes back the making of an index, if it is still empty and nobody writes to it; and of its folder, if asked to.

    What cannot be taken back stays as it is: an empty index.
    """
    with suppress(TimbaoError, OSError):
        with locked(folder):
            generation = open_generation(folder)
            if generation.number or generation.segments:
                return
            for name in os.listdir(folder):
                if name.startswith(_OWN_FILES):
                    (folder / name).unlink()
        if with_folder:
            folder.rmdir()


def _make_folder(folder: Path) -> None:
    """Makes a folder, and those above it, and returns when their names are on the disk."""
    if not folder.is_dir():
        if folder.parent != folder:
            _make_folder(folder.parent)
        folder.mkdir(exist_ok=True)
    with suppress(PermissionError):  # of a folder above that may be passed through, but not looked into
        settle(folder.parent)


def clear_former(folder: Path, generation: Generation) -> None:
    """Removes what indexes of versions before have left in a folder; ``generation`` is the one that stands there."""
    needed = {*generation.files(), _LOCK}
    for name in os.listdir(folder):
        if name == _FORMER or (name.startswith(_OWN_FILES) and name not in needed):
            (folder / name).unlink()


def make_standing(folder: Path, generation: Generation, segments: dict[str, Segment]) -> None:
    """Makes a generation, whose files are on the disk, the state of an index; ``segments`` are its own by name."""
    from index.whoosh_view.codec import contents

    rows = [(entry.name, segments[entry.name], entry.live) for entry in generation.segments]
    commit(folder, generation, VERSIONS, contents(generation.number, rows))


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Holds the lock that writers of an index take. Raises ``LockedIndexError`` and ``UnwritableIndexError``.

    It is Whoosh's file, and the folder itself: a file that is removed while it is held would lock out nobody.
    """
    from whoosh.filedb.filestore import FileStorage

    lock = FileStorage(str(folder)).lock(_LOCK)
    with writing(folder):
        os.close(os.open(folder / _LOCK, os.O_CREAT | os.O_WRONLY, 0o666))  # Whoosh would make it a program
        if not lock.acquire(False):
            raise LockedIndexError(path=folder)
    try:
        with _folder_locked(folder):
            yield
    finally:
        lock.release()


@contextmanager
def _folder_locked(folder: Path) -> Iterator[None]:
    """Locks a folder itself, where the system can."""
    if sys.platform == "win32":
        yield
        return
    import fcntl

    with writing(folder):
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        os.close(descriptor)
        raise LockedIndexError(path=folder) from error
    except OSError:  # a file system over a network that locks files alone
        pass
    try:
        yield
    finally:
        os.close(descriptor)


@contextmanager
def reading(folder: Path) -> Iterator[None]:
    """Turns whatever reading a damaged index raises into ``DamagedIndexError``; nothing else belongs in its block.

    What is read is not checked byte by byte, so damage may come up as any exception at all. Where the system would not
    let us read, that is an ``UnreadableIndexError``.
    """
    try:
        yield
    except TimbaoError:
        raise
    except OSError as error:
        family = DamagedIndexError if is_loss(error) else UnreadableIndexError
        raise family(path=folder, reason=error.strerror or str(error)) from error
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
