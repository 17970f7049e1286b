"""Patterns of many words: how a list of words becomes a regular expression that is quick.

Nothing here knows what the words mean.
"""

from __future__ import annotations

import re
from typing import Any

VIETNAMESE = "a-zàáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ"
LOWER = VIETNAMESE + "äåæçëîïñöøüšžćčłńśğıōūāŏŭĭƀőřěůťďňľźżęąűşșțēīģķļņ"
UPPER = "A-Z" + LOWER[3:].upper()
"""The letters of Vietnamese and of most foreign names as the inside of a regular expression's class, which knows no
upper and lower case by itself."""

_LAST_WORD = re.compile(r"(\w+)\W*$")
_LONGEST_ENDING = 24
"""Characters in which the words that end a text stand, spaces included."""


def listed(words: str) -> list[str]:
    """The words of a list that commas separate."""
    return [" ".join(word.split()) for word in words.split(",") if word.strip()]


def either(words: str | list[str], *, capital: bool = False) -> str:
    """A pattern of any of some words, separated by commas; the longest that fits.

    With ``capital`` each word may begin with a capital letter, and one of up to five letters may be all capitals. The
    pattern is a tree of common beginnings: tried one after the other, hundreds of words take ten times as long.
    """
    tree: dict[str, Any] = {}
    for word in listed(words) if isinstance(words, str) else words:
        spellings = [[_any_case(word, at) if capital else re.escape(letter) for at, letter in enumerate(word)]]
        if capital and len(word) <= 5:
            spellings.append([re.escape(letter) for letter in word.upper()])
        for spelling in spellings:
            branch = tree
            for letter in spelling:
                branch = branch.setdefault(letter, {})
            branch[""] = {}
    return _pattern(tree)


def last_word(text: str) -> str:
    """The last word of a short text in small letters, whatever signs follow it; empty where there is none."""
    words = text.rsplit(None, 1)
    if words and words[-1].isalnum():
        return words[-1].lower()
    found = (_LAST_WORD.search(words[-1]) or _LAST_WORD.search(text)) if words else None
    return found[1].lower() if found else ""


class Ending:
    """Some words that a text may end with, and what may stand behind them (``after``).

    The last word tells of nearly every text that it does not; the pattern decides of the others.
    """

    def __init__(self, words: str, *, after: str = r"\s+") -> None:
        self._last = frozenset(last_word(word) for word in listed(words))
        self._pattern = re.compile(rf"(?<!\w){either(words)}{after}$", re.IGNORECASE)

    def ends(self, text: str) -> bool:
        """Whether a text ends with one of the words; only its last few characters are looked at."""
        if last_word(text[-_LONGEST_ENDING:]) not in self._last:
            return False
        return bool(self._pattern.search(text, max(len(text) - _LONGEST_ENDING, 0)))


def _any_case(word: str, at: int) -> str:
    begins = at == 0 or not word[at - 1].isalpha()
    return f"[{word[at]}{word[at].upper()}]" if begins and word[at].isalpha() else re.escape(word[at])


def _pattern(tree: dict[str, Any]) -> str:
    """The tree as a pattern; longer words are tried before those that they begin with."""
    ways = [letter + _pattern(branch) for letter, branch in tree.items() if letter]
    if not ways:
        return ""
    joined = ways[0] if len(ways) == 1 and "" not in tree else f"(?:{'|'.join(ways)})"
    return joined + "?" if "" in tree else joined
