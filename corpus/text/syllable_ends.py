"""Where a line stops being made of syllables: things written one behind the other without a space show there."""

from __future__ import annotations

import re
import unicodedata

_SYLLABLE = re.compile(
    r"(?:ngh?|gh?|kh|ph|th|tr|ch|nh|qu|[bcdđhklmnprstvx])?[aeiouy]{1,3}"
    r"(?:ch|nh|(?<![iy])ng(?!h)|c(?!h)|m|n(?![gh])|p(?!h)|t(?![hr]))?",
    re.IGNORECASE,
)
"""What two syllables could share begins the second one: ``Chi`` and ``nghề``."""

_WORD = re.compile(r"[^\W\d_]+")


def unaccented(word: str) -> str:
    """A word's letters without the marks on them, as many as are written; ``đ`` stays what it is."""
    letters = unicodedata.normalize("NFD", word)
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def is_syllable(word: str) -> bool:
    """Whether a word is written as syllables of Vietnamese are."""
    return _SYLLABLE.fullmatch(unaccented(word)) is not None


def end_of_syllables(plain: str) -> int:
    """The place inside the first word that is longer than the syllable it begins with, or the end."""
    for word in _WORD.finditer(plain):
        found = _SYLLABLE.match(unaccented(word[0]))
        if found is not None and found.end() < len(word[0]):
            return word.start() + found.end()
    return len(plain)
