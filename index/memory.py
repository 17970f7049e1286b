"""How much memory may a run take? The rest follows from how many syllables it gathers before it writes a segment.

Measured over 186,143 articles: 577 to 594 MB at most while all their 102 million tokens are gathered and written as
one segment; 630 where each was a file of its own; and 742 to 863 over four times as many, of which four segments
came, for memory in pieces is not given back. So many bytes a token take what is gathered and what is written of it
together, with some to spare for other texts, and what is merged; besides them a run takes 280 MB, however many files
and articles there are.
"""

MEMORY, LEAST_MEMORY = 800, 550
"""Megabytes that a run takes where nothing else is said, and those with which it gets along."""

_BESIDES, _A_TOKEN, _A_MERGED_TOKEN = 350_000_000, 4, 3


def full_segment(memory: int = MEMORY) -> int:
    """The tokens of a segment that is written in so many megabytes of memory."""
    return max(memory * 1_000_000 - _BESIDES, 0) // _A_TOKEN


def merged_segment(memory: int = MEMORY) -> int:
    """The tokens of a segment that is merged of others in so many megabytes of memory."""
    return max(memory * 1_000_000 - _BESIDES, 0) // _A_MERGED_TOKEN
