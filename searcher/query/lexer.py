"""Query text to tokens: where a phrase begins and ends, what is an operator, what is only punctuation.

One shell argument that holds a space is a phrase, unless it holds quotation marks, an operator or a field: then it is a
query. A mark of any style opens and closes a phrase; a single one at the very beginning or end of an argument is what
is left of a pasted quotation, and makes the whole argument a phrase. An apostrophe inside a word is part of the word.
A shell takes quotation marks away: ``title:cảng cá`` and ``dân bàn~5`` as one argument are ``title:"cảng cá"`` and
``"dân bàn"~5``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from searcher.errors import (
    MisspeltFieldError,
    NearlyFieldError,
    StrayNearError,
    UnclosedNearError,
    UnclosedQuoteError,
)
from searcher.query.field_names import FIELDS, nearly_field, vietnamese_field

AND, OR, NOT = ("AND", "VÀ"), ("OR", "HOẶC"), ("NOT", "KHÔNG")

_ENGLISH = ("AND", "OR", "NOT")
"""In an argument all in capitals only these are operators: ``DÂN BIẾT VÀ DÂN BÀN`` is a headline."""

_DOUBLE = '"“”„«»'
_CLOSERS = {'"': '"”', "“": '”"', "”": '”"', "„": '“”"', "«": "»", "»": "»«", "‘": "’'", "'": "'’", "’": "’'"}
_OPERATOR = re.compile(rf"(?<!\S)(?:{'|'.join((*AND, *OR, *NOT))})(?!\S)")
_FIELD = re.compile(rf"(?<!\w)-?({'|'.join(FIELDS)}):(?=\S)")
_ONE_FIELD = re.compile(rf"(-?)({'|'.join(FIELDS)}):(?=[^\s\"“”„«»‘'(-])")
"""A field whose phrase is the rest of an argument."""
_NEGATED = re.compile(r"(?:^|[^\W\d_]\s+)-[^\W\d_]")
"""A hyphen behind a word and before one; behind a number it is part of a code (``06 -NQ/TU``)."""

_VERBATIM = ("date", "id")
"""Fields whose value is a word as it stands, whatever marks are in it."""

_LONGEST_NAME = 20
"""Characters before a word in which another one is looked for that belongs to the same name."""

_SINGLE_QUOTED = re.compile(r"(?<!\S)[‘']([^‘’']*)[’'](?!\w)")
_VALUE = re.compile(r"[^\s()]*(?:\([^\s()]*\)[^\s()]*)*")
_WITHIN = re.compile(r"~([0-9]*)")
_WITHIN_BEHIND = re.compile(r"(?<=\w)~([0-9]*)$")
_NEARLY_FIELD = re.compile(rf"(?<!\w)-?({'|'.join(FIELDS)}):", re.IGNORECASE)
_BEFORE_COLON = re.compile(r"(?<![^\s(-])[^\W\d]+(?:-[^\W\d]+)?:")
"""A word that may be a field that is misspelt."""
_WORD_BEFORE = re.compile(r"(?<![^\s(-])[^\W\d]+\s\Z")


class Kind(Enum):
    """What a token is."""

    PHRASE = auto()
    WORD = auto()
    FIELD = auto()
    AND = auto()
    OR = auto()
    NOT = auto()
    OPEN = auto()
    CLOSE = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a query; ``at`` is its offset in the whole query, the arguments joined by single spaces.

    ``within`` stands behind a phrase whose words may stand in any order with so many others between them.
    """

    kind: Kind
    text: str
    at: int
    within: int | None = None


def joined(arguments: Sequence[str]) -> str:
    """The query as one text, to which the offsets of tokens and errors belong."""
    return " ".join(arguments)


def plain_tokens(arguments: Sequence[str]) -> Iterator[Token]:
    """Every argument as the words it holds, nothing in it read as syntax."""
    at = 0
    for argument in arguments:
        yield Token(Kind.PHRASE, argument, at)
        at += len(argument) + 1


def tokens(arguments: Sequence[str]) -> Iterator[Token]:
    """The tokens of a query. Raises ``QueryError``."""
    query = joined(arguments)
    at = 0
    for argument in arguments:
        yield from _argument(argument, at, query)
        at += len(argument) + 1


