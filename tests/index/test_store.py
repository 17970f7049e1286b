"""The folder of an index: made, opened, refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from index.errors import (
    DamagedIndexError,
    IndexVersionError,
    MissingIndexError,
    OccupiedFolderError,
    UnwritableIndexError,
)
from index.schema import FORMAT, FORMAT_FILE
from index.store import make_index, open_index
from tests.conftest import Folder


def test_no_index_is_said_so(tmp_path: Path) -> None:
    """A folder that is not there, and one without an index, are both no index."""
    for folder in (tmp_path / "none", tmp_path):
        with pytest.raises(MissingIndexError):
            open_index(folder)


@pytest.mark.parametrize("found", [{**FORMAT, "timbao": 99}, {**FORMAT, "normal_form": 0}, {}, [1]])
def test_another_version_is_refused(tmp_path: Path, found: object) -> None:
    """An index whose format or normal form is another is not read as if it were ours."""
    make_index(tmp_path / "index")
    (tmp_path / "index" / FORMAT_FILE).write_text(json.dumps(found), "utf-8")
    with pytest.raises(IndexVersionError):
        open_index(tmp_path / "index")


def test_a_folder_with_other_files_is_not_made_an_index(tmp_path: Path) -> None:
    """Nothing is scattered among somebody's own files."""
    (tmp_path / "letter.txt").write_text("dear", "utf-8")
    with pytest.raises(OccupiedFolderError):
        make_index(tmp_path)
    assert [file.name for file in tmp_path.iterdir()] == ["letter.txt"]


def test_a_making_that_was_cut_short_is_done_again(tmp_path: Path) -> None:
    """Files of an index without its format, as a kill leaves them, are no obstacle."""
    make_index(tmp_path / "index")
    (tmp_path / "index" / FORMAT_FILE).unlink()
    make_index(tmp_path / "index")
    open_index(tmp_path / "index")


def test_a_file_in_the_way_is_said_so(tmp_path: Path) -> None:
    """Where no folder can be made, the error says where and why."""
    (tmp_path / "file").write_text("", "utf-8")
    with pytest.raises(UnwritableIndexError, match="file"):
        make_index(tmp_path / "file" / "index")


@pytest.mark.parametrize("content", [b"", b"\0" * 64, b"not a table of contents"])
def test_damaged_files_are_said_so(folder: Folder, content: bytes) -> None:
    """An index whose files do not read raises our error, not whatever the damage happened to trip."""
    folder.articles("một hai ba")
    for file in folder.index.glob("*.toc"):
        file.write_bytes(content)
    with pytest.raises(DamagedIndexError):
        folder.open()
