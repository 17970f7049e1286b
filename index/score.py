"""How much does an article speak of what was asked? BM25 over the weighted fields of an article.

Robertson, Zaragoza and Taylor, "Simple BM25 extension to multiple weighted fields" (CIKM 2004): a word counts in an
article as often as if each field were repeated by its weight, and so does the article's length:

    tf = Σ_f weight_f · count_f          length = c + Σ_f weight_f · length_f
    score = idf · √((places + m) / (articles + m)) · tf / (tf + k1 · (1 - b + b · length / average length))

The constant c is little beside the length of an article and much beside that of a paragraph: how long a short text is
says less of what it speaks of, so where texts are short their lengths should be held less against them.

``idf`` is Lucene's, ln(1 + (N - n + ½) / (n + ½)), never negative, n of a syllable with several spellings being the sum
of their articles. N is the number of articles, those that were deleted counted until their segment is written anew.
Under the root stands how often a syllable comes in the articles in which it comes at all: what a text is about comes
again, what is only said on the way as a rule does not (Church and Gale, "Poisson mixtures", 1995). The constant m keeps
it near 1 for what stands in few articles, of which one may be long or odd. A row of several
syllables has the sum of what these are worth.

A boost, such as two syllables that stand side by side as they were typed, adds the same with another factor: in the
place of its idf its weight times what it tells beyond its syllables, idf(row) - max idf(syllable), n of a row being the
articles in which it stands. Its places in the opening of an article, which says what the rest is about, count more.

The numbers were chosen in a study by what articles of the press are found by their headlines, leads, sentences and
keywords, and confirmed by the headlines of others (``make rank-eval``). They are round, and stand where others near
them do as well. (Only the weight of captions is a guess: no data had any.)
"""

from __future__ import annotations

from math import log

import numpy as np
from numpy.typing import NDArray

from index.segment.segment import Segment
from index.segment.tokens import Flags, Numbers

Scores = NDArray[np.float64]

_FEW = 4096

K1 = 1.2
B = 0.9
PRIOR_LENGTH = 50
"""c above, in syllables."""

TENTHS = (30, 15, 10, 7)
"""The weights of title, lead, body and caption, in tenths: so sums are exact and equal articles have equal scores."""

RECURRENCE = 0.5
"""The power of how often a syllable comes where it comes: a root."""

PRIOR_ARTICLES = 100
"""m above."""

PAIRS = 0.75
"""The weight of two syllables that stand side by side as they were typed."""

OPENING = 100
"""The tokens with which an article begins that are its opening, whatever fields they are in."""

OPENING_TENTHS = 20
"""What a place of a boost weighs more there, in tenths."""


ROUNDING = 1e-9
"""What sums may be off by."""


def weighted_lengths(segment: Segment) -> Scores:
    """The length of each article of a segment, in syllables, a title's counted three times and so on."""
    found = np.zeros(segment.articles, np.uint32)  # half the memory to touch: no field has a hundred million syllables
    for field, tenths in enumerate(TENTHS):
        found += segment.text.lengths(field) * np.uint32(tenths)
    return found / 10


def saturations(lengths: Scores, average: float) -> Scores:
    """For each article the weighted count at which a word has half of its greatest score."""
    found = lengths + PRIOR_LENGTH  # and on in place: what is touched anew takes longer than what is computed
    found *= B / (max(average, 1.0) + PRIOR_LENGTH)
    found += 1 - B
    found *= K1
    return found


def scores(rarity: float | Scores, weighted_counts: Scores, saturation: Scores) -> Scores:
    """The score of a row in articles, by its weighted counts in them."""
    found: Scores = rarity * weighted_counts
    found /= weighted_counts + saturation
    return found


def rarity(articles: int, articles_with: int) -> float:
    """The idf of what stands in so many articles."""
    found = min(articles_with, articles)
    return log(1 + (articles - found + 0.5) / (found + 0.5))


def recurrence(articles_with: int, places: int) -> float:
    """What a syllable is worth, beside its idf, for how often it comes where it comes; at least 1."""
    return float(((places + PRIOR_ARTICLES) / (articles_with + PRIOR_ARTICLES)) ** RECURRENCE)


def surprise(articles: int, articles_with: int, rarest: float) -> float:
    """What it tells that syllables stand in a row, as they do in so many articles, beyond the rarest of them alone."""
    return max(rarity(articles, articles_with) - rarest, 0.0)


def weigh(counts: Numbers) -> Scores:
    """Rows of counts, a column a field, each added up by the weights of the fields."""
    found: Scores = counts @ np.array(TENTHS) / 10
    return found


def place_tenths(fields: Numbers, in_opening: Flags | None = None) -> Numbers:
    """What each of some places weighs in tenths, by its field and, where it is asked about, the opening."""
    found: Numbers = np.array(TENTHS).take(fields)
    if in_opening is not None:
        found += OPENING_TENTHS * in_opening
    return found


def bound(found: Scores, count: int) -> float:
    """The lowest of so many best scores, which the best of all are not below; 0 where there are fewer."""
    if not 0 < count <= len(found):
        return 0.0
    at = len(found) - count
    return float(np.partition(found, at)[at])


def best(scores: Scores, count: int) -> Numbers:
    """The places of the ``count`` highest scores, the highest first; of equal ones the first.

    No score below the lowest of the best of a few can be among the best of all, so few have to be sorted.
    """
    if len(scores) > _FEW and count < _FEW:
        bound = np.partition(scores[:_FEW], _FEW - count - 1)[_FEW - count - 1]
        near = (scores >= bound).nonzero()[0]
        return near.take(np.argsort(-scores.take(near), kind="stable")[:count])
    return np.argsort(-scores, kind="stable")[:count]
