"""Offices before and behind names."""

from __future__ import annotations

import pytest

from corpus.quotations import quotations
from corpus.speech.names import mentions
from corpus.speech.offices import is_rank, office_before, office_behind


@pytest.mark.parametrize(
    ("ahead", "office"),
    [
        ("Chủ tịch UBND xã Phước An ", "Chủ tịch UBND xã Phước An"),
        ("Hôm qua, giám đốc sở ", "giám đốc sở"),
        ("Trưởng khu phố 3, bà ", "Trưởng khu phố 3"),
        ("Giám đốc Sở Lao động - Thương binh và Xã hội ", "Giám đốc Sở Lao động - Thương binh và Xã hội"),
        ("Giám đốc Viện Lúa - Trung tâm ", None),
        ("Tổ trưởng (khu phố 3) ", "Tổ trưởng"),
        ("Con gái bà Hựu, chị ", "Con gái bà Hựu"),
        ("Tổng Bí thư, Chủ tịch nước ", "Tổng Bí thư, Chủ tịch nước"),
        ("Theo Bộ trưởng, Chủ nhiệm văn phòng ", "Bộ trưởng, Chủ nhiệm văn phòng"),
        ("Chủ tịch Alan Barker của ", None),
        ("Chủ tịch Trần Văn Bảy thăm nghệ nhân ", "nghệ nhân"),
        ("Nhà khí tượng học ", "Nhà khí tượng học"),
        ("Theo tuyên bố của Tổng thống Loria ", "Tổng thống Loria"),
        ("bị cáo ", "bị cáo"),
        ("tài khoản ", "tài khoản"),
        ("Họ mở các tài khoản ", None),
        ("con gái ông ", None),
        ("Chủ tịch xã đã gặp ", None),
        ("Chủ tịch Loria Barker và người đồng cấp ", "người đồng cấp"),
        ("Chủ tịch Loria Barker tặng hoa cho Chủ tịch ", "Chủ tịch"),
        ("Chủ tịch Loria Alan Barker và Chủ tịch Marena ", "Chủ tịch Marena"),
        ("Chủ tịch và Giám đốc Viện Lúa ", "Chủ tịch và Giám đốc Viện Lúa"),
        ("Chủ tịch Loria Alan Barker phát biểu tại lễ hội ", None),
        ("Chủ tịch Alan Barker thăm đồng lúa Marena - ", None),
        ("Trời mưa. ", None),
        ("", None),
    ],
)
def test_the_office_before_a_name(ahead: str, office: str | None) -> None:
    """It reaches from the first word of office in the clause to the name, unless a verb stands between."""
    assert office_before(f"{ahead}Nguyễn Văn Tròn", len(ahead))[1] == office


@pytest.mark.parametrize(
    ("rest", "office"),
    [
        (", Trưởng khu phố 3, cho biết", "Trưởng khu phố 3"),
        (" (Trưởng khu phố 3) cho biết", "Trưởng khu phố 3"),
        (" - hiệu trưởng nhà trường - nói", "hiệu trưởng nhà trường"),
        ("- hiệu trưởng nhà trường nói", "hiệu trưởng nhà trường"),
        (", 47 tuổi, nói", None),
        (" (47 tuổi, nông dân) nói", "nông dân"),
        (", 47 tuổi, chủ quán nước, nói", "chủ quán nước"),
        (", người trồng lúa lâu năm, nói", "người trồng lúa lâu năm"),
        (", giám đốc công ty nhấn mạnh", "giám đốc công ty"),
        (", phó chỉ huy công trường, nói", "phó chỉ huy công trường"),
        (", Giám đốc Cảng Hàng không Phước An, nói", "Giám đốc Cảng Hàng không Phước An"),
        (" - Giám đốc Trung tâm châu Á - Thái Bình Dương - nói", "Giám đốc Trung tâm châu Á - Thái Bình Dương"),
        (" (Bí thư Thành ủy TP. Phước An) nói", "Bí thư Thành ủy TP. Phước An"),
        (", trời mưa, đường trơn", None),
        (" nói", None),
        ("", None),
    ],
)
def test_the_office_behind_a_name(rest: str, office: str | None) -> None:
    """It stands between commas, dashes or in parentheses, without an age and without the verb that follows."""
    name = "Trần Văn Bảy"
    assert office_behind(name + rest, len(name)) == office


