"""Who says a passage, by the words before and behind it."""

from __future__ import annotations

import pytest

from corpus.speech.attribution import before, behind, behind_part, is_cited
from corpus.speech.bodies import Body
from corpus.speech.names import Mention
from corpus.speech.reported import names_nobody, speaker_and_subject, speaks, stands_for, subject
from corpus.speech.sentences import begun, sentence_ends, sentences
from corpus.speech.sources import Given, Kin, Nobody, Pronoun, Source, unnamed
from corpus.speech.things import names_a_thing, stands_written

SAID = "Đường này phải làm ngay thôi"
PART = "chúng ta phải bắt đầu sớm"


def name(source: Source | None) -> str | None:
    return source.name if isinstance(source, Mention | Body) else None


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (", ông Trần Văn Bảy nói.", "Trần Văn Bảy"),
        (", theo bà Lê Thị Hạnh.", "Lê Thị Hạnh"),
        (", theo người thân gia đình bà Hạnh.", None),
        (", theo hàng xóm của ông Bảy.", None),
        (", lời của ông Bảy.", "Bảy"),
        (", Bộ Y tế cho biết.", "Bộ Y tế"),
        (", trang này dẫn lời ông Bảy.", "Bảy"),
        (", báo cáo nêu rõ.", "báo cáo"),
        (" ông Bảy nhớ lại.", "Bảy"),
        (" Barker nhớ lại.", "Barker"),
        (" - thầy hiệu trưởng Trần Văn Bảy nhắc học sinh.", "Trần Văn Bảy"),
        (", “loa phường” Barker tiết lộ.", None),
        (", Tổng thư ký của hội Loria, ông Trần Văn Bảy bình luận.", "Trần Văn Bảy"),
        (", ông Bảy dẫn chứng.", "Bảy"),
        (", thông cáo của Sở Xây dựng viết.", "Sở Xây dựng"),
        (" - bị cáo Bảy khai.", "Bảy"),
        (", Chính phủ Loria cho biết.", "Chính phủ Loria"),
        (", Chính ủy Trần Văn Bảy nói.", "Trần Văn Bảy"),
        (", Tin Sáng dẫn thông báo từ Bộ Y tế cho biết.", "Bộ Y tế"),
        (", Tin Sáng dẫn lời các công tố viên nói trong vụ án Barker.", None),
        (", một hành khách tên Alan Barker kể.", "Alan Barker"),
        (", thị trưởng thành phố Loria là Mei Chang chia sẻ.", "Mei Chang"),
        (", sĩ quan chỉ huy Alan Barker của tàu Loria nói.", "Alan Barker"),
        (", vụ trưởng Vụ Pháp chế, Bộ Y tế Trần Văn Bảy chia sẻ.", "Trần Văn Bảy"),
        (", đại sứ quán Loria cho biết.", "đại sứ quán Loria"),
        (", công văn trên nêu rõ.", "công văn"),
        (", thông cáo báo chí viết.", "thông cáo"),
        (" Bí thư xã Trần Văn Bảy nói./.", "Trần Văn Bảy"),
    ],
)
def test_whoever_is_named_behind(text: str, who: str | None) -> None:
    """The subject of the verb behind a passage, or whoever is cited there, says it."""
    assert name(behind(text, SAID, begins_sentence=True)) == who


def test_a_part_of_a_sentence_has_who_is_cited_behind_it() -> None:
    """A source that is cited says the part; a subject with its verb only where nothing else stands before the part."""
    assert name(behind_part(", AFP dẫn lời ông Petrov nói hôm qua.", PART, is_subject_alone=False)) == "Petrov"
    assert name(behind_part(", ông Bảy nói hôm qua.", PART, is_subject_alone=True)) == "Bảy"
    assert behind_part(", ông Bảy nói hôm qua.", PART, is_subject_alone=False) is None
    assert name(behind_part(" - như lời của ông Bảy.", PART, is_subject_alone=False)) == "Bảy"
    assert behind_part(" - như lời của ông Bảy.", "quyết tâm của cả xóm", is_subject_alone=False) is None
    assert behind_part(" và ông Bảy nói hôm qua.", PART, is_subject_alone=True) is None


def test_who_is_asked_does_not_ask() -> None:
    """Whoever gets a question or hears words says them not, and nobody is told who does."""
    assert before("Lò Mây nhận được câu hỏi ứng xử:", SAID) == Nobody()
    assert before("Chị Lê Thị Hạnh phải nghe lời dè bỉu:", SAID) == Nobody()


