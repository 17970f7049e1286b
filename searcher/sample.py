"""Some of many: the first ones, or some by chance."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from index.segment.tokens import Numbers


def sample_of(total: int, size: int | None, seed: int | None) -> Numbers:
    """Which of ``total`` things are taken, ascending: ``size`` of them by chance, all for ``None``.

    With the same ``seed``, the same ones.
    """
    if size is None or size >= total:
        return np.arange(total)
    import random

    return np.array(sorted(random.Random(seed).sample(range(total), size)), np.int64)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is wanted of what is found: ``limit`` of it from ``offset`` on, with ``sample`` of so many by chance.

    Raises ``ValueError`` for a number below zero.
    """

    limit: int | None = None
    offset: int = 0
    sample: int | None = None
    seed: int | None = None

    def __post_init__(self) -> None:
        if min(self.offset, self.limit or 0, self.sample or 0) < 0:
            raise ValueError("limit, offset and sample count from zero")

    @property
    def end(self) -> int | None:
        """The place behind the last one, ``None`` for no limit."""
        return None if self.limit is None else self.offset + self.limit

    def sample_of(self, total: int) -> Numbers:
        """Which of ``total`` things are taken, ascending, before the first ones of them are."""
        return sample_of(total, self.sample, self.seed)
