"""How much does an article speak of what was asked? BM25F over the fields of an article.

Robertson, Zaragoza and Taylor, "Simple BM25 extension to multiple weighted fields" (CIKM 2004): the frequencies of a
leaf in the fields are weighted and divided by the field's relative length, added up, and saturated once:

    tf = Σ_f weight_f · count_f / (1 - b + b · length_f / average_f)        score = idf · tf / (k1 + tf)

``idf`` is Lucene's, ln(1 + (N - n + ½) / (n + ½)), never negative; a row of several syllables has the sum of theirs,
n of a syllable with several spellings being the sum of their articles. N is the number of articles.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import log
from typing import TYPE_CHECKING

from index.occurrences import Found, Occurrences, field_of
from index.schema import TEXT_FIELDS

if TYPE_CHECKING:
    from whoosh.reading import IndexReader

K1 = 1.2
B = 0.75
WEIGHTS: Mapping[str, float] = {"title": 3.0, "lead": 1.5, "body": 1.0, "caption": 0.7}
"""The usual values of the literature, and a plain guess at fields: to be chosen by measurement."""


@dataclass(frozen=True, slots=True)
class Scorer:
    """Scores leaves by the statistics of a whole index."""

    articles: int
    average_lengths: Mapping[str, float]
    whole: IndexReader

    @classmethod
    def of(cls, reader: IndexReader, articles: int) -> Scorer:
        lengths = {name: reader.field_length(name) / max(articles, 1) for name in TEXT_FIELDS}
        return cls(articles, {name: max(length, 1.0) for name, length in lengths.items()}, reader)

    def rarity(self, leaf: Occurrences) -> float:
        """The leaf's idf; every slot adds its own."""
        return sum(self._idf(self._articles_with(slot, leaf.fields)) for slot in leaf.slots if slot)

    def scores(self, segment: IndexReader, leaf: Occurrences, found: Found) -> dict[int, float]:
        """The score of each document in which a leaf was found."""
        rarity = self.rarity(leaf)
        scores = {}
        for document, places in found.items():
            frequency = 0.0
            counts = dict.fromkeys(map(field_of, places), 0)
            for place in places:
                counts[field_of(place)] += 1
            for name, count in counts.items():
                relative = segment.doc_field_length(document, name, 1) / self.average_lengths[name]
                frequency += WEIGHTS[name] * count / (1 - B + B * relative)
            scores[document] = rarity * frequency / (K1 + frequency)
        return scores

    def _articles_with(self, slot: tuple[str, ...], fields: tuple[str, ...]) -> int:
        found = sum(max(self.whole.doc_frequency(name, key.encode()) for name in fields) for key in slot)
        return min(found, self.articles)

    def _idf(self, articles: int) -> float:
        return log(1 + (self.articles - articles + 0.5) / (articles + 0.5))
