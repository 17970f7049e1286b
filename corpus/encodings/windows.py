"""Bytes as the characters that Latin-1, windows-1252 or windows-1258 makes of them, and back.

The two of Windows have no character for some bytes; programs that read them put the control characters of Latin-1
there, and so does this. Every byte has its character then, and a text that came out of bytes goes back to them.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

LATIN_1 = "".join(map(chr, range(256)))
WINDOWS_1252, WINDOWS_1258 = (
    "".join(bytes([byte]).decode(codec, "ignore") or chr(byte) for byte in range(256)) for codec in ("cp1252", "cp1258")
)
"""The character of each byte."""

SIGNS = {code: WINDOWS_1252[code] for code in range(0x80, 0xA0)}
"""From the control characters of Latin-1 to the quotation marks and dashes that windows-1252 has in their place."""


_PIECE = re.compile("[\\s\\S]{1,65536}[^\0-\x7f]*")


def pieces(text: str) -> Iterator[str]:
    """The text in pieces that begin with ASCII, so that none parts a letter from its signs.

    Replacing by a function holds several objects for each letter until it has ended: of a large page in one piece, ten
    times its size.
    """
    return (found[0] for found in _PIECE.finditer(text))


def characters(content: bytes) -> str:
    """Each byte as its character in windows-1252; there is one for each."""
    return codecs.charmap_decode(content, "strict", WINDOWS_1252)[0]
