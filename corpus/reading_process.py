"""A process that reads pages for another one: it takes frames from its standard input and gives frames on its standard
output (``frames.py``), until the input ends.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from typing import IO

from corpus.article import Article
from corpus.frames import DONE, Item, Request, read_packed, sendable, unpacked, write_frame
from corpus.readers import read_share

MOST_ITEMS, MOST_CHARACTERS = 50, 200_000
"""Of a frame: larger ones keep the other side waiting, and many small ones cost it time."""


def answers(request: Request) -> Iterator[Sequence[Item]]:
    """What comes out of some pages, in frames."""
    items: list[Item] = []
    characters = 0
    for page, share in request:
        for item in read_share(page, share):
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
            replies.write(DONE)
            replies.flush()
        except BrokenPipeError:
            raise
        except Exception as error:
            write_frame(replies, [sendable(error)])
            return


def main() -> None:
    """Serves on standard input and output, to the end of the process."""
    replies = os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # where what a library prints does no harm
    try:
        serve(sys.stdin.buffer, replies)
    except BrokenPipeError:  # nobody listens any more
        os._exit(0)
