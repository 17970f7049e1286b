"""Words by themselves, as frequent terms: which articles have all of them, or any, by the lists that are kept of these.

Of such a word everything that a search asks is in its lists, so places need not be looked at. All words: what their
lists agree on comes first, and only there their counts are read. Any word, for the best articles: once the words and
boosts that are left could not lift any further article among the best, they are only scored where others were found
already, and after each of them only in what is still in the running (Turtle and Flood, "Query evaluation: strategies
and optimizations", 1995); which articles match does not depend on it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from index.boosts import Boosts
from index.found import Found
from index.parts import Part, Parts, Prepared
from index.score import ROUNDING, Scores, bound, scores
from index.segment.tokens import Array, Flags, Numbers

_NONE = np.zeros(0, np.int64)

_SAMPLE = 4096
"""Scores of a part among which some of the best are looked for."""

_FEW = 64
"""Articles with high sums that are scored to the end at once: the best of them are a bound of the best of all."""

_FEW_LEFT = 3
"""Words and boosts left for which that pays."""

_DEARER = 2
"""A place of a boost takes as long to score as so many articles of a word."""

FEW_PLACES = 1 << 12
"""Places of a boost that are looked at before any word: what they add is then part of every bound."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A row of one term; by part its number, 0 where it does not occur and elsewhere that of a frequent term."""

    terms: Sequence[int]
    rarity: float

    def articles(self, parts: Parts) -> int:
        """In how many articles it stands."""
        return sum(part.segment.text.lists.size(term) for part, term in zip(parts, self.terms, strict=True) if term)


class _Scoring(NamedTuple):
    """A word, or the number of a boost, the most that it adds to a score, and what it costs to add it everywhere."""

    what: Listed | int
    most: float
    cost: int


def listed(row: Prepared, parts: Parts) -> Listed | None:
    """A row as a frequent term by itself, where it is one in all parts that have it."""
    terms = []
    for part, here in zip(parts, row.in_parts, strict=True):
        slot = here.slots[0]
        if len(here.slots) != 1 or slot is None or len(slot) > 1:
            return None
        if slot and slot[0] not in part.segment.text.lists:
            return None
        terms.append(slot[0] if slot else 0)
    return Listed(terms, row.rarity)


def all_of(words: Sequence[Listed], parts: Parts, among: Flags | None) -> Found:
    """The articles that have all words, of those that are asked about."""
    articles, weights, counts = [_NONE], [[np.zeros(0)] for _ in words], [_NONE]
    for at, part in enumerate(parts):
        terms = [word.terms[at] for word in words]
        if all(terms):
            here, kinds = part.segment.text.lists.common(terms, None if among is None else among[part.numbers])
            articles.append(here + part.first)
            for of_word, each in zip(weights, kinds, strict=True):
                of_word.append(part.kind_weights.take(each))
            counts.append(sum((part.kind_totals.take(each) for each in kinds[1:]), part.kind_totals.take(kinds[0])))
    found, each = np.concatenate(articles), np.concatenate(counts)
    saturation = parts.saturations.take(found)
    total = np.zeros(len(found))
    for word, of_word in zip(words, weights, strict=True):
        total += scores(word.rarity, np.concatenate(of_word), saturation)
    return Found(found, total, int(each.sum()), each)


def any_of(words: Sequence[Listed], others: Sequence[Found], boosts: Boosts, parts: Parts, count: int) -> Found:
    """The articles that have any of the words, or that others gave, which are not deleted ones.

    The ``count`` best have their scores, those of the boosts added, and all others lower ones.
    """
    totals, flags = np.zeros(parts.articles), np.zeros(parts.articles, np.bool_)
    least, scored = 0.0, 0
    for other in others:
        totals[other.articles] += other.scores
        flags[other.articles] = True
        least = max(least, bound(other.scores, count))
    raised = boosts.read(parts.live)
    if len(raised.articles):
        totals += np.bincount(raised.articles, raised.scores, parts.articles)
    scoring = [_Scoring(word, word.rarity, word.articles(parts)) for word in words]
    scoring += [
        _Scoring(number, float(boosts.most[number]), _DEARER * boosts.places(number)) for number in boosts.unread
    ]
    scoring.sort(key=lambda each: each.cost / each.most)
    left = sum(each.most for each in scoring)
    while scored < len(scoring) and least <= left:
        high = _add(scoring[scored].what, boosts, totals, parts, count)
        left -= scoring[scored].most
        scored += 1
        rest = scoring[scored:] if len(scoring) - scored <= _FEW_LEFT else []
        least = max(least, bound(_sums(high, rest, boosts, totals, parts), count))
    is_near = totals > (least - left) * (1 - ROUNDING)
    if parts.live is not None:
        is_near &= parts.live  # what was deleted is no bound of anything
    near = is_near.nonzero()[0]
    for each in scoring[scored:]:
        _add_among(each.what, boosts, totals, parts, near)
        left -= each.most
        sums = totals.take(near)
        least = max(least, bound(sums, count))
        near = near[sums > (least - left) * (1 - ROUNDING)]
    for word in words:
        for part, term in zip(parts, word.terms, strict=True):
            if term:
                flags[part.numbers] |= part.segment.text.lists.flags(term)
    if parts.live is not None:
        flags &= parts.live
    articles = flags.nonzero()[0]
    occurrences = sum(other.occurrences for other in others) + _occurrences(words, parts)
    return Found(articles, totals.take(articles), occurrences)


