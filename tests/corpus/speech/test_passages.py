"""Pairs of marks, runs over paragraphs, and lines of dialogue."""

from __future__ import annotations

import pytest

from corpus.speech.labels import ANSWERED, ASKED
from corpus.speech.passages import passages


def quoted(*texts: str) -> list[str]:
    return [
        "\n".join(texts[each.first : each.last + 1])[each.start :][: _length(texts, *each[:4])]
        for each in passages(texts)
    ]


def _length(texts: tuple[str, ...], first: int, start: int, last: int, end: int) -> int:
    return sum(len(text) + 1 for text in texts[first:last]) + end - start


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“Một” rồi “hai”", ["Một", "hai"]),
        ('"Một" rồi "hai"', ["Một", "hai"]),
        ("«Một», „hai”, ‘ba’", ["Một", "hai", "ba"]),
        ("“Ngoài ‘trong’ ngoài”", ["Ngoài ‘trong’ ngoài", "trong"]),
        ('" Một " rồi " hai "', ["Một", "hai"]),
        ('" Ai cũng kêu " trời ơi " rồi bỏ chạy, " bà kể.', ['Ai cũng kêu " trời ơi " rồi bỏ chạy,', "trời ơi"]),
        ('" Bảy lúa " hay cãi với " Tám khoai " ngoài chợ.', ["Bảy lúa", "Tám khoai"]),
        ("“ Một ”", ["Một"]),
        ("“Một“ rồi hai", ["Một"]),
        ('Màn hình 32" và 43" treo cao', []),
        ("“Năm ‘97 vui lắm”", ["Năm ‘97 vui lắm"]),
        ("“Mở mà không đóng", []),
        ("Đóng mà không mở”", []),
        ("“”", []),
        ('Bà nói: "Nó là "cái loa" của xóm". Rồi bà về.', ['Nó là "cái loa" của xóm', "cái loa"]),
        ('Thói xấu (" tham vặt ") còn nhiều', ["tham vặt"]),
        ('Bé nói được " ăn cơm ", " đi chơi "…', ["ăn cơm", "đi chơi"]),
    ],
)
def test_pairs_of_marks(text: str, found: list[str]) -> None:
    """Marks of all kinds, nested, set off by spaces, wrongly turned, and stray ones."""
    assert quoted(text) == found


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (("“Một.", "“Hai.", "“Ba”, ông nói."), ["Một.\n“Hai.\n“Ba"]),
        (("“Một.", "Hai”, ông nói."), ["Một.\nHai"]),
        (('" Một ?', 'Hai ", ông nói.'), ["Một ?\nHai"]),
        (("“Một.", "“Hai” rồi."), ["Một.\n“Hai"]),
        (("“Một.", "Không đóng."), []),
        (
            ('" Ai cũng nói " tôi " mà quên bà con.', 'Buồn thật ", bà kể.'),
            ['Ai cũng nói " tôi " mà quên bà con.\nBuồn thật', "tôi"],
        ),
        (
            ('Bà kể: " Cả xóm gọi " tôi " ra đồng, gọi cả " cu Tí ", ai cũng vui.', 'Rồi mưa ".'),
            ['Cả xóm gọi " tôi " ra đồng, gọi cả " cu Tí ", ai cũng vui.\nRồi mưa', "tôi", "cu Tí"],
        ),
        (('" Một " là lời bà.', "Hai."), ["Một"]),
        (
            ("“Nắng lắm.", "Ruộng chỉ “há miệng” ra thôi”, bà kể."),
            ["Nắng lắm.\nRuộng chỉ “há miệng” ra thôi", "há miệng"],
        ),
        (("“Nắng lắm.", 'Ruộng chỉ " há miệng " ra thôi”.'), ['Nắng lắm.\nRuộng chỉ " há miệng " ra thôi', "há miệng"]),
        (('Bà kêu: " Mưa quá!', '", rồi chạy.'), ["Mưa quá!"]),
        (('" Một.', 'Họ hô " đi thôi " rồi đi.', 'Ba ", bà kể.'), ['Một.\nHọ hô " đi thôi " rồi đi.\nBa', "đi thôi"]),
        (('Bà hỏi: " Ai đó?', "Không ai đáp.", '" Tôi đây ", ông nói.'), ["Tôi đây"]),
        (('" Một.', 'Cái " loa " kêu to " - bà kể.'), ['Một.\nCái " loa " kêu to', "loa"]),
    ],
)
def test_runs_over_paragraphs(texts: tuple[str, ...], found: list[str]) -> None:
    """Opened anew or once, a passage closes in a later paragraph; one that never closes opens nothing."""
    assert quoted(*texts) == found


