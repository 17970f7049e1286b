"""What the press tells of a subject between it and its verb."""

from __future__ import annotations

import pytest

from corpus.speech.attribution import before, behind
from corpus.speech.bodies import Body
from corpus.speech.names import Mention
from corpus.speech.reported import speaker_and_subject
from corpus.speech.sources import Source

SAID = "Đường này phải làm ngay thôi"


def name(source: Source | None) -> str | None:
    return source.name if isinstance(source, Mention | Body) else None


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Chị Lê Thị Hạnh (30 tuổi), ở Lộc An, Cần Thơ cho biết:", "Lê Thị Hạnh"),
        ("Ông Trần Văn Bảy, chủ tiệm vàng 15 Hàng Mây, Hà Nội cho hay:", "Trần Văn Bảy"),
        ("Alan Barker, cựu quan chức thời Tổng thống Sanders, chuyên gia từ viện Loria cho biết:", "Alan Barker"),
        ("Bà Mei Chang, một trong số 29 luật sư của Loria & Partners, nói:", "Mei Chang"),
        ("Luật sư Alan Barker ở Loria, một trong số 29 người giỏi nhất, nói:", "Alan Barker"),
        ("Ông Bảy chỉ vào mặt ông Tám rồi nói:", "Bảy"),
        ("Từ Malaysia, đạo diễn Lê Mây chia sẻ:", "Lê Mây"),
        ("Kỹ sư trưởng Loria, Alan Barker nói:", "Alan Barker"),
        ("Ông Bảy cho biết ông Tám nói trong cuộc họp rằng", "Tám"),
        ("Ông Trần Văn Bảy, bà Lê Thị Hạnh nói:", "Lê Thị Hạnh"),
        ("Bella Barker, mẹ Alan, cho biết:", "Bella Barker"),
        ("Viện dẫn khoản 5 của luật, ông Trần Văn Bảy cho rằng:", "Trần Văn Bảy"),
        ("Viện dẫn Khoản 5 Luật Chợ búa, ông Trần Văn Bảy cho rằng:", "Trần Văn Bảy"),
        ("Sau khi nghe ông Bảy, chủ tịch xã nói mưa đã tạnh, bà Hạnh hỏi:", "Hạnh"),
    ],
)
def test_the_subject_is_whom_the_rest_describes(text: str, who: str) -> None:
    """No name in an age, an office, a house or a place is the subject's; whoever is addressed anew is a new one."""
    assert name(before(text, SAID)) == who


def test_whose_kin_somebody_is() -> None:
    """Behind a passage, too, somebody's mother speaks and not the child by whom she is told."""
    assert name(behind(", Bella Barker, mẹ Alan, cho biết.", SAID, begins_sentence=True)) == "Bella Barker"
    assert name(behind(", thư ký của Loria, ông Alan, cho biết.", SAID, begins_sentence=True)) == "Alan"


def test_whoever_is_described_speaks_in_a_sentence() -> None:
    """The verb behind an apposition is the subject's, also where the sentence goes on."""
    told = "Kenji Barker, một nhà vận động của hội Loria cho hay mưa đã tạnh."
    assert name(speaker_and_subject(told)[0]) == "Kenji Barker"
    assert name(speaker_and_subject("Bảy ra đồng, ông Trần Văn Tám, chủ xe, cho hay.")[0]) == "Trần Văn Tám"
