"""A text as numbers, before it is written and after it was read: a term a token, a break behind each unit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]
Flags = NDArray[np.bool_]
Bytes = NDArray[np.uint8]

BREAK = 0
"""The term behind every paragraph, which is none of the text's; no phrase reaches across it."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """The text of some articles.

    ``keys`` are those of the terms from 1 on, ``terms`` a term a token with a break behind each unit, ``joints`` a flag
    a token, and ``lengths`` a row an article and a column a field: its tokens, breaks counted.
    """

    keys: Sequence[str]
    terms: NDArray[np.uint32]
    joints: Flags
    lengths: Numbers


def stretches(starts: Numbers, counts: Numbers) -> Numbers:
    """The numbers of several stretches one behind the other: so many from each start on."""
    ends = counts.cumsum()
    found: Numbers = np.repeat(starts - ends + counts, counts)
    found += np.arange(len(found))
    return found
