"""The ledger comes back as it was stored, and is held against a plain account of the same files."""

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
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import BrokenRecordError, UnopenedPageError
from corpus.pages import PageFile, Skipped
from corpus.walk import find_pages
from index.errors import DamagedIndexError, NoRoomError
from index.ledger import database
from index.ledger.database import Database, telling
from index.ledger.file_reading import FileReading
from index.ledger.found_files import FoundFiles
from index.ledger.ledger import PART_READ, Ledger, PageEntry
from index.ledger.standing import Changes, Touched
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


def found(path: str, name: str | None = None, size: int = 1) -> PageFile:
    return PageFile(path, path, name or path, size, 1)


def test_a_ledger_comes_back_as_it_was() -> None:
    """Files, their articles and their faults survive storing; a path may be no text, an id no Unicode."""
    ledger = Ledger()
    fault = Skipped("/a/x.jsonl, line 3", BrokenRecordError(reason="nothing there"))
    odd = os.fsdecode(b"/a/\xff.txt")
    entry = PageEntry("a/x.jsonl", 10, 2**62, 1, {"1": b"ab", "\ud800": b"cd"}, (fault,))
    ledger.record("/a/x.jsonl", entry)
    ledger.record(odd, PageEntry("a/y.txt", 5, 6, 1, {"a/y.txt": b"ef"}))
    back = again(again(ledger))
    assert list(back.paths()) == list(ledger.paths()) == ["/a/x.jsonl", odd]
    assert back.page(odd) == ledger.page(odd)
    assert (back.page("/a/none"), back.name("/a/none"), back.name(odd)) == (None, None, "a/y.txt")
    kept = back.page("/a/x.jsonl")
    assert kept is not None
    assert (kept.articles, kept.modified, len(back)) == (entry.articles, entry.modified, 2)
    for noted in (kept.faults[0], *back.faults()):
        assert (noted.where, type(noted.error), str(noted.error)) == (fault.where, BrokenRecordError, str(fault.error))


def test_the_last_supplier_in_path_order_owns_an_article() -> None:
    """Of several files with one article the last counts, and the one before it when that is gone."""
    ledger = Ledger()
    for path in ("/b", "/c", "/a"):
        ledger.record(path, PageEntry(path, 1, 1, 1, {"same": path.encode()}))
    assert ledger.owner("same") == "/c"
    ledger.forget("/c")
    assert ledger.owner("same") == "/b"
    ledger.forget("/a")
    ledger.forget("/b")
    assert ledger.owner("same") is None


def test_an_orphan_waits_for_its_heir() -> None:
    """A file that is dropped leaves what it owned, not what another one does; disowned, it is to be read again."""
    ledger = Ledger()
    ledger.record("/a", PageEntry("a", 1, 1, 1, {"1": b"a1", "2": b"a2"}))
    ledger.record("/b", PageEntry("b", 1, 1, 1, {"2": b"b2", "3": b"b3"}))
    ledger.drop("/b")
    assert (ledger.orphans, ledger.heirs(), ledger.owner("2")) == (["2", "3"], {"/a"}, "/a")
    assert (again(ledger).orphans, list(ledger.articles())) == (["2", "3"], ["1", "2", "3"])
    for article in ledger.orphans:
        ledger.disown(article)
    page = ledger.page("/a")
    assert page is not None
    assert (page.size, page.articles, ledger.orphans, list(ledger.articles())) == (PART_READ, {"1": b"a1"}, [], ["1"])


def test_a_name_belongs_to_one_file() -> None:
    """A file keeps the name it was first read by; of new ones the first that was found has it, another one its own."""
    ledger = Ledger()
    ledger.record("/a/x", PageEntry("x", 9, 9, 1, {}))
    pages = FoundFiles(ledger, [found("/d/y", "y"), found("/c/y", "y"), found("/b/x", "x"), found("/a/x", "z")])
    names = {page.path: page.name for page in pages.unread(1).pages}
    assert list(names) == ["/a/x", "/b/x", "/c/y", "/d/y"]
    assert (names["/a/x"], names["/d/y"]) == ("x", "y")
    assert names["/b/x"].startswith("x~")
    assert names["/c/y"].startswith("y~")
    ledger.forget("/a/x")
    assert [page.name for page in FoundFiles(again(ledger), [found("/b/x", "x")]).unread(1).pages] == ["x"]


def test_what_is_as_it_was_is_not_read(tmp_path: Path) -> None:
    """Another size, time or way of reading is a change; what lies below a place that did not open is not gone."""
    ledger = Ledger()
    for name in ("a/same", "a/larger", "b/gone", "c/unseen", "cc/other"):
        ledger.record(str(tmp_path / name), PageEntry(name, 1, 1, 1, {}))
    there = [found(str(tmp_path / "a/same")), found(str(tmp_path / "a/larger"), size=2)]
    unseen = Skipped(str(tmp_path / "c"), UnopenedPageError(reason="no"))
    files = FoundFiles(ledger, [*there, unseen])
    assert files.skipped == [unseen]
    assert files.vanished([str(tmp_path / top) for top in "abc"], files.skipped) == [str(tmp_path / "b/gone")]
    assert [page.path for page in files.unread(1).pages] == [str(tmp_path / "a/larger")]
    unread = FoundFiles(again(ledger), there).unread(2)
    assert (unread.count, unread.size) == (2, 3)


