"""The options that several commands share, and the arguments of a query among them."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar

import click

from searcher.messages import LANGUAGES, say
from searcher.settings import settings_folder

Function = TypeVar("Function", bound=Callable[..., object])

MATCH, NO_MATCH, FAILED = 0, 1, 4
"""Exit statuses that a command decides on; errors have theirs in ``cli.py``."""

_COLOURS = ("auto", "always", "never")
_TEXT_FIELDS = ("title", "lead", "body", "caption")  # those of the schema, which the help must not load


def default_index() -> Path:
    """The folder of the index where none is named: in the user's data folder."""
    import platformdirs

    return Path(platformdirs.user_data_dir("timbao", appauthor=False)) / "index"


def language_option() -> click.Option:
    """``--lang``, which is looked for before anything is parsed, so that the help is in that language, too."""
    return click.Option(
        ("--lang",),
        type=click.Choice(LANGUAGES),
        expose_value=False,
        help=say("Speak Vietnamese (vi) or English (en), whatever the locale."),
    )


def index_option(function: Function) -> Function:
    """``--index DIR``."""
    return click.option(
        "--index",
        "folder",
        type=click.Path(file_okay=False, path_type=Path),
        envvar="TIMBAO_INDEX",
        default=default_index,
        help=say("Folder of the index (else TIMBAO_INDEX, else your data folder)."),
    )(function)


def quiet_option(function: Function) -> Function:
    """``-q``."""
    return click.option("-q", "--quiet", is_flag=True, help=say("Say nothing but the result."))(function)


def output_options(in_pipe: str) -> Callable[[Callable[..., int]], Callable[..., int]]:
    """How to print: ``--format --color --no-pager -q``, given to the command as its ``output``.

    ``in_pipe`` is the form that is printed in a pipe where none is asked for.
    """

    def decorate(function: Callable[..., int]) -> Callable[..., int]:
        @wraps(function)
        def with_output(*, form: str | None, colour: str, no_pager: bool, quiet: bool, **others: object) -> int:
            from searcher.printers.output import Output

            return function(output=Output.of(form, in_pipe, colour, no_pager, quiet), **others)

        decorated: Callable[..., int] = with_output
        for option in (
            quiet_option,
            click.option("--no-pager", is_flag=True, help=say("Never start a pager.")),
            click.option(
                "--color",
                "colour",
                type=click.Choice(_COLOURS),
                default="auto",
                help=say("Colours."),
            ),
            click.option(
                "--format",
                "form",
                type=click.Choice(("human", "tsv", "csv", "jsonl", "json")),
                help=say("How to print; human on a terminal, {form} in a pipe.", form=in_pipe),
            ),
        ):
            decorated = option(decorated)
        return decorated

    return decorate


def query_options(function: Callable[..., int]) -> Callable[..., int]:
    """What is asked for: the words as ``query``, and how they are taken as ``how``, the keywords of ``Archive``."""

    @wraps(function)
    def with_question(
        *,
        any_word: bool,
        phrase: bool,
        accents: str,
        part: str,
        no_aliases: bool,
        **others: Any,
    ) -> int:
        from searcher.meaning.aliases import with_file
        from searcher.meaning.question import Filters, Match

        if any_word and phrase:
            raise click.UsageError(say("--any and --phrase ask for opposite things."))
        facts = {name: others.pop(name) for name in ("since", "until", "source", "section", "author", "speaker")}
        how = {
            **{name: others.pop(name) for name in ("plain", "whole_words")},
            "match": Match.ANY if any_word else Match.PHRASE if phrase else Match.ALL,
            "accents": accents,
            "fields": _TEXT_FIELDS if part == "all" else (part,),
            "filters": Filters(**facts),
            "aliases": None if no_aliases else with_file(Path(settings_folder(), "aliases.txt")),
        }
        return function(how=how, **others)

    decorated: Callable[..., int] = with_question
    for option in (
        click.option(
            "--speaker",
            help=say("Only articles that quote this speaker; with --in quote, only what this speaker said."),
        ),
        click.option("--author", help=say("Only this author.")),
        click.option("--section", help=say("Only this section.")),
        click.option("--source", help=say("Only this source.")),
        click.option("--to", "until", metavar="DATE", help=say("Published on or before DATE.")),
        click.option("--from", "since", metavar="DATE", help=say("Published on or after DATE.")),
        click.option(
            "--in",
            "part",
            type=click.Choice((*_TEXT_FIELDS, "quote", "all")),
            default="all",
            help=say("Where to look."),
        ),
        click.option(
            "--accents",
            type=click.Choice(("auto", "exact", "ignore")),
            default="auto",
            help=say("What a bare syllable means: any accenting, itself; or ignore accents throughout."),
        ),
        click.option(
            "--whole-words", is_flag=True, help=say("Only matches that begin and end where words begin and end.")
        ),
        click.option(
            "--no-aliases",
            is_flag=True,
            help=say("Only what was typed: no abbreviations, dates and spellings that mean the same."),
        ),
        click.option("--explain", is_flag=True, help=say("Say what the query means, and how each score came about.")),
        click.option("--plain", is_flag=True, help=say("Read the query as words alone, for pasted text.")),
        click.option("--phrase", is_flag=True, help=say("The words in a row or nothing.")),
        click.option("--any", "any_word", is_flag=True, help=say("Articles with any of the words.")),
        click.argument("query", nargs=-1, required=True),
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

        A hyphen before a single Latin letter is an option, or a slip that is to be refused, and never a word.
        """
        if re.fullmatch(r"-[A-Za-z][\d=]*", argument) or self._is_option(argument):
            return argument
        if not re.match(r"-[^-\W\d_]|-[“\"'«(]", argument):
            return argument
        return self._HIDDEN + argument

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
