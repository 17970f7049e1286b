"""Between the paragraphs of papers' sites: calls and boxes, prices, verses, captions; and where the text ends."""

from __future__ import annotations

import pytest

from corpus.article import Article
from corpus.text.lines import Line
from corpus.text.page import read_text_page
from corpus.text.torn_lines import without_tears
from tests.corpus.test_heads_of_sites import LEAD, TEXT, TITLE

OTHERS = ("Lúa cạn lên ngôi ở vùng cao phía bắc", "Nghề làm trống đồng đỏ lửa trở lại sau tết")
NEAR = ("Cây bông súng nào của xã ra huyện", "Mùa sau nước về huyện, xã lập xuồng")
"""Titles of pages that have the words of the text, but not as it puts them."""

VERSES = ("Con nay trót dại ham chơi", "Bỏ trang sách nhỏ, phụ lời cha ông", "Xin thề trước án hương lồng",
          "Sang năm nối lại đèn chong mỗi ngày")  # fmt: skip


def _read(*between: str, behind: tuple[str, ...] = (), line: str = "\n") -> Article:
    head = ("Xã hội", TITLE, "12/10/2020 08:15", LEAD)
    return read_text_page(line.join((*head, *TEXT[:2], *between, *TEXT[2:], *behind)), "a.txt", "/a.txt")


@pytest.mark.parametrize("line", ["\n", "\n\n"])
@pytest.mark.parametrize(
    "between",
    [
        (f"> {NEAR[0]}", f"> {NEAR[1]}"),
        (f"» {NEAR[0]}",),
        (f">> Xem tiếp: {NEAR[0]}", f">> {NEAR[1]}"),
        (f"[{NEAR[0]}, rồi từ huyện về thành phố trong mùa nước]",),
        ("Video đang được xem nhiều", NEAR[0]),
        ("ĐANG ĐƯỢC QUAN TÂM", NEAR[0]),
        ("Theo dòng sự kiện:", NEAR[0]),
        ("Tin liên hệ", NEAR[0]),
        ("TIN LIÊN QUAN", "Bà Chín Nhạn chống xuồng ra thăm ruộng", NEAR[0]),
        ("Nhận tin mới nhất từ Quê: Theo dõi trên Google News",),
        ("Tin xã: Theo dõi trên Zalo",),
        ("Theo dõi Báo Quê trên Zalo",),
        (">> Tin nổi bật", NEAR[0]),
        ("Quê photo",),
        ("Your browser does not support the audio element.",),
        ("VN-Index 912,33 +2,1 (0,25%)",),
    ],
)
def test_calls_and_boxes_are_no_text(between: tuple[str, ...], line: str) -> None:
    """Arrows, brackets and headings lead to other pages, whatever these speak of, and the text goes on behind them."""
    article = _read(*between, line=line, behind=("Hà Vy",))
    assert (article.lead, article.paragraphs, article.captions) == (LEAD, TEXT, ())
    assert article.author == "Hà Vy"


def test_a_call_is_no_heading_of_a_box() -> None:
    """It names the other page itself, so that a heading below is the text's; a sentence behind an arrow is text."""
    assert _read(">> Xem tiếp: Lũ về muộn", "Giữ giống").paragraphs == (*TEXT[:2], "Giữ giống", *TEXT[2:])
    assert _read("> Mưa chiều tạnh từ lâu.").paragraphs[2] == "> Mưa chiều tạnh từ lâu."


def test_one_block_is_one_box() -> None:
    """Where empty lines part paragraphs, what stands right below a heading belongs to it, though it be of the text."""
    titles = ("Bà Chín Nhạn chống xuồng ra thăm ruộng", "Xã đã đề nghị huyện giúp bà lập ngân hàng")
    head = f"Xã hội\n\n{TITLE}\n\n12/10/2020 08:15\n\n{LEAD}"
    parted = [head, *TEXT[:2], "\n".join(("Bài đọc nhiều", *titles)), *TEXT[2:]]
    assert read_text_page("\n\n".join(parted), "a.txt", "/a.txt").captions == ()