def has_lone_mark(argument: str) -> bool:
    """Whether an argument begins or ends with a quotation mark whose partner was lost: it is a phrase as a whole."""
    bare = argument.strip()
    marks = [mark for mark in bare if mark in _DOUBLE]
    return len(marks) == 1 and (bare[0] in _DOUBLE or bare[-1] in _DOUBLE) and not _OPERATOR.search(bare)


def _argument(argument: str, at: int, query: str) -> Iterator[Token]:
    bare = argument.strip()
    at_bare = at + argument.find(bare)
    if has_lone_mark(argument):
        yield Token(Kind.PHRASE, bare.strip(_DOUBLE), at_bare)
    elif re.search(r"\s", bare) and not _is_query(bare):
        yield _whole(argument, at, query)
    elif (field := _ONE_FIELD.match(bare)) and re.search(r"\s", bare) and not _is_query(bare[field.end() :]):
        if field[1]:
            yield Token(Kind.NOT, "-", at_bare)
        yield Token(Kind.FIELD, field[2], at_bare + field.start(2))
        yield _whole(bare[field.end() :], at_bare + field.end(), query)
    else:
        yield from _query(argument, at, query)


def _whole(argument: str, at: int, query: str) -> Token:
    """An argument as one phrase."""
    if nearly := _NEARLY_FIELD.search(argument):
        raise _nearly_field(nearly, argument, at, query)
    for named in _BEFORE_COLON.finditer(argument):
        if misspelt := _misspelt_field(at + named.start(), at + named.end(), query):
            raise misspelt
    found = _WITHIN_BEHIND.search(argument)
    behind = found.start() if found else len(argument)
    if stray := re.search(r"(?<=[\w)])~[0-9]*(?!\w)", argument[:behind]):
        place = at + stray.start()
        raise StrayNearError(query, place, query[:place] + query[at + stray.end() :])
    return Token(Kind.PHRASE, argument[:behind], at, _within(found, at, query) if found else None)


def _nearly_field(found: re.Match[str], argument: str, at: int, query: str) -> NearlyFieldError:
    """The error for what would be a field but for its capitals or a space behind its colon."""
    field, behind = found[1].lower(), argument[found.end() :]
    place = at + found.start(1)
    rest = query[at + found.end() + len(behind) - len(behind.lstrip()) :]
    return NearlyFieldError(
        query, place, f"{query[:place]}{field}:{rest}" if behind.strip() else None, field=f"{field}:…"
    )


def _misspelt_field(begin: int, end: int, query: str) -> MisspeltFieldError | None:
    """The error for a word of the query, its colon with it, that is to be a field and is none.

    A name in Vietnamese may be of two words. With a space behind its colon it is ordinary text: ``Nguồn: báo``.
    """
    name = query[begin : end - 1]
    field = nearly_field(name)
    if field is None and query[end : end + 1].strip():
        before = _WORD_BEFORE.search(query, max(begin - _LONGEST_NAME, 0), begin)
        if before and (field := vietnamese_field(before[0] + name)):
            begin = before.start()
        else:
            field = vietnamese_field(name)
    if field is None:
        return None
    rest = query[end:].lstrip()
    return MisspeltFieldError(query, begin, f"{query[:begin]}{field}:{rest}" if rest else None, typed=query[begin:end])


def _within(found: re.Match[str], at: int, query: str) -> int:
    """The number behind a tilde, which was found in the argument that begins ``at`` a place of the query."""
    place = at + found.end()
    is_last = query[place : place + 1] in ("", " ", ")")
    if not found[1]:
        raise UnclosedNearError(query, place - 1, f"{query[:place]}5{query[place:]}" if is_last else None)
    if not is_last:
        raise StrayNearError(query, place)
    return int(found[1].lstrip("0")[:9] or "0")


def _is_query(argument: str) -> bool:
    if any(mark in _DOUBLE for mark in argument) or _FIELD.search(argument) or _single_quoted(argument):
        return True
    if _NEGATED.search(argument):
        return True
    operators = _OPERATOR.findall(argument)
    return any(operator in _ENGLISH for operator in operators) or bool(operators and not argument.isupper())


def _single_quoted(argument: str) -> bool:
    """Whether white space stands between two single marks; looked for when they are found, for that is one way."""
    return any(re.search(r"\s", inside) for inside in _SINGLE_QUOTED.findall(argument))


