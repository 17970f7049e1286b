"""The places of a condition in all articles at once: those that are found in each article by itself."""

from __future__ import annotations

import random
from collections.abc import Iterator
from functools import cache
from itertools import groupby
from pathlib import Path

import pytest

from corpus.article import Article
from index.occurrences import Occurrences
from index.plan import All, Any, Condition, Not, Row, Slot, Spoken
from index.schema import TEXT_FIELDS
from index.snapshot import Snapshot
from index.syllables import keys
from index.units import field_texts
from tests.index.random_archives import WORDS, Random, archive, random_tree, write

__all__ = ["archive"]

Places = list[tuple[int, int, int, int]]


@cache
def _units(article: Article) -> list[tuple[int, int, int]]:
    """The field, the number and the syllables of each unit of an article, in reading order."""
    return [
        (field, unit, len(keys(text)))
        for field, name in enumerate(TEXT_FIELDS)
        for unit, text in enumerate(field_texts(article, name))
    ]


def _clipped(article: Article, begin: int, length: int) -> tuple[int, int, int, int]:
    """What begins at a token of an article, as far as it lies in its unit."""
    before = 0
    for field, unit, syllables in _units(article):
        if begin <= before + syllables:
            return field, unit, begin - before, min(begin - before + length, syllables)
        before += syllables + 1
    raise AssertionError(begin)


def _by_article(snapshot: Snapshot, found: tuple[Occurrences, ...]) -> Iterator[tuple[int, Places]]:
    for here in found:
        rows = zip(here.articles.tolist(), here.begins.tolist(), here.lengths.tolist(), strict=True)
        for number, each in groupby(rows, key=lambda row: row[0]):
            article = snapshot.article(number)
            start = here.part.segment.text.field_start(number - here.part.first, 0)
            yield number, sorted(_clipped(article, begin - start, length) for _, begin, length in each)


def test_occurrences_are_the_places_of_each_article(archive: Random) -> None:
    """Random trees over a random archive with deletions: the same places as are found in every article that matches."""
    dice = random.Random(11)
    with Snapshot(archive[0]) as snapshot:
        for _ in range(60):
            tree = random_tree(dice, 3)
            matches = snapshot.evaluate(tree)
            found = snapshot.occurrences(tree)
            assert sum(len(here.begins) for here in found) == matches.occurrences
            wanted = {}
            for number in matches.numbers.tolist():
                places = snapshot.places(tree, number, snapshot.article(number))
                wanted[number] = [(place.field, place.unit, place.begin, place.end) for place in places]
            assert dict(_by_article(snapshot, found)) == {number: here for number, here in wanted.items() if here}, tree
            for here in found:
                both = list(zip(here.begins.tolist(), here.lengths.tolist(), strict=True))
                assert both == sorted(set(both))


@pytest.mark.parametrize(
    ("condition", "places"),
    [
        (Row((Slot("biết"),)), [(0, 1), (3, 1), (8, 1)]),
        (Any((Row((Slot("dân"),)), Row((Slot("dan", any_accents=True),)))), [(2, 1), (5, 1), (7, 1)]),
        (All((Row((Slot("bàn"),)), Row((Slot("làm"),)))), [(6, 1), (9, 1)]),
        (Any((Row((Slot("bàn"),)), All((Row((Slot("biết"),)), Row((Slot("xa"),)))))), [(6, 1)]),
        (All((Row((Slot("bàn"),)), Not(Row((Slot("làm"),))))), []),
        (Spoken(Row((Slot("ai"),))), []),
    ],
)
def test_only_parts_that_match_give_places(tmp_path: Path, condition: Condition, places: list[tuple[int, int]]) -> None:
    """Places are tokens of the text, breaks counted; a part of a choice that does not match gives none of its own."""
    paragraphs = ("biết", "dân biết", "dân bàn dân biết làm")
    write(tmp_path / "index", [Article(id="1", path="/p", title="", paragraphs=paragraphs)])
    with Snapshot(tmp_path / "index") as snapshot:
        [found] = snapshot.occurrences(condition)
        assert list(zip(found.begins.tolist(), found.lengths.tolist(), strict=True)) == places


def test_an_index_without_articles_has_no_places(tmp_path: Path) -> None:
    """Nothing is found in nothing."""
    write(tmp_path / "index", [])
    with Snapshot(tmp_path / "index") as snapshot:
        assert sum(len(here.begins) for here in snapshot.occurrences(Row((Slot(WORDS[0]),)))) == 0
