"""Who says a passage, by the words before and behind it."""

from __future__ import annotations

import pytest

from corpus.speech.attribution import before, behind, behind_part, is_cited
from corpus.speech.names import Mention
from corpus.speech.reported import names_nobody, speaker_and_subject, speaks, stands_for, subject
from corpus.speech.sentences import begun, sentence_ends, sentences
from corpus.speech.sources import Body, Nobody, Pronoun, Source, body, first_named, unnamed

SAID = "Đường này phải làm ngay thôi"


def name(source: Source | None) -> str | None:
    return source.name if isinstance(source, Mention | Body) else None


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (", ông Trần Văn Bảy nói.", "Trần Văn Bảy"),
        (", theo bà Lê Thị Hạnh.", "Lê Thị Hạnh"),
        (", lời của ông Bảy.", "Bảy"),
        (", Bộ Y tế cho biết.", "Bộ Y tế"),
        (", trang này dẫn lời ông Bảy.", "Bảy"),
        (", báo cáo nêu rõ.", "báo cáo"),
        (" ông Bảy nhớ lại.", "Bảy"),
        (", “loa phường” Barker tiết lộ.", None),
        (", Tổng thư ký của hội Loria, ông Trần Văn Bảy bình luận.", "Trần Văn Bảy"),
        (", ông Bảy dẫn chứng.", "Bảy"),
        (", thông cáo của Sở Xây dựng viết.", "Sở Xây dựng"),
        (" - bị cáo Bảy khai.", "Bảy"),
    ],
)
def test_whoever_is_named_behind(text: str, who: str | None) -> None:
    """The subject of the verb behind a passage, or whoever is cited there, says it."""
    assert name(behind(text, SAID, begins_sentence=True)) == who


def test_a_part_of_a_sentence_has_who_is_cited_behind_it() -> None:
    """A source that is cited says the part; a subject with its verb only where nothing else stands before the part."""
    assert name(behind_part(", AFP dẫn lời ông Petrov nói hôm qua.", is_subject_alone=False)) == "Petrov"
    assert name(behind_part(", ông Bảy nói hôm qua.", is_subject_alone=True)) == "Bảy"
    assert behind_part(", ông Bảy nói hôm qua.", is_subject_alone=False) is None
    assert behind_part(" và ông Bảy nói hôm qua.", is_subject_alone=True) is None


def test_who_is_asked_does_not_ask() -> None:
    """Whoever gets a question or hears words says them not, and nobody is told who does."""
    assert before("Lò Mây nhận được câu hỏi ứng xử:", SAID) == Nobody()
    assert before("Chị Lê Thị Hạnh phải nghe lời dè bỉu:", SAID) == Nobody()


def test_a_thing_behind_a_preposition_is_no_speech() -> None:
    """A long part of the reporter's sentence is somebody's words only where it may be a clause."""
    said = "hành động gây rối của những kẻ lạ mặt nhắm vào cuộc thi"
    assert before("Ông Trần Văn Bảy nói đó là phản ứng cho", said) is None
    assert name(before("Ông Trần Văn Bảy nói mình vui khi thấy", "ông ta y hệt tôi")) == "Trần Văn Bảy"
    assert name(before("Ông Trần Văn Bảy nói bà con", "không thể quên những gì đã xảy ra ở xóm này")) == "Trần Văn Bảy"


def test_behind_a_phrase_nobody_speaks() -> None:
    """What stands in the middle of a sentence, or goes on without a sign, has no speaker behind it."""
    assert behind(", ông Trần Văn Bảy nói.", SAID, begins_sentence=False) is None
    assert behind(" là khẩu hiệu của ông Bảy.", "Nghe dân nói", begins_sentence=True) is None


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Ông Trần Văn Bảy nói:", "Trần Văn Bảy"),
        ("Theo ông Trần Văn Bảy,", "Trần Văn Bảy"),
        ("Bà Lê Thị Hạnh cho rằng", "Lê Thị Hạnh"),
        ("AFP dẫn lời ông Petrov:", "Petrov"),
        ("Bộ Y tế nêu rõ:", "Bộ Y tế"),
        ("Loria dẫn chia sẻ của ông Bảy sau buổi lễ:", "Bảy"),
        ("Ông Bảy đã chia sẻ với bà con ở đình chiều qua rằng", "Bảy"),
        ("Khi nghe về ông Trần Văn Bảy, Choe nói:", "Choe"),
        ("Bà Mai, mẹ Hạ My, nói:", "Mai"),
        ("Hàn Quốc doạ bỏ cuộc, nói:", "Hàn Quốc"),
        ("Barker ngạc nhiên trả lời:", "Barker"),
        ("Theo ông Bảy, bà Lê Thị Hạnh đã nói:", "Lê Thị Hạnh"),
        ("Thông báo có đoạn:", "thông báo"),
        ("Trong khi đó, Mây cũng dí dỏm chia sẻ:", "Mây"),
        ("Ông Petrov được dẫn lời nói:", "Petrov"),
    ],
)
def test_whoever_is_named_before(text: str, who: str) -> None:
    """The subject of the verb that leads to a passage, or whoever is cited there, says it."""
    assert name(before(text, SAID)) == who


