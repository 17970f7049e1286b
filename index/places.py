"""Where in one article does a condition match? In its fields and their units, counted in syllables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np

from index.parts import Part
from index.plan import All, Any, Between, Condition, Not, Preferring, Row, Valued
from index.schema import TEXT_FIELDS
from index.segment.rows import rows_in_tokens
from index.segment.term_codes import BREAK, Numbers, decode
from index.segment.text import Text


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


def places_in(condition: Condition, part: Part, article: int) -> tuple[Place, ...]:
    """The places of an article of a part that ``condition`` gives, in reading order, each once."""
    tokens = _Tokens(part.segment.text, article)
    found = _marks(condition, part, article, tokens)
    return tuple(sorted({tokens.place(begin, length) for begin, length in found or ()}))


class _Tokens:
    """The text of one article as terms."""

    def __init__(self, text: Text, article: int) -> None:
        spans = [text.field_span(article, field) for field in range(text.fields)]
        fields = [decode(text.stream.bytes[begin:end]) for begin, end in spans]
        self.terms: Numbers = np.concatenate(fields).astype(np.int64)
        self._field_starts = np.cumsum([0, *map(len, fields)])[:-1]
        self._breaks = np.flatnonzero(self.terms == BREAK)
        self._units_before = np.searchsorted(self._breaks, self._field_starts)

    def field_of(self, tokens: Numbers) -> Numbers:
        """The number of the field in which each token is."""
        found: Numbers = np.searchsorted(self._field_starts, tokens, "right") - 1
        return found

    def place(self, token: int, length: int) -> Place:
        """The place of a row that begins at a token."""
        field = int(self.field_of(np.array([token]))[0])
        unit = int(np.searchsorted(self._breaks, token))
        start = int(self._breaks[unit - 1]) + 1 if unit else 0
        return Place(field, unit - int(self._units_before[field]), token - start, token - start + length)


_Marks = set[tuple[int, int]]


def _marks(condition: Condition, part: Part, article: int, tokens: _Tokens) -> _Marks | None:
    """The first tokens and lengths of the rows of a condition; ``None`` where the article does not match."""
    match condition:
        case Row():
            return _row_marks(condition, part, tokens) or None
        case All(parts):
            given = _given(parts, part, article, tokens)
            return set(chain.from_iterable(given)) if len(given) == len(parts) else None
        case Any(parts):
            given = _given(parts, part, article, tokens)
            return set(chain.from_iterable(given)) if given else None
        case Not(inner):
            return set() if _marks(inner, part, article, tokens) is None else None
        case Preferring(base):
            return _marks(base, part, article, tokens)
        case Valued(fact, values):
            return set() if part.segment.fact(fact).of(article) in values else None
        case Between(fact, lowest, highest):
            value = part.segment.fact(fact).of(article)
            is_between = value is not None and (lowest or "") <= value and (highest is None or value <= highest)
            return set() if is_between else None


def _given(conditions: Sequence[Condition], part: Part, article: int, tokens: _Tokens) -> list[_Marks]:
    """The marks of those of some conditions that the article matches."""
    each = (_marks(condition, part, article, tokens) for condition in conditions)
    return [marks for marks in each if marks is not None]


def _row_marks(row: Row, part: Part, tokens: _Tokens) -> _Marks:
    begins = rows_in_tokens(tokens.terms, [part.terms(slot) for slot in row.slots])
    fields = tokens.field_of(begins).tolist()
    wanted = {TEXT_FIELDS.index(name) for name in row.fields}
    return {(begin, len(row.slots)) for begin, field in zip(begins.tolist(), fields, strict=True) if field in wanted}
