"""What a text keeps although it looks like a template's, and what it does not keep although it looks like text."""

from __future__ import annotations

import pytest

from corpus.article import Article
from corpus.text.lines import Line
from corpus.text.page import read_text_page
from tests.corpus.test_heads_of_sites import LEAD, TEXT, TITLE

STRANGE = "Mưa gió miền biên viễn khiến đoàn tàu liên vận trễ chuyến"
"""A line without an end and with hardly a word of the text."""


def _page(*lines: str, line: str = "\n\n") -> Article:
    return read_text_page(line.join(lines), "a.txt", "/a.txt")


def _between(*between: str) -> Article:
    return _page(TITLE, "12/10/2020 08:15", LEAD, *TEXT[:2], *between, *TEXT[2:])


def test_a_lead_that_lost_its_end() -> None:
    """Behind an agency's name, or longer than titles are, a first line is the article's, whatever it speaks of."""
    strange = f"{STRANGE}, hàng trăm hành khách nằm chờ suốt đêm trong nhà ga cũ kỹ bên triền núi phủ sương"
    for first in (strange, f"(QMO) - {STRANGE}"):
        article = _page(TITLE, "12/10/2020 08:15", first, *TEXT)
        assert first.endswith(article.lead or article.paragraphs[0])
        assert article.captions == ()


@pytest.mark.parametrize(
    ("opening", "source"),
    [
        ("Liên minh Lúa mùa (LML) vừa nhận giống lúa của bà Chín Nhạn, cù lao Ấp Vồng.", None),
        ("Bà Chín Nhạn - chủ ruộng ở cù lao Ấp Vồng (ấp Vồng) - cho biết giống lúa mùa đã về kho.", None),
        ("ẤP VỒNG (QMO) Giống lúa mùa của bà Chín Nhạn đã về tới kho giống của huyện.", "QMO"),
        ("Cần Đăng, ngày 12/10 (QMO) - Giống lúa mùa của bà Chín Nhạn đã về kho của huyện.", "QMO"),
        ("Ấp Vồng (QMO) - Giống lúa mùa của bà Chín Nhạn đã về tới kho giống của huyện.", "QMO"),
    ],
)
def test_a_name_with_its_letters_is_no_agency(opening: str, source: str | None) -> None:
    """It stands behind a place, whose words are all capital; behind others letters in parentheses are theirs."""
    article = _page(TITLE, "12/10/2020 08:15", opening, *TEXT)
    assert article.source == source
    assert opening.endswith(article.lead or article.paragraphs[0])
    assert (article.lead is None) or source is not None or article.lead == opening


def test_a_question_below_the_day_is_no_title() -> None:
    """It is longer than titles are, and above the day stands what may be one."""
    question = f"{LEAD[:-1]}, vậy cái giống lúa mùa ấy rồi sẽ về tay ai khi bà Chín Nhạn không còn ra đồng?"
    article = _page("Nhà nông", TITLE, "12/10/2020 08:15", question, *TEXT)
    assert article.title == TITLE
    assert question in (article.lead, *article.paragraphs)


def test_a_caption_below_a_picture_speaks_of_what_it_likes() -> None:
    """Below the title with a picture's number stands its caption, though the text has none of its words."""
    article = _between(f"{TITLE} - Ảnh 1.", STRANGE)
    assert (article.captions, article.paragraphs) == ((STRANGE,), TEXT)


def test_a_line_alone_has_to_be_stranger_than_two() -> None:
    """A heading may use some words of its own; two titles one below the other speak for each other."""
    heading = "Ở cù lao giữ giống lúa là giữ cả một đời người xưa"
    assert heading in (*_between(heading).paragraphs, *_between(heading).captions)
    article = _between(STRANGE, "Tàu cánh ngầm chở khách ra đảo Ngọc đổi giờ khởi hành")
    assert (article.captions, article.paragraphs) == ((), TEXT)


