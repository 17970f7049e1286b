"""When was it published? Every form in which pages write it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.dates import find_date, iso_date

DATES = [
    ("19/01/2021 - 15:01", "2021-01-19T15:01"),
    ("Thay đổi nếp làm (17/09/2017 17:13)", "2017-09-17T17:13"),
    ("Thứ Sáu, 28/1/2022", "2022-01-28"),
    ("28.01.2022", "2022-01-28"),
    ("28-1-2022", "2022-01-28"),
    ("Hoạt động 25 Tháng Mười 2018 11:05:00 SA", "2018-10-25T11:05:00"),
    ("25 Tháng Mười Một 2018 03:05:09 CH", "2018-11-25T15:05:09"),
    ("12 Tháng Hai 2018 12:30:00 SA", "2018-02-12T00:30:00"),
    ("Thứ Ba, 14/05/2019, 08:30 (GMT+7)", "2019-05-14T08:30"),
    ("Nguyễn An - 03:15 12/07/2020", "2020-07-12T03:15"),
    ("ngày 28 tháng 1 năm 2022", "2022-01-28"),
    ("Chủ nhật, ngày 5 tháng mười hai năm 2010 lúc 14 giờ 30", "2010-12-05T14:30"),
    ("5.6.2019 | 9h05", "2019-06-05T09:05"),
    ("12/05/2005 @ 09:12:33 ICT", "2005-05-12T09:12:33"),
    ("Thứ tư, 15/02/23", "2023-02-15"),
    ("15/2/23, 08:30 (GMT+7)", "2023-02-15T08:30"),
    ("21h05 | 3.9.99", "1999-09-03T21:05"),
    ("Đăng lúc: 5/3/21", "2021-03-05"),
    ("sáng ngày 5/3/21", "2021-03-05"),
    ("Hà Vy •  5/3/21", "2021-03-05"),
    ("Hà Vy | 5/3/21", "2021-03-05"),
    ("14 Tháng Mười 20137:25 CH", "2013-10-14T19:25"),
    ("Thứ Hai, Ngày 9 tháng 6-2008", "2008-06-09"),
    ("2021-01-19", "2021-01-19"),
    ("2021-01-19T15:01:22", "2021-01-19T15:01:22"),
]


@pytest.mark.parametrize(("text", "iso"), DATES)
def test_a_written_date_is_read_as_precisely_as_it_is_written(text: str, iso: str) -> None:
    """Day, and hour, minute and second where they stand there; nothing that does not."""
    found = find_date(text)
    assert found is not None
    assert found.iso == iso


@pytest.mark.parametrize(
    "text",
    [
        "",
        "19/1",
        "31/02/2020",
        "32/1/2020",
        "tháng 5 năm 2019",
        "06-NQ/TU",
        "1/2/34",
        "25:61",
        "số 7/10/16 phố Kim Mã",
        "2.10.15.3 08:30",
    ],
)
def test_what_is_no_full_date_is_none(text: str) -> None:
    """A day without its year, and a day that never was, are not made into dates."""
    assert find_date(text) is None


def test_a_year_in_four_figures_is_not_cut_to_two() -> None:
    """A clock that is glued to the year takes none of its figures, and a year that stands first is no day."""
    glued = find_date("12/10/2008:15")
    assert glued is not None
    assert glued.iso == "2008-10-12"
    assert find_date("2023/02/14 08:30") is None


def test_a_field_that_only_ends_with_a_date_is_none() -> None:
    """A whole field is a date or it is not."""
    assert iso_date("2021-05-30") == "2021-05-30"
    assert iso_date("khoảng 30/5/2021") is None


@given(st.text(max_size=60))
def test_any_text_is_read_without_a_fault(text: str) -> None:
    """Whatever stands there, the answer is a date inside the text or none."""
    found = find_date(text)
    assert found is None or 0 <= found.start < found.end <= len(text)


@pytest.mark.parametrize(
    ("value", "iso"),
    [
        ("2021", "2021"),
        ("2021-06", "2021-06"),
        ("2021-01-19T15:01:22Z", "2021-01-19T15:01:22"),
        ("2021-01-19T15:01:22+07:00", "2021-01-19T15:01:22"),
        ("2021-01-19 15:01:22.500", "2021-01-19T15:01:22"),
        ("  19/01/2021  -  15:01 ", "2021-01-19T15:01"),
        ("2021-05-30 hoặc sau", None),
        ("1h" + " " * 5000, None),
        ("2021-13", None),
    ],
)
def test_a_field_is_a_date_as_a_whole_or_none(value: str, iso: str | None) -> None:
    """Precise to what it says, zones and fractions left out, and in no time whatever it holds."""
    assert iso_date(value) == iso


@pytest.mark.parametrize("value", ["٢٠١٩", "２０１９-05", "2019-0٥", "३०/5/2021", "0000", "0000-05", "00000"])
def test_digits_of_other_scripts_and_a_year_that_never_was_are_no_date(value: str) -> None:
    """A date is written in the digits that Vietnamese is written in, and no year comes before the first."""
    assert iso_date(value) is None
    assert find_date(value) is None


@given(st.text(st.sampled_from("0123459٢९２/-.: Tthángnăm"), max_size=24))
def test_what_is_read_as_a_date_is_iso(text: str) -> None:
    """Whatever digits stand there, a date that is read is one that ISO 8601 has, in ASCII."""
    value = iso_date(text)
    assert value is None or (value.isascii() and date.fromisoformat((value + "-01-01")[:10]))


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("8/26/2016 3:45:12 PM", "2016-08-26T15:45:12"),
        ("8/6/2016 3:45:12 PM", "2016-06-08T15:45:12"),
        ("8/26/2016", None),
        ("T2, 03/21/2011 - 14:37", "2011-03-21T14:37"),
        ("4 tháng năm 2013 (TEU)", None),
        ("Ngày 4 tháng năm 2013", "2013-05-04"),
        ("4 Tháng Năm, 2013", "2013-05-04"),
    ],
)
def test_days_of_american_programs_and_months_that_are_counted(text: str, iso: str | None) -> None:
    """No month has the number 26; and ``4 tháng năm 2013`` heads a column of figures, where nothing says ``ngày``."""
    found = find_date(text)
    assert (found.iso if found else None) == iso
