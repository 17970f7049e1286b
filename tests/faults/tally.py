"""How many points of a fault were tried, and which of them failed."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeVar

Point = TypeVar("Point")


@dataclass(slots=True)
class Tally:
    """The points of one fault; ``remarks`` are figures beside them."""

    fault: str
    points: int = 0
    failures: list[str] = field(default_factory=list)
    remarks: str = ""

    def tried(self, where: object, faults: Sequence[str] = ()) -> None:
        """Counts a point, and what went wrong there."""
        self.points += 1
        self.failures += [f"{self.fault}, {where}: {faults[0]}"] if faults else []


def some(points: Sequence[Point], share: float, seed: int = 1) -> list[Point]:
    """A share of some points, at random, in their order; the first and the last one always."""
    dice = random.Random(seed)
    last = len(points) - 1
    return [point for at, point in enumerate(points) if at in (0, last) or dice.random() < share]


def table(tallies: Sequence[Tally]) -> str:
    """The tallies as a table."""
    width = max(len(tally.fault) for tally in tallies)
    rows = [f"{'fault':{width}}  {'points':>8}  {'failed':>6}"]
    rows += [f"{each.fault:{width}}  {each.points:8,}  {len(each.failures):6,}  {each.remarks}" for each in tallies]
    total, failed = sum(each.points for each in tallies), sum(len(each.failures) for each in tallies)
    return "\n".join((*rows, f"{'altogether':{width}}  {total:8,}  {failed:6,}"))
