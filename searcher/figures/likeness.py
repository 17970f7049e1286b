"""Which articles are like one? Those with the words that tell most of it, by the scores of a search for any of them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from math import log
from typing import TYPE_CHECKING

import numpy as np

from index import plan
from index.article_words import Word, most_written
from index.plan import Row, Slot
from index.score import TENTHS
from searcher.context.hit import hit_of
from searcher.order import Order, ranked
from searcher.query.tree import Any, Phrase, described
from searcher.results.hits import Results

if TYPE_CHECKING:
    from index.snapshot import Snapshot
    from searcher.sample import Wanted

TELLING = 12
"""Words by which articles are looked for. More of them find nothing better, and say less well why."""


def like(
    snapshot: Snapshot, number: int, wanted: Wanted, facts: plan.Condition | None = None, *, collapse: bool = True
) -> Results:
    """The articles most like the one that has a number, as many as are wanted, of those that ``facts`` gives.

    The totals are those of all that have any of the words that tell most of it. Neither it nor its reprints are shown
    or counted; others are folded under the first of them, unless ``collapse`` is off.
    """
    chosen = _telling(snapshot, snapshot.vocabulary.of_article(number, snapshot.article(number)))
    condition: plan.Condition = plan.Any(tuple(_row(keys) for keys, _ in chosen))
    if facts is not None:  # the article itself has to be among them, for its reprints to be told
        itself = plan.Valued("id", tuple(filter(None, snapshot.fact("id", np.array([number])))))
        condition = plan.All((condition, plan.Any((facts, itself))))
    matches, counts = snapshot.counted(condition)
    itself_first = replace(matches, preferred=matches.numbers == number)
    order = matches.numbers.take(ranked(snapshot, itself_first, Order.RELEVANCE))
    end = None if wanted.sample is not None else wanted.end
    folds = snapshot.folded(matches.numbers, order, _folded(end, len(order)) if collapse else 1)
    same = folds.under[0] if folds.under else folds.shown
    own = np.append(folds.shown[:1], same)
    shown, under = folds.shown[1:], folds.under[1:]
    if not collapse:
        shown = order[~np.isin(order, own)][:end]
        under = (same[:0],) * len(shown)
    hits = tuple(
        hit_of(snapshot, at + 1, int(shown[at]), condition, matches, under[at])
        for at in wanted.sample_of(len(shown))[wanted.offset : wanted.end].tolist()
    )
    return Results(
        described(Any(tuple(Phrase(written, keys) for keys, written in chosen))),
        matches.articles - len(own),
        matches.occurrences - int(counts.take(matches.numbers.searchsorted(own)).sum()),
        hits,
        reprints=tuple(sorted(identity or "" for identity in snapshot.fact("id", np.sort(same)))),
    )


def _folded(end: int | None, everything: int) -> int:
    """How many articles are to be folded: the one that was asked about comes first, and is not shown."""
    return everything if end is None else end + 1


def _telling(snapshot: Snapshot, words: Sequence[Word]) -> list[tuple[tuple[str, ...], str]]:
    """The words of an article that tell most of it, each with how it is written there.

    Those that stand there often, in a field that weighs much as in a score, and seldom in the archive: tf · idf, with
    places in the place of articles, which need not be counted. Words without a letter, and those of no other article,
    lead nowhere.
    """
    weights: Counter[tuple[str, ...]] = Counter()
    written: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    for word in words:
        if any(map(str.isalpha, "".join(word.keys))):
            weights[word.keys] += TENTHS[word.field]
            written[word.keys][" ".join(word.written.split())] += 1
    often = dict(zip(weights, snapshot.vocabulary.at_most([_row(keys) for keys in weights]), strict=True))
    tells = {
        keys: weight * log(1 + snapshot.articles / often[keys])
        for keys, weight in weights.items()
        if written[keys].total() < often[keys]
    }
    first = sorted(tells, key=lambda keys: (-tells[keys], keys))[:TELLING]
    return [(keys, most_written(written[keys])) for keys in first]


def _row(keys: Sequence[str]) -> Row:
    return Row(tuple(map(Slot, keys)))
