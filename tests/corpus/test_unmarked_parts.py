"""Leads, captions and other pages' titles that nothing on the page marks: told by what they say and what they share."""

from __future__ import annotations

import pytest

from corpus.article import Article
from corpus.text.lines import Line
from corpus.text.page import read_text_page

TITLE = "Làng Gành giữ nghề ép dầu dừa"
LEAD = "Sau mười hai năm nguội bếp, sáu lò ép dầu dừa ở làng Gành đã đỏ lửa trở lại nhờ một hợp tác xã của phụ nữ."
PARAGRAPHS = (
    "Bốn giờ sáng, bếp nhà chị Trần Thị Lụa đã sáng đèn. Chị nạo dừa từ lúc gà chưa gáy, vắt nước cốt rồi đổ vào chảo "
    "gang, tay đảo không ngừng cho đến khi dầu trong. Mỗi mẻ lấy được chừng hai lít.",
    "Hợp tác xã làng Gành ra đời năm 2019, lúc đầu có bảy người. Cả làng góp lại ba chiếc máy nạo cũ, mượn sân đình "
    "phơi cơm dừa. Đến nay tám mươi hộ bán dừa cho lò, giá cao hơn thương lái một nghìn đồng mỗi trái.",
    "Cái khó nhất là chai. Chị em chở dầu ra chợ huyện trong can nhựa, khách chê mùi. Sau đó một xưởng thủy tinh ở "
    "tỉnh nhận đúc riêng loại chai có nút bần, và dầu dừa làng Gành vào được cửa hàng.",
    "Vụ tới, hợp tác xã xây thêm một sân phơi có mái. Chị Lụa bảo trời mưa hay nắng thì bếp làng Gành cũng phải đỏ. "
    "Không ai trong làng muốn nghe lại những năm im tiếng nạo dừa.",
)


def _read(*lines: str) -> Article:
    return read_text_page("\n".join((TITLE, "12/10/2020", *lines)), "a.txt", "/a.txt")


def test_a_lead_that_nothing_marks() -> None:
    """One sentence, shorter than the paragraphs behind it, which begin anew, is the lead."""
    article = _read(LEAD, *PARAGRAPHS)
    assert (article.lead, article.paragraphs) == (LEAD, PARAGRAPHS)


@pytest.mark.parametrize(
    "opening",
    [
        "Tôi về làng Gành vào một sáng tháng chạp, khi sáu lò ép dầu dừa của làng đã đỏ lửa được nửa buổi.",
        "Theo Hội Nông dân huyện, sáu lò ép dầu dừa ở làng Gành đã đỏ lửa trở lại sau mười hai năm nguội bếp.",
        "Chị Lụa nói ngay: “Làng này sáu lò ép dầu dừa thì cả sáu lò đã đỏ lửa trở lại, nhờ chị em cả thôi.”",
        "Làng Gành đỏ lửa.",
    ],
)
def test_a_text_that_just_begins_has_no_lead(opening: str) -> None:
    """Who speaks of himself, names whom he has it from, lets somebody speak or says hardly anything sums nothing up."""
    article = _read(opening, *PARAGRAPHS)
    assert (article.lead, article.paragraphs) == (None, (opening, *PARAGRAPHS))


def test_a_first_paragraph_on_which_the_next_one_leans_is_no_lead() -> None:
    """``Tại buổi lễ …`` goes on with what the paragraph above has told; an interview begins behind its lead."""
    opening = LEAD.replace("Sau", "Trong hội làng đầu năm nay có hơn năm trăm người dự và sau")
    leaning = (
        "Tại buổi lễ mở bếp, chị Trần Thị Lụa nhóm lò đầu tiên. Cả làng đứng quanh sân đình, không ai nói lời nào."
    )
    assert _read(opening, leaning, *PARAGRAPHS).lead is None
    assert _read(opening, *PARAGRAPHS).lead == opening
    answer = f"- {PARAGRAPHS[0]}"
    assert _read(f"{LEAD} {LEAD}", "PV: Thưa chị, vì sao lò nguội?", answer, *PARAGRAPHS).lead == f"{LEAD} {LEAD}"


def test_where_all_paragraphs_are_single_sentences_the_first_one_is_no_lead() -> None:
    """In a text of single sentences of one length nothing tells a lead."""
    single = [
        "Lò thứ nhất của làng nằm sát mép nước, mái lợp lá, và cứ hai ngày lại đỏ lửa một lần từ lúc gà gáy.",
        "Bên kia rạch là sân phơi cơm dừa của bảy người góp chung, tráng xi măng phẳng như mặt bàn học trò.",
        "Chủ nhật không ai nạo dừa, đàn bà con gái rủ nhau đi chợ nổi, con nít thì tắm sông suốt buổi chiều.",
        "Mùa khô nước mặn lên tới ngọn kinh, cây nào cũng rụng trái non, giá mỗi thiên tăng thêm hai trăm.",
        "Khách ở tỉnh về thường ghé coi cái chảo gang lớn nhất, thứ mà ông cố của họ chở từ Nam Vang xuống.",
    ]
    assert _read(*single).paragraphs == tuple(single)


