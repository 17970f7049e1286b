"""What passes between a process that reads pages and the one that wants them.

A frame is eight bytes, the length of what follows as a big-endian number, and a pickle. A request is a sequence of
pages with the share of each that is wanted. An answer is a sequence of what came out of them in order: an ``Article``
or a ``Skipped``, a ``Turn`` between those of two turns, ``None`` behind the last one of a page, and an exception where
reading came upon one that is a fault of the program; then nothing follows. A frame of no bytes stands behind the
answers to a request.

Both ends are the same program, and what passes between them comes from nowhere else.
"""

from __future__ import annotations

import pickle
from collections.abc import Sequence
from typing import IO, Any

from corpus.article import Article
from corpus.pages import PageFile, Skipped
from corpus.turns import Share, Turn

Request = Sequence[tuple[PageFile, Share]]
Item = Article | Skipped | Turn | None | Exception

DONE = bytes(8)
"""The frame of no bytes."""


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


def sendable(error: Exception) -> Exception:
    """An exception that can be packed, and unpacked again."""
    try:
        pickle.loads(pickle.dumps(error, 5))
    except Exception:
        return RuntimeError(f"{type(error).__name__}: {error}")
    return error
