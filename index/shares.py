"""Why does an article have its score? What each part of a condition adds to it.

A score is a sum, and these are its terms: they are formed as they are for all articles, asked about one alone.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from index.evaluate import Evaluation, evaluation
from index.parts import Parts
from index.plan import (
    All,
    Any,
    Between,
    Condition,
    Leaf,
    Near,
    Not,
    Only,
    Preferring,
    Quoted,
    Row,
    Scored,
    Valued,
    Ways,
)
from index.segment.tokens import Flags

SYLLABLE, ROW, NEAR, WAYS, QUOTED, SPOKEN = "syllable", "row", "near", "ways", "quoted", "spoken"
"""What the parts of a score are called; boosts have names of their own."""


@dataclass(frozen=True, slots=True)
class Share:
    """What a part of a condition, which has a name, adds to a score."""

    name: str
    part: Leaf
    value: float


def shares(condition: Condition, parts: Parts, number: int) -> tuple[Share, ...] | None:
    """The terms of the score of an article, given by its number, in the order of the condition's leaves.

    They add up to the score that evaluating gives. ``None`` where the article does not match.
    """
    among = np.zeros(parts.articles, np.bool_)
    among[number] = parts.live is None or parts.live[number]
    return _shares(condition, evaluation(condition, parts), among)


def _shares(condition: Condition, evaluation: Evaluation, among: Flags) -> tuple[Share, ...] | None:
    match condition:
        case All(parts):
            found = [_shares(part, evaluation, among) for part in parts]
            return None if None in found else tuple(share for shares in found for share in shares or ())
        case Any(parts):
            found = [_shares(part, evaluation, among) for part in parts]
            return None if all(shares is None for shares in found) else sum((shares or () for shares in found), ())
        case Preferring(base):
            return _shares(base, evaluation, among)
        case Scored(base, boosts):
            shares = _shares(base, evaluation, among)
            if shares is None:
                return None
            looked_up, asked = evaluation.boosts(boosts), among.nonzero()[0]
            added = (
                (boost, looked_up.added([at], asked).scores) for at, boost in enumerate(boosts) if looked_up.most[at]
            )
            return shares + tuple(Share(boost.name, boost.row, float(score)) for boost, [*of] in added for score in of)
        case Not() | Only() | Valued() | Between():
            return () if len(evaluation.found(condition, among).articles) else None
    scores = evaluation.found(condition, among).scores
    return (Share(_name(condition), condition, float(scores[0])),) if len(scores) else None


def _name(leaf: Leaf) -> str:
    match leaf:
        case Row(slots):
            return SYLLABLE if len(slots) == 1 else ROW
        case Near():
            return NEAR
        case Ways():
            return WAYS
        case Quoted():
            return QUOTED
    return SPOKEN
