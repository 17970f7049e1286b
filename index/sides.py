"""Which syllables stand on one side of some places, the nearest first? By arrays: as columns of a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.occurrences import Occurrences
from index.segment.tokens import BREAK, Numbers
from index.terms_at import TermsAt


@dataclass(frozen=True, slots=True)
class Sides:
    """What stands beside the places of one part: a row a place, its syllables from the nearest outwards.

    Terms are numbers of ``keys`` from 1 on, 0 where the unit has ended. ``articles`` are the places' articles.
    """

    keys: Sequence[str]
    terms: NDArray[np.int64]
    articles: Numbers


def sides(found: Sequence[Occurrences], length: int, *, behind: bool) -> Iterator[Sides]:
    """Up to so many syllables before or ``behind`` each place, in the unit in which it begins."""
    for here in found:
        if not len(here.begins):
            continue
        text = here.part.segment.text
        units = text.breaks.searchsorted(here.begins)
        first, last = text.unit_starts(units), text.breaks.take(units)
        steps = np.arange(length)
        if behind:
            at = np.minimum(here.begins + here.lengths, last)[:, np.newaxis] + steps
            inside = at < last[:, np.newaxis]
        else:
            at = here.begins[:, np.newaxis] - 1 - steps
            inside = at >= first[:, np.newaxis]
        terms = np.full(at.shape, BREAK, np.int64)
        places, which = np.unique(at[inside], return_inverse=True)
        known = TermsAt(here.part, places)
        terms[inside] = known.at(places).take(which)
        yield Sides(known.keys, terms, here.articles)
