"""The hours of a live report: lines that are nothing but an hour, over what happened then."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.text.lines import Line

_HOUR = re.compile(r"[0-2]?\d(?::|h|g|giờ)[0-5]\d\.?:?$")
_FEWEST = 3
"""So many make a report; one or two are what a player counts."""


def live_hours(lines: Sequence[Line]) -> frozenset[int]:
    """The numbers of the lines that are such hours, or none."""
    hours = [at for at in range(len(lines) - 1) if _HOUR.match(lines[at].plain)]
    over_text = [at for at in hours if lines[at + 1].is_running]
    if len(over_text) < _FEWEST:
        return frozenset()
    return frozenset(at for at in hours if lines[at + 1].is_sentence or _leads_to_text(lines[at + 1 : at + 3]))


def _leads_to_text(below: Sequence[Line]) -> bool:
    """Whether text stands below an hour, or a heading and then text."""
    return any(line.is_running for line in below)
