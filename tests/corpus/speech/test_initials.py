"""Which initials an article calls somebody by."""

from __future__ import annotations

import pytest

from corpus.speech.people import longest_form


def test_initials_without_points() -> None:
    """The last of them is the given name's, where one person is named so."""
    text = "Em BTH (15 tuổi) đánh em TTML ở sân trường THPT Loria. Chị NVK và bà TVK đứng nhìn."
    assert [longest_form(name, text) for name in ("L.", "H", "K.", "T.")] == ["TTML", "BTH", "K.", "T."]


@pytest.mark.parametrize(
    ("name", "full"),
    [("M.", "T.V.M."), ("H.", "K.T. H."), ("K.H", "K.H."), ("H", "K.T. H."), ("L.", "N.H. T.L."), ("B.", "B.")],
)
def test_initials_stand_for_longer_ones(name: str, full: str) -> None:
    """The last initial is the given name's; a sentence's end may have taken the point of one."""
    assert (
        longest_form(name, "Anh N.H. T.L.\nChị K.H. (31 tuổi) và anh T.V.M. Rồi ông K.T. H. đến. Họ gặp A.B.C ở chợ.")
        == full
    )


def test_the_point_of_a_last_initial() -> None:
    """It belongs to the name inside a sentence, and in spaced initials; else it may be the sentence's."""
    assert longest_form("H", "Em Lò Thị H. đến.") == "Lò Thị H."
    assert longest_form("Q. A", "Em đến. Theo Q. A.") == "Q. A."
    assert longest_form("Q.A", "Em đến. Theo Q.A.") == "Q.A"
    assert longest_form("Q. A", "Em N. Q. A. đến.") == "N. Q. A."
