"""Leads that the page sets apart from the text, and leads of texts that are no plain paragraphs."""

from __future__ import annotations

import pytest

from corpus.article import Article
from corpus.text.page import read_text_page

TITLE = "Làng Gành giữ nghề ép dầu dừa"
LEAD = "Sáu lò ép dầu dừa ở làng Gành đã đỏ lửa trở lại nhờ một hợp tác xã. Tám mươi hộ trong làng lại có chỗ bán dừa."
ONE = (
    "Chị Trần Thị Lụa nạo dừa từ lúc gà chưa gáy, vắt nước cốt rồi đổ vào chảo gang. Tay chị đảo không ngừng cho đến "
    "khi dầu trong."
)
TWO = (
    "Hợp tác xã làng Gành ra đời với bảy người. Cả làng góp lại ba chiếc máy nạo cũ, mượn sân đình phơi cơm dừa, bán "
    "dầu trong can nhựa."
)
THREE = (
    "Cái khó nhất là chai. Một xưởng thủy tinh ở tỉnh nhận đúc riêng loại chai có nút bần, và dầu dừa làng Gành vào "
    "được cửa hàng."
)
FOUR = (
    "Vụ tới, hợp tác xã xây thêm một sân phơi có mái. Chị Lụa bảo trời mưa hay nắng thì bếp làng Gành cũng phải đỏ "
    "lửa như nhau."
)
TEXT = (ONE, TWO, THREE, FOUR)


def _read(*lines: str) -> Article:
    return read_text_page("\n".join((TITLE, "12/10/2020", *lines)), "a.txt", "/a.txt")


def test_an_empty_line_where_no_other_stands() -> None:
    """Above and below the lead stands one, and none between paragraphs."""
    assert _read("", LEAD, "", *TEXT).lead == LEAD
    assert _read("", LEAD, *TEXT).lead is None
    assert _read(*(part for line in (LEAD, *TEXT) for part in ("", line))).lead is None


def test_more_empty_lines_than_between_paragraphs() -> None:
    """Where one stands between two paragraphs, two below the first set it apart as the lead."""
    text = tuple(part for line in TEXT for part in ("", line))
    lead = f"Làng Gành nấu dầu từ mười hai đời nay và chưa đời nào nghĩ đến chuyện bỏ bếp. {LEAD}"
    assert _read("", lead, "", "", *text).lead == lead
    assert _read("", lead, *text).lead is None
    assert _read("", lead, *(part for line in TEXT for part in ("", "", "", line))).lead is None


def test_controls_between_lead_and_text() -> None:
    """Nobody sets them behind a first paragraph; a table's rows and a pointer may stand there."""
    assert _read(LEAD, "Chia sẻ   Lưu bài   In bài", *TEXT).lead == LEAD
    assert _read(LEAD, "Giống dừa   Dầu mỗi mẻ", "Dừa xiêm   hai lít", *TEXT).lead is None
    assert _read(LEAD, "Xem thêm: Dầu dừa xứ người", *TEXT).lead is None


def test_a_lead_above_a_picture() -> None:
    """Where a caption stands below the first paragraph this is a lead, if it does not open with when it was."""
    lead = f"Làng Gành nấu dầu từ mười hai đời nay và chưa đời nào nghĩ đến chuyện bỏ bếp. {LEAD}"
    picture = "Chị Lụa bên chảo dầu. Ảnh: Hà Vy"
    assert _read(lead, *TEXT).lead is None
    assert _read(lead, picture, *TEXT).lead == lead
    assert _read(f"Sáng 5/9, {lead}", picture, *TEXT).lead is None
    assert _read(lead, picture, ONE).lead is None


ONE_SENTENCE = (
    "Sau mười hai năm nguội bếp, sáu lò ép dầu dừa ở làng Gành đã đỏ lửa trở lại nhờ một hợp tác xã của phụ nữ."
)


def test_a_lead_over_a_list() -> None:
    """Where only points follow there are no paragraphs to compare it with; two sentences are text."""
    points = tuple(f"{number}. Mỗi mẻ dừa thứ {number} cho hai lít dầu." for number in range(1, 6))
    assert _read(ONE_SENTENCE, *points).lead == ONE_SENTENCE
    assert _read(LEAD, *points).lead is None


