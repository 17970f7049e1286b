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


def test_the_holder_of_an_office_is_named_before() -> None:
    """Somebody who has the office only further on does not speak, as long as somebody has it up to there."""
    said = f"Trưởng xóm Lò Văn Páo gõ kẻng. Trưởng xóm nói: {SAID}. Hôm sau trưởng xóm Lò Văn Sang đến."
    assert last_speaker(said) == "Lò Văn Páo"
    assert last_speaker(f"Trưởng xóm nói: {SAID}. Đó là trưởng xóm Lò Văn Sang.") == "Lò Văn Sang"


def test_who_is_told_by_another_is_nobody_named() -> None:
    """``mẹ của Lò Mây`` is no pronoun for Lò Mây, of whom the article is."""
    assert last_speaker("Ca sĩ Lò Mây hát từ nhỏ.", f"{SAID}, mẹ của Lò Mây nói.") is None


def test_somebody_nearer_is_meant_before_who_spoke_long_ago() -> None:
    """Where the last speech is far, the only one whom the sentences before name with an office is meant."""
    long_ago = "“Tôi đi trước, bà con theo sau”, ca sĩ Lò Mây nói."
    between = ["Đồng lúa đã gặt xong cả rồi." for _ in range(5)]
    near = "Hôm sau người ta tìm đến tận nhà của nghệ sĩ Cầm Bun."
    assert last_speaker(long_ago, *between, near, f"{SAID}, ông nói.") == "Cầm Bun"


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
