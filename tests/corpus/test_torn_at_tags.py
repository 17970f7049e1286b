"""Pages that a tool has torn at every tag: where a sentence goes on, and what stands by itself."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.text.torn_lines import without_tears
from tests.corpus.test_torn_pages import PARAGRAPHS, TITLE, _plain, _read


def test_text_between_tags_on_lines_of_its_own() -> None:
    """A scraper that ends a line at every tag tears sentences at names and dates; what ends a sentence ends it."""
    torn = ("Mở đầu, anh", "Bảy Thới", ", thợ đan ở Gò Sành, kể về nghề của mình cho mười hai học viên nghe.",
            "Theo", "ông Lê Văn Sửu", ", từ ngày", "01/4/2018", ", lớp mở thêm một buổi vào tối thứ năm",
            "; ai bận thì học sau.", "Đợt đầu, lớp khai giảng ngày", "31/3/2018", ".", PARAGRAPHS[0],
            "Quang cảnh lớp học", PARAGRAPHS[1])  # fmt: skip
    article = _read(TITLE, "12/03/2018", *torn)
    whole = (
        "Mở đầu, anh Bảy Thới, thợ đan ở Gò Sành, kể về nghề của mình cho mười hai học viên nghe.",
        "Theo ông Lê Văn Sửu, từ ngày 01/4/2018, lớp mở thêm một buổi vào tối thứ năm; ai bận thì học sau.",
        "Đợt đầu, lớp khai giảng ngày 31/3/2018.",
        PARAGRAPHS[0],
    )
    assert _plain([article.lead or "", *article.paragraphs])[:4] == list(whole)
    assert article.published == "2018-03-12"
    assert "Quang cảnh lớp học" in (*article.captions, *article.paragraphs)


def _torn(*lines: str) -> list[str]:
    return _plain(list(without_tears(["Lớp đan thúng", "12/03/2018", *lines])))[2:]


@pytest.mark.parametrize(
    ("pieces", "whole"),
    [
        (
            ("Lớp học đông. Thầy bảo khi", "Bảy Thới", "về thì nghỉ", "."),
            "Lớp học đông. Thầy bảo khi Bảy Thới về thì nghỉ.",
        ),
        (("(", "GSO", ") - Lớp mở từ sáng nay."), "(GSO) - Lớp mở từ sáng nay."),
        (
            ("Chị", "Đặng Thị Nhàn, thợ đan, cho biết", "28/5", "lớp nghỉ."),
            "Chị Đặng Thị Nhàn, thợ đan, cho biết 28/5 lớp nghỉ.",
        ),
        (("Đến nay có", "214 học viên, theo tiến sĩ", "Lê Vân."), "Đến nay có 214 học viên, theo tiến sĩ Lê Vân."),
        (("Ông Sửu kể:", "“Tre nhà tôi", "hết rồi", "”."), "Ông Sửu kể: “Tre nhà tôi hết rồi”."),
        (("- Ông Bảy Thới:", "Nghề này cần tay khéo."), "- Ông Bảy Thới: Nghề này cần tay khéo."),
        (("Thúng phơi ở sân. Ảnh:", "Hà Vy"), "Thúng phơi ở sân. Ảnh: Hà Vy"),
        (
            ("Nay ai cũng gọi đó là “", "thúng chai đỏ", "”. Khách hỏi mua."),
            "Nay ai cũng gọi đó là “thúng chai đỏ”. Khách hỏi mua.",
        ),
        (("“", "Tre nhà tôi hết rồi", "” - ông Sửu nói."), "“Tre nhà tôi hết rồi” - ông Sửu nói."),
        (
            ("HLV", "Lê Văn Sửu", "của đội đua thúng cũng tới học đan."),
            "HLV Lê Văn Sửu của đội đua thúng cũng tới học đan.",
        ),
        (
            ("Người dựng lại xưởng đan thúng là thầy dạy vẽ", "Lê Văn Sửu", ". Ông làm cả năm."),
            "Người dựng lại xưởng đan thúng là thầy dạy vẽ Lê Văn Sửu. Ông làm cả năm.",
        ),
        (
            ("Đây là lần thứ ba trong năm thợ đan học nghề qua điện thoại", "iPhone."),
            "Đây là lần thứ ba trong năm thợ đan học nghề qua điện thoại iPhone.",
        ),
        (("Sân phơi rộng 80 m", "2", ", lát gạch."), "Sân phơi rộng 80 m2, lát gạch."),
        (("Bảy Thới", "(58 tuổi,", "ở Gò Sành", ") dạy đan."), "Bảy Thới (58 tuổi, ở Gò Sành) dạy đan."),
    ],
)
def test_where_a_torn_sentence_goes_on(pieces: tuple[str, ...], whole: str) -> None:
    """On a torn page: behind a form of address, before a figure, a name, words of somebody, a mark."""
    torn = ("Hôm qua", ", lớp nghỉ.", "Sáng nay", ", lớp học", "; chiều thì không", ".")
    assert whole in _torn(*torn, *pieces, "Hết buổi học.")


def test_who_speaks_on_lines_of_their_own() -> None:
    """Where bold names of an interview are torn off, they stand before what was said again, and no sentence is."""
    turns = ("PV:", "Ông học đan từ khi nào?", "Ông Bảy Thới:", "Từ năm mười hai tuổi.",
             "PV:", "Ai dạy ông?", "Ông Bảy Thới:", "Cha tôi dạy.")  # fmt: skip
    joined = [f"{who} {said}" for who, said in zip(turns[::2], turns[1::2], strict=True)]
    assert _torn("Lớp học ở Gò Sành đông dần.", *turns) == ["Lớp học ở Gò Sành đông dần.", *joined]
    assert _torn("Giá thúng như sau:", *PARAGRAPHS) == ["Giá thúng như sau:", *PARAGRAPHS]
    shown = ("Ông Bảy Thới:", "Ông Bảy Thới bên lò. Ảnh: Hà Vy")
    assert _torn(*turns, *shown) == [*joined, *shown]
    assert _torn("Sẽ mở thêm lớp của huyện", *turns) == ["Sẽ mở thêm lớp của huyện", *joined]


@pytest.mark.parametrize("title", ["Nghề đan thúng đã trở về", "Huyện tặng quà cho ba giáo viên", "Gặp ba chủ tịch xã"])
def test_a_title_that_ends_as_torn_lines_do(title: str) -> None:
    """Above the text a date, a name and a paragraph go on no line, whatever it ends with."""
    torn = ("Theo", "ông Lê Văn Sửu", ", lớp mở thêm một buổi vào tối thứ năm", "; ai bận thì học sau.",
            "Đợt đầu, lớp khai giảng ngày", "31/3/2018", ".", "Anh", "Bảy Thới", ", thợ đan, dạy lớp.")  # fmt: skip
    article = _read(title, "12/03/2018", PARAGRAPHS[0], *torn, PARAGRAPHS[1])
    assert (article.title, article.published) == (title, "2018-03-12")
    begun = ("Sáng nay, con đường nối hai xóm của", f"Gò Sành và {PARAGRAPHS[1][0].lower()}{PARAGRAPHS[1][1:]}")
    assert " ".join(begun) in _plain([*_read("Đường mới ở Gò Sành", *begun, *torn).paragraphs])
    article = _read(title, "Hà Vy", PARAGRAPHS[0], *torn, PARAGRAPHS[1])
    assert (article.title, article.author) == (title, "Hà Vy")


def test_what_has_no_end_on_a_torn_page() -> None:
    """A heading, a caption, a date, the author's name and entries of a menu stay by themselves."""
    lines = ("Trang chủ", "Nghề quê", "Lớp nghỉ.", "Thợ đan trẻ", "Bảy Thới dạy từ sáng.", "Thợ đan. Ảnh: Hà Vy",
             "Sáng nay, lớp học.", "Hà Vy (thực hiện)", "Chia sẻ", "12/03/2018", "Bình luận")  # fmt: skip
    torn = ("Đầu tuần", ", lớp mở.", "Tối", ", lớp nghỉ", "; mai học.", "Kia", ", ghe về.")
    assert _torn(*torn, *lines)[-len(lines) :] == list(lines)
    ending = ("Ai cũng vui. Lớp mở vào các buổi tối trong tuần tại nhà văn hóa thôn", "Hà Vy", "Chia sẻ")
    assert _torn(*torn, *ending)[-3:] == list(ending)


@given(
    st.lists(st.sampled_from(("", ",", ".", "(", "Ông", "tre", ", thợ", "12/3/2018", "a.", "“Ừ", "”", "CO", "2", ":")))
)
def test_torn_lines_lose_nothing(lines: list[str]) -> None:
    """Whatever stands on the lines of a page is there when they were put together, in the same order."""
    torn = ["Hôm qua", ", nghỉ.", "Nay", ", học", "; mai", ", nghỉ.", *lines]
    assert "".join("".join(without_tears(torn)).split()) == "".join("".join(torn).split())
