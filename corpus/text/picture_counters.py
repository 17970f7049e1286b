"""Numbers of pictures on lines of their own, above each its caption: ``1/6``, ``2/6``, as galleries have them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from corpus.text.lines import Line

_COUNTER = re.compile(r"(?:\[?ảnh )?(?P<number>\d{1,3})\s?/\s?(?P<total>\d{1,3})\]?", re.IGNORECASE)
_FEWEST = 2
_FEWEST_OF_WHOLE = 4
_LONGEST_CAPTION = 250
"""Characters of a caption in a gallery that counts all its pictures; fewer numbers may be those of pages."""

_SPOKEN = '“"'
"""Where somebody speaks below a number, the text goes on there."""


def counters_of_pictures(lines: Sequence[Line]) -> frozenset[int]:
    """The numbers of the lines that count pictures: some of them, of one total, none beyond it."""
    found = {
        at: counter
        for at, line in enumerate(lines)
        if "/" in line.plain and (counter := _COUNTER.fullmatch(line.plain)) is not None
    }
    totals = Counter(counter["total"] for counter in found.values() if int(counter["number"]) <= int(counter["total"]))
    return frozenset(at for at, counter in found.items() if totals[counter["total"]] >= _FEWEST)


def captions_of_galleries(lines: Sequence[Line], counters: frozenset[int]) -> frozenset[int]:
    """The numbers of the lines right below the counters of galleries that count all their pictures, one after another.

    They are captions though they have several sentences, as long as nobody speaks in any of them; what else stands
    between two of the ``counters`` is text.
    """
    galleries: dict[int, list[tuple[int, int]]] = {}
    for at in sorted(counters):
        counter = _COUNTER.fullmatch(lines[at].plain)
        if counter is not None and at + 1 < len(lines):
            galleries.setdefault(int(counter["total"]), []).append((int(counter["number"]), at + 1))
    return frozenset(
        at
        for total, counted in galleries.items()
        if total >= _FEWEST_OF_WHOLE
        and [number for number, _ in counted] == list(range(1, total + 1))
        and all(_may_be_caption(lines[below].plain) for _, below in counted)
        for _, at in counted
    )


def _may_be_caption(plain: str) -> bool:
    return len(plain) <= _LONGEST_CAPTION and not any(mark in plain for mark in _SPOKEN)
