"""Operators of other programs, which are signs like any other here, and say nothing: that is told, with our own."""

from __future__ import annotations

import re
from collections.abc import Iterator

_OURS = {"&": "AND", "&&": "AND", "|": "OR", "||": "OR"}
_OTHERS = re.compile(r"(?<!\S)(?:&&?|\|\|?|~(?P<within>\d+))(?!\S)")


def other_operators(argument: str) -> Iterator[tuple[str, str]]:
    """Each sign of an argument that another program would take for an operator, and what is written for it here.

    A distance is one only right behind the mark that closes a phrase.
    """
    for found in dict.fromkeys(match[0] for match in _OTHERS.finditer(argument)):
        yield found, _OURS.get(found, f'"…"{found}')
