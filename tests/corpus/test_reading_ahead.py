"""Pages read by other processes: the same as read here, whatever becomes of them."""

from __future__ import annotations

import gzip
import io
import json
import os
import random
import signal
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from corpus import reading_ahead, reading_process
from corpus.article import Article
from corpus.errors import EmptyPageError
from corpus.frames import read_packed, unpacked, write_frame
from corpus.pages import PageFile, Skipped
from corpus.readers import read_page, read_share
from corpus.reading_ahead import read_pages
from corpus.reading_process import answers, serve
from corpus.turns import TURN, WHOLE, Share, Turn
from corpus.walk import find_pages
from tests.conftest import SAMPLE


@pytest.fixture
def pages(tmp_path: Path) -> Sequence[PageFile]:
    """The sample archive, pages that cannot be read, and one that is not there."""
    (tmp_path / "trống.txt").write_text("", "utf-8")
    (tmp_path / "hỏng.txt").write_bytes(b"a\0b")
    (tmp_path / os.fsdecode(b"t\xean.txt")).write_text(
        "Tên tệp\n\nkhông phải UTF-8, nhưng đọc được như thường", "utf-8"
    )
    found = [page for page in find_pages([str(tmp_path), str(SAMPLE)]) if isinstance(page, PageFile)]
    assert len(found) > 30
    return [*found, PageFile("/not/there.txt", "/not/there.txt", "there.txt", 9, 9)]


@pytest.fixture
def begun(monkeypatch: pytest.MonkeyPatch) -> list[subprocess.Popen[bytes]]:
    """The processes that are begun in a test."""
    found: list[subprocess.Popen[bytes]] = []

    class Noted(subprocess.Popen[bytes]):
        def __init__(self, *arguments: Any, **options: Any) -> None:
            super().__init__(*arguments, **options)
            found.append(self)

    monkeypatch.setattr(subprocess, "Popen", Noted)
    return found


def _as_said(item: Article | Skipped) -> object:
    """An item so that equal ones are equal: errors compare by identity."""
    return item if isinstance(item, Article) else (item.where, type(item.error), item.error.details)


def _all(read: Iterator[tuple[PageFile, Iterator[Article | Skipped]]]) -> list[tuple[PageFile, list[object]]]:
    return [(page, list(map(_as_said, items))) for page, items in read]


@pytest.mark.parametrize(("processes", "ahead", "batch"), [(1, 8_000_000, 50), (3, 1, 4), (2, 20_000, 1)])
def test_the_same_comes_out_in_the_same_order(
    pages: Sequence[PageFile],
    begun: list[subprocess.Popen[bytes]],
    monkeypatch: pytest.MonkeyPatch,
    processes: int,
    ahead: int,
    batch: int,
) -> None:
    """However many processes read, and however little may wait, pages give what they give when they are read here."""
    monkeypatch.setattr(reading_ahead, "_AHEAD_BYTES", ahead)
    monkeypatch.setattr(reading_ahead, "_BATCH_PAGES", batch)
    wanted = _all(read_pages(pages, 0))
    assert not begun
    assert _all(read_pages(pages, processes)) == wanted
    assert len(begun) == processes
    assert all(process.returncode is not None for process in begun)


def _data_sets(folder: Path) -> Sequence[PageFile]:
    """Records as lines, as a list, as a table and under headers, packed and cut, some of them broken or dateless."""
    dates = ["hôm kia", "2020-01-02", "2020-01-03"] * 77
    records = [
        {"id": str(at), "title": f"Tin {at}", "published": date, "body": f"chữ {at}"} for at, date in enumerate(dates)
    ]
    lines = [json.dumps(each) for each in records]
    lines[60] = "{"
    lines[61] = ""
    (folder / "a.jsonl").write_text("\n".join(lines), "utf-8")
    (folder / "a.jsonl.gz").write_bytes(gzip.compress("\n".join(lines).encode()))
    (folder / "b.json").write_text(f"[{','.join(lines[:60] + lines[62:])}]", "utf-8")
    (folder / "cut.json").write_text(f"[{','.join(lines[70:])}", "utf-8")
    (folder / "cut.jsonl.gz").write_bytes(gzip.compress(random.Random(1).randbytes(9000).hex("\n").encode())[:9000])
    rows = [",".join(each.values()) for each in records]
    rows[55] = 'x,"y'
    (folder / "c.csv").write_text("\n".join(["id,title,published,body", *rows]), "utf-8")
    headed = [f"# title = {each['title']}\n# date = {each['published']}\n\n{each['body']}\n" for each in records[:100]]
    (folder / "d.txt").write_text("\n".join(headed), "utf-8")
    return [page for page in find_pages([str(folder)]) if isinstance(page, PageFile)]


