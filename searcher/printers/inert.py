"""Text that a terminal only shows: no control character, escape sequence or direction override gets through.

Each dangerous character becomes one harmless one, so offsets into a text hold for what is shown of it.
"""

from __future__ import annotations

import re

_REPLACED = {code: 0x2400 + code for code in range(0x20)}  # ␛ for escape, and so on
_REPLACED |= dict.fromkeys(map(ord, "\t\n\v\f\r\u0085\u2028\u2029"), ord(" "))
_REPLACED |= {0x7F: 0x2421}
_REPLACED |= dict.fromkeys((*range(0x80, 0x85), *range(0x86, 0xA0)), 0xFFFD)
_REPLACED |= dict.fromkeys((0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x2070)), 0xFFFD)
_REPLACED |= dict.fromkeys(range(0xD800, 0xE000), 0xFFFD)

_LIVE_IN_JSON = re.compile("[\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u206f\ud800-\udfff]")


def inert(text: str) -> str:
    """``text`` on one line, of the same length, with nothing in it that a terminal obeys."""
    return text.translate(_REPLACED)


def inert_json(text: str) -> str:
    """JSON that says the same, with the characters that JSON leaves alone and terminals obey written as escapes."""
    return _LIVE_IN_JSON.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
