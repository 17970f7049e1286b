"""Who is named before a colon says what follows, whatever stands behind the closing mark."""

from __future__ import annotations

import pytest

from corpus.quotations import quotations

LED = "Ông Trần Văn Bảy tuyên bố: “Đường này phải làm ngay thôi bà con ơi”"


@pytest.mark.parametrize(
    "behind",
    [
        ". - Bà Lê Thị Hạnh yêu cầu xã làm ngay.",
        " [Chủ tịch xã Lê Thị Hạnh yêu cầu làm ngay]",
        ", bà Lê Thị Hạnh đứng dậy nói.",
        ". Bà Lê Thị Hạnh nói không.",
    ],
)
def test_nobody_behind_takes_what_was_led_in(behind: str) -> None:
    """A point of a list, an aside in brackets and a second clause name somebody else, who says no more of it."""
    assert quotations(None, (LED + behind,))[0].speaker == "Trần Văn Bảy"


@pytest.mark.parametrize(
    "lead",
    ["Trả lời câu hỏi", "Ông Trần Văn Bảy đi cả đêm, và con ông cũng nằm trong số này"],
)
def test_where_nobody_speaks_before_the_colon_who_follows_does(lead: str) -> None:
    """A question that is answered has its speaker behind it, and so has what no verb of saying leads to."""
    found = quotations(None, (f"{lead}: “Đường này phải làm ngay thôi bà con ơi”, bà Lê Thị Hạnh nói.",))
    assert found[0].speaker == "Lê Thị Hạnh"


def test_points_of_a_list_let_people_speak_in_marks() -> None:
    """``- Ông X tuyên bố: “…”. - Bà Y nói: “…”`` is no line of dialogue: each says what stands in the marks."""
    found = quotations(None, (f"- {LED}. - Bà Lê Thị Hạnh nói: “Không làm được đâu bác ạ”.",))
    assert [each.speaker for each in found] == ["Trần Văn Bảy", "Lê Thị Hạnh"]


@pytest.mark.parametrize(
    ("lead", "speaker"),
    [
        ("Về phần chị Lê Thị Hạnh, chị hào hứng nói", "Lê Thị Hạnh"),
        ("Về phía Lê Thị Hạnh, chị hào hứng nói", "Lê Thị Hạnh"),
        ("Về phần chị Lê Thị Hạnh trong đêm mưa, anh hào hứng nói", "Trần Văn Bảy"),
        ("Nói về chị Lê Thị Hạnh, anh hào hứng nói", "Trần Văn Bảy"),
        ("Bạn gái của anh là Lê Mận từng lên tiếng nói", "Lê Mận"),
    ],
)
def test_whom_the_reporter_turns_to_is_meant(lead: str, speaker: str) -> None:
    """A sentence that turns to somebody names whom its pronoun means; one about somebody lets another speak."""
    led = f"{lead}: “Đường này phải làm ngay thôi bà con ơi”."
    assert quotations(None, ("Anh Trần Văn Bảy ra đón. Trời vừa tạnh.", led))[0].speaker == speaker


@pytest.mark.parametrize(
    "lead",
    [
        "Phó Tổng thống Alan Barker cũng đã lên tiếng bảo vệ ông Trần Văn Bảy và cho rằng",
        "Ông Alan Barker khen bà Lê Thị Hạnh và cũng nói",
        "Theo hãng tin AFP, ông Alan Barker hôm qua nói về con đường mới của cả xã vùng cao",
    ],
)
def test_whom_a_sentence_begins_with_says_what_follows(lead: str) -> None:
    """A second verb has the subject of the first, not whom that is about; a paper that is the source does not speak."""
    assert quotations(None, (f"{lead}: “Đường này phải làm ngay thôi”.",))[0].speaker == "Alan Barker"