@pytest.mark.parametrize(
    "text", ["", "Xã bám sát phương châm", "Bà Hạnh hát bài", "Ông Bảy được gọi là", "Ông Bảy gọi con là", "Tổ"]
)
def test_what_names_a_thing_leads_to_no_speech(text: str) -> None:
    """Mottos, titles and nicknames are announced by words of their own."""
    assert before(text, SAID) is None


def test_pronouns_bodies_and_people_without_a_name() -> None:
    """What begins a clause without a name is a pronoun or an office, nobody, or a body."""
    assert unnamed("ông nói") == Pronoun("m", "ông nói")
    assert unnamed("nữ ca sĩ cười") == Pronoun("f", "nữ ca sĩ cười")
    assert unnamed("trưởng xóm") == Pronoun(None, "trưởng xóm")
    assert unnamed("một người dân") == Nobody()
    assert unnamed("bà con") == Nobody()
    assert body("Bộ Y tế đã họp") == Body("Bộ Y tế")
    assert body("Nghị quyết số 12/NQ") == Body("Nghị quyết số 12/NQ")
    assert body("mưa to") is None
    assert body("Ban đầu Barker không biết") is None
    assert first_named("Reuters, hôm qua") == Body("Reuters")


def test_who_speaks_and_whom_a_sentence_is_about() -> None:
    """Reported speech has its speaker; any sentence may have a person as its subject."""
    assert name(speaks("Ông Trần Văn Bảy cho biết mưa đã tạnh.")) == "Trần Văn Bảy"
    assert speaks("Ông Trần Văn Bảy ra đồng.") is None
    assert name(subject("Ông Trần Văn Bảy ra đồng.")) == "Trần Văn Bảy"
    assert subject("Đường dẫn tới nhà ông Trần Văn Bảy.") is None
    assert list(map(name, speaker_and_subject("Bà Hạnh ra đồng."))) == [None, "Hạnh"]
    assert list(map(name, speaker_and_subject("Barker hay ai khác cũng thế thôi, Sanders nói."))) == [
        "Sanders",
        "Barker",
    ]
    assert name(speaks("Mưa to khắp vùng, theo đánh giá của Sanders.")) == "Sanders"
    assert name(speaks("Mưa to khắp vùng, Tin Sáng dẫn lời ông Petrov cho hay.")) == "Petrov"
    assert name(subject("Ca trưởng Lê Thị Hạnh đến sớm.")) == "Lê Thị Hạnh"
    assert name(subject("Ở cầu Bến Nghé - Tàu Hủ, ông Bảy dừng xe.")) == "Bảy"


def test_sentences_that_stand_for_somebody() -> None:
    """A pronoun at the head of a sentence stands for somebody; ``a passer-by`` for nobody."""
    assert stands_for("Sau đó, ông ra đồng.") == Pronoun("m", "ông ra đồng.")
    assert stands_for("Mưa đã tạnh.") is None
    assert names_nobody("Một nữ sinh viên kể lại.")
    assert not names_nobody("Một chủ xe, tên Alan Barker, kể lại.")
    assert not names_nobody("Bà Hạnh kể lại.")


def test_a_source_that_was_only_read() -> None:
    """``theo`` with a paper says where a passage was read, with a person who said it."""
    assert is_cited(", theo Tin Sáng")
    assert not is_cited(", theo ông Bảy")


def test_sentences_end_at_no_abbreviation() -> None:
    """The point of a degree or an initial ends no sentence."""
    text = "TS. Bảy và chị H. đến. “Đi thôi!” Rồi họ"
    assert [text[:end] for end in sentence_ends(text)] == [
        "TS. Bảy và chị H. đến.",
        "TS. Bảy và chị H. đến. “Đi thôi!”",
    ]
    assert begun(text) == sentences(text)[1] == " Rồi họ"
    assert begun("Gặp TS. Bảy") == "Gặp TS. Bảy"
