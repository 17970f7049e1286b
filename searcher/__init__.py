"""Which articles, in what order, and where in them? A query to hits, and hits to the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from searcher.archive import Archive as Archive

__all__ = ["Archive"]


def __getattr__(name: str) -> object:
    """``Archive`` on first use, so that the command line starts without the engine."""
    if name == "Archive":
        from searcher.archive import Archive

        return Archive
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
