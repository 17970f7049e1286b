"""The ledger on the disk, and its working copy: a SQLite database. Version 2.

A zstandard frame, with a checksum, over a database of two tables, ``user_version`` 2:

    files       number, path (as the system has it), name, size, modified (nanoseconds), reader,
                faults (JSON, [[where, kind, details], …], or null)
    versions    article (its id as UTF-8), file (a number of ``files``), digest (eight bytes), is_read

``size`` is -1 for a file that was not read to its end. A version of file 0 is nobody's: the file whose version of the
article stands in the index was dropped, or does not give it any more, and what is to become of it is not settled yet.
``is_read`` tells, while a file is read, what came out of it this time.

The working copy lies in the system's folder for temporary files, so that a run takes as little memory for a million
files as for one, and is unpacked for each run: it has no name there, where the system lets a file be without.
"""

from __future__ import annotations

import errno
import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, BinaryIO
from weakref import finalize

import zstandard

from index.errors import DamagedIndexError, NoRoomError

LEDGER_VERSION = 2

_LEVEL = 3
"""Zstandard's level: that of the stored articles takes half as long again and saves 2 % of the bytes."""

_CACHE_KILOBYTES = 32_000
_PIECE = 1 << 20
_TABLES = (
    "CREATE TABLE files (number INTEGER PRIMARY KEY, path BLOB NOT NULL UNIQUE, name TEXT NOT NULL,"
    " size INTEGER NOT NULL, modified INTEGER NOT NULL, reader INTEGER NOT NULL, faults TEXT)",
    "CREATE TABLE versions (article BLOB NOT NULL, file INTEGER NOT NULL, digest BLOB NOT NULL,"
    " is_read INTEGER NOT NULL, PRIMARY KEY (article, file)) WITHOUT ROWID",
    "CREATE INDEX versions_of_files ON versions (file)",
)
_SETTINGS = (
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "journal_mode = OFF",  # nothing is ever taken back, and a copy that is spoilt is thrown away
    "synchronous = OFF",
    "locking_mode = EXCLUSIVE",
    "temp_store = FILE",
    f"cache_size = -{_CACHE_KILOBYTES}",
)


class Database:
    """A working copy of a ledger; of an empty one, if nothing is ``stored``.

    Raises ``ValueError`` where what is stored is no ledger, and ``NoRoomError`` where there is no place for a temporary
    file. Every method may raise ``sqlite3.Error``: see ``telling``.
    """

    def __init__(self, stored: BinaryIO | None = None) -> None:
        path = _temporary_file()
        try:
            if stored is not None:
                _unpack(stored, path)
            self._connection = sqlite3.connect(path, isolation_level=None)
            self._file = open(path, "rb")  # noqa: SIM115 - as long as the database
        except BaseException:
            path.unlink()
            raise
        finalize(self, _close, self._connection, self._file, path)
        for setting in _SETTINGS:
            self._connection.execute(f"PRAGMA {setting}")
        if stored is None:
            for table in _TABLES:
                self._connection.execute(table)
            self._connection.execute(f"PRAGMA user_version = {LEDGER_VERSION}")
        self._check()
        with suppress(PermissionError):  # where an open file cannot lose its name, it goes when all is done
            path.unlink()
        self._connection.execute("BEGIN")

    def run(self, statement: str, *values: Any) -> sqlite3.Cursor:
        """Runs a statement of SQL."""
        return self._connection.execute(statement, values)

    def run_for_each(self, statement: str, rows: Iterator[tuple[Any, ...]]) -> None:
        """Runs a statement for each row of values."""
        self._connection.executemany(statement, rows)

    def packed(self) -> Iterator[bytes]:
        """What is to be stored, piece by piece."""
        self._connection.execute("COMMIT")
        self._file.seek(0)
        size = os.fstat(self._file.fileno()).st_size
        compressor = zstandard.ZstdCompressor(level=_LEVEL, write_checksum=True)
        yield from compressor.read_to_iter(self._file, size=size)
        self._connection.execute("BEGIN")

    def _check(self) -> None:
        """Looks whether the database is a ledger and nothing else, before anything in it is run."""
        version = self._connection.execute("PRAGMA user_version").fetchone()[0]
        found = self._connection.execute("SELECT sql FROM sqlite_master WHERE sql NOT NULL ORDER BY rowid").fetchall()
        if version != LEDGER_VERSION or tuple(statement for (statement,) in found) != _TABLES:
            raise ValueError("no ledger, or one of another version")


@contextmanager
def telling(folder: Path) -> Iterator[None]:
    """Turns what a ledger's database raises into the errors of this room: no space for it, or damage."""
    try:
        yield
    except sqlite3.OperationalError as error:
        raise NoRoomError(path=tempfile.gettempdir(), reason=_reason(error)) from error
    except sqlite3.Error as error:
        raise DamagedIndexError(path=folder, reason=str(error)) from error


def _reason(error: sqlite3.OperationalError) -> str:
    """What the system would say where SQLite says that a disk is full."""
    return os.strerror(errno.ENOSPC) if error.sqlite_errorcode == sqlite3.SQLITE_FULL else str(error)


@contextmanager
def _needing_room() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise NoRoomError(path=tempfile.tempdir or "TMPDIR", reason=error.strerror or str(error)) from error


def _temporary_file() -> Path:
    with _needing_room():
        descriptor, path = tempfile.mkstemp(prefix="timbao-")
        os.close(descriptor)
    return Path(path)


def _unpack(stored: BinaryIO, path: Path) -> None:
    frame = zstandard.ZstdDecompressor().decompressobj()
    with open(path, "wb", buffering=0) as file:
        while piece := stored.read(_PIECE):
            content = memoryview(frame.decompress(piece))
            with _needing_room():
                while len(content):
                    content = content[file.write(content) :]
    if not frame.eof or frame.unused_data:
        raise ValueError("cut short, or longer than it was written")


def _close(connection: sqlite3.Connection, file: BinaryIO, path: Path) -> None:
    connection.close()
    file.close()
    path.unlink(missing_ok=True)
