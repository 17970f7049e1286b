"""A heading in quotation marks is whose the text below it begins with."""

from __future__ import annotations

import pytest

from corpus.article import QuotationKind
from corpus.quotations import quotations

ABOVE = "“Xã phải làm lại con đường này trước mùa mưa”, ông Trần Văn Bảy nói."
HEADING = "“Đường làm xong thì chợ mới đông”"


@pytest.mark.parametrize(
    ("below", "speaker"),
    [
        ("Bà Lê Thị Hạnh - chủ tịch xã Loria - cho rằng chợ vắng vì đường lầy.", "Lê Thị Hạnh"),
        ("Trao đổi với phóng viên, bà Lê Thị Hạnh cho biết chợ vắng từ năm ngoái.", "Lê Thị Hạnh"),
        ("Theo bà Lê Thị Hạnh, chợ vắng vì đường lầy suốt cả năm nay.", "Lê Thị Hạnh"),
        ("Ông Bảy nhấn mạnh rằng chợ vắng vì đường lầy suốt mùa mưa.", "Trần Văn Bảy"),
        ("Chợ Loria vắng từ khi đường lầy, và mùa mưa còn kéo dài.", None),
        ("Bà Lê Thị Hạnh đi chợ từ khi trời còn chưa sáng hẳn.", None),
    ],
)
def test_whoever_speaks_below_is_quoted(below: str, speaker: str | None) -> None:
    """Whoever is said at the beginning of the paragraph below to say something, and never whoever spoke above."""
    heading = quotations(None, (ABOVE, HEADING, below))[1]
    assert (heading.kind, heading.speaker) == (QuotationKind.SPEECH, speaker)


@pytest.mark.parametrize(
    ("above", "line", "below"),
    [
        (ABOVE, "“Đường làm xong thì chợ mới đông.”", "Bà Lê Thị Hạnh cho rằng chợ vắng vì đường lầy."),
        (ABOVE, HEADING, "“Chợ vắng vì đường lầy suốt cả mùa mưa này”, ông nói thêm với chúng tôi."),
        (ABOVE, "“Đường làm xong thì chợ mới đông”, ông nói tiếp", "Bà Lê Thị Hạnh cho rằng chợ vắng vì đường lầy."),
        ("Ông Trần Văn Bảy nói thẳng:", HEADING, "Bà Lê Thị Hạnh cho rằng chợ vắng vì đường lầy."),
        (ABOVE, HEADING, "Bà Lê Thị Hạnh nói vậy."),
    ],
)
def test_what_is_no_heading_goes_on(above: str, line: str, below: str) -> None:
    """With a point, before another passage, beside words of the reporter, behind a colon, over a line of some words."""
    found = next(each for each in quotations(None, (above, line, below)) if each.text.startswith("Đường làm"))
    assert found.speaker == "Trần Văn Bảy"


def test_a_heading_of_a_few_words_is_a_phrase() -> None:
    """Four words and fewer are what something is called."""
    below = "Bà Lê Thị Hạnh cho rằng chợ vắng vì đường lầy."
    assert quotations(None, (ABOVE, "“Chợ vắng đường lầy”", below))[1].kind is QuotationKind.PHRASE
