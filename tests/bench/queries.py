"""Queries for measuring: rows and sets of syllables of the articles themselves, by lot and always the same."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import NamedTuple

from index.normal_form import fold
from index.plan import All, Any, Condition, Row, Slot

LONGEST_QUERY = 4
SEED = 20_16


class Query(NamedTuple):
    """``kind`` is phrase, bare, all or any; ``terms`` are tokens as they are indexed."""

    kind: str
    terms: tuple[str, ...]


def condition(query: Query) -> Condition:
    """A query as our index is asked it."""
    slots = tuple(Slot(fold(term), any_accents=True) if query.kind == "bare" else Slot(term) for term in query.terms)
    if query.kind in ("phrase", "bare"):
        return Row(slots)
    return (All if query.kind == "all" else Any)(tuple(Row((slot,)) for slot in slots))


def queries(paragraphs: Sequence[Sequence[str]], count: int) -> list[Query]:
    """As many queries of each kind."""
    dice = random.Random(SEED)
    long_enough = [paragraph for paragraph in paragraphs if len(set(paragraph)) >= LONGEST_QUERY]
    if not long_enough:
        raise SystemExit("no paragraph is long enough to take queries from")
    found: list[Query] = []
    while len(found) < 4 * count:
        kind = ("phrase", "all", "any", "bare")[len(found) % 4]
        paragraph = dice.choice(long_enough)
        length = dice.choice((2, 2, 3, 4) if kind == "phrase" else (2, 2, 3))
        if kind == "phrase":
            at = dice.randrange(len(paragraph) - length + 1)
            terms = paragraph[at : at + length]
        elif kind == "bare":
            terms = list(found[-3].terms)
            length = len(terms)
        else:
            terms = dice.sample(paragraph, length)
        if len(set(terms)) == length:
            found.append(Query(kind, tuple(terms)))
    return found
