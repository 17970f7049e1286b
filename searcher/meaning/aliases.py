"""What is written in several ways for the same, as a table says it: abbreviations, other spellings of names.

The table is text: a line a group, its ways of writing parted by `` = ``; what stands behind ``#`` at a line's beginning
is a comment. The built-in one is ``aliases.txt`` beside this file. A later table counts for the ways that it names.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from index.normal_form import fold
from index.syllables import keys
from searcher.errors import AliasError

if TYPE_CHECKING:
    from searcher.meaning.written_dates import Fits, Way

_LARGEST = 1 << 20
LONGEST_WAY = 20
"""Syllables of a way of writing."""


class Aliases:
    """The groups of some tables, to be looked up by any of their ways of writing."""

    def __init__(self, groups: Iterable[Sequence[Way]] = ()) -> None:
        self._group_of: dict[Way, tuple[Way, ...]] = {}
        by_start: dict[str, list[Way]] = {}
        for group in groups:
            ways = tuple(dict.fromkeys(group))
            self._group_of.update(dict.fromkeys(ways, ways))
        for way in sorted(self._group_of, key=len, reverse=True):
            by_start.setdefault(fold(way[0]), []).append(way)
        self._by_start: Mapping[str, Sequence[Way]] = MappingProxyType(by_start)

    def at(self, syllables: Sequence[str], at: int, fits: Fits) -> tuple[int, tuple[Way, ...]] | None:
        """The longest way of writing that begins at a syllable: its length, and the other ways of its group."""
        for way in self._by_start.get(fold(syllables[at]), ()):
            typed = syllables[at : at + len(way)]
            if len(typed) == len(way) and all(map(fits, typed, way)):
                return len(way), tuple(other for other in self._group_of[way] if other != way)
        return None


def groups(text: str, name: str) -> list[Sequence[Way]]:
    """The groups that a table says; ``name`` is what it is called in errors. Raises ``AliasError``."""
    found: list[Sequence[Way]] = []
    for number, line in enumerate(text.splitlines(), 1):
        line = line.strip("\ufeff \t")
        if not line or line.startswith("#"):
            continue
        ways = [keys(way) for way in line.split(" = ")]
        if len(ways) < 2 or not all(0 < len(way) <= LONGEST_WAY for way in ways):
            raise AliasError(path=name, line=number)
        found.append(ways)
    return found


@cache
def built_in() -> Aliases:
    """The table that comes with timbao."""
    return Aliases(_own_groups())


def with_file(path: Path) -> Aliases:
    """The built-in table and one in a file; the built-in one alone where there is none. Raises ``AliasError``."""
    try:
        if path.stat().st_size > _LARGEST:
            raise AliasError(path=path, line=1)
        text = path.read_text(encoding="utf-8")
    except (FileNotFoundError, NotADirectoryError):
        return built_in()
    except UnicodeDecodeError as error:
        raise AliasError(path=path, line=error.object[: error.start].count(b"\n") + 1) from error
    return Aliases([*_own_groups(), *groups(text, str(path))])


def _own_groups() -> list[Sequence[Way]]:
    own = Path(__file__).with_name("aliases.txt")
    return groups(own.read_text(encoding="utf-8"), own.name)
