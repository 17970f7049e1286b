"""What an index is asked: a tree of conditions on articles, as the engine evaluates it.

Words are given as keys. The leaves that stand in the text (``Row``) have places and scores; all others only filter.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntFlag
from typing import NamedTuple

from index.schema import TEXT_FIELDS


class Slot(NamedTuple):
    """What may stand at one place of a row: a key, or with ``any_accents`` all keys that fold to it."""

    key: str
    any_accents: bool = False


ANY_SYLLABLE: Slot | None = None
"""The slot in which any syllable may stand."""

Slots = tuple[Slot | None, ...]


class Whole(IntFlag):
    """At which ends of what stands in a row no word may go on: one begins with its first syllable, one behind its last.

    A number of thousands is a word, so a row that is one can be told from the end of a longer one.
    """

    NEITHER = 0
    BEGIN = 1
    END = 2
    BOTH = 3


@dataclass(frozen=True, slots=True)
class Row:
    """The articles in which syllables stand in a row in one of ``fields``; at least one of them is given."""

    slots: Slots
    fields: tuple[str, ...] = TEXT_FIELDS
    whole: Whole = Whole.NEITHER


@dataclass(frozen=True, slots=True)
class Near:
    """The articles in which syllables stand in any order in one unit of one of ``fields``, each at a place of its own.

    From the first to the last of them at most ``within`` others stand between; where several stretches of the text lie
    in one another, only the shortest counts.
    """

    slots: tuple[Slot, ...]
    within: int
    fields: tuple[str, ...] = TEXT_FIELDS


@dataclass(frozen=True, slots=True)
class Ways:
    """The articles in which stretches stand one behind the other in one of ``fields``, each in any of some ways.

    A stretch is as rare as the commonest of its ways. ``whole`` asks of all together what it does of a row.
    """

    stretches: tuple[tuple[Row, ...], ...]
    fields: tuple[str, ...] = TEXT_FIELDS
    whole: Whole = Whole.NEITHER


Written = Row | Near | Ways
"""What stands in the text."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """The articles in which something stands inside a quotation; with ``speakers``, of somebody with such a name.

    These are ``All``, ``Any`` and ``Not`` of rows and ways, which stand in the speaker's name.
    """

    part: Written
    speakers: Condition | None = None


@dataclass(frozen=True, slots=True)
class Spoken:
    """The articles with a quotation of such ``speakers``; each of these is a place."""

    speakers: Condition


@dataclass(frozen=True, slots=True)
class Only:
    """The articles of a part, without its places and scores."""

    part: Condition


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
    preferred: Leaf


@dataclass(frozen=True, slots=True)
class Boost:
    """A row that raises the score of articles in which it stands, by what it tells beyond the rarest of its syllables.

    ``weight`` multiplies what it adds (``score.py``); ``name`` is what it is called where a score is explained.
    """

    row: Row
    weight: float
    name: str


@dataclass(frozen=True, slots=True)
class Scored:
    """The articles and places of ``base``; to the score of each is added that of the boosts that stand there."""

    base: Condition
    boosts: tuple[Boost, ...]


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


Leaf = Written | Quoted | Spoken
"""What has places."""

Condition = Leaf | Only | All | Any | Not | Preferring | Scored | Valued | Between


def leaves(condition: Condition) -> tuple[Leaf, ...]:
    """What gives the places of a condition: all leaves but the negated, the preferred and the boosts."""
    match condition:
        case Row() | Near() | Ways() | Quoted() | Spoken():
            return (condition,)
        case All(parts) | Any(parts):
            return tuple(leaf for part in parts for leaf in leaves(part))
        case Preferring(base) | Scored(base):
            return leaves(base)
    return ()


def rows(condition: Condition) -> tuple[Row, ...]:
    """Those of the leaves that are rows."""
    return tuple(leaf for leaf in leaves(condition) if isinstance(leaf, Row))
