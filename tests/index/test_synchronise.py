"""Bringing an index in step: what is added, replaced, removed and left alone, and what is never lost."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import pytest

from corpus.errors import NoSuchPathError, UnopenedPageError
from corpus.pages import PageFile, Skipped
from corpus.reading_ahead import Read
from index import batch
from index.update import update
from index.words import SyllableSegmenter
from searcher.indexing import Pages
from tests.conftest import Folder

BODY = "Bà con cùng bàn bạc rồi mới làm, nên con đường thôn làm xong sớm hơn dự định cả tháng trời."


def page_of(title: str) -> str:
    return f"{title}\n\n{BODY}\n"


def touch(page: Path) -> None:
    """Makes a page look newer than it was, whatever the clock's grain."""
    state = page.stat()
    os.utime(page, ns=(state.st_atime_ns, state.st_mtime_ns + 1_000_000_000))


def test_a_second_run_does_nothing(folder: Folder) -> None:
    """An index in step with its pages is not written again, nor are the pages opened."""
    folder.page("a.txt", page_of("Một"))
    folder.page("sub/b.txt", page_of("Hai"))
    assert folder.update() == (2, 0, 0, 0)
    before = sorted((file.name, file.stat().st_mtime_ns) for file in folder.index.iterdir())
    folder.path.joinpath("a.txt").chmod(0o000)
    assert folder.update() == (0, 0, 0, 2)
    assert sorted((file.name, file.stat().st_mtime_ns) for file in folder.index.iterdir()) == before


def test_new_changed_and_vanished_pages(folder: Folder) -> None:
    """New pages are added, changed ones replaced, vanished ones removed, and each is found or not found accordingly."""
    one, two = folder.page("a.txt", page_of("Một con đường")), folder.page("b.txt", page_of("Hai con đường"))
    folder.update()
    one.write_text(page_of("Ba con kênh"), "utf-8")
    touch(one)
    two.unlink()
    folder.page("c.txt", page_of("Bốn con kênh"))
    assert folder.update() == (1, 1, 1, 0)
    assert folder.ids("con đường thôn") == ["pages/a.txt", "pages/c.txt"]
    assert folder.ids("title:đường") == []
    assert folder.ids("title:kênh") == ["pages/a.txt", "pages/c.txt"]


def test_a_page_touched_but_not_changed_is_not_written(folder: Folder) -> None:
    """A new time on old content is noted, and nothing replaced."""
    page = folder.page("a.txt", page_of("Một"))
    folder.update()
    touch(page)
    assert folder.update() == (0, 0, 0, 1)
    assert folder.update() == (0, 0, 0, 1)


def test_one_changed_record_replaces_one_article(folder: Folder) -> None:
    """Of a data set with one changed line, one new and one gone, only those are written."""
    folder.records("d.jsonl", *({"id": str(at), "body": f"dòng {at}"} for at in range(50)))
    assert folder.update() == (50, 0, 0, 0)
    changed = folder.records(
        "d.jsonl", *({"id": str(at), "body": f"dòng {at + 100 * (at == 7)}"} for at in range(1, 51))
    )
    touch(changed)
    assert folder.update() == (1, 1, 1, 48)
    assert folder.ids("dòng 107") == ["7"]


def test_vanished_pages_can_be_kept(folder: Folder) -> None:
    """With keep_missing the article stays, and goes with the next run without it."""
    folder.page("a.txt", page_of("Một"))
    folder.page("b.txt", page_of("Hai")).unlink()
    folder.page("b.txt", page_of("Hai"))
    folder.update()
    (folder.path / "b.txt").unlink()
    assert folder.update(keep_missing=True) == (0, 0, 0, 1)
    assert folder.ids("con đường thôn") == ["pages/a.txt", "pages/b.txt"]
    assert folder.update() == (0, 0, 1, 1)


def test_pages_elsewhere_are_left_alone(folder: Folder) -> None:
    """Indexing one folder removes nothing of another."""
    folder.page("x/a.txt", page_of("Một"))
    folder.page("y/b.txt", page_of("Hai"))
    folder.update(folder.path / "x")
    assert folder.update(folder.path / "y") == (1, 0, 0, 0)
    assert folder.ids("con đường thôn") == ["x/a.txt", "y/b.txt"]


def test_a_folder_that_is_gone_removes_nothing(folder: Folder) -> None:
    """A path that is not there (an unmounted disk) is an error and not an order to forget."""
    folder.page("x/a.txt", page_of("Một"))
    folder.update(folder.path / "x")
    (folder.path / "x").rename(folder.path / "away")
    with pytest.raises(NoSuchPathError):
        folder.update(folder.path / "x")
    assert folder.ids("con đường thôn") == ["x/a.txt"]


def test_a_page_that_turns_bad_loses_nothing(folder: Folder) -> None:
    """An article stays when its page can no longer be read, and is replaced when the page is well again."""
    page = folder.page("a.txt", page_of("Một"))
    folder.update()
    page.write_bytes(b"\x00\xff\xfe bad")
    touch(page)
    assert folder.update() == (0, 0, 0, 1)
    assert folder.ids("con đường thôn") == ["pages/a.txt"]
    page.write_text(page_of("Lành lại"), "utf-8")
    touch(page)
    assert folder.update() == (0, 1, 0, 0)


