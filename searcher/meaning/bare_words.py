"""Which words of a query stand for any accenting, though others beside them stand as they are typed?

In ``công an`` the second word has no accents, and so means ``ăn`` and ``ân`` as well: somebody who types accents may
not be aware of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from index.normal_form import fold
from searcher.meaning.question import Accents, Question
from searcher.query.tree import ANY_SYLLABLE, All, Any, Near, Node, Phrase, Same, Within, Without, Written


def bare_beside_accented(asking: Question, accentings: Callable[[str], Mapping[str, int]]) -> tuple[str, ...]:
    """Such words of a question, each once, of which the archive has other ``accentings``; none where all are bare."""
    if asking.accents is not Accents.AUTO:
        return ()
    typed = tuple(dict.fromkeys(_syllables(asking.tree)))
    bare = [syllable for syllable in typed if fold(syllable) == syllable]
    return tuple(syllable for syllable in bare if len(accentings(syllable)) > 1) if len(bare) < len(typed) else ()


def _syllables(node: Node) -> Iterator[str]:
    match node:
        case Phrase(_, syllables) | Near(_, syllables):
            yield from (syllable for syllable in syllables if syllable is not ANY_SYLLABLE)
        case Written(typed_as) | Same(typed_as):
            yield from _syllables(typed_as)
        case All(parts) | Any(parts):
            for part in parts:
                yield from _syllables(part)
        case Without(part) | Within(_, part):
            yield from _syllables(part)
