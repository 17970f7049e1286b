"""The working copy of a ledger: what is none does not open, no room is told as that, and nothing is left behind."""

from __future__ import annotations

import errno
import io
import os
import sqlite3
import sys
import tempfile
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
import zstandard

from index.errors import DamagedIndexError, NoRoomError
from index.ledger import database
from index.ledger.database import Database, telling
from index.ledger.ledger import Ledger, PageEntry
from index.store import reading


def again(ledger: Ledger) -> Ledger:
    """A ledger that was stored and read."""
    return Ledger(io.BytesIO(b"".join(ledger.packed())))


def stored(*statements: str) -> io.BytesIO:
    """A database as a ledger would be stored."""
    connection = sqlite3.connect(":memory:")
    for statement in statements:
        connection.execute(statement)
    return io.BytesIO(zstandard.ZstdCompressor(write_checksum=True).compress(connection.serialize()))


@pytest.mark.parametrize(
    "statements",
    [
        ["PRAGMA user_version = 1"],
        ["PRAGMA user_version = 2"],
        ["PRAGMA user_version = 2", "CREATE VIEW files AS SELECT load_extension('evil')"],
    ],
)
def test_another_database_is_no_ledger(statements: list[str]) -> None:
    """Of another version, or with other tables, views or triggers than a ledger's: nothing in it is run."""
    with pytest.raises(ValueError, match="no ledger"):
        Ledger(stored(*statements))


def test_a_trigger_beside_the_tables_is_no_ledger() -> None:
    """Not even where the tables are right."""
    ledger = Ledger()
    ledger.database.run("CREATE TRIGGER evil AFTER DELETE ON files BEGIN DELETE FROM versions; END")
    with pytest.raises(ValueError, match="no ledger"):
        again(ledger)


def test_a_ledger_that_was_cut_short_or_spoilt_does_not_read() -> None:
    """At any length, and with any byte changed."""
    ledger = Ledger()
    ledger.record("/a", PageEntry("a", 1, 1, 1, {"1": b"1"}))
    whole = b"".join(ledger.packed())
    for length in range(len(whole)):
        with pytest.raises((ValueError, zstandard.ZstdError)):
            Ledger(io.BytesIO(whole[:length]))
    for at in range(4, len(whole)):
        with pytest.raises((ValueError, zstandard.ZstdError)):
            Ledger(io.BytesIO(whole[:at] + bytes([whole[at] ^ 4]) + whole[at + 1 :]))


def test_the_working_copy_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not while it is there, where a file may be without a name, and not when it did not read."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    ledger = Ledger()
    if os.name == "posix":
        assert list(tmp_path.iterdir()) == []
    with pytest.raises(zstandard.ZstdError):
        Ledger(io.BytesIO(b"nothing of the sort"))
    del ledger
    assert list(tmp_path.iterdir()) == []


def test_no_place_for_a_temporary_file_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the folder and what the system says of it."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "none"))
    with pytest.raises(NoRoomError) as told:
        Ledger()
    assert str(told.value.details["path"]) == str(tmp_path / "none")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no device that is always full")
def test_a_disk_that_is_full_from_the_start_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the ledger cannot even be unpacked."""
    whole = io.BytesIO(b"".join(Ledger().packed()))
    (tmp_path / "ledger").symlink_to("/dev/full")
    monkeypatch.setattr(tempfile, "mkdtemp", lambda **_: str(tmp_path))
    with pytest.raises(NoRoomError, match=os.strerror(errno.ENOSPC)):
        Ledger(whole)
    assert not tmp_path.exists()


def test_no_room_is_no_damage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where an index is being read, and whatever that raises is taken for damage."""
    monkeypatch.setattr(database, "_SETTINGS", (*database._SETTINGS, "max_page_count = 1"))
    with pytest.raises(NoRoomError), reading(tmp_path):
        Ledger()