@pytest.mark.parametrize(
    "caption",
    [
        "Chị em làng Gành nạo dừa trước sân đình.",
        "Mẻ dầu dừa đầu tiên của lò nhà chị Lụa.",
        "Bếp làng Gành, nơi chảo gang đã đỏ lửa.",
    ],
)
def test_a_caption_that_is_a_sentence(caption: str) -> None:
    """A short sentence between long paragraphs that tells nothing, in words of the text, is a picture's."""
    article = _read(LEAD, *PARAGRAPHS[:2], caption, *PARAGRAPHS[2:])
    assert (article.captions, article.paragraphs) == ((caption,), PARAGRAPHS)


@pytest.mark.parametrize(
    "sentence",
    [
        "Nhưng chị Lụa làng Gành không bỏ bếp.",
        "Hôm sau, làng Gành nạo dừa từ sớm.",
        "Họ nạo dừa trước sân đình.",
        "Ông chở dầu dừa ra chợ huyện.",
        "Chị em làng Gành đã nạo dừa trước sân đình.",
        "Giá dầu dừa làng Gành tăng 20%.",
        "Lò làng Gành nằm trong sân đình rộng 3 km.",
        "Hội làng Gành diễn ra trước sân đình.",
    ],
)
def test_a_short_sentence_that_tells_something_is_text(sentence: str) -> None:
    """What leans on what is said before, reports, counts or speaks of somebody known is the author's next sentence."""
    assert _read(LEAD, *PARAGRAPHS[:2], sentence, *PARAGRAPHS[2:]).captions == ()


def test_a_short_sentence_among_short_ones_is_text() -> None:
    """Where paragraphs are short, no short sentence is conspicuous."""
    line = "Lò thứ {} của làng Gành nằm sát mép nước, trước sân đình, và cứ hai ngày chị em lại nạo dừa, lại đỏ lửa."
    short = [line.format(number) for number in ("nhất", "hai", "ba", "tư")]
    sentence = "Chị em làng Gành nạo dừa trước sân đình."
    assert _read(*short[:2], sentence, *short[2:]).captions == ()


@pytest.mark.parametrize(
    "heading",
    [
        "Làng không thể sống mãi nhờ dừa của người khác",
        "Từ bảy người góp máy cũ đến tám mươi hộ bán dừa",
        "Chai thủy tinh: lối ra của dầu dừa làng Gành",
    ],
)
def test_a_long_heading_is_text(heading: str) -> None:
    """A line of eight words and more without an end that says something, as headings do, is no caption."""
    article = _read(LEAD, PARAGRAPHS[0], heading, *PARAGRAPHS[1:])
    assert (article.captions, article.paragraphs[1]) == ((), heading)


def test_a_caption_of_somebody_who_speaks_in_a_hall() -> None:
    """Who is seen to say what is to be done (``chỉ đạo``) says no more by it (``chỉ``) than the caption shows."""
    caption = "Chị Trần Thị Lụa phát biểu chỉ đạo tại sân đình làng Gành"
    article = _read(LEAD, PARAGRAPHS[0], caption, *PARAGRAPHS[1:])
    assert (article.captions, article.paragraphs) == ((caption,), PARAGRAPHS)


def test_a_caption_that_ends_in_a_name_between_marks() -> None:
    """The name of a work or a campaign closes a caption, with no stop in it."""
    caption = "Chị Trần Thị Lụa trao chai dầu dừa tại hội chợ “Quà quê”"
    article = _read(LEAD, PARAGRAPHS[0], caption, *PARAGRAPHS[1:])
    assert (article.captions, article.paragraphs) == ((caption,), PARAGRAPHS)


def test_titles_of_other_pages_in_the_text_are_left_out() -> None:
    """A line that shares nothing with the text names another page, and takes a short one beside it along."""
    other = "Bão mặt trời gây nhiễu sóng vệ tinh suốt đêm qua"
    article = _read(LEAD, PARAGRAPHS[0], other, *PARAGRAPHS[1:])
    assert (article.captions, article.paragraphs) == ((), PARAGRAPHS)
    article = _read(LEAD, PARAGRAPHS[0], "Cúp bơi lội quốc tế", other, *PARAGRAPHS[1:])
    assert article.paragraphs == PARAGRAPHS
    assert _read(LEAD, PARAGRAPHS[0], "Lối ra từ nút bần", *PARAGRAPHS[1:]).paragraphs[1] == "Lối ra từ nút bần"


@pytest.mark.parametrize(
    "lines",
    [
        (">> Cúp bơi lội quốc tế", "Dầu dừa tinh khiết bán chạy mùa lễ hội"),
        ("Dầu dừa tinh khiết bán chạy mùa lễ hội", "Chị em thành phố đua nhau học cắm hoa"),
    ],
)
def test_titles_beside_each_other_or_a_pointer(lines: tuple[str, str]) -> None:
    """A line with two words of the text may be a caption; beside another such line, or a pointer, it is a title."""
    assert _read(LEAD, PARAGRAPHS[0], *lines, *PARAGRAPHS[1:]).captions == ()
    assert _read(LEAD, PARAGRAPHS[0], lines[1], *PARAGRAPHS[1:]).captions == (lines[1],)


