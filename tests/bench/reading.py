"""How fast is each kind of page read? Megabytes a second, and pages a minute, on one core.

The pages are those of the tests, and the articles of the data sets that are named; each is read three times, the best
time counts.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from pathlib import Path

from corpus.article import Article
from corpus.readers import read_paths

PAGES = Path(__file__).parent.parent / "corpus"


def main(data: Sequence[str]) -> None:
    print(f"{'pages':28} {'articles':>9} {'MB':>7} {'MB/s':>7} {'a minute':>9} {'quotations':>11}")
    for name, paths in (
        ("text pages of the tests", sorted(map(str, PAGES.glob("text_pages/*.txt")))),
        ("web pages of the tests", sorted(map(str, PAGES.glob("html_pages/*htm*")))),
        *((Path(path).name, [path]) for path in data),
    ):
        _measure(name, paths)


def _measure(name: str, paths: Sequence[str]) -> None:
    best = float("inf")
    articles: list[Article] = []
    for _ in range(3):
        began = time.perf_counter()
        articles = [item for item in read_paths(paths) if isinstance(item, Article)]
        best = min(best, time.perf_counter() - began)
    size = sum(Path(path).stat().st_size for path in {article.path.partition(", line ")[0] for article in articles})
    quotes = sum(len(article.quotes) for article in articles)
    rates = f"{size / best / 1e6:7.2f} {60 * len(articles) / best:9,.0f}"
    print(f"{name:28} {len(articles):9,} {size / 1e6:7.2f} {rates} {quotes:11,}")


if __name__ == "__main__":
    main(sys.argv[1:])
