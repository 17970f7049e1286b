"""What is asked for: the tree of a query, free of any engine's types.

A tree says what was typed and nothing of how it is found: which accented syllables a bare one stands for, or which
spelling variants are one key, is known to the index alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

ANY_SYLLABLE = "*"
"""The key of a place in a phrase where any one syllable may stand."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Syllables in a row, one or many; ``typed`` is how they stood in the query. A word is a phrase of its parts."""

    typed: str
    syllables: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class All:
    """Every part must match."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Any:
    """At least one part must match."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Without:
    """The part must not match."""

    part: Node


@dataclass(frozen=True, slots=True)
class Within:
    """The part must match in this field."""

    field: str
    part: Node


Node = Phrase | All | Any | Without | Within


def phrases(node: Node) -> tuple[Phrase, ...]:
    """The phrases that a match may show, left to right: those under no ``Without``."""
    match node:
        case Phrase():
            return (node,)
        case All(parts) | Any(parts):
            return tuple(phrase for part in parts for phrase in phrases(part))
        case Within(_, part):
            return phrases(part)
        case Without():
            return ()


def described(node: Node) -> str:
    """A tree as a person reads it, in the syntax of queries: what was understood, to be echoed."""
    match node:
        case Phrase(typed, syllables):
            shown = " ".join(re.sub('["“”„«»]', " ", typed).split())
            return f'"{shown}"' if len(syllables) > 1 else shown
        case All(parts):
            return " ".join(_grouped(part) for part in parts)
        case Any(parts):
            return " OR ".join(_grouped(part) for part in parts)
        case Without(part):
            return f"NOT {_grouped(part)}"
        case Within(field, part):
            return f"{field}:{_grouped(part)}"


def _grouped(node: Node) -> str:
    shown = described(node)
    return f"({shown})" if isinstance(node, All | Any) else shown
