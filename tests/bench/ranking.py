"""How well articles are ranked: ours, its parts one by one, plain BM25, and tantivy, on queries with known answers.

    python -m tests.bench.ranking DATA... [--half development|confirmation] [--queries N]

Which queries, ``relevance.py`` says; to those of the data come some of our own on the sample archive. Prints MRR@10,
nDCG@10 and recall@100 with 95 % bootstrap intervals, and the difference to plain BM25 over syllables with the interval
of paired differences. In news, articles are printed again and again: how often another print of it stands before the
article that is asked for is told, too, and MRR@10 of plain BM25 and ours where such a print is as good. Then what a
ranking takes, as a ratio to plain BM25 in the same run.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from unittest.mock import patch

import numpy as np

from corpus.article import Article
from index import score
from index.batch import Batch
from index.ledger.ledger import Ledger
from index.normal_form import fold
from index.plan import All, Any, Boost, Condition, Not, Preferring, Row, Scored, Slot, Whole
from index.score import best
from index.snapshot import Snapshot
from index.store import make_index
from index.syllables import keys
from searcher.indexing import bring_in_step
from searcher.meaning import compile as compiling
from searcher.meaning.compile import Compiler
from searcher.meaning.question import Accents, question
from tests.bench.queries import queries
from tests.bench.relevance import (
    HALVES,
    MEASURES,
    SEED,
    Collection,
    Measured,
    Piece,
    Topic,
    bodies,
    chosen,
    compounds,
    interval,
    own_topics,
    pieces,
    without_leads,
)
from tests.bench.tantivy_ranking import DEPTH, SEGMENTER, Tantivy

SAMPLE = Path("corpus/sample")
PLAIN, OURS = "plain BM25 over syllables", "ours"
WORDS = 0.5
"""The weight of words where they are tried."""

Change = Callable[[Condition, str], Condition]
"""What is made of our condition for a query."""

Variant = tuple[Change, dict[str, object]]

Ranker = Callable[[Topic], Sequence[str]]


def without(condition: Condition, *kinds: type) -> Condition:
    """A condition without its boosts or what it prefers."""
    match condition:
        case Scored(base) if Scored in kinds:
            return without(base, *kinds)
        case Scored(base, boosts):
            return Scored(without(base, *kinds), boosts)
        case Preferring(base) if Preferring in kinds:
            return without(base, *kinds)
        case Preferring(base, preferred):
            return Preferring(without(base, *kinds), preferred)
        case All(parts):
            return All(tuple(without(part, *kinds) for part in parts))
        case Any(parts):
            return Any(tuple(without(part, *kinds) for part in parts))
        case Not(part):
            return Not(without(part, *kinds))
    return condition


def with_words(condition: Condition, query: str) -> Condition:
    """With words of several syllables, as the model finds them, as further boosts; only an accented query has any."""
    rows = dict.fromkeys(Row(tuple(map(Slot, keys(word))), whole=Whole.BOTH) for word in compounds(query, SEGMENTER))
    return Scored(condition, tuple(Boost(row, WORDS, "word") for row in rows)) if fold(query) != query else condition


def with_joined(condition: Condition, _: str) -> Condition:
    """With every pair that is a word by itself in the index as a further boost."""
    if isinstance(condition, Preferring):
        return Preferring(with_joined(condition.base, _), condition.preferred)
    if not isinstance(condition, Scored):
        return condition
    rows = [Row(boost.row.slots, boost.row.fields, whole=Whole.BOTH) for boost in condition.boosts]
    return Scored(condition.base, condition.boosts + tuple(Boost(row, WORDS, "word") for row in rows))


def as_it_is(condition: Condition, _: str) -> Condition:
    return condition


BM25: dict[str, object] = {"B": 0.75, "PRIOR_LENGTH": 0, "RECURRENCE": 0}
"""The numbers with which our formula is BM25 and no more."""

VARIANTS: dict[str, Variant] = {
    PLAIN: (lambda condition, _: without(condition, Scored, Preferring), BM25),
    OURS: (as_it_is, {}),
    "without pairs": (lambda condition, _: without(condition, Scored), {}),
    "without openings": (as_it_is, {"OPENING_TENTHS": 0}),
    "without recurrence": (as_it_is, {"RECURRENCE": 0}),
    "without the prior length": (as_it_is, {"B": 0.75, "PRIOR_LENGTH": 0}),
    "without the row first": (lambda condition, _: without(condition, Preferring), {}),
    "and words of the model": (with_words, {}),
    "and pairs as words": (with_joined, {}),
}
"""Our ranking and its parts: what is made of the condition, and which numbers of the formula are others."""

NUMBERS: dict[str, Variant] = {
    "pairs weigh 0.5": (as_it_is, {"PAIRS": 0.5}),
    "pairs weigh 1": (as_it_is, {"PAIRS": 1.0}),
    "all fields alike": (as_it_is, {"TENTHS": (10, 10, 10, 10)}),
    "title 2, lead 1.5": (as_it_is, {"TENTHS": (20, 15, 10, 7)}),
    "title 4, lead 2": (as_it_is, {"TENTHS": (40, 20, 10, 7)}),
    "k1 0.9": (as_it_is, {"K1": 0.9}),
    "k1 2": (as_it_is, {"K1": 2.0}),
    "b 0.75": (as_it_is, {"B": 0.75}),
    "b 1": (as_it_is, {"B": 1.0}),
    "prior length 25": (as_it_is, {"PRIOR_LENGTH": 25}),
    "prior length 100": (as_it_is, {"PRIOR_LENGTH": 100}),
    "openings weigh 2": (as_it_is, {"OPENING_TENTHS": 10}),
    "openings weigh 4": (as_it_is, {"OPENING_TENTHS": 30}),
    "recurrence 0.25": (as_it_is, {"RECURRENCE": 0.25}),
    "recurrence 0.75": (as_it_is, {"RECURRENCE": 0.75}),
}
"""What else the numbers of the formula might be; tried on the development half alone."""


@contextmanager
def formula(numbers: dict[str, object]) -> Iterator[None]:
    """The formula with other numbers, for indexes that are opened inside."""
    with (
        patch.dict(vars(score), numbers),
        patch.object(compiling, "PAIRS", numbers.get("PAIRS", score.PAIRS)),
    ):
        yield


class Ours:
    """Our engine, asked as ``Archive`` asks it; of a text with accents every syllable as it is written.

    So all engines are asked for the same syllables. Rankings are kept in ``ranked`` for others with the same formula.
    """

    def __init__(self, folder: Path, change: Change, ranked: dict[Condition, Sequence[str]] | None = None) -> None:
        self.snapshot = Snapshot(folder)
        self._change = change
        self._ranked = {} if ranked is None else ranked
        everything = np.array(list(self.snapshot.numbers()), np.int64)
        self._ids = dict(zip(everything.tolist(), self.snapshot.fact("id", everything), strict=True))

    def condition(self, topic: Topic) -> Condition:
        is_accented = fold(topic.query) != topic.query.lower()
        accents = Accents.EXACT if is_accented else Accents.AUTO
        asking = question(topic.query.split(), match=topic.match, plain=True, accents=accents, aliases=None)
        return self._change(Compiler(self.snapshot.values, accents).compile(asking.tree), topic.query)

    def __call__(self, topic: Topic) -> Sequence[str]:
        condition = self.condition(topic)
        if condition not in self._ranked:
            self._ranked[condition] = self._ranking(condition)
        return self._ranked[condition]

    def _ranking(self, condition: Condition) -> Sequence[str]:
        found = self.snapshot.evaluate(condition, DEPTH)
        first, others = found.preferred.nonzero()[0], (~found.preferred).nonzero()[0]
        ranked = [*first.take(best(found.scores.take(first), DEPTH)).tolist()]
        ranked += others.take(best(found.scores.take(others), DEPTH)).tolist()
        return [str(self._ids[number]) for number in found.numbers.take(ranked[:DEPTH]).tolist()]


def write(folder: Path, articles: Sequence[Article]) -> None:
    """An index of articles whose texts are kept nowhere else."""
    make_index(folder)
    with Batch(folder, SEGMENTER) as writer:
        for article in articles:
            writer.put(article, b"")
            if writer.needs_commit():
                writer.commit(Ledger(), more=True)
        writer.commit(Ledger(), more=False)


def measure(
    folder: Path, collection: Collection, variants: Mapping[str, Variant], others: Mapping[str, Ranker]
) -> dict[str, dict[str, list[Sequence[str]]]]:
    """The rankings of all topics, by their set and by what ranks; prints how good they are."""
    rankings: dict[str, dict[str, list[Sequence[str]]]] = {name: {} for name in collection.topics}
    ranked: dict[Condition, Sequence[str]] = {}
    for name, (change, numbers) in variants.items():
        with formula(numbers):
            ours = Ours(folder, change, None if numbers else ranked)
            for of_set, topics in collection.topics.items():
                rankings[of_set][name] = [ours(topic) for topic in topics]
    for name, ranker in others.items():
        for of_set, topics in collection.topics.items():
            rankings[of_set][name] = [ranker(topic) for topic in topics]
    for of_set, topics in collection.topics.items():
        show(of_set, topics, rankings[of_set])
    return rankings


def show(name: str, topics: Sequence[Topic], rankings: dict[str, list[Sequence[str]]]) -> None:
    """A table: means with their intervals, and in brackets the difference to plain BM25 with its own."""
    measured = {of: Measured.of(found, topics) for of, found in rankings.items()}
    print(
        f"\n{name}: {len(topics)} queries\n| | {' | '.join(MEASURES)} |\n| --- | {'--- | ' * len(MEASURES)}", flush=True
    )
    for of, found in measured.items():
        cells = []
        for measure_name in MEASURES:
            values, plain = found.values[measure_name], measured[PLAIN].values[measure_name]
            mean, low, high = interval(values)
            by, least, most = interval(values - plain)
            cells.append(f"{mean:.1f} [{low:.1f} {high:.1f}] ({by:+.1f} [{least:+.1f} {most:+.1f}])")
        print(f"| {of} | {' | '.join(cells)} |", flush=True)


def reprints(topics: Sequence[Topic], rankings: Sequence[Sequence[str]], found: Mapping[str, Piece]) -> None:
    """Prints how often the first place is held by another print of what was asked for: half of its rows of four.

    And what MRR@10 is where such a print is as good, as it is in a search, which folds most of them together.
    """
    others = again = 0
    gains = []
    for topic, ranking in zip(topics, rankings, strict=True):
        wanted = next(iter(topic.relevant))
        right = [name == wanted or _overlap(found[wanted].body, found[name].body) > 0.5 for name in ranking[:10]]
        gains.append(100 / (right.index(True) + 1) if any(right) else 0.0)
        if ranking and ranking[0] != wanted:
            others += 1
            again += right[0]
    mean, low, high = interval(np.array(gains))
    print(
        f"another article is first for {others} of {len(topics)}, and {again} of these are other prints of it; "
        f"where a print is as good, MRR@10 is {mean:.1f} [{low:.1f} {high:.1f}]"
    )


def _overlap(one: Sequence[str], other: Sequence[str]) -> float:
    rows = [
        {tuple(row) for row in zip(*(names[turn:] for turn in range(4)), strict=False)}
        for names in (keys(" ".join(one)), keys(" ".join(other)))
    ]
    return len(rows[0] & rows[1]) / max(min(map(len, rows)), 1)


def costs(folder: Path, collection: Collection) -> None:
    """Prints what our ranking takes at the median of some queries, and its ratio to plain BM25 in the same run."""
    ours, plain = (Ours(folder, VARIANTS[name][0]) for name in (OURS, PLAIN))
    dice = random.Random(SEED)
    paragraphs = [list(keys(dice.choice(article.paragraphs))) for article in dice.choices(collection.articles, k=5000)]
    short = [query for query in queries(paragraphs, 100) if query.kind in ("all", "any")]
    kinds: dict[str, Sequence[Topic]] = {
        f"{kind} words": [Topic(" ".join(q.terms), kind, {}) for q in short if q.kind == kind]
        for kind in ("all", "any")
    }
    kinds |= {name: topics[:100] for name, topics in collection.topics.items() if topics}
    print("\nmilliseconds at p50: plain BM25, ours, and their ratio")
    for name, topics in kinds.items():
        taken: list[tuple[float, float, float]] = []
        for topic in topics:
            asked = plain.condition(topic), ours.condition(topic)
            row = [min(_seconds(lambda c=c: ours.snapshot.evaluate(c, 10)) for _ in range(5)) for c in asked]  # type: ignore[misc]
            taken.append((1000 * row[0], 1000 * row[1], row[1] / row[0]))
        half = [median(column) for column in zip(*taken, strict=True)]
        print(f"{name:16} {half[0]:8.2f} {half[1]:8.2f} {half[1] / half[0]:6.2f}", flush=True)


def _seconds(what: Callable[[], object]) -> float:
    began = time.perf_counter()
    what()
    return time.perf_counter() - began


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", nargs="*")
    parser.add_argument("--half", choices=HALVES, default="confirmation")
    parser.add_argument("--queries", type=int, default=2000, help="of each set")
    arguments = parser.parse_args()
    variants = VARIANTS if arguments.half == HALVES[1] else VARIANTS | NUMBERS
    with tempfile.TemporaryDirectory() as scratch:
        own = Path(scratch, "own")
        bring_in_step(own, [str(SAMPLE)])
        topics = own_topics()
        rankings: dict[str, list[Sequence[str]]] = {}
        for name, (change, numbers) in variants.items():
            with formula(numbers):
                ours = Ours(own, change)
                rankings[name] = [[Path(at).name.removesuffix(".txt") for at in ours(topic)] for topic in topics]
        show("topics of the sample archive", topics, rankings)
        found = list(pieces(arguments.data))
        lot = chosen(found, arguments.queries, arguments.half)
        for name, make in (("bodies", bodies), ("without leads", without_leads)) if found else ():
            collection = make(found, lot)
            print(f"\n{name}: {len(collection.articles):,} articles, {arguments.half} half", flush=True)
            folder = Path(scratch, name)
            write(folder, collection.articles)
            others = {
                f"tantivy over {of}": Tantivy(Path(scratch, name + of), collection.articles, words=of == "words")
                for of in ("syllables", "words")
            }
            costs(folder, collection)
            by_set = measure(folder, collection, variants, others)
            texts = {piece.identity: piece for piece in found}
            for of_set, asked in collection.topics.items():
                for name in (PLAIN, OURS):
                    print(f"{of_set}, {name}: ", end="")
                    reprints(asked, by_set[of_set][name], texts)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
