"""A concordance in its orders, and samples of what was found."""

from __future__ import annotations

import itertools
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.errors import DamagedIndexError
from index.snapshot import Snapshot
from index.syllables import keys
from searcher import Archive
from searcher.context.alphabet import rank
from searcher.context.concordance import LineOrder
from searcher.context.side_order import FARTHEST
from searcher.sample import sample_of
from tests.conftest import Folder
from tests.program import Run


def test_the_alphabet_is_that_of_vietnamese_dictionaries() -> None:
    """Letters come before tones: every word with a before one with ă, đ behind all d, nặng last of the tones."""
    ordered = "19 2 a an án anh ăn ắn ân ba bà bả bã bá bạ bai băng dư dự đa đi e ê kho khô khơ u ư vì vị xa".split()
    assert sorted(set(ordered), key=rank) == ordered


@pytest.fixture
def scattered(folder: Folder) -> Folder:
    """Articles with the word ``dân`` in many surroundings, with and without dates."""
    texts = ["của dân biết\nvà dân bàn", "ở dân ấy. Ẩn dân đi", "dân", "an dân ăn\nán dân ân"]
    dates = ["2020-02-01", None, "2019-05-14T08:00", "2021"]
    folder.records(
        "a.jsonl",
        *(
            {"id": f"{9 - at}", "body": text, "date": date}
            for at, (text, date) in enumerate(zip(texts, dates, strict=True))
        ),
    )
    folder.update()
    return folder


def _sides(folder: Folder, order: LineOrder) -> list[str]:
    with folder.open() as archive:
        side = "left" if order is LineOrder.LEFT else "right"
        return [getattr(line, side).strip() for line in archive.kwic("dân", order=order)]


@given(st.text(st.sampled_from("axâ5\u0301\u0300\u0302"), max_size=6))
def test_whatever_stands_beside_has_a_rank(syllable: str) -> None:
    """Also a mark that stands on no letter, on one that has none, or on one that has another."""
    assert len(rank(syllable)[0]) == len(rank(syllable)[1])
    assert rank("\u0301" + syllable) != rank("á" + syllable)


def test_sorted_by_what_stands_beside(scattered: Folder) -> None:
    """By the left the nearest syllable decides and then the one before it; what stands at an edge comes first."""
    assert _sides(scattered, LineOrder.LEFT) == ["", "an", "án", "ở dân ấy. Ẩn", "của", "ở", "và"]
    assert _sides(scattered, LineOrder.RIGHT) == ["", "ăn", "ân", "ấy. Ẩn dân đi", "bàn", "biết", "đi"]


def test_sorted_by_date_and_by_article(scattered: Folder) -> None:
    """By date the oldest comes first, or the newest, and the undated last; by article the ids are in order."""
    with scattered.open() as archive:
        assert [line.published for line in archive.kwic("dân", order="date")] == [
            "2019-05-14T08:00",
            "2020-02-01",
            "2020-02-01",
            "2021",
            "2021",
            None,
            None,
        ]
        dated = [line.published for line in archive.kwic("dân", order="newest")]
        assert dated == ["2021", "2021", "2020-02-01", "2020-02-01", "2019-05-14T08:00", None, None]
        assert list(archive.kwic("dân", order="oldest")) == list(archive.kwic("dân", order="date"))
        assert [line.id for line in archive.kwic("dân", order="article")] == ["6", "6", "7", "8", "8", "9", "9"]


@pytest.mark.parametrize(
    "query", ["dân", "dan", "dân biết", '"dân làm"~9', "dân OR phường", "speaker:Mến", "quote:dân"]
)
@pytest.mark.parametrize("context", [1, 3, FARTHEST])
def test_the_order_by_what_stands_beside_is_that_of_sorting(query: str, context: int, sample: Archive) -> None:
    """Found by arrays before any article is read, it is the order that comes of sorting all lines by their contexts."""
    whole = list(sample.kwic(query, context=context))
    for order, beside in (
        (LineOrder.LEFT, lambda line: [rank(key) for key in reversed(keys(line.left))]),
        (LineOrder.RIGHT, lambda line: [rank(key) for key in keys(line.right)]),
    ):
        wanted = sorted(whole, key=beside)
        assert list(sample.kwic(query, context=context, order=order)) == wanted
        assert list(sample.kwic(query, context=context, order=order, offset=2, limit=3)) == wanted[2:5]
        some = list(sample.kwic(query, context=context, order=order, sample=5, seed=3))
        assert some == [line for line in wanted if line in some]


@pytest.mark.parametrize("order", LineOrder)
def test_every_order_gives_the_same_lines(scattered: Folder, order: LineOrder) -> None:
    """Sorting loses no occurrence and invents none."""
    with scattered.open() as archive:
        assert Counter(archive.kwic("dân", order=order)) == Counter(archive.kwic("dân"))


