"""What is known of pieces, a column each by the piece's number, and of the runs in which they stand."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from index.segmentation.dictionary import Dictionary
from index.segmentation.pieces import Description, pieces_of
from index.segmentation.run_numbers import Numbers
from index.segmentation.runs import LaidOut, Runs
from index.segmentation.word_model import WordModel

EDGE = 0
"""The piece before, between and behind texts: nothing is joined to it, and its neighbours learn nothing of it."""

_NEVER = -1e9  # a score that no neighbours outweigh


@dataclass(frozen=True, slots=True)
class PieceRow:
    """Where each piece begins and its number; the same of runs; and which piece is the first of each run."""

    starts: Numbers
    numbers: Numbers
    run_starts: Numbers
    runs: Numbers
    firsts: Numbers


class PieceTable:
    """Learns with every text.

    Its columns, by the piece's number, are those of ``pieces.Piece``: ``own``, ``behind``, ``ahead``, ``joinable`` and
    ``is_title``, the number of its ``syllable`` in the dictionary, and its ``length`` in characters.
    """

    def __init__(self, model: WordModel, dictionary: Dictionary) -> None:
        self._describe = Description(model)
        self._dictionary = dictionary
        self.runs = Runs()
        self._forget()

    def row(self, texts: LaidOut) -> PieceRow:
        """The pieces of composed texts; the numbers of earlier rows are void."""
        run_starts, runs = self.runs.row(texts)
        if self._age != self.runs.age:
            self._forget()
        self._learn(self.runs.known[len(self._run_first) :])
        lengths = np.asarray(self._run_length).take(runs)
        firsts = np.cumsum(lengths) - lengths
        places = np.repeat(np.asarray(self._run_first).take(runs) - firsts, lengths)
        places += np.arange(len(places))
        starts = np.repeat(run_starts, lengths) + np.asarray(self._run_offsets).take(places)
        return PieceRow(starts, np.asarray(self._run_pieces).take(places), run_starts, runs, firsts)

    def _forget(self) -> None:
        self._age = self.runs.age
        self._numbers: dict[str, int] = {}
        self.own, self.behind, self.ahead = array("d", [_NEVER]), array("d", [0.0]), array("d", [0.0])
        self.joinable, self.is_title = array("B", [False]), array("B", [False])
        self.syllable, self.length = array("q", [0]), array("q", [0])
        self._run_first, self._run_length = array("q"), array("q")
        self._run_pieces, self._run_offsets = array("q"), array("q")

    def _learn(self, runs: Sequence[str]) -> None:
        for run in runs:
            first, offset = len(self._run_pieces), 0
            for piece in pieces_of(run):
                self._run_pieces.append(self._number(piece))
                self._run_offsets.append(offset)
                offset += len(piece)
            self._run_first.append(first)
            self._run_length.append(len(self._run_pieces) - first)

    def _number(self, text: str) -> int:
        number = self._numbers.get(text)
        if number is None:
            number = self._numbers[text] = len(self.own)
            piece = self._describe.piece(text)
            self.own.append(piece.own)
            self.behind.append(piece.behind)
            self.ahead.append(piece.ahead)
            self.joinable.append(piece.joinable)
            self.is_title.append(piece.is_title)
            self.syllable.append(self._dictionary.number(piece.lower))
            self.length.append(len(text))
        return number
