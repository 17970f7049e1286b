"""Whom does an attribution mean that names nobody, and who goes on to speak?"""

from __future__ import annotations

import pytest

from corpus.quotations import quotations

SAID = "“Đường này phải làm ngay thôi”"


def last_speaker(*paragraphs: str) -> str | None:
    return quotations(None, paragraphs)[-1].speaker


@pytest.mark.parametrize(
    ("ahead", "pronoun", "speaker"),
    [
        ("Ông Trần Văn Bảy ra đón. Trời vừa tạnh.", "ông", "Trần Văn Bảy"),
        ("Bà Lê Thị Hạnh ra đón. Nhà ông Trần Văn Bảy ở cuối xóm.", "bà", "Lê Thị Hạnh"),
        ("Bà Lê Thị Hạnh ra đón. Nhà ông Trần Văn Bảy ở cuối xóm.", "ông", "Trần Văn Bảy"),
        ("Cô Lê Thị Hạnh chăm bé Lò Mận ở viện. Đêm nào cũng thức.", "bé", "Lò Mận"),
        ("Ông Trần Văn Bảy ra đón. Con trai là anh Trần Văn Tám đang phơi lúa.", "ông", "Trần Văn Bảy"),
        ("Lò Mây ra đón, theo sau là ông Trần Văn Bảy.", "ông", "Trần Văn Bảy"),
        ("Alan Barker, đồng sáng lập của Loria, đến muộn vì mưa.", "ông", "Alan Barker"),
        ("Alan Barker, 31 tuổi, thủ môn của đội, đến muộn vì mưa.", "thủ môn này", "Alan Barker"),
        ("Một người đàn ông lạ mặt đến xóm.", "ông", None),
        ("Về phần bà Lê Thị Hạnh, đồng lúa đã gặt xong.", "bà", "Lê Thị Hạnh"),
        ("Một nữ sinh trường THPT Phan Đình Phùng bị ngã.", "cô", None),
        ("Theo Alan Barker, Giáo sư tại Loria, mưa còn kéo dài.", "ông", "Alan Barker"),
        ("Hôm qua Lò Mây đến. Lò Mây ngồi lâu. Lò Mây cười.", "cô", "Lò Mây"),
        ("Một chủ xe, tên Alan Barker, kể rằng xe hỏng.", "ông", "Alan Barker"),
        ("Bà Lê Thị Hạnh ra đón. Bà từng là một người thợ.", "bà", "Lê Thị Hạnh"),
        ("Bà Lê Thị Hạnh ra đón. Ngồi bên là một người thợ.", "bà", None),
        ("Ba người con của bà Lê Thị Hạnh đều đi xa.", "bà", "Lê Thị Hạnh"),
        ("Người mở quán là chị Lê Thị Hạnh. Mưa vẫn rơi.", "chị", "Lê Thị Hạnh"),
        ("ĐB Trần Văn Bảy cho rằng mưa lũ còn dài.", "ĐB này", "Trần Văn Bảy"),
        ("Xóm gọi thuyền trưởng Trần Văn Bảy là Gù. Tên ấy có từ lâu.", "ông", "Trần Văn Bảy"),
        ("Anh Trần Văn Tám ra đón. Anh Lê Văn Sửu cười. Khi mưa tạnh, Tám mở cửa.", "anh", "Trần Văn Tám"),
        ("Con gái bà T. ra đón. Trời vừa tạnh.", "chị", None),
        ("Ông nhận dây chuông từ tay bác Trần Văn Bảy.", "ông", None),
        ("Trần Văn Bảy ra đón. Lò Thị Mận nhìn theo mãi.", "chàng trai", "Trần Văn Bảy"),
        ("Diễn viên Lò Mây ra đón. Phim do đạo diễn Lê Kiệt làm. Chị Mây và anh Kiệt vui.", "cô", "Lò Mây"),
        ("Nam ca sĩ Lò Mây ra đón. Mưa vẫn rơi.", "cô", None),
        ("Ca sĩ Lò Mây ra đón. Mưa vẫn rơi.", "quản lý của nữ ca sĩ", None),
    ],
)
def test_a_pronoun_means_somebody_of_the_sentences_before(ahead: str, pronoun: str, speaker: str | None) -> None:
    """Sex, and the form of address, tell the one from the other; whoever is addressed with the word comes first."""
    assert last_speaker(ahead, f"{SAID}, {pronoun} nói.") == speaker


