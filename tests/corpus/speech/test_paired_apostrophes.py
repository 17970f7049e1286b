"""Two apostrophes in the place of a mark of quotation."""

from __future__ import annotations

from corpus.quotations import quotations


def test_two_apostrophes_are_one_mark() -> None:
    """``''…''`` encloses as other marks do, and what stands between is as the author has it."""
    text = "Bà Lụa kể: ''Tôi giữ nghề từ năm mười ba tuổi, chưa bỏ ngày nào''. Ai cũng gọi bà là ''bà tổ'' của làng."
    speech, phrase = quotations(None, (text,))
    assert (speech.text, speech.speaker) == ("Tôi giữ nghề từ năm mười ba tuổi, chưa bỏ ngày nào", "Lụa")
    assert (phrase.text, text[phrase.start : phrase.end]) == ("bà tổ", "bà tổ")
