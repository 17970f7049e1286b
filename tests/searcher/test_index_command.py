"""`timbao index`, run as a person runs it: what it says of pages and paths, when it is stopped, and when it may not."""

from __future__ import annotations

import os
import signal
import subprocess
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from index.batch import Batch
from index.errors import LockedIndexError
from index.memory import LEAST_MEMORY
from index.report import Progress
from index.store import is_index, locked
from index.words import SyllableSegmenter
from searcher.indexing import bring_in_step
from tests.conftest import SAMPLE, Folder
from tests.program import PROGRAM, Run


def test_index_says_what_it_did_and_names_what_it_could_not_read(tmp_path: Path) -> None:
    """Bad pages are counted and named with their reasons, other kinds by suffix, and the good ones are indexed."""
    pages = tmp_path / "pages"
    pages.mkdir()
    (pages / "good.txt").write_text("Đường mới\n\nBà con góp công làm đường vào thôn trong ba tháng liền.", "utf-8")
    (pages / "empty.txt").write_text(" \n", "utf-8")
    (pages / "binary.txt").write_bytes(b"a\0b")
    (pages / "latin.txt").write_bytes("một bữa tối ở Café Orléans".encode().replace(b"\xc3", b""))
    (pages / "photo.jpg").write_bytes(b"")
    (pages / "set.jsonl").write_text('{"id": 1, "text": "một"}\nnot json\n[1]\n{"id": 2}\n', "utf-8")
    os.mkfifo(pages / "pipe.txt")
    run = Run("index", str(pages), "--index", str(tmp_path / "index"))
    assert run.status == 0
    assert "2 added, 0 replaced, 0 removed, 0 unchanged" in run.err
    for reason in ("empty.txt: holds no", "binary.txt: is not text", "latin.txt: is not UTF-8",
                   "pipe.txt: is not a plain",
                   "line 2: is not a JSON object", "line 3: is not a JSON object", "line 4: has no text"):  # fmt: skip
        assert reason in run.err
    assert ".jpg (1)" in run.err


def test_a_rebuild_says_what_it_carried_over(folder: Folder) -> None:
    """Articles of pages that are away or bad are counted, also when quiet; an emptied folder is named."""
    for name in ("a/away.txt", "b/bad.txt", "b/good.txt"):
        folder.page(name, f"Đường mới {name}\n\nBà con góp công làm đường mới vào thôn {name} trong ba tháng.")
    assert Run("index", str(folder.path), index=folder.index).status == 0
    (folder.path / "a" / "away.txt").unlink()
    (folder.path / "b" / "bad.txt").write_bytes(b"a\0b")
    run = Run("index", "--rebuild", str(folder.path), index=folder.index)
    said = "2 articles were carried over from the old index: their pages are away, or do not read.\n"
    assert run.err.endswith(said)
    assert f"{folder.path / 'a'}: holds no page any more; what came from its pages (1) stays in the index." in run.err
    assert Run("index", "--rebuild", "--quiet", str(folder.path), index=folder.index).err == said


def test_a_path_that_is_not_there_stops_nothing(folder: Folder) -> None:
    """What is there is read, and what is not is named at the end with the status of a failure, also when quiet.

    Its articles stay: a disk that is away, or a slip in a path, removes nothing.
    """
    for name in ("first", "second"):
        folder.page(
            f"{name}/a.txt", f"Đường mới {name}\n\nBà con góp công làm đường mới vào thôn {name} trong ba tháng."
        )
    first, second = (str(folder.path / name) for name in ("first", "second"))
    assert Run("index", first, second, index=folder.index).status == 0
    (folder.path / "first").rename(folder.path / "away")
    (folder.path / "second" / "b.txt").write_text("Chợ quê\n\nChợ quê họp sớm bên bến đò cũ của làng.", "utf-8")
    run = Run("index", first, second, index=folder.index)
    assert (run.status, run.err.splitlines()[-1]) == (4, f"timbao: There is nothing at {first}.")
    assert "1 added, 0 replaced, 0 removed" in run.err
    assert Run("count", "-q", "thôn first", index=folder.index).out == "1\t1\n"
    quiet = Run("read", "-q", first, second)
    assert (quiet.status, len(quiet.objects), quiet.err) == (4, 2, f"timbao: There is nothing at {first}.\n")


