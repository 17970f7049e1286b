"""What is asked for: the tree of a query, free of any engine's types.

A tree says what was typed and nothing of how it is found: which accented syllables a bare one stands for, or which
spelling variants are one key, is known to the index alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from searcher.query.lexer import AND, NOT, OR

_READ_OTHERWISE = re.compile(rf"[:~*()\s]|^[-'‘’]|^(?:{'|'.join((*AND, *OR, *NOT))})$")
"""Words that are syntax where they stand without quotation marks."""

ANY_SYLLABLE = "*"
"""The key of a place in a phrase where any one syllable may stand."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Syllables in a row, one or many; ``typed`` is how they stood in the query. A word is a phrase of its parts."""

    typed: str
    syllables: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Near:
    """Syllables in any order in one paragraph, at most ``within`` others between the first and the last of them."""

    typed: str
    syllables: tuple[str, ...]
    within: int


@dataclass(frozen=True, slots=True)
class Dated:
    """Published not before ``since`` and not after ``until``, ISO 8601 as short as a year; ``None`` is no bound."""

    typed: str
    since: str | None
    until: str | None


@dataclass(frozen=True, slots=True)
class Identified:
    """The article that has this id."""

    identity: str


@dataclass(frozen=True, slots=True)
class Written:
    """A phrase, some stretches of which may be written in several ways: an abbreviation, a date.

    The stretches stand one behind the other; the first of the ways of each is the one that was typed.
    """

    typed: Phrase
    stretches: tuple[tuple[tuple[str, ...], ...], ...]


@dataclass(frozen=True, slots=True)
class Same:
    """Words that were typed one by one, or one of the ``others``, each of which is written for them together."""

    typed: All
    others: tuple[Phrase, ...]


@dataclass(frozen=True, slots=True)
class All:
    """Every part must match."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Any:
    """At least one part must match.

    Where that is so because any of some words is enough, ``typed`` are these in their order, also those typed twice.
    """

    parts: tuple[Node, ...]
    typed: tuple[Node, ...] = ()


@dataclass(frozen=True, slots=True)
class Without:
    """The part must not match."""

    part: Node


@dataclass(frozen=True, slots=True)
class Within:
    """The part must match in this field: of the text, or of what is known of an article, its source for example."""

    field: str
    part: Node


Leaf = Phrase | Near | Written | Dated | Identified
Node = Leaf | Same | All | Any | Without | Within


def described(node: Node) -> str:
    """A tree as a person reads it, in the syntax of queries: what was understood, to be echoed."""
    match node:
        case Phrase(typed, syllables):
            shown = _unquoted(typed)
            return f'"{shown}"' if len(syllables) > 1 or _READ_OTHERWISE.search(shown) else shown
        case Near(typed, _, within):
            return f'"{_unquoted(typed)}"~{within}'
        case Dated(typed):
            return typed
        case Identified(identity):
            return f'"{identity}"' if re.search(r"[\s()]", identity) else identity
        case Written(typed_as) | Same(typed_as):
            return described(typed_as)
        case All(parts):
            return " ".join(_grouped(part) for part in parts)
        case Any(parts):
            return " OR ".join(_grouped(part) for part in parts)
        case Without(part):
            return f"NOT {_grouped(part)}"
        case Within(field, part):
            return f"{field}:{_grouped(part)}"


def _unquoted(typed: str) -> str:
    return " ".join(re.sub('["“”„«»]', " ", typed).split())


def _grouped(node: Node) -> str:
    shown = described(node)
    return f"({shown})" if isinstance(node, All | Any | Same) else shown
