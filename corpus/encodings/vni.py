"""VNI: two bytes for most letters, the bare one and a sign for its marks behind it.

As in ``one_byte.py``, the table is from what windows-1252 and Latin-1 show of the bytes: ``hoøa`` is ``hòa``. A sign
stands in the case of its letter; a small one behind a capital, as at the head of a sentence, is read too.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from corpus.encodings.windows import SIGNS, pieces

_SIGNS: Mapping[str, str] = {  # behind the bare letters: what comes of each, in their order
    "aeouyôö": "",
    "ù": "áéóúýớứ",
    "ø": "àèòùỳờừ",
    "û": "ảẻỏủỷởử",
    "õ": "ãẽõũỹỡữ",
    "ï": "ạẹọụ ợự",
    "â": "âêô    ",
    "á": "ấếố    ",
    "à": "ầềồ    ",
    "å": "ẩểổ    ",
    "ã": "ẫễỗ    ",
    "ä": "ậệộ    ",
    "ê": "ă      ",
    "é": "ắ      ",
    "è": "ằ      ",
    "ú": "ẳ      ",
    "ü": "ẵ      ",
    "ë": "ặ      ",
}
_SINGLE: Mapping[str, str] = dict(zip("ôöíìæóòîñ", "ơưíìỉĩịỵđ", strict=True))
_BARE = next(iter(_SIGNS))


def _pairs() -> dict[str, str]:
    """Every written form of a letter, and the letter; of a capital the one with capital sign stands first."""
    small = {
        bare + sign: letter
        for sign, row in _SIGNS.items()
        for bare, letter in zip(_BARE, row, strict=False)
        if letter != " "
    } | dict(_SINGLE)
    capital = {written.upper(): letter.upper() for written, letter in small.items()}
    headed = {written[0].upper() + written[1:]: letter.upper() for written, letter in small.items()}
    return small | capital | headed


VNI = _pairs()
"""The letter of each written form, of one character or two."""

_WRITTEN = re.compile("|".join(sorted(VNI, key=len, reverse=True)))


def from_vni(text: str) -> str:
    """VNI that was read as windows-1252 or Latin-1, as it was meant."""
    shown = text.translate(SIGNS)
    return "".join(_WRITTEN.sub(lambda found: VNI[found[0]], piece) for piece in pieces(shown))