def test_who_spoke_before_is_a_person() -> None:
    """A bare name that had a speech of its own may be meant by a pronoun later."""
    spoken = "“Tôi đi trước, bà con theo sau”, Mây nghẹn ngào nói."
    assert last_speaker(spoken, "Tuy nhiên, lúc đó Mây lại vội và luôn nói với bạn rằng: “Đi thôi kẻo muộn.”") == "Mây"
    assert last_speaker(spoken, "Mây bỏ đi trong đêm mưa.", f"{SAID}, nữ ca sĩ nói.") == "Mây"


def test_a_phrase_in_marks_is_no_speech_of_whoever_spoke_last() -> None:
    """A long paragraph is looked through up to whoever was named before, past what only has marks round it."""
    spoken = "“Tôi đi trước, bà con theo sau”, chị Lò Mây nói."
    told = (
        f"Chị Lê Thị Hạnh ở cuối xóm. {'Trời mưa mãi trên đồng lúa, nước lên cao dần. ' * 15}Ai cũng gọi là “mưa lũ”."
    )
    assert last_speaker(f"{spoken} {told} {SAID}, chị nói.") == "Lê Thị Hạnh"


@pytest.mark.parametrize(
    ("behind", "speaker"),
    [
        ("Bà Lê Thị Hạnh cười.", "Lê Thị Hạnh"),
        ("Bà Lê Thị Hạnh cười. Bà Hạnh đi chợ.", "Lê Thị Hạnh"),
        ("Bà Lê Thị Hạnh cười. Bà Lò Thị Mận đi chợ.", None),
        ("Ông Trần Văn Bảy cười.", None),
    ],
)
def test_the_only_one_who_is_addressed_so(behind: str, speaker: str | None) -> None:
    """Where nobody was named before, a pronoun means the only one whom the article addresses with that word."""
    found = quotations(None, ("Trời mưa mãi.", f"{SAID}, bà nói.", behind))
    assert found[0].speaker == speaker


def test_an_office_farther_on_tells_a_person() -> None:
    """Whoever is named without any title is a person where the article gives one later, also one in capitals."""
    told = ("Alan Barker thua trận.", f"{SAID}, ông nói.")
    assert [each.speaker for each in quotations(None, (*told, "HLV Barker ra về."))] == ["Alan Barker"]
    assert [each.speaker for each in quotations(None, told)] == [None]


def test_a_pronoun_tells_the_sex() -> None:
    """Whoever was meant by ``bà`` is not meant by ``ông``."""
    first = "Alan Barker, đồng sáng lập của Loria, đến muộn."
    told = "“Tôi xin lỗi mọi người nhé”, bà nói."
    assert last_speaker(first, told, f"{SAID}, bà nói thêm.") == "Alan Barker"
    assert last_speaker(first, told, f"{SAID}, ông nói.") is None


@pytest.mark.parametrize(
    ("role", "described", "speaker"),
    [
        ("HLV ", "HLV của Phước An", "Alan Barker"),
        ("ca sĩ ", "HLV của Phước An", None),
        ("", "HLV của Phước An", "Alan Barker"),
        ("", "nhân viên của Phước An", None),
    ],
)
def test_a_description_that_tells_of_a_place(role: str, described: str, speaker: str | None) -> None:
    """It is the last speaker's who holds the office, or who is alone and of whom no office is known."""
    assert last_speaker(f"“Tôi xin lỗi mọi người nhé”, {role}Alan Barker nói.", f"{SAID}, {described} nói.") == speaker


@pytest.mark.parametrize(
    ("described", "speaker"),
    [("tổng thống nước Đức", None), ("tổng thống nước Nga", "Alan Barker"), ("tổng thống", "Alan Barker")],
)
def test_an_office_of_another_country_is_somebody_elses(described: str, speaker: str | None) -> None:
    """Who spoke last is not meant where their office and the description tell of different places."""
    told = "Alan Barker, Tổng thống Nga, đến muộn. “Tôi xin lỗi mọi người nhé”, ông nói."
    assert last_speaker(told, f"Mưa lớn trút xuống. {SAID}, {described} nói.") == speaker


