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


_OPENING, _CLOSING = '"“‘(', ',;:!?)”’"…%'
_DOTTED = re.compile(r"[A-ZĐprs.]\.")
"""How what a full stop belongs to may end: an initial, an abbreviation, or dots."""


def undressed(run: str) -> tuple[str, str, str]:
    """The punctuation before a run's core, the core, and that behind it, in which each character is a piece.

    The pieces of the core are found when it stands alone: no piece but an address of the web reaches over these
    characters, and none begins or ends otherwise for standing beside them.
    """
    inside = run.lstrip(_OPENING)
    core = inside.rstrip(_CLOSING)
    if core.endswith(".") and not _DOTTED.match(core, len(core) - 2):
        core = core[:-1]
    if core is run or "://" in run:
        return "", run, ""
    return run[: len(run) - len(inside)], core, inside[len(core) :]


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
    """Describes pieces, each in a few microseconds: the model's weights by syllable."""

    def __init__(self, model: WordModel) -> None:
        self._bias = difference(model, "bias")
        self._own, self._behind, self._ahead = (_Sums(model, side) for side in ("", "-1:", "+1:"))

    def piece(self, text: str) -> Piece:
        """All that the model and pyvi's last step ask about a piece."""
        lower = text.lower()
        letters = lower.partition("\0")[0]
        shapes = text.isupper(), text.istitle(), text.isdigit()
        return Piece(
            self._own.sum(letters, shapes) + self._bias,
            self._behind.sum(letters, shapes),
            self._ahead.sum(letters, shapes),
            lower,
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

    def sum(self, letters: str, shapes: tuple[bool, bool, bool]) -> float:
        upper, title, digit = shapes
        return self._letters.get(letters, 0.0) + self._upper * upper + self._title * title + self._digit * digit


def difference(model: WordModel, attribute: str) -> float:
    """What an attribute adds to score(inside) - score(first)."""
    first, inside = model.weight(attribute)
    return inside - first
