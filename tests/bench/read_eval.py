"""Prints how well pages are read, and every error: ``make read-eval``, also over labelled pages of your own.

A folder holds pages (``NAME.txt``), each with the expected article beside it (``NAME.json``).
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from corpus.article import Article
from corpus.readers import read_paths
from tests.corpus.reading_score import FACTS, PAGES, Score, Share, expectations


def main(folders: list[Path]) -> None:
    score = Score()
    for folder in folders:
        articles = {article.path: article for article in read_paths([str(folder)]) if isinstance(article, Article)}
        for page, wanted in expectations(folder):
            score.add(page.stem, articles[str(page.resolve())], wanted)
    for kind, name, expected, found in score.errors:
        print(f"{kind:10} {name:28} wanted {expected!r:.120} found {found!r:.120}")
    print(f"\n{score.pages} pages; facts right: {score.fields:.3f}")
    print("  " + "  ".join(f"{fact} {score.facts[fact]}" for fact in FACTS))
    for figure in ("quotations", "speech", "speakers"):
        share: Share = getattr(score, figure)
        figures = f"precision {share.precision:.3f}  recall {share.recall:.3f}  F1 {share.f1:.3f}"
        print(f"{figure:11} {figures}  of {share.wanted}")
    print(f"kinds right: {score.kinds.right / max(score.kinds.wanted, 1):.3f} of the passages found")
    print("errors:", dict(Counter(error[0] for error in score.errors)))


if __name__ == "__main__":
    main([Path(argument) for argument in sys.argv[1:]] or [PAGES])
