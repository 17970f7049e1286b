"""How much memory may a run take? The rest follows from how many syllables it gathers before it writes a segment.

Measured over 186,143 articles: with segments of 17 million tokens, 700 MB at most while they are gathered and written,
and 689 when six of them are merged into one of 102. So many bytes a token take what is gathered and what is written of
it together, and what is merged; besides them a run takes 270 MB, the ledger counted, and now and then thirty more. When
it merges, what it gathered before has left gaps, and two hundred are needed whatever the size.
"""

MEMORY, LEAST_MEMORY = 800, 550
"""Megabytes that a run takes where nothing else is said, and those with which it gets along."""

_BESIDES, _A_TOKEN = 300_000_000, 4
_BESIDES_MERGING, _A_MERGED_TOKEN = 500_000_000, 2


def full_segment(memory: int = MEMORY) -> int:
    """The tokens of a segment that is written in so many megabytes of memory."""
    return max(memory * 1_000_000 - _BESIDES, 0) // _A_TOKEN


def merged_segment(memory: int = MEMORY) -> int:
    """The tokens of a segment that is merged of others in so many megabytes of memory."""
    return max(memory * 1_000_000 - _BESIDES_MERGING, 0) // _A_MERGED_TOKEN
