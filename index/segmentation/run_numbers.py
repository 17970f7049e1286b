"""Runs of characters between those that part them, numbered by arrays: the same number for the same run.

Each common character has a code of one byte, and a run of up to seven of them is its own exact key of 64 bits, read
from the bytes of its codes in one step; the keys are looked up in a hash table of arrays (open addressing, linear
probing; multiplied by a random odd number, of which the highest bits count, so that no text can be made whose keys all
collide: Dietzfelbinger and others, 1997). Longer runs, one in a hundred, and runs with other characters are looked up
as strings.

All of it takes 30 ns a run; comments say what single steps take of that, and what they would take otherwise.
"""

from __future__ import annotations

import os
import string
import sys
from array import array
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]
Codes = NDArray[np.uint8]
CodePoints = NDArray[np.uint16] | NDArray[np.int32]
Keys = NDArray[np.uint64]

LINE_BREAK = 0
"""The number of a line break, which parts runs and yet is one of its own. Other numbers begin with 1."""

LAST_PARTING = 0x3000
"""The ideographic space. Of what lies behind it nothing parts runs."""

LETTERS = string.ascii_lowercase + "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ"
MARKS = "\u0300\u0301\u0303\u0309\u0323"
"""The tone marks that some texts write behind their letters; one paragraph in a hundred."""

_PARTS, _ODD = 0, 255
_FIRST_BITS = 12
_SPARE = 4
"""Slots for each run, at the least: with 2, looking up takes 9 ns instead of 7."""
_LOW_BITS, _HIGH_BITS = np.uint64(0x0101_0101_0101_0101), np.uint64(0x8080_8080_8080_8080)


def codes(parting: Iterable[str], common: Iterable[str]) -> Codes:
    """The code of every character there is: of the ``parting``, of the ``common``, and of all others.

    Each item of ``common`` is characters that have one code: whose runs are one run.
    """
    found = np.full(sys.maxunicode + 1, _ODD, np.uint8)
    for code, alike in enumerate(common, _PARTS + 1):
        found[[*map(ord, alike)]] = code
    found[[*map(ord, parting)]] = _PARTS
    return found


BETWEEN_BLANKS = codes(
    filter(str.isspace, map(chr, range(LAST_PARTING + 1))),
    string.digits + string.punctuation + LETTERS + LETTERS.upper() + MARKS + "–—“”‘’…•«»°´",
)
"""What white space parts are runs, and those are one run that are the same characters."""


