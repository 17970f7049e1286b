"""What a web cache writes above the copy of a page that it shows: whose copy it is, of which day, how to search it."""

from __future__ import annotations

import re

_LINE = re.compile(
    r"(?:this is google'?s cache of|đây là bản lưu trong bộ nhớ cache của google|full version ?text-only version"
    r"|tip: to quickly find your search term|the wayback machine - https?:).*\n",
    re.IGNORECASE,
)
_MOST = 6
"""Lines of such a header, the empty ones among them."""


def without_copy_header(text: str) -> str:
    """The text below such lines; all of it where its first line is none."""
    begin, is_copy = 0, False
    for _ in range(_MOST):
        found = _LINE.match(text, begin)
        if found is not None:
            begin, is_copy = found.end(), True
        elif is_copy and text.startswith("\n", begin):
            begin += 1
        else:
            break
    return text[begin:]
