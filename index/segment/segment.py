"""One segment: some ten thousands of articles in one file of arrays; in the index's format 8 (``schema.py``).

What the file holds, where its form is described, and its bytes a token (102 million in 186,143 articles, of 5.9 bytes
each as text; without the articles themselves 3.52 in all):

``text.*``
    the articles' texts in the fields title, lead, body and caption (``text.py``):
    the places of frequent terms by the term behind them, 2.17, and what finds these lists, 0.06 (``next_terms.py``)
    all other places, 0.13, and the terms behind them, 0.10
    the articles of frequent terms, 0.28, and their counts in these, 0.24 (``article_lists.py``)
    the words, a bit a token, 0.13; the breaks, 0.03; where the articles begin, and their lengths, 0.03
    the terms, 0.02 (``lexicon.py``)
``names.*``
    the speakers and roles of the quotations in the same form, 0.10
``facts.*``
    id, path, date and the like, 0.04 (``exact_values.py``)
``quotations.counts``, ``quotations.begins``, ``quotations.lengths``
    how many quotations each article has, how many of its tokens stand before each, and how many in it, 0.02
``sketches``
    by what near-identical articles are told (``sketches.py``): the first two bytes of all of them, then the next, 0.18
``stored.bytes``, ``stored.ends``
    the articles as their author wrote them, compressed, and where each ends, 2.78

The checksums of all blocks (``array_file.py``) take 0.002 more. Articles are numbered from 0 on. A segment
is never changed: which of its articles were deleted stands in the table of contents (``generations.py``).
"""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.segment.array_file import ArrayFile, ArrayFileWriter, smallest
from index.segment.columns import Gathered
from index.segment.exact_values import ExactValues, write_exact_values
from index.segment.text import Text
from index.segment.text_writer import write_text
from index.segment.tokens import Array, Numbers

FACTS = ("id", "path", "published", "source", "author", "section")
"""What is kept of an article as exact values."""

_FEW = 64
"""Articles whose sketches are read piece by piece; among those of more hardly a block of them all is not touched."""


def write_segment(path: Path, gathered: Gathered) -> None:
    """Writes a new file, and returns when it is on the disk; what was gathered is used up.

    Raises ``OverflowError`` for too many articles.
    """
    with ArrayFileWriter(path) as file:
        sizes = gathered.text.lengths.sum(axis=1)
        write_text(file, "text", gathered.text)
        file.add("quotations.counts", smallest(gathered.quotations))
        begins = gathered.spans[:, 0] - np.repeat(sizes.cumsum() - sizes, gathered.quotations)
        file.add("quotations.begins", smallest(begins))
        file.add("quotations.lengths", smallest(gathered.spans[:, 1] - gathered.spans[:, 0]))
        write_text(file, "names", gathered.names)
        file.add("sketches", gathered.sketches.view(np.uint16).T)
        for name in FACTS:
            write_exact_values(file, f"facts.{name}", gathered.facts[name])
        file.add("stored.ends", smallest(gathered.stored_sizes.cumsum()))
        file.add_parts("stored.bytes", gathered.stored())


def stored_in(file: ArrayFile, article: int) -> bytes:
    """An article in the file of a segment, as it was given."""
    ends = file.pieces("stored.ends")
    return bytes(file.pieces("stored.bytes").between(ends.one(article - 1) if article else 0, ends.one(article)))


class Segment:
    """The articles of one file. Raises ``ValueError`` where what is looked at is not as it was written.

    ``as_it_is`` gives it all the same (``array_file.py``).
    """

    def __init__(self, path: Path, *, as_it_is: bool = False) -> None:
        self.file = ArrayFile(path, as_it_is=as_it_is)
        self.text = Text(self.file, "text")

    @property
    def articles(self) -> int:
        """The number of articles, those that were deleted counted."""
        return self.text.articles

    @property
    def size(self) -> int:
        """The syllables of all articles, and a break a unit."""
        return self.text.size

    @cached_property
    def names(self) -> Text:
        """The speakers and roles of the quotations, which are its articles."""
        return Text(self.file, "names")

    @cached_property
    def quotation_edges(self) -> Numbers:
        """The number of each article's first quotation, and the number of all."""
        return np.concatenate(([0], np.cumsum(self.file["quotations.counts"], dtype=np.int64)))

    @cached_property
    def quotation_spans(self) -> tuple[Numbers, Numbers]:
        """The places at which each quotation begins and ends."""
        articles = np.repeat(np.arange(self.articles), np.diff(self.quotation_edges))
        begins: Numbers = self.text.starts.take(articles).astype(np.int64) + self.file["quotations.begins"]
        ends: Numbers = begins + self.file["quotations.lengths"]
        return begins, ends

    def fact(self, name: str) -> ExactValues:
        """One of the ``FACTS`` of the articles."""
        return ExactValues(self.file, f"facts.{name}")

    @property
    def sketches(self) -> NDArray[np.uint16]:
        """The sketches of the articles, a column each, two bytes a row."""
        return self.file["sketches"]

    def sketch_rows(self, count: int) -> NDArray[np.uint16]:
        """The first rows of these."""
        return self.file.pieces("sketches").between(0, count * self.articles).reshape(count, self.articles)

    def sketches_of(self, articles: Numbers) -> NDArray[np.uint16]:
        """The columns of some articles; of few no more is read than has to be."""
        if len(articles) > _FEW:
            return self.sketches.take(articles, axis=1)
        pieces = self.file.pieces("sketches")
        return pieces.at(np.arange(0, len(pieces), self.articles)[:, None] + articles)

    def stored(self, article: int) -> bytes:
        """An article as it was given."""
        return stored_in(self.file, article)

    def stored_ends(self) -> Numbers:
        """Where each article ends among the bytes of all."""
        return self.file["stored.ends"].astype(np.int64)

    def stored_bytes(self, begin: int, end: int) -> Array:
        """Some of the bytes of all articles."""
        return self.file.pieces("stored.bytes").between(begin, end)
