"""What stands round the title in layouts of more kinds: paths, kickers, sites, names, dates beside other things."""

from __future__ import annotations

import pytest

from corpus.article import Article
from corpus.text.lines import Line
from corpus.text.page import read_text_page

TITLE = "Bến Vạc dựng lại đội ghe đua sau mười năm"
ONE = "Chiều ba mươi, đội ghe đua Bến Vạc hạ thủy chiếc ghe mới dài hai mươi mốt mét, đóng từ gỗ sao trong vườn chùa."
TWO = (
    "Ông Lượng, người cầm lái già nhất của Bến Vạc, bảo ghe đua phải để ba con nước mới biết nó có nghe lời hay không."
)
THREE = (
    "Đội ghe có bốn mươi tay chèo, nửa là thanh niên đi làm xa mới về ăn tết, chiều nào cũng ra sông tập đến tối mịt."
)


def _read(*lines: str) -> Article:
    return read_text_page("\n".join((*lines, ONE, TWO, THREE)), "a.txt", "/a.txt")


@pytest.mark.parametrize(
    ("line", "steps"),
    [
        ("Thể thao  Đua ghe", ("Thể thao", "Đua ghe")),
        ("Trang chủ \t Sống khỏe", ("Trang chủ", "Sống khỏe")),
        ("Công đoàn ⟩ Hỏi đáp", ("Công đoàn", "Hỏi đáp")),
        ("0:00 / 3:41  1x", ()),
        ("Hà Vy  Lam Anh", ()),
    ],
)
def test_steps_of_a_path(line: str, steps: tuple[str, ...]) -> None:
    """A gap parts a section from its part, arrows of any kind part steps; a player's times are none."""
    assert Line(line, " ".join(line.split())).breadcrumb == steps


@pytest.mark.parametrize(
    ("head", "section"),
    [
        (("QUÊ MỚI", "Đặt báo | Gửi bài", "MÓN NGON MỖI NGÀY"), "MÓN NGON MỖI NGÀY"),
        (("GIÁO DỤC",), "GIÁO DỤC"),
        (("Trang chủ", "Thời sự", "Đường sông", "12/10/2020"), "Đường sông"),
        (("Trang nhất  |  Văn nghệ  |  Đường sông  |  Liên hệ", "VĂN NGHỆ", "Con nước cuối năm"), "VĂN NGHỆ"),
        (("Thể thao", "Bóng đá trong nước"), "Bóng đá trong nước"),
        (("Trang chủ  |  Ảnh  |  Video", "Ảnh", "12/10/2020   06:00"), "Ảnh"),
        (("Trang nhất | Sơ đồ", "=======", "Công nghệ đường sông"), "Công nghệ đường sông"),
        (("Ý kiến bạn đọc",), "Ý kiến bạn đọc"),
    ],
)
def test_the_line_that_names_the_section(head: tuple[str, ...], section: str) -> None:
    """Capitals, steps of a line each, what stands above a kicker or below a rule, an entry of a menu again."""
    assert _read(*head, TITLE, "12/10/2020 08:15").section == section


def test_the_way_back_names_the_section() -> None:
    """``Trở lại Đường sông`` below the text, once or twice, and not the way back to the home page."""
    page = (TITLE, "12/10/2020", ONE, TWO, THREE)
    assert read_text_page("\n".join((*page, "Trở lại Đường sôngTrở lại Đường sông")), "a", "/a").section == "Đường sông"
    assert read_text_page("\n".join((*page, "Trở lại trang chủ")), "a", "/a").section is None


def test_things_beside_a_date() -> None:
    """Site, section and date in one line are three lines; a date with its hour is one thing, whatever the gap."""
    article = _read("ĐÀI SÔNG NƯỚC  .::.  Đường sông  .::.  12.10.2020 - 06h45'", TITLE)
    assert (article.title, article.section, article.published) == (TITLE, "Đường sông", "2020-10-12T06:45")
    article = _read("TIN SÔNG NƯỚC & GHE             12/10/2020 - 20:30", "THỂ THAO", "-----", TITLE)
    assert (article.title, article.author, article.section) == (TITLE, None, "THỂ THAO")
    assert _read("Đường sông", "12/10/2020   06:45", TITLE).published == "2020-10-12T06:45"