@given(st.integers(0, 50), st.integers(0, 60), st.integers())
def test_a_sample_is_as_large_as_asked_and_repeats(total: int, size: int, seed: int) -> None:
    """So many different things in ascending order, the same for the same seed."""
    taken = sample_of(total, size, seed).tolist()
    assert len(taken) == min(total, size)
    assert taken == sorted(set(taken))
    assert set(taken) <= set(range(total))
    assert taken == sample_of(total, size, seed).tolist()


def test_samples_are_of_what_is_found(scattered: Folder) -> None:
    """A sample of lines and of articles is part of all of them, its totals are those of all, and sizes vary by seed."""
    with scattered.open() as archive:
        whole = list(archive.kwic("dân"))
        samples = [list(archive.kwic("dân", sample=3, seed=seed)) for seed in range(20)]
        assert all(len(lines) == 3 and set(lines) <= set(whole) for lines in samples)
        assert set(itertools.chain.from_iterable(samples)) == set(whole)
        found = archive.search("dân", sample=2, seed=1, collapse=False)
        every = {hit.article.id: hit.rank for hit in archive.search("dân", limit=None, collapse=False).hits}
        assert (len(found.hits), found.total, found.occurrences) == (2, 4, 7)
        assert all(every[hit.article.id] == hit.rank for hit in found.hits)


def test_groups_have_headings_with_their_numbers(scattered: Folder) -> None:
    """For people each group of the order stands under what it has in common, with the number of its lines."""
    run = Run("kwic", "--sort", "left", "--group", "--format", "human", "dân", index=scattered.index)
    headings = [line for line in run.out.splitlines() if " · " in line]
    assert headings[:2] == ["(nothing beside it) · 1 place", "an · 1 place"]
    assert len(headings) == 7


def test_a_limit_says_how_many_are_shown(scattered: Folder) -> None:
    """The first lines in their order, and beside them how many there are in all."""
    run = Run("kwic", "-n", "2", "--sort", "right", "dân", index=scattered.index)
    assert [line.split("\t")[5] for line in run.out.splitlines()] == ["", " ăn"]
    assert "Shown: 2 of these." in run.err
    assert "4 articles, 7 places." in run.err


@pytest.mark.parametrize("order", ["relevance", "left", "date"])
def test_an_offset_leaves_out_the_first_ones(scattered: Folder, order: str) -> None:
    """The lines from a number on are those of all lines from that number on, and it is said how many they are."""
    with scattered.open() as archive:
        whole = list(archive.kwic("dân", order=order))
        for offset, limit in ((2, 3), (5, None), (9, 1), (0, 0)):
            found = archive.kwic("dân", order=order, offset=offset, limit=limit)
            end = None if limit is None else offset + limit
            assert found.shown == len(whole[offset:end])
            assert list(found) == whole[offset:end]
    with pytest.raises(ValueError, match="count from zero"):
        archive.kwic("dân", offset=-1)


@pytest.mark.parametrize("command", ["kwic", "quotes"])
def test_ids_and_counts_alone(command: str, sample_index: Path) -> None:
    """The ids, each once, with the end that was asked for; the counts, as many as are listed."""
    rows = Run(command, "-q", "dân", index=sample_index).out.splitlines()
    ids = list(dict.fromkeys(row.split("\t")[0] for row in rows))
    assert Run(command, "-q", "-l", "dân", index=sample_index).out.splitlines() == ids
    assert Run(command, "-q", "-l", "-0", "dân", index=sample_index).out.split("\0")[:-1] == ids
    assert Run(command, "-q", "-c", "dân", index=sample_index).out == f"{len(ids)}\t{len(rows)}\n"
    assert len(Run(command, "-q", "--offset", "2", "-n", "3", "dân", index=sample_index).out.splitlines()) == 3


def test_an_index_that_counts_more_than_an_article_holds(scattered: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    """Such an index is damaged, and is said to be, wherever a line or a quotation is asked for that is not there."""
    with scattered.open() as archive:
        monkeypatch.setattr(Snapshot, "places", lambda *_: ())
        with pytest.raises(DamagedIndexError):
            list(archive.kwic("dân"))
    scattered.records("b.jsonl", {"id": "q", "body": "Bà Lý nói: “Dân bàn thì dân làm cho đến nơi đến chốn”."})
    scattered.update()
    with scattered.open() as archive:
        assert len(list(archive.quotes("dân"))) == 1
        whole = Snapshot.article
        monkeypatch.setattr(Snapshot, "article", lambda *asked: replace(whole(*asked), quotes=()))
        with pytest.raises(DamagedIndexError):
            list(archive.quotes("dân"))
