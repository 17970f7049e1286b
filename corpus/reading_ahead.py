"""Pages read by other processes ahead of who needs them, in the same order and with the same results.

Pages are given out in batches, to each process in turn; a large file goes to all of them, to each a share of it. A
thread for each process moves what it gives into memory, up to a bound of bytes; what is too much waits in the process.
Should a process end early, for want of memory perhaps, its pages are read here: from the article on at which it ended,
so that nothing is lost and nothing comes twice.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import suppress
from enum import Enum, auto
from itertools import cycle, islice
from threading import Condition, Thread

from corpus.article import Article
from corpus.file_kinds import ARCHIVE_SUFFIXES
from corpus.frames import Item, Request, read_packed, unpacked, write_frame
from corpus.pages import PageFile, Skipped
from corpus.turns import WHOLE, Share, Turn
from corpus.undated import dates_last

Read = Generator[tuple[PageFile, Iterator[Article | Skipped]], None, None]
"""Each page with what comes out of it, to be gone through before the next one is asked for."""

WORTHWHILE_BYTES, WORTHWHILE_PAGES = 2_000_000, 300
"""Less is read before a process has begun."""

MOST_PROCESSES = 4
"""If not said otherwise: what puts articles into an index keeps up with no more."""

_BATCH_BYTES, _BATCH_PAGES, _REQUEST_BYTES = 1_000_000, 50, 12_000
_AHEAD_BYTES = 20_000_000
"""Of packed articles that wait for each process's turn: what it reads in the time that a segment is written."""

_PROGRAM = "import sys; sys.path[:] = sys.argv[1:]; from corpus.reading_process import main; main()"
"""The very modules that are loaded here, wherever they came from."""

_REQUESTS = 2
"""Batches that a process has been asked for and not yet given: it never waits for the next, and the pipe holds them."""


def usual_processes() -> int:
    """How many processes read ahead where nobody says: one a core, none where there is one core.

    Pages of text take longer to read than to index. On two cores a second process made a run over 4,000 of them a fifth
    to two fifths shorter; who has nothing to read waits.
    """
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(cores, MOST_PROCESSES) if cores > 1 else 0


def read_pages(
    pages: Sequence[PageFile], processes: int | None = None, on_loss: Callable[[], None] = lambda: None
) -> Read:
    """Every page with what comes out of it, read by so many other processes; by none where there is little to read.

    ``None`` is ``usual_processes()``, and 0 reads everything here. ``on_loss`` is called when a process ends early.
    Close the iterator to end the processes. Raises what reading raises, from wherever it is done.
    """
    is_little = len(pages) < WORTHWHILE_PAGES and sum(page.size for page in pages) < WORTHWHILE_BYTES
    wanted = (0 if is_little else usual_processes()) if processes is None else processes
    if wanted < 1 or not sys.executable:
        return ((page, dates_last(page, _together(page, [_read_here(page)]))) for page in pages)
    batches = _batches(pages)
    if wanted == 1 or not any(map(_is_for_all, batches)):
        wanted = min(wanted, len(batches))
    return _read_by(list(_requests(batches, wanted)), wanted, on_loss)


def _read_by(requests: Sequence[Sequence[Request]], processes: int, on_loss: Callable[[], None]) -> Read:
    """What comes out of pages by what each process is asked for in order; nothing where others are asked."""
    readers: list[_Reader] = []
    try:
        for number in range(processes):
            own = [each[number] for each in requests if each[number]]
            readers.append(_Reader(own, on_loss))
        for request in requests:
            asked = [(reader, each) for reader, each in zip(readers, request, strict=True) if each]
            for pages in zip(*(each for _, each in asked), strict=True):
                page = pages[0][0]
                shares = [reader.items(page, share) for (reader, _), (_, share) in zip(asked, pages, strict=True)]
                yield page, dates_last(page, _together(page, shares))
    finally:
        for reader in readers:
            reader.end()


def _requests(batches: Sequence[Sequence[PageFile]], processes: int) -> Iterator[Sequence[Request]]:
    """What each process is asked for of each batch: a share of a large file, or all of it where it is its turn."""
    turns = cycle(range(processes))
    for batch in batches:
        if processes > 1 and _is_for_all(batch):
            yield [[(batch[0], Share(number, processes))] for number in range(processes)]
        else:
            turn = next(turns)
            yield [[(page, WHOLE) for page in batch] if number == turn else [] for number in range(processes)]


def _is_for_all(batch: Sequence[PageFile]) -> bool:
    """Whether a batch is one large file that may hold many articles, to be found without unpacking each of them."""
    return len(batch) == 1 and batch[0].size > _BATCH_BYTES and not batch[0].path.lower().endswith(ARCHIVE_SUFFIXES)


