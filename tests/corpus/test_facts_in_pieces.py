"""Facts that a page has in pieces or beside other things: hours, two authors, places, a section over its parts."""

from __future__ import annotations

import pytest

from corpus.article import Article
from corpus.text.bylines import author_in, source_in
from corpus.text.lines import Line
from corpus.text.page import read_text_page

TITLE = "Cồn Dơi dựng trạm đo mặn cho cả xã"
LEAD = "Trạm đo mặn đầu tiên của Cồn Dơi nhắn tin cho ba trăm hộ trồng mận mỗi khi nước vượt ngưỡng."
ONE = "Ông Ba Thược lội ra đầu vàm lúc bốn giờ sáng, múc một gàu nước, thả que đo vào rồi đứng chờ con số hiện lên."
TWO = "Nước mặn lên sớm hơn mọi năm một tháng rưỡi, và cả cồn phải đóng cống trước khi kịp trữ đầy mấy con mương."
THREE = "Xã dự tính dựng thêm hai trạm nữa ở cuối cồn, để người trồng mận khỏi phải nếm nước bằng đầu lưỡi như xưa."
TEXT = (ONE, TWO, THREE)


def _page(*lines: str) -> Article:
    return read_text_page("\n".join(lines), "a.txt", "/a.txt")


@pytest.mark.parametrize(
    ("lines", "author"),
    [
        (("Hà Vy", "-", "Lan Chi"), "Hà Vy - Lan Chi"),
        (("Hà Vy", ", Lan Chi"), "Hà Vy, Lan Chi"),
        (("Hà Vy", "-", LEAD), "Hà Vy"),
    ],
)
def test_two_authors_on_lines_of_their_own(lines: tuple[str, ...], author: str) -> None:
    """A dash on a line of its own, or a comma that opens one, joins the second author to the first."""
    article = _page(TITLE, "12/10/2020", *lines, *TEXT)
    assert (article.author, article.paragraphs) == (author, TEXT if lines[-1] != LEAD else article.paragraphs)


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("Tin bài: Hà Vy - Công chức văn hóa xã", "Hà Vy"),
        ("Hà Vy (*) - Đoàn Lan Chi (**)", "Hà Vy - Đoàn Lan Chi"),
        ("Hà Vy - Đoàn Thanh niên xã", "Hà Vy"),
        ("HÀ VY - QMO", "HÀ VY"),
        ("HÀ VY - HOA", "HÀ VY - HOA"),
        ("Hà Vy • 21:05", "Hà Vy"),
        ("Tin-ảnh: H.Vy", "H.Vy"),
        ("LAN CHI - H.VY.", "LAN CHI - H.VY."),
        ("Hà Vy (CTV)", "Hà Vy"),
        ("Phóng sự của HÀ VY", "HÀ VY"),
    ],
)
def test_what_stands_beside_an_author(line: str, author: str) -> None:
    """An office, a note's mark, a paper's short name and an hour are none of the name; a family name is."""
    assert author_in(line) == author


def test_the_hour_may_stand_above_the_day() -> None:
    """Each on a line of its own, they are one time; an hour with nothing beside it says none."""
    assert _page("Kinh tế", "10:15", "21/04/2020", TITLE, *TEXT).published == "2020-04-21T10:15"
    assert _page("Kinh tế", "21/04/2020", "10:15", TITLE, *TEXT).published == "2020-04-21T10:15"
    assert _page("Kinh tế", "21/04/2020", "10", ":", "15", TITLE, *TEXT).published == "2020-04-21T10:15"
    assert _page(TITLE, "10:15", *TEXT).published is None


def test_a_day_may_be_in_three_lines() -> None:
    """Day, month and year, as some templates set them in a box; three other numbers are none."""
    assert _page("05", "Th10", "2015", TITLE, *TEXT).published == "2015-10-05"
    assert _page("05", "10", "2015", TITLE, *TEXT).published is None


def test_a_post_of_a_blog_has_its_hour_below() -> None:
    """The day stands above the title, author and hour below the text; comments have days of their own."""
    comments = ("3 nhận xét:", "Út Lượm nói...", ONE, "08:12 Ngày 19 tháng 12 năm 2009")
    above = ("Bến cũ", "Trang chủ", "Tạp bút", "Thứ Sáu, ngày 18 tháng 12 năm 2009")
    article = _page(*above, TITLE, *TEXT, "Người đăng: Hà Vy vào lúc 22:41", *comments)
    assert (article.published, article.author, article.paragraphs) == ("2009-12-18T22:41", "Hà Vy", TEXT)


