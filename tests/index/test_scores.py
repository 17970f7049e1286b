"""What an article's score is and what it is made of: against the formula, worked out article by article."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import chain, islice, pairwise
from math import log, sqrt
from pathlib import Path

import pytest

from corpus.article import Article
from index import boosts as boosting
from index import evaluate
from index.plan import (
    All,
    Any,
    Boost,
    Condition,
    Near,
    Not,
    Only,
    Preferring,
    Quoted,
    Row,
    Scored,
    Slot,
    Spoken,
    Ways,
    Whole,
)
from index.schema import TEXT_FIELDS
from index.score import K1, OPENING_TENTHS, PRIOR_ARTICLES, PRIOR_LENGTH, TENTHS, B
from index.segment.segment import Segment
from index.snapshot import Snapshot
from index.stored import article_of
from index.syllables import keys
from index.units import field_texts
from tests.index.near_and_quoted import Spot
from tests.index.random_archives import (
    RandomWords,
    archive,
    fits,
    random_boosts,
    random_row,
    random_tree,
    scan,
    write,
)
from tests.index.the_best import check_the_best

__all__ = ["archive"]  # the fixture

OPENING = 15
"""As short as the random articles are."""


@pytest.fixture(autouse=True)
def short_openings(monkeypatch: pytest.MonkeyPatch) -> None:
    """Articles of which only a part is their opening."""
    monkeypatch.setattr(boosting, "OPENING", OPENING)


class Formula:
    """The scores of articles in an index of some articles, those that were deleted but stand in a segment counted."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self._articles = articles
        self._keys = [
            Counter(key for field in TEXT_FIELDS for text in field_texts(article, field) for key in keys(text))
            for article in articles
        ]
        self._average = sum(map(_length, articles)) / len(articles)

    def score(self, article: Article, condition: Condition) -> float:
        """The score of an article that matches."""
        match condition:
            case Row() | Near() | Ways():
                return self._rarity(condition) * self._weight(article, condition)
            case Quoted(part):
                return self._rarity(part) * self._weight(article, condition)
            case Spoken():
                having = sum(scan(each, condition) is not None for each in self._articles)
                return self._idf(having) * self._weight(article, condition)
            case All(parts) | Any(parts):
                return sum(self.score(article, part) for part in parts if scan(article, part) is not None)
            case Preferring(base):
                return self.score(article, base)
            case Scored(base, boosts):
                return self.score(article, base) + sum(self._boost(article, boost) for boost in boosts)
        return 0.0

    def _boost(self, article: Article, boost: Boost) -> float:
        if scan(article, boost.row) is None:
            return 0.0
        anywhere = Row(boost.row.slots, whole=boost.row.whole)
        having = sum(scan(each, anywhere) is not None for each in self._articles)
        rarest = max(self._slot(slot) for slot in boost.row.slots if slot is not None)
        return boost.weight * max(self._idf(having) - rarest, 0) * self._weight(article, boost.row, OPENING_TENTHS)

    def _weight(self, article: Article, leaf: Condition, opening: int = 0) -> float:
        spots = scan(article, leaf)
        assert spots
        frequency = sum(TENTHS[spot[0]] + opening * _is_in_opening(article, spot) for spot in spots) / 10
        length = (_length(article) + PRIOR_LENGTH) / (self._average + PRIOR_LENGTH)
        return frequency / (frequency + K1 * (1 - B + B * length))

    def _rarity(self, leaf: Row | Near | Ways) -> float:
        if isinstance(leaf, Ways):
            return sum(min(self._rarity(row) for row in ways) for ways in leaf.stretches)
        return sum(self._slot(slot) * self._recurrence(slot) for slot in leaf.slots if slot is not None)

    def _recurrence(self, slot: Slot) -> float:
        places = [found[key] for found in self._keys for key in found if fits(key, slot)]
        return sqrt((sum(places) + PRIOR_ARTICLES) / (len(places) + PRIOR_ARTICLES))

    def _slot(self, slot: Slot) -> float:
        """The idf of a slot, by the articles of each key that may stand in it."""
        return self._idf(sum(fits(key, slot) for found in self._keys for key in found))

    def _idf(self, having: int) -> float:
        total = len(self._articles)
        having = min(having, total)
        return log(1 + (total - having + 0.5) / (having + 0.5))


