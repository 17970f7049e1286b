"""Where does a condition match, in all articles at once? The places that ``places.py`` finds in one, as arrays."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from index.evaluate import Evaluation
from index.found import LENGTH_BITS
from index.parts import Part, Parts, PreparedRows
from index.plan import Condition
from index.segment.tokens import Numbers


@dataclass(frozen=True, slots=True)
class Occurrences:
    """The places in one part, as columns, ascending by their beginnings and then their lengths.

    ``begins`` are tokens of the part's text and ``lengths`` how many of them each place takes; that of a quotation goes
    over the breaks between its units. ``articles`` are numbers of the snapshot. Deleted articles have no places.
    """

    part: Part
    begins: Numbers
    lengths: Numbers
    articles: Numbers


def occurrences(condition: Condition, parts: Parts) -> tuple[Occurrences, ...]:
    """The places of a condition in every part, each once, in the articles that match the whole condition."""
    evaluation = Evaluation(parts, PreparedRows(parts), marked=True)
    marks = evaluation.found(condition, parts.live).marks
    marks = np.zeros(0, np.int64) if marks is None else marks
    found = []
    for part in parts:
        first, behind = part.first_place, part.first_place + part.segment.size
        begin, end = marks.searchsorted([first << LENGTH_BITS, behind << LENGTH_BITS]).tolist()
        here = marks[begin:end]
        begins = (here >> LENGTH_BITS) - part.first_place
        articles = part.segment.text.articles_at(begins) + part.first
        found.append(Occurrences(part, begins, here & (1 << LENGTH_BITS) - 1, articles))
    return tuple(found)
