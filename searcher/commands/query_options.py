"""What is asked for: a query among the arguments, how it is to be taken, and of which articles."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from searcher.commands.shared_options import default_index
from searcher.messages import say
from searcher.settings import settings_folder

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from searcher.meaning.question import Filters

ORDERS = ("relevance", "newest", "oldest")

TEXT_FIELDS = ("title", "lead", "body", "caption")
"""Those of the schema, which the help must not load."""


Function = Callable[..., int]

_FIELDS = ("title", "lead", "body", "caption", "quote", "speaker", "author", "source", "section", "date", "id")
"""Those of the query language, which the help must not load."""


def _names(context: click.Context, parameter: click.Parameter, begun: str) -> list[CompletionItem]:
    """What the index has for ``--source`` and its like."""
    from click.shell_completion import CompletionItem

    from searcher.completion import completions

    folder = context.params.get("folder") or default_index()
    return [CompletionItem(value) for value in completions(str(folder), str(parameter.name), begun)]


def _fields(context: click.Context, _: click.Parameter, begun: str) -> list[CompletionItem]:
    """The fields of a query; behind one that takes names, those of the index, which an argument may have spaces in."""
    from click.shell_completion import CompletionItem

    from searcher.completion import completions

    field, colon, name = begun.partition(":")
    if not colon:
        return [CompletionItem(f"{field}:") for field in _FIELDS if begun and field.startswith(begun)]
    folder = context.params.get("folder") or default_index()
    return [CompletionItem(f"{field}:{found}") for found in completions(str(folder), field, name.removeprefix('"'))]


def query_options(*, required: bool = True) -> Callable[[Function], Function]:
    """What is asked for: the words as ``query``, and how they are taken as ``how``, the keywords of ``Archive``."""
    where = click.option(
        "--in",
        "part",
        type=click.Choice((*TEXT_FIELDS, "quote", "all")),
        default="all",
        help=say("Where to look."),
    )
    words = click.argument("query", nargs=-1, required=required, shell_complete=_fields)
    return lambda function: where(words(quotation_options(function)))


def filter_options(function: Function) -> Function:
    """Of which articles: ``--source --section --author --speaker --from --to``, given as ``filters``."""

    @wraps(function)
    def with_filters(**others: Any) -> int:
        from searcher.meaning.question import Filters

        facts = {name: others.pop(name) for name in ("since", "until", "source", "section", "author", "speaker")}
        return function(filters=Filters(**facts), **others)

    decorated: Function = with_filters
    for option in (
        click.option(
            "--speaker",
            shell_complete=_names,
            help=say("Only articles that quote this speaker; with --in quote, only what this speaker said."),
        ),
        click.option("--author", shell_complete=_names, help=say("Only this author.")),
        click.option("--section", shell_complete=_names, help=say("Only this section.")),
        click.option("--source", shell_complete=_names, help=say("Only this source.")),
        click.option("--to", "until", metavar="DATE", help=say("Published on or before DATE.")),
        click.option("--from", "since", metavar="DATE", help=say("Published on or after DATE.")),
    ):
        decorated = option(decorated)
    return decorated


def quotation_options(function: Function) -> Function:
    """The same but where to look, and the words."""

    @wraps(function)
    def with_question(
        *,
        any_word: bool,
        phrase: bool,
        accents: str,
        part: str = "quote",
        no_aliases: bool,
        filters: Filters,
        **others: Any,
    ) -> int:
        from searcher.meaning.aliases import with_file
        from searcher.meaning.question import Match

        if any_word and phrase:
            raise click.UsageError(say("--any and --phrase ask for opposite things."))
        how = {
            **{name: others.pop(name) for name in ("plain", "whole_words")},
            "match": Match.ANY if any_word else Match.PHRASE if phrase else Match.ALL,
            "accents": accents,
            "fields": TEXT_FIELDS if part == "all" else (part,),
            "filters": filters,
            "aliases": None if no_aliases else with_file(Path(settings_folder(), "aliases.txt")),
        }
        return function(how=how, **others)

    decorated: Function = filter_options(with_question)
    for option in (
        click.option(
            "--accents",
            type=click.Choice(("auto", "exact", "ignore")),
            default="auto",
            help=say("What a bare syllable means: any accenting (auto), itself; or ignore accents throughout."),
        ),
        click.option(
            "--whole-words", is_flag=True, help=say("Only matches that begin and end where words begin and end.")
        ),
        click.option(
            "--no-aliases",
            is_flag=True,
            help=say("Only what was typed: no abbreviations, dates and spellings that mean the same."),
        ),
        click.option(
            "--explain", is_flag=True, help=say("Say what the query means; search also says how each score came about.")
        ),
        click.option("--plain", is_flag=True, help=say("Read the query as words alone, for pasted text.")),
        click.option("--phrase", is_flag=True, help=say("The words in a row or nothing.")),
        click.option("--any", "any_word", is_flag=True, help=say("Articles with any of the words.")),
    ):
        decorated = option(decorated)
    return decorated


class QueryCommand(click.Command):
    """A command whose arguments are a query, in which ``-word`` is a word that must not occur and not an option."""

    _HIDDEN = "\0"

    def parse_args(self, context: click.Context, arguments: list[str]) -> list[str]:
        return super().parse_args(context, [self._hide(argument) for argument in arguments])

    def invoke(self, context: click.Context) -> Any:
        context.params.update((name, self._shown(value)) for name, value in context.params.items())
        return super().invoke(context)

    def _shown(self, value: Any) -> Any:
        if isinstance(value, tuple):
            return tuple(map(self._shown, value))
        return value.removeprefix(self._HIDDEN) if isinstance(value, str) else value

    def _hide(self, argument: str) -> str:
        """An argument that begins with a hyphen and is no option, hidden from the option parser.

        A hyphen before a single Latin letter is an option, or a slip that is to be refused, and never a word. So is one
        before an option's letter and others that are no word, as in ``-qx``. Raises ``UsageError``.
        """
        if self._may_be_options(argument) and not self._is_option(argument):
            word = argument[1:]
            raise click.UsageError(
                say("{typed} is no option. To leave the word out: NOT {word}", typed=argument, word=word)
            )
        if re.fullmatch(r"-[A-Za-z][\d=]*", argument) or self._is_option(argument):
            return argument
        if not re.match(r"-[^-\W\d_]|-[“\"'«(]", argument):
            return argument
        return self._HIDDEN + argument

    def _may_be_options(self, argument: str) -> bool:
        """Whether small letters without a vowel follow the hyphen, the first of which is an option."""
        return re.fullmatch(r"-[b-df-hj-np-tv-xz]{2,}", argument) is not None and any(
            argument[:2] in option.opts for option in self.params
        )

    def _is_option(self, argument: str) -> bool:
        flags = {}
        for parameter in self.params:
            if isinstance(parameter, click.Option):
                flags.update(dict.fromkeys((name[1:] for name in parameter.opts if len(name) == 2), parameter.is_flag))
        for at, letter in enumerate(argument[1:], 1):
            if letter not in flags:
                return False
            if not flags[letter]:
                return re.fullmatch(r"=?\d*", argument[at + 1 :]) is not None
        return True
