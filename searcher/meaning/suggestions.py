"""What may have been meant where nothing, or next to nothing, is found: other queries, each with what it would give.

The words come from the index's own vocabulary: another accenting, a neighbouring letter, two words run together, the
keys of an input method that was off. Nothing is proposed that gives nothing, and nothing is done unasked.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from corpus.encodings.syllables import is_syllable
from index.normal_form import fold
from index.schema import TEXT_FIELDS
from index.syllables import syllables as cut
from searcher.meaning.keystrokes import typed_as_keys
from searcher.meaning.question import Accents, Filters, Question, any_of, words
from searcher.query.tree import ANY_SYLLABLE, All, Any, Near, Node, Phrase, Within, Without, described
from searcher.results.remarks import Suggestion

if TYPE_CHECKING:
    from searcher.results.counts import Count

MOST = 5
_TRIED = 60
"""Queries that are counted at the most."""

_LONGEST = 12
"""Syllables of a query whose words are looked into: a longer one was pasted."""

_MORE = 20
"""Times as many articles are worth a suggestion where some are found."""

_FEW = 6
"""Words that are tried in the place of one."""

_SHORT, _MANY = 3, 20
"""Syllables of a phrase whose words all stand in the index but not so, and the neighbours that are tried of each."""

_LETTERS = "abcdeghiklmnopqrstuvxy"
_SHORTEST = 3
"""Letters of a word in which one may be another."""


class Counting(Protocol):
    """What suggestions need of an archive."""

    def count_of(self, asking: Question) -> Count: ...

    def accentings(self, bare: str) -> dict[str, int]: ...


def suggestions(asking: Question, found: Count, archive: Counting) -> tuple[Suggestion, ...]:
    """The queries that give more than ``found``, those that change least first. Raises what counting raises."""
    return tuple(_Suggesting(asking, found, archive).all())


@dataclass(slots=True)
class _Suggesting:
    asking: Question
    found: Count
    archive: Counting
    tried: int = 0

    def all(self) -> Iterator[Suggestion]:
        """Other words in any case; less of the query only where it finds nothing."""
        if not self.found.articles:
            yield from self._filters()
            yield from self._elsewhere()
        different = {suggestion.query: suggestion for suggestion in self._spellings()}
        spellings = sorted(different.values(), key=lambda suggestion: -suggestion.articles)[:MOST]
        yield from (each for each in spellings if each.articles * _MORE > spellings[0].articles)
        if not self.found.articles:
            if self.asking.accents is not Accents.IGNORE:
                yield from self._counted("accents", self.asking.tree, accents=Accents.IGNORE)
            if not spellings and not (less := list(self._less())):
                yield from self._any()
            elif not spellings:
                yield from less

    def _any(self) -> Iterator[Suggestion]:
        """Articles with any of the words, the last resort."""
        tree = self.asking.tree
        if (loose := any_of(tree)) != tree:
            yield from self._counted("any", loose)

    def _less(self) -> Iterator[Suggestion]:
        """The words of a phrase anywhere, or a conjunction without one of its parts."""
        tree = self.asking.tree
        if isinstance(tree, Phrase) and len(words(tree)) > 1:
            yield from self._counted("words", All(words(tree)))
        elif isinstance(tree, All) and len(tree.parts) <= _LONGEST:
            for at, part in enumerate(tree.parts):
                others = tree.parts[:at] + tree.parts[at + 1 :]
                if not all(isinstance(other, Without) for other in others):  # which nearly all articles are
                    for suggestion in self._counted("part", All(others)):
                        yield replace(suggestion, option=described(part))

    def _filters(self) -> Iterator[Suggestion]:
        """The same query without one of the filters, or without all of them."""
        filters = self.asking.filters
        given = [name for name in Filters.__slots__ if getattr(filters, name) is not None]
        alone = [found for name in given for found in self._without(name, replace(filters, **{name: None}))]
        if alone or len(given) < 2:
            yield from alone
        else:
            yield from self._without("all", Filters())

    def _elsewhere(self) -> Iterator[Suggestion]:
        """The same query looked for in all of the text, where it was asked for in a part of it."""
        tree = self.asking.tree
        if self.asking.fields != TEXT_FIELDS:
            for suggestion in self._counted("filter", tree, fields=TEXT_FIELDS):
                yield replace(suggestion, option="in")
        if isinstance(tree, Within) and tree.field in (*TEXT_FIELDS, "quote"):
            for suggestion in self._counted("part", tree.part):
                yield replace(suggestion, option=f"{tree.field}:")

    def _without(self, name: str, filters: Filters) -> Iterator[Suggestion]:
        for suggestion in self._counted("filter", self.asking.tree, filters=filters):
            yield replace(suggestion, option=name)

    def _counted(self, kind: str, tree: Node, **changes: object) -> Iterator[Suggestion]:
        """A suggestion, where it gives anything new."""
        if self.tried >= _TRIED:
            return
        self.tried += 1
        count = self.archive.count_of(replace(self.asking, tree=tree, **changes))  # type: ignore[arg-type]
        if count.articles > self.found.articles * _MORE:
            yield Suggestion(kind, described(tree), count.articles, count.occurrences)

    def _spellings(self) -> Iterator[Suggestion]:
        """The query with its words as keys of an input method, or with one of them in another spelling."""
        tree = self.asking.tree
        keys = _replaced(tree, _as_keys)
        if keys != tree:
            for suggestion in self._counted("keys", keys):
                yield suggestion
                return
        leaves = [leaf for leaf in _phrases(tree) if leaf.syllables.count(ANY_SYLLABLE) == 0]
        if sum(len(leaf.syllables) for leaf in leaves) > _LONGEST:
            return
        for leaf in leaves:
            unknown = [at for at, key in enumerate(leaf.syllables) if not self._is_known(key)]
            for at in unknown if len(unknown) == 1 else () if unknown else range(len(leaf.syllables)):
                for key in self._alike(leaf.syllables[at], known=not unknown):
                    other = _with(leaf, at, key)
                    yield from self._counted("spelling", _swapped(tree, leaf, other))
        if not self.found.articles and len(leaves) == 1 and len(leaves[0].syllables) <= _SHORT:
            for at, key in enumerate(leaves[0].syllables):
                for near in self._neighbours(fold(key))[:_MANY]:
                    yield from self._counted("spelling", _swapped(tree, leaves[0], _with(leaves[0], at, near)))

    def _is_known(self, key: str) -> bool:
        """Whether a word stands in the index; where something was found, more often than what was found."""
        known = self.archive.accentings(fold(key))
        times = sum(known.values()) if key == fold(key) else known.get(key, 0)
        return times > self.found.occurrences

    def _alike(self, key: str, *, known: bool) -> Sequence[str]:
        """Words that may have been meant: of a ``known`` one the other accentings, else also its neighbours."""
        bare = fold(key)
        found = [other for other in self.archive.accentings(bare) if other != key and key != bare]
        if known or found:
            return found[:_FEW]
        joined = [
            f"{key[:at]} {key[at:]}"
            for at in range(2, len(key) - 1)
            if self._is_known(key[:at]) and self._is_known(key[at:])
        ]
        return [*self._neighbours(bare)[:_FEW], *joined]

    def _neighbours(self, bare: str) -> Sequence[str]:
        """The words of the index that differ in a letter, the commonest first."""
        found = {
            other: count
            for form in _edits(bare)
            for other, count in self.archive.accentings(form).items()
            if other != form or not is_syllable(other)  # a bare syllable stands for the accented ones as well
        }
        return sorted(found, key=lambda other: -found[other])


def _edits(bare: str) -> set[str]:
    """What a word without accents becomes by one letter more, less, or another, or by two that change places."""
    if len(bare) < _SHORTEST:
        return set()
    halves = [(bare[:at], bare[at:]) for at in range(len(bare) + 1)]
    less = {left + right[1:] for left, right in halves if right}
    turned = {left + right[1] + right[0] + right[2:] for left, right in halves if len(right) > 1}
    other = {left + letter + right[1:] for left, right in halves if right for letter in _LETTERS}
    more = {left + letter + right for left, right in halves for letter in _LETTERS}
    return (less | turned | other | more) - {bare}


def _phrases(tree: Node) -> Iterator[Phrase | Near]:
    """The phrases that have to be found, in a row or near together."""
    match tree:
        case Phrase() | Near():
            yield tree
        case All(parts) | Any(parts):
            for part in parts:
                yield from _phrases(part)
        case Within(_, part):
            yield from _phrases(part)


def _swapped(tree: Node, old: Phrase | Near, new: Phrase | Near) -> Node:
    """The tree with one phrase in the place of another."""
    match tree:
        case Phrase() | Near():
            return new if tree == old else tree
        case All(parts):
            return All(tuple(_swapped(part, old, new) for part in parts))
        case Any(parts):
            return Any(tuple(_swapped(part, old, new) for part in parts))
        case Within(field, part):
            return Within(field, _swapped(part, old, new))
    return tree


def _as_keys(typed: str) -> str:
    """What was typed with its words as keys of an input method."""
    return re.sub(r"\w+", lambda word: _in_case_of(word[0], typed_as_keys(word[0]) or word[0]), typed)


def _with(phrase: Phrase | Near, at: int, key: str) -> Phrase | Near:
    """A phrase with another word in the place of one of its syllables, also in what is shown of it."""
    tokens = cut(phrase.typed)
    start, end = tokens.starts[at], tokens.ends[at]
    typed = phrase.typed[:start] + _in_case_of(phrase.typed[start:end], key) + phrase.typed[end:]
    syllables = (*phrase.syllables[:at], *key.split(), *phrase.syllables[at + 1 :])
    return replace(phrase, typed=typed, syllables=syllables)


def _in_case_of(word: str, key: str) -> str:
    """A key in the capitals of the word that it stands for."""
    if word == key or not word[:1].isupper():
        return key
    return key.upper() if word.isupper() and len(word) > 1 else key[:1].upper() + key[1:]


def _replaced(tree: Node, change: Callable[[str], str]) -> Node:
    """The tree with what was typed of its phrases changed."""
    match tree:
        case Phrase(typed, syllables) | Near(typed, syllables) if ANY_SYLLABLE not in syllables:
            changed = change(typed)
            return replace(tree, typed=changed, syllables=cut(changed).keys) if changed != typed else tree
        case All(parts):
            return All(tuple(_replaced(part, change) for part in parts))
        case Any(parts):
            return Any(tuple(_replaced(part, change) for part in parts))
        case Within(field, part):
            return Within(field, _replaced(part, change))
        case Without(part):
            return Without(_replaced(part, change))
    return tree
