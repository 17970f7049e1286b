"""What stands round a text, as sites word it: days, sections, names with a calling or an office, controls in a list."""

from __future__ import annotations

import pytest

from corpus.article import Article
from corpus.dates import find_date
from corpus.text.lines import Line
from corpus.text.page import read_text_page

TITLE = "Xóm Bàu Tre giữ nghề ép dầu phộng bằng bộng gỗ"
DAY = "12/10/2020 08:15"
TEXT = (
    "Mờ sáng, tiếng chày nện bộng dầu đã vang khắp xóm Bàu Tre. Nhà nào cũng có một bộng gỗ mít, cha truyền con nối.",
    "Theo ông Trần Văn Sắc, chủ bộng dầu lớn nhất xóm, một mẻ ba mươi ký phộng cho chừng mười hai lít dầu. Phần bã "
    "đem bón ruộng hoặc cho bò ăn, chẳng bỏ đi thứ gì.",
    "“Máy ép nhanh gấp mười, nhưng dầu bộng thơm thì máy chịu thua”, ông Sắc nói. Khách quen ở phố vẫn đặt từ đầu mùa.",
    "Xóm Bàu Tre còn chín bộng dầu đỏ lửa. Xã đã lập tổ hợp tác, dán nhãn chung và bán qua chợ phiên cuối tuần.",
)


def _read(*lines: str) -> Article:
    return read_text_page("\n".join(lines), "a.txt", "/a.txt")


def _above(*lines: str) -> Article:
    return _read(*lines, *TEXT)


def _below(*lines: str) -> Article:
    return _read(TITLE, DAY, *TEXT, *lines)


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("Người viết: Cô giáo Mai Thị Lựu", "Mai Thị Lựu"),
        ("Kỹ sư Đặng Thế Lữ", "Đặng Thế Lữ"),
        ("Luật gia Hồ Sĩ Bình", "Hồ Sĩ Bình"),
        ("Đỗ Hải Yên - Hội Nông dân huyện", "Đỗ Hải Yên"),
        ("Hồng Diệu (từ Praha)", "Hồng Diệu"),
        ("Lưu Việt Cường (phố Bàu Tre)", "Lưu Việt Cường"),
        ("Thái HòaÝ kiến bạn đọc (0)", "Thái Hòa"),
        ("TRÚC LAMQuay lại In bài viết Gửi bài viết", "TRÚC LAM"),
    ],
)
def test_a_name_with_what_stands_about_it(line: str, author: str) -> None:
    """A calling before it, an office or a place behind it and controls glued to it are no part of the author's name."""
    article = _below(line, "Các tin khác", "Chợ phiên Bàu Tre dời ngày họp")
    assert (article.author, article.paragraphs) == (author, TEXT)


def test_a_singer_is_no_author() -> None:
    """Whoever is named by another calling may be whom a part of the text is about."""
    assert Line("", "Nghệ sĩ Hồng Tâm").author is None
    assert Line("", "Nhà thơ nói về quê mình").author is None


@pytest.mark.parametrize(
    ("head", "published"),
    [
        ((f"{TITLE} (12/10/2020)", "Ông Sắc (bên trái) nện chày vào bộng dầu phộng ở xóm Bàu Tre"), "2020-10-12"),
        (("(12.10.2020)", TITLE), "2020-10-12"),
        (("Được đăng: 12 Tháng 10 2020", TITLE), "2020-10-12"),
        ((TITLE, "* PDF.", "* In", "* Email", "Được viết ngày Thứ hai, 12 Tháng 10 2020 08:15"), "2020-10-12T08:15"),
        (("Cập nhật: 08:15 GMT - thứ hai, 12 tháng 10, 2020", TITLE), "2020-10-12T08:15"),
    ],
)
def test_days_beside_a_title(head: tuple[str, ...], published: str) -> None:
    """Behind it or above it in parentheses, behind a label, below controls in a list, before a zone without hours."""
    article = _above(*head)
    assert (article.title, article.published, article.section) == (TITLE, published, None)


