"""The ledger on the disk, and its working copy: a SQLite database. Version 2.

A zstandard frame, with a checksum and the size of its content, over a database of two tables, ``user_version`` 2:

    files       number (from 1 on), path (as the system has it), name, size, modified (nanoseconds), reader,
                faults (JSON, [[where, kind, details], …], or null)
    versions    article (its id as UTF-8), file (a number of ``files``), digest (eight bytes), is_read

``size`` is -1 for a file that was not read to its end. A version of file 0 is nobody's: the file whose version of the
article stands in the index was dropped, or does not give it any more, and what is to become of it is not settled yet.
``is_read`` tells, while a file is read, what came out of it this time.

The working copy, and what a run notes beside it (the tables of the database ``run``), lie in a folder of their own in
the system's for temporary files, which nobody else may enter. Where the system lets a file be without a name, neither
has one any more as soon as it is open.
"""

from __future__ import annotations

import errno
import os
import shutil
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

_CACHE_KILOBYTES, _CACHE_OF_RUN = 32_000, 8_000
_LONGEST_HEAD = 18
"""Bytes at the beginning of a zstandard frame in which its size is told."""

_PIECE = 1 << 12
"""Bytes that are unpacked at a time, whatever comes of them."""

_MOST_TIMES, _SMALL = 1000, 1 << 20
"""How many times larger than it is stored a ledger may be, beyond so many bytes; ledgers are some five."""

_SPARE = 0.25
"""The share of pages without content from which on they are given back."""

_NO_ROOM = (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY)
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
    "secure_delete = ON",  # so that nothing is stored of what was removed
    "temp_store = FILE",
    f"cache_size = -{_CACHE_KILOBYTES}",
    "run.journal_mode = OFF",
    "run.synchronous = OFF",
    f"run.cache_size = -{_CACHE_OF_RUN}",
)
_FOREIGN = (
    "SELECT 1 FROM files WHERE number < 1 OR typeof(path) != 'blob' OR typeof(name) != 'text' LIMIT 1",
    "SELECT 1 FROM versions WHERE typeof(article) != 'blob' OR typeof(digest) != 'blob'"
    " OR (file != 0 AND file NOT IN (SELECT number FROM files)) LIMIT 1",
)
"""What finds a row in the tables of no ledger that was written here."""


class Database:
    """A working copy of a ledger; of an empty one, if nothing is ``stored``.

    Raises ``ValueError`` or ``sqlite3.Error`` where what is stored is no ledger, and ``NoRoomError`` where there is no
    place for a temporary file. Every method may raise ``sqlite3.Error``: see ``telling``.
    """

    def __init__(self, stored: BinaryIO | None = None) -> None:
        with _needing_room():
            folder = Path(tempfile.mkdtemp(prefix="timbao-"))
        path = folder / "ledger"
        connection = None
        try:
            if stored is not None:
                _unpack(stored, path)
            self._connection = connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
            self._make(folder / "run", is_new=stored is None)
            self._file = open(path, "rb", buffering=0)  # noqa: SIM115 - as long as the database
        except BaseException as error:
            _close(connection, None, folder)
            told = _told(error) if isinstance(error, sqlite3.Error) else None
            if told is not None:
                raise told from error
            raise
        finalize(self, _close, connection, self._file, folder)
        if os.name == "posix":
            shutil.rmtree(folder)
        self._connection.execute("BEGIN")

    def _make(self, run: Path, *, is_new: bool) -> None:
        execute = self._connection.execute
        execute("ATTACH ? AS run", (str(run),))
        for setting in _SETTINGS:
            execute(f"PRAGMA {setting}")
        execute("CREATE TABLE run.opened (now)")  # so that the file is open
        if is_new:
            for table in _TABLES:
                execute(table)
            execute(f"PRAGMA user_version = {LEDGER_VERSION}")
        version = execute("PRAGMA user_version").fetchone()[0]
        found = execute("SELECT sql FROM main.sqlite_master WHERE sql NOT NULL ORDER BY rowid").fetchall()
        if version != LEDGER_VERSION or tuple(statement for (statement,) in found) != _TABLES:
            raise ValueError("no ledger, or one of another version")  # before anything in it is run
        if any(execute(statement).fetchone() for statement in _FOREIGN):
            raise ValueError("the ledger holds what was not written here")

    def run(self, statement: str, *values: Any) -> sqlite3.Cursor:
        """Runs a statement of SQL."""
        return self._connection.execute(statement, values)

    def run_for_each(self, statement: str, rows: Iterator[tuple[Any, ...]]) -> None:
        """Runs a statement for each row of values."""
        self._connection.executemany(statement, rows)

    def packed(self) -> Iterator[bytes]:
        """What is to be stored, piece by piece."""
        execute = self._connection.execute
        execute("COMMIT")
        if execute("PRAGMA freelist_count").fetchone()[0] > _SPARE * execute("PRAGMA page_count").fetchone()[0]:
            execute("VACUUM main")
        execute("BEGIN")
        self._file.seek(0)
        size = os.fstat(self._file.fileno()).st_size
        compressor = zstandard.ZstdCompressor(level=_LEVEL, write_checksum=True)
        yield from compressor.read_to_iter(self._file, size=size)


@contextmanager
def telling(folder: Path) -> Iterator[None]:
    """Turns what a ledger's database raises into the errors of this room: no space for it, or damage."""
    try:
        yield
    except sqlite3.Error as error:
        raise _told(error) or DamagedIndexError(path=folder, reason=str(error)) from error


def _told(error: sqlite3.Error) -> NoRoomError | None:
    """What is to be told where the system gave no room; of a full disk what the system would say."""
    code = getattr(error, "sqlite_errorcode", None)  # an error of Python's own has none
    if code is None or code & 0xFF not in _NO_ROOM:
        return None
    reason = os.strerror(errno.ENOSPC) if code == sqlite3.SQLITE_FULL else str(error)
    return NoRoomError(path=tempfile.gettempdir(), reason=reason)


@contextmanager
def _needing_room() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise NoRoomError(path=tempfile.tempdir or "TMPDIR", reason=error.strerror or str(error)) from error


def _unpack(stored: BinaryIO, path: Path) -> None:
    """Writes out what is stored, if it is not larger than it says it is, and than any ledger would be."""
    packed = stored.seek(0, os.SEEK_END)
    stored.seek(0)
    head = stored.read(_LONGEST_HEAD)
    left = zstandard.frame_content_size(head)
    if not 0 < left <= max(_MOST_TIMES * packed, _SMALL):
        raise ValueError("no ledger, or none that could be unpacked")
    frame = zstandard.ZstdDecompressor().decompressobj()
    piece = head
    with open(path, "wb", buffering=0) as file:
        while piece and left >= 0:
            content = memoryview(frame.decompress(piece))
            left -= len(content)
            with _needing_room():
                while len(content):
                    content = content[file.write(content) :]
            piece = stored.read(_PIECE)
    if left or not frame.eof or frame.unused_data:
        raise ValueError("cut short, or longer than it was written")


def _close(connection: sqlite3.Connection | None, file: BinaryIO | None, folder: Path) -> None:
    with suppress(sqlite3.Error):
        if connection is not None:
            connection.close()
    if file is not None:
        file.close()
    shutil.rmtree(folder, ignore_errors=True)
