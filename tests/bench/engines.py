"""Our index beside tantivy's and SQLite's: how long to make, how large, how long a query takes, and the same totals.

    python -m tests.bench.engines DATA [--queries N]

The other engines are given our tokens, as words between blanks, with a word of its own between paragraphs, so that
every engine has to find the same number of articles; ends with status 1 where ours and tantivy's totals differ. (SQLite
cuts a few tokens again, by its own classes of characters.) They index that text and nothing else. Ours reads the data
set and makes what a user gets (segmentation, quotations, stored articles), so its rate is the rate of all that.

Queries are taken from the articles by lot, always the same: rows of two to four syllables that stand somewhere
(phrases), and two or three syllables of one paragraph (all words, any word). Each is asked of all engines in turn, for
the first ten and the exact total; the quickest of some times counts. Ours also makes the snippets of the ten.
"""

from __future__ import annotations

import argparse
import random
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from statistics import median, quantiles
from typing import Any, NamedTuple, Protocol

from corpus.article import Article
from corpus.readers import read_paths
from index.documents import field_texts
from index.schema import TEXT_FIELDS
from index.syllables import keys
from searcher import Archive
from searcher.indexing import bring_in_step

BREAK = "zzbreakzz"
"""The word between two paragraphs; phrases do not reach across it."""

REPEATS = 2
LONGEST_QUERY = 4
SEED = 20_16


class Query(NamedTuple):
    """``kind`` is phrase, all or any; ``terms`` are tokens as they are indexed."""

    kind: str
    terms: tuple[str, ...]


class Engine(Protocol):
    """An index that was made, to be asked."""

    def total(self, query: Query) -> int:
        """The number of articles that match, with the first ten fetched."""
        ...


class Ours:
    """The index that ``timbao index`` makes, asked through ``Archive``."""

    def __init__(self, folder: Path, data: str, _: Sequence[str]) -> None:
        bring_in_step(folder, [data])
        self._archive = Archive.open(folder)

    def total(self, query: Query) -> int:
        typed = [" ".join(query.terms)] if query.kind == "phrase" else query.terms
        return self._archive.search(typed, match=query.kind, plain=True, accents="exact").total


class Tantivy:
    """tantivy with one thread, its default ranking and a tokenizer that splits at blanks."""

    def __init__(self, folder: Path, _: str, texts: Sequence[str]) -> None:
        import tantivy

        self._tantivy: Any = tantivy
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

    def total(self, query: Query) -> int:
        make, occur = self._tantivy.Query, self._tantivy.Occur
        if query.kind == "phrase":
            asked = make.phrase_query(self._schema, "body", list(query.terms))
        else:
            role = occur.Must if query.kind == "all" else occur.Should
            asked = make.boolean_query([(role, make.term_query(self._schema, "body", term)) for term in query.terms])
        found: Any = self._searcher.search(asked, limit=10, count=True)
        return int(found.count)


class Sqlite:
    """SQLite's FTS5, ranked by its BM25, without the text."""

    def __init__(self, folder: Path, _: str, texts: Sequence[str]) -> None:
        self._connection = sqlite3.connect(folder / "index.db")
        options = "content='', tokenize='unicode61 remove_diacritics 0'"
        self._connection.execute(f"CREATE VIRTUAL TABLE articles USING fts5(body, {options})")
        self._connection.executemany("INSERT INTO articles(body) VALUES (?)", ((text,) for text in texts))
        self._connection.commit()

    def total(self, query: Query) -> int:
        quoted = [f'"{term}"' for term in query.terms]
        joiner = {"phrase": " + ", "all": " AND ", "any": " OR "}[query.kind]
        match = (joiner.join(quoted),)
        found = "FROM articles WHERE articles MATCH ?"
        self._connection.execute(f"SELECT rowid {found} ORDER BY rank LIMIT 10", match).fetchall()
        return int(self._connection.execute(f"SELECT count(*) {found}", match).fetchone()[0])


