"""Whom a description means: offices under other words, in a lead, and told in the sentence before."""

from __future__ import annotations

import pytest

from corpus.quotations import quotations
from corpus.speech.descriptions import said_otherwise

SAID = "“Đường này phải làm ngay thôi”"


def last_speaker(*paragraphs: str) -> str | None:
    return quotations(None, paragraphs)[-1].speaker


def test_other_words_for_an_office() -> None:
    """A trainer has several, a leader of a country is one of several, and whoever leads a department is not told."""
    assert said_otherwise("chiến lược gia người Pháp")[0] == "hlv người Pháp"
    assert said_otherwise("Nhà lãnh đạo Nga") == [f"{each} Nga" for each in _LEADERS]
    assert said_otherwise("lãnh đạo Sở Y tế") == said_otherwise("lãnh đạo") == said_otherwise("bác sĩ") == []


_LEADERS = ("Chủ tịch", "Chủ tịch nước", "Tổng thống", "Thủ tướng")


@pytest.mark.parametrize(
    ("ahead", "slot", "who"),
    [
        ("HLV Lò Mây nói trận đấu hay.", "Vị chiến lược gia người xứ Loria nói thêm", "Lò Mây"),
        ("Tổng thống Mỹ Alan Barker đã tới nơi. Trời mưa. Ông Petrov ra đón.", "Ông chủ Nhà Trắng nói", "Alan Barker"),
        ("Tổng thống Nga Ivan Petrov đã tới nơi. Trời mưa. Ông Barker ra đón.", "Nhà lãnh đạo Nga nói", "Ivan Petrov"),
        ("Ngoại trưởng Nga Petrov đã họp. Mưa. Ông Bảy về.", "Người đứng đầu Bộ Ngoại giao Nga nói", "Petrov"),
        ("Tổng thống Mỹ Alan Barker đã họp. Mưa. Ông Bảy về.", "Người đứng đầu Nhà Trắng nói", "Alan Barker"),
        ("NTK Lò Mây ra sân khấu.", "Cuối cùng, nhà thiết kế nói", "Lò Mây"),
        ("Phát ngôn viên Sở Y tế Lò Mây nói trời mưa.", "Người phát ngôn nói thêm", "Lò Mây"),
        ("Phát ngôn viên Sở Y tế Lò Mây nói trời mưa.", "Người phát ngôn Cục Thú y nói thêm", "Cục Thú y"),
        ("Bác sĩ Lò Mây nói trời mưa.", "Vị chiến lược gia người xứ Loria nói thêm", None),
    ],
)
def test_an_office_under_other_words(ahead: str, slot: str, who: str | None) -> None:
    """The holder is found by each of them; somebody of another office is not meant."""
    assert last_speaker(ahead, f"{slot}: {SAID}.") == who


def test_a_lead_tells_the_office_alone() -> None:
    """Its holder is named right behind it; far behind it, or where many hold it, nobody is meant."""
    lead = f"{SAID}, Giám đốc Sở Y tế nói."
    named = "Giám đốc Sở Y tế Lò Văn Mây đã họp."
    assert quotations(None, (lead, named))[0].speaker == "Lò Văn Mây"
    assert quotations(None, (lead, "Trời mưa.", "Trời nắng.", named))[0].speaker is None
    assert quotations(None, (f"{SAID}, tài xế nói.", "Tài xế Lò Văn Mây đã về."))[0].speaker is None
    assert quotations(None, (f"{SAID}, bà nội của Mây nói.", "Cô Lò Thị Mây đã về."))[0].speaker is None
