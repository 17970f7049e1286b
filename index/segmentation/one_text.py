"""One text at a time, in pure Python: for a query or a page, where loading arrays would take longer than the work."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from itertools import chain, pairwise
from typing import NamedTuple

from index.segmentation.exact import exact_labels
from index.segmentation.pieces import Description, difference, pieces_of
from index.segmentation.recursion import Recursion, tie
from index.segmentation.word_model import WordModel

_RUN = re.compile(r"\S+|\n")

_REMEMBERED, _LONGEST_REMEMBERED = 1 << 18, 40
"""Runs that are remembered, and the characters of the longest; others are numbers or addresses."""

_Follow = Mapping[str, tuple[bool, frozenset[str]]]
"""By the second syllable: whether first and second are a word, and the third syllables that make one with them."""

_NOTHING: _Follow = {}


class _Piece(NamedTuple):
    """What is asked of a piece; see ``pieces.Piece``.

    ``follow`` is what makes a word of two or three with it, in small letters; ``printed`` is its text behind a space,
    and behind an underscore.
    """

    own: float
    behind: float
    ahead: float
    lower: str
    follow: _Follow
    joinable: bool
    is_title: bool
    printed: tuple[str, str]


class PieceSegmenter:
    """Segments texts by a model. Holds what it learned of pieces; not to be shared between threads."""

    def __init__(self, model: WordModel) -> None:
        self._model = model
        self._recursion = Recursion.of(model)
        self._bigram = difference(model, "-1:word.bi_gram()"), difference(model, "+1:word.bi_gram()")
        self._trigram = difference(model, "-2:word.tri_gram()"), difference(model, "+2:word.tri_gram()")
        self._runs = _Runs(model)

    def tokenize(self, text: str) -> str:
        """What ``pyvi.ViTokenizer.tokenize`` gives: the pieces, ``_`` inside words and spaces between them."""
        runs = _RUN.findall(unicodedata.normalize("NFC", text))
        if not runs:
            return text
        pieces = list(chain.from_iterable(map(self._runs.__getitem__, runs)))
        joints = self._joints(pieces)
        return "".join([piece[7][joint] for piece, joint in zip(pieces, joints, strict=True)])[1:]

    def pieces(self, text: str) -> tuple[list[int], list[bool]]:
        """Where each piece of a composed text begins, and whether it belongs to the word of the piece before it."""
        pieces: list[_Piece] = []
        starts: list[int] = []
        for found in _RUN.finditer(text):
            run = self._runs[found[0]]
            pieces += run
            start = found.start()
            for piece in run:
                starts.append(start)
                start += len(piece.printed[0]) - 1
        return starts, self._joints(pieces)

    def _joints(self, pieces: Sequence[_Piece]) -> list[bool]:
        """For each piece whether it is joined to the one before it: those inside words, with a few exceptions."""
        if not pieces:
            return []
        labels = self._labels(self._scores(pieces))
        if labels is None:
            labels = exact_labels(self._model, [piece.printed[0][1:] for piece in pieces])
        joints = [False]
        joints += [
            label and piece[5] and before[5] and (before[6] or not piece[6])
            for label, before, piece in zip(labels[1:], pieces, pieces[1:], strict=False)
        ]
        return joints

    def _scores(self, pieces: Sequence[_Piece]) -> list[float]:
        """score(inside) - score(first) of each piece by itself and its neighbours, and by the dictionary.

        Columns are taken by number, which is half the time of taking them by name.
        """
        scores: list[float] = []
        of_before = 0.0
        for piece, behind in pairwise(pieces):
            scores.append(piece[0] + of_before + behind[2])
            of_before = piece[1]
        scores.append(pieces[-1][0] + of_before)
        (bigram_behind, bigram_ahead), (trigram_behind, trigram_ahead) = self._bigram, self._trigram
        roles = [piece[4].get(behind[3]) for piece, behind in pairwise(pieces)]
        for at, role in enumerate(roles):
            if role:
                is_bigram, thirds = role
                if is_bigram:
                    scores[at] += bigram_ahead
                    scores[at + 1] += bigram_behind
                if thirds and at + 2 < len(pieces) and pieces[at + 2][3] in thirds:
                    scores[at] += trigram_ahead
                    scores[at + 2] += trigram_behind
        return scores

    def _labels(self, scores: Sequence[float]) -> list[bool] | None:
        """Whether each piece is inside a word; ``None`` where the scores are too near a tie to tell."""
        nearness = tie(len(scores))
        low, high = self._recursion.open_scores(nearness)
        (below, above), (if_first, if_inside) = self._recursion.constants, self._recursion.thresholds
        labels = [score >= high for score in scores]
        inner = [at for at, score in enumerate(scores) if low < score < high]
        last = len(scores) - 1
        places = sorted({0, last, *inner})
        settled, near = self._recursion.settle(
            places,
            [scores[at] for at in places],
            [0.0, *[above if labels[at - 1] else below for at in places[1:]]],
            [*[if_inside if labels[at + 1] else if_first for at in places[:-1]], 0.0],
            nearness,
        )
        for at, label in zip(places, settled, strict=True):
            labels[at] = label
        return None if near else labels


class _Runs(dict[str, tuple[_Piece, ...]]):
    """The pieces of each run of characters without white space, which no piece reaches across; found when asked for."""

    def __init__(self, model: WordModel) -> None:
        self._model = model
        self._describe = Description(model)
        self._pieces: dict[str, _Piece] = {}

    def __missing__(self, run: str) -> tuple[_Piece, ...]:
        pieces = tuple([self._pieces.get(text) or self._piece(text) for text in pieces_of(run)])
        if len(run) <= _LONGEST_REMEMBERED and len(self) < _REMEMBERED:
            self[run] = pieces
        return pieces

    def _piece(self, text: str) -> _Piece:
        found = self._describe.piece(text)
        piece = _Piece(
            found.own,
            found.behind,
            found.ahead,
            found.lower,
            _follow(self._model.words_from(found.lower)),
            found.joinable,
            found.is_title,
            (f" {text}", f"_{text}"),
        )
        if len(text) <= _LONGEST_REMEMBERED and len(self._pieces) < _REMEMBERED:
            self._pieces[text] = piece
        return piece


def _follow(words: Sequence[str]) -> _Follow:
    """What follows the first syllable in words of two and three."""
    if not words:
        return _NOTHING
    twos: set[str] = set()
    thirds: dict[str, set[str]] = {}
    for word in words:
        _, second, *rest = word.split(" ")
        if not rest:
            twos.add(second)
        elif len(rest) == 1:
            thirds.setdefault(second, set()).add(rest[0])
    return {second: (second in twos, frozenset(thirds.get(second, ()))) for second in twos | thirds.keys()}