def test_a_zone_is_no_word() -> None:
    """``GMT`` belongs to the date with or without hours, and not where it begins a word."""
    assert (date := find_date("08:15 GMT, 12/10/2020")) is not None
    assert (date.iso, date.end) == ("2020-10-12T08:15", 21)
    assert (date := find_date("12/10/2020 08:15 GMTV")) is not None
    assert date.end == 16


def test_a_title_with_the_day_of_what_it_tells() -> None:
    """Beside the page's own date, which has an hour, it is a title; alone it may be the page's date with its label."""
    dated = "Kết quả chợ phiên Bàu Tre ngày 11/10/2020"
    for head in (("Báo Quê", "Thời sự", f"Cập nhật: {DAY}", dated), ("Thời sự", dated, DAY)):
        article = _above(*head)
        assert (article.title, article.published) == (dated, "2020-10-12T08:15")


@pytest.mark.parametrize("end", ["...", "."])
def test_a_title_that_ends_as_a_sentence(end: str) -> None:
    """Right below the date, where nothing above it speaks of the text, a single sentence is the title."""
    title = f"Xóm Bàu Tre ép dầu phộng bằng bộng gỗ mít, bán qua chợ phiên{end}"
    menu = ("Báo Quê Hương Điện Tử", "Trang chủ", "Thời sự", "Thế giới", "Thể thao", "Trang chủ", "Thời sự")
    assert _above(*menu, DAY, title).title == title
    assert _above("Hết Tết", DAY, title).title == "Hết Tết"


def test_a_measure_is_no_path() -> None:
    """What stands round a stroke in a path begins with a capital: ``đồng / lít`` is the title's."""
    title = "Dầu phộng Bàu Tre tăng 29 nghìn đồng / lít từ chiều nay"
    assert _above("Báo Quê", "Thời sự", "Thế giới", "Thể thao", "Thời sự", DAY, title).title == title


def test_where_a_reporter_writes_from() -> None:
    """``…, từ Hà Nam`` below the title and the author is neither title nor text."""
    article = _above("Xã hội", "Cập nhật: 08:15 GMT - thứ hai, 12 tháng 10, 2020", TITLE, "Hồng Thơm",
                     "Đài Bốn Phương, từ Bàu Tre")  # fmt: skip
    assert (article.title, article.author, article.paragraphs) == (TITLE, "Hồng Thơm", TEXT)


@pytest.mark.parametrize(
    ("head", "section"),
    [
        (("Người Quê bốn phương", DAY, TITLE), "Người Quê bốn phương"),
        (("Làng nghề - Trao đổi", TITLE), "Làng nghề - Trao đổi"),
        (("Báo Bàu Tre", "Trang chủ", "Tin tức", "Tin trong xã", DAY, "Cỡ chữ", TITLE), "Tin trong xã"),
        (("Quê Mới Bàu Tre", DAY, TITLE), None),
        (("Đăng ký / Đăng nhập", TITLE, DAY), None),
        (("Liên kết website", TITLE, DAY), None),
    ],
)
def test_sections_above_a_title(head: tuple[str, ...], section: str | None) -> None:
    """A few words in small letters are one, also at the top; a paper's name and controls are none."""
    assert _above(*head).section == section


def test_the_section_below_a_lead() -> None:
    """It may stand there by its name, and is no caption."""
    lead = "Chín bộng dầu bằng gỗ mít vẫn đỏ lửa mỗi mùa phộng, dù máy ép đã về đến đầu xóm Bàu Tre từ lâu."
    article = _above("(12.10.2020)", TITLE, lead, "Văn hóa – Nghệ thuật")
    assert (article.section, article.lead, article.captions) == ("Văn hóa – Nghệ thuật", lead, ())


def test_a_blog_s_section_stands_below_the_post() -> None:
    """Above the title a blog has a menu of pages, whose last entry is none."""
    foot = ("Share this:", "Twitter", "Facebook", "This entry was posted in Tản mạn. Bookmark the permalink.")
    head = ("Sổ Tay Làng", "Trang chủ", "Về chủ nhà", "Sách đã in", "← Bữa cơm ở xóm", "Xe thồ →", TITLE)
    assert _read(*head, DAY, *TEXT, *foot).section == "Tản mạn"


