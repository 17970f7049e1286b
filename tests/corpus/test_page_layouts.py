"""What tools and templates put round an article: each is known for what it is, and nothing of the text is lost."""

from __future__ import annotations

import pytest

from corpus.article import Article
from corpus.text.lines import Line
from corpus.text.page import read_text_page
from corpus.text.section_names import is_menu, is_section_name

TITLE = "Chuyến đò cuối của bến Vạc"
ONE = "Chiều ba mươi, ông Lượng chèo chuyến đò cuối cùng qua bến Vạc, trên đò chỉ có một bà cụ và hai con gà."
TWO = "Cầu mới thông xe từ tháng mười, người làng không còn ai gọi đò, nhưng ông vẫn ra bến mỗi sáng như cũ."
THREE = "“Tôi chèo cho nhớ đường”, ông nói, rồi buộc chiếc đò vào gốc gạo, nơi cha ông đã buộc nó sáu mươi năm trước."


def _read(*lines: str) -> Article:
    return read_text_page("\n".join(lines), "a.txt", "/a.txt")


def _text(article: Article) -> tuple[str, ...]:
    return article.paragraphs


@pytest.mark.parametrize(
    "menu",
    [
        "Trang chủThời sựThế giớiGóc nhìnVideoPháp luật",
        "Thời sự Kinh doanh Bất động sản Doanh nhân Quốc tế",
        "Giới thiệu | Tin tức | Văn bản | Hỏi đáp | Liên hệ",
        "Kinh tế Chính trị Xã hội Thế giới Đời sống Thể thao Thứ ba, 03/12/2019, 18:02 (GMT+7)",
    ],
)
def test_a_menu_in_one_line_is_no_title_and_no_text(menu: str) -> None:
    """Sections in one line, parted by anything or by nothing, are a menu: the title below it is the title."""
    assert is_menu(menu)
    article = _read(menu, TITLE, "12/10/2020 08:15", ONE, TWO)
    assert (article.title, article.published) == (TITLE, "2020-10-12T08:15")
    assert _text(article) == (ONE, TWO)


@pytest.mark.parametrize(
    "sentence",
    [
        "Bộ Văn hóa – Thể thao và Du lịch, Bộ Giáo dục và Đào tạo cần làm gì để người dân được đi lại",
        "Theo Sở Văn hóa Thể thao và Du lịch Hà Trung, công trình mở cửa cả tuần",
        "Giáo dục và Y tế cùng lên tiếng",
    ],
)
def test_ministries_are_no_menu(sentence: str) -> None:
    """What is named after the same things as sections are is text, and never left out."""
    assert not is_menu(sentence)


def test_names_of_sections_in_any_case_and_joined() -> None:
    """A section is known by its name, also in capitals or joined to another; a name of people is none."""
    assert is_section_name("THỜI SỰ")
    assert is_section_name("Văn hóa - Xã hội")
    assert not is_section_name("Lan Anh")


def test_the_window_s_title_is_the_title_and_more() -> None:
    """The line with the site's name behind the title is not the title; that stands alone further down."""
    for between in ((), ("Tập san Bến Nước", "Nhịp sống")):
        article = _read(f"{TITLE} - Tập san Bến Nước", *between, TITLE, ONE, TWO)
        assert article.title == TITLE
        assert _text(article) == (ONE, TWO)


def test_the_title_stands_between_the_path_and_the_date() -> None:
    """A short heading below the date is no title, however many of its words the text has."""
    heading = "Cầu mới thông xe từ tháng mười"
    article = _read("Trang chủ > Đời sống", "Sáu thập niên một dòng nước", "12/10/2020", heading, ONE, TWO, THREE)
    assert article.title == "Sáu thập niên một dòng nước"
    assert _text(article) == (heading, ONE, TWO, THREE)


