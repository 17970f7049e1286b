"""When are two texts the same, however they are printed?"""

from __future__ import annotations

import re
import unicodedata

_UNPRINTED = re.compile(r"[\W_]+")


def key(text: str) -> str:
    """Letters and digits alone, in small letters: two texts with one key are printed for the same."""
    return _UNPRINTED.sub("", unicodedata.normalize("NFC", text).casefold())