def _add(scored: Listed | int, boosts: Boosts, totals: Scores, parts: Parts, count: int) -> Numbers:
    """Adds the scores of a word or a boost in all articles; gives some ascending articles whose sums are high."""
    if isinstance(scored, int):
        found = boosts.everywhere(scored)
        totals[found.articles] += found.scores
        return _NONE  # a boost may stand where nothing matches
    high = [_NONE]
    for part, term in zip(parts, scored.terms, strict=True):
        if term:
            lists = part.segment.text.lists
            articles = lists.articles(term)
            sums = _added(totals, scored.rarity, part, articles, lists.kinds(term))
            step = max(len(articles) // _SAMPLE, 1)
            articles, sums = articles[::step], sums[::step]
            if part.live is not None:
                live = part.live.take(articles)
                articles, sums = articles[live], sums[live]
            high.append(np.sort(articles.take(_highest(sums, count))) + part.first)
    return np.concatenate(high)


def _highest(sums: Scores, count: int) -> Numbers:
    """The places of more than so many of the highest sums, in no order."""
    some = min(max(_FEW, 4 * count), len(sums))
    return np.argpartition(sums, len(sums) - some)[len(sums) - some :] if some else _NONE


def _sums(articles: Numbers, left: Sequence[_Scoring], boosts: Boosts, totals: Scores, parts: Parts) -> Scores:
    """What the sums of a few ascending articles will be when all that is left was added."""
    found = totals.take(articles)
    for each in left if len(articles) else ():
        if isinstance(each.what, int):
            raised = boosts.added([each.what], articles)
            found[articles.searchsorted(raised.articles)] += raised.scores
            continue
        first = 0
        for (part, here), term in zip(parts.by_part(articles), each.what.terms, strict=True):
            if term:
                inside, kinds = part.segment.text.lists.of_few(term, here)
                saturation = part.saturations.take(here.take(inside))
                found[inside + first] += scores(each.what.rarity, part.kind_weights.take(kinds), saturation)
            first += len(here)
    return found


def _add_among(scored: Listed | int, boosts: Boosts, totals: Scores, parts: Parts, near: Numbers) -> None:
    """Adds the scores of a word or a boost in some articles."""
    if isinstance(scored, int):
        found = boosts.added([scored], near)
        totals[found.articles] += found.scores
        return
    is_near = np.zeros(parts.articles, np.bool_)
    is_near[near] = True
    for part, term in zip(parts, scored.terms, strict=True):
        if term:
            _added(totals, scored.rarity, part, *part.segment.text.lists.among(term, is_near[part.numbers]))


def _added(totals: Scores, rarity: float, part: Part, articles: Numbers, kinds: Array) -> Scores:
    """Adds the scores of a word in some articles of a part, and gives the sums."""
    found = scores(rarity, part.kind_weights.take(kinds), part.saturations.take(articles))
    here = totals[part.numbers]
    found += here.take(articles)
    here[articles] = found
    return found


def _occurrences(words: Sequence[Listed], parts: Parts) -> int:
    """In how many places the words stand in articles that were not deleted."""
    found = 0
    for at, part in enumerate(parts):
        for term in (word.terms[at] for word in words if word.terms[at]):
            found += part.segment.text.terms.count(term)
            if part.live is not None:
                kinds = part.segment.text.lists.among(term, ~part.live)[1]
                found -= int(part.kind_totals.take(kinds).sum())
    return found
