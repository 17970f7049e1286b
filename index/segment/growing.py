"""An array to which parts are added, in memory that is asked for once.

Parts kept each by itself would lie scattered among what is freed between them, which the system then never gets back: a
segment of 26 million tokens took 150 MB more to write. What nothing was written to takes no memory.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import DTypeLike

from index.segment.tokens import Array


class Growing:
    """Holds up to ``bound`` numbers, of the widest type that one of its parts had, ``kind`` at the least."""

    def __init__(self, bound: int, kind: DTypeLike) -> None:
        self._whole: Array = np.empty(bound, kind)
        self._size = 0

    def add(self, part: Array) -> None:
        kind: np.dtype[Any] = np.promote_types(self._whole.dtype, part.dtype)
        if kind != self._whole.dtype:
            wider: Array = np.empty(len(self._whole), kind)
            wider[: self._size] = self._whole[: self._size]
            self._whole = wider
        self._whole[self._size : self._size + len(part)] = part
        self._size += len(part)

    def array(self) -> Array:
        """All parts end to end; not a copy."""
        return self._whole[: self._size]
