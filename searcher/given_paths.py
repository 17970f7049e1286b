"""Which of the paths that were given are there? What is not stops nothing that is."""

from __future__ import annotations

import os
from collections.abc import Iterable

from corpus.errors import NoSuchPathError
from corpus.pages import Skipped


def present(paths: Iterable[str]) -> tuple[list[str], tuple[Skipped, ...]]:
    """The paths at which there is something, and the others, to be named at the end.

    Where there is nothing at any of them, all are given as present: who reads them says so.
    """
    given = list(dict.fromkeys(paths))
    there = [path for path in given if os.path.lexists(path)]
    if not there:
        return given, ()
    return there, tuple(Skipped(path, NoSuchPathError(path=path)) for path in given if path not in there)


def is_missing(fault: Skipped) -> bool:
    """Whether what could not be read was given and is not there."""
    return isinstance(fault.error, NoSuchPathError)