def test_a_section_between_ornaments() -> None:
    """They are none of its name."""
    for ornate in (".: Đời chợ :.", "::: Đời chợ"):
        assert _page("Trang nhất | Chính trị | Đời chợ", ornate, TITLE, "12/10/2020", *TEXT).section == "Đời chợ"


def test_what_the_author_is_may_stand_below_the_name() -> None:
    """A degree with an institute is no caption and no text."""
    article = _page(TITLE, "12/10/2020", "LAN CHI", "TS, Viện Nước ngọt miền Tây", *TEXT)
    assert (article.author, article.captions, article.paragraphs) == ("LAN CHI", (), TEXT)


@pytest.mark.parametrize("stamp", ["Bến Tre\n", "Bến Tre"])
def test_a_place_by_itself_stands_before_the_lead(stamp: str) -> None:
    """It is no author and no text, be the lead glued to it or below it; without it, this lead is not told as one."""
    article = _page(TITLE, "12/10/2020", f"{stamp}{LEAD}", *TEXT)
    assert (article.author, article.lead, article.paragraphs) == (None, LEAD, TEXT)


def test_a_place_in_capitals_opens_a_lead() -> None:
    """Papers have it there; other words in capitals show nothing."""
    told = "Trạm nhắn tin cho ba trăm hộ. Ông Ba Thược đo mỗi sáng. Nước lên sớm hơn mọi năm một tháng rưỡi trời."
    assert _page(TITLE, "12/10/2020", f"BẾN TRE {told}", *TEXT).lead == f"BẾN TRE {told}"
    assert _page(TITLE, "12/10/2020", f"NÓNG {told}", *TEXT).lead is None


def test_the_agency_behind_the_last_sentence_is_the_source() -> None:
    """Its name is no text; an abbreviation that is no agency's stays."""
    article = _page(TITLE, "12/10/2020", ONE, TWO, f"{THREE} (TTXVN)")
    assert (article.source, article.paragraphs) == ("TTXVN", TEXT)
    assert _page(TITLE, "12/10/2020", ONE, TWO, f"{THREE} (TTMN)").paragraphs[-1] == f"{THREE} (TTMN)"
    assert source_in("(GMT+7)") is None


@pytest.mark.parametrize(
    "parts", [("Giá cả\nNông sản miền Tây\nThương lái"), ("Giá cả\tNông sản miền Tây\tThương lái")]
)
def test_a_section_over_its_parts(parts: str) -> None:
    """The menu's entry that stands again above the title, its parts behind it, is the section; a whole menu is none."""
    menu = ("Thời sự", "Đời chợ", "Miệt vườn", "Sông nước", "")
    joint = "\t" if "\t" in parts else "\n"
    assert _page(*menu, f"Đời chợ{joint}{parts}", "", TITLE, "12/10/2020", *TEXT).section == "Đời chợ"


def test_controls_that_were_glued_or_tell_how_to_use_a_player() -> None:
    """They are neither text nor author, and the lead stands above them as above any control."""
    controls = ("FacebookTwitterZaloIn bài viếtGoogle News", "-T / T / +T", "Video Player", "Nghe nội dung bài",
                "Nữ miền Nam", "This is a modal window.", "6 phút Thời gian đọc", "Current Time 00:00", "Mute",
                "Lên top", "Hết quảng cáo")  # fmt: skip
    for control in controls:
        assert Line(control, control).is_button, control
    glued = "Hà VyLan Chi viết"
    assert not Line(glued, glued).is_button
    player = "Use Up/Down Arrow keys to increase or decrease volume."
    article = _page(TITLE, "12/10/2020", "Video Player", "00:00", player, *TEXT, "Hà Vy")
    assert (article.author, article.paragraphs) == ("Hà Vy", TEXT)


def test_a_page_that_names_author_and_place_behind_labels() -> None:
    """``Tác giả, …``, ``Vai trò, …`` and where from: below the title and its picture they are facts of the page."""
    picture = ("Nguồn hình ảnh, Bốn Biển", "Chụp lại hình ảnh,", "Ông Ba Thược ở đầu vàm lúc rạng sáng")
    facts = ("Tác giả, Hà Vy", "Vai trò, Đài Bốn Biển", "Gửi từ Cồn Dơi", "6 tháng 5 2020")
    article = _page("Thời sự", "Đời sống", TITLE, *picture, "Thông tin bài viết", *facts, *TEXT)
    assert (article.title, article.author, article.published) == (TITLE, "Hà Vy", "2020-05-06")
    assert (article.paragraphs, article.captions) == (TEXT, picture[2:])


