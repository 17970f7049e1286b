"""Forms of address and offices as capital words, which stand before names and are none."""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.speech.name_words import ABBREVIATED
from corpus.speech.patterns import listed
from corpus.speech.words import ADDRESS, OFFICE_WORDS

_TWO_WORD_OFFICES = frozenset(office for office in listed(OFFICE_WORDS) if office.count(" ") == 1)
_ADDRESS = re.compile(ADDRESS)


def is_address(word: str) -> bool:
    """Whether a word in small letters is a form of address."""
    return _ADDRESS.fullmatch(word) is not None


@lru_cache(maxsize=4096)
def is_title(word: str) -> bool:
    """Whether a capital word is a form of address or an abbreviated office."""
    word = word.lower().rstrip(".")
    return word in ABBREVIATED or is_address(word)


def begins_with_title(words: list[str]) -> bool:
    """Whether capital words begin with an office of two words, as some papers write it (``Nghị Viên``)."""
    return len(words) > 2 and " ".join(words[:2]).lower() in _TWO_WORD_OFFICES
