"""Pages read by other processes: the same as read here, whatever becomes of them."""

from __future__ import annotations

import io
import os
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
from corpus.readers import read_page
from corpus.reading_ahead import read_pages
from corpus.reading_process import answers, serve
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

        def failing(_: PageFile, error: Exception = error) -> Iterator[Article | Skipped]:
            yield Skipped("/a", EmptyPageError())
            raise error

        monkeypatch.setattr(reading_process, "read_page", failing)
        requests, replies = io.BytesIO(), io.BytesIO()
        write_frame(requests, [page])
        requests.seek(0)
        serve(requests, replies)
        replies.seek(0)
        packed = read_packed(replies)
        assert packed is not None
        (raised,) = unpacked(packed)
        assert repr(raised).startswith(wanted)


def test_the_process_says_what_it_read(pages: Sequence[PageFile]) -> None:
    """Frames hold few articles, and end each page."""
    frames = list(answers(pages))
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
