"""What can be wrong with a question, as the errors of this room."""

from __future__ import annotations

from corpus.errors import TimbaoError


class SearchError(TimbaoError):
    """A search cannot be run as it was asked for."""

    kind = "search"


class QueryError(SearchError):
    """A query that does not read. ``query`` is what was typed, ``at`` the offset of the trouble in it.

    ``repair``, where there is one, is a query that does read and may have been meant.
    """

    kind = "query"

    def __init__(self, query: str, at: int, repair: str | None = None, **details: object) -> None:
        self.query = query
        self.at = at
        self.repair = repair
        super().__init__(**details)

    def __reduce__(self) -> tuple[object, ...]:
        return type(self)._again, (self.query, self.at, self.repair, self.details)

    @classmethod
    def _again(cls, query: str, at: int, repair: str | None, details: dict[str, object]) -> QueryError:
        return cls(query, at, repair, **details)


class EmptyQueryError(QueryError):
    """Nothing to look for."""

    kind = "empty-query"
    sentence = "The query holds no word."
    hint = "Type a word, or a phrase in quotation marks."


class UnclosedQuoteError(QueryError):
    """A quotation mark without its partner, in the middle of a query."""

    kind = "unclosed-quote"
    sentence = "A quotation mark has no partner."


class UnclosedGroupError(QueryError):
    """A parenthesis without its partner."""

    kind = "unclosed-group"
    sentence = "A parenthesis has no partner."


class DanglingOperatorError(QueryError):
    """An operator with nothing to work on."""

    kind = "dangling-operator"
    sentence = "The operator {operator} has nothing beside it to work on."
    hint = "Write it in small letters to look for it as a word."


class TruncationError(QueryError):
    """``dân*``."""

    kind = "truncation"
    sentence = "A star stands for a whole syllable; {word} has one inside a word."
    hint = "Vietnamese words have no endings; leave a space before the star, or type the word."


class EdgeStarError(QueryError):
    """A star at the edge of a phrase, where it says nothing."""

    kind = "edge-star"
    sentence = "A star can stand only between two words of a phrase."


class UnknownFieldError(QueryError):
    """A field that exists but cannot be asked for in a query."""

    kind = "unknown-field"
    sentence = "The field {field} cannot be searched in a query; these can: {known}."


class UnreadSyntaxError(QueryError):
    """Syntax that this version does not read."""

    kind = "unread-syntax"
    sentence = "{syntax} after a phrase is not read by this version."


class OverlongQueryError(QueryError):
    """More than a person types, or nested deeper than one thinks."""

    kind = "overlong-query"
    sentence = "The query is longer or deeper than can be read; the limit it passes is {limit}."


class UnknownArticleError(SearchError):
    """No article under an id."""

    kind = "unknown-article"
    sentence = "There is no article {id} in the index."
    hint = "Ids stand in the first column of: timbao search … | cat"


class WrongDateError(SearchError):
    """A date that is none."""

    kind = "wrong-date"
    sentence = "{value} is not a date; write 2021, 2021-05 or 2021-05-30."
