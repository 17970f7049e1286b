"""What an article tells of a person."""

from __future__ import annotations

import pytest

from corpus.quotations import quotations
from corpus.speech.article_memory import ArticleMemory
from corpus.speech.labels import is_reporter, is_speaker_label
from corpus.speech.passages import passages
from corpus.speech.people import (
    has_title,
    is_known,
    is_place,
    longest_form,
    role_of,
    sex_by_address,
    sex_by_office,
    whole_name,
)

TEXT = "Chủ tịch xã Nguyễn Văn Tròn đến huyện Kim Thành. Cùng đi có ông Tròn, Alan Barker và chị Mận."


@pytest.mark.parametrize(
    ("name", "full"), [("Tròn", "Nguyễn Văn Tròn"), ("Alan", "Alan Barker"), ("Barker", "Alan Barker"), ("Lan", "Lan")]
)
def test_the_fullest_form_of_a_name(name: str, full: str) -> None:
    """A given name ends a Vietnamese full name; in a foreign one either name may stand for the whole."""
    assert longest_form(name, TEXT) == full


@pytest.mark.parametrize(
    ("name", "text", "full"),
    [
        ("Omar", "Ngoại trưởng Omar bin Said al-Basri nói. Theo ông Omar", "Omar bin Said al-Basri"),
        ("Basri", "Ngoại trưởng Omar al-Basri nói. Theo ông Basri", "Omar al-Basri"),
        ("Berg", "Bà Martha von der Berg nói. Theo bà Berg", "Martha von der Berg"),
        ("Barker", "Thủ tướng Nhật Ken Barker nói. Theo ông Barker", "Ken Barker"),
        ("Alan", "Ông Alan del nói", "Alan"),
        ("Barker", "Nghị sĩ Alan Barker III nói. Theo ông Barker", "Alan Barker III"),
        ("Barker", "Tướng Alan Barker Jr nói. Theo ông Barker", "Alan Barker Jr"),
        ("Barker", "Ông Alan Barker đến. Alan Barker Jr, con ông Barker", "Alan Barker"),
        ("Dong Hoon", "Anh Jang Dong Hoon đến. Theo Dong Hoon", "Jang Dong Hoon"),
        ("Dong Hoon", "Chiều qua Mây Dong Hoon đến. Theo Dong Hoon", "Dong Hoon"),
    ],
)
def test_a_foreign_name_is_whole_with_its_small_words(name: str, text: str, full: str) -> None:
    """One word of it stands for all, and what ties them is written small; a country before it is none of it.

    Behind it may stand that somebody is the third of it, or the younger, if nobody has it without that; a Korean given
    name has two words.
    """
    assert longest_form(name, text) == full


def test_an_opener_ends_no_name() -> None:
    """Where a headline runs into the next line, what begins that line stands behind a name, and is none by itself."""
    assert longest_form("Barker Theo", "Ken Barker Theo Tuổi Mới, ông nói") == "Barker Theo"
    assert longest_form("Alan", "Alan Barker Theo Loria Times") == "Alan Barker"


def test_the_sex_of_somebody_by_what_stands_with_the_name() -> None:
    """A form of address before the given name, and some offices, tell it; a foreign family name is others', too."""
    assert sex_by_address("Lò Mây", "Lò Mây đến. Chị Mây cười.") == "f"
    assert sex_by_address("Lò Mây", "Lò Mây đến.\nChị Mây cười.") == "f"
    assert sex_by_address("Lò Mây", "Lò Mây đến. Anh Mâya cười.") is None
    assert sex_by_address("Alan Barker", "Alan Barker đến. Bà Barker cười.") is None
    assert sex_by_office("nữ ca sĩ") == sex_by_office("Hoa hậu Loria") == "f"
    assert sex_by_office("nam ca sĩ") == "m"
    assert sex_by_office("năm ca sĩ") is None
    assert (sex_by_office("Hoàng tử"), sex_by_office("công chúa")) == ("m", "f")


