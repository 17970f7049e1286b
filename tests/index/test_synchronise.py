"""Bringing an index in step: what is added, replaced, removed and left alone, and what is never lost."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from whoosh.writing import SegmentWriter

from corpus.errors import NoSuchPathError
from index import batch
from index.errors import DamagedIndexError, LockedIndexError, UnwritableIndexError
from index.update import update
from index.words import SyllableSegmenter
from searcher.indexing import Pages
from tests.conftest import Folder

BODY = "Bà con cùng bàn bạc rồi mới làm, nên con đường thôn làm xong sớm hơn dự định cả tháng trời."


def _page(title: str) -> str:
    return f"{title}\n\n{BODY}\n"


def _touch(page: Path) -> None:
    """Makes a page look newer than it was, whatever the clock's grain."""
    state = page.stat()
    os.utime(page, ns=(state.st_atime_ns, state.st_mtime_ns + 1_000_000_000))


def test_a_second_run_does_nothing(folder: Folder) -> None:
    """An index in step with its pages is not written again, nor are the pages opened."""
    folder.page("a.txt", _page("Một"))
    folder.page("sub/b.txt", _page("Hai"))
    assert folder.update() == (2, 0, 0, 0)
    before = sorted((file.name, file.stat().st_mtime_ns) for file in folder.index.iterdir())
    folder.path.joinpath("a.txt").chmod(0o000)
    assert folder.update() == (0, 0, 0, 2)
    assert sorted((file.name, file.stat().st_mtime_ns) for file in folder.index.iterdir()) == before


def test_new_changed_and_vanished_pages(folder: Folder) -> None:
    """New pages are added, changed ones replaced, vanished ones removed, and each is found or not found accordingly."""
    one, two = folder.page("a.txt", _page("Một con đường")), folder.page("b.txt", _page("Hai con đường"))
    folder.update()
    one.write_text(_page("Ba con kênh"), "utf-8")
    _touch(one)
    two.unlink()
    folder.page("c.txt", _page("Bốn con kênh"))
    assert folder.update() == (1, 1, 1, 0)
    assert folder.ids("con đường thôn") == ["pages/a.txt", "pages/c.txt"]
    assert folder.ids("title:đường") == []
    assert folder.ids("title:kênh") == ["pages/a.txt", "pages/c.txt"]


def test_a_page_touched_but_not_changed_is_not_written(folder: Folder) -> None:
    """A new time on old content is noted, and nothing replaced."""
    page = folder.page("a.txt", _page("Một"))
    folder.update()
    _touch(page)
    assert folder.update() == (0, 0, 0, 1)
    assert folder.update() == (0, 0, 0, 1)


def test_one_changed_record_replaces_one_article(folder: Folder) -> None:
    """Of a data set with one changed line, one new and one gone, only those are written."""
    folder.records("d.jsonl", *({"id": str(at), "body": f"dòng {at}"} for at in range(50)))
    assert folder.update() == (50, 0, 0, 0)
    changed = folder.records(
        "d.jsonl", *({"id": str(at), "body": f"dòng {at + 100 * (at == 7)}"} for at in range(1, 51))
    )
    _touch(changed)
    assert folder.update() == (1, 1, 1, 48)
    assert folder.ids("dòng 107") == ["7"]


def test_vanished_pages_can_be_kept(folder: Folder) -> None:
    """With keep_missing the article stays, and goes with the next run without it."""
    folder.page("a.txt", _page("Một"))
    folder.page("b.txt", _page("Hai")).unlink()
    folder.page("b.txt", _page("Hai"))
    folder.update()
    (folder.path / "b.txt").unlink()
    assert folder.update(keep_missing=True) == (0, 0, 0, 1)
    assert folder.ids("con đường thôn") == ["pages/a.txt", "pages/b.txt"]
    assert folder.update() == (0, 0, 1, 1)


def test_pages_elsewhere_are_left_alone(folder: Folder) -> None:
    """Indexing one folder removes nothing of another."""
    folder.page("x/a.txt", _page("Một"))
    folder.page("y/b.txt", _page("Hai"))
    folder.update(folder.path / "x")
    assert folder.update(folder.path / "y") == (1, 0, 0, 0)
    assert folder.ids("con đường thôn") == ["x/a.txt", "y/b.txt"]


