"""Vietnamese as it was written in each encoding, for the tests: the tables the other way round, and texts."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping

from corpus.encodings.one_byte import TCVN3, VISCII
from corpus.encodings.vni import VNI

LETTERS = (
    "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"
    "ÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬĐÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ"
)

NOTICE = """Thông báo của thôn về việc làm đường

Sáng thứ bảy tuần này, bà con trong thôn họp ở nhà văn hóa để bàn chuyện mở rộng con đường ra cánh đồng. Ai cũng được
nói, và ý kiến nào cũng được ghi lại. Ông trưởng thôn cho biết: "Xã góp xi măng, thôn góp ngày công, còn tiền thuê máy
thì mỗi nhà đóng theo khả năng". Sổ thu chi để ở nhà văn hóa, buổi tối nào cũng có người trực cho bà con xem.

Cụ Sáu, năm nay đã ngoài tám mươi, kể rằng hồi trước muốn đưa lúa về phải gánh bộ hơn hai cây số. Giờ có đường rộng,
xe nhỏ vào được tận ruộng, người già đỡ vất vả mà giá bán cũng khá hơn. Nghe vậy, mấy nhà còn phân vân đều ký vào giấy.
"""
"""About 150 words, with no sign that an encoding lacks."""

_VISCII = {letter: byte for byte, letter in VISCII.items()}
_TCVN3 = {letter: byte for byte, letter in TCVN3.items()}
_VNI = {letter: form for form, letter in reversed(VNI.items())}  # the form with a capital sign stands first


def viscii(text: str) -> bytes:
    return bytes(_VISCII.get(letter) or ord(letter) for letter in text)


def tcvn3(text: str) -> bytes:
    """Capitals that TCVN3 lacks as small letters: what is seen depends on the font."""
    return b"".join(
        bytes([code]) if (code := _TCVN3.get(letter) or _TCVN3.get(letter.lower())) else letter.encode("cp1252")
        for letter in text
    )


def vni(text: str) -> bytes:
    return "".join(_VNI.get(letter, letter) for letter in text).encode("cp1252")


def windows_1258(text: str) -> bytes:
    """Letters with a circumflex, a breve or a horn as they are, tones as marks behind their letters."""
    return b"".join(map(_with_marks, unicodedata.normalize("NFC", text)))


def _with_marks(letter: str) -> bytes:
    try:
        return letter.encode("cp1258")
    except UnicodeEncodeError:
        parts = unicodedata.normalize("NFD", letter)
        tone = next(mark for mark in parts if mark in "\u0300\u0301\u0303\u0309\u0323")
        return (unicodedata.normalize("NFC", parts.replace(tone, "")) + tone).encode("cp1258")


LEGACY: Mapping[str, Callable[[str], bytes]] = {
    "windows-1258": windows_1258,
    "TCVN3": tcvn3,
    "VNI": vni,
    "VISCII": viscii,
}
