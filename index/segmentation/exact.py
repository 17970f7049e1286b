"""The labels of pieces in CRFsuite's own order of additions: slow, and right where sums formed otherwise are not.

Floating-point sums differ in the last bits by their order, and a text of few syllables many times over can hang on
those bits. The quick ways come here where a comparison is nearer than ``recursion.tie`` says.
"""

from __future__ import annotations

from collections.abc import Sequence

from index.segmentation.pieces import SHAPES
from index.segmentation.word_model import WordModel


def exact_labels(model: WordModel, pieces: Sequence[str]) -> list[bool]:
    """Whether each piece is inside a word, by CRFsuite's additions, one attribute after the other, and comparisons."""
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
    found = ["bias", f"word.lower():{piece.lower()}", *(f"word.{name}()" for name in SHAPES if getattr(piece, name)())]
    if at:
        found += _neighbour("-1:", pieces[at - 1])
        if model.is_word(_row(pieces, at - 1, 2)):
            found.append("-1:word.bi_gram()")
        if at > 1 and model.is_word(_row(pieces, at - 2, 3)):
            found.append("-2:word.tri_gram()")
    if at + 1 < len(pieces):
        found += _neighbour("+1:", pieces[at + 1])
        if model.is_word(_row(pieces, at, 2)):
            found.append("+1:word.bi_gram()")
        if at + 2 < len(pieces) and model.is_word(_row(pieces, at, 3)):
            found.append("+2:word.tri_gram()")
    return found


def _neighbour(side: str, piece: str) -> list[str]:
    of_neighbours = [name for name in ("istitle", "isupper") if getattr(piece, name)()]
    return [f"{side}word.lower():{piece.lower()}", *(f"{side}word.{name}()" for name in of_neighbours)]


def _row(pieces: Sequence[str], at: int, length: int) -> str:
    return " ".join(pieces[at : at + length]).lower()
