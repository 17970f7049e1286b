"""Which quotations match a condition? Evaluated as articles are, but a quotation at a time.

What is asked of quotations has to stand in one: of ``All`` parts each in the same. What
is asked of articles, such as their dates, is true of all quotations of an article.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from index.evaluate import Evaluation, evaluation
from index.leaves import places_in_part
from index.parts import Part, Parts
from index.plan import All, Any, Condition, Not, Only, Preferring, Quoted, Scored, Spoken, Written
from index.quoted import by_speakers
from index.schema import TEXT_FIELDS
from index.segment.tokens import Flags, Numbers


def quotation_matches(condition: Condition, parts: Parts) -> tuple[Numbers, Numbers]:
    """The articles of all matching quotations, ascending, and the number of each quotation among its article's."""
    evaluated = evaluation(condition, parts)
    articles, numbers = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
    for part, flags in zip(parts, _flags(condition, evaluated), strict=True):
        edges = part.segment.quotation_edges
        found = flags.nonzero()[0]
        owners = edges.searchsorted(found, "right") - 1
        if part.live is not None:
            keep = part.live.take(owners).nonzero()[0]
            found, owners = found.take(keep), owners.take(keep)
        articles.append(owners + part.first)
        numbers.append(found - edges.take(owners))
    return np.concatenate(articles), np.concatenate(numbers)


def _flags(condition: Condition, evaluated: Evaluation) -> Sequence[Flags]:
    """For each quotation of each part whether it matches."""
    parts = evaluated.parts
    match condition:
        case Quoted(written, speakers):
            found = [_holding(written, evaluated, at) for at in range(len(parts))]
            if speakers is None:
                return found
            return [flags & by_speakers(part.segment, speakers) for part, flags in zip(parts, found, strict=True)]
        case Spoken(speakers):
            return [by_speakers(part.segment, speakers) for part in parts]
        case Only(part) | Preferring(part) | Scored(part):
            return _flags(part, evaluated)
        case All(conditions) | Any(conditions):
            every = isinstance(condition, All)
            found = [np.full(len(part.segment.quotation_spans[0]), every) for part in parts]
            for one in conditions:
                for flags, others in zip(found, _flags(one, evaluated), strict=True):
                    (np.logical_and if every else np.logical_or)(flags, others, out=flags)
            return found
        case Not(refused):
            return [~flags for flags in _flags(refused, evaluated)]
    is_found = np.zeros(parts.articles, np.bool_)
    is_found[evaluated.found(condition, None).articles] = True
    return [_of_articles(part, is_found[part.numbers]) for part in parts]


def _holding(written: Written, evaluated: Evaluation, at: int) -> Flags:
    """For each quotation of a part, given by its number, whether something stands in it.

    It does where, of all places from the quotation's beginning on, one ends before the quotation does.
    """
    part = evaluated.parts[at]
    begins, lengths = places_in_part(written, evaluated.parts, at, evaluated.rows)
    if written.fields != TEXT_FIELDS:
        wanted = np.array([name in written.fields for name in TEXT_FIELDS])
        keep = wanted.take(part.segment.text.located(begins)[1]).nonzero()[0]
        begins, lengths = begins.take(keep), lengths if isinstance(lengths, int) else lengths.take(keep)
    first, behind = part.segment.quotation_spans
    if not len(begins):
        return np.zeros(len(first), np.bool_)
    ends = begins + lengths
    earliest = np.append(np.minimum.accumulate(ends[::-1])[::-1], np.iinfo(np.int64).max)
    found: Flags = earliest.take(begins.searchsorted(first)) <= behind
    return found


def _of_articles(part: Part, flags: Flags) -> Flags:
    """What is true of some articles, for each of their quotations."""
    return np.repeat(flags, np.diff(part.segment.quotation_edges))