def _length(article: Article) -> float:
    fields = zip(TEXT_FIELDS, TENTHS, strict=True)
    return sum(tenths * len(keys(text)) for field, tenths in fields for text in field_texts(article, field)) / 10


def _is_in_opening(article: Article, spot: Spot) -> bool:
    """Whether a spot is among the first ``OPENING`` tokens, each unit's break one of them."""
    field, unit, begin, _ = spot
    texts = [field_texts(article, name) for name in TEXT_FIELDS[: field + 1]]
    before = [*chain.from_iterable(texts[:-1]), *texts[-1][:unit]]
    return sum(len(keys(text)) + 1 for text in before) + begin < OPENING


def _everything(snapshot: Snapshot) -> list[Article]:
    """All articles that stand in the segments of an index."""
    segments = [Segment(snapshot.folder / f"{entry.name}.arrays") for entry in snapshot.generation.segments]
    return [article_of(segment.stored(at)) for segment in segments for at in range(segment.articles)]


def test_scores_are_what_the_formula_gives(archive: tuple[Path, dict[str, Article]]) -> None:
    """Random trees with boosts, whole words, nearness and quotations over an archive with deletions."""
    dice = random.Random(11)
    with Snapshot(archive[0]) as snapshot:
        formula = Formula(_everything(snapshot))
        for _ in range(60):
            tree = Scored(random_tree(dice, 2), random_boosts(dice))
            found = snapshot.evaluate(tree)
            for number, score in islice(zip(found.numbers.tolist(), found.scores.tolist(), strict=True), 6):
                wanted = formula.score(snapshot.article(number), tree)
                assert score == pytest.approx(wanted, rel=1e-9, abs=1e-9), tree


def test_the_parts_of_a_score_add_up_to_it(archive: tuple[Path, dict[str, Article]]) -> None:
    """Random trees: the shares of each article that matches are its score, and one that does not match has none."""
    dice = random.Random(13)
    named = set()
    with Snapshot(archive[0]) as snapshot:
        numbers = list(snapshot.numbers())
        for _ in range(150):
            tree = Scored(random_tree(dice, 3), random_boosts(dice))
            found = snapshot.evaluate(tree)
            scores = dict(zip(found.numbers.tolist(), found.scores.tolist(), strict=True))
            for number in dice.sample(numbers, 4):
                shares = snapshot.shares(tree, number)
                assert (shares is None) == (number not in scores), tree
                if shares is not None:
                    named |= {share.name for share in shares}
                    total = sum(share.value for share in shares)
                    assert total == pytest.approx(scores[number], rel=1e-12, abs=1e-12), tree
    assert {"syllable", "row", "boost 0"} <= named