def _together(page: PageFile, shares: Sequence[Iterator[Article | Skipped | Turn]]) -> Iterator[Article | Skipped]:
    """What comes out of all shares of a page, by turns; read here from where on they differ in how many turns it has.

    Only a page that changes while it is read, or a disk that fails for one process, makes them differ.
    """
    given = 0
    for share in cycle(shares):
        for item in share:
            if isinstance(item, Turn):
                break
            given += 1
            yield item
        else:
            break
    if any(not isinstance(item, Turn) for share in shares for item in share):
        everything = (item for item in _read_here(page) if not isinstance(item, Turn))
        yield from islice(everything, given, None)


def _read_here(page: PageFile, share: Share = WHOLE) -> Iterator[Article | Skipped | Turn]:
    from corpus.readers import read_share  # which takes a fifth of a second to load, where nothing may be new

    return read_share(page, share)


def _batches(pages: Sequence[PageFile]) -> list[list[PageFile]]:
    """The pages in order, some small ones or a large one at a time."""
    found: list[list[PageFile]] = []
    size = length = 0
    for page in pages:
        named = len(page.path) + len(page.shown) + len(page.name) + 100
        is_full = size + page.size > _BATCH_BYTES or length + 4 * named > _REQUEST_BYTES
        if not found or is_full or len(found[-1]) >= _BATCH_PAGES:
            found.append([])
            size = length = 0
        found[-1].append(page)
        size += page.size
        length += 4 * named
    return found


def _begun() -> subprocess.Popen[bytes] | None:
    """A process that reads, by this very program; ``None`` where the system gives none."""
    command = [sys.executable, "-P", "-X", f"utf8={sys.flags.utf8_mode}", "-c", _PROGRAM]
    try:
        return subprocess.Popen(
            [*command, *map(os.path.abspath, sys.path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            start_new_session=True,  # Ctrl-C is for this process to answer, which then ends the others
        )
    except OSError:
        return None


class _End(Enum):
    """What comes from a process that has ended."""

    ENDED = auto()


class _Reader:
    """A process that reads, and what it gave and nobody took yet."""

    def __init__(self, asked: Sequence[Request], on_loss: Callable[[], None]) -> None:
        self._asked, self._on_loss = asked, on_loss
        self._frames: deque[bytes] = deque()
        self._waiting = 0
        self._has_ended = False
        self._is_wanted = True
        self._is_lost = False
        self._changed = Condition()
        self._items: deque[Item] = deque()
        self._process = _begun()
        self._thread = Thread(target=self._fetch, daemon=True)
        self._thread.start()

    def items(self, page: PageFile, share: Share) -> Iterator[Article | Skipped | Turn]:
        """What comes out of a share of a page, the next that was asked for. Raises what reading it raised there."""
        given = 0
        while (item := self._next()) is not _End.ENDED:
            if item is None:
                return
            if isinstance(item, Exception):
                raise item
            given += 1
            yield item
        if not self._is_lost:
            self._is_lost = True
            self._on_loss()
        yield from islice(_read_here(page, share), given, None)

    def end(self) -> None:
        """Ends the process, whatever it does."""
        with self._changed:
            self._is_wanted = False
            self._changed.notify_all()
        if self._process is not None:
            self._process.kill()
        self._thread.join()
        if self._process is not None:
            self._process.wait()
            for stream in (self._process.stdin, self._process.stdout):
                with suppress(OSError):  # what was not sent off before the process ended
                    if stream is not None:
                        stream.close()

    def _next(self) -> Item | _End:
        """The next item; ``ENDED`` where the process ended before it gave one."""
        while not self._items:
            with self._changed:
                self._changed.wait_for(lambda: self._frames or self._has_ended)
                if not self._frames:
                    return _End.ENDED
                packed = self._frames.popleft()
                self._waiting -= len(packed)
                self._changed.notify_all()
            self._items.extend(unpacked(packed))
        return self._items.popleft()

    def _fetch(self) -> None:
        """Asks for the batches and takes what comes, in a thread of its own."""
        try:
            self._exchange()
        except (OSError, ValueError):  # the process has ended, or its pipes were closed by who ended it
            pass
        finally:
            with self._changed:
                self._has_ended = True
                self._changed.notify_all()

    def _exchange(self) -> None:
        if self._process is None:
            return
        requests, replies = self._process.stdin, self._process.stdout
        assert requests is not None
        assert replies is not None
        unasked = iter(self._asked)
        for request in islice(unasked, _REQUESTS):
            write_frame(requests, request)
        while (packed := read_packed(replies)) is not None:
            if not packed:  # a batch is done
                for request in islice(unasked, 1):
                    write_frame(requests, request)
                continue
            with self._changed:
                self._frames.append(packed)
                self._waiting += len(packed)
                self._changed.notify_all()
                self._changed.wait_for(lambda: self._waiting < _AHEAD_BYTES or not self._is_wanted)
                if not self._is_wanted:
                    return