@pytest.mark.parametrize(
    ("ahead", "speaker"),
    [
        ("Điểm mua của gia đình ông Trần Văn Bảy đông khách.", "Trần Văn Bảy"),
        ("Lúa nhà bà Lê Thị Hạnh chín sớm.", None),
    ],
)
def test_the_only_one_who_is_named(ahead: str, speaker: str | None) -> None:
    """The only one of whom a sentence tells is meant by a pronoun of the same sex."""
    assert last_speaker(ahead, f"{SAID}, ông nói.") == speaker


@pytest.mark.parametrize(
    ("role", "described"),
    [
        ("Bí thư Thành ủy", "Bí thư Đà Nẵng"),
        ("Bí thư Đảng ủy xã Phước An", "Bí thư Đảng ủy"),
        ("Tổng giám đốc Công ty Đồng Xanh", "Tổng giám đốc DXA"),
    ],
)
def test_an_office_that_may_be_the_same(role: str, described: str) -> None:
    """A committee may be of any place, and an abbreviation short for any body."""
    told = f"“Tôi xin lỗi mọi người nhé”, ông Trần Văn Bảy, {role}, nói."
    assert last_speaker(told, f"Mưa lớn trút xuống. {SAID}, {described} nói.") == "Trần Văn Bảy"


def test_a_form_of_address_of_the_party_is_neutral() -> None:
    """``đồng chí`` in the sentence before is meant by ``ông``, before somebody further off who is addressed so."""
    far = "Ông Alan Barker nói: “Tôi ăn rồi mới hiểu vì sao chuyền may chậm”."
    near = "Đồng chí Trần Văn Bảy khen cách làm ấy."
    assert last_speaker(far, f"{near} {SAID}, ông nói.") == "Trần Văn Bảy"


def test_a_given_name_behind_a_passage() -> None:
    """A capital word behind a comma is the one whose whole name stands before; one without such a name is nobody."""
    assert last_speaker("Trần Văn Bảy ra đón.", f"{SAID}, Bảy ngẩng lên khoe.") == "Trần Văn Bảy"
    assert last_speaker("Trần Văn Bảy ra đón.", f"{SAID}, Đơn ngẩng lên khoe.") is None


@pytest.mark.parametrize(
    ("ahead", "told", "speaker"),
    [
        ("Trong giờ nghỉ, HLV Trần Văn Bảy không nhắc đến mưa.", "HLV người Phước An nói", "Trần Văn Bảy"),
        ("“Tôi xin lỗi mọi người nhé”, Tổng thống Alan Barker nói.", "ông chủ Nhà Trắng nói", "Alan Barker"),
        ("“Tôi xin lỗi mọi người nhé”, Alan Barker nói.", "cư dân thị trấn nói", None),
        ("HLV Park Dong-min giữ vẻ bình thản.", "nhà cầm quân Hàn Quốc nói", "Park Dong-min"),
    ],
)
def test_whoever_is_described(ahead: str, told: str, speaker: str | None) -> None:
    """The holder of the office in the sentence before, the leader who spoke last; nobody where many are meant."""
    assert last_speaker(f"{ahead} {SAID}, {told}.") == speaker


@pytest.mark.parametrize(
    ("ahead", "told", "speaker"),
    [
        ("Hôm qua, Tổ chức Đồng Xanh kêu gọi bà con góp sức.", "tổ chức này cảnh báo", "Tổ chức Đồng Xanh"),
        ("Sở Y tế đã có thư khen xóm.", "thư viết", "Sở Y tế"),
        ("Ban tổ chức thông báo sẽ trả tiền vé.", "thông báo viết", "Ban tổ chức"),
        ("Mưa đã tạnh.", "báo cáo viết", "báo cáo"),
        ("Mưa đã tạnh.", "thư viết", None),
    ],
)
def test_a_body_or_a_writing_that_was_named_before(ahead: str, told: str, speaker: str | None) -> None:
    """What only tells its kind is the body named before; a report speaks by itself, a letter does not."""
    assert last_speaker(ahead, f"{SAID}, {told}.") == speaker


@pytest.mark.parametrize("told", ["Bố chồng chị can", "Vợ bảo", "bố mẹ Lò Mây nói"])
def test_kin_are_somebody_else(told: str) -> None:
    """Whose kin speak was named before, and does not speak."""
    assert last_speaker("Chị Lò Mây ra đón.", f"{told}: {SAID}.") is None


