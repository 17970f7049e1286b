"""What programs write above a text: records of archives, heads of data, headers of letters."""

from __future__ import annotations

import pytest

from corpus.article import Article
from corpus.text.labelled_head import labelled_head
from corpus.text.mail_header import without_mail_header
from corpus.text.page import read_text_page

TITLE = "Hợp tác xã Gò Sành mở lớp dạy đan thúng chai"
ONE = "Sáng thứ bảy, mười hai học viên đầu tiên của lớp đan thúng chai đã có mặt ở sân hợp tác xã Gò Sành."
TWO = "Ông Bảy Thới, thợ đan có bốn chục năm trong nghề, đứng lớp mà không lấy công, chỉ xin mỗi người một bó tre."
THREE = "Lớp học kéo dài ba tháng, mỗi tuần hai buổi, ai đan xong chiếc thúng đầu tiên thì được mang thúng về nhà."


def _read(*lines: str) -> Article:
    return read_text_page("\n".join(lines), "a.txt", "/a.txt")


def test_the_record_of_an_archive() -> None:
    """Labels stand apart from their colons and below the program's own lines; what nobody knows says nothing."""
    article = _read(
        "KHO LƯU TRỮ TIN BÀI", "Kết quả 2/9 [Trước] [Sau]", "", "Mã tin      : GS-0412", "Chuyên mục  : Nghề quê",
        "Ngày phát   : 12/04/2015 08:30", f"Tiêu đề     : {TITLE}", "Người viết  : Lâm Hà Vy", "Số chữ      : 88",
        "-" * 40, ONE, TWO, THREE,
    )  # fmt: skip
    assert (article.title, article.section, article.author) == (TITLE, "Nghề quê", "Lâm Hà Vy")
    assert (article.published, article.paragraphs) == ("2015-04-12T08:30", (ONE, TWO, THREE))


def test_a_value_that_was_wrapped_is_one() -> None:
    """A line without a label goes on with the long value above it, where another known label follows."""
    lead = "Cả làng Gò Sành có ba người còn biết đan thúng chai, người trẻ nhất trong số họ\nđã sáu mươi hai tuổi."
    facts, rest = labelled_head(f"Nhan đề: {TITLE}\nTác giả: K.T\nTóm tắt: {lead}\nToàn văn:\n{ONE}\n")
    assert (facts["Tóm tắt"], rest) == (" ".join(lead.split()), f"{ONE}\n")
    facts, rest = labelled_head(f"Nhan đề: {TITLE}\nTác giả: K.T\nMục: {lead}\n{ONE}\n")
    assert rest.startswith("đã sáu mươi hai tuổi.")


def test_a_head_of_yaml() -> None:
    """Marks round a text and a list are the program's; marks inside a title stay."""
    title = "Thúng chai “không thấm một giọt” của Gò Sành"
    article = _read(
        "---", f'title: "{title}"', "author: Lâm Hà Vy", "date: 2015-04-12", "categories: ['Nghề quê', 'Tết']", "---",
        ONE, TWO, THREE,
    )  # fmt: skip
    assert (article.title, article.section, article.published) == (title, "Nghề quê", "2015-04-12")
    assert article.paragraphs == (ONE, TWO, THREE)
    assert _read(f'Title: "{title}"', "Author: Lâm Hà Vy", "Date: 2015-04-12", ONE, TWO).title == f'"{title}"'


HEADER = ("From: Ban Biên Tập <ban@gosanh.example>", "To: doc-gia@gosanh.example")


def test_a_letter_whose_page_names_itself() -> None:
    """The subject is in other words, and its header is no text; the page's own date counts."""
    article = _read(
        *HEADER, "Subject: [Gò Sành] Lớp đan thúng khai giảng và 3 tin khác", "Date: Mon, 2 Mar 2015 06:30:00 +0700",
        "", "Không đọc được thư? Mở trang tại https://gosanh.example/12", "", TITLE, "01/03/2015 09:00", "Lâm Hà Vy",
        ONE, TWO, THREE,
    )  # fmt: skip
    assert (article.title, article.published, article.author) == (TITLE, "2015-03-01T09:00", "Lâm Hà Vy")
    assert article.paragraphs == (ONE, TWO, THREE)


@pytest.mark.parametrize(
    ("subject", "published"),
    [(TITLE, "2015-03-02T06:30:00"), (f"Fwd: {TITLE}", None), (f"[Bản tin] {TITLE}", "2015-03-02T06:30:00")],
)
def test_a_letter_that_is_the_page(subject: str, published: str | None) -> None:
    """The subject is the title where the letter has none, and its day counts unless somebody forwarded it."""
    header = (*HEADER, f"Subject: {subject}", "Date: Mon, 2 Mar 2015 06:30:00 +0700", "")
    article = _read(*header, ONE, TWO, THREE)
    assert (article.title, article.published, article.paragraphs) == (TITLE, published, (ONE, TWO, THREE))


def test_what_is_no_letter_stays() -> None:
    """A line that opens as a header does is text where neither sender nor subject stands beside it."""
    for text in ("Từ: một người bạn\n\nThư gửi con", "Chủ đề: đan thúng\n\nBài học đầu tiên"):
        assert without_mail_header(text) == text


def test_what_stands_round_a_forwarded_page() -> None:
    """The words of who forwards it stand above the line for it, his signature and the list's words below two dashes."""
    forwarded = ("Các bác đọc cho đỡ nhớ nhé.", "", "---------- Forwarded message ----------", "")
    signed = ("-- ", "Hà Vy", "Văn phòng đại diện", "ĐT: 0127", "--~--~---", "Thư này gửi đến cả nhóm.")
    page = (TITLE, "01/03/2015 09:00", "", ONE, TWO, THREE, "", "Lâm Hà Vy", "")
    article = _read(*HEADER, "Subject: Fwd: Bai que minh", "", *forwarded, *page, *signed)
    assert article == _read(*page)


def test_a_list_of_one_author() -> None:
    """A program's list is no part of a name, in a head that is no YAML, too."""
    article = _read(f"title: {TITLE}", "authors: ['Hà Vy']", "publish_date: 2018-06-05 15:02:00", f"text: {ONE}", TWO)
    assert (article.author, article.paragraphs) == ("Hà Vy", (ONE, TWO))


def test_a_description_that_was_cut() -> None:
    """The first paragraph that begins so is the lead, whole; another one stays text below the cut lead."""
    head = ("---", f"title: {TITLE}", f"description: {ONE[:60]}...", "---", TITLE)
    article = _read(*head, ONE, TWO, THREE)
    assert (article.lead, article.paragraphs) == (ONE, (TWO, THREE))
    assert _read(*head, TWO, THREE).lead == f"{ONE[:60]}..."


def test_a_page_s_address_as_its_source() -> None:
    """A program that keeps where it found a page says so by its address: the site is the source."""
    head = (f"title: {TITLE}", "source: https://www.que.example/tin/1.html", "date: 2018-06-05", f"text: {ONE}")
    assert _read(*head, TWO).source == "que.example"
