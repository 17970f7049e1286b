"""A query tree to Whoosh queries: here a bare syllable becomes its accentings, and a field the fields of the schema."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import chain

from whoosh.query import And, Not, Or, Query, Term, TermRange

from index.evaluate import Preferring
from index.normal_form import fold
from index.occurrences import Occurrences, Slot
from index.schema import ARTICLE, TEXT_FIELDS
from index.syllables import keys
from index.vocabulary import Vocabulary
from searcher.query import ANY_SYLLABLE, All, Any, Node, Phrase, Within, Without
from searcher.question import Accents, Filters


class Compiler:
    """Compiles trees for one index, whose vocabulary resolves accents."""

    def __init__(
        self, vocabulary: Vocabulary, names: Callable[[str], Iterable[str]], accents: Accents = Accents.AUTO
    ) -> None:
        """``names`` gives the values of an exact field, such as ``source``."""
        self._vocabulary = vocabulary
        self._names = names
        self._accents = accents

    def compile(self, node: Node, filters: Filters | None = None, fields: Sequence[str] = TEXT_FIELDS) -> Query:
        """The Whoosh query of a tree; articles that hold all the words in a row, as typed, are preferred."""
        query = self._query(node, tuple(fields))
        if isinstance(node, All) and all(isinstance(part, Phrase) for part in node.parts):
            row = tuple(chain.from_iterable(part.syllables for part in node.parts if isinstance(part, Phrase)))
            query = Preferring(query, self._row(row, tuple(fields)))
        conditions = self._conditions(filters) if filters else []
        return And([query, *conditions]) if conditions else query

    def slot(self, syllable: str) -> Slot:
        """The keys that a syllable of a query stands for."""
        bare = fold(syllable)
        match self._accents:
            case Accents.EXACT:
                return (syllable,)
            case Accents.IGNORE:
                return self._vocabulary.accentings(bare)
        return self._vocabulary.accentings(bare) if bare == syllable else (syllable,)

    def _query(self, node: Node, fields: tuple[str, ...]) -> Query:
        match node:
            case Phrase(_, syllables):
                return self._row(syllables, fields)
            case All(parts):
                return And([self._query(part, fields) for part in parts])
            case Any(parts):
                return Or([self._query(part, fields) for part in parts])
            case Without(part):
                return Not(self._query(part, fields))
            case Within(field, part):
                return self._query(part, (field,))

    def _row(self, syllables: tuple[str, ...], fields: tuple[str, ...]) -> Occurrences:
        return Occurrences([() if key == ANY_SYLLABLE else self.slot(key) for key in syllables], fields)

    def _conditions(self, filters: Filters) -> list[Query]:
        """The facts asked for as exact terms; quotations carry dates too, so the kind is asked for with them."""
        found: list[Query] = []
        for field, wanted in (("source", filters.source), ("section", filters.section), ("author", filters.author)):
            if wanted is not None:
                found.append(Or([Term(field, name) for name in self._names(field) if self._is_named(name, wanted)]))
        if filters.since is not None or filters.until is not None:
            until = filters.until + "\uffff" if filters.until is not None else None  # a day holds all its hours
            found.append(TermRange("published", filters.since, until))
        return [*found, Term("kind", ARTICLE)] if found else []

    def _is_named(self, name: str, wanted: str) -> bool:
        """Whether the words asked for stand in a row in a name, accents and spelling taken as in a query."""
        row, slots = keys(name), [self.slot(key) for key in keys(wanted)]
        starts = range(len(row) - len(slots) + 1)
        return any(all(row[at + turn] in slot for turn, slot in enumerate(slots)) for at in starts)
