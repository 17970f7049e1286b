"""Who says what is found? The places of a condition, by the speakers of the quotations in which they stand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from index.occurrences import Occurrences
from index.parts import Part
from index.segment.segment import Segment
from index.segment.tokens import Numbers

_SPEAKER = 0
"""The field of the speaker in the text of names, before that of the role."""


@dataclass(frozen=True, slots=True)
class Speaking:
    """How often one speaker: in how many ``articles``, at how many places.

    ``article`` and ``quotation`` are the numbers of an article and of a quotation of theirs in it, which has the name
    as it is written; -1 of what stands in no quotation.
    """

    articles: int
    occurrences: int
    article: int
    quotation: int


def speaking(found: Iterable[Occurrences]) -> Sequence[Speaking]:
    """The speakers of some places, who are told by the keys of their names; and what stands in no quotation."""
    totals: dict[tuple[str, ...] | None, Speaking] = {}
    for here in found:
        for name, one in _in_part(here).items():
            known = totals.get(name)
            if known is not None:
                articles, occurrences = one.articles + known.articles, one.occurrences + known.occurrences
                one = Speaking(articles, occurrences, known.article, known.quotation)
            totals[name] = one
    return tuple(totals.values())


def innermost(begins: Numbers, ends: Numbers, places: Numbers, behind: Numbers) -> Numbers:
    """The quotation in which each place ``[places, behind)`` stands, -1 for none; of several the one begun last."""
    owners = np.full(len(places), -1, np.int64)
    if not len(begins):
        return owners
    order = np.lexsort((-ends, begins))
    starts, stops = begins.take(order), ends.take(order)
    farthest = np.maximum.accumulate(stops)
    at = starts.searchsorted(places, "right") - 1
    open_places = (at >= 0).nonzero()[0]
    while len(open_places):
        here = at.take(open_places)
        holds = stops.take(here) >= behind.take(open_places)
        owners[open_places[holds]] = order.take(here[holds])
        may_hold = ~holds & (farthest.take(here) >= behind.take(open_places)) & (here > 0)
        open_places = open_places[may_hold]
        at[open_places] -= 1
    return owners


def speaker_names(part: Part) -> Iterable[tuple[str, ...] | None]:
    """The keys of the speaker of each quotation of a part in the articles that were not deleted; empty for nobody."""
    counts = np.diff(part.segment.quotation_edges)
    live = np.ones(len(counts), np.bool_) if part.live is None else part.live
    return _names(part.segment, np.repeat(live, counts).nonzero()[0])


def _in_part(found: Occurrences) -> dict[tuple[str, ...] | None, Speaking]:
    segment = found.part.segment
    owners = _owners(segment, found.begins, found.begins + found.lengths)
    distinct, of_place = np.unique(owners, return_inverse=True)
    numbers: dict[tuple[str, ...] | None, int] = {}
    examples: list[int] = []
    of_owner = []
    for quotation, name in zip(distinct.tolist(), _names(segment, distinct), strict=True):
        if name not in numbers:
            examples.append(quotation)
        of_owner.append(numbers.setdefault(name, len(numbers)))
    speakers = np.array(of_owner, np.int64).take(of_place)
    occurrences = np.bincount(speakers, minlength=len(numbers)).tolist()
    pairs = np.unique(speakers << 32 | found.articles) >> 32
    articles = np.bincount(pairs, minlength=len(numbers)).tolist()
    edges = segment.quotation_edges
    result = {}
    for name, number in numbers.items():
        quotation, article = examples[number], -1
        if quotation >= 0:
            owner = int(edges.searchsorted(quotation, "right")) - 1
            article, quotation = owner + found.part.first, quotation - int(edges[owner])
        result[name] = Speaking(articles[number], occurrences[number], article, quotation)
    return result


def _owners(segment: Segment, places: Numbers, behind: Numbers) -> Numbers:
    """The quotation to which each place belongs: of those that have a speaker the innermost, else of all."""
    begins, ends = segment.quotation_spans
    spoken = segment.names.lengths(_SPEAKER).nonzero()[0] if len(begins) else np.zeros(0, np.int64)
    of_spoken = innermost(begins.take(spoken), ends.take(spoken), places, behind)
    owners = innermost(begins, ends, places, behind)
    has_speaker = of_spoken >= 0
    owners[has_speaker] = spoken.take(of_spoken[has_speaker])
    return owners


def _names(segment: Segment, quotations: Numbers) -> Iterable[tuple[str, ...] | None]:
    """The keys of the speaker of each quotation; ``None`` for what is none."""
    if not (quotations >= 0).any():
        return [None] * len(quotations)
    names = segment.names
    tokens = names.tokens()
    found: list[tuple[str, ...] | None] = []
    for quotation in quotations.tolist():
        if quotation < 0:
            found.append(None)
            continue
        start = names.field_start(quotation, _SPEAKER)
        terms = tokens.terms[start : start + int(names.lengths(_SPEAKER)[quotation])].tolist()
        found.append(tuple(tokens.keys[term - 1] for term in terms))
    return found
