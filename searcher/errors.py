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


class EmptyFieldError(QueryError):
    """``title:OR`` or ``date:()``."""

    kind = "empty-field"
    sentence = "Behind the field {field} there is nothing to look for in it."
    hint = "Put a word that is an operator into quotation marks to look for it."


class NearlyFieldError(QueryError):
    """``title: dân`` and ``Title:dân``."""

    kind = "nearly-field"
    sentence = "A field is written in small letters, with no space behind its colon: {field}"


class MisspeltFieldError(QueryError):
    """``titel:dân`` and ``nguồn:báo``."""

    kind = "misspelt-field"
    sentence = "{typed} is no field. To look for it as words, put it into quotation marks."


class NestedFieldError(QueryError):
    """``title:(source:x)``."""

    kind = "nested-field"
    sentence = "A field cannot stand inside another one: {inner} stands inside {outer}."


class UnclosedNearError(QueryError):
    """``"dân bàn"~``."""

    kind = "unclosed-near"
    sentence = "Behind ~ a number is missing: how many other syllables may stand between the words."


class StrayNearError(QueryError):
    """``dân~5``: nearness of one word alone."""

    kind = "stray-near"
    sentence = "~ stands behind a phrase of two words or more, which it takes in any order and near together."


class FarNearError(QueryError):
    """A distance that no paragraph has."""

    kind = "far-near"
    sentence = "Words that may stand {within} syllables apart are not near; {limit} is the most."


class UnreadDateError(QueryError):
    """``date:`` with something that is no date."""

    kind = "unread-date"
    sentence = "{value} is no date and no range of dates; write 2021, 2021-05-30, 30/5/2021 or 2019-05..2021."


class FieldValueError(QueryError):
    """A field that takes names is given something else."""

    kind = "field-value"
    sentence = "The field {field} takes words and phrases alone."


class OverlongQueryError(QueryError):
    """More than a person types, or nested deeper than one thinks."""

    kind = "overlong-query"
    sentence = "The query is longer or deeper than can be read; the limit it passes is {limit}."


class AliasError(SearchError):
    """A table of ways of writing that does not read."""

    kind = "alias"
    sentence = "Line {line} of {path} is no group of ways of writing."
    hint = "Write a line as: UBND = ủy ban nhân dân"


class UnknownArticleError(SearchError):
    """No article under an id."""

    kind = "unknown-article"
    sentence = "There is no article {id} in the index."
    hint = "Ids stand in the first column of: timbao search … | cat"


class EmptyFilterError(SearchError):
    """A filter that asks for nothing."""

    kind = "empty-filter"
    sentence = "What is asked of the {name} holds no word."


class TurnedDatesError(SearchError):
    """A range of dates that ends before it begins."""

    kind = "turned-dates"
    sentence = "{since} is after {until}."


class WrongDateError(SearchError):
    """A date that is none."""

    kind = "wrong-date"
    sentence = "{value} is not a date; write 2021, 2021-05, 2021-05-30 or 30/5/2021."


class ManyPeriodsError(SearchError):
    """A timeline of more periods than anybody looks at."""

    kind = "many-periods"
    sentence = "From {first} to {last} there are more than {limit} periods."
    hint = "Ask for longer ones, such as --per year, or for less time, with --from and --to."


class UnwritableFileError(SearchError):
    """A file that was asked for cannot be written."""

    kind = "unwritable-file"
    sentence = "{path} cannot be written: {reason}"


class SettingsError(SearchError):
    """The file of the user's settings does not read."""

    kind = "settings"
    sentence = "The settings in {path} cannot be read: {reason}"
    hint = "Mend the file, or move it away."


class UnknownSettingError(SettingsError):
    """A key in the file of settings that settles nothing."""

    kind = "unknown-setting"
    sentence = "{key} in {path} is no option that can be settled there."
    hint = "Keys are the long names of options, as in: limit = 20 under [search]"
