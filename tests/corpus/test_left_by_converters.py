"""What converters leave of a page beside its words: marks, edges of cells, the names of pictures, labels."""

from __future__ import annotations

import pytest

from tests.corpus.test_ways_of_saving import DATE, FOUR, ONE, THREE, TITLE, TWO, _read


def test_markdown_without_links() -> None:
    """A title's mark and a bold line tell it as well: slanted captions lose their marks."""
    article = _read(
        f"# {TITLE}", "", DATE, "", f"**{ONE}**", "", TWO, "", "_Con đò ngày hạ thủy. Ảnh: Hà Vy_", "", THREE, "", FOUR
    )
    assert (article.title, article.lead) == (TITLE, ONE)
    assert (article.paragraphs, article.captions) == ((TWO, THREE, FOUR), ("Con đò ngày hạ thủy. Ảnh: Hà Vy",))


def test_the_edge_of_a_cell_with_a_picture() -> None:
    """A stroke alone, above a caption with one behind it, is no line: the lead stands right above the caption."""
    site = "Cồn Sậy 24h - Cổng thông tin tổng hợp"
    lead = f"{ONE} Đó là chiếc đò thứ ba của xóm."
    article = _read(site, TITLE, DATE, lead, "|", "Con đò ngày hạ thủy |", TWO, THREE, FOUR)
    assert (article.title, article.published, article.lead) == (TITLE, "2020-10-12T08:15", lead)
    assert article.captions == ("Con đò ngày hạ thủy",)


def test_captions_below_the_title_without_accents() -> None:
    """Where pictures were, their file's words stand twice: the lines below are captions, not titles of other pages."""
    named = "Xom Con Say gop tien lam lai con do ngang"
    captions = ("Bà Năm Nhỏ ngồi vá lưới bên hàng dừa nước", "Thằng Tí ôm con gà trống đi chợ huyện sớm")
    more = "Bến đò từ nay có mái che mưa, có ghế cho người già ngồi chờ, và có phao cho con nít qua sông mỗi ngày."
    lines = [
        TITLE,
        "",
        DATE,
        "",
        ONE,
        TWO,
        "",
        named,
        captions[0],
        "",
        THREE,
        FOUR,
        "",
        named,
        captions[1],
        "",
        more,
        "Hà Vy",
    ]
    article = _read(*lines)
    assert article.captions == captions
    assert article.paragraphs[-3:] == (THREE, FOUR, more)


@pytest.mark.parametrize(
    ("line", "author"),
    [("Tin - ảnh: K.Nam", "K.Nam"), ("Bài – Ảnh: Lê Nam", "Lê Nam"), ("Tin, bài và ảnh: Hồ Lan", "Hồ Lan")],
)
def test_who_wrote_it_and_took_the_pictures(line: str, author: str) -> None:
    """One label for the words and the pictures, however the two are parted in it."""
    article = _read(TITLE, "", DATE, "", ONE, "", TWO, "", THREE, "", line)
    assert (article.author, article.captions, article.paragraphs) == (author, (), (ONE, TWO, THREE))