def test_a_folder_that_is_gone_removes_nothing(folder: Folder) -> None:
    """A path that is not there (an unmounted disk) is an error and not an order to forget."""
    folder.page("x/a.txt", _page("Một"))
    folder.update(folder.path / "x")
    (folder.path / "x").rename(folder.path / "away")
    with pytest.raises(NoSuchPathError):
        folder.update(folder.path / "x")
    assert folder.ids("con đường thôn") == ["x/a.txt"]


def test_a_page_that_turns_bad_loses_nothing(folder: Folder) -> None:
    """An article stays when its page can no longer be read, and is replaced when the page is well again."""
    page = folder.page("a.txt", _page("Một"))
    folder.update()
    page.write_bytes(b"\x00\xff\xfe bad")
    _touch(page)
    assert folder.update() == (0, 0, 0, 1)
    assert folder.ids("con đường thôn") == ["pages/a.txt"]
    page.write_text(_page("Lành lại"), "utf-8")
    _touch(page)
    assert folder.update() == (0, 1, 0, 0)


def test_records_behind_a_broken_line_are_not_lost(folder: Folder) -> None:
    """A data set that lost a line to a fault keeps the articles that it had, and the fault is named on every run."""
    page = folder.records("d.jsonl", {"id": "1", "body": "một"}, {"id": "2", "body": "hai"})
    folder.update()
    page.write_text('{"id": "1", "body": "một"}\n{"id": "2", "bo\n', "utf-8")
    _touch(page)
    for _ in range(2):
        report = update(folder.index, [str(folder.path)], Pages(), segmenter=SyllableSegmenter())
        assert [fault.where for fault in report.skipped] == [f"{page}, line 2"]
        assert folder.ids("hai") == ["2"]


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
    monkeypatch.setattr(batch, "COMMIT_AFTER", 3)
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
    _touch(first)
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
    _touch(second)
    folder.update()
    assert (folder.ids("bản a"), folder.ids("bản b"), folder.ids("bản khác")) == (["1"], [], ["2"])


def test_pages_of_one_name_in_two_folders_are_two_articles(folder: Folder) -> None:
    """Two files that would have one id get two, and keep them in later runs."""
    folder.page("x/news/a.txt", _page("Một"))
    folder.page("y/news/a.txt", _page("Hai"))
    folder.update(folder.path / "x" / "news", folder.path / "y" / "news")
    ids = folder.ids("con đường thôn")
    assert len(ids) == 2
    assert "news/a.txt" in ids
    _touch(folder.path / "y" / "news" / "a.txt")
    folder.update(folder.path)
    assert folder.ids("con đường thôn") == ids


def test_a_dry_run_writes_nothing(folder: Folder) -> None:
    """What would be done is counted, and no index is made."""
    folder.page("a.txt", _page("Một"))
    assert folder.update(dry_run=True) == (1, 0, 0, 0)
    assert not folder.index.exists()


def test_a_rebuild_reads_everything_again(folder: Folder) -> None:
    """A rebuilt index holds what the old one did, pages from elsewhere included, under the same ids."""
    folder.page("x/a.txt", _page("Một"))
    folder.page("y/b.txt", _page("Hai"))
    folder.update(folder.path / "x")
    folder.update(folder.path / "y")
    assert folder.update(folder.path / "y", rebuild=True)[0] == 2
    assert folder.ids("con đường thôn") == ["x/a.txt", "y/b.txt"]
    assert [file.name for file in folder.index.parent.iterdir() if file.name.startswith("index")] == ["index"]


def test_a_rebuild_heals_a_damaged_index(folder: Folder) -> None:
    """Files that do not read any more are replaced by new ones."""
    folder.page("a.txt", _page("Một"))
    folder.update()
    for file in folder.index.glob("*.seg"):
        file.write_bytes(b"\0" * 100)
    folder.update(rebuild=True)
    assert folder.ids("con đường thôn") == ["pages/a.txt"]


