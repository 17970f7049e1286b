"""A search as it was asked for: what was typed, and how it is to be taken, checked and put together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from typing import TypedDict, Unpack

from index.schema import TEXT_FIELDS
from index.syllables import keys
from searcher.errors import EmptyFilterError, EmptyQueryError, TurnedDatesError, WrongDateError
from searcher.meaning.aliases import Aliases, built_in
from searcher.query.date_range import iso_date
from searcher.query.parse import parse
from searcher.query.tree import ANY_SYLLABLE, All, Any, Node, Phrase, Within, Without

Typed = str | Sequence[str]
"""A query as one argument or several, each read as a shell argument is: one that holds a space is a phrase."""


class Match(StrEnum):
    """Which articles match: those with all parts, with any of the words, or with all the words in a row."""

    ALL = "all"
    ANY = "any"
    PHRASE = "phrase"


class Accents(StrEnum):
    """What a syllable without accents stands for: ``AUTO`` any accenting, ``EXACT`` itself.

    ``IGNORE`` takes the accents off the query as well.
    """

    AUTO = "auto"
    EXACT = "exact"
    IGNORE = "ignore"


@dataclass(frozen=True, slots=True)
class Filters:
    """Facts that an article must have; ``None`` asks for nothing. Dates are ISO 8601, as short as a year, or as
    ``30/5/2021``. Somebody with such a name as ``speaker`` has to be quoted; in quotations, only theirs are looked at.
    """

    since: str | None = None
    until: str | None = None
    source: str | None = None
    section: str | None = None
    author: str | None = None
    speaker: str | None = None

    def __post_init__(self) -> None:
        for name in ("since", "until"):
            value = getattr(self, name)
            if value is not None:
                written = iso_date(value)
                if written is None:
                    raise WrongDateError(value=value)
                object.__setattr__(self, name, written)
        if self.since is not None and self.until is not None and self.since > self.until + "~":  # a year holds its days
            raise TurnedDatesError(since=self.since, until=self.until)
        for name in ("source", "section", "author", "speaker"):
            if getattr(self, name) is not None and not keys(getattr(self, name)):
                raise EmptyFilterError(name=name)

    @property
    def asked(self) -> tuple[tuple[str, str], ...]:
        """The names and values of those that ask for something."""
        return tuple((name, value) for name, value in asdict(self).items() if value is not None)


class Asked(TypedDict, total=False):
    """How a query is to be taken, as keywords; what is not given is ``ALL``, not plain, ``AUTO``, everywhere.

    ``plain`` reads the query as words alone, with no operators. ``fields`` are those of the text to look in, or
    ``("quote",)`` for what stands in quotations. ``aliases`` are the ways of writing the same, by default those that
    come with timbao; ``None`` looks for what was typed alone. ``whole_words`` takes only what begins and ends where
    words do.
    """

    match: Match | str
    plain: bool
    accents: Accents | str
    fields: Sequence[str]
    filters: Filters
    aliases: Aliases | None
    whole_words: bool


@dataclass(frozen=True, slots=True)
class Question:
    """A query's tree and how it is to be taken."""

    tree: Node
    match: Match = Match.ALL
    accents: Accents = Accents.AUTO
    fields: tuple[str, ...] = TEXT_FIELDS
    filters: Filters = Filters()
    aliases: Aliases | None = None
    whole_words: bool = False


def question(query: Typed, **asked: Unpack[Asked]) -> Question:
    """What was typed, parsed. Raises ``QueryError``, and ``ValueError`` for a keyword's value that is none."""
    arguments = (query,) if isinstance(query, str) else tuple(query)
    fields = tuple(asked.get("fields", TEXT_FIELDS))
    if fields != ("quote",) and (not fields or not set(fields) <= set(TEXT_FIELDS)):
        raise ValueError(f"fields {fields}: only {TEXT_FIELDS}, or quote alone")
    match = Match(asked.get("match", Match.ALL))
    tree = parse(arguments, plain=asked.get("plain", False))
    if match is Match.ANY:
        tree = any_of(tree)
    elif match is Match.PHRASE:
        tree = _in_a_row(tree)
    return Question(
        tree,
        match,
        Accents(asked.get("accents", Accents.AUTO)),
        fields,
        asked.get("filters", Filters()),
        asked["aliases"] if "aliases" in asked else built_in(),
        asked.get("whole_words", False),
    )


def quotation_question(query: Typed | None, **asked: Unpack[Asked]) -> Question:
    """What was asked of quotations: what was typed has to stand in them, and without it a speaker be named.

    ``fields`` may be those of the text in which the words are to stand. Raises ``QueryError``, ``EmptyQueryError``
    where neither is there.
    """
    asked = asked.copy()
    fields, asked["fields"] = asked.get("fields", ("quote",)), ("quote",)
    if query:
        asking = question(query, **asked)
        if tuple(fields) in (("quote",), TEXT_FIELDS):
            return asking
        within = tuple(Within(field, asking.tree) for field in fields)
        return replace(asking, tree=within[0] if len(within) == 1 else Any(within))
    filters = asked.get("filters", Filters())
    if filters.speaker is None:
        raise EmptyQueryError("", 0)
    asked["plain"], asked["match"] = True, Match.ALL
    named = Within("speaker", Phrase(filters.speaker, keys(filters.speaker)))
    asking = question(filters.speaker, **asked)
    return replace(asking, tree=named, filters=replace(filters, speaker=None))


def words(phrase: Phrase) -> tuple[Phrase, ...]:
    """A phrase's syllables, each a phrase of its own, once."""
    return tuple(Phrase(key, (key,)) for key in dict.fromkeys(phrase.syllables) if key != ANY_SYLLABLE)


def any_of(tree: Node) -> Node:
    """The tree with its conjunctions, and phrases that are the whole query, loosened to any of their words."""
    match tree:
        case Phrase():
            typed = tuple(Phrase(key, (key,)) for key in tree.syllables)
            return Any(words(tree), typed) if len(words(tree)) > 1 else tree
        case All(parts):
            wanted = tuple(part for part in parts if not isinstance(part, Without))
            refused = tuple(part for part in parts if isinstance(part, Without))
            loose: tuple[Node, ...] = (Any(wanted, wanted),) if len(wanted) > 1 else wanted
            return All((*loose, *refused)) if refused else loose[0]
        case Within(field, part):
            return Within(field, any_of(part))
    return tree


def _in_a_row(tree: Node) -> Node:
    """Words typed one an argument as one phrase; any other tree as it is."""
    if isinstance(tree, All) and all(isinstance(part, Phrase) for part in tree.parts):
        parts = [part for part in tree.parts if isinstance(part, Phrase)]
        return Phrase(" ".join(part.typed for part in parts), tuple(key for part in parts for key in part.syllables))
    return tree