@pytest.mark.parametrize(
    ("name", "text", "full"),
    [
        ("Triệu", "Thủ tướng Trung Quốc Triệu Tử Bình đến. Ông Triệu nói.", "Triệu Tử Bình"),
        ("Triệu", "Chủ tịch xã Triệu Tử Bình đến. Ông Triệu nói.", "Triệu"),
        ("Triệu", "Tại Trung Quốc, Triệu Tử Bình và Triệu Mẫn đến.", "Triệu"),
        ("Hồ", "Tại Trung Quốc, người tỉnh Hồ Bắc đến. Ông Hồ nói.", "Hồ"),
        ("Nhậm", "Thủ tướng Trung Quốc Nhậm Tử Bình đến. Ông Nhậm nói.", "Nhậm Tử Bình"),
        ("Nhậm", "Thủ tướng Trung Quốc Nhậm Bình đến. Ông Nhậm nói.", "Nhậm"),
        ("Cao", "Tại Trung Quốc, anh Nguyễn Cao Phong đến.", "Cao"),
    ],
)
def test_people_who_are_called_by_their_family_name(name: str, text: str, full: str) -> None:
    """So they are in some countries, where only one whole name begins so; a place or another's middle name is none."""
    assert longest_form(name, text) == full


@pytest.mark.parametrize(
    ("name", "text", "full"),
    [
        ("D'Souza", "Kỳ thủ người Ấn Độ Priya D'Souza, 15 tuổi.", "Priya D'Souza"),
        ("H'Bia", "Chị H'Bia Ayŭn dệt vải.", "H'Bia Ayŭn"),
        ("Al Basri", "Ngoại trưởng Omar Al Basri Đầu tháng trước họ gặp nhau.", "Omar Al Basri"),
        ("Nhạn", "Diễn viên quê Trà Vinh Lê Nhạn đóng phim.", "Lê Nhạn"),
        ("Thành", "Anh Lò Văn Thành (trú tại huyện Kim Thành) kể.", "Lò Văn Thành"),
        ("V.", "Giàng A V. bị bắt.", "Giàng A V."),
        ("Lâm", "Hôm qua, Từ Bá Lâm đã đến.", "Từ Bá Lâm"),
        ("Barker", "Người ta gọi là “Thánh Barker” từ đó.", "Barker"),
        ("Duy", "Anh Trần Bảo Duy đến. Anh Bảo Duy cười.", "Trần Bảo Duy"),
        ("Barker", "Con ông là Barker Jr.", "Barker"),
        ("Choe", "Choe Son Hui đã đến.", "Choe Son Hui"),
        ("Bông", "Già làng Rơ Mah Bông đến.", "Rơ Mah Bông"),
        ("Barker", "Nhà sinh vật biển Alan Barker đến.", "Alan Barker"),
        ("Barker", "Tiền của quỹ Loria Barker đã về.", "Barker"),
    ],
)
def test_what_stands_beside_a_name_is_no_part_of_it(name: str, text: str, full: str) -> None:
    """Neither a place before it, nor a place of the same name, nor the next sentence where a caption lost its point."""
    assert longest_form(name, text) == full


def test_what_speaks_for_a_person() -> None:
    """A form of address or an office does; a word for a place speaks against it."""
    assert [has_title(name, TEXT) for name in ("Mận", "Tròn", "Lan")] == [True, True, False]
    assert [is_place(name, TEXT) for name in ("Kim Thành", "Mận")] == [True, False]
    assert [is_known(name, TEXT) for name in ("Mận", "Cùng", "Lan")] == [True, False, False]


def test_the_office_that_an_article_gives() -> None:
    """It is that of the first place where one stands with the name."""
    assert role_of("Nguyễn Văn Tròn", TEXT) == "Chủ tịch xã"
    assert role_of("Mận", TEXT) is None


