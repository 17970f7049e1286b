"""What pyvi cuts a text into, and what its model says of a piece by itself.

Of all the features of the model only a handful of sums differ between pieces: what a piece adds to itself, to the piece
behind it and to the one before it. Each is a number, score(inside a word) - score(first of a word), found by the piece.
"""

from __future__ import annotations

import re
import string
from typing import NamedTuple

from index.segmentation.word_model import WordModel

_NAME, _HOST = r"[a-zA-Z0-9_.+-]+", r"@(?:[a-zA-Z0-9-]+\.)+[a-zA-Z0-9-]+"
_MAIL = _NAME + _HOST
_ALTERNATIVES = (
    r"[A-ZĐ]+\.", r"Tp\.", r"Mr\.", r"Mrs\.", r"Ms\.", r"Dr\.", r"ThS\.", "==>", "->", r"\.\.\.", ">>", "\n",
    r"\w+://[^\s]+", _MAIL, r"\d+(?:[\.,_]\d+)+", r"[^\w\s]", r"\w+",
)  # fmt: skip
PIECE = re.compile("|".join(_ALTERNATIVES))
"""pyvi's pieces, alternative by alternative in its order. None reaches across white space; a line break is a piece."""

_PIECE_BUT_MAIL = re.compile("|".join(pattern for pattern in _ALTERNATIVES if pattern != _MAIL))
_MAIL_NAME, _MAIL_HOST = re.compile(_NAME), re.compile(_HOST)


def pieces_of(run: str) -> list[str]:
    """The pieces of a run of characters without white space, which joined give it back.

    In time that grows with its length: whether an address begins at a character hangs on what stands behind the name
    that the character is in, and is found out once a name. pyvi's expression does so from each of a thousand dots.
    """
    if "@" not in run:
        return _PIECE_BUT_MAIL.findall(run)
    found: list[str] = []
    pattern = _PIECE_BUT_MAIL
    at = name_end = 0
    while at < len(run):
        if at >= name_end:
            name = _MAIL_NAME.match(run, at)
            name_end = name.end() if name else at
            pattern = PIECE if name and _MAIL_HOST.match(run, name_end) else _PIECE_BUT_MAIL
        piece = pattern.match(run, at)
        assert piece  # each character that is not white space is in some alternative
        found.append(piece[0])
        at = piece.end()
    return found


SHAPES = ("isupper", "istitle", "isdigit")
"""The shapes that the model asks about, by pyvi's names and in pyvi's order."""


class Piece(NamedTuple):
    """A piece: what it adds to itself, to the piece behind it and to the one before; and what is asked about it."""

    own: float
    behind: float
    ahead: float
    lower: str
    joinable: bool
    is_title: bool


class Description:
    """Describes pieces, each in some microseconds: the model's weights by syllable."""

    def __init__(self, model: WordModel) -> None:
        self._bias = difference(model, "bias")
        self._own, self._behind, self._ahead = (_Sums(model, side) for side in ("", "-1:", "+1:"))

    def piece(self, text: str) -> Piece:
        """All that the model and pyvi's last step ask about a piece."""
        lower = text.lower()
        return Piece(
            own=self._own.sum(text, lower) + self._bias,
            behind=self._behind.sum(text, lower),
            ahead=self._ahead.sum(text, lower),
            lower=lower,
            joinable=text not in string.punctuation and not text[0].isdigit(),
            is_title=text[0].istitle(),
        )


class _Sums:
    """What a piece adds by its letters and its shapes to the one that stands on a side of it, or to itself."""

    def __init__(self, model: WordModel, side: str) -> None:
        prefix = f"{side}word.lower():"
        self._letters = {
            name.removeprefix(prefix): inside - first
            for name, (first, inside) in model.weights.items()
            if name.startswith(prefix)
        }
        self._upper, self._title, self._digit = (difference(model, f"{side}word.{name}()") for name in SHAPES)

    def sum(self, text: str, lower: str) -> float:
        return (
            self._letters.get(lower.partition("\0")[0], 0.0)
            + self._upper * text.isupper()
            + self._title * text.istitle()
            + self._digit * text.isdigit()
        )


def difference(model: WordModel, attribute: str) -> float:
    """What an attribute adds to score(inside) - score(first)."""
    first, inside = model.weight(attribute)
    return inside - first
