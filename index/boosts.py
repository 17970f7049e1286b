"""What does a boost add to scores? It is looked up once, and then asked about the articles for which it can matter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from index.found import Found, plain
from index.parts import Parts
from index.plan import Row
from index.row_matches import Standing, found_at, placed_among
from index.segment.tokens import Flags


@dataclass(frozen=True, slots=True)
class Raised:
    """Where the row of a boost stands in each part, and the most that it adds to a score."""

    row: Row
    stood: Sequence[Standing]
    most: float
    parts: Parts

    @property
    def places(self) -> int:
        """The number of places at which it stands."""
        return sum(len(each.begins) for each in self.stood)

    def among(self, asked: Flags | None) -> Found:
        """The articles that are asked about in which it stands, with what it adds; of others nothing is looked up."""
        if not self.most:
            return plain(np.zeros(0, np.int64))
        placed = placed_among(self.stood, len(self.row.slots), self.parts, asked)
        return found_at(placed, self.row.fields, self.most, self.parts, None, marked=False)