class RunNumbers:
    """Numbers the runs of texts in the order in which it meets them."""

    def __init__(self, code_of: Codes = BETWEEN_BLANKS) -> None:
        self._code_of = code_of
        self._multiplier = np.uint64(int.from_bytes(os.urandom(8), "little") | 1)
        self._strings: dict[str, int] = {}
        self._keys = array("Q", [0])
        self._make_table(_FIRST_BITS)
        self.count = 1

    def number(self, text: str, code_points: CodePoints) -> tuple[Numbers, Numbers, list[str]]:
        """Where each run of a text begins, its number, and the runs that are new, numbered from ``count`` on."""
        size = len(code_points)
        codes = np.zeros(1 + size + 8, np.uint8)
        self._code_of.take(code_points, out=codes[1 : 1 + size], mode="clip")  # 4 ns; by index 9
        solid = codes != _PARTS
        begins = solid[1:] > solid[:-1]
        begins[np.flatnonzero(code_points == ord("\n"))] = True
        starts = np.flatnonzero(begins)
        eights: Keys = np.ndarray((size + 1,), "<u8", codes.data, offset=1, strides=(1,))
        keys = eights[starts]  # 5 ns; `take` would copy all of them
        ends = _cut(keys)
        named = np.flatnonzero(ends == 0)
        odd = np.flatnonzero(codes == _ODD)
        if len(odd):
            named = np.union1d(named, np.searchsorted(starts, odd - 1, "right") - 1)
        keys[named] = 0
        numbers, missing = self._look_up(keys)
        new = []
        for start, key in self._enter_new(keys, numbers, missing, starts):
            new.append(text[start : start + (key.bit_length() + 7) // 8])
        if len(named):
            numbers[named] = self._named(text, codes.tobytes(), starts[named].tolist(), new)
        return starts, numbers, new

    def _named(self, text: str, codes: bytes, starts: list[int], new: list[str]) -> list[int]:
        """The numbers of runs that are no keys, by where they begin; the new ones are put behind ``new``."""
        found: list[int] = []
        for start in starts:
            run = text[start : codes.index(_PARTS, 1 + start) - 1]
            number = self._strings.get(run)
            if number is None:
                number = self._strings[run] = self.count
                self.count += 1
                new.append(run)
            found.append(number)
        return found

    def _enter_new(self, keys: Keys, numbers: Numbers, missing: Numbers, starts: Numbers) -> list[tuple[int, int]]:
        """Gives the unknown keys at some places their numbers; where each of them begins first, and the key."""
        if not len(missing):
            return []
        new, first, which = np.unique(keys[missing], return_index=True, return_inverse=True)
        numbers[missing] = self.count + which
        self._keys.frombytes(np.zeros(self.count - len(self._keys), np.uint64).tobytes())  # of those by name
        self._keys.frombytes(new.tobytes())
        if _SPARE * len(self._keys) > len(self._table):
            self._make_table((_SPARE * len(self._keys)).bit_length())
            self._enter(np.flatnonzero(self._keys))
        else:
            self._enter(np.arange(self.count, len(self._keys)))
        self.count = len(self._keys)
        return list(zip(starts[missing[first]].tolist(), new.tolist(), strict=True))

    def _look_up(self, keys: Keys) -> tuple[Numbers, Numbers]:
        """The numbers of keys, and the places of those that are not there.

        The table has numbers alone, and keys stand by number, those of frequent runs side by side: 4 ns for both, where
        keys in the table took 7. In gaps is the number of the line break, whose key is 0.
        """
        known = np.asarray(self._keys)
        slots = self._slots(keys)
        numbers = self._table.take(slots)
        left = np.flatnonzero(known.take(numbers) != keys)
        missing = []
        while len(left):
            gaps = numbers[left] == LINE_BREAK
            missing.append(left[gaps])
            left = left[~gaps]
            slots[left] = slots[left] + 1 & len(self._table) - 1
            numbers[left] = self._table[slots[left]]
            left = left[known[numbers[left]] != keys[left]]
        return numbers, np.concatenate(missing) if missing else left

    def _enter(self, numbers: Numbers) -> None:
        """Puts in numbers that are not there yet.

        They descend, as of several that want one slot the last has it: early numbers are those of frequent runs, which
        should be found where they are looked for first.
        """
        numbers = numbers[::-1]
        slots = self._slots(np.asarray(self._keys)[numbers])
        while len(numbers):
            free = self._table[slots] == LINE_BREAK
            self._table[slots[free]] = numbers[free]
            others = self._table[slots] != numbers
            numbers = numbers[others]
            slots = slots[others] + 1 & len(self._table) - 1

    def _slots(self, keys: Keys) -> Numbers:
        """Where the search for each key begins: the product's highest bits."""
        return (keys * self._multiplier >> self._shift).view(np.int64)

    def _make_table(self, bits: int) -> None:
        self._table = np.full(1 << bits, LINE_BREAK, np.int64)
        self._shift = np.uint64(64 - bits)


def _cut(keys: Keys) -> Keys:
    """Makes nothing of what stands in the bytes from the first that parts on; returns 0 where there is none such.

    Borrowing goes up from the lowest byte that is 0, so that its highest bit is the lowest that is left: all keys in
    2 ns, and the ends of runs need not be looked for.
    """
    ends = keys - _LOW_BITS
    ends &= ~keys
    ends &= _HIGH_BITS
    below = ends - np.uint64(1)
    below ^= ends
    below >>= np.uint64(8)
    keys &= below
    return ends
