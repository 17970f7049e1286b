"""Long work, shown while it goes: one line on standard error, rewritten a few times a second, on a terminal only."""

from __future__ import annotations

import sys
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Self

from searcher.messages import number, say, say_many

if TYPE_CHECKING:
    import threading

    from index.report import Progress

_EVERY = 0.2
"""Seconds between two rewritings."""

_LATE = 1.0
"""Seconds after which it is said that something is still being looked for."""

_ENOUGH, _SETTLED = 0.02, 2.0
"""The share that has to be read, and the seconds that it has to take, before it is said how long the rest will take."""


@dataclass(slots=True)
class ProgressLine:
    """Takes ``Progress`` by being called; its ``with`` block ends with the line wiped."""

    shown: bool
    _began: float = field(default_factory=time.monotonic)
    _last: float = 0.0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._last:
            sys.stderr.write("\r\x1b[K")

    def __call__(self, progress: Progress) -> None:
        now = time.monotonic()
        if not self.shown or (now - self._last < _EVERY and not progress.is_writing):
            return
        self._last = now
        sys.stderr.write(f"\r{progress_line(progress, now - self._began)}\x1b[K")
        sys.stderr.flush()


class Waiting:
    """Says for how long something has been looked for, from a second on; at the end of its block the line is wiped."""

    def __init__(self, *, shown: bool) -> None:
        self._shown = shown
        self._ended: threading.Event | None = None
        self._telling: threading.Thread | None = None

    def __enter__(self) -> Self:
        if self._shown:
            import threading

            self._ended = threading.Event()
            self._telling = threading.Thread(target=self._tell, args=(self._ended, time.monotonic()), daemon=True)
            self._telling.start()
        return self

    def __exit__(self, *_: object) -> None:
        if self._ended is not None and self._telling is not None:
            self._ended.set()
            self._telling.join()

    def _tell(self, ended: threading.Event, began: float) -> None:
        if ended.wait(_LATE):
            return
        while True:
            seconds = number(int(time.monotonic() - began))
            sys.stderr.write(f"\r{say('Searching for {seconds} s', seconds=seconds)}\x1b[K")
            sys.stderr.flush()
            if ended.wait(_EVERY):
                break
        sys.stderr.write("\r\x1b[K")
        sys.stderr.flush()


def progress_line(progress: Progress, seconds: float) -> str:
    """How far a run has come in so many seconds: how much, how quickly, and how long it will take if it goes on so."""
    articles = say_many("{count} article", "{count} articles", progress.articles)
    if progress.is_writing:
        return say("Writing {articles} into the index", articles=articles)
    line = say(
        "Read {articles} ({rate} a second), file {file} of {files}",
        articles=articles,
        rate=number(round(progress.articles / max(seconds, 0.001))),
        file=number(progress.files + 1),
        files=number(progress.all_files),
    )
    if progress.share < _ENOUGH or seconds < _SETTLED:
        return line
    left = round(seconds * (1 / progress.share - 1))
    if left < 60:
        return say("{line}, {seconds} s left", line=line, seconds=number(left))
    return say("{line}, {minutes} min left", line=line, minutes=number(round(left / 60)))
