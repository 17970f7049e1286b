"""What stands between the paragraphs of a text: boxes of other pages' titles, verses, the places of pictures."""

from __future__ import annotations

import pytest

from corpus.article import Article
from corpus.text.lines import Line
from corpus.text.open_quotations import lines_in_quotations
from corpus.text.page import read_text_page

TITLE = "Bến Vạc dựng lại đội ghe đua sau mười năm"
ONE = "Chiều ba mươi, đội ghe đua Bến Vạc hạ thủy chiếc ghe mới dài hai mươi mốt mét, đóng từ gỗ sao trong vườn chùa."
TWO = (
    "Ông Lượng, người cầm lái già nhất của Bến Vạc, bảo ghe đua phải để ba con nước mới biết nó có nghe lời hay không."
)
THREE = (
    "Đội ghe có bốn mươi tay chèo, nửa là thanh niên đi làm xa mới về ăn tết, chiều nào cũng ra sông tập đến tối mịt."
)
FOUR = (
    "Mười năm trước, ghe cũ của Bến Vạc gãy đôi giữa cuộc đua, từ đó làng không còn ghe, tay chèo cũng tản đi khắp nơi."
)
OTHERS = ("Vì sao hồ Cống cạn giữa mùa mưa?", "Chợ huyện mở phiên đêm cuối năm")


def _read(*lines: str) -> Article:
    return read_text_page("\n".join((TITLE, "12/10/2020", *lines)), "a.txt", "/a.txt")


@pytest.mark.parametrize("heading", ["TIN BÀI KHÁC", "Tin, bài liên quan", "Đọc nhiều nhất", "Bài viết cùng chủ đề"])
def test_the_text_goes_on_behind_a_box(heading: str) -> None:
    """Paragraph upon paragraph in the article's words follow the titles: the box stands in the middle of the text."""
    assert _read(ONE, TWO, THREE, heading, *OTHERS, FOUR, THREE.replace("bốn mươi", "hai mươi")).paragraphs == (
        ONE, TWO, THREE, FOUR, THREE.replace("bốn mươi", "hai mươi"),
    )  # fmt: skip


def test_the_text_ends_above_a_box() -> None:
    """Teasers stand below a title each, and where the author's name stands above the box nothing more is text."""
    teasers = (
        "Trời mưa to mà lòng hồ trơ đáy, cả xã đi xin nước từng can ở giếng chùa.",
        "Phiên chợ mở lúc tám giờ tối, bán toàn rau của trường học trên núi.",
    )
    box = ("TIN BÀI KHÁC", OTHERS[0], teasers[0], OTHERS[1], teasers[1])
    assert _read(ONE, TWO, THREE, FOUR, *box).paragraphs == (ONE, TWO, THREE, FOUR)
    alike = (
        "Đội ghe nào cũng xuống nước chiều ba mươi, trừ một chiếc.",
        "Chiều ba mươi cả làng ra sông coi ghe mới.",
    )
    for below in (teasers, alike):
        article = _read(ONE, TWO, THREE, "Hà Vy", "TIN BÀI KHÁC", *OTHERS, *below)
        assert (article.author, article.paragraphs) == ("Hà Vy", (ONE, TWO, THREE))


def test_half_of_a_text_that_lost_its_point_is_text() -> None:
    """A paragraph counts as text by its length, too, so that a box in the middle is not taken for the end."""
    rest = f"{TWO} {THREE} {FOUR} {TWO} {THREE} Bài, ảnh: Hà Vy"
    assert _read(ONE, "Tin liên quan", *OTHERS, "", rest, "Lượt xem: 12", "Tin khác", *OTHERS * 3).paragraphs == (
        ONE,
        rest,
    )


def test_titles_in_a_box_that_open_as_a_template_does() -> None:
    """``Trụ sở …`` and ``Tin nóng …`` are no end of the page where the text goes on behind the box they stand in."""
    box = (
        "Tin liên quan",
        "Trụ sở hợp tác xã Gò Sành gặp sự cố mất điện",
        "Tin nóng ngày mới: Cầu phao nối lại hai bờ",
    )
    assert _read(ONE, TWO, *box, THREE, FOUR).paragraphs == (ONE, TWO, THREE, FOUR)


