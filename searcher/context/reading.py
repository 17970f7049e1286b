"""Articles read for what was found in them: lines of a concordance, and quotations."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

import numpy as np

from index.plan import Any, Condition, Spoken, leaves
from index.segment.tokens import Numbers, merged, stretches
from index.store import reading
from searcher.context.concordance import LineOrder, concordance
from searcher.context.places import Located
from searcher.context.quoted import quoted
from searcher.context.side_order import side_order
from searcher.order import Order, ranked, ranks
from searcher.results.lines import Concordance, ConcordanceLine, Quotations, Quoted
from searcher.sample import Wanted

if TYPE_CHECKING:
    from index.snapshot import Matches, Snapshot


def concordance_of(
    snapshot: Snapshot,
    condition: Condition,
    context: int,
    order: LineOrder | str,
    wanted: Wanted,
) -> Concordance:
    """The occurrences that a condition gives, in order, as many of them as are wanted."""
    order = LineOrder(order)
    found, counts = snapshot.counted(condition)
    articles = _articles_in(snapshot, found, order)
    taken = wanted.sample_of(found.occurrences)
    if order in (LineOrder.LEFT, LineOrder.RIGHT):
        in_order = _by_side(snapshot, condition, articles, counts, context, order)
        taken = in_order[np.isin(in_order, taken)] if wanted.sample is not None else in_order
    taken = taken[wanted.offset : wanted.end]
    lines = _lines_of(snapshot, condition, found.numbers.take(articles), counts.take(articles), context, taken)
    return Concordance("", found.articles, found.occurrences, len(taken), lines)


def quotations_of(snapshot: Snapshot, condition: Condition, order: Order, wanted: Wanted) -> Quotations:
    """The quotations that a condition gives, in the order of their articles; likewise."""
    articles, numbers = snapshot.quotation_matches(condition)
    distinct = merged([articles])
    places = ranks(snapshot, condition, distinct, order).take(distinct.searchsorted(articles))
    chosen = np.lexsort((numbers, places))
    chosen = chosen.take(wanted.sample_of(len(chosen)))[wanted.offset : wanted.end]
    lines = _quotations_of(snapshot, condition, articles.take(chosen), numbers.take(chosen))
    return Quotations("", len(articles), len(distinct), len(chosen), lines)


def _articles_in(snapshot: Snapshot, found: Matches, order: LineOrder) -> Numbers:
    """The articles found in the order of a concordance, as places in the columns."""
    if order is LineOrder.ARTICLE:
        ids = snapshot.fact("id", found.numbers)
        return np.array(sorted(range(len(ids)), key=lambda at: ids[at] or ""), np.int64)
    return ranked(snapshot, found, order.of_articles)


def _by_side(
    snapshot: Snapshot, condition: Condition, articles: Numbers, counts: Numbers, context: int, order: LineOrder
) -> Numbers:
    """The numbers of all lines, which they have in the order of the articles, in that of what stands beside them."""
    firsts = np.empty(len(articles), np.int64)
    firsts[articles] = counts.take(articles).cumsum() - counts.take(articles)
    lines = stretches(firsts, counts)
    return lines.take(side_order(snapshot, condition, lines, context, behind=order is LineOrder.RIGHT))


def _lines_of(
    snapshot: Snapshot, condition: Condition, numbers: Numbers, counts: Numbers, context: int, taken: Numbers
) -> Iterator[ConcordanceLine]:
    """Those of the lines of some articles that are ``taken``, given in order by their numbers among all.

    Of each article it is known how many it has, so none is read of which none is taken.
    """
    ends = counts.cumsum()
    owners = ends.searchsorted(taken, "right")
    in_article = taken - (ends - counts).take(owners)
    for at, of_article in groupby(zip(owners.tolist(), in_article.tolist(), strict=True), itemgetter(0)):
        lines = tuple(concordance(_located(snapshot, condition, int(numbers[at])), context))
        with reading(snapshot.folder):  # a damaged index may count more than the article holds
            chosen = [lines[line] for _, line in of_article]
        yield from chosen


def _quotations_of(snapshot: Snapshot, condition: Condition, articles: Numbers, numbers: Numbers) -> Iterator[Quoted]:
    """Some quotations, given by their articles and their numbers in these, with the words in them that match."""
    words = Any(tuple(leaf for leaf in leaves(condition) if not isinstance(leaf, Spoken)))
    for number, of_article in groupby(zip(articles.tolist(), numbers.tolist(), strict=True), itemgetter(0)):
        located = _located(snapshot, words, number)
        with reading(snapshot.folder):
            chosen = [located.article.quotes[quotation] for _, quotation in of_article]
        yield from (quoted(located, quotation) for quotation in chosen)


def _located(snapshot: Snapshot, condition: Condition, number: int) -> Located:
    article = snapshot.article(number)
    return Located(article, snapshot.places(condition, number, article))
