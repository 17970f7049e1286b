"""What stands round the lines of an article and between them: controls, contents, kickers, sections, signatures."""

from __future__ import annotations

import textwrap

import pytest

from corpus.article import Article
from corpus.text.lines import Line
from corpus.text.page import read_text_page
from corpus.text.section_names import is_menu
from corpus.text.unwrapping import unwrapped

TITLE = "Người giữ giống lúa nổi ở đồng Láng"
ONE = "Ông Mười Dư còn giữ mười một giống lúa nổi trong những chiếc hũ sành, mỗi hũ một nhãn viết tay."
TWO = "Mùa nước về, lúa nổi vươn theo mặt nước, có năm dài bốn thước, và người đồng Láng gặt lúa bằng xuồng."
THREE = "“Giống mất là mất luôn”, ông nói, rồi đậy nắp từng hũ lúa lại như người ta đậy nồi cơm cho con về muộn."


def _read(*lines: str) -> Article:
    return read_text_page("\n".join(lines), "a.txt", "/a.txt")


@pytest.mark.parametrize(
    "row", ["Chia sẻ 2.4k   Gửi thư   Ghim", "Lưu công thức   In công thức   Ghim", "Hữu ích?   Có (92)   Không (3)"]
)
def test_things_side_by_side_with_wide_gaps_are_controls(row: str) -> None:
    """A line of short pieces with gaps between them is no text, no title and no caption, whatever its words are."""
    article = _read(row, TITLE, "12/10/2020", row, ONE, row, TWO, row)
    assert (article.title, article.paragraphs, article.captions) == (TITLE, (ONE, TWO), ())


def test_rows_below_each_other_are_a_table_and_a_row_with_a_date_is_read() -> None:
    """Cells stay; author and date that stand side by side are the author and the date."""
    rows = ("Giống   Dài nhất", "Nàng Tây   4 thước")
    assert _read(TITLE, "12/10/2020", ONE, *rows, TWO).paragraphs == (ONE, *rows, TWO)
    article = _read(TITLE, "Hà Vy   12/10/2020 08:15", ONE, TWO)
    assert (article.author, article.published) == ("Hà Vy", "2020-10-12T08:15")


@pytest.mark.parametrize(
    "line",
    [
        "━" * 90,
        "★★★★☆ 4.6 (38 lượt)",
        "🔥 Xem ngay",
        "Làm mới sau 30s",
        "Phần âm thanh 04:12",
        "► Vì sao lúa nổi biến mất?",
    ],
)
def test_lines_of_signs_ratings_and_players_are_no_text(line: str) -> None:
    """A rule of any length, stars, what plays or loads, and an arrow to another page."""
    assert _read(TITLE, "12/10/2020", line, ONE, line, TWO).paragraphs == (ONE, TWO)


def test_a_table_of_contents_stands_for_its_headings() -> None:
    """Lines above the text that stand again in it, numbered in another way or not, go with the heading over them."""
    contents = ("Trong bài này có", "1 Mười một chiếc hũ", "2 Gặt lúa bằng xuồng")
    headings = ("1. Mười một chiếc hũ", "2. Gặt lúa bằng xuồng")
    article = _read(TITLE, "12/10/2020", *contents, headings[0], ONE, headings[1], TWO, THREE)
    assert article.paragraphs == (headings[0], ONE, headings[1], TWO, THREE)
    once = ("Chuyện của giống lúa cũ", headings[0], ONE, headings[0], TWO, THREE)
    assert _read(TITLE, "12/10/2020", *once).paragraphs == once


@pytest.mark.parametrize("above", ["Trang chủ > Đời sống > Nông thôn", "Nông thôn"])
def test_between_section_and_title_stands_what_announces_it(above: str) -> None:
    """Of two lines below path or section the one right above the date is the title, if it is no shorter."""
    kicker = "Chuyện đồng Láng mùa lúa nổi"
    article = _read("Nông thôn | Xã hội | Thể thao", above, kicker, TITLE, "12/10/2020", ONE, TWO, THREE)
    assert (article.title, article.section, article.published) == (TITLE, "Nông thôn", "2020-10-12")
    subtitle = "Chuyện ở đồng Láng mùa nước"
    assert _read("Nông thôn", TITLE, subtitle, "12/10/2020", ONE, TWO, THREE).title == TITLE
    lead = "Mười một giống lúa nổi còn sống được ở đồng Láng " + 2 * "nhờ một ông già không bán hũ, " + "như lời ông kể"
    assert _read("Nông thôn", TITLE, lead, "12/10/2020", ONE, TWO, THREE).title == TITLE