def test_a_part_behind_a_preposition_is_speech_where_it_is_long() -> None:
    """Of what somebody says a long part is theirs however it is built in; a short one only where it may be a clause."""
    said = "hành động gây rối của những kẻ lạ mặt nhắm vào cuộc thi"
    assert name(before("Ông Trần Văn Bảy nói đó là phản ứng cho", said)) == "Trần Văn Bảy"
    assert before("Ông Trần Văn Bảy nói đó là phản ứng cho", "hành động gây rối của xóm") is None
    assert before("Ông Trần Văn Bảy ra tay vì", said) is None
    assert name(before("Ông Trần Văn Bảy nói mình vui khi thấy", "ông ta y hệt tôi")) == "Trần Văn Bảy"
    assert name(before("Ông Trần Văn Bảy nói bà con", "không thể quên những gì đã xảy ra ở xóm này")) == "Trần Văn Bảy"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Nói về mục đích, bà Vân Anh chia sẻ:", "Vân Anh"),
        ("Nhìn dòng nước chảy, bà Anh cho biết:", "Anh"),
        ("Nghe xong, giám khảo Lê Mến nói:", "Lê Mến"),
        ("Dẫn thêm số liệu của ba năm, bà Hạnh nói:", "Hạnh"),
        ("Dẫn báo cáo của Bộ Y tế, bà Hạnh nói:", "Hạnh"),
        ("Cao thủ Vịnh Mây đến từ xa còn nói:", None),
        ("Dòng chia sẻ của người có tên Lê Mây trên mạng xã hội với nội dung:", "Lê Mây"),
        ("Đó là lời kể của ông Bảy khi đứng trước đồng lúa:", "Bảy"),
        ("Alan Barker, một trong những cư dân đầu tiên của Loria Plain, chia sẻ:", "Alan Barker"),
        ("Ông Bảy, người dân sống gần nhà cho biết:", "Bảy"),
        ("Để giữ yên cho bảo vệ, bác sĩ Lê Thị Hạnh nói:", "Lê Thị Hạnh"),
        ("Về đội tuyển Việt Nam, huấn luyện viên Lê Văn Bảy nói:", "Lê Văn Bảy"),
        ("Tuy nhiên Alan Barker cũng thừa nhận:", "Alan Barker"),
        ("thậm chí tờ Loria Times hôm qua còn viết:", "Loria Times"),
        (
            "Một chuyên gia khác là Alan Barker, Giám đốc Trung tâm nghiên cứu lúa Loria Greene thuộc Quỹ Xanh nói:",
            "Alan Barker",
        ),
    ],
)
def test_who_speaks_at_the_end_of_a_lead(text: str, who: str | None) -> None:
    """A given name may be a form of address, whoever cites may speak, and a foreign name may have any title."""
    assert name(before(text, SAID)) == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Hỏi ông có nhận xét gì không, ông gật đầu:", Pronoun("m", "ông gật đầu")),
        ("Khách hỏi sao không bán, ông lắc đầu:", Pronoun("m", "ông lắc đầu")),
        ("Hỏi về quyết định ấy, nhà cầm quân già gắt:", Pronoun("m", "nhà cầm quân già gắt")),
        ("Bà Hạnh hỏi sao không bán, ông lắc đầu nói rằng", Pronoun("m", "ông lắc đầu")),
        ("Nữ ca sĩ cười khi chúng tôi hỏi về lúa:", Pronoun("f", "Nữ ca sĩ")),
        ("Anh cười khi chúng tôi hỏi về lúa:", Pronoun("m", "Anh cười khi chúng tôi hỏi về lúa")),
        ("Nghe xong, Tròn gãi đầu:", Given("Tròn")),
        ("Bố chồng chị Hạnh can:", Kin(words="Bố chồng chị Hạnh can")),
        ("Ông Bảy chỉ được dặn một điều:", Nobody()),
        ("Nói về mình, “••••••••” chia sẻ:", Nobody()),
        ("Có cụ hỏi:", Nobody()),
        ("Bà Hạnh nhận được câu trả lời", Nobody()),
    ],
)
def test_who_answers_where_nobody_is_named(text: str, who: Source) -> None:
    """The pronoun of the last clause, the main clause's one, a given name, kin; nobody where it is not plain."""
    assert before(text, SAID) == who


def test_a_clause_behind_a_comma_goes_on_with_what_is_reported() -> None:
    """A clause of its own is somebody's, also behind ``bởi``; what says more of somebody named before is not."""
    told = "Ông Trần Văn Bảy khuyên bà con đừng vội,"
    assert name(before(told, "lúa thì năm nào cũng gặt được")) == "Trần Văn Bảy"
    assert name(before(f"{told} bởi", "lúa thì năm nào cũng gặt được")) == "Trần Văn Bảy"
    assert before(told, "không nên gặt lúa khi trời mưa") is None
    assert before("Theo ông, xã đang làm đường,", "mỗi nhà góp một ngày công thôi") == Pronoun("m", "ông")


def test_a_short_slot_with_any_verb_of_saying() -> None:
    """``số 8 nghẹn ngào`` behind a sentence tells that it is said, and not by whom."""
    assert behind(", số 8 nghẹn ngào.", SAID, begins_sentence=True) == Nobody(is_told=False)
    assert behind(", Chính ủy quân khu nói.", SAID, begins_sentence=True) == Pronoun(None, "Chính ủy quân khu")


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("Ai cũng kêu là", True),
        ("Lúa được ví như", True),
        ("Bà con gọi vui là", True),
        ("Trò này còn gọi", True),
        ("Chị viết trong phim tài liệu", True),
        ("Ông Bảy nói trong hội thảo khoa học quốc tế", True),
        ("Ông Bảy gọi về nhà", False),
        ("Ông Bảy hỏi ngược lại", False),
    ],
)
def test_what_something_is_called(text: str, thing: bool) -> None:
    """``gọi là`` gives a name, ``gọi về`` is a call."""
    assert names_a_thing(text) == thing