def test_an_office_behind_may_have_to_be_closed() -> None:
    """Behind ``theo`` and a name, an office that goes on with a verb is somebody else's."""
    text = "Bảy, chủ tịch xã đã về"
    assert office_behind(text, 3) == "chủ tịch xã"
    assert office_behind(text, 3, is_closed=True) is None


@pytest.mark.parametrize(
    ("told", "office"),
    [
        ("Theo bà Lê Thị Hạnh, bị cáo không xin lỗi.", None),
        ("Theo bà Lê Thị Hạnh, nạn nhân qua đời.", None),
        ("Theo bà Lê Thị Hạnh, chủ quán, mưa không ngớt.", "chủ quán"),
        ("Mưa không ngớt, theo bà Lê Thị Hạnh, chủ quán ở Lộc An.", "chủ quán ở Lộc An"),
        ("Theo luật sư Lê Thị Hạnh, nạn nhân không biết gì.", "luật sư"),
    ],
)
def test_whoever_the_next_clause_is_about_lends_no_office(told: str, office: str | None) -> None:
    """Behind ``Theo X,`` another clause may begin with somebody's office: it is never that of whoever is cited."""
    found = quotations(None, (f"{told} “Đường này phải làm ngay thôi”, bà Hạnh nói.",))
    assert (found[0].speaker, found[0].role) == ("Lê Thị Hạnh", office)


def test_an_office_behind_counts_before_a_rank() -> None:
    """A degree before the name gives way to the office behind it."""
    (found,) = mentions("Tiến sĩ Trần Văn Bảy, viện trưởng, nói")
    assert found.role == "viện trưởng"
    assert is_rank("Tiến sĩ")
    assert not is_rank("viện trưởng")


def test_an_abbreviation_ends_no_clause() -> None:
    """The point of a degree or an initial lies inside the office, which counts before the degree."""
    ahead = "Giám đốc, TS. "
    assert office_before(f"{ahead}Trần Văn Bảy", len(ahead))[1] == "Giám đốc"


def test_an_office_of_somebody_else() -> None:
    """What stands before ``và`` or ``cũng`` tells of another one."""
    for text in (
        "HLV Alan Barker và Lò Mây đã về",
        "Cán bộ xã cho hay Lò Mây đã về",
        "HLV Barker cũng khen ngợi hậu vệ và Lò Mây",
    ):
        assert office_before(text, text.index("Lò Mây"))[1] is None
    text = "luật sư của Chủ tịch Lò Mây đã về"
    assert office_before(text, text.index("Lò Mây"))[1] == "Chủ tịch"


@pytest.mark.parametrize("clause", ["Chủ tịch xã trao giấy khen cho", "Bác sĩ Lò Mận chăm sóc vết thương của"])
def test_a_clause_before_a_name_is_no_office(clause: str) -> None:
    """What somebody else did for a person is not what that person is."""
    said = "Trần Văn Bảy nói: “Tôi mừng lắm, cả xóm cũng mừng”."
    (found,) = quotations(None, (f"{clause} Trần Văn Bảy hôm qua.", said))
    assert (found.speaker, found.role) == ("Trần Văn Bảy", None)


@pytest.mark.parametrize("ministry", ["Công Thương", "Luật Loria", "Biển", "Y tế"])
def test_a_ministry_is_no_name(ministry: str) -> None:
    """A minister without a name is whoever holds the office, and not what the ministry is called."""
    said = f"“Đường này phải làm ngay thôi”, Bộ trưởng {ministry} nói."
    assert quotations(None, ("Bộ trưởng Trần Văn Bảy đến xã.", said))[-1].speaker == "Trần Văn Bảy"
    whole = f"Bộ trưởng {ministry} Lê Thị Hạnh nói: “Đường này phải làm ngay thôi”."
    assert quotations(None, (whole,))[-1].speaker == "Lê Thị Hạnh"
