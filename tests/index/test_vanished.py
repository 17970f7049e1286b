"""What is removed with its pages, and what stays though they are not there."""

from __future__ import annotations

import shutil

import pytest

from corpus.errors import EmptiedFolderError
from index.report import Report
from index.update import update
from index.words import SyllableSegmenter
from searcher.indexing import Pages
from tests.conftest import Folder

PAGE = "Con đường thôn\n\nBà con cùng bàn bạc rồi mới làm, nên con đường thôn làm xong sớm hơn dự định cả tháng trời.\n"


def _emptied(report: Report) -> list[tuple[str, object]]:
    """The folders that a run names for holding no page any more, each with how many it held."""
    assert all(isinstance(fault.error, EmptiedFolderError) for fault in report.skipped)
    return [(fault.where, fault.error.details["count"]) for fault in report.skipped]


@pytest.mark.parametrize("is_rebuilt", [False, True])
def test_a_folder_without_any_page_removes_nothing(folder: Folder, *, is_rebuilt: bool) -> None:
    """It may be where a disk is missing: what came from it stays, and that is said, until the folder is gone."""
    folder.page("a/1.txt", PAGE)
    folder.page("a/2.txt", PAGE)
    folder.page("b/3.txt", PAGE)
    tops = [str(folder.path / name) for name in "ab"]
    update(folder.index, tops, Pages(), segmenter=SyllableSegmenter())
    for page in (folder.path / "a").iterdir():
        page.unlink()
    report = update(folder.index, tops, Pages(), segmenter=SyllableSegmenter(), rebuild=is_rebuilt)
    assert report.removed == 0
    assert len(folder.ids("con đường thôn")) == 3
    assert _emptied(report) == [(tops[0], 2)]
    assert report.carried_over == (2 if is_rebuilt else 0)
    shutil.rmtree(folder.path / "a")
    assert folder.update() == (0, 0, 2, 1)
    assert folder.ids("con đường thôn") == ["b/3.txt"]


def test_a_folder_with_another_page_has_lost_the_others(folder: Folder) -> None:
    """One page that is there tells that the folder is: those that are not were deleted."""
    one, other = folder.page("a/1.txt", PAGE), folder.page("a/2.txt", PAGE)
    folder.update()
    one.unlink()
    assert folder.update() == (0, 0, 1, 1)
    other.unlink()
    folder.page("a/new.txt", PAGE)
    assert folder.update() == (1, 0, 1, 0)


@pytest.mark.parametrize("is_rebuilt", [False, True])
def test_a_folder_in_a_folder_may_be_emptied_as_well(folder: Folder, *, is_rebuilt: bool) -> None:
    """What is kept is told by the outermost folder that holds nothing; a folder that is gone takes its pages along."""
    for name in ("2023/may/1.txt", "2023/june/2.txt", "2024/may/3.txt", "2024/4.txt", "2025/may/5.txt"):
        folder.page(name, PAGE)
    folder.update()
    for name in ("2023/may/1.txt", "2023/june/2.txt", "2024/may/3.txt", "2025/may/5.txt"):
        (folder.path / name).unlink()
    (folder.path / "2025" / "may").rmdir()
    (folder.path / "2025").rmdir()
    report = update(folder.index, [str(folder.path)], Pages(), segmenter=SyllableSegmenter(), rebuild=is_rebuilt)
    assert report.removed == 1
    assert _emptied(report) == [(str(folder.path / "2023"), 2), (str(folder.path / "2024" / "may"), 1)]
    kept = [f"pages/{name}" for name in ("2023/june/2.txt", "2023/may/1.txt", "2024/4.txt", "2024/may/3.txt")]
    assert folder.ids("con đường thôn") == kept


@pytest.mark.parametrize("is_rebuilt", [False, True])
def test_what_was_asked_for_by_name_stays_in_step(folder: Folder, *, is_rebuilt: bool) -> None:
    """Hidden pages and those behind a link are not removed by a run of the folder above, unless they are gone."""
    away = folder.path.parent / "away"
    away.mkdir()
    (away / "linked.txt").write_text(PAGE)
    (folder.path / "link").symlink_to(away)
    hidden, other = folder.page(".hidden.txt", PAGE), folder.page(".other.txt", PAGE)
    folder.page("plain.txt", PAGE)
    tops = [folder.path, folder.path / "link", hidden, other]
    assert folder.update(*tops)[:3] == (4, 0, 0)
    hidden.write_text(PAGE.replace("thôn", "xóm"))
    other.unlink()
    report = update(folder.index, [str(folder.path)], Pages(), segmenter=SyllableSegmenter(), rebuild=is_rebuilt)
    assert (report.added + report.replaced, report.removed) == ((3, 1) if is_rebuilt else (1, 1))
    assert [fault.where for fault in report.skipped] == [str(folder.path / "link")]
    assert folder.ids("con đường xóm") == [".hidden.txt"]
    assert folder.ids("con đường thôn") == ["link/linked.txt", "pages/plain.txt"]
