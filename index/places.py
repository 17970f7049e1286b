"""Where in one article does a condition match? In its fields and their units, counted in syllables."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np

from corpus.article import Article
from index.near import needs, stretches
from index.normal_form import fold
from index.parts import Part
from index.plan import (
    All,
    Any,
    Between,
    Condition,
    Near,
    Not,
    Only,
    Preferring,
    Quoted,
    Row,
    Scored,
    Slot,
    Spoken,
    Valued,
    Ways,
    Whole,
    Written,
)
from index.quoted import inside, quotations
from index.schema import TEXT_FIELDS
from index.segment.rows import in_whole_words, rows_in_tokens
from index.segment.tokens import BREAK, Flags, Numbers
from index.syllables import keys
from index.units import field_texts
from index.ways import chained


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Syllables ``[begin, end)`` of a unit (a paragraph, a line) of a field, which is given by its number."""

    field: int
    unit: int
    begin: int
    end: int

    @property
    def field_name(self) -> str:
        return TEXT_FIELDS[self.field]


def places_in(condition: Condition, part: Part, number: int, article: Article) -> tuple[Place, ...]:
    """The places of an article of a part that ``condition`` gives, in reading order, each once (of quotations that
    begin together and go on in another unit, each).

    They are found in the article's own text, which is made into tokens again as when it was indexed.
    """
    tokens = _Tokens(article, part, number)
    found = _marks(condition, part, number, tokens)
    return tuple(sorted(tokens.place(begin, length) for begin, length in found or ()))


class _Tokens:
    """The text of one article of a part, its keys numbered from 1 on, a break behind each unit."""

    def __init__(self, article: Article, part: Part, number: int) -> None:
        self._part, self._number = part, number
        numbers: dict[str, int] = {}
        self._numbers: dict[Slot, tuple[int, ...]] = {}
        terms: list[int] = []
        units: list[tuple[int, int, int]] = []
        for field, name in enumerate(TEXT_FIELDS):
            for unit, text in enumerate(field_texts(article, name)):
                units.append((len(terms), field, unit))
                terms += [numbers.setdefault(key, len(numbers) + 1) for key in keys(text)]
                terms.append(BREAK)
        self.terms: Numbers = np.array(terms, np.int64)
        self._keys = tuple(numbers)
        self._units = units

    def fitting(self, slot: Slot | None) -> tuple[int, ...] | None:
        """The numbers of the keys that may stand in a slot."""
        if slot is None:
            return None
        found = self._numbers.get(slot)
        if found is None:
            fits = (fold(key) == slot.key if slot.any_accents else key == slot.key for key in self._keys)
            found = self._numbers[slot] = tuple(number for number, fit in enumerate(fits, 1) if fit)
        return found

    def in_whole_words(self, begins: Numbers, lengths: Numbers, whole: Whole) -> Flags:
        """Whether a word begins at each of some tokens, and another one so many tokens behind, where that is asked."""
        text = self._part.segment.text
        begins = begins + text.field_start(self._number, 0)
        return in_whole_words(text, begins, lengths, begin=Whole.BEGIN in whole, end=Whole.END in whole)

    def place(self, token: int, length: int) -> Place:
        """The place of what begins at a token; of what reaches over its unit, such as a quotation, the part in it."""
        at = bisect_right(self._units, (token, len(TEXT_FIELDS), 0))
        start, field, unit = self._units[at - 1]
        behind = (self._units[at][0] if at < len(self._units) else len(self.terms)) - 1
        return Place(field, unit, token - start, min(token + length, behind) - start)

    def field_of(self, token: int) -> int:
        """The number of the field in which a token is."""
        return self.place(token, 0).field


_Marks = set[tuple[int, int]]


def _marks(condition: Condition, part: Part, number: int, tokens: _Tokens) -> _Marks | None:
    """The first tokens and lengths of the rows of a condition; ``None`` where the article does not match."""
    match condition:
        case Row() | Near() | Ways():
            return _marked(*_leaf_places(condition, tokens), condition.fields, tokens) or None
        case Quoted(inner, speakers):
            begins, lengths = _leaf_places(inner, tokens)
            keep = inside(_quotations(part, number, speakers), begins, lengths)
            return _marked(begins[keep], lengths[keep], inner.fields, tokens) or None
        case Spoken(speakers):
            spans = _quotations(part, number, speakers)
            return set(zip(spans[:, 0].tolist(), (spans[:, 1] - spans[:, 0]).tolist(), strict=True)) or None
        case Only(inner):
            return None if _marks(inner, part, number, tokens) is None else set()
        case All(parts):
            given = _given(parts, part, number, tokens)
            return set(chain.from_iterable(given)) if len(given) == len(parts) else None
        case Any(parts):
            given = _given(parts, part, number, tokens)
            return set(chain.from_iterable(given)) if given else None
        case Not(inner):
            return set() if _marks(inner, part, number, tokens) is None else None
        case Preferring(base) | Scored(base):
            return _marks(base, part, number, tokens)
        case Valued(fact, values):
            return set() if part.segment.fact(fact).of(number) in values else None
        case Between(fact, lowest, highest):
            value = part.segment.fact(fact).of(number)
            is_between = value is not None and (lowest or "") <= value and (highest is None or value <= highest)
            return set() if is_between else None


def _given(conditions: Sequence[Condition], part: Part, number: int, tokens: _Tokens) -> list[_Marks]:
    """The marks of those of some conditions that the article matches."""
    each = (_marks(condition, part, number, tokens) for condition in conditions)
    return [marks for marks in each if marks is not None]


def _leaf_places(leaf: Written, tokens: _Tokens) -> tuple[Numbers, Numbers]:
    """At which tokens a leaf begins, and how many it takes there."""
    if isinstance(leaf, Ways):
        here = [[(_leaf_places(row, tokens)[0], len(row.slots)) for row in ways] for ways in leaf.stretches]
        return _in_whole_words(leaf, *chained(here), tokens)
    slots = [tokens.fitting(slot) for slot in leaf.slots]
    if isinstance(leaf, Row):
        begins = rows_in_tokens(tokens.terms, slots)
        return _in_whole_words(leaf, begins, np.full(len(begins), len(slots)), tokens)
    needed = needs([slot or () for slot in slots])
    wanted = [(np.isin(tokens.terms, slot).nonzero()[0], count) for slot, count in needed.items()]
    return stretches(wanted, len(slots) + leaf.within, (tokens.terms == BREAK).nonzero()[0])


def _in_whole_words(leaf: Row | Ways, begins: Numbers, lengths: Numbers, tokens: _Tokens) -> tuple[Numbers, Numbers]:
    """Those of the places of a leaf that it takes."""
    if not leaf.whole:
        return begins, lengths
    keep = tokens.in_whole_words(begins, lengths, leaf.whole)
    return begins[keep], lengths[keep]


def _marked(begins: Numbers, lengths: Numbers, fields: tuple[str, ...], tokens: _Tokens) -> _Marks:
    """What begins at some tokens in some fields."""
    wanted = {TEXT_FIELDS.index(name) for name in fields}
    found = zip(begins.tolist(), lengths.tolist(), strict=True)
    return {(begin, length) for begin, length in found if tokens.field_of(begin) in wanted}


def _quotations(part: Part, number: int, speakers: Condition | None) -> Numbers:
    """The first tokens of an article's quotations and the ones behind their last, a row each."""
    first, behind = part.segment.quotation_edges[number : number + 2].tolist()
    return quotations(part, speakers, first, behind) - part.segment.text.field_start(number, 0)
