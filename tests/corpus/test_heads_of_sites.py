"""Heads as the sites of papers write them: slogans, menus, sections and dates side by side, desks, abbreviations."""

from __future__ import annotations

import pytest

from corpus.article import Article
from corpus.dates import find_date
from corpus.text.lines import Line
from corpus.text.page import read_text_page
from corpus.text.rows import parts_beside_date, parts_of_row
from corpus.text.section_names import names_section

TITLE = "Người đàn bà giữ giống lúa mùa ở cù lao Ấp Vồng"
LEAD = "Khi cả cù lao chuyển sang lúa cao sản, bà Chín Nhạn vẫn gieo hai công lúa mùa để giữ lấy thứ giống của cha."
TEXT = (
    "Đầu tháng mười, nước về trắng đồng Ấp Vồng, bà Chín Nhạn chống xuồng ra thăm ruộng. Cây lúa mùa vươn theo con "
    "nước, có ngày dài thêm cả gang tay.",
    "“Hồi đó ai cũng nói tui khùng, bỏ lúa ba vụ không làm mà đi giữ thứ lúa một vụ”, bà Nhạn kể và cười hiền.",
    "Theo ông Lê Văn Tấn, Phó Chủ tịch UBND xã, cù lao hiện còn chưa đầy năm công lúa mùa, bà Nhạn giữ gần một nửa. "
    "Xã đã đề nghị huyện giúp bà lập ngân hàng giống ngay tại nhà.",
    "Chiều xuống, bà chống xuồng về, khoang xuồng đầy bông súng. Mùa sau con gái bà ở thành phố sẽ về gieo cùng.",
)


def _read(*lines: str) -> Article:
    return read_text_page("\n".join((*lines, *TEXT)), "a.txt", "/a.txt")


@pytest.mark.parametrize("slogan", ["Tiếng nói của người trồng lúa mùa cù lao", "Diễn đàn của nhà nông Ấp Vồng"])
def test_what_a_site_is_stands_above_its_menu(slogan: str) -> None:
    """A line above the menu is no title where one stands below it, though it may speak of what the text speaks of."""
    head = ("baoque.example", slogan, "Thời sự  Thế giới  Kinh tế  Xã hội", "12/10/2020 08:15")
    assert _read(*head, TITLE, LEAD).title == TITLE
    assert _read("Báo Quê", TITLE, "Thời sự  Thế giới  Kinh tế  Xã hội", "Nghe", LEAD).title == TITLE


@pytest.mark.parametrize("menu", ["Việt Nam  Châu Á  Pháp  Phân tích", "Xu hướng | Ngày Tết | Du lịch | Sách hay"])
def test_four_entries_side_by_side_are_a_menu(menu: str) -> None:
    """Gaps of two spaces, or strokes, part them; words of a sentence that was set in a column are none."""
    assert len(parts_of_row(menu)) == 4
    article = _read("Báo Quê", "Đời sống", menu, TITLE, "12/10/2020 08:15", LEAD)
    assert (article.title, article.section, article.lead) == (TITLE, "Đời sống", LEAD)
    assert parts_of_row("Nước về  trắng đồng  Ấp Vồng  rồi lại rút") == ()
    assert parts_of_row("Bà Chín, | ông Tư. | và cháu | Hai") == ()


@pytest.mark.parametrize(
    ("line", "section"),
    [
        ("Nhà Nông Online  -  Xã hội", "Xã hội"),
        ("Xã hội  »", "Xã hội"),
        ("Âm nhạc > Trong nước | Châu Á | Âu Mỹ", "Âm nhạc"),
        ("Xã hội          Cập nhật lúc 08:15, 12/10/2020", "Xã hội"),
        ("Giáo dục - Khuyến học", "Giáo dục - Khuyến học"),
    ],
)
def test_a_section_beside_other_things(line: str, section: str) -> None:
    """The site's name before it, an arrow, its parts or a labelled date behind it, or another section's name."""
    article = _read("Báo Quê", line, TITLE, "12/10/2020 08:15", LEAD)
    assert (article.title, article.section, article.published) == (TITLE, section, "2020-10-12T08:15")