def test_a_share_s_price_and_what_stands_with_it() -> None:
    """Rise or fall behind a figure show a price; the lines of its block are the box, a heading below is not."""
    head = f"Xã hội\n\n{TITLE}\n\n12/10/2020 08:15\n\n{LEAD}\n\n{TEXT[0]}"
    box = "BQC: 9.8 ▼ -0.3 (-2.97%)\nKLGD: 1,204,560\nHồ sơ công ty"
    page = "\n\n".join((head, box, "Mùa nước mới", *TEXT[1:]))
    assert read_text_page(page, "a.txt", "/a.txt").paragraphs == (TEXT[0], "Mùa nước mới", *TEXT[1:])


def test_the_heading_below_a_call_in_other_words() -> None:
    """A short line right above the text is the text's heading, and no title beside the long one above it."""
    call = "Trường làng mở lớp trống đồng cho trẻ em nghèo phía bắc"
    assert _read(call, "Đòn gánh oằn vai").paragraphs == (*TEXT[:2], "Đòn gánh oằn vai", *TEXT[2:])


def test_verses_are_known_by_their_syllables() -> None:
    """Six and eight in turn, or as many in each line; a couplet where a colon announces it, and no fewer."""
    assert _read(*VERSES).paragraphs == (*TEXT[:2], *VERSES, *TEXT[2:])
    even = (VERSES[0], VERSES[2], "Trống đồng mẹ đánh năm xưa", "Đò ngang ai đợi bến nào")
    assert _read("Trống đồng mẹ đánh năm xưa", *VERSES[:2]).paragraphs != (*TEXT[:2], *VERSES[:2], *TEXT[2:])
    assert _read("Trẻ trong họ đọc rằng:", *VERSES[:2]).paragraphs[3:5] == VERSES[:2]
    assert _read(*even).paragraphs == (*TEXT[:2], *even, *TEXT[2:])


@pytest.mark.parametrize(
    "caption",
    [
        "Bà Chín Nhạn chống xuồng ra chỗ lúa bị ngập",
        "Con gái bà và dòng họ ở thành phố ra thăm ruộng",
        "Bà Chín Nhạn tuốt lúa trước sân nhà",
        "Phiên chợ của sinh viên Việt Nam tại Lincoln, bang Nebraska, ngày 12/7/2014.",
        "Cù lao nhìn từ bờ bên kia, ảnh chụp tháng 4/2010.",
        "Clip: Bà Chín Nhạn gieo lúa cùng con gái.",
    ],
)
def test_captions_without_a_photographer(caption: str) -> None:
    """Longer than headings are, or with a name in it, with place and day at its end, or labelled as a video's."""
    article = _read(caption)
    assert (article.captions, article.paragraphs) == ((caption,), TEXT)


@pytest.mark.parametrize(
    "heading",
    [
        "Người trồng lúa mùa đứng ngoài cuộc chơi",
        "Không thể để giống lúa mất thêm một lần",
        "Bỏ giống lúa mùa có thể bị phạt ngay tại ruộng",
    ],
)
def test_headings_of_eight_words_and_more(heading: str) -> None:
    """Eight words that name and count nothing, or more that judge."""
    assert _read(heading).paragraphs == (*TEXT[:2], heading, *TEXT[2:])


def test_a_sentence_that_ends_in_a_day_is_text_where_it_tells() -> None:
    """What happened there and then is no caption."""
    sentence = "Vụ lật xuồng xảy ra tại bến Ấp Vồng, huyện Vồng Cát, ngày 12/7/2014."
    assert _read(sentence).paragraphs[2] == sentence