ENGINES: dict[str, Callable[[Path, str, Sequence[str]], Engine]] = {
    "timbao": Ours,
    "tantivy": Tantivy,
    "sqlite fts5": Sqlite,
}


def tokenized(data: str) -> Iterator[list[list[str]]]:
    """For each article the tokens of each of its paragraphs, as our index has them."""
    for found in read_paths([data]):
        if isinstance(found, Article):
            yield [list(keys(text)) for field in TEXT_FIELDS for text in field_texts(found, field)]


def queries(articles: Sequence[Sequence[Sequence[str]]], count: int) -> list[Query]:
    """As many queries of each kind."""
    dice = random.Random(SEED)
    long_enough = [paragraph for article in articles for paragraph in article if len(set(paragraph)) >= LONGEST_QUERY]
    if not long_enough:
        raise SystemExit("no paragraph is long enough to take queries from")
    found: list[Query] = []
    while len(found) < 3 * count:
        kind = ("phrase", "all", "any")[len(found) % 3]
        paragraph = dice.choice(long_enough)
        length = dice.choice((2, 2, 3, 4) if kind == "phrase" else (2, 2, 3))
        if kind == "phrase":
            at = dice.randrange(len(paragraph) - length + 1)
            terms = paragraph[at : at + length]
        else:
            terms = dice.sample(paragraph, length)
        if len(set(terms)) == length:
            found.append(Query(kind, tuple(terms)))
    return found


def size(folder: Path) -> int:
    """The bytes of all files in a folder."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data")
    parser.add_argument("--queries", type=int, default=100, help="of each of three kinds")
    arguments = parser.parse_args()
    articles = list(tokenized(arguments.data))
    tokens = sum(len(paragraph) for article in articles for paragraph in article)
    texts = [f" {BREAK} ".join(map(" ".join, article)) for article in articles]
    letters = sum(len(text.encode()) for text in texts)
    print(f"{len(articles):,} articles, {tokens:,} tokens, {letters / 1e6:.1f} MB")
    engines: dict[str, Engine] = {}
    asked = queries(articles, arguments.queries)
    with tempfile.TemporaryDirectory() as scratch:
        for name, make in ENGINES.items():
            folder = Path(scratch, name)
            folder.mkdir()
            began = time.perf_counter()
            engines[name] = make(folder, arguments.data, texts)
            took = time.perf_counter() - began
            rate, share = tokens / took, size(folder) / letters
            print(f"{name:12} {took:8.1f} s {rate:12,.0f} tokens a second {share:6.2f} of the text")
        wrong = ask(engines, asked)
    print(f"{len(asked)} queries, {wrong} differ")
    return 1 if wrong else 0


def ask(engines: dict[str, Engine], asked: Sequence[Query]) -> int:
    """Asks every query of every engine, prints the times, and returns how many totals differ."""
    times: dict[tuple[str, str], list[float]] = {}
    wrong = 0
    for query in asked:
        totals: dict[str, int] = {}
        for name, engine in engines.items():
            best = float("inf")
            for _ in range(REPEATS):
                began = time.perf_counter()
                totals[name] = engine.total(query)
                best = min(best, time.perf_counter() - began)
            times.setdefault((query.kind, name), []).append(1000 * best)
        if totals["timbao"] != totals["tantivy"]:
            wrong += 1
            print("differs:", *query, totals)
    print("milliseconds at p50 and p95, and their ratios to tantivy's")
    for (kind, name), taken in times.items():
        half, most = median(taken), quantiles(taken, n=20)[-1]
        peer = times[kind, "tantivy"]
        ratios = half / median(peer), most / quantiles(peer, n=20)[-1]
        print(f"{kind:8} {name:12} {half:9.2f} {most:9.2f}   {ratios[0]:8.2f} {ratios[1]:8.2f}")
    return wrong


if __name__ == "__main__":
    raise SystemExit(main())
