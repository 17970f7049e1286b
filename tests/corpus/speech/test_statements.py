"""Two sentences in one pair of marks are what somebody says, wherever in a sentence they stand."""

from __future__ import annotations

import pytest

from corpus.article import QuotationKind
from corpus.quotations import quotations

SAID = "“Tôi hiểu đội bạn rất mạnh. Chúng tôi phải chơi thật hay”"


@pytest.mark.parametrize(
    ("ahead", "text", "speaker"),
    [
        ("Trời mưa.", f"Ông Lò Mây cho rằng đội nhà hay hơn hẳn trận gặp Loria {SAID}.", "Lò Mây"),
        ("Trời mưa.", f"Ông Lò Mây tỏ ý ngờ: {SAID}.", "Lò Mây"),
        ("Ông Lò Mây nói trời mưa.", f"{SAID} Chiều nay trời tạnh.", "Lò Mây"),
        ("Trời mưa.", f"Nhiều bạn trẻ đến TP. {SAID} - ông Lò Mây nói.", "Lò Mây"),
    ],
)
def test_a_statement_is_speech(ahead: str, text: str, speaker: str) -> None:
    """A lost stop before it or behind it, or an abbreviation's before it, is no matter."""
    found = quotations(None, (ahead, text))[-1]
    assert (found.kind, found.speaker) == (QuotationKind.SPEECH, speaker)


@pytest.mark.parametrize(
    "text",
    [
        f"Trước đình treo tấm biển ghi dòng chữ {SAID}.",
        f"Quy định {SAID} làm dân lo.",
        f"Ông Lò Mây viết bài {SAID}.",
        "Ông Lò Mây thăm “Tp. Loria nhiều hoa và nhiều cây cối xanh tốt”.",
    ],
)
def test_what_is_written_or_built_in_is_none(text: str) -> None:
    """A notice, a title, what the sentence goes on with; the point of an abbreviation ends no sentence."""
    assert quotations(None, ("Trời mưa.", text))[-1].kind is QuotationKind.PHRASE
