"""Where does each syllable stand? Text to tokens, each with its key and its place in the author's text.

A token is a run of letters or a run of digits; everything else parts tokens, so ``06-NQ/TU`` is 06, nq, tu and
``H'Hen`` is h, hen, however they are hyphenated. Letters and digits part each other: ``Covid19`` is ``COVID-19``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from index.normal_form import INVISIBLE, LONGEST_KEY, LOSSY, looks_as_written, normal_form, written

LONGEST_TOKEN = 4 * LONGEST_KEY
"""Characters of a token that its key is made of, marks and invisible ones counted; the rest is never looked at."""

_RAISED = "²³¹⁰⁴-⁹₀-₉"
_NO_LETTERS = "ʹʺʻʼʽ"  # apostrophes that Unicode counts among the letters
_LETTERS = rf"[^\W\d_{_RAISED}{_NO_LETTERS}]"
_MARKS = rf"[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0\ufe20-\ufe2f{INVISIBLE}]"
_INSIDE = re.compile(rf"[^\W_{_NO_LETTERS}]|[{_RAISED}]|{_MARKS}")
_TOKEN = re.compile(rf"{_LETTERS}+(?:{_MARKS}+{_LETTERS}*)*|[\d{_RAISED}]+(?:[{INVISIBLE}]+[\d{_RAISED}]+)*")


@dataclass(frozen=True, slots=True)
class Syllables:
    """The tokens of one text, as columns of the same length: keys, and offsets ``[start, end)`` in characters."""

    keys: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]


_PLAIN = re.compile("[0-9a-zA-Zđà-ãè-êìíò-õùúýăĩũơưẠ-ỹĐÀ-ÃÈ-ÊÌÍÒ-ÕÙÚÝĂĨŨƠƯ]{1,16}")


_SHORT = 32  # characters of tokens whose keys are kept


def _key(token: str) -> str:
    """The normal form of a token: looked up, as most tokens were met before."""
    return _short_key(token) if len(token) <= _SHORT else normal_form(token[:LONGEST_TOKEN])


@lru_cache(maxsize=1 << 15)
def _short_key(token: str) -> str:
    """The same in half the time. Nearly all are plain letters, on which most steps do nothing."""
    if not _PLAIN.fullmatch(token):
        return normal_form(token)
    key = token.lower()
    for step in LOSSY:
        key = step(key)
    return key


def syllables(text: str) -> Syllables:
    """The tokens of ``text`` in order; a token's characters are ``text[start:end]``."""
    found = list(_TOKEN.finditer(text))
    spans = [match.span() for match in found]
    return Syllables(
        tuple([_key(match[0]) for match in found]),
        tuple([start for start, _ in spans]),
        tuple([end for _, end in spans]),
    )


def one_token(text: str) -> str | None:
    """The key of a text that is one token and nothing else: found in a third of the time that ``syllables`` takes."""
    return _key(text) if _TOKEN.fullmatch(text) else None


def parting(characters: str) -> str:
    """Those of some characters that no token holds: what stands between two of them is tokens by itself."""
    return _INSIDE.sub("", characters)


def spans_at(text: str, numbers: Iterable[int]) -> Iterator[tuple[int, int]]:
    """The offsets ``[start, end)`` of some tokens, given by ascending numbers; what is behind them is not looked at."""
    tokens = enumerate(_TOKEN.finditer(text))
    at, found = -1, (0, 0)
    for number in numbers:
        while at < number:
            at, match = next(tokens)
            found = match.span()
        yield found


def keys(text: str) -> tuple[str, ...]:
    """The keys alone."""
    return tuple([_key(token) for token in _TOKEN.findall(text)])


def keys_at(text: str, numbers: Sequence[int]) -> list[str]:
    """The keys of some tokens, given by their numbers: making the others' keys takes longer than finding all tokens."""
    found = _TOKEN.findall(text)
    return [_key(found[number]) for number in numbers]


def looks(text: str, tokens: Syllables) -> tuple[str, Sequence[int]]:
    """The text as it looks, composed, and where each of its tokens begins in it. It can be found
    for the parts between white space, each by itself."""
    if looks_as_written(text):
        return text, tokens.starts
    pieces: list[str] = []
    places: list[int] = []
    length = behind = 0
    for start, end in zip(tokens.starts, tokens.ends, strict=True):
        gap, token = unicodedata.normalize("NFC", text[behind:start]), written(text[start:end])
        pieces += (gap, token)
        places.append(length + len(gap))
        length += len(gap) + len(token)
        behind = end
    return "".join((*pieces, unicodedata.normalize("NFC", text[behind:]))), places


def look(text: str) -> str:
    """The text as it looks alone."""
    return text if looks_as_written(text) else looks(text, syllables(text))[0]
