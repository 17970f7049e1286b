"""What looks like furniture, a picture's place or another page, and is the article's own: nothing of it is lost."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.article import Article
from corpus.text.likeness import Subject
from corpus.text.lines import Line
from corpus.text.page import read_text_page
from corpus.text.picture_places import stands_for_picture
from corpus.text.plain_captions import plain_captions
from corpus.text.title_again import Again, title_again
from tests.corpus.test_heads_of_sites import LEAD, TEXT, TITLE

DATED = (TITLE, "12/10/2020 08:15", LEAD)


def _page(*lines: str) -> Article:
    return read_text_page("\n\n".join(lines), "a.txt", "/a.txt")


@pytest.mark.parametrize(
    "text", ["Trang chủ > Thời sự\nCù lao mùa nước nổi", "Cù lao mùa nước nổi năm nay đẹp lạ thường\n" * 2]
)
def test_a_page_of_hardly_anything_is_read(text: str) -> None:
    """Where no text follows, the title is still the title."""
    assert read_text_page(text, "a.txt", "/a.txt").title.startswith("Cù lao mùa nước nổi")


@pytest.mark.parametrize(
    ("title", "told"),
    [("iPhone 15 Pro Max về Việt Nam từ 29/9", "iPhone 15 Pro Max về Việt Nam từ 29/9 với giá từ 34 triệu đồng."),
     ("Xom Cau Dua gop cong lam duong", "Xom Cau Dua gop cong lam duong tu thang 3, theo loi ong truong xom.")],
)  # fmt: skip
def test_a_sentence_that_opens_as_the_title_does_stays(title: str, told: str) -> None:
    """A title that begins without accents is no line of an address, and what goes on to tell is no link."""
    assert told in _page(title, "12/10/2020 08:15", LEAD, TEXT[0], told, *TEXT[1:]).paragraphs


def test_the_title_without_accents_is_another_page_or_a_sentence() -> None:
    """An address has no end, and where the title begins without accents anyway, such a line is the text's."""
    bare = "nguoi dan ba giu giong lua mua o cu lao ap vong"
    assert title_again(Line("", f"{bare} moi nhat"), Line("", TITLE)) is Again.LINK
    assert title_again(Line("", f"{bare} da noi the."), Line("", TITLE)) is None
    title = "iPhone 15 Pro Max về Việt Nam từ 29/9"
    told = "với giá từ 34 triệu đồng, theo các nhà bán lẻ"
    for line in (f"{title} {told}", f"{title} {told} lớn ở cả hai miền mở bán trong đêm nay"):
        assert title_again(Line("", line), Line("", title)) is None
    assert title_again(Line("", f"{title} - Báo Quê"), Line("", title)) is Again.TITLE


def test_a_sentence_that_stands_twice_behind_the_lead_stays() -> None:
    """It is a caption there, as the lead is another line."""
    twice = (
        "Sáng nay, đoàn công tác của huyện đã tới thăm ruộng lúa mùa của bà Chín Nhạn và tặng bà một chiếc xuồng mới "
        "để đi lại trong mùa nước nổi."
    )
    article = _page(*DATED, twice, twice, *TEXT)
    assert (article.lead, article.captions, article.paragraphs) == (LEAD, (twice,), TEXT)


@pytest.mark.parametrize(
    "told",
    ["Các trường bắt buộc học sinh mặc đồng phục cũng phải xin ý kiến phụ huynh, ông Tấn nói.",
     "Email của bạn sẽ bị khóa trong 24 giờ nếu không bấm vào đây, tin nhắn lừa đảo viết."],
)  # fmt: skip
def test_a_sentence_that_opens_as_a_form_does_ends_nothing(told: str) -> None:
    """The form below an article says more of itself."""
    assert _page(*DATED, *TEXT, told, TEXT[0][::-1]).paragraphs[4] == told
    form = "Email của bạn sẽ không được hiển thị công khai. Các trường bắt buộc được đánh dấu *"
    assert _page(*DATED, *TEXT, form).paragraphs == TEXT


