"""Some of many, by chance."""

from __future__ import annotations

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
