"""Folders that are there and hold no page any more: their disk may be missing, so what came from them stays."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable

from corpus.errors import EmptiedFolderError
from corpus.pages import Skipped


class EmptiedFolders:
    """Folders at and below ``tops`` that are there and in which no page is any more, though some came from them.

    Whether one holds any page is told by ``holds``. Of folders in one another the outermost counts.
    """

    def __init__(self, tops: Iterable[str], holds: Callable[[str], bool]) -> None:
        self._tops = sorted(tops)
        self._holds = holds
        self._outermost: dict[str, str | None] = {}
        self._counts: Counter[str] = Counter()

    def has(self, path: str) -> bool:
        """Whether a file that is not there lay in such a folder; each is to be asked for once."""
        folder = os.path.dirname(path)
        if folder not in self._outermost:
            self._outermost[folder] = self._find(folder)
        found = self._outermost[folder]
        if found is not None:
            self._counts[found] += 1
        return found is not None

    def skipped(self) -> list[Skipped]:
        """Those of the files that were asked for, each with how many they are."""
        return [Skipped(folder, EmptiedFolderError(count=many)) for folder, many in sorted(self._counts.items())]

    def _find(self, folder: str) -> str | None:
        top = next((top for top in self._tops if is_below(folder, (top,))), None)
        if top is None:
            return None
        chain = [folder]
        while chain[-1] != top:
            chain.append(os.path.dirname(chain[-1]))
        outermost = next((each for each in reversed(chain) if not self._holds(each)), None)
        return outermost if outermost is not None and os.path.isdir(outermost) else None


def is_below(path: str, tops: Iterable[str]) -> bool:
    """Whether a path is one of ``tops`` or lies below one."""
    return any(path == top or path.startswith(top.rstrip(os.sep) + os.sep) for top in tops)
