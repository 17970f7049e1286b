"""Dates of data sets: which field gives one, and what is said where none is understood."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from corpus.pages import Skipped
from tests.corpus.packing import zipped
from tests.corpus.reading import read

UNREAD = "ngày rằm"


def _jsonl(*records: Mapping[str, object]) -> bytes:
    return "".join(json.dumps(each) + "\n" for each in records).encode()


def _named(skipped: list[Skipped], top: Path) -> list[tuple[str, str, object]]:
    return [(each.where.removeprefix(f"{top}/"), each.error.kind, each.error.details) for each in skipped]


@pytest.mark.parametrize(
    ("fields", "published"),
    [
        ({"date": 20170206}, "2017-02-06"),
        ({"timestamp": 1486400000}, "2017-02-06T23:53:20"),
        ({"timestamp": 1486400000000.0}, "2017-02-06T23:53:20"),
        ({"published": 2017.0}, "2017"),
        ({"date": ["06/02/2017", "10:20"]}, "2017-02-06T10:20"),
        ({"published": True, "created_at": "2017/02/06"}, "2017-02-06"),
        ({"date": UNREAD, "created_at": "2017-02-06"}, "2017-02-06"),
    ],
)
def test_the_first_field_that_holds_a_date_gives_it(tmp_path: Path, fields: dict[str, object], published: str) -> None:
    """Numbers and lists are read as texts are, and what is understood in no other field costs no notice."""
    (tmp_path / "a.jsonl").write_bytes(_jsonl({"body": "x", **fields}))
    (article,), skipped = read(tmp_path)
    assert (article.published, skipped) == (published, [])


@pytest.mark.parametrize(
    "fields", [{}, {"date": None}, {"date": " "}, {"date": []}, {"published": True}, {"date": float("nan")}]
)
def test_a_record_without_a_date_is_nothing_to_be_named(tmp_path: Path, fields: dict[str, object]) -> None:
    """Where nothing stands in a field for dates there was nothing to understand."""
    (tmp_path / "a.jsonl").write_bytes(_jsonl({"body": "x", **fields}))
    (article,), skipped = read(tmp_path)
    assert (article.published, skipped) == (None, [])


@pytest.mark.parametrize(
    ("value", "example"),
    [
        ("2017-02-30", "2017-02-30"),
        (7, "7"),
        (1e300, "1e+300"),
        ({"$date": 1486400000000}, "{…}"),
        ([1, 2], "[…]"),
        ("a \ud800\n b", "a \ufffd b"),
        ("1" * 1_000_000, "1" * 40),
        ("ngày " * 50_000, "ngày ngày ngày ngày ngày ngày ngày ngày "),
    ],
)
def test_what_is_not_understood_is_shown_shortly(tmp_path: Path, value: object, example: str) -> None:
    """Whatever a field for dates holds, its article is read without a date, and one line of it is shown."""
    (tmp_path / "a.jsonl").write_bytes(_jsonl({"body": "x", "date": value}))
    (article,), skipped = read(tmp_path)
    assert article.published is None
    assert _named(skipped, tmp_path) == [("a.jsonl", "undated", {"count": 1, "example": example})]


HEADED = f"# id = 1\n# title = Một\n# date = {UNREAD}\n\nBà con góp ngày công làm đường.\n\n"


@pytest.mark.parametrize(
    ("name", "make"),
    [
        ("a.jsonl", lambda: _jsonl(*({"body": "x", "date": each} for each in (UNREAD, "2017", UNREAD)))),
        ("a.json", lambda: json.dumps([{"body": "x", "date": each} for each in (UNREAD, UNREAD)]).encode()),
        ("a.csv", lambda: f"body,date\nx,{UNREAD}\nx,\nx,{UNREAD}\n".encode()),
        ("a.txt", lambda: (HEADED + HEADED.replace("id = 1", "id = 2")).encode()),
        ("a.zip", lambda: zipped({f"{at}.json": _jsonl({"body": "x", "date": UNREAD}) for at in (1, 2)})),
    ],
)
def test_each_file_names_its_dates_once(tmp_path: Path, name: str, make: Callable[[], bytes]) -> None:
    """However many articles a file of any kind leaves undated, it is one thing to know, with the first as example."""
    (tmp_path / name).write_bytes(make())
    articles, skipped = read(tmp_path)
    assert len([article for article in articles if article.published is None]) >= 2
    assert _named(skipped, tmp_path) == [(name, "undated", {"count": 2, "example": UNREAD})]


def test_a_block_whose_text_is_dated_needs_no_date_of_its_own(tmp_path: Path) -> None:
    """A date that the text shows stands in for one of the block that is not understood."""
    (tmp_path / "a.txt").write_text(HEADED.replace("\n\nBà", "\n\nMột\n06/02/2017 10:20\n\nBà"), "utf-8")
    (article,), skipped = read(tmp_path)
    assert (article.published, skipped) == ("2017-02-06T10:20", [])


@pytest.mark.parametrize("value", ["0001-01-01T00:00:00", "1970-01-01 07:00:00", 0])
def test_what_systems_write_for_no_date_is_said_to_be_none(tmp_path: Path, value: object) -> None:
    """The day on which a system's clock begins dates nothing, in a data set as on a page."""
    (tmp_path / "a.jsonl").write_bytes(_jsonl({"body": "x", "date": value}))
    (article,), skipped = read(tmp_path)
    assert article.published is None
    assert _named(skipped, tmp_path) == [("a.jsonl", "undated", {"count": 1, "example": str(value)})]
