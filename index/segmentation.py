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
from collections.abc import Sequence
from itertools import pairwise
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

_REMEMBERED = 1 << 18
"""Pieces whose sums are kept; more would be numbers and slips of the pen."""

_BIGRAM, _TRIGRAM_HEAD = 1, 2


class _Sums(NamedTuple):
    """What a piece adds: to itself, to the piece behind it and to the one before; and what joining asks about it."""

    own: float
    behind: float
    ahead: float
    lower: str
    joinable: bool
    is_title: bool


class PieceSegmenter:
    """Segments texts by a model. Holds what it learned of pieces; not to be shared between threads."""

    def __init__(self, model: WordModel) -> None:
        self._model = model
        (self._bb, self._bi), (self._ib, self._ii) = model.transitions
        self._bigram = _difference(model, "-1:word.bi_gram()"), _difference(model, "+1:word.bi_gram()")
        self._trigram = _difference(model, "-2:word.tri_gram()"), _difference(model, "+2:word.tri_gram()")
        self._heads = dict.fromkeys(model.bigrams, _BIGRAM)
        for trigram in model.trigrams:
            head = trigram.rpartition(" ")[0]
            self._heads[head] = self._heads.get(head, 0) | _TRIGRAM_HEAD
        self._known: dict[str, _Sums] = {}

    def tokenize(self, text: str) -> str:
        """What ``pyvi.ViTokenizer.tokenize`` gives: the pieces, ``_`` inside words and spaces between them."""
        pieces = _PIECE.findall(unicodedata.normalize("NFC", text))
        if not pieces:
            return text
        joined = [pieces[0]]
        for piece, is_joined in zip(pieces[1:], self.joints(pieces)[1:], strict=True):
            joined += ("_" if is_joined else " ", piece)
        return "".join(joined)

    def pieces(self, text: str) -> tuple[list[int], list[bool]]:
        """Where each piece of a composed text begins, and whether it belongs to the word of the piece before it."""
        found = list(_PIECE.finditer(text))
        return [match.start() for match in found], self.joints([match[0] for match in found])

    def joints(self, pieces: Sequence[str]) -> list[bool]:
        """For each piece whether it is joined to the one before it."""
        sums = [self._sums(piece) for piece in pieces]
        labels = self._labels(sums)
        if labels is None:
            labels = _exact_labels(self._model, pieces)
        joints = [False]
        for inside, (before, piece) in zip(labels[1:], pairwise(sums), strict=True):
            joined = inside and piece.joinable and before.joinable and (before.is_title or not piece.is_title)
            joints.append(joined)
        return joints[: len(pieces)]

    def _sums(self, piece: str) -> _Sums:
        known = self._known.get(piece)
        if known is None:
            known = self._summed(piece)
            if len(self._known) < _REMEMBERED:
                self._known[piece] = known
        return known

    def _summed(self, piece: str) -> _Sums:
        lower, shape = piece.lower(), _shape(piece)
        own = (f"word.lower():{lower}", "bias", *(f"word.{name}()" for name in shape))
        near = (f"word.lower():{lower}", *(f"word.{name}()" for name in shape if name != "isdigit"))
        return _Sums(
            own=sum(_difference(self._model, name) for name in own),
            behind=sum(_difference(self._model, f"-1:{name}") for name in near),
            ahead=sum(_difference(self._model, f"+1:{name}") for name in near),
            lower=lower,
            joinable=piece not in string.punctuation and not piece[0].isdigit(),
            is_title=piece[0].istitle(),
        )

    def _labels(self, sums: Sequence[_Sums]) -> list[bool] | None:
        """Whether each piece is inside a word; ``None`` where the sums are too near a tie to tell."""
        scores = self._scores(sums)
        bb, bi, ib, ii = self._bb, self._bi, self._ib, self._ii
        differences = []
        difference = 0.0
        for at, score in enumerate(scores):
            if at:
                inside, first = difference + ii, difference + ib
                score += (inside if inside > bi else bi) - (first if first > bb else bb)
            differences.append(score)
            difference = score
        tie = max(TIE, len(scores) * TIE / 700_000)
        if_inside, if_first = bi - ii, bb - ib  # beyond these the piece before is inside too
        label = bool(differences) and difference > 0
        near = bool(differences) and abs(difference) < tie
        labels = [label]
        for difference in reversed(differences[:-1]):
            bound = if_inside if label else if_first
            near |= -tie < difference - bound < tie
            label = difference > bound
            labels.append(label)
        labels.reverse()
        return None if near else labels[: len(sums)]

    def _scores(self, sums: Sequence[_Sums]) -> list[float]:
        scores = [piece.own for piece in sums]
        lowers = [piece.lower for piece in sums]
        heads = self._heads
        (bigram_behind, bigram_ahead), (trigram_behind, trigram_ahead) = self._bigram, self._trigram
        for at, (piece, following) in enumerate(pairwise(sums)):
            scores[at] += following.ahead
            scores[at + 1] += piece.behind
            found = heads.get(f"{piece.lower} {following.lower}")
            if found:
                if found & _BIGRAM:
                    scores[at] += bigram_ahead
                    scores[at + 1] += bigram_behind
                if found & _TRIGRAM_HEAD and " ".join(lowers[at : at + 3]) in self._model.trigrams:
                    scores[at] += trigram_ahead
                    scores[at + 2] += trigram_behind
        return scores


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
