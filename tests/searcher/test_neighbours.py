"""What stands directly beside the places of a query, against going through the articles."""

from __future__ import annotations

import random
from collections import Counter, defaultdict

import pytest

from index import terms_at
from index.plan import Spoken, leaves
from index.snapshot import Snapshot
from index.syllables import keys
from index.units import field_texts
from searcher import Archive
from searcher.figures.neighbours import neighbours
from searcher.results.counts import Group
from tests.conftest import Folder
from tests.index.random_archives import Random, archive, random_tree

__all__ = ["archive"]


@pytest.mark.parametrize("cut", [True, False])
@pytest.mark.parametrize("side", ["left", "right"])
def test_neighbours_are_what_going_through_the_articles_gives(
    archive: Random, side: str, cut: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Random trees over a random archive with deletions, from the stored articles and from the lists: each syllable
    with its places and articles."""
    monkeypatch.setattr(terms_at, "TOKENS_TO_CUT", 0 if cut else 1 << 40)
    monkeypatch.setattr(terms_at, "ARTICLES_TO_READ", 0)
    dice = random.Random(6)
    with Snapshot(archive[0]) as snapshot:
        for _ in range(40):
            tree = random_tree(dice, 2)
            if any(isinstance(leaf, Spoken) for leaf in leaves(tree)):
                continue
            places: Counter[str | None] = Counter()
            articles: dict[str | None, set[int]] = defaultdict(set)
            for number in snapshot.evaluate(tree).numbers.tolist():
                article = snapshot.article(number)
                for place in snapshot.places(tree, number, article):
                    unit = (None, *keys(field_texts(article, place.field_name)[place.unit]), None)
                    beside = unit[place.begin] if side == "left" else unit[place.end + 1]
                    places[beside] += 1
                    articles[beside].add(number)
            found = neighbours(snapshot, tree, behind=side == "right")
            assert {group.key: (group.articles, group.occurrences) for group in found} == {
                key: (len(articles[key]), count) for key, count in places.items()
            }


def test_the_edge_of_a_paragraph_is_a_neighbour_without_a_name(folder: Folder) -> None:
    """Where a paragraph begins or ends with the match nothing stands beside it, and this is counted, too."""
    folder.articles(["dân biết dân bàn", "dân làm"], "dân biết")
    with folder.open() as opened:
        assert opened.count_by("dân", "left") == (Group(None, 2, 3), Group("biết", 1, 1))
        assert opened.count_by("dân", "right") == (Group("biết", 2, 2), Group("bàn", 1, 1), Group("làm", 1, 1))
        assert opened.count_by("không", "left") == ()


@pytest.mark.parametrize("side", ["left", "right"])
@pytest.mark.parametrize("query", ["dân", "dân biết, dân bàn", "quote:dân", '"dân làm"~9'])
def test_neighbours_add_up_to_the_places(query: str, side: str, sample: Archive) -> None:
    """Every place has one neighbour on either side, and the commonest stands first."""
    found = [group.occurrences for group in sample.count_by(query, side)]
    assert sum(found) == sample.count(query).occurrences
    assert found == sorted(found, reverse=True)
