"""pyvi's segmentation, to the last word, without pyvi's loop.

pyvi cuts a text into pieces with a regular expression, describes each piece by itself and its neighbours, lets a
conditional random field label it as a word's first or as inside one, and joins the pieces labelled inside, with a few
exceptions. Of all the features only a handful of sums differ between pieces, and there are two labels, so:

* What a piece adds to itself, to the piece before it and to the one behind it is a number each, looked up by the piece.
  Only the difference of the two labels' scores matters: s = score(inside) - score(first).
* With two labels the Viterbi recursion is one number a piece,

      d[t] = s[t] + max(BI, d[t-1] + II) - max(BB, d[t-1] + IB)

  with the transition weights BB (first behind first), BI (inside behind first), and so on; and the best label before t
  is "inside" where d[t-1] + II > BI (if t is inside) or d[t-1] + IB > BB (if it is first).

The sums are formed in another order than CRFsuite's, so they differ in the last bits. Where a comparison is nearer than
``TIE``, the text is done again in CRFsuite's own order of additions (``_exact_labels``).
"""

from __future__ import annotations

import re
import string
import unicodedata
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from index.word_model import WordModel

TIE = 1e-6
"""A difference of scores that rounding could turn; rounding grows with a text's length, and is a thousandth of this for
700,000 pieces."""

_PIECE = re.compile(
    "|".join(
        (
            r"[A-ZĐ]+\.", r"Tp\.", r"Mr\.", r"Mrs\.", r"Ms\.", r"Dr\.", r"ThS\.", "==>", "->", r"\.\.\.", ">>", "\n",
            r"\w+://[^\s]+", r"[a-zA-Z0-9_.+-]+@(?:[a-zA-Z0-9-]+\.)+[a-zA-Z0-9-]+", r"\d+(?:[\.,_]\d+)+", r"[^\w\s]",
            r"\w+",
        )
    )
)  # fmt: skip
"""pyvi's pieces, alternative by alternative in its order."""

_RUN = re.compile(r"\S+|\n")
"""No piece reaches across white space, so pieces are looked for once in each run of other characters."""

_REMEMBERED, _LONGEST_REMEMBERED = 1 << 18, 40
"""Runs and pieces that are remembered, and the characters of the longest; others are numbers or addresses."""

_BIGRAM, _TRIGRAM_HEAD = 1, 2
_NOTHING: Mapping[str, int] = {}


class _Piece(NamedTuple):
    """A piece: what it adds to itself, to the piece behind it and to the one before; and what is asked about it.

    ``follow`` are the pieces, in small letters, with which this one makes a word of two or begins one of three.
    """

    own: float
    behind: float
    ahead: float
    lower: str
    follow: Mapping[str, int]
    joinable: bool
    is_title: bool
    text: str


class _Run(NamedTuple):
    """The pieces in a run of characters without white space, and where each begins in it."""

    pieces: tuple[_Piece, ...]
    offsets: tuple[int, ...]


