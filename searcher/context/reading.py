"""Articles read for what was found in them: lines of a concordance, and quotations."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter

import numpy as np

from index.plan import Any, Condition, Spoken, leaves
from index.segment.tokens import Numbers
from index.snapshot import Matches, Snapshot
from searcher.context.concordance import LineOrder, concordance
from searcher.context.places import Located
from searcher.context.quoted import quoted
from searcher.order import Order, ranked
from searcher.results.lines import ConcordanceLine, Quoted


def articles_in(snapshot: Snapshot, found: Matches, order: LineOrder) -> Numbers:
    """The articles found in the order of a concordance, as places in the columns."""
    if order is LineOrder.ARTICLE:
        ids = snapshot.fact("id", found.numbers)
        return np.array(sorted(range(len(ids)), key=lambda at: ids[at] or ""), np.int64)
    return ranked(snapshot, found, Order.OLDEST if order is LineOrder.DATE else Order.RELEVANCE)


def lines_of(
    snapshot: Snapshot, condition: Condition, numbers: Numbers, counts: Numbers, context: int, taken: Numbers
) -> Iterator[ConcordanceLine]:
    """Those of the lines of some articles that are ``taken``, given ascending by their numbers among all.

    Of each article it is known how many it has, so none is read of which none is taken.
    """
    ends = counts.cumsum()
    owners = ends.searchsorted(taken, "right")
    in_article = taken - (ends - counts).take(owners)
    for at, of_article in groupby(zip(owners.tolist(), in_article.tolist(), strict=True), itemgetter(0)):
        lines = tuple(concordance(_located(snapshot, condition, int(numbers[at])), context))
        yield from (lines[line] for _, line in of_article)


def quotations_of(snapshot: Snapshot, condition: Condition, articles: Numbers, numbers: Numbers) -> Iterator[Quoted]:
    """Some quotations, given by their articles and their numbers in these, with the words in them that match."""
    words = Any(tuple(leaf for leaf in leaves(condition) if not isinstance(leaf, Spoken)))
    for number, of_article in groupby(zip(articles.tolist(), numbers.tolist(), strict=True), itemgetter(0)):
        located = _located(snapshot, words, number)
        yield from (quoted(located, quotation) for _, quotation in of_article)


def _located(snapshot: Snapshot, condition: Condition, number: int) -> Located:
    article = snapshot.article(number)
    return Located(article, snapshot.places(condition, number, article))
