"""What an input that is fuzzed with may take."""

MOST_MEMORY = 3 << 30
"""Bytes of address space; half of it is what libraries reserve."""

LONGEST = 20
"""Seconds; what takes longer counts as no end."""
