"""Bodies, papers and documents that speak in their own name."""

from __future__ import annotations

import pytest

from corpus.quotations import quotations
from corpus.speech.bodies import Body, body, meant
from corpus.speech.names import mentions
from corpus.speech.sources import first_named

SAID = "“Đường này phải làm ngay thôi”"


def name(source: Body | None) -> str | None:
    return source.name if source is not None else None


def last_speaker(*paragraphs: str) -> str | None:
    return quotations(None, paragraphs)[-1].speaker


def test_what_a_body_is() -> None:
    """A kind of body with a name, a document with its number; no office, and no word that begins as a kind does."""
    assert body("Bộ Y tế đã họp") == Body("Bộ Y tế")
    assert body("Nghị quyết số 12/NQ, khóa V") == Body("Nghị quyết số 12/NQ")
    assert body("mưa to") is None
    assert body("Ban đầu Barker không biết") is None
    assert body("Bộ trưởng Barker đã họp") is None
    assert body("Tổ chức này đã họp") == Body("Tổ chức", is_named=False)
    assert first_named("Reuters, hôm qua") == Body("Reuters")


@pytest.mark.parametrize(
    ("kind", "sentence", "who"),
    [
        ("tổ chức", "Trong thông cáo hôm qua, Tổ chức Đồng Xanh kêu gọi bà con góp sức.", "Tổ chức Đồng Xanh"),
        ("công ty", "Xã phạt công ty Loria Coal, đơn vị mở mỏ.", "Loria Coal"),
        ("tờ báo", "Tuần trước, nhật báo Loria Times khen bà con.", "Loria Times"),
        ("tuyên bố", "Ủy ban Bầu cử Trung ương sau đó ra tuyên bố ngắn.", "Ủy ban Bầu cử Trung ương"),
        ("thông báo", "Ban tổ chức thông báo sẽ trả tiền vé.", "Ban tổ chức"),
        ("tổ chức", "Công ty Loria đưa ra cảnh báo.", None),
        ("tờ báo", "Xã ra cảnh báo Loria Times hôm qua.", None),
        ("quỹ", "Tiền do Quỹ Đồng Xanh gom góp từ bà con.", "Quỹ Đồng Xanh"),
        ("thư", "Sở Y tế đã họp.", None),
        ("công văn", "Giám đốc Sở Y tế đã có Công văn số 17/2013/LR hôm qua.", "Công văn số 17/2013/LR"),
    ],
)
def test_a_body_that_is_meant(kind: str, sentence: str, who: str | None) -> None:
    """``tổ chức này`` is the one named before, ``tuyên bố viết`` is whose it is; else nobody is told."""
    assert name(meant(Body(kind, is_named=False), sentence)) == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("không quân Loria đã nói", "không quân Loria"),
        ("Bộ Y tế không nói", "Bộ Y tế"),
        ("tổ chức cho biết", "tổ chức"),
        ("tổ chức lớn cho biết", None),
        ("trang này cho biết", "trang"),
        ("Tờ báo trên cho biết", "Tờ báo"),
        ("Trang cho biết", None),
        ("tờ báo chính thức của tỉnh cho biết", "tờ báo"),
        ("Sở Y tế khi họp nêu rõ", "Sở Y tế"),
        ("Bộ Y tế chỉ đáp", "Bộ Y tế"),
        ("Ban chỉ huy Biên phòng Loria đáp", "Ban chỉ huy Biên phòng Loria"),
        ("Ủy ban thường vụ Loria nói", "Ủy ban thường vụ Loria"),
        ("Sở chỉ nói", "Sở"),
        ("Báo Đồng Xanh lại tiếp tục nói", "Báo Đồng Xanh"),
        ("Báo Đồng Xanh đưa tin", "Báo Đồng Xanh"),
        ("Báo Người đưa tin viết", "Báo Người đưa tin"),
        ("Báo Đồng Xanh tổ chức họp, nói", "Báo Đồng Xanh"),
        ("Ban tổ chức giải Loria nói", "Ban tổ chức giải Loria"),
    ],
)
def test_where_a_bodys_name_ends(text: str, who: str | None) -> None:
    """Before what goes with the verb (``chỉ``, no ``chỉ huy``); a kind alone is a body where no word tells of it."""
    assert name(body(text)) == who


@pytest.mark.parametrize(
    ("text", "law"),
    [
        ("Điểm c khoản 2 Điều 5 Thông tư 12/2013/LR hướng dẫn", "Thông tư 12/2013/LR"),
        ("Khoản 2 Điều 5 Luật Đất đai cũng quy định", "Luật Đất đai"),
        ("Khoản 2 Điều 5 Luật Đất đai năm 2013 đã quy định", "Luật Đất đai năm 2013"),
    ],
)
def test_a_law_without_a_cue(text: str, law: str) -> None:
    """An article of a law lays down, or guides, what stands behind a colon."""
    assert last_speaker(f"Trời mưa. {text}: {SAID[:-1]}.”") == law


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (f"Hãng Loria Sport viết: {SAID}", "Loria Sport"),
        (f"Theo hãng Loria Sport: {SAID}", "Loria Sport"),
        (f"Trang Loria Sport viết: {SAID}", "Loria Sport"),
        (f"Hãng Loria Air thu phí trẻ em đi một mình và nói rằng: {SAID}", "Loria Air"),
        (f"Ban Kỷ luật Loria nhóm họp và khẳng định: {SAID}", "Ban Kỷ luật Loria"),
        (f"{SAID}, bài xã luận của Loria Times viết.", "Loria Times"),
        (f"{SAID}, bài báo trên tờ Loria Times nêu.", "Loria Times"),
    ],
)
def test_a_house_or_a_paper_has_one_name(text: str, who: str) -> None:
    """Wherever its kind stands in a sentence, whatever it does there, and where its editorial speaks for it."""
    assert last_speaker(text) == who


def test_somebody_who_is_called_as_a_kind_of_body_is() -> None:
    """A Vietnamese word behind ``Trang`` is a name's and no site's."""
    assert last_speaker(f"Trang Trần viết: {SAID}") == "Trang Trần"


@pytest.mark.parametrize("who", ["đại diện CĐT Tập đoàn Loria", "đại diện chủ đầu tư Tập đoàn Loria"])
def test_who_speaks_for_a_group_of_companies(who: str) -> None:
    """The group is named, and no person by the first half of what it is, even behind capitals."""
    assert last_speaker(f"Về tiến độ, {who} cho biết: {SAID}.") == "Tập đoàn Loria"


def test_towns_and_counties_are_no_bodies_or_people() -> None:
    """A town begins as a station does, and a county has a name as people have."""
    assert last_speaker(f"Đài Bắc được cho là muốn có thêm tàu. {SAID}, thư nêu rõ.") is None
    assert body("Đài Bắc vừa họp") is None
    assert body("Đài Loria được giao việc này") == Body("Đài Loria")
    assert not list(mentions("công tố viên hạt Genesee tuyên bố"))
