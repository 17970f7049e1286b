"""Pages of HTML: when was it published, where several dates stand on the page, or a date in several forms?"""

from __future__ import annotations

import unicodedata

import pytest

from tests.corpus.test_html_round_the_text import DATE, HEADLINE, ONE, TEXT, THREE, TWO, _read


def test_the_date_of_the_first_post() -> None:
    """In a forum, posts behind the article have dates of their own, as near to it as its own."""
    first = "<div>14-06-2009, 09:51</div><div><a>dauhoi</a></div><div>Bài gởi: 190</div>"
    second = "<div>#2</div><div>14-06-2009, 10:20</div><div><a>tulang</a></div><div>Hay quá bác ơi.</div>"
    assert _read(f"{first}{HEADLINE}<div>{TEXT}</div>{second}").published == "2009-06-14T09:51"


def test_a_change_on_the_same_day_stands_behind_the_first_post() -> None:
    """Programs show the day twice, each with its own time for machines: the first is the post's."""
    hours = ("07:15:33", "09:44:01")
    times = "".join(f"<time datetime=2020-03-08T{hour}+07:00>08/03/2020</time>" for hour in hours)
    article = _read(f"{HEADLINE}<div class=posted-on>Posted on {times}</div>{TEXT}")
    assert article.published == "2020-03-08T07:15:33"


def test_a_date_whose_letters_are_apart() -> None:
    """Marks beside their letters say what composed ones say."""
    date = unicodedata.normalize("NFD", "<div>Lê Vân · <span class=date>8 tháng 3, 2020</span> · 4 phút đọc</div>")
    assert _read(f"{HEADLINE}{date}{TEXT}").published == "2020-03-08"


@pytest.mark.parametrize(("stated", "published"), [("07:15:42", "T07:15:42"), ("07:15:00", "T07:15")])
def test_the_seconds_that_a_head_states(stated: str, published: str) -> None:
    """They are kept where they say something; those of programs that know of none are not."""
    meta = f"<meta property='article:published_time' content='2020-03-08T{stated}+07:00'>"
    assert _read(f"{HEADLINE}{DATE}{TEXT}", meta).published == f"2020-03-08{published}"


def test_dates_that_open_points_are_text() -> None:
    """What was on a day is more than the day."""
    points = "<ul><li>Ngày 28.4.1964: Xây trạm.</li><li>Năm 1980: Thay máy.</li></ul>"
    article = _read(f"{HEADLINE}{DATE}<div><p>{ONE}</p>{points}<p>{TWO}</p><p>{THREE}</p></div>")
    assert article.paragraphs == (ONE, "Ngày 28.4.1964: Xây trạm.", "Năm 1980: Thay máy.", TWO, THREE)


def test_a_day_of_printing_above_a_page_that_was_brought_up_to_date_before() -> None:
    """Nothing is brought up to date before it is published."""
    above = "<table><tr><td>Thứ Tư, 27/11/2024, 10:15:02</td></tr></table>"
    updated = "<p>Cập nhật lúc 06:30, Thứ Hai, 18/04/2011 (GMT+7)</p>"
    assert _read(f"{above}{HEADLINE}{updated}{TEXT}").published == "2011-04-18T06:30"
    posted = "<p>Đăng lúc 06:30, 17/04/2011</p>"
    assert _read(f"{HEADLINE}{posted}{updated}{TEXT}").published == "2011-04-17T06:30"


def test_what_else_was_brought_up_to_date_on_the_page() -> None:
    """A day by which figures or tables are up to date says nothing of the article's."""
    posted = "<div class=date>05/06/2023 10:20</div>"
    for other in ("Số liệu cập nhật đến ngày 01/06/2023", "Cập nhật: 01/01/2020", "Bảng giá cập nhật ngày 02/06/2023"):
        assert _read(f"{HEADLINE}{posted}<div>{TEXT}<p>{other}</p></div>").published == "2023-06-05T10:20"
        assert _read(f"{HEADLINE}{posted}<div>{TEXT}</div><div>{other}</div>").published == "2023-06-05T10:20"
        assert _read(f"<p>{other}</p>{HEADLINE}{posted}<div>{TEXT}</div>").published == "2023-06-05T10:20"


def test_a_date_below_the_first_paragraphs() -> None:
    """Where an element is named so, it is the article's however late it stands."""
    late = "<div class=date>05/06/2023 10:20</div>"
    assert _read(f"{HEADLINE}<div>{TEXT}{TEXT}{late}{TEXT * 3}</div>").published == "2023-06-05T10:20"


def test_a_date_with_more_in_its_element_than_the_date() -> None:
    """A template's element for the date may have the paper's name in it, and the label and the date stand behind it."""
    line = (
        "<div><b class=author>Lê Vân</b> - <i class=date>Báo Quê</i> Đăng lúc: Thứ hai, 09/12/2019 06:48 (GMT +7)</div>"
    )
    article = _read(f"{HEADLINE}{line}<div>{TEXT}</div>")
    assert (article.author, article.published) == ("Lê Vân", "2019-12-09T06:48")


def test_a_date_that_the_text_speaks_of() -> None:
    """In a table or a line of its own behind some paragraphs it is no day of publication; at the end it is."""
    table = "<table><tr><td>Trạm</td><td>12/10/2018</td></tr><tr><td>Máy</td><td>13/10/2018</td></tr></table>"
    assert _read(f"{HEADLINE}<div>{TEXT}{table}{TEXT}</div>").published is None
    assert (
        _read(f"{HEADLINE}<div>{TEXT}{TEXT}<p>Vực Giang, ngày 12 tháng 10 năm 2018</p></div>").published == "2018-10-12"
    )
