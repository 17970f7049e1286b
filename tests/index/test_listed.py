"""Any of some words, the best of them: against scoring every article."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.article import Article
from index import batch
from index.plan import All, Any, Condition, Preferring, Row, Slot, Valued
from index.segment import article_lists_writer, next_terms_writer
from index.snapshot import Snapshot
from tests.index.random_archives import write
from tests.index.the_best import check_the_best

OFTEN, SELDOM = "dân biết bàn làm".split(), "tra giám sát thụ hưởng dan".split()


def _article(dice: random.Random, number: int) -> Article:
    """Some lines of words that stand in nearly every article, and now and then one that does not."""
    lines = [
        " ".join(dice.choices(OFTEN, k=dice.randrange(1, 30)) + [word for word in SELDOM if dice.random() < 0.1])
        for _ in range(dice.randrange(1, 4))
    ]
    return Article(id=str(number), path="/p", title=dice.choice(OFTEN), paragraphs=tuple(lines))


@pytest.fixture(scope="module", params=["whole", "with deleted articles"])
def snapshot(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Snapshot]:
    """An archive in several segments whose words have lists of articles, all or all but the rarest."""
    folder: Path = tmp_path_factory.mktemp("listed") / "index"
    dice = random.Random(4)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(batch, "HELD_BACK", 50)
        patched.setattr(batch, "FULL_SEGMENT", 6000)
        patched.setattr(batch, "FULL_MERGED", 1)
        patched.setattr(next_terms_writer, "FREQUENT", 30)
        patched.setattr(article_lists_writer, "FREQUENT", 30)
        for first in range(0, 600, 200):
            write(folder, [_article(dice, number) for number in range(first, first + 200)])
        if request.param != "whole":
            write(folder, [], [str(number) for number in range(0, 600, 7)])
    with Snapshot(folder) as found:
        assert len(found.generation.segments) > 1
        yield found


def _rows(dice: random.Random) -> list[Row]:
    words = dice.sample(OFTEN, dice.randrange(1, 4)) + dice.sample(SELDOM, dice.randrange(3))
    rows = [Row((Slot(word),)) for word in dict.fromkeys(words)]
    if dice.random() < 0.3:
        rows.append(Row(tuple(Slot(word) for word in dice.choices(OFTEN, k=2))))
    return rows


def test_the_best_are_those_of_scoring_all_and_every_match_is_counted(snapshot: Snapshot) -> None:
    """Rows of one word and of several: the same articles, places and best scores, and no score above what is due.

    Now and then articles that cannot be among the best are not given, or not scored to the end.
    """
    dice = random.Random(5)
    spared = 0
    for _ in range(300):
        condition = Any(tuple(_rows(dice)))
        count = dice.choice((1, 2, 10, 1000))
        spared += check_the_best(snapshot.evaluate(condition, count), snapshot.evaluate(condition), count)
    assert spared > 20


def test_what_is_preferred_and_what_has_no_score_is_given_too(snapshot: Snapshot) -> None:
    """Beside words something that prefers articles that are not among the best, and ids, which have no scores."""
    dice = random.Random(6)
    spared = preferred = without_score = 0
    for _ in range(300):
        condition: Condition = All((Row((Slot(dice.choice(OFTEN)),)),))
        if dice.random() < 0.7:
            condition = Preferring(condition, Row(tuple(map(Slot, dice.choices(OFTEN, k=3)))))
        ids = Valued("id", tuple(str(dice.randrange(600)) for _ in range(20)))
        some = Any((*_rows(dice), condition, ids) if dice.random() < 0.8 else (Row((Slot("hưởng"),)), ids))
        count = dice.choice((1, 10, 1000))
        every = snapshot.evaluate(some)
        spared += check_the_best(snapshot.evaluate(some, count), every, count)
        preferred += bool(every.preferred.any())
        without_score += bool((every.scores == 0).any())
    assert min(spared, preferred, without_score) > 20
