"""A page of text, taken apart: the article alone, each fact in its place."""

from __future__ import annotations

import re
import textwrap
import unicodedata
from typing import Literal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from corpus.article import Article
from corpus.errors import CorpusError
from corpus.text.page import read_text_page

ONE = "Con đường vào thôn Thượng dài 800 mét vừa được đổ bê tông, rộng gấp đôi con đường cũ."
TWO = "Bà con góp ngày công, xã góp xi măng, và ai cũng được xem sổ thu chi dán ở nhà văn hóa."
CAPTION = "Bà con thôn Thượng đổ bê tông đoạn cuối của con đường sáng 12 tháng 3"


def _read(*lines: str) -> Article:
    return read_text_page("\n\n".join(lines), "a.txt", "/a.txt")


def test_a_plain_page() -> None:
    """A title, a date, paragraphs, a name: each is what it looks like."""
    article = _read("Đường mới vào thôn", "19/01/2021 - 15:01", ONE, TWO, "Thu Hà")
    assert (article.title, article.published, article.author) == ("Đường mới vào thôn", "2021-01-19T15:01", "Thu Hà")
    assert article.paragraphs == (ONE, TWO)


def test_counters_breadcrumbs_and_tails_are_no_article() -> None:
    """What a template puts before and behind the article is left out."""
    article = _read(
        "SỐ LƯỢT TRUY CẬP", "3", "7", "Trang chủ > Xã hội > Đời sống", "Đường mới vào thôn", ONE, TWO,
        "Số lượt người xem: 2275", "TIN MỚI HƠN", "Một đầu đề khác dài gần bằng một câu văn", "Tìm kiếm",
    )  # fmt: skip
    assert (article.title, article.section) == ("Đường mới vào thôn", "Đời sống")
    assert article.paragraphs == (ONE, TWO)
    assert article.captions == ()


def test_a_button_glued_to_a_name_is_cut_off() -> None:
    """The author is the author without the button that the scraper glued on."""
    assert _read("Đường mới", ONE, TWO, "Kim LiênXem phản hồi", "Tin khác").author == "Kim Liên"


def test_a_date_glued_to_the_title_is_cut_off() -> None:
    """The title is the author's, the date in parentheses behind it the day of publication; decomposed text too."""
    forms: tuple[Literal["NFC", "NFD"], ...] = ("NFC", "NFD")
    for form in forms:
        title = unicodedata.normalize(form, "Đường mới vào thôn")
        article = _read(f"{title} (17/09/2017 17:13)", ONE, TWO)
        assert (article.title, article.published) == (title, "2017-09-17T17:13")


def test_the_day_of_the_visit_is_no_publication() -> None:
    """A day without an hour above the title tells when the page was looked at; a page for the printer says so."""
    for line in ("Thứ Sáu, 28/1/2022", "In ngày 28/1/2022 10:26"):
        assert _read("Báo Quê", line, "Đường mới vào thôn", ONE, TWO).published is None


def test_the_day_above_the_section_counts_where_no_other_is_given() -> None:
    """A weekday and its date between the menu and the title are the issue's, and yield to a date below the text."""
    page = (
        "Báo Quê",
        "Đời sống | Kinh tế | Nhà nông",
        "Thứ Sáu, 28/1/2022",
        "Nhà nông",
        "Đường mới vào thôn",
        ONE,
        TWO,
    )
    assert _read(*page).published == "2022-01-28"
    assert _read(*page, "LAM ANH", "26/01/2022").published == "2022-01-26"


def test_a_name_between_section_and_date_is_the_authors() -> None:
    """Beside the date above the title stands an author where the section stands above, else the section."""
    for line in ("Lam Anh | 21:45 ngày 12/09/2018", "Lam Anh - Thứ Tư 12/09/2018, 21:45"):
        article = _read("Trang chủ » Bóng đá trong nước", line, "Đường mới vào thôn", ONE, TWO)
        assert (article.author, article.section) == ("Lam Anh", "Bóng đá trong nước")


def test_a_section_and_a_time_above_the_title() -> None:
    """Section, date and time in one line above the title are what they say."""
    article = _read("Hoạt động Đảng - Đoàn thể 25 Tháng Mười 2018 11:05:00 SA", "Đường mới", ONE, TWO)
    assert (article.section, article.published) == ("Hoạt động Đảng - Đoàn thể", "2018-10-25T11:05:00")


@pytest.mark.parametrize(
    "second", [CAPTION, CAPTION + ".", CAPTION + " Ảnh: L.N.P", CAPTION.replace("Bà con", "bà con")]
)
def test_a_caption_printed_twice_is_kept_once(second: str) -> None:
    """Nearly the same line twice in a row is a caption: the one with the photographer, else the first."""
    article = _read("Đường mới", ONE, CAPTION, second, TWO)
    whole = second if "Ảnh" in second else CAPTION
    assert (article.captions, article.paragraphs) == ((whole,), (ONE, TWO))
    article = _read("Đường mới", ONE, second, CAPTION, TWO)
    assert (article.captions, article.paragraphs) == ((second,), (ONE, TWO))