def test_the_last_entry_of_a_menu_is_no_label() -> None:
    """What stands below a menu of an entry a line need not be the title, as it is below a section's name alone."""
    menu = ("Quê Mới", "Trang chủ", "Thời sự", "Thế giới", "Kinh tế", "Văn hóa", "Thể thao", "Bạn đọc")
    article = _read(*menu, "Cơ quan ngôn luận của đội ghe đua làng Bến Vạc", "Đặt mua báo", TITLE, "12/10/2020 08:15")
    assert (article.title, article.published) == (TITLE, "2020-10-12T08:15")


def test_the_title_in_other_forms() -> None:
    """In capitals and again for a picture it is the first; the window's title, shortened on the page, is not."""
    article = _read("Thể thao > Đua ghe", TITLE.upper(), TITLE, "12/10/2020 08:15")
    assert (article.title, article.captions) == (TITLE.upper(), ())
    window = "Đội ghe đua Bến Vạc hạ thủy chiếc ghe mới sau mười năm | Quê Mới - Tin sông nước"
    title = "Đội ghe Bến Vạc hạ thủy sau mười năm"
    assert _read(window, "Tìm kiếm...", "Thể thao", title, "Chia sẻ").title == title


def test_a_line_that_sends_elsewhere_is_no_title_and_begins_no_text() -> None:
    """A line that ends in an address stands above many a page that was sent."""
    line = "Không xem được trang này? Mời mở lại tại https://quemoi.example/ghe-dua-12"
    article = _read("12/10/2020 08:15", line, TITLE, "Hà Thu Vy")
    assert (article.title, article.author, article.paragraphs) == (TITLE, "Hà Thu Vy", (ONE, TWO, THREE))


@pytest.mark.parametrize(
    ("lines", "published"),
    [
        (("Đăng lúc: 11.10.2020 06:30", "Cập nhật: 12.10.2020 09:10", TITLE), "2020-10-11T06:30"),
        (("Cập nhật: 12.10.2020 09:10", "Đăng lúc: 11.10.2020 06:30", TITLE), "2020-10-11T06:30"),
        (
            (
                "Cơ quan ngôn luận của Hội Ghe đua",
                "Trang chủ / Ghe",
                "Đăng lúc: 11.10.2020 06:30",
                "Cập nhật: 12.10.2020",
                TITLE,
            ),
            "2020-10-11T06:30",
        ),
        (("Thứ bảy, 17/10/2020", "Quê Mới", TITLE, "Cập nhật lúc 09:10, 12/10/2020"), "2020-10-12T09:10"),
        ((TITLE, "Bắt đầu 17:30 ngày 11/10/2020 - Cập nhật lần cuối 00:52 ngày 12/10/2020"), "2020-10-11T17:30"),
    ],
)
def test_first_publication_and_last_change(lines: tuple[str, ...], published: str) -> None:
    """The day of posting counts, in whatever order, also where both stand in one line."""
    article = _read(*lines)
    assert (article.title, article.published) == (TITLE, published)


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("Ban Thời sự - 19:32 12/10/2020", "Ban Thời sự"),
        ("Nhóm phóng viên", "Nhóm phóng viên"),
        ("Nội dung: Hà Vy", "Hà Vy"),
    ],
)
def test_who_wrote_it_without_a_person_s_name_alone(line: str, author: str) -> None:
    """A desk of the newsroom beside the date, reporters who give no name, whose the words are."""
    assert _read(TITLE, line).author == author


def test_the_site_is_no_author() -> None:
    """A name below the title that stands at the page's top, or in its imprint, is the site's."""
    assert _read("SÔNG NƯỚC", TITLE, "Sông Nước").author is None
    for page in (("Đặt báo", "Sông Nước", "12/10/2020", TITLE), (TITLE, "Sông Nước", "12/10/2020")):
        text = "\n".join((*page, ONE, TWO, THREE, "© 2020 Sông Nước"))
        assert read_text_page(text, "a", "/a").author is None


def test_a_byline_printed_twice() -> None:
    """Below the title in capitals and again with what the author did: it is one, written with small letters."""
    article = _read(TITLE, "HÀ THU VY", "12/10/2020", "Hà Thu Vy thực hiện")
    assert (article.author, article.paragraphs) == ("Hà Thu Vy", (ONE, TWO, THREE))


def test_initials_below_the_text() -> None:
    """They are all that is known of the author, where nothing else is."""
    page = (TITLE, "12/10/2020", ONE, TWO, THREE)
    for initials in ("H.V", "P.Duy", "L.Q.M"):
        assert read_text_page("\n".join((*page, initials)), "a", "/a").author == initials
    assert read_text_page("\n".join((*page, "Hà Thu Vy", "H.V")), "a", "/a").author == "Hà Thu Vy"


