"""The options that several commands share, and the arguments of a query among them."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import TypeVar

import click

from searcher.messages import say
from searcher.settings import data_folder

Function = TypeVar("Function", bound=Callable[..., object])

MATCH, NO_MATCH, FAILED, STOPPED = 0, 1, 4, 130
"""Exit statuses that a command decides on; errors have theirs in ``cli.py``."""

_COLOURS = ("auto", "always", "never")


def default_index() -> Path:
    """The folder of the index where none is named: in the user's data folder."""
    return Path(data_folder(), "index")


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


def limit_option(what: str, default: int | None = None, least: int = 0) -> Callable[[Function], Function]:
    """``-n N``, with its help; ``default`` is how many there are where it is not given."""
    kind = click.IntRange(min=least)
    return click.option("-n", "--limit", "limit", type=kind, default=default, metavar="N", help=what)


def quiet_option(function: Function) -> Function:
    """``-q``."""
    return click.option("-q", "--quiet", is_flag=True, help=say("Say nothing but the result."))(function)


def output_options(in_pipe: str, on_screen: str = "human") -> Callable[[Callable[..., int]], Callable[..., int]]:
    """How to print: ``--format --color --no-pager -q``, given to the command as its ``output``.

    ``in_pipe`` and ``on_screen`` are the forms that are printed there where none is asked for.
    """

    def decorate(function: Callable[..., int]) -> Callable[..., int]:
        @wraps(function)
        def with_output(*, form: str | None, colour: str, no_pager: bool, quiet: bool, **others: object) -> int:
            from searcher.printers.output import Output

            return function(output=Output.of(form, in_pipe, on_screen, colour, no_pager, quiet), **others)

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
                help=say("How to print; human on a terminal, {form} in a pipe.", form=in_pipe)
                if in_pipe != on_screen
                else say("How to print, if not given {form}.", form=in_pipe),
            ),
        ):
            decorated = option(decorated)
        return decorated

    return decorate
