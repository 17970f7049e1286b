"""Personal names in running text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.speech.capital_words import is_vietnamese
from corpus.speech.names import is_full_name, mentions


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("ông Nguyễn Văn Tròn và bà Lê Thị Hạnh", ["Nguyễn Văn Tròn", "Lê Thị Hạnh"]),
        ("Chủ tịch UBND xã Phước An Nguyễn Văn Tròn", ["Nguyễn Văn Tròn"]),
        ("Giám đốc Sở Y tế Hà Nội Trần Thị Nhung", ["Trần Thị Nhung"]),
        ("chị H. bán nước đầu hẻm", ["H."]),
        ("huấn luyện viên chia sẻ trên Radio Lagoa", []),
        ("anh N.V.A kể lại", ["N.V.A"]),
        ("HLV Park Dong-min", ["Park Dong-min"]),
        ("bà H'Bia Niê", ["H'Bia Niê"]),
        ("ông Ludwig van der Berg", ["Ludwig van der Berg"]),
        ("già làng A Thút", ["A Thút"]),
        ("linh mục Phêrô Trần Văn Bảy", ["Phêrô Trần Văn Bảy"]),
        ("TS.Trần Văn Bảy", ["Trần Văn Bảy"]),
        ("Ông Thị Phấn", ["Ông Thị Phấn"]),
        ("ông Kim Tae - ran đã đến", ["Kim Tae - ran"]),
        ("chị N.T. T kể", ["N.T. T"]),
        ("chị N.T.H. (Phước An) hỏi", ["N.T.H."]),
        ("chị N.T.H. Sau đó", ["N.T.H"]),
        ("ông Anh nói", ["Anh"]),
        ("ông Omar bin Said al-Basri", ["Omar bin Said al-Basri"]),
        ("bà Martha von der Berg", ["Martha von der Berg"]),
        ("Chủ tịch Cơ quan Hàng không Costa Rica Alan Barker", ["Alan Barker"]),
        ("vị Trưởng thôn cho hay", []),
        ("Thủ tướng Campuchia Sok Vanna", ["Sok Vanna"]),
        ("Thượng nghị sĩ Massachusetts Alan Barker", ["Alan Barker"]),
        ("ca sĩ Adélio Barker", ["Adélio Barker"]),
        ("khách hàng của các tài khoản gửi tại Trần Văn Bảy", ["Trần Văn Bảy"]),
        ("Phó chủ tịch xã Tịnh Lộc Hồ Thị Mến", ["Hồ Thị Mến"]),
        ("Thống đốc bang Loria Alan Barker", ["Alan Barker"]),
        ("đạo diễn người Nhật Ken Barker", ["Ken Barker"]),
        ("nhà văn người Thái Bình", []),
        ("ca sĩ Hoàng Lê Mận Cũng như chị", ["Hoàng Lê Mận"]),
        ("phát ngôn viên của nhóm phía Nam nói", []),
        ("Thống đốc bang New Loria Alan Barker", ["Alan Barker"]),
        ("Chủ tịch Hội đồng châu Âu Alan Barker", ["Alan Barker"]),
        ("phóng viên chiến trường Alan Barker", ["Alan Barker"]),
        ("Chủ tịch UBND TP Lộc An nói", []),
        ("Chủ tịch UBND TP Trần Văn Bảy", ["Trần Văn Bảy"]),
        ("LS Đức nói", ["Đức"]),
        ("nghệ sĩ Đức Lưu nói", ["Đức Lưu"]),
        ("HLV xứ Nghệ nói", []),
        ("cha xứ Phêrô Trần Văn Bảy", ["Phêrô Trần Văn Bảy"]),
        ("Chánh án TAND Tối cao Trần Văn Bảy", ["Trần Văn Bảy"]),
        ("em Q. A. kể", ["Q. A."]),
        ("ông Men - yeung nói", ["Men - yeung"]),
        ("tài xế LoriaBike nói", []),
        ("bà McBarker nói", ["McBarker"]),
        ("nữ sinh Trường THPT Phan Đình Mến", []),
        ("Phó chủ tịch UBND Khánh Hoà nói", []),
        ("Chủ tịch xã An Ninh Đông nói", []),
        ("Đạo diễn Alan Barker Theo nhận xét của ông", ["Alan Barker"]),
        ("Tướng Barker nói", ["Barker"]),
        ("ông Chuyện nói", ["Chuyện"]),
        ("bà Noh Yoon - seo nói", ["Noh Yoon - seo"]),
        ("ông Rizan Hadu-thành viên của hội", ["Rizan Hadu"]),
        ("Tư lệnh Lực lượng Không gian Alan Barker", ["Alan Barker"]),
        ("chuyên gia về lúa Alan Barker", ["Alan Barker"]),
        ("Chủ tịch xã Đoàn Văn Tròn", ["Đoàn Văn Tròn"]),
        ("Chủ tịch huyện Lộc Sơn Đặng Thế Mến", ["Đặng Thế Mến"]),
        ("Phó chủ tịch xã Tịnh Gia Mai Lù Văn Páo", ["Lù Văn Páo"]),
        ("bác sĩ trạm y tế xã Nghiêm Thị Mến", ["Nghiêm Thị Mến"]),
        ("Chủ tịch Hồ Chí Minh nói", ["Hồ Chí Minh"]),
        ("ĐĐ.Thích Minh Bảy", ["Thích Minh Bảy"]),
        ("chuyên gia cảng biển Alan Barker", ["Alan Barker"]),
        ("Bộ trưởng Tình báo Alan Barker", ["Alan Barker"]),
        ("Dân Biểu Alan Barker", ["Alan Barker"]),
        ("Nhà khí tượng học Barker", ["Barker"]),
        ("ông Jiří Ploček nói", ["Jiří Ploček"]),
        ("Alan Barker, một nhân chứng, kể", ["Alan Barker"]),
        ("sơ Mến cười", ["Mến"]),
        ("ông Tom O ' Hara nói", ["Tom O ' Hara"]),
        ("bà H ’ Bia Niê nói", ["H ’ Bia Niê"]),
        ("ông Omar al - Basri nói", ["Omar al - Basri"]),
        ("Alan Vogt - Marsh, một nhân chứng, kể", ["Alan Vogt - Marsh"]),
        ("bà Noh Kyung - wha nói", ["Noh Kyung - wha"]),
        ("ông Trần Văn Nam - cho biết", ["Trần Văn Nam"]),
        ("Ảnh: PK Ông Bảy nói", ["Bảy"]),
        ("Ảnh: Lò Mây Bà Trần Thị Mến nói", ["Trần Thị Mến"]),
        ("Phó Chủ tịch quận Hai Bà Mến nói", []),
        ("GS Báo nói", ["Báo"]),
        ("cô Trang viết", ["Trang"]),
        ("Thủ tướng Nhật Ken Barker", ["Ken Barker"]),
        ("ca sĩ Hồ Mây Barker", ["Hồ Mây Barker"]),
        ("bà Nguyễn Trần Lê Hồng Trúc nói", ["Nguyễn Trần Lê Hồng Trúc"]),
        ("hiệu trưởng Nguyễn Huệ Trần Văn Bảy nói", ["Trần Văn Bảy"]),
        ("bác sĩ Phước An Trần Văn Bảy nói", ["Trần Văn Bảy"]),
        ("ông Yang Dae - song nói", ["Yang Dae - song"]),
        ("bà Noh Tae - kyeom nói", ["Noh Tae - kyeom"]),
        ("chị Kim Hoa - song ca với anh Tròn", ["Kim Hoa", "Tròn"]),
        ("ông Karl - Heinz Barker nói", ["Karl - Heinz Barker"]),
        ("cựu tiền vệ Chelsea Alan Barker nói", ["Alan Barker"]),
        ("vị Phó trạm trưởng nói", []),
        ("anh Phó đã đến", ["Phó"]),
    ],
)
def test_names_of_all_kinds(text: str, names: list[str]) -> None:
    """Places before names, initials, foreign, minority and baptismal names, degrees that a point ties to the name."""
    assert [each.name for each in mentions(text)] == names


@pytest.mark.parametrize(
    "text",
    [
        "huyện Kim Thành",
        "Chủ tịch xã đi họp",
        "thành phố Hồ Chí Minh",
        "Theo đó, Hà Nội mưa",
        "Chiếc xe",
        "HLV The Voice",
        "nhà thiết kế họ Lý",
        "Trưởng BTC nói",
        "đại diện Sở GD-ĐT Hà Nội",
        "danh thủ CLB Hải quan",
        "cán bộ công an quận Hoàng Mai",
        "nữ sinh trường Phan Đình Phùng",
        "DN Theo bạn đọc",
        "Video quay",
        "hiệu trưởng trường trung học Trưng Nhị",
        "hồ sơ Loria",
        "cử tri Tp đề nghị",
        "giải thưởng của quỹ Loria Barker",
    ],
)
def test_places_and_common_words_are_no_names(text: str) -> None:
    """A capital alone makes no name."""
    assert list(mentions(text)) == []


@pytest.mark.parametrize(
    ("text", "sex"),
    [("ông Tròn", "m"), ("cô giáo Mến", "f"), ("Lê Thị Hạnh", "f"), ("Trần Văn Bảy", "m"), ("ca sĩ Mỹ Tâm", None)],
)
def test_the_sex_is_told_by_address_or_name(text: str, sex: str | None) -> None:
    """The form of address tells it, else ``Thị`` or ``Văn`` inside the name."""
    (found,) = mentions(text)
    assert found.sex == sex


def test_the_form_of_address_is_kept() -> None:
    """It is told in small letters, and none where an office alone stands before the name."""
    assert [each.address for each in mentions("Ông Tròn và ca sĩ Mỹ Tâm")] == ["ông", None]


def test_any_run_of_capitals_may_count() -> None:
    """With ``any_capitals`` a bare foreign name counts, too."""
    assert [each.name for each in mentions("Barker đã đến", any_capitals=True)] == ["Barker"]


def test_what_a_number_follows_is_no_name() -> None:
    """A law's part and the year of a contest stand behind capitals as well, also where any run may be a name."""
    assert list(mentions("dẫn Khoản 5 của luật", any_capitals=True)) == []
    assert [each.name for each in mentions("dẫn ông Khoản 50 tuổi", any_capitals=True)] == ["Khoản"]
    assert list(mentions("Barker đã đến")) == []
    assert [each.name for each in mentions("Ảnh Barker đã cũ", any_capitals=True)] == ["Barker"]
    assert list(mentions("Phó Thủ tướng đã đến", any_capitals=True)) == []
    assert list(mentions("Phó Tổng giám đốc đã đến", any_capitals=True)) == []


