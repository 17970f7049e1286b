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
from index.parts import Parts, Prepared
from index.score import ROUNDING, Scores, bound, scores
from index.segment.tokens import Flags, Numbers, joined

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
    articles, sums, counts = [_NONE], [np.zeros(0)], [_NONE]
    for at, part in enumerate(parts):
        terms = [word.terms[at] for word in words]
        if all(terms):
            here, kinds = part.segment.text.lists.common(terms, None if among is None else among[part.numbers])
            saturation = part.saturations.take(here)
            total, count = np.zeros(len(here)), np.zeros(len(here), np.int64)
            for word, each in zip(words, kinds, strict=True):
                total += scores(word.rarity, part.kind_weights.take(each), saturation)
                count += part.kind_totals.take(each)
            here += part.first
            articles.append(here)
            sums.append(total)
            counts.append(count)
    each_count = joined(counts)
    return Found(joined(articles), joined(sums), int(each_count.sum()), each_count)


def any_of(words: Sequence[Listed], others: Sequence[Found], boosts: Boosts, parts: Parts, count: int) -> Found:
    """The best of the articles that have any of the words, or that others gave, which are not deleted ones.

    The ``count`` best are among those given, with what others prefer, and these have their scores, those of the boosts
    added. All that match are flagged: to list them takes longer than to find the best of them.
    """
    totals, matching = np.zeros(parts.articles), np.zeros(parts.articles, np.bool_)
    preferred = np.zeros(parts.articles, np.bool_)
    least, scored = 0.0, 0
    for other in others:
        totals[other.articles] += other.scores
        matching[other.articles] = True
        least = max(least, bound(other.scores, count))
        if other.preferred is not None:
            preferred[other.articles] |= other.preferred
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
        is_first = not (scored or others or len(raised.articles))
        high = _add(scoring[scored].what, boosts, totals, parts, count, is_first=is_first)
        left -= scoring[scored].most
        scored += 1
        sums = totals.take(high)
        if len(scoring) - scored <= _FEW_LEFT:
            for each in scoring[scored:]:
                _add_to(sums, high, each.what, boosts, parts)
        least = max(least, bound(sums, count))
    for word in words:
        for part, term in zip(parts, word.terms, strict=True):
            if term:
                matching[part.numbers] |= part.segment.text.lists.flags(term)
    if parts.live is not None:
        matching &= parts.live  # what was deleted is no bound of anything
    is_near = totals > (least - left) * (1 - ROUNDING)
    is_near |= preferred
    is_near &= matching  # a boost may stand where nothing matches
    near = is_near.nonzero()[0]
    sums = totals.take(near)
    for each in scoring[scored:]:
        _add_to(sums, near, each.what, boosts, parts)
        left -= each.most
        least = max(least, bound(sums, count))
        keep = ((sums > (least - left) * (1 - ROUNDING)) | preferred.take(near)).nonzero()[0]
        near, sums = near.take(keep), sums.take(keep)
    if len(near) < count:  # some have no score
        assert scored == len(scoring)  # else there were as many that bounded the best
        near = matching.nonzero()[0]
        sums = totals.take(near)
    occurrences = sum(other.occurrences for other in others) + _occurrences(words, parts)
    return Found(near, sums, occurrences, None, preferred.take(near), None, matching)


def _add(scored: Listed | int, boosts: Boosts, totals: Scores, parts: Parts, count: int, *, is_first: bool) -> Numbers:
    """Adds the scores of a word or a boost in all articles; gives some ascending articles whose sums are high.

    Before the first there are no sums.
    """
    if isinstance(scored, int):
        found = boosts.everywhere(scored)
        totals[found.articles] += found.scores
        return _NONE  # a boost may stand where nothing matches
    high = [_NONE]
    for part, term in zip(parts, scored.terms, strict=True):
        if term:
            lists = part.segment.text.lists
            articles = lists.articles(term)
            sums = scores(scored.rarity, part.kind_weights.take(lists.kinds(term)), part.saturations.take(articles))
            here = totals[part.numbers]
            if not is_first:
                sums += here.take(articles)
            here[articles] = sums
            step = max(len(articles) // _SAMPLE, 1)
            articles, sums = articles[::step], sums[::step]
            if part.live is not None:
                live = part.live.take(articles)
                articles, sums = articles[live], sums[live]
            high.append(np.sort(articles.take(_highest(sums, count))) + part.first)
    return joined(high)


def _highest(sums: Scores, count: int) -> Numbers:
    """The places of more than so many of the highest sums, in no order."""
    some = min(max(_FEW, 4 * count), len(sums))
    return np.argpartition(sums, len(sums) - some)[len(sums) - some :] if some else _NONE


def _add_to(sums: Scores, articles: Numbers, scored: Listed | int, boosts: Boosts, parts: Parts) -> None:
    """Adds the scores of a word or a boost in some ascending articles to the sums of these."""
    if isinstance(scored, int):
        raised = boosts.added([scored], articles)
        sums[articles.searchsorted(raised.articles)] += raised.scores
        return
    first = 0
    for (part, here), term in zip(parts.by_part(articles), scored.terms, strict=True):
        if term:
            inside, kinds = part.segment.text.lists.of_some(term, here)
            saturation = part.saturations.take(here.take(inside))
            sums[inside + first] += scores(scored.rarity, part.kind_weights.take(kinds), saturation)
        first += len(here)


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
