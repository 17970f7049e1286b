"""A query tree to what the index is asked: here bare syllables come to mean any accenting, and names are looked up."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import chain

from index import plan
from index.normal_form import fold
from index.plan import Condition, Row, Slot
from index.schema import TEXT_FIELDS
from index.syllables import keys
from searcher.query import ANY_SYLLABLE, All, Any, Node, Phrase, Within, Without
from searcher.question import Accents, Filters


class Compiler:
    """Compiles trees for one index; ``names`` gives the values of one of its facts, such as ``source``."""

    def __init__(self, names: Callable[[str], Iterable[str]], accents: Accents = Accents.AUTO) -> None:
        self._names = names
        self._accents = accents

    def compile(self, node: Node, filters: Filters | None = None, fields: Sequence[str] = TEXT_FIELDS) -> Condition:
        """The condition of a tree; articles that hold all the words in a row, as typed, are preferred."""
        condition = self._condition(node, tuple(fields))
        if isinstance(node, All) and all(isinstance(part, Phrase) for part in node.parts):
            row = tuple(chain.from_iterable(part.syllables for part in node.parts if isinstance(part, Phrase)))
            condition = plan.Preferring(condition, self._row(row, tuple(fields)))
        facts = self._facts(filters) if filters else []
        return plan.All((condition, *facts)) if facts else condition

    def _condition(self, node: Node, fields: tuple[str, ...]) -> Condition:
        match node:
            case Phrase(_, syllables):
                return self._row(syllables, fields)
            case All(parts):
                return plan.All(tuple(self._condition(part, fields) for part in parts))
            case Any(parts):
                return plan.Any(tuple(self._condition(part, fields) for part in parts))
            case Without(part):
                return plan.Not(self._condition(part, fields))
            case Within(field, part):
                return self._condition(part, (field,))

    def _row(self, syllables: tuple[str, ...], fields: tuple[str, ...]) -> Row:
        return Row(tuple(None if key == ANY_SYLLABLE else self._slot(key) for key in syllables), fields)

    def _slot(self, syllable: str) -> Slot:
        """What a syllable of a query stands for."""
        bare = fold(syllable)
        match self._accents:
            case Accents.EXACT:
                return Slot(syllable)
            case Accents.IGNORE:
                return Slot(bare, any_accents=True)
        return Slot(syllable, any_accents=bare == syllable)

    def _facts(self, filters: Filters) -> list[Condition]:
        found: list[Condition] = []
        for fact, wanted in (("source", filters.source), ("section", filters.section), ("author", filters.author)):
            if wanted is not None:
                names = tuple(name for name in self._names(fact) if self._is_named(name, wanted))
                found.append(plan.Valued(fact, names))
        if filters.since is not None or filters.until is not None:
            until = filters.until + "\uffff" if filters.until is not None else None  # a day holds all its hours
            found.append(plan.Between("published", filters.since, until))
        return found

    def _is_named(self, name: str, wanted: str) -> bool:
        """Whether the words asked for stand in a row in a name, accents and spelling taken as in a query."""
        row, slots = keys(name), [self._slot(key) for key in keys(wanted)]
        starts = range(len(row) - len(slots) + 1)
        return any(all(_fits(row[at + turn], slot) for turn, slot in enumerate(slots)) for at in starts)


def _fits(key: str, slot: Slot) -> bool:
    return fold(key) == slot.key if slot.any_accents else key == slot.key
