"""How much memory may a run take? The rest follows from how many syllables it gathers before it writes a segment.

Measured over 186,143 articles: 577 to 594 MB at most while all their 102 million tokens are gathered and written as
one segment; 630 where each was a file of its own; and 742 to 863 over four times as many, of which four segments
came, for memory in pieces is not given back. So many bytes a token take what is gathered and what is written of it
together, with some to spare for other texts, and what is merged; besides them a run takes 280 MB, however many files
and articles there are.
"""

from __future__ import annotations

MEMORY, LEAST_MEMORY = 800, 550
"""Megabytes that a run takes where nothing else is said, and those with which it gets along."""

_BESIDES, _A_TOKEN, _A_MERGED_TOKEN = 390_000_000, 4, 3


def full_segment(memory: int = MEMORY) -> int:
    """The tokens of a segment that is written in so many megabytes of memory."""
    return max(memory * 1_000_000 - _BESIDES, 0) // _A_TOKEN


def merged_segment(memory: int = MEMORY) -> int:
    """The tokens of a segment that is merged of others in so many megabytes of memory."""
    return max(memory * 1_000_000 - _BESIDES, 0) // _A_MERGED_TOKEN


def give_back() -> None:
    """Gives the memory that was freed back to the system, where the C library keeps it for itself as glibc does.

    What a segment was gathered and written in comes free in pieces of all sizes, between others that stay: of what the
    next one asks for, some does not fit into any of them. Takes some 20 ms for 300 MB; the system maps them anew.
    """
    import ctypes

    try:
        trim = ctypes.CDLL(None).malloc_trim
    except (AttributeError, OSError, TypeError):  # another C library
        return
    trim(ctypes.c_size_t(0))
