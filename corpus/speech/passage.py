"""What is a passage? A stretch of an article that is quoted, by its offsets."""

from __future__ import annotations

from typing import NamedTuple

BLANK = "•"
"""Stands for each character of a passage where the words round another one are looked at."""

LONGEST_RUN = 12
"""Paragraphs over which one quotation may run before an unclosed mark counts as a slip of the keyboard."""

CLOSING = {"“": '”“"', "„": "“”", "«": "»", "‘": "’", '"': '"”', "”": "”", "'": "'"}
"""The marks that may close what another one opened."""

OPENING = frozenset('“„«"')
"""The marks that open a whole utterance."""


class Passage(NamedTuple):
    """Offsets of what is quoted, without its marks; ``first`` and ``last`` number the texts it opens and ends in.

    ``label`` is who a line of dialogue is headed by, ``""`` where the line has a dash alone, ``None`` where marks stand
    round the passage.
    """

    first: int
    start: int
    last: int
    end: int
    label: str | None = None
