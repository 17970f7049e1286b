"""UTF-16, two bytes for most characters: with a mark in front, or told by its NUL bytes."""

from __future__ import annotations

import codecs
import re

_MARKS = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
_LEAST_CHARACTERS = 8
_LEAST_NULS = 0.4  # of Vietnamese, seven characters in ten are ASCII or Latin-1, with a NUL each
_LATIN = re.compile("[\t-\r -~\xa0-\u036f\u1e00-\u1eff\u2000-\u20bf\u2100-\u214f\ufeff]+")


def read_utf_16(content: bytes) -> str | None:
    """The text of bytes that are UTF-16 by their mark or beyond doubt; ``None`` for any others.

    Beyond doubt are Latin letters and usual signs alone. Half a character, where a download was cut off, is left out.
    """
    codec = _MARKS.get(content[:2])
    units = content[2:] if codec else content
    units = units[: len(units) & ~1]
    codec_used = codec or _order(units)
    if codec_used is None:
        return None
    try:
        text = units.decode(codec_used)
    except UnicodeDecodeError:
        return None
    if "\0" in text:
        return None
    return text if codec or len(_LATIN.sub("", text)) <= len(text) // 10 else None


def _order(units: bytes) -> str | None:
    """Which byte of each character comes first, told by where the NULs are; ``None`` where they are too few."""
    many = len(units) // 2
    nuls = {"utf-16-be": units[::2].count(0), "utf-16-le": units[1::2].count(0)}
    codec = max(nuls, key=lambda name: nuls[name])
    clear = many >= _LEAST_CHARACTERS and nuls[codec] >= _LEAST_NULS * many and min(nuls.values()) <= many // 100
    return codec if clear else None