def test_what_an_office_is_held_of_has_not_the_office() -> None:
    """``Chủ tịch Alan Barker của Loria``: one name has the office, and no person is called Loria."""
    assert [(each.name, each.role) for each in mentions("Chủ tịch Alan Barker của Loria")] == [
        ("Alan Barker", "Chủ tịch")
    ]


def test_syllables_and_full_names() -> None:
    """Vietnamese syllables are told from foreign words, and whole names from given ones."""
    assert [is_vietnamese(word) for word in ("Nguyễn", "Tròn", "Park", "Barker")] == [True, True, False, False]
    assert [is_full_name(name) for name in ("Trần Văn Bảy", "Bảy", "Park Dong-min")] == [True, False, False]


@given(st.text("ông Bà Nguyễn Văn.,-()'TS\n ", max_size=80), st.booleans())
def test_offsets_lead_back_into_the_text(text: str, any_capitals: bool) -> None:
    """A name stands where its offsets say, and what belongs to it begins no later."""
    for found in mentions(text, any_capitals=any_capitals):
        assert text[found.start : found.end] == found.name
        assert 0 <= found.begin <= found.start


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("CEO Facebook Alan Barker đã nói", "Alan Barker"),
        ("nhà sáng lập của Loria và Tesla Alan Barker đã nói", "Alan Barker"),
        ("CEO Alan Barker đã nói", "Alan Barker"),
        ("Tổng thống Ai Cập Alan Barker đã nói", "Alan Barker"),
        ("Ảnh chụp anh Lò Văn Mây Ông nói", "Lò Văn Mây"),
        ("đại đức Thích Tâm Thái Mây đã nói", "Thích Tâm Thái Mây"),
        ("cựu người mẫu gốc Bắc đã nói", None),
        ("luật sư Alan Rapp - Barley yêu cầu", "Alan Rapp - Barley"),
        ("Hiệu trưởng Trường Mây đã nói", None),
        ("Kỹ sư Trường Cao đẳng Loria đã nói", None),
    ],
)
def test_names_behind_companies_and_as_of_schools(text: str, who: str | None) -> None:
    """A company known all over the world is no part of a name, and ``Trường`` begins no name but a school's."""
    found = [each.name for each in mentions(text)]
    assert (found[0] if found else None) == who
