"""Dates as programs state them: what a field for dates may hold, and whose clock it goes by."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.html_page import read_html_page
from corpus.stated_dates import stated_date
from tests.corpus.reading import read

PROSE = "Bà con góp ngày công, xã góp xi măng, và ai cũng được xem sổ thu chi của thôn. " * 5


@pytest.mark.parametrize(
    ("value", "iso"),
    [
        ("2021-01-19T08:01:22Z", "2021-01-19T15:01:22"),
        ("2021-01-19T20:30:00.000Z", "2021-01-20T03:30:00"),
        ("2021-01-19T15:01:22+07:00", "2021-01-19T15:01:22"),
        ("2021-01-19T15:01+0700", "2021-01-19T15:01"),
        ("2021-01-19 15:01:22+00", "2021-01-19T22:01:22"),
        ("2021-01-19 15:01:22.123 +0000 UTC", "2021-01-19T22:01:22"),
        ("2021-01-18T20:01:22-12:00", "2021-01-19T15:01:22"),
        ("2021-01-19 15:01", "2021-01-19T15:01"),
        ("2021-01-19T15:01:22", "2021-01-19T15:01:22"),
        ("Tue, 19 Jan 2021 20:30:00 GMT", "2021-01-20T03:30:00"),
        ("Tue, 19 Jan 2021 20:30:00 +0700", "2021-01-19T20:30:00"),
        ("19 Jan 2021 20:30 UT", "2021-01-20T03:30"),
        ("19/01/2021 15:01 GMT+0", "2021-01-19T22:01"),
        ("Thứ Ba, 19/01/2021, 08:30 (GMT+7)", "2021-01-19T08:30"),
        ("2021-01-19T15:01:22+15:00", None),
        ("9999-12-31T23:00:00Z", None),
        ("0001-01-01T01:00:00+14:00", None),
    ],
)
def test_a_moment_in_another_zone_is_that_of_vietnam(value: str, iso: str | None) -> None:
    """The same moment is the same day and time whatever zone it is written in; what names no zone is local already."""
    assert stated_date(value) == iso


@pytest.mark.parametrize(
    ("value", "iso"),
    [
        ("2021-01-19", "2021-01-19"),
        ("2021/01/19", "2021-01-19"),
        ("2021.1.9", "2021-01-09"),
        ("2021/01/19 15:01", "2021-01-19T15:01"),
        ("19/01/2021 15:01", "2021-01-19T15:01"),
        ("9/1/21", "2021-01-09"),
        ("9.1.98", "1998-01-09"),
        ("9/1/21 15:01", "2021-01-09T15:01"),
        ("09-01-21", None),
        ("1/19/21", None),
        ("01/2021", "2021-01"),
        ("tháng 1/2021", "2021-01"),
        ("2021/1", "2021-01"),
        ("13/2021", None),
        ("2021", "2021"),
        ("2021.0", "2021"),
        ("Cập nhật 19-01-2021", "2021-01-19"),
        ("Đăng lúc: 15:01 19/01/2021", "2021-01-19T15:01"),
        ("(Cập nhật 19/01/2021)", "2021-01-19"),
        ("khoảng 19/01/2021", None),
        ("19/01/2021 hoặc sau", None),
        ("2021-02-31T10:00:00Z", None),
        ("2021-02-30", None),
        ("2021/01/19/3", None),
        ("0000-00-00 00:00:00", None),
        ("hôm qua", None),
        ("", None),
        ("2021-01-19" + " x" * 100_000, None),
    ],
)
def test_a_field_for_dates_is_read_in_its_usual_forms(value: str, iso: str | None) -> None:
    """The year first or last, in two figures or four, a month alone and a date behind words that say what it is."""
    assert stated_date(value) == iso


@pytest.mark.parametrize(
    ("value", "iso"),
    [
        ("20210119", "2021-01-19"),
        ("20210230", None),
        ("19012021", None),
        ("1611045082", "2021-01-19T15:31:22"),
        ("1611045082000", "2021-01-19T15:31:22"),
        ("1611045082.75", "2021-01-19T15:31:22"),
        ("20210119.0", "2021-01-19"),
        ("631152000", "1990-01-01T07:00:00"),
        ("631151999", None),
        ("4102444800", None),
        ("631152000000", "1990-01-01T07:00:00"),
        ("99999999999", None),
        ("16110450820000", None),
        ("٢٠٢١٠١١٩", None),
    ],
)
def test_figures_alone_are_a_day_or_a_moment(value: str, iso: str | None) -> None:
    """Eight are a day; more are seconds or milliseconds since 1970, of a time in which there were pages."""
    assert stated_date(value) == iso


@pytest.mark.parametrize("value", ["2021-01-19 00:00:00", "2021-01-19T00:00:00Z", "19/01/2021 00:00:00", "1610989200"])
def test_midnight_to_the_second_is_a_day(value: str) -> None:
    """A system that has no time writes the first second of the day."""
    assert stated_date(value) == "2021-01-19"


@given(st.text(st.sampled_from("0123459२/-.:+TZ GMTngàythán"), max_size=30))
def test_whatever_is_stated_is_iso_or_no_date(value: str) -> None:
    """Whatever a field holds, it is read without a fault, and a date is one that ISO 8601 has, in ASCII."""
    iso = stated_date(value)
    assert iso is None or (iso.isascii() and date.fromisoformat((iso + "-01-01")[:10]))


@pytest.mark.parametrize(
    "value", ["2020-10-07T23:30:00Z", "2020/10/08 06:30:00", "Wed, 07 Oct 2020 23:30:00 GMT", "1602113400"]
)
def test_a_data_set_and_a_web_page_state_the_same_date(tmp_path: Path, value: str) -> None:
    """One moment is one day, whether a field of a record gives it or the metadata of a page."""
    (tmp_path / "a.jsonl").write_text(json.dumps({"body": PROSE, "date": value}) + "\n", "utf-8")
    head = f"<meta property='article:published_time' content='{value}'><title>Đường mới vào thôn</title>"
    page = read_html_page(f"<html><head>{head}</head><h1>Đường mới vào thôn</h1><p>{PROSE}</p>", "a", "/a")
    (record,), _ = read(tmp_path)
    assert record.published == page.published == "2020-10-08T06:30:00"
