"""Encodings with a byte for each letter or mark: TCVN3, VISCII, windows-1258.

Each is a table from characters to characters: from what windows-1252 and Latin-1 show of a byte to the letter that was
meant. So one table reads bytes (as windows-1252 first) and a text that was misread before it was stored as UTF-8.

TCVN3 (TCVN 5712:1993, VN3; the fonts are called ABC or .VnTime) has letters from A1 on; below that, pages have the
punctuation of windows-1252. It has seven accented capitals: the others were written in a font of capitals (.VnTimeH),
which shows the small letter's byte as a capital. A text does not tell its fonts, so ``HOµ`` is read ``HOà``.

VISCII (RFC 1456) has letters in all of 80 to FF, and six capitals on control characters. It has no punctuation beyond
ASCII.

Windows-1258 writes most tones as a combining mark behind the letter, which is composed with it (NFC) when it is read.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from unicodedata import normalize

from corpus.encodings.windows import SIGNS, WINDOWS_1252, WINDOWS_1258, pieces

_TCVN3: Mapping[int, str] = {
    0xA1: "ĂÂÊÔƠƯĐăâêôơưđ",
    0xB5: "àảãáạ",
    0xBB: "ằẳẵắ",
    0xC6: "ặầẩẫấậè",
    0xCE: "ẻẽéẹềểễếệìỉ",
    0xDC: "ĩíịò",
    0xE1: "ỏõóọồổỗốộờởỡớợù",
    0xF1: "ủũúụừửữứựỳỷỹýỵ",
}
"""The letters from each byte on."""

_VISCII: Mapping[int, str] = {
    0x02: "Ẳ",
    0x05: "ẴẪ",
    0x14: "Ỷ",
    0x19: "Ỹ",
    0x1E: "Ỵ",
    0x80: "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐ",
    0x90: "ỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲ",
    0xA0: "ÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯ",
    0xC0: "ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡư",
    0xE0: "àáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ",
}


def _letters(blocks: Mapping[int, str]) -> dict[int, str]:
    """A table of blocks as one of single bytes."""
    return {first + at: letter for first, block in blocks.items() for at, letter in enumerate(block)}


def _table(letters: Mapping[int, str]) -> dict[int, str]:
    """From characters, of Latin-1 or of windows-1252, to letters."""
    return {code: letter for byte, letter in letters.items() for code in (byte, ord(WINDOWS_1252[byte]))}


TCVN3 = _letters(_TCVN3)
VISCII = _letters(_VISCII)
"""The letter of each byte that has one."""

_FROM_TCVN3 = SIGNS | _table(TCVN3)
_FROM_VISCII = _table(VISCII)
_FROM_WINDOWS_1258 = _table(dict(enumerate(WINDOWS_1258)))

_TONED = re.compile("[^\\W\\d_][\u0300\u0301\u0303\u0309\u0323]")  # two characters at a time, however many marks follow


def from_tcvn3(text: str) -> str:
    """TCVN3 that was read as windows-1252 or Latin-1, as it was meant."""
    return text.translate(_FROM_TCVN3)


def from_viscii(text: str) -> str:
    """VISCII that was read as windows-1252 or Latin-1, as it was meant."""
    return text.translate(_FROM_VISCII)


def from_windows_1258(text: str) -> str:
    """Windows-1258 that was read as windows-1252 or Latin-1, as it was meant, each letter composed with its tone."""
    parted = text.translate(_FROM_WINDOWS_1258)
    return "".join(_TONED.sub(lambda found: normalize("NFC", found[0]), piece) for piece in pieces(parted))