class PieceSegmenter:
    """Segments texts by a model. Holds what it learned of pieces; not to be shared between threads."""

    def __init__(self, model: WordModel) -> None:
        self._model = model
        (self._bb, self._bi), (self._ib, self._ii) = model.transitions
        self._bigram = _difference(model, "-1:word.bi_gram()"), _difference(model, "+1:word.bi_gram()")
        self._trigram = _difference(model, "-2:word.tri_gram()"), _difference(model, "+2:word.tri_gram()")
        self._follow: dict[str, dict[str, int]] = {}
        for words, role in ((model.bigrams, _BIGRAM), (model.trigrams, _TRIGRAM_HEAD)):
            for first, second, *_ in map(str.split, words):
                follow = self._follow.setdefault(first, {})
                follow[second] = follow.get(second, 0) | role
        self._pieces: dict[str, _Piece] = {}
        self._runs: dict[str, _Run] = {}

    def tokenize(self, text: str) -> str:
        """What ``pyvi.ViTokenizer.tokenize`` gives: the pieces, ``_`` inside words and spaces between them."""
        pieces: list[_Piece] = []
        for found in _RUN.findall(unicodedata.normalize("NFC", text)):
            pieces += (self._runs.get(found) or self._run(found))[0]
        if not pieces:
            return text
        joints = self._joints(pieces)
        return "".join([("_" if joint else " ") + piece[7] for joint, piece in zip(joints, pieces, strict=True)])[1:]

    def pieces(self, text: str) -> tuple[list[int], list[bool]]:
        """Where each piece of a composed text begins, and whether it belongs to the word of the piece before it."""
        pieces: list[_Piece] = []
        starts: list[int] = []
        for found in _RUN.finditer(text):
            here, offsets = self._runs.get(found[0]) or self._run(found[0])
            pieces += here
            start = found.start()
            starts += [start + offset for offset in offsets]
        return starts, self._joints(pieces)

    def _run(self, text: str) -> _Run:
        found = list(_PIECE.finditer(text))
        pieces = tuple([self._pieces.get(match[0]) or self._piece(match[0]) for match in found])
        run = _Run(pieces, tuple([match.start() for match in found]))
        if len(text) <= _LONGEST_REMEMBERED and len(self._runs) < _REMEMBERED:
            self._runs[text] = run
        return run

    def _piece(self, text: str) -> _Piece:
        lower, shape = text.lower(), _shape(text)
        own = (f"word.lower():{lower}", "bias", *(f"word.{name}()" for name in shape))
        near = (f"word.lower():{lower}", *(f"word.{name}()" for name in shape if name != "isdigit"))
        piece = _Piece(
            own=sum(_difference(self._model, name) for name in own),
            behind=sum(_difference(self._model, f"-1:{name}") for name in near),
            ahead=sum(_difference(self._model, f"+1:{name}") for name in near),
            lower=lower,
            follow=self._follow.get(lower, _NOTHING),
            joinable=text not in string.punctuation and not text[0].isdigit(),
            is_title=text[0].istitle(),
            text=text,
        )
        if len(text) <= _LONGEST_REMEMBERED and len(self._pieces) < _REMEMBERED:
            self._pieces[text] = piece
        return piece

    def _joints(self, pieces: Sequence[_Piece]) -> list[bool]:
        """For each piece whether it is joined to the one before it."""
        if not pieces:
            return []
        labels = self._labels(self._scores(pieces))
        if labels is None:
            labels = _exact_labels(self._model, [piece.text for piece in pieces])
        joints = [False]
        before = pieces[0]
        for label, piece in zip(labels[1:], pieces[1:], strict=True):
            joints.append(label and piece[5] and before[5] and (before[6] or not piece[6]))
            before = piece
        return joints

    def _scores(self, pieces: Sequence[_Piece]) -> list[float]:
        """score(inside) - score(first) of each piece by itself and its neighbours.

        Columns are taken by number, which is half the time of taking them by name.
        """
        ahead = [piece[2] for piece in pieces]
        ahead.append(0.0)
        scores = [pieces[0][0] + ahead[1]]
        scores += [
            piece[0] + before[1] + after for before, piece, after in zip(pieces, pieces[1:], ahead[2:], strict=False)
        ]
        self._add_dictionary(scores, [piece[3] for piece in pieces], [piece[4] for piece in pieces])
        return scores

    def _add_dictionary(self, scores: list[float], lower: Sequence[str], follow: Sequence[Mapping[str, int]]) -> None:
        """Adds to the pieces' scores what the dictionary says of two and of three in a row."""
        (bigram_behind, bigram_ahead), (trigram_behind, trigram_ahead) = self._bigram, self._trigram
        roles = [following.get(second) for following, second in zip(follow, lower[1:], strict=False)]
        for at, role in enumerate(roles):
            if role:
                if role & _BIGRAM:
                    scores[at] += bigram_ahead
                    scores[at + 1] += bigram_behind
                if role & _TRIGRAM_HEAD and " ".join(lower[at : at + 3]) in self._model.trigrams:
                    scores[at] += trigram_ahead
                    scores[at + 2] += trigram_behind

    def _labels(self, scores: Sequence[float]) -> list[bool] | None:
        """Whether each piece is inside a word; ``None`` where the scores are too near a tie to tell."""
        bb, bi, ib, ii = self._bb, self._bi, self._ib, self._ii
        difference = scores[0]
        differences = [difference]
        for score in scores[1:]:
            inside, first = difference + ii, difference + ib
            difference = score + (inside if inside > bi else bi) - (first if first > bb else bb)
            differences.append(difference)
        tie = max(TIE, len(scores) * TIE / 700_000)
        if_inside, if_first = bi - ii, bb - ib  # beyond these the piece before is inside too
        label = difference > 0
        near = abs(difference) < tie
        labels = [label]
        for difference in reversed(differences[:-1]):
            over = difference - (if_inside if label else if_first)
            label = over > 0
            near |= -tie < over < tie
            labels.append(label)
        labels.reverse()
        return None if near else labels


