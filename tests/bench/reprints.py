"""Are the articles that are folded together nearly the same text? Sketches against the texts themselves.

    python -m tests.bench.reprints DATA... [--show 0.5]

For every two articles that share rows of syllables it is worked out how alike they are (the share of the rows of either
that are in both), and whether they are folded. Then every number of every article is changed, as if a column of
tomorrow came in the words of today, and it is counted how many are folded with what they were. ``--show`` names the
pairs that are folded although they are less alike than that.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

import numpy as np
from numpy.typing import NDArray

from corpus.article import Article
from corpus.readers import read_paths
from index.bulk_tokens import BulkTokens
from index.reprints import alike
from index.schema import TEXT_FIELDS
from index.segment.columns import KeyNumbers
from index.segment.hashes import Hashes
from index.segment.sketches import LEAST, ROW, sketches
from index.segment.tokens import BREAK, Bytes, Flags, Numbers, Tokens, stretches
from index.units import field_texts

LIKENESS = (0.3, 0.4, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.9, 1.01)
NUMBERS = (0.0, 0.01, 0.02, 0.03, 0.04, 0.06, 0.1, 1.01)
_AT_ONCE = 100


class Texts:
    """The leads and bodies of some data sets, as the index has them."""

    def __init__(self, data: Sequence[str]) -> None:
        self.names: list[str] = []
        self.keys = KeyNumbers()
        self._parts: list[Tokens] = []
        in_bulk = BulkTokens(None, 1)
        articles = (found for found in read_paths(data) if isinstance(found, Article))
        while some := list(islice(articles, _AT_ONCE)):
            self.names += [f"{article.id} {article.title}" for article in some]
            fields = [field_texts(article, field) for article in some for field in TEXT_FIELDS]
            tokens = in_bulk.tokens([text for texts in fields for text in texts], self.keys)
            ends = np.concatenate(([0], np.cumsum(tokens.lengths)))
            lengths = np.diff(ends[np.cumsum([0, *map(len, fields)])]).reshape(len(some), -1)
            self._parts.append(Tokens((), tokens.terms, tokens.joints, lengths))

    def sketches(self, hashes: Hashes) -> Bytes:
        return np.vstack([sketches(part, hashes) for part in self._parts])

    def syllables(self) -> Iterator[Numbers]:
        """The terms of each article's lead and body."""
        for part in self._parts:
            edges = np.concatenate(([0], np.cumsum(part.lengths.reshape(-1))))
            for begin, end in zip(edges[1::4].tolist(), edges[3::4].tolist(), strict=False):
                terms = part.terms[begin:end]
                yield terms[terms != BREAK].astype(np.int64)


def likenesses(texts: Sequence[Numbers]) -> Iterator[tuple[int, Numbers, NDArray[np.float64]]]:
    """For each article those before it that share rows with it, and how alike they are."""
    numbers: dict[bytes, int] = {}
    rows = [
        np.unique(
            [numbers.setdefault(terms[at : at + ROW].tobytes(), len(numbers)) for at in range(len(terms) - ROW + 1)]
        ).astype(np.int64)
        for terms in texts
    ]
    sizes = np.array([len(each) for each in rows], np.int64)
    whole = np.concatenate(rows)
    order = np.argsort(whole, kind="stable")
    articles = np.repeat(np.arange(len(rows)), sizes).take(order)
    counts = np.bincount(whole, minlength=len(numbers))
    begins = np.cumsum(counts) - counts
    for at, own in enumerate(rows):
        shared = own[counts[own] > 1]
        sharing = articles.take(stretches(begins[shared], counts[shared]))
        others, common = np.unique(sharing[sharing < at], return_counts=True)
        yield at, others, common / (sizes[others] + sizes[at] - common)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", nargs="+")
    parser.add_argument("--show", type=float, default=0.0)
    arguments = parser.parse_args()
    texts = Texts(arguments.data)
    hashes = texts.keys.hashes()
    made = texts.sketches(hashes)
    syllables = list(texts.syllables())
    pairs, folded = [], []
    for at, others, likeness in likenesses(syllables):
        is_folded = alike(made[at], made[others])
        pairs.append(likeness)
        folded.append(is_folded)
        for other in others[is_folded & (likeness < arguments.show)].tolist():
            print(f"folded: {texts.names[at]} | {texts.names[other]}")
    _print_table("two articles are alike", np.concatenate(pairs), np.concatenate(folded), LIKENESS)

    is_number = (hashes & np.uint64(1)).astype(np.bool_)
    changed = hashes.copy()
    changed[is_number] = np.roll(hashes[is_number], 1)
    long = np.array([len(terms) >= LEAST + ROW - 1 for terms in syllables])
    shares = np.array([float(is_number[terms].mean()) if len(terms) else 0.0 for terms in syllables])
    _print_table("share of numbers, all changed", shares[long], alike(made, texts.sketches(changed))[long], NUMBERS)


def _print_table(
    what: str,
    values: NDArray[np.float64],
    folded: Flags,
    edges: Sequence[float],
) -> None:
    print(f"{what}\tof\tfolded")
    for low, high in pairwise(edges):
        here = (values >= low) & (values < high)
        print(f"{low}–{min(high, 1.0)}\t{int(here.sum())}\t{int(folded[here].sum())}")
    here = values < edges[0]
    print(f"below\t{int(here.sum())}\t{int(folded[here].sum())}")


if __name__ == "__main__":
    main()