def test_facts_that_a_program_wrote_above_the_text() -> None:
    """A head of labels gives the facts; what stands below it is the text, and one label alone is text too."""
    head = ("Title: " + TITLE, "Link: https://bennuoc.example/do", "Category: Nhịp sống", "Author: Hà Vy",
            "Date: Fri, 03 Dec 2010 16:02:11 +0700", "Content:")  # fmt: skip
    article = _read(*head, ONE, TWO)
    assert (article.title, article.author, article.section) == (TITLE, "Hà Vy", "Nhịp sống")
    assert (article.published, article.url) == ("2010-12-03T16:02:11", "https://bennuoc.example/do")
    assert _text(article) == (ONE, TWO)
    assert _text(_read(TITLE, ONE, "Ngày: hôm sau ông lại ra bến, và hôm sau nữa cũng vậy, không sót ngày nào."))[1:]


def test_a_text_browser_s_numbers_are_not_the_author_s() -> None:
    """Numbers before links go, with the addresses at the end; a text that only cites one keeps it."""
    page = f"[1]Trang chủ | [2]Nhịp sống\n\n{TITLE}\n\n{ONE}\n\n{TWO} [3]Cầu Vạc thông xe.\n\nTham khảo\n"
    addresses = (
        "   1. https://bennuoc.example/\n   2. https://bennuoc.example/nhip-song\n   3. https://bennuoc.example/cau"
    )
    article = read_text_page(page + addresses, "a.txt", "/a.txt")
    assert (article.title, _text(article)) == (TITLE, (ONE, f"{TWO} Cầu Vạc thông xe."))
    assert "[1]" in _text(_read(TITLE, ONE + " Theo sách cũ [1]Bến Vạc có từ đời nào không ai rõ.", TWO))[0]


def test_markdown_is_a_converter_s() -> None:
    """Links, pictures, emphasis, headings and bullets are left out of the text, and their words kept."""
    article = _read(
        "[Trang chủ](/) / [Nhịp sống](/nhip-song)", f"# {TITLE}", "12/10/2020", ONE, "![đò](/do.jpg)", "## Bến cũ",
        f"> {TWO}", "  * Con đò đóng từ *gỗ chò*, dài sáu mét, hai mái chèo, một mui.", THREE,
    )  # fmt: skip
    assert (article.title, article.section) == (TITLE, "Nhịp sống")
    assert _text(article) == (ONE, "Bến cũ", TWO, "Con đò đóng từ gỗ chò, dài sáu mét, hai mái chèo, một mui.", THREE)


def test_hours_of_a_live_report_are_text() -> None:
    """Three hours over what happened then are the report's own; one hour alone is what a player counts."""
    report = _read(TITLE, "12/10/2020", "08:10", ONE, "09:30", TWO, "10:45", THREE)
    assert _text(report) == ("08:10", ONE, "09:30", TWO, "10:45", THREE)
    assert "04:12" not in _text(_read(TITLE, "12/10/2020", ONE, "04:12", TWO))


def test_a_photographer_below_a_caption_belongs_to_it() -> None:
    """A caption and the credit on the line below are one caption; a credit below a paragraph takes none with it."""
    article = _read(TITLE, "12/10/2020", ONE, "Ông Lượng trên bến Vạc.", "Ảnh: Hà Vy", TWO)
    assert article.captions == ("Ông Lượng trên bến Vạc.\nẢnh: Hà Vy",)
    assert _text(article) == (ONE, TWO)
    two = f"{TWO} {THREE}"
    assert _text(_read(TITLE, "12/10/2020", ONE, two, "Ảnh: Hà Vy", THREE)) == (ONE, two, THREE)


@pytest.mark.parametrize(
    "caption",
    [
        "Ông Lượng (bên phải) và bà cụ trên chuyến đò cuối năm.",
        "Toàn cảnh bến Vạc nhìn từ cầu mới.",
        "Hình 2. Mặt cắt của chiếc đò",
        "Cụ Mến trước cây gạo",
    ],
)
def test_captions_that_name_no_photographer(caption: str) -> None:
    """Who stands on which side, what is seen as a whole, a number, a person in a place: a picture's words."""
    assert _read(TITLE, "12/10/2020", ONE, caption, TWO, THREE).captions == (caption,)