def test_kin_that_was_named() -> None:
    """Where the article named the kin, that is who speaks."""
    assert last_speaker("Mẹ chồng chị, bà Lê Thị Hạnh, ra đón.", f"Mẹ chồng chị nói: {SAID}.") == "Lê Thị Hạnh"


@pytest.mark.parametrize(
    ("inner", "speaker"),
    [
        ("Có chú Ba Đèo đi qua, chú nói: ‘Nước lên rồi cô ơi’.", "Ba Đèo"),
        ("Cuối cùng tôi nói: ‘Nước lên rồi cô ơi’.", "Lê Thị Hạnh"),
        ("Bệnh nhân của tôi hay nói: ‘Nước lên rồi cô ơi’.", None),
        ("Apa tôi bảo: ‘Nước lên rồi cô ơi’.", None),
        ("Bảy hỏi lại: ‘Nước lên rồi cô ơi’.", "Trần Văn Bảy"),
        ("Ông hỏi lại: ‘Nước lên rồi cô ơi’.", "Trần Văn Bảy"),
        ("Tôi đến nhà ông trưởng họ. Ông hỏi: ‘Nước lên rồi cô ơi’.", None),
    ],
)
def test_who_is_quoted_by_somebody_who_speaks(inner: str, speaker: str | None) -> None:
    """Whoever they spoke of with the word, they themselves, a name that the article told, or another one of it."""
    told = "Ông Trần Văn Bảy ra đón. Hôm ấy trời mưa."
    assert last_speaker(told, f"Bà Lê Thị Hạnh kể: “{inner} Rồi trời tạnh hẳn”.") == speaker


def test_who_speaks_is_not_whom_they_quote() -> None:
    """A pronoun that somebody quotes is another one of the article, though they were named last."""
    told = ("Ông Lê Văn Tám ra đón.", "Ông Trần Văn Bảy pha trà.")
    assert last_speaker(*told, "“Lúc ấy trời mưa. Ông hỏi: ‘Nước lên rồi à’”, ông Bảy kể.") == "Lê Văn Tám"


def test_a_wrapped_line_is_no_end() -> None:
    """A line feed inside a paragraph parts no name from what is said of it."""
    assert last_speaker(f"Nhà khí tượng học Alan Barker,\nngười xóm trên, cảnh báo: {SAID}.") == "Alan Barker"


def test_short_sentences_go_on_beside_their_speaker() -> None:
    """A sentence of two words in marks is said where its speaker is told right before it."""
    assert last_speaker("“Lúa năm nay được mùa lắm”, ông Trần Văn Bảy nói. “Mừng lắm”.") == "Trần Văn Bảy"


def test_words_built_into_a_sentence_are_a_phrase() -> None:
    """Behind a comma a clause of its own is said, and what the sentence goes on with behind it is not."""
    told = "Ông Trần Văn Bảy khuyên bà con đừng vội, “lúa thì năm nào cũng gặt được”"
    assert last_speaker(f"{told}.") == "Trần Văn Bảy"
    assert last_speaker(f"{told} của cả xóm.") is None


def test_the_holder_of_an_office_is_named_before() -> None:
    """Somebody who has the office only further on does not speak, as long as somebody has it up to there."""
    said = f"Trưởng xóm Lò Văn Páo gõ kẻng. Trưởng xóm nói: {SAID}. Hôm sau trưởng xóm Lò Văn Sang đến."
    assert last_speaker(said) == "Lò Văn Páo"
    assert last_speaker(f"Trưởng xóm nói: {SAID}. Đó là trưởng xóm Lò Văn Sang.") == "Lò Văn Sang"


def test_who_is_told_by_another_is_nobody_named() -> None:
    """``mẹ của Lò Mây`` is no pronoun for Lò Mây, of whom the article is."""
    assert last_speaker("Ca sĩ Lò Mây hát từ nhỏ.", f"{SAID}, mẹ của Lò Mây nói.") is None


def test_reported_speech_without_a_name_goes_on() -> None:
    """A sentence in marks behind ``…, Thủ tướng cho biết …`` is that Prime Minister's."""
    named = "Thủ tướng Trần Văn Bảy đến thăm xóm."
    assert last_speaker(named, "Về việc này, Thủ tướng cho biết mưa đã tạnh. “Nhưng nước thì chưa rút hết”.") == (
        "Trần Văn Bảy"
    )


