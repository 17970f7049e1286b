"""The encoding that a page names itself: whether it can be believed, and what it makes of the page."""

from __future__ import annotations

import codecs
import re

_OURS = {"viscii": "VISCII", "tcvn": "TCVN3", "vni": "VNI", "1258": "windows-1258"}
_OF_TEXT = re.compile(
    "ascii|cp[0-9]+|iso8859-[0-9]+|iso2022_[a-z0-9_]+|koi8-[rtu]|gb[a-z0-9]+|big5[a-z]*|shift_ji[a-z0-9_]+|euc_[a-z0-9_]+"
    "|mac-[a-z0-9-]+|tis-620|johab|hz|kz1048|ptcp154"
)
_UNREADABLE = re.compile("[\0-\x08\x0e-\x1a\x1c-\x1f\x7f-\x9f\ue000-\uf8ff\ufffd]")
_LONGEST_NAME = 40


def vietnamese_name(declared: str) -> str | None:
    """Which of the Vietnamese encodings of old a name means, of which Python knows one alone."""
    return next((name for part, name in _OURS.items() if part in declared[:_LONGEST_NAME].lower()), None)


def by_declaration(content: bytes, declared: str) -> tuple[str, str] | None:
    """The text by a declared encoding, and its name; ``None`` where that is no encoding of texts, or does not fit.

    What calls itself Latin-1 or ASCII is read as windows-1252, as browsers do.
    """
    if len(declared) > _LONGEST_NAME or not declared.isascii():
        return None
    try:
        codec = codecs.lookup(declared.strip()).name
    except (LookupError, ValueError):
        return None
    if not _OF_TEXT.fullmatch(codec):
        return None
    if codec in ("ascii", "iso8859-1"):
        codec = "cp1252"
    try:
        text = content.decode(codec)
    except UnicodeDecodeError:
        return None
    return None if _UNREADABLE.search(text) else (text, re.sub("^cp(?=12[0-9]{2}$)", "windows-", codec))
