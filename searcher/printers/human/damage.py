"""What is wrong in an index, a line each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from searcher.printers.inert import inert

if TYPE_CHECKING:
    from index.check import Fault


def damage(found: Iterable[Fault]) -> Iterator[str]:
    """The file, and what is wrong with it."""
    return (f"{inert(fault.file)}: {inert(fault.what)}" for fault in found)