@pytest.mark.parametrize("processes", [2, 3])
def test_shares_of_a_large_file_come_together_in_its_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, processes: int
) -> None:
    """Of a data set each process reads a share: articles, faults and the count of dates are as if one had read it."""
    monkeypatch.setattr(reading_ahead, "_BATCH_BYTES", 100)
    pages = _data_sets(tmp_path)
    wanted = _all(read_pages(pages, 0))
    lost: list[None] = []
    assert _all(read_pages(pages, processes, lambda: lost.append(None))) == wanted
    assert not lost
    assert len(wanted) == 7
    assert all(len(items) >= 2 * TURN for _, items in wanted)


def test_each_process_reads_its_share_alone(tmp_path: Path) -> None:
    """Of a share come its turns and no others, so that two processes do half of the work each."""
    page = _data_sets(tmp_path)[0]
    shares = [list(read_share(page, Share(number, 2))) for number in range(2)]
    ids = [[item.id for item in share if isinstance(item, Article)] for share in shares]
    assert ids[0] == [str(at) for at in (*range(50), *range(100, 150), *range(200, 231))]
    assert ids[1] == [str(at) for at in (*range(50, 60), *range(62, 100), *range(150, 200))]
    assert [share.count(Turn.OVER) for share in shares] == [2, 2]


@pytest.mark.parametrize("after", [0, 30, 120])
def test_a_process_killed_in_the_middle_of_its_share_loses_nothing(
    tmp_path: Path, begun: list[subprocess.Popen[bytes]], monkeypatch: pytest.MonkeyPatch, after: int
) -> None:
    """The rest of its share is read here, between what the others give."""
    monkeypatch.setattr(reading_ahead, "_BATCH_BYTES", 100)
    monkeypatch.setattr(reading_ahead, "_AHEAD_BYTES", 1)
    monkeypatch.setattr(reading_process, "MOST_ITEMS", 1)
    lines = (f'{{"id": "{at}", "body": "tin số {at} {"chữ " * 2000}"}}\n' for at in range(300))
    (tmp_path / "a.jsonl").write_text("".join(lines), "utf-8")
    pages = [page for page in find_pages([str(tmp_path)]) if isinstance(page, PageFile)]
    lost: list[None] = []
    ids = []
    for _, items in read_pages(pages, 2, lambda: lost.append(None)):
        for number, item in enumerate(items):
            if number == after:
                begun[0].kill()
            assert isinstance(item, Article)
            ids.append(item.id)
    assert ids == [str(at) for at in range(300)]
    assert len(lost) == 1


@pytest.mark.parametrize("cut", [0, 49, 50, 99, 120])
def test_a_share_that_ends_too_early_loses_nothing(tmp_path: Path, cut: int) -> None:
    """Where one process saw less of a file than another, what is left is read here, once."""
    lines = (f'{{"id": "{at}", "body": "tin"}}\n' for at in range(130))
    (tmp_path / "a.jsonl").write_text("".join(lines), "utf-8")
    (page,) = (page for page in find_pages([str(tmp_path)]) if isinstance(page, PageFile))
    for number in range(2):
        shares = [iter(list(read_share(page, Share(at, 2)))[: cut if at == number else None]) for at in range(2)]
        items = list(reading_ahead._together(page, shares))
        assert [item.id for item in items if isinstance(item, Article)] == [str(at) for at in range(130)]


def test_little_is_read_here(pages: Sequence[PageFile], begun: list[subprocess.Popen[bytes]]) -> None:
    """Where nobody asks for processes a few pages begin none, and many begin as many as there are cores."""
    assert _all(read_pages(pages)) == _all(read_pages(pages, 0))
    assert not begun
    many = list(pages) * 12
    assert len(_all(read_pages(many))) == len(many)
    assert len(begun) == reading_ahead.usual_processes()


