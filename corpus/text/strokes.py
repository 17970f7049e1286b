"""Pages whose lines a scraper joined by strokes, into one: ``Trang chủ|Xã hội|…``."""

from __future__ import annotations

_MOST_LINES = 3
_FEWEST_STROKES = 8
_SHORTEST = 500
"""Characters of a page; a shorter text is no page."""


def without_strokes(text: str) -> str:
    """The text with a line for each part between strokes, where there are no lines else."""
    if text.count("|") < _FEWEST_STROKES or len(text) < _SHORTEST or text.strip().count("\n") >= _MOST_LINES:
        return text
    return text.replace("|", "\n")
