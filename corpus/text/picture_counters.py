"""Numbers of pictures on lines of their own, above each its caption: ``1/6``, ``2/6``, as galleries have them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from corpus.text.lines import Line

_COUNTER = re.compile(r"(?:\[?ảnh )?(?P<number>\d{1,3})\s?/\s?(?P<total>\d{1,3})\]?", re.IGNORECASE)
_FEWEST = 2


def counters_of_pictures(lines: Sequence[Line]) -> frozenset[int]:
    """The numbers of the lines that count pictures: some of them, of one total, none beyond it."""
    found = {at: counter for at, line in enumerate(lines) if (counter := _COUNTER.fullmatch(line.plain)) is not None}
    totals = Counter(counter["total"] for counter in found.values() if int(counter["number"]) <= int(counter["total"]))
    return frozenset(at for at, counter in found.items() if totals[counter["total"]] >= _FEWEST)