@pytest.mark.parametrize(
    "line", ["🔹 Nội dung nam:", "🥇 Giải Nhất: bà Chín Nhạn ở ấp Vồng", "🌾 Giống lúa mùa của cù lao đã về kho huyện"]
)
def test_lines_behind_a_picture_of_a_letter_s_size_are_text(line: str) -> None:
    """A list of results, and a heading over one; a control has a word or two, stars are a recipe's marks."""
    assert not Line(line, line).is_button
    assert all(Line(control, control).is_button for control in ("👍 Thích", "🔔 Nhận tin mới", "★★★★☆ 4.6 (38 lượt)"))


@pytest.mark.parametrize(
    "line",
    ["- Đã xem: 1575", "- Tin cùng chuyên mục:", "Email của bạn sẽ không được hiển thị công khai.",
     "Lưu tên của tôi, email, và trang web trong trình duyệt này"],
)  # fmt: skip
def test_the_forms_below_a_text_are_none(line: str) -> None:
    """Counters and headings behind a dash, and the form of a comment, end a text or are passed over in it."""
    article = _page(TITLE, "12/10/2020 08:15", LEAD, *TEXT, line, "Trang web")
    assert article.paragraphs == TEXT


@pytest.mark.parametrize("heading", ["Đoàn - Hội", "TÂM ĐIỂM", "HÌNH ẢNH HỘI NGHỊ", "Tin Quê Nhà", "THƯ VIỆN ẢNH"])
def test_headings_of_boxes_are_nobody_s_names(heading: str) -> None:
    """Capital words of a section or a box are no author's, above the text or below it."""
    assert Line(heading, heading).author is None
    assert _page(TITLE, f"12/10/2020 08:15 | {heading}", LEAD, *TEXT).author is None
    assert Line("", "H.Trà - L.Giang").author == "H.Trà - L.Giang"
    assert Line("", "Anh Hoan - Phúc Quang").author == "Hoan - Phúc Quang"


def test_a_photographer_behind_a_stop() -> None:
    """``Hình Dân Báo`` behind a sentence is a credit without its colon; a sentence may begin so, too."""
    for credit in ("Hình Dân Báo", "Ảnh Lam Anh"):
        line = f"Bà Chín Nhạn bên chiếc xuồng. {credit}"
        assert Line(line, line).names_photo
    told = "Bà Chín Nhạn cười. Hình như bà vui lắm"
    assert not Line(told, told).names_photo


def test_the_title_again_for_a_picture() -> None:
    """Where a caption stands below it, the title between two paragraphs is what a program wrote of the picture."""
    caption = "Các cụ trong ấp xem giống lúa của bà."
    article = _between(TITLE, caption)
    assert (article.captions, article.paragraphs) == ((caption,), TEXT)
    question = "PV: Bà giữ giống lúa từ bao giờ?"
    assert question in _between(TITLE, question).paragraphs


def test_a_heading_below_an_hour_is_text() -> None:
    """In a report by the hour each part may have a heading of its own, which is no caption."""
    hours = (
        "8h30",
        "Nước lên tràn khắp đồng bãi Ấp Vồng",
        TEXT[0],
        "9h15",
        TEXT[1],
        "10h40",
        TEXT[2],
        "11h20",
        TEXT[3],
    )
    article = _page(TITLE, "12/10/2020 08:15", LEAD, *hours)
    assert "Nước lên tràn khắp đồng bãi Ấp Vồng" in article.paragraphs
    assert article.captions == ()


@pytest.mark.parametrize(
    "path", ["Home Tin tức {}", "Trang chủ    Đời sống - Xã hội    {}", "Trang chủ / Nhà nông / {}"]
)
def test_a_path_that_ends_in_the_title(path: str) -> None:
    """What stands between the home page and the title is the section, however the steps are parted."""
    article = _page(path.format(TITLE), "12/10/2020 08:15", TITLE, LEAD, *TEXT)
    assert article.title == TITLE
    assert article.section == path.partition(" ")[2].removeprefix("chủ").removesuffix("{}").strip(" /")