def test_a_bad_line_ends_as_a_bad_page_does(tmp_path: Path) -> None:
    """What is passed over of a data set is named, and is no failure while anything can be read, by both commands."""
    (tmp_path / "set.jsonl").write_text('{"id": 1, "text": "một"}\nnot json\n', "utf-8")
    (tmp_path / "bad.jsonl").write_text("not json\n", "utf-8")
    for name, status in (("set.jsonl", 0), ("bad.jsonl", 4)):
        for command in (("read",), ("index", "--index", str(tmp_path / name.removesuffix(".jsonl")))):
            run = Run(*command, str(tmp_path / name))
            assert (run.status, "is not a JSON object" in run.err) == (status, True)


def test_a_locked_index_is_said_so(folder: Folder) -> None:
    """While another run writes, a second one is told in a sentence, and searching goes on."""
    folder.articles("dân biết")
    with Batch(folder.index, SyllableSegmenter()):
        folder.page("new.txt", "Đường mới\n\nBà con góp công làm đường vào thôn.")
        run = Run("index", str(folder.path), index=folder.index)
        assert run.status == 4
        assert "Another run is writing to the index" in run.err
        assert Run("search", "dân biết", index=folder.index).status == 0
    assert Run("index", str(folder.path), index=folder.index).status == 0


def _is_locked(index: Path) -> bool:
    try:
        with locked(index):
            return False
    except LockedIndexError:
        return True


def _interrupted(folder: Folder, until: Callable[[], bool]) -> str:
    """What is said by a run of indexing that is stopped half a second after something has come about."""
    environment = {**os.environ, "TIMBAO_INDEX": str(folder.index), "LC_ALL": "C.UTF-8"}
    started = subprocess.Popen(
        [*PROGRAM, "index", str(folder.path)],
        stderr=subprocess.PIPE,
        env=environment,
        preexec_fn=lambda: signal.signal(
            signal.SIGINT, signal.SIG_DFL
        ),  # ignored where the tests run in the background
    )
    deadline = time.monotonic() + 60
    while not until() and time.monotonic() < deadline:
        time.sleep(0.05)
    time.sleep(0.5)
    started.send_signal(signal.SIGINT)
    _, err = started.communicate(timeout=60)
    assert started.returncode == 130
    return err.decode()


@pytest.mark.parametrize("is_there", [True, False])
def test_ctrl_c_in_the_first_run_leaves_no_index(folder: Folder, is_there: bool) -> None:
    """Before anything is committed the new index is taken back, and its folder unless it was there before."""
    folder.records("big.jsonl", *({"id": f"n{at}", "body": f"tin số {at} " * 300} for at in range(4000)))
    if is_there:
        folder.index.mkdir()
    said = "Stopped. Nothing was written; the next run begins anew."
    assert _interrupted(folder, lambda: is_index(folder.index)).splitlines() == [said]
    assert folder.index.exists() is is_there
    assert not is_there or not list(folder.index.iterdir())
    assert Run("search", "dân", index=folder.index).status == 3


def test_ctrl_c_leaves_the_index_as_it_was(folder: Folder) -> None:
    """Stopping a run ends it with 130 and a sentence; what was committed stays, and nothing is left over."""
    folder.articles("dân biết")
    before = sorted(file.name for file in folder.index.iterdir())
    folder.records("big.jsonl", *({"id": f"n{at}", "body": f"tin số {at} " * 300} for at in range(4000)))
    said = "Stopped. The index is as it was last committed; run again to go on."
    assert _interrupted(folder, lambda: _is_locked(folder.index)).splitlines() == [said]
    assert sorted(file.name for file in folder.index.iterdir()) == before
    assert folder.ids("dân biết") == ["0"]
    assert folder.ids("tin số") == []


