"""Any of some words, the best of them: against scoring every article."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from corpus.article import Article
from index import batch
from index.plan import Any, Row, Slot
from index.score import best
from index.segment import article_lists_writer, next_terms_writer
from index.snapshot import Snapshot
from tests.index.test_evaluate import write

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


def test_the_best_are_those_of_scoring_all_and_every_match_is_counted(snapshot: Snapshot) -> None:
    """Rows of one word and of several: the same articles, places and best scores, and no score above what is due.

    Now and then articles that cannot be among the best are not scored to the end.
    """
    dice = random.Random(5)
    cut_short = 0
    for _ in range(300):
        words = dice.sample(OFTEN, dice.randrange(1, 4)) + dice.sample(SELDOM, dice.randrange(3))
        rows = [Row((Slot(word),)) for word in dict.fromkeys(words)]
        if dice.random() < 0.3:
            rows.append(Row(tuple(Slot(word) for word in dice.choices(OFTEN, k=2))))
        count = dice.choice((1, 2, 10, 1000))
        condition = Any(tuple(rows))
        found, every = snapshot.evaluate(condition, count), snapshot.evaluate(condition)
        assert found.numbers.tolist() == every.numbers.tolist()
        assert found.occurrences == every.occurrences
        chosen, wanted = best(found.scores, count), best(every.scores, count)
        assert np.allclose(found.scores[chosen], every.scores[wanted], rtol=1e-12)
        assert np.allclose(found.scores[chosen], every.scores[chosen], rtol=1e-12)
        assert (found.scores <= every.scores * (1 + 1e-12)).all()
        cut_short += bool((found.scores < every.scores * (1 - 1e-9)).any())
    assert cut_short > 20