def _query(argument: str, offset: int, query: str) -> Iterator[Token]:
    at = 0
    closing = [found.start() for found in re.finditer("['’](?![^\\W_])", argument)]
    last_single = max(closing, default=-1)  # behind it no single mark can close, so none is looked for
    while at < len(argument):
        mark = argument[at]
        if mark.isspace():
            at += 1
        elif mark in _CLOSERS and (mark in _DOUBLE or (at < last_single and _opens(argument, at))):
            end = _closing(argument, at)
            if end is None or (mark in "”»" and at and not _may_open(argument, at)):
                repaired = query[:offset] + _repaired(argument, at) + query[offset + len(argument) :]
                raise UnclosedQuoteError(query, offset + at, repaired)
            near = _WITHIN.match(argument, end + 1)
            within = _within(near, offset, query) if near else None
            yield Token(Kind.PHRASE, argument[at + 1 : end], offset + at + 1, within)
            at = near.end() if near else end + 1
        elif mark in "()":
            yield Token(Kind.OPEN if mark == "(" else Kind.CLOSE, mark, offset + at)
            at += 1
        elif mark == "-" and at + 1 < len(argument) and _negates(argument, at):
            yield Token(Kind.NOT, mark, offset + at)
            at += 1
        elif field := _FIELD.match(argument, at):
            yield Token(Kind.FIELD, field[1], offset + at)
            at = field.end()
            if field[1] in _VERBATIM and argument[at] not in _DOUBLE + "(":
                value = _VALUE.match(argument, at)[0]  # type: ignore[index]
                yield Token(Kind.WORD, value, offset + at)
                at += len(value)
        elif nearly := _NEARLY_FIELD.match(argument, at):
            raise _nearly_field(nearly, argument, offset, query)
        elif (named := _BEFORE_COLON.match(argument, at)) and (
            misspelt := _misspelt_field(offset + at, offset + named.end(), query)
        ):
            raise misspelt
        else:
            word = _word(argument, at)
            if re.fullmatch(r"~[0-9]*", word):
                place = offset + at
                raise StrayNearError(query, place, query[:place].rstrip() + query[place + len(word) :])
            if near := _WITHIN_BEHIND.search(word):
                place = offset + at + near.start()
                raise StrayNearError(query, place, query[:place] + query[offset + at + len(word) :])
            yield Token(_kind(word), word, offset + at)
            at += len(word)


def _negates(argument: str, at: int) -> bool:
    begins = at == 0 or argument[at - 1].isspace() or argument[at - 1] in "(:"
    return begins and (argument[at + 1].isalnum() or argument[at + 1] in _CLOSERS or argument[at + 1] == "(")


def _opens(argument: str, at: int) -> bool:
    """Whether a single mark opens a phrase: it begins a word, and another one ends a word behind it."""
    return _may_open(argument, at) and _closing(argument, at) is not None


def _closing(argument: str, at: int) -> int | None:
    """The offset of the mark that closes the one at ``at``; pairs of curly marks inside are passed over."""
    opener = argument[at]
    inner = 0
    for end in range(at + 1, len(argument)):
        mark = argument[end]
        if opener in '"“«' and mark in "“«":
            inner += 1
        elif inner and mark in "”»":
            inner -= 1
        elif mark in _CLOSERS[opener]:
            if mark in "'’" and argument[end + 1 : end + 2].isalnum():
                continue
            return end
    return None


def _repaired(argument: str, at: int) -> str:
    """The argument with the missing partner put in: an opening mark's at the end, a closing one's at the beginning.

    A closing mark behind another phrase is left out instead.
    """
    if _may_open(argument, at):
        return argument[:at] + '"' + argument[at + 1 :].rstrip() + '"'
    if any(mark in _DOUBLE for mark in argument[:at]):
        return argument[:at] + argument[at + 1 :]
    return "“" + argument[:at].lstrip() + "”" + argument[at + 1 :]


def _may_open(argument: str, at: int) -> bool:
    """Whether a mark stands where a phrase can begin."""
    return at == 0 or argument[at - 1].isspace() or argument[at - 1] in "(:-"


def _word(argument: str, at: int) -> str:
    end = at
    while end < len(argument) and not argument[end].isspace() and argument[end] not in _DOUBLE + "()":
        end += 1
    return argument[at:end]


def _kind(word: str) -> Kind:
    for kind, names in ((Kind.AND, AND), (Kind.OR, OR), (Kind.NOT, NOT)):
        if word in names:
            return kind
    return Kind.WORD
