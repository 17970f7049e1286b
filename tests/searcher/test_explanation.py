"""What a query comes to mean is said: every lossy step, every expansion, with true counts."""

from __future__ import annotations

from pathlib import Path

import pytest

from searcher.results.remarks import Meaning
from tests.conftest import Folder
from tests.program import Run


@pytest.fixture
def archive(folder: Folder) -> Folder:
    """A few articles with accents, abbreviations, sources and dates."""
    folder.records(
        "d.jsonl",
        {"id": "1", "body": "UBND xã họp, dân bàn, dân biết, hòa bình", "source": "Báo Sáng", "date": "2019-05-01"},
        {"id": "2", "body": "ủy ban nhân dân xã họp, dẫn đường, hoà thuận", "source": "Báo Chiều"},
        {"id": "3", "body": "ngày 28 tháng 1 năm 2022 và 28-1-2022", "source": "TTXVN"},
    )
    folder.update()
    return folder


MEANINGS = [
    (["dân"], []),
    (["dan"], [Meaning("accents", "dan", (("dân", 3), ("dẫn", 1)))]),
    (["hoà", "-dẫn"], [Meaning("spelling", "hoà", (("hòa", 0),))]),
    (["UBND xã"], [Meaning("ways", "ubnd", (("ủy ban nhân dân", 1),))]),
    (["28/01/2022"], [Meaning("ways", "28 01 2022", (("28 1 2022", 1), ("28 tháng 1 năm 2022", 1)))]),
    (["source:báo"], [Meaning("names", "source:báo", (("Báo Chiều", 1), ("Báo Sáng", 1)))]),
    (["date:5/2019..2020"], [Meaning("dates", "5/2019..2020", (("2019-05", 0), ("2020", 0)))]),
    (["(title:dan OR đi)", '"dan x"~2'], [Meaning("accents", "dan", (("dân", 3), ("dẫn", 1))),
                                          Meaning("accents", "x", ())]),
]  # fmt: skip


@pytest.mark.parametrize(("query", "meanings"), MEANINGS)
def test_what_the_parts_of_a_query_mean(archive: Folder, query: list[str], meanings: list[Meaning]) -> None:
    """Bare words with what they stand for, spellings, other ways of writing, names and dates; and nothing plain."""
    with archive.open() as opened:
        found = opened.explain(query).meanings
        assert sorted(found, key=str) == sorted(meanings, key=str)


def test_the_parts_of_a_score_add_up_to_it(archive: Folder) -> None:
    """Each part has a name and says what it is about; they are given only where they are asked for."""
    queries = (["dân", "biết"], ["UBND xã"], ["họp", "UBND"], ['"bàn dân"~2', "hòa"], ["dân bàn OR dẫn", "-xyz"])
    with archive.open() as opened:
        for query in queries:
            for hit in opened.search(query, explain=True).hits:
                assert sum(part.value for part in hit.parts) == pytest.approx(hit.score)
            assert not opened.search(query).hits[0].parts
        (hit,) = opened.search(["dân", "biết"], explain=True).hits
        assert [(part.name, part.what) for part in hit.parts] == [("syllable", "dân"), ("syllable", "biết")]


def test_accents_and_aliases_as_asked_for(archive: Folder) -> None:
    """Where bare means bare there is nothing to say, and where accents are ignored there is of every word."""
    with archive.open() as opened:
        assert opened.explain("dan UBND", accents="exact", aliases=None).meanings == ()
        (meaning,) = opened.explain("dần", accents="ignore").meanings
        assert meaning.values == (("dân", 3), ("dẫn", 1))


@pytest.mark.parametrize("form", ["tsv", "csv"])
def test_the_parts_of_a_score_stand_beside_a_table(form: str, sample_index: Path) -> None:
    """A table keeps its columns; each hit's score and what it is made of are told on standard error."""
    asked = ("search", "-n", "2", "--format", form, "dân biết, dân bàn")
    plain, explained = Run(*asked, index=sample_index), Run(*asked, "--explain", index=sample_index)
    assert explained.out == plain.out
    told = [line for line in explained.err.splitlines() if ": Score " in line]
    ids = [line.split("\t" if form == "tsv" else ",")[0] for line in plain.out.splitlines()[-2:]]
    assert [line.partition(": Score ")[0] for line in told] == ids
    assert all(" = " in line and "(phrase: " in line for line in told)
    assert "Score" not in plain.err