def test_sentences_above_the_author_s_name_are_text() -> None:
    """Whatever they speak of: behind a box they are the end of the text."""
    rest = (
        "Hôm ấy có người bật khóc.",
        "Chuyện cũ ai cũng quên, riêng má tôi thì chưa bao giờ quên được.",
        "Má kể vậy.",
    )
    article = _read(ONE, TWO, THREE, "Tin liên quan", *OTHERS, *rest, "Hà Vy", "Lượt xem: 12", "Tin khác", *OTHERS)
    assert (article.author, article.paragraphs) == ("Hà Vy", (ONE, TWO, THREE, *rest))


def test_who_has_spoken_speaks_on_behind_a_box() -> None:
    """A line that opens with the name of somebody with two turns above is his next one."""
    above = ("Sáu Lúa: Ghe mới coi bộ nặng quá ông.", "Bảy Chèo: Nặng mới đằm.", "Sáu Lúa: Ờ, đằm thì khó bẻ lái.",
             "Bảy Chèo: Khó thì tập.")  # fmt: skip
    below = ("Sáu Lúa: Tập tới chừng nào?", "Bảy Chèo: Chừng nào thôi hỏi.")
    article = _read(ONE, *above, "Tin liên quan", *OTHERS, *below, "Lượt xem: 12", "Tin khác", *OTHERS)
    assert article.paragraphs[-2:] == below


def test_a_name_torn_from_its_sentence_ends_no_text() -> None:
    """Only what stands below the last paragraph is an author's line."""
    assert FOUR in _read(ONE, TWO, "Cô Th.", f"- {THREE}", "Tin liên quan", *OTHERS, FOUR, ONE).paragraphs


def test_other_pages_leads_open_with_the_same_agency() -> None:
    """They and the titles above them are no text; where each of many paragraphs opens so, they are news in brief."""
    teaser = "TMO - Bè nuôi cá ở hồ Cống trôi một đêm ba cây số, chủ bè tìm được nhờ tiếng chó sủa giữa sương."
    article = _read(f"TMO - {ONE}", TWO, OTHERS[1], teaser, THREE, FOUR)
    assert (article.source, article.lead, article.paragraphs) == ("TMO", ONE, (TWO, THREE, FOUR))
    brief = tuple(f"TMO - {text}" for text in (TWO, THREE, FOUR))
    assert _read(f"TMO - {ONE}", *brief).paragraphs == brief
    mixed = _read(f"TMhO - {ONE}", TWO, THREE, FOUR)
    assert (mixed.source, mixed.lead) == ("TMhO", ONE)


def test_what_is_pulled_out_with_its_speaker() -> None:
    """Words without marks that stand again below, above the name of who says them, are shown once; a heading stays."""
    said = "ghe đua phải để ba con nước mới biết nó có nghe lời hay không"
    assert _read(ONE, said, "Ông Lượng, người cầm lái", THREE, TWO, FOUR).paragraphs == (ONE, THREE, TWO, FOUR)
    assert said in _read(ONE, said, TWO, THREE, FOUR).paragraphs


def test_the_text_goes_on_in_other_words() -> None:
    """Two paragraphs, one below the other, need share little with the few that stand above the box."""
    rest = (
        "Trống nổi lên từ đầu cồn, người già bảo nhau đứng lùi vào bóng cây cho bọn trẻ chen ra phía trước mà coi.",
        "Sang xuân mấy xã bên cũng rục rịch gom gỗ, nghe đâu ngoài chợ thợ đóng thuyền không còn ai rảnh tay cả.",
    )
    assert _read(ONE, TWO, THREE, "Tin liên quan", *OTHERS, *rest).paragraphs == (ONE, TWO, THREE, *rest)


def test_titles_and_captions_round_a_box() -> None:
    """A title in the article's words goes with one that is not beside it; a pointer has its title, and no more."""
    titles = ("Đội ghe đua Bến Vạc và những tay chèo già", "Kỷ lục bơi chải miền Bắc bị phá sau nửa thế kỷ")
    assert _read(ONE, TWO, *titles, THREE, FOUR).captions == ()
    assert _read(ONE, TWO, *titles, THREE, FOUR).paragraphs == (ONE, TWO, THREE, FOUR)
    pointer = "Đọc thêm: Kỷ lục bơi chải miền Bắc bị phá sau nửa thế kỷ"
    assert _read(ONE, TWO, pointer, "Lớp trẻ trở lại", THREE, FOUR).paragraphs == (
        ONE,
        TWO,
        "Lớp trẻ trở lại",
        THREE,
        FOUR,
    )


