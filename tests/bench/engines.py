"""Our index beside tantivy's and SQLite's: how long to make, how large, how long a query takes, and the same totals.

    python -m tests.bench.engines DATA... [--queries N]

``syllables`` is our engine given what the others are given: our tokens, as words between blanks, with one more word
between paragraphs, and nothing else. ``timbao`` is what a user gets: it reads the data sets, finds words and
quotations, keeps the articles and commits; its rate is the rate of all that, and its size is told with and without the
articles kept. (SQLite cuts a few tokens again, by its own classes of characters; its totals may differ.)

Queries are taken from the articles by lot, always the same: rows of two to four syllables that stand somewhere
(phrases), the same without accents, and two or three syllables of one paragraph (all words, any word). Each is asked of
all engines in turn, for the first ten and the exact total; the quickest of some times counts. Ends with status 1 where
our totals and tantivy's differ.
"""

from __future__ import annotations

import argparse
import random
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from statistics import median, quantiles
from typing import Any as Anything
from typing import Protocol

import numpy as np

from corpus.article import Article
from corpus.readers import read_paths
from index.batch import FULL_MERGED, FULL_SEGMENT
from index.bulk_tokens import BulkTokens
from index.evaluate import evaluate
from index.parts import Parts
from index.schema import TEXT_FIELDS
from index.score import best
from index.segment.columns import Columns, Gathered, KeyNumbers
from index.segment.merge import Weight, to_merge
from index.segment.merged_segment import write_merged
from index.segment.segment import FACTS, Segment, write_segment
from index.segment.sketches import SKETCH_BYTES
from index.segment.tokens import Tokens
from index.snapshot import Snapshot
from index.syllables import keys
from index.units import field_texts
from searcher.indexing import bring_in_step
from tests.bench.queries import SEED, Query, condition, queries

BREAK = "zbreakz"
"""The word between two paragraphs; phrases do not reach across it."""

REPEATS = 3
SAMPLE = 20_000
"""Paragraphs that queries are taken from."""


class Engine(Protocol):
    """An index that was made, to be asked."""

    def total(self, query: Query) -> int | None:
        """The number of articles that match, with the first ten found; ``None`` for what it cannot be asked."""
        ...


class Syllables:
    """Our engine over syllables alone."""

    def __init__(self, folder: Path, _: Sequence[str], texts: Sequence[str]) -> None:
        numbers, tokens = KeyNumbers(), BulkTokens(None, 1)
        gathered = Gathered(numbers.keys, folder / "new")
        paths: list[Path] = []
        for begin in range(0, len(texts), 500):
            some = texts[begin : begin + 500]
            found = tokens.tokens(some, numbers)
            lengths = np.zeros((len(some), len(TEXT_FIELDS)), np.int64)
            lengths[:, TEXT_FIELDS.index("body")] = found.lengths
            gathered.add(_columns(Tokens(numbers.keys, found.terms, found.joints, lengths), begin))
            if gathered.size >= FULL_SEGMENT or begin + 500 >= len(texts):
                path = folder / str(begin)
                write_segment(path, gathered)
                paths.append(path)
                gathered = Gathered(numbers.keys, folder / "new")
        self._parts = Parts((segment, None) for segment in _merged(folder, paths))

    def total(self, query: Query) -> int:
        found = evaluate(condition(query), self._parts, 10)
        best(found.scores, 10)
        return found.total


def _merged(folder: Path, paths: Sequence[Path]) -> Iterator[Segment]:
    """Segments as a run leaves them, which merges them at its end and removes what it merged."""
    segments = list(map(Segment, paths))
    groups = to_merge([Weight(segment.size, 1.0) for segment in segments], FULL_MERGED)
    inside = {at for group in groups for at in group}
    yield from (segment for at, segment in enumerate(segments) if at not in inside)
    for number, group in enumerate(groups):
        path = folder / f"merged-{number}"
        write_merged(path, [(segments[at], np.ones(segments[at].articles, np.bool_)) for at in group])
        for at in group:
            paths[at].unlink()
        yield Segment(path)


