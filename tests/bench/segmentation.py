"""Our segmentation against pyvi's own, article by article: the same words, and how much sooner.

    python -m tests.bench.segmentation DATA.jsonl [--most N]

Every title and body of the data set is segmented whole by both, a block of articles each in turn, so that a machine
whose speed drifts is fair to both. Prints the number of texts, pieces and differences, and the times; ends with status
1 where anything differs.
"""

from __future__ import annotations

import argparse
import time
import warnings
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from corpus.article import Article
from corpus.readers import read_paths
from index.segmentation import PieceSegmenter
from index.word_model import load_model

BLOCK = 100
"""Articles that one does before the other has its turn."""


def texts(data: Path) -> Iterator[str]:
    """Title, lead and paragraphs of each article, a line each."""
    for found in read_paths([str(data)]):
        if isinstance(found, Article):
            yield "\n".join((found.title, found.lead or "", *found.paragraphs))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--most", type=int, help="stop after so many articles")
    arguments = parser.parse_args()
    began = time.perf_counter()
    segmenter = PieceSegmenter(load_model())
    print(f"model read in {1000 * (time.perf_counter() - began):.0f} ms")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from pyvi.ViTokenizer import tokenize
    count = pieces = wrong = 0
    ours = theirs = 0.0
    all_texts = islice(texts(arguments.data), arguments.most)
    while block := list(islice(all_texts, BLOCK)):
        began = time.perf_counter()
        mine = [segmenter.tokenize(text) for text in block]
        between = time.perf_counter()
        wanted = [tokenize(text) for text in block]
        theirs += time.perf_counter() - between
        ours += between - began
        count += len(block)
        pieces += sum(len(text.replace("_", " ").split()) for text in mine)
        for text, one, other in zip(block, mine, wanted, strict=True):
            if one != other:
                wrong += 1
                print("differs:", text[:80])
    print(f"{count} texts, {pieces} pieces, {wrong} differ")
    print(f"ours {ours:.1f} s ({pieces / ours:,.0f} pieces a second), pyvi {theirs:.1f} s, {theirs / ours:.1f} times")
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
