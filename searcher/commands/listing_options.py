"""Which of what is found a command gives, and what of it: one decorator for all commands that give many things."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import wraps
from typing import TypedDict

import click
from click.core import ParameterSource

from searcher.commands.shared_options import limit_option
from searcher.messages import say

Function = Callable[..., int]

_OF_PEOPLE_AND_TABLES = (None, "human", "tsv")
"""Forms in which ids alone are ids alone."""


class Part(TypedDict):
    """Which of what is found, as the keywords of ``Archive``."""

    limit: int | None
    offset: int
    sample: int | None
    seed: int | None
    collapse: bool


@dataclass(frozen=True, slots=True)
class Listing:
    """Which of what is found is given, ``part``, and what of it: all, ids alone with their ``end``, or counts alone."""

    part: Part
    ids_only: bool
    count_only: bool
    end: str


def listing_options(
    many: str,
    *,
    default: int | None = None,
    least: int = 0,
    collapse: str,
    is_collapsed: bool = False,
    sample: bool = True,
    ids: bool = True,
) -> Callable[[Function], Function]:
    """``-n --offset -l -c -0 --sample --seed --collapse``, given to the command as its ``listing``.

    ``many`` and ``collapse`` are the helps of ``-n`` and ``--collapse``. Where what is listed is no article there
    are no ``ids``, and where all of it is counted no ``sample``.
    """
    options: Sequence[Callable[[Function], Function]] = [
        limit_option(many, default, least),
        click.option(
            "--offset", type=click.IntRange(min=0), default=0, metavar="N", help=say("Leave out the first ones.")
        ),
        *(_ids_options() if ids else ()),
        click.option("-c", "--count", "count_only", is_flag=True, help=say("Print the counts only.")),
        click.option("--collapse/--no-collapse", default=is_collapsed, help=collapse),
        *(_sample_options() if sample else ()),
    ]
    return lambda function: _with(options, _listed(function, folds=is_collapsed))


def count_options(collapse: str) -> Callable[[Function], Function]:
    """Those of them for what is one figure or a row of figures: ``-c --collapse``."""
    options = [
        click.option("-c", "--count", "count_only", is_flag=True, help=say("Print the counts only.")),
        click.option("--collapse/--no-collapse", default=False, help=collapse),
    ]
    return lambda function: _with(options, _listed(function, folds=False))


def _with(options: Sequence[Callable[[Function], Function]], function: Function) -> Function:
    for option in reversed(options):
        function = option(function)
    return function


def _ids_options() -> tuple[Callable[[Function], Function], ...]:
    return (
        click.option("-l", "--ids", "ids_only", is_flag=True, help=say("Print ids only.")),
        click.option("-0", "--null", "nul", is_flag=True, help=say("Print ids only, and end each with NUL.")),
    )


def _sample_options() -> tuple[Callable[[Function], Function], ...]:
    return (
        click.option("--sample", type=click.IntRange(min=1), metavar="N", help=say("Only so many, by chance.")),
        click.option("--seed", type=int, metavar="S", help=say("The same sample each time.")),
    )


def _listed(function: Function, *, folds: bool) -> Function:
    """``folds`` says that reprints are folded in what is shown, and not left out of what is counted."""

    @wraps(function)
    def with_listing(
        *,
        limit: int | None = None,
        offset: int = 0,
        ids_only: bool = False,
        nul: bool = False,
        count_only: bool,
        collapse: bool,
        sample: int | None = None,
        seed: int | None = None,
        **others: object,
    ) -> int:
        ids_only = ids_only or nul
        if ids_only and count_only:
            raise click.UsageError(say("Ids alone and counts alone (-l or -0, and -c) are two things; ask for one."))
        if ids_only:
            _refuse_another_form()
        if count_only and sample is not None and _is_typed("sample"):
            raise click.UsageError(say("-c counts all that is found; leave --sample out."))
        if count_only and folds and collapse and _is_typed("collapse"):
            raise click.UsageError(say("-c counts all that is found; without reprints: timbao count --collapse"))
        part = Part(limit=limit, offset=offset, sample=sample, seed=seed, collapse=collapse)
        return function(listing=Listing(part, ids_only, count_only, "\0" if nul else "\n"), **others)

    return with_listing


def _refuse_another_form() -> None:
    """Raises ``UsageError`` where ids alone are asked for, and beside it a form that they have not.

    A form that is settled for all commands gives way.
    """
    form = click.get_current_context().params.get("form")
    if _is_typed("form") and form not in _OF_PEOPLE_AND_TABLES:
        raise click.UsageError(say("Ids alone (-l, -0) have no form {form}; leave one of the two out.", form=form))


def _is_typed(parameter: str) -> bool:
    """Whether an option stands on the command line: what is settled once for all gives way to what is typed."""
    return click.get_current_context().get_parameter_source(parameter) is ParameterSource.COMMANDLINE
