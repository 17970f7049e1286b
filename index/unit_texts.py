"""What did the author write in a unit? Units of a segment's text, given by their numbers, from the stored articles."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from index.parts import Part
from index.schema import TEXT_FIELDS
from index.segment.tokens import Numbers
from index.stored import article_of
from index.units import field_texts


def unit_texts(part: Part, numbers: Numbers) -> Iterator[str]:
    """The texts of some units, given ascending; each article is read once."""
    text = part.segment.text
    articles = text.articles_at(text.unit_starts(numbers))
    firsts = text.breaks.searchsorted(text.edges[:: text.fields].take(articles))
    rows = zip(articles.tolist(), (numbers - firsts).tolist(), strict=True)
    for number, each in groupby(rows, key=lambda row: row[0]):
        article = article_of(part.segment.stored(number))
        written = [unit for name in TEXT_FIELDS for unit in field_texts(article, name)]
        yield from (written[unit] for _, unit in each)