def test_records_behind_a_broken_line_are_not_lost(folder: Folder) -> None:
    """A data set that lost a line to a fault keeps the articles that it had, and the fault is named on every run."""
    page = folder.records("d.jsonl", {"id": "1", "body": "một"}, {"id": "2", "body": "hai"})
    folder.update()
    page.write_text('{"id": "1", "body": "một"}\n{"id": "2", "bo\n', "utf-8")
    touch(page)
    for _ in range(2):
        report = update(folder.index, [str(folder.path)], Pages(), segmenter=SyllableSegmenter())
        assert [fault.where for fault in report.skipped] == [f"{page}, line 2"]
        assert folder.ids("hai") == ["2"]


def test_an_archive_is_a_file_of_many_articles(folder: Folder) -> None:
    """What is changed in an archive is replaced, and what is taken out removed, also beside members that are not read;
    a fault that may hide an article removes none."""
    page = folder.path / "a.zip"

    def pack(**members: str) -> None:
        with zipfile.ZipFile(page, "w") as archive:
            for name, text in members.items():
                archive.writestr(f"{name}.txt", text)
            archive.writestr("ảnh.jpg", b"\xff")
        touch(page)

    pack(a=page_of("Một"), b=page_of("Hai"), c=page_of("Ba"))
    assert folder.update() == (3, 0, 0, 0)
    assert folder.update() == (0, 0, 0, 3)
    pack(a=page_of("Một"), b=page_of("Hai mươi"))
    assert folder.update() == (0, 1, 1, 1)
    assert folder.ids("bàn bạc") == ["pages/a.zip/a.txt", "pages/a.zip/b.txt"]
    page.write_bytes(page.read_bytes()[:200])
    touch(page)
    assert folder.update() == (0, 0, 0, 2)


def test_one_id_twice_in_a_batch_ends_as_one(folder: Folder) -> None:
    """Of two records with one id the last counts, in whatever batch they fall."""
    folder.records("d.jsonl", {"id": "1", "body": "một bản cũ"}, {"id": "1", "body": "một bản mới"})
    folder.update()
    assert folder.ids("một bản") == ["1"]
    assert folder.ids("bản mới") == ["1"]
    assert folder.ids("bản cũ") == []


