"""The parts of many segments, looked at by two processes where there is much to look at.

What has to be looked at stands in one row. This process takes from its beginning, where the texts are, the largest
first, the other one from its end, where the articles are, and then whatever is left: so both are busy to the end, and
seldom hold a text each. Should the other process end early, for want of memory perhaps, what it was at is done here.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import deque
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from threading import Thread

from index.segment.check import PARTS, faults_of_part
from index.segment.segment import Segment

WORTHWHILE_BYTES = 40_000_000
"""Less is looked at, at some 8 ms a megabyte, before another process has begun."""

_PROGRAM = "import sys; sys.path[:] = sys.argv[1:]; from index.checking_process import main; main()"
"""The very modules that are loaded here, wherever they came from."""

_Part = tuple[Path, str]


def faults_of_parts(segments: Mapping[Path, Segment], *, alone: bool | None = None) -> Sequence[tuple[Path, str]]:
    """What is wrong with segments whose bytes are those that were written, in their order, each with its path.

    ``alone`` says whether this process does everything; ``None`` leaves that to how much there is and to the cores.
    """
    by_size = sorted(segments, key=lambda path: segments[path].size)
    left = deque([*((path, "text") for path in reversed(by_size)), *((path, "articles") for path in by_size)])
    found: dict[_Part, Sequence[str]] = {}
    if alone is None:
        cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
        alone = cores < 2 or sum(sum(each.file.sizes().values()) for each in segments.values()) < WORTHWHILE_BYTES
    other = None if alone or not sys.executable else _Other(left, found)
    try:
        while left or (other is not None and other.is_waited_for()):
            with suppress(IndexError):  # the other one took the last
                path, part = left.popleft()
                found[path, part] = list(faults_of_part(segments[path], part))
    finally:
        if other is not None:
            other.end()
    return [(path, what) for path in segments for part in PARTS for what in found[path, part]]


class _Other:
    """A process that takes parts from the end of a row, and notes what it found."""

    def __init__(self, left: deque[_Part], found: dict[_Part, Sequence[str]]) -> None:
        self._left, self._found = left, found
        self._process = _begun()
        self._thread = Thread(target=self._exchange, daemon=True)
        self._thread.start()

    def is_waited_for(self) -> bool:
        """Waits for what the process is at, and gives whether it has left something for others to do."""
        self._thread.join()
        return bool(self._left)

    def end(self) -> None:
        """Ends the process, whatever it does."""
        if self._process is not None:
            self._process.kill()
        self._thread.join()
        if self._process is not None:
            self._process.wait()
            for stream in (self._process.stdin, self._process.stdout):
                with suppress(OSError):  # what was not sent off before the process ended
                    if stream is not None:
                        stream.close()

    def _exchange(self) -> None:
        """Asks for one part after the other, in a thread of its own."""
        if self._process is None:
            return
        requests, replies = self._process.stdin, self._process.stdout
        assert requests is not None
        assert replies is not None
        while True:
            try:
                path, part = self._left.pop()
            except IndexError:  # all is done
                return
            try:
                requests.write(json.dumps([os.path.abspath(path), part]) + "\n")
                requests.flush()
                self._found[path, part] = json.loads(replies.readline())
            except (OSError, ValueError):  # the process has ended, or who waited for it has ended it
                self._left.append((path, part))
                return


def _begun() -> subprocess.Popen[str] | None:
    """A process that looks at parts, by this very program; ``None`` where the system gives none."""
    command = [sys.executable, "-P", "-X", "utf8", "-c", _PROGRAM]
    try:
        return subprocess.Popen(
            [*command, *map(os.path.abspath, sys.path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            encoding="utf-8",
            start_new_session=True,  # Ctrl-C is for this process to answer, which then ends the other
        )
    except OSError:
        return None
