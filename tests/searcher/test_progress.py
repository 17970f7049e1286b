"""Long work, shown while it goes."""

from __future__ import annotations

import io
import sys
import threading

import pytest

from index.report import Progress
from searcher.printers import progress as progress_lines
from searcher.printers.output import Output
from searcher.printers.progress import Waiting, progress_line


@pytest.mark.parametrize(
    ("progress", "seconds", "line"),
    [
        (Progress(0, 1, 0), 0.0, "Read 0 articles (0 a second), file 1 of 1"),
        (Progress(3, 100, 1500, share=0.01), 2.0, "Read 1,500 articles (750 a second), file 4 of 100"),
        (Progress(3, 4, 1500, share=0.8), 1.9, "Read 1,500 articles (789 a second), file 4 of 4"),
        (Progress(0, 1, 1500, share=0.25), 2.0, "Read 1,500 articles (750 a second), file 1 of 1, 6 s left"),
        (Progress(50, 100, 50, share=0.5), 10.0, "Read 50 articles (5 a second), file 51 of 100, 10 s left"),
        (Progress(100, 2500, 1, share=0.04), 10.0, "Read 1 article (0 a second), file 101 of 2,500, 4 min left"),
        (Progress(100, 100, 9, is_writing=True), 1.0, "Writing 9 articles into the index"),
    ],
)
def test_a_line_says_how_much_how_quickly_and_how_long(progress: Progress, seconds: float, line: str) -> None:
    """How long the rest will take is said once enough is read to tell."""
    assert progress_line(progress, seconds) == line


class _Screen(io.StringIO):
    """A standard error that says when something is written to it, and that it is a terminal."""

    def __init__(self) -> None:
        super().__init__()
        self.touched = threading.Event()

    def isatty(self) -> bool:
        return True

    def write(self, text: str) -> int:
        self.touched.set()
        return super().write(text)


def _looked_at(monkeypatch: pytest.MonkeyPatch, late: float = 0) -> _Screen:
    """A screen in the place of standard error, on which what takes so many seconds is told of."""
    monkeypatch.setattr(progress_lines, "_LATE", late)
    found = _Screen()
    monkeypatch.setattr(sys, "stderr", found)
    return found


def test_what_takes_long_is_said_and_wiped(monkeypatch: pytest.MonkeyPatch) -> None:
    """From a second on it is said for how long something has been looked for; afterwards nothing of it is left."""
    screen = _looked_at(monkeypatch)
    with Waiting(shown=True):
        assert screen.touched.wait(5)
    first, *_, last = screen.getvalue().split("\r")[1:]
    assert (first, last) == ("Searching for 0 s\x1b[K", "\x1b[K")


def test_what_is_quick_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Before that nothing is written, and where nobody looks on, never."""
    screen = _looked_at(monkeypatch, 1000)
    with Waiting(shown=True):
        pass
    monkeypatch.setattr(progress_lines, "_LATE", 0)
    with Waiting(shown=False):
        assert not screen.touched.wait(0.01)
    assert screen.getvalue() == ""


@pytest.mark.parametrize(("quiet", "is_shown"), [(False, True), (True, False)])
def test_quiet_is_quiet(quiet: bool, is_shown: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is said on a terminal alone, and not where one asked to be quiet."""
    screen = _looked_at(monkeypatch)
    with Output.of("tsv", "tsv", "human", "never", no_pager=True, quiet=quiet).working():
        assert screen.touched.wait(5 if is_shown else 0.01) is is_shown
