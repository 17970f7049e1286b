"""Counts by what articles have in common, and of many queries at once."""

from __future__ import annotations

import json
import subprocess
from collections import Counter
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.speakers import innermost
from searcher import Archive
from searcher.results.counts import Group
from tests.conftest import Folder
from tests.program import PROGRAM, Run

QUERIES = ("dân", "dan", "dân biết, dân bàn", ["dân", "-biết"], ["dân", "OR", "phường"], '"dân làm"~9', "quote:dân")


@pytest.mark.parametrize("by", ["year", "month", "day", "source", "section", "author", "speaker", "left", "right"])
@pytest.mark.parametrize("query", QUERIES)
def test_groups_add_up_to_the_whole(query: str | list[str], by: str, sample: Archive) -> None:
    """The places of all groups are those of the query; of facts, so are the articles."""
    whole, groups = sample.count(query), sample.count_by(query, by)
    assert sum(group.occurrences for group in groups) == whole.occurrences
    if by not in ("speaker", "left", "right"):
        assert sum(group.articles for group in groups) == whole.articles
    assert len({group.key for group in groups}) == len(groups)


@pytest.mark.parametrize("query", QUERIES)
@pytest.mark.parametrize(("by", "length"), [("year", 4), ("month", 7), ("source", 99), ("author", 99)])
def test_groups_are_those_of_the_articles(query: str | list[str], by: str, length: int, sample: Archive) -> None:
    """Each article counts under what it says of itself, with as many places as a search gives it."""
    articles: Counter[str | None] = Counter()
    places: Counter[str | None] = Counter()
    for hit in sample.search(query, limit=None, collapse=False, match="all").hits:
        value = hit.article.published if by in ("year", "month") else getattr(hit.article, by)
        articles[value[:length] if value else None] += 1
        places[value[:length] if value else None] += hit.occurrences
    assert {group.key: (group.articles, group.occurrences) for group in sample.count_by(query, by)} == {
        key: (articles[key], places[key]) for key in articles
    }


def test_periods_are_in_order_and_others_by_frequency(sample: Archive) -> None:
    """Years go up and the undated stand last; of sources the one with the most places stands first."""
    years = [group.key for group in sample.count_by("dân", "year")]
    assert years == [*sorted(key for key in years if key), None]
    places = [group.occurrences for group in sample.count_by("dân", "source")]
    assert places == sorted(places, reverse=True)


def test_speakers_are_those_of_the_innermost_quotations(folder: Folder) -> None:
    """What one quotes of another is the other's; what stands in no quotation, or in nobody's, is apart."""
    folder.articles(
        "Dân ở đây đông. Ông Trần Văn Bảy nói: “Dân bàn, dân làm.” Bà Lê Thị Tư nói: “Dân biết.”",
        "Ông Trần Văn Bảy nói: “Dân kiểm tra.” Khẩu hiệu “dân giám sát” treo ở cổng.",
    )
    with folder.open() as archive:
        groups = archive.count_by("dân", "speaker")
    assert sorted(groups, key=lambda group: str(group.key)) == [
        Group("?", 1, 1),
        Group("Lê Thị Tư", 1, 1),
        Group(None, 1, 1),
        Group("Trần Văn Bảy", 2, 3),
    ]


def test_a_slogan_that_somebody_quotes_is_theirs(folder: Folder) -> None:
    """What stands in a quotation without a speaker that stands in one with a speaker belongs to that speaker."""
    folder.articles("Ông Trần Văn Bảy nói: “Chúng tôi làm theo câu ‘dân biết, dân bàn’ từ lâu rồi.”")
    with folder.open() as archive:
        assert archive.count_by("dân bàn", "speaker") == (Group("Trần Văn Bảy", 1, 1),)


