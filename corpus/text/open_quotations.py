"""Lines inside a quotation that runs over several of them, as a poem or a letter does: they are text, whatever they
look like.

A verse ends without a mark, as captions and titles of other pages do; the mark that was opened above and is closed
below tells it from these.
"""

from __future__ import annotations

from collections.abc import Sequence

from corpus.text.lines import Line

_PAIRS = (("“", "”"), ("«", "»"), ("„", "“"), ('"', '"'))
_MOST = 40
"""Lines of such a quotation; a mark that is open for longer was forgotten."""


def lines_in_quotations(lines: Sequence[Line]) -> frozenset[int]:
    """The numbers of the lines from one that opens a quotation to the one that closes it."""
    found: set[int] = set()
    whole = "\n".join([line.plain for line in lines])
    for opening, closing in _PAIRS:
        if opening not in whole:
            continue
        begin: int | None = None
        for at, line in enumerate(lines):
            plain = line.plain
            if opening not in plain and closing not in plain:
                pass
            elif opening == closing:
                if plain.count(opening) % 2:
                    begin = _took(found, begin, at)
            elif begin is None and plain.rfind(opening) > plain.rfind(closing):
                begin = at
            elif begin is not None and plain.rfind(closing) > plain.rfind(opening):
                begin = _took(found, begin, at)
            if begin is not None and at - begin > _MOST:
                begin = None
    return frozenset(found)


def _took(found: set[int], begin: int | None, at: int) -> int | None:
    """Where a quotation is open behind a line that opens or closes one, after taking what it has closed."""
    if begin is None:
        return at
    found.update(range(begin, at + 1))
    return None
