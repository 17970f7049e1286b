"""What a site's template leaves between the lines of an article, and in them."""

from __future__ import annotations

from unicodedata import normalize

import pytest

from corpus.text.captions import add_caption
from corpus.text.draft import Draft
from corpus.text.lines import Line
from tests.corpus.test_ways_of_saving import DATE, FOUR, ONE, THREE, TITLE, TWO, _read

LEAD = f"QTO - {ONE}"
TEXT = (ONE, TWO, THREE, FOUR)


def _apart(*lines: str) -> list[str]:
    return "\n\n".join((TITLE, DATE, *lines)).split("\n")


def test_another_page_s_lead_below_the_author() -> None:
    """Its title stands between the two, and the article's own agency opens it."""
    rain = "Xe máy chết máy hàng loạt, học sinh về trễ, nhiều nhà kê giường lên cao mà nước vẫn tràn vào qua cống."
    teaser = ("Mưa lớn, nhiều tuyến đường cửa ngõ phía tây ngập sâu", f"QTO - {rain} Đến tối vẫn chưa rút.")
    text = (
        TWO,
        THREE,
        FOUR,
        "Thợ đóng đò là anh Ba Sơn ở vàm Xáng, làm ròng rã bốn mươi ngày, lấy công rẻ bằng nửa giá ngoài chợ huyện.",
        "Ván đò bằng gỗ sao, mũi bọc tôn, hai bên be treo sáu chiếc phao cứu sinh mà trường tiểu học đem cho.",
        "Bữa hạ thủy, bà con nấu một nồi cháo vịt lớn, ai đi ngang cũng ghé, con nít được ngồi thử ba vòng sông.",
    )
    article = _read(*_apart(LEAD, *text, "THU HẰNG", *teaser, "Bình luận (2)"))
    assert (article.author, article.paragraphs) == ("THU HẰNG", text)


def test_a_name_of_a_value_where_a_picture_stood() -> None:
    """A template that was not filled in leaves it, and the line below it is the caption."""
    article = _read(*_apart(LEAD, TWO, "{keywords}\nĐò ngang buổi sớm", THREE, FOUR))
    assert (article.captions, article.paragraphs) == (("Đò ngang buổi sớm",), (TWO, THREE, FOUR))


@pytest.mark.parametrize(
    "line",
    [
        "Theo dõi Conso.vn trên",
        "Xem thêm các bài viết về bến đò tại đây.",
        "Bỏ qua Đọc nhiều nhất và tiếp tục đọc",
        "* Bài viết thể hiện quan điểm riêng của tác giả.",
    ],
)
def test_what_sends_the_reader_elsewhere(line: str) -> None:
    """A sentence without the sign that ended it, and one with a link, are none of the text."""
    assert _read(*_apart(LEAD, TWO, line, THREE, FOUR)).paragraphs == (TWO, THREE, FOUR)


@pytest.mark.parametrize(
    ("shown", "caption"),
    [
        ("Bến đò được xã cho kẻ lại vạch số", "Bà con bên bến đò được xã kẻ lại vạch số hôm qua - Ảnh: N.X."),
        ("Bà con xem kẻ lại các vạch số", "Bà con ra bến xem xã kẻ lại các vạch số trên mạn đò"),
        ("Bà con ra bến xem kẻ lại vạch số lúc 10 giờ.", "Bà con ra bến xem kẻ lại vạch số lúc 10g - Ảnh: N.X."),
    ],
)
def test_what_stands_in_a_picture_s_place(shown: str, caption: str) -> None:
    """Words that a template shows for a picture are its caption's, which says more, or by whom the picture is."""
    article = _read(*_apart(LEAD, TWO, f"{shown}\n{caption}", THREE, FOUR))
    assert (article.captions, article.paragraphs) == ((caption,), (TWO, THREE, FOUR))


@pytest.mark.parametrize(
    "caption",
    [
        "Bộ đội Biên phòng chở đò. Bộ đội Biên phòng cũng dựng lại nhà cho dân. Ảnh: Hà Vy",
        "Bến đò Gành trước khi sửa (trái) và Bến đò Gành sau khi sửa. Ảnh: Hà Vy",
    ],
)
def test_a_caption_that_says_a_name_twice(caption: str) -> None:
    """Nothing stands for a picture in it."""
    assert _read(*_apart(LEAD, TWO, caption, THREE, FOUR)).captions == (caption,)


def test_a_heading_in_the_words_of_a_caption() -> None:
    """Where no empty lines part what belongs together, a heading above a caption is one."""
    heading, caption = "Xóm kẻ lại vạch số cho đò", "Bà con xóm bến kẻ lại vạch số cho đò. Ảnh: Hà Vy"
    for lines in ((TWO, heading, caption, "", THREE), (TWO, "", heading, caption, THREE)):
        article = _read(TITLE, DATE, LEAD, *lines, FOUR)
        assert (article.captions, heading in article.paragraphs) == ((caption,), True)


def test_a_fuller_caption_stays() -> None:
    """Another one that begins so and names the photographer takes nothing from it."""
    longer, named = "Học trò sang đò ở bến sông Gành vào một buổi tối tháng ba", "Học trò sang đò ở bến sông. Ảnh: N.X."
    draft = Draft()
    for caption in (longer, named):
        add_caption(Line(caption, caption), draft)
    assert draft.captions == [longer]


@pytest.mark.parametrize(
    "line",
    [
        "Bài viết dự thi gửi về địa chỉ: Hội Văn nghệ huyện, số 12 đường Trần Phú.",
        "Thư góp ý gửi về địa chỉ xã đều được trả lời, ông Hai Lượm khẳng định.",
        "Bài viết không phản ánh quan điểm của xã, ông Hai Lượm nói và cho rằng tác giả đã hiểu sai.",
    ],
)
def test_sentences_that_are_no_imprint(line: str) -> None:
    """What the article says of letters and texts is its own."""
    assert _read(*_apart(LEAD, TWO, THREE, line, FOUR)).paragraphs == (TWO, THREE, line, FOUR)


