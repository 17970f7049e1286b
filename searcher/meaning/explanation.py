"""What a query comes to mean: which words a bare one stands for, what else is written for the same, which names fit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from index import plan
from index.normal_form import fold
from index.syllables import keys
from index.syllables import syllables as cut
from searcher.meaning.compile import fitting
from searcher.meaning.question import Accents, Question
from searcher.query.field_names import FACT_FIELDS
from searcher.query.tree import (
    ANY_SYLLABLE,
    All,
    Any,
    Dated,
    Near,
    Node,
    Phrase,
    Same,
    Within,
    Without,
    Written,
    described,
)
from searcher.results.hits import ScorePart
from searcher.results.remarks import Explanation, Meaning

if TYPE_CHECKING:
    from index.shares import Share


class Vocabulary(Protocol):
    """What an explanation needs of an archive."""

    def accentings(self, bare: str) -> dict[str, int]: ...

    def values(self, fact: str) -> Mapping[str, int]: ...

    def places_of(self, asking: Question, tree: Node) -> int: ...


def explained(asking: Question, tree: Node, vocabulary: Vocabulary) -> Explanation:
    """What the parts of a question come to mean; ``tree`` is its own with all that is written for the same."""
    found = dict.fromkeys(_Explaining(asking, vocabulary).meanings(tree))
    return Explanation(described(asking.tree), tuple(found))


def score_parts(shares: Sequence[Share]) -> tuple[ScorePart, ...]:
    """The parts of a score, each with what it is about in words."""
    return tuple(ScorePart(share.name, _in_words(share.part), share.value) for share in shares)


def _in_words(leaf: plan.Leaf) -> str:
    match leaf:
        case plan.Row(slots) | plan.Near(slots):
            return " ".join("*" if each is None else each.key for each in slots)
        case plan.Ways(stretches):
            return " ".join(_in_words(ways[0]) for ways in stretches)
        case plan.Quoted(part):
            return _in_words(part)
        case plan.Spoken(speakers):
            return ", ".join(map(_in_words, plan.leaves(speakers)))


@dataclass(frozen=True, slots=True)
class _Explaining:
    asking: Question
    vocabulary: Vocabulary

    def meanings(self, node: Node) -> Iterator[Meaning]:
        match node:
            case Phrase(typed, syllables) | Near(typed, syllables):
                yield from self._spellings(typed)
                yield from self._accents(syllables)
            case Written(typed_as, stretches):
                yield from self.meanings(typed_as)
                for first, *others in stretches:
                    yield from self._ways(" ".join(first), [Phrase(" ".join(way), way) for way in others])
            case Same(words, ways):
                yield from self.meanings(words)
                yield from self._ways(described(words), ways)
            case Dated(typed, since, until):
                yield Meaning("dates", typed, ((since or "", 0), (until or "", 0)))
            case Within(field, part) if field in FACT_FIELDS:
                values = self.vocabulary.values(field).items()
                fits = fitting(part, self.asking.accents)
                names = tuple((name, count) for name, count in values if fits(keys(name)))
                yield Meaning("names", described(node), tuple(sorted(names, key=lambda name: -name[1])))
            case Within("speaker", _):  # whose names are no words of the texts
                return
            case Within(_, part) | Without(part):
                yield from self.meanings(part)
            case All(parts) | Any(parts):
                for part in parts:
                    yield from self.meanings(part)

    def _ways(self, typed: str, others: Sequence[Phrase]) -> Iterator[Meaning]:
        """The other ways of writing something that stand in the archive at all."""
        counted = ((way.typed, self.vocabulary.places_of(self.asking, way)) for way in others)
        found = tuple(sorted((way for way in counted if way[1]), key=lambda way: -way[1]))
        if found:
            yield Meaning("ways", typed, found)

    def _spellings(self, typed: str) -> Iterator[Meaning]:
        """The words that are looked for in another spelling than was typed: tones moved, y as i."""
        tokens = cut(typed)
        for key, start, end in zip(tokens.keys, tokens.starts, tokens.ends, strict=True):
            word = typed[start:end]
            if word.lower() != key:
                yield Meaning("spelling", word, ((key, 0),))

    def _accents(self, syllables: tuple[str, ...]) -> Iterator[Meaning]:
        for key in syllables:
            bare = fold(key)
            is_open = self.asking.accents is Accents.IGNORE or (
                self.asking.accents is Accents.AUTO and bare == key and key.isalpha()
            )
            if is_open and key != ANY_SYLLABLE:
                found = self.vocabulary.accentings(bare)
                if list(found) != [key]:
                    yield Meaning("accents", key, tuple(found.items()))
