"""Which words does an article hold? Those that the index knows to be words, as its author wrote them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from corpus.article import Article
from index.parts import Part
from index.schema import TEXT_FIELDS
from index.syllables import syllables
from index.units import field_texts


class Word(NamedTuple):
    """A word of an article: the number of its field, its keys, and how it stands there."""

    field: int
    keys: tuple[str, ...]
    written: str


def words_of(part: Part, number: int, article: Article) -> Iterator[Word]:
    """The words of an article of a part, which has this number there, in reading order."""
    text = part.segment.text
    first = text.field_start(number, 0)
    for field, name in enumerate(TEXT_FIELDS):
        for unit in field_texts(article, name):
            tokens = syllables(unit)
            size = len(tokens.keys)
            edges = [*np.flatnonzero(~text.joints(first, first + size)).tolist(), size]
            for begin, end in pairwise(edges):
                yield Word(field, tokens.keys[begin:end], unit[tokens.starts[begin] : tokens.ends[end - 1]])
            first += size + 1


def most_written(forms: Mapping[str, int]) -> str:
    """The most frequent of the forms in which a word is written.

    Of those that are as frequent it is the one with the most small letters: a title, or the first word of a sentence,
    has large ones that are not the word's own.
    """
    return max(forms, key=lambda form: (forms[form], sum(map(str.islower, form)), form))