def test_a_lead_over_a_dialogue() -> None:
    """What somebody says behind his name is short, whatever the length of paragraphs."""
    turns = (
        "Chủ tọa: Bị cáo lấy dừa để làm gì?",
        "Bị cáo Gành: Dạ, để ép dầu, nhà hết dầu từ hôm rằm tháng trước.",
    ) * 4
    assert _read(ONE_SENTENCE, ONE, *turns, TWO, THREE).lead == ONE_SENTENCE


def test_words_between_straight_marks_are_no_speech() -> None:
    """A mark behind a word closes: what follows it up to the next one is not said by anybody."""
    lead = ONE_SENTENCE.replace("nguội bếp", '"nguội bếp"')
    assert _read(lead, *TEXT).lead == lead
    spoken = ONE_SENTENCE.replace("nguội bếp", '"nguội bếp vì chẳng ai mua dầu nữa"')
    assert _read(spoken, *TEXT).lead is None


@pytest.mark.parametrize("dateline", ["Gành Dừa, ngày 12 tháng 5 - ", "Gành Dừa, 12/5: "])
def test_an_agency_s_text_begins_with_place_and_day(dateline: str) -> None:
    """A dateline opens the text itself."""
    opening = dateline + ONE_SENTENCE[:-1] + "."
    assert (_read(opening, *TEXT).lead, _read(opening, *TEXT).paragraphs[0]) == (None, opening)


def test_the_text_may_begin_with_what_happened_when() -> None:
    """``Tại cuộc gặp … chiều 9/8`` leans on the lead above, but begins anew with a time."""
    begins = "Tại cuộc gặp các hộ trồng dừa chiều 9/8, chị Lụa mời mọi người nếm thử mẻ dầu đầu tiên. Ai cũng gật đầu."
    lead = f"{ONE_SENTENCE[:-1]}, và cả làng lại thơm mùi dừa."
    assert _read(lead, begins, *TEXT).lead == lead


def test_a_lead_over_the_hours_of_a_report() -> None:
    """What stands above the first hour sums the report up; the last hour may stand over a short sentence."""
    hours = ("10:20", ONE, "09:45", TWO, "09:10", THREE, "08:00", "Lò đầu tiên đã đỏ lửa lúc tám giờ.")
    article = _read(LEAD, *hours)
    assert (article.lead, article.paragraphs) == (LEAD, hours)


def test_a_lead_over_questions_and_answers() -> None:
    """A question behind a point, and the answer behind a dash, begin an interview."""
    turns = ("* Chị nhóm lò từ mấy giờ?", f"- {ONE}", "* Chai lấy ở đâu?", f"- {THREE}")
    assert _read(LEAD, *turns).lead == LEAD


@pytest.mark.parametrize("site", ["Quedua.example", "QD.example", "QUEDUA.VN", "Báo Quê Dừa", "Đài Gành"])
def test_the_site_in_front_of_a_lead(site: str) -> None:
    """An address, whatever it ends in, or the paper's name stands there as an agency's does; a city's does not."""
    article = _read(f"{site} - {LEAD}", *TEXT)
    assert (article.lead, article.source) == (LEAD, site)
    assert _read(f"TP.HCM - {LEAD}", *TEXT).source is None


def test_a_sentence_that_says_when_is_a_lead_where_it_is_short() -> None:
    """One sentence, shorter than paragraphs of several; not where it is long, has a second or is leaned on."""
    lead = "Từ ngày 12/10, sáu lò ép dầu dừa ở làng Gành đỏ lửa trở lại nhờ một hợp tác xã của phụ nữ."
    assert _read(lead, *TEXT).lead == lead
    assert _read(f"{lead[:-1]}, sau mười hai năm nguội bếp và hai lần dời chợ.", *TEXT).lead is None
    assert _read(f"{lead} Chợ làng lại đông.", *TEXT).lead is None
    longer = f"{lead[:-1]} trong xóm chợ."
    assert _read(longer, *TEXT).lead == longer
    assert _read(longer, f"Tại buổi lễ, cả làng đứng quanh sân. {ONE}", *TEXT).lead is None
