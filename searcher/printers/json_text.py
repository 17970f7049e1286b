"""JSON objects as text: one a line, or all of them as an array."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from searcher.printers.inert import inert_json

if TYPE_CHECKING:
    from searcher.printers.objects import Object


def line(found: Object) -> str:
    """An object on a line of its own."""
    return inert_json(json.dumps(found, ensure_ascii=False))


def array(found: Iterable[Object]) -> Iterator[str]:
    """An array of objects, one a line; written while they are made, so that many of them take no memory."""
    before = ""
    yield "["
    for each in found:
        if before:
            yield before + ","
        before = line(each)
    if before:
        yield before
    yield "]"