@pytest.mark.parametrize(
    "control",
    ["f  t  g+  ✉", "[AddThis Sharing Buttons] [Share to Facebook] [Share to Zalo] [Gửi cho bạn bè]", "5 phút đọc",
     "↓ Cuộn xuống để đọc", "Ẩn quảng cáo này", "Nam miền Bắc\nNữ miền Nam", "Sự kiện:\nĐua ghe cuối năm"],
)  # fmt: skip
def test_controls_between_title_and_text(control: str) -> None:
    """Icons, brackets of any number, a reading time, hints, voices, a label with its value below it."""
    article = _read(TITLE, "12/10/2020", "Chia sẻ", control)
    assert (article.paragraphs, article.captions, article.author) == ((ONE, TWO, THREE), (), None)


@pytest.mark.parametrize(
    ("line", "published", "author", "section"),
    [
        ("Chuyên mục: Đường sông | Đăng bởi: Hà Vy | 12/10/2020", "2020-10-12", "Hà Vy", "Đường sông"),
        ("Đời sống - 12/10/2020 08:15 - Hà Thu Vy", "2020-10-12T08:15", "Hà Thu Vy", "Đời sống"),
        ("Hà Thu Vy • 12/10/2020 • 8g15", "2020-10-12T08:15", "Hà Thu Vy", None),
        ("14 thg 10, 2020 • 18:45", "2020-10-14T18:45", None, None),
        ("Cần Thơ, ngày 12/10/2020", "2020-10-12", None, None),
        ("Trần Thu Vy, ngày 12/10/2020", "2020-10-12", "Trần Thu Vy", None),
        ("Hà Thu Vy Thứ ba, ngày 12/10/2020 08:15 AM (GMT+7)", "2020-10-12T08:15", "Hà Thu Vy", None),
    ],
)
def test_facts_beside_a_date(line: str, published: str, author: str | None, section: str | None) -> None:
    """Between strokes, dashes or points stand author and section, by label or by name; before a comma a place."""
    article = _read(TITLE, line)
    assert (article.published, article.author, article.section) == (published, author, section)


def test_a_day_and_its_hour_on_lines_of_their_own() -> None:
    """They are one, also with a stroke between them; the hours of a report are its own."""
    assert _read("Đời sống", "12/10/2020", "|", "08:15", TITLE).published == "2020-10-12T08:15"
    assert _read(TITLE, "12/10/2020", "08:15").published == "2020-10-12T08:15"
    report = (TITLE, "12/10/2020", "08:10", ONE, "09:30", TWO, "10:45", THREE)
    assert read_text_page("\n".join(report), "a", "/a").published == "2020-10-12"


@pytest.mark.parametrize(
    "lines",
    [
        ("Bởi Hà Thu Vy, phóng viên", "12/10/2020"),
        ("Hà Thu Vy (Cần Thơ)", "12/10/2020"),
        ("Bài: Hà Thu Vy | Ảnh: Lam Anh", "12/10/2020"),
        ("12/10/2020", "2 Quê Mới Xanh", "Hà Thu Vy", "vy@quemoi.example"),
    ],
)
def test_what_stands_beside_the_author_s_name(lines: tuple[str, ...]) -> None:
    """What he is, where he is, who took the pictures, and what nobody knows; his address is no text."""
    article = _read(TITLE, *lines)
    assert (article.author, article.paragraphs) == ("Hà Thu Vy", (ONE, TWO, THREE))


def test_a_day_below_a_section_s_name() -> None:
    """Two lines above the title are enough, where the first is no site."""
    assert _read("ĐỜI SỐNG", "12 Tháng Mười, 2020", TITLE).published == "2020-10-12"
    assert _read("Sông Nước", "12/10/2020", TITLE).published is None


@pytest.mark.parametrize(
    ("line", "author", "source"),
    [("Hà Thu Vy (Báo Sông Nước)", "Hà Thu Vy", "Báo Sông Nước"), ("(Báo Sông Nước)", None, "Báo Sông Nước")],
)
def test_a_paper_in_parentheses(line: str, author: str | None, source: str) -> None:
    """It is one by what papers are called."""
    article = read_text_page("\n".join((TITLE, "12/10/2020", ONE, TWO, THREE, line)), "a", "/a")
    assert (article.author, article.source) == (author, source)