def test_the_day_of_the_visit_above_the_path_makes_no_caption_of_the_title() -> None:
    """A title right below the path is one, though the site's name and today's date stand above that."""
    article = _read(
        "CỔNG THÔNG TIN ĐIỆN TỬ", "NGÀNH GIỐNG LÚA NỔI MIỀN TÂY", "Thứ sáu, ngày 13/11/2020",
        "Trang chủ > Tin tức > Tin hoạt động",
        TITLE, "Ngày đăng: 12/10/2020 08:15", ONE, TWO, THREE,
    )  # fmt: skip
    assert (article.title, article.section, article.published) == (TITLE, "Tin hoạt động", "2020-10-12T08:15")


@pytest.mark.parametrize(
    ("head", "section"),
    [
        (("  * Thời sự", "  * Mùa màng", "  * Bạn đọc", "Mùa màng", "12/10/2020"), "Mùa màng"),
        (("Chính trị - Kinh tế - Văn hóa - Mùa màng", "Mùa màng", "Cập nhật tin nhanh nhất tại đây"), "Mùa màng"),
        (("Trang chủ » Nông thôn » Người giữ giống lúa nổi ở đồng Láng và những chiếc hũ",), "Nông thôn"),
        (("TẠP CHÍ ĐỒNG LÁNG", "Số 174", "DI SẢN"), "DI SẢN"),
        (("Danh sách > Chưa đọc", "MÔI TRƯỜNG"), "MÔI TRƯỜNG"),
        (("Thời sự", "Bạn đọc", "Tất cả", "━━━━", "Đời sống", "Mùa màng", "12/10/2020"), "Mùa màng"),
    ],
)
def test_the_section_above_the_title(head: tuple[str, ...], section: str) -> None:
    """An entry of a menu again, the path without the title in it, a section's name nearer than a path, below a rule."""
    assert _read(*head, TITLE, ONE, TWO, THREE).section == section


@pytest.mark.parametrize(
    ("lines", "section"),
    [
        (("Posted on 30/05/2016 in Mùa màng with 6 Comments", TITLE, ONE, TWO), "Mùa màng"),
        ((TITLE, ONE, TWO, "Chia sẻ:", "Đăng trong: Mùa màng Thẻ: lúa"), "Mùa màng"),
        ((TITLE, ONE, TWO, "Chia sẻ:", "Filed under Mùa màng"), "Mùa màng"),
        (("12/10/2020 | Nông thôn", TITLE, ONE, TWO), "Nông thôn"),
    ],
)
def test_the_section_beside_date_or_tags(lines: tuple[str, ...], section: str) -> None:
    """What a blog says behind the date or below the text, and a section's name behind a date above the title."""
    assert _read(*lines).section == section


def test_defence_is_no_ministry() -> None:
    """``Quốc phòng`` is a section's name, and a menu with it is a menu."""
    assert is_menu("Trang chủChính trịXã hộiQuốc phòng - An ninhThế giới")


def test_a_date_of_numbers_alone_is_no_control() -> None:
    """``09:47 - 14/06/2023`` above the title is when it was published."""
    assert _read("Nông thôn", "09:47 - 14/06/2023", TITLE, ONE, TWO).published == "2023-06-14T09:47"


def test_a_line_goes_on_where_the_next_word_had_no_room() -> None:
    """On a page wrapped at a column a title of two lines is one, and points, verses and pictures' places stay apart."""
    paragraph = textwrap.wrap(f"{ONE[:-1]} và {TWO[:-1]} để rồi {THREE}", 60)
    title = ["Chuyện đồng Láng:", "Người giữ mười một giống lúa nổi trong mười một chiếc hũ sàn", "cũ kỹ"]
    points = ["* Gặt lúa bằng xuồng vào lúc nước vừa đứng và chưa xuống hẳn", "* Phơi trên mui"]
    blocks = [title, paragraph, points, ["[hu.jpg]", "Hũ lúa."], paragraph]
    lines = unwrapped("\n\n".join("\n".join(block) for block in blocks))
    assert lines == [
        title[0],
        "\n".join(title[1:]),
        "\n".join(paragraph),
        *points,
        "[hu.jpg]",
        "Hũ lúa.",
        "\n".join(paragraph),
    ]