@pytest.mark.parametrize(
    "caption",
    [
        "Ông Sắc nện chày vào bộng dầu. Ảnh chụp tháng 02/2019. Sóng Quê / Bảo Lam",
        "Bộng dầu gỗ mít của người Bàu Tre. Nguồn: tác giả.",
    ],
)
def test_captions_that_say_when_or_whose(caption: str) -> None:
    """A sentence behind a caption's says when the picture was taken, or that it is the author's."""
    article = _read(TITLE, DAY, TEXT[0], TEXT[1], caption, *TEXT[2:])
    assert (article.captions, article.paragraphs) == ((caption,), TEXT)


def test_a_photographer_who_is_the_author() -> None:
    """Below a caption the author's name alone is the photographer's, in capitals as well."""
    caption = "Tủ nhãn dầu của tổ hợp tác xóm Bàu Tre ngày mở chợ"
    article = _read(TITLE, "Phan Thục Đoan", DAY, *TEXT[:2], caption, "PHAN THỤC ĐOAN", *TEXT[2:])
    assert (article.author, article.captions) == ("Phan Thục Đoan", (f"{caption}\nPHAN THỤC ĐOAN",))
    assert article.paragraphs == TEXT


def test_a_lead_stands_above_links() -> None:
    """Several with an arrow before each, right below the first paragraph, show that it is one."""
    lead = "Ông Trần Văn Sắc ép mẻ dầu phộng đầu mùa lúc bốn giờ sáng hôm qua, khi cả xóm Bàu Tre còn ngủ say."
    links = ("> Chợ phiên Bàu Tre dời ngày họp", "> Máy ép dầu về đến đầu xóm")
    article = _above(TITLE, DAY, lead, *links)
    assert (article.lead, article.paragraphs) == (lead, TEXT)


def test_labels_of_events_and_prompts_are_no_text() -> None:
    """``Sự kiện: …`` among paragraphs, and the question what the reader thinks of the page, below them."""
    lines = (*TEXT[:2], "Sự kiện: Đặc sản vùng miền", *TEXT[2:], "Ý kiến của bạn về bài viết này?", "Họ tên:", "Email:")
    assert _read(TITLE, DAY, *lines).paragraphs == TEXT


def test_numbers_in_parentheses_name_no_source() -> None:
    """``Tạp chí số 4 (212)`` is an issue, and a day in parentheses no site."""
    assert Line("", "(12.10.2020)").source is None
    assert _below("Tạp chí số 4 (212)", "Lượt xem: 12").source is None
    assert _below("(baoque.example)", "Lượt xem: 12").source == "baoque.example"


def test_a_lead_that_lost_its_agency() -> None:
    """The only paragraph that begins with a dash lost the name before that; among others a dash is somebody's turn."""
    assert _above(TITLE, DAY, f"- {TEXT[1]}").lead == TEXT[1]
    assert f"- {TEXT[1]}" in _read(TITLE, DAY, TEXT[0], f"- {TEXT[1]}", f"- {TEXT[2]}", TEXT[3]).paragraphs


def test_a_lead_in_the_place_of_a_title() -> None:
    """A line above it, right below the section, announces a title and not a lead, which is longer than titles are."""
    title = "“Dầu bộng thơm thì máy chịu thua”"
    lead = (
        "Chín bộng gỗ mít của xóm Bàu Tre vẫn đỏ lửa mỗi mùa phộng, dù chiếc máy ép đầu tiên đã về xóm từ mười hai năm "
        "trước"
    )
    article = _above("CHUYÊN ĐỀ", "Làng nghề", title, lead, "ANH QUÝ", DAY)
    assert (article.title, article.author) == (title, "ANH QUÝ")
    assert _above("Thời sự", "Chuyện làng nghề", TITLE, DAY).title == TITLE


