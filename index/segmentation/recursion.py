"""The Viterbi recursion for two labels, as one number a piece.

Only the difference of the labels' scores matters, s = score(inside a word) - score(first of a word), and

    d[t] = s[t] + f(d[t-1]),    f(d) = max(BI, d + II) - max(BB, d + IB)

with the transition weights BB (first behind first), BI (inside behind first), and so on. Going back, the piece before t
is inside where d[t-1] > BI - II, if t is inside, or d[t-1] > BB - IB, if t is first; the last is inside where d > 0.

Outside the zone between these two thresholds f is constant and both say the same. For 97 pieces in 100 s[t] alone tells
on which side d[t] lies, whatever f adds to it; their labels are known at once. Only the others, the open ones, are done
in turn. A text's first piece, to which f adds nothing, and its last, whose threshold is another, count as open.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from index.segmentation.word_model import WordModel

TIE, TIE_LENGTH = 1e-6, 700_000


def tie(pieces: int) -> float:
    """A difference of scores that rounding could turn, among so many pieces; ``exact.py`` decides those.

    Rounding grows with a text's length; up to ``TIE_LENGTH`` pieces it stays a thousandth of ``TIE``.
    """
    return max(TIE, pieces * TIE / TIE_LENGTH)


class Recursion(NamedTuple):
    """The transition weights, and what follows from them."""

    bb: float
    bi: float
    ib: float
    ii: float

    @staticmethod
    def of(model: WordModel) -> Recursion:
        """The recursion of a model."""
        return Recursion(*model.transitions[0], *model.transitions[1])

    @property
    def thresholds(self) -> tuple[float, float]:
        """What d must exceed for the label inside: before a first syllable, and before one inside."""
        return self.bb - self.ib, self.bi - self.ii

    @property
    def constants(self) -> tuple[float, float]:
        """f below the zone between the thresholds, and above it."""
        return self.bi - self.bb, self.ii - self.ib

    def open_scores(self, nearness: float) -> tuple[float, float]:
        """The scores s between which a piece is open: at the first and below d is below the zone, and so on."""
        return (
            min(self.thresholds) - max(self.constants) - nearness,
            max(self.thresholds) - min(self.constants) + nearness,
        )

    def settle(
        self,
        places: Sequence[int],
        scores: Sequence[float],
        added: Sequence[float],
        thresholds: Sequence[float],
        nearness: float,
    ) -> tuple[list[bool], list[int]]:
        """The labels of the open pieces, and the places of those where a comparison is nearer than ``nearness``.

        ``places`` ascend; ``added`` is f of the piece before and ``thresholds`` what the piece behind demands, each as
        if that piece were not open.
        """
        bb, bi, ib, ii = self.bb, self.bi, self.ib, self.ii
        differences: list[float] = []
        last, value = -2, 0.0
        for place, score, given in zip(places, scores, added, strict=True):
            difference = score + (value if place == last + 1 else given)
            differences.append(difference)
            inside, first = difference + ii, difference + ib
            value = (inside if inside > bi else bi) - (first if first > bb else bb)
            last = place
        if_first, if_inside = self.thresholds
        labels: list[bool] = []
        near: list[int] = []
        last, label = -2, False
        for place, difference, threshold in zip(
            reversed(places), reversed(differences), reversed(thresholds), strict=True
        ):
            if place == last - 1:
                threshold = if_inside if label else if_first
            label = difference > threshold
            labels.append(label)
            if -nearness < difference - threshold < nearness:
                near.append(place)
            last = place
        labels.reverse()
        return labels, near