def test_nobody_else_may_enter_where_the_working_copy_lies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Until it has lost its name somebody could put a journal beside it, which would be played back."""
    modes: list[int] = []
    connect = sqlite3.connect

    def noted(path: Path, **options: Any) -> sqlite3.Connection:
        modes.append(path.parent.stat().st_mode & 0o777)
        return connect(path, **options)

    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr(sqlite3, "connect", noted)
    Ledger()
    assert modes == [0o700]


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO files VALUES (-1, x'2f61', 'a', 1, 1, 1, NULL)",
        "INSERT INTO files VALUES (1, '/a', 'a', 1, 1, 1, NULL)",
        "INSERT INTO files VALUES (1, x'2f61', x'ff', 1, 1, 1, NULL)",
        "INSERT INTO versions VALUES ('a', 0, x'00', 0)",
        "INSERT INTO versions VALUES (x'61', 7, x'00', 0)",
    ],
)
def test_rows_that_were_not_written_here_are_no_ledgers(statement: str) -> None:
    """Of other kinds, or of no file."""
    ledger = Ledger()
    ledger.database.run(statement)
    with pytest.raises(ValueError, match="not written here"):
        again(ledger)


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO files VALUES (1, x'2f61', 'a', 1, 1, 1, 'no JSON')",
        "INSERT INTO files VALUES (1, x'2f61', 'a', 1, 1, 1, '[[1]]')",
        "INSERT INTO versions VALUES (x'ff', 0, x'00', 0)",
        "INSERT INTO files VALUES (1, x'2f61', CAST(x'ff' AS TEXT), 1, 1, 1, NULL)",
    ],
)
def test_what_does_not_read_in_a_row_is_damage(tmp_path: Path, statement: str) -> None:
    """Faults, ids and names that nothing here wrote."""
    ledger = Ledger()
    ledger.database.run(statement)
    back = again(ledger)
    with pytest.raises(DamagedIndexError), telling(tmp_path):
        print(list(back.faults()), list(back.articles()), list(back.names()))


def test_a_ledger_that_says_it_is_huge_is_none() -> None:
    """Nothing of it is unpacked."""
    bomb = zstandard.ZstdCompressor(level=19).compress(bytes(1 << 26))
    with pytest.raises(ValueError, match="could be unpacked"):
        Ledger(io.BytesIO(bomb))


def test_what_was_removed_is_not_stored() -> None:
    """Nor does a ledger stay as large as it was."""
    ledger = Ledger()
    for at in range(2000):
        ledger.record(f"/{at}", PageEntry(f"name-{at}", 1, 1, 1, {f"article-{at}": b"12345678"}))
    full = len(b"".join(ledger.packed()))
    for at in range(1, 2000):
        ledger.forget(f"/{at}")
    packed = b"".join(ledger.packed())
    assert len(packed) < full / 20
    content = zstandard.ZstdDecompressor().decompress(packed)
    assert b"article-0" in content
    assert b"article-1999" not in content
    assert list(again(ledger).paths()) == ["/0"]


def test_a_ledger_may_go_in_another_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the garbage is collected."""
    told: list[object] = []
    monkeypatch.setattr(sys, "unraisablehook", told.append)
    ledgers = [Ledger()]
    thread = Thread(target=ledgers.clear)
    thread.start()
    thread.join()
    assert (ledgers, told) == ([], [])


def test_a_full_disk_and_damage_are_told_apart(tmp_path: Path) -> None:
    """What the database raises becomes an error of this room."""
    copy = Database()
    copy.run("PRAGMA max_page_count = 1")
    with pytest.raises(NoRoomError, match=os.strerror(errno.ENOSPC)), telling(tmp_path):
        copy.run_for_each("INSERT INTO versions VALUES (?, 1, zeroblob(4000), 0)", ((at,) for at in range(99)))
    with pytest.raises(DamagedIndexError), telling(tmp_path):
        raise sqlite3.DatabaseError
