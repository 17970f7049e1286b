"""The lines of a file that may have any length: those beyond a limit are passed over without being held in memory."""

from __future__ import annotations

from collections.abc import Iterator
from io import BufferedReader


def lines_of(stream: BufferedReader, longest: int) -> Iterator[tuple[int, bytes | None]]:
    """Each line with its line feed, and its number from 1; ``None`` in the place of one of more than ``longest`` bytes.

    Raises what the stream raises.
    """
    number = 0
    while line := stream.readline(longest + 1):
        number += 1
        if len(line) <= longest:
            yield number, line
            continue
        is_whole = line.endswith(b"\n")
        del line
        while not is_whole and (piece := stream.readline(1 << 20)):
            is_whole = piece.endswith(b"\n")
        yield number, None
