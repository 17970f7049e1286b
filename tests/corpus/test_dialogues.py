"""Who speaks where no marks do: lines of dialogue behind dashes, by turns or under labels, and interviews."""

from __future__ import annotations

import pytest

from corpus.quotations import quotations


def test_dialogue_has_its_speakers_and_the_reporter_none() -> None:
    """A line that a dash opens and a name labels is that person's speech."""
    question, answer = quotations(
        None, ("- Phóng viên: Bà mong gì nhất?", "- Bà Trịnh Thị Mến: Mong người ta gọi tên.")
    )
    assert (question.text, question.speaker) == ("Bà mong gì nhất?", None)
    assert (answer.text, answer.speaker) == ("Mong người ta gọi tên.", "Trịnh Thị Mến")


@pytest.mark.parametrize(
    ("paragraphs", "speakers"),
    [
        (
            (
                "Bà cụ Mùi rót nước rồi hỏi:",
                "- Cháu ở xa đến à?",
                "- Dạ, cháu đi tìm bản cũ.",
                "- Thế thì xa đấy cháu.",
            ),
            ["Mùi", None, "Mùi"],
        ),
        (
            (
                "Tôi vào xóm lúc xế trưa. Ông Tròn đang phơi lá.",
                "- Cháu viết báo à?",
                "- Dạ, cháu viết văn.",
                "- Thế thì ngồi lâu.",
            ),
            ["Tròn", None, "Tròn"],
        ),
        (
            (
                "Bà Lê Thị Hạnh dạy lớp xóa mù. Bà Hạnh vui tính. Anh Nguyễn Văn Tròn giơ tay hỏi:",
                "- Chữ này đọc sao cô?",
                "- Đọc là nghĩa, anh ạ.",
            ),
            ["Nguyễn Văn Tròn", "Lê Thị Hạnh"],
        ),
        (
            ("Bà Lê Thị Hạnh nhớ mãi cây quạt.", "- Hồi ấy bà làm ở đâu?", "- Ở đình.", "- Rồi sao ạ?", "- Rồi về."),
            [None, "Lê Thị Hạnh", None, "Lê Thị Hạnh"],
        ),
        (
            ("Bà Lê Thị Hạnh kể. Tôi gặp một người đi đường.", "- Anh đi đâu?", "- Đi chợ."),
            [None, None],
        ),
        (
            ("Tôi gặp ông Trần Văn Bảy ở đình. Ông Bảy đang ngồi.", "- Ông đợi ai ạ?", "- Đợi khách.", "- Ai ạ?"),
            [None, "Trần Văn Bảy", None],
        ),
        (
            ("Anh Trần Văn Bảy nuôi ngựa.", "Một thầy giáo đến. Thầy hỏi:", "- Sao lại đền?", "- Vì ngựa buồn ạ."),
            [None, None],
        ),
        (
            ("Bị cáo Trần Văn Bảy đứng dậy. Chủ tọa hỏi:", "- Bị cáo làm gì?", "- Dạ, tôi làm ruộng."),
            [None, "Trần Văn Bảy"],
        ),
        (
            ("Ông Trần Văn Bảy kiện. Thẩm phán Lê Thị Hạnh hỏi bị đơn:", "- Có cách nào không?", "- Dạ không."),
            ["Lê Thị Hạnh", None],
        ),
    ],
)
def test_two_speak_by_turns(paragraphs: tuple[str, ...], speakers: list[str | None]) -> None:
    """Whoever is told ahead of a dialogue has its odd lines; the others are the other's, where that one is known."""
    assert [each.speaker for each in quotations(None, paragraphs)] == speakers


def test_an_interview_with_labels_and_without_dashes() -> None:
    """Questions and answers under labels are speech; bare answers are the interviewed person's."""
    texts = (
        "Nhà văn Khuất Thị Miên vừa ra sách mới.",
        "Hỏi: Chị viết trong bao lâu?",
        "Đáp: Chín năm, trừ hai năm chăm mẹ.",
    )
    question, answer = quotations(None, texts)
    assert (question.text, question.speaker) == ("Chị viết trong bao lâu?", None)
    assert (answer.text, answer.speaker) == ("Chín năm, trừ hai năm chăm mẹ.", "Khuất Thị Miên")


def test_a_list_with_dashes_is_no_dialogue() -> None:
    """Points of a list are not spoken."""
    assert (
        quotations(None, ("Hội nghị thống nhất:", "- Mở rộng hẻm 47;", "- Lắp thêm đèn;", "- Vận động hiến đất.")) == ()
    )
