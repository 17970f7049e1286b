"""A query tree to what the index is asked: here bare syllables come to mean any accenting, and names are looked up."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, pairwise

from index import plan
from index.normal_form import fold
from index.plan import Boost, Condition, Row, Slot, Whole
from index.schema import TEXT_FIELDS
from index.score import PAIRS
from index.syllables import keys
from index.units import writable
from searcher.meaning.question import Accents, Filters
from searcher.meaning.written_numbers import numbers_at_ends
from searcher.query.tree import (
    ANY_SYLLABLE,
    All,
    Any,
    Dated,
    Identified,
    Near,
    Node,
    Phrase,
    Same,
    Within,
    Without,
    Written,
)

QUOTE = "quote"
"""The field of what stands in quotations, which are stretches of the others."""


@dataclass(frozen=True, slots=True)
class _Where:
    """Where the words of a tree are looked for: in fields of the text, or in quotations, of all or of some speakers."""

    fields: tuple[str, ...]
    quoted: bool = False
    speakers: Condition | None = None
    scored: bool = True
    whole: Whole = Whole.NEITHER

    def in_field(self, field: str) -> _Where:
        return replace(self, fields=TEXT_FIELDS, quoted=True) if field == QUOTE else replace(self, fields=(field,))


class Compiler:
    """Compiles trees for one index; ``names`` gives the values of one of its facts, such as ``source``.

    ``expand`` adds to a filter's words what is written for the same, as was done to the tree.
    """

    def __init__(
        self,
        names: Callable[[str], Iterable[str]],
        accents: Accents = Accents.AUTO,
        expand: Callable[[Node], Node] = lambda node: node,
    ) -> None:
        self._names = names
        self._accents = accents
        self._expand = expand

    def compile(
        self,
        node: Node,
        filters: Filters | None = None,
        fields: Sequence[str] = TEXT_FIELDS,
        *,
        whole_words: bool = False,
    ) -> Condition:
        """The condition of a tree; articles that hold all the words in a row, as typed, are preferred."""
        where = _Where(TEXT_FIELDS, quoted=True) if QUOTE in fields else _Where(tuple(fields))
        where = replace(where, whole=Whole.BOTH if whole_words else Whole.NEITHER)
        if filters is not None and filters.speaker is not None:
            where = replace(where, speakers=self._speakers(self._filtered(filters.speaker)))
        condition = self._condition(node, where)
        facts = self._facts(filters, where) if filters else []
        if facts and isinstance(condition, plan.Scored):  # so that only what passes is scored
            condition = plan.Scored(plan.All((condition.base, *facts)), condition.boosts)
        elif facts:
            condition = plan.All((condition, *facts))
        words = _words_in_order(node)
        return plan.Preferring(condition, self._leaf(self._row(words, where.fields), where)) if words else condition

    def _condition(self, node: Node, where: _Where) -> Condition:
        match node:
            case Phrase(typed, syllables):
                whole = where.whole | numbers_at_ends(typed, syllables)
                return self._leaf(replace(self._row(syllables, where.fields), whole=whole), where)
            case Near(_, syllables, within):
                return self._leaf(
                    plan.Near(tuple(slot(key, self._accents) for key in syllables), within, where.fields), where
                )
            case Dated(_, since, until):
                return _published(since, until)
            case Identified(identity):
                return plan.Valued("id", (writable(identity),))
            case Written(phrase, stretches):
                whole = where.whole | numbers_at_ends(phrase.typed, phrase.syllables)
                return self._leaf(replace(self._written(stretches, where.fields), whole=whole), where)
            case Same(typed, others):
                return plan.Any((self._condition(typed, where), *(self._condition(way, where) for way in others)))
            case All(parts):
                return self._all(parts, where)
            case Any(parts):
                return self._scored(plan.Any(self._each(parts, where)), node.typed, where)
            case Without(part):
                return plan.Not(self._condition(part, replace(where, scored=False)))
            case Within(field, part):
                return self._within(field, part, where)

    def _all(self, parts: Sequence[Node], where: _Where) -> Condition:
        """A conjunction; where it asks for words in quotations and for speakers, for these words of these speakers."""
        quoting = any(isinstance(part, Within) and part.field == QUOTE for part in parts)
        speakers = [part.part for part in parts if isinstance(part, Within) and part.field == "speaker"]
        if (quoting or where.quoted) and speakers:
            wanted = tuple(map(self._speakers, speakers))
            where = replace(where, speakers=plan.All((*wanted, *((where.speakers,) if where.speakers else ()))))
            parts = [part for part in parts if not (isinstance(part, Within) and part.field == "speaker")]
        return self._scored(plan.All(self._each(parts, where)), parts, where)

    def _each(self, parts: Sequence[Node], where: _Where) -> tuple[Condition, ...]:
        """The conditions of some parts; what was typed twice is asked once."""
        return tuple(dict.fromkeys(self._condition(part, where) for part in parts))

    def _scored(self, base: Condition, typed: Sequence[Node], where: _Where) -> Condition:
        """What was typed side by side raises the score of articles in which it stands side by side."""
        if not where.scored or where.quoted:
            return base
        pairs = dict.fromkeys(self._row(pair, where.fields) for pair in _side_by_side(typed))
        return plan.Scored(base, tuple(Boost(row, PAIRS, "pair") for row in pairs)) if pairs else base

    def _within(self, field: str, part: Node, where: _Where) -> Condition:
        match field:
            case "date" | "id":
                return self._condition(part, where)
            case "speaker":
                return plan.Spoken(self._speakers(part))
            case "author" | "source" | "section":
                fits = fitting(part, self._accents)
                return plan.Valued(field, tuple(name for name in self._names(field) if fits(keys(name))))
        return self._condition(part, where.in_field(field))

    def _leaf(self, leaf: plan.Written, where: _Where) -> plan.Leaf:
        return plan.Quoted(leaf, where.speakers) if where.quoted else leaf

    def _filtered(self, words: str) -> Node:
        return self._expand(Phrase(words, keys(words)))

    def _speakers(self, node: Node) -> Condition:
        """The names of speakers that are asked for."""
        return self._condition(node, _Where(TEXT_FIELDS, scored=False))

    def _row(self, syllables: tuple[str, ...], fields: tuple[str, ...] = TEXT_FIELDS) -> Row:
        return Row(tuple(None if key == ANY_SYLLABLE else slot(key, self._accents) for key in syllables), fields)

    def _written(self, stretches: Sequence[Sequence[tuple[str, ...]]], fields: tuple[str, ...]) -> plan.Ways:
        """Stretches in a row; those of one way are looked for together with one of several, which makes them rarer."""
        found: list[list[tuple[str, ...]]] = []
        before: tuple[str, ...] = ()
        for ways in stretches:
            if len(ways) > 1:
                found.append([before + way for way in ways])
                before = ()
            else:
                before += ways[0]
        found[-1] = [way + before for way in found[-1]]
        return plan.Ways(tuple(tuple(self._row(way, fields) for way in ways) for ways in found), fields)

    def _facts(self, filters: Filters, where: _Where) -> list[Condition]:
        found: list[Condition] = []
        for fact, wanted in (("source", filters.source), ("section", filters.section), ("author", filters.author)):
            if wanted is not None:
                found.append(self._within(fact, self._filtered(wanted), where))
        if where.speakers is not None and not where.quoted:
            found.append(plan.Only(plan.Spoken(where.speakers)))
        if filters.since is not None or filters.until is not None:
            found.append(_published(filters.since, filters.until))
        return found


def _published(since: str | None, until: str | None) -> Condition:
    return plan.Between("published", since, until + "\uffff" if until is not None else None)  # a day holds its hours


def _words_in_order(node: Node) -> tuple[str, ...]:
    """The syllables of a conjunction of words and phrases, in the order in which they were typed; else none."""
    if not isinstance(node, All):
        return ()
    found: list[Phrase] = []
    for part in node.parts:
        typed = part.typed if isinstance(part, Same | Written) else part
        for phrase in typed.parts if isinstance(typed, All) else (typed,):
            if not isinstance(phrase, Phrase):
                return ()
            found.append(phrase)
    return tuple(chain.from_iterable(phrase.syllables for phrase in found))


def _side_by_side(nodes: Sequence[Node]) -> Iterator[tuple[str, str]]:
    """The syllables at which two words or phrases meet that were typed one behind the other."""
    typed: list[Node | None] = []
    for node in nodes:
        as_typed = node.typed if isinstance(node, Same | Written) else node
        typed += as_typed.parts if isinstance(as_typed, All) and isinstance(node, Same) else [as_typed]
    for first, second in pairwise(typed):
        if isinstance(first, Phrase) and isinstance(second, Phrase):
            pair = first.syllables[-1], second.syllables[0]
            if ANY_SYLLABLE not in pair:
                yield pair


def slot(syllable: str, accents: Accents) -> Slot:
    """What a syllable of a query stands for."""
    bare = fold(syllable)
    match accents:
        case Accents.EXACT:
            return Slot(syllable)
        case Accents.IGNORE:
            return Slot(bare, any_accents=True)
    return Slot(syllable, any_accents=bare == syllable)


def fitting(node: Node, accents: Accents) -> Callable[[tuple[str, ...]], bool]:
    """Whether a name, given by its keys, is what a tree asks for: words in a row, as in a text."""
    match node:
        case Phrase(_, syllables):
            return _ways_fit([[[slot(key, accents) for key in syllables]]])
        case Written(_, stretches):
            return _ways_fit([[[slot(key, accents) for key in way] for way in ways] for ways in stretches])
        case Same(typed, others):
            some = [fitting(typed, accents), *(fitting(way, accents) for way in others)]
            return lambda name: any(fits(name) for fits in some)
        case All(parts):
            every = [fitting(part, accents) for part in parts]
            return lambda name: all(fits(name) for fits in every)
        case Any(parts):
            either = [fitting(part, accents) for part in parts]
            return lambda name: any(fits(name) for fits in either)
        case Without(part):
            inner = fitting(part, accents)
            return lambda name: not inner(name)
    raise TypeError(node)


def _ways_fit(stretches: Sequence[Sequence[Sequence[Slot]]]) -> Callable[[tuple[str, ...]], bool]:
    """Whether stretches, each in one of its ways, stand one behind the other anywhere in a name."""

    def fits(name: tuple[str, ...]) -> bool:
        ends = set(range(len(name)))
        for ways in stretches:
            ends = {end + len(way) for end in ends for way in ways if _begins(name[end:], way)}
        return bool(ends)

    return fits


def _begins(name: tuple[str, ...], slots: Sequence[Slot]) -> bool:
    return len(slots) <= len(name) and all(map(_fits, name, slots))


def _fits(key: str, wanted: Slot) -> bool:
    return fold(key) == wanted.key if wanted.any_accents else key == wanted.key