def _difference(model: WordModel, attribute: str) -> float:
    first, inside = model.weight(attribute)
    return inside - first


def _shape(piece: str) -> list[str]:
    """The shapes that a piece has, by pyvi's names and in pyvi's order."""
    return [name for name in ("isupper", "istitle", "isdigit") if getattr(piece, name)()]


def _exact_labels(model: WordModel, pieces: Sequence[str]) -> list[bool]:
    """The labels by CRFsuite's own additions, one attribute after the other, and its own comparisons."""
    (bb, bi), (ib, ii) = model.transitions
    ways: list[tuple[bool, bool]] = []
    best = (0.0, 0.0)
    for at in range(len(pieces)):
        first = inside = 0.0
        for attribute in _attributes(model, pieces, at):
            weights = model.weight(attribute)
            first += weights[0]
            inside += weights[1]
        if at:
            to_first, to_inside = (best[0] + bb, best[1] + ib), (best[0] + bi, best[1] + ii)
            ways.append((to_first[1] > to_first[0], to_inside[1] > to_inside[0]))
            first, inside = max(to_first) + first, max(to_inside) + inside
        best = (first, inside)
    label = best[1] > best[0]
    labels = [label]
    for way in reversed(ways):
        label = way[label]
        labels.append(label)
    return labels[::-1]


def _attributes(model: WordModel, pieces: Sequence[str], at: int) -> list[str]:
    """The attributes of a piece in the order in which pyvi gives them."""
    piece = pieces[at]
    found = ["bias", f"word.lower():{piece.lower()}", *(f"word.{name}()" for name in _shape(piece))]
    if at:
        found += _neighbour("-1:", pieces[at - 1])
        if _row(pieces, at - 1, 2) in model.bigrams:
            found.append("-1:word.bi_gram()")
        if at > 1 and _row(pieces, at - 2, 3) in model.trigrams:
            found.append("-2:word.tri_gram()")
    if at + 1 < len(pieces):
        found += _neighbour("+1:", pieces[at + 1])
        if _row(pieces, at, 2) in model.bigrams:
            found.append("+1:word.bi_gram()")
        if at + 2 < len(pieces) and _row(pieces, at, 3) in model.trigrams:
            found.append("+2:word.tri_gram()")
    return found


def _neighbour(side: str, piece: str) -> list[str]:
    shapes = [name for name in ("istitle", "isupper") if getattr(piece, name)()]
    return [f"{side}word.lower():{piece.lower()}", *(f"{side}word.{name}()" for name in shapes)]


def _row(pieces: Sequence[str], at: int, length: int) -> str:
    return " ".join(pieces[at : at + length]).lower()
