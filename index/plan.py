"""What an index is asked: a tree of conditions on articles, as the engine evaluates it.

Words are given as keys. The leaves that stand in the text (``Row``) have places and scores; all others only filter.
"""

from __future__ import annotations

from dataclasses import dataclass

from index.schema import TEXT_FIELDS


@dataclass(frozen=True, slots=True)
class Slot:
    """What may stand at one place of a row: a key, or with ``any_accents`` all keys that fold to it."""

    key: str
    any_accents: bool = False


ANY_SYLLABLE: Slot | None = None
"""The slot in which any syllable may stand."""

Slots = tuple[Slot | None, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """The articles in which syllables stand in a row in one of ``fields``; at least one of them is given."""

    slots: Slots
    fields: tuple[str, ...] = TEXT_FIELDS


@dataclass(frozen=True, slots=True)
class All:
    """The articles that all parts give; without parts that are not negated, all articles that these do not give."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Any:
    """The articles that any part gives."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The articles that the part does not give."""

    part: Condition


@dataclass(frozen=True, slots=True)
class Preferring:
    """The articles of ``base``; those in which ``preferred`` stands as well come before all others."""

    base: Condition
    preferred: Row


@dataclass(frozen=True, slots=True)
class Valued:
    """The articles in which a fact has one of some values, character for character."""

    fact: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Between:
    """The articles in which a fact is not below ``lowest`` and not above ``highest``; ``None`` is no bound."""

    fact: str
    lowest: str | None
    highest: str | None


Condition = Row | All | Any | Not | Preferring | Valued | Between


def rows(condition: Condition) -> tuple[Row, ...]:
    """The rows whose places a condition gives: all but the negated and the preferred."""
    match condition:
        case Row():
            return (condition,)
        case All(parts) | Any(parts):
            return tuple(row for part in parts for row in rows(part))
        case Preferring(base):
            return rows(base)
    return ()
