"""Who speaks for a body, and whom a description means."""

from __future__ import annotations

import pytest

from corpus.quotations import quotations
from corpus.speech.bodies import represented
from corpus.speech.descriptions import belong_apart, names_a_place

SAID = "“Đường này phải làm ngay thôi”"


def last_speaker(*paragraphs: str) -> str | None:
    return quotations(None, paragraphs)[-1].speaker


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("đại diện Bộ Y tế cho biết", "Bộ Y tế"),
        ("một phát ngôn viên của hãng phim Loria nói", "hãng phim Loria"),
        ("người phát ngôn khách sạn Loria Garden nói", "khách sạn Loria Garden"),
        ("đại diện VNX cho biết", "VNX"),
        ("phát ngôn viên Bộ Y tế trước đó nói", "Bộ Y tế"),
        ("đại diện Cục Hàng không Loria nói", "Cục Hàng không Loria"),
        ("người đại diện của Lò Mây nói", None),
        ("đại diện chủ đầu tư nói", None),
        ("đại diện một công ty nói", None),
        ("bà Hạnh nói", None),
    ],
)
def test_the_body_for_which_somebody_speaks(text: str, who: str | None) -> None:
    """It is told by its name alone; whoever speaks for a person, or for a body without a name, is nobody."""
    found = represented(text)
    assert (found.name if found is not None else None) == who


@pytest.mark.parametrize(
    ("ahead", "slot", "who"),
    [
        ("Trời mưa.", "đại diện Sở Y tế nói", "Sở Y tế"),
        ("Ông Trần Văn Bảy, phát ngôn viên Sở Y tế, đến sớm.", "phát ngôn viên Sở Y tế nói", "Trần Văn Bảy"),
        ("Đại diện Sở Y tế cho biết mưa đã tạnh.", "vị này nói", "Sở Y tế"),
        ("Một người dân cho biết mưa đã tạnh.", "vị này nói", None),
    ],
)
def test_a_person_comes_before_the_body(ahead: str, slot: str, who: str | None) -> None:
    """Whom the article named as speaking for the body is meant; ``vị này`` is whoever spoke right before."""
    assert last_speaker(ahead, f"{SAID}, {slot}.") == who


def test_what_a_body_says_goes_on() -> None:
    """A passage by itself behind reported speech is of the body for which that was said."""
    assert last_speaker("Đại diện Sở Y tế cho biết mưa đã tạnh.", f"{SAID[:-1]}.”") == "Sở Y tế"


@pytest.mark.parametrize(
    ("ahead", "slot", "who"),
    [
        ("Ông Vlad Barker nhấn mạnh rằng mưa đã tạnh.", "nghị sĩ Pháp nói", "Vlad Barker"),
        ("Ông Vlad Barker, tổng thống Nga, nhấn mạnh rằng mưa đã tạnh.", "tổng thống Mỹ nói", None),
        ("Ông Vlad Barker nhấn mạnh rằng mưa đã tạnh.", "nhân viên Hà Nội nói", None),
    ],
)
def test_a_description_behind_reported_speech(ahead: str, slot: str, who: str | None) -> None:
    """It is of whoever spoke right before, of whom no other office is told, where not many may hold it."""
    assert last_speaker(ahead, f"{SAID}, {slot}.") == who


def test_what_a_description_tells_of_places() -> None:
    """Two presidents of two countries are two people; a Frenchman may be of any club."""
    assert names_a_place("tổng thống Mỹ")
    assert not names_a_place("tiền đạo người Pháp")
    assert belong_apart("tổng thống Mỹ", "Tổng thống Nga", "Vlad Barker")
    assert not belong_apart("tổng thống Mỹ", "Tổng thống Mỹ", "Alan Barker")