def test_a_rebuild_from_nothing_keeps_the_old_index(folder: Folder, tmp_path: Path) -> None:
    """Where nothing could be read, an index with articles is not replaced by an empty one."""
    page = folder.page("a.txt", _page("Một"))
    folder.update()
    (tmp_path / "empty").mkdir()
    page.unlink()
    folder.update(tmp_path / "empty", rebuild=True)
    assert folder.ids("con đường thôn") == ["pages/a.txt"]


def test_a_failure_leaves_the_index_as_it_was_and_unlocked(folder: Folder) -> None:
    """An error in the middle of a run cancels it: nothing half written, the lock free, no file left over."""
    folder.page("a.txt", _page("Một"))
    folder.update()
    files = sorted(file.name for file in folder.index.iterdir())

    class Failing(SyllableSegmenter):
        def word_lengths(self, text: str, tokens: object) -> list[int]:
            raise KeyboardInterrupt

    folder.page("b.txt", _page("Hai"))
    with pytest.raises(KeyboardInterrupt):
        update(folder.index, [str(folder.path)], Pages(), segmenter=Failing())
    assert sorted(file.name for file in folder.index.iterdir()) == files
    assert folder.ids("con đường thôn") == ["pages/a.txt"]
    assert folder.update() == (1, 0, 0, 1)


@pytest.mark.parametrize(
    ("step", "written"),
    [("_finalize_segment", False), ("_assemble_segment", False), ("_commit_toc", False), ("_finish", True)],
)
def test_a_commit_that_fails_half_way_is_done_or_not_done(
    folder: Folder, monkeypatch: pytest.MonkeyPatch, step: str, written: bool
) -> None:
    """Whatever step of a commit fails, the index is as before or as after it, unlocked, and the next run mends it."""
    folder.page("a.txt", _page("Một"))
    folder.update()
    folder.page("b.txt", _page("Hai"))

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as broken:
        broken.setattr(SegmentWriter, step, fail)
        with pytest.raises(UnwritableIndexError, match="No space left"):
            folder.update()
    assert folder.ids("con đường thôn") == ["pages/a.txt", *(["pages/b.txt"] if written else [])]
    folder.update()
    assert folder.ids("con đường thôn") == ["pages/a.txt", "pages/b.txt"]