def test_a_caption_that_is_a_sentence_below_a_box() -> None:
    """Between it and the paragraph above stand only titles of other pages."""
    long = tuple(f"{each} {ONE}" for each in (TWO, THREE, FOUR))
    caption = "Đội ghe Bến Vạc trên sông."
    article = _read(ONE, long[0], "TIN LIÊN QUAN", ">> Chợ huyện mở phiên", caption, *long[1:])
    assert (article.lead, article.captions, article.paragraphs) == (ONE, (caption,), long)


def test_an_empty_line_ends_a_box() -> None:
    """A heading of the text stands apart from the titles, which stand together."""
    article = _read(ONE, "", TWO, "", "Tin liên quan", *OTHERS, "", "Ghe và nước", "", THREE, "", FOUR)
    assert article.paragraphs == (ONE, TWO, "Ghe và nước", THREE, FOUR)


def test_points_that_nothing_announces_name_other_pages() -> None:
    """Below a paragraph stand two titles behind points; below a colon, or behind a dash, they are the author's."""
    points = tuple(f"• {other}" for other in (OTHERS[1], "Cầu tre Bến Vạc sắp bị tháo"))
    assert _read(ONE, TWO, *points, THREE, FOUR).paragraphs == (ONE, TWO, THREE, FOUR)
    announced = f"{TWO[:-1]}:"
    assert _read(ONE, announced, *points, THREE, FOUR).paragraphs == (ONE, announced, *points, THREE, FOUR)


def test_verses_inside_a_quotation_are_text() -> None:
    """A verse ends as captions do; the mark opened above and closed below tells it from these."""
    verses = ("«Ai về Bến Vạc mà coi", "Nước ròng bãi cạn, thuyền ai gác mái bên cồn", "Nước ròng rồi lại nước lên»")
    assert _read(ONE, TWO, *verses, THREE, FOUR).paragraphs == (ONE, TWO, *verses, THREE, FOUR)
    lines = [Line(verse, verse) for verse in (*verses, "“Mở mà không đóng", *OTHERS)]
    assert lines_in_quotations(lines) == {0, 1, 2}


@pytest.mark.parametrize("place", ["[ghe-dua.jpg]", "[Ảnh 1/3]", "ghe dua tren song.jpg", "[2020_ghe-dua]"])
def test_a_sentence_below_a_picture_s_place_is_its_caption(place: str) -> None:
    """What a program wrote for the picture shows it, and is no text itself."""
    caption = "Chiếc ghe mới rẽ nước trước sân chùa."
    article = _read(ONE, TWO, place, caption, THREE, FOUR)
    assert (article.paragraphs, article.captions) == ((ONE, TWO, THREE, FOUR), (caption,))
    assert _read(ONE, place, TWO, THREE, FOUR).captions == ()


def test_the_word_for_a_picture_before_its_caption() -> None:
    """``[Ảnh] …`` and ``Image caption …`` lead captions; an icon before a button leads none."""
    caption = "Chiếc ghe mới rẽ nước trước sân chùa (Ảnh: Hà Vy)"
    for shown in (caption, "Chiếc ghe mới và bốn mươi tay chèo."):
        for line in (f"[Ảnh] {shown}", f"Image caption {shown}"):
            assert _read(ONE, line, TWO, THREE).captions == (shown,)
    article = _read("[icon_in.gif] Bản in   [icon_thu.gif] Gửi bài viết", ONE, TWO, THREE)
    assert (article.captions, article.paragraphs) == ((), (ONE, TWO, THREE))


@pytest.mark.parametrize(
    ("line", "names_photo"),
    [
        ("Ghe mới rẽ nước trước sân chùa. Video: Hà Vy", True),
        ("Ghe mới rẽ nước trước sân chùa, nguồn ảnh: Hà Vy", True),
        ("Học qua màn hình: tiếng trống trong phòng khách", False),
        ("Video: Ghe mới rẽ nước", False),
    ],
)
def test_where_a_credit_stands_in_a_line(line: str, names_photo: bool) -> None:
    """Its word is written with a capital or stands behind a mark; any other word may end in it."""
    assert Line(line, line).names_photo is names_photo


def test_a_printer_s_line_above_each_sheet_is_no_text() -> None:
    """The title with the day before it and the site behind it comes again in the middle of the text."""
    head = f"12/10/2020                 {TITLE} - Quê Mới"
    article = read_text_page("\n".join((head, TITLE, "11/10/2020 08:15", ONE, TWO, head, THREE, FOUR)), "a.txt", "/a")
    assert (article.title, article.paragraphs, article.captions) == (TITLE, (ONE, TWO, THREE, FOUR), ())


