"""The order of the Vietnamese alphabet: letters first (a, ă, â, b, …, d, đ, …), then tones.

The tones are in the order of dictionaries: none, huyền, hỏi, ngã, sắc, nặng.
"""

from __future__ import annotations

import unicodedata
from functools import cache

_LETTERS = {letter: at for at, letter in enumerate("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz")}
_TONES = {tone: at for at, tone in enumerate("\u0300\u0309\u0303\u0301\u0323", 1)}

Rank = tuple[tuple[int, ...], tuple[int, ...]]


@cache
def rank(syllable: str) -> Rank:
    """What syllables in lower case are sorted by; digits stand before letters, and other letters behind z."""
    letters, tones = [], []
    for letter in unicodedata.normalize("NFC", syllable):
        parts = unicodedata.normalize("NFD", letter)
        tone = next((mark for mark in parts if mark in _TONES), "")
        bare = unicodedata.normalize("NFC", parts.replace(tone, "", 1)) or letter  # a tone may stand on nothing
        letters.append(_LETTERS.get(bare, ord(bare[0]) + (100 if bare[0] > "z" else -100)))
        tones.append(_TONES.get(tone, 0))
    return tuple(letters), tuple(tones)
