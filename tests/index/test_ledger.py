"""The ledger comes back as it was stored, and is held against a plain account of the same files."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import BrokenRecordError, UnopenedPageError
from corpus.pages import PageFile, Skipped
from corpus.walk import find_pages
from index.ledger.file_reading import FileReading
from index.ledger.found_files import FoundFiles
from index.ledger.ledger import PART_READ, Ledger, PageEntry
from index.ledger.standing import Changes, Touched


def again(ledger: Ledger) -> Ledger:
    """A ledger that was stored and read."""
    return Ledger(io.BytesIO(b"".join(ledger.packed())))


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
    assert files.vanished([str(tmp_path / top) for top in "abc"]) == ([str(tmp_path / "b/gone")], [])
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
