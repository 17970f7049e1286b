"""Where does each syllable stand? Text to tokens, each with its key and its place in the author's text.

A token is a run of letters or a run of digits; everything else parts tokens, so ``06-NQ/TU`` is 06, nq, tu and
``H'Hen`` is h, hen, however they are hyphenated. Letters and digits part each other: ``Covid19`` is ``COVID-19``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.normal_form import INVISIBLE, LONGEST_KEY, normal_form

LONGEST_TOKEN = 4 * LONGEST_KEY
"""Characters of a token that its key is made of, marks and invisible ones counted; the rest is never looked at."""

_RAISED = "²³¹⁰⁴-⁹₀-₉"
_NO_LETTERS = "ʹʺʻʼʽ"  # apostrophes that Unicode counts among the letters
_LETTERS = rf"[^\W\d_{_RAISED}{_NO_LETTERS}]"
_MARKS = rf"[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0\ufe20-\ufe2f{INVISIBLE}]"
_TOKEN = re.compile(rf"{_LETTERS}+(?:{_MARKS}+{_LETTERS}*)*|[\d{_RAISED}]+(?:[{INVISIBLE}]+[\d{_RAISED}]+)*")


@dataclass(frozen=True, slots=True)
class Syllables:
    """The tokens of one text, as columns of the same length: keys, and offsets ``[start, end)`` in characters."""

    keys: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]


def syllables(text: str) -> Syllables:
    """The tokens of ``text`` in order; a token's characters are ``text[start:end]``."""
    found = list(_TOKEN.finditer(text))
    spans = [match.span() for match in found]
    return Syllables(
        tuple([normal_form(match[0][:LONGEST_TOKEN]) for match in found]),
        tuple([start for start, _ in spans]),
        tuple([end for _, end in spans]),
    )


def keys(text: str) -> tuple[str, ...]:
    """The keys alone."""
    return tuple([normal_form(token[:LONGEST_TOKEN]) for token in _TOKEN.findall(text)])