def test_one_id_twice_across_commits_ends_as_one(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    """Batches so small that every repetition falls into another one give the same index."""
    monkeypatch.setattr(batch, "HELD_BACK", 2)
    monkeypatch.setattr(batch, "FULL_SEGMENT", 10)
    records = [{"id": str(at % 4), "body": f"bản số {at}"} for at in range(23)]
    folder.records("d.jsonl", *records)
    folder.update()
    assert folder.ids("bản số") == ["0", "1", "2", "3"]
    for at in range(23):
        assert folder.ids(f"số {at}") == ([str(at % 4)] if at >= 19 else [])
    assert folder.update() == (0, 0, 0, 4)


def test_the_last_file_in_path_order_counts_whatever_the_order_of_runs(folder: Folder) -> None:
    """Two files with one id: the later path's version stands, is not pushed out by the other, and is inherited."""
    first = folder.records("a.jsonl", {"id": "1", "body": "bản a"})
    second = folder.records("b.jsonl", {"id": "1", "body": "bản b"})
    folder.update(second)
    folder.update(first)
    assert (folder.ids("bản a"), folder.ids("bản b")) == ([], ["1"])
    first.write_text('{"id": "1", "body": "bản a đã sửa"}\n', "utf-8")
    touch(first)
    folder.update()
    assert folder.ids("bản b") == ["1"]
    second.unlink()
    assert folder.update() == (0, 1, 0, 0)
    assert folder.ids("bản a đã sửa") == ["1"]


def test_a_record_that_leaves_one_file_is_inherited_from_another(folder: Folder) -> None:
    """An id dropped by the file that counted falls to the file that has it still."""
    folder.records("a.jsonl", {"id": "1", "body": "bản a"})
    second = folder.records("b.jsonl", {"id": "1", "body": "bản b"}, {"id": "2", "body": "bản khác"})
    folder.update()
    second.write_text('{"id": "2", "body": "bản khác"}\n', "utf-8")
    touch(second)
    folder.update()
    assert (folder.ids("bản a"), folder.ids("bản b"), folder.ids("bản khác")) == (["1"], [], ["2"])


def test_pages_of_one_name_in_two_folders_are_two_articles(folder: Folder) -> None:
    """Two files that would have one id get two, and keep them in later runs."""
    folder.page("x/news/a.txt", page_of("Một"))
    folder.page("y/news/a.txt", page_of("Hai"))
    folder.update(folder.path / "x" / "news", folder.path / "y" / "news")
    ids = folder.ids("con đường thôn")
    assert len(ids) == 2
    assert "news/a.txt" in ids
    touch(folder.path / "y" / "news" / "a.txt")
    folder.update(folder.path)
    assert folder.ids("con đường thôn") == ids


def test_a_dry_run_writes_nothing(folder: Folder) -> None:
    """What would be done is counted, and no index is made."""
    folder.page("a.txt", page_of("Một"))
    assert folder.update(dry_run=True) == (1, 0, 0, 0)
    assert not folder.index.exists()


def test_ids_that_two_files_give_are_named(folder: Folder) -> None:
    """Articles that are not in the index because another file has their ids are never passed over in silence."""
    first = folder.records(
        "a.jsonl", {"id": "1", "body": "bản a"}, {"id": "2", "body": "hai"}, {"id": "2", "body": "hai nữa"}
    )
    second = folder.records("b.jsonl", {"id": "1", "body": "bản b"})
    for _ in range(2):
        report = update(folder.index, [str(folder.path)], Pages(), segmenter=SyllableSegmenter())
        assert [(found.path, found.other, found.count, found.example) for found in report.shared] == [
            (str(first), str(second), 1, "1")
        ]
    touch(first)
    assert update(folder.index, [str(folder.path)], Pages(), segmenter=SyllableSegmenter()).repeated == 1
    alone = update(folder.index, [str(second)], Pages(), segmenter=SyllableSegmenter())
    assert [(found.path, found.other) for found in alone.shared] == [(str(first), str(second))]


def test_two_files_that_change_together_keep_the_article_between_them(folder: Folder) -> None:
    """In one run the first file is edited and the second drops the id: the first's new version stands."""
    first = folder.records("a.jsonl", {"id": "1", "body": "bản a"})
    second = folder.records("b.jsonl", {"id": "1", "body": "bản b"}, {"id": "2", "body": "khác"})
    folder.update()
    first.write_text('{"id": "1", "body": "bản a mới"}\n', "utf-8")
    second.write_text('{"id": "2", "body": "khác"}\n', "utf-8")
    touch(first)
    touch(second)
    folder.update()
    assert folder.ids("bản a mới") == ["1"]


class Elsewhere(Pages):
    """Pages as they are, but for a reader of another version, or a folder that cannot be looked into."""

    def __init__(self, version: int, closed: Path | None = None) -> None:
        super().__init__()
        self.version = version
        self.closed = closed

    def find(self, paths: Iterable[str]) -> Iterator[PageFile | Skipped]:
        for found in super().find(paths):
            if (
                self.closed is None
                or not isinstance(found, PageFile)
                or not Path(found.path).is_relative_to(self.closed)
            ):
                yield found
        if self.closed is not None:
            yield Skipped(str(self.closed), UnopenedPageError(reason="Permission denied"))


def test_a_better_reader_reads_everything_again(folder: Folder) -> None:
    """Pages that another version of the reader read are opened again, changed or not."""
    folder.page("a.txt", page_of("Một"))
    folder.update()
    opened: list[str] = []

    class Watching(Elsewhere):
        def read(self, pages: Sequence[PageFile]) -> Read:
            opened.extend(page.name for page in pages)
            return super().read(pages)

    for version, wanted in ((Pages.version, []), (Pages.version + 1, ["pages/a.txt"])):
        update(folder.index, [str(folder.path)], Watching(version), segmenter=SyllableSegmenter())
        assert opened == wanted


def test_pages_in_a_folder_that_cannot_be_looked_into_are_kept(folder: Folder) -> None:
    """What could not be listed has not vanished."""
    folder.page("x/a.txt", page_of("Một"))
    folder.page("y/b.txt", page_of("Hai"))
    folder.update()
    source = Elsewhere(Pages.version, folder.path / "x")
    assert update(folder.index, [str(folder.path)], source, segmenter=SyllableSegmenter()).removed == 0
    assert folder.ids("con đường thôn") == ["pages/x/a.txt", "pages/y/b.txt"]


def test_dates_that_are_not_understood_are_named_once_a_file_and_cost_nothing(folder: Folder) -> None:
    """Their articles are in, later runs say it again, and what is taken out of the file goes, as from a sound one."""
    record = {"body": "bản tin", "date": "hôm qua"}
    page = folder.records("a.jsonl", {"id": "1", **record}, {"id": "2", **record}, {"id": "3", "body": "bản tin"})
    page.write_text(page.read_text("utf-8") + "not json\n" * 300, "utf-8")
    for _ in range(2):
        report = update(folder.index, [str(folder.path)], Pages(), segmenter=SyllableSegmenter())
        assert [fault.error.details for fault in report.skipped if fault.error.kind == "undated"] == [
            {"count": 2, "example": "hôm qua"}
        ]
    folder.records("a.jsonl", {"id": "1", **record})
    touch(page)
    assert folder.update() == (0, 0, 2, 1)
    report = update(folder.index, [str(folder.path)], Pages(), segmenter=SyllableSegmenter())
    assert [str(fault.error) for fault in report.skipped] == [
        "has dates that are not understood (1, such as hôm qua); these articles are undated"
    ]