def test_an_article_is_remembered_up_to_a_text() -> None:
    """What is heard reaches to the end of a text, whichever text is asked for first."""
    memory = ArticleMemory(("Một.", "Hai.", "Ba."), [])
    assert [memory.heard(number) for number in (1, 2, 0, 2)] == [
        "Một.\nHai.",
        "Một.\nHai.\nBa.",
        "Một.",
        "Một.\nHai.\nBa.",
    ]


def test_memory_is_bounded() -> None:
    """No more than the last characters of a long article are remembered."""
    memory = ArticleMemory(["câu chuyện " * 1000] * 40, [])
    assert len(memory.heard(20)) == len(memory.heard(39)) == 30_000


def test_passages_are_blanked_character_for_character() -> None:
    """The words round a passage stay where they are, and so does the point that ends it."""
    text = "Ông nói: “Đi thôi.” Rồi đi."
    memory = ArticleMemory((text,), passages((text,)))
    assert memory.blanked(0) == "Ông nói: “•••••••.” Rồi đi."
    assert memory.end(0) == " Rồi đi."


def test_the_holder_of_an_office_is_the_nearest() -> None:
    """Of several holders the one named last counts, and a verb behind a pronoun is no office."""
    memory = ArticleMemory(("Trưởng xóm Lò Văn Páo gõ kẻng.", "Trưởng xóm Lò Văn Sang đến."), [])
    found = [memory.holders.holder(("trưởng", "xóm", "nói"), number) for number in (0, 1)]
    assert [each.name if each else None for each in found] == ["Lò Văn Páo", "Lò Văn Sang"]
    assert memory.holders.holder(("ông", "nói"), 1) is None


@pytest.mark.parametrize(
    ("label", "speaks"),
    [
        ("Phóng viên", True),
        ("Bà Trịnh Thị Mến", True),
        ("Đáp", True),
        ("Ảnh", False),
        ("Địa chỉ", False),
        ("Mưa", False),
    ],
)
def test_labels_of_dialogue(label: str, speaks: bool) -> None:
    """A name, an office or a reporter heads a line of dialogue; other labels head none."""
    assert is_speaker_label(label) == speaks
    assert is_reporter(label) == (label == "Phóng viên")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ông Trịnh Hữu Thạnh (Sáu Thạnh) ra vườn.", "Trịnh Hữu Thạnh"),
        ("Ông Nguyễn Thị Bé Thạnh ra vườn.", "Nguyễn Thị Bé Thạnh"),
        ("Ông Thạnh ra vườn với Thạnh con.", None),
        ("Ông Trịnh Hữu Thạnh gặp ông Lê Văn Thạnh.", None),
    ],
)
def test_the_only_whole_name_with_a_given_one(text: str, name: str | None) -> None:
    """From the family's name on, and of two people none; a form of address that is a family's name, too, is none."""
    assert whole_name("Thạnh", text) == name


def test_somebody_by_the_order_of_birth() -> None:
    """``Sáu Thạnh`` is whom the article calls by the whole name."""
    said = "Cây nó cũng như người, làm tăng ca một năm thì phải nghỉ một năm"
    for first in ("Ông Trịnh Hữu Thạnh (Sáu Thạnh) có vườn sầu riêng.", "Ông Trịnh Hữu Thạnh có vườn sầu riêng."):
        (quote,) = quotations(None, (first, f"“{said}”, ông Sáu Thạnh nói."))
        assert quote.speaker == "Trịnh Hữu Thạnh"
    (quote,) = quotations(None, (f"“{said}”, ông Sáu Thạnh nói.",))
    assert quote.speaker == "Sáu Thạnh"


@pytest.mark.parametrize("degree", ["BSCKII.", "BSCK I.", "BS.CKII", "BS CKI", "BS."])
def test_a_doctor_s_degree_ends_no_sentence(degree: str) -> None:
    """Whatever points and blanks stand in it: the name behind it is the speaker's, and not the ward's."""
    (quote,) = quotations(
        None, (f"{degree} Lê Sa Rây, Trưởng khoa Tai Mũi Họng, cho biết: “Đường thở của trẻ nhỏ lắm”.",)
    )
    assert quote.speaker == "Lê Sa Rây"
