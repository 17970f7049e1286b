"""How much memory may a run take? The rest follows from how many syllables it gathers before it commits a segment.

Measured over 186,143 articles: what a run takes besides a segment, the ledger counted, and what each of the segment's
tokens takes when it is written.
"""

MEMORY, LEAST_MEMORY = 800, 550
"""Megabytes that a run takes where nothing else is said, and those with which it gets along."""

_BESIDES, _A_TOKEN = 485_000_000, 15


def full_segment(memory: int = MEMORY) -> int:
    """The tokens of a segment that is written in so many megabytes of memory."""
    return max(memory * 1_000_000 - _BESIDES, 0) // _A_TOKEN