def test_a_day_between_the_path_and_the_title() -> None:
    """It is the article's, also with a weekday and without an hour."""
    article = _page("Trang chủ » Đời sống » Nhà nông", "Chủ nhật,  27/09/2020", TITLE, LEAD, *TEXT, line="\n")
    assert (article.published, article.section) == ("2020-09-27", "Nhà nông")


def test_a_caption_that_stands_twice_below_the_title() -> None:
    """It is longer than titles that stand twice, and stands below what may be one."""
    title = "Giống lúa “quê mùa” sẽ về lại cù lao?"
    caption = (
        "Bà Chín Nhạn cho các cụ xem giống lúa mùa trên cù lao Ấp Vồng. Bao giống trên tay bà được cho là bao cuối cùng"
    )
    article = _page("Nhà nông", title, caption, caption, LEAD, *TEXT)
    assert (article.title, article.captions) == (title, (caption,))


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("Mi Mi, Theo 08:15 12/10/2020", "Mi Mi"),
        ("Kim Liễu-Quốc Trạng (Cổng tin xã) Thứ hai, ngày 12/10/2020 08:15 AM (GMT+7)", "Kim Liễu-Quốc Trạng"),
    ],
)
def test_authors_before_a_day(line: str, author: str) -> None:
    """With a word that leads to a paper left out, or with the office that he writes for."""
    article = _page(TITLE, line, LEAD, *TEXT)
    assert (article.published, article.author) == ("2020-10-12T08:15", author)


def test_a_day_glued_to_what_follows() -> None:
    """In front of the title or of the text it is when the page was posted, and neither's; a time glued to it counts."""
    article = _page("Giải trí", f"12/10/2020 08:15{TITLE}", LEAD, *TEXT)
    assert (article.title, article.published) == (TITLE, "2020-10-12T08:15")
    article = _page(TITLE, f"12/10/2020{TEXT[0]}", *TEXT[1:])
    assert (article.paragraphs, article.published) == (TEXT, "2020-10-12")
    assert _page(TITLE, "12 Tháng Mười 202010:52 CH(Xem: 979)", LEAD, *TEXT).published == "2020-10-12T22:52"


def test_a_byline_with_two_labels() -> None:
    """The name stands behind both."""
    assert Line("", "Tác giả bài viết: Tin, ảnh: Bích Trâm").author == "Bích Trâm"


@pytest.mark.parametrize("line", ["3b", "s", "Thứ Ba", "Chủ nhật,", "Log in", "Register"])
def test_short_remains_are_no_text(line: str) -> None:
    """A letter, a picture's code, a weekday alone: no title and no section, and no text between two paragraphs."""
    assert _between(line).paragraphs == TEXT
    article = _page(line, TITLE, "12/10/2020 08:15", LEAD, *TEXT)
    assert (article.title, article.section) == (TITLE, None)


def test_the_line_between_the_path_and_the_day_is_the_title() -> None:
    """Whatever heading in the text speaks more of it, and a heading before a colon speaks for what it leads to."""
    title = "Giá cả cuối tuần ở các chợ xa"
    heads = ("Bà Chín Nhạn giữ giống lúa mùa:", "Cây lúa mùa vươn theo con nước")
    article = _page("Trang chủ » Nhà nông » Giá cả", title, "12/10/2020 08:15", *heads, *TEXT)
    assert (article.title, article.section) == (title, "Giá cả")
    assert _page(title, "Bà Chín Nhạn giữ giống lúa mùa ở cù lao:", LEAD, *TEXT).title == title


def test_a_whole_name_behind_the_template() -> None:
    """A full name is the author's, though a control stands between him and the text; a heading there is not."""
    article = _page(TITLE, "12/10/2020 08:15", LEAD, *TEXT, "Mời bạn xem tiếp video:", "Nguyễn Sông Thao")
    assert (article.author, article.paragraphs) == ("Nguyễn Sông Thao", TEXT)
    assert _page(TITLE, "12/10/2020 08:15", LEAD, *TEXT, "Mời bạn xem tiếp video:", "Góc Sông Quê").author is None


