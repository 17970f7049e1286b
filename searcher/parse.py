"""Tokens to a tree. A query is read as it stands or refused: nothing in it is silently passed over but punctuation.

query  = all { OR all }          all  = part { [AND] part }
part   = [NOT | -] ( group | field: part | phrase | word )
group  = "(" query ")"
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from index.syllables import keys
from searcher.errors import (
    DanglingOperatorError,
    EdgeStarError,
    EmptyQueryError,
    OverlongQueryError,
    TruncationError,
    UnclosedGroupError,
)
from searcher.lexer import Kind, Token, joined, plain_tokens, tokens
from searcher.query import ANY_SYLLABLE, All, Any, Node, Phrase, Within, Without

LONGEST_QUERY = 20_000
"""Characters; the longest sentence of a newspaper has a tenth of that."""

DEEPEST_GROUP = 50
MOST_PARTS = 1000
MOST_STARS = 50
"""In a row; it must stay below the gap between paragraphs."""

_STARRED = re.compile(r"\w\*|\*\w|\*\*")


def parse(arguments: Sequence[str], *, plain: bool = False) -> Node:
    """The tree of a query given as shell arguments; ``plain`` reads them as words alone.

    Raises ``QueryError``, whose offsets belong to the arguments composed and joined by single spaces.
    """
    arguments = [unicodedata.normalize("NFC", argument) for argument in arguments]
    query = joined(arguments)
    if len(query) > LONGEST_QUERY:
        raise OverlongQueryError(query, LONGEST_QUERY, limit=LONGEST_QUERY)
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
                return Within(token.text, self._needed(token, depth))
            case Kind.OPEN:
                inner = self._any(depth + 1)
                if self._take(Kind.CLOSE) is None:
                    raise UnclosedGroupError(self._query, token.at, self._query + ")" if inner else None)
                return inner
            case Kind.AND:
                raise DanglingOperatorError(self._query, token.at, operator=token.text)
        return self._phrase(token)

    def _needed(self, operator: Token, depth: int) -> Node:
        part = self._part(depth + 1) if self._peek() and not self._peek(Kind.AND, Kind.OR, Kind.CLOSE) else None
        if part is None:
            raise DanglingOperatorError(self._query, operator.at, operator=operator.text)
        return part

    def _phrase(self, token: Token) -> Phrase | None:
        has_stars = "*" in token.text and not self._plain
        syllables = self._starred(token) if has_stars else keys(token.text)
        return Phrase(" ".join(token.text.split()), syllables) if syllables else None

    def _starred(self, token: Token) -> tuple[str, ...]:
        """The syllables of a phrase with stars between them."""
        if found := _STARRED.search(token.text):
            word = next(word for word in token.text.split() if "*" in word and word != "*")
            repaired = self._query[: token.at] + token.text.replace("*", "") + self._query[token.at + len(token.text) :]
            raise TruncationError(self._query, token.at + found.start(), repaired, word=word)
        pieces = [keys(piece) for piece in token.text.split("*")]
        if not pieces[0] or not pieces[-1]:
            raise EdgeStarError(self._query, token.at)
        if len(pieces) > MOST_STARS:
            raise OverlongQueryError(self._query, token.at, limit=MOST_STARS)
        starred: list[str] = list(pieces[0])
        for piece in pieces[1:]:
            starred += (ANY_SYLLABLE, *piece)
        return tuple(starred)
