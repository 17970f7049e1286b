"""The large letter that opens a text, where it was put on a line of its own: ``S`` above ``áng 14-3, …``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from corpus.text.syllable_ends import is_syllable, unaccented

_LETTER = re.compile(r"[“\"«‘']?(?P<letter>[^\W\d_])")
_WORD = re.compile(r"[^\W\d_]+")
_VOWELS = frozenset("aeiouy")
_LONG = 60
"""Characters of a line that is text."""


def with_drop_caps(lines: Iterable[str]) -> Iterator[str]:
    """The lines, with such a letter before the word that it begins, over empty lines, too."""
    letter: str | None = None
    empty = 0
    for line in lines:
        if letter is not None:
            if not line:
                empty += 1
                continue
            if line[0].islower() and len(line) >= _LONG:
                line = f"{letter} {line}" if _is_word(letter, line) else letter + line
            else:
                yield letter
                yield from [""] * empty
            letter, empty = None, 0
        if (found := _LETTER.fullmatch(line)) is not None and found["letter"].isupper():
            letter = line
            continue
        yield line
    if letter is not None:
        yield letter
        yield from [""] * empty


def _is_word(letter: str, line: str) -> bool:
    """Whether the letter is a word, as ``Ở`` before ``nhiều nơi``, and not the beginning of one (``Ô``, ``ng Tám``)."""
    following = _WORD.match(line)
    if following is None or unaccented(letter[-1].lower()) not in _VOWELS:
        return False
    return unaccented(line[0]) not in _VOWELS and is_syllable(following[0])
