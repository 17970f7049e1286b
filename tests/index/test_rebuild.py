"""A new index in the place of an old one: what is read again, what is carried over, and what stays."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from index.errors import IndexVersionError, LockedIndexError
from index.generations import REBUILDING, Generation, contents_name, written
from index.segment.columns import KeyNumbers
from index.tokens import TextTokens
from index.update import update
from index.words import SyllableSegmenter
from searcher.indexing import Pages
from tests.conftest import Folder
from tests.index.test_synchronise import page_of


def test_a_rebuild_reads_everything_again(folder: Folder) -> None:
    """A rebuilt index holds what the old one did, pages from elsewhere included, under the same ids."""
    folder.page("x/a.txt", page_of("Một"))
    folder.page("y/b.txt", page_of("Hai"))
    folder.update(folder.path / "x")
    folder.update(folder.path / "y")
    assert folder.update(folder.path / "y", rebuild=True)[0] == 2
    assert folder.ids("con đường thôn") == ["x/a.txt", "y/b.txt"]
    assert [file.name for file in folder.index.parent.iterdir() if file.name.startswith("index")] == ["index"]


def test_a_rebuild_heals_a_damaged_index(folder: Folder) -> None:
    """Files that do not read any more are replaced by new ones."""
    folder.page("a.txt", page_of("Một"))
    folder.update()
    for file in folder.index.glob("*.seg"):
        file.write_bytes(b"\0" * 100)
    folder.update(rebuild=True)
    assert folder.ids("con đường thôn") == ["pages/a.txt"]


def test_a_rebuild_from_nothing_keeps_the_old_index(folder: Folder, tmp_path: Path) -> None:
    """Where nothing could be read, an index with articles is not replaced by an empty one."""
    page = folder.page("a.txt", page_of("Một"))
    folder.update()
    (tmp_path / "empty").mkdir()
    page.unlink()
    folder.update(tmp_path / "empty", rebuild=True)
    assert folder.ids("con đường thôn") == ["pages/a.txt"]


def test_a_rebuild_waits_for_no_one_and_disturbs_no_one(folder: Folder) -> None:
    """While a run writes, a rebuild is refused; while a rebuild runs, a run is."""
    folder.page("a.txt", page_of("Một"))
    folder.update()

    class Meanwhile(SyllableSegmenter):
        refused = 0

        def tokens(self, texts: Sequence[str], numbers: KeyNumbers) -> TextTokens:
            if not self.refused:
                for rebuild in (True, False):
                    with pytest.raises(LockedIndexError):
                        folder.update(rebuild=rebuild)
                    self.refused += 1
            return super().tokens(texts, numbers)

    folder.page("b.txt", page_of("Hai"))
    for rebuild in (False, True):
        meanwhile = Meanwhile()
        update(folder.index, [str(folder.path)], Pages(), segmenter=meanwhile, rebuild=rebuild)
        assert meanwhile.refused == 2
    assert folder.ids("con đường thôn") == ["pages/a.txt", "pages/b.txt"]


def test_a_rebuild_carries_over_what_it_cannot_read(folder: Folder) -> None:
    """Articles of pages that are bad now, away with their disk, or to be kept, stay; vanished ones are counted."""
    for name in ("x/gone.txt", "x/good.txt", "x/bad.txt", "y/away.txt"):
        folder.page(name, page_of(f"Trang {Path(name).stem}"))
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
    folder.page("x/bad.txt", page_of("Trang lành"))
    assert folder.update(folder.path / "x", folder.path / "y")[:3] == (0, 1, 0)
    assert folder.ids("title:lành") == ["x/bad.txt"]


def test_a_rebuild_leaves_the_folder_where_it_is(folder: Folder) -> None:
    """An index that is reached by a symbolic link stays at its end, with the folder's rights, and nothing beside it."""
    disk = folder.path.parent / "disk"
    disk.mkdir(mode=0o700)
    folder.index.symlink_to(disk)
    folder.page("a.txt", page_of("Một"))
    folder.update()
    before = disk.stat()
    folder.page("b.txt", page_of("Hai"))
    folder.update(rebuild=True)
    assert folder.index.is_symlink()
    assert (disk.stat().st_ino, disk.stat().st_mode) == (before.st_ino, before.st_mode)
    assert sorted(file.name for file in folder.index.parent.iterdir()) == ["disk", "index", "pages"]
    assert folder.ids("con đường thôn") == ["pages/a.txt", "pages/b.txt"]


def test_what_a_killed_rebuild_leaves_is_cleared_by_any_run(folder: Folder) -> None:
    """A run that rebuilds nothing removes it, too."""
    folder.page("a.txt", page_of("Một"))
    folder.update()
    (folder.index / REBUILDING).mkdir()
    (folder.index / REBUILDING / "part").write_bytes(b"of an index")
    assert folder.ids("con đường thôn") == ["pages/a.txt"]
    folder.update()
    assert not (folder.index / REBUILDING).exists()


def test_a_rebuild_replaces_an_index_of_another_version(folder: Folder) -> None:
    """The way out that the error names leads out."""
    folder.page("a.txt", page_of("Một"))
    folder.update()
    contents = written(Generation(9), {"timbao": 0, "normal_form": 1}, b"")
    (folder.index / contents_name(9)).write_bytes(contents)
    with pytest.raises(IndexVersionError):
        folder.update()
    assert folder.update(rebuild=True)[0] == 1
    assert folder.ids("con đường thôn") == ["pages/a.txt"]