def test_a_caption_that_is_a_sentence_and_printed_twice_is_no_paragraph() -> None:
    """With the photographer or without, the same sentence right behind itself is a caption; nearly the same is none."""
    whole = "Bà con trong thôn cùng nhau đổ bê tông đoạn đường cuối cùng ra cánh đồng vào sáng thứ bảy."
    for second in (whole, whole + " Ảnh: L.N.P"):
        article = _read("Đường mới", ONE, whole, second, TWO)
        assert (article.captions, article.paragraphs) == ((second,), (ONE, TWO))
    other = whole.replace("thứ bảy", "chủ nhật")
    assert _read("Đường mới", ONE, whole, other, TWO).paragraphs == (ONE, whole, other, TWO)


def test_a_line_that_names_a_photographer_is_a_caption() -> None:
    """``Ảnh:`` near the end of a line makes it a caption."""
    line = "Đoạn đường cuối thôn. Ảnh: Bảo Nghi"
    assert _read("Đường mới", ONE, line, TWO).captions == (line,)


def test_a_teaser_that_was_cut_is_the_lead() -> None:
    """A first line that breaks off is the lead, and no paragraph."""
    teaser = "Sáng 12-3, tại nhà văn hóa thôn Thượng, bà con đã họp bàn việc mở rộng..."
    article = _read("Đường mới", teaser, ONE, TWO)
    assert (article.lead, article.paragraphs) == (teaser, (ONE, TWO))


@pytest.mark.parametrize(
    ("line", "source"), [("(songque.example)", "songque.example"), ("Theo Báo Sống Quê", "Báo Sống Quê")]
)
def test_a_closing_line_names_the_source(line: str, source: str) -> None:
    """The newspaper that a closing line names is the source, and the line no paragraph."""
    article = _read("Đường mới", ONE, TWO, line, "Gửi cho bạn bè", "Phản hồi")
    assert (article.source, article.paragraphs) == (source, (ONE, TWO))


def test_text_wrapped_at_a_column_is_joined_to_paragraphs() -> None:
    """Blocks of short lines are one paragraph each, the author's line feeds kept inside."""
    blocks = [_wrapped(ONE + " " + TWO + " " + ONE), _wrapped(TWO + " " + ONE + " " + TWO)]
    article = read_text_page("Đường mới\n\n" + "\n\n".join(blocks), "a", "/a")
    assert article.paragraphs == tuple(blocks)


def _wrapped(text: str) -> str:
    return "\n".join(textwrap.wrap(text.replace(".", "") + ".", 70))


def test_the_text_is_the_authors_own() -> None:
    """Decomposed letters, soft hyphens and odd spaces inside a paragraph stay as they are."""
    odd = unicodedata.normalize("NFD", ONE).replace("thôn", "thô\u00adn").replace(" rộng", "\u00a0rộng")
    assert _read("Đường mới", odd, TWO).paragraphs == (odd, TWO)


@given(st.lists(st.text(st.characters(codec="utf-8"), max_size=80), max_size=12))
@example(["0", ", 0"])
def test_any_text_is_read_or_refused(lines: list[str]) -> None:
    """Whatever a page holds, it becomes an article whose texts all stand on the page, or one of our errors.

    Only the gap before a comma, which no author writes, may be gone: a link's end has made it.
    """
    page = "\n".join(lines)
    try:
        article = read_text_page(page, "a", "/a")
    except CorpusError:
        return
    words = _without_torn_commas(page)
    for text in (article.title, article.lead or "", *article.paragraphs, *article.captions):
        assert all(_without_torn_commas(line) in words for line in text.split("\n"))


def _without_torn_commas(text: str) -> str:
    return re.sub(r" ?([,;)])", r"\1", " ".join(text.split()))


@pytest.mark.parametrize(
    "sentence",
    [
        "Trở lại thôn Thượng sau mười năm, chúng tôi không nhận ra con đường cũ nữa.",
        "Chia sẻ qua điện thoại, bà Hạnh nói ai cũng mừng.",
        "Bài khác với lời đồn, con đường không hề bị bỏ dở.",
        "Xem thêm những gì bà con kể, mới hay việc khó đến đâu.",
        "Quay lại con đường cũ, ông Tròn chỉ cho chúng tôi từng khúc.",
    ],
)
def test_a_sentence_that_opens_like_furniture_is_a_sentence(sentence: str) -> None:
    """Words of a site's template cut nothing off where they begin running text."""
    assert _read("Đường mới", ONE, TWO, sentence, ONE.replace("vừa", "mới")).paragraphs[2] == sentence


@pytest.mark.parametrize(
    "title", ["Thực hiện Chỉ thị 16/CT-TTg ở quận 5", "Giá vàng tăng 2 triệu đồng/lượng", "Nghị quyết 06/NQ-CP"]
)
def test_a_slash_in_a_headline_makes_no_breadcrumb(title: str) -> None:
    """Codes and units with a slash are part of the title."""
    article = _read(title, ONE, TWO)
    assert (article.title, article.section, article.paragraphs) == (title, None, (ONE, TWO))


def test_a_title_printed_twice_is_kept_once() -> None:
    """The title again at the head of the text is no paragraph."""
    assert _read("Đường mới vào thôn", "Đường mới vào thôn", ONE, TWO).paragraphs == (ONE, TWO)