def test_who_played_stands_below_a_text() -> None:
    """Rows of names behind what they are, and the heading above them, are the article's; titles below are not."""
    rows = (
        "Đội hình xuất phát",
        "Bàu Tre (4-4-2): Tâm, Lực, Sang, Huy, Đức, Tài, Bách",
        "Gò Vấp: Lộc, Dũng; Tú, Hiếu; Hải, Lý",
    )
    article = _below(*rows, "Từ khóa", "Bàu Tre", "Tin liên quan", "Chợ phiên dời ngày họp")
    assert article.paragraphs == (*TEXT, *rows)


def test_verses_of_a_free_measure() -> None:
    """Where a sentence announces them lines may differ by a syllable, as no titles below a short label may."""
    announces = "Bài vè mà cả xóm Bàu Tre còn thuộc được ông Sắc chép lại từ trí nhớ của người già trong xóm:"
    song = ("Bộng gỗ mít, cha truyền cho con nện", "Chày rơi đều như trống hội làng", "Ai đi xa nhớ mùi dầu mới",
            "Mà quay về tóc đã như sương.")  # fmt: skip
    assert _read(TITLE, DAY, *TEXT[:2], announces, *song, *TEXT[2:]).paragraphs == (
        *TEXT[:2],
        announces,
        *song,
        *TEXT[2:],
    )
    links = ("Máy ép dầu về xóm nhỏ ven sông", "Chợ phiên dời ngày họp sang chủ nhật", "Giá phộng tăng")
    assert links[0] not in _read(TITLE, DAY, *TEXT[:2], "Mời xem thêm:", *links, *TEXT[2:]).paragraphs


def test_an_agency_and_its_photographer_in_small_letters() -> None:
    """Behind a caption's sentence they name who took the picture; behind a comma they may be two places."""
    assert Line("", "Một bộng dầu ở Lyon, Pháp, ngày 04/05/2021. REUTERS - Paul Lemaire").names_photo
    assert not Line("", "Mở tuyến xe mới, AFP - Cần Thơ").names_photo


@pytest.mark.parametrize(
    ("section", "title"),
    [
        ("Phụ nữ làm kinh tế", "Chị Sáu Diệu và chín bộng dầu phộng của xóm Bàu Tre"),
        ("Làng nghề - Dầu bộng", "Xóm Bàu Tre giữ chín bộng dầu cuối cùng"),
    ],
)
def test_a_section_in_the_text_s_own_words(section: str, title: str) -> None:
    """Right above a longer line that speaks of the text it is no title, short or of two names that a dash joins."""
    article = _above(f"{DAY} GMT+7", section, title)
    assert (article.title, article.section) == (title, section)


def test_a_newsroom_at_the_top_is_no_title() -> None:
    """``Tòa soạn …`` names a site, though it may speak of what the text speaks of."""
    assert _above("Tòa soạn Dầu phộng Bàu Tre", DAY, "Làng nghề", TITLE, DAY).title == TITLE


def test_an_agency_in_parentheses_without_a_dash() -> None:
    """Several words in parentheses right before a sentence are an agency's; a word for a picture or a part is none."""
    assert (article := _above(TITLE, DAY, f"(Nhà Nông Việt) {TEXT[1]}")).source == "Nhà Nông Việt"
    assert article.lead == TEXT[1]
    assert _above(TITLE, DAY, f"(Tiếp theo kỳ trước) {TEXT[1]}").source is None


def test_the_last_picture_stands_above_the_author() -> None:
    """Between the last sentence and a labelled author a line without an end is a caption."""
    article = _below("Cả xóm quanh bộng dầu cuối mùa", "Người viết: Hồng Diệu", "In trang này", "Các tin khác")
    assert (article.author, article.captions) == ("Hồng Diệu", ("Cả xóm quanh bộng dầu cuối mùa",))
    assert article.paragraphs == TEXT


def test_the_way_back_is_no_section_by_itself() -> None:
    """``Trở lại Giáo dục`` names one, ``Trở lại In`` two controls."""
    assert _below("Chia sẻ", "Trở lại Làng nghề").section == "Làng nghề"
    assert _below("Chia sẻ", "Trở lại      In").section is None