def test_a_number_stands_where_a_picture_was() -> None:
    """``Title - Ảnh 1.`` is nothing, and the sentence below it the caption."""
    article = _read(TITLE, "12/10/2020", ONE, f"{TITLE} - Ảnh 1.", "Ông Lượng buộc đò chiều ba mươi.", TWO, THREE)
    assert article.captions == ("Ông Lượng buộc đò chiều ba mươi.",)
    assert _text(article) == (ONE, TWO, THREE)


def test_what_is_pulled_out_to_catch_the_eye_stands_once() -> None:
    """A long passage printed again by itself is no paragraph; a short one is a heading and stays."""
    said = "Tôi chèo cho nhớ đường, chứ bây giờ còn ai gọi đò nữa đâu"
    whole = f"“{said}”, ông Lượng nói và buộc lại sợi dây chão đã mòn vẹt một bên."
    assert _text(_read(TITLE, "12/10/2020", ONE, whole, f"“{said}”", TWO)) == (ONE, whole, TWO)
    assert "“Chèo cho nhớ”" in _text(
        _read(TITLE, "12/10/2020", ONE, "“Chèo cho nhớ”", f"Ông “Chèo cho nhớ” cười. {TWO}")
    )


def test_points_of_a_list_are_text_whatever_they_speak_of() -> None:
    """What stands behind a dash, and ends without a mark, may be a point of the author's or somebody's answer."""
    points = ("- Thứ hai: mười bốn chuyến sang, mười hai chuyến về", "- Con đi chợ huyện mai con lại sang bờ này")
    assert _text(_read(TITLE, "12/10/2020", ONE, *points, TWO)) == (ONE, *points, TWO)


def test_a_page_of_thousands_of_captions_and_calls_is_read() -> None:
    """However many captions are alike and passages stand alone, they are kept, and not all compared with all."""
    captions = [f"Chuyến {at * 7919} chở {at * 104729} người qua bến {at * 31337}. Ảnh: Hà Vy" for at in range(1, 3001)]
    assert len(_read(TITLE, "12/10/2020", ONE, *captions, TWO).captions) > 2900
    said = [f"“Chuyến đò thứ {at} của năm ấy tôi chèo cho bà con về ăn tết.”" for at in range(3000)]
    assert _text(_read(TITLE, "12/10/2020", ONE, *said, TWO)) == (ONE, *said, TWO)


def test_the_author_closes_the_text() -> None:
    """Behind the author's name stand titles of other pages, without a heading that says so; facts still count."""
    article = _read(TITLE, ONE, TWO, "Hà Vy", "Làng nón mở hội đầu xuân trên bãi sông", "Vì sao cầu làng vẫn ngập?",
                    "Ngày đăng: 8/3/2009 | Đã xem: 963")  # fmt: skip
    assert (article.author, article.published) == ("Hà Vy", "2009-03-08")
    assert (_text(article), article.captions) == ((ONE, TWO), ())


def test_a_source_above_the_author_closes_nothing() -> None:
    """``Theo Báo …`` is the source, and the name below it still the author's."""
    article = _read(TITLE, ONE, TWO, "Theo Báo Bến Nước", "Hà Vy", "Làng nón mở hội đầu xuân trên bãi sông")
    assert (article.source, article.author, _text(article)) == ("Báo Bến Nước", "Hà Vy", (ONE, TWO))


def test_an_agency_opens_the_text() -> None:
    """Before a lead with an agency's name stand controls, which are nothing, and captions."""
    article = _read(TITLE, "12/10/2020", "Nghe", "Phát", "Nhỏ", "Vừa", f"BN&ĐS - {ONE}", TWO)
    assert (article.source, article.lead, _text(article)) == ("BN&ĐS", ONE, (TWO,))


