"""Pairs of marks, runs over paragraphs, and lines of dialogue."""

from __future__ import annotations

import pytest

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
        ("“ Một ”", ["Một"]),
        ("“Một“ rồi hai", ["Một"]),
        ('Màn hình 32" và 43" treo cao', []),
        ("“Năm ‘97 vui lắm”", ["Năm ‘97 vui lắm"]),
        ("“Mở mà không đóng", []),
        ("Đóng mà không mở”", []),
        ("“”", []),
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


def test_a_list_is_no_dialogue() -> None:
    """Points that a dash opens and a semicolon closes are a list."""
    assert passages(("Tôi cần:", "- Mở hẻm;", "- Lắp đèn.")) == []
