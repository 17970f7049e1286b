"""Two apostrophes for one mark of quotation, as typewriters and old programs have it: ``''…''``."""

from __future__ import annotations

import re

_OPENING = re.compile(r"(?<![\w'])''(?=[^\W_])")
_CLOSING = re.compile(r"(?<=[^\s'])''(?!['\w])")


def with_one_mark(text: str) -> str:
    """The text with one mark and a space outside it for each two apostrophes: every other place stays what it was."""
    if "''" not in text:
        return text
    return _CLOSING.sub('" ', _OPENING.sub(' "', text))
