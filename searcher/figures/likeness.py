"""Which articles are like one? Those with the words that tell most of it, by the scores of a search for any of them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import log
from typing import TYPE_CHECKING

from index import plan
from index.article_words import Word, most_written
from index.plan import Row, Slot
from index.score import TENTHS
from searcher.order import Order, ranked
from searcher.query.tree import Any, Phrase

if TYPE_CHECKING:
    from corpus.article import Article
    from index.article_words import Word
    from index.segment.tokens import Numbers
    from index.snapshot import Matches, Snapshot

TELLING = 12
"""Words by which articles are looked for. More of them find nothing better, and say less well why."""


@dataclass(frozen=True, slots=True)
class Like:
    """The articles like one, by the ``words`` that tell most of it.

    ``shown`` are places among the ``matches``, best first, and ``under`` each stand those that are nearly the same
    text. ``reprints`` are the ids of those that are nearly the same text as the one that was asked about; neither they
    nor it are shown, or counted in ``articles`` and ``occurrences``, the totals of all that have any of the words.
    """

    words: Any
    condition: plan.Condition
    matches: Matches
    shown: Numbers
    under: tuple[Numbers, ...]
    reprints: tuple[str, ...]
    articles: int
    occurrences: int


def like(snapshot: Snapshot, number: int, article: Article, limit: int) -> Like:
    """The ``limit`` articles most like the one that has a number."""
    chosen = _telling(snapshot, snapshot.vocabulary.of_article(number, article))
    words = Any(tuple(Phrase(written, keys) for keys, written in chosen))
    condition = plan.Any(tuple(_row(keys) for keys, _ in chosen))
    matches, counts = snapshot.counted(condition)
    order = ranked(snapshot, replace(matches, preferred=matches.numbers == number), Order.RELEVANCE)
    folded = snapshot.folded(matches.numbers, order, limit + 1)  # the one itself comes first
    same = folded.under[0] if folded.under else folded.shown
    own = [*folded.shown[:1].tolist(), *same.tolist()]
    return Like(
        words,
        condition,
        matches,
        folded.shown[1:],
        folded.under[1:],
        tuple(sorted(identity or "" for identity in snapshot.fact("id", matches.numbers.take(same)))),
        matches.articles - len(own),
        matches.occurrences - int(counts.take(own).sum()),
    )


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
