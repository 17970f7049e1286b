"""How near words stand together in an article: against every choice of a place for each of them."""

from __future__ import annotations

import random
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from corpus.article import Article
from index import batch
from index.nearness import APART
from index.normal_form import fold
from index.plan import Row, Slot
from index.schema import TEXT_FIELDS
from index.segment import next_terms_writer
from index.snapshot import Snapshot
from index.syllables import keys
from index.units import field_texts
from tests.index.random_archives import write

COMMON = "dân biết bàn làm".split()
SELDOM = "kiểm tra dan biet a b".split()

Random = tuple[Path, dict[str, Article]]


def _article(dice: random.Random, identity: str) -> Article:
    """An article whose words stand near each other and far apart, some of its paragraphs wider than ``APART``."""

    def text(length: int) -> str:
        words = dice.choices((COMMON, SELDOM, ("x",)), (1, 1, dice.choice((0, 3, 60))), k=length)
        return " ".join(dice.choice(some) for some in words)

    return Article(
        id=identity,
        path="/p",
        title=text(dice.randrange(4)),
        lead=text(dice.randrange(9)) or None,
        paragraphs=tuple(text(dice.choice((3, 20, 90, 250))) for _ in range(dice.randrange(4))),
        captions=tuple(text(5) for _ in range(dice.randrange(3))),
    )