def test_the_place_in_front_of_a_text_is_no_agency() -> None:
    """``BẾN VẠC - `` says where it was written, and belongs to the paragraph."""
    article = _read(TITLE, "12/10/2020", f"BẾN VẠC - {ONE}", TWO)
    assert (article.source, article.lead, _text(article)) == (None, None, (f"BẾN VẠC - {ONE}", TWO))


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("Hà Vy (havy@bennuoc.example)", "Hà Vy"),
        ("Hà VyThích 128Chia sẻ", "Hà Vy"),
        ("ThS.BS Hà Thị Vy - Phòng Công tác xã hội", "Hà Thị Vy"),
        ("PGS, TS Hà Thị Vy", "Hà Thị Vy"),
        ("Tin: Hà Vy - Ảnh: Quốc Nam", "Hà Vy"),
        ("Bởi Hà Thị Vy", "Hà Thị Vy"),
        ("Nhóm PV Miền Trung", "Nhóm PV Miền Trung"),
        ("Tin, ảnh: Ban Phong trào", "Ban Phong trào"),
        ("Hà Vy (Văn phòng Đảng ủy phường 7)", "Hà Vy"),
        ("Đăng bởi: Phòng Công tác xã hội", None),
        ("NGỪNG TIM KHI VỪA RẠCH DA", None),
        ("PHÓNG SỰ ẢNH", None),
        ("Google News", None),
    ],
)
def test_who_wrote_it(line: str, author: str | None) -> None:
    """A byline without mail, degree, office, photographer and buttons; offices that posted and headings are none."""
    assert Line(line, line).author == author


@pytest.mark.parametrize(
    ("line", "published", "author", "section"),
    [
        ("Posted on 30/10/2017 by Bảo Trâm in Tin sinh viên // 3 Comments", "2017-10-30", "Bảo Trâm", "Tin sinh viên"),
        ("Posted by Hà Vy on Jun 17, '09 11:40 PM for everyone", "2009-06-17T23:40", "Hà Vy", None),
        ("05-08-2016 - 14:07 PM | Doanh nghiệp", "2016-08-05T14:07", None, "Doanh nghiệp"),
        ("Cập nhật lúc 10h15', ngày 14/11/2003", "2003-11-14T10:15", None, None),
        ("12/10/2020 - Hà Vy", "2020-10-12", "Hà Vy", None),
    ],
)
def test_what_stands_beside_a_date(line: str, published: str, author: str | None, section: str | None) -> None:
    """Date, author and section out of one line, in the forms of blogs and papers."""
    article = _read(TITLE, line, ONE, TWO)
    assert (article.published, article.author, article.section) == (published, author, section)


def test_the_first_posting_counts_and_a_change_where_nothing_else_is_said() -> None:
    """The day of the last change is the day of publication only where no other is given near the title."""
    both = _read("Thời sự, Chủ nhật, 18/10/2020, 06:00", TITLE, "Cập nhật lúc 21:40, 19/10/2020", ONE, TWO)
    assert both.published == "2020-10-18T06:00"
    assert _read(TITLE, "Cập nhật lúc 21:40, 19/10/2020", ONE, TWO).published == "2020-10-19T21:40"


@pytest.mark.parametrize(
    "control",
    [
        "Bình luận Chia sẻ trên Facebook Lưu bài viết",
        "Xem với cỡ chữ In bài viết Gửi Email",
        "E-mail Bản In",
        "- A A +",
    ],
)
def test_controls_are_known_by_their_words(control: str) -> None:
    """A short line of nothing but a site's words for its buttons is one, in whatever order."""
    assert Line(control, control).is_button
    assert _text(_read(TITLE, "12/10/2020", control, ONE, TWO)) == (ONE, TWO)


def test_tags_without_a_space_between_them_are_no_text() -> None:
    """Tags that were glued together below the text are left out."""
    assert _text(_read(TITLE, ONE, TWO, "Cụ bàĐò ngangBến VạcHà Trung")) == (ONE, TWO)


def test_a_text_that_begins_with_short_sentences() -> None:
    """Sentences of a few words below the title are its text, and no titles."""
    short = ("Người làng không còn ai gọi đò.", "Trên đò chỉ có một bà cụ.")
    title = "Hết mùa nước nổi rồi"
    article = _read("Nhịp sống", "12/10/2020", title, *short, ONE, TWO)
    assert (article.title, _text(article)) == (title, (*short, ONE, TWO))