def test_who_wrote_an_interview_down_may_stand_below_a_pointer() -> None:
    """The last line above the lists of other pages still names the author, where a video stands before it."""
    pointer = ("Mời bạn xem tiếp video:", "Mặn lên sớm ở miền Tây")
    article = _page(
        TITLE, "12/10/2020", *TEXT, *pointer, "Hà Vy (thực hiện)", "Tin cùng chuyên mục", "Sầu riêng rớt giá"
    )
    assert (article.author, article.paragraphs) == ("Hà Vy", TEXT)


def test_capitals_at_the_top_name_the_site() -> None:
    """Though its words stand in the text; the title is the line beside the date, and the authors' is none."""
    site = "CƠ QUAN CỦA HỘI NGƯỜI TRỒNG MẬN CỒN DƠI"
    told = (f"{ONE} Hội người trồng mận của Cồn Dơi mừng.", TWO, THREE)
    article = _page(site, "Thời sự", "Đời chợ", TITLE, "12/10/2020 08:15", "HÀ VY, LAN CHI và TRẦN VĂN BẢY", *told)
    assert (article.title, article.author) == (TITLE, "HÀ VY, LAN CHI và TRẦN VĂN BẢY")


def test_a_letter_says_first_how_to_read_it() -> None:
    """``Không đọc được thư này?`` is no title, whatever stands below it."""
    article = _page("Không đọc được thư này? Xem trên trình duyệt", TITLE, "12/10/2020", *TEXT)
    assert article.title == TITLE


def test_the_words_of_a_picture_below_the_title_are_no_title() -> None:
    """Above the line that says whose the picture is; a title right above that line is one."""
    picture = ("Ông Ba Thược của Cồn Dơi ở đầu vàm đo nước mặn", "Nguồn hình ảnh, Bốn Biển")
    assert _page("Thời sự", "Đời sống", TITLE, *picture, "6 tháng 5 2020", *TEXT).title == TITLE
    assert _page("Thời sự", "Đời sống", TITLE, picture[1], "6 tháng 5 2020", *TEXT).title == TITLE


def test_a_menu_between_title_and_date_is_no_lead() -> None:
    """However long it is, and though the date stands below it."""
    menu = "   ".join(("Trang chủ", "Chính trị", "Xã hội", "Giáo dục", "Kinh tế", "Văn hóa", "Quốc tế", "Khoa học"))
    article = _page(TITLE, f"{menu}   CNTT - Viễn thông   Bạn đọc", "12/10/2020 08:15", *TEXT)
    assert (article.lead, article.paragraphs, article.published) == (None, TEXT, "2020-10-12T08:15")


def test_a_menu_that_ends_where_its_entry_stands_twice() -> None:
    """What follows are the parts of that section, one below the other."""
    menu = ("Thời sự", "Đời chợ", "Miệt vườn", "Đời chợ", "Đời chợ")
    assert _page(*menu, "Giá cả", "Nông sản miền Tây", "Thương lái", TITLE, "12/10/2020", *TEXT).section == "Đời chợ"


@pytest.mark.parametrize("agency", ["( BTĐT ) - ", "BenTreNet - ", "(Bến Tre) - "])
def test_how_agencies_open_a_lead(agency: str) -> None:
    """With spaces inside the parentheses, in letters of both sizes, in words."""
    article = _page(TITLE, "12/10/2020", f"{agency}{LEAD}", *TEXT)
    assert (article.source, article.lead) == (agency.strip(" ()-"), LEAD)
    assert source_in("Theo dõi bentre.example trên") is None


def test_the_motto_below_the_site_s_name_is_no_title() -> None:
    """It stands above the visit's day; the title stands beside another."""
    above = ("Báo Cồn Dơi", "Diễn đàn của người trồng mận", "Chủ nhật, 12:05 GMT+7 - 18/10/2020")
    article = _page(*above, "Đời chợ", "09:26 | 12/10/2020", TITLE, *TEXT)
    assert (article.title, article.published) == (TITLE, "2020-10-12T09:26")


def test_who_took_the_pictures_wrote_the_text() -> None:
    """A name of two words below a pointer is the author's where captions have it, too."""
    picture = "Ông Ba Thược ở đầu vàm. Ảnh: Hà Vy."
    below = ("Mời quý độc giả xem video: Mặn về miền Tây.", "Hà Vy", "Bình luận(0)")
    assert _page(TITLE, "12/10/2020", ONE, picture, TWO, THREE, *below).author == "Hà Vy"
    assert _page(TITLE, "12/10/2020", ONE, TWO, THREE, *below).author is None