@pytest.mark.parametrize(
    "lines",
    [
        ("Bản quyền hình ảnh Quê Images", "Image caption", "Nông dân gặt lúa bằng xuồng"),
        ("Bản quyền hình ảnh Quê Images Image caption Nông dân gặt lúa bằng xuồng",),
        ("Chụp lại hình ảnh, Nông dân gặt lúa bằng xuồng",),
        ("Nguoi dan ba giu giong anh 2", "Nông dân gặt lúa bằng xuồng."),
    ],
)
def test_what_stands_above_a_caption(lines: tuple[str, ...]) -> None:
    """A picture's rights end no text, a label may have no mark, and a file's name stands in the picture's place."""
    article = _read(*lines)
    assert ([caption.rstrip(".") for caption in article.captions], article.paragraphs) == (
        ["Nông dân gặt lúa bằng xuồng"], TEXT,
    )  # fmt: skip


def test_an_interview_behind_caption_and_name() -> None:
    """Its lead may be long and speak of the paper; who asks stands behind the name, and pictures stand between."""
    lead = f"{LEAD[:-1]}, và người ta tìm về học bà. {TEXT[3]} Bà dành cho chúng tôi cuộc trao đổi sau."
    turns = ("Hà Vy: Thưa bà, vì sao bà giữ giống?", f"Bà Chín Nhạn: {TEXT[0]}", f"Bà Chín Nhạn: {TEXT[2]}")
    between = ("Quê photo", "Cù lao nhìn từ bờ bên kia, ảnh chụp tháng 4/2010.")
    page = "\n".join((TITLE, "12/10/2020", lead, *between, *turns))
    assert read_text_page(page, "a.txt", "/a.txt").lead == lead


def test_the_last_sentence_may_have_lost_its_stop() -> None:
    """It tells something and stands alone above the author's name; the title of another page tells less."""
    last = "Vụ gieo giống lúa mùa đang được cả xóm chờ, và sẽ chậm"
    assert _read(behind=(last, "Hà Vy")).paragraphs == (*TEXT, last)
    assert _read(behind=(OTHERS[0], "Hà Vy")).paragraphs == TEXT


@pytest.mark.parametrize(
    ("lines", "author", "source"),
    [
        (("Văn phòng Xã", "Số lần đọc: 1873"), "Văn phòng Xã", None),
        (("Hà Vy - TTXVN",), "Hà Vy", "TTXVN"),
        (("Nguyễn Hà Vy (Hội Nông dân xã)",), "Nguyễn Hà Vy", None),
        (("Kỳ 2: Hạt giống đi về đâu?", "Hà Vy"), "Hà Vy", None),
        (("Hà Vy", "http://baoque.example/xa-hoi/372214/nguoi-dan-ba-giu-giong-lua-mua", "[In]"), "Hà Vy", None),
    ],
)
def test_who_closes_a_text(lines: tuple[str, ...], author: str, source: str | None) -> None:
    """An office, an agency behind a dash, an office in parentheses; a series' next part is announced above the name."""
    article = _read(behind=lines)
    assert (article.author, article.source, article.paragraphs) == (author, source, TEXT)


def test_pages_that_are_linked_end_a_text() -> None:
    """Their heading ends it, where teasers stand below the titles."""
    teaser = "Nước rút chậm hơn mọi năm, người đi lưới cá linh phải dời chòi lên bờ đê cũ và chờ thêm nửa tháng nữa."
    assert _read(behind=("Tin liên hệ", OTHERS[0], teaser, OTHERS[1], teaser)).paragraphs == TEXT


def test_an_address_goes_on_with_nothing() -> None:
    """It begins in a small letter, and is no part of the sentence above it."""
    lines = ["Nguyễn Hà Vy", "http://baoque.example/xa-hoi/372214/nguoi-dan-ba-giu-giong-lua-mua-o-cu-lao"]
    assert list(without_tears(lines)) == lines


def test_the_paper_behind_author_and_stroke() -> None:
    """``Hà Vy / Theo Báo Đồng``: the word before the paper's name is no part of it."""
    assert Line("", "Hà Vy / Theo Báo Đồng").author_and_source == ("Hà Vy", "Báo Đồng")
