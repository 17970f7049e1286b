"""Ways in which the press names whoever speaks, beside the usual ones: each leads to the person, or to nobody."""

from __future__ import annotations

import pytest

from corpus.article import QuotationKind
from corpus.quotations import quotations

SAID = "“Mưa thì mưa, bà con vẫn ra đồng từ sớm.”"


def speaker(*paragraphs: str) -> tuple[str | None, str | None]:
    """Who says the last passage, and in which office."""
    last = quotations(None, paragraphs)[-1]
    assert last.kind is QuotationKind.SPEECH
    return last.speaker, last.role


@pytest.mark.parametrize(
    ("paragraph", "wanted"),
    [
        (f"Theo trung tá Lò Văn Mây, Đội trưởng Đội tuần tra (Loria) khẳng định: {SAID}",
         ("Lò Văn Mây", "Đội trưởng Đội tuần tra (Loria)")),
        (f"Thượng tá Lò Văn Mây-Trưởng trạm Nậm Loa cho hay: {SAID}", ("Lò Văn Mây", "Thượng tá")),
        (f"Vợ chồng ông Lò Văn Mây cho biết: {SAID}", ("Lò Văn Mây", None)),
        (f"Vợ Mây viết: {SAID}", (None, None)),
        (f"Facebook Hoa Mâyy cho rằng: {SAID}", ("Hoa Mâyy", None)),
        (f"Facebook Hoa Mâyy: {SAID}", ("Hoa Mâyy", None)),
        ("“Trạm bơm đã chạy lại từ trưa hôm qua”, Loria Times dẫn lời con gái ông, Mâyy, nói.", ("Mâyy", None)),
        ("“Trạm bơm đã chạy lại từ trưa hôm qua”, Loria Times dẫn lời con gái ông, ở Nậm Loa, nói.", (None, None)),
        ("“Trạm bơm đã chạy lại từ trưa hôm qua”, lãnh đạo Cục Thủy nông khẳng định.", ("Cục Thủy nông", None)),
        (f"Tròn, 27 tuổi, chủ quán bún ở Nậm Loa, bảo trời đã tạnh. {SAID}", ("Tròn", "chủ quán bún ở Nậm Loa")),
    ],
)  # fmt: skip
def test_the_name_is_found(paragraph: str, wanted: tuple[str | None, str | None]) -> None:
    """Behind ``Theo`` with a verb of its own, before a dash, with the wife, by a site, by kin, by the age."""
    assert speaker(paragraph) == wanted


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("“Mưa thì mưa, bà con vẫn ra đồng”. Đó là chia sẻ của bà Lò Thị Mây, chủ tịch hội.",),
        ("“Mưa thì mưa, bà con vẫn ra đồng.”", "Đó là khẳng định của bà Lò Thị Mây, chủ tịch hội."),
    ],
)
def test_the_next_sentence_says_whose_words_those_were(paragraphs: tuple[str, ...]) -> None:
    """In the same paragraph or the next one."""
    assert speaker(*paragraphs) == ("Lò Thị Mây", "chủ tịch hội")


@pytest.mark.parametrize(
    ("ahead", "behind", "wanted"),
    [
        ("Trước Tết, ông Đới Hữu Lộc, chủ vựa, mua vào nhiều.", "ông Lộc nói", "Đới Hữu Lộc"),
        ("Chủ tịch xã Bình Thạnh Thượng Ngô Văn Tròn đi vắng.", "ông Tròn nói", "Ngô Văn Tròn"),
        ("Ông Lò Văn Mây, trưởng bản Nậm Cắn, xem lại mối dây.", "trưởng bản nói", "Lò Văn Mây"),
        ("Nghị Viên Ken Barker mở lời.", "ông Barker nói", "Ken Barker"),
        ("Tôi học nghề từ bà Lò Thị Mây, chủ quán cơm chay Hoa Sữa ở xóm tôi.", "bà nói", "Lò Thị Mây"),
    ],
)
def test_no_place_or_house_is_taken_for_its_head(ahead: str, behind: str, wanted: str) -> None:
    """A rare family name counts with a form of address, a long place's name ends where the person's begins, and what
    somebody heads or owns is no person."""
    assert speaker(ahead, f"“Mưa thì mưa, bà con vẫn ra đồng từ sớm”, {behind}.")[0] == wanted


TALK = (
    "Đen: Làng có tin hot.",
    "Ai cũng “bàn tán” cả.",
    "Đá: Tin gì vậy?",
    "Đen: Cầu mới sập.",
    "Đá: Cầu nào?",
    "Đen: Cầu ao.",
    "Đá: Thế thì thôi.",
)


def test_a_talk_under_two_labels_is_all_speech() -> None:
    """Labels that are no names count where they take turns in a whole article; a turn runs to the next label."""
    found = [quote for quote in quotations(None, TALK) if quote.kind is QuotationKind.SPEECH]
    assert [quote.speaker for quote in found] == ["Đen", "Đá", "Đen", "Đá", "Đen", "Đá"]
    assert found[0].text == "Làng có tin hot.\nAi cũng “bàn tán” cả."


@pytest.mark.parametrize(
    "lines",
    [
        (
            "Giá: 5.000 đồng.",
            "Nơi bán: chợ Loria.",
            "Giá: 6.000 đồng.",
            "Nơi bán: chợ Nậm.",
            "Giá: 7.000 đồng.",
            "Hết.",
        ),
        TALK[:4],
        (*TALK, *("Trời mưa cả ngày trên đồng." for _ in range(8))),
    ],
)
def test_a_table_or_a_few_lines_are_no_talk(lines: tuple[str, ...]) -> None:
    """Labels of things, labels that come too seldom, and such as stand in a longer text name nobody."""
    assert not any(quote.speaker in ("Giá", "Nơi bán", "Đá", "Đen") for quote in quotations(None, lines))
