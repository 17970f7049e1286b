"""A large file that several processes read: which of its entries are whose, and when it is another one's turn.

Each process goes through the whole file, which costs little, and reads the entries of its share, which costs much. So
lines and rows keep their numbers, and it does not matter how the file is compressed.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

TURN = 50
"""Entries that are one process's one behind the other: few enough that none waits long, and a frame is filled."""


class Turn(Enum):
    """What stands in a share behind the last entry of a turn."""

    OVER = auto()


@dataclass(frozen=True, slots=True)
class Share:
    """The turns of the process with this ``number``, from 0, ``of`` so many; of one alone they are the whole file."""

    number: int = 0
    of: int = 1

    def has(self, entry: int) -> bool:
        """Whether the entry with this number, from 0, is in the share."""
        return entry // TURN % self.of == self.number

    def is_over(self, entry: int) -> bool:
        """Whether a turn of the share is over with this entry."""
        return self.of > 1 and entry % TURN == TURN - 1


WHOLE = Share()