@pytest.fixture(scope="module", params=range(3))
def archive(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Random:
    """A random archive in several segments, with replaced and removed articles, and what should be left in it."""
    dice = random.Random(request.param)
    folder = tmp_path_factory.mktemp("near") / "index"
    expected: dict[str, Article] = {}
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(batch, "HELD_BACK", 7)
        patched.setattr(batch, "FULL_SEGMENT", 4000)
        patched.setattr(batch, "FULL_MERGED", 1)
        patched.setattr(next_terms_writer, "FREQUENT", 60)
        for _ in range(6):
            puts = [_article(dice, str(dice.randrange(120))) for _ in range(20)]
            gone = [str(dice.randrange(120)) for _ in range(4)]
            write(folder, puts, gone)
            expected.update((article.id, article) for article in puts)
            for identity in gone:
                expected.pop(identity, None)
    return folder, expected


Paragraphs = Sequence[tuple[str, Sequence[tuple[str, str]]]]
"""The paragraphs of an article: the field of each, and its keys with what they fold to."""


def _paragraphs(article: Article) -> Paragraphs:
    return [
        (field, [(key, fold(key)) for key in keys(text)])
        for field in TEXT_FIELDS
        for text in field_texts(article, field)
    ]


def _begins(found: Sequence[tuple[str, str]], slots: Sequence[Slot | None]) -> list[int]:
    """Where a row begins in a paragraph."""
    return [
        at
        for at in range(len(found) - len(slots) + 1)
        if all(
            slot is None or found[at + turn][slot.any_accents] == slot.key  # the key itself, or folded
            for turn, slot in enumerate(slots)
        )
    ]


def _narrowest(paragraphs: Paragraphs, rows: Sequence[Row]) -> int:
    """The width of the narrowest stretch, from each syllable that may be its first on."""
    best = APART
    for field, found in paragraphs:
        begins = [_begins(found, row.slots) if field in row.fields else [] for row in rows]
        for first in {at for each in begins for at in each} if all(begins) else ():
            behind = [next((at for at in each if at >= first), None) for each in begins]
            if None not in behind:
                best = min(best, max(at for at in behind if at is not None) - first + 1)
    return best


def _row(dice: random.Random) -> Row:
    slots: list[Slot | None] = []
    for _ in range(dice.choice((1, 1, 1, 2, 3))):
        key = dice.choice(COMMON + SELDOM)
        slots.append(Slot(fold(key), any_accents=True) if dice.random() < 0.4 else Slot(key))
    if len(slots) > 2 and dice.random() < 0.5:
        slots[dice.randrange(len(slots))] = None
    fields = TEXT_FIELDS if dice.random() < 0.7 else tuple(dice.sample(TEXT_FIELDS, dice.randrange(1, 4)))
    return Row(tuple(slots), fields)


def test_distances_are_those_of_the_narrowest_stretches(archive: Random) -> None:
    """One to four random rows in all articles and in some, which stand in several segments, others deleted there."""
    folder, expected = archive
    dice = random.Random(5)
    seen = []
    with Snapshot(folder) as snapshot:
        assert len(snapshot.generation.segments) > 2
        assert any(entry.live is not None for entry in snapshot.generation.segments)
        numbers = sorted(snapshot.numbers())
        articles = [_paragraphs(expected[snapshot.article(number).id]) for number in numbers]
        for _ in range(60):
            rows = [_row(dice) for _ in range(dice.choice((1, 2, 2, 3, 4)))]
            wanted = [_narrowest(paragraphs, rows) for paragraphs in articles]
            assert snapshot.distances(rows, np.array(numbers)).tolist() == wanted, rows
            some = sorted(dice.sample(range(len(numbers)), dice.randrange(len(numbers))))
            asked = np.array([numbers[at] for at in some], np.int64)
            assert snapshot.distances(rows, asked).tolist() == [wanted[at] for at in some], rows
            seen += wanted
    assert {1, 2, 3, APART} < set(seen)
    assert any(50 < width < APART for width in seen)


def _distances(folder: Path, rows: Sequence[Row], *articles: Article) -> list[int]:
    """The distances in some articles of an index made of them."""
    write(folder, articles)
    with Snapshot(folder) as snapshot:
        order = {snapshot.article(number).id: number for number in snapshot.numbers()}
        numbers = np.array([order[article.id] for article in articles])
        assert all(one < other for one, other in pairwise(numbers.tolist()))
        return snapshot.distances(rows, numbers).tolist()


def _spread(length: int, **places: Sequence[int]) -> str:
    """A paragraph of so many syllables with some words at some places of it."""
    words = ["x"] * length
    for word, here in places.items():
        for at in here:
            words[at] = word
    return " ".join(words)


def _one(name: str, *paragraphs: str, **more: str) -> Article:
    return Article(id=name, path="/p", title=more.get("title", ""), paragraphs=paragraphs)


def test_the_narrowest_stretch_in_one_paragraph_counts(tmp_path: Path) -> None:
    """The width is from the first word to the last, in whatever order; words of different paragraphs are apart."""
    two, three = [Row((Slot("a"),)), Row((Slot("b"),))], [Row((Slot(word),)) for word in "abc"]
    articles = [
        _one("0", _spread(60, a=[0, 50], b=[9, 47])),
        _one("1", "x x x x x x b", title="x x x x x a"),
        _one("2", "x x x x x a", "x x x x x x b"),
        _one("3", _spread(501, a=[0], b=[500])),
        _one("4", "a"),
    ]
    assert _distances(tmp_path / "two", two, *articles) == [4, APART, APART, APART, APART]
    assert _distances(tmp_path / "three", three, _one("0", _spread(9, a=[5], b=[6], c=[4]))) == [3]


@pytest.mark.parametrize(("distance", "width"), [(1, 2), (98, 99), (99, 100), (100, 100), (101, 100)])
def test_a_stretch_counts_up_to_a_hundred_syllables(tmp_path: Path, distance: int, width: int) -> None:
    """Words so far from each other stand in a stretch that is one syllable wider, and at most a hundred wide."""
    article = _one("0", _spread(300, a=[150], b=[150 + distance]))
    assert _distances(tmp_path / "index", [Row((Slot("b"),)), Row((Slot("a"),))], article) == [width]


def test_phrases_are_where_they_begin_and_in_their_fields(tmp_path: Path) -> None:
    """Of a row of several syllables the first counts; one row is one wide; a field that is not asked is not seen."""
    articles = [
        _one("0", "a x x b c d", title="a b c"),
        _one("1", "a b c", title="a x x"),
        _one("2", "x", title="b c a"),
    ]
    phrase = Row((Slot("b"), None))
    assert _distances(tmp_path / "one", [Row((Slot("a"),)), phrase], *articles) == [2, 2, 3]
    assert _distances(tmp_path / "two", [Row((Slot("a"),), ("body",)), phrase], *articles) == [4, 2, APART]
    assert _distances(tmp_path / "three", [phrase], *articles) == [1, 1, 1]
    assert _distances(tmp_path / "four", [phrase, Row((Slot("nowhere"),))], *articles) == [APART] * 3
