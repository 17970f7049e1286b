"""What is removed with its pages, and what stays though they are not there."""

from __future__ import annotations

import shutil

import pytest

from corpus.errors import EmptiedFolderError
from index.update import update
from index.words import SyllableSegmenter
from searcher.indexing import Pages
from tests.conftest import Folder

PAGE = "Con đường thôn\n\nBà con cùng bàn bạc rồi mới làm, nên con đường thôn làm xong sớm hơn dự định cả tháng trời.\n"


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
    if not is_rebuilt:
        ((where, error),) = [(fault.where, fault.error) for fault in report.skipped]
        assert (where, error.details) == (tops[0], {"count": 2})
        assert isinstance(error, EmptiedFolderError)
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
