"""Titles of other pages that a page shows for what they are: listed below the text, boxed below the lead, numbered."""

from __future__ import annotations

import pytest

from corpus.article import Article
from corpus.text.lines import Line
from corpus.text.other_titles import other_parts
from corpus.text.page import read_text_page

TITLE = "Xóm Lưới giữ nghề đan lờ tre - Kỳ 2: Những chiếc lờ cuối mùa"
LEAD = "Mười hai hộ ở xóm Lưới còn đan lờ tre. Mỗi mùa nước họ bán chừng ba trăm chiếc. Nghề này không nuôi nổi ai cả?"
ONE = (
    "Ông Tư Kiệm vót nan từ tờ mờ sáng, ngồi bệt trên thềm đất, hai tay thoăn thoắt như người ta bện tóc cho cháu đi "
    "học."
)
TWO = (
    "Mỗi chiếc lờ cần bốn mươi nan tre già, hun khói ba đêm cho mọt khỏi ăn, rồi mới đan hom và cạp miệng bằng dây "
    "mây rừng."
)
THREE = (
    "Cá linh năm nay về muộn, người mua lờ cũng thưa, nhưng xóm Lưới vẫn treo đầy nan tre ngoài hiên như mọi mùa nước "
    "cũ."
)
TEXT = (ONE, TWO, THREE)
OTHER = "Chợ cá đêm Vàm Sông dời về bến mới"
STRANGE = "Đội bóng huyện thắng đậm trận khai mạc giải trẻ"


def _read(*lines: str) -> Article:
    return read_text_page("\n".join((TITLE, "12/10/2020", *lines)), "a.txt", "/a.txt")


@pytest.mark.parametrize("mark", ["", "• ", "- "])
def test_a_line_that_stands_again_in_a_list_below_names_another_page(mark: str) -> None:
    """It does so whatever it speaks of, and however the list is marked; one that stands nowhere else is a heading."""
    heading = "Những chiếc lờ của ông Tư Kiệm"
    below = ("Tin cùng chuyên mục", f"{mark}{heading}", f"{mark}{OTHER}")
    assert _read(ONE, TWO, heading, THREE, *below).paragraphs == TEXT
    assert heading in _read(ONE, TWO, heading, THREE, below[0], below[2]).paragraphs
    ended = "Nghề này còn ai giữ."
    assert ended in _read(ONE, TWO, ended, THREE, below[0], ended).paragraphs


def test_titles_below_the_first_paragraph_show_it_to_be_the_lead() -> None:
    """So sites set a box there; one of the titles may speak of what the text speaks of, and the last be a heading."""
    near = "Xóm Lưới vào mùa nước"
    article = _read(LEAD, near, STRANGE, *TEXT)
    assert (article.lead, article.paragraphs) == (LEAD, TEXT)
    assert _read(LEAD, STRANGE, near, *TEXT).paragraphs == (near, *TEXT)
    assert _read(LEAD, *TEXT).lead is None
    assert _read(LEAD, "Xóm Lưới vào mùa nước", *TEXT).lead is None


def test_another_part_of_the_series_is_another_page() -> None:
    """It opens as the title does and has another number; a line with the same number is the article's."""
    other = "Xóm Lưới giữ nghề đan lờ tre - Kỳ 1: Tre già hun khói"
    assert _read(ONE, TWO, other, THREE).paragraphs == TEXT
    lines = [Line(each, each) for each in (other, other.replace("Kỳ 1", "Kỳ 2"), other.replace("Lưới", "Chài"), ONE)]
    assert other_parts(lines, TITLE) == {0}
    assert not other_parts(lines, "Xóm Lưới giữ nghề đan lờ tre")


def test_a_teaser_of_the_same_paper_may_ask() -> None:
    """Title and lead of another page stand in the text, the lead behind the paper's name as the article's own."""
    teaser = ("Vì sao cá linh về muộn?", f"TMO - {THREE.replace('Lưới', 'Chài')}", "Đọc ngay")
    article = _read(f"TMO - {ONE}", TWO, *teaser, THREE)
    assert (article.lead, article.paragraphs) == (ONE, (TWO, THREE))


def test_a_kind_of_page_in_brackets_points_to_one() -> None:
    """``[Video]`` below a heading over other pages does not end their list; a picture's place may have a caption."""
    assert _read(ONE, "Đọc thêm", f"[Video] {STRANGE}", OTHER, TWO, THREE).paragraphs == TEXT
    assert _read(ONE, "[Ảnh] Ông Tư Kiệm vót nan bên hiên nhà", TWO, THREE).captions == (
        "Ông Tư Kiệm vót nan bên hiên nhà",
    )


def test_a_control_below_says_that_a_title_is_another_pages() -> None:
    """``Đọc ngay`` stands below a title that its picture has as well; without it, a line printed twice is a caption."""
    title = "Vài chiếc lờ cũ của xóm Lưới vẫn bắt được cá"
    assert _read(ONE, TWO, title, title, "ĐỌC NGAY", THREE).captions == ()
    assert _read(ONE, TWO, title, title, "ĐỌC NGAY", THREE).paragraphs == TEXT
    assert _read(ONE, TWO, title, title, THREE).captions == (title,)


def test_an_advertisement_below_a_list_is_no_point_of_it() -> None:
    """Lines that a colon announces stay, were they controls' words, but for that one."""
    points = ("Mỗi nhà giữ cho mình:", "Nan tre", "Dây mây", "Chép")
    assert _read(ONE, TWO, *points, "Quảng cáo", THREE).paragraphs == (ONE, TWO, *points, THREE)