def test_points_with_days() -> None:
    """A list that a line announces is the text's; titles of other pages nobody announces."""
    points = ("- Khai mạc và rước thần ở đình Gành (12/3)", "- Thi bơi và đua đò trên sông Gành (13/3)")
    listed = ("Lịch hoạt động của lễ hội như sau:", *points)
    assert _read(*_apart(LEAD, TWO, *listed, THREE, FOUR)).paragraphs == (TWO, *listed, THREE, FOUR)
    assert _read(*_apart(LEAD, TWO, THREE, FOUR, "Các tin khác:", *points)).paragraphs == (TWO, THREE, FOUR)
    told = ("Các bài đã đăng:", *(point.replace("/3)", "/3/2019)") for point in points))
    assert not {*told[1:]} & {*_read(*_apart(LEAD, TWO, *told, THREE, FOUR)).paragraphs}


@pytest.mark.parametrize("kind", ["(Ghi chép)", "(Tiếp theo kỳ trước)", "(Hà Nội)"])
def test_a_kind_of_text_in_parentheses_is_no_agency(kind: str) -> None:
    """It names no source, and goes before no paragraph."""
    article = _read(*_apart(kind, TWO, THREE, FOUR))
    assert article.source is None
    assert TWO in (article.lead, *article.paragraphs)


def test_a_paper_in_parentheses_that_is_written_like_a_noun() -> None:
    """``(Dân trí)`` names the source as ``(Quê Mới)`` does."""
    article = _read(*_apart("(Dân trí)", ONE, TWO, THREE, FOUR))
    assert (article.source, article.lead) == ("Dân trí", ONE)


def test_a_box_of_a_program_ends_with_its_points() -> None:
    """What stands below an empty line is the article's, be it behind dashes."""
    box = "Tóm tắt bằng AI\n- Xóm có đò mới.\n- Đò chở học trò."
    turns = (f"- {TWO}", THREE, f"- {FOUR}")
    assert _read(*_apart(box, *turns)).paragraphs[-3:] == turns
    apart = "Tóm tắt bằng AI\n\n- Xóm có đò mới đóng bằng gỗ sao.\n\n- Đò chở học trò sang trường bên sông."
    assert _read(*_apart(LEAD, apart, TWO, THREE, FOUR)).paragraphs == (TWO, THREE, FOUR)


def test_a_picture_of_another_page() -> None:
    """The title of another page stands twice below its heading, and is no caption."""
    box = "Đọc thêm\nLàng rèn giữ lửa qua ba đời thợ\nLÀNG RÈN GIỮ LỬA QUA BA ĐỜI THỢ"
    article = _read(*_apart(LEAD, TWO, box, THREE, FOUR))
    assert (article.captions, article.paragraphs) == ((), (TWO, THREE, FOUR))


def test_a_heading_that_stands_twice_is_no_caption() -> None:
    """A box of other pages has its heading as letters and as a picture's words."""
    box = "TIN LIÊN QUAN\nTIN LIÊN QUAN\nLàng rèn giữ lửa qua ba đời thợ\nPhí cầu phà: thu sao cho đúng với dân"
    article = _read(*_apart(f"{LEAD}\n{box}", TWO, THREE, FOUR))
    assert (article.captions, article.paragraphs) == ((), (TWO, THREE, FOUR))


def test_a_degree_before_the_author_s_name() -> None:
    """It stands below a rule, and the office below it, and both below the text."""
    article = _read(
        *_apart(LEAD, TWO, THREE, FOUR, "__________", "ThS Lưu Thị Đào", "Học viện khu vực", "Các bài viết khác")
    )
    assert (article.author, article.paragraphs) == ("Lưu Thị Đào", (TWO, THREE, FOUR))


def test_a_caption_glued_to_the_title_and_a_number() -> None:
    """Where the picture was, the title stands with its number, and the caption right behind it."""
    article = _read(*_apart(LEAD, TWO, f"{TITLE} ảnh 1Con đò ngày hạ thủy. Ảnh: Hà Vy", THREE, FOUR))
    assert (article.captions, article.paragraphs) == (("Con đò ngày hạ thủy. Ảnh: Hà Vy",), (TWO, THREE, FOUR))
    decomposed = normalize("NFD", "Con đò  ngày hạ thủy.")
    article = _read(*_apart(LEAD, TWO, f"{normalize('NFD', TITLE)} ảnh 1{decomposed}", THREE, FOUR))
    assert article.captions == (decomposed,)


def test_titles_with_dashes_below_the_lead() -> None:
    """They are links; sentences with an end, and a page that has such dashes elsewhere, too, are text."""
    links = "- Bến đò mới chưa kịp đặt tên\n- Người chèo đò kể chuyện mùa nước"
    assert _read(*_apart(f"{LEAD}\n{links}", TWO, THREE, FOUR)).paragraphs == (TWO, THREE, FOUR)
    assert len(_read(*_apart(f"{LEAD}\n{links}\n{TWO}", THREE, FOUR)).paragraphs) == 5
    points = links.replace("\n", ".\n")
    assert len(_read(*_apart(f"{LEAD}\n{points}.", TWO, THREE, FOUR)).paragraphs) == 5
    turns = _read(*_apart(f"{LEAD}\n{links}", TWO, "- Đò mới chạy có êm không hả bác?", THREE, FOUR))
    assert len(turns.paragraphs) == 6
