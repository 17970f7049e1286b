"""Every article that a condition gives, how often, where and with which score: against going through the articles."""

from __future__ import annotations

import random
from pathlib import Path

import numpy as np
import pytest

from corpus.article import Article
from index.normal_form import fold
from index.plan import All, Any, Not, Row, Slot
from index.schema import TEXT_FIELDS
from index.snapshot import Snapshot
from tests.index.near_and_quoted import clipped
from tests.index.random_archives import WORDS, Random, archive, random_tree, scan, write

__all__ = ["archive"]  # the fixture


def test_conditions_give_exactly_what_a_scan_finds(archive: Random) -> None:
    """Random trees over a random archive with deletions: the same articles, counts and places as going through it."""
    folder, expected = archive
    dice = random.Random(7)
    with Snapshot(folder) as snapshot:
        assert len(snapshot.generation.segments) > 2
        assert any(entry.live is not None for entry in snapshot.generation.segments)
        assert {snapshot.article(number).id for number in snapshot.numbers()} == set(expected)
        assert snapshot.articles == len(expected)
        ids = {number: snapshot.article(number).id for number in snapshot.numbers()}
        for _ in range(600):
            tree = random_tree(dice, 3)
            found = snapshot.evaluate(tree)
            scanned = {article.id: here for article in expected.values() if (here := scan(article, tree)) is not None}
            assert sorted(ids[number] for number in found.numbers.tolist()) == sorted(scanned), tree
            assert found.articles == len(scanned)
            assert found.occurrences == sum(map(len, scanned.values()))
            counted, counts = snapshot.counted(tree)
            assert counted.numbers.tolist() == found.numbers.tolist()
            assert counts.tolist() == [len(scanned[ids[number]]) for number in found.numbers.tolist()], tree
            assert counted.occurrences == found.occurrences
            assert counted.scores.tolist() == found.scores.tolist()
            for number in found.numbers[:5].tolist():
                article = snapshot.article(number)
                places = snapshot.places(tree, number, article)
                wanted = sorted(clipped(article, spot) for spot in scanned[article.id])
                assert [(at.field, at.unit, at.begin, at.end) for at in places] == wanted, tree
                assert list(places) == sorted(places)


def test_what_a_fact_begins_with_is_told_of_each_article(archive: Random) -> None:
    """The beginnings of dates over several segments are those of the dates that the articles have, none of no date."""
    with Snapshot(archive[0]) as snapshot:
        numbers = np.array([*snapshot.numbers()])
        for some in (numbers, numbers[::7], numbers[:0]):
            for fact in ("published", "source"):
                for length in (1, 4, 7, 10, 40):
                    values = [
                        None if value is None else value.encode()[:length].decode(errors="replace")
                        for value in snapshot.fact(fact, some)
                    ]
                    found, of_each = snapshot.beginnings(fact, length, some)
                    assert found == sorted({value for value in values if value is not None})
                    assert [None if at < 0 else found[at] for at in of_each.tolist()] == values


def test_frequent_terms_are_counted_without_their_places_as_with_them(tmp_path: Path) -> None:
    """Terms that are frequent enough for lists of articles give the same counts and scores, whatever the fields."""
    dice = random.Random(3)
    words = [*WORDS, *(f"hiem{at}" for at in range(40))]
    articles = [
        Article(
            id=str(at),
            path="/p",
            title=" ".join(dice.choices(words, k=3)),
            paragraphs=tuple(" ".join(dice.choices(WORDS, k=30)) for _ in range(dice.randrange(1, 8))),
            captions=(" ".join(dice.choices(words, k=4)),),
        )
        for at in range(400)
    ]
    write(tmp_path / "index", articles)
    with Snapshot(tmp_path / "index") as snapshot:
        ids = {number: snapshot.article(number).id for number in snapshot.numbers()}
        for key in (*WORDS, "hiem1", "hiem2"):
            for fields in (TEXT_FIELDS, ("title",), ("caption", "title"), ("lead",)):
                for slot in (Slot(key), Slot(fold(key), any_accents=True)):
                    row = Row((slot,), fields)
                    found = snapshot.evaluate(row)
                    same = snapshot.evaluate(Any((row, row)))  # rows that coincide are counted by their places
                    scanned = {article.id: len(scan(article, row) or ()) for article in articles if scan(article, row)}
                    numbers = found.numbers.tolist()
                    assert sorted(ids[number] for number in numbers) == sorted(scanned)
                    assert found.occurrences == same.occurrences == sum(scanned.values())
                    assert same.numbers.tolist() == numbers
                    assert same.scores == pytest.approx(2 * found.scores)


def test_a_phrase_crosses_no_paragraph_and_counts_where_it_overlaps_itself(tmp_path: Path) -> None:
    """``a b a`` stands twice in ``a b a b a``, and not at all across a paragraph's end, also where any may stand."""
    article = Article(id="1", path="/p", title="", paragraphs=("a b a b a", "x a b", "a y"))
    write(tmp_path / "index", [article])
    with Snapshot(tmp_path / "index") as snapshot:
        for middle in (Slot("b"), None):
            row = Row((Slot("a"), middle, Slot("a")))
            assert [(at.unit, at.begin) for at in snapshot.places(row, 0, snapshot.article(0))] == [(0, 0), (0, 2)]
            assert snapshot.evaluate(row).occurrences == 2


def test_anything_of_nothing_is_nothing(archive: Random) -> None:
    """An empty choice gives no article, and takes none away where it is refused, beside rows that coincide."""
    row, other = Row((Slot("dân"),)), Row((Slot("dan", any_accents=True),))
    with Snapshot(archive[0]) as snapshot:
        wanted = snapshot.evaluate(other)
        for condition in (Any((row, other, Any(()))), Any((other, All((other, row, Not(Any(()))))))):
            found = snapshot.evaluate(condition)
            assert found.numbers.tolist() == wanted.numbers.tolist()
            assert found.occurrences == wanted.occurrences
        assert not snapshot.evaluate(Any(())).articles