def test_headings_and_notes_below_the_last_sentence_are_no_text() -> None:
    """Nobody ends a text with a heading; a note behind an asterisk says where it was printed."""
    article = _read(ONE, TWO, THREE, "(*) Bài đã in trên tập san Sông Nước.", "Đội ghe Bến Vạc", "Gắn thẻ #benvac nhé!")
    assert article.paragraphs == (ONE, TWO, THREE)


def test_a_newsletter_s_end() -> None:
    """Below a heading that points elsewhere and its titles, a sentence that speaks of something else is no text."""
    end = ("ĐỌC THÊM TRÊN QUÊ MỚI", *(f"» {other}" for other in OTHERS), "Bạn nhận thư này vì đã ghi tên trên trang.")
    assert _read(ONE, TWO, THREE, FOUR, "-" * 30, *end).paragraphs == (ONE, TWO, THREE, FOUR)


@pytest.mark.parametrize("control", ["Chia sẻ", "Đăng ký nhận bản tin Quê Mới", "Theo dõi Quê Mới trên Google News"])
def test_the_text_goes_on_behind_a_control(control: str) -> None:
    """A template may set one between two paragraphs; behind comments nothing goes on."""
    assert _read(ONE, TWO, control, THREE, FOUR).paragraphs == (ONE, TWO, THREE, FOUR)
    assert _read(ONE, TWO, THREE, "Bình luận (2)", FOUR, FOUR.lower()).paragraphs == (ONE, TWO, THREE)


def test_the_last_paragraph_stands_behind_a_box_and_above_the_author() -> None:
    """It is one alone and need not be in the article's words: the author's name below it says whose it is."""
    last = "Xuồng nhỏ nối đuôi nhau theo sau, trống dồn như hội."
    article = _read(ONE, TWO, THREE, "Tin liên quan", *OTHERS, f"{last} {last}", "Trần Hà Vy")
    assert (article.author, article.paragraphs) == ("Trần Hà Vy", (ONE, TWO, THREE, f"{last} {last}"))


def test_what_announces_nothing_is_no_text() -> None:
    """A label below the last sentence whose titles are left out goes with them."""
    assert _read(ONE, TWO, THREE, "Cùng số:", *OTHERS).paragraphs == (ONE, TWO, THREE)


@pytest.mark.parametrize(
    "line", ["Ảnh minh họa", "ẢNH: D.M", "QC", "3–4 minutes", "Trình phát video", "Nghe podcast: Bến"]
)
def test_lines_without_text_between_paragraphs(line: str) -> None:
    """Credits of two letters, advertisements, players and reading times are neither text nor captions."""
    article = _read(ONE, TWO, line, THREE, FOUR)
    assert (article.paragraphs, article.captions) == ((ONE, TWO, THREE, FOUR), ())


def test_buttons_that_differ_by_a_sign_are_no_caption_printed_twice() -> None:
    """``A+`` and ``A-`` stand below a lead."""
    assert _read(ONE, "A+", "A-", TWO, THREE).captions == ()


def test_a_caption_in_two_forms() -> None:
    """One form may be longer by what leads in and a word inside, and the fuller one is kept, once."""
    short = "Huyện Bến Vạc khen thưởng nhiều tay chèo, nhiều làng ven sông có công giữ gìn hội đua ghe xưa năm 2019"
    full = f"Dịp này, {short.replace('năm', 'trong năm')}."
    assert _read(ONE, full, short, "", TWO, THREE).captions == (full,)


def test_a_caption_between_brackets() -> None:
    """What a tool wrote for a picture may be its caption, by the photographer's name in it."""
    caption = "[Chiếc ghe mới trước sân chùa. Ảnh: NVCC]"
    assert _read(ONE, caption, TWO, THREE).captions == (caption,)


def test_marks_of_a_converter_s_own() -> None:
    """Backslashes before signs, boxes of the page and widths of pictures are no text."""
    page = (
        "[Trang chủ](/) \\> [Đời sống](/doi-song)", "::: {.noi-dung}", f"# {TITLE} {{.title}}", "Hà Vy \\| 12/10/2020",
        ONE,
        '![](/ghe.jpg){width="600"}', TWO, '\\"Ghe nghe lời rồi\\", ông nói.', THREE, ":::",
    )  # fmt: skip
    article = read_text_page("\n\n".join(page), "a.txt", "/a.txt")
    assert (article.title, article.author, article.section) == (TITLE, "Hà Vy", "Đời sống")
    assert article.paragraphs == (ONE, TWO, '"Ghe nghe lời rồi", ông nói.', THREE)
