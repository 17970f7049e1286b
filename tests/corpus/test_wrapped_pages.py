"""Text that a program wrapped at a column: from few lines it is known, and every paragraph is whole again."""

from __future__ import annotations

import textwrap

import pytest

from corpus.text.sheets import without_sheets
from corpus.text.unwrapping import unwrapped

PARAGRAPHS = (
    "Sáng mồng sáu, bà con xóm Trại lại đem nong ra sân phơi mẻ miến đầu năm.",
    "Bà Lụa bảo miến xóm Trại ngon nhờ nước giếng đá ong, và nhờ người tráng không vội vàng.",
    "Mỗi nhà tráng chừng hai tạ bột, trời nắng thì hai hôm là khô, trời nồm phải hong bên bếp.",
    "Năm nay thương lái đặt từ tháng mười, nên xóm Trại thức khuya hơn mọi năm.",
)


@pytest.mark.parametrize("width", [50, 62, 72, 84])
def test_paragraphs_of_two_lines_show_the_column(width: int) -> None:
    """Three sentences that break off where the next word had no room are enough, however short the paragraphs."""
    page = "\n\n".join("\n".join(textwrap.wrap(paragraph, width)) for paragraph in (*PARAGRAPHS, *PARAGRAPHS))
    assert [" ".join(line.split()) for line in unwrapped(page)] == [*PARAGRAPHS, *PARAGRAPHS]


def test_a_wide_column_is_one_too() -> None:
    """Paragraphs of two hundred characters, each broken once at 160."""
    long = [f"{PARAGRAPHS[at][:-1]}, {PARAGRAPHS[at + 1][:-1].lower()}, {PARAGRAPHS[2].lower()}" for at in (0, 1, 2)]
    page = "\n\n".join("\n".join(textwrap.wrap(paragraph, 160)) for paragraph in (*long, *long))
    assert [" ".join(line.split()) for line in unwrapped(page)] == [*long, *long]


def test_lines_that_end_where_the_author_likes_stay_apart() -> None:
    """Verses and lists go on in small letters, too, but the next word would have had room."""
    verses = [
        "con sông chảy qua làng tôi mang theo phù sa đỏ nặng",
        "và mẹ ngồi đợi bên bến",
        "những chiều mưa dầm dề kéo dài suốt cả tháng bảy năm ấy",
        "nghe tiếng cha gọi đò ngang từ phía bên kia sông vọng lại",
        "như còn đây",
    ]
    assert unwrapped("\n".join(verses)) == verses


def test_a_dash_inside_a_sentence_opens_no_point() -> None:
    """Where not even the dash had room in the line, the sentence goes on behind it; else the dash opens a point."""
    cut = "Bà Lụa mời khách bát miến nấu lươn đầu tiên của cả vụ"
    block = (cut, "– năm nay trời nồm nên đến giờ này miến xóm mới khô.")
    wrapped = ["\n".join(textwrap.wrap(paragraph, len(cut))) for paragraph in (*PARAGRAPHS, *PARAGRAPHS)]
    assert unwrapped("\n\n".join(("\n".join(block), *wrapped)))[0] == "\n".join(block)
    points = (cut[:-6], *block[1:])
    assert unwrapped("\n\n".join(("\n".join(points), *wrapped)))[:2] == list(points)


def test_a_sheet_s_end_tears_no_paragraph() -> None:
    """The number of a printed sheet between two halves of a sentence goes, and the halves are one paragraph."""
    lines = textwrap.wrap(f"{PARAGRAPHS[1][:-1]}, {PARAGRAPHS[2]}", 50)
    rest = ["\n".join(textwrap.wrap(paragraph, 50)) for paragraph in (*PARAGRAPHS, *PARAGRAPHS)]
    for sheet in ("Trang 1/2", "https://xomtrai.example/in/88.html\t1/2"):
        page = "\n\n".join(("\n".join(lines[:2]), sheet, "\n".join(lines[2:]), *rest))
        assert lines[2][0].islower()
        assert unwrapped(page)[0] == "\n".join(lines)


def test_a_line_before_a_capital_letter_may_be_the_longest() -> None:
    """The column is as wide as its fullest line, also where the next word is a name."""
    wrapped = ["\n".join(textwrap.wrap(paragraph, 58)) for paragraph in (*PARAGRAPHS, *PARAGRAPHS)]
    block = ("Mồng sáu Tết năm nay bà con dưới xóm Thượng lại rủ lên xóm Trại", "Hạ.")
    assert unwrapped("\n\n".join(("\n".join(block), *wrapped)))[0] == "\n".join(block)


def test_what_a_printer_puts_round_a_sheet_s_end() -> None:
    """The number, and below it the head that stands over every sheet; what comes but once stays, one gap above it."""
    head = "21:41, 14/05/2023      Miến xóm Trại | QUÊ MỚI"
    page = [head, "", *PARAGRAPHS[:2], "https://xomtrai.example/in/88      1/2", head, "", PARAGRAPHS[2], "Trang 2/2"]
    assert list(without_sheets(page)) == [head, "", *PARAGRAPHS[:2], "", PARAGRAPHS[2]]
    torn = [head, PARAGRAPHS[0][:-1], "", "Trang 1/2", head, "", "rồi hong bên bếp.", "", head]
    begun = [PARAGRAPHS[0][:-1], "Trang 1/2", "Rồi hong"]
    assert list(without_sheets(begun)) == [begun[0], "", begun[2]]
    assert list(without_sheets(torn)) == [head, PARAGRAPHS[0][:-1], "rồi hong bên bếp.", "", head]


def test_letters_of_several_widths_leave_a_ragged_edge() -> None:
    """Lines break off where they nearly fill a column, though the next word had room; in a narrow one verses do so."""
    text = " ".join(PARAGRAPHS * 5).lower().replace(".", " và")
    block = _of_widths(text, 70, 78, 72, 80)[:9]
    page = "\n".join([*block, "", *block, "", *block])
    assert [line.count("\n") for line in unwrapped(page)] == [8, 8, 8]
    narrow = "\n\n".join(["\n".join(_of_widths(text, 44, 51, 46, 52))] * 3)
    assert unwrapped(narrow) == narrow.split("\n")


def _of_widths(text: str, *widths: int) -> list[str]:
    """A text in lines of such widths by turns."""
    lines, rest = [], text
    for width in widths * 4:
        line, *_ = textwrap.wrap(rest, width)
        lines.append(line)
        rest = rest[len(line) :].lstrip()
    return lines