def test_dialogue_behind_dashes() -> None:
    """Lines that a dash opens are spoken where they ask or say ``I``."""
    found = passages(("- Bác đi đâu đấy?", "- Tôi ra đồng."))
    assert [(each.first, each.start, each.label) for each in found] == [(0, 2, ""), (1, 2, "")]


def test_dialogue_under_labels() -> None:
    """A label before a colon heads a line, and is kept with it."""
    found = passages(("Phóng viên: Bà mong gì?", "Bà Trịnh Thị Mến: Mong mưa."))
    assert [(each.start, each.label) for each in found] == [(12, "Phóng viên"), (18, "Bà Trịnh Thị Mến")]


def test_an_interview_in_one_paragraph() -> None:
    """Questions behind dashes and their answers are told apart; a caption between them belongs to neither."""
    text = (
        "Bà Mến vừa ra sách. - Bà viết trong bao lâu? - Chín năm, trừ hai năm chăm mẹ. - Ai đọc trước? - Con gái tôi. "
        "Bà Mến và con gái - Bà mong gì? Mong mưa thuận gió hoà. - Xin cảm ơn bà!"
    )
    found = passages((text,))
    assert [(text[each.start : each.end], each.label) for each in found] == [
        ("Bà viết trong bao lâu?", ASKED),
        ("Chín năm, trừ hai năm chăm mẹ.", ANSWERED),
        ("Ai đọc trước?", ASKED),
        ("Con gái tôi.", ANSWERED),
        ("Bà mong gì?", ASKED),
        ("Mong mưa thuận gió hoà.", ANSWERED),
    ]


def test_one_line_that_is_announced_is_spoken() -> None:
    """A single line behind a dash is no list where a verb of saying and a colon lead to it."""
    assert [each.start for each in passages(("Ông Bảy nói:", "- Việc này phải làm ngay.", "Rồi ông về."))] == [2]


def test_a_list_is_no_dialogue() -> None:
    """Points that a dash opens and a semicolon closes are a list."""
    assert passages(("Tôi cần:", "- Mở hẻm;", "- Lắp đèn.")) == []


@pytest.mark.parametrize(
    "texts",
    [
        ("Ngoài ngõ có tiếng gọi:", "- Bà Bảy ơi, nước lên rồi!", "- Ra ngay đây."),
        ("Ông giơ hai ngón tay.", "- Hai đứa thôi.", "- Thế đứa kia đâu?", "- Nó đi rồi."),
        ("Mưa vẫn rơi.", "- Còn lâu mới tạnh - ông lẩm bẩm."),
        ("Hỏi ông nhớ không, ông xua tay:", "- Nhớ làm chi."),
    ],
)
def test_lines_that_only_talk_has(texts: tuple[str, ...]) -> None:
    """Calls behind a colon, a question among answers, a teller behind a second dash, whoever is asked and a colon."""
    assert [each.first for each in passages(texts)] == list(range(1, len(texts)))


@pytest.mark.parametrize(
    ("texts", "lasts"),
    [
        (("Bà hỏi:", "- Cháu ở đâu?", "- Ở xa.", "Rồi mưa rơi.", "- Đi thôi nhé!"), [1, 2]),
        (("Ông nói:", "- Đi thôi nhé!", "Mưa rơi.", "Nước lên.", "- Ai đó?"), [1, 4]),
        (("Bà làm gì?", "- Dệt vải.", "Từ nhỏ.", "Bà có vui không?", "- Vui chứ."), [2, 4]),
        (("- Bà làm gì?", "- Dệt vải.", "Từ nhỏ.", "- Bà có vui không?", "- Vui chứ."), [0, 2, 3, 4]),
        (("Ông nói:", "- Đã họp.", "Họp hai lần.", "* Khi nào làm, thưa ông?", "- Mai."), [2, 3, 4]),
    ],
)
def test_how_far_an_answer_runs(texts: tuple[str, ...], lasts: list[int]) -> None:
    """To the next question in an interview, and no further than its line where the story goes on behind it."""
    assert [each.last for each in passages(texts) if each.label is not None][: len(lasts)] == lasts


def test_a_list_with_one_dash_inside_a_line_is_no_talk() -> None:
    """Nobody is told to say a line by a name behind a dash without a verb of saying right behind it."""
    assert passages(("Cách làm.", "- Rửa rau - Cho rau vào túi, gọi là ủ.", "- Đậy kín.")) == []


def test_a_syllable_is_no_call() -> None:
    """``nha`` calls somebody only at the end of what is said."""
    assert passages(("Điều kiện dự thi:", "- Phim do nha điện ảnh chọn.", "- Phim mới.")) == []
    assert [each.first for each in passages(("Có tiếng gọi:", "- Đi nha.", "- Ừ, đi."))] == [1, 2]