@pytest.mark.parametrize(
    ("block", "joined"),
    [
        (("Ông Mười Dư giữ giống lúa nổi ở đồng Láng trong những chiếc", "Hũ sành"), True),
        (("Ông Mười Dư giữ giống lúa nổi ở đồng Láng trong", "hũ sành"), True),
        (("Ông Mười Dư giữ giống lúa nổi ở đồng Láng trong", "Hũ sành"), False),
        (("Bản tin đồng Láng      Hôm nay: Chủ nhật, ngày 13 tháng 11", "NÔNG THÔN"), False),
        (("* Gặt lúa bằng xuồng vào lúc nước vừa đứng và chưa xuống",
          "* Phơi lúa trên mui xuồng cho đến khi hạt lúa khô giòn", "* Cất lúa vào hũ"), False),
    ],
)  # fmt: skip
def test_which_lines_of_a_wrapped_page_go_on(block: tuple[str, ...], joined: bool) -> None:
    """No room for the next word, or a small letter behind a full line; no gap in the line, and no list's point."""
    paragraph = "\n".join(textwrap.wrap(f"{ONE[:-1]} và {TWO[:-1]} để rồi {THREE}", 60))
    lines = unwrapped("\n\n".join((paragraph, "\n".join(block), paragraph, paragraph)))
    assert lines[1:-2] == (["\n".join(block)] if joined else list(block))


def test_the_name_of_a_section_above_a_date_is_no_title() -> None:
    """A dash between its words makes a section's name no longer."""
    article = _read("Đời sống", "Nghiên cứu - Trao đổi", "Thứ hai 16/05/2022", "Mùa màng", TITLE, ONE, TWO, THREE)
    assert article.title == TITLE


def test_names_glued_to_the_last_paragraph() -> None:
    """The author behind the last stop is the author; the initials of author and editor are nothing."""
    long = f"{ONE} {THREE}"
    article = _read(TITLE, "12/10/2020", ONE, TWO, f"{long}Hà Thu Vy")
    assert (article.author, article.paragraphs[-1]) == ("Hà Thu Vy", long)
    assert _read(TITLE, "12/10/2020", ONE, TWO, f"{long} (TM) [qd]").paragraphs[-1] == long


def test_titles_below_the_last_sentence_are_left_out() -> None:
    """What has no end and nothing of the text names another page; a list, or what the text speaks of, stays."""
    assert _read(TITLE, ONE, TWO, THREE, "Hội chợ hoa xuân phố biển").paragraphs == (ONE, TWO, THREE)
    listed = ("Các giống còn giữ được đến nay:", "nàng tây đùm hạt đỏ", "tàu binh râu dài")
    assert _read(TITLE, ONE, TWO, THREE, *listed).paragraphs[3:] == listed
    assert _read(TITLE, ONE, TWO, THREE, "- Tàu binh").paragraphs[-1] == "- Tàu binh"


def test_an_agency_and_its_office_are_one_source() -> None:
    """Where the foot names the agency's office, the name in front of the lead is the source."""
    article = _read(TITLE, "12/10/2020", f"ĐLN.VN - {ONE}", TWO, THREE, "Hà Vy/ĐLN-Miền Tây")
    assert (article.source, article.author, article.lead) == ("ĐLN.VN", "Hà Vy", ONE)


def test_a_name_that_is_a_button_s_word_stays_a_name() -> None:
    """``Mai Lưu`` is somebody, and the button glued to a longer name is cut off."""
    assert Line("Mai Lưu", "Mai Lưu").author == "Mai Lưu"
    assert Line("Hà Vy Lưu", "Hà Vy Lưu").author == "Hà Vy"
    assert Line("An và Bình", "An và Bình").author == "An và Bình"
    assert Line("Source: Bến Nước", "Source: Bến Nước").source == "Bến Nước"


@pytest.mark.parametrize("time", ["Reading time: 3 min", "Thời gian đọc: 3 phút", "Đọc mất: 3 phút đọc", "3 phút đọc"])
def test_how_long_it_takes_to_read(time: str) -> None:
    """The minutes with a label or without are a control, and a sentence about minutes is none."""
    article = _read(TITLE, "12/10/2020", time, ONE, TWO, THREE)
    assert time not in (article.lead, *article.paragraphs)
    assert not Line("", "Ông Mười nói: mất 3 phút").is_button


def test_a_video_in_the_text() -> None:
    """Who made it, in parentheses, shows a caption, as the photographer does; a title alone points to another page."""
    made = "Video: Gặt lúa nổi bằng xuồng ở đồng Láng (Thực hiện: Hà Vy - Lam Anh)"
    pointer = "Video: Gặt lúa nổi bằng xuồng ở đồng Láng (phần hai)"
    article = _read(TITLE, "12/10/2020", ONE, "Chèn video", made, TWO, pointer, THREE)
    assert (article.captions, article.paragraphs) == ((made,), (ONE, TWO, THREE))


def test_who_drew_the_picture_is_no_caption() -> None:
    """``Minh họa:`` has a name behind it, with the draughtsman's calling or without."""
    for credit in ("Minh họa: Họa sĩ Lê Trí", "Minh họa: NOP"):
        assert _read(TITLE, "12/10/2020", ONE, TWO, credit, THREE).captions == ()