@pytest.mark.parametrize("after", [0, 1, 7])
def test_a_killed_process_loses_nothing(
    pages: Sequence[PageFile], begun: list[subprocess.Popen[bytes]], monkeypatch: pytest.MonkeyPatch, after: int
) -> None:
    """What a process had not given when it was killed is read here, nothing twice, and it is said."""
    monkeypatch.setattr(reading_ahead, "_AHEAD_BYTES", 1)
    monkeypatch.setattr(reading_process, "MOST_ITEMS", 1)
    lost: list[None] = []
    found = []
    for number, (page, items) in enumerate(read_pages(pages, 2, lambda: lost.append(None))):
        if number == after:
            begun[0].kill()
        found.append((page, list(map(_as_said, items))))
    assert found == _all(read_pages(pages, 0))
    assert len(lost) == 1


def test_a_process_killed_in_the_middle_of_a_page_loses_nothing(
    tmp_path: Path, begun: list[subprocess.Popen[bytes]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The articles of a data set that came before are not given again."""
    monkeypatch.setattr(reading_ahead, "_AHEAD_BYTES", 1)
    lines = (f'{{"id": "{at}", "body": "tin số {at} {"chữ " * 2000}"}}\n' for at in range(300))
    (tmp_path / "a.jsonl").write_text("".join(lines), "utf-8")
    pages = [page for page in find_pages([str(tmp_path)]) if isinstance(page, PageFile)]
    ids = []
    for _, items in read_pages(pages, 1):
        for item in items:
            assert isinstance(item, Article)
            ids.append(item.id)
            if len(ids) == 60:
                begun[0].kill()
    assert ids == [str(at) for at in range(300)]


def test_where_no_process_can_begin_pages_are_read_here(
    pages: Sequence[PageFile], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A system that gives no process loses nothing either, and it is said."""
    monkeypatch.setattr("sys.executable", "/not/there")
    lost: list[None] = []
    assert _all(read_pages(pages, 2, lambda: lost.append(None))) == _all(read_pages(pages, 0))
    assert len(lost) == 2


def test_who_stops_early_leaves_no_process(pages: Sequence[PageFile], begun: list[subprocess.Popen[bytes]]) -> None:
    """Closing the iterator ends all processes, also those that wait to give what nobody takes."""
    read = read_pages(list(pages) * 3, 2)
    next(read)
    read.close()
    assert [process.poll() for process in begun] == [-signal.SIGKILL] * 2


def test_a_fault_of_the_program_is_raised_where_the_page_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """A process gives the exception that it came upon, or what can be said of it, and ends."""

    class UnsendableError(Exception):
        def __init__(self, one: int, two: int) -> None:
            super().__init__(f"{one} and {two}")

    page = PageFile("/a", "/a", "a", 1, 1)
    for error, wanted in ((ValueError("why"), "ValueError('why')"), (UnsendableError(1, 2), "RuntimeError(")):

        def failing(_: PageFile, __: Share, error: Exception = error) -> Iterator[Article | Skipped]:
            yield Skipped("/a", EmptyPageError())
            raise error

        monkeypatch.setattr(reading_process, "read_share", failing)
        requests, replies = io.BytesIO(), io.BytesIO()
        write_frame(requests, [(page, WHOLE)])
        requests.seek(0)
        serve(requests, replies)
        replies.seek(0)
        packed = read_packed(replies)
        assert packed is not None
        (raised,) = unpacked(packed)
        assert repr(raised).startswith(wanted)


def test_the_process_says_what_it_read(pages: Sequence[PageFile]) -> None:
    """Frames hold few articles, and end each page."""
    frames = list(answers([(page, WHOLE) for page in pages]))
    assert len(frames) > 1
    items = [item for frame in frames for item in frame]
    assert items.count(None) == len(pages)
    assert sum(isinstance(item, Article) for item in items) == sum(
        isinstance(item, Article) for page in pages for item in read_page(page)
    )


def test_a_stream_that_breaks_off_is_the_end() -> None:
    """Half a frame is none."""
    whole = io.BytesIO()
    write_frame(whole, ["a"])
    for length in range(len(whole.getvalue())):
        assert read_packed(io.BytesIO(whole.getvalue()[:length])) is None