def _columns(tokens: Tokens, first: int) -> Columns:
    count = len(tokens.lengths)
    nothing = np.zeros(0, np.int64)
    names = Tokens(tokens.keys, nothing.astype(np.uint32), nothing.astype(np.bool_), nothing.reshape(0, 2))
    facts: dict[str, Sequence[str | None]] = {name: [None] * count for name in FACTS}
    facts["id"] = [str(first + at) for at in range(count)]
    sketches = np.zeros((count, SKETCH_BYTES), np.uint8)
    return Columns(tokens, names, facts, np.zeros(count, np.int64), nothing.reshape(0, 2), [b""] * count, sketches)


class Ours:
    """The index that ``timbao index`` makes, asked as ``Archive`` asks it, without the snippets."""

    def __init__(self, folder: Path, data: Sequence[str], _: Sequence[str]) -> None:
        bring_in_step(folder, data)
        self._snapshot = Snapshot(folder)
        self.segments = len(self._snapshot.generation.segments)

    def total(self, query: Query) -> int:
        found = self._snapshot.evaluate(condition(query), 10)
        best(found.scores, 10)
        return found.articles


class Tantivy:
    """tantivy with one thread, its default ranking and a tokenizer that splits at blanks."""

    def __init__(self, folder: Path, _: Sequence[str], texts: Sequence[str]) -> None:
        import tantivy

        self._tantivy: Anything = tantivy
        builder = tantivy.SchemaBuilder()
        builder.add_text_field("body", tokenizer_name="blanks", index_option="position")
        self._schema = builder.build()
        index = tantivy.Index(self._schema, path=str(folder))
        index.register_tokenizer("blanks", tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build())
        writer = index.writer(heap_size=500_000_000, num_threads=1)
        for text in texts:
            writer.add_document(tantivy.Document(body=text))
        writer.commit()
        writer.wait_merging_threads()
        index.reload()
        self._searcher = index.searcher()

    def total(self, query: Query) -> int | None:
        make, occur = self._tantivy.Query, self._tantivy.Occur
        if query.kind == "bare":
            return None
        if query.kind == "phrase":
            asked = make.phrase_query(self._schema, "body", list(query.terms))
        else:
            role = occur.Must if query.kind == "all" else occur.Should
            asked = make.boolean_query([(role, make.term_query(self._schema, "body", term)) for term in query.terms])
        found: Anything = self._searcher.search(asked, limit=10, count=True)
        return int(found.count)


class Sqlite:
    """SQLite's FTS5, ranked by its BM25, without the text."""

    def __init__(self, folder: Path, _: Sequence[str], texts: Sequence[str]) -> None:
        self._connection = sqlite3.connect(folder / "index.db")
        options = "content='', tokenize='unicode61 remove_diacritics 0'"
        self._connection.execute(f"CREATE VIRTUAL TABLE articles USING fts5(body, {options})")
        self._connection.executemany("INSERT INTO articles(body) VALUES (?)", ((text,) for text in texts))
        self._connection.commit()

    def total(self, query: Query) -> int | None:
        if query.kind == "bare":
            return None
        quoted = [f'"{term}"' for term in query.terms]
        joiner = {"phrase": " + ", "all": " AND ", "any": " OR "}[query.kind]
        match = (joiner.join(quoted),)
        found = "FROM articles WHERE articles MATCH ?"
        self._connection.execute(f"SELECT rowid {found} ORDER BY rank LIMIT 10", match).fetchall()
        return int(self._connection.execute(f"SELECT count(*) {found}", match).fetchone()[0])


ENGINES: dict[str, Callable[[Path, Sequence[str], Sequence[str]], Engine]] = {
    "syllables": Syllables,
    "timbao": Ours,
    "tantivy": Tantivy,
    "sqlite fts5": Sqlite,
}


def tokenized(data: Sequence[str]) -> Iterator[list[list[str]]]:
    """For each article the tokens of each of its paragraphs, as our index has them."""
    for found in read_paths(data):
        if isinstance(found, Article):
            yield [list(keys(text)) for field in TEXT_FIELDS for text in field_texts(found, field)]


