"""What an index holds."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Overview:
    """What an index holds. ``size`` in bytes; ``first`` and ``last`` are dates of publication, where any is known.

    ``deleted`` are articles that were replaced or removed and still take room; ``version`` is that of the program.
    """

    path: str
    articles: int
    dated: int
    quotations: int
    syllables: int
    pages: int
    faults: int
    first: str | None
    last: str | None
    sources: tuple[tuple[str, int], ...]
    size: int
    format: int
    segments: int
    deleted: int
    version: str