@pytest.mark.parametrize("short", ["C. Đúng", "A. Huế", "V. Putin", "I. Thơ"])
def test_a_letter_and_a_word_inside_the_text_stay(short: str) -> None:
    """Answers and headings look as initials before a given name do, which sign a text at its end."""
    assert short in _page(*DATED, *TEXT[:2], short, *TEXT[2:]).paragraphs
    article = _page(TITLE, "12/10/2020 08:15", LEAD, *TEXT, "N. Lam")
    assert (article.author, article.paragraphs) == ("N. Lam", TEXT)


def test_a_sentence_about_pictures_announces_none() -> None:
    """What stands below it are paragraphs, however short; below a heading with a colon stand captions."""
    told = "Phóng viên ghi lại những hình ảnh trong ngày nước lên."
    short = ("Bà Chín chống xuồng ra đồng xem con nước từ lúc trời còn chưa sáng hẳn.",
             "Mấy đứa cháu theo bà ra tới đầu kinh thì quay về nhà ăn sáng.")  # fmt: skip
    assert set(short) <= set(_page(*DATED, *TEXT, told, *short).paragraphs)


def test_an_event_with_its_hour_is_no_line_of_the_date() -> None:
    """The hour of an opening is not when the page was published, and the line stays."""
    event = "Khai mạc lúc 8h00 ngày 15/10/2020 tại Nhà văn hóa xã Ấp Vồng cũ"
    article = _page(TITLE, event, LEAD, *TEXT)
    assert article.published is None
    assert event in (*article.paragraphs, *article.captions)


@pytest.mark.parametrize(
    "title",
    ["Trực tiếp Việt Nam - Thái Lan lúc 19h30 ngày 15/10/2020", "Lịch cắt điện Ấp Vồng từ 8h00 ngày 15/10/2020",
     "Giá vàng hôm nay 12/10/2020 8:30"],
)  # fmt: skip
def test_the_hour_of_an_event_stays_in_the_title(title: str) -> None:
    """Words before it say what it is the hour of."""
    assert _page(title, LEAD, *TEXT).title == title


def test_the_hour_at_the_end_of_a_title_that_has_a_date_below() -> None:
    """That date is the page's, and the title's own stays; in parentheses, or without another date, it is the page's."""
    title = "Giá vàng phiên 12/10/2020 8:30"
    article = _page(title, "12/10/2020 08:15", LEAD, *TEXT)
    assert (article.title, article.published) == (title, "2020-10-12T08:15")
    assert _page(f"{TITLE} (12/10/2020)", "Thứ Ba, 13/10/2020", LEAD, *TEXT).title == TITLE
    glued = _page(f"{TITLE} 12/10/2020 8:30", LEAD, *TEXT)
    assert (glued.title, glued.published) == (TITLE, "2020-10-12T08:30")


def test_readers_below_the_text_wrote_no_article() -> None:
    """A name below the heading of the comments is a reader's."""
    assert _page(*DATED, *TEXT, "Bình luận (2)", "Nguyễn Văn An", "Hay quá bà ơi").author is None


@pytest.mark.parametrize("title", ["Công Phượng HAGL", "Đại Học FPT", "Bảng Xếp Hạng FIFA"])
def test_capital_words_before_an_abbreviation_are_no_author(title: str) -> None:
    """Among titles of other pages a family name has to stand first, or something parts the two."""
    article = _page(*DATED, *TEXT, "Lúa mùa được giá", title)
    assert article.source is None
    for signed in ("Nguyễn Lam TTXVN", "Lam Anh (TTXVN)"):
        assert _page(*DATED, *TEXT, "Lúa mùa được giá", signed).source == "TTXVN"


@pytest.mark.parametrize("title", ["Báo động tình trạng cháy rừng", "Đài Loan dỡ bỏ lệnh cấm"])
def test_a_title_that_opens_as_papers_do_is_no_source(title: str) -> None:
    """``Báo`` and ``Đài`` open other words, too."""
    assert _page(*DATED, *TEXT, title).source is None
    assert _page(*DATED, *TEXT, "Báo Quê Mới").source == "Báo Quê Mới"