def size(folder: Path) -> int:
    """The bytes of all files in a folder."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())


def stored(folder: Path) -> int:
    """The bytes of the articles kept in an index of ours, and of the ledger."""
    kept = sum(Segment(path).file.sizes()["stored.bytes"] for path in folder.glob("*.arrays"))
    return kept + sum(path.stat().st_size for path in folder.glob("*.ledger"))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", nargs="+")
    parser.add_argument("--queries", type=int, default=100, help="of each of four kinds")
    arguments = parser.parse_args()
    dice = random.Random(SEED)
    texts, sample, tokens = [], [], 0
    for article in tokenized(arguments.data):
        texts.append(f" {BREAK} ".join(map(" ".join, article)))
        tokens += sum(map(len, article))
        sample.append(dice.choice(article) if article else [])
    dice.shuffle(sample)
    letters = sum(len(text.encode()) for text in texts)
    print(f"{len(texts):,} articles, {tokens:,} tokens, {letters / 1e6:.1f} MB", flush=True)
    engines: dict[str, Engine] = {}
    asked = queries(sample[:SAMPLE], arguments.queries)
    with tempfile.TemporaryDirectory() as scratch:
        for name, make in ENGINES.items():
            folder = Path(scratch, name)
            folder.mkdir()
            began = time.perf_counter()
            engines[name] = make(folder, arguments.data, texts)
            took = time.perf_counter() - began
            rate, share = tokens / took, size(folder) / letters
            without = (
                f", {(size(folder) - stored(folder)) / letters:.2f} without the articles" if name == "timbao" else ""
            )
            print(
                f"{name:12} {took:8.1f} s {rate:12,.0f} tokens a second {share:6.2f} of the text{without}", flush=True
            )
        wrong = ask(engines, asked)
        print(f"{len(asked)} queries, {wrong} differ")
        first_search(Path(scratch, "timbao"), asked[0])
    return 1 if wrong else 0


def ask(engines: dict[str, Engine], asked: Sequence[Query]) -> int:
    """Asks every query of every engine, prints the times, and returns how many totals differ."""
    times: dict[tuple[str, str], list[float]] = {}
    wrong = 0
    for query in asked:
        totals: dict[str, int | None] = {}
        for name, engine in engines.items():
            best = float("inf")
            for _ in range(REPEATS):
                began = time.perf_counter()
                totals[name] = engine.total(query)
                best = min(best, time.perf_counter() - began)
            times.setdefault((query.kind, name), []).append(1000 * best)
        if totals["tantivy"] is not None and totals["timbao"] != totals["tantivy"]:
            wrong += 1
            print("differs:", *query, totals)
    print("milliseconds at p50 and p95, and their ratios to tantivy's (of the phrases, where it cannot be asked)")
    for (kind, name), taken in times.items():
        if kind == "bare" and name in ("tantivy", "sqlite fts5"):
            continue
        half, most = median(taken), quantiles(taken, n=20)[-1]
        peer = times["phrase" if kind == "bare" else kind, "tantivy"]
        ratios = half / median(peer), most / quantiles(peer, n=20)[-1]
        print(f"{kind:8} {name:12} {half:9.3f} {most:9.3f}   {ratios[0]:8.2f} {ratios[1]:8.2f}")
    return wrong


def first_search(folder: Path, query: Query) -> None:
    """Prints what a first search takes in a new process, its imports done, with and without showing ten articles."""
    code = (
        "import sys, time; from searcher import Archive; import searcher.archive; began = time.perf_counter()\n"
        "archive = Archive.open(sys.argv[1]); archive.count(sys.argv[2:], plain=True); counted = time.perf_counter()\n"
        "archive.search(sys.argv[2:], plain=True); print(counted - began, time.perf_counter() - counted)"
    )
    taken = []
    for _ in range(5):
        done = subprocess.run([sys.executable, "-c", code, str(folder), *query.terms], capture_output=True, check=True)
        taken.append([1000 * float(each) for each in done.stdout.split()])
    opening, shown = min(row[0] for row in taken), min(row[1] for row in taken)
    print(f"a first search in a new process: {opening:.1f} ms to open and count, {shown:.1f} ms to search and show ten")


if __name__ == "__main__":
    raise SystemExit(main())