def test_every_bad_page_is_named(tmp_path: Path) -> None:
    """Forty bad pages are forty names; a data set with thousands of bad lines names the first, and counts the rest."""
    for at in range(40):
        (tmp_path / f"bad{at}.txt").write_bytes(b"")
    (tmp_path / "d.jsonl").write_text("bad\n" * 3000 + '{"id": "1", "body": "x"}\n', "utf-8")
    run = Run("index", str(tmp_path), "--index", str(tmp_path / "i"))
    assert run.err.count("holds no article text") == 40
    assert run.err.count("is not a JSON object") == 101
    assert "has 2899 more faults like these" in run.err
    assert run.status == 0


def test_members_of_other_kinds_are_counted(tmp_path: Path) -> None:
    """What an archive holds of kinds that are not read is counted by suffix, with files that lie beside it."""
    (tmp_path / "x.jpg").write_bytes(b"")
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        for at in range(3):
            archive.writestr(f"{at}.jpg", b"")
        archive.writestr("a.csv", "title,body\nA,a\n")
    for _ in range(2):
        run = Run("index", str(tmp_path), "--index", str(tmp_path / "i"))
        assert "Passed over, of kinds that are not read: .jpg (4)" in run.err
        assert run.status == 0


def test_too_little_memory_is_refused(tmp_path: Path) -> None:
    """Less memory than a run gets along with is a wrong use, and the least is named; the least is enough."""
    refused = Run("index", "--memory", "100", str(SAMPLE), index=tmp_path / "index")
    assert refused.status == 2
    assert str(LEAST_MEMORY) in refused.err
    assert Run("index", "--memory", str(LEAST_MEMORY), str(SAMPLE), index=tmp_path / "index").status == 0


def test_a_run_tells_how_much_of_all_it_has_read(tmp_path: Path) -> None:
    """The share goes up within a data set as its articles come, by the bytes of all files, and never beyond them."""
    (tmp_path / "a.txt").write_text("Đường mới\n\nDân bàn rồi mới làm con đường này.\n" * 9, "utf-8")
    records = "".join(f'{{"id": "{at}", "body": "{"dân bàn " * 30}"}}\n' for at in range(400))
    (tmp_path / "b.jsonl").write_text(records, "utf-8")
    seen: list[Progress] = []
    bring_in_step(tmp_path / "i", [str(tmp_path / "a.txt"), str(tmp_path / "b.jsonl")], on_progress=seen.append)
    shares = [each.share for each in seen]
    assert shares == sorted(shares)
    assert len({share for share in shares if 0.1 < share < 1}) > 4
    assert shares[0] == 0
    assert 0.9 < shares[-1] <= 1


def test_dates_that_are_not_understood_are_said_by_both_commands(folder: Folder) -> None:
    """The articles are in without a date; files with most such dates are named, and the others counted."""
    for at in range(12):
        folder.records(f"{at:02}.jsonl", *[{"body": "bản tin", "date": "2017-02-30"}] * (1200 if at == 5 else 1))
    for command in (("read",), ("index", "--index", str(folder.index))):
        run = Run(*command, str(folder.path))
        said = [line for line in run.err.splitlines() if "dates" in line]
        assert run.status == 0
        assert "could not be read" not in run.err
        assert said[0] == (
            f"{folder.path}/05.jsonl: has dates that are not understood (1,200, such as 2017-02-30); "
            "these articles are undated"
        )
        assert (len(said), said[-1]) == (11, "Such dates in other files: 2, in 2 of them")
    assert Run("count", "-q", "bản tin", index=folder.index).out == "1211\t1211\n"