def test_a_photographer_in_capitals_below_a_caption() -> None:
    """Where the title with a number stands in the picture's place, the caption's next line names who took it."""
    picture = (f"{TITLE} - Ảnh 1.", "Ông Tư Kiệm vót nan bên hiên nhà", "HÀ VY")
    article = _read(ONE, *picture, TWO, "HÀ VY", THREE)
    assert article.captions == ("Ông Tư Kiệm vót nan bên hiên nhà\nHÀ VY",)


def test_a_poll_is_no_text() -> None:
    """What can be chosen has a circle before it, and the question stands above."""
    poll = ("Nên giữ nghề đan lờ của xóm Lưới?", "○ Nên", "○ Tùy từng nhà", "Biểu quyết")
    assert _read(ONE, TWO, *poll, THREE).paragraphs == TEXT
    assert poll[0] in _read(ONE, TWO, poll[0], THREE).paragraphs


def test_a_question_behind_a_box_goes_on_with_the_interview() -> None:
    """It opens with the mark of those before it; a question without one is another page's title."""
    asked = ("* Nghề này có từ bao giờ?", f"- {ONE}", "* Ai còn mua lờ tre?", f"- {TWO}")
    again = "* Con cháu có theo nghề không?"
    box = ("TIN LIÊN QUAN", STRANGE, OTHER)
    answer = f"- {THREE} Nghề này còn thì xóm Lưới còn người ở lại mùa nước."
    assert _read(*asked[:2], *box, again, answer, *asked[2:]).paragraphs == (*asked[:2], again, answer, *asked[2:])


def test_a_box_about_the_author_is_no_text() -> None:
    """Below the name that stands above the text, too, it tells of whoever wrote that."""
    about = "Phóng viên thường trú tại miền Tây. Tốt nghiệp ngành báo chí, thích viết về chuyện học của trẻ con."
    article = _read("Hà Vy", *TEXT, THREE.replace("xóm Lưới", "cả xóm"), "Hà Vy", about)
    assert (article.author, article.paragraphs[-1]) == ("Hà Vy", THREE.replace("xóm Lưới", "cả xóm"))


def test_a_table_is_no_list_of_titles() -> None:
    """Its rows stay, and so does the heading below them."""
    rows = ("Mùa nước\t2019\t2020\tThay đổi", "Số lờ bán ra ở chợ huyện Vàm Sông\t310\t280\t-9,7%")
    heading = "Những người mua cuối"
    article = _read(ONE, TWO, *rows, heading, THREE)
    assert (article.paragraphs, article.captions) == ((ONE, TWO, *rows, heading, THREE), ())


def test_the_last_paragraph_is_no_caption_of_its_author() -> None:
    """A name in capitals below it signs the text; below a picture's words it is the photographer's."""
    last = "Xóm Lưới vẫn treo nan tre ngoài hiên."
    article = _read("HÀ VY havy@vamsong.example", *TEXT, last, "HÀ VY")
    assert (article.paragraphs, article.captions) == ((*TEXT, last), ())


def test_a_box_below_the_first_paragraph() -> None:
    """Two lines as long as titles, whatever they speak of; no caption in two forms, questions, or a short heading."""
    near, asks = "Xóm Lưới đan lờ tre từ mùa nước nổi năm trước", "Cá linh đầu vụ có còn về đồng không?"
    assert _read(LEAD, near, asks, *TEXT).paragraphs == TEXT
    assert near in _read(LEAD, near, *TEXT).captions
    again = "Xóm Lưới đan lờ tre từ mùa nước nổi năm nay"
    assert near in _read(LEAD, near, again, *TEXT).captions
    assert asks in _read(LEAD, "Nghề đan lờ này nuôi được bao nhiêu người?", asks, *TEXT).paragraphs
    heading = "Lờ tre và nan già hun khói"
    assert heading in _read(LEAD, near, asks, heading, *TEXT).paragraphs


def test_pictures_of_a_gallery_are_counted() -> None:
    """Below ``1/3``, ``2/3`` stand captions, though they are short sentences; a single such line counts nothing."""
    gallery = ("1/3", "Nan tre hun khói.", "2/3", "Lờ cũ dưới mương.")
    article = _read(ONE, TWO, *gallery, THREE)
    assert (article.paragraphs, article.captions) == (TEXT, gallery[1::2])
    assert _read(ONE, TWO, gallery[0], gallery[1], THREE).captions == ()


def test_a_gallery_that_counts_all_its_pictures() -> None:
    """A caption stands below each number, of two sentences, too; else the text goes on, as where somebody speaks."""
    two = "Nan tre hun khói. Xóm Lưới hun cả tháng."
    shown = (two, "Lờ cũ dưới mương.", "Cá linh non đầu mùa. Chợ bán từ ba giờ.", "Bếp hun nan.")
    gallery = [line for at, text in enumerate(shown, 1) for line in (f"{at}/4", text)]
    article = _read(ONE, *gallery[:2], TWO, *gallery[2:], THREE)
    assert (article.captions, article.paragraphs) == (shown, TEXT)
    assert two not in _read(ONE, *gallery[:2], TWO, *gallery[2:-2], THREE).captions
    assert two not in _read(ONE, *gallery[:2], TWO, *gallery[2:4], *gallery[2:4], *gallery[6:], THREE).captions
    said = [line.replace("Bếp hun nan.", "Ông Sáu bảo: “Hun cho kỹ.”") for line in gallery]
    assert two in _read(ONE, *said[:2], TWO, *said[2:], THREE).paragraphs
