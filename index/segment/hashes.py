"""Numbers of 64 bits that are as good as drawn by lot, and the same in every run."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Hashes = NDArray[np.uint64]

_STEP = np.uint64(0x9E37_79B9_7F4A_7C15)


def mixed(hashes: Hashes) -> Hashes:
    """Hashes in which every bit depends on every bit, in the place of those given: the steps of splitmix64."""
    hashes ^= hashes >> np.uint64(30)
    hashes *= np.uint64(0xBF58_476D_1CE4_E5B9)
    hashes ^= hashes >> np.uint64(27)
    hashes *= np.uint64(0x94D0_49BB_1331_11EB)
    hashes ^= hashes >> np.uint64(31)
    return hashes


def drawn(count: int, series: int) -> Hashes:
    """So many odd numbers, others in each series: the numbers that splitmix64 gives from a seed on."""
    seed = mixed(np.array([series], np.uint64))
    return mixed(np.arange(1, count + 1, dtype=np.uint64) * _STEP + seed) | np.uint64(1)
