"""The command line over disks that are full or read-only, and over damage: a sentence, a status, and nothing lost."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

import pytest

from index.check import check
from index.errors import IndexStoreError
from index.segment.array_file import ArrayFile
from index.store import locked, make_index
from searcher.cli import main
from tests.conftest import Folder
from tests.faults.kills import begun


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 256 kilobytes, where one may be mounted."""
    disk = tmp_path / "disk"
    disk.mkdir()
    if not _mount("-t", "tmpfs", "-o", "size=256k", "tmpfs", str(disk)):
        pytest.skip("no disk may be mounted here")
    try:
        yield disk
    finally:
        subprocess.run(["umount", "-l", str(disk)], check=True)


def _mount(*arguments: str) -> bool:
    try:
        return subprocess.run(["mount", *arguments], capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def _timbao(*arguments: str) -> tuple[int, str]:
    """The exit status of a command line, and what it said of what went wrong."""
    with tempfile.TemporaryFile("w+", encoding="utf-8") as said:
        ended = os.waitpid(begun(partial(_typed, arguments, said.fileno())), 0)[1]
        said.seek(0)
        return os.waitstatus_to_exitcode(ended), said.read()


def _typed(arguments: Sequence[str], said: int) -> None:
    """Runs a command line in a process of its own, which has the program loaded already, and ends this process."""
    os.environ["LC_ALL"] = "C.UTF-8"
    os.dup2(said, 2)
    sys.argv = ["timbao", *arguments]
    status = 0
    with open(os.devnull, "w", encoding="utf-8") as sys.stdout, open(2, "w", encoding="utf-8") as sys.stderr:
        try:
            main()
        except SystemExit as end:
            status = int(end.code or 0)
    os._exit(status)


@pytest.mark.parametrize("options", [(), ("--rebuild",)])
def test_a_full_disk(folder: Folder, small_disk: Path, options: tuple[str, ...]) -> None:
    """The run says so and ends with 4; what was there is searched; with room the same run ends well."""
    folder.index = small_disk / "index"
    folder.articles("dân biết")
    filler = small_disk / "filler"
    space = os.statvfs(small_disk)
    filler.write_bytes(bytes((space.f_bavail - 3) * space.f_frsize))
    folder.records("more.jsonl", *({"id": f"m{at}", "body": f"dân bàn {at}"} for at in range(90)))
    command = ("index", *options, "--index", str(folder.index), str(folder.path))
    status, said = _timbao(*command)
    assert (status, "No space left on device" in said) == (4, True), said
    assert folder.ids("dân biết") == ["0"]
    assert list(check(folder.index)) == []
    with locked(folder.index):
        filler.unlink()
    assert _timbao(*command)[0] == 0
    assert len(folder.ids("dân")) == 91
    assert list(check(folder.index)) == []


def test_a_read_only_disk(folder: Folder, small_disk: Path) -> None:
    """A run over it is refused with 4 in a sentence, and searching and checking go on."""
    folder.index = small_disk / "index"
    folder.articles("dân biết")
    if not _mount("-o", "remount,ro", str(small_disk)):
        pytest.skip("no disk may be mounted anew here")
    folder.records("more.jsonl", {"id": "m", "body": "dân bàn"})
    for options in ((), ("--rebuild",)):
        status, said = _timbao("index", *options, "--index", str(folder.index), str(folder.path))
        assert (status, "Read-only file system" in said) == (4, True), said
    assert folder.ids("dân biết") == ["0"]
    assert _timbao("check", "--index", str(folder.index))[0] == 0


def test_a_folder_that_others_own(folder: Folder) -> None:
    """Where the rights are missing, a reader, the check and a writer are told so, and not that the index is damaged."""
    folder.articles("dân biết")

    def denied() -> None:
        if os.geteuid() == 0:
            os.seteuid(65534)
        for action in (folder.open, lambda: list(check(folder.index)), lambda: make_index(folder.index)):
            with pytest.raises(IndexStoreError) as raised:
                action()
            assert raised.value.kind in ("unreadable", "unwritable")

    folder.index.chmod(0)
    try:
        assert os.waitpid(begun(denied), 0)[1] == 0
    finally:
        folder.index.chmod(0o755)


def _away(folder: Folder) -> None:
    """Indexes two data sets, of which one is away then."""
    folder.records("here.jsonl", {"id": "here", "body": "dân biết"})
    away = folder.records("away.jsonl", {"id": "away", "body": "dân bàn"})
    folder.update()
    away.rename(folder.path.parent / "away.jsonl")


def test_damage_is_said_with_the_way_out(folder: Folder) -> None:
    """The check names the file and the command that mends it, and a search over what it read does the same."""
    folder.articles("dân biết")
    (segment,) = folder.index.glob("*.arrays")
    segment.write_bytes(segment.read_bytes()[:-1])
    for command in (("check",), ("search", "dân")):
        status, said = _timbao(*command, "--index", str(folder.index))
        assert (status, segment.name in said, "timbao index --rebuild PAGES" in said) == (4, True, True), said


def test_what_a_rebuild_loses_is_said(folder: Folder) -> None:
    """An article that reads nowhere any more makes it end with 4; without the ledger it says that nobody knows."""
    _away(folder)
    (segment,) = folder.index.glob("*.arrays")
    whole = segment.read_bytes()
    stored = bytes(ArrayFile(segment)["stored.bytes"])
    segment.write_bytes(whole.replace(stored, bytes(len(stored))))
    command = ("index", "--quiet", "--rebuild", "--index", str(folder.index), str(folder.path / "here.jsonl"))
    assert _timbao(*command) == (4, "1 article is lost: its page cannot be read, nor its text in the old index.\n")
    (ledger,) = folder.index.glob("*.ledger")
    ledger.write_bytes(b"spoilt")
    status, said = _timbao(*command)
    assert (status, "does not say which pages it had" in said) == (0, True), said
    assert list(check(folder.index)) == []


@pytest.mark.parametrize("mask", [0o022, 0o077, 0o002])
def test_files_have_the_rights_that_the_user_settled(folder: Folder, mask: int) -> None:
    """What is made has the usual rights less those that the mask takes; no file is a program."""
    before = os.umask(mask)
    try:
        folder.articles("dân biết", "dân bàn")
        folder.articles("dân biết", "dân làm")
        folder.update(rebuild=True)
    finally:
        os.umask(before)
    assert folder.index.stat().st_mode & 0o777 == 0o777 & ~mask
    assert {file.stat().st_mode & 0o777 for file in folder.index.iterdir()} == {0o666 & ~mask}