def test_a_section_of_two_names_above_the_date_is_no_title() -> None:
    """It is as long as a title, but its parts are short, and one of them is a section's name."""
    article = _read("Dân quê", "Chia sẻ", "Giáo dục - Khuyến học", "Thứ Bảy, 21/02/2015 - 08:05", TITLE, LEAD)
    assert (article.title, article.section) == (TITLE, "Giáo dục - Khuyến học")
    assert not names_section("Giáo dục - Con đường ra khỏi cù lao")
    assert not names_section("Bắc Nam - Sum họp")


def test_a_labelled_date_is_parted_and_a_date_alone_is_not() -> None:
    """What stands beside it is another thing; its label is not."""
    assert parts_beside_date("Số: 0413/TN      Phát: 20/07/2007") == ("Số: 0413/TN", "Phát: 20/07/2007")
    assert parts_beside_date("Cập nhật lúc     20/07/2007") == ()
    article = _read("BẢN TIN QUÊ", "Số: 0413/TN      Phát: 20/07/2007", TITLE, LEAD)
    assert (article.title, article.published, article.section) == (TITLE, "2007-07-20", None)


def test_a_paper_s_capitals_before_the_date_are_no_section() -> None:
    """The section stands above them, or nowhere; a section's own name in capitals is one."""
    for line, section in (("BQ - Thứ Sáu, 18/09/2015, 20:15", "Xã hội"), ("XÃ HỘI - 18/09/2015, 20:15", "XÃ HỘI")):
        article = _read("Báo Quê", *(("Xã hội",) if section == "Xã hội" else ()), line, TITLE, LEAD)
        assert (article.section, article.published) == (section, "2015-09-18T20:15")
    assert _read("BQ - Thứ Sáu, 18/09/2015, 20:15", TITLE, LEAD).section is None


def test_the_site_s_own_name_is_no_section() -> None:
    """Not where it stands first and right above the date."""
    assert _read("BQ Online", "Thứ Sáu, 12/10/2012, 08:20", "", TITLE, LEAD).section is None


def test_a_radio_s_programme_is_a_section() -> None:
    """``Tạp chí kinh tế`` is one below the site's menu, where a paper's name does not stand."""
    head = ("Tiếng Quê", "Việt Nam  Châu Á  Pháp  Phân tích")
    assert _read(*head, "TẠP CHÍ KINH TẾ", TITLE, "12/10/2020", LEAD).section == "TẠP CHÍ KINH TẾ"
    assert _read(*head, "TẠP CHÍ CÙ LAO", TITLE, "12/10/2020", LEAD).section is None
    assert _read("Tạp chí Kinh tế", TITLE, "12/10/2020", LEAD).section is None


def test_controls_behind_a_date_are_no_author() -> None:
    """Two capital words may be a name; these are what a reader does with the page."""
    assert _read("Xã hội", TITLE, "12/10/2016 14:05 GMT+7  Print  Email", LEAD).author is None
    assert _read("Xã hội", TITLE, "12/10/2016 14:05 GMT+7  Hà Vy", LEAD).author == "Hà Vy"


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("Ban Thời sự", "Ban Thời sự"),
        ("Trung tâm Văn hóa - Thông tin", "Trung tâm Văn hóa - Thông tin"),
        ("Hà Vy, thông tín viên Đài Quê", "Hà Vy"),
        ("Nguyễn Hà Vy, CTV", "Nguyễn Hà Vy"),
    ],
)
def test_desks_and_journalists_above_the_date(line: str, author: str) -> None:
    """A part of the newsroom by itself stands where an author does; a journalist says behind his name what he is."""
    article = _read("Xã hội", TITLE, line, "-Thứ hai, ngày 06/06/2016 19:57 GMT+7", LEAD)
    assert (article.author, article.published) == (author, "2016-06-06T19:57")


def test_minutes_of_one_figure() -> None:
    """``8:0'`` is eight o'clock; without the mark behind it one figure is no minute."""
    written = find_date("8:0' 3/5/2011")
    assert written is not None
    assert written.iso == "2011-05-03T08:00"
    bare = find_date("8:5 3/5/2011")
    assert bare is None or bare.iso != "2011-05-03T08:05"


