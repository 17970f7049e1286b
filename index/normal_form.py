"""When are two spellings the same syllable? The normal form under which a syllable is indexed and looked up.

Two lists of steps, applied in order to one token at a time. ``SAFE`` steps join spellings that are the same text to
every reader: they differ in bytes only. ``LOSSY`` steps join spellings that a careful reader can tell apart, but that
stand for the same word: where the tone mark is put, and the i/y that two school spellings disagree on. Neither list
drops an accent: ``ban``, ``bán`` and ``bàn`` stay three syllables. ``fold`` does that, at query time only.

Nothing here is ever shown: an article is shown as its author wrote it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from functools import lru_cache

NORMAL_FORM_VERSION = 1
"""Part of the format of an index: goes up when any step changes."""

LONGEST_KEY = 64
"""Characters of a key; a longer run of letters is no word, and is found by its beginning."""

INVISIBLE = "\u00ad\u034f\u200b-\u200f\u2060\ufe00-\ufe0f\ufeff"
"""Soft hyphen, joiners, zero-width spaces, direction marks, variation selectors, BOM: as a class of characters."""

_QUALITIES = "\u0302\u0306\u031b"  # circumflex, breve, horn: part of the letter
_TONES = "\u0300\u0301\u0303\u0309\u0323"  # grave, acute, tilde, hook, dot below: part of the syllable
_INVISIBLE = re.compile(f"[{INVISIBLE}]+")
_MARKED = re.compile(r"(\w)([\u0300-\u036f]+)")


def without_invisible(token: str) -> str:
    """``dân`` with a soft hyphen or a zero-width space inside is ``dân``."""
    return token if token.isascii() else _INVISIBLE.sub("", token)


def composed(token: str) -> str:
    """One code point a letter, in whatever order its marks were typed (NFD, U+0340, tone before circumflex)."""
    token = unicodedata.normalize("NFC", token)
    if not _MARKED.search(token):
        return token
    decomposed = unicodedata.normalize("NFD", token)
    return unicodedata.normalize("NFC", _MARKED.sub(_marks_in_order, decomposed))


def _marks_in_order(match: re.Match[str]) -> str:
    marks = "".join(dict.fromkeys(match[2]))  # one typed twice is one
    qualities = "".join(mark for mark in marks if mark in _QUALITIES)
    return match[1] + qualities + "".join(mark for mark in marks if mark not in _QUALITIES)


def compatible(token: str) -> str:
    """Full-width letters, ligatures and raised digits as the plain ones (``m²`` as ``m2``)."""
    return token if token.isascii() else unicodedata.normalize("NFKC", token)


def lower(token: str) -> str:
    """``ĐẢNG`` is ``đảng``."""
    return token.lower()


def one_d(token: str) -> str:
    """The Icelandic and the African d, which keyboards and old code pages leave behind, are đ."""
    return token.replace("ð", "đ").replace("ɖ", "đ")


_ONSET = "ngh|ng|nh|gh|gi(?=[aăâeêioôơuưy])|qu(?=[aăâeêioôơuưy])|ch|kh|ph|th|tr|[bcdđghklmnpqrstvx]|"
_NUCLEUS = (
    "iêu|yêu|oai|oao|oay|oeo|uây|uôi|uya|uyê|uyu|ươi|ươu|ai|ao|au|ay|âu|ây|eo|êu|ia|iê|iu|oa|oă|oe|oi|oo|ôi|ơi|"
    "ua|uâ|uê|ui|uơ|uô|uy|ưa|ưi|ưu|ươ|yê|[aăâeêioôơuưy]"
)
_SYLLABLE = re.compile(f"({_ONSET})({_NUCLEUS})(ch|ng|nh|[ckmnpt]|)")
_TONE_OF = {unicodedata.normalize("NFC", vowel + tone): (vowel, tone) for vowel in "aăâeêioôơuưy" for tone in _TONES}


def tone_in_place(token: str) -> str:
    """The tone mark on the vowel where the older rule puts it: ``hoà`` as ``hòa``, ``thuỷ`` as ``thủy``.

    Also mends a mark that slipped to a neighbour (``vịêt``, ``qúy``, ``gìa``). Only a token that is a whole Vietnamese
    syllable with one tone mark is touched, so foreign words stay, and ``quá`` and ``già`` keep their tone on the vowel
    behind ``qu`` and ``gi``.
    """
    toned = [letter for letter in token if letter in _TONE_OF]
    if len(toned) != 1:
        return token
    vowel, tone = _TONE_OF[toned[0]]
    parts = _SYLLABLE.fullmatch(token.replace(toned[0], vowel))
    if parts is None:
        return token
    onset, nucleus, coda = parts.groups()
    at = _tone_place(nucleus, coda)
    return onset + nucleus[:at] + unicodedata.normalize("NFC", nucleus[at] + tone) + nucleus[at + 1 :] + coda


def _tone_place(nucleus: str, coda: str) -> int:
    """The number of the vowel that bears the tone: the last with a quality mark, else the middle, else the first."""
    for at in reversed(range(len(nucleus))):
        if nucleus[at] in "ăâêôơư":
            return at
    return 1 if len(nucleus) == 3 or (len(nucleus) == 2 and coda) else 0


_Y_ALONE = re.compile("([hklmst])([yýỳỷỹỵ])")
_I_BEHIND_QU = re.compile("qu([iíìỉĩị])")
_TO_I = dict(zip("yýỳỷỹỵ", "iíìỉĩị", strict=True))
_TO_Y = {i: y for y, i in _TO_I.items()}


def one_i(token: str) -> str:
    """``kỹ``, ``lý``, ``Mỹ``, ``sỹ``, ``tỷ``, ``hy`` as with i, and ``qui`` as ``quy``; no other y or i is touched."""
    if alone := _Y_ALONE.fullmatch(token):
        return alone[1] + _TO_I[alone[2]]
    if behind := _I_BEHIND_QU.fullmatch(token):
        return "qu" + _TO_Y[behind[1]]
    return token


Step = Callable[[str], str]

WRITTEN: tuple[Step, ...] = (without_invisible, composed)
SAFE: tuple[Step, ...] = (*WRITTEN, compatible, lower, one_d)
LOSSY: tuple[Step, ...] = (tone_in_place, one_i)


def written(token: str) -> str:
    """A token as it looks: its case and spelling kept, odd bytes gone. What a word segmenter is given."""
    for step in WRITTEN:
        token = step(token)
    return token


_ODD = re.compile(f"[{INVISIBLE}\u0300-\u036f]")


def looks_as_written(text: str) -> bool:
    """Whether ``written`` would leave every token of a text as it is; all but a few texts do."""
    return text.isascii() or (unicodedata.is_normalized("NFC", text) and not _ODD.search(text))


@lru_cache(maxsize=1 << 14)
def normal_form(token: str) -> str:
    """The key under which a token is indexed; ``normal_form(normal_form(t)) == normal_form(t)``."""
    for step in (*SAFE, *LOSSY):
        token = step(token)
    return token[:LONGEST_KEY]


@lru_cache(maxsize=1 << 14)
def fold(key: str) -> str:
    """A key without any mark, đ as d: what a person types who types no accents."""
    return _without_marks(key)


def folded(keys: Sequence[str]) -> list[str]:
    """``fold`` of each key, in a fifth of the time: no mark reaches over the end of a line, and no key has one."""
    return _without_marks("\n".join(keys)).split("\n") if keys else []


def _without_marks(text: str) -> str:
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFD", text.replace("đ", "d"))
    return unicodedata.normalize("NFC", "".join(letter for letter in decomposed if not unicodedata.combining(letter)))
