"""A process that reads pages for another one.

It takes frames from its standard input and gives frames on its standard output, until the input ends. A frame is
eight bytes, the length of what follows as a big-endian number, and a pickle. A request is a sequence of pages. An
answer is a sequence of what came out of them in order: an ``Article`` or a ``Skipped``, ``None`` behind the last one of
a page, and an exception where reading came upon one that is a fault of the program; then nothing follows. A frame of no
bytes stands behind the answers to a request.

Both ends are the same program, and what passes between them comes from nowhere else.
"""

from __future__ import annotations

import os
import pickle
import sys
from collections.abc import Iterator, Sequence
from typing import IO, Any

from corpus.article import Article
from corpus.pages import PageFile, Skipped
from corpus.readers import read_page

Item = Article | Skipped | None | Exception

MOST_ITEMS, MOST_CHARACTERS = 50, 200_000
"""Of a frame: larger ones keep the other side waiting, and many small ones cost it time."""


_DONE = bytes(8)


def write_frame(stream: IO[bytes], content: object) -> None:
    """Writes a frame and sends it off."""
    packed = pickle.dumps(content, 5)
    stream.write(len(packed).to_bytes(8))
    stream.write(packed)
    stream.flush()


def read_packed(stream: IO[bytes]) -> bytes | None:
    """What a frame holds, still packed; ``None`` where the stream ends first."""
    header = stream.read(8)
    if len(header) < 8:
        return None
    length = int.from_bytes(header)
    packed = stream.read(length)
    return packed if len(packed) == length else None


def unpacked(packed: bytes) -> Any:
    """The content of a frame."""
    return pickle.loads(packed)


def answers(pages: Sequence[PageFile]) -> Iterator[Sequence[Item]]:
    """What comes out of some pages, in frames."""
    items: list[Item] = []
    characters = 0
    for page in pages:
        for item in read_page(page):
            items.append(item)
            characters += sum(map(len, item.paragraphs)) if isinstance(item, Article) else 0
            if len(items) >= MOST_ITEMS or characters >= MOST_CHARACTERS:
                yield items
                items, characters = [], 0
        items.append(None)
    yield items


def serve(requests: IO[bytes], replies: IO[bytes]) -> None:
    """Reads what is asked for until nothing more is."""
    while (packed := read_packed(requests)) is not None:
        try:
            for items in answers(unpacked(packed)):
                write_frame(replies, items)
            replies.write(_DONE)
            replies.flush()
        except BrokenPipeError:
            raise
        except Exception as error:
            write_frame(replies, [_sendable(error)])
            return


def _sendable(error: Exception) -> Exception:
    """An exception that can be packed, and unpacked again."""
    try:
        pickle.loads(pickle.dumps(error, 5))
    except Exception:
        return RuntimeError(f"{type(error).__name__}: {error}")
    return error


def main() -> None:
    """Serves on standard input and output, to the end of the process."""
    replies = os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # where what a library prints does no harm
    try:
        serve(sys.stdin.buffer, replies)
    except BrokenPipeError:  # nobody listens any more
        os._exit(0)