def test_the_paper_beside_the_date_is_no_section() -> None:
    """``Theo`` names whose text it is."""
    article = _page(TITLE, "12/10/2020 08:15 | Theo báo Quê Mới", LEAD, *TEXT)
    assert (article.source, article.section) == ("báo Quê Mới", None)


def test_a_line_of_files_or_figures_is_looked_at_once() -> None:
    """However a line repeats what stands for pictures, an answer comes: parting it in every way would take hours."""
    for line in ("a.jpg" * 39 + "xk", "0" * 199 + "g", "a.jpg " * 30 + "xk"):
        assert not stands_for_picture(line)
    assert stands_for_picture("a.jpg b.pngPhóng to")
    assert stands_for_picture(" ".join(["0f1e2d3c4b5a69788796a5b4c3d2e1f0"] * 3))


@given(st.lists(st.text("ab ", min_size=1, max_size=12), min_size=1, max_size=6), st.text("ab ", max_size=20))
def test_pairs_are_the_same_however_many_are_asked_for(texts: list[str], asked: str) -> None:
    """Looked for in the text or in a set of all of them, the share of known pairs is one."""
    lines = [Line(text, text) for text in texts]
    line = Line(asked, asked)
    few, many = Subject(lines), Subject(lines)
    for _ in range(600):
        many.shared_pairs(Line("a b a b", "a b a b"))
    assert few.shared_pairs(line) == many.shared_pairs(line)


def test_only_above_running_text_a_first_sentence_is_a_caption() -> None:
    """Above a long line that is no text nothing tells what the sentence is."""
    seen, text = "Cây lúa mùa vươn theo con nước.", [f"{told} Nước về trắng đồng, lúa vươn theo." for told in TEXT]
    heading = "Người đàn bà giữ giống lúa mùa ở cù lao và những đứa cháu theo nghề của bà"
    assert 0 in plain_captions([Line(line, line) for line in (seen, *text)])
    assert 0 not in plain_captions([Line(line, line) for line in (seen, heading, *text)])


def test_a_long_line_that_lost_its_point_is_a_paragraph() -> None:
    """Captions that nothing but their lack of an end shows are shorter."""
    long = " ".join(["Bà Chín Nhạn chống xuồng ra đồng Ấp Vồng thăm ruộng lúa mùa"] * 4)
    assert long in _page(*DATED, *TEXT[:2], long, *TEXT[2:]).paragraphs


@pytest.mark.parametrize("heading", [[], ["Giá lúa sáng nay"]])
def test_the_cells_of_a_table_on_lines_of_their_own(heading: list[str]) -> None:
    """Figures between names, as many behind each, are a table's; alone they would be a page's counters."""
    cells = ["Xã", "Giá (đồng/kg)", "Thay đổi", "Vọng Đông", "6.100", "+300", "Vọng Thê", "5.900", "+250"]
    cells += ["Ba Thê", "6.000", "0"]
    article = _page(*DATED, TEXT[0], *heading, *cells, *TEXT[1:])
    assert article.paragraphs == (TEXT[0], *heading, *cells, *TEXT[1:])
    assert article.captions == ()


def test_figures_that_are_no_table() -> None:
    """Counters and controls between two paragraphs repeat nothing, be they as short."""
    between = ["Chia sẻ", "1.204", "Bình luận", "Lưu", "17", "In bài", "3"]
    assert _page(*DATED, TEXT[0], *between, *TEXT[1:]).paragraphs == (TEXT[0], *TEXT[1:])


def test_words_of_somebody_with_who_says_them_are_no_title() -> None:
    """A line that breaks off behind somebody's words names no other page, though the text speaks of other things."""
    said = "“Tui lấy chồng ở làng này, thấy ổng đánh đầu vô mà muốn rớt tim”, bà"
    article = _page(*DATED, *TEXT, said, "Lê Thị Hường, vợ của Lành, cười nói.", TEXT[0])
    assert said in (*article.paragraphs, *article.captions)