@given(
    st.lists(st.tuples(st.integers(0, 30), st.integers(1, 12))),
    st.lists(st.tuples(st.integers(0, 30), st.integers(1, 4))),
)
def test_the_innermost_quotation_is_the_one_begun_last(
    spans: list[tuple[int, int]], places: list[tuple[int, int]]
) -> None:
    """Of all quotations that hold a place, by trying each, it is the one that begins last, then the shortest."""
    begins = np.array([begin for begin, _ in spans], np.int64)
    ends = begins + np.array([length for _, length in spans], np.int64)
    first = np.array([begin for begin, _ in places], np.int64)
    behind = first + np.array([length for _, length in places], np.int64)
    owners = innermost(begins, ends, first, behind).tolist()
    for owner, start, stop in zip(owners, first.tolist(), behind.tolist(), strict=True):
        holding = [
            (begin, -end)
            for begin, end in zip(begins.tolist(), ends.tolist(), strict=True)
            if begin <= start and stop <= end
        ]
        assert (owner == -1) == (not holding)
        if holding:
            assert (int(begins[owner]), -int(ends[owner])) == max(holding)


def _batch(text: bytes, index: Path, *options: str) -> subprocess.CompletedProcess[bytes]:
    command = [*PROGRAM, "count", "--index", str(index), "--batch", "-", *options]
    return subprocess.run(command, input=text, capture_output=True, check=False, timeout=60)


def test_a_batch_counts_a_query_a_line(sample_index: Path) -> None:
    """Each line gives what it gives alone, in order; empty lines are passed over."""
    done = _batch("dân biết\n\ndân\nkhông có đâu\n".encode(), sample_index, "--format", "jsonl")
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert [each["query"] for each in found] == ["dân biết", "dân", "không có đâu"]
    for each in found:
        alone = Run("count", "--format", "jsonl", each["query"], index=sample_index).objects[0]
        assert (each["articles"], each["occurrences"]) == (alone["articles"], alone["occurrences"])
    assert done.returncode == 0


def test_a_bad_line_is_named_and_stops_nothing(sample_index: Path) -> None:
    """The others are counted, the line is named with what is wrong, and the status is that of a bad query."""
    done = _batch('dân\ncải "cách\ndân biết\n'.encode(), sample_index, "-q")
    assert [line.split("\t")[0] for line in done.stdout.decode().splitlines()] == ["dân", "dân biết"]
    assert done.stderr.decode().splitlines() == ['Line 2: cải "cách: A quotation mark has no partner.']
    assert done.returncode == 2
    objects = _batch('cải "cách\n'.encode(), sample_index, "-q", "--format", "jsonl")
    assert json.loads(objects.stderr)["error"]["kind"] == "unclosed-quote"


def test_a_batch_that_is_no_text_is_refused(sample_index: Path) -> None:
    """Bytes that are not UTF-8 are refused with a sentence; a batch that finds nothing has status 1."""
    done = _batch(b"d\xe2n\n", sample_index)
    assert (done.returncode, b"not UTF-8" in done.stderr) == (2, True)
    assert _batch(b"", sample_index).returncode == 1


@pytest.mark.parametrize("arguments", [(), ("dân", "--batch", "-"), ("--by", "year", "--batch", "-")])
def test_a_query_or_a_batch(arguments: tuple[str, ...], sample_index: Path) -> None:
    """Neither, or both, is bad usage."""
    assert Run("count", *arguments, index=sample_index).status == 2


def test_groups_in_columns_and_as_objects(sample_index: Path) -> None:
    """For people with headings and what has no date named; for programs a key that is null."""
    human = Run("count", "--by", "year", "--format", "human", "dân", index=sample_index).out.splitlines()
    assert human[0].split() == ["places", "articles"]
    assert human[1].split() == ["4", "2", "2017"]
    assert human[-1].endswith("(no date)")
    objects = Run("count", "--by", "year", "--format", "jsonl", "dân", index=sample_index).objects
    assert objects[0] == {"schema": 1, "key": "2017", "articles": 2, "occurrences": 4}
    assert objects[-1]["key"] is None
    assert len(Run("count", "--by", "year", "-n", "2", "dân", index=sample_index).out.splitlines()) == 2
