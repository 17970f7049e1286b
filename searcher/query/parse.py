"""Tokens to a tree. A query is read as it stands or refused: nothing in it is silently passed over but punctuation.

query  = all { OR all }          all  = part { [AND] part }
part   = [NOT | -] ( group | field: part | phrase [~N] | word )
group  = "(" query ")"
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from corpus.piles import MOST_MARKS, pile
from index.syllables import keys
from searcher.errors import (
    DanglingOperatorError,
    EdgeStarError,
    EmptyFieldError,
    EmptyQueryError,
    FarNearError,
    FieldValueError,
    NestedFieldError,
    OverlongQueryError,
    QueryError,
    StrayNearError,
    TruncationError,
    UnclosedGroupError,
    UnreadDateError,
)
from searcher.query.date_range import date_range, likely_range
from searcher.query.field_names import FACT_FIELDS
from searcher.query.lexer import Kind, Token, joined, plain_tokens, tokens
from searcher.query.tree import ANY_SYLLABLE, All, Any, Dated, Identified, Near, Node, Phrase, Within, Without

LONGEST_QUERY = 20_000
"""Characters; the longest sentence of a newspaper has a tenth of that."""

_LONGEST_TYPED = 3 * LONGEST_QUERY
"""The same before it is composed; a letter of Vietnamese is three characters at most."""

DEEPEST_GROUP = 50
MOST_PARTS = 1000
MOST_STARS = 50
_SHOWN = 40
"""Characters of a wrong value that are shown."""

FARTHEST = 1000
"""Syllables that may stand between words that are near; few paragraphs are longer."""

_NAMES = (*FACT_FIELDS, "speaker")
"""Fields that hold names, in which nothing stands far apart."""

_STARRED = re.compile(r"(?<=[\w*])\*|\*(?=[\w*])")
"""A star that touches a word or another star."""


def parse(arguments: Sequence[str], *, plain: bool = False) -> Node:
    """The tree of a query given as shell arguments; ``plain`` reads them as words alone.

    Raises ``QueryError``, whose offsets belong to the arguments composed and joined by single spaces.
    """
    query = joined(arguments)
    if len(query) > _LONGEST_TYPED:
        raise OverlongQueryError(query, _LONGEST_TYPED, limit=LONGEST_QUERY)
    if (piled := pile(query)) is not None:
        raise OverlongQueryError(query, piled, limit=MOST_MARKS)
    arguments = [unicodedata.normalize("NFC", argument) for argument in arguments]
    query = joined(arguments)
    if len(query) > LONGEST_QUERY:
        raise OverlongQueryError(query, LONGEST_QUERY, limit=LONGEST_QUERY)
    try:
        return _read(arguments, query, plain)
    except QueryError as error:
        if error.repair is not None and not _reads(error.repair):
            error.repair = None
        raise


def _reads(repair: str) -> bool:
    """Whether a query that is to be proposed is one."""
    try:
        _read([repair], repair, plain=False)
    except QueryError:
        return False
    return True


def _read(arguments: Sequence[str], query: str, plain: bool) -> Node:
    found = list(plain_tokens(arguments) if plain else tokens(arguments))
    if len(found) > MOST_PARTS:
        raise OverlongQueryError(query, found[MOST_PARTS].at, limit=MOST_PARTS)
    return _Parser(query, found, plain).parse()


class _Parser:
    """Reads tokens from left to right; each method takes what it reads."""

    def __init__(self, query: str, found: list[Token], plain: bool) -> None:
        self._query = query
        self._tokens = found
        self._plain = plain
        self._at = 0
        self._field: str | None = None

    def parse(self) -> Node:
        tree = self._any(0)
        if (token := self._peek()) is not None:  # only a closing parenthesis stops the reading early
            raise UnclosedGroupError(self._query, token.at, self._query[: token.at] + self._query[token.at + 1 :])
        if tree is None:
            raise EmptyQueryError(self._query, 0)
        return tree

    def _peek(self, *kinds: Kind) -> Token | None:
        token = self._tokens[self._at] if self._at < len(self._tokens) else None
        return token if token is not None and (not kinds or token.kind in kinds) else None

    def _take(self, *kinds: Kind) -> Token | None:
        token = self._peek(*kinds)
        self._at += token is not None
        return token

    def _any(self, depth: int) -> Node | None:
        parts = [self._all(depth)]
        operator = None
        while operator := self._take(Kind.OR):
            parts.append(self._all(depth))
            if parts[-1] is None or parts[-2] is None:
                raise DanglingOperatorError(self._query, operator.at, operator=operator.text)
        found = tuple(part for part in parts if part is not None)
        return found[0] if len(found) == 1 else Any(found) if found else None

    def _all(self, depth: int) -> Node | None:
        parts: list[Node] = []
        while True:
            operator = self._take(Kind.AND)
            if operator and not parts:
                raise DanglingOperatorError(self._query, operator.at, operator=operator.text)
            if self._peek() is None or self._peek(Kind.OR, Kind.CLOSE):
                if operator:
                    raise DanglingOperatorError(self._query, operator.at, operator=operator.text)
                break
            part = self._part(depth)
            if part is not None:
                parts.append(part)
            elif operator:
                raise DanglingOperatorError(self._query, operator.at, operator=operator.text)
        return parts[0] if len(parts) == 1 else All(tuple(parts)) if parts else None

    def _part(self, depth: int) -> Node | None:
        """One part; ``None`` for one that holds nothing but punctuation."""
        if depth > DEEPEST_GROUP:
            raise OverlongQueryError(self._query, self._tokens[self._at].at, limit=DEEPEST_GROUP)
        token = self._tokens[self._at]
        self._at += 1
        match token.kind:
            case Kind.NOT:
                return Without(self._needed(token, depth))
            case Kind.FIELD:
                return self._within(token, depth)
            case Kind.OPEN:
                inner = self._any(depth + 1)
                if self._take(Kind.CLOSE) is None:
                    raise UnclosedGroupError(self._query, token.at, self._query + ")" if inner else None)
                return inner
            case Kind.AND:
                raise DanglingOperatorError(self._query, token.at, operator=token.text)
        return self._leaf(token)

    def _within(self, token: Token, depth: int) -> Node:
        """What stands in a field; dates and ids are conditions by themselves."""
        if self._field is not None:
            raise NestedFieldError(self._query, token.at, inner=token.text, outer=self._field)
        self._field = token.text
        part = self._next(depth)
        self._field = None
        if part is None:
            raise EmptyFieldError(self._query, token.at, field=token.text)
        return Within(token.text, part)

    def _leaf(self, token: Token) -> Node | None:
        if self._field in ("date", "id") and token.within is not None:
            raise FieldValueError(self._query, token.at, field=self._field)
        match self._field:
            case "date":
                return self._dated(token)
            case "id":
                return Identified(token.text.strip()) if token.text.strip() else None
        return self._phrase(token) if token.within is None else self._near(token, token.within)

    def _needed(self, operator: Token, depth: int) -> Node:
        part = self._next(depth)
        if part is None:
            raise DanglingOperatorError(self._query, operator.at, operator=operator.text)
        return part

    def _next(self, depth: int) -> Node | None:
        """The part that follows, if one does."""
        return self._part(depth + 1) if self._peek() and not self._peek(Kind.AND, Kind.OR, Kind.CLOSE) else None

    def _dated(self, token: Token) -> Dated | None:
        typed = token.text.strip()
        if not typed:
            return None
        found = date_range(typed)
        since, until = found or (None, None)
        is_turned = since is not None and until is not None and since > until + "~"  # a year holds its days
        if found is None or is_turned:
            meant = likely_range(typed)
            repaired = self._query[: token.at] + meant + self._query[token.at + len(token.text) :] if meant else None
            raise UnreadDateError(self._query, token.at, repaired, value=typed[:_SHOWN])
        return Dated(typed, since, until)

    def _phrase(self, token: Token) -> Phrase | None:
        has_stars = "*" in token.text and not self._plain
        if has_stars and self._field in _NAMES:
            raise FieldValueError(self._query, token.at, field=self._field)
        syllables = self._starred(token) if has_stars else keys(token.text)
        return Phrase(" ".join(token.text.split()), syllables) if syllables else None

    def _near(self, token: Token, within: int) -> Near:
        if self._field in _NAMES:
            raise FieldValueError(self._query, token.at, field=self._field)
        tilde = self._query.index("~", token.at + len(token.text))
        if within > FARTHEST:
            raise FarNearError(self._query, tilde, within=within, limit=FARTHEST)
        syllables = keys(token.text)
        if len(syllables) < 2 or "*" in token.text:
            behind = tilde + 1
            while self._query[behind : behind + 1].isdigit():
                behind += 1
            raise StrayNearError(self._query, tilde, self._query[:tilde] + self._query[behind:])
        if len(syllables) > MOST_STARS:
            raise OverlongQueryError(self._query, token.at, limit=MOST_STARS)
        return Near(" ".join(token.text.split()), syllables, within)

    def _starred(self, token: Token) -> tuple[str, ...]:
        """The syllables of a phrase with stars between them."""
        if found := _STARRED.search(token.text):
            at = token.at + found.start()
            begins, ends = token.text[: found.start()][-1:].strip(), token.text[found.end() :][:1].strip()
            spaced = " * " if begins and ends else " *" if begins == "*" else "* " if ends == "*" else ""
            word = re.split(r"\s", token.text[: found.start()])[-1] + re.split(r"\s", token.text[found.start() :])[0]
            raise TruncationError(self._query, at, self._query[:at] + spaced + self._query[at + 1 :], word=word)
        pieces = [keys(piece) for piece in token.text.split("*")]
        if not pieces[0] or not pieces[-1]:
            raise EdgeStarError(self._query, token.at)
        if len(pieces) > MOST_STARS + 1:
            raise OverlongQueryError(self._query, token.at, limit=MOST_STARS)
        starred: list[str] = list(pieces[0])
        for piece in pieces[1:]:
            starred += (ANY_SYLLABLE, *piece)
        return tuple(starred)