def test_a_line_that_breaks_off_before_a_name() -> None:
    """In a text wrapped at a column a paragraph goes on behind ``bà``, though a name begins with a capital."""
    said = "“Tôi ngồi bến này từ thuở tóc xanh tới giờ bạc trắng hết”, bà\nLê Thị Út, bán nước ở bến đò, nói."
    wrapped = "\n\n".join((*(textwrap.fill(text, 66) for text in TEXT), said, textwrap.fill(TEXT[0], 66)))
    article = read_text_page(f"{TITLE}\n\n12/10/2020 08:15\n\n{wrapped}", "a.txt", "/a.txt")
    texts = [" ".join(each.split()) for each in (article.lead or "", *article.paragraphs)]
    assert " ".join(said.split()) in texts


def test_what_the_author_says_in_parentheses_at_the_end() -> None:
    """It is text, and no name of another page; what says where the text goes on is none."""
    aside = "(Viết nhân ngày giỗ bà Tư, mùa nước nổi năm 2009)"
    assert _page(*DATED, *TEXT, aside).paragraphs[-1] == aside
    assert _page(*DATED, *TEXT, "(Còn tiếp ở số báo sau)").paragraphs == TEXT


def test_figures_behind_colons_at_the_end() -> None:
    """Several of them with their heading are the article's, and counters of the page are not."""
    box = ("Rừng tràm của huyện", "Năm 1990: 7.130 ha", "Năm 2005: 6.080 ha", "Năm 2018: 5.540 ha")
    assert _page(*DATED, *TEXT, *box, "Hà Vy").paragraphs == (*TEXT, *box)
    assert _page(*DATED, *TEXT, "Lượt xem: 1.204", "Bình luận: 17", "Hà Vy").paragraphs == TEXT


def test_the_text_behind_a_pointer_to_one_other_page() -> None:
    """``Tin liên quan:`` with a title in one line stands between two paragraphs of any words."""
    other = "Tổ công tác đã lập mười bốn biên bản, chuyển hồ sơ bốn vụ lên huyện để xử lý theo thẩm quyền."
    pointer = "TIN LIÊN QUAN: Tuần tra đêm ở cửa rạch (09/07)"
    assert _page(*DATED, *TEXT, pointer, other).paragraphs == (*TEXT, other)


def test_who_asks_is_no_author() -> None:
    """Below a reader's question stands the reader's name, and below the answer that of who answers."""
    asked = "Hỏi: Tôi làm ruộng thuê đã năm năm, nay chủ đất đòi lại giữa vụ thì có được bồi thường công cày bừa không?"
    answered = (
        "Trả lời: Theo quy định, bà được thanh toán công sức đã bỏ ra, hai bên tự thỏa thuận về số tiền phải trả."
    )
    article = _page(TITLE, "Cập nhật: 12/10/2020", asked, "Lê Thị Mận (xã Vọng Thê)", answered, *TEXT, "Luật sư Hà Vy")
    assert article.author == "Hà Vy"
    assert (asked, answered) == (article.paragraphs[0], article.paragraphs[2])


def test_figures_behind_colons_between_paragraphs() -> None:
    """They are points of the article's; a table keeps the text behind it, though its title heads boxes elsewhere."""
    points = ("Nhà thờ họ: 45 triệu đồng", "Bà con trong xóm: 412 triệu đồng", "Con em ở xa: 90 triệu đồng")
    assert _page(*DATED, TEXT[0], *points, *TEXT[1:]).paragraphs == (TEXT[0], *points, *TEXT[1:])
    cells = ["Đội", "Trận", "Điểm", "Vọng Đông", "1", "3", "Vọng Thê", "1", "0", "Ba Thê", "1", "1"]
    article = _page(*DATED, *TEXT, "Xếp hạng sau lượt đầu", *cells, TEXT[0], "Hà Vy")
    assert article.paragraphs == (*TEXT, "Xếp hạng sau lượt đầu", *cells, TEXT[0])
