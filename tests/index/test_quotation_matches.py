"""Every quotation that a condition gives: against going through the quotations one by one."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from index.plan import All, Any, Condition, Not
from index.snapshot import Snapshot
from tests.index.near_and_quoted import random_quoted
from tests.index.random_archives import WORDS, Random, archive, random_row, random_tree, scan

__all__ = ["archive"]


def _random_condition(dice: random.Random, depth: int) -> Condition:
    """A condition that asks mostly of quotations."""
    kind = dice.random()
    if depth == 0 or kind < 0.4:
        return random_quoted(dice, random_row(dice), WORDS) if dice.random() < 0.8 else random_tree(dice, 1)
    if kind < 0.55:
        return Not(_random_condition(dice, depth - 1))
    parts = tuple(_random_condition(dice, depth - 1) for _ in range(dice.choice((1, 2, 2, 3))))
    return All(parts) if kind < 0.8 else Any(parts)


def test_quotations_are_exactly_those_that_a_scan_finds(archive: Random) -> None:
    """Random conditions give the quotations of which, were each the article's only one, the article would match."""
    folder, expected = archive
    dice = random.Random(11)
    some = 0
    with Snapshot(folder) as snapshot:
        ids = {number: snapshot.article(number).id for number in snapshot.numbers()}
        for _ in range(100):
            condition = _random_condition(dice, 2)
            articles, numbers = snapshot.quotation_matches(condition)
            found = [
                (ids[article], number) for article, number in zip(articles.tolist(), numbers.tolist(), strict=True)
            ]
            wanted = {
                (article.id, number)
                for article in expected.values()
                for number, quote in enumerate(article.quotes)
                if scan(replace(article, quotes=(quote,)), condition) is not None
            }
            assert len(found) == len(set(found))
            assert set(found) == wanted, condition
            some += bool(wanted)
    assert some > 25


@pytest.mark.parametrize("nothing", [Any(()), Not(All(())), All((Any(()), Not(Any(()))))])
def test_nothing_asked_gives_no_quotation(archive: Random, nothing: Condition) -> None:
    """A condition that no article meets gives no quotation either."""
    with Snapshot(archive[0]) as snapshot:
        articles, numbers = snapshot.quotation_matches(nothing)
    assert not len(articles)
    assert not len(numbers)