def test_the_heading_behind_a_box_of_titles_is_the_text_s() -> None:
    """Below ``Bài viết cùng chủ đề`` stand titles; a heading in words of the text ends them."""
    heading = "Loại chai có nút bần"
    article = _read(LEAD, PARAGRAPHS[0], "Bài viết cùng chủ đề", "Cúp bơi lội quốc tế", heading, *PARAGRAPHS[1:])
    assert article.paragraphs == (PARAGRAPHS[0], heading, *PARAGRAPHS[1:])


def test_rows_of_a_table_are_text() -> None:
    """Lines parted alike by the same mark are a table, and no captions, dates or counters."""
    rows = (
        "Lò - Số mẻ trong một tháng - Thay đổi so với năm trước",
        "Lò nhà chị Lụa - 12 - tăng 3",
        "28/7 | 52 | 66",
        "2/8 | 84 | 97",
    )
    article = _read(LEAD, PARAGRAPHS[0], *rows, *PARAGRAPHS[1:])
    assert article.paragraphs == (PARAGRAPHS[0], *rows, *PARAGRAPHS[1:])


@pytest.mark.parametrize(
    ("line", "names_photo"),
    [
        ("Chị nêu tình hình: ba lò còn nguội", False),
        ("Chị nói trên truyền hình: bếp còn đỏ", False),
        ("Chị nói kèm một tấm ảnh: “Bếp còn đỏ”", False),
        ("Mẻ dầu trong lòẢNH: HÀ VY", True),
        ("Bếp làng Gành. Photo by Hà Vy", True),
    ],
)
def test_the_word_for_a_picture_names_no_photographer_everywhere(line: str, names_photo: bool) -> None:
    """Other words end in it, and speech may follow; in capitals it may be glued to the caption."""
    assert Line(line, line).names_photo is names_photo


def test_a_sentence_that_quotes_behind_the_word_for_a_picture_is_text() -> None:
    """``truyền hình: “…”`` names no photographer, a label glued to the caption does, one alone is no caption."""
    said = "Tối đó, chị Lụa nói với truyền hình: “Bếp còn đỏ thì làng còn, chúng tôi chỉ cần vậy”."
    assert said in _read(LEAD, PARAGRAPHS[0], said, *PARAGRAPHS[1:]).paragraphs
    caption = "Chị Lụa bên chảo dầuẢNH: HÀ VY"
    assert _read(LEAD, PARAGRAPHS[0], caption, *PARAGRAPHS[1:]).captions == (caption,)
    assert _read(LEAD, PARAGRAPHS[0], "(Ảnh: Tổng hợp)", *PARAGRAPHS[1:]).captions == ()


def test_captions_below_each_other() -> None:
    """Below a caption another may stand, of words that the text has fewer of."""
    captions = ("Chị Lụa bên chảo dầu dừa.", "Trẻ con phơi cơm dừa, vỏ trấu, rơm rạ.")
    article = _read(LEAD, PARAGRAPHS[0], *captions, *PARAGRAPHS[1:])
    assert (article.captions, article.paragraphs) == (captions, PARAGRAPHS)


VERSES = (
    "Bếp làng Gành đỏ lửa dừa",
    "Thuyền đi mấy bận nhớ mùa trăng lên ngàn khơi",
    "Neo buông bến cũ sóng vỗ mạn đò chiều hôm ấy",
)


def test_what_a_colon_announces_is_text() -> None:
    """Verses below a colon are no captions and no titles where they speak of the text; else the heading goes, too."""
    announced = "Trẻ con trong xóm vẫn hát:"
    assert _read(LEAD, PARAGRAPHS[0], announced, *VERSES, *PARAGRAPHS[1:]).paragraphs == (
        PARAGRAPHS[0],
        announced,
        *VERSES,
        *PARAGRAPHS[1:],
    )
    box = _read(LEAD, PARAGRAPHS[0], "Theo dòng thời sự:", *VERSES[1:], *PARAGRAPHS[1:]).paragraphs
    assert box == PARAGRAPHS
    told = "Từ người già đến trẻ con, chiều nào họ cũng hát:"
    assert told in _read(LEAD, PARAGRAPHS[0], told, *VERSES[1:], *PARAGRAPHS[1:]).paragraphs


def test_rows_of_a_list_say_the_same_of_each_thing() -> None:
    """Lines without an end that repeat each other's words are no titles of other pages, whatever the text speaks of."""
    rows = (
        "Phân bón: mô hình 2,0; đối chứng 5,7; kho 1,1",
        "Nhân công: mô hình 6,5; đối chứng 5,9; kho 1,2",
        "Giống lúa: mô hình 1,4; đối chứng 2,1; kho 1,3",
    )
    assert _read(LEAD, PARAGRAPHS[0], *rows, *PARAGRAPHS[1:]).paragraphs == (PARAGRAPHS[0], *rows, *PARAGRAPHS[1:])
