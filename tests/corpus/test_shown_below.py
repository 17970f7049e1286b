"""Captions that are sentences: told by the paragraph below them, by weights that were learnt of captions."""

from __future__ import annotations

import pytest

from corpus.article import Article
from corpus.text.likeness import Subject
from corpus.text.lines import Line
from corpus.text.page import read_text_page
from corpus.text.shown_below import is_shown_below

TEXT = (
    "Mùa nước năm nay về sớm nửa tháng, đồng Bàu Rổ trắng xóa từ đầu tháng bảy. Người trong xóm bỏ cày, bỏ cấy, đem "
    "lưới giặt rồi kéo nhau ra miệng đìa, nhà nào cũng có một chiếc xuồng.",
    "Ông Phan Văn Lời, người giăng câu lâu năm nhất xóm, chống xuồng ra đồng từ ba giờ sáng. Ông bảo cá linh non chỉ "
    "có chừng hai mươi ngày, qua con nước rằm thì xương cứng, bán không ai mua.",
    "Ngoài chợ huyện, cá linh non lên tới hai trăm ngàn đồng một ký mà vẫn không đủ bán. Thương lái ngồi chờ ngay ở "
    "miệng đìa, thấy xuồng nào vô bờ là xúm lại cân, trả tiền tươi.",
    "Xã Bàu Rổ đã cắm bảng cấm xung điện ở cả ba đầu đồng, và giao cho đội giăng câu của ông Lời canh giữ. Cá bố mẹ "
    "vướng lưới đều được thả về, ai giữ lại thì cả xóm biết.",
)
CAPTION = "Ông Phan Văn Lời chống xuồng ra đồng Bàu Rổ."


def _read(*lines: str) -> Article:
    return read_text_page("\n\n".join(("Cá linh non về đồng Bàu Rổ", "12/10/2020 08:15", *lines)), "a", "/a")


def _shown(sentence: str, below: str = TEXT[1], usual: float = 180) -> bool:
    lines = [Line(text, text) for text in TEXT]
    return is_shown_below(Line(sentence, sentence), [Line(below, below)], Subject(lines), usual)


@pytest.mark.parametrize(
    "caption",
    [
        CAPTION,
        "Người trong xóm kéo nhau ra miệng đìa ở đồng Bàu Rổ, xã Bàu Rổ, trong mùa cá linh non, sáng 12/7.",
    ],
)
def test_what_the_next_paragraph_speaks_of(caption: str) -> None:
    """Whom and what it names comes back below, or the day stands at its end: it is a picture's, however long."""
    article = _read(TEXT[0], caption, *TEXT[1:])
    assert article.captions == (caption,)
    assert (*filter(None, [article.lead]), *article.paragraphs) == TEXT
    assert _shown(CAPTION)


@pytest.mark.parametrize(
    "sentence",
    [
        "Ông Phan Văn Lời cho biết ông chống xuồng ra đồng.",
        "Nhưng ông Phan Văn Lời chống xuồng ra đồng Bàu Rổ.",
        "Người giăng câu nay chống xuồng ra đồng từ ba giờ sáng.",
        "2 giờ sáng, ông Phan Văn Lời chống xuồng ra đồng.",
        "Chống xuồng đi.",
        "Ông Phan Văn Lời chống xuồng ra đồng Bàu Rổ",
    ],
)
def test_what_tells_is_no_caption(sentence: str) -> None:
    """A word of saying, one that leans on the sentence before, a time, a number at the head, two words, no end."""
    assert not _shown(sentence)


def test_what_weighs_against_a_caption() -> None:
    """Words that do not come back, a length that the paragraphs have, and nothing below it."""
    assert not _shown("Trẻ con tắm mưa trên sân đình làng bên.")
    assert not _shown(CAPTION, usual=len(CAPTION))
    assert not _shown(CAPTION, below="Chợ huyện.")
    assert _read(TEXT[0], *TEXT[1:], CAPTION).paragraphs[-1] == CAPTION


def test_short_paragraphs_have_no_such_captions() -> None:
    """Where the author writes in short paragraphs none of them is conspicuous."""
    short = tuple(sentence.strip() + "." for text in TEXT for sentence in text.split(".") if len(sentence) > 10)
    assert _read(short[0], CAPTION, *short[1:]).captions == ()


def test_short_paragraphs_of_several_sentences_show_what_has_one() -> None:
    """Where each paragraph has two sentences a short one stands out beside fewer characters; where most have one, not.

    Children are no one known by then (``trẻ em trong xóm``).
    """
    paragraphs = (
        "Đồng Bàu Rổ nước trắng xóa từ đầu tháng bảy, sớm nửa tháng. Người trong xóm bỏ cày, đem lưới giặt rồi kéo "
        "nhau ra miệng đìa.",
        "Ông Phan Văn Lời chống xuồng ra từ ba giờ sáng. Ông bảo cá linh non có chừng hai mươi ngày, qua rằm xương "
        "cứng, bán ế khách.",
        "Ngoài chợ huyện cá linh lên giá từng ngày. Thương lái ngồi chờ ở miệng đìa, thấy xuồng vô bờ là xúm lại cân, "
        "trả tiền tươi.",
        "Xã đã cắm bảng cấm xung điện ở cả ba đầu đồng. Cá bố mẹ vướng lưới đều được thả về, ai giữ lại thì cả xóm "
        "Bàu Rổ biết.",
    )
    joined = tuple(text.replace(". ", ", ") for text in paragraphs)
    caption = "Trẻ em trong xóm Bàu Rổ giặt lưới ở miệng đìa."
    assert _read(*paragraphs[:2], caption, *paragraphs[2:]).captions == (caption,)
    assert _read(*joined[:2], caption, *joined[2:]).captions == ()


BESIDE = "Trẻ con tắm mưa trên sân đình làng bên."
LONG = f"{BESIDE[:-1]}, trên bờ ruộng, dưới gốc gáo, ngoài bến sông, quanh giếng nước và bên hàng rào dâm bụt nhà ai."
LEAD = "QTO - Cá linh non về sớm nửa tháng, xóm giăng câu ở đồng Bàu Rổ bỏ cày bỏ cấy kéo nhau ra miệng đìa."


@pytest.mark.parametrize("caption", [BESIDE, "Một tổ phòng không được vẽ trên tường đình, thế kỷ trước."])
def test_right_below_the_lead_stands_the_main_picture(caption: str) -> None:
    """There a short sentence that tells nothing is its caption, whatever the text has of its words."""
    article = _read(LEAD, caption, *TEXT)
    assert (article.lead, article.captions) == (LEAD.removeprefix("QTO - "), (caption,))
    assert article.paragraphs == TEXT


@pytest.mark.parametrize("sentence", ["Trẻ con cũng tắm mưa trên sân đình.", "Nước lên.", f"{BESIDE} {BESIDE}", LONG])
def test_what_is_no_caption_below_the_lead(sentence: str) -> None:
    """What tells, two words, two sentences, and one as long as paragraphs are the text's own."""
    assert _read(LEAD, sentence, *TEXT).paragraphs == (sentence, *TEXT)


def test_below_a_first_paragraph_that_is_no_lead() -> None:
    """A short sentence stays where it is if its words do not come back."""
    article = _read(TEXT[0], BESIDE, *TEXT[1:])
    assert BESIDE in article.paragraphs