def test_what_stands_on_a_board_is_not_said() -> None:
    """A board or a banner has its words written on it."""
    assert stands_written("Đầu xóm có bảng gỗ ghi")
    assert stands_written("Bà con căng băng rôn dài")
    assert not stands_written("Ông Bảy nhìn ra mặt biển nói")


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
        ("Dẫn lời trên Tin Sáng, ông Bảy nói:", "Bảy"),
        ("Giữa đình treo câu nói của Chủ tịch Trần Văn Bảy:", "Trần Văn Bảy"),
        ("Theo khoản 2 Điều 5 Luật Đất đai quy định:", "Luật Đất đai"),
        ("Ủy ban Chứng khoán Quốc gia cho biết:", "Ủy ban Chứng khoán Quốc gia"),
        ("Tờ Loria Times số ra hôm qua viết:", "Loria Times"),
        ("Hội Tim mạch Loria trong tài liệu mới viết:", "Hội Tim mạch Loria"),
        ("The Guardian nhận xét:", "The Guardian"),
        ("Khi chủ nhà ra trình bày, ông Bảy gay gắt:", "Bảy"),
        ("Cục An toàn thông tin Loria cho biết:", "Cục An toàn thông tin Loria"),
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


def test_pronouns_and_people_without_a_name() -> None:
    """What begins a clause without a name is a pronoun or an office, or nobody."""
    assert unnamed("ông nói") == Pronoun("m", "ông nói")
    assert unnamed("nữ ca sĩ cười") == Pronoun("f", "nữ ca sĩ cười")
    assert unnamed("trưởng xóm") == Pronoun(None, "trưởng xóm")
    assert unnamed("một người dân") == Nobody()
    assert unnamed("bà con") == Nobody()
    assert unnamed("ông chủ tiệm cười") == Pronoun("m", "chủ tiệm cười")


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
    assert name(subject("Người mở quán là chị Lê Thị Hạnh.")) == "Lê Thị Hạnh"
    assert name(subject("Nữ ca sĩ tên thật là Lê Thị Hạnh.")) is None
    assert name(speaks("Theo phóng viên tại La Hay, bà Lê Thị Hạnh nói mưa đã tạnh.")) == "Lê Thị Hạnh"
    assert name(speaks("Cũng theo bà Hạnh, mưa đã tạnh.")) == "Hạnh"
    assert name(speaks("Năm 2019, bà Hạnh nói mưa đã tạnh.")) == "Hạnh"
    assert name(speaks("Ảnh: H.H. Tại xã, bà Hạnh nói mưa đã tạnh.")) == "Hạnh"
    assert name(subject("Với Barker, anh vẫn chưa tin.")) == "Barker"
    assert subject("Với Barker, mưa vẫn chưa tạnh.") is None
    assert name(speaks("Người phát ngôn điện Loria, ông Alan Barker nói mưa đã tạnh.")) == "Alan Barker"


def test_sentences_that_stand_for_somebody() -> None:
    """A pronoun at the head of a sentence stands for somebody; ``a passer-by`` for nobody."""
    assert stands_for("Sau đó, ông ra đồng.") == Pronoun("m", "ông ra đồng.")
    assert stands_for("Mưa đã tạnh.") is None
    assert names_nobody("Một nữ sinh viên kể lại.")
    assert not names_nobody("Một chủ xe, tên Alan Barker, kể lại.")
    assert not names_nobody("Bà Hạnh kể lại.")
    assert not names_nobody("Hai mươi năm trước, chị ra chợ.")
    assert not names_nobody("Đại diện Loria, ông Trần Văn Bảy, kể lại.")
    assert names_nobody("Ngoài hiên, vợ anh Bảy ôm con.")
    assert names_nobody("Ngoài ngõ, một cụ già đứng nhìn.")
    assert not names_nobody("Bà Hạnh, mẹ bé Mận, kể lại.")


def test_a_source_that_was_only_read() -> None:
    """``theo`` with a paper says where a passage was read, with a person who said it."""
    assert is_cited(", theo Tin Sáng")
    assert is_cited(" -theo Tin Sáng.")
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


def test_what_something_holds_is_not_said() -> None:
    """``với nội dung`` announces what is written, with a colon what somebody says."""
    assert before("Ông Bảy nói qua thư với nội dung", SAID) is None
    assert name(before("Ông Bảy nói với nội dung:", SAID)) == "Bảy"


def test_what_begins_a_sentence_behind_a_passage() -> None:
    """A capital word there is no name of whoever speaks."""
    assert behind(". Di ảnh, bàn thờ trong nhà bà con kể.", SAID, begins_sentence=True) is None


def test_a_part_behind_a_noun_is_no_clause() -> None:
    """``tất cả người`` takes more of the reporter's sentence."""
    assert before("Theo ông, xã muốn đưa tất cả người", "gây rối ở xóm cũng như ở chợ vào trại") is None
