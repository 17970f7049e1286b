"""The tables of the encodings: every letter of each, and lines that were checked byte by byte."""

from __future__ import annotations

import pytest

from corpus.encodings.choice import LEGACY
from corpus.encodings.windows import LATIN_1, WINDOWS_1252, WINDOWS_1258, characters, pieces
from tests.corpus.encodings import written

_ONLY_CAPITALS = "ĂÂÊÔƠƯĐ"


@pytest.mark.parametrize("name", LEGACY)
def test_every_letter_comes_back(name: str) -> None:
    """All 134 letters with marks, from what windows-1252 shows of their bytes, and from what Latin-1 does."""
    assert len(set(written.LETTERS)) == 134
    for letter in written.LETTERS:
        content = written.LEGACY[name](letter)
        seen = letter if name != "TCVN3" or letter in _ONLY_CAPITALS else letter.lower()
        assert LEGACY[name](characters(content)) == seen
        assert LEGACY[name](content.decode("latin-1")) == seen


@pytest.mark.parametrize(
    ("name", "content", "text"),
    [
        ("TCVN3", "Céng hoµ x· héi chñ nghÜa ViÖt Nam", "Cộng hoà xã hội chủ nghĩa Việt Nam"),
        ("TCVN3", "§éc lËp - Tù do - H¹nh phóc", "Độc lập - Tự do - Hạnh phúc"),
        ("TCVN3", "HOµ B×NH", "HOà BìNH"),
        ("VNI", "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
        ("VNI", "Ñoäc laäp - Töï do - Haïnh phuùc", "Độc lập - Tự do - Hạnh phúc"),
        ("VNI", "ÑOÄC LAÄP, öôùc, Öôùc, YÙ, kyõ, bò, hieåm, Aán", "ĐỘC LẬP, ước, Ước, Ý, kỹ, bị, hiểm, Ấn"),
        ("VISCII", "C\xf5ng hòa xã h\xf5i".replace("\xf5", "\xb5"), "Cộng hòa xã hội"),
        ("VISCII", "\xd0\xb5c l\xa7p, t\xf1 do, h\xd5nh phúc, \x06n, \x1e", "Độc lập, tự do, hạnh phúc, Ẫn, Ỵ"),
        ("windows-1258", "Côòng hoÌa xaÞ hôòi chuÒ nghiÞa Viêòt Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
        ("windows-1258", "ÐôÌng Nai, \xfdu, õ, \xc3n", "Đồng Nai, ưu, ơ, Ăn"),
    ],
)
def test_lines_known_by_heart(name: str, content: str, text: str) -> None:
    """Mottoes and words whose bytes can be looked up in the published tables."""
    assert LEGACY[name](characters(content.encode("latin-1"))) == text


@pytest.mark.parametrize("name", ["TCVN3", "VNI", "windows-1258"])
def test_quotation_marks_stay(name: str) -> None:
    """Where an encoding leaves room, pages have the signs of windows-1252, also when they were read as Latin-1."""
    assert LEGACY[name](characters(b"\x93ba\x94 \x96 \x85")) == "“ba” – …"
    assert LEGACY[name]("\x93ba\x94 \x96 \x85") == "“ba” – …"


@pytest.mark.parametrize("name", ["VNI", "windows-1258"])
def test_a_long_text_is_read_as_a_short_one(name: str) -> None:
    """Wherever a text is cut to be read in pieces, no letter loses its sign."""
    for before in range(4):
        text = "x" * before + "được" * 14_000
        assert LEGACY[name](characters(written.LEGACY[name](text))) == text
    assert [len(piece) for piece in pieces("xá" * 40_000)] == [65_536, 14_464]


def test_every_byte_has_its_own_character() -> None:
    """Nothing is lost when bytes become characters."""
    assert [len(set(table)) for table in (LATIN_1, WINDOWS_1252, WINDOWS_1258)] == [256, 256, 256]
    assert characters(bytes(range(256))) == WINDOWS_1252