def test_reports_below_the_author_s_name() -> None:
    """Where another agency's report begins below it, a name closes the text."""
    other = "(QMO) - Chiều 11-12, hội người cao tuổi ở thị trấn bên kia sông tổng kết năm thi đua và bầu ban mới."
    article = _page(TITLE, "12/10/2020 08:15", LEAD, *TEXT, "TIẾN LỘC", other)
    assert (article.author, article.paragraphs) == ("TIẾN LỘC", TEXT)


def test_what_a_site_says_to_search_engines() -> None:
    """A line of words without a letter of Vietnamese is no text, however long, on a page that has some."""
    words = "Daily news from Vietnam's popular online magazine includes world national sports business " * 2
    assert _page(f"{words} © 1999-2007 Tin Que", "12/10/2020 08:15", TITLE, LEAD, *TEXT).title == TITLE
    plain = [line.encode("ascii", "ignore").decode() for line in (TITLE, LEAD, *TEXT)]
    assert _page(*plain).title == plain[0]


def test_nothing_but_controls_above_a_title_that_is_a_sentence() -> None:
    """It is the title where the text follows at once; a counter or a control above it is none."""
    title = "Chín tháng đầu năm 2020 xã Ấp Vồng đạt nhiều kết quả và còn ba việc phải xong trong quý bốn."
    assert _page("ĐĂNG NHẬP", "image banner", title, *TEXT).title == title
    assert _page("0", line="\n").title == "0"


def test_captions_that_are_announced() -> None:
    """Below ``Một số hình ảnh …:`` short lines are captions, to the author's name; rules between them are nothing."""
    captions = ("Bà Chín Nhạn chọn giống.", "Các cháu học cấy bên bờ kinh", "Xuồng về bến trong chiều muộn.")
    below = ("|", captions[0], "| |", captions[1], "|", captions[2], "PHẠM QUANG HẢI")
    article = _page(TITLE, "12/10/2020 08:15", LEAD, *TEXT, "Một số hình ảnh tại cù lao Ấp Vồng:", *below)
    assert (article.captions, article.author) == (captions, "PHẠM QUANG HẢI")
    assert article.paragraphs[:4] == TEXT


def test_two_days_in_a_title_are_its_own() -> None:
    """A span of years in parentheses is no day of posting; a day with points, the year first, below it is."""
    title = f"{TITLE} (15/7/1992 - 15/7/2022)"
    article = _page(title, "2022.10.14", LEAD, *TEXT)
    assert (article.title, article.published) == (title, "2022-10-14")


def test_an_agency_before_two_dashes() -> None:
    """As papers overseas write it."""
    article = _page(TITLE, "12/10/2020 08:15", f"SPRING VALLEY (VT) -- {LEAD}", *TEXT)
    assert (article.source, article.lead) == ("VT", LEAD)
    opening = f"Sáng ngày 12.10, Hội Liên hiệp Phụ nữ (LHPN) xã Ấp Vồng họp. {LEAD}"
    assert _page(TITLE, "12/10/2020 08:15", opening, *TEXT).source is None


def test_more_that_stands_for_pictures() -> None:
    """The end of a file's name alone, the classes of a template, the title as a file with a number behind it."""
    plain = "Nguoi dan ba giu giong lua mua o cu lao Ap Vong-Hinh-2"
    for place in (".jpg)", "leftcenterrightdel", plain):
        assert _between(place).paragraphs == TEXT
    caption = "Bà Chín Nhạn ở kho giống của huyện."
    assert _between(plain, caption).captions == (caption,)


def test_a_caption_out_of_a_cell() -> None:
    """A stroke behind a few words is a cell's border, and they are a picture's; a name before one is the author's."""
    caption = "Bà Chín Nhạn trao giống lúa cho các cháu trong ấp."
    article = _between(f"{caption} |")
    assert (article.captions, article.paragraphs) == ((caption,), TEXT)
    assert _page(TITLE, "12/10/2020 08:15", "Quách Dũng - Xuân Hạ |", LEAD, *TEXT).author == "Quách Dũng - Xuân Hạ"
