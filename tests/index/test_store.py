"""The folder of an index: made, opened, refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from whoosh.fields import TEXT, Schema
from whoosh.index import create_in, open_dir

from index import generations
from index.errors import (
    DamagedIndexError,
    IndexVersionError,
    MissingIndexError,
    OccupiedFolderError,
    UnwritableIndexError,
)
from index.generations import Generation, contents_name, ledger_name, newest, written
from index.schema import VERSIONS
from index.store import is_index, locked, make_index, open_generation, unmake_index
from tests.conftest import Folder


def test_no_index_is_said_so(tmp_path: Path) -> None:
    """A folder that is not there, and one without an index, are both no index."""
    for folder in (tmp_path / "none", tmp_path):
        with pytest.raises(MissingIndexError):
            open_generation(folder)


@pytest.mark.parametrize("found", [{**VERSIONS, "timbao": 99}, {**VERSIONS, "normal_form": 0}, {}])
def test_another_version_is_refused(tmp_path: Path, found: dict[str, int]) -> None:
    """An index whose format or normal form is another is not read as if it were ours."""
    make_index(tmp_path / "index")
    (tmp_path / "index" / contents_name(1)).write_bytes(written(Generation(1), found, b"front"))
    with pytest.raises(IndexVersionError):
        open_generation(tmp_path / "index")


def test_a_folder_with_other_files_is_not_made_an_index(tmp_path: Path) -> None:
    """Nothing is scattered among somebody's own files."""
    (tmp_path / "letter.txt").write_text("dear", "utf-8")
    with pytest.raises(OccupiedFolderError):
        make_index(tmp_path)
    assert [file.name for file in tmp_path.iterdir()] == ["letter.txt"]


def test_a_making_that_was_cut_short_is_done_again(tmp_path: Path) -> None:
    """Files of an index without a table of contents, as a kill leaves them, are no obstacle."""
    make_index(tmp_path / "index")
    contents = tmp_path / "index" / contents_name(0)
    contents.rename(contents.with_name(contents.name + ".new"))
    make_index(tmp_path / "index")
    open_generation(tmp_path / "index")


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


def test_an_older_generation_stands_in_for_one_that_does_not_read(folder: Folder) -> None:
    """Where the newest table of contents is damaged and the one before it still whole, that one is taken."""
    folder.articles("một hai ba")
    standing = newest(folder.index, VERSIONS)
    (folder.index / contents_name(standing.number + 1)).write_bytes(b"torn")
    assert newest(folder.index, VERSIONS).number == standing.number
    assert folder.ids("hai ba") == ["0"]
    folder.articles("một hai ba", "hai ba bốn")
    assert folder.ids("hai ba") == ["0", "1"]
    assert newest(folder.index, VERSIONS).number > standing.number + 1


def test_a_flipped_bit_in_the_table_of_contents_is_noticed(folder: Folder) -> None:
    """No byte of the table of contents can change without being noticed."""
    folder.articles("một hai ba")
    (contents,) = folder.index.glob("*.toc")
    whole = contents.read_bytes()
    for at in range(0, len(whole), 7):
        contents.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        with pytest.raises(DamagedIndexError):
            folder.open()


def test_a_segment_that_was_cut_short_is_said_so(folder: Folder) -> None:
    """A file that is not as long as the table of contents says is not read at all."""
    folder.articles("một hai ba")
    (segment,) = folder.index.glob("*.arrays")
    segment.write_bytes(segment.read_bytes()[:-1])
    with pytest.raises(DamagedIndexError, match="cut short"):
        folder.open()


def test_an_index_of_the_first_format_is_refused_as_such(folder: Folder) -> None:
    """An index that has a file FORMAT was written by the version before, and can be built anew."""
    folder.page("a.txt", "Đường mới\n\nBà con góp công làm đường vào thôn.")
    folder.update()
    for file in folder.index.iterdir():
        file.unlink()
    (folder.index / "FORMAT").write_text('{"timbao": 1, "normal_form": 1}', "utf-8")
    (folder.index / "_MAIN_4.toc").write_bytes(b"pickles")
    with pytest.raises(IndexVersionError):
        folder.open()
    assert folder.update(rebuild=True)[0] == 1
    assert folder.ids("đường vào thôn") == ["pages/a.txt"]


@pytest.mark.parametrize("options", [{}, {"rebuild": True}])
def test_an_index_that_whoosh_alone_wrote_is_left_alone(folder: Folder, options: dict[str, bool]) -> None:
    """Another program's index has the same names; it is not ours to write into, to clear away or to replace."""
    folder.page("a.txt", "Đường mới\n\nBà con góp công làm đường vào thôn.")
    folder.index.mkdir()
    with create_in(str(folder.index), Schema(body=TEXT())).writer() as writer:
        writer.add_document(body="một hai ba")
    before = {file.name: file.read_bytes() for file in folder.index.iterdir()}
    with pytest.raises(OccupiedFolderError):
        folder.update(**options)
    assert {file.name: file.read_bytes() for file in folder.index.iterdir()} == before
    with open_dir(str(folder.index)).searcher() as found:
        assert found.doc_count() == 1


def test_an_index_is_made_once(folder: Folder) -> None:
    """A run that comes late to make an index leaves the one that stands there by then."""
    folder.articles("một hai ba")
    make_index(folder.index)
    assert folder.ids("hai ba") == ["0"]


def test_files_that_vanish_while_it_is_opened_are_no_damage(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a commit comes in between, the generation that stands by then is taken."""
    folder.articles("một hai ba")
    whole = generations._whole
    calls: list[int] = []

    def slow(path: Path, number: int, versions: dict[str, int]) -> Generation:
        calls.append(number)
        if len(calls) == 1:
            with monkeypatch.context() as now:
                now.setattr(generations, "_whole", whole)
                folder.articles("một hai ba", "hai ba bốn")
        return whole(path, number, versions)

    monkeypatch.setattr(generations, "_whole", slow)
    assert newest(folder.index, VERSIONS).number > calls[0]
    assert folder.ids("hai ba") == ["0", "1"]


def test_files_of_others_make_no_index(tmp_path: Path) -> None:
    """Only files under our own names tell that a folder holds an index, whatever theirs end in."""
    for name in ("weights.arrays", "accounts.ledger"):
        (tmp_path / name).write_bytes(b"theirs")
    assert not is_index(tmp_path)
    (tmp_path / ledger_name(0)).write_bytes(b"ours, though its table of contents is lost")
    assert is_index(tmp_path)


def test_only_an_empty_index_is_taken_back(folder: Folder) -> None:
    """One that holds articles stays, and so does an empty one that somebody writes to; then it goes with its folder."""
    folder.articles("dân biết")
    unmake_index(folder.index, with_folder=True)
    assert folder.ids("dân biết") == ["0"]
    empty = folder.index.with_name("empty")
    make_index(empty)
    with locked(empty):
        unmake_index(empty, with_folder=True)
    assert is_index(empty)
    unmake_index(empty, with_folder=True)
    assert not empty.exists()
