"""What is known of pieces, a column each by the piece's number, and of the runs in which they stand."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from index.segmentation.dictionary import Dictionary
from index.segmentation.pieces import Description, pieces_of, undressed
from index.segmentation.run_numbers import Numbers
from index.segmentation.runs import LaidOut, Runs
from index.segmentation.word_model import WordModel

EDGE = 0
"""The piece before, between and behind texts: nothing is joined to it, and its neighbours learn nothing of it."""

_NEVER = -1e9  # a score that no neighbours outweigh


@dataclass(frozen=True, slots=True)
class PieceRow:
    """The pieces of several texts, and the runs in which they stand.

    Of pieces: ``numbers``, the same for the same piece; ``edges``, the places of the line breaks before, between and
    behind the texts, which are one more than texts; and ``places`` in the column ``offsets``, which has the characters
    before each piece in its run. Of runs: ``run_starts``, ``runs`` (their numbers), ``run_edges``, and the places of
    their ``firsts`` among the pieces.
    """

    numbers: Numbers
    places: Numbers
    offsets: array[int]
    edges: Numbers
    run_starts: Numbers
    runs: Numbers
    run_edges: Numbers
    firsts: Numbers

    @property
    def starts(self) -> Numbers:
        """Where each piece begins. Words are found without it."""
        run_starts = np.repeat(self.run_starts, np.diff(self.firsts, append=len(self.numbers)))
        return run_starts + np.asarray(self.offsets).take(self.places)


class PieceTable:
    """Learns with every text.

    Its columns, by the piece's number, are those of ``pieces.Piece``: ``own``, ``behind``, ``ahead``, ``joinable`` and
    ``is_title``, the number of its ``syllable`` in the dictionary, and its ``length`` in characters. By the run's
    number: which of the ``cores`` it has, and the ``opening`` marks before that. Two runs in five differ in
    punctuation alone, so what is looked for in a run is looked for in its core.
    """

    def __init__(self, model: WordModel, dictionary: Dictionary, look: Callable[[str], str]) -> None:
        self._describe = Description(model)
        self._dictionary = dictionary
        self._look = look
        self.runs = Runs()
        self._forget()

    def row(self, texts: LaidOut) -> PieceRow:
        """The pieces of composed texts; the numbers of earlier rows are void."""
        run_starts, runs = self.runs.row(texts)
        if self._age != self.runs.age:
            self._forget()
        self._learn(self.runs.known[len(self._run_first) :])
        counts = np.asarray(self._run_count).take(runs)
        firsts = np.cumsum(counts)
        firsts -= counts
        places = np.repeat(np.asarray(self._run_first).take(runs) - firsts, counts)
        places += np.arange(len(places))
        numbers = np.asarray(self._run_pieces).take(places)
        run_edges = np.searchsorted(run_starts, texts.edges)
        edges = firsts[run_edges]
        numbers[edges] = EDGE
        return PieceRow(numbers, places, self._run_offsets, edges, run_starts, runs, run_edges, firsts)

    def texts(self, numbers: Numbers) -> list[str]:
        """What pieces are."""
        return [self._texts[number] for number in numbers.tolist()]

    def _forget(self) -> None:
        self._age = self.runs.age
        self._texts = [""]
        self._numbers: dict[str, int] = {}
        self.own, self.behind, self.ahead = array("d", [_NEVER]), array("d", [0.0]), array("d", [0.0])
        self.joinable, self.is_title = array("B", [False]), array("B", [False])
        self.syllable, self.length = array("q", [0]), array("q", [0])
        self._run_first, self._run_count = array("q"), array("q")
        self._run_pieces, self._run_offsets = array("q"), array("q")
        self.cores: list[str] = []
        self._core_numbers: dict[str, int] = {}
        self._core_pieces: list[Sequence[int]] = []
        self.core, self.opening = array("q"), array("q")

    def _learn(self, runs: Sequence[str]) -> None:
        if not runs:
            return
        cores: list[int] = []
        openings: list[int] = []
        counts: list[int] = []
        pieces: list[int] = []
        for run in runs:
            looked = self._look(run)
            opening, core, closing = undressed(run) if looked == run else ("", run, "")
            number = self._core_numbers.get(core)
            if number is None:
                number = self._core_numbers[core] = len(self.cores)
                self.cores.append(core)
                self._core_pieces.append([self._number(piece) for piece in pieces_of(looked if core is run else core)])
            before = len(pieces)
            if opening:
                pieces += [self._number(mark) for mark in opening]
            pieces += self._core_pieces[number]
            if closing:
                pieces += [self._number(mark) for mark in closing]
            cores.append(number)
            openings.append(len(opening))
            counts.append(len(pieces) - before)
        lengths = np.asarray(self.length).take(pieces)
        offsets = np.cumsum(lengths) - lengths
        firsts = np.cumsum(counts) - counts
        offsets -= np.repeat(offsets[firsts], counts)
        self._run_first.frombytes((firsts + len(self._run_pieces)).tobytes())
        self._run_offsets.frombytes(offsets.tobytes())
        self._run_count.extend(counts)
        self._run_pieces.extend(pieces)
        self.core.extend(cores)
        self.opening.extend(openings)

    def _number(self, text: str) -> int:
        number = self._numbers.get(text)
        if number is None:
            number = self._numbers[text] = len(self._texts)
            self._texts.append(text)
            piece = self._describe.piece(text)
            self.own.append(piece.own)
            self.behind.append(piece.behind)
            self.ahead.append(piece.ahead)
            self.joinable.append(piece.joinable)
            self.is_title.append(piece.is_title)
            self.syllable.append(self._dictionary.number(piece.lower))
            self.length.append(len(text))
        return number