def test_the_mother_of_somebody_is_somebody_else() -> None:
    """``mẹ Mây`` is not Mây, of whom the article tells more."""
    assert last_speaker("Ca sĩ Lò Mây nói: “Tôi đi đây.”", f"{SAID}, mẹ Lò Mây nói.") is None
    assert last_speaker("Lò Mây vắng mặt.", f"{SAID}, vợ Lò Mây nói.") is None
    assert last_speaker(f"{SAID}, mẹ Suốt nói.") == "Suốt"


@pytest.mark.parametrize(
    "paragraphs",
    [
        (f"{SAID}. “Không ai đứng ngoài cuộc cả”, ông Trần Văn Bảy nói.",),
        (f"Ông Trần Văn Bảy nói: {SAID} và “Không ai đứng ngoài cuộc cả”.",),
        (f"Ông Trần Văn Bảy nói, {SAID} “Không ai đứng ngoài cuộc cả”.",),
        ('" Không ai đứng ngoài cuộc cả! "', "- ông Trần Văn Bảy nói."),
        (f"Ông Trần Văn Bảy đến nhà bà H. {SAID[:-1]} kẻo muộn mất”, ông Bảy nói.",),
        (f"Ông Trần Văn Bảy (trái) và bà con (Ảnh: Mây) {SAID[:-1]} kẻo muộn mất”, ông Bảy nói.",),
    ],
)
def test_passages_of_one_speaker(paragraphs: tuple[str, ...]) -> None:
    """Passages that follow each other at once, one that a word joins, and words on either side of a lost point."""
    found = quotations(None, paragraphs)
    assert {each.speaker for each in found} == {"Trần Văn Bảy"}


def test_the_next_sentence_speaks_for_itself() -> None:
    """Where somebody is told ahead of a passage, a sentence behind it that says something else changes nothing."""
    assert last_speaker(f"Ông Bảy chia sẻ: {SAID}. Bà Lê Thị Hạnh mời bà con dùng nước.") == "Bảy"


@pytest.mark.parametrize(
    ("ahead", "speaker"), [('"Mưa thế này thì đi sao được?', "Trần Văn Bảy"), ('Bà hỏi: "Đi sao được?', None)]
)
def test_a_mark_that_closes_behind_the_end_of_a_line(ahead: str, speaker: str | None) -> None:
    """Who speaks stands behind it, unless the sentence began before the passage and goes on with another."""
    assert quotations(None, ("Trời mưa.", ahead, '", ông Trần Văn Bảy nói.'))[-1].speaker == speaker


@pytest.mark.parametrize(
    "ahead",
    [
        "Loria Times dẫn hai nguồn tin nói rằng cầu đã hỏng.",
        "Loria Times hôm qua đưa tin cầu đã hỏng.",
        "Loria Times trích một báo cáo về cây cầu.",
    ],
)
def test_a_paper_that_cites_is_nobodys_pronoun(ahead: str) -> None:
    """Who cites or reports is a paper, however often it is named, and neither she nor whoever goes on."""
    paragraphs = ("Loria Times có trụ sở ở bến. Loria Times có hai phóng viên.", ahead)
    assert last_speaker(*paragraphs, f"{SAID}, bà nói.") is None
    assert last_speaker(*paragraphs, f"{SAID}.") is None


def test_who_cites_another_says_it_himself() -> None:
    """``ông X nói và dẫn lời ông Y``: X says it; ``Loria dẫn lời ông Y nói``: Y does."""
    assert last_speaker(f"{SAID}, ông Trần Văn Bảy nói và dẫn lời ông Lê Văn Sửu về cây cầu.") == "Trần Văn Bảy"
    assert last_speaker(f"{SAID}, Loria dẫn lời ông Lê Văn Sửu nói.") == "Lê Văn Sửu"


def test_who_is_accused_does_not_speak() -> None:
    """What somebody is accused of, or called, are the words of others."""
    for told in ("bị cáo buộc", "bị chỉ trích là", "được đánh giá là"):
        assert last_speaker(f"Hôm qua ông Trần Văn Bảy {told} “làm đường chậm và để chợ vắng cả năm”.") is None
