"""Runs of characters without white space, numbered by arrays: the same number for the same run.

Each common character has a code of one byte, and a run of up to eight of them is its own exact key of 64 bits, read
from the bytes of its codes in one step; the keys are looked up in a hash table of arrays (open addressing, linear
probing; multiplied by a random odd number, of which the highest bits count, so that no text can be made whose keys all
collide: Dietzfelbinger and others, 1997). Longer runs, one in 150, and runs with other characters are looked up as
strings.
"""

from __future__ import annotations

import os
import string
import sys

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]
CodePoints = NDArray[np.int32]
Keys = NDArray[np.uint64]

LINE_BREAK = 0
"""The number of a line break, which is white space and yet a run of its own. Other numbers begin with 1."""

_LONGEST_KEY = 8  # characters of a run that is a key

_SPACE, _ODD = 0, 255
_LETTERS = "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵđ"
_COMMON = (
    string.digits
    + string.ascii_letters
    + string.punctuation
    + "".join(letter + letter.upper() for letter in _LETTERS if not letter.isascii())
    + "–—“”‘’…•«»°´"
)
_FIRST_BITS = 12


class RunNumbers:
    """Numbers the runs of texts in the order in which it meets them."""

    def __init__(self) -> None:
        self._code_of = _codes()
        self._masks = np.array([(1 << 8 * length) - 1 for length in range(_LONGEST_KEY + 1)], np.uint64)
        self._multiplier = np.uint64(int.from_bytes(os.urandom(8), "little") | 1)
        self._strings: dict[str, int] = {}
        self._make_table(_FIRST_BITS)
        self.count = 1

    def number(self, text: str, code_points: CodePoints) -> tuple[Numbers, Numbers, list[str]]:
        """Where each run of a text begins, its number, and the runs that are new, numbered from ``count`` on."""
        size = len(code_points)
        codes = np.zeros(1 + size + _LONGEST_KEY, np.uint8)
        self._code_of.take(code_points, out=codes[1 : 1 + size], mode="clip")
        solid = codes != _SPACE
        edges = np.flatnonzero(solid[1:] != solid[:-1])
        starts, ends = edges[0::2], edges[1::2]
        lengths = ends - starts
        eights: Keys = np.ndarray((size + 1,), "<u8", codes.data, offset=1, strides=(1,))
        keys = eights[starts] & self._masks.take(lengths, mode="clip")
        odd = np.searchsorted(starts, np.flatnonzero(codes == _ODD) - 1, "right") - 1
        keys[lengths > _LONGEST_KEY] = 0
        keys[odd] = 0
        numbers = self._look_up(keys)
        missing = np.flatnonzero(numbers < 0)
        keyed = missing[keys[missing] != 0]
        new = [text[start:end] for start, end in _spans(starts, ends, self._enter_new(keys, numbers, keyed))]
        named = missing[keys[missing] == 0]
        for at, (start, end) in zip(named.tolist(), _spans(starts, ends, named), strict=True):
            run = text[start:end]
            if run not in self._strings:
                self._strings[run] = self.count
                self.count += 1
                new.append(run)
            numbers[at] = self._strings[run]
        return *_with_line_breaks(starts, numbers, np.flatnonzero(code_points == ord("\n"))), new

    def _enter_new(self, keys: Keys, numbers: Numbers, places: Numbers) -> Numbers:
        """Gives the unknown keys at some places their numbers; where each of them stands first, in that order."""
        if not len(places):
            return places
        new, first, which = np.unique(keys[places], return_index=True, return_inverse=True)
        numbers[places] = self.count + which
        if 2 * (self.count + len(new)) > len(self._keys):
            kept = self._keys != 0
            old, old_values = self._keys[kept], self._values[kept]
            self._make_table((2 * (self.count + len(new))).bit_length())
            self._enter(old, old_values)
        self._enter(new, self.count + np.arange(len(new)))
        self.count += len(new)
        return places[first]

    def _look_up(self, keys: Keys) -> Numbers:
        """The numbers of keys, -1 for those that are not there and for 0, which is no key."""
        slots = self._slots(keys)
        found = self._keys.take(slots)
        numbers = self._values.take(slots)
        left = np.flatnonzero(found != keys)
        numbers[left] = -1
        left = left[found[left] != 0]
        while len(left):
            slots[left] = slots[left] + 1 & len(self._keys) - 1
            found = self._keys[slots[left]]
            here = left[found == keys[left]]
            numbers[here] = self._values[slots[here]]
            left = left[(found != keys[left]) & (found != 0)]
        return numbers

    def _enter(self, keys: Keys, values: Numbers) -> None:
        """Puts in keys that differ from each other and from those that are there."""
        slots = self._slots(keys)
        while len(keys):
            free = self._keys[slots] == 0
            self._keys[slots[free]] = keys[free]
            mine = self._keys[slots] == keys  # of several keys that wanted one slot, the last has it
            self._values[slots[mine]] = values[mine]
            keys, values = keys[~mine], values[~mine]
            slots = slots[~mine] + 1 & len(self._keys) - 1

    def _slots(self, keys: Keys) -> Numbers:
        """Where the search for each key begins: the product's highest bits."""
        return (keys * self._multiplier >> self._shift).view(np.int64)

    def _make_table(self, bits: int) -> None:
        self._keys = np.zeros(1 << bits, np.uint64)
        self._values = np.full(1 << bits, -1, np.int64)
        self._shift = np.uint64(64 - bits)


def _with_line_breaks(starts: Numbers, numbers: Numbers, breaks: Numbers) -> tuple[Numbers, Numbers]:
    places = np.searchsorted(starts, breaks)
    return np.insert(starts, places, breaks), np.insert(numbers, places, LINE_BREAK)


def _spans(starts: Numbers, ends: Numbers, places: Numbers) -> zip[tuple[int, int]]:
    return zip(starts[places].tolist(), ends[places].tolist(), strict=True)


def _codes() -> NDArray[np.uint8]:
    """The code of every character there is."""
    codes = np.full(sys.maxunicode + 1, _ODD, np.uint8)
    for code, character in enumerate(_COMMON, 1):
        codes[ord(character)] = code
    codes[[code for code in range(0x3001) if chr(code).isspace()]] = _SPACE
    return codes