def test_marks_of_editors_programs_and_credits_of_magazines() -> None:
    """``[caption …]`` goes, what stands inside it is the caption; who dressed and photographed is no text."""
    shortcode = '[caption id="attachment_8" align="aligncenter"] Ông Ba Thược ở đầu vàm [/caption]'
    article = _page(TITLE, "12/10/2020", "Bài: Hà Vy", "Nhiếp ảnh: Lan Chi", "Stylist: Út Lượm", ONE, shortcode, TWO)
    assert (article.author, article.captions) == ("Hà Vy", ("Ông Ba Thược ở đầu vàm",))
    assert article.paragraphs == (ONE, TWO)


def test_the_last_step_of_a_path_may_say_nothing() -> None:
    """``Chi tiết tin`` is no section."""
    path = ("Trang chủ", "Tin tức", "Văn hóa - Xã hội", "Chi tiết tin")
    assert _page(*path, TITLE, "12/10/2020", *TEXT).section == "Văn hóa - Xã hội"


def test_a_headline_whose_second_line_is_short() -> None:
    """Right above the date two words in small letters go on with it; elsewhere so few may be anything."""
    assert _page(TITLE, "trồng mận", "12/10/2020", *TEXT).title.split("\n") == [TITLE, "trồng mận"]
    assert _page(TITLE, "trồng mận", LEAD, *TEXT).title == TITLE
    assert _page(TITLE, "theo baosong.vn", "12/10/2020", *TEXT).title == TITLE


def test_what_somebody_in_office_does_is_no_byline() -> None:
    """Below the first paragraph such a line is a picture's caption, and the paragraph above it no lead for its sake."""
    shown = "Ông Đoàn Văn Thược – Bí thư xã, Chủ tịch Hội Nông dân phát biểu tại buổi dựng trạm"
    article = _page("Tin xã", TITLE, ONE, shown, TWO, THREE)
    assert (article.author, article.lead, article.captions, article.paragraphs) == (None, None, (shown,), TEXT)
    assert author_in("Đoàn Văn Thược – Bí thư xã phát biểu") is None


def test_an_agency_in_parentheses_on_a_line_of_its_own() -> None:
    """It opens the text below it, as it would in one line."""
    article = _page(TITLE, "12/10/2020", "(Quê Mới)", ONE, TWO, THREE)
    assert (article.source, article.lead, article.paragraphs) == ("Quê Mới", ONE, (TWO, THREE))


def test_a_label_above_the_author_s_name() -> None:
    """They belong together, and what stands below them is read on."""
    article = _page(TITLE, "Tác giả:", "Hà Vy", "Xuất bản: 14:18 09/10/2024", ONE, TWO, THREE)
    assert (article.author, article.published) == ("Hà Vy", "2024-10-09T14:18")


def test_points_that_a_program_made_of_the_text() -> None:
    """Nobody wrote them, as their heading says; points below other headings stay."""
    made = ("TÓM TẮT BẰNG AI", "- Bè tre đã neo.", "- Không ai vay vốn.")
    assert "- Bè tre đã neo." not in _page(TITLE, "12/10/2020", ONE, *made, TWO, THREE).paragraphs
    assert "- Bè tre đã neo." in _page(TITLE, "12/10/2020", ONE, "Ba việc đã xong:", *made[1:], TWO, THREE).paragraphs


def test_a_place_and_a_button_behind_the_author() -> None:
    """Both are cut off the name: where the writer lives, and what a page shares it with."""
    article = _page(TITLE, "12/10/2020", ONE, TWO, THREE, "Hà Vy (Q.Gò Vấp)Chia sẻ bài viết")
    assert (article.author, article.paragraphs) == ("Hà Vy", (ONE, TWO, THREE))


def test_words_for_a_picture_in_front_of_its_caption() -> None:
    """Glued to one another they begin alike, and the caption alone is kept; a name that comes again parts nothing."""
    caption = "Ông Ba Thược đo mặn ở đầu vàm lúc bốn giờ sáng. Ảnh: Hà Vy"
    article = _page(TITLE, "12/10/2020", ONE, f"Ông Ba Thược đo mặn {caption}", TWO, THREE)
    assert article.captions == (caption,)
    named = "Cồn Dơi nhìn từ trạm đo mặn mới dựng trên bờ bắc của Cồn Dơi. Ảnh: Hà Vy"
    assert _page(TITLE, "12/10/2020", ONE, named, TWO, THREE).captions == (named,)