def test_a_run_stopped_between_commits_goes_on_where_it_was(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    """After a stop half way through a data set a second run ends with the index of a run that was not stopped."""
    monkeypatch.setattr(batch, "HELD_BACK", 3)
    monkeypatch.setattr(batch, "COMMIT_AFTER", 6)
    folder.records("d.jsonl", *({"id": str(at), "body": f"bản số {at}"} for at in range(20)))

    class Stopping(SyllableSegmenter):
        seen = 0

        def word_lengths(self, text: str, tokens: object) -> list[int]:
            self.seen += 1
            if self.seen > 11:
                raise KeyboardInterrupt
            return super().word_lengths(text, tokens)  # type: ignore[arg-type]

    with pytest.raises(KeyboardInterrupt):
        update(folder.index, [str(folder.path)], Pages(), segmenter=Stopping())
    assert folder.ids("bản số") == [str(at) for at in range(6)]
    assert folder.update() == (14, 0, 0, 6)
    assert len(folder.ids("bản số")) == 20


def test_a_second_writer_is_told(folder: Folder) -> None:
    """While one run writes, another is refused, and the first is not disturbed."""
    folder.page("a.txt", _page("Một"))
    folder.update()

    class Meanwhile(SyllableSegmenter):
        refused = False

        def word_lengths(self, text: str, tokens: object) -> list[int]:
            if not self.refused:
                self.refused = True
                with pytest.raises(LockedIndexError):
                    folder.update()
            return super().word_lengths(text, tokens)  # type: ignore[arg-type]

    folder.page("b.txt", _page("Hai"))
    meanwhile = Meanwhile()
    assert update(folder.index, [str(folder.path)], Pages(), segmenter=meanwhile).added == 1
    assert meanwhile.refused
    assert folder.ids("con đường thôn") == ["pages/a.txt", "pages/b.txt"]


def test_a_reader_sees_the_archive_as_it_was_opened(folder: Folder) -> None:
    """What is committed meanwhile does not change an open archive."""
    folder.page("a.txt", _page("Một"))
    folder.update()
    with folder.open() as archive:
        folder.page("b.txt", _page("Hai"))
        folder.update()
        assert archive.count("con đường thôn").articles == 1
    assert folder.ids("con đường thôn") == ["pages/a.txt", "pages/b.txt"]


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
    _touch(first)
    assert update(folder.index, [str(folder.path)], Pages(), segmenter=SyllableSegmenter()).repeated == 1


def test_a_rebuild_waits_for_no_one_and_disturbs_no_one(folder: Folder) -> None:
    """While a run writes, a rebuild is refused; while a rebuild runs, a run is."""
    folder.page("a.txt", _page("Một"))
    folder.update()

    class Meanwhile(SyllableSegmenter):
        refused = 0

        def word_lengths(self, text: str, tokens: object) -> list[int]:
            if not self.refused:
                for rebuild in (True, False):
                    with pytest.raises(LockedIndexError):
                        folder.update(rebuild=rebuild)
                    self.refused += 1
            return super().word_lengths(text, tokens)  # type: ignore[arg-type]

    folder.page("b.txt", _page("Hai"))
    for rebuild in (False, True):
        meanwhile = Meanwhile()
        update(folder.index, [str(folder.path)], Pages(), segmenter=meanwhile, rebuild=rebuild)
        assert meanwhile.refused == 2
    assert folder.ids("con đường thôn") == ["pages/a.txt", "pages/b.txt"]


@pytest.mark.parametrize("content", [b"", b"\0" * 100, b"garbage" * 20, None])
def test_a_run_over_a_damaged_index_says_so(folder: Folder, content: bytes | None) -> None:
    """Indexing into damaged files is refused in a sentence, with the lock free, and a rebuild heals it."""
    folder.page("a.txt", _page("Một"))
    folder.update()
    for file in folder.index.glob("*.seg"):
        file.unlink() if content is None else file.write_bytes(content)
    folder.page("b.txt", _page("Hai"))
    for _ in range(2):
        with pytest.raises(DamagedIndexError):
            folder.update()
    folder.update(rebuild=True)
    assert folder.ids("con đường thôn") == ["pages/a.txt", "pages/b.txt"]


def test_a_rebuild_carries_over_what_it_cannot_read(folder: Folder) -> None:
    """Articles of pages that are bad now, away with their disk, or to be kept, stay; vanished ones are counted."""
    for name in ("x/gone.txt", "x/good.txt", "x/bad.txt", "y/away.txt"):
        folder.page(name, _page(f"Trang {Path(name).stem}"))
    folder.update(folder.path / "x", folder.path / "y")
    (folder.path / "x" / "gone.txt").unlink()
    (folder.path / "x" / "bad.txt").write_bytes(b"\0")
    (folder.path / "y").rename(folder.path / "z")
    assert folder.update(folder.path / "x", rebuild=True, keep_missing=True)[:3] == (1, 0, 0)
    every = ["x/bad.txt", "x/gone.txt", "x/good.txt", "y/away.txt"]
    assert folder.ids("con đường thôn") == every
    assert folder.update(folder.path / "x", rebuild=True)[:3] == (1, 0, 1)
    assert folder.ids("con đường thôn") == [name for name in every if name != "x/gone.txt"]
    (folder.path / "z").rename(folder.path / "y")
    folder.page("x/bad.txt", _page("Trang lành"))
    assert folder.update(folder.path / "x", folder.path / "y")[:3] == (0, 1, 0)
    assert folder.ids("title:lành") == ["x/bad.txt"]


def test_a_rebuild_killed_between_its_renames_loses_nothing(folder: Folder) -> None:
    """An index that stands beside its folder is found there, and put back by the next run."""
    folder.page("a.txt", _page("Một"))
    folder.update()
    folder.index.rename(folder.index.with_name("index.replaced"))
    assert folder.ids("con đường thôn") == ["pages/a.txt"]
    folder.page("b.txt", _page("Hai"))
    assert folder.update() == (1, 0, 0, 1)
    assert sorted(file.name for file in folder.index.parent.iterdir()) == ["index", "pages"]
