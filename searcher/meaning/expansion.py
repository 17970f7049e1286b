"""A query's tree with all that is written for the same: abbreviations, dates, numbers, hyphenated words.

``UBND tỉnh`` comes to mean ``ủy ban nhân dân tỉnh`` as well, in a phrase and over words typed one by one. Only what a
table or a rule calls the same is added, never what is merely alike.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from index.normal_form import fold
from index.syllables import syllables as cut
from searcher.meaning.aliases import LONGEST_WAY, Aliases
from searcher.meaning.question import Accents, Question
from searcher.meaning.written_dates import Fits, Way, date_at
from searcher.meaning.written_numbers import number_at
from searcher.query.tree import All, Any, Node, Phrase, Same, Within, Without, Written

_HYPHENS = "-‐‑"


def expanded(asking: Question) -> Node:
    """The tree in which everything that can be written in another way is found in it too."""
    return expansion(asking)(asking.tree)


def expansion(asking: Question) -> Callable[[Node], Node]:
    """What makes of a tree one in which other ways of writing are found, as a question asks for it."""
    return _Expansion(asking.aliases, _fits(asking.accents)).node if asking.aliases else lambda node: node


def _fits(accents: Accents) -> Fits:
    def fits(typed: str, key: str) -> bool:
        bare = fold(key)
        match accents:
            case Accents.EXACT:
                return typed == key
            case Accents.IGNORE:
                return fold(typed) == bare
        return typed in (key, bare)

    return fits


class _Expansion:
    def __init__(self, aliases: Aliases, fits: Fits) -> None:
        self._aliases, self._fits = aliases, fits

    def node(self, node: Node) -> Node:
        match node:
            case Phrase():
                return self._phrase(node)
            case All(parts):
                return All(tuple(self._over_words(parts))) if len(parts) > 1 else All(tuple(map(self.node, parts)))
            case Any(parts):
                return Any(tuple(map(self.node, parts)), node.typed)
            case Without(part):
                return Without(self.node(part))
            case Within(field, part):
                return Within(field, self.node(part))
        return node

    def _phrase(self, phrase: Phrase) -> Node:
        stretches = tuple(self._stretches(phrase))
        return Written(phrase, stretches) if any(len(ways) > 1 for ways in stretches) else phrase

    def _stretches(self, phrase: Phrase) -> Iterator[tuple[Way, ...]]:
        """The phrase's syllables in order, each by itself or the longest that have other ways together."""
        syllables, at = phrase.syllables, 0
        hyphenated = _hyphenated(phrase)
        while at < len(syllables):
            length, others = self._at(syllables, at) or hyphenated.get(at) or (1, ())
            yield syllables[at : at + length], *others
            at += length

    def _at(self, syllables: Sequence[str], at: int) -> tuple[int, tuple[Way, ...]] | None:
        found = [
            here
            for here in (
                date_at(syllables, at, self._fits),
                number_at(syllables, at),
                self._aliases.at(syllables, at, self._fits),
            )
            if here is not None
        ]
        return max(found, key=lambda here: here[0], default=None)

    def _over_words(self, parts: Sequence[Node]) -> Iterator[Node]:
        """The parts of a conjunction; words side by side that together have other ways become one."""
        at = 0
        while at < len(parts):
            found = self._words_at(parts, at)
            if found is None:
                yield self.node(parts[at])
                at += 1
            else:
                length, others = found
                words = All(tuple(parts[at : at + length]))
                yield Same(words, tuple(Phrase(" ".join(way), way) for way in others))
                at += length

    def _words_at(self, parts: Sequence[Node], at: int) -> tuple[int, tuple[Way, ...]] | None:
        """How many words from one on have other ways together, and these."""
        words: list[Phrase] = []
        for part in parts[at : at + LONGEST_WAY]:
            if not isinstance(part, Phrase) or len(part.syllables) > 1:
                break
            words.append(part)
        found = self._at([word.syllables[0] for word in words], 0) if len(words) > 1 else None
        return found if found is not None and found[0] > 1 else None


def _hyphenated(phrase: Phrase) -> dict[int, tuple[int, tuple[Way, ...]]]:
    """Syllables that hyphens join, by the first: how many, and the one word that they make (``Pu-tin``: ``putin``)."""
    tokens = cut(phrase.typed)
    found: dict[int, tuple[int, tuple[Way, ...]]] = {}
    if tokens.keys != phrase.syllables:  # a phrase with stars
        return found
    begin = 0
    for at in range(1, len(tokens.keys) + 1):
        gap = phrase.typed[tokens.ends[at - 1] : tokens.starts[at]] if at < len(tokens.keys) else ""
        if len(gap) == 1 and gap in _HYPHENS:
            continue
        joined = "".join(tokens.keys[begin:at])
        if at - begin > 1 and joined.isalpha():
            found[begin] = at - begin, ((joined,),)
        begin = at
    return found
