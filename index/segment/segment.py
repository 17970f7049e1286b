"""One segment: some thousands of articles in one file of arrays, version 1.

What the file holds, where its form is described, and its bytes a syllable (102 million in 186,143 articles, of 5.9
bytes each as text):

``text.*``
    the articles' texts in the fields title, lead, body and caption (``text.py``):
    the stream, 1.46 (``term_codes.py``), and the words, 0.18
    the terms' places in it, 1.60 (``position_lists.py``)
    the articles of frequent terms, 0.23, and their counts in these, 0.25 (``article_lists.py``)
    the terms, 0.04 (``lexicon.py``); where the articles begin, and their lengths, 0.04
``names.*``
    the speakers and roles of the quotations in the same form, 0.03
``facts.*``
    id, path, date and the like, 0.04 (``exact_values.py``)
``quotations.counts``, ``quotations.begins``, ``quotations.ends``
    how many quotations each article has, and the places in the text between which each stands, 0.02
``stored.bytes``, ``stored.ends``
    the articles as their author wrote them, compressed, and where each ends, 2.66

Articles are numbered from 0 on. A segment is never changed: which of its articles were deleted stands in the table of
contents (``generations.py``).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.segment.array_file import ArrayFile, ArrayFileWriter, smallest
from index.segment.columns import Columns, kept
from index.segment.exact_values import ExactValues, write_exact_values
from index.segment.term_codes import Flags, Numbers
from index.segment.text import Text, write_text

FACTS = ("id", "path", "published", "source", "author", "section")
"""What is kept of an article as exact values."""


def write_segment(path: Path, columns: Columns) -> None:
    """Writes a new file, and returns when it is on the disk; the columns are used up.

    Raises ``OverflowError`` for too many articles.
    """
    with ArrayFileWriter(path) as file:
        file.fact("size", len(columns.text.terms))
        places = write_text(file, "text", columns.text)
        file.add("quotations.counts", smallest(columns.quotations))
        file.add("quotations.begins", places[columns.spans[:, 0]])
        file.add("quotations.ends", places[columns.spans[:, 1]])
        del places
        write_text(file, "names", columns.names)
        for name in FACTS:
            write_exact_values(file, f"facts.{name}", columns.facts[name])
        file.add("stored.ends", smallest(np.cumsum([len(content) for content in columns.stored], dtype=np.int64)))
        file.add("stored.bytes", np.frombuffer(b"".join(columns.stored), np.uint8))


class Segment:
    """The articles of one file. Raises ``ValueError`` where it does not read as it was written."""

    def __init__(self, path: Path) -> None:
        self.file = ArrayFile(path)
        self.text = Text(self.file, "text")

    @property
    def articles(self) -> int:
        """The number of articles, those that were deleted counted."""
        return self.text.articles

    @property
    def size(self) -> int:
        """The syllables of all articles, and a break a unit."""
        return int(self.file.facts["size"])

    @cached_property
    def names(self) -> Text:
        """The speakers and roles of the quotations, which are its articles."""
        return Text(self.file, "names")

    @cached_property
    def quotation_edges(self) -> Numbers:
        """The number of each article's first quotation, and the number of all."""
        return np.concatenate(([0], np.cumsum(self.file["quotations.counts"], dtype=np.int64)))

    def quotation_spans(self) -> tuple[NDArray[np.uint32], NDArray[np.uint32]]:
        """The places at which each quotation begins and ends."""
        return self.file["quotations.begins"], self.file["quotations.ends"]

    def fact(self, name: str) -> ExactValues:
        """One of the ``FACTS`` of the articles."""
        return ExactValues(self.file, f"facts.{name}")

    def stored(self, article: int) -> bytes:
        """An article as it was given."""
        ends = self.file["stored.ends"]
        return bytes(self.file["stored.bytes"][int(ends[article - 1]) if article else 0 : int(ends[article])])

    def columns(self, live: Flags) -> Columns:
        """What the segment was written from, of the articles that are ``live``."""
        places = self.text.token_places()
        spans = np.stack([np.searchsorted(places, edge) for edge in self.quotation_spans()], axis=1)
        facts: dict[str, Sequence[str | None]] = {}
        for name in FACTS:
            values = self.fact(name)
            found = [None, *values]
            facts[name] = [found[number] for number in values.numbers.tolist()]
        everything = Columns(
            self.text.tokens(),
            self.names.tokens(),
            facts,
            np.diff(self.quotation_edges),
            spans,
            [self.stored(article) for article in range(self.articles)],
        )
        return kept(everything, live)