@pytest.mark.parametrize("few", [0, 10, 1 << 16])
def test_the_best_of_any_with_boosts_are_those_of_scoring_all(
    archive: tuple[Path, dict[str, Article]], few: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where only the best are asked for, boosts lift the same articles among them, and the same articles match.

    Whichever of the boosts are looked at before the words.
    """
    monkeypatch.setattr(evaluate, "FEW_PLACES", few)
    dice = random.Random(17 + few)
    with Snapshot(archive[0]) as snapshot:
        for _ in range(100):
            condition = Scored(Any(tuple(random_row(dice) for _ in range(dice.randrange(1, 5)))), random_boosts(dice))
            count = dice.choice((1, 3, 10))
            check_the_best(snapshot.evaluate(condition, count), snapshot.evaluate(condition), count)


@pytest.mark.parametrize("many", [0, 2, 512])
def test_the_best_of_all_with_boosts_are_those_of_scoring_all(
    archive: tuple[Path, dict[str, Article]], many: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where only the best are asked for, those of all words and what is preferred have their scores, others no higher.

    Whether boosts are added one by one or, where few articles are in the running, together to all of these.
    """
    monkeypatch.setattr(boosting, "_MANY", many)
    dice = random.Random(19 + many)
    spared = 0
    with Snapshot(archive[0]) as snapshot:
        for _ in range(200):
            row = random_row(dice, whole=0)
            slots = [slot for slot in row.slots if slot is not None]
            pairs = [pair for pair in pairwise(row.slots) if None not in pair]
            boosts = tuple(Boost(replace(row, slots=pair), dice.choice((0.1, 0.5, 3)), "pair") for pair in pairs)
            base = All(tuple(Row((slot,)) for slot in slots[: dice.randrange(1, 4)]))
            scored = Scored(base, (*boosts, *random_boosts(dice)))
            condition = Preferring(scored, row) if dice.random() < 0.7 else scored
            count = dice.choice((1, 2, 5))
            spared += check_the_best(snapshot.evaluate(condition, count), snapshot.evaluate(condition), count)
    assert spared > (5 if many < 512 else 0)


def test_what_is_preferred_is_what_a_scan_prefers(archive: tuple[Path, dict[str, Article]]) -> None:
    """A row is found where it stands, also where it is put together of pairs that raise scores, in whatever fields."""
    folder, expected = archive
    dice = random.Random(11)
    with Snapshot(folder) as snapshot:
        ids = {number: snapshot.article(number).id for number in snapshot.numbers()}
        seen = 0
        for turn in range(400):
            row = random_row(dice, whole=0.5)
            slots = [slot for slot in row.slots if slot is not None]
            pairs = [replace(row, slots=pair) for pair in pairwise(row.slots)][turn % 2 :]
            boosts = tuple(Boost(pair, 1.0, "pair") for pair in pairs if None not in pair.slots)
            words = Any(tuple(Row((slot,)) for slot in slots))
            condition = Preferring(Scored(words, boosts), row)
            for best_asked in (None, 5):
                found = snapshot.evaluate(condition, best_asked)
                preferred = {ids[number] for number in found.numbers[found.preferred].tolist()}
                assert preferred == {name for name, article in expected.items() if scan(article, row) is not None}
                seen += len(preferred) * (len(slots) > 2)
        assert seen > 20


def test_two_words_side_by_side_tell_more_than_each_alone(tmp_path: Path) -> None:
    """A pair that is rarer than its words raises a score; one that is as common as the rarer of them tells nothing."""
    texts = ["a b x", "a x b", "a b x", "a x y", "b x y", "c d x", "c d y", "d x y"]
    write(tmp_path / "index", [Article(id=str(at), path="/p", title=text) for at, text in enumerate(texts)])
    with Snapshot(tmp_path / "index") as snapshot:

        def raised(first: str, second: str) -> list[bool]:
            both = All((Row((Slot(first),)), Row((Slot(second),))))
            pair = Boost(Row((Slot(first), Slot(second))), 1, "pair")
            found, plain = snapshot.evaluate(Scored(both, (pair,))), snapshot.evaluate(both)
            return (found.scores > plain.scores).tolist()

        assert raised("a", "b") == [True, False, True]
        assert raised("c", "d") == [False, False]


def test_whole_words_begin_and_end_at_the_borders_of_words(tmp_path: Path) -> None:
    """A row of whole words is found where words begin and end with it, and the places say where."""
    article = Article(id="1", path="/p", title="", paragraphs=("a b a b a b a b", "a b", "b a b a b"))
    write(tmp_path / "index", [article], segmenter=RandomWords())
    with Snapshot(tmp_path / "index") as snapshot:
        counts = []
        for whole in (Whole.BEGIN, Whole.END, Whole.BOTH):
            row = Row((Slot("a"), Slot("b")), whole=whole)
            counts.append(snapshot.evaluate(row).occurrences)
            places = snapshot.places(row, 0, article)
            assert {(at.field, at.unit, at.begin, at.end) for at in places} == scan(article, row)
        every = snapshot.evaluate(Row(row.slots)).occurrences
        begun, ended, both = counts
        assert 0 < both <= min(begun, ended) <= max(begun, ended) < every


def test_what_only_filters_has_no_share(tmp_path: Path) -> None:
    """Refused words and filters add nothing to a score, and are no part of it."""
    write(tmp_path / "index", [Article(id="1", path="/p", title="a b")])
    with Snapshot(tmp_path / "index") as snapshot:
        row = Row((Slot("a"),))
        shares = snapshot.shares(All((row, Not(Row((Slot("c"),))), Only(Row((Slot("b"),))))), 0)
        assert shares is not None
        assert [(share.name, share.part) for share in shares] == [("syllable", row)]
