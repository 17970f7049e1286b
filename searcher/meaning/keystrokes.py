"""Words as the keys of an input method that was off: ``daan bieets`` (Telex) and ``da6n bie61t`` (VNI) to syllables.

Keys are read one by one, as an input method does, and what comes out counts only where it is a syllable of the
language.
"""

from __future__ import annotations

import re
import unicodedata

from corpus.encodings.syllables import is_syllable
from index.normal_form import tone_in_place

_ACUTE, _GRAVE, _HOOK, _TILDE, _DOT = "\u0301", "\u0300", "\u0309", "\u0303", "\u0323"
_TELEX_TONES = dict(zip("sfrxj", (_ACUTE, _GRAVE, _HOOK, _TILDE, _DOT), strict=True))
_VNI_TONES = dict(zip("12345", (_ACUTE, _GRAVE, _HOOK, _TILDE, _DOT), strict=True))
_HATS = {"a": "â", "e": "ê", "o": "ô"}
_HORNS = {"o": "ơ", "u": "ư"}
_VOWELS = frozenset("aăâeêioôơuưy")
_WORD = re.compile(r"[a-z0-9]{2,12}", re.IGNORECASE)


def typed_as_keys(word: str) -> str | None:
    """The syllable whose keys a word is; ``None`` for a word that is none, or is as it should be."""
    if not _WORD.fullmatch(word):
        return None
    keys = word.lower()
    found = _syllable(keys, _Keys()) or _syllable(keys, _Keys(horns_both=False))
    return found if found != keys else None


def _syllable(keys: str, made: _Keys) -> str | None:
    for key in keys:
        if not (made.vni(key) if any(map(str.isdigit, keys)) else made.telex(key)):
            return None
    return made.syllable()


class _Keys:
    """What some keys have made so far: letters, and a tone. ``uo`` becomes ``ươ``, or ``uơ`` (``thuở``)."""

    def __init__(self, *, horns_both: bool = True) -> None:
        self._letters: list[str] = []
        self._tone = ""
        self._horns_both = horns_both

    def telex(self, key: str) -> bool:
        """Takes a key; whether there is anything it can mean."""
        has_vowel = any(letter in _VOWELS for letter in self._letters)
        if key in _TELEX_TONES and has_vowel:
            self._tone = _TELEX_TONES[key]
        elif key == "w":
            if not self._horn() and not self._change("a", "ă"):
                self._letters.append("ư")
        elif not ((key in _HATS and self._change(key, _HATS[key])) or (key == "d" and self._change_first())):
            self._letters.append(key)
        return True

    def vni(self, key: str) -> bool:
        """Takes a key; whether there is anything it can mean."""
        if not key.isdigit():
            self._letters.append(key)
            return True
        if key in _VNI_TONES:
            self._tone = _VNI_TONES[key]
            return True
        return {
            "6": lambda: any(self._change(plain, hat) for plain, hat in _HATS.items()),
            "7": self._horn,
            "8": lambda: self._change("a", "ă"),
            "9": self._change_first,
        }.get(key, lambda: False)()

    def syllable(self) -> str | None:
        """The syllable; ``None`` where the keys make none."""
        at = next((at for at, letter in enumerate(self._letters) if letter in _VOWELS), None)
        if at is None:
            return None
        toned = [*self._letters[: at + 1], self._tone, *self._letters[at + 1 :]]
        found = tone_in_place(unicodedata.normalize("NFC", "".join(toned)))
        return found if is_syllable(found) else None

    def _change(self, plain: str, changed: str) -> bool:
        """Changes the last such letter."""
        for at in reversed(range(len(self._letters))):
            if self._letters[at] == plain:
                self._letters[at] = changed
                return True
        return False

    def _change_first(self) -> bool:
        if self._letters[:1] == ["d"]:
            self._letters[0] = "đ"
            return True
        return False

    def _horn(self) -> bool:
        """``uo`` becomes ``ươ`` as a whole; else the last o or u."""
        for at in reversed(range(len(self._letters) - 1 if self._horns_both else 0)):
            if self._letters[at : at + 2] in (["u", "o"], ["ư", "o"]):
                self._letters[at : at + 2] = ["ư", "ơ"]
                return True
        for at in reversed(range(len(self._letters))):
            if self._letters[at] in _HORNS:
                self._letters[at] = _HORNS[self._letters[at]]
                return True
        return False
