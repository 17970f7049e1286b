"""How do time, memory, size and queries grow with the archive? One index after the other, each from the start.

    python -m tests.bench.growth DATA... [--sizes 10000,50000] [--times 4]

The data sets are taken as far as each size goes, then whole, then ``--times`` over with other ids. For each the time
and the greatest memory of indexing, the size of the index without the articles, the queries of ``queries.py`` at
p50 and p95, and what it costs to add one article in a hundred, and to run again with nothing new. At the end the same
articles each as a file of its own.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from statistics import median, quantiles

from corpus.article import Article
from corpus.readers import read_paths
from index.schema import TEXT_FIELDS
from index.score import best
from index.snapshot import Snapshot
from index.syllables import keys
from index.units import field_texts
from tests.bench.engines import size, stored
from tests.bench.queries import SEED, Query, condition, queries

REPEATS = 3
QUERIES = 60
PAGES_IN_FOLDER = 1000

INDEX = (
    "import sys; from searcher.indexing import bring_in_step; report = bring_in_step(sys.argv[1], sys.argv[2:]);"
    "memory = next(line.split()[1] for line in open('/proc/self/status') if line.startswith('VmHWM'));"
    "print(report.seconds, memory)"
)


def write_records(data: Sequence[str], path: Path) -> None:
    """Writes the articles of some data sets as one, with ids that begin with ``0-``."""
    with open(path, "w", encoding="utf-8") as file:
        for found in read_paths(data):
            if isinstance(found, Article):
                body = "\n".join(found.paragraphs)
                record = {"id": f"0-{found.id}", "title": found.title, "lead": found.lead, "body": body}
                file.write(json.dumps(record, ensure_ascii=False) + "\n")


def records(whole: Path, times: int) -> Iterator[str]:
    """The lines of such a file so many times over, each time with other ids."""
    for turn in range(times):
        with open(whole, encoding="utf-8") as file:
            for line in file:
                yield line.replace('"id": "0-', f'"id": "{turn}-', 1)


def run(folder: Path, data: Path) -> tuple[float, float]:
    """Indexes; gives the seconds and the greatest memory in megabytes."""
    done = subprocess.run([sys.executable, "-c", INDEX, str(folder), str(data)], capture_output=True, check=True)
    seconds, memory = map(float, done.stdout.split())
    return seconds, memory / 1000


def timed(folder: Path, asked: Sequence[Query]) -> dict[str, tuple[float, float]]:
    """The milliseconds of each kind of query at p50 and p95."""
    times: dict[str, list[float]] = {}
    with Snapshot(folder) as snapshot:
        for query in asked:
            quickest = float("inf")
            for _ in range(REPEATS):
                began = time.perf_counter()
                best(snapshot.evaluate(condition(query), 10).scores, 10)
                quickest = min(quickest, time.perf_counter() - began)
            times.setdefault(query.kind, []).append(1000 * quickest)
    return {kind: (median(taken), quantiles(taken, n=20)[-1]) for kind, taken in times.items()}


def measure(whole: Path, count: int | None, times: int, asked: Sequence[Query]) -> None:
    """Prints a row of the table."""
    scratch = whole.parent
    file, folder = scratch / "articles.jsonl", scratch / "index"
    with open(file, "w", encoding="utf-8") as some:
        lines = sum(some.write(line) > 0 for line in islice(records(whole, times), count))
    seconds, memory = run(folder, file)
    share = (size(folder) - stored(folder)) / max(file.stat().st_size, 1)
    figures = "  ".join(f"{kind} {half:.2f}/{most:.2f}" for kind, (half, most) in timed(folder, asked).items())
    with Snapshot(folder) as snapshot:
        segments = len(snapshot.generation.segments)
    again, _ = run(folder, file)
    more = scratch / "more.jsonl"
    with open(more, "w", encoding="utf-8") as some:
        some.writelines(line.replace('"id": "', '"id": "more-', 1) for line in islice(records(whole, 1), lines // 100))
    added, _ = run(folder, more)
    print(
        f"{lines:9,} articles {seconds:7.1f} s {memory:6.0f} MB {segments:2} segments {share:5.2f} of the data   "
        f"{figures}   1 % more {added:.2f} s   nothing new {again:.2f} s",
        flush=True,
    )
    for path in folder.iterdir():
        path.unlink()
    folder.rmdir()


def measure_files(whole: Path) -> None:
    """Prints what it costs to index every article as a page of text of its own, and again with nothing new."""
    scratch = whole.parent
    pages, folder = scratch / "pages", scratch / "index"
    count = 0
    for count, line in enumerate(records(whole, 1), start=1):
        record = json.loads(line)
        page = pages / f"{count // PAGES_IN_FOLDER}" / f"{count}.txt"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text("\n\n".join([record["title"] or "", *record["body"].split("\n")]) + "\n", "utf-8")
    seconds, memory = run(folder, pages)
    again, memory_again = run(folder, pages)
    print(
        f"{count:9,} pages    {seconds:7.1f} s {memory:6.0f} MB   nothing new {again:.2f} s {memory_again:.0f} MB",
        flush=True,
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", nargs="+")
    parser.add_argument("--sizes", default="10000,50000")
    parser.add_argument("--times", type=int, default=4)
    arguments = parser.parse_args()
    dice = random.Random(SEED)
    articles = (found for found in read_paths(arguments.data) if isinstance(found, Article))
    sample = [
        dice.choice([keys(text) for field in TEXT_FIELDS for text in field_texts(article, field)] or [()])
        for article in islice(articles, 10_000)
    ]
    asked = queries(sample, QUERIES)
    counts = [*(int(each) for each in arguments.sizes.split(",") if each), None]
    with tempfile.TemporaryDirectory() as scratch:
        whole = Path(scratch, "whole.jsonl")
        write_records(arguments.data, whole)
        for count in counts:
            measure(whole, count, 1, asked)
        if arguments.times > 1:
            measure(whole, None, arguments.times, asked)
        measure_files(whole)


if __name__ == "__main__":
    main()
