"""How much memory may a run take? The rest follows from how many syllables it gathers before it writes a segment.

Measured over 186,143 articles: 600 to 660 MB at most while all their 102 million tokens are gathered and written as one
segment; 629 where each was a file of its own; and 731 and 735 over four times as many, of which four segments came,
where it was 823 before memory was given back between them. So many bytes a token take what is gathered and what is
written of it together, with some to spare for other texts, and what is merged; besides them a run takes 300 MB, however
many files and articles there are.
"""

from __future__ import annotations

MEMORY, LEAST_MEMORY = 800, 550
"""Megabytes that a run takes where nothing else is said, and those with which it gets along."""

_BESIDES, _A_TOKEN, _A_MERGED_TOKEN = 390_000_000, 4, 3
"""Of articles and keys as many as the press has are part of what each token takes."""

_RUN, _TOKEN, _ARTICLE, _KEY = 300_000_000, 2.3, 700, 700
"""Bytes that a run takes, and each token, article and key of what is gathered, until it is written.

They give 757 MB for those 186,143 articles, which have 131,000 keys. Measured of 744,572 articles of eight tokens: 340
bytes each while they are gathered, and 230 more when they are written; where each has a word of its own, 430 and 190
more for that. Such a run took 1,096 MB before they counted, and takes 656; with two words of their own each, 705.
"""

_AS_TOKENS = 100
"""An article, or a key, takes as much while segments are merged as so many tokens."""


def full_segment(memory: int = MEMORY) -> int:
    """The tokens of a segment that is written in so many megabytes of memory."""
    return max(memory * 1_000_000 - _BESIDES, 0) // _A_TOKEN


def taken(tokens: int, articles: int, keys: int) -> float:
    """The megabytes that a run takes which has gathered so many tokens of so many articles, with so many keys."""
    return (_RUN + _TOKEN * tokens + _ARTICLE * articles + _KEY * keys) / 1_000_000


def merging(tokens: int, articles: int, keys: int) -> int:
    """What a segment takes when it is merged, in tokens: those that it has, and its articles and keys as so many."""
    return tokens + _AS_TOKENS * (articles + keys)


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
