"""A lead that nothing marks: told anew by the text below it, by weights that were learnt of articles."""

from __future__ import annotations

import pytest

from corpus.text.lines import Line
from corpus.text.page import read_text_page
from corpus.text.told_again import is_told_again

LEAD = (
    "Hợp tác xã Rạch Vông vừa bán hết ba trăm tấn gạo mùa cho một nhà máy ở Cần Đăng. Xã viên được trả tiền ngay tại "
    "sân phơi, cao hơn giá ngoài chợ một nghìn đồng mỗi ký."
)
TEXT = (
    "Sáng 12/10, ông Lý Văn Đượm, giám đốc hợp tác xã Rạch Vông, cho biết nhà máy ở Cần Đăng đã chở hết ba trăm tấn "
    "gạo mùa và trả tiền cho xã viên ngay tại sân phơi.",
    "Giá gạo mùa năm nay cao hơn giá ngoài chợ một nghìn đồng mỗi ký, vì nhà máy cần giống gạo cũ để làm bún. Xã viên "
    "giữ được giống ấy từ đời ông bà.",
    "Vụ tới, hợp tác xã sẽ gieo thêm bốn chục công. Ai có ruộng trũng ở Rạch Vông đều được mời, miễn là giữ đúng "
    "giống, không trộn, không phun thuốc trước khi gặt nửa tháng.",
)


def _lines(*texts: str) -> list[Line]:
    return [Line(text, text, gap=1) for text in texts]


def _lead(*texts: str) -> str | None:
    page = "\n\n".join(("Gạo mùa Rạch Vông có người mua hết", "12/10/2020 08:15", *texts))
    return read_text_page(page, "a", "/a").lead


def test_a_text_that_tells_it_anew() -> None:
    """What happened, without a day, and below it the day, the people and the same words again."""
    assert _lead(LEAD, *TEXT) == LEAD
    assert is_told_again(_lines(LEAD)[0], _lines(*TEXT), leans=False)


@pytest.mark.parametrize(
    "text",
    [
        (TEXT[1], TEXT[2], "Ông Đượm nói vậy rồi đi ra sân, nơi mấy chiếc xe cuối cùng đang lấy gạo, trời vừa tối."),
        (f"Tại buổi lễ, {TEXT[2]}", TEXT[1], TEXT[2]),
    ],
    ids=["goes on", "leans"],
)  # fmt: skip
def test_a_text_that_goes_on(text: tuple[str, ...]) -> None:
    """Where the next paragraph adds to the first and says neither when nor who, the first is the text's own."""
    assert _lead(LEAD, *text) is None


def test_what_weighs_against_a_lead() -> None:
    """A day in it, a next paragraph that leans on it, words that do not come back, a length that no other has."""
    (lead,), text = _lines(LEAD), _lines(*TEXT)
    (dated, other, short, long) = _lines(
        f"Ngày 11/10, {LEAD}",
        "Con đường đất ra bến phà Cái Mít nay thành đường nhựa. Học trò hai ấp thôi lội bùn, mùa nước cũng khô ráo.",
        "Hợp tác xã Rạch Vông bán hết gạo mùa cho nhà máy.",
        f"{LEAD} {TEXT[1]} {TEXT[2]} {TEXT[0]}",
    )
    assert is_told_again(lead, text, leans=False)
    assert not is_told_again(dated, text[1:] + text[:1], leans=True)
    assert not is_told_again(other, text, leans=False)
    assert not is_told_again(short, text, leans=False)
    assert not is_told_again(long, text, leans=False)


def test_it_may_end_in_anything_and_quote() -> None:
    """A lead that is told anew may ask, quote a few words or open with its source, which one that is not may not."""
    for lead in (f"{LEAD[:-1]}…", LEAD.replace("gạo mùa", "“gạo mùa”"), f"Theo xã viên, {LEAD[:1].lower()}{LEAD[1:]}"):
        assert _lead(lead, *TEXT) == lead