ARTICLES = st.dictionaries(st.sampled_from("123"), st.sampled_from([b"x", b"y"]), max_size=3)
READINGS = st.lists(st.tuples(st.sampled_from("abc"), ARTICLES, st.booleans()), max_size=8)


@given(READINGS)
def test_readings_leave_what_a_plain_account_says(readings: list[tuple[str, dict[str, bytes], bool]]) -> None:
    """Random readings of three files that share three articles: owners, orphans, marks and what stands."""
    ledger, pages, orphans = Ledger(), dict[str, dict[str, bytes]](), dict[str, bytes]()

    def owner(article: str) -> str:
        return max((path for path, articles in pages.items() if article in articles), default="")

    for path, articles, may_hide in readings:
        reading = FileReading(ledger, found(path), 1)
        assert reading.was_known == (path in pages)
        old = pages.get(path, {})
        owned = {article: mark for article, mark in old.items() if owner(article) == path}
        for article, mark in articles.items():
            last = owner(article)
            standing = orphans.get(article, pages[last][article] if last else None)
            known = reading.known(article)
            assert (known.standing, known.is_orphan, known.is_repeated) == (standing, article in orphans, False)
            assert known.is_outranked == (last > path)
            reading.note(article, mark, known)
            assert reading.known(article).is_repeated
            if last <= path:
                orphans.pop(article, None)
            pages[path] = {**pages.get(path, {}), article: mark}
        kept = {**old, **articles} if may_hide else articles
        assert reading.end([], is_whole=True, may_hide=may_hide) == bool(kept or reading.was_known)
        if kept or reading.was_known:
            pages[path] = kept
        for article, mark in owned.items():
            if article not in kept:
                orphans.setdefault(article, mark)
        page = ledger.page(path)
        assert (page.articles if page else None) == pages.get(path)
        assert page is None or page.size == (1 if kept else PART_READ)
        assert ledger.orphans == sorted(orphans)
        assert ledger.heirs() == {owner(article) for article in orphans} - {""}
        assert list(ledger.articles()) == sorted({*orphans, *(one for each in pages.values() for one in each)})


def test_changes_are_against_what_stood_before() -> None:
    """What was touched and stands as before is unchanged; an orphan of an earlier run counts as nothing."""
    ledger = Ledger()
    ledger.record("/a", PageEntry("a", 1, 1, 1, {"1": b"1", "2": b"2", "3": b"3", "4": b"4"}))
    ledger.record("/b", PageEntry("b", 1, 1, 1, {"5": b"5"}))
    ledger.drop("/b")
    FoundFiles(ledger, [found("/a")])
    touched = Touched(ledger)
    for article, mark in (("1", b"1"), ("2", b"2"), ("6", None), ("6", b"6"), ("3", b"3")):
        touched.note(article, mark)
    ledger.record("/a", PageEntry("a", 1, 1, 1, {"1": b"new", "2": b"2", "4": b"4", "5": b"5", "6": b"newer"}))
    assert touched.changes() == Changes(added=2, replaced=1, removed=1, unchanged=2)


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


def test_a_file_from_the_far_future_is_a_file(tmp_path: Path) -> None:
    """Its time is noted as the latest that a number of 64 bits holds."""
    page = tmp_path / "a.txt"
    page.write_text("a", "utf-8")
    try:
        os.utime(page, ns=(10**19, 10**19))
    except (OSError, OverflowError):
        pytest.skip("no such time on this system")
    ledger = Ledger()
    (read,) = FoundFiles(ledger, find_pages([str(tmp_path)])).unread(1).pages
    FileReading(ledger, read, 1).end([], is_whole=True, may_hide=False)
    assert read.modified <= 2**63 - 1


def test_a_path_that_is_found_twice_is_one_file() -> None:
    """Whoever finds them."""
    unread = FoundFiles(Ledger(), [found("/a"), found("/a", size=2)]).unread(1)
    assert [page.size for page in unread.pages] == [2]


def test_a_full_disk_and_damage_are_told_apart(tmp_path: Path) -> None:
    """What the database raises becomes an error of this room."""
    copy = Database()
    copy.run("PRAGMA max_page_count = 1")
    with pytest.raises(NoRoomError, match=os.strerror(errno.ENOSPC)), telling(tmp_path):
        copy.run_for_each("INSERT INTO versions VALUES (?, 1, zeroblob(4000), 0)", ((at,) for at in range(99)))
    with pytest.raises(DamagedIndexError), telling(tmp_path):
        raise sqlite3.DatabaseError