@pytest.mark.parametrize(
    ("prefix", "source"),
    [("TP - ", "TP"), ("Hà Nội, ngày 20/7 (TTXVN) - ", "TTXVN")],
)
def test_agencies_in_front_of_a_lead(prefix: str, source: str) -> None:
    """A paper that is spelt as a city is, but right before the dash; an agency behind place and day."""
    article = _read("Xã hội", TITLE, "12/10/2020", prefix + LEAD)
    assert (article.lead, article.source) == (LEAD, source)


def test_a_caption_that_ends_in_a_day_is_no_date() -> None:
    """It says what is seen, where and when; the lead stands below it."""
    caption = "Bà Chín Nhạn trên ruộng lúa mùa hôm 10/10/2012."
    assert not Line(caption, caption).is_dated
    article = _read("Xã hội", TITLE, "2012-10-12", "Chia sẻ", caption, LEAD)
    assert (article.published, article.captions, article.lead) == ("2012-10-12", (caption,), LEAD)


@pytest.mark.parametrize("below", ["Gửi cho Báo Đồng từ Vồng Cát", "Phóng viên", "Thông tín viên tại Vồng Cát"])
def test_what_stands_below_the_author_s_name(below: str) -> None:
    """For whom and where from he writes, and what he is, is no text."""
    article = _read("Xã hội", TITLE, "12/10/2020", "Nguyễn Hà Vy", below, LEAD)
    assert (article.author, article.lead, article.paragraphs) == ("Nguyễn Hà Vy", LEAD, TEXT)


@pytest.mark.parametrize(
    "control",
    [
        "Chia sẻ với WhatsApp",
        "Chia sẻ trang này qua Messenger",
        "Những chia sẻ khác",
        "Print Options",
        "(Cập nhật lúc 10:20)",
    ],
)
def test_controls_below_the_title(control: str) -> None:
    """They are made of nothing but the words of controls, or give an hour alone."""
    article = _read("Xã hội", TITLE, "12/10/2020", control, LEAD)
    assert (article.author, article.lead, article.paragraphs) == (None, LEAD, TEXT)


def test_a_short_sentence_above_the_lead_is_a_caption() -> None:
    """The picture stands above the lead or the text, unless it is as short as stories open."""
    caption = "Cây lúa mùa vươn theo con nước."
    more = (
        "Gió chướng chưa về, chim mới ra ràng kêu ran trên ngọn bần.",
        "Người trong xóm cười rồi cũng tới xin mỗi nhà một nắm đem trồng thử sau hè.",
        "Giấy tờ đã làm xong từ tháng sáu, còn chờ tỉnh duyệt tiền mua chum sành.",
        "Đêm xuống, đèn măng xông thắp lên, ai nấy ngồi nghe kể chuyện đời trước.",
    )
    paragraphs = tuple(f"{text} {added}" for text, added in zip(TEXT, more, strict=True))
    head = ("Xã hội", TITLE, "12/10/2020", caption)
    article = read_text_page("\n".join((*head, LEAD, *paragraphs)), "a.txt", "/a.txt")
    assert (article.captions, article.lead, article.paragraphs) == ((caption,), LEAD, paragraphs)
    article = read_text_page("\n".join((*head, *paragraphs)), "a.txt", "/a.txt")
    assert (article.captions, article.lead, article.paragraphs) == ((caption,), None, paragraphs)
    opening = "Lúa mùa vươn theo nước."
    article = read_text_page("\n".join((*head[:-1], opening, *paragraphs)), "a.txt", "/a.txt")
    assert (article.captions, article.lead, article.paragraphs) == ((), None, (opening, *paragraphs))
    seen = "Thóc giống được phơi trên nia giữa sân nhà bà Nhạn."
    article = read_text_page("\n".join((*head[:-1], LEAD, *paragraphs[:2], seen, *paragraphs[2:])), "a.txt", "/a.txt")
    assert (article.captions, article.paragraphs) == ((seen,), paragraphs)
