"""The runs of texts laid end to end, learned as they come: what they hold is worked out once for each different run."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from index.segmentation.run_numbers import BETWEEN_BLANKS, CodePoints, Codes, Numbers, RunNumbers

_RUNS_KEPT, _CHARACTERS_KEPT = 1 << 18, 1 << 22
"""Names and numbers come without end: after so many different runs, or characters in them, all are forgotten."""


@dataclass(frozen=True, slots=True)
class LaidOut:
    """Texts end to end, a line break before, between and behind them: as one string, and as code points.

    ``edges`` are the places of these line breaks, one more than texts.
    """

    whole: str
    code_points: CodePoints
    edges: Numbers


def laid_out(texts: Sequence[str]) -> LaidOut:
    """The texts end to end. Nearly all texts have code points of 16 bits, which spares 1 ns a run."""
    whole = "\n".join(("", *texts, ""))
    code_points: CodePoints = np.frombuffer(whole.encode("utf-16-le", "surrogatepass"), "<u2")
    if len(code_points) > len(whole):
        code_points = np.frombuffer(whole.encode("utf-32-le", "surrogatepass"), "<i4")
    edges = np.zeros(len(texts) + 1, np.int64)
    np.cumsum(np.fromiter(map(len, texts), np.int64, len(texts)) + 1, out=edges[1:])
    return LaidOut(whole, code_points, edges)


class Runs:
    """Numbers runs, and keeps what they are.

    ``known`` are the runs by number, the first a line break; ``age`` goes up when all are forgotten, and their numbers
    void.
    """

    def __init__(self, code_of: Codes = BETWEEN_BLANKS) -> None:
        self.age = 0
        self._code_of = code_of
        self._forget()

    def row(self, texts: LaidOut) -> tuple[Numbers, Numbers]:
        """Where each run begins, and its number."""
        if self._numbers.count > _RUNS_KEPT or self._characters > _CHARACTERS_KEPT:
            self._forget()
        starts, numbers, new = self._numbers.number(texts.whole, texts.code_points)
        self.known += new
        self._characters += sum(map(len, new))
        return starts, numbers

    def _forget(self) -> None:
        self.age += 1
        self._numbers = RunNumbers(self._code_of)
        self._characters = 0
        self.known = ["\n"]
