"""UTF-8 that was read byte by byte as another encoding, and then stored as UTF-8 again: ``nhÃ¢n dÃ¢n``.

It can be undone where nothing was lost on the way: every character goes back to the byte that it was read from, and
those are UTF-8 from the first to the last. What was changed since (no-break spaces made plain, control characters
dropped) cannot be undone with certainty, and is left as it is.
"""

from __future__ import annotations

import codecs

from corpus.encodings.windows import LATIN_1, WINDOWS_1252, WINDOWS_1258

MOST_TIMES = 3
"""How often a text may have been misread over again."""

_BYTES_OF = {
    name: codecs.charmap_build(characters)
    for name, characters in (("Latin-1", LATIN_1), ("windows-1252", WINDOWS_1252), ("windows-1258", WINDOWS_1258))
}


def undone(text: str) -> tuple[str, str] | None:
    """The text as it was meant, and as what it was misread; ``None`` where it cannot have been."""
    for name, mapping in _BYTES_OF.items():
        try:
            meant = codecs.charmap_encode(text, "strict", mapping)[0].decode()
        except UnicodeError:
            continue
        return meant, name
    return None


def undone_times(text: str, times: int) -> tuple[str, str] | None:
    """The same several times over; the name says all misreadings."""
    names: list[str] = []
    for _ in range(times):
        step = undone(text)
        if step is None:
            return None
        text, name = step
        names.append(name)
    if len(names) > 1 and len(set(names)) == 1:
        return text, names[0] + (" twice" if len(names) == 2 else f" {len(names)} times")
    return text, " and ".join(names)
